#include "visits/pair.h"

#include <algorithm>
#include <cstdlib>

#include "base/days.h"
#include "visits/persons.h"

namespace verbale {
namespace {

// A group names itself differently in each account: not all of its members count.
constexpr size_t kGroup = 4;  // sides

bool same_outlet(const MeetingReport& a, const MeetingReport& b) {
  if (a.outlet.empty() || b.outlet.empty())
    return a.outlet == b.outlet && (a.side.empty() || b.side.empty() || a.side == b.side);
  return a.outlet == b.outlet;
}

bool has_venue(const MeetingReport& report) {
  return report.kind != MeetingKind::Call &&
         (!report.place.city.empty() || !report.place.state.empty());
}

// Both days are told, and they are not the same: only the clocks of two sides, of a conversation
// over a distance, excuse it.
bool told_days_agree(const MeetingReport& a, const MeetingReport& b) {
  return !same_outlet(a, b) && !(has_venue(a) && has_venue(b)) && a.side != b.side;
}

Veto compare_days(const ComparedReport& a, const ComparedReport& b) {
  if (a.day == kNoDay || b.day == kNoDay || a.day == b.day) return Veto::None;
  if (std::abs(a.day - b.day) > 1) return Veto::Day;
  // An outlet tells of a day on that day: its two reports of two days are of two meetings.
  if (same_outlet(*a.report, *b.report)) return Veto::Day;
  const bool told_a = a.report->basis == DayBasis::Stated;
  const bool told_b = b.report->basis == DayBasis::Stated;
  if (told_a && told_b) return told_days_agree(*a.report, *b.report) ? Veto::None : Veto::Day;
  if (!told_a && !told_b) return Veto::None;
  // A report comes out on the day or the next; before it only by the clock of another side.
  const bool early = told_a ? b.day < a.day : a.day < b.day;
  return early && a.report->side == b.report->side ? Veto::Day : Veto::None;
}

// Two items of one office on one day under two titles: two calls.
bool another_call(const MeetingReport& a, const MeetingReport& b) {
  return !a.call_title.empty() && !b.call_title.empty() && a.call_title != b.call_title &&
         a.text != b.text && same_outlet(a, b);
}

Veto compare_places(const MeetingReport& a, const MeetingReport& b) {
  if (a.kind == MeetingKind::Call || b.kind == MeetingKind::Call) {
    // One outlet does not call the same meeting a call and one held somewhere.
    return a.kind != b.kind && same_outlet(a, b) && (has_venue(a) || has_venue(b)) ? Veto::Place
                                                                                   : Veto::None;
  }
  if (!a.place.state.empty() && !b.place.state.empty() && a.place.state != b.place.state)
    return Veto::Place;
  if (!a.place.city.empty() && !b.place.city.empty() && a.place.city != b.place.city)
    return Veto::Place;
  return Veto::None;
}

std::vector<int32_t> sides_of(const ComparedReport& report) {
  std::vector<int32_t> sides;
  for (const int32_t state : report.states) {
    if (state >= 0 && std::find(sides.begin(), sides.end(), state) == sides.end())
      sides.push_back(state);
  }
  return sides;
}

bool holds(const std::vector<int32_t>& list, int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

KindFamily family_of(MeetingKind kind) {
  switch (kind) {
    case MeetingKind::Talks:
    case MeetingKind::Call:
    case MeetingKind::Meeting:
      return KindFamily::Encounter;
    case MeetingKind::Visit:
      return KindFamily::Visit;
    case MeetingKind::Signing:
      return KindFamily::Signing;
    case MeetingKind::Banquet:
      return KindFamily::Banquet;
    case MeetingKind::Tea:
      return KindFamily::Tea;
    case MeetingKind::Ceremony:
      return KindFamily::Ceremony;
  }
  return KindFamily::Encounter;
}

std::string_view to_string(Veto veto) {
  switch (veto) {
    case Veto::None:
      return "";
    case Veto::Kind:
      return "another kind of occasion";
    case Veto::Day:
      return "another day";
    case Veto::Place:
      return "another place";
    case Veto::Persons:
      return "other persons";
    case Veto::TooFewPersons:
      return "too few persons in common";
    case Veto::Another:
      return "another call of that day";
  }
  return "";
}

ReportComparer::ReportComparer(std::span<const MeetingReport> reports) {
  compared_.reserve(reports.size());
  for (const MeetingReport& report : reports) {
    ComparedReport& one = compared_.emplace_back();
    one.report = &report;
    one.family = family_of(report.kind);
    one.day = day_number(report.date);
    one.published = day_number(report.published);
    for (const ReportedPerson& person : report.participants) {
      const int32_t number = number_of(person);
      if (holds(one.persons, number)) continue;
      one.persons.push_back(number);
      one.states.push_back(state_number(person.state));
      if (&person - report.participants.data() < report.named) ++one.named;
    }
  }
}

int32_t ReportComparer::number_of(const ReportedPerson& person) {
  const auto [at, added] =
      numbers_.try_emplace(person.key + '\t' + person.state, static_cast<int32_t>(persons_.size()));
  if (added) persons_.push_back({person.key, person.state});
  return at->second;
}

int32_t ReportComparer::state_number(std::string_view state) {
  if (state.empty()) return -1;
  const auto found = std::find(states_.begin(), states_.end(), state);
  if (found != states_.end()) return static_cast<int32_t>(found - states_.begin());
  states_.push_back(state);
  return static_cast<int32_t>(states_.size()) - 1;
}

bool ReportComparer::same_person(int32_t a, int32_t b) {
  if (a == b) return true;
  const uint64_t pair =
      (static_cast<uint64_t>(std::min(a, b)) << 32) | static_cast<uint32_t>(std::max(a, b));
  const auto [at, added] = same_.try_emplace(pair, false);
  if (!added) return at->second;
  const Person& one = persons_[static_cast<size_t>(a)];
  const Person& other = persons_[static_cast<size_t>(b)];
  at->second = verbale::same_person(one.key, one.state, other.key, other.state);
  return at->second;
}

// Of each side that both name, the first person that one names must be among those of the other.
bool ReportComparer::leads_agree(const ComparedReport& a, const ComparedReport& b,
                                 std::span<const int32_t> match) const {
  std::vector<int32_t> seen;
  for (size_t i = 0; i < a.persons.size(); ++i) {
    const int32_t side = a.states[i];
    if (side < 0 || holds(seen, side)) continue;
    seen.push_back(side);
    if (holds(b.states, side) && match[i] < 0) return false;
  }
  return true;
}

// An outlet that publishes two reports on one day under titles that name other persons tells of two
// meetings.
bool ReportComparer::titles_agree(const ComparedReport& a, const ComparedReport& b) {
  if (a.named == 0 || b.named == 0 || !same_outlet(*a.report, *b.report)) return true;
  const auto all_in = [&](const ComparedReport& one, const ComparedReport& other) {
    for (size_t i = 0; i < one.named; ++i) {
      bool found = false;
      for (size_t j = 0; j < other.named && !found; ++j)
        found = same_person(one.persons[i], other.persons[j]);
      if (!found) return false;
    }
    return true;
  };
  return all_in(a, b) && all_in(b, a);
}

Veto ReportComparer::compare_persons(const ComparedReport& a, const ComparedReport& b) {
  std::vector<int32_t> match_a(a.persons.size(), -1);
  std::vector<int32_t> match_b(b.persons.size(), -1);
  size_t shared = 0;
  std::vector<int32_t> shared_sides;
  size_t unknown = 0;
  for (size_t i = 0; i < a.persons.size(); ++i) {
    for (size_t j = 0; j < b.persons.size(); ++j) {
      if (match_b[j] >= 0 || !same_person(a.persons[i], b.persons[j])) continue;
      match_a[i] = static_cast<int32_t>(j);
      match_b[j] = static_cast<int32_t>(i);
      ++shared;
      const int32_t side = a.states[i] >= 0 ? a.states[i] : b.states[j];
      if (side < 0)
        ++unknown;
      else if (!holds(shared_sides, side))
        shared_sides.push_back(side);
      break;
    }
  }
  if (!titles_agree(a, b) || !leads_agree(a, b, match_a) || !leads_agree(b, a, match_b))
    return Veto::Persons;
  const std::vector<int32_t> sides_a = sides_of(a);
  const std::vector<int32_t> sides_b = sides_of(b);
  const size_t larger = std::max(sides_a.size(), sides_b.size());
  size_t common = 0;
  for (const int32_t side : sides_a) common += holds(sides_b, side) ? 1 : 0;
  const bool group = std::min(sides_a.size(), sides_b.size()) >= kGroup;
  if (group ? common * 4 < larger * 3
            : sides_a.size() >= 2 && sides_b.size() >= 2 && common < larger)
    return Veto::Persons;
  if (shared < 2) return shared == 0 ? Veto::Persons : Veto::TooFewPersons;
  // Two of one side show nothing: the same hosts receive many. Of those whose side is not known,
  // all must be the same.
  const bool all = shared == a.persons.size() && shared == b.persons.size();
  if (shared_sides.size() >= 2 || (shared_sides.size() == 1 && unknown > 0 && all) ||
      (unknown >= 2 && all))
    return Veto::None;
  return Veto::TooFewPersons;
}

Veto ReportComparer::compare(const ComparedReport& a, const ComparedReport& b) {
  if (a.family != b.family) return Veto::Kind;
  if (const Veto veto = compare_days(a, b); veto != Veto::None) return veto;
  if (const Veto veto = compare_places(*a.report, *b.report); veto != Veto::None) return veto;
  if (another_call(*a.report, *b.report)) return Veto::Another;
  return compare_persons(a, b);
}

}  // namespace verbale
