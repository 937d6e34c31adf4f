// The one file that knows CLI11: turns arguments into the options of commands.h and calls the command.
#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <functional>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "answers/filter_values.h"
#include "base/dates.h"
#include "base/version.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/output.h"
#include "exports/exports.h"

namespace verbale {
namespace {

std::string check_date(const std::string& text) {
  return is_date_of_filter(text) ? "" : "a date is YYYY, YYYY-MM or YYYY-MM-DD, not " + text;
}

// "2026-03-01T09:30:00Z".
std::string check_time(const std::string& text) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:ddZ";
  bool right = text.size() == kForm.size();
  for (size_t i = 0; right && i < text.size(); ++i) {
    right = kForm[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == kForm[i];
  }
  return right ? "" : "a time is YYYY-MM-DDTHH:MM:SSZ, not " + text;
}

// A date that is given of a document: whatever base/dates.h reads as one.
std::string check_given_date(const std::string& text) {
  return iso_date(text).empty() ? "a date is YYYY-MM-DD, not " + text : "";
}

// State codes may be typed in small letters.
std::string to_state_code(std::string& text) {
  const std::string code = state_code(text);
  if (code.empty()) return "a state is named by its ISO 3166 code of three letters (VNM), not " + text;
  text = code;
  return "";
}

// CLI11's way to say: all subcommands, in the order in which they were added.
const std::function<bool(const CLI::App*)> kAll = {};

const std::string kThreads = "threads to read with; the result is the same on any number";

// Binds each subcommand; what the chosen one is to do ends up in `run_`.
class CommandLine {
 public:
  CommandLine() : app_("Verbale keeps the record of what states told each other.", "verbale") {
    app_.require_subcommand(0, 1);
    app_.set_version_flag("--version", std::string("verbale ") + std::string(kVersion));
    app_.get_formatter()->column_width(28);
    bind_read();
    bind_add();
    bind_documents();
    bind_set();
    bind_decide();
    bind_decisions();
    bind_review();
    bind_agreement();
    bind_import();
    bind_remove();
    bind_refresh();
    bind_list("meetings", "who met whom", Layer::Meeting, "verbale meetings --state CHN --from 2024", run_meetings);
    bind_visits();
    bind_list("statements", "who said what", Layer::Statement,
              "verbale statements --speaker 'To Lam' --act commissive");
    bind_list("commitments", "who is bound to what", Layer::Commitment,
              "verbale commitments --state CHN --kind agreed --json");
    bind_list("topics", "what was talked about, no content given", Layer::Topic,
              "verbale topics --document 2024-08-hanoi");
    bind_list("instruments", "what was signed or issued", Layer::Instrument,
              "verbale instruments --state VNM");
    bind_list("frameworks", "what is referred to by name", Layer::Framework,
              "verbale frameworks --kind mechanism");
    bind_list("quantities", "dates and numbers", Layer::Quantity, "verbale quantities --kind money");
    bind_list("actors", "everybody the record names", Layer::Actor, "verbale actors --kind person");
    bind_texts();
    bind_entry("show", "one entry with its evidence in context", run_show);
    bind_entry("explain", "why an entry was made", run_explain);
    bind_ledger();
    bind_status();
    bind_search();
    bind_searches();
    bind_people();
    bind_network();
    bind_heat();
    bind_names();
    bind_brief();
    bind_export();
    bind_compare();
    bind_phrases();
    bind_phrase();
    bind_serve();
    bind_verify();
    bind_eval();
    bind_completion();
    bind_help();
    app_.footer("Examples:\n"
                "  verbale read report.txt                    what the record of one report would be\n"
                "  verbale add reports/                       read a folder into verbale.db\n"
                "  verbale commitments --state CHN            who is bound to what\n"
                "  verbale search 'railway speaker:\"To Lam\"'  words and fields\n"
                "  verbale show c-4h1 && verbale explain c-4h1\n"
                "  verbale verify                             prove every line again\n"
                "`verbale help COMMAND` tells more. Exit codes: 0 done, 1 something was refused or failed\n"
                "verification, 2 wrong usage.");
  }

  int run(int argc, char** argv) {
    if (argc < 2) {
      print_error({"", "no command", "`verbale help` shows what there is"});
      return kUsage;
    }
    const std::string first = argv[1];
    if (!first.starts_with("-") && find_command(first) == nullptr) {
      return refuse_command(first);
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      for (const CLI::App* command : app_.get_subcommands()) return print_help(*command);
      return print_help(app_);
    } catch (const CLI::CallForVersion& version) {
      print(std::string(version.what()) + "\n");
      return kDone;
    } catch (const CLI::ParseError& error) {
      std::string command;
      for (const CLI::App* chosen : app_.get_subcommands()) command = chosen->get_name();
      print_error({command, error.what(),
                   "see `verbale help" + (command.empty() ? "" : " " + command) + "`"});
      return kUsage;
    }
    return run_ ? run_() : print_help(app_);
  }

