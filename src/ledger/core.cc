#include "ledger/core.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr double kAside = 0.6;      // what stands outside the head phrase
constexpr double kSlight = 0.25;    // people, leaders, new, joint
constexpr double kDescribes = 0.8;  // adjectives
constexpr double kStep = 0.5;       // committee, plan: what is set up for the thing
constexpr double kUnknown = 10.9;   // bits of a word that no corpus has
constexpr double kShared = 0.5;     // cooperation, exchange: with whom and on what is the thing

}  // namespace

// Somebody who acts ("the two sides", "Vietnam") with the verb behind him: the token after him,
// else `token`.
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
  if (next >= tokens.last || words_.is_hyphen(next) || words_.is_any(next, {"'s", "’s", "'", "’"}))
    return token;
  const bool acts = words_.is_verb(next) || tools_.words->is_attitude(words_.lemma(next)) || words_.is(next, "to") || words_.is_preposition(next) ||
                    words_.at(next).upos == Upos::DET ||
                    (words_.is(next, "and") && skip_actor(next + 1, tokens) > next + 1);
  return acts ? end : token;
}

// What stands between the beginning of a clause and its thing: verbs, "willing to", "the need for".
bool CoreFinder::leads_on(int32_t token, TokenRange tokens) const {
  const Upos tag = words_.at(token).upos;
  if (tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::PART || tag == Upos::ADV ||
      tag == Upos::CCONJ || tag == Upos::AUX || tag == Upos::PUNCT || tag == Upos::DET ||
      tag == Upos::PRON) {
    return true;
  }
  const bool participle =
      words_.at(token).verb == VerbForm::PastParticiple || words_.is_gerund(token);
  if (words_.is_verb(token))
    return !participle || !words_.is_noun(token + 1) || !words_.at(token + 1).space_before ||
           words_.is_gerund(token);
  if (words_.is_hyphen(token + 1) || words_.is_hyphen(token - 1)) return false;
  if (words_.is_noun(token) && words_.is_noun(token + 1)) return false;  // "supply chains"
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

// Behind the verb, its auxiliaries and the infinitives it leads ("will continue to deepen"), and
// behind the nouns that only lead on ("the need for", "negotiations of").
int32_t CoreFinder::begin_of(const Clause& clause) const {
  return next_phrase(clause.tokens.first, clause.tokens);
}

// "in diverse and flexible forms"
bool CoreFinder::tells_manner(int32_t token, int32_t end) const {
  constexpr int32_t kLongest = 9;
  if (!words_.is(token, "in")) return false;
  constexpr std::array<std::string_view, 8> kManners = {"form",   "manner",     "fashion", "way",
                                                        "spirit", "atmosphere", "mode",    "pace"};
  for (int32_t i = token + 1; i < std::min(end, token + kLongest) && !words_.is_preposition(i);
       ++i) {
    if (std::ranges::find(kManners, words_.lemma(i)) != kManners.end()) return true;
  }
  return false;
}

// Where the circumstances begin, with something said before them.
int32_t CoreFinder::end_of(int32_t begin, const Clause& clause) const {
  bool noun = false;
  std::vector<std::string_view> lowers;
  for (int32_t i = begin; i < clause.tokens.last; ++i) {
    if (noun) {
      lowers.clear();
      for (int32_t k = i; k < clause.tokens.last && k < i + 6; ++k)
        lowers.push_back(words_.lower(k));
      if (tools_.words->circumstance(lowers) > 0 || tells_manner(i, clause.tokens.last)) return i;
      const bool purpose =
          words_.is(i, "to") && words_.is_base_verb(words_.skip_adverbs(i + 1, clause.tokens.last));
      if (purpose && !is_slight(i - 1)) return i;  // but "readiness to", "need to"
      const bool participle =
          words_.is_comma(i) && words_.is_gerund(i + 1) && !words_.is(i + 1, "including");
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
    const bool inside = noun || tag == Upos::ADJ || tag == Upos::DET || tag == Upos::CCONJ ||
                        tag == Upos::PUNCT || tag == Upos::SYM || tag == Upos::ADV ||
                        words_.is_any(i, {"'s", "’s"}) ||
                        words_.at(i).verb == VerbForm::PastParticiple || words_.is_gerund(i) ||
                        words_.is_hyphen(i - 1);
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
    const bool built = feature.kind == FeatureKind::Word && is_anchor(feature.tokens.first);
    if (built && phrase.contains(feature.tokens.first)) return true;
    const bool named = feature.kind == FeatureKind::Framework;
    const bool noun = feature.kind == FeatureKind::Word && words_.is_noun(feature.tokens.first);
    if (phrase.contains(feature.tokens.first) && (named || noun)) last = &feature;
  }
  return last != nullptr &&
         (last->kind == FeatureKind::Framework || !is_slight(last->tokens.first));
}

// The first noun phrase that tells something: "role" leads on to what it is the role of, and a link
// or cooperation on what is built to that.
TokenRange CoreFinder::head_of(const Clause& clause, int32_t begin, int32_t end) const {
  constexpr int kTries = 4;
  const TokenRange first{begin, end_of_phrase(begin, end)};
  TokenRange phrase = first;
  for (int i = 0; i < kTries && phrase.last < end; ++i) {
    const int32_t start = next_phrase(phrase.last, {phrase.last, end});
    const TokenRange next{start, end_of_phrase(start, end)};
    const bool on_what_is_built = is_shared(phrase.last - 1) && has_anchor(next);
    if (is_telling(clause, phrase) && !on_what_is_built) return phrase;
    phrase = next;
  }
  return is_telling(clause, phrase) ? phrase : first;
}

// "the Ministry of Defence": whose office it is, not what is spoken of.
bool CoreFinder::is_office(int32_t token) const {
  constexpr std::array<std::string_view, 7> kOffices = {
      "ministry", "department", "minister", "secretary", "ministries", "ministers", "departments"};
  int32_t of = token - 1;
  while (words_.is_noun(of) || words_.at(of).upos == Upos::ADJ || words_.is(of, "and") ||
         words_.is(of, ","))
    --of;
  return words_.is_any(of, {"of", "for"}) &&
         std::ranges::find(kOffices, words_.lower(of - 1)) != kOffices.end();
}

bool CoreFinder::is_about(const Feature& feature, bool verbs) const {
  if (is_office(feature.tokens.first)) return false;
  if (feature.kind == FeatureKind::Framework) return true;
  if (feature.kind == FeatureKind::Actor)
    return !feature.party || words_.at(feature.tokens.first).upos == Upos::ADJ;
  if (feature.kind == FeatureKind::Number) return is_ordinal(feature.tokens.first);
  if (feature.kind != FeatureKind::Word) return false;
  const int32_t token = feature.tokens.first;
  if (words_.at(token).upos == Upos::ADV && !words_.is_hyphen(token - 1)) return false;
  return !words_.is_verb(token) || verbs || words_.is_hyphen(token - 1);
}

// "75th anniversary", "75 years": a number that tells which one.
bool CoreFinder::is_ordinal(int32_t token) const {
  const Span span = words_.at(token).span;
  return std::ranges::any_of(document_.quantities, [&](const Quantity& quantity) {
    return (quantity.kind == QuantityKind::Ordinal || quantity.kind == QuantityKind::Duration) &&
           quantity.text.overlaps(span);
  });
}

// "people-to-people" is one word; years are a number like others.
std::string CoreFinder::key_of(const Feature& feature) const {
  int32_t first = feature.tokens.first;
  int32_t last = feature.tokens.last;
  if (feature.kind == FeatureKind::Number && feature.key.size() > 2 && feature.key[0] == 'P') {
    return feature.key.substr(1, feature.key.size() - 2);
  }
  if (feature.kind != FeatureKind::Word) return feature.key;
  constexpr int32_t kLongest = 7;
  while (words_.is_hyphen(first - 1) && last - first < kLongest) first -= 2;
  while (words_.is_hyphen(last) && last - first < kLongest) last += 2;
  if (last - first < 3) return feature.key;
  std::string compound = fold(document_.str(document_.span_of({first, last})));
  const Feature whole{FeatureKind::Word, compound, {}, false};
  const bool known =
      tools_.meanings->weight(whole) < kUnknown || !tools_.meanings->meaning(whole).groups.empty();
  if (last - first > 3 || known) return compound;
  return feature.key;
}

// Of one word of the thing: little for what every account has, less for what stands aside. Where
// the thing is work with another ("cooperation", "exchanges"), what it is on or between tells as
// much as the word itself.
double CoreFinder::share_of(const Feature& feature, bool head, bool shared) const {
  const int32_t token = feature.tokens.first;
  if (feature.kind == FeatureKind::Framework) return kAside;
  if (feature.kind == FeatureKind::Actor) return kSlight;
  double share = head || shared ? 1 : kAside;
  const bool compound = key_of(feature) != feature.key;
  if (is_slight(token) && !compound) share *= kSlight;
  if (is_shared(token)) share *= kShared;
  if (tools_.words->step(words_.lemmas(token, token + 1)).value) share *= kStep;
  if (words_.at(token).upos == Upos::ADJ && !compound) share *= kDescribes;
  if (feature.kind == FeatureKind::Word && words_.at(token).upos == Upos::PROPN &&
      is_framework(token))
    share *= kSlight;
  return share;
}

// "Road" of the "Belt and Road Initiative" is no road.
bool CoreFinder::is_in_other_name(int32_t token) const {
  const Span span = words_.at(token).span;
  return std::ranges::any_of(document_.frameworks, [&](const Framework& f) {
    return f.kind != FrameworkKind::Project && f.text.contains(span);
  });
}

// A thing that is built or runs: a railway is a railway wherever the phrase has it.
bool CoreFinder::is_anchor(int32_t token) const {
  const LedgerWords::Match<ThreadKind> match = tools_.words->kind(words_.lemmas(token, token + 1));
  if (match.value != ThreadKind::Project || !words_.is_noun(token)) return false;
  return !is_slight(token) && !is_shared(token) && !is_in_other_name(token);
}

bool CoreFinder::has_anchor(TokenRange phrase) const {
  for (int32_t i = phrase.first; i < phrase.last; ++i) {
    if (is_anchor(i)) return true;
  }
  return false;
}

bool CoreFinder::is_shared(int32_t token) const {
  const std::string_view lemma = words_.lemma(token);
  return tools_.words->shared(lemma);
}

bool CoreFinder::is_actor(int32_t token) const {
  return std::ranges::any_of(document_.mentions, [&](const Mention& mention) {
    return mention.kind == MentionKind::Name && mention.tokens.contains(token);
  });
}

bool CoreFinder::is_framework(int32_t token) const {
  const Span span = words_.at(token).span;
  return std::ranges::any_of(document_.frameworks,
                             [&](const Framework& f) { return f.text.contains(span); });
}

void CoreFinder::take(const Clause& clause, bool verbs, Core& core) const {
  const bool shared = !core.head.empty() && is_shared(core.head.last - 1);
  for (const Feature& feature : clause.features) {
    const int32_t token = feature.tokens.first;
    if (!core.tokens.contains(token) || !is_about(feature, verbs)) continue;
    const bool head = core.head.contains(token);
    std::string key = key_of(feature);
    const bool twice = std::ranges::any_of(core.features, [&](const CoreFeature& f) {
      return f.kind == feature.kind && f.key == key;
    });
    const bool noun = feature.kind == FeatureKind::Framework ||
                      (feature.kind == FeatureKind::Word && words_.is_noun(token));
    if (twice) continue;
    const bool anchor = feature.kind == FeatureKind::Word && is_anchor(token);
    const double share = anchor ? 1 : share_of(feature, head, shared);
    core.features.push_back(
        {feature.kind, std::move(key), token, head, noun, anchor, false, share});
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
