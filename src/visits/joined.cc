// A joined meeting from its members: what the accounts tell together.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/days.h"
#include "visits/join.h"
#include "visits/pair.h"
#include "visits/persons.h"

namespace verbale {
std::string_view join_reason(std::string_view made_by) {
  if (made_by == "join.same-day") return "the same principals on the same day";
  if (made_by == "join.next-day")
    return "the same principals, a day apart by the clocks or by the day of publication";
  if (made_by == "join.only-meeting")
    return "tells no day; the only meeting of these persons that it can mean";
  if (made_by == "join.mention") return "refers to this meeting";
  if (made_by == "join.visit") return "tells of the visit: guest, host state and days fit";
  return {};
}

namespace {

class MeetingJoin {
 public:
  MeetingJoin(std::span<const MeetingReport> reports, std::vector<JoinedMember> members)
      : reports_(reports) {
    std::sort(members.begin(), members.end(),
              [&](const JoinedMember& a, const JoinedMember& b) { return order(a) < order(b); });
    meeting_.members = std::move(members);
  }

  JoinedMeeting make() {
    for (const JoinedMember& member : meeting_.members) {
      const bool speaks = member.standing == Standing::Account ||
                          meeting_.members.front().standing == Standing::Mention;
      if (speaks) speaking_.push_back(&report(member));
    }
    meeting_.id = (*std::min_element(speaking_.begin(), speaking_.end(), stored_before))->id;
    meeting_.mark = mark_of(report(meeting_.members.front()));
    settle_kind();
    settle_date();
    settle_place();
    for (const MeetingReport* report : speaking_) add_participants(*report);
    for (size_t i = 1; i < meeting_.members.size(); ++i) {
      meeting_.members[i].reason = join_reason(meeting_.members[i].made_by);
    }
    return std::move(meeting_);
  }

 private:
  const MeetingReport& report(const JoinedMember& member) const {
    return reports_[static_cast<size_t>(member.report)];
  }

  // By publication (none last), document and place in it.
  static std::string mark_of(const MeetingReport& report) {
    return fmt::format("{} {} {:08} {}", report.published.empty() ? "9999" : report.published,
                       report.document, report.evidence.start, report.id);
  }

  // Nothing but the id depends on the order of storing.
  static bool stored_before(const MeetingReport* a, const MeetingReport* b) {
    return a->stored < b->stored;
  }

  using Order = std::tuple<bool, bool, std::string_view, std::string_view, bool, int32_t>;
  Order order(const JoinedMember& member) const {
    const MeetingReport& one = report(member);
    return {member.standing == Standing::Mention,
            one.published.empty(),
            one.published,
            one.document,
            one.entry < 0,
            one.entry};
  }

  // The value that most accounts give; of several the first in order.
  template <class Value, class Get>
  Value most(Get get, Value none) const {
    std::map<Value, int> counts;
    for (const MeetingReport* report : speaking_) {
      const Value value = get(*report);
      if (value != none) ++counts[value];
    }
    const auto best =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? none : best->first;
  }

  // A meeting that somebody calls a call and that nobody places anywhere was one.
  void settle_kind() {
    const bool placed =
        std::any_of(speaking_.begin(), speaking_.end(), [](const MeetingReport* report) {
          return report->kind != MeetingKind::Call && !report->place.name.empty();
        });
    const bool called =
        std::any_of(speaking_.begin(), speaking_.end(),
                    [](const MeetingReport* report) { return report->kind == MeetingKind::Call; });
    if (called && !placed) {
      meeting_.kind = MeetingKind::Call;
      return;
    }
    const int kind =
        most<int>([](const MeetingReport& report) { return static_cast<int>(report.kind); }, -1);
    meeting_.kind = static_cast<MeetingKind>(kind);
  }

  void settle_date() {
    for (const DayBasis basis : {DayBasis::Stated, DayBasis::Published}) {
      meeting_.date = most<std::string>(
          [&](const MeetingReport& report) {
            return report.basis == basis ? report.date : std::string();
          },
          "");
      if (meeting_.date.empty()) continue;
      meeting_.inferred =
          std::all_of(speaking_.begin(), speaking_.end(), [&](const MeetingReport* report) {
            return report->inferred || report->date != meeting_.date;
          });
      return;
    }
  }

  // The place that tells most: a city, else a name that the packs do not know, else a state.
  void settle_place() {
    if (meeting_.kind == MeetingKind::Call) return;
    const auto weight = [](const ReportedPlace& place) {
      return !place.city.empty() ? 3 : place.state.empty() ? 2 : 1;
    };
    for (const MeetingReport* report : speaking_) {
      const ReportedPlace& place = report->place;
      if (place.name.empty() || report->kind == MeetingKind::Call) continue;
      if (meeting_.place.name.empty() || weight(place) > weight(meeting_.place))
        meeting_.place = place;
    }
  }

  void add_participants(const MeetingReport& report) {
    for (const ReportedPerson& person : report.participants) {
      const size_t at = find(person);
      if (at == meeting_.participants.size()) {
        meeting_.participants.push_back(
            {person.id, person.name, person.role, person.state, person.key});
      } else {
        enrich(meeting_.participants[at], person);
      }
      if (report.host == person.id && meeting_.host.empty()) host_ = at;
    }
    if (host_ < meeting_.participants.size()) meeting_.host = meeting_.participants[host_].id;
  }

  size_t find(const ReportedPerson& person) const {
    for (size_t i = 0; i < meeting_.participants.size(); ++i) {
      const JoinedPerson& known = meeting_.participants[i];
      if (same_person(known.key, known.side, person.key, person.state)) return i;
    }
    return meeting_.participants.size();
  }

  // The fuller name, with its id; the fuller role; the side where somebody has it.
  static void enrich(JoinedPerson& known, const ReportedPerson& more) {
    constexpr size_t kLongestRole = 160;  // bytes
    if (words_in(more.name) > words_in(known.name)) {
      known.name = more.name;
      known.id = more.id;
      known.key = more.key;
    }
    if (more.role.size() > known.role.size() && more.role.size() <= kLongestRole)
      known.role = more.role;
    if (known.side.empty()) known.side = more.state;
  }

  static long words_in(const std::string& name) {
    return std::count(name.begin(), name.end(), ' ');
  }

  std::span<const MeetingReport> reports_;
  JoinedMeeting meeting_;
  std::vector<const MeetingReport*> speaking_;
  size_t host_ = SIZE_MAX;
};

}  // namespace

JoinedMeeting make_joined(std::span<const MeetingReport> reports,
                          std::vector<JoinedMember> members) {
  return MeetingJoin(reports, std::move(members)).make();
}

void sort_meetings(std::vector<JoinedMeeting>& meetings) {
  std::sort(meetings.begin(), meetings.end(), [](const JoinedMeeting& a, const JoinedMeeting& b) {
    return std::make_tuple(a.date.empty(), std::string_view(a.date), std::string_view(a.mark)) <
           std::make_tuple(b.date.empty(), std::string_view(b.date), std::string_view(b.mark));
  });
}

}  // namespace verbale
