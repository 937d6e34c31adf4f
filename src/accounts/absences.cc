#include <algorithm>
#include <map>

#include "accounts/details.h"
#include "base/utf8.h"

namespace verbale {
namespace {

// With more accounts than these the nearest passages of each would outgrow what they explain.
constexpr size_t kMostAccounts = 12;
constexpr double kAsNear = 0.34;  // two accounts say the same, if nothing comes nearer (points.cc)
constexpr double kDoubtful = 0.18;  // below it a word in common is chance
constexpr double kSaysLittle = 9;   // bits of a clause that one word may make up
constexpr size_t kKept = 8;         // passages among which doubtful ones are looked for

class AbsenceFinder {
 public:
  AbsenceFinder(const ClauseField& field, std::span<const ClauseGroup> groups,
                Comparison& comparison)
      : field_(field), groups_(groups), comparison_(comparison), point_of_(field.size(), -1) {
    for (size_t p = 0; p < groups.size(); ++p) {
      for (const int32_t i : groups[p].clauses)
        point_of_[static_cast<size_t>(i)] = static_cast<int32_t>(p);
    }
  }

  void find(std::span<const ClauseLink> links) {
    const bool look = comparison_.accounts.size() <= kMostAccounts;
    for (Point& point : comparison_.points) {
      for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
        const int32_t account = static_cast<int32_t>(a);
        if (comparison_.readable[a] && !has(point, account))
          point.absences.push_back({account, look, {}});
      }
    }
    if (!look) return;
    find_best(links);
    for (const ClauseLink& link : links) {  // by falling score
      note(link.left, link.right, link.score);
      note(link.right, link.left, link.score);
    }
    for (Point& point : comparison_.points) {
      for (Absence& absence : point.absences) doubtful_first(absence);
    }
  }

 private:
  // It has the point, or prints the words of one that has it.
  bool has(const Point& point, int32_t account) const {
    const std::vector<int32_t>& witness = comparison_.witness;
    return std::ranges::any_of(point.parts, [&](const PointPart& part) {
      return witness[static_cast<size_t>(part.account)] == witness[static_cast<size_t>(account)];
    });
  }

  void find_best(std::span<const ClauseLink> links) {
    for (const ClauseLink& link : links) {  // by falling score
      best_.try_emplace({link.left, field_.ref(link.right).account}, link.right);
      best_.try_emplace({link.right, field_.ref(link.left).account}, link.left);
    }
  }

  static void doubtful_first(Absence& absence) {
    std::ranges::stable_partition(
        absence.nearest, [](const NearPassage& near) { return near.reason == NotSame::Perhaps; });
    if (absence.nearest.size() > kNearest) absence.nearest.resize(kNearest);
  }

  bool are_nearest(int32_t mine, int32_t other) const {
    const auto nearest = [&](int32_t i, int32_t j) {
      const auto found = best_.find({i, field_.ref(j).account});
      return found != best_.end() && found->second == j;
    };
    return nearest(mine, other) && nearest(other, mine);
  }

  // As near as what is the same, but other clauses were nearer; or the nearest of both, with a
  // thing in common that tells much; or with one that hardly stands elsewhere in either account.
  bool may_be_same(int32_t mine, int32_t other, double score) const {
    for (const int32_t i : {mine, other}) {
      if (field_.is_title(i) || field_.is_fragment(i)) return false;
    }
    if (score >= kAsNear) return true;
    if (std::min(field_.meaning(mine).weight, field_.meaning(other).weight) < kSaysLittle) {
      return false;
    }
    const Likeness likely = field_.like(mine, other);
    if (likely.numbers_differ) return false;
    if (score >= kDoubtful && field_.shares_anchor(mine, other, likely)) return true;
    return score >= kDoubtful && are_nearest(mine, other) &&
           field_.shares_telling(mine, other, likely);
  }

  // `other` came near the point of `mine`.
  void note(int32_t mine, int32_t other, double score) {
    const int32_t point = point_of_[static_cast<size_t>(mine)];
    for (Absence& absence : comparison_.points[static_cast<size_t>(point)].absences) {
      if (absence.account != field_.ref(other).account || absence.nearest.size() >= kKept) continue;
      const Span span = field_.clause(other).span;
      const bool told = std::ranges::any_of(absence.nearest,
                                            [&](const NearPassage& n) { return n.span == span; });
      if (!told) absence.nearest.push_back(passage(mine, other, score));
    }
  }

  NearPassage passage(int32_t mine, int32_t other, double score) const {
    NearPassage near;
    near.span = field_.clause(other).span;
    near.score = score;
    near.point = point_of_[static_cast<size_t>(other)];
    Apart apart = Apart::Nothing;
    field_.score(mine, other, &apart);
    near.reason = reason(apart, near.point);
    if (apart == Apart::Nothing && may_be_same(mine, other, score)) near.reason = NotSame::Perhaps;
    for (const FeatureMatch& match : field_.like(mine, other).matches) {
      const std::string word = shared_word(mine, other, match);
      if (!word.empty()) near.shared.push_back(word);
    }
    return near;
  }

  // The word or name that stands in both; empty: only near words, or two names of one thing.
  std::string shared_word(int32_t mine, int32_t other, const FeatureMatch& match) const {
    const Feature& left = field_.clause(mine).features[static_cast<size_t>(match.left)];
    const Feature& right = field_.clause(other).features[static_cast<size_t>(match.right)];
    if (left.kind != right.kind || left.key != right.key) return {};
    if (has_lemma(mine, left) && has_lemma(other, right)) return right.key;
    const Document& there = field_.document(field_.ref(other).account);
    const std::string written(there.str(there.span_of(right.tokens)));
    const Document& here = field_.document(field_.ref(mine).account);
    const bool same = fold(here.str(here.span_of(left.tokens))) == fold(written);
    return same ? written : std::string();
  }

  // The feature is known by the lemma of its one word.
  bool has_lemma(int32_t i, const Feature& feature) const {
    if (feature.kind != FeatureKind::Word || feature.tokens.size() != 1) return false;
    const Document& text = field_.document(field_.ref(i).account);
    return text.tokens[static_cast<size_t>(feature.tokens.first)].lemma == feature.key;
  }

  NotSame reason(Apart apart, int32_t point) const {
    switch (apart) {
      case Apart::Direction:
        return NotSame::Direction;
      case Apart::Negation:
        return NotSame::Negation;
      case Apart::LittleShared:
        return NotSame::LittleShared;
      case Apart::OtherParty:
        return NotSame::OtherParty;
      default:
        break;
    }
    const bool elsewhere = comparison_.points[static_cast<size_t>(point)].shared();
    return elsewhere ? NotSame::OtherPoint : NotSame::Weak;
  }

  const ClauseField& field_;
  std::span<const ClauseGroup> groups_;
  Comparison& comparison_;
  std::vector<int32_t> point_of_;
  // Of a clause and another account: the clause of it that comes nearest.
  std::map<std::pair<int32_t, int32_t>, int32_t> best_;
};

}  // namespace

void add_absences(const ClauseField& field, std::span<const ClauseLink> links,
                  std::span<const ClauseGroup> groups, Comparison& comparison) {
  AbsenceFinder(field, groups, comparison).find(links);
}

}  // namespace verbale
