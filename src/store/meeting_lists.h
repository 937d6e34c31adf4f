// The meetings and visits of the record, to read from: one entry for each, with all its accounts.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/lists.h"
#include "visits/visits.h"

namespace verbale {

// What one document says of the meeting. Documents that print one text each give an account in its words.
struct ListedAccount {
  std::string report;       // id of the entry, or of the claim of the title
  std::string document;     // name
  std::string document_id;
  std::string published;
  std::string side;
  std::string outlet;
  std::string report_kind;
  std::string kind;         // what it calls the meeting
  std::string date;         // that it gives
  std::vector<Evidence> evidence;
  std::string title;        // given with the document, where it is what tells of the meeting; else empty
  std::string made_by;      // the rule that joined it
  bool inferred = false;    // it does not tell the day itself
  bool mention = false;     // it only refers to the meeting
};

struct ListedMeeting {
  std::string id;
  std::string kind;
  std::string date;         // ISO, may be empty
  bool inferred = false;
  std::string place;
  std::string place_state;
  std::vector<JoinedPerson> participants;
  std::string host;         // id of a participant
  std::string visit;        // id
  std::vector<ListedAccount> accounts;  // those that only refer to it come last
};

struct ListedVisit {
  std::string id;
  std::string guest_state;
  std::string host_state;
  std::string from;
  std::string to;
  bool inferred = false;
  int32_t days = 0;  // that it lasted, as accounts say; may be more than lie between `from` and `to`
  std::vector<JoinedPerson> guests;
  std::vector<ListedMeeting> meetings;  // by day
};

// By day (none comes last), in an order that does not depend on what was added first. Of the filter's fields `act` does not apply; `speaker` is somebody who took part,
// `side` and `document` are of an account, `state` of one who took part.
Result<void> each_meeting(const Record& record, const EntryFilter& filter,
                          const std::function<void(const ListedMeeting&)>& visit);
Result<void> each_visit(const Record& record, const EntryFilter& filter,
                        const std::function<void(const ListedVisit&)>& visit);

// How many the filter lets through, whatever its limit and offset.
Result<int64_t> count_meetings(const Record& record, const EntryFilter& filter);
Result<int64_t> count_visits(const Record& record, const EntryFilter& filter);

struct FoundMeeting {
  ListedMeeting meeting;
  std::string asked;  // the id that was asked for, where it is another: of an account, or one that was given up
};
// By the meeting's id, that of any of its accounts' entries, one that was given up, or the beginning of one such.
// An error: there is none, or several begin so.
Result<FoundMeeting> find_meeting(const Record& record, std::string_view id);

struct FoundVisit {
  ListedVisit visit;
  std::string asked;
};
Result<FoundVisit> find_visit(const Record& record, std::string_view id);

// Texts that tell of meetings but were read by a version that did not join them yet.
Result<int64_t> unjoined_texts(const Record& record);

}  // namespace verbale
