// The rows of meetings across documents: what each text says of a meeting, and the meetings and visits that follow.
//
// All is joined anew from the reports, and only what differs is written: so the record holds the same whatever was
// added first. An id that no longer names a meeting or a visit leads to the one that took up its accounts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/reading.h"
#include "visits/visits.h"

namespace verbale {

// All reports of the record, with what the publications that speak for their texts say. Throws DatabaseError.
std::vector<MeetingReport> load_reports(const Database& database);

// What is stored of a joined meeting and a visit beside their columns: JSON.
std::string meeting_body(const JoinedMeeting& meeting);
std::string visit_body(const Visit& visit);
// The day that a meeting is listed under: its own, else the first on which an account was published.
std::string listed_day(const JoinedMeeting& meeting, std::span<const MeetingReport> reports);

// Statements are prepared once and used for every document. Throws DatabaseError.
class MeetingRows {
 public:
  explicit MeetingRows(const Database& database);

  // The reports of the reading take the place of those of the text. Its ids must be the final ones.
  void replace_reports(int64_t text, const Reading& reading);

  // All that joining takes from the text: two texts of which it is the same are joined in the same way.
  std::string told(int64_t text) const;

  // Joins all reports of the record and writes what changed.
  void join();

 private:
  void insert_report(int64_t text, const MeetingReport& report, const std::string& id);

  const Database& database_;
  Query remove_reports_;
  Query insert_report_;
};

}  // namespace verbale
