// Each respect in which accounts differ is worked out for each account alone and then compared;
// what all have alike is no difference.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "accounts/details.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr int32_t kRoom = 10;       // words by which the length of a point differs, at least
constexpr int32_t kMoved = 3;       // ranks by which a point stands out of its order, at least,
constexpr int32_t kMovedShare = 4;  // and this part of all that two accounts share

class DifferenceFinder {
 public:
  DifferenceFinder(const ClauseField& field, const ClauseGroup& group, const Point& point,
                   const Meanings& meanings)
      : field_(field), group_(group), point_(point), meanings_(meanings) {}

  std::vector<Difference> find() {
    compare(DifferenceKind::Speaker, [&](int32_t i) { return speaker(i); });
    compare(DifferenceKind::Strength, [&](int32_t i) { return strength(i); });
    if (negation_differs()) add(DifferenceKind::Negation, [&](int32_t i) { return polarity(i); });
    numbers();
    names();
    adjectives();
    length();
    return std::move(differences_);
  }

 private:
  struct Told {
    std::string value;
    Span words;
  };
  using Teller = std::function<Told(int32_t)>;

  const Document& document(int32_t account) const { return field_.document(account); }
  const Document& document_of(int32_t i) const { return document(field_.ref(i).account); }

  const Statement* statement_of(int32_t i) const {
    const int32_t statement = field_.unit(i).statement;
    return statement < 0 ? nullptr : &document_of(i).statements[static_cast<size_t>(statement)];
  }

  // "CHN + VNM": whoever speaks for a state is the state, so that two spellings of a name do not
  // differ.
  Told speaker(int32_t i) const {
    std::set<std::string> who;
    for (const int32_t actor : field_.unit(i).speakers) {
      const Actor& one = document_of(i).actors[static_cast<size_t>(actor)];
      who.insert(one.kind == ActorKind::State || one.state.empty() ? one.id : one.state);
    }
    Told told;
    for (const std::string& one : who) told.value += (told.value.empty() ? "" : " + ") + one;
    const Statement* statement = statement_of(i);
    if (statement != nullptr) told.words = statement->source;
    return told;
  }

  // The cue as it stands, with what is done by it: "said (commissive)".
  Told strength(int32_t i) const {
    const Statement* statement = statement_of(i);
    if (statement == nullptr) {
      return {field_.unit(i).kind == UnitKind::Topic ? "discussed" : "narrated", {}};
    }
    const std::string act(to_string(statement->act));
    if (statement->cue.empty()) return {act, {}};
    return {std::string(document_of(i).str(statement->cue)) + " (" + act + ")", statement->cue};
  }

  std::string strength_class(int32_t i) const {
    const Statement* statement = statement_of(i);
    if (statement == nullptr) return field_.unit(i).kind == UnitKind::Topic ? "topic" : "narrative";
    return std::string(to_string(statement->act)) + "/" + std::string(statement->cue_class);
  }

  Told polarity(int32_t i) const {
    return {field_.clause(i).negated ? "not" : "", field_.clause(i).span};
  }

  bool negation_differs() const {
    return std::ranges::any_of(group_.clauses, [&](int32_t i) {
      return field_.clause(i).negated != field_.clause(group_.clauses.front()).negated;
    });
  }

  // One version of each distinct value an account has.
  void add(DifferenceKind kind, const Teller& tell) {
    Difference difference{kind, {}};
    for (const int32_t i : group_.clauses) {
      const Told told = tell(i);
      const int32_t account = field_.ref(i).account;
      const auto same = std::ranges::find_if(difference.versions, [&](const Version& v) {
        return v.account == account && v.value == told.value;
      });
      Version& version = same != difference.versions.end()
                             ? *same
                             : difference.versions.emplace_back(Version{account, told.value, {}});
      const bool there = std::ranges::find(version.words, told.words) != version.words.end();
      if (!told.words.empty() && !there) version.words.push_back(told.words);
    }
    differences_.push_back(std::move(difference));
  }

  // Adds the difference where two accounts have no value in common.
  void compare(DifferenceKind kind, const Teller& tell) {
    std::map<int32_t, std::set<std::string>> values;
    for (const int32_t i : group_.clauses) {
      values[field_.ref(i).account].insert(kind == DifferenceKind::Strength ? strength_class(i)
                                                                            : tell(i).value);
    }
    for (const auto& [left, mine] : values) {
      for (const auto& [right, other] : values) {
        const bool common =
            std::ranges::any_of(mine, [&](const std::string& v) { return other.contains(v); });
        if (!common) return add(kind, tell);
      }
    }
  }

  // Values of one kind of feature, by account.
  using Values = std::map<int32_t, std::map<std::string, Span>>;

