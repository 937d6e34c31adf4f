#include "accounts/links.h"

#include <algorithm>
#include <unordered_map>

#include "record/values.h"

namespace verbale {
namespace {

// Weights and bounds of the score. Judged on what readers count as the same, then checked on pairs
// of accounts and on published sets; docs/accuracy.md (Comparison) tells how wide the range is in
// which they may stand.
constexpr double kEnoughBits = 9;  // shared weight from which a likeness is believed in full
constexpr double kLeastBits = 5;   // shared weight below which nothing is shared
constexpr double kContext = 0.2;   // share of the context, for a clause that says nothing by itself
constexpr double kSaysMuch = 40;   // bits of a clause that needs no context
constexpr double kAnchorBits =
    7;  // a word or name that tells this much and stands in few places ...
constexpr int kAnchorPlaces = 2;     // ... of an account is an anchor;
constexpr double kAnchored = 0.008;  // what each bit of a shared anchor adds
constexpr double kMostAnchored = 0.25;
constexpr double kSameWord = 0.95;     // nearness of what is the same word, not only a near one
constexpr double kOtherParty = 0.7;    // factor: about one side here, about the other there
constexpr double kNearOnly = 0.9;      // factor: near words are shared, but no word itself
constexpr double kNearlySame = 0.9;    // nearness of words of one family
constexpr double kTellsSomething = 3;  // bits of a word that counts for that
constexpr double kFormulaOnly = 0.7;   // factor: what both have tells little, and is little of one
constexpr double kOtherScope = 0.5;    // factor: the world's here, their own there
constexpr double kOtherKind = 0.6;     // factor: of one kind here, of another there
constexpr double kOpposite = 0.4;      // factor: the one is negated ...
constexpr double kContradicts =
    0.6;  // ... unless they are as like as this: then they contradict each other

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
  met_.resize(refs_.size());
  mark_meetings();
  mark_anchors();
}

// What an account speaks of in one place or two, and which tells much: where another account has
// it, it is most likely the same.
void ClauseField::mark_anchors() {
  anchors_.resize(refs_.size());
  for (size_t a = 0; a < accounts_.size(); ++a) {
    std::unordered_map<uint64_t, int> places;
    const size_t first = static_cast<size_t>(first_of_[a]);
    const size_t last = first + accounts_[a].clauses.size();
    for (size_t i = first; i < last; ++i) {
      for (const Meaning& meaning : meanings_of_[i].features) ++places[meaning.same];
    }
    for (size_t i = first; i < last; ++i) {
      for (const Meaning& meaning : meanings_of_[i].features) {
        anchors_[i].push_back(meaning.weight >= kAnchorBits &&
                              places[meaning.same] <= kAnchorPlaces);
      }
    }
  }
}

namespace {

bool is_companion(std::string_view word) {
  return word == "with" || word == "and" || word == "between" || word == "by" || word == "in" ||
         word == "of";
}

}  // namespace

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
  for (const Feature& feature : clause(j).features) other |= feature.is_side();
  for (const Feature& feature : clause(i).features) {
    if (!feature.is_side()) continue;
    mine = true;
    for (const Feature& there : clause(j).features) {
      if (there.is_side() && there.key == feature.key) return false;
    }
  }
  return mine && other;
}

// Where the word of a feature leads to: "visit [to] China", "support [for] Ukraine"; empty: not
// told, or with whom ("talks with China" are Vietnam's and China's alike).
std::string_view ClauseField::goal(int32_t i, const Feature& feature) const {
  const Document& text = document(ref(i).account);
  for (const Feature& other : clause(i).features) {
    if (!other.is_side() || other.tokens.empty()) continue;
    for (int32_t t = other.tokens.first; t < other.tokens.last; ++t) {
      const Token& token = text.tokens[static_cast<size_t>(t)];
      const bool hangs = token.deprel == Deprel::obj || token.deprel == Deprel::obl ||
                         token.deprel == Deprel::nmod;
      if (!hangs || !feature.tokens.contains(token.head)) continue;
      const int32_t before = other.tokens.first - 1;
      if (before >= 0 && is_companion(text.tokens[static_cast<size_t>(before)].lower)) continue;
      return other.key;
    }
  }
  return {};
}