 private:
  template <class Options>
  CLI::App* command(const char* name, const char* what, std::shared_ptr<Options> options,
                    int (*run)(const Options&)) {
    CLI::App* command = app_.add_subcommand(name, what);
    command->get_formatter()->column_width(28);
    command->callback([this, options, run] { run_ = [options, run] { return run(*options); }; });
    return command;
  }

  static int print_help(const CLI::App& command) {
    // Not command.help(): that of an App whose subcommand was parsed is the subcommand's.
    const std::string name = command.get_parent() == nullptr ? "verbale" : "verbale " + command.get_name();
    print(command.get_formatter()->make_help(&command, name, CLI::AppFormatMode::Normal));
    return kDone;
  }

  static int refuse_command(const std::string& name) {
    print_error({name, "there is no such command", "`verbale help` shows what there is"});
    return kUsage;
  }

  static void examples(CLI::App* command, const std::string& lines) {
    command->footer("Example:\n  " + lines);
  }

  static void bind_store(CLI::App* command, std::string& store) {
    command->add_option("--store", store, "the record; else $VERBALE_STORE, else verbale.db")
        ->type_name("DB");
  }

  static void bind_threads(CLI::App* command, int& threads) {
    command->add_option("--threads", threads, kThreads)->check(CLI::Range(1, 256))->type_name("N");
  }

  static void bind_filter(CLI::App* command, EntryFilter& filter,
                          const std::vector<std::string>& kinds) {
    const CLI::Validator date(check_date, "");
    const CLI::Validator state(to_state_code, "");
    command->add_option("--side", filter.side, "state of the outlet")->transform(state)->type_name("ISO3");
    command->add_option("--state", filter.state, "a state that is concerned")->transform(state)->type_name("ISO3");
    command->add_option("--document", filter.document, "name or id of the document")->type_name("NAME");
    command->add_option("--from", filter.from, "first day, month or year")->check(date)->type_name("DATE");
    command->add_option("--to", filter.to, "last day, month or year")->check(date)->type_name("DATE");
    if (!kinds.empty()) {
      command->add_option("--kind", filter.kind, "kind")->check(CLI::IsMember(kinds));
    }
    command->add_option("--limit", filter.limit, "at most so many")
        ->check(CLI::NonNegativeNumber)->type_name("N");
  }

  void bind_read() {
    const std::shared_ptr<ReadOptions> options = std::make_shared<ReadOptions>();
    CLI::App* read =
        command("read", "the record of each document, nothing stored", options, run_read);
    read->add_option("files", options->files, "files, - for standard input")->required()->type_name("FILE");
    read->add_flag("--json", options->json, "one JSON object a document");
    read->add_option("--until", options->until, "stop after this stage and print all it knows, as JSON")
        ->type_name("STAGE");
    read->add_option("--from", options->from, "go on at this stage with what --until has printed")
        ->type_name("STAGE");
    bind_threads(read, options->threads);
    examples(read, "verbale read --json report.txt | jq '.commitments[].text.text'");
  }

  void bind_add() {
    const std::shared_ptr<AddOptions> options = std::make_shared<AddOptions>();
    CLI::App* add = command("add", "reads documents into the record", options, run_add);
    bind_store(add, options->store);
    add->add_option("paths", options->paths, "files and folders, - for standard input")
        ->required()->type_name("FILE|DIR");
    add->add_option("--date", options->flags.date, "date of all of them")
        ->check(CLI::Validator(check_given_date, ""))->type_name("DATE");
    add->add_option("--outlet", options->flags.outlet, "outlet of all of them")->type_name("NAME");
    add->add_option("--side", options->flags.side, "state of the outlet of all of them")
        ->transform(CLI::Validator(to_state_code, ""))->type_name("ISO3");
    bind_threads(add, options->threads);
    examples(add, "verbale add reports/ --outlet VNA --side VNM");
  }

  void bind_documents() {
    const std::shared_ptr<DocumentsOptions> options = std::make_shared<DocumentsOptions>();
    CLI::App* documents = command("documents", "what is in the record", options, run_documents);
    bind_store(documents, options->store);
    bind_filter(documents, options->filter, report_kinds());
    documents->add_flag("--json", options->json, "one JSON array");
    examples(documents, "verbale documents --side CHN --from 2024");
  }