  // `as_written`: the words of the account, not the key by which they are compared.
  void add_values(DifferenceKind kind, const Values& values, bool as_written = false) {
    Difference difference{kind, {}};
    for (const PointPart& part : point_.parts) {
      Version version{part.account, {}, {}};
      const auto found = values.find(part.account);
      if (found != values.end()) {
        for (const auto& [value, words] : found->second) {
          const std::string_view shown =
              as_written ? document(part.account).str(words) : std::string_view(value);
          version.value += (version.value.empty() ? "" : ", ") + std::string(shown);
          version.words.push_back(words);
        }
      }
      difference.versions.push_back(std::move(version));
    }
    differences_.push_back(std::move(difference));
  }

  void numbers() {
    Values values;
    for (const int32_t i : group_.clauses) {
      for (const Feature& feature : field_.clause(i).features) {
        if (feature.kind != FeatureKind::Number) continue;
        values[field_.ref(i).account].emplace(feature.key, document_of(i).span_of(feature.tokens));
      }
    }
    if (values.size() < 2) return;
    const auto keys = [](const std::map<std::string, Span>& of) {
      std::set<std::string> all;
      for (const auto& [key, span] : of) all.insert(key);
      return all;
    };
    const std::set<std::string> first = keys(values.begin()->second);
    for (const auto& [account, of] : values) {
      if (keys(of) != first) return add_values(DifferenceKind::Numbers, values);
    }
  }

  // One thing under two names: the same key, other words.
  void names() {
    std::map<std::string, Values> things;
    for (const int32_t i : group_.clauses) {
      for (const Feature& feature : field_.clause(i).features) {
        if (!is_name(i, feature)) continue;
        const Span span = document_of(i).span_of(feature.tokens);
        things[feature.key][field_.ref(i).account].emplace(document_of(i).str(span), span);
      }
    }
    for (const auto& [key, values] : things) {
      if (named_differently(values)) add_values(DifferenceKind::Names, values);
    }
  }

  // Two accounts have no form of the name in common.
  static bool named_differently(const Values& values) {
    for (auto left = values.begin(); left != values.end(); ++left) {
      for (auto right = std::next(left); right != values.end(); ++right) {
        const bool common = std::ranges::any_of(left->second, [&](const auto& mine) {
          return std::ranges::any_of(
              right->second, [&](const auto& other) { return same_form(mine.first, other.first); });
        });
        if (!common) return true;
      }
    }
    return false;
  }

  // "The Vietnam-China partnership" and "the partnership": the one is the other cut short.
  static bool same_form(std::string_view left, std::string_view right) {
    std::vector<std::string> few = split_words(left);
    std::vector<std::string> many = split_words(right);
    if (few.size() > many.size()) few.swap(many);
    return std::ranges::all_of(
        few, [&](const std::string& word) { return std::ranges::find(many, word) != many.end(); });
  }

  bool is_name(int32_t i, const Feature& feature) const {
    if (feature.kind == FeatureKind::Framework) return true;
    if (feature.kind == FeatureKind::Actor) return !feature.party;
    if (feature.kind != FeatureKind::Word) return false;
    const size_t token = static_cast<size_t>(feature.tokens.first);
    return document_of(i).tokens[token].upos == Upos::PROPN;
  }

  // Praise, degree and way that the others do not have.
  void adjectives() {
    Values values;
    std::map<std::string, std::set<int32_t>> who;
    for (const int32_t i : group_.clauses) {
      for (const Feature& feature : field_.clause(i).features) {
        if (feature.kind != FeatureKind::Word) continue;
        if (meanings_.weak_class(feature.key) != WeakClass::Manner) continue;
        const Span span = document_of(i).span_of(feature.tokens);
        values[field_.ref(i).account].emplace(feature.key, span);
        who[feature.key].insert(field_.ref(i).account);
      }
    }
    bool differ = false;
    for (auto& [account, of] : values) {
      std::erase_if(of, [&](const auto& entry) { return who[entry.first].size() > 1; });
      differ |= !of.empty();
    }
    if (differ) add_values(DifferenceKind::Adjectives, values, true);
  }

  // Where one account gives the point at least twice the room, and some words more.
  void length() {
    std::map<int32_t, int32_t> words;
    for (const int32_t i : group_.clauses)
      words[field_.ref(i).account] += field_.clause(i).tokens.size();
    int32_t least = words.begin()->second;
    int32_t most = least;
    for (const auto& [account, count] : words) {
      least = std::min(least, count);
      most = std::max(most, count);
    }
    if (most < 2 * least || most - least < kRoom) return;
    Difference difference{DifferenceKind::Length, {}};
    for (const auto& [account, count] : words) {
      difference.versions.push_back({account, std::to_string(count) + " words", {}});
    }
    differences_.push_back(std::move(difference));
  }

  const ClauseField& field_;
  const ClauseGroup& group_;
  const Point& point_;
  const Meanings& meanings_;
  std::vector<Difference> differences_;
};

// Clauses of one account that say the same but for a negation or a number.
class ContradictionFinder {
 public:
  ContradictionFinder(const ClauseField& field, const ClauseGroup& group)
      : field_(field), group_(group) {}

