// verbale people: everybody the record names, persons with their offices over time.
#include <fmt/format.h>

#include <algorithm>

#include "answers/overviews.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

// "2024-08-19 to 2024-08-20", "2025-04-14", "?".
std::string days(const std::string& first, const std::string& last) {
  if (first.empty()) return "?";
  return first == last ? first : first + " to " + last;
}

std::string offices_of(const ActorOverview& actor) {
  std::string out;
  for (const OfficeHeld& office : actor.offices) {
    out += fmt::format("{}{} ({})", out.empty() ? "" : "; ", one_line(office.title), days(office.first, office.last));
  }
  return out;
}

std::string table_of(const std::vector<ActorOverview>& people) {
  Table table({{"id", Style::Id, true}, {"name", Style::Bold, true}, {"kind"}, {"state"}, {"offices", Style::Plain, true},
               {"documents", Style::Plain, false, true}, {"statements", Style::Plain, false, true},
               {"meetings", Style::Plain, false, true}});
  for (const ActorOverview& actor : people) {
    table.add({actor.id, one_line(actor.name), actor.kind, actor.state, offices_of(actor), fmt::format("{}", actor.documents),
               fmt::format("{}", actor.statements), fmt::format("{}", actor.meetings.size())});
  }
  return layout_for_output(table);
}

std::string page_of(const ActorOverview& actor) {
  std::string out = styled(one_line(actor.name), Style::Bold) + "  " + styled(actor.id, Style::Id) + "  " + actor.state + '\n';
  out += fmt::format("{} documents, {} statements, {} meetings\n", actor.documents, actor.statements, actor.meetings.size());
  for (const auto& [act, count] : actor.statements_by_act) out += fmt::format("  {} {}\n", act, count);
  for (const OfficeHeld& office : actor.offices) {
    out += fmt::format("\n{} ({})\n", styled(one_line(office.title), Style::Bold), days(office.first, office.last));
    for (const OfficeEvidence& evidence : office.evidence) {
      out += fmt::format("  {}  {}  \"{}\" {}-{}\n", evidence.date.empty() ? "?" : evidence.date, evidence.document,
                         one_line(evidence.text), evidence.start, evidence.end);
    }
  }
  return out;
}

int print_one(const std::vector<ActorOverview>& people, const PeopleOptions& options) {
  const ActorOverview* actor = find_person(people, options.who);
  if (actor == nullptr) {
    return refused({options.who, "the record names nobody so", "`verbale people` lists the ids; `--speaker NAME` looks for names"});
  }
  if (!options.json) {
    print(page_of(*actor));
    return kDone;
  }
  JsonWriter json(1);
  write_person(json, *actor, true);
  print(json.take() + "\n");
  return kDone;
}

}  // namespace

int run_people(const PeopleOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  Result<std::vector<ActorOverview>> people = people_of_record(*record, options.filter, *reader->knowledge);
  if (!people) return refused(people.error());
  if (!options.who.empty()) return print_one(*people, options);
  const int64_t limit = options.filter.limit;
  if (limit >= 0 && std::ssize(*people) > limit) people->resize(static_cast<size_t>(limit));
  print(options.json ? people_json(*people) + "\n" : table_of(*people));
  return kDone;
}

}  // namespace verbale