  void bind_set() {
    const std::shared_ptr<SetOptions> options = std::make_shared<SetOptions>();
    CLI::App* set = command("set", "metadata that you know better; outlives reading again", options, run_set);
    bind_store(set, options->store);
    set->add_option("document", options->document, "name or id")->required()->type_name("DOCUMENT");
    set->add_option("settings", options->settings, "of title date outlet url language side; an empty VALUE takes it back")
        ->required()->type_name("KEY=VALUE");
    examples(set, "verbale set 2024-08-hanoi date=2024-08-20 outlet='Nhan Dan'");
  }

  void bind_decide() {
    const std::shared_ptr<DecideOptions> options = std::make_shared<DecideOptions>();
    CLI::App* decide = command("decide", "your decision about an entry; outlives reading again", options, run_decide);
    bind_store(decide, options->store);
    decide->add_option("entry", options->entry, "id")->type_name("ENTRY");
    decide->add_option("what", options->what, "accept, reject, nothing-here, comment, or fields of it: "
                                              "speaker=ID,ID act= kind= by= of= to= content=WORDS or START-END")
        ->type_name("WHAT");
    decide->add_option("--reviewer", options->reviewer, "who decides; else $VERBALE_REVIEWER")
        ->envname("VERBALE_REVIEWER")->type_name("NAME");
    decide->add_option("--comment", options->comment, "why")->type_name("TEXT");
    decide->add_flag("--adjudicate", options->adjudicates, "settles what reviewers disagree on");
    decide->add_option("--uphold", options->upholds, "adjudicates as this decision says")->type_name("DECISION");
    decide->add_option("--document", options->document, "instead of an entry: words of this document that no entry has")
        ->type_name("NAME");
    decide->add_option("--layer", options->layer, "of the entry that they are; none: nothing is there")
        ->check(CLI::IsMember({"statement", "topic", "commitment", "meeting", "instrument", "framework", "quantity"}));
    decide->add_option("--start", options->start, "their first code point")->type_name("N");
    decide->add_option("--end", options->end, "the one behind their last")->type_name("N");
    decide->add_option("--undo", options->undo, "withdraws a decision, whenever it was made")->type_name("DECISION");
    decide->add_option("--at", options->at, "when it was made; else now")
        ->check(CLI::Validator(check_time, ""))->type_name("TIME");
    decide->add_flag("--json", options->json, "the decision and the entry as it now stands");
    examples(decide, "verbale decide s-4h1x2m speaker=to-lam --reviewer 'Lan Anh'");
  }

  void bind_decisions() {
    const std::shared_ptr<DecisionsOptions> options = std::make_shared<DecisionsOptions>();
    CLI::App* decisions = command("decisions", "what persons decided about entries", options, run_decisions);
    bind_store(decisions, options->store);
    decisions->add_option("--document", options->filter.document, "name or id of the document")->type_name("NAME");
    decisions->add_option("--reviewer", options->filter.reviewer, "who decided")->type_name("NAME");
    decisions->add_option("--entry", options->filter.entry, "id of the entry")->type_name("ID");
    decisions->add_flag("--json", options->json, "one JSON array");
    examples(decisions, "verbale decisions --reviewer 'Lan Anh' --json");
  }

  void bind_review() {
    const std::shared_ptr<ReviewOptions> options = std::make_shared<ReviewOptions>();
    CLI::App* review = command("review", "what to look at first, by doubt and by what hangs on it", options, run_review);
    bind_store(review, options->store);
    review->add_option("--reviewer", options->filter.reviewer, "whose queue; else what nobody has decided")->type_name("NAME");
    review->add_flag("--decided", options->filter.decided, "what has been decided instead, the latest first");
    review->add_flag("--disputed", options->filter.disputed, "what reviewers disagree on instead");
    review->add_option("--document", options->filter.document, "name or id of the document")->type_name("NAME");
    review->add_option("--layer", options->layer, "only entries of this kind; else all but frameworks, quantities and actors")
        ->check(CLI::IsMember(layer_names()));
    review->add_option("--limit", options->filter.limit, "at most so many")->check(CLI::NonNegativeNumber)->type_name("N");
    review->add_option("--offset", options->filter.offset, "after so many")->check(CLI::NonNegativeNumber)->type_name("N");
    review->add_flag("--json", options->json, "as JSON, with context and decisions");
    examples(review, "verbale review --layer commitment --limit 20");
  }

