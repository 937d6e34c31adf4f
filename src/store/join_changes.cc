#include "store/join_changes.h"

#include <algorithm>
#include <map>

#include "store/meeting_rows.h"

namespace verbale {
namespace {

struct MeetingRow {
  std::string mark;
  std::string kind;
  std::string day;
  std::string visit;
  std::string body;
  bool operator==(const MeetingRow&) const = default;
};

struct MemberRow {
  std::string meeting;
  int64_t ordinal = 0;
  bool inferred = false;
  std::string made_by;
  bool operator==(const MemberRow&) const = default;
};

struct VisitRow {
  std::string mark;
  std::string guest_state;
  std::string host_state;
  std::string first_day;
  std::string last_day;
  std::string body;
  bool operator==(const VisitRow&) const = default;
};

template <class Row>
using Rows = std::map<std::string, Row>;

// All three tables, as they are or as they should be.
struct Tables {
  Rows<MeetingRow> meetings;
  Rows<MemberRow> members;
  Rows<VisitRow> visits;
};

Tables load_tables(const Database& database) {
  Tables tables;
  const auto text = [](const Query& query, int column) { return std::string(query.text(column)); };
  Query meetings = database.query("SELECT id, mark, kind, day, visit, body FROM meetings");
  while (meetings.step()) {
    tables.meetings[text(meetings, 0)] = {text(meetings, 1), text(meetings, 2), text(meetings, 3), text(meetings, 4), text(meetings, 5)};
  }
  Query members = database.query("SELECT report, meeting, ordinal, inferred, made_by FROM meeting_members");
  while (members.step()) {
    tables.members[text(members, 0)] = {text(members, 1), members.number(2), members.number(3) != 0, text(members, 4)};
  }
  Query visits = database.query("SELECT id, mark, guest_state, host_state, first_day, last_day, body FROM visits");
  while (visits.step()) {
    tables.visits[text(visits, 0)] = {text(visits, 1), text(visits, 2), text(visits, 3), text(visits, 4), text(visits, 5), text(visits, 6)};
  }
  return tables;
}

Tables make_tables(std::span<const MeetingReport> reports, const Joined& joined) {
  Tables tables;
  for (const Visit& visit : joined.visits) {
    tables.visits[visit.id] = {visit.mark, visit.guest_state, visit.host_state, visit.from, visit.to, visit_body(visit)};
  }
  for (const JoinedMeeting& meeting : joined.meetings) {
    const std::string visit = meeting.visit < 0 ? std::string() : joined.visits[static_cast<size_t>(meeting.visit)].id;
    tables.meetings[meeting.id] = {meeting.mark, std::string(to_string(meeting.kind)), listed_day(meeting, reports), visit,
                                   meeting_body(meeting)};
    int64_t ordinal = 0;
    for (const JoinedMember& member : meeting.members) {
      const MeetingReport& report = reports[static_cast<size_t>(member.report)];
      tables.members[report.id] = {meeting.id, ordinal++, member.inferred, std::string(member.made_by)};
    }
  }
  return tables;
}

class JoinWriter {
 public:
  JoinWriter(const Database& database, Tables before, Tables after)
      : database_(database), before_(std::move(before)), after_(std::move(after)) {}

  // Visits before the meetings that refer to them, these before their members; what goes, the other way round.
  void write() {
    put_visits();
    put_meetings();
    put_members();
    remove(before_.members, after_.members, "DELETE FROM meeting_members WHERE report = ?");
    remove(before_.meetings, after_.meetings, "DELETE FROM meetings WHERE id = ?");
    remove(before_.visits, after_.visits, "DELETE FROM visits WHERE id = ?");
    write_leads();
  }

 private:
  template <class Row>
  void remove(const Rows<Row>& before, const Rows<Row>& after, std::string_view sql) {
    Query query = database_.query(sql);
    for (const auto& [id, row] : before) {
      if (!after.contains(id)) query.bind(1, id).run();
    }
  }

  // Calls `put` for each row that is new or another.
  template <class Row, class Put>
  static void put_changed(const Rows<Row>& before, const Rows<Row>& after, Put put) {
    for (const auto& [id, row] : after) {
      const auto old = before.find(id);
      if (old == before.end() || !(old->second == row)) put(id, row);
    }
  }

