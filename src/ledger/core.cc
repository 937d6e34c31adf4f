#include "ledger/core.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr double kAside = 0.5;      // what stands outside the head phrase
constexpr double kSlight = 0.25;    // people, leaders, new, joint
constexpr double kDescribes = 0.7;  // adjectives

}  // namespace

// Somebody who acts ("the two sides", "Vietnam") with the verb behind him: the token after him, else `token`.
int32_t CoreFinder::skip_actor(int32_t token, TokenRange tokens) const {
  int32_t end = token;
  for (const Mention& mention : document_.mentions) {
    if (mention.tokens.first == token) end = std::max(end, mention.tokens.last);
  }
  for (const JointMention& joint : document_.joint_mentions) {
    if (joint.tokens.first == token) end = std::max(end, joint.tokens.last);
  }
  if (end == token) return token;
  const int32_t next = words_.skip_adverbs(end, tokens.last);
  if (next >= tokens.last || words_.is_hyphen(next) || words_.is_any(next, {"'s", "’s", "'", "’"})) return token;
  const bool acts = words_.is_verb(next) || words_.is(next, "to") || words_.is_preposition(next) || words_.at(next).upos == Upos::DET ||
                    (words_.is(next, "and") && skip_actor(next + 1, tokens) > next + 1);
  return acts ? end : token;
}

// What stands between the beginning of a clause and its thing: verbs, "willing to", "the need for".
bool CoreFinder::leads_on(int32_t token, TokenRange tokens) const {
  const Upos tag = words_.at(token).upos;
  if (tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::PART || tag == Upos::ADV || tag == Upos::CCONJ ||
      tag == Upos::AUX || tag == Upos::PUNCT || tag == Upos::DET || tag == Upos::PRON) {
    return true;
  }
  const bool participle = words_.at(token).verb == VerbForm::PastParticiple || words_.is_gerund(token);
  if (words_.is_verb(token)) return !participle || !words_.is_noun(token + 1) || !words_.at(token + 1).space_before || words_.is_gerund(token);
  return tokens.contains(token) && tools_.words->light(words_.lemmas(token, tokens.last)) > 0;
}

// From `start` on, behind what only leads on; at the first noun where nothing follows.
int32_t CoreFinder::next_phrase(int32_t start, TokenRange tokens) const {
  int32_t noun = -1;
  for (int32_t i = start; i < tokens.last;) {
    const int32_t behind = skip_actor(i, tokens);
    if (behind > i) {
      i = behind;
      continue;
    }
    if (!leads_on(i, tokens)) return i;
    if (noun < 0 && words_.is_noun(i)) noun = i;
    ++i;
  }
  return noun < 0 ? start : noun;
}

// Behind the verb, its auxiliaries and the infinitives it leads ("will continue to deepen"), and behind the
// nouns that only lead on ("the need for", "negotiations of").
int32_t CoreFinder::begin_of(const Clause& clause) const { return next_phrase(clause.tokens.first, clause.tokens); }

// Where the circumstances begin, with something said before them.
int32_t CoreFinder::end_of(int32_t begin, const Clause& clause) const {
  bool noun = false;
  std::vector<std::string_view> lowers;
  for (int32_t i = begin; i < clause.tokens.last; ++i) {
    if (noun) {
      lowers.clear();
      for (int32_t k = i; k < clause.tokens.last && k < i + 6; ++k) lowers.push_back(words_.lower(k));
      if (tools_.words->circumstance(lowers) > 0) return i;
      const bool participle = words_.is_comma(i) && words_.is_gerund(i + 1) && !words_.is(i + 1, "including");
      if (participle) return i;
    }
    noun |= words_.is_noun(i);
  }
  return clause.tokens.last;
}

// Nouns and what belongs to them, joined ones too ("economic, trade and investment cooperation").
int32_t CoreFinder::end_of_phrase(int32_t start, int32_t end) const {
  int32_t last = start;
  for (int32_t i = start; i < end; ++i) {
    const Upos tag = words_.at(i).upos;
    const bool noun = words_.is_noun(i) || tag == Upos::NUM;
    const bool inside = noun || tag == Upos::ADJ || tag == Upos::DET || tag == Upos::CCONJ || tag == Upos::PUNCT ||
                        tag == Upos::SYM || tag == Upos::ADV || words_.is_any(i, {"'s", "’s"}) ||
                        words_.at(i).verb == VerbForm::PastParticiple || words_.is_gerund(i) || words_.is_hyphen(i - 1);
    if (!inside) break;
    if (noun) last = i + 1;
  }
  return std::max(last, std::min(start + 1, end));
}

