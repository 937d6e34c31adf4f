#include "visits/join.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/days.h"
#include "visits/pair.h"

namespace verbale {
namespace {

constexpr size_t kMostPersons = 12;  // of one report, to find others by
constexpr int32_t kNextReport =
    3;  // days after a meeting in which a report without its day may still tell of it
constexpr int32_t kRecentMention = 7;  // days in which "their call" means the last one

// Reports that compare alike in every way are one node: five hundred accounts of one summit cost no
// more than a few.
struct Node {
  std::vector<int32_t> reports;
  const ComparedReport* like = nullptr;
  std::string signature;
  int32_t group = -1;
};

struct Group {
  std::vector<int32_t> nodes;
  bool accounts = true;
};

class Joiner {
 public:
  explicit Joiner(std::span<const MeetingReport> reports) : reports_(reports), comparer_(reports) {}

  std::vector<JoinedMeeting> run() {
    std::vector<int32_t> accounts;
    std::vector<int32_t> dated_mentions;
    std::vector<int32_t> undated;
    std::vector<int32_t> undated_mentions;
    make_nodes();
    for (size_t i = 0; i < nodes_.size(); ++i) {
      const bool account = nodes_[i].like->report->standing == Standing::Account;
      const bool dated = nodes_[i].like->day != kNoDay;
      (account ? dated ? accounts : undated
       : dated ? dated_mentions
               : undated_mentions)
          .push_back(static_cast<int32_t>(i));
    }
    group_dated(accounts, true);
    index_groups();
    const size_t told = groups_.size();
    for (const int32_t node : dated_mentions) attach(node, told, 0, 0, "join.mention");
    for (const int32_t node : undated) attach(node, told, kNextReport, 1, "join.only-meeting");
    for (const int32_t node : undated_mentions)
      attach(node, told, kRecentMention, 1, "join.mention");
    std::erase_if(dated_mentions,
                  [&](int32_t node) { return nodes_[static_cast<size_t>(node)].group >= 0; });
    group_dated(dated_mentions, false);
    return meetings();
  }

 private:
  const ComparedReport& compared(int32_t node) const {
    return *nodes_[static_cast<size_t>(node)].like;
  }

  // ---- Nodes

  std::string signature_of(const ComparedReport& one) {
    const MeetingReport& report = *one.report;
    std::string signature =
        fmt::format("{:08}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                    one.day == kNoDay ? 99999999 : one.day + 10000000,
                    static_cast<int>(report.kind), static_cast<int>(report.standing),
                    static_cast<int>(report.basis), report.outlet, report.side, report.place.city,
                    report.place.state, report.published, report.year, report.named);
    for (const ReportedPerson& person : report.participants)
      signature += '\t' + person.key + '/' + person.state;
    if (!report.call_title.empty()) signature += '\t' + report.call_title;
    return signature;
  }

  // Whether two reports that compare alike are one meeting: not where they name too few, unless one
  // document has both.
  void make_nodes() {
    std::map<std::string, size_t> by_signature;
    for (size_t i = 0; i < reports_.size(); ++i) {
      const ComparedReport& one = comparer_.reports()[i];
      if (one.family == KindFamily::Visit) continue;
      std::string signature = signature_of(one);
      const bool joins = one.day != kNoDay && comparer_.compare(one, one) == Veto::None;
      if (!joins) signature += "\ttext " + one.report->text;
      if (!joins && one.persons.size() < 2)
        signature += fmt::format("\tentry {}", one.report->entry);
      const auto [at, added] = by_signature.try_emplace(std::move(signature), nodes_.size());
      if (added) nodes_.push_back({{}, &one, at->first, -1});
      nodes_[at->second].reports.push_back(static_cast<int32_t>(i));
    }
    std::sort(nodes_.begin(), nodes_.end(),
              [](const Node& a, const Node& b) { return a.signature < b.signature; });
  }

  // ---- Blocks: a day, a kind, and two persons by the beginnings of their names

  static uint64_t mix(uint64_t hash, uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdULL;
  }

  static void name_starts(std::string_view key, std::vector<uint64_t>& starts) {
    const auto start = [](std::string_view word) {
      uint64_t value = 0;
      for (const char c : word.substr(0, 3)) value = value << 8 | static_cast<unsigned char>(c);
      return value;
    };
    const uint64_t first = start(key.substr(0, key.find(' ')));
    const uint64_t last = start(key.substr(key.rfind(' ') + 1));
    starts.push_back(first);
    if (last != first) starts.push_back(last);
  }

