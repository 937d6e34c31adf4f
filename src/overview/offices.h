// Which titles are one office of a person.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"
#include "overview/people.h"

namespace verbale {

// Gathers what documents call one person. Titles without an office in them ("top leader") are none; nor are those that the
// packs know he did not hold on that day ("the late General Secretary"). What only documents without a day call him is an
// office of its own where no dated one can be meant by it. No two offices have one title and one first day.
class OfficeGatherer {
 public:
  // `person`: index into the packs' persons; -1: unknown to them.
  OfficeGatherer(const Knowledge& knowledge, int32_t person) : knowledge_(knowledge), person_(person) {}

  void add(const ActorSighting& sighting);
  std::vector<OfficeHeld> offices() const;

 private:
  struct Group {
    std::map<std::string, int64_t> titles;  // how often
    std::map<std::pair<std::string, std::string>, OfficeEvidence> evidence;  // by day ("~" for none) and document
    bool known = false;  // the title is the packs'
    OfficeKind kind = OfficeKind::Other;

    bool dated() const { return !evidence.empty() && evidence.begin()->first.first != kNoDay; }
  };
  static constexpr std::string_view kNoDay = "~";  // behind every day

  struct Office {
    std::string key;    // what it is told from others by
    std::string title;  // the packs', if they know it
    OfficeKind kind = OfficeKind::Other;
  };

  // Of an empty key: none.
  Office office_of(const std::string& title, std::string_view day) const;
  // Those without a day are taken into those that they may mean.
  std::vector<Group> merged() const;
  bool may_mean(const Group& undated, const Group& other) const;
  bool knows(OfficeKind kind) const;

  const Term* term_of(OfficeKind kind, const std::vector<std::string>& words, std::string_view day) const;

  const Knowledge& knowledge_;
  int32_t person_;
  std::map<std::string, Group> groups_;
};

}  // namespace verbale