  std::vector<Difference> find() {
    for (size_t x = 0; x < group_.clauses.size(); ++x) {
      for (size_t y = x + 1; y < std::min(group_.clauses.size(), x + kReach); ++y) {
        compare(group_.clauses[x], group_.clauses[y]);
      }
    }
    return std::move(differences_);
  }

 private:
  static constexpr size_t kReach =
      16;  // the groups of one account are small; those that are not are lists
  static constexpr double kAlike = 0.6;

  void compare(int32_t i, int32_t j) {
    const Likeness like = field_.like(i, j);
    if (like.score < kAlike) return;
    if (like.negation_differs) add(DifferenceKind::Negation, i, j, &ContradictionFinder::polarity);
    if (like.numbers_differ) add(DifferenceKind::Numbers, i, j, &ContradictionFinder::counts);
  }

  void add(DifferenceKind kind, int32_t i, int32_t j,
           Version (ContradictionFinder::*tell)(int32_t) const) {
    differences_.push_back({kind, {(this->*tell)(i), (this->*tell)(j)}});
  }

  Version polarity(int32_t i) const {
    const Clause& clause = field_.clause(i);
    return {field_.ref(i).account, clause.negated ? "not" : "", {clause.span}};
  }

  Version counts(int32_t i) const {
    Version version{field_.ref(i).account, {}, {}};
    for (const Feature& feature : field_.clause(i).features) {
      if (feature.kind != FeatureKind::Number) continue;
      version.value += (version.value.empty() ? "" : ", ") + feature.key;
      version.words.push_back(field_.document(version.account).span_of(feature.tokens));
    }
    return version;
  }

  const ClauseField& field_;
  const ClauseGroup& group_;
  std::vector<Difference> differences_;
};

// The members of a longest rising run (patience sorting): what stands in the same order.
std::vector<bool> in_order(const std::vector<int32_t>& ranks) {
  std::vector<size_t> tails;
  std::vector<int32_t> before(ranks.size(), -1);
  for (size_t i = 0; i < ranks.size(); ++i) {
    const auto at = std::lower_bound(tails.begin(), tails.end(), ranks[i],
                                     [&](size_t tail, int32_t rank) { return ranks[tail] < rank; });
    if (at != tails.begin()) before[i] = static_cast<int32_t>(*(at - 1));
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> kept(ranks.size(), false);
  for (int32_t i = tails.empty() ? -1 : static_cast<int32_t>(tails.back()); i >= 0;
       i = before[static_cast<size_t>(i)]) {
    kept[static_cast<size_t>(i)] = true;
  }
  return kept;
}

bool stands_apart(int32_t place, int32_t rank, size_t of) {
  const int32_t moved = std::abs(place - rank);
  return moved >= kMoved && kMovedShare * moved >= static_cast<int32_t>(of);
}

}  // namespace

std::vector<Difference> differences_of(const ClauseField& field, const ClauseGroup& group,
                                       const Point& point, const Meanings& meanings) {
  if (!point.shared()) return ContradictionFinder(field, group).find();
  return DifferenceFinder(field, group, point, meanings).find();
}

// Against the first account: which of the points they share stands out of its order.
void add_order(std::vector<Point>& points, size_t accounts) {
  std::map<size_t, std::map<int32_t, std::pair<size_t, size_t>>>
      moved;  // point, account: rank of ranks
  for (size_t account = 1; account < accounts; ++account) {
    std::vector<std::pair<uint32_t, size_t>> here;
    std::vector<std::pair<uint32_t, size_t>> first;
    for (size_t p = 0; p < points.size(); ++p) {
      const PointPart* mine = points[p].part_of(static_cast<int32_t>(account));
      const PointPart* theirs = points[p].part_of(0);
      if (mine == nullptr || theirs == nullptr) continue;
      here.emplace_back(mine->spans.back().begin, p);
      first.emplace_back(theirs->spans.front().begin, p);
    }
    std::ranges::sort(here);
    std::ranges::sort(first);
    std::map<size_t, int32_t> rank;
    for (size_t i = 0; i < first.size(); ++i) rank[first[i].second] = static_cast<int32_t>(i);
    std::vector<int32_t> ranks;
    for (const auto& [place, point] : here) ranks.push_back(rank[point]);
    const std::vector<bool> kept = in_order(ranks);
    for (size_t i = 0; i < here.size(); ++i) {
      if (kept[i] || !stands_apart(static_cast<int32_t>(i), ranks[i], here.size())) continue;
      moved[here[i].second][0] = {static_cast<size_t>(ranks[i]) + 1, here.size()};
      moved[here[i].second][static_cast<int32_t>(account)] = {i + 1, here.size()};
    }
  }
  for (const auto& [point, places] : moved) {
    Difference difference{DifferenceKind::Order, {}};
    for (const auto& [account, place] : places) {
      difference.versions.push_back(
          {account, std::to_string(place.first) + " of " + std::to_string(place.second), {}});
    }
    points[point].differences.push_back(std::move(difference));
  }
}

}  // namespace verbale
