#include "store/settle.h"

#include <charconv>
#include <map>
#include <set>

namespace verbale {
namespace {

// Who took part, by text: the persons of each of its meetings, where there are two at least.
using Principals = std::set<std::string>;

std::vector<Principals> principals_of(const Database& database, int64_t text) {
  std::map<int64_t, Principals> meetings;
  Query query = database.query(
      "SELECT e.row, a.actor FROM entries e JOIN entry_actors a ON a.entry = e.row "
      "WHERE e.text = ? AND e.layer = 3 AND a.relation = 'participant' AND a.actor IN "
      "(SELECT key FROM entries WHERE text = e.text AND layer = 7 AND kind = 'person')");
  query.bind(1, text);
  while (query.step()) meetings[query.number(0)].emplace(query.text(1));
  std::vector<Principals> principals;
  for (auto& [meeting, persons] : meetings) {
    if (persons.size() >= 2) principals.push_back(std::move(persons));
  }
  return principals;
}

// The days that the text names without a year: "08-19".
std::set<std::string> days_without_year(const Database& database, int64_t text) {
  std::set<std::string> days;
  Query query = database.query(
      "SELECT DISTINCT substr(key, 3) FROM entries WHERE text = ? AND layer = 6 AND key LIKE '--__-__'");
  query.bind(1, text);
  while (query.step()) days.emplace(query.text(0));
  return days;
}

struct DatedMeeting {
  std::string year;
  std::string publication;
};

// Meetings of just these persons on that day in other texts. A date that was itself settled by another
// account does not count: years do not spread from guess to guess.
std::vector<DatedMeeting> meetings_on(const Database& database, int64_t text, const std::string& day,
                                      const Principals& principals) {
  std::vector<DatedMeeting> found;
  Query query = database.query(
      "SELECT e.row, substr(e.date, 1, 4), p.id FROM entries e JOIN texts t ON t.row = e.text JOIN "
      "publications p ON p.row = t.publication WHERE e.layer = 3 AND e.text <> ?1 AND "
      "substr(e.date, 6) = ?2 AND p.settled_year IS NULL ORDER BY p.id, e.ordinal");
  Query persons = database.query(
      "SELECT a.actor FROM entry_actors a JOIN entries e ON e.row = a.entry WHERE a.entry = ? AND "
      "a.relation = 'participant' AND a.actor IN "
      "(SELECT key FROM entries WHERE text = e.text AND layer = 7 AND kind = 'person')");
  query.bind(1, text).bind(2, day);
  while (query.step()) {
    Principals met;
    persons.bind(1, query.number(0));
    while (persons.step()) met.emplace(persons.text(0));
    if (met == principals) found.push_back({std::string(query.text(1)), std::string(query.text(2))});
  }
  return found;
}

// The one year in which another account has the meeting.
SettledYear year_of(const Database& database, int64_t text) {
  SettledYear settled;
  std::set<std::string> years;
  const std::vector<Principals> principals = principals_of(database, text);
  for (const std::string& day : days_without_year(database, text)) {
    for (const Principals& persons : principals) {
      for (const DatedMeeting& meeting : meetings_on(database, text, day, persons)) {
        years.insert(meeting.year);
        if (settled.by.empty()) settled.by = meeting.publication;
      }
    }
  }
  if (years.size() != 1) return {};
  const std::string& year = *years.begin();
  std::from_chars(year.data(), year.data() + year.size(), settled.year);
  return settled;
}

// Those whose settling account is gone or has no date of its own any more.
void find_unsettled(const Database& database, std::vector<SettledYear>& changes) {
  Query query = database.query(
      "SELECT row, id, name FROM publications p WHERE settled_year IS NOT NULL AND NOT EXISTS "
      "(SELECT 1 FROM publications b WHERE b.id = p.settled_by) ORDER BY id");
  while (query.step()) {
    changes.push_back({query.number(0), std::string(query.text(1)), std::string(query.text(2)), 0, ""});
  }
}

}  // namespace

std::vector<SettledYear> find_years_to_settle(const Database& database) {
  std::vector<SettledYear> changes;
  find_unsettled(database, changes);
  Query query = database.query(
      "SELECT DISTINCT p.row, p.id, p.name, p.text FROM publications p JOIN entries e ON e.text = p.text "
      "WHERE p.published IS NULL AND p.settled_year IS NULL AND e.layer = 6 AND e.key LIKE '--__-__' "
      "ORDER BY p.id");
  while (query.step()) {
    SettledYear settled = year_of(database, query.number(3));
    if (settled.year == 0) continue;
    settled.publication = query.number(0);
    settled.id = query.text(1);
    settled.name = query.text(2);
    changes.push_back(std::move(settled));
  }
  return changes;
}

}  // namespace verbale
