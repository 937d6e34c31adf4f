#include "answers/overviews.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "answers/rows.h"
#include "store/meeting_lists.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

Result<std::vector<ListedMeeting>> meetings_of(const Record& record, const EntryFilter& filter) {
  std::vector<ListedMeeting> meetings;
  const Result<void> done = each_meeting(record, filter, [&](const ListedMeeting& meeting) { meetings.push_back(meeting); });
  if (!done) return std::unexpected(done.error());
  return meetings;
}

// Of each visit, and of each meeting that no visit holds: the states that met. Of a visit that an account only sums up a
// meeting names the guest alone.
Result<std::map<std::string, std::set<std::string>>> states_that_met(const Record& record,
                                                                      const std::vector<ListedMeeting>& meetings) {
  std::map<std::string, std::set<std::string>> states;
  for (const ListedMeeting& meeting : meetings) {
    for (const JoinedPerson& person : meeting.participants) {
      states[meeting.visit.empty() ? meeting.id : meeting.visit].insert(person.side);
    }
  }
  const Result<void> visits = each_visit(record, {}, [&](const ListedVisit& visit) {
    states[visit.id].insert({visit.guest_state, visit.host_state});
  });
  if (!visits) return std::unexpected(visits.error());
  return states;
}

// The documents that give an account of one of the meetings; a text that several of one side print once.
Result<std::vector<Document>> accounts_of(const Record& record, const std::vector<ListedMeeting>& meetings,
                                          const Reader& reader, int threads) {
  std::set<std::string> names;
  for (const ListedMeeting& meeting : meetings) {
    for (const ListedAccount& account : meeting.accounts) {
      if (!account.mention) names.insert(account.document);
    }
  }
  const std::vector<std::string> list(names.begin(), names.end());
  Result<std::vector<Document>> documents = read_accounts(record, reader, list, threads);
  if (!documents) return documents;
  std::set<std::pair<std::string, std::string>> seen;
  std::erase_if(*documents, [&](const Document& document) {
    return !seen.emplace(document.publication.side.value, document.text).second;
  });
  return documents;
}

void write_words(JsonWriter& json, std::string_view document, std::string_view text, uint32_t start, uint32_t end) {
  json.key("text").value(text).key("start").value(start).key("end").value(end);
  json.key("document").value(document);
}

