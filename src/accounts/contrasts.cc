// What speaks against two clauses that share words: only the words that every account has are
// shared, one thing is of another kind, or it is the world's here and their own there.
#include <algorithm>
#include <array>

#include "accounts/links.h"

namespace verbale {
namespace {

constexpr double kTellsWhat = 6.5;     // bits of a shared word that by itself makes a link likely
constexpr double kRare = 8;            // the same, where it is little of both clauses
constexpr double kRarest = 10;         // whatever its part in the clauses is
constexpr double kOneCovered = 0.45;   // share of one of the clauses that is not little
constexpr double kTellsWhich = 3;      // bits of a word that tells one kind of a thing from another
constexpr double kTellsMuch = 7;       // bits of such a word where the other has none at all
constexpr double kFormula = 5;         // bits below which a thing tells nothing without its kind
constexpr double kSomething = 4;       // bits of a thing that is no mere way to speak
constexpr double kSaysLittle = 9;      // bits of a clause that one word may make up
constexpr double kBothCovered = 0.38;  // share of each clause that formula words must reach
constexpr double kNear = 0.7;          // nearness of words that stand for each other
constexpr double kOneFamily = 0.9;

// What belongs to more than those who meet.
constexpr auto kWide =
    std::to_array<std::string_view>({"global", "globe", "humanity", "humankind", "international",
                                     "mankind", "region", "regional", "world", "worldwide"});
constexpr auto kPlaced = std::to_array<std::string_view>({"across", "around", "at", "in", "near"});

}  // namespace

const Token& ClauseField::token(int32_t i, int32_t at) const {
  return document(ref(i).account).tokens[static_cast<size_t>(at)];
}

// The relation of a word to what it belongs to; what is joined to another word has that word's.
Deprel ClauseField::relation(int32_t i, int32_t at) const {
  constexpr int kLongest = 8;
  for (int step = 0; step < kLongest && token(i, at).deprel == Deprel::conj; ++step) {
    if (!clause(i).tokens.contains(token(i, at).head)) break;
    at = token(i, at).head;
  }
  return token(i, at).deprel;
}

// A thing or deed that the clause is about, no word that only says which or how.
bool ClauseField::is_core(int32_t i, const Feature& feature) const {
  const int32_t last = feature.tokens.last - 1;
  switch (relation(i, last)) {
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::advmod:
    case Deprel::nmod_poss:
    case Deprel::nummod:
      return false;
    default:
      break;
  }
  return !is_name(i, feature) || !stands_in(i, feature);
}

// One of the words that both have makes it likely by itself that they speak of the same.
bool ClauseField::tells_what(int32_t i, int32_t j, const FeatureMatch& match,
                             const Likeness& likely) const {
  const size_t l = static_cast<size_t>(match.left);
  const size_t r = static_cast<size_t>(match.right);
  const Feature& left = clause(i).features[l];
  const Feature& right = clause(j).features[r];
  if (left.party || right.party) return false;
  const double bits =
      match.nearness * std::min(meaning(i).features[l].weight, meaning(j).features[r].weight);
  const bool much_covered = std::max(likely.left_covered, likely.right_covered) >= kOneCovered;
  if (bits < kTellsWhat) return false;
  if (left.kind == FeatureKind::Framework || left.kind == FeatureKind::Actor) return true;
  if (left.kind != FeatureKind::Word || (bits < kRare && !much_covered)) return false;
  if (bits >= kRarest) return true;
  if (is_core(i, left) && is_core(j, right)) return is_thing(i, left) || is_thing(j, right);
  if (is_name(i, left) && is_name(j, right)) {
    return bits >= kRare || !stands_in(i, left) || !stands_in(j, right);
  }
  return heads_match(i, j, left, right) || shares_thing(i, j, likely);
}

// A thing or deed that both clauses are about.
bool ClauseField::shares_thing(int32_t i, int32_t j, const Likeness& likely) const {
  return std::ranges::any_of(likely.matches, [&](const FeatureMatch& match) {
    const Feature& left = clause(i).features[static_cast<size_t>(match.left)];
    const Feature& right = clause(j).features[static_cast<size_t>(match.right)];
    return match.nearness >= kNear && !left.party && is_core(i, left) && is_core(j, right) &&
           token(i, left.tokens.first).upos == Upos::NOUN &&
           token(j, right.tokens.first).upos == Upos::NOUN &&
           meaning(i).features[static_cast<size_t>(match.left)].weight >= kSomething;
  });
}

bool ClauseField::is_thing(int32_t i, const Feature& feature) const {
  const Upos tag = token(i, feature.tokens.last - 1).upos;
  return tag == Upos::NOUN || tag == Upos::PROPN;
}

bool ClauseField::is_name(int32_t i, const Feature& feature) const {
  return token(i, feature.tokens.first).upos == Upos::PROPN;
}

// "[in] Kyiv": where something is, not what is spoken of.
bool ClauseField::stands_in(int32_t i, const Feature& feature) const {
  const int32_t before = feature.tokens.first - 1;
  return before >= 0 && std::ranges::find(kPlaced, token(i, before).lower) != kPlaced.end();
}

// What both words modify is the same: "[multilateral] coordination", "[multilateral] cooperation".
bool ClauseField::heads_match(int32_t i, int32_t j, const Feature& left,
                              const Feature& right) const {
  const auto head_of = [&](int32_t c, const Feature& feature) -> int32_t {
    const int32_t head = token(c, feature.tokens.last - 1).head;
    const std::vector<Feature>& all = clause(c).features;
    for (size_t f = 0; f < all.size(); ++f) {
      if (all[f].tokens.contains(head)) return static_cast<int32_t>(f);
    }
    return -1;
  };
  const int32_t mine = head_of(i, left);
  const int32_t other = head_of(j, right);
  if (mine < 0 || other < 0) return false;
  return meanings_.nearness(meaning(i).features[static_cast<size_t>(mine)],
                            meaning(j).features[static_cast<size_t>(other)]) >= kNear;
}

// A word that tells what both speak of, or so many others that they are most of both clauses.
bool ClauseField::speaks_of_same(int32_t i, int32_t j, const Likeness& likely) const {
  if (std::min(likely.left_covered, likely.right_covered) >= kBothCovered) return true;
  if (std::min(meaning(i).weight, meaning(j).weight) < kSaysLittle) return false;
  return std::ranges::any_of(likely.matches, [&](const FeatureMatch& match) {
    return match.nearness >= kNear && tells_what(i, j, match, likely);
  });
}

bool ClauseField::is_title(int32_t i) const {
  return document(ref(i).account).publication.title.overlaps(clause(i).span);
}

bool ClauseField::is_fragment(int32_t i) const {
  if (unit(i).kind != UnitKind::Narrative || clause(i).start == ClauseStart::Unit) return false;
  for (int32_t at = clause(i).tokens.first; at < clause(i).tokens.last; ++at) {
    const Upos tag = token(i, at).upos;
    if (tag == Upos::VERB || tag == Upos::AUX) return false;
  }
  return true;
}

bool ClauseField::shares_telling(int32_t i, int32_t j, const Likeness& likely) const {
  return std::ranges::any_of(likely.matches, [&](const FeatureMatch& match) {
    const size_t l = static_cast<size_t>(match.left);
    const size_t r = static_cast<size_t>(match.right);
    const Feature& left = clause(i).features[l];
    const Feature& right = clause(j).features[r];
    const double bits =
        match.nearness * std::min(meaning(i).features[l].weight, meaning(j).features[r].weight);
    if (left.party || right.party || bits < kTellsWhat || match.nearness < kNear) return false;
    if (left.kind == FeatureKind::Framework) return true;
    if (left.kind != FeatureKind::Word) return false;
    return (is_thing(i, left) && is_core(i, left)) || (is_thing(j, right) && is_core(j, right));
  });
}

namespace {

// "VNM": states are nearly everywhere.
bool is_state(std::string_view actor) {
  return actor.size() == 3 &&
         std::ranges::all_of(actor, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

bool ClauseField::shares_anchor(int32_t i, int32_t j, const Likeness& likely) const {
  return std::ranges::any_of(likely.matches, [&](const FeatureMatch& match) {
    const size_t l = static_cast<size_t>(match.left);
    const size_t r = static_cast<size_t>(match.right);
    const Feature& left = clause(i).features[l];
    const Feature& right = clause(j).features[r];
    const bool anchors = anchors_[static_cast<size_t>(i)][l] && anchors_[static_cast<size_t>(j)][r];
    if (!anchors || match.nearness < kOneFamily || left.party || right.party) return false;
    if (left.kind == FeatureKind::Number || left.kind == FeatureKind::Date) return false;
    if (left.kind == FeatureKind::Actor && is_state(left.key)) return false;
    const double bits = std::min(meaning(i).features[l].weight, meaning(j).features[r].weight);
    if (left.kind == FeatureKind::Framework || bits >= kRarest) return true;
    return is_core(i, left) && is_core(j, right);
  });
}

// The words of the clause that say which one of its kind a noun is: "[air] routes".
std::vector<int32_t> ClauseField::modifiers(int32_t i, const Feature& noun) const {
  std::vector<int32_t> found;
  const std::vector<Feature>& features = clause(i).features;
  for (size_t f = 0; f < features.size(); ++f) {
    const Feature& feature = features[f];
    if (feature.kind != FeatureKind::Word || feature.tokens.empty()) continue;
    const int32_t at = feature.tokens.last - 1;
    const Deprel how = token(i, at).deprel;
    if (how != Deprel::amod && how != Deprel::compound) continue;
    if (!noun.tokens.contains(token(i, at).head)) continue;
    if (meaning(i).features[f].weight >= kTellsWhich) found.push_back(static_cast<int32_t>(f));
  }
  return found;
}

// The same noun, but another one of its kind in each ("air routes", "railway routes"), or one kind
// of what every account speaks of ("theoretical cooperation", "cooperation").
bool ClauseField::kinds_differ(int32_t i, int32_t j, const FeatureMatch& match) const {
  if (match.nearness < kOneFamily) return false;
  const Feature& left = clause(i).features[static_cast<size_t>(match.left)];
  const Feature& right = clause(j).features[static_cast<size_t>(match.right)];
  if (left.kind != FeatureKind::Word || right.kind != FeatureKind::Word) return false;
  const std::vector<int32_t> mine = modifiers(i, left);
  const std::vector<int32_t> other = modifiers(j, right);
  const auto much = [this](int32_t c, const std::vector<int32_t>& kinds) {
    return std::ranges::any_of(kinds, [&](int32_t f) {
      return meaning(c).features[static_cast<size_t>(f)].weight >= kTellsMuch;
    });
  };
  const bool tell = much(i, mine) || much(j, other);
  if (!tell) return false;
  if (!mine.empty() && !other.empty()) return !any_has(i, mine, j) && !any_has(j, other, i);
  const bool formula = meaning(i).features[static_cast<size_t>(match.left)].weight < kFormula;
  if (!formula) return false;
  const int32_t with = mine.empty() ? j : i;
  const std::vector<int32_t>& kinds = mine.empty() ? other : mine;
  return !any_has(with, kinds, with == i ? j : i);
}

// Whether one of those features of the clause stands, or a near word, in the other clause.
bool ClauseField::any_has(int32_t i, const std::vector<int32_t>& features, int32_t other) const {
  return std::ranges::any_of(features, [&](int32_t f) {
    return std::ranges::any_of(meaning(other).features, [&](const Meaning& there) {
      return meanings_.nearness(meaning(i).features[static_cast<size_t>(f)], there) > 0;
    });
  });
}

// The world's here, their own there: "contributions to world peace", "to their development".
bool ClauseField::scopes_differ(int32_t i, int32_t j) const {
  const auto wide = [this](int32_t c) {
    return std::ranges::any_of(clause(c).features, [](const Feature& feature) {
      return std::ranges::find(kWide, feature.key) != kWide.end();
    });
  };
  const auto own = [this](int32_t c) {
    for (int32_t at = clause(c).tokens.first; at < clause(c).tokens.last; ++at) {
      if (token(c, at).lower == "their" || token(c, at).lower == "bilateral") return true;
    }
    return false;
  };
  const bool mine = wide(i);
  const bool other = wide(j);
  return mine != other && own(mine ? j : i) && !own(mine ? i : j);
}

}  // namespace verbale
