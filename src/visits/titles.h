// What the title of a document tells of a meeting: "Readout of President A's Call with Prime
// Minister B", "Telephone conversation with C". A title may stand in the text or be given beside
// it; it is read by its words alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/document.h"
#include "visits/persons.h"

namespace verbale {

struct TitlePerson {
  int32_t actor = -1;  // of the document; -1: known by the packs alone
  std::string name;
  std::string state;  // alpha-3, where known
};

struct TitleTells {
  bool meeting = false;  // of a talk, a call or a meeting, whoever took part
  MeetingKind kind = MeetingKind::Meeting;
  bool subject = false;  // somebody is named before the word for it: "A's call with B"
  std::vector<TitlePerson>
      persons;  // who took part, as far as it names them; none where it names groups alone
};

// `day`: of publication, for names by one word; may be empty.
TitleTells read_title(std::string_view title, const Document& document, const Knowledge& knowledge,
                      const PersonFinder& persons, std::string_view day);

// The folded title of an office's item on a call; empty where it is on something else or on what was
// said about the call, and where it is no office's. `outlet` may be null.
std::string call_title(const TitleTells& tells, std::string_view title, const Outlet* outlet);

// Whose office publishes, by the words of the outlet's names.
std::vector<OfficeKind> offices_of(const Outlet& outlet);

}  // namespace verbale
