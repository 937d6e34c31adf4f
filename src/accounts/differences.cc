// Each respect in which accounts differ is worked out for each account alone and then compared;
// what all have alike is no difference.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "accounts/details.h"
#include "base/plain_line.h"
#include "base/utf8.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr int32_t kRoom = 10;  // words by which the length of a point differs, at least

class DifferenceFinder {
 public:
  DifferenceFinder(const ClauseField& field, const ClauseGroup& group, const Point& point,
                   const Meanings& meanings)
      : field_(field), group_(group), point_(point), meanings_(meanings) {}

  std::vector<Difference> find() {
    add_speakers();
    add_strength();
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

  // "To Lam + Xi Jinping", as the account names them.
  Told speaker(int32_t i) const {
    std::map<std::string, std::string_view> who;
    for (const int32_t actor : field_.unit(i).speakers) {
      const Actor& one = document_of(i).actors[static_cast<size_t>(actor)];
      who.emplace(speaker_key(one), one.name);
    }
    Told told;
    for (const auto& [key, name] : who) {
      told.value += (told.value.empty() ? "" : " + ") + std::string(name);
    }
    const Statement* statement = statement_of(i);
    if (statement != nullptr) told.words = statement->source;
    return told;
  }

  // Whoever speaks for a state is the state, so that two spellings of a name do not differ.
  static const std::string& speaker_key(const Actor& actor) {
    return actor.kind == ActorKind::State || actor.state.empty() ? actor.id : actor.state;
  }

  std::string speaker_class(int32_t i) const {
    std::set<std::string> who;
    for (const int32_t actor : field_.unit(i).speakers) {
      who.insert(speaker_key(document_of(i).actors[static_cast<size_t>(actor)]));
    }
    std::string all;
    for (const std::string& one : who) all += one + "+";
    return all;
  }

  // The cue as it stands; empty: the account narrates.
  Told strength(int32_t i) const {
    const Statement* statement = statement_of(i);
    if (statement == nullptr) {
      return {field_.unit(i).kind == UnitKind::Topic ? "discussed" : "", {}};
    }
    return {plain_line(document_of(i).str(statement->cue)), statement->cue};
  }

  std::string strength_class(int32_t i) const {
    const Statement* statement = statement_of(i);
    if (statement == nullptr) return field_.unit(i).kind == UnitKind::Topic ? "topic" : "narrative";
    return std::string(to_string(statement->act)) + "/" + std::string(statement->cue_class);
  }

  // The verb of the cue ("agreed" of "agreed to"); empty: none.
  std::string_view cue_verb(int32_t i) const {
    const Statement* statement = statement_of(i);
    if (statement == nullptr || statement->cue.empty()) return {};
    const std::vector<Token>& tokens = document_of(i).tokens;
    auto token = std::ranges::lower_bound(tokens, statement->cue.begin, {},
                                          [](const Token& t) { return t.span.begin; });
    std::string_view first;
    for (; token != tokens.end() && token->span.begin < statement->cue.end; ++token) {
      if (token->upos == Upos::VERB) return token->lemma;
      if (first.empty()) first = token->lemma;
    }
    return first;
  }

  // The strength differs only where each account says how it was said, and not with the same verb.
  bool strength_differs(const std::set<int32_t>& left, const std::set<int32_t>& right) const {
    const auto told = [&](int32_t i) { return !strength(i).value.empty(); };
    if (std::ranges::none_of(left, told) || std::ranges::none_of(right, told)) return false;
    return std::ranges::none_of(left, [&](int32_t i) {
      return std::ranges::any_of(right, [&](int32_t j) {
        return strength_class(i) == strength_class(j) ||
               (!cue_verb(i).empty() && cue_verb(i) == cue_verb(j));
      });
    });
  }

  void add_strength() {
    std::map<int32_t, std::set<int32_t>> clauses;
    for (const int32_t i : group_.clauses) clauses[field_.ref(i).account].insert(i);
    for (auto left = clauses.begin(); left != clauses.end(); ++left) {
      for (auto right = std::next(left); right != clauses.end(); ++right) {
        if (!strength_differs(left->second, right->second)) continue;
        return add(DifferenceKind::Strength, [&](int32_t i) { return strength(i); });
      }
    }
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
      if (told.value.empty() && kind != DifferenceKind::Negation) continue;
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

  // Where two accounts have no speaker in common.
  void add_speakers() {
    std::map<int32_t, std::set<std::string>> values;
    for (const int32_t i : group_.clauses) {
      const std::string who = speaker_class(i);
      if (!who.empty()) values[field_.ref(i).account].insert(who);
    }
    for (const auto& [left, mine] : values) {
      for (const auto& [right, other] : values) {
        const bool common =
            std::ranges::any_of(mine, [&](const std::string& v) { return other.contains(v); });
        if (!common) {
          return add(DifferenceKind::Speaker, [&](int32_t i) { return speaker(i); });
        }
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
    return std::ranges::all_of(few, [&](const std::string& word) {
      return std::ranges::any_of(many,
                                 [&](const std::string& other) { return same_word(word, other); });
    });
  }

  // One inflected or derived from the other: "exchange", "exchanges"; "Ukraine", "Ukrainian".
  static bool same_word(const std::string& left, const std::string& right) {
    const std::string a = fold(left);
    const std::string b = fold(right);
    const size_t shorter = std::min(a.size(), b.size());
    const size_t common = static_cast<size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return a == b || (shorter >= 4 && common + 1 >= shorter);
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
        if (!is_adjective(i, feature.tokens)) continue;
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

  // No adverb or verb, and no part of "high-speed".
  bool is_adjective(int32_t i, TokenRange words) const {
    const std::vector<Token>& tokens = document_of(i).tokens;
    const auto hyphen = [&](int32_t at) {
      return at >= 0 && static_cast<size_t>(at) < tokens.size() &&
             tokens[static_cast<size_t>(at)].lower == "-";
    };
    if (hyphen(words.first - 1) || hyphen(words.last)) return false;
    return tokens[static_cast<size_t>(words.first)].upos == Upos::ADJ;
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

}  // namespace

std::vector<Difference> differences_of(const ClauseField& field, const ClauseGroup& group,
                                       const Point& point, const Meanings& meanings) {
  if (!point.shared()) return contradictions_of(field, group);
  return DifferenceFinder(field, group, point, meanings).find();
}

}  // namespace verbale
