// Links are taken from the strongest down. Two groups become one only where a quorum of the pairs
// across them hold, so that a chain of weak links never makes a point. A clause that no other
// account has joins its neighbours in the unit: a unit is split only where another account has a
// part of it.
#include "accounts/points.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace verbale {
namespace {

// Scores of links (links.h), but for the last two.
constexpr double kSame = 0.34;      // two accounts say the same
constexpr double kRepeat = 0.62;    // an account says again what it said
constexpr double kHeadline = 0.25;  // a headline repeats in few words what is told below
constexpr double kBeside =
    0.7;  // of the best link of either clause: weaker ones do not count beside it
constexpr double kHolds = 0.20;   // a pair across two groups does not speak against making them one
constexpr double kTwice = 0.45;   // two clauses of one account may stand in one point
constexpr double kNear = 0.1;     // what is kept of the rest, to tell what came near
constexpr double kQuorum = 0.5;   // share of the pairs across two groups that hold
constexpr double kTooLittle = 9;  // bits of a clause that is no point by itself
constexpr size_t kMembers = 16;   // of a large group so many speak for all

class Grouper {
 public:
  explicit Grouper(const ClauseField& field)
      : field_(field), links_(find_links(field, kNear)), group_of_(field.size()) {
    std::iota(group_of_.begin(), group_of_.end(), 0);
    for (size_t i = 0; i < field.size(); ++i) members_.push_back({static_cast<int32_t>(i)});
  }

  PointGroups group() {
    find_best();
    for (const ClauseLink& link : links_) {
      if (holds(link)) join(link);
    }
    join_titles();
    join_lone();
    join_small();
    return {take(), std::move(links_)};
  }

 private:
  bool across(const ClauseLink& link) const {
    return field_.ref(link.left).account != field_.ref(link.right).account;
  }

  void find_best() {
    best_.assign(field_.size(), 0);
    for (const ClauseLink& link : links_) {
      if (!across(link)) continue;
      double& left = best_[static_cast<size_t>(link.left)];
      double& right = best_[static_cast<size_t>(link.right)];
      left = std::max(left, link.score);
      right = std::max(right, link.score);
    }
  }

  bool holds(const ClauseLink& link) const {
    const bool title = field_.is_title(link.left) || field_.is_title(link.right);
    const bool fragment = field_.is_fragment(link.left) || field_.is_fragment(link.right);
    if (!across(link)) return !fragment && link.score >= (title ? kSame : kRepeat);
    const bool weak = title || fragment;
    if (link.score < (weak ? kRepeat : kSame)) return false;
    return link.score >= kBeside * best_[static_cast<size_t>(link.left)] ||
           link.score >= kBeside * best_[static_cast<size_t>(link.right)];
  }

  void join(const ClauseLink& link) {
    int32_t left = group_of_[static_cast<size_t>(link.left)];
    int32_t right = group_of_[static_cast<size_t>(link.right)];
    if (left == right) return;
    std::vector<int32_t>& a = members_[static_cast<size_t>(left)];
    std::vector<int32_t>& b = members_[static_cast<size_t>(right)];
    if (!quorum(a, b)) return;
    if (a.size() < b.size()) std::swap(left, right);
    merge(left, right);
  }

  void merge(int32_t into, int32_t from) {
    std::vector<int32_t>& target = members_[static_cast<size_t>(into)];
    std::vector<int32_t>& source = members_[static_cast<size_t>(from)];
    for (const int32_t clause : source) group_of_[static_cast<size_t>(clause)] = into;
    target.insert(target.end(), source.begin(), source.end());
    source.clear();
  }

  // Across accounts a quorum of the pairs holds; an account that says two things means two, unless
  // it says one of them again.
  bool quorum(const std::vector<int32_t>& a, const std::vector<int32_t>& b) const {
    size_t held = 0;
    size_t pairs = 0;
    const size_t stride_a = 1 + a.size() / kMembers;  // of a large group some speak for all
    const size_t stride_b = 1 + b.size() / kMembers;
    for (size_t x = 0; x < a.size(); x += stride_a) {
      for (size_t y = 0; y < b.size(); y += stride_b) {
        const int32_t i = a[x];
        const int32_t j = b[y];
        const double score = field_.score(i, j);
        if (field_.ref(i).account == field_.ref(j).account) {
          if (score < kTwice) return false;
          continue;
        }
        ++pairs;
        held += score >= kHolds ? 1 : 0;
      }
    }
    return static_cast<double>(held) >= kQuorum * static_cast<double>(pairs);
  }

