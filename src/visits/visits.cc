#include "visits/visits.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "visits/stay_finder.h"

namespace verbale {
namespace {

class VisitMaker {
 public:
  explicit VisitMaker(std::span<const MeetingReport> reports)
      : reports_(reports), gathered_(gather_stays(reports)) {}

  Joined make();

 private:
  void add_visit(Joined& joined, const Sides& sides, Stay& stay);
  const MeetingReport* first_stored(const Stay& stay) const;

  std::span<const MeetingReport> reports_;
  GatheredStays gathered_;
};

const MeetingReport* VisitMaker::first_stored(const Stay& stay) const {
  const MeetingReport* first = nullptr;
  const auto look_at = [&](const MeetingReport& report) {
    if (first == nullptr ||
        std::tie(report.stored, report.published, report.document, report.entry) <
            std::tie(first->stored, first->published, first->document, first->entry)) {
      first = &report;
    }
  };
  for (const int32_t report : stay.reports) look_at(reports_[static_cast<size_t>(report)]);
  for (const int32_t meeting : stay.meetings) {
    for (const JoinedMember& member : gathered_.meetings[static_cast<size_t>(meeting)].members) {
      if (member.standing == Standing::Account)
        look_at(reports_[static_cast<size_t>(member.report)]);
    }
  }
  return first;
}

void VisitMaker::add_visit(Joined& joined, const Sides& sides, Stay& stay) {
  Visit visit;
  visit.id = "v" + first_stored(stay)->id.substr(1);
  visit.host_state = sides.first;
  visit.guest_state = sides.second;
  visit.days = stay.days;
  visit.guests = std::move(stay.guests);
  if (stay.from != kNoDay) visit.from = iso_day(stay.from), visit.to = iso_day(stay.to);
  visit.inferred = stay.from != kNoDay && !stay.told;
  const int32_t number = static_cast<int32_t>(joined.visits.size());
  for (const int32_t index : stay.meetings) {
    JoinedMeeting& meeting = gathered_.meetings[static_cast<size_t>(index)];
    meeting.visit = number;
    if (visit.mark.empty() || meeting.mark < visit.mark) visit.mark = meeting.mark;
  }
  if (!stay.reports.empty()) {
    std::vector<JoinedMember> members;
    for (const int32_t report : stay.reports) {
      const MeetingReport& one = reports_[static_cast<size_t>(report)];
      members.push_back({report, one.standing, one.published.empty(), "", "join.visit"});
    }
    JoinedMeeting told = make_joined(reports_, std::move(members));
    told.visit = number;
    if (visit.mark.empty() || told.mark < visit.mark) visit.mark = told.mark;
    joined.meetings.push_back(std::move(told));
  }
  joined.visits.push_back(std::move(visit));
}

// By first day, none last; the meetings' indices follow.
void sort_visits(Joined& joined) {
  std::vector<int32_t> order(joined.visits.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](int32_t index) {
    const Visit& visit = joined.visits[static_cast<size_t>(index)];
    return std::tuple<bool, std::string_view, std::string_view>(visit.from.empty(), visit.from,
                                                                visit.mark);
  });
  std::vector<Visit> sorted;
  std::vector<int32_t> place(order.size());
  for (const int32_t index : order) {
    place[static_cast<size_t>(index)] = static_cast<int32_t>(sorted.size());
    sorted.push_back(std::move(joined.visits[static_cast<size_t>(index)]));
  }
  joined.visits = std::move(sorted);
  for (JoinedMeeting& meeting : joined.meetings) {
    if (meeting.visit >= 0) meeting.visit = place[static_cast<size_t>(meeting.visit)];
  }
}

Joined VisitMaker::make() {
  Joined joined;
  for (auto& [sides, stays] : gathered_.stays) {
    for (Stay& stay : stays) add_visit(joined, sides, stay);
  }
  for (const int32_t report : gathered_.alone) {
    const Standing standing = reports_[static_cast<size_t>(report)].standing;
    joined.meetings.push_back(
        make_joined(reports_, {JoinedMember{report, standing, false, "", "join.visit"}}));
  }
  for (JoinedMeeting& meeting : gathered_.meetings) joined.meetings.push_back(std::move(meeting));
  sort_meetings(joined.meetings);
  sort_visits(joined);
  for (size_t i = 0; i < joined.meetings.size(); ++i) {
    const int32_t visit = joined.meetings[i].visit;
    if (visit < 0) continue;
    joined.visits[static_cast<size_t>(visit)].meetings.push_back(static_cast<int32_t>(i));
  }
  return joined;
}

}  // namespace

Joined join_reports(std::span<const MeetingReport> reports) { return VisitMaker(reports).make(); }

}  // namespace verbale
