#include "store/meeting_lists.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/json_value.h"
#include "base/utf8.h"
#include "store/conditions.h"
#include "store/guarded.h"

namespace verbale {
namespace {

// A report of the meeting m in a publication d of which the condition that follows is true.
constexpr std::string_view kAccountIs =
    "EXISTS (SELECT 1 FROM meeting_members x JOIN meeting_reports r ON r.id = x.report JOIN publications d ON d.text = "
    "r.text WHERE x.meeting = m.id AND ";
constexpr std::string_view kParticipantIs = "EXISTS (SELECT 1 FROM json_each(m.body, '$.participants') p WHERE ";

void add_meeting_conditions(Conditions& where, const EntryFilter& filter) {
  if (!filter.side.empty()) where.add(fmt::format("{}d.side = ?)", kAccountIs), {filter.side});
  if (!filter.document.empty()) {
    where.add(fmt::format("{}(d.name = ? OR d.id = ?))", kAccountIs), {filter.document, filter.document});
  }
  if (!filter.kind.empty()) where.add("m.kind = ?", {filter.kind});
  if (!filter.state.empty()) where.add(fmt::format("{}p.value ->> 'side' = ?)", kParticipantIs), {filter.state});
  if (!filter.speaker.empty()) {
    // Ids are folded names with hyphens.
    where.add(fmt::format("{}p.value ->> 'id' = ? OR ' ' || replace(p.value ->> 'id', '-', ' ') || ' ' LIKE ?)", kParticipantIs),
              {filter.speaker, "% " + fold(filter.speaker) + " %"});
  }
  if (!filter.from.empty()) where.add("m.day >= ?", {filter.from});
  if (!filter.to.empty()) where.add("m.day <= ?", {range_end(filter.to)});
}

void add_visit_conditions(Conditions& where, const EntryFilter& filter) {
  if (!filter.state.empty()) where.add("? IN (v.guest_state, v.host_state)", {filter.state});
  if (!filter.from.empty()) where.add("v.last_day >= ?", {filter.from});
  if (!filter.to.empty()) where.add("v.first_day <= ?", {range_end(filter.to)});
  if (!filter.speaker.empty()) {
    where.add("EXISTS (SELECT 1 FROM json_each(v.body, '$.guests') p WHERE p.value ->> 'id' = ? OR ' ' || "
              "replace(p.value ->> 'id', '-', ' ') || ' ' LIKE ?)",
              {filter.speaker, "% " + fold(filter.speaker) + " %"});
  }
  for (const auto& [column, value] : {std::pair{"d.side", &filter.side}, std::pair{"d.name", &filter.document}}) {
    if (value->empty()) continue;
    where.add(fmt::format("EXISTS (SELECT 1 FROM meetings m WHERE m.visit = v.id AND {}{} = ?))", kAccountIs, column), {*value});
  }
}

std::vector<JoinedPerson> persons_of(const JsonValue& list) {
  std::vector<JoinedPerson> persons;
  for (const JsonValue& one : list.items) {
    persons.push_back({one.at("id").text, one.at("name").text, one.at("role").text, one.at("side").text, {}});
  }
  return persons;
}

// Reads meetings with their accounts; statements are prepared once.
class MeetingReader {
 public:
  explicit MeetingReader(const Database& database)
      : accounts_(database.query(
            "SELECT r.id, p.name, p.id, p.published, p.side, p.outlet, p.report_kind, r.kind, r.date, r.words, r.start, "
            "r.\"end\", r.title, m.made_by, m.inferred, r.standing FROM meeting_members m JOIN meeting_reports r ON r.id = "
            "m.report JOIN publications p ON p.text = r.text WHERE m.meeting = ? ORDER BY r.standing, p.published IS NULL, "
            "p.published, p.name, r.entry < 0, r.entry")) {}

  static constexpr std::string_view kColumns = "m.id, m.kind, m.visit, m.body";

