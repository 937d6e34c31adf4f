#include "ledger/claim_sense.h"

#include <algorithm>

namespace verbale {

// The undertaking that the clause says, or says a part of. `echo`: in a place where it is told
// again.
const Commitment* ClaimSense::commitment_of(const Clause& clause, bool* echo) const {
  const Commitment* best = nullptr;
  uint32_t most = 0;
  const auto look = [&](const Commitment& commitment, Span place, bool again) {
    if (!place.overlaps(clause.span)) return;
    const uint32_t common =
        std::min(place.end, clause.span.end) - std::max(place.begin, clause.span.begin);
    if (2 * common < std::min(place.size(), clause.span.size()) || common <= most) return;
    most = common;
    best = &commitment;
    *echo = again;
  };
  for (const Commitment& commitment : document_.commitments) {
    look(commitment, commitment.text, false);
    for (const Span place : commitment.also) look(commitment, place, true);
  }
  return best;
}

bool ClaimSense::is_both(const std::vector<int32_t>& speakers) const {
  std::string first;
  for (const int32_t speaker : speakers) {
    const std::string state = state_of(speaker);
    if (state.empty()) continue;
    if (!first.empty() && state != first) return true;
    first = state;
  }
  return false;
}

std::string ClaimSense::state_of(int32_t actor) const {
  const Actor& who = document_.actors[static_cast<size_t>(actor)];
  return who.kind == ActorKind::State ? who.id : who.state;
}

bool ClaimSense::is_perfect(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    const bool have = words_.is_any(i, {"have", "has", "had", "been"});
    const bool progressive = words_.is_any(i, {"is", "are", "being"}) && words_.is_gerund(i + 1);
    if (have || progressive) return true;
  }
  return false;
}

EntryStage ClaimSense::stage_of(const Clause& clause, const Unit& unit,
                                     const Commitment* commitment) const {
  if (commitment != nullptr) {
    return commitment->kind == CommitmentKind::Agreed ? EntryStage::Agreed : EntryStage::Raised;
  }
  const Statement* statement = statement_of(unit);
  if (statement == nullptr) {
    return unit.kind == UnitKind::Topic || has_will(clause) ? EntryStage::Raised
                                                            : EntryStage::UnderWay;
  }
  const bool both = is_both(statement->speaker);
  if (statement->act == Act::Commissive) return both ? EntryStage::Agreed : EntryStage::Raised;
  if (statement->act == Act::Directive || statement->cue_class == "stress")
    return EntryStage::Raised;
  if (is_perfect(claused_.clauses[static_cast<size_t>(unit.first_clause)]))
    return EntryStage::UnderWay;
  return both && statement->cue_class == "agree" ? EntryStage::Agreed : EntryStage::Raised;
}

// Peace, friendship, happiness alone: nothing to follow up, unless the record keeps it as an
// undertaking.
bool ClaimSense::is_goodwill(const Core& core) const {
  for (int32_t i = core.tokens.first; i < core.tokens.last; ++i) {
    const std::string_view lemma = words_.lemma(i);
    const bool tells = words_.is_noun(i) && tools_.words->light(std::span(&lemma, 1)) == 0;
    const CommitmentWords& pack = tools_.knowledge->commitment_words;
    if (tells && !pack.has(CommitmentClass::Goodwill, lemma) &&
        !pack.has(CommitmentClass::Body, lemma) && !pack.has(CommitmentClass::Neutral, lemma) &&
        !pack.has(CommitmentClass::General, lemma)) {
      return false;
    }
  }
  return true;
}

bool ClaimSense::has_noun(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    if (words_.is_nominal(i)) return true;
  }
  return false;
}

bool ClaimSense::has_will(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    if (words_.is_any(i, {"will", "shall"})) return true;
  }
  return false;
}

// "Vietnam adheres to the principle", "considering Vietnam a priority"
bool ClaimSense::holds_attitude(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    if (!words_.is_verb(i) || words_.at(i).upos == Upos::AUX) continue;
    const VerbForm form = words_.at(i).verb;
    const bool passive =
        form == VerbForm::PastParticiple && words_.is_any(i - 1, {"is", "are", "be"});
    const bool present = form == VerbForm::Present || form == VerbForm::Present3 ||
                         form == VerbForm::Gerund || form == VerbForm::Base;
    return (present || passive) && tools_.words->is_attitude(words_.lemma(i));
  }
  return false;
}

// "the need to", "both sides should": no fact is stressed but something to be done.
bool ClaimSense::is_asked_for(const Clause& clause) const {
  constexpr int32_t kSoon = 8;
  for (int32_t i = clause.tokens.first;
       i < std::min(clause.tokens.last, clause.tokens.first + kSoon); ++i) {
    if (words_.at(i).verb == VerbForm::Modal) return true;
    const std::string_view lemma = words_.lemma(i);
    if (lemma == "need" || lemma == "necessity" || lemma == "importance" || lemma == "necessary" ||
        lemma == "important")
      return true;
  }
  return !words_.is_verb(clause.head);
}

// "introduced its policy", "reaffirmed its commitment"
bool ClaimSense::presents(const Statement& statement) const {
  const std::string_view cue = words_.lemma(statement.cue_head);
  return statement.cue_class == "introduce" || cue == "affirm" || cue == "reaffirm" ||
         cue == "reiterate";
}

// "voiced China's support for"
bool ClaimSense::speaks_of_support(const Statement& statement) const {
  for (int32_t i = statement.cue_tokens.first; i < statement.cue_tokens.last; ++i) {
    if (words_.lemma(i) == "support") return true;
  }
  return false;
}

bool ClaimSense::opens(const Clause& clause, const Unit& unit,
                            const Commitment* commitment) const {
  if (commitment != nullptr) return true;
  const Statement* statement = statement_of(unit);
  if (statement == nullptr) return unit.kind == UnitKind::Narrative && has_will(clause);
  if (clause.start == ClauseStart::Supplement) return false;
  if (statement->act == Act::Commissive || statement->act == Act::Directive) return true;
  const Clause& first = claused_.clauses[static_cast<size_t>(unit.first_clause)];
  if (statement->cue_class == "stress" && is_asked_for(first)) return true;
  if (holds_attitude(clause) || statement->cue_class == "support") return true;
  if (statement->act == Act::Expressive)
    return words_.lemma(statement->cue_head) == "support" || speaks_of_support(*statement);
  const bool policy = presents(*statement) && &clause == &first && !words_.is_verb(clause.head);
  return policy || (statement->cue_class == "agree" && is_both(statement->speaker));
}

}  // namespace verbale
