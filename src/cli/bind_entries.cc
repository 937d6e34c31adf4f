// Entries of the record: listed, found, counted.
#include "cli/bind.h"

#include <memory>

#include "answers/filter_values.h"

namespace verbale {
namespace {

void bind_list(CommandLine& line, const char* name, const char* what, Layer layer,
               const char* example, int (*run)(const ListOptions&) = run_list) {
  const std::shared_ptr<ListOptions> options = std::make_shared<ListOptions>();
  options->layer = layer;
  Command list = line.command(name, what, options, run);
  list.store(options->store);
  list.filter(options->filter, kinds_of(layer));
  list.option("--speaker", options->filter.speaker,
              "who speaks or takes part: id or words of the name")
      .shown_as("NAME");
  list.option("--act", options->filter.act, "what is done by saying it").one_of(acts());
  list.flag("--json", options->json, "one JSON array");
  list.examples(example);
}

void bind_entry(CommandLine& line, const char* name, const char* what,
                int (*run)(const EntryOptions&)) {
  const std::shared_ptr<EntryOptions> options = std::make_shared<EntryOptions>();
  Command entry = line.command(name, what, options, run);
  entry.store(options->store);
  entry.option("id", options->id, "id of the entry, or how it begins").required().shown_as("ID");
  entry.flag("--json", options->json, "one JSON object");
  entry.examples(std::string("verbale ") + name + " s-3f9a1c");
}

}  // namespace

void bind_meetings(CommandLine& line) {
  bind_list(line, "meetings", "who met whom", Layer::Meeting,
            "verbale meetings --state CHN --from 2024", run_meetings);
}

void bind_lists(CommandLine& line) {
  bind_list(line, "statements", "who said what", Layer::Statement,
            "verbale statements --speaker 'To Lam' --act commissive");
  bind_list(line, "commitments", "who is bound to what", Layer::Commitment,
            "verbale commitments --state CHN --kind agreed --json");
  bind_list(line, "topics", "what was talked about, no content given", Layer::Topic,
            "verbale topics --document 2024-08-hanoi");
  bind_list(line, "instruments", "what was signed or issued", Layer::Instrument,
            "verbale instruments --state VNM");
  bind_list(line, "frameworks", "what is referred to by name", Layer::Framework,
            "verbale frameworks --kind mechanism");
  bind_list(line, "quantities", "dates and numbers", Layer::Quantity,
            "verbale quantities --kind money");
  bind_list(line, "actors", "everybody the record names", Layer::Actor,
            "verbale actors --kind person");
}

void bind_show(CommandLine& line) {
  bind_entry(line, "show", "one entry with its evidence in context", run_show);
}

void bind_explain(CommandLine& line) {
  bind_entry(line, "explain", "why an entry was made", run_explain);
}

void bind_visits(CommandLine& line) {
  const std::shared_ptr<ListOptions> options = std::make_shared<ListOptions>();
  Command visits =
      line.command("visits", "who stayed where, with the meetings held there", options, run_visits);
  visits.store(options->store);
  visits.filter(options->filter, {});
  visits.option("--speaker", options->filter.speaker, "the guest: id or words of the name")
      .shown_as("NAME");
  visits.flag("--json", options->json, "one JSON array");
  visits.examples("verbale visits --state VNM --from 2023");
}

void bind_search(CommandLine& line) {
  const std::shared_ptr<SearchOptions> options = std::make_shared<SearchOptions>();
  Command search = line.command("search", "full text and fields", options, run_search);
  search.store(options->store);
  search.option("query", options->words, "what to look for").required().shown_as("QUERY");
  search.option("--limit", options->limit, "at most so many passages").not_negative().shown_as("N");
  search.option("--offset", options->offset, "so many are passed over first")
      .not_negative()
      .shown_as("N");
  search
      .option("--sort", options->sort, "by day, the oldest first, or what the words stand in most")
      .one_of({"oldest", "newest", "closest"});
  search.flag("--facets", options->facets,
              "count them all, by side, outlet, year, act, speaker and kind");
  search.option("--save", options->save, "keep the query under this name; @NAME asks it again")
      .shown_as("NAME");
  search.flag("--json", options->json, "one JSON array; with --facets one object");
  search.footer(
      "Words are found with and without diacritics. A query:\n"
      "  railway loan           both, in any form   rail OR road     either\n"
      "  \"high-speed rail\"      as it is written    rail*            words that begin so\n"
      "  visa -tourist          without a word      (a OR b) c       groups\n"
      "  \"railway loan\"~5      near each other     =\"Tô Lâm\"       these very diacritics\n"
      "  speaker: to: by: of: act: kind: state:     of a statement or commitment\n"
      "  side: outlet: framework: place: document: date:2024-08 date:[2023 TO 2025-04]\n"
      "Examples:\n"
      "  verbale search '\"theoretical workshop\" OR railway'\n"
      "  verbale search 'speaker:\"Xi Jinping\" act:commissive date:[2023 TO *]'\n"
      "  verbale search --save promises 'act:commissive date:[2024 TO *]' && verbale search "
      "@promises\n"
      "  verbale search -- '-visa tourism'\n"
      "docs/search.md tells all of it.");
}

void bind_searches(CommandLine& line) {
  const std::shared_ptr<SearchesOptions> options = std::make_shared<SearchesOptions>();
  Command searches =
      line.command("searches", "the searches that were saved", options, run_searches);
  searches.store(options->store);
  searches.option("--drop", options->drop, "take this one out: name or id").shown_as("NAME");
  searches.flag("--json", options->json, "one JSON array");
  searches.examples("verbale search --save promises 'act:commissive' && verbale searches");
}

void bind_people(CommandLine& line) {
  const std::shared_ptr<PeopleOptions> options = std::make_shared<PeopleOptions>();
  Command people =
      line.command("people", "persons with the offices they held, states, parties, organisations",
                   options, run_people);
  people.store(options->store);
  people.option("who", options->who, "id: this one, with every document that tells of an office")
      .shown_as("ID");
  people.filter(options->filter, kinds_of(Layer::Actor));
  people.option("--speaker", options->filter.speaker, "id or words of the name").shown_as("NAME");
  people.flag("--json", options->json, "one JSON array; of one actor an object");
  people.examples("verbale people --state VNM --kind person\n  verbale people to-lam");
}

void bind_network(CommandLine& line) {
  const std::shared_ptr<NetworkOptions> options = std::make_shared<NetworkOptions>();
  Command network = line.command("network", "who met whom how often", options, run_network);
  network.store(options->store);
  network.filter(options->filter, {});
  network.option("--of", options->of, "whom the nodes are").one_of({"person", "state"});
  network.flag("--json", options->json, "one JSON object: nodes and edges");
  network.examples("verbale network --of state --from 2023");
}

void bind_heat(CommandLine& line) {
  const std::shared_ptr<HeatOptions> options = std::make_shared<HeatOptions>();
  Command heat = line.command(
      "heat", "what was raised when: frameworks or topics by meeting and side", options, run_heat);
  heat.store(options->store);
  heat.option("states", options->states, "meetings of all of these states")
      .state()
      .shown_as("STATE");
  heat.option("--by", options->by, "what the rows are").one_of({"framework", "topic"});
  heat.option("--from", options->from, "first day, month or year").date().shown_as("DATE");
  heat.option("--to", options->to, "last day, month or year").date().shown_as("DATE");
  heat.option("--limit", options->limit, "at most so many rows").not_negative().shown_as("N");
  heat.flag("--json", options->json, "one JSON object with every place that was counted");
  heat.threads(options->threads);
  heat.examples("verbale heat CHN VNM --by topic");
}

}  // namespace verbale