  static std::vector<std::string> layer_names() {
    std::vector<std::string> names;
    for (size_t layer = 0; layer < kLayers; ++layer) names.emplace_back(layer_name(static_cast<Layer>(layer)));
    return names;
  }

  void bind_agreement() {
    const std::shared_ptr<AgreementOptions> options = std::make_shared<AgreementOptions>();
    CLI::App* agreement = command("agreement", "two reviewers compared: percent, Cohen's kappa, Krippendorff's alpha",
                                  options, run_agreement);
    bind_store(agreement, options->store);
    agreement->add_option("a", options->a, "a reviewer")->required()->type_name("NAME");
    agreement->add_option("b", options->b, "another")->required()->type_name("NAME");
    agreement->add_flag("--json", options->json, "as JSON, with the differences");
    examples(agreement, "verbale agreement 'Lan Anh' Bob");
  }

  void bind_import() {
    const std::shared_ptr<ImportOptions> options = std::make_shared<ImportOptions>();
    CLI::App* import = command("import", "decisions of reviewers: JSON Lines, or WebAnno TSV 3 that was exported and edited",
                               options, run_import);
    bind_store(import, options->store);
    import->add_option("what", options->what, "decisions")->required()->check(CLI::IsMember({"decisions"}));
    import->add_option("files", options->files, "what `decisions --json` or `export webanno` wrote")
        ->required()->type_name("FILE");
    import->add_option("--reviewer", options->reviewer, "whose work a WebAnno file is")->type_name("NAME");
    import->add_option("--document", options->document, "of a .tsv file; else its name tells")->type_name("NAME");
    import->add_option("--at", options->at, "when it was done; else now")
        ->check(CLI::Validator(check_time, ""))->type_name("TIME");
    examples(import, "verbale import decisions annotated.zip --reviewer 'Lan Anh'");
  }

  void bind_remove() {
    const std::shared_ptr<RemoveOptions> options = std::make_shared<RemoveOptions>();
    CLI::App* remove = command("remove", "takes documents out", options, run_remove);
    bind_store(remove, options->store);
    remove->add_option("documents", options->documents, "names or ids")->required()->type_name("DOCUMENT");
    examples(remove, "verbale remove 2024-08-hanoi");
  }

  void bind_refresh() {
    const std::shared_ptr<RefreshOptions> options = std::make_shared<RefreshOptions>();
    CLI::App* refresh = command(
        "refresh", "reads again what an older version has read; ids stay", options, run_refresh);
    bind_store(refresh, options->store);
    refresh->add_flag("--all", options->all, "whatever version has read it");
    bind_threads(refresh, options->threads);
    examples(refresh, "verbale refresh");
  }

  void bind_list(const char* name, const char* what, Layer layer, const char* example,
                 int (*run)(const ListOptions&) = run_list) {
    const std::shared_ptr<ListOptions> options = std::make_shared<ListOptions>();
    options->layer = layer;
    CLI::App* list = command(name, what, options, run);
    bind_store(list, options->store);
    bind_filter(list, options->filter, kinds_of(layer));
    list->add_option("--speaker", options->filter.speaker, "who speaks or takes part: id or words of the name")
        ->type_name("NAME");
    list->add_option("--act", options->filter.act, "what is done by saying it")
        ->check(CLI::IsMember(acts()));
    list->add_flag("--json", options->json, "one JSON array");
    examples(list, example);
  }

  void bind_visits() {
    const std::shared_ptr<ListOptions> options = std::make_shared<ListOptions>();
    CLI::App* visits = command("visits", "who stayed where, with the meetings held there", options, run_visits);
    bind_store(visits, options->store);
    bind_filter(visits, options->filter, {});
    visits->add_option("--speaker", options->filter.speaker, "the guest: id or words of the name")->type_name("NAME");
    visits->add_flag("--json", options->json, "one JSON array");
    examples(visits, "verbale visits --state VNM --from 2023");
  }

