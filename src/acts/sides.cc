#include "acts/sides.h"

#include <algorithm>

#include "actors/resolve.h"

namespace verbale {
namespace {

bool has(const std::vector<int32_t>& list, int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// The item of a list in text order that holds the token; nullptr: none. Items nest a few deep at most.
template <class Item>
const Item* covering(const std::vector<Item>& items, int32_t token) {
  constexpr int kDeepest = 6;
  auto it = std::upper_bound(items.begin(), items.end(), token,
                             [](int32_t at, const Item& item) { return at < item.tokens.first; });
  for (int step = 0; step < kDeepest && it != items.begin(); ++step) {
    --it;
    if (it->tokens.contains(token)) return &*it;
  }
  return nullptr;
}

// A state stands for its parties, so that "the Party" of the speaker's state is on his side.
std::string_view state_of(const Document& document, int32_t actor) {
  const Actor& body = document.actors[static_cast<size_t>(actor)];
  return body.kind == ActorKind::State ? std::string_view(body.id) : std::string_view(body.state);
}

}  // namespace

std::vector<int32_t> Sides::speakers(const Statement& statement) const {
  return bodies_of(document_, statement.speaker);
}

// Whether the word at `head` stands for a state, a person or a group of people.
bool Sides::is_somebody(int32_t head) const {
  const Token& token = words_.at(head);
  if (token.upos == Upos::PRON || token.upos == Upos::NUM) return !words_.is_any(head, {"this", "that", "these", "those", "which"});
  const std::string_view lemma = words_.lemma(head);
  const CommitmentWords& pack = knowledge_.commitment_words;
  if (pack.has(CommitmentClass::Own, lemma) || pack.has(CommitmentClass::Body, lemma)) return true;
  if (covering(document_.joint_mentions, head) != nullptr || covering(document_.mentions, head) != nullptr) return true;
  const Name* name = covering(document_.names, head);
  return name != nullptr && name->kind != NameKind::Framework && name->kind != NameKind::Place &&
         name->kind != NameKind::Other;
}

// Whether the phrase is headed by somebody, and not by a thing that belongs to them.
bool Sides::names_somebody(TokenRange subject) const {
  if (words_.is_any(subject.first, {"both", "all", "each", "either"}) && subject.size() == 1) return true;
  const int32_t head = words_.noun_head(subject.first, subject.last);
  if (head >= 0 && is_somebody(head)) return true;
  return words_.is_any(subject.first, {"both", "all", "each"}) && words_.is(subject.first + 1, "of");
}

// Whether "it" may stand for the state that speaks, "he" or "she" for the person.
bool Sides::means_speaker(const Statement& statement, int32_t pronoun) const {
  if (statement.speaker.size() != 1) return false;
  const bool person = document_.actors[static_cast<size_t>(statement.speaker.front())].kind == ActorKind::Person;
  return person ? words_.is_any(pronoun, {"he", "she"}) : words_.is(pronoun, "it");
}

Standpoint Sides::of(const Statement& statement, TokenRange subject) const {
  Standpoint standpoint;
  const std::vector<int32_t> own = speakers(statement);
  if (subject.empty()) {
    standpoint.bodies = own;
    standpoint.side = own.size() > 1 ? Side::Joint : Side::Own;
    return standpoint;
  }
  const bool ours = words_.is_any(subject.first, {"we", "our", "us", "i", "my"});
  if (!ours && !names_somebody(subject)) return standpoint;
  standpoint.bodies = bodies_of(document_, resolve_subject(document_, subject));
  bool mine = false, others = false;
  for (const int32_t body : standpoint.bodies) {
    const std::string_view state = state_of(document_, body);
    const bool same = has(own, body) || std::any_of(own.begin(), own.end(), [&](int32_t speaker) {
      return !state.empty() && state_of(document_, speaker) == state;
    });
    (same ? mine : others) = true;
  }
  if (standpoint.bodies.empty()) {
    // "Chile said it is providing": whoever speaks, where nobody else is meant.
    if (own.size() == 1 && subject.size() == 1 && !statement.cue.empty() && means_speaker(statement, subject.first)) {
      standpoint.bodies = own;
      standpoint.side = Side::Own;
      return standpoint;
    }
    const bool possessed = words_.is_any(subject.first, {"its", "their", "his", "her"});
    const bool both = words_.is_any(subject.first, {"both", "they", "all", "each"}) ||
                      words_.is_any(subject.first + 1, {"two", "three", "four", "leaders", "parties", "sides"}) ||
                      words_.is_any(subject.first, {"two", "three", "four"});
    // "North American governments" of a statement by several of them: who else.
    const bool plural = own.size() > 1 && words_.at(words_.noun_head(subject.first, subject.last)).plural;
    if (ours || possessed || both || plural) standpoint.bodies = own;
    standpoint.side = both || plural || (ours && own.size() > 1) ? Side::Joint : ours || possessed ? Side::Own : Side::Other;
    return standpoint;
  }
  // Of a speaker whose state is not known, a state that is said to do something is taken for his.
  if (own.empty() && standpoint.bodies.size() == 1) {
    standpoint.side = Side::Own;
    return standpoint;
  }
  standpoint.side = mine && standpoint.bodies.size() > 1 ? Side::Joint
                    : mine || !others                     ? Side::Own
                                                          : Side::Other;
  if (ours && standpoint.side == Side::Other) standpoint.side = Side::Own;
  return standpoint;
}

}  // namespace verbale
