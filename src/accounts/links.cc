#include "accounts/links.h"

#include <algorithm>
#include <unordered_map>

#include "record/values.h"

namespace verbale {
namespace {

// Weights and bounds of the score. Judged on what readers count as the same, checked pair by pair
// with one pair left out (docs/accuracy.md, Comparison); they are few so that they can be.
constexpr double kWider = 0.2;     // of covering the shorter clause, against covering both
constexpr double kEnoughBits = 9;  // shared weight from which a likeness is believed in full
constexpr double kLeastBits = 5;   // below it, nothing is shared
constexpr double kContext = 0.2;   // of the context, for clauses that say little by themselves
constexpr double kSaysMuch = 40;   // bits of a clause that needs no context
constexpr double kOtherParty = 0.75;
constexpr double kNearOnly = 0.85;
constexpr double kTellsSomething = 3;
constexpr double kContradicts = 0.6;
constexpr double kOpposite = 0.4;  // factor where one of them is negated

}  // namespace

ClauseField::ClauseField(std::span<const ClausedDocument> accounts, const Meanings& meanings)
    : accounts_(accounts), meanings_(meanings) {
  for (size_t a = 0; a < accounts.size(); ++a) {
    first_of_.push_back(static_cast<int32_t>(refs_.size()));
    for (size_t c = 0; c < accounts[a].clauses.size(); ++c) {
      refs_.push_back({static_cast<int32_t>(a), static_cast<int32_t>(c)});
      meanings_of_.push_back(meaning_of(accounts[a].clauses[c], meanings));
    }
  }
  establishes_.assign(refs_.size(), 0);
  mark_meetings();
}

namespace {

// Talks, call and meeting are one kind here: what one side calls a call is the other's meeting.
uint32_t bit_of(MeetingKind kind) {
  switch (kind) {
    case MeetingKind::Talks:
    case MeetingKind::Call:
    case MeetingKind::Meeting:
      return 1;
    default:
      return 1U << static_cast<uint32_t>(kind);
  }
}

}  // namespace

// Narrative that tells that they met: the evidence of a meeting of the principals, and a title that
// names such a meeting.
void ClauseField::mark_meetings() {
  for (size_t i = 0; i < refs_.size(); ++i) {
    const int32_t at = static_cast<int32_t>(i);
    const Document& document = *account_of(at).document;
    const Clause& told = clause(at);
    if (unit(at).kind == UnitKind::Statement) continue;
    const bool title = document.publication.title.overlaps(told.span);
    for (const Meeting& meeting : document.meetings) {
      if (meeting.kind == MeetingKind::Visit && !title) continue;
      if (meeting.text.overlaps(told.span) && unit(at).kind != UnitKind::Statement) {
        establishes_[i] |= bit_of(meeting.kind);
      }
    }
    if (!title) continue;
    const Feature meet{FeatureKind::Word, "meeting", {}, false};
    for (const Feature& feature : told.features) {
      if (feature.kind == FeatureKind::Word && meanings_.nearness(feature, meet) > 0.6) {
        establishes_[i] |= 1;
      }
    }
  }
}

// The states that own what the clause speaks of: "China's diplomacy", "Vietnamese exports".
std::vector<std::string_view> ClauseField::owners(int32_t i) const {
  std::vector<std::string_view> owners;
  for (const Feature& feature : clause(i).features) {
    if (feature.kind != FeatureKind::Actor || !feature.party) continue;
    for (int32_t t = feature.tokens.first; t < feature.tokens.last; ++t) {
      const Token& token = document(ref(i).account).tokens[static_cast<size_t>(t)];
      if (token.deprel == Deprel::nmod_poss) owners.push_back(feature.key);
    }
  }
  return owners;
}

// Each is about those who meet, but not about the same of them.
bool ClauseField::parties_differ(int32_t i, int32_t j) const {
  bool mine = false;
  bool other = false;
  for (const Feature& feature : clause(j).features) other |= feature.party;
  for (const Feature& feature : clause(i).features) {
    if (!feature.party) continue;
    mine = true;
    for (const Feature& there : clause(j).features) {
      if (there.party && there.key == feature.key) return false;
    }
  }
  return mine && other;
}

// Both name an owner of what they speak of, and none is the same.
bool ClauseField::directions_differ(int32_t i, int32_t j) const {
  const std::vector<std::string_view> mine = owners(i);
  const std::vector<std::string_view> other = owners(j);
  if (mine.empty() || other.empty()) return false;
  return std::ranges::none_of(
      mine, [&](std::string_view one) { return std::ranges::find(other, one) != other.end(); });
}

// How far the units of two clauses speak of the same.
double ClauseField::context(int32_t i, int32_t j) const {
  const auto lead = [this](int32_t c) {
    const Clause& told = clause(c);
    const int32_t first = unit(c).first_clause;
    int32_t at = ref(c).clause;
    if (told.start == ClauseStart::ListItem) {
      const std::vector<Clause>& all = account_of(c).clauses;
      while (at > first && all[static_cast<size_t>(at)].start == ClauseStart::ListItem) --at;
    } else {
      at = at > first ? at - 1 : at;
    }
    return index({ref(c).account, at});
  };
  const int32_t left = lead(i);
  const int32_t right = lead(j);
  if (left == i && right == j) return 0.5;
  return like(left, right).score;
}

double ClauseField::score(int32_t i, int32_t j, Apart* apart) const {
  Apart why = Apart::Nothing;
  if (apart == nullptr) apart = &why;
  *apart = Apart::Nothing;
  if ((establishes(i) & establishes(j)) != 0) return 1;
  const Likeness likely = like(i, j);
  if (likely.shared < kLeastBits) {
    *apart = Apart::LittleShared;
    return 0;
  }
  const double covered = std::max(likely.left_covered, likely.right_covered);
  double score = (1 - kWider) * likely.score + kWider * covered;
  score *= std::min(1.0, likely.shared / kEnoughBits);
  const double says = std::min(meaning(i).weight, meaning(j).weight);
  if (says < kSaysMuch) {
    const double share = kContext * (1 - says / kSaysMuch);
    score = (1 - share) * score + share * context(i, j);
  }
  if (parties_differ(i, j)) {
    *apart = Apart::OtherParty;
    score *= kOtherParty;
  }
  const auto same = [](const FeatureMatch& m) { return m.nearness >= 0.9; };
  if (std::ranges::none_of(likely.matches, [&](const FeatureMatch& m) {
        return same(m) &&
               meaning(i).features[static_cast<size_t>(m.left)].weight >= kTellsSomething;
      })) {
    score *= kNearOnly;
  }
  if (directions_differ(i, j)) {
    *apart = Apart::Direction;
    return 0;
  }
  if (likely.negation_differs) {
    // What is said of the same in the same words is the same point, and a contradiction.
    *apart = Apart::Negation;
    if (score < kContradicts) score *= kOpposite;
  }
  return score;
}

namespace {

// Pairs with a feature in common that tells something: the others cannot score.
class PairFinder {
 public:
  explicit PairFinder(const ClauseField& field) : field_(field) {}