  std::vector<uint64_t> blocks_of(int32_t node, int32_t day) const {
    const ComparedReport& one = compared(node);
    std::vector<std::vector<uint64_t>> starts;
    for (const ReportedPerson& person : one.report->participants) {
      if (starts.size() == kMostPersons) break;
      name_starts(person.key, starts.emplace_back());
    }
    std::vector<uint64_t> blocks;
    const uint64_t base =
        mix(static_cast<uint64_t>(one.family), static_cast<uint64_t>(static_cast<uint32_t>(day)));
    for (size_t i = 0; i < starts.size(); ++i) {
      for (size_t j = i + 1; j < starts.size(); ++j) {
        for (const uint64_t a : starts[i]) {
          for (const uint64_t b : starts[j])
            blocks.push_back(mix(mix(base, std::min(a, b)), std::max(a, b)));
        }
      }
    }
    std::sort(blocks.begin(), blocks.end());
    blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
    return blocks;
  }

  // ---- Reports with a day

  struct Link {
    int32_t apart = 0;  // days
    int32_t a = -1;
    int32_t b = -1;
    friend auto operator<=>(const Link&, const Link&) = default;
  };

  // Pairs that nothing forbids, of one day first.
  std::vector<Link> links_among(const std::vector<int32_t>& nodes) {
    std::unordered_map<uint64_t, std::vector<int32_t>> postings;
    std::vector<Link> links;
    for (const int32_t node : nodes) {
      const int32_t day = compared(node).day;
      std::vector<int32_t> near;
      for (const int32_t other_day : {day - 1, day}) {
        for (const uint64_t block : blocks_of(node, other_day)) {
          const auto found = postings.find(block);
          if (found != postings.end())
            near.insert(near.end(), found->second.begin(), found->second.end());
        }
      }
      std::sort(near.begin(), near.end());
      near.erase(std::unique(near.begin(), near.end()), near.end());
      for (const int32_t other : near) {
        if (comparer_.compare(compared(other), compared(node)) != Veto::None) continue;
        links.push_back({std::abs(day - compared(other).day), other, node});
      }
      for (const uint64_t block : blocks_of(node, day)) postings[block].push_back(node);
    }
    std::sort(links.begin(), links.end());
    return links;
  }

  static bool forbids(Veto veto) { return veto != Veto::None && veto != Veto::TooFewPersons; }

  bool may_merge(const Group& a, const Group& b) {
    return std::all_of(a.nodes.begin(), a.nodes.end(), [&](int32_t one) {
      return std::all_of(b.nodes.begin(), b.nodes.end(), [&](int32_t other) {
        return !forbids(comparer_.compare(compared(one), compared(other)));
      });
    });
  }

  // `nodes` are in the order of their days: postings then hold all that may come before.
  void group_dated(const std::vector<int32_t>& nodes, bool accounts) {
    for (const int32_t node : nodes) {
      nodes_[static_cast<size_t>(node)].group = static_cast<int32_t>(groups_.size());
      groups_.push_back({{node}, accounts});
    }
    for (const Link& link : links_among(nodes)) {
      const int32_t into = nodes_[static_cast<size_t>(link.a)].group;
      const int32_t from = nodes_[static_cast<size_t>(link.b)].group;
      if (into == from) continue;
      Group& kept = groups_[static_cast<size_t>(into)];
      Group& gone = groups_[static_cast<size_t>(from)];
      if (!may_merge(kept, gone)) continue;
      for (const int32_t node : gone.nodes) {
        nodes_[static_cast<size_t>(node)].group = into;
        kept.nodes.push_back(node);
        if (link.apart > 0) made_by_[node] = "join.next-day";
      }
      gone.nodes.clear();
    }
  }

  // ---- Reports without a day, and mentions

  void index_groups() {
    for (size_t i = 0; i < groups_.size(); ++i) {
      for (const int32_t node : groups_[i].nodes) {
        for (const int32_t day : {kNoDay, compared(node).day}) {
          for (const uint64_t block : blocks_of(node, day)) {
            std::vector<int32_t>& list = group_postings_[block];
            if (list.empty() || list.back() != static_cast<int32_t>(i))
              list.push_back(static_cast<int32_t>(i));
          }
        }
      }
    }
  }

