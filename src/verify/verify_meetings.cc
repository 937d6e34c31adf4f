#include "verify/verify_meetings.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/json_value.h"
#include "base/utf8.h"
#include "store/meeting_rows.h"

namespace verbale {
namespace {

class MeetingVerifier {
 public:
  MeetingVerifier(const Database& database, const FindingSink& report)
      : database_(database), report_(report), reports_(load_reports(database)) {}

  void run() {
    check_reports();
    check_missing_reports();
    load_members();
    check_members();
    check_joined();
    check_leads();
  }

 private:
  void fail(std::string document, std::string entry, std::string what) {
    report_({std::move(document), std::move(entry), std::move(what)});
  }

  // ---- Reports: each from its entry, or from a title

  void check_reports() {
    Query entries = database_.query("SELECT e.kind, e.date, e.body FROM entries e JOIN texts t ON t.row = e.text WHERE "
                                    "e.id = ? AND e.layer = 3 AND t.id = ?");
    for (const MeetingReport& report : reports_) {
      check_evidence(report);
      if (report.entry < 0) {
        check_title(report);
        continue;
      }
      entries.bind(1, report.id).bind(2, report.text);
      if (!entries.step()) {
        fail(report.document, report.id, "a report of a meeting has no entry in its text");
        continue;
      }
      check_report(report, entries);
      entries.reset();
    }
  }

  void check_evidence(const MeetingReport& report) {
    if (report.text != text_id_) {
      Query text = database_.query("SELECT content FROM texts WHERE id = ?");
      text.bind(1, report.text).step();
      content_ = text.text(0);
      text_id_ = report.text;
    }
    const CodePointIndex index(content_);
    const size_t begin = index.to_bytes(report.evidence.start);
    const size_t end = index.to_bytes(report.evidence.end);
    if (begin <= end && content_.substr(begin, end - begin) == report.evidence.text) return;
    fail(report.document, report.id,
         fmt::format("\"{}\" is not at {}..{}", report.evidence.text, report.evidence.start, report.evidence.end));
  }

  void check_title(const MeetingReport& report) {
    if (report.id != claim_id(report.text, Layer::Meeting, kTitleAnchor, 0)) {
      fail(report.document, report.id, "the id of a meeting told by a title does not follow from its text");
    }
    if (report.title.empty()) fail(report.document, report.id, "a meeting told by a title has none");
  }

  void check_report(const MeetingReport& report, const Query& entry) {
    const JsonValue body = JsonValue::parse(entry.text(2)).value_or(JsonValue());
    const bool day = report.basis != DayBasis::Stated || report.date == entry.text(1);
    if (to_string(report.kind) != entry.text(0) || !day || !same_persons(report, body.at("participants"))) {
      fail(report.document, report.id, "the report that meetings are joined by is not what the entry says");
    }
  }

  static bool same_persons(const MeetingReport& report, const JsonValue& participants) {
    if (participants.items.size() != report.participants.size()) return false;
    std::multiset<std::string_view> told;
    std::multiset<std::string_view> kept;
    for (const JsonValue& one : participants.items) told.insert(one.at("id").text);
    for (const ReportedPerson& one : report.participants) kept.insert(one.id);
    return told == kept;
  }

  // A text that was read by this format has a report for each of its meetings.
  void check_missing_reports() {
    Query missing = database_.query(
        "SELECT e.id FROM entries e WHERE e.layer = 3 AND NOT EXISTS (SELECT 1 FROM meeting_reports r WHERE r.id = e.id) "
        "AND EXISTS (SELECT 1 FROM meeting_reports r WHERE r.text = e.text) ORDER BY e.id");
    while (missing.step()) fail("", std::string(missing.text(0)), "a meeting's entry has no report to be joined by");
  }

  // ---- What is joined