bool CoreFinder::is_slight(int32_t token) const {
  const std::string_view lemma = words_.lemma(token);
  const CommitmentWords& pack = tools_.knowledge->commitment_words;
  return pack.has(CommitmentClass::Body, lemma) || pack.has(CommitmentClass::Neutral, lemma) ||
         pack.has(CommitmentClass::Manner, lemma) || tools_.words->light(std::span(&lemma, 1)) > 0;
}

// Does its last noun say what the thing is?
bool CoreFinder::is_telling(const Clause& clause, TokenRange phrase) const {
  const Feature* last = nullptr;
  for (const Feature& feature : clause.features) {
    const bool named = feature.kind == FeatureKind::Framework;
    const bool noun = feature.kind == FeatureKind::Word && words_.is_noun(feature.tokens.first);
    if (phrase.contains(feature.tokens.first) && (named || noun)) last = &feature;
  }
  return last != nullptr && (last->kind == FeatureKind::Framework || !is_slight(last->tokens.first));
}

// The first noun phrase that tells something: "role" leads on to what it is the role of.
TokenRange CoreFinder::head_of(const Clause& clause, int32_t begin, int32_t end) const {
  constexpr int kTries = 4;
  const TokenRange first{begin, end_of_phrase(begin, end)};
  TokenRange phrase = first;
  for (int i = 0; i < kTries && phrase.last < end; ++i) {
    if (is_telling(clause, phrase)) return phrase;
    const int32_t next = next_phrase(phrase.last, {phrase.last, end});
    phrase = {next, end_of_phrase(next, end)};
  }
  return is_telling(clause, phrase) ? phrase : first;
}

bool CoreFinder::is_about(const Feature& feature, bool verbs) const {
  if (feature.kind == FeatureKind::Framework) return true;
  if (feature.kind == FeatureKind::Actor) return !feature.party;
  if (feature.kind != FeatureKind::Word) return false;
  const int32_t token = feature.tokens.first;
  if (words_.at(token).upos == Upos::ADV && !words_.is_hyphen(token - 1)) return false;
  return !words_.is_verb(token) || verbs || words_.is_hyphen(token - 1);
}

// "people-to-people" is one word.
std::string CoreFinder::key_of(const Feature& feature) const {
  int32_t first = feature.tokens.first;
  int32_t last = feature.tokens.last;
  if (feature.kind != FeatureKind::Word) return feature.key;
  constexpr int32_t kLongest = 7;
  while (words_.is_hyphen(first - 1) && last - first < kLongest) first -= 2;
  while (words_.is_hyphen(last) && last - first < kLongest) last += 2;
  if (last - first < 5) return feature.key;
  return fold(document_.str(document_.span_of({first, last})));
}

// Of one word of the thing: less for what describes it, little for what every account has.
double CoreFinder::share_of(const Feature& feature, bool head) const {
  if (feature.kind != FeatureKind::Word) return head ? 1 : kAside;
  const int32_t token = feature.tokens.first;
  double share = head ? 1 : kAside;
  if (is_slight(token) && key_of(feature) == feature.key) share *= kSlight;
  if (words_.at(token).upos == Upos::ADJ) share *= kDescribes;
  return share;
}

void CoreFinder::take(const Clause& clause, bool verbs, Core& core) const {
  for (const Feature& feature : clause.features) {
    const int32_t token = feature.tokens.first;
    if (!core.tokens.contains(token) || !is_about(feature, verbs)) continue;
    const bool head = core.head.contains(token);
    std::string key = key_of(feature);
    const bool twice = std::ranges::any_of(core.features, [&](const CoreFeature& f) { return f.kind == feature.kind && f.key == key; });
    const bool noun = feature.kind != FeatureKind::Word || words_.is_noun(token);
    if (!twice) core.features.push_back({feature.kind, std::move(key), head, noun, share_of(feature, head)});
  }
}

Core CoreFinder::find(const Clause& clause) const {
  Core core;
  const int32_t begin = begin_of(clause);
  core.tokens = {begin, end_of(begin, clause)};
  core.head = head_of(clause, core.tokens.first, core.tokens.last);
  take(clause, false, core);
  if (!core.features.empty()) return core;
  core.bare = true;
  core.tokens = clause.tokens;
  core.head = clause.tokens;
  take(clause, true, core);
  return core;
}

}  // namespace verbale