  void bind_texts() {
    const std::shared_ptr<TextsOptions> options = std::make_shared<TextsOptions>();
    CLI::App* texts = command("texts", "which documents are the same text or quote the same words", options, run_texts);
    bind_store(texts, options->store);
    bind_filter(texts, options->filter, {});
    texts->add_option("files", options->files, "files to compare; none: the documents of the record")->type_name("FILE");
    texts->add_option("--relation", options->relation, "only these pairs; copy: all that are one account")
        ->check(CLI::IsMember(text_relations()));
    texts->add_flag("--json", options->json, "one JSON array");
    bind_threads(texts, options->threads);
    texts->footer("What two texts share tells what they are to each other:\n"
                  "  exact             the same words in the same order\n"
                  "  near-duplicate    nearly all words of both\n"
                  "  wire-copy         narration of one stands in the other: one account, no second witness\n"
                  "  shared-quotation  both quote the same words: two accounts\n"
                  "  boilerplate       standing words of an outlet: two accounts\n"
                  "  shared-wording    a sentence or two: nothing follows from it\n"
                  "Example:\n  verbale texts --relation copy\n  verbale texts --json wire.txt paper.html");
  }

  void bind_entry(const char* name, const char* what, int (*run)(const EntryOptions&)) {
    const std::shared_ptr<EntryOptions> options = std::make_shared<EntryOptions>();
    CLI::App* entry = command(name, what, options, run);
    bind_store(entry, options->store);
    entry->add_option("id", options->id, "id of the entry, or how it begins")->required()->type_name("ID");
    entry->add_flag("--json", options->json, "one JSON object");
    examples(entry, std::string("verbale ") + name + " s-3f9a1c");
  }

  void bind_search() {
    const std::shared_ptr<SearchOptions> options = std::make_shared<SearchOptions>();
    CLI::App* search = command("search", "full text and fields", options, run_search);
    bind_store(search, options->store);
    search->add_option("query", options->words, "what to look for")->required()->type_name("QUERY");
    search->add_option("--limit", options->limit, "at most so many passages")
        ->check(CLI::NonNegativeNumber)->type_name("N");
    search->add_option("--offset", options->offset, "so many are passed over first")
        ->check(CLI::NonNegativeNumber)->type_name("N");
    search->add_option("--sort", options->sort, "by day, the oldest first, or what the words stand in most")
        ->check(CLI::IsMember({"oldest", "newest", "closest"}));
    search->add_flag("--facets", options->facets, "count them all, by side, outlet, year, act, speaker and kind");
    search->add_option("--save", options->save, "keep the query under this name; @NAME asks it again")->type_name("NAME");
    search->add_flag("--json", options->json, "one JSON array; with --facets one object");
    search->footer(
        "Words are found with and without diacritics. A query:\n"
        "  railway visa           both words          rail OR road     either\n"
        "  \"high-speed rail\"      a phrase            rail*            words that begin so\n"
        "  visa -tourist          without a word      (a OR b) c       groups\n"
        "  \"railway loan\"~5      near each other     =\"Tô Lâm\"       these very diacritics\n"
        "  speaker: to: by: of: act: kind: state:     of a statement or commitment\n"
        "  side: outlet: framework: place: document: date:2024-08 date:[2023 TO 2025-04]\n"
        "Examples:\n"
        "  verbale search '\"theoretical workshop\" OR railway'\n"
        "  verbale search 'speaker:\"Xi Jinping\" act:commissive date:[2023 TO *]'\n"
        "  verbale search --save promises 'act:commissive date:[2024 TO *]' && verbale search @promises\n"
        "  verbale search -- '-visa tourism'\n"
        "docs/search.md tells all of it.");
  }

  void bind_searches() {
    const std::shared_ptr<SearchesOptions> options = std::make_shared<SearchesOptions>();
    CLI::App* searches = command("searches", "the searches that were saved", options, run_searches);
    bind_store(searches, options->store);
    searches->add_option("--drop", options->drop, "take this one out: name or id")->type_name("NAME");
    searches->add_flag("--json", options->json, "one JSON array");
    examples(searches, "verbale search --save promises 'act:commissive' && verbale searches");
  }

  void bind_people() {
    const std::shared_ptr<PeopleOptions> options = std::make_shared<PeopleOptions>();
    CLI::App* people = command("people", "persons with the offices they held, states, parties, organisations",
                               options, run_people);
    bind_store(people, options->store);
    people->add_option("who", options->who, "id: this one, with every document that tells of an office")->type_name("ID");
    bind_filter(people, options->filter, kinds_of(Layer::Actor));
    people->add_option("--speaker", options->filter.speaker, "id or words of the name")->type_name("NAME");
    people->add_flag("--json", options->json, "one JSON array; of one actor an object");
    examples(people, "verbale people --state VNM --kind person\n  verbale people to-lam");
  }

