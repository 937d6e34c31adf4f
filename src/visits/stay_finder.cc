#include "visits/stay_finder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/days.h"
#include "visits/persons.h"

namespace verbale {
namespace {

constexpr int32_t kPause = 2;       // days between two meetings of one visit
constexpr int32_t kLongest = 14;    // days of a visit
constexpr int32_t kNextReport = 3;  // days after a visit in which an account of it still comes out

class StayFinder {
 public:
  explicit StayFinder(std::span<const MeetingReport> reports)
      : reports_(reports), meetings_(join_meetings(reports)) {}

  GatheredStays gather() {
    gather_placed();
    index_documents();
    gather_reports();
    for (auto& [sides, stays] : stays_) {
      for (Stay& stay : stays) add_told_days(stay);
    }
    gather_unplaced();
    for (auto& [sides, stays] : stays_) {
      for (Stay& stay : stays) fit_length(stay);
    }
    return {std::move(meetings_), std::move(stays_), std::move(alone_)};
  }

 private:
  bool is_account(const JoinedMeeting& meeting) const {
    return meeting.members.front().standing == Standing::Account;
  }

  static std::vector<JoinedPerson> of_side(const std::vector<JoinedPerson>& persons,
                                           std::string_view side) {
    std::vector<JoinedPerson> found;
    for (const JoinedPerson& person : persons) {
      if (person.side == side) found.push_back(person);
    }
    return found;
  }

  static bool share_person(const std::vector<JoinedPerson>& a, const std::vector<JoinedPerson>& b) {
    return std::any_of(a.begin(), a.end(), [&](const JoinedPerson& one) {
      return std::any_of(b.begin(), b.end(), [&](const JoinedPerson& other) {
        return same_person(one.key, one.side, other.key, other.side);
      });
    });
  }

  // Where it was held and who came from elsewhere; empty where that is no visit: nobody is at home,
  // or several states are guests.
  static Sides sides_of(const JoinedMeeting& meeting) {
    const std::string& host = meeting.place.state;
    if (meeting.kind == MeetingKind::Call || host.empty()) return {};
    std::string guest;
    bool at_home = false;
    for (const JoinedPerson& person : meeting.participants) {
      if (person.side == host || person.side.empty())
        at_home = true;
      else if (guest.empty())
        guest = person.side;
      else if (guest != person.side)
        return {};
    }
    const bool occasion = meeting.kind == MeetingKind::Ceremony;  // for a guest, whoever gives it
    return at_home || occasion ? Sides{host, guest} : Sides{};
  }

  // ---- Meetings with a place

  void gather_placed() {
    std::map<Sides, std::vector<int32_t>> by_sides;
    for (size_t i = 0; i < meetings_.size(); ++i) {
      if (!is_account(meetings_[i]) || day_number(meetings_[i].date) == kNoDay) continue;
      Sides sides = sides_of(meetings_[i]);
      if (!sides.second.empty()) by_sides[std::move(sides)].push_back(static_cast<int32_t>(i));
    }
    // The meetings are in the order of their days.
    for (const auto& [sides, list] : by_sides) {
      for (const int32_t meeting : list) add_placed(stays_[sides], sides, meeting);
    }
  }

  void add_placed(std::vector<Stay>& stays, const Sides& sides, int32_t index) {
    const JoinedMeeting& meeting = meetings_[static_cast<size_t>(index)];
    const int32_t day = day_number(meeting.date);
    std::vector<JoinedPerson> guests = of_side(meeting.participants, sides.second);
    for (Stay& stay : stays) {
      if (day - stay.to > kPause || day - stay.from > kLongest ||
          !share_person(stay.guests, guests))
        continue;
      add_meeting(stay, index);
      for (JoinedPerson& guest : guests) {
        if (!share_person(stay.guests, {guest})) stay.guests.push_back(std::move(guest));
      }
      return;
    }
    Stay& stay = stays.emplace_back();
    stay.guests = std::move(guests);
    add_meeting(stay, index);
  }

