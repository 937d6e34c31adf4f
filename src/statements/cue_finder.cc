// Cues are found by form, not by tag alone: the tagger takes "committed" for an adjective and "notes" for a
// noun often enough. A verb may be a cue in four ways, tried in this order: as the first word of a phrase
// ("made it clear"), as a light verb with a noun of attitude (light_cues.cc), by itself, or as an
// adjective after "be".
#include "statements/cue_finder.h"

#include <algorithm>
#include <optional>

#include "statements/light_cues.h"

namespace verbale {
namespace {

constexpr int32_t kMaxGap = 5;      // words that "*" stands for
constexpr int32_t kMaxAdverbs = 2;  // between the words of a phrase

// Where the words `rest` of a phrase end if they follow at `at`; -1 if they do not.
int32_t match_phrase(const View& view, std::span<const std::string> rest, int32_t at) {
  for (size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == "*") {
      for (int32_t gap = 1; gap <= kMaxGap && view.contains(at + gap); ++gap) {
        if (view.upos(at + gap - 1) == Upos::PUNCT || view.is_finite_verb(at + gap - 1)) return -1;
        const int32_t end = match_phrase(view, rest.subspan(i + 1), at + gap);
        if (end >= 0) return end;
      }
      return -1;
    }
    int32_t skipped = 0;
    while (!view.is(at, rest[i]) && view.is_loose_adverb(at) && skipped < kMaxAdverbs) ++at, ++skipped;
    if (!view.is(at, rest[i])) return -1;
    ++at;
  }
  return at;
}

// Whether the clause before the conjunction opens with "we" and a cue right behind it.
bool goes_on_with_we(const View& view, int32_t conjunction) {
  for (int32_t i = view.first(); i < conjunction && i < view.first() + 5; ++i) {
    if (!view.is(i, "we")) continue;
    return view.knowledge().cues.form(view.lower(view.after_adverbs(i + 1))) != nullptr;
  }
  return false;
}

// A cue form that the tagger took for another part of speech: "The two sides welcomed the ...".
bool stands_as_verb(const View& view, int32_t i, VerbForm form) {
  if (view.name_at(i) != nullptr) return false;
  int32_t before = view.before_adverbs(i);
  while (view.is(before, "each") || view.is(before, "both") || view.is(before, "all")) before = view.before_adverbs(before);
  const bool after_speaker = view.contains(before) && view.is_speaker(before) && !view.is_and(before);
  const bool pronoun = view.upos(before) == Upos::PRON && after_speaker;
  const Upos next = view.upos(i + 1);
  const bool opens = next == Upos::DET || next == Upos::SCONJ || next == Upos::PRON || next == Upos::ADP ||
                     next == Upos::PART || next == Upos::PROPN ||
                     // "ministers reiterated opposition", taken for an attribute
                     (view.upos(i) == Upos::VERB && (next == Upos::NOUN || next == Upos::ADJ || next == Upos::VERB));
  if (form == VerbForm::Past) return pronoun || (after_speaker && opens);
  if (form == VerbForm::Gerund) {
    return opens && (!view.contains(before) || view.is_comma(before) || view.is(before, "while") || after_speaker);
  }
  // "We thank the hosts for their care and welcome the offer": joined to the first person's verb.
  const bool we = form == VerbForm::Base || form == VerbForm::Present || form == VerbForm::None;
  if (we && view.is(before, "and") && goes_on_with_we(view, before) &&
      (next == Upos::DET || next == Upos::PROPN || next == Upos::PRON)) {
    return true;
  }
  // "Japan adheres to the": a third person right after a name.
  const bool third = form == VerbForm::Present3 && view.name_at(before) != nullptr && before == i - 1 &&
                     (next == Upos::DET || view.is(i + 1, "to"));
  return pronoun || (after_speaker && (view.is(i + 1, "that") || third || view.lacks_finite_verb()));
}

bool is_attributive(const View& view, int32_t i) {
  const Deprel relation = view.deprel(i);
  return relation == Deprel::amod || relation == Deprel::compound;
}

// "EDGE Certified Foundation": a capital in running text, not at its start, marks a part of a name.
bool is_part_of_title(const View& view, int32_t i) {
  const char first = view.document().text[view.token(i).span.begin];
  const bool capital = first >= 'A' && first <= 'Z';
  return capital && i > view.first() + 1 && view.upos(i - 1) != Upos::PUNCT;
}

bool is_resolved(CueClass kind) {
  return kind != CueClass::Attitude && kind != CueClass::Introduce && kind != CueClass::Intend && kind != CueClass::Topic &&
         kind != CueClass::Ready;
}

// "1. REAFFIRMED their", "Welcomes the", "... and EXPRESSED their": a resolution's verb, whose subject stands above all items.
bool opens_resolution(const View& view, int32_t i, const Cues::Form& form) {
  if (form.form != VerbForm::Past && form.form != VerbForm::Present3) return false;
  const Cues& cues = view.knowledge().cues;
  const CueVerb& verb = cues.verb(form.verb);
  if (!verb.light && (verb.cue < 0 || !is_resolved(cues.cue(verb.cue).cue_class))) return false;
  const std::string_view written = view.document().form(i);
  const bool shouted = written.size() > 3 && std::ranges::all_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool capital = written.front() >= 'A' && written.front() <= 'Z';
  const bool joined = shouted && (view.is_and(view.before_adverbs(i)) || view.is_comma(view.before_adverbs(i)));
  if (!joined && (!capital || i != view.first())) return false;
  const int32_t next = view.after_adverbs(i + 1);
  const Upos tag = view.upos(next);
  return tag == Upos::DET || tag == Upos::PRON || tag == Upos::PROPN || (shouted && tag != Upos::PUNCT) ||
         view.is(next, "that") || view.is(next, "to") || view.is(next, "on") || view.is(next, "upon") || view.is(next, "with");
}

bool is_cue_verb(const View& view, int32_t i, const Cues::Form& form) {
  if (view.upos(i) == Upos::AUX || is_part_of_title(view, i)) return false;
  if (view.is(i, "regarding") && !view.is_be(i - 1)) return false;  // a preposition
  // "was underscored", tagged as an adjective.
  if (view.upos(i) == Upos::ADJ && form.form == VerbForm::Past && view.is_be(view.before_adverbs(i))) return true;
  if (view.upos(i) == Upos::VERB) return !is_attributive(view, i) || stands_as_verb(view, i, form.form);
  return stands_as_verb(view, i, form.form);
}

// What stands before the verb: its auxiliaries, "to", "not".
void read_auxiliaries(const View& view, Frame& frame) {
  bool have = false;
  for (int32_t i = frame.verb - 1, steps = 0; view.contains(i) && steps < 8; --i, ++steps) {
    const std::string_view word = view.lower(i);
    if (word == "not" || word == "n't" || word == "n’t" || word == "never") {
      frame.negated = true;
    } else if (view.is_be(i)) {
      if (frame.form == VerbForm::Past || frame.form == VerbForm::PastParticiple) frame.passive = true;
    } else if (view.is_modal(i)) {
      frame.modal = true;
    } else if (word == "to" && (view.upos(i) != Upos::ADP || view.deprel(i) == Deprel::mark)) {
      frame.infinitive = true;
    } else if (word == "has" || word == "have" || word == "had" || word == "having" || word == "do" ||
               word == "did" || word == "does") {
      have = true;
    } else if (!view.is_loose_adverb(i) && !(view.is(i, "both") || view.is(i, "all"))) {
      break;
    }
    if (frame.infinitive) break;
  }
  if (have && !frame.passive && frame.form == VerbForm::PastParticiple) frame.form = VerbForm::Past;
}

Frame start_frame(const View& view, int32_t i, VerbForm form) {
  Frame frame;
  frame.verb = frame.head = i;
  frame.cue_tokens = {i, i + 1};
  frame.form = view.token(i).verb == VerbForm::None ? form : view.token(i).verb;
  read_auxiliaries(view, frame);
  return frame;
}

std::optional<Frame> verb_cue(const View& view, int32_t i, const Cues::Form& form) {
  const Cues& cues = view.knowledge().cues;
  const CueVerb& verb = cues.verb(form.verb);
  Frame frame = start_frame(view, i, form.form);
  const int32_t let = view.before_adverbs(i) - 1;
  frame.let_me = view.is(let, "let") && (view.is(let + 1, "me") || view.is(let + 1, "us"));
  for (const int32_t phrase : verb.phrases) {
    const Cue& cue = cues.cue(phrase);
    const int32_t end = match_phrase(view, cue.rest, i + 1);
    if (end < 0) continue;
    frame.cue = &cue;
    frame.cue_tokens.last = end;
    frame.topic = cue.cue_class == CueClass::Topic;
    return frame;
  }
  if (verb.light && find_light_cue(view, form.verb, frame)) return frame;
  if (verb.light && frame.passive && verb.cue < 0 && find_light_subject(view, form.verb, frame)) return frame;
  if (verb.cue < 0) return std::nullopt;
  frame.cue = &cues.cue(verb.cue);
  frame.topic = frame.cue->cue_class == CueClass::Topic;
  return frame;
}

bool is_remain(std::string_view word) {
  return word == "remain" || word == "remains" || word == "remained" || word == "stay" || word == "stays" ||
         word == "stayed" || word == "remaining" || word == "stand" || word == "stands" || word == "stood" ||
         word == "feel" || word == "feels" || word == "felt";
}

// "is committed", "remain firmly convinced of": the adjective, with remain or stay but without "be".
std::optional<Frame> adjective_cue(const View& view, int32_t i) {
  const Cue* cue = view.knowledge().cues.adjective(view.lower(i));
  if (cue == nullptr || view.name_at(i) != nullptr) return std::nullopt;
  int32_t before = view.before_adverbs(i);
  bool negated = false;
  while (view.is(before, "not") || view.is(before, "both") || view.is(before, "all")) {
    negated = negated || view.is(before, "not");
    before = view.before_adverbs(before);
  }
  const bool remain = is_remain(view.lower(before));
  if (!remain && !view.is_be(before)) return std::nullopt;
  if (!remain && cue->text == "agreed") return std::nullopt;  // "It was agreed" is a passive
  Frame frame;
  frame.cue = cue;
  frame.verb = frame.head = i;
  frame.cue_tokens = {remain ? before : i, i + 1};
  frame.form = view.token(before).verb;
  if (cue->accepts(takes::Of) && view.is(i + 1, "of")) ++frame.cue_tokens.last;
  const int32_t saved = frame.verb;
  frame.verb = before;
  read_auxiliaries(view, frame);
  frame.verb = saved;
  frame.negated = frame.negated || negated;
  frame.passive = false;
  return frame;
}

// Two verbs with one complement ("recalled and stressed that") are one cue.
bool merges(const View& view, const Frame& a, const Frame& b) {
  if (!view.is(a.cue_tokens.last, "and") || a.topic || b.topic || a.cue->kind == CueKind::Adjective) return false;
  if (b.cue->kind != CueKind::Verb && b.cue->kind != CueKind::Phrase) return false;
  return view.after_adverbs(a.cue_tokens.last + 1) == b.cue_tokens.first && a.passive == b.passive;
}

}  // namespace

std::vector<Frame> find_cues(const View& view, bool own_words) {
  std::vector<Frame> frames;
  for (int32_t i = view.first(); i < view.last(); ++i) {
    if (view.upos(i) == Upos::PUNCT) continue;
    std::optional<Frame> frame = adjective_cue(view, i);
    if (!frame) {
      const Cues::Form* form = view.knowledge().cues.form(view.lower(i));
      const bool resolution = own_words && form != nullptr && opens_resolution(view, i, *form);
      if (resolution || (form != nullptr && is_cue_verb(view, i, *form))) frame = verb_cue(view, i, *form);
      if (frame) frame->omitted = resolution;
    }
    if (!frame) continue;
    if (!frames.empty() && frames.back().cue_tokens.last > frame->cue_tokens.first) continue;
    i = frame->cue_tokens.last - 1;
    if (!frames.empty() && merges(view, frames.back(), *frame)) {
      frame->cue_tokens.first = frames.back().cue_tokens.first;
      frame->verb = frames.back().verb;
      frames.back() = *frame;
    } else {
      frames.push_back(*frame);
    }
  }
  return frames;
}

}  // namespace verbale