  void bind_network() {
    const std::shared_ptr<NetworkOptions> options = std::make_shared<NetworkOptions>();
    CLI::App* network = command("network", "who met whom how often", options, run_network);
    bind_store(network, options->store);
    bind_filter(network, options->filter, {});
    network->add_option("--of", options->of, "whom the nodes are")->check(CLI::IsMember({"person", "state"}));
    network->add_flag("--json", options->json, "one JSON object: nodes and edges");
    examples(network, "verbale network --of state --from 2023");
  }

  void bind_heat() {
    const std::shared_ptr<HeatOptions> options = std::make_shared<HeatOptions>();
    CLI::App* heat = command("heat", "what was raised when: frameworks or topics by meeting and side", options, run_heat);
    bind_store(heat, options->store);
    const CLI::Validator date(check_date, "");
    const CLI::Validator state(to_state_code, "");
    heat->add_option("states", options->states, "meetings of all of these states")->transform(state)->type_name("STATE");
    heat->add_option("--by", options->by, "what the rows are")->check(CLI::IsMember({"framework", "topic"}));
    heat->add_option("--from", options->from, "first day, month or year")->check(date)->type_name("DATE");
    heat->add_option("--to", options->to, "last day, month or year")->check(date)->type_name("DATE");
    heat->add_option("--limit", options->limit, "at most so many rows")->check(CLI::NonNegativeNumber)->type_name("N");
    heat->add_flag("--json", options->json, "one JSON object with every place that was counted");
    bind_threads(heat, options->threads);
    examples(heat, "verbale heat CHN VNM --by topic");
  }

  void bind_brief() {
    const std::shared_ptr<BriefOptions> options = std::make_shared<BriefOptions>();
    CLI::App* brief = command("brief", "pages to send on, every line with its source", options, run_brief);
    bind_store(brief, options->store);
    brief->add_option("names", options->names, "a meeting or visit; two or more states; or files")
        ->required()->type_name("MEETING|STATE STATE|FILE");
    brief->add_option("-o,--output", options->output, "FILE.md, .html or .docx; else Markdown on standard output")->type_name("FILE");
    bind_threads(brief, options->threads);
    brief->footer("Examples:\n  verbale brief v-4h1x -o visit.docx\n  verbale brief VNM CHN\n  verbale brief hanoi.txt beijing.txt");
  }

  void bind_export() {
    const std::shared_ptr<ExportOptionsGiven> options = std::make_shared<ExportOptionsGiven>();
    CLI::App* export_command = command("export", "the record for other programs", options, run_export);
    std::vector<std::string> names;
    std::string formats = "Formats:\n";
    for (const ExportFormat& format : export_formats()) {
      names.emplace_back(format.name);
      formats += fmt::format("  {:<15}{}\n", format.name, format.what);
    }
    export_command->add_option("format", options->format, "one of those below")
        ->required()->check(CLI::IsMember(names))->type_name("FORMAT");
    bind_store(export_command, options->store);
    bind_filter(export_command, options->filter, report_kinds());
    export_command->add_option("-o,--output", options->output, "the file to write; else standard output")->type_name("FILE");
    export_command->add_flag("--positions-only", options->positions_only,
                             "no word of the texts: for those that may not be passed on");
    bind_threads(export_command, options->threads);
    export_command->footer(formats + "Examples:\n  verbale export csv -o record.csv\n"
                           "  verbale export qdpx --state CHN --from 2024 -o talks.qdpx");
  }

  void bind_compare() {
    const std::shared_ptr<CompareOptions> options = std::make_shared<CompareOptions>();
    CLI::App* compare = command("compare", "the accounts of a meeting side by side", options, run_compare);
    bind_store(compare, options->store);
    compare->add_option("accounts", options->accounts, "a meeting of the record, or files")
        ->required()->type_name("MEETING|FILE");
    compare->add_flag("--json", options->json, "the comparison as JSON");
    compare->add_option("-o,--output", options->output, "a page to read and print: FILE.md or FILE.html")
        ->type_name("FILE");
    CLI::Option* agree = compare->add_flag("--agree", options->agree, "only what all accounts have");
    CLI::Option* differs =
        compare->add_flag("--differs", options->differs, "only what they have but tell differently");
    CLI::Option* only = compare->add_option("--only", options->only, "only what this side or document alone has")
        ->type_name("SIDE");
    agree->excludes(differs)->excludes(only);
    differs->excludes(only);
    bind_threads(compare, options->threads);
    examples(compare, "verbale compare hanoi.txt beijing.txt -o accounts.html\n"
                      "  verbale compare hanoi.txt beijing.txt --only CHN");
  }

