// What one document says of each meeting it tells of, in a form that accounts of different
// documents can be compared by. Made from a read document; stored beside it, so that joining needs
// neither text nor packs.
//
// A document is an account of the meeting it is about: the one that its title or its lead tells of,
// and what belongs to it (the tea after the talks). Another meeting that it only refers to ("in
// their call last week") is a mention: it never speaks for a meeting that somebody gives an account
// of.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "record/ids.h"
#include "visits/stays.h"

namespace verbale {

enum class Standing : uint8_t { Account, Mention };

// Where the day of a report comes from: told by the document, or taken from the day it was
// published.
enum class DayBasis : uint8_t { None, Stated, Published };

struct ReportedPerson {
  std::string id;  // in its document
  std::string name;
  std::string key;    // words by which persons are compared across documents (visits/persons.h)
  std::string role;   // as it stands in the text, may be empty
  std::string state;  // alpha-3, empty if not known
};

struct ReportedPlace {
  std::string name;   // as the document has it; empty: none
  std::string city;   // known by the packs, folded; empty if it is none
  std::string state;  // alpha-3, empty if not known
};

// A place in the text, as the JSON gives it.
struct Evidence {
  std::string text;
  uint32_t start = 0;  // code points
  uint32_t end = 0;
};

struct MeetingReport {
  std::string id;        // of the entry; of the title's claim where `entry` is -1
  int32_t entry = -1;    // index into Document::meetings
  std::string document;  // name
  std::string text;      // id of the text
  int64_t stored = 0;    // accounts in the order in which they were stored
  MeetingKind kind = MeetingKind::Meeting;
  Standing standing = Standing::Account;
  std::string date;  // ISO, empty: not known
  DayBasis basis = DayBasis::None;
  bool inferred = false;
  ToldStay stay;          // of a visit, whose `date` is empty
  std::string published;  // ISO, of the document
  std::string year;       // that dates without a year belong to, where only that is known
  std::string outlet;
  std::string side;
  ReportedPlace place;
  std::vector<ReportedPerson> participants;  // those whom the title names first
  int32_t named = 0;                         // so many of them the title names
  std::string host;                          // id in the document, empty if not known
  Evidence evidence;  // where only the title tells: the first sentence of the report
  std::string title;  // given with the document, where it is what tells of the meeting
  // Of a call that an office reports under a title: the folded title. An office tells of a call in
  // one item: another title is another call.
  std::string call_title;
  std::string made_by;

  bool day_is_published() const { return basis == DayBasis::Published; }
};

// The anchor of a claim that hangs on the title given with a document, not on a place in the text.
inline constexpr uint32_t kTitleAnchor = UINT32_MAX;

// Makes reports. Knows the packs by indices of its own: make one and keep it. Safe to use from
// several threads.
class MeetingReporter {
 public:
  explicit MeetingReporter(const Knowledge& knowledge);
  MeetingReporter(MeetingReporter&&) noexcept;
  ~MeetingReporter();

  // The reports of a read document: of its meetings in their order, and last the one that only its
  // given title tells of. `ids` are those of make_ids.
  std::vector<MeetingReport> reports(const Document& document, const RecordIds& ids,
                                     const CodePointIndex& index) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace verbale
