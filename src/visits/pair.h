// Whether two reports tell of one meeting: what forbids it, and what shows it.
//
// Other principals, another place, another day or another kind of occasion forbid. That one has a
// meeting and the other a call does not, and nothing is joined because it is worded alike.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "visits/reports.h"

namespace verbale {

// What meetings may be one although accounts name them differently: talks, meeting and call are one
// family.
enum class KindFamily : uint8_t { Encounter, Visit, Signing, Banquet, Tea, Ceremony };
KindFamily family_of(MeetingKind kind);

// Why two reports are not of one meeting, or None.
enum class Veto : uint8_t { None, Kind, Day, Place, Persons, TooFewPersons, Another };
std::string_view to_string(Veto veto);

// A report with its persons as numbers: the same number where key and state are the same.
struct ComparedReport {
  const MeetingReport* report = nullptr;
  KindFamily family = KindFamily::Encounter;
  int32_t day = 0;  // days.h; kNoDay
  int32_t published = 0;
  std::vector<int32_t> persons;
  std::vector<int32_t> states;  // of each person, as numbers; -1: not known
  size_t named = 0;             // persons whom the title names, the first of all
};

// Compares reports, and remembers which persons are the same.
class ReportComparer {
 public:
  explicit ReportComparer(std::span<const MeetingReport> reports);

  std::span<const ComparedReport> reports() const { return compared_; }

  // What forbids that both are of one meeting. Days are compared where both have one.
  Veto compare(const ComparedReport& a, const ComparedReport& b);
  bool same_person(int32_t a, int32_t b);

 private:
  struct Person {
    std::string_view key;
    std::string_view state;
  };
  int32_t number_of(const ReportedPerson& person);
  int32_t state_number(std::string_view state);
  Veto compare_persons(const ComparedReport& a, const ComparedReport& b);
  bool titles_agree(const ComparedReport& a, const ComparedReport& b);
  bool leads_agree(const ComparedReport& a, const ComparedReport& b,
                   std::span<const int32_t> match) const;

  std::vector<ComparedReport> compared_;
  std::vector<Person> persons_;
  std::unordered_map<std::string, int32_t> numbers_;  // key and state
  std::vector<std::string_view> states_;
  std::unordered_map<uint64_t, bool> same_;
};

}  // namespace verbale
