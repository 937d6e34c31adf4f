#include "topics/clause_edges.h"

#include <algorithm>

namespace verbale {

bool ClauseEdges::in_contact_clause(int32_t start, int32_t i) const {
  const int32_t head = words_.noun_head(start, i);
  if (head < 0 || !words_.is_any(head, {"ways", "how", "areas", "steps", "opportunities", "means", "challenges"})) return false;
  for (int32_t j = head + 1; j < i; ++j) {
    if (words_.is_finite(j) || words_.is_preposition(j) || words_.is(j, "to")) return false;
  }
  return true;
}

bool ClauseEdges::opens_contact_clause(int32_t start, int32_t verb) const {
  for (int32_t i = start; i + 1 < verb; ++i) {
    if (words_.at(i).upos != Upos::NOUN) continue;
    const SpeakerKind kind = knowledge_.speakers.kind(words_.lower(i));
    if (kind != SpeakerKind::None && kind != SpeakerKind::Thing) continue;
    if (words_.is_any(i, {"year", "month", "week", "day", "today", "time"})) continue;
    const Upos next = words_.at(i + 1).upos;
    if (next == Upos::DET || next == Upos::PRON || next == Upos::PROPN) return true;
  }
  return false;
}

bool ClauseEdges::joins_subjects(int32_t start, int32_t joint) const {
  int32_t first = joint;
  while (first - 1 > start && (words_.at(first - 1).upos == Upos::PROPN || words_.at(first - 1).upos == Upos::DET ||
                               words_.is_comma(first - 1))) {
    --first;
  }
  return first < joint && opens_contact_clause(first - 1, first + 1);
}

bool ClauseEdges::under_modal(int32_t cue, TokenRange sentence) const {
  constexpr int kClimb = 4;
  int32_t at = cue;
  for (int step = 0; step < kClimb && sentence.contains(at); ++step) {
    for (int32_t i = std::max(sentence.first, at - 5); i < at; ++i) {
      const bool modal = words_.at(i).verb == VerbForm::Modal && words_.at(i).head == at;
      if (modal && !words_.is_any(i, {"can", "could"})) return true;
    }
    const Deprel relation = words_.at(at).deprel;
    const bool climbs = relation == Deprel::advcl || relation == Deprel::xcomp || relation == Deprel::obj;
    if (!climbs) return false;
    at = words_.at(at).head;
  }
  return false;
}

int32_t ClauseEdges::skip_manner(int32_t start) const {
  constexpr int32_t kLongest = 4;
  if (!words_.is(start, "with")) return start;
  for (int32_t i = start + 1; i < start + kLongest; ++i) {
    if (words_.at(i).upos == Upos::NOUN) {
      const bool feeling = knowledge_.cues.noun(words_.lower(i)) != nullptr;
      return feeling && words_.opens_noun_phrase(i + 1) ? i + 1 : start;
    }
    if (words_.at(i).upos != Upos::ADJ && words_.at(i).upos != Upos::DET) return start;
  }
  return start;
}

int32_t ClauseEdges::skip_occasion(int32_t start, TokenRange sentence) const {
  constexpr int32_t kLongest = 8;
  if (words_.is_any(start, {"today", "yesterday"})) return start + 1;
  if (!words_.is_any(start, {"in", "during", "at", "over", "by"})) return start;
  bool talk = false;
  for (int32_t i = start + 1; i < std::min(sentence.last, start + kLongest); ++i) {
    const bool day = words_.is_any(i, {"today", "yesterday"});
    if (!day && !words_.opens_noun_phrase(i)) return start;
    const bool noun = knowledge_.meeting_cues.noun(words_.lemma(i)) != nullptr;
    talk |= noun || words_.is_any(i, {"phone", "telephone"});
    const bool ends = day || (noun && !words_.is_any(i + 1, {"call", "today", "yesterday", "talks"}));
    if (talk && ends) return words_.opens_noun_phrase(i + 1) ? i + 1 : start;
  }
  return start;
}

bool ClauseEdges::opens_with_participle(int32_t start) const {
  const VerbForm form = words_.at(start).verb;
  if (form != VerbForm::PastParticiple && form != VerbForm::Past) return false;
  const Upos next = words_.at(start + 1).upos;
  return next == Upos::NOUN || next == Upos::ADJ || next == Upos::PROPN;
}

int32_t ClauseEdges::opens_relative(int32_t verb, TokenRange sentence) const {
  constexpr int32_t kReach = 5;
  for (int32_t i = verb - 1; i > sentence.first && i > verb - kReach; --i) {
    if (words_.is_any(i, {"which", "who", "that"})) return i;
    if (words_.is_comma(i) || (words_.is_finite(i) && words_.is_verb(i))) return -1;
  }
  return -1;
}

}  // namespace verbale
