#include "commitments/parties.h"

#include <algorithm>
#include <string>

#include "actors/resolve.h"
#include "base/utf8.h"

namespace verbale {
namespace {

bool has(const std::vector<int32_t>& list, int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// A state and its parties are one side.
size_t sides_in(const Document& document, const std::vector<int32_t>& bodies) {
  size_t sides = 0, parties = 0;
  for (const int32_t body : bodies) {
    const bool party = document.actors[static_cast<size_t>(body)].kind == ActorKind::Party;
    (party ? parties : sides) += 1;
  }
  return sides > 0 ? sides : parties;
}

}  // namespace

// The states of the talks and who speaks.
std::vector<int32_t> PartyFinder::everybody(const std::vector<int32_t>& speakers) const {
  std::vector<int32_t> all = speakers;
  for (const int32_t state : document_.cast.states) {
    if (!has(all, state)) all.push_back(state);
  }
  return all;
}

std::vector<int32_t> PartyFinder::others(const std::vector<int32_t>& speakers) const {
  std::vector<int32_t> rest;
  for (const int32_t body : everybody(speakers)) {
    if (!has(speakers, body)) rest.push_back(body);
  }
  return rest;
}

// Loans and visits can only be granted by the other side, and only it can withdraw its troops.
bool PartyFinder::only_other_can(const Undertaking& undertaking) const {
  if (undertaking.shape == Shape::Noun) {
    return undertaking.verb >= 0 && knowledge_.commitment_words.has(CommitmentClass::Granted, words_.lemma(undertaking.verb));
  }
  return words_.is_any(undertaking.verb, {"visit", "pay", "attend", "come", "grant", "lend", "provide", "supply", "join"});
}

// "immediate Russian de-escalation": the state is named by its adjective.
std::vector<int32_t> PartyFinder::named_by_adjective(const Undertaking& undertaking) const {
  if (undertaking.shape != Shape::Noun) return {};
  return adjectives_in({undertaking.tokens.first, undertaking.verb});
}

std::vector<int32_t> PartyFinder::adjectives_in(TokenRange tokens) const {
  std::vector<int32_t> named;
  const World& world = knowledge_.world;
  for (int32_t i = tokens.first; i < tokens.last; ++i) {
    const std::string word = fold(words_.lower(i));
    const std::string_view folded = word;
    for (const int32_t value : world.names().longest(std::span(&folded, 1)).values) {
      const Entity& entity = world.entities()[static_cast<size_t>(value)];
      if (entity.kind != EntityKind::State && entity.kind != EntityKind::Demonym) continue;
      const int32_t actor = find_actor(document_, world.states()[static_cast<size_t>(entity.index)].id);
      if (actor >= 0 && !has(named, actor)) named.push_back(actor);
    }
  }
  return named;
}

// Words between cue and content that name nobody known: "urged all parties to".
bool PartyFinder::addresses_somebody(const Statement& statement) const {
  if (statement.content.empty() || statement.cue.empty()) return false;
  const TokenRange content = tokens_in(document_, statement.content.front());
  for (int32_t i = statement.cue_tokens.last; i < content.first; ++i) {
    if (words_.is_nominal(i)) return true;
  }
  return false;
}

std::vector<int32_t> PartyFinder::asked(const Statement& statement, const Undertaking& undertaking) const {
  const std::vector<int32_t> speakers = sides_.speakers(statement);
  if (!undertaking.subject.empty()) {
    const Standpoint subject = sides_.of(statement, undertaking.subject);
    if (!subject.bodies.empty()) return subject.side == Side::Joint ? everybody(subject.bodies) : subject.bodies;
    if (subject.side == Side::Joint) return everybody(speakers);
    if (subject.side == Side::Other) return adjectives_in(undertaking.subject);  // "Peruvian forces should"
  }
  const std::vector<int32_t> addressed = bodies_of(document_, statement.to);
  if (!addressed.empty()) return addressed;
  const std::vector<int32_t> named = named_by_adjective(undertaking);
  if (!named.empty()) return named;
  // What is asked for is asked of the other.
  const bool requests = !statement.cue_tokens.empty() && words_.is_any(statement.cue_tokens.first, {"asked", "ask", "asks", "requested", "request", "requests", "asking", "requesting"});
  if (requests && !others(speakers).empty()) return others(speakers);
  if (addresses_somebody(statement)) return {};
  if (only_other_can(undertaking) && !others(speakers).empty()) return others(speakers);
  // Asked in the open: both sides; of nobody where only the asking side is known.
  return others(speakers).empty() && speakers.size() == 1 ? std::vector<int32_t>{} : everybody(speakers);
}

Parties PartyFinder::find(const Statement& statement, const Undertaking& undertaking) const {
  Parties parties;
  parties.by = sides_.speakers(statement);
  // "Leaders agreed", "participants committed": nobody by name, so those of the talks.
  const int32_t head = words_.noun_head(statement.source_tokens.first, statement.source_tokens.last);
  if (parties.by.empty() && words_.at(head).plural) parties.by = document_.cast.states;
  if (statement.act == Act::Directive) {
    parties.kind = CommitmentKind::Proposed;
    parties.of = asked(statement, undertaking);
    return parties;
  }
  if (!undertaking.subject.empty()) {
    const Standpoint subject = sides_.of(statement, undertaking.subject);
    if (subject.side == Side::Joint) {
      parties.by = subject.bodies.size() > 1 ? subject.bodies : everybody(parties.by);
    } else if (!subject.bodies.empty()) {
      parties.by = subject.bodies;
    }
  }
  parties.kind = sides_in(document_, parties.by) > 1 ? CommitmentKind::Agreed : CommitmentKind::Pledged;
  return parties;
}

}  // namespace verbale