  void load_members() {
    Query rows = database_.query("SELECT report, meeting FROM meeting_members ORDER BY meeting, ordinal");
    while (rows.step()) members_[std::string(rows.text(0))] = rows.text(1);
    Query meetings = database_.query("SELECT id, visit, body, kind, day FROM meetings ORDER BY id");
    while (meetings.step()) {
      meetings_[std::string(meetings.text(0))] = fmt::format("{}\t{}\t{}\t{}", meetings.text(1), meetings.text(2),
                                                             meetings.text(3), meetings.text(4));
    }
    Query visits = database_.query("SELECT id, guest_state, host_state, first_day, last_day, body FROM visits ORDER BY id");
    while (visits.step()) {
      visits_[std::string(visits.text(0))] = fmt::format("{}\t{}\t{}\t{}\t{}", visits.text(1), visits.text(2), visits.text(3),
                                                         visits.text(4), visits.text(5));
    }
  }

  void check_members() {
    std::set<std::string_view> reports;
    for (const MeetingReport& report : reports_) {
      reports.insert(report.id);
      if (!members_.contains(report.id)) fail(report.document, report.id, "belongs to no meeting");
    }
    std::set<std::string_view> held;
    for (const auto& [report, meeting] : members_) {
      held.insert(meeting);
      if (!reports.contains(report)) fail("", report, fmt::format("is an account of {}, but there is no such report", meeting));
      if (!meetings_.contains(meeting)) fail("", report, fmt::format("belongs to {}, which is no meeting", meeting));
    }
    for (const auto& [meeting, row] : meetings_) {
      if (!held.contains(meeting)) fail("", meeting, "is a meeting of which there is no account");
    }
  }

  // Joined again from the reports, everything must come out as it is stored.
  void check_joined() {
    const Joined joined = join_reports(reports_);
    std::set<std::string> right;
    for (const Visit& visit : joined.visits) {
      right.insert(visit.id);
      const auto stored = visits_.find(visit.id);
      const std::string row = fmt::format("{}\t{}\t{}\t{}\t{}", visit.guest_state, visit.host_state, visit.from, visit.to, visit_body(visit));
      if (stored == visits_.end() || stored->second != row) fail("", visit.id, "is not the visit that follows from the accounts");
    }
    for (const JoinedMeeting& meeting : joined.meetings) {
      right.insert(meeting.id);
      check_meeting(meeting, meeting.visit < 0 ? std::string() : joined.visits[static_cast<size_t>(meeting.visit)].id);
    }
    for (const std::map<std::string, std::string>* table : {&meetings_, &visits_}) {
      for (const auto& [id, row] : *table) {
        if (!right.contains(id)) fail("", id, "does not follow from the accounts");
      }
    }
  }

  void check_meeting(const JoinedMeeting& meeting, const std::string& visit) {
    const auto stored = meetings_.find(meeting.id);
    const std::string row = fmt::format("{}\t{}\t{}\t{}", visit, meeting_body(meeting), to_string(meeting.kind), listed_day(meeting, reports_));
    if (stored == meetings_.end() || stored->second != row) fail("", meeting.id, "is not the meeting that follows from the accounts");
    for (const JoinedMember& member : meeting.members) {
      const std::string& report = reports_[static_cast<size_t>(member.report)].id;
      const auto held = members_.find(report);
      if (held != members_.end() && held->second != meeting.id) {
        fail("", report, fmt::format("belongs to {}, not to {}", meeting.id, held->second));
      }
    }
  }

  void check_leads() {
    Query leads = database_.query("SELECT id, target FROM leads ORDER BY id");
    while (leads.step()) {
      const std::string id(leads.text(0));
      const std::string target(leads.text(1));
      if (meetings_.contains(id) || visits_.contains(id)) fail("", id, "leads elsewhere, although it is there");
      if (!meetings_.contains(target) && !visits_.contains(target)) {
        fail("", id, fmt::format("leads to {}, which is not there", target));
      }
    }
  }

  const Database& database_;
  const FindingSink& report_;
  std::vector<MeetingReport> reports_;
  std::string text_id_;  // of the text at hand
  std::string content_;
  std::map<std::string, std::string> members_;   // report -> meeting
  std::map<std::string, std::string> meetings_;  // id -> its columns
  std::map<std::string, std::string> visits_;
};

}  // namespace

void check_meetings(const Database& database, const FindingSink& report) { MeetingVerifier(database, report).run(); }

}  // namespace verbale