  void add_meeting(Stay& stay, int32_t index) {
    const JoinedMeeting& meeting = meetings_[static_cast<size_t>(index)];
    stay.meetings.push_back(index);
    const int32_t day = day_number(meeting.date);
    if (day == kNoDay) return;
    stay.from = stay.from == kNoDay ? day : std::min(stay.from, day);
    stay.to = stay.to == kNoDay ? day : std::max(stay.to, day);
    stay.told =
        stay.told ||
        std::any_of(meeting.members.begin(), meeting.members.end(),
                    [&](const JoinedMember& member) {
                      return reports_[static_cast<size_t>(member.report)].basis == DayBasis::Stated;
                    });
  }

  // ---- What accounts say of the visit itself

  // The joined meetings of which a text gives an account.
  void index_documents() {
    for (size_t i = 0; i < meetings_.size(); ++i) {
      for (const JoinedMember& member : meetings_[i].members) {
        if (member.standing != Standing::Account) continue;
        accounts_[reports_[static_cast<size_t>(member.report)].text].insert(
            static_cast<int32_t>(i));
      }
    }
  }

  void gather_reports() {
    std::vector<int32_t> order;
    for (size_t i = 0; i < reports_.size(); ++i) {
      if (reports_[i].kind == MeetingKind::Visit) order.push_back(static_cast<int32_t>(i));
    }
    // Those that have a visit to belong to; then, by the day of publication, those that make one.
    std::sort(order.begin(), order.end(),
              [&](int32_t a, int32_t b) { return report_order(a) < report_order(b); });
    std::vector<std::pair<Stay*, int32_t>> found;
    std::vector<int32_t> rest;
    for (const int32_t report : order) {
      Stay* stay = stay_of(reports_[static_cast<size_t>(report)]);
      if (stay != nullptr)
        found.emplace_back(stay, report);
      else
        rest.push_back(report);
    }
    for (const auto& [stay, report] : found) stay->reports.push_back(report);
    for (const int32_t report : rest) add_unplaced_report(report);
  }

  using ReportOrder =
      std::tuple<bool, std::string_view, std::string_view, std::string_view, int32_t>;
  ReportOrder report_order(int32_t index) const {
    const MeetingReport& report = reports_[static_cast<size_t>(index)];
    return {report.published.empty(), report.published, report.document, report.text, report.entry};
  }

  static std::vector<JoinedPerson> guests_of(const MeetingReport& report) {
    std::vector<JoinedPerson> guests;
    for (const ReportedPerson& person : report.participants) {
      if (person.state.empty() || person.state == report.place.state) continue;
      guests.push_back({person.id, person.name, person.role, person.state, person.key});
    }
    return guests;
  }

  // The one stay that a report of a visit means; nullptr where there is none or more than one.
  Stay* stay_of(const MeetingReport& report) {
    const std::vector<JoinedPerson> guests = guests_of(report);
    if (guests.empty() || report.place.state.empty()) return nullptr;
    const auto found = stays_.find({report.place.state, guests.front().side});
    if (found == stays_.end()) return nullptr;
    std::vector<Stay*> fitting;
    for (Stay& stay : found->second) {
      if (share_person(stay.guests, guests)) fitting.push_back(&stay);
    }
    std::vector<Stay*> own;  // of which the same text tells a meeting
    for (Stay* stay : fitting) {
      if (tells_of(report, *stay)) own.push_back(stay);
    }
    if (!own.empty()) return own.size() == 1 ? own.front() : nullptr;
    std::erase_if(fitting, [&](const Stay* stay) { return !day_fits(report, *stay); });
    return fitting.size() == 1 ? fitting.front() : nullptr;
  }

  static bool tells_days(const MeetingReport& report) {
    return report.stay.from != kNoDay || report.stay.to != kNoDay;
  }

  bool tells_of(const MeetingReport& report, const Stay& stay) const {
    const auto told = accounts_.find(report.text);
    if (told == accounts_.end()) return false;
    return std::any_of(stay.meetings.begin(), stay.meetings.end(),
                       [&](int32_t meeting) { return told->second.contains(meeting); });
  }