  std::vector<std::pair<int32_t, int32_t>> find() {
    for (size_t i = 0; i < field_.size(); ++i) add(static_cast<int32_t>(i));
    return std::move(pairs_);
  }

 private:
  void add(int32_t i) {
    std::vector<int32_t> near;
    const auto meet = [&](uint64_t key) {
      std::vector<int32_t>& postings = postings_[key];
      near.insert(near.end(), postings.begin(), postings.end());
      if (postings.empty() || postings.back() != i) postings.push_back(i);
    };
    constexpr double kTells = 4;
    for (const Meaning& meaning : field_.meaning(i).features) {
      if (meaning.weight < kTells) continue;
      meet(meaning.same);
      if (meaning.family != 0) meet(meaning.family ^ 0x9e3779b97f4a7c15ULL);
      for (const int32_t group : meaning.groups) meet(static_cast<uint64_t>(group) + 1);
    }
    if (field_.establishes(i) != 0) meet(0);
    std::ranges::sort(near);
    const auto end = std::unique(near.begin(), near.end());
    for (auto other = near.begin(); other != end; ++other) {
      if (*other != i) pairs_.emplace_back(*other, i);
    }
  }

  const ClauseField& field_;
  std::unordered_map<uint64_t, std::vector<int32_t>> postings_;
  std::vector<std::pair<int32_t, int32_t>> pairs_;
};

}  // namespace

std::vector<ClauseLink> find_links(const ClauseField& field, double floor) {
  std::vector<ClauseLink> links;
  for (const auto& [left, right] : PairFinder(field).find()) {
    const double score = field.score(left, right);
    if (score >= floor) links.push_back({left, right, score});
  }
  std::ranges::stable_sort(links, [](const ClauseLink& a, const ClauseLink& b) {
    return std::tuple(-a.score, a.left, a.right) < std::tuple(-b.score, b.left, b.right);
  });
  return links;
}

}  // namespace verbale
