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
// packs know he did not hold on that day ("the late General Secretary").
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
  };

  // What the office is told from others by, and the packs' title for it, if they know it.
  std::pair<std::string, std::string> office_of(const std::string& title, std::string_view day) const;

  const Term* term_of(OfficeKind kind, const std::vector<std::string>& words, std::string_view day, bool& any) const;

  const Knowledge& knowledge_;
  int32_t person_;
  std::map<std::string, Group> groups_;
};

}  // namespace verbale