void write_office(JsonWriter& json, const OfficeHeld& office, bool whole) {
  json.begin_object().key("title").value(office.title);
  write_or_null(json, "first", office.first);
  write_or_null(json, "last", office.last);
  json.key("documents").value(static_cast<int64_t>(office.evidence.size()));
  json.key("evidence").begin_array();
  for (size_t i = 0; i < office.evidence.size(); ++i) {
    if (!whole && i > 0 && i + 1 < office.evidence.size()) continue;
    const OfficeEvidence& evidence = office.evidence[i];
    json.begin_object();
    write_words(json, evidence.document, evidence.text, evidence.start, evidence.end);
    write_or_null(json, "date", evidence.date);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

Result<std::vector<ActorOverview>> people_of_record(const Record& record, const EntryFilter& filter,
                                                    const Knowledge& knowledge) {
  EntryFilter wide = filter;
  wide.limit = -1;
  const Result<std::vector<ActorSighting>> sightings = read_sightings(record, wide);
  if (!sightings) return std::unexpected(sightings.error());
  wide.kind.clear();
  const Result<std::vector<ListedMeeting>> meetings = meetings_of(record, wide);
  if (!meetings) return std::unexpected(meetings.error());
  return find_people(*sightings, *meetings, knowledge);
}

const ActorOverview* find_person(const std::vector<ActorOverview>& people, const std::string& id) {
  const auto own = std::ranges::find(people, id, &ActorOverview::id);
  if (own != people.end()) return &*own;
  const auto named = std::ranges::find_if(people, [&](const ActorOverview& actor) {
    return std::ranges::find(actor.ids, id) != actor.ids.end();
  });
  return named == people.end() ? nullptr : &*named;
}

void write_person(JsonWriter& json, const ActorOverview& actor, bool whole) {
  json.begin_object().key("id").value(actor.id).key("name").value(actor.name).key("kind").value(actor.kind);
  write_or_null(json, "state", actor.state);
  json.key("offices").begin_array();
  for (const OfficeHeld& office : actor.offices) write_office(json, office, whole);
  json.end_array().key("documents").value(actor.documents).key("statements").value(actor.statements);
  json.key("meetings");
  if (whole) {
    json.begin_array();
    for (const std::string& meeting : actor.meetings) json.value(meeting);
    json.end_array().key("statements_by_act").begin_object();
    for (const auto& [act, count] : actor.statements_by_act) json.key(act).value(count);
    json.end_object();
  } else {
    json.value(static_cast<int64_t>(actor.meetings.size()));
  }
  json.key("ids").begin_array();
  for (const std::string& id : actor.ids) json.value(id);
  json.end_array().end_object();
}

std::string people_json(const std::vector<ActorOverview>& people) {
  std::string out;
  for (const ActorOverview& actor : people) {
    JsonWriter json;
    write_person(json, actor, false);
    out += (out.empty() ? "[\n" : ",\n") + json.take();
  }
  return out.empty() ? "[]" : out + "\n]";
}

Result<MeetingNetwork> network_of_record(const Record& record, const EntryFilter& filter, bool of_states,
                                         const Knowledge& knowledge) {
  const Result<std::vector<ListedMeeting>> meetings = meetings_of(record, filter);
  if (!meetings) return std::unexpected(meetings.error());
  if (of_states) return network_of_states(*meetings, knowledge);
  // Of the whole record: who has a namesake has one whatever is asked for.
  const Result<std::vector<ActorSighting>> sightings = read_sightings(record, EntryFilter());
  if (!sightings) return std::unexpected(sightings.error());
  return network_of_persons(*meetings, PersonIds(*sightings, knowledge));
}

std::string network_json(const MeetingNetwork& network) {
  JsonWriter json(2);
  json.begin_object().key("nodes").begin_array();
  for (const NetworkNode& node : network.nodes) {
    json.begin_object().key("id").value(node.id).key("name").value(node.name);
    write_or_null(json, "state", node.state);
    json.key("meetings").value(node.meetings).end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const NetworkEdge& edge : network.edges) {
    json.begin_object().key("a").value(edge.a).key("b").value(edge.b).key("meetings").begin_array();
    for (const std::string& meeting : edge.meetings) json.value(meeting);
    json.end_array().key("count").value(static_cast<int64_t>(edge.meetings.size()));
    write_or_null(json, "first", edge.first);
    write_or_null(json, "last", edge.last);
    json.end_object();
  }
  return json.end_array().end_object().take();
}

Result<HeatMap> heat_of_record(const Record& record, const HeatQuestion& question, const LedgerMaterials& materials,
                               int threads) {
  const Reader& reader = materials.reader;
  EntryFilter filter;
  filter.from = question.from;
  filter.to = question.to;
  Result<std::vector<ListedMeeting>> meetings = meetings_of(record, filter);
  if (!meetings) return std::unexpected(meetings.error());
  const Result<std::map<std::string, std::set<std::string>>> met = states_that_met(record, *meetings);
  if (!met) return std::unexpected(met.error());
  std::erase_if(*meetings, [&](const ListedMeeting& meeting) {
    const auto states = met->find(meeting.visit.empty() ? meeting.id : meeting.visit);
    return !std::ranges::all_of(question.states, [&](const std::string& state) {
      return states != met->end() && states->second.contains(state);
    });
  });
  const Result<std::vector<Document>> documents = accounts_of(record, *meetings, reader, threads);
  if (!documents) return std::unexpected(documents.error());
  const Result<TopicWords> topics = load_topic_words(reader.knowledge->home, materials.meanings, materials.words);
  if (!topics) return std::unexpected(topics.error());
  std::vector<RaisedWord> words;
  for (const Document& document : *documents) {
    std::vector<RaisedWord> own =
        question.topics ? raised_topics(document, *reader.knowledge, *topics) : raised_frameworks(document, *reader.knowledge);
    std::ranges::move(own, std::back_inserter(words));
  }
  const int32_t least = question.least > 0 ? question.least : question.topics ? 2 : 1;
  HeatMap map = make_heat_map(words, *meetings, least);
  if (question.rows >= 0 && std::ssize(map.rows) > question.rows) map.rows.resize(static_cast<size_t>(question.rows));
  return map;
}

std::string heat_json(const HeatMap& map) {
  JsonWriter json(2);
  json.begin_object().key("meetings").begin_array();
  for (const HeatColumn& column : map.columns) {
    json.begin_object().key("id").value(column.id);
    write_or_null(json, "date", column.date);
    json.key("label").value(column.label).end_object();
  }
  json.end_array().key("sides").begin_array();
  for (const std::string& side : map.sides) json.value(side);
  json.end_array().key("rows").begin_array();
  for (const HeatRow& row : map.rows) {
    json.begin_object().key("label").value(row.label).key("id").value(row.id).key("count").value(row.count);
    json.key("cells").begin_array();
    for (const HeatCell& cell : row.cells) {
      json.begin_object().key("meeting").value(map.columns[static_cast<size_t>(cell.column)].id);
      write_or_null(json, "side", cell.side);
      json.key("count").value(static_cast<int64_t>(cell.evidence.size())).key("evidence").begin_array();
      for (const RaisedWord& word : cell.evidence) {
        json.begin_object();
        write_words(json, word.document, word.text, word.start, word.end);
        json.end_object();
      }
      json.end_array().end_object();
    }
    json.end_array().end_object();
  }
  return json.end_array().end_object().take();
}

}  // namespace verbale
