// A label is made of the record's own strings: the speakers' names, the cue, a clause. Nothing is
// composed.
#include <algorithm>
#include <map>

#include "accounts/details.h"
#include "base/plain_line.h"

namespace verbale {
namespace {

constexpr size_t kMembers = 24;
constexpr uint32_t kLongestLabel = 160;  // code points of the clause

// How clear a clause is as a name of the point: like the others, of middling length, not the title.
int32_t clearest(const ClauseField& field, const ClauseGroup& group) {
  // Of a large group some stand for all.
  std::vector<int32_t> some;
  const size_t stride = 1 + group.clauses.size() / kMembers;
  for (size_t x = 0; x < group.clauses.size(); x += stride) some.push_back(group.clauses[x]);
  int32_t best = some.front();
  double best_score = -1;
  for (const int32_t i : some) {
    double score = 0;
    for (const int32_t j : some) {
      if (i != j) score += field.like(i, j).score;
    }
    score /= std::max<double>(1, static_cast<double>(some.size()) - 1);
    const Document& document = field.document(field.ref(i).account);
    if (document.publication.title.overlaps(field.clause(i).span)) score *= 0.5;
    if (field.unit(i).statement >= 0) score += 0.1;  // somebody answers for it
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

// Cut at the last comma that leaves most of the line, else at a blank.
std::string cut_at_joint(const std::string& words) {
  const std::string cut = cut_line(words, kLongestLabel);
  const size_t comma = cut.rfind(", ");
  const bool much = comma != std::string::npos && comma > cut.size() / 2;
  return much ? cut.substr(0, comma) + " …" : cut;
}

// The clause with those beside it in one run of words that belong to the same point.
Span with_neighbours(const ClauseField& field, const ClauseGroup& group, int32_t best) {
  const auto belongs = [&](int32_t i) {
    return std::ranges::binary_search(group.clauses, i) &&
           field.ref(i).account == field.ref(best).account &&
           field.clause(i).unit == field.clause(best).unit;
  };
  const auto goes_on = [&](int32_t i) { return field.clause(i).start != ClauseStart::Rest; };
  int32_t first = best;
  int32_t last = best;
  while (first > 0 && goes_on(first) && belongs(first - 1)) --first;
  while (belongs(last + 1) && goes_on(last + 1)) ++last;
  return join(field.clause(first).span, field.clause(last).span);
}

// What the words say, in a line: the clause alone where its neighbours make it too long.
std::string words_of(const ClauseField& field, const ClauseGroup& group, int32_t best) {
  const Document& document = field.document(field.ref(best).account);
  std::string words = plain_line(document.str(with_neighbours(field, group, best)));
  if (cut_line(words, kLongestLabel) == words) return words;
  words = plain_line(document.str(field.clause(best).span));
  return cut_line(words, kLongestLabel) == words ? words : cut_at_joint(words);
}

}  // namespace

std::string label_of(const ClauseField& field, const ClauseGroup& group) {
  const int32_t best = clearest(field, group);
  const Document& document = field.document(field.ref(best).account);
  const Unit& unit = field.unit(best);
  const std::string words = words_of(field, group, best);
  std::string who;
  for (const int32_t actor : unit.speakers) {
    who += (who.empty() ? "" : ", ") + document.actors[static_cast<size_t>(actor)].name;
  }
  if (unit.statement < 0) return who.empty() ? words : who + ": " + words;
  const Statement& statement = document.statements[static_cast<size_t>(unit.statement)];
  if (!statement.cue.empty())
    who += (who.empty() ? "" : " ") + plain_line(document.str(statement.cue));
  return who.empty() ? words : who + ": " + words;
}

namespace {

constexpr double kModifier = 0.5;  // what a word before the noun adds of its own weight
constexpr int32_t kModifiers = 2;  // words before the noun that a topic takes in

class TopicFinder {
 public:
  TopicFinder(const ClauseField& field, const Meanings& meanings)
      : field_(field), meanings_(meanings) {}

  std::string find(const ClauseGroup& group) {
    for (const Choice choice : {Choice::Telling, Choice::Nouns, Choice::Words}) {
      for (const int32_t i : group.clauses) {
        for (const Feature& feature : field_.clause(i).features) {
          if (may_be(choice, i, feature)) add(i, feature);
        }
      }
      if (!told_.empty()) break;
    }
    const Told* best = nullptr;
    for (const auto& [key, told] : told_) {
      if (best == nullptr || told.worth > best->worth) best = &told;
    }
    return best == nullptr ? std::string() : best->words;
  }

 private:
  // What may be a topic: names and nouns that tell something; where there are none, any noun, or
  // any word.
  enum class Choice : uint8_t { Telling, Nouns, Words };

  struct Told {
    double worth = 0;  // weight of all clauses that have it
    std::string words;
  };

  const Document& document_of(int32_t i) const { return field_.document(field_.ref(i).account); }
  const Token& token_of(int32_t i, int32_t at) const {
    return document_of(i).tokens[static_cast<size_t>(at)];
  }

  bool is_weak(const Feature& feature) const {
    return meanings_.weak_class(feature.key) != WeakClass::None;
  }

  bool may_be(Choice choice, int32_t i, const Feature& feature) const {
    if (feature.kind == FeatureKind::Number || feature.kind == FeatureKind::Date) return false;
    if (feature.party) return false;
    if (feature.kind != FeatureKind::Word || choice == Choice::Words) return true;
    const Upos tag = token_of(i, feature.tokens.first).upos;
    if (tag != Upos::NOUN && tag != Upos::PROPN) return false;
    return choice == Choice::Nouns || !is_weak(feature);
  }

  void add(int32_t i, const Feature& feature) {
    Told& told = told_[feature.key];
    TokenRange tokens = feature.tokens;
    double weight = meanings_.weight(feature);
    const bool word = feature.kind == FeatureKind::Word;
    if (word && token_of(i, tokens.first).upos == Upos::NOUN) weight += widen(i, tokens);
    told.worth += weight;
    if (!told.words.empty()) return;
    const Document& document = document_of(i);
    told.words = feature.kind == FeatureKind::Framework
                     ? feature.key
                     : plain_line(document.str(document.span_of(tokens)));
  }

  // From a noun to what it names: the noun that it stands before ("strategic orientation [role]")
  // and what stands before it ("[artificial] intelligence", "[standard-gauge] railways"). Says what
  // the words before it add.
  double widen(int32_t i, TokenRange& tokens) const {
    const TokenRange clause = field_.clause(i).tokens;
    while (clause.contains(tokens.last) && token_of(i, tokens.last).upos == Upos::NOUN &&
           token_of(i, tokens.last - 1).head == tokens.last) {
      ++tokens.last;
    }
    double added = 0;
    for (int32_t taken = 0; taken < kModifiers && tokens.first > clause.first; ++taken) {
      const Feature* modifier = modifier_before(i, tokens.first);
      if (modifier == nullptr) break;
      tokens.first = modifier->tokens.first;
      added += kModifier * meanings_.weight(*modifier);
    }
    // A word is not cut at its hyphens.
    while (tokens.first > clause.first && !token_of(i, tokens.first).space_before) --tokens.first;
    return added;
  }

  const Feature* modifier_before(int32_t i, int32_t at) const {
    const Clause& clause = field_.clause(i);
    const Token& before = token_of(i, at - 1);
    const bool modifies = before.deprel == Deprel::amod || before.deprel == Deprel::compound;
    if (!modifies || !clause.tokens.contains(before.head)) return nullptr;
    const auto feature = std::ranges::find_if(
        clause.features, [&](const Feature& f) { return f.tokens.contains(at - 1); });
    if (feature == clause.features.end() || feature->kind != FeatureKind::Word) return nullptr;
    return feature->party || is_weak(*feature) ? nullptr : &*feature;
  }

  const ClauseField& field_;
  const Meanings& meanings_;
  std::map<std::string, Told> told_;
};

}  // namespace

std::string topic_of(const ClauseField& field, const ClauseGroup& group, const Meanings& meanings) {
  return TopicFinder(field, meanings).find(group);
}

}  // namespace verbale