  void bind_ledger() {
    const std::shared_ptr<LedgerOptions> options = std::make_shared<LedgerOptions>();
    CLI::App* ledger = command("ledger", "what was undertaken and named, over the meetings", options, run_ledger);
    bind_store(ledger, options->store);
    ledger->add_option("names", options->names, "states whose record it is (none: the two that met most), or files")
        ->type_name("STATE STATE|FILE");
    const CLI::Validator date(check_date, "");
    const CLI::Validator state(to_state_code, "");
    ledger->add_option("--from", options->filter.from, "first day, month or year")->check(date)->type_name("DATE");
    ledger->add_option("--to", options->filter.to, "last day, month or year")->check(date)->type_name("DATE");
    ledger->add_option("--state", options->filter.state, "threads in which it speaks or is asked")
        ->transform(state)->type_name("ISO3");
    ledger->add_option_function<std::string>("--kind", [options](const std::string& kind) {
      options->filter.kind = thread_kind_from(kind);
    }, "kind of thread")->check(CLI::IsMember(thread_kinds()));
    ledger->add_option("--calendar", options->calendar, "write the due dates as iCalendar")->type_name("FILE.ics");
    ledger->add_option("-o,--output", options->output, "write it to a file: .md, .ics or .json")->type_name("FILE");
    ledger->add_flag("--json", options->json, "one JSON object");
    bind_threads(ledger, options->threads);
    examples(ledger, "verbale ledger VNM CHN --kind project\n  verbale ledger 'Viet Nam' China --calendar due.ics\n"
                     "  verbale ledger --json hanoi.txt beijing.txt");
  }

  void bind_status() {
    const std::shared_ptr<StatusOptions> options = std::make_shared<StatusOptions>();
    CLI::App* status = command("status", "your dated mark on an undertaking; outlives reading again", options, run_status);
    bind_store(status, options->store);
    status->add_option("id", options->id, "of an undertaking or an entry of the ledger; none: all marks")->type_name("ID");
    status->add_option("value", options->value, "-1 not kept, 0 partly, +1 kept; or 0 to 3; none takes it back")
        ->check(CLI::IsMember({"-1", "0", "1", "+1", "2", "3", "none"}))->type_name("VALUE");
    status->add_option("--evidence", options->evidence, "the entry or document that shows it")->type_name("ID");
    status->add_option("--date", options->date, "the day it speaks of; else that of the evidence")
        ->check(CLI::Validator(check_date, ""))->type_name("DATE");
    status->add_option("--scale", options->scale, "for 0 and 1: of -1 to +1, or of 0 to 3")
        ->check(CLI::IsMember({"compliance", "implementation"}));
    status->add_flag("--json", options->json, "one JSON array, of a list");
    examples(status, "verbale status c-4h1x2m +1 --evidence i-9d0c1e --date 2025-04-14");
  }

  void bind_serve() {
    const std::shared_ptr<ServeOptions> options = std::make_shared<ServeOptions>();
    CLI::App* serve = command("serve", "the page of the record, for this machine alone", options, run_serve);
    bind_store(serve, options->store);
    serve->add_option("--port", options->port, "of 127.0.0.1; 0: a free one")
        ->check(CLI::Range(0, 65535))->type_name("N")->capture_default_str();
    examples(serve, "verbale serve --store talks.db --port 8421");
  }

  void bind_verify() {
    const std::shared_ptr<VerifyOptions> options = std::make_shared<VerifyOptions>();
    CLI::App* verify = command("verify", "proves every claim again", options, run_verify);
    bind_store(verify, options->store);
    verify->add_option("files", options->files, "what read, compare, ledger, names or phrases wrote with --json, and the files it was made from; none: the record")
        ->expected(2, -1)->type_name("FILE.json TEXT");
    verify->add_flag("--worked-out", options->worked_out, "of the record: comparisons, ledgers, names and phrases too (reads every text again)");
    bind_threads(verify, options->threads);
    verify->add_flag("--json", options->json, "failures and counts as JSON");
    examples(verify, "verbale verify --worked-out\n  verbale read --json a.txt > a.json && verbale verify a.json a.txt\n  verbale compare --json a.txt b.txt > c.json && verbale verify c.json a.txt b.txt");
  }

  // Files or the record, and which documents of them.
  static void bind_choice(CLI::App* command, DocumentChoice& choice) {
    command->add_option("files", choice.files, "files, - for standard input; none: the record")->type_name("FILE");
    bind_store(command, choice.store);
    bind_filter(command, choice.filter, {});
    bind_threads(command, choice.threads);
  }

