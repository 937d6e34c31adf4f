#include "store/meeting_rows.h"

#include "base/json_value.h"
#include "base/json_writer.h"
#include "store/join_changes.h"

namespace verbale {
namespace {

std::string_view standing_name(Standing standing) { return standing == Standing::Account ? "account" : "mention"; }

std::string_view basis_name(DayBasis basis) {
  switch (basis) {
    case DayBasis::None: return "none";
    case DayBasis::Stated: return "stated";
    case DayBasis::Published: return "published";
  }
  return "none";
}

DayBasis basis_from(std::string_view name) {
  return name == "stated" ? DayBasis::Stated : name == "published" ? DayBasis::Published : DayBasis::None;
}

// Lists of [id, name, key, role, state, named by the title]: the names of the fields would be most of what is kept. Last, of
// a call that an office reports under a title, [title].
std::string persons_json(const MeetingReport& report) {
  JsonWriter json;
  json.begin_array();
  for (size_t i = 0; i < report.participants.size(); ++i) {
    const ReportedPerson& person = report.participants[i];
    json.begin_array().value(person.id).value(person.name).value(person.key).value(person.role).value(person.state);
    json.value(static_cast<int32_t>(i) < report.named).end_array();
  }
  if (!report.call_title.empty()) json.begin_array().value(report.call_title).end_array();
  return json.end_array().take();
}

void read_persons(MeetingReport& report, std::string_view text) {
  std::optional<JsonValue> json = JsonValue::parse(text);
  if (!json) return;
  for (JsonValue& item : json->items) {
    if (item.items.size() == 1) report.call_title = std::move(item.items[0].text);
    if (item.items.size() != 6) continue;
    if (item.items[5].is_true()) ++report.named;
    report.participants.push_back({std::move(item.items[0].text), std::move(item.items[1].text), std::move(item.items[2].text),
                                   std::move(item.items[3].text), std::move(item.items[4].text)});
  }
}

void write_persons(JsonWriter& json, const char* key, const std::vector<JoinedPerson>& persons) {
  json.key(key).begin_array();
  for (const JoinedPerson& person : persons) {
    json.begin_object().key("id").value(person.id).key("name").value(person.name);
    json.key("role").value(person.role).key("side").value(person.side).end_object();
  }
  json.end_array();
}

// The order in which reports were stored: by text, then by place in it.
int64_t stored_order(int64_t text, int64_t entry) {
  constexpr int64_t kMostEntries = 4096;
  return text * kMostEntries + (entry < 0 ? kMostEntries - 1 : std::min(entry, kMostEntries - 2));
}

}  // namespace

std::string meeting_body(const JoinedMeeting& meeting) {
  JsonWriter json;
  json.begin_object().key("date").value(meeting.date).key("inferred").value(meeting.inferred);
  json.key("place").value(meeting.place.name).key("state").value(meeting.place.state);
  write_persons(json, "participants", meeting.participants);
  return json.key("host").value(meeting.host).end_object().take();
}

std::string visit_body(const Visit& visit) {
  JsonWriter json;
  json.begin_object().key("inferred").value(visit.inferred).key("days").value(visit.days);
  write_persons(json, "guests", visit.guests);
  return json.end_object().take();
}

std::string listed_day(const JoinedMeeting& meeting, std::span<const MeetingReport> reports) {
  if (!meeting.date.empty()) return meeting.date;
  std::string day;
  for (const JoinedMember& member : meeting.members) {
    const std::string& published = reports[static_cast<size_t>(member.report)].published;
    if (!published.empty() && (day.empty() || published < day)) day = published;
  }
  return day;
}

std::vector<MeetingReport> load_reports(const Database& database) {
  std::vector<MeetingReport> reports;
  Query query = database.query(
      "SELECT r.id, r.entry, r.text, t.id, p.name, r.kind, r.standing, r.date, r.basis, r.inferred, r.year, p.published, "
      "p.outlet, p.side, r.place, r.city, r.state, r.host, r.persons, r.words, r.start, r.\"end\", r.title, r.made_by "
      "FROM meeting_reports r JOIN texts t ON t.row = r.text JOIN publications p ON p.row = t.publication "
      "ORDER BY r.text, r.entry < 0, r.entry");
  const auto text = [&](int column) { return std::string(query.text(column)); };
  while (query.step()) {
    MeetingReport& report = reports.emplace_back();
    report.id = text(0);
    report.entry = static_cast<int32_t>(query.number(1));
    report.stored = stored_order(query.number(2), query.number(1));
    report.text = text(3);
    report.document = text(4);
    report.kind = value_from<MeetingKind>(query.text(5)).value_or(MeetingKind::Meeting);
    report.standing = query.text(6) == "account" ? Standing::Account : Standing::Mention;
    if (report.kind == MeetingKind::Visit) {
      report.stay = stay_from_text(query.text(7));
    } else {
      report.date = text(7);
    }
    report.basis = basis_from(query.text(8));
    report.inferred = query.number(9) != 0;
    report.year = text(10);
    report.published = text(11);
    report.outlet = text(12);
    report.side = text(13);
    report.place = {text(14), text(15), text(16)};
    report.host = text(17);
    read_persons(report, query.text(18));
    report.evidence = {text(19), static_cast<uint32_t>(query.number(20)), static_cast<uint32_t>(query.number(21))};
    report.title = text(22);
    report.made_by = text(23);
  }
  return reports;
}

MeetingRows::MeetingRows(const Database& database)
    : database_(database),
      remove_reports_(database.query("DELETE FROM meeting_reports WHERE text = ?")),
      insert_report_(database.query(
          "INSERT INTO meeting_reports (id, text, entry, kind, standing, date, basis, inferred, year, place, city, state, "
          "host, persons, start, \"end\", words, title, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?)")) {}

void MeetingRows::replace_reports(int64_t text, const Reading& reading) {
  remove_reports_.bind(1, text).run();
  const std::vector<ClaimId>& ids = reading.ids.of(Layer::Meeting);
  for (const MeetingReport& report : reading.meetings) {
    // The entry may have kept an id from when it was first seen.
    insert_report(text, report, report.entry < 0 ? report.id : ids[static_cast<size_t>(report.entry)].id);
  }
}

std::string MeetingRows::told(int64_t text) const {
  Query query = database_.query(
      "SELECT json_array(r.id, r.entry, r.kind, r.standing, r.date, r.basis, r.inferred, r.year, p.published, p.outlet, p.side, "
      "p.name, r.place, r.city, r.state, r.host, r.persons, r.words, r.start, r.\"end\", r.title, r.made_by) "
      "FROM meeting_reports r JOIN texts t ON t.row = r.text JOIN publications p ON p.row = t.publication "
      "WHERE r.text = ? ORDER BY r.entry < 0, r.entry");
  query.bind(1, text);
  std::string all;
  while (query.step()) (all += query.text(0)) += '\n';
  return all;
}

void MeetingRows::insert_report(int64_t text, const MeetingReport& report, const std::string& id) {
  const std::string persons = persons_json(report);
  Query& insert = insert_report_;
  insert.bind(1, id).bind(2, text).bind(3, int64_t{report.entry}).bind(4, to_string(report.kind));
  const bool visit = report.kind == MeetingKind::Visit;
  const std::string date = visit ? stay_text(report.stay) : report.date;
  insert.bind(5, standing_name(report.standing)).bind_or_null(6, date).bind(7, basis_name(report.basis));
  insert.bind(8, int64_t{report.inferred}).bind_or_null(9, report.year).bind_or_null(10, report.place.name);
  insert.bind_or_null(11, report.place.city).bind_or_null(12, report.place.state).bind_or_null(13, report.host);
  insert.bind(14, persons);
  insert.bind(15, report.evidence.start).bind(16, report.evidence.end).bind(17, report.evidence.text);
  insert.bind_or_null(18, report.title).bind(19, report.made_by).run();
}

void MeetingRows::join() {
  const std::vector<MeetingReport> reports = load_reports(database_);
  write_joined(database_, reports, join_reports(reports));
}

}  // namespace verbale