  void put_visits() {
    Query put = database_.query(
        "INSERT INTO visits (id, mark, guest_state, host_state, first_day, last_day, body) VALUES (?, ?, ?, ?, ?, ?, ?) ON "
        "CONFLICT DO UPDATE SET mark = ?2, guest_state = ?3, host_state = ?4, first_day = ?5, last_day = ?6, body = ?7");
    put_changed(before_.visits, after_.visits, [&](const std::string& id, const VisitRow& row) {
      put.bind(1, id).bind(2, row.mark).bind(3, row.guest_state).bind(4, row.host_state).bind_or_null(5, row.first_day);
      put.bind_or_null(6, row.last_day).bind(7, row.body).run();
    });
  }

  void put_meetings() {
    Query put = database_.query(
        "INSERT INTO meetings (id, mark, kind, day, visit, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET mark = ?2, "
        "kind = ?3, day = ?4, visit = ?5, body = ?6");
    put_changed(before_.meetings, after_.meetings, [&](const std::string& id, const MeetingRow& row) {
      put.bind(1, id).bind(2, row.mark).bind(3, row.kind).bind_or_null(4, row.day).bind_or_null(5, row.visit);
      put.bind(6, row.body).run();
    });
  }

  void put_members() {
    Query put = database_.query(
        "INSERT INTO meeting_members (report, meeting, ordinal, inferred, made_by) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO "
        "UPDATE SET meeting = ?2, ordinal = ?3, inferred = ?4, made_by = ?5");
    put_changed(before_.members, after_.members, [&](const std::string& report, const MemberRow& row) {
      put.bind(1, report).bind(2, row.meeting).bind(3, row.ordinal).bind(4, int64_t{row.inferred}).bind(5, row.made_by).run();
    });
  }

  // ---- Leads

  // Of several, the one that has most; the smallest of those.
  static std::string most(const std::map<std::string, int>& counts) {
    std::string best;
    int most = 0;
    for (const auto& [id, count] : counts) {
      if (count > most) best = id, most = count;
    }
    return best;
  }

  std::string meeting_of(const std::string& report) const {
    const auto member = after_.members.find(report);
    return member == after_.members.end() ? std::string() : member->second.meeting;
  }

  // An entry that was read anew may have another id.
  std::string successor_of(const std::string& entry) {
    Query query = database_.query("SELECT successor FROM retired WHERE id = ?");
    query.bind(1, entry);
    return query.step() ? std::string(query.text(0)) : std::string();
  }

  void write_leads() {
    std::map<std::string, std::map<std::string, int>> meetings;  // old id -> new meetings of its accounts
    std::map<std::string, std::map<std::string, int>> visits;
    for (const auto& [report, row] : before_.members) {
      const auto old = before_.meetings.find(row.meeting);
      const bool gone = !after_.meetings.contains(row.meeting);
      const bool visit_gone = old != before_.meetings.end() && !old->second.visit.empty() && !after_.visits.contains(old->second.visit);
      if (!gone && !visit_gone) continue;
      std::string now = meeting_of(report);
      if (now.empty()) now = meeting_of(successor_of(report));
      if (now.empty()) continue;
      if (gone) ++meetings[row.meeting][now];
      const std::string& visit = after_.meetings.at(now).visit;
      if (visit_gone && !visit.empty()) ++visits[old->second.visit][visit];
    }
    for (const auto& [id, row] : before_.meetings) {
      if (!after_.meetings.contains(id)) lead_meeting(id, meetings[id]);
    }
    for (const auto& [id, row] : before_.visits) {
      if (!after_.visits.contains(id)) lead(id, most(visits[id]));
    }
    database_.execute(
        "DELETE FROM leads WHERE id IN (SELECT id FROM meetings) OR id IN (SELECT id FROM visits)");
  }

  // To the meeting of the account that gave the id; where that is gone, to where most of the others are.
  void lead_meeting(const std::string& id, const std::map<std::string, int>& others) {
    std::string target = meeting_of(id);
    if (target.empty()) target = meeting_of(successor_of(id));
    lead(id, target.empty() ? most(others) : target);
  }

  // What led to the id leads on.
  void lead(const std::string& id, const std::string& target) {
    if (target.empty()) {
      database_.query("DELETE FROM leads WHERE target = ?").bind(1, id).run();
      return;
    }
    database_.query("UPDATE leads SET target = ? WHERE target = ?").bind(1, target).bind(2, id).run();
    database_.query("INSERT OR REPLACE INTO leads (id, target) VALUES (?, ?)").bind(1, id).bind(2, target).run();
  }

  const Database& database_;
  Tables before_;
  Tables after_;
};

}  // namespace

void write_joined(const Database& database, std::span<const MeetingReport> reports, const Joined& joined) {
  JoinWriter(database, load_tables(database), make_tables(reports, joined)).write();
}

}  // namespace verbale