  void bind_names() {
    const std::shared_ptr<NamesOptions> options = std::make_shared<NamesOptions>();
    CLI::App* names = command("names", "different names used for one thing", options, run_names);
    bind_choice(names, options->choice);
    names->add_flag("--json", options->json, "one JSON array");
    examples(names, "verbale names hanoi.txt beijing.txt\n  verbale names --state VNM --from 2023");
  }

  void bind_phrases() {
    const std::shared_ptr<PhrasesOptions> options = std::make_shared<PhrasesOptions>();
    CLI::App* phrases = command("phrases", "set phrases and who uses them since when", options, run_phrases);
    bind_choice(phrases, options->choice);
    phrases->add_option("--kind", options->kind, "known from the packs, found by repetition, or a list")
        ->check(CLI::IsMember({"known", "found", "list"}));
    phrases->add_option("--documents", options->least_documents, "of a found phrase at least so many")
        ->check(CLI::Range(1, 1000000))->type_name("N");
    phrases->add_flag("--json", options->json, "one JSON array");
    examples(phrases, "verbale phrases --kind known --from 2023\n  verbale phrases hanoi.txt beijing.txt --json");
  }

  void bind_phrase() {
    const std::shared_ptr<PhraseOptions> options = std::make_shared<PhraseOptions>();
    CLI::App* phrase = command("phrase", "the life of one phrase", options, run_phrase);
    phrase->add_option("phrase", options->phrase, "its words; case does not matter")->required()->type_name("PHRASE");
    bind_choice(phrase, options->choice);
    phrase->add_flag("--json", options->json, "one JSON object, with every use");
    examples(phrase, "verbale phrase 'six orientations'\n  verbale phrase 'win-win cooperation' reports/*.txt");
  }

  void bind_eval() {
    const std::shared_ptr<EvalOptions> options = std::make_shared<EvalOptions>();
    CLI::App* eval = command("eval", "scores the program against gold records", options, run_eval);
    eval->add_option("gold", options->gold, "folder of NAME.gold.json")->required()->type_name("GOLD_DIR");
    eval->add_option("texts", options->texts, "folders of NAME*.txt")->required()->type_name("TEXT_DIR");
    eval->add_flag("--misses", options->misses, "each entry that is wrong, missed or too much");
    eval->add_flag("--documents", options->documents, "F1/whole of each document");
    eval->add_flag("--json", options->json, "the scores as JSON");
    bind_threads(eval, options->threads);
    examples(eval, "verbale eval gold/ texts/ --misses");
  }

  void bind_completion() {
    CLI::App* completion = app_.add_subcommand("completion", "completion for a shell, to be sourced");
    completion->add_option("shell", shell_, "bash, zsh or fish")
        ->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    completion->callback([this] {
      run_ = [this] {
        print(completion_script(shell_, described_commands()));
        return static_cast<int>(kDone);
      };
    });
    examples(completion, "source <(verbale completion bash)");
  }

  void bind_help() {
    CLI::App* version = app_.add_subcommand("version", "the version of the program");
    version->callback([this] {
      run_ = [] {
        print(std::string("verbale ") + std::string(kVersion) + "\n");
        return static_cast<int>(kDone);
      };
    });
    CLI::App* help = app_.add_subcommand("help", "what there is, or more about one command");
    help->add_option("command", helped_, "the command")->type_name("COMMAND");
    help->callback([this] {
      run_ = [this] {
        if (helped_.empty()) return print_help(app_);
        const CLI::App* command = find_command(helped_);
        return command == nullptr ? refuse_command(helped_) : print_help(*command);
      };
    });
  }

  const CLI::App* find_command(const std::string& name) const {
    for (const CLI::App* command : app_.get_subcommands(kAll)) {
      if (command->get_name() == name) return command;
    }
    return nullptr;
  }

  std::vector<DescribedCommand> described_commands() const {
    std::vector<DescribedCommand> commands;
    for (const CLI::App* command : app_.get_subcommands(kAll)) {
      DescribedCommand& described = commands.emplace_back();
      described.name = command->get_name();
      described.what = command->get_description();
      for (const CLI::Option* option : command->get_options()) {
        if (!option->get_lnames().empty()) {
          described.options.push_back({"--" + option->get_lnames().front(), option->get_description()});
        }
      }
    }
    return commands;
  }

  CLI::App app_;
  std::function<int()> run_;
  std::string shell_;
  std::string helped_;
};

}  // namespace

int run_program(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error to report, no reason to die
  const int code = CommandLine().run(argc, argv);
  return finish_output() ? code : kRefused;
}

}  // namespace verbale
