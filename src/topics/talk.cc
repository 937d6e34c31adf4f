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

namespace {

// Verbs of many senses: people address a topic, a need and a meeting.
bool is_manifold(std::string_view lemma) {
  static constexpr std::array<std::string_view, 7> kManifold = {"address", "tackle", "cover", "assess", "analyse", "analyze", "ponder"};
  return std::ranges::find(kManifold, lemma) != kManifold.end();
}

// "They addressed the war", "The call covered trade"; not "who addressed the meeting", "to address the crisis".
bool talks(const Knowledge& knowledge, const WordsAt& words, int32_t cue, TokenRange sentence) {
  static constexpr std::array<std::string_view, 20> kHeard = {
      "meeting", "forum", "assembly", "conference", "parliament", "audience", "session", "summit", "council", "congress",
      "nation",  "crowd", "gathering", "press",     "media",      "people",   "public",  "letter", "message", "remark"};
  if (words.lemma(words.first_adverb(cue, sentence.first) - 1) == "be") return true;  // "was addressed"
  if (words.at(cue).verb != VerbForm::Past || words.at(cue).deprel == Deprel::acl || words.is(cue - 1, "to")) return false;
  const int32_t head = words.noun_head(cue + 1, sentence.last);
  if (head < 0 || std::ranges::find(kHeard, words.lemma(head)) != kHeard.end()) return false;
  int32_t subject = words.first_adverb(cue, sentence.first) - 1;
  for (int32_t i = sentence.first; i < cue; ++i) {
    if (words.at(i).head == cue && words.at(i).deprel == Deprel::nsubj) subject = i;
  }
  if (subject < sentence.first) return false;
  const bool joint = words.at(subject).plural || words.is_any(subject, {"they", "we", "both"});
  const SpeakerKind kind = knowledge.speakers.kind(words.lower(subject));
  const bool people = kind != SpeakerKind::None && kind != SpeakerKind::Thing;
  const bool talk = knowledge.meeting_cues.noun(words.lemma(subject)) != nullptr || words.is(subject, "discussion");
  return talk || words.is_any(subject, {"they", "we", "both"}) || (joint && people);
}

}  // namespace

bool tells_of_talk(const Knowledge& knowledge, const WordsAt& words, int32_t cue, TokenRange sentence) {
  static constexpr std::array<std::string_view, 6> kTurning = {"focus", "concentrate", "centre", "center", "revolve", "zero"};
  // "a plan, which includes a focus on": of no talk, unless the verb is with it ("the focus was on").
  const bool aimed = words.lemma(cue) == "focus" && words.at(cue).upos == Upos::NOUN && words.lemma(cue + 1) != "be";
  if (aimed && !words.is(cue - 1, "with") && !words.is(cue - 2, "with") && !words.is(cue - 3, "with")) return false;
  if (words.is_verb(cue) && is_manifold(words.lemma(cue))) return talks(knowledge, words, cue, sentence);
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