  ListedMeeting read(const Query& row) {
    ListedMeeting meeting;
    meeting.id = row.text(0);
    meeting.kind = row.text(1);
    meeting.visit = row.text(2);
    const JsonValue body = JsonValue::parse(row.text(3)).value_or(JsonValue());
    meeting.date = body.at("date").text;
    meeting.inferred = body.at("inferred").is_true();
    meeting.place = body.at("place").text;
    meeting.place_state = body.at("state").text;
    meeting.participants = persons_of(body.at("participants"));
    meeting.host = body.at("host").text;
    accounts_.bind(1, meeting.id);
    while (accounts_.step()) add_account(meeting.accounts);
    return meeting;
  }

 private:
  // A document that tells of the meeting in several places gives one account.
  void add_account(std::vector<ListedAccount>& accounts) {
    const auto text = [&](int column) { return std::string(accounts_.text(column)); };
    const bool mention = accounts_.text(15) == "mention";
    ListedAccount* account = nullptr;
    for (ListedAccount& one : accounts) {
      if (one.document_id == accounts_.text(2)) account = &one;
    }
    if (account == nullptr) {
      account = &accounts.emplace_back(ListedAccount{text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7),
                                                     text(8), {}, {}, text(13), accounts_.number(14) != 0, mention});
    }
    if (mention && !account->mention) return;
    if (account->title.empty()) account->title = text(12);
    if (accounts_.text(9).empty()) return;
    account->evidence.push_back({text(9), static_cast<uint32_t>(accounts_.number(10)), static_cast<uint32_t>(accounts_.number(11))});
  }

  Query accounts_;
};

ListedVisit visit_from(const Query& row) {
  const JsonValue body = JsonValue::parse(row.text(5)).value_or(JsonValue());
  return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
          std::string(row.text(4)), body.at("inferred").is_true(), static_cast<int32_t>(body.at("days").integer),
          persons_of(body.at("guests")), {}};
}

constexpr std::string_view kVisitColumns = "v.id, v.guest_state, v.host_state, v.first_day, v.last_day, v.body";

void read_meetings_of(const Database& database, MeetingReader& reader, ListedVisit& visit) {
  Query rows = database.query(fmt::format("SELECT {} FROM meetings m WHERE m.visit = ? ORDER BY m.day IS NULL, m.day, m.mark",
                                          MeetingReader::kColumns));
  rows.bind(1, visit.id);
  while (rows.step()) visit.meetings.push_back(reader.read(rows));
}

// The id of the table, and that which was asked for, from any id or beginning of one that `sql` (id, target; the
// parameter twice) knows.
std::pair<std::string, std::string> resolve(const Database& database, std::string_view sql, std::string_view asked,
                                            std::string_view what) {
  constexpr size_t kShortest = 4;
  if (asked.size() < kShortest) throw DatabaseError{{std::string(asked), "is no id", "ids stand at the end of each line of the lists"}};
  Query query = database.query(sql);
  query.bind(1, asked);
  std::pair<std::string, std::string> found;
  while (query.step()) {
    if (query.text(0) == asked) return {std::string(query.text(1)), std::string(query.text(0))};
    if (!found.first.empty() && found.first != query.text(1)) {
      throw DatabaseError{{std::string(asked), fmt::format("more than one {} has an id that begins so", what), "give more of it"}};
    }
    // The id of the meeting itself before those that lead to it.
    if (found.first.empty() || query.text(0) == query.text(1)) found = {std::string(query.text(1)), std::string(query.text(0))};
  }
  if (found.first.empty()) {
    throw DatabaseError{{std::string(asked), fmt::format("there is no such {} in the record", what),
                         "ids stand at the end of each line of the lists"}};
  }
  return found;
}

}  // namespace