  static bool day_fits(const MeetingReport& report, const Stay& stay) {
    const int32_t published = day_number(report.published);
    if (stay.from == kNoDay) return false;
    if (tells_days(report)) {
      const Days days = days_of(report);
      return days.from <= stay.to + 1 && days.to >= stay.from - 1;
    }
    if (published != kNoDay)
      return published >= stay.from - 1 && published <= stay.to + kNextReport;
    if (report.standing == Standing::Mention) return false;
    return report.year.empty() || iso_day(stay.from).starts_with(report.year);
  }

  // A visit of which no meeting with a place is known. Accounts that came out on neighbouring days
  // are of one.
  void add_unplaced_report(int32_t index) {
    const MeetingReport& report = reports_[static_cast<size_t>(index)];
    std::vector<JoinedPerson> guests = guests_of(report);
    if (report.standing == Standing::Mention || guests.empty() || report.place.state.empty()) {
      alone_.push_back(index);
      return;
    }
    const Days days = days_of(report);
    std::vector<Stay>& stays = stays_[{report.place.state, guests.front().side}];
    for (Stay& stay : stays) {
      if (days.from == kNoDay || stay.from == kNoDay || !share_person(stay.guests, guests))
        continue;
      if (stay.told && !days.told) continue;
      if (stay.from - days.to > kPause || days.from - stay.to > kPause) continue;
      if (days.to - stay.from > kLongest) continue;
      stay.reports.push_back(index);
      stay.from = std::min(stay.from, days.from);
      stay.to = std::max(stay.to, days.to);
      stay.told = stay.told || days.told;
      return;
    }
    Stay& stay = stays.emplace_back();
    stay.guests = std::move(guests);
    stay.from = days.from;
    stay.to = days.to;
    stay.told = days.told;
    stay.reports.push_back(index);
  }

  // The days of a visit that its account tells, else the day on which it came out.
  struct Days {
    int32_t from = kNoDay;
    int32_t to = kNoDay;
    bool told = false;
  };
  static Days days_of(const MeetingReport& report) {
    const ToldStay& stay = report.stay;
    const int32_t published = day_number(report.published);
    if (!tells_days(report)) return {published, published, false};
    return {stay.from != kNoDay ? stay.from : stay.to, stay.to != kNoDay ? stay.to : stay.from,
            true};
  }

  // ---- Meetings whose place nobody tells

  void gather_unplaced() {
    std::set<int32_t> placed;
    for (const auto& [sides, stays] : stays_) {
      for (const Stay& stay : stays) placed.insert(stay.meetings.begin(), stay.meetings.end());
    }
    std::vector<std::pair<Stay*, int32_t>> found;
    for (size_t i = 0; i < meetings_.size(); ++i) {
      const JoinedMeeting& meeting = meetings_[i];
      if (placed.contains(static_cast<int32_t>(i)) || meeting.kind == MeetingKind::Call ||
          !is_account(meeting))
        continue;
      if (!meeting.place.state.empty() && !sides_of(meeting).second.empty()) continue;
      if (Stay* stay = stay_holding(static_cast<int32_t>(i)); stay != nullptr)
        found.emplace_back(stay, static_cast<int32_t>(i));
    }
    for (const auto& [stay, meeting] : found) add_meeting(*stay, meeting);
  }

  Stay* stay_holding(int32_t index) {
    const JoinedMeeting& meeting = meetings_[static_cast<size_t>(index)];
    Stay* only = nullptr;
    for (const JoinedPerson& host : meeting.participants) {
      for (const JoinedPerson& guest : meeting.participants) {
        if (host.side.empty() || guest.side.empty() || host.side == guest.side) continue;
        const auto found = stays_.find({host.side, guest.side});
        if (found == stays_.end()) continue;
        for (Stay& stay : found->second) {
          if (!share_person(stay.guests, {guest}) || !within(meeting, index, stay)) continue;
          if (only != nullptr && only != &stay) return nullptr;
          only = &stay;
        }
      }
    }
    return only;
  }