  bool alone(int32_t i) const {
    const std::vector<int32_t>& group =
        members_[static_cast<size_t>(group_of_[static_cast<size_t>(i)])];
    return std::ranges::all_of(
        group, [&](int32_t other) { return field_.ref(other).account == field_.ref(i).account; });
  }

  // A headline goes with what it repeats: the first clause of its own account that is about as like
  // it as the likest.
  void join_titles() {
    std::map<int32_t, std::pair<double, int32_t>> repeated;  // of each title: best score, clause
    for (const ClauseLink& link : links_) {                  // by falling score
      if (across(link) || link.score < kHeadline) continue;
      if (field_.is_title(link.left) == field_.is_title(link.right)) continue;
      const int32_t title = field_.is_title(link.left) ? link.left : link.right;
      const int32_t body = title == link.left ? link.right : link.left;
      auto& [best, clause] = repeated.try_emplace(title, link.score, body).first->second;
      if (link.score >= kBeside * best) clause = std::min(clause, body);
    }
    for (const auto& [title, found] : repeated) {
      const int32_t from = group_of_[static_cast<size_t>(title)];
      const int32_t into = group_of_[static_cast<size_t>(found.second)];
      if (from != into && members_[static_cast<size_t>(from)].size() == 1) merge(into, from);
    }
  }

  // Neighbours in one unit that no other account has become one.
  void join_lone() {
    for (size_t i = 1; i < field_.size(); ++i) {
      const int32_t at = static_cast<int32_t>(i);
      const int32_t before = at - 1;
      if (field_.ref(at).account != field_.ref(before).account) continue;
      if (field_.clause(at).unit != field_.clause(before).unit) continue;
      const int32_t left = group_of_[static_cast<size_t>(before)];
      const int32_t right = group_of_[i];
      if (left != right && alone(before) && alone(at)) merge(left, right);
    }
  }

  // A remnant that says too little to be a point ("Vietnam always values | and gives priority to")
  // goes with its neighbour.
  void join_small() {
    for (size_t i = 0; i < field_.size(); ++i) {
      const int32_t at = static_cast<int32_t>(i);
      const Clause& clause = field_.clause(at);
      if (clause.start == ClauseStart::ListItem || field_.meaning(at).weight >= kTooLittle)
        continue;
      if (members_[static_cast<size_t>(group_of_[i])].size() > 1) continue;
      const bool opens = clause.start == ClauseStart::Unit;
      const int32_t beside = opens ? at + 1 : at - 1;
      if (beside < 0 || beside >= static_cast<int32_t>(field_.size())) continue;
      const bool same = field_.ref(beside).account == field_.ref(at).account &&
                        field_.clause(beside).unit == clause.unit;
      if (!same || (opens && field_.clause(beside).start != ClauseStart::Conjunct)) continue;
      merge(group_of_[static_cast<size_t>(beside)], group_of_[i]);
    }
  }

  std::vector<ClauseGroup> take() {
    std::vector<ClauseGroup> groups;
    for (std::vector<int32_t>& members : members_) {
      if (members.empty()) continue;
      std::ranges::sort(members);
      groups.push_back({std::move(members)});
    }
    std::ranges::sort(groups, [](const ClauseGroup& a, const ClauseGroup& b) {
      return a.clauses.front() < b.clauses.front();
    });
    return groups;
  }

  const ClauseField& field_;
  std::vector<ClauseLink> links_;
  std::vector<double> best_;  // score of the best link across accounts
  std::vector<int32_t> group_of_;
  std::vector<std::vector<int32_t>> members_;
};

}  // namespace

PointGroups group_clauses(const ClauseField& field) { return Grouper(field).group(); }

}  // namespace verbale