Result<void> each_meeting(const Record& record, const EntryFilter& filter,
                          const std::function<void(const ListedMeeting&)>& visit) {
  return guarded<void>([&] {
    Conditions where;
    add_meeting_conditions(where, filter);
    Query rows = record.database().query(fmt::format("SELECT {} FROM meetings m{} ORDER BY m.day IS NULL, m.day, m.mark LIMIT {} OFFSET {}",
                                                     MeetingReader::kColumns, where.sql(), filter.limit, filter.offset));
    where.bind(rows);
    MeetingReader reader(record.database());
    while (rows.step()) visit(reader.read(rows));
  });
}

Result<void> each_visit(const Record& record, const EntryFilter& filter,
                        const std::function<void(const ListedVisit&)>& visit) {
  return guarded<void>([&] {
    Conditions where;
    add_visit_conditions(where, filter);
    Query rows = record.database().query(fmt::format("SELECT {} FROM visits v{} ORDER BY v.first_day IS NULL, v.first_day, v.mark LIMIT {} OFFSET {}",
                                                     kVisitColumns, where.sql(), filter.limit, filter.offset));
    where.bind(rows);
    MeetingReader reader(record.database());
    while (rows.step()) {
      ListedVisit listed = visit_from(rows);
      read_meetings_of(record.database(), reader, listed);
      visit(listed);
    }
  });
}

Result<int64_t> count_meetings(const Record& record, const EntryFilter& filter) {
  return guarded<int64_t>([&] {
    Conditions where;
    add_meeting_conditions(where, filter);
    Query query = record.database().query("SELECT count(*) FROM meetings m" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  });
}

Result<int64_t> count_visits(const Record& record, const EntryFilter& filter) {
  return guarded<int64_t>([&] {
    Conditions where;
    add_visit_conditions(where, filter);
    Query query = record.database().query("SELECT count(*) FROM visits v" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  });
}

Result<FoundMeeting> find_meeting(const Record& record, std::string_view asked) {
  return guarded<FoundMeeting>([&] {
    const Database& database = record.database();
    const auto [id, by] = resolve(
        database,
        "SELECT report, meeting FROM meeting_members WHERE report >= ?1 AND report < ?1 || '~' UNION "
        "SELECT l.id, m.id FROM leads l JOIN meetings m ON m.id = l.target WHERE l.id >= ?1 AND l.id < ?1 || '~' UNION "
        "SELECT r.id, m.meeting FROM retired r JOIN meeting_members m ON m.report = r.successor WHERE r.id >= ?1 AND r.id < ?1 || '~'",
        asked, "meeting");
    Query row = database.query(fmt::format("SELECT {} FROM meetings m WHERE m.id = ?", MeetingReader::kColumns));
    row.bind(1, id).step();
    return FoundMeeting{MeetingReader(database).read(row), by == id ? std::string() : by};
  });
}

Result<FoundVisit> find_visit(const Record& record, std::string_view asked) {
  return guarded<FoundVisit>([&] {
    const Database& database = record.database();
    const auto [id, by] = resolve(database,
                                  "SELECT id, id FROM visits WHERE id >= ?1 AND id < ?1 || '~' UNION SELECT l.id, v.id FROM leads l "
                                  "JOIN visits v ON v.id = l.target WHERE l.id >= ?1 AND l.id < ?1 || '~'",
                                  asked, "visit");
    Query row = database.query(fmt::format("SELECT {} FROM visits v WHERE v.id = ?", kVisitColumns));
    row.bind(1, id).step();
    FoundVisit found{visit_from(row), by == id ? std::string() : by};
    MeetingReader reader(database);
    read_meetings_of(database, reader, found.visit);
    return found;
  });
}

Result<int64_t> unjoined_texts(const Record& record) {
  return guarded<int64_t>([&] {
    return record.database().number(
        "SELECT count(DISTINCT e.text) FROM entries e WHERE e.layer = 3 AND NOT EXISTS (SELECT 1 FROM meeting_members m WHERE "
        "m.report = e.id)");
  });
}

}  // namespace verbale
