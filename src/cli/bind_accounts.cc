// Accounts of one meeting beside each other, and what runs through the meetings.
#include "cli/bind.h"

#include <memory>

#include "answers/filter_values.h"

namespace verbale {
namespace {

// Files or the record, and which documents of them.
void bind_choice(Command command, DocumentChoice& choice) {
  command.option("files", choice.files, "files, - for standard input; none: the record")
      .shown_as("FILE");
  command.store(choice.store);
  command.filter(choice.filter, {});
  command.threads(choice.threads);
}

}  // namespace

void bind_brief(CommandLine& line) {
  const std::shared_ptr<BriefOptions> options = std::make_shared<BriefOptions>();
  Command brief =
      line.command("brief", "pages to send on, every line with its source", options, run_brief);
  brief.store(options->store);
  brief.option("names", options->names, "a meeting or visit; two or more states; or files")
      .required()
      .shown_as("MEETING|STATE STATE|FILE");
  brief
      .option("-o,--output", options->output,
              "FILE.md, .html or .docx; else Markdown on standard output")
      .shown_as("FILE");
  brief.threads(options->threads);
  brief.footer(
      "Examples:\n  verbale brief v-4h1x -o visit.docx\n  verbale brief VNM CHN\n  verbale brief "
      "hanoi.txt beijing.txt");
}

void bind_compare(CommandLine& line) {
  const std::shared_ptr<CompareOptions> options = std::make_shared<CompareOptions>();
  Command compare =
      line.command("compare", "the accounts of a meeting side by side", options, run_compare);
  compare.store(options->store);
  compare.option("accounts", options->accounts, "a meeting of the record, or files")
      .required()
      .shown_as("MEETING|FILE");
  compare.flag("--json", options->json, "the comparison as JSON");
  compare.option("-o,--output", options->output, "a page to read and print: FILE.md or FILE.html")
      .shown_as("FILE");
  Argument agree = compare.flag("--agree", options->agree, "only what all accounts have");
  Argument differs =
      compare.flag("--differs", options->differs, "only what they have but tell differently");
  Argument only =
      compare.option("--only", options->only, "only what this side or document alone has")
          .shown_as("SIDE");
  agree.not_with(differs).not_with(only);
  differs.not_with(only);
  compare.threads(options->threads);
  compare.examples(
      "verbale compare hanoi.txt beijing.txt -o accounts.html\n"
      "  verbale compare hanoi.txt beijing.txt --only CHN");
}

void bind_ledger(CommandLine& line) {
  const std::shared_ptr<LedgerOptions> options = std::make_shared<LedgerOptions>();
  Command ledger = line.command("ledger", "what was undertaken and named, over the meetings",
                                options, run_ledger);
  ledger.store(options->store);
  ledger
      .option("names", options->names,
              "states whose record it is (none: the two that met most), or files")
      .shown_as("STATE STATE|FILE");
  ledger.option("--from", options->filter.from, "first day, month or year").date().shown_as("DATE");
  ledger.option("--to", options->filter.to, "last day, month or year").date().shown_as("DATE");
  ledger.option("--state", options->filter.state, "threads in which it speaks or is asked")
      .state()
      .shown_as("ISO3");
  ledger
      .option(
          "--kind",
          [options](const std::string& kind) { options->filter.kind = thread_kind_from(kind); },
          "kind of thread")
      .one_of(thread_kinds());
  ledger.option("--calendar", options->calendar, "write the due dates as iCalendar")
      .shown_as("FILE.ics");
  ledger
      .option("-o,--output", options->output,
              "write it to a file: .md, .html, .docx, .ics or .json")
      .shown_as("FILE");
  ledger.flag("--json", options->json, "one JSON object");
  ledger.threads(options->threads);
  ledger.examples(
      "verbale ledger VNM CHN --kind project\n  verbale ledger 'Viet Nam' China --calendar "
      "due.ics\n"
      "  verbale ledger --json hanoi.txt beijing.txt");
}

void bind_names(CommandLine& line) {
  const std::shared_ptr<NamesOptions> options = std::make_shared<NamesOptions>();
  Command names = line.command("names", "different names used for one thing", options, run_names);
  bind_choice(names, options->choice);
  names.flag("--json", options->json, "one JSON array");
  names.examples("verbale names hanoi.txt beijing.txt\n  verbale names --state VNM --from 2023");
}

void bind_phrases(CommandLine& line) {
  const std::shared_ptr<PhrasesOptions> options = std::make_shared<PhrasesOptions>();
  Command phrases =
      line.command("phrases", "set phrases and who uses them since when", options, run_phrases);
  bind_choice(phrases, options->choice);
  phrases.option("--kind", options->kind, "known from the packs, found by repetition, or a list")
      .one_of({"known", "found", "list"});
  phrases.option("--documents", options->least_documents, "of a found phrase at least so many")
      .in_range(1, 1000000)
      .shown_as("N");
  phrases.flag("--json", options->json, "one JSON array");
  phrases.examples(
      "verbale phrases --kind known --from 2023\n  verbale phrases hanoi.txt beijing.txt --json");
}

void bind_phrase(CommandLine& line) {
  const std::shared_ptr<PhraseOptions> options = std::make_shared<PhraseOptions>();
  Command phrase = line.command("phrase", "the life of one phrase", options, run_phrase);
  phrase.option("phrase", options->phrase, "its words; case does not matter")
      .required()
      .shown_as("PHRASE");
  bind_choice(phrase, options->choice);
  phrase.flag("--json", options->json, "one JSON object, with every use");
  phrase.examples(
      "verbale phrase 'six orientations'\n  verbale phrase 'win-win cooperation' reports/*.txt");
}

}  // namespace verbale
