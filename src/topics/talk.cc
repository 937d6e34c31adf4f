#include "topics/talk.h"

#include <algorithm>
#include <array>

namespace verbale {

bool has_main_verb(const WordsAt& words, TokenRange sentence) {
  for (int32_t i = sentence.first; i < sentence.last; ++i) {
    const VerbForm form = words.at(i).verb;
    if (words.at(i).upos == Upos::AUX || words.at(i).deprel == Deprel::nsubj) return true;
    if (words.is_verb(i) && form != VerbForm::Base && form != VerbForm::Gerund) return true;
  }
  return false;
}

bool tells_of_talk(const Knowledge& knowledge, const WordsAt& words, int32_t cue, TokenRange sentence) {
  static constexpr std::array<std::string_view, 6> kTurning = {"focus", "concentrate", "centre", "center", "revolve", "zero"};
  if (std::ranges::find(kTurning, words.lemma(cue)) == kTurning.end() || !words.is_verb(cue)) return true;
  int32_t subject = -1;
  for (int32_t i = sentence.first; i < cue && subject < 0; ++i) {
    if (words.at(i).head == cue && (words.at(i).deprel == Deprel::nsubj || words.at(i).deprel == Deprel::nsubj_pass)) subject = i;
  }
  if (subject < 0 && words.at(cue).deprel == Deprel::acl) subject = words.at(cue).head;
  if (subject < sentence.first || subject >= cue || words.at(subject).upos != Upos::NOUN) return true;
  const std::string_view lemma = words.lemma(subject);
  const SpeakerKind kind = knowledge.speakers.kind(words.lower(subject));
  if (knowledge.meeting_cues.noun(lemma) != nullptr || (kind != SpeakerKind::None && kind != SpeakerKind::Thing)) return true;
  static constexpr std::array<std::string_view, 12> kTalk = {"discussion", "agenda", "exchange", "session", "focus", "attention", "topic",
                                                             "interlocutor", "participant", "remark", "debate", "part"};
  return std::ranges::find(kTalk, lemma) != kTalk.end();
}

}  // namespace verbale
