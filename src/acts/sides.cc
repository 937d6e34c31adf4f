#include "acts/sides.h"

#include <algorithm>

#include "actors/resolve.h"

namespace verbale {
namespace {

bool has(const std::vector<int32_t>& list, int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
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

// Whether the phrase is headed by a name, a pronoun or a word for people, and not by a thing that belongs to them.
bool Sides::names_somebody(TokenRange subject) const {
  for (int32_t i = subject.last - 1; i >= subject.first; --i) {
    const Token& token = words_.at(i);
    if (token.upos == Upos::PUNCT || token.upos == Upos::ADV || token.upos == Upos::ADP) continue;
    if (token.upos == Upos::PRON || token.upos == Upos::PROPN || token.upos == Upos::NUM) return true;
    if (token.upos == Upos::DET) return words_.is_any(i, {"both", "all", "each", "either"});
    const std::string_view lemma = words_.lemma(i);
    if (knowledge_.commitment_words.has(CommitmentClass::Own, lemma)) return true;
    for (const JointMention& joint : document_.joint_mentions) {
      if (joint.tokens.contains(i)) return true;
    }
    for (const Mention& mention : document_.mentions) {
      if (mention.tokens.contains(i)) return true;
    }
    return false;
  }
  return false;
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
    const bool possessed = words_.is_any(subject.first, {"its", "their", "his", "her"});
    const bool both = words_.is_any(subject.first, {"both", "they", "all", "each"}) ||
                      words_.is_any(subject.first + 1, {"two", "three", "leaders", "parties", "sides"});
    if (ours || possessed || both) standpoint.bodies = own;
    standpoint.side = both || (ours && own.size() > 1) ? Side::Joint : ours || possessed ? Side::Own : Side::Other;
    return standpoint;
  }
  standpoint.side = mine && standpoint.bodies.size() > 1 ? Side::Joint
                    : mine || !others                     ? Side::Own
                                                          : Side::Other;
  if (ours && standpoint.side == Side::Other) standpoint.side = Side::Own;
  return standpoint;
}

}  // namespace verbale
