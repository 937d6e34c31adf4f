#include "meetings/cue_context.h"

namespace verbale {
namespace {

// The cue that the token is, noun or verb; nullptr where it is none.
struct CueAt {
  const MeetingCue* noun = nullptr;
  const MeetingCue* verb = nullptr;
};

CueAt cue_at(const MeetingCues& cues, const Token& token, bool title) {
  const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
  const bool verb = token.upos == Upos::VERB;
  CueAt found;
  if (!noun && !verb) return found;
  // "Meeting with X" of a title is a noun, whatever the tagger says.
  const bool heading = title && token.verb == VerbForm::Gerund;
  if (noun || heading) found.noun = cues.noun(noun ? token.lemma : token.lower);
  if (noun && found.noun == nullptr) found.noun = cues.noun(token.lower);
  if (found.noun != nullptr || !verb) return found;
  found.verb = cues.verb(token.lemma);
  // The pack lists forms of the verbs whose lemma is hard to tell.
  if (found.verb == nullptr) found.verb = cues.verb(token.lower);
  return found;
}

}  // namespace

std::vector<Occurrence> find_occurrences(const Document& document, const Knowledge& knowledge) {
  std::vector<Occurrence> told;
  CueContext context(document, knowledge);
  const Span title = document.publication.title;
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    const bool in_title = !title.empty() && title.overlaps(sentence.span);
    bool entered = false;
    for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const CueAt cue = cue_at(knowledge.meeting_cues, document.tokens[static_cast<size_t>(t)], in_title);
      if (cue.noun == nullptr && cue.verb == nullptr) continue;
      if (!entered) context.enter(static_cast<int32_t>(i)), entered = true;
      std::optional<Occurrence> found = cue.noun != nullptr ? read_noun(context, t, *cue.noun) : read_verb(context, t, *cue.verb);
      if (found) told.push_back(std::move(*found));
    }
  }
  return told;
}

}  // namespace verbale