  // Whether the meeting of the group may be the one that the report has no day for.
  bool day_fits(const ComparedReport& report, const Group& group, int32_t before,
                int32_t after) const {
    return std::any_of(group.nodes.begin(), group.nodes.end(), [&](int32_t node) {
      const ComparedReport& told = compared(node);
      if (report.day != kNoDay) return report.day == told.day;
      if (report.published != kNoDay)
        return report.published - told.day <= before && told.day - report.published <= after;
      return report.report->year.empty() || told.report->date.starts_with(report.report->year);
    });
  }

  bool belongs(const ComparedReport& report, const Group& group) {
    bool shown = false;
    for (const int32_t node : group.nodes) {
      const Veto veto = comparer_.compare(report, compared(node));
      if (forbids(veto)) return false;
      shown = shown || veto == Veto::None;
    }
    return shown;
  }

  // Groups that share two persons with the report, of the days on which its meeting may have been.
  std::vector<int32_t> groups_near(int32_t index, int32_t before, int32_t after) const {
    const ComparedReport& report = compared(index);
    const bool dated = report.day != kNoDay;
    const int32_t middle = dated ? report.day : report.published;
    const int32_t first = middle == kNoDay || dated ? middle : middle - before;
    const int32_t last = middle == kNoDay || dated ? middle : middle + after;
    std::vector<int32_t> near;
    for (int32_t day = first; day <= last; ++day) {
      for (const uint64_t block : blocks_of(index, day)) {
        const auto found = group_postings_.find(block);
        if (found != group_postings_.end())
          near.insert(near.end(), found->second.begin(), found->second.end());
      }
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    return near;
  }

  // Puts the report to the one group of the first `told` that fits; where none or several do, it
  // stays alone.
  void attach(int32_t index, size_t told, int32_t before, int32_t after, std::string_view made_by) {
    Node& node = nodes_[static_cast<size_t>(index)];
    std::vector<int32_t> fitting;
    for (const int32_t candidate : groups_near(index, before, after)) {
      const Group& group = groups_[static_cast<size_t>(candidate)];
      if (static_cast<size_t>(candidate) >= told || group.nodes.empty()) continue;
      if (day_fits(*node.like, group, before, after) && belongs(*node.like, group))
        fitting.push_back(candidate);
    }
    if (fitting.size() == 1) {
      node.group = fitting.front();
      attached_[fitting.front()].push_back(index);
      made_by_[index] = made_by;
    } else if (node.like->day == kNoDay) {
      node.group = static_cast<int32_t>(groups_.size());
      groups_.push_back({{index}, node.like->report->standing == Standing::Account});
    }
  }

  // ---- The result

  std::vector<JoinedMeeting> meetings() {
    std::vector<JoinedMeeting> joined;
    for (size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].nodes.empty()) continue;
      std::vector<JoinedMember> members;
      for (const int32_t node : groups_[i].nodes) add_members(node, members);
      const auto more = attached_.find(static_cast<int32_t>(i));
      if (more != attached_.end()) {
        for (const int32_t node : more->second) add_members(node, members);
      }
      joined.push_back(make_joined(reports_, std::move(members)));
    }
    sort_meetings(joined);
    return joined;
  }

  void add_members(int32_t node, std::vector<JoinedMember>& members) const {
    const auto made_by = made_by_.find(node);
    for (const int32_t report : nodes_[static_cast<size_t>(node)].reports) {
      JoinedMember member;
      member.report = report;
      member.standing = reports_[static_cast<size_t>(report)].standing;
      member.made_by = made_by == made_by_.end() ? "join.same-day" : made_by->second;
      member.inferred = member.made_by == "join.only-meeting" ||
                        reports_[static_cast<size_t>(report)].day_is_published();
      members.push_back(member);
    }
  }

  std::span<const MeetingReport> reports_;
  ReportComparer comparer_;
  std::vector<Node> nodes_;
  std::vector<Group> groups_;
  std::unordered_map<uint64_t, std::vector<int32_t>> group_postings_;
  std::map<int32_t, std::vector<int32_t>> attached_;  // group -> nodes that came last
  std::map<int32_t, std::string_view> made_by_;       // node -> rule
};

}  // namespace

std::vector<JoinedMeeting> join_meetings(std::span<const MeetingReport> reports) {
  return Joiner(reports).run();
}

}  // namespace verbale