// Both name an owner of what they speak of, and none is the same; or one thing leads to different
// places.
bool ClauseField::directions_differ(int32_t i, int32_t j, const Likeness& likely) const {
  const std::vector<std::string_view> mine = owners(i);
  const std::vector<std::string_view> other = owners(j);
  const auto shared = [&](std::string_view one) {
    return std::ranges::find(other, one) != other.end();
  };
  if (!mine.empty() && !other.empty() && std::ranges::none_of(mine, shared)) return true;
  for (const FeatureMatch& match : likely.matches) {
    const Feature& left = clause(i).features[static_cast<size_t>(match.left)];
    const Feature& right = clause(j).features[static_cast<size_t>(match.right)];
    if (left.kind != FeatureKind::Word || match.nearness < kSameWord) continue;
    const std::string_view there = goal(i, left);
    const std::string_view here = goal(j, right);
    if (!there.empty() && !here.empty() && there != here) return true;
  }
  return false;
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

// Bits of the anchors of both that are the same.
double ClauseField::anchored(int32_t i, int32_t j, const Likeness& likely) const {
  double bits = 0;
  for (const FeatureMatch& match : likely.matches) {
    const size_t left = static_cast<size_t>(match.left);
    const size_t right = static_cast<size_t>(match.right);
    const bool anchors =
        anchors_[static_cast<size_t>(i)][left] && anchors_[static_cast<size_t>(j)][right];
    if (anchors && match.nearness >= kSameWord) bits += meaning(i).features[left].weight;
  }
  return bits;
}

// Not near words alone are shared, but a word that tells something.
bool ClauseField::shares_word(int32_t i, const Likeness& likely) const {
  return std::ranges::any_of(likely.matches, [&](const FeatureMatch& match) {
    const Meaning& left = meaning(i).features[static_cast<size_t>(match.left)];
    return match.nearness >= kNearlySame && left.weight >= kTellsSomething;
  });
}

// How far both say the same, whatever may set them apart; a clause that says little by itself is
// read with what stands around it.
double ClauseField::sameness(int32_t i, int32_t j, const Likeness& likely) const {
  double score = likely.score * std::min(1.0, likely.shared / kEnoughBits);
  score += std::min(kMostAnchored, kAnchored * anchored(i, j, likely));
  const double says = std::min(meaning(i).weight, meaning(j).weight);
  if (says >= kSaysMuch) return score;
  const double share = kContext * (1 - says / kSaysMuch);
  return (1 - share) * score + share * context(i, j);
}

double ClauseField::score(int32_t i, int32_t j, Apart* apart) const {
  Apart why = Apart::Nothing;
  if (apart == nullptr) apart = &why;
  *apart = Apart::Nothing;
  if (same_meeting(i, j)) return 1;
  if (!met_[static_cast<size_t>(i)].empty() && !met_[static_cast<size_t>(j)].empty()) {
    *apart = Apart::OtherParty;
    return 0;
  }
  const Likeness likely = like(i, j);
  if (likely.shared < kLeastBits) {
    *apart = Apart::LittleShared;
    return 0;
  }
  if (directions_differ(i, j, likely)) {
    *apart = Apart::Direction;
    return 0;
  }
  double score = sameness(i, j, likely);
  if (parties_differ(i, j)) {
    *apart = Apart::OtherParty;
    score *= kOtherParty;
  }
  if (!shares_word(i, likely)) score *= kNearOnly;
  if (!speaks_of_same(i, j, likely)) score *= kFormulaOnly;
  if (scopes_differ(i, j)) score *= kOtherScope;
  if (std::ranges::any_of(likely.matches,
                          [&](const FeatureMatch& match) { return kinds_differ(i, j, match); })) {
    score *= kOtherKind;
  }
  if (likely.negation_differs) {
    // What is said of the same in the same words is the same point, and a contradiction.
    *apart = Apart::Negation;
    if (score < kContradicts) score *= kOpposite;
  }
  return score;
}

}  // namespace verbale
