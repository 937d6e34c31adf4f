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
constexpr double kMeetingWord = 0.6;   // nearness to "meeting" of talks, calls, conversations
constexpr double kOtherParty = 0.7;    // factor: about one side here, about the other there
constexpr double kNearOnly = 0.9;      // factor: near words are shared, but no word itself
constexpr double kTellsSomething = 3;  // bits of a word that counts for that
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
      if (!meeting.text.overlaps(told.span)) continue;
      // The particular occasion, not the talks that it came after.
      establishes_[i] = std::max(establishes_[i], bit_of(meeting.kind));
      for (const Participant& one : meeting.participants) add_person(at, one.actor);
    }
    if (establishes_[i] != 0) continue;
    if (title ? names_meeting(at, true) : names_both(told) && names_meeting(at, false)) {
      establishes_[i] = bit_of(MeetingKind::Meeting);
      for (const int32_t actor : document.cast.principals) add_person(at, actor);
    }
  }
}

void ClauseField::add_person(int32_t i, int32_t actor) {
  if (actor < 0) return;
  const Actor& who = document(ref(i).account).actors[static_cast<size_t>(actor)];
  if (who.kind == ActorKind::Person) met_[static_cast<size_t>(i)].push_back(who.id);
}

namespace {

// The parts of a person's id that tell him apart: no initials, no "jr".
std::vector<std::string_view> name_parts(std::string_view id) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < id.size();) {
    const size_t end = std::min(id.find('-', at), id.size());
    const std::string_view part = id.substr(at, end - at);
    if (part.size() > 1 && part != "jr" && part != "sr" && part != "esq") parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

// "joseph-r-biden-jr" and "biden": all of the one name in the other. Two full names that share a
// family name ("nguyen-phu-trong", "nguyen-xuan-phuc") are two persons.
bool may_be_one_person(std::string_view left, std::string_view right) {
  std::vector<std::string_view> few = name_parts(left);
  std::vector<std::string_view> many = name_parts(right);
  if (few.size() > many.size()) few.swap(many);
  return !few.empty() && std::ranges::all_of(few, [&](std::string_view part) {
    return std::ranges::find(many, part) != many.end();
  });
}

}  // namespace

// Both establish an occasion of one kind, and nobody is there who is not in the other where it
// names as many.
bool ClauseField::same_meeting(int32_t i, int32_t j) const {
  if (establishes(i) == 0 || establishes(i) != establishes(j)) return false;
  const std::vector<std::string>& few = met_[static_cast<size_t>(i)];
  const std::vector<std::string>& many = met_[static_cast<size_t>(j)];
  if (few.size() > many.size()) return same_meeting(j, i);
  if (few.empty()) return false;  // nobody is named: who met cannot be told
  return std::ranges::all_of(few, [&](const std::string& one) {
    return std::ranges::any_of(
        many, [&](const std::string& other) { return may_be_one_person(one, other); });
  });
}

namespace {

bool is_side(const Feature& feature) { return feature.party && feature.kind == FeatureKind::Actor; }

}  // namespace

// Those who meet, of two sides.
bool ClauseField::names_both(const Clause& told) {
  std::string_view first;
  for (const Feature& feature : told.features) {
    if (!is_side(feature)) continue;
    if (!first.empty() && feature.key != first) return true;
    first = feature.key;
  }
  return false;
}

// A call, talks or meeting is what the clause is about; `anywhere`: it is named at least.
bool ClauseField::names_meeting(int32_t i, bool anywhere) const {
  const Clause& told = clause(i);
  if (unit(i).kind != UnitKind::Narrative) return false;
  const Feature meet{FeatureKind::Word, "meeting", {}, false};
  return std::ranges::any_of(told.features, [&](const Feature& feature) {
    if (feature.kind != FeatureKind::Word || meanings_.nearness(feature, meet) <= kMeetingWord)
      return false;
    const int32_t at = feature.tokens.first;
    const Token& word = document(ref(i).account).tokens[static_cast<size_t>(at)];
    const bool object = word.deprel == Deprel::obj || word.deprel == Deprel::nsubj;
    return anywhere || at == told.head || (object && word.head == told.head);
  });
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
  for (const Feature& feature : clause(j).features) other |= is_side(feature);
  for (const Feature& feature : clause(i).features) {
    if (!is_side(feature)) continue;
    mine = true;
    for (const Feature& there : clause(j).features) {
      if (is_side(there) && there.key == feature.key) return false;
    }
  }
  return mine && other;
}

// Where the word of a feature leads to: "visit [to] China", "support [for] Ukraine"; empty: not
// told, or with whom ("talks with China" are Vietnam's and China's alike).
std::string_view ClauseField::goal(int32_t i, const Feature& feature) const {
  const Document& text = document(ref(i).account);
  for (const Feature& other : clause(i).features) {
    if (!is_side(other) || other.tokens.empty()) continue;
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

double ClauseField::score(int32_t i, int32_t j, Apart* apart) const {
  Apart why = Apart::Nothing;
  if (apart == nullptr) apart = &why;
  *apart = Apart::Nothing;
  if (same_meeting(i, j)) return 1;
  const bool other_meeting =
      !met_[static_cast<size_t>(i)].empty() && !met_[static_cast<size_t>(j)].empty();
  if (other_meeting) {
    *apart = Apart::OtherParty;
    return 0;
  }
  const Likeness likely = like(i, j);
  if (likely.shared < kLeastBits) {
    *apart = Apart::LittleShared;
    return 0;
  }
  double score = likely.score * std::min(1.0, likely.shared / kEnoughBits);
  double anchored = 0;
  for (const FeatureMatch& match : likely.matches) {
    const size_t left = static_cast<size_t>(match.left);
    const size_t right = static_cast<size_t>(match.right);
    if (match.nearness < kSameWord) continue;
    if (!anchors_[static_cast<size_t>(i)][left] || !anchors_[static_cast<size_t>(j)][right])
      continue;
    anchored += meaning(i).features[left].weight;
  }
  score += std::min(kMostAnchored, kAnchored * anchored);
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
  if (directions_differ(i, j, likely)) {
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

// Pairs with a feature in common that tells something: the others cannot score. In a field of
// hundreds of accounts a clause is held only against the first that have the feature: they stand
// for their points.
class PairFinder {
 public:
  explicit PairFinder(const ClauseField& field)
      : field_(field), most_(field.size() > kManyClauses ? kFirstOfMany : field.size()) {}

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
      if (postings.size() >= most_) return;
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

  static constexpr size_t kManyClauses = 2000;
  static constexpr size_t kFirstOfMany = 40;

  const ClauseField& field_;
  const size_t most_;
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