  // A meeting held elsewhere is not of the stay; one without a day is, where a text tells of both.
  bool within(const JoinedMeeting& meeting, int32_t index, const Stay& stay) const {
    const int32_t day = day_number(meeting.date);
    if (day != kNoDay)
      return stay.from != kNoDay && day >= stay.from && day <= stay.to + 1 &&
             meeting.place.state.empty();
    return std::any_of(stay.reports.begin(), stay.reports.end(), [&](int32_t report) {
      const auto told = accounts_.find(reports_[static_cast<size_t>(report)].text);
      return told != accounts_.end() && told->second.contains(index);
    });
  }

  // All days that accounts tell of the visit, beside those of its meetings.
  void add_told_days(Stay& stay) const {
    Days told;  // the first and the last, as far as accounts tell which they are
    for (const int32_t index : stay.reports) {
      const MeetingReport& report = reports_[static_cast<size_t>(index)];
      stay.days = std::max(stay.days, report.stay.days);
      if (!tells_days(report)) continue;
      told.from = earlier(told.from, report.stay.from);
      told.to = later(told.to, report.stay.to);
      const Days days = days_of(report);
      stay.from = earlier(stay.from, days.from);
      stay.to = later(stay.to, days.to);
      stay.told = true;
    }
    if (stay.from == kNoDay || !stay.told) return;
    add_weekdays(stay, told);
    if (stay.days == 0) return;
    // One account tells the length, another the first day or the last.
    if (told.to != kNoDay && told.from == kNoDay) {
      stay.from = std::min(stay.from, stay.to - stay.days + 1);
    } else if (told.from != kNoDay && told.to == kNoDay) {
      stay.to = std::max(stay.to, stay.from + stay.days - 1);
    }
  }

  static int32_t earlier(int32_t a, int32_t b) {
    return a == kNoDay || b == kNoDay ? std::max(a, b) : std::min(a, b);
  }
  static int32_t later(int32_t a, int32_t b) { return std::max(a, b); }

  // "Left on Tuesday", in an account without a date: the Tuesday that the rest of the visit leaves.
  void add_weekdays(Stay& stay, Days& told) const {
    for (const int32_t index : stay.reports) {
      const ToldStay& said = reports_[static_cast<size_t>(index)].stay;
      if (said.to_weekday > 0 && told.to == kNoDay) {
        const int32_t last = stay.to + days_until(weekday(stay.to), said.to_weekday);
        if (may_last(stay, stay.from, last)) told.to = stay.to = last;
      }
      if (said.from_weekday > 0 && told.from == kNoDay) {
        const int32_t first = stay.from - days_until(said.from_weekday, weekday(stay.from));
        if (may_last(stay, first, stay.to)) told.from = stay.from = first;
      }
    }
  }

  // 1 Monday to 7 Sunday.
  static int weekday(int32_t day) {
    constexpr int32_t kThursday = 3;  // 1970-01-01
    return ((day + kThursday) % 7 + 7) % 7 + 1;
  }
  static int32_t days_until(int from, int to) { return (to - from + 7) % 7; }

  static bool may_last(const Stay& stay, int32_t from, int32_t to) {
    return to - from < (stay.days > 0 ? stay.days : kLongest);
  }

  static void fit_length(Stay& stay) {
    if (stay.from != kNoDay && stay.told && stay.days > 0) {
      stay.days = std::max(stay.days, stay.to - stay.from + 1);
    }
  }

  std::span<const MeetingReport> reports_;
  std::vector<JoinedMeeting> meetings_;
  std::map<Sides, std::vector<Stay>> stays_;
  std::map<std::string_view, std::set<int32_t>> accounts_;  // text -> joined meetings
  std::vector<int32_t> alone_;  // reports of visits that are none of their own
};

}  // namespace

GatheredStays gather_stays(std::span<const MeetingReport> reports) {
  return StayFinder(reports).gather();
}

}  // namespace verbale
