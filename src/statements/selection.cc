// A frame is a statement if somebody who can speak is its source, something that the cue takes is its
// content, and the cue stands where things are told: a finite main verb or a participle beside it, "spoke
// with X to stress", an impersonal passive. Not: what would be said ("if", "must"), what describes a
// thing ("measures announced last week"), a gerund after a preposition. Inside another's content only
// acts of saying, believing, promising count, no attitudes.
#include "statements/selection.h"

#include <algorithm>
#include <array>

#include "statements/boundaries.h"

namespace verbale {
namespace {

// Verbs whose purpose is what was said: "called to express", "would like to thank".
constexpr std::array<std::string_view, 39> kSpeakingVerbs = {
    "continue", "continues", "continued", "speak", "spoke", "speaks", "meet", "met", "meets",
    "call", "called", "calls", "hold", "held", "write", "wrote", "like", "want", "wanted",
    "wish", "wished", "phone", "phoned", "telephone", "telephoned", "talk", "talked",
    "opportunity", "occasion", "go", "goes", "went", "took", "used", "seized", "rang", "dialled",
    "reached", "began"};

// "will continue to urge" is a plan, "would like to urge" is urging.
bool has_modal(const View& view, int32_t verb) {
  for (const int32_t child : view.tree().children(verb)) {
    if (child < verb && view.is_modal(child)) return !view.is(child, "would") && !view.is(child, "can");
  }
  return false;
}

// "They will increase X; open Y; and encourage Z": a base form joined to a verb under "will".
bool shares_modal(const View& view, const Frame& frame) {
  if (frame.form != VerbForm::Base && frame.form != VerbForm::Present) return false;
  const int32_t after = view.after_adverbs(frame.source.last);
  if (after < frame.cue_tokens.first && (view.is(after, "will") || view.is(after, "shall"))) return true;
  if (frame.own_subject) return false;
  int32_t verb = frame.verb;
  for (int depth = 0; depth < 5 && view.contains(verb) && view.deprel(verb) == Deprel::conj; ++depth) {
    verb = view.token(verb).head;
    if (view.contains(verb) && has_modal(view, verb)) return true;
  }
  return false;
}

bool governs_saying(const View& view, int32_t verb) {
  // "We wish to", also where the tree has hung it elsewhere.
  int32_t to = verb - 1;
  while (view.contains(to) && view.is_loose_adverb(to)) --to;
  const std::string_view before = view.lower(to - 1);
  if (view.is(to, "to") && (before == "wish" || before == "like" || before == "want")) return true;
  for (int depth = 0; view.contains(verb) && depth < 4; ++depth) {
    const Deprel relation = view.deprel(verb);
    if (relation != Deprel::xcomp && relation != Deprel::advcl && relation != Deprel::conj &&
        relation != Deprel::acl && relation != Deprel::ccomp) {
      return false;
    }
    verb = view.token(verb).head;
    if (view.contains(verb) && has_modal(view, verb)) return false;
    if (view.contains(verb) &&
        std::ranges::find(kSpeakingVerbs, view.lower(verb)) != kSpeakingVerbs.end()) {
      // "the need to continue to press for": nobody has gone on yet.
      return !(view.is(verb, "continue") && view.is(verb - 1, "to"));
    }
  }
  return false;
}

// What people meet to do rather than to say.
bool is_ceremony(const Cue& cue) {
  return cue.text == "commemorate" || cue.text == "celebrate" || cue.text == "honour" || cue.text == "honor" ||
         cue.text == "greet" || cue.cue_class == CueClass::Attitude || cue.cue_class == CueClass::Introduce ||
         cue.cue_class == CueClass::Agree || cue.cue_class == CueClass::Intend;
}

bool is_first_person(const View& view, const Frame& frame) {
  return frame.subject >= 0 && (view.is(frame.subject, "we") || view.is(frame.subject, "i"));
}

bool is_conditional(const View& view, const Frame& frame) {
  const int32_t mark = view.tree().child(frame.verb, Deprel::mark);
  // "the importance of acting as soon as possible was stressed"
  if (frame.complement == ComplementKind::Subject && mark > frame.content.first) return false;
  return mark >= 0 && mark < frame.cue_tokens.first &&
         (view.is(mark, "if") || view.is(mark, "unless") || view.is(mark, "whether") || view.is(mark, "until") ||
          view.is(mark, "because") || view.is(mark, "although") || view.is(mark, "since") ||
          view.is(mark, "as") || view.is(mark, "when") || view.is(mark, "before") || view.is(mark, "after") ||
          view.is(mark, "so"));
}

bool describes_thing(const View& view, const Frame& frame) {
  const Deprel relation = view.deprel(frame.verb);
  if (frame.form == VerbForm::Gerund || frame.own_subject) return false;
  // What the tagger takes for an adjective was found to be a verb by its form.
  if (relation == Deprel::amod) return view.upos(frame.verb) == Upos::VERB;
  // Where the sentence has no other verb, the participle is its verb.
  return relation == Deprel::acl && !view.lacks_finite_verb();
}

// "by targeting supply and inviting action": joined to a gerund that is no cue.
bool continues_gerunds(const View& view, int32_t conjunction) {
  for (int32_t i = conjunction - 1; view.contains(i) && i > conjunction - 14; --i) {
    if (view.upos(i) != Upos::VERB) continue;
    if (view.token(i).verb != VerbForm::Gerund || view.deprel(i) == Deprel::amod) return false;
    return view.knowledge().cues.form(view.lower(i)) == nullptr;
  }
  return false;
}

// A gerund that is no participle beside a main clause: "by stressing", "the idea of proposing", "kept asking".
bool is_verbal_noun(const View& view, const Frame& frame) {
  if (frame.form != VerbForm::Gerund) return false;
  const int32_t before = view.before_adverbs(frame.cue_tokens.first);
  if (!view.contains(before) || view.is_be(before)) return false;
  if (view.is_and(before) && continues_gerunds(view, before)) return true;
  if (view.is_comma(before) || view.is_and(before) || view.upos(before) == Upos::PUNCT) return false;
  if (view.is(before, "while") || view.is(before, "when")) return false;
  if (view.is(before, "by") && frame.cue->cue_class == CueClass::Announce) return false;
  if (frame.source.last == before + 1) return false;  // "with both sides stressing"
  return true;
}

bool in_relative_clause(const View& view, const Frame& frame) {
  // With neither a relative pronoun nor a subject it is a joined verb that the parser hung there.
  return view.deprel(frame.verb) == Deprel::acl_relcl && (frame.relative || frame.own_subject);
}

bool has_good_source(const View& view, const Frame& frame) {
  if (frame.subject < 0) return frame.omitted;
  if (frame.let_me || frame.cue->text == "according to") return true;
  if (view.is(frame.subject, "it")) {
    return frame.cue->accepts(takes::Quote) && frame.complement == ComplementKind::That;
  }
  if (view.is_speaker(frame.subject)) return true;
  const CueClass kind = frame.cue->cue_class;
  return view.is_text_speaker(frame.subject) && frame.own_subject &&
         (kind == CueClass::Say || kind == CueClass::Stress || kind == CueClass::Ask);
}

bool passive_is_statement(const View& view, const Frame& frame) {
  const CueClass kind = frame.cue->cue_class;
  const Deprel relation = view.deprel(frame.verb);
  if (relation == Deprel::acl || relation == Deprel::acl_relcl || relation == Deprel::amod) return false;
  if (kind == CueClass::Attitude || kind == CueClass::Order || kind == CueClass::Intend) return false;
  const int32_t before = view.tree().child(frame.verb, Deprel::nsubj_pass);
  const int32_t expletive = view.tree().child(frame.verb, Deprel::expl);
  const int32_t plain = view.tree().child(frame.verb, Deprel::nsubj);
  const bool impersonal = expletive >= 0 || (before >= 0 && view.is(before, "it")) ||
                          (plain >= 0 && view.is(plain, "it"));
  if (impersonal) {
    return frame.complement == ComplementKind::That || frame.complement == ComplementKind::Inf ||
           frame.complement == ComplementKind::Bare;
  }
  if (frame.cue->kind == CueKind::Noun) return frame.complement != ComplementKind::Object;
  if (frame.complement != ComplementKind::Subject) return false;
  return kind == CueClass::Say || kind == CueClass::Stress || kind == CueClass::Express ||
         kind == CueClass::Support || kind == CueClass::Believe || frame.cue->text == "accept" ||
         frame.source.size() > 0;
}

// "said that Peru keeps to the treaty and hopes that Chile will": an asking clause behind one that tells.
bool asks_besides(const View& view, const Frame& frame, const Frame& outer) {
  if (frame.cue->cue_class != CueClass::Ask && frame.cue->cue_class != CueClass::Hope) return false;
  if (frame.form != VerbForm::Present3 || frame.passive) return false;
  if (outer.complement != ComplementKind::That && outer.complement != ComplementKind::Bare) return false;
  if (!view.is_and(view.before_adverbs(frame.cue_tokens.first)) && !frame.own_subject) return false;
  for (int32_t i = outer.content.first; i < frame.cue_tokens.first; ++i) {
    if (view.is_finite_verb(i)) return true;
  }
  return false;
}

// A cue inside another's content: `outer` is whose.
bool keeps_nested(const View& view, const Frame& frame, const Frame& outer, bool own_words) {
  if (frame.relative) return false;
  // "told them that she had": the clause after "that" is no relative one, whatever the tree says.
  const bool opens = outer.complement == ComplementKind::That && frame.begin <= outer.content.first;
  const bool told = frame.own_subject && frame.cue->cue_class == CueClass::Say;
  if (in_relative_clause(view, frame) && !told && !opens) return false;
  if (frame.infinitive || frame.modal || frame.form == VerbForm::Gerund) return false;
  const CueClass kind = frame.cue->cue_class;
  if (is_first_person(view, frame)) {
    // Plans, readiness and what is had in common are no acts of their own inside somebody's words.
    return kind != CueClass::Intend && kind != CueClass::Introduce;
  }
  if (kind == CueClass::Ready) return false;
  const bool clause = frame.complement == ComplementKind::That || frame.complement == ComplementKind::Bare ||
                      frame.complement == ComplementKind::Inf || frame.complement == ComplementKind::Prep;
  if (frame.passive) return clause && !own_words;
  // Its subject stands in the same content, if not at the cue itself ("X pursues peace and believes that").
  const bool inside = frame.own_subject || outer.content.contains(frame.source.first);
  switch (kind) {
    case CueClass::Say: case CueClass::Believe: case CueClass::Agree: case CueClass::Announce:
      return inside && (clause || view.is(frame.cue_tokens.last - 1, "as"));
    case CueClass::Ask: case CueClass::Stress:
      if (asks_besides(view, frame, outer)) return clause && inside;
      return frame.own_subject && frame.form == VerbForm::Past && view.is_speaker(frame.subject);
    case CueClass::Commit:
      return frame.own_subject;
    case CueClass::Express: case CueClass::Support: case CueClass::Hope:
      if (frame.complement == ComplementKind::That && asks_besides(view, frame, outer)) return inside;
      return frame.cue->kind == CueKind::Noun && frame.own_subject;
    default:
      return false;
  }
}

// "the values of defending X, championing Y, upholding Z": a list of gerunds, no participle beside a verb.
bool is_one_of_gerunds(const View& view, const Frame& frame) {
  for (int32_t i = frame.cue_tokens.first - 1; view.contains(i) && i > frame.cue_tokens.first - 14; --i) {
    if (view.upos(i) == Upos::VERB && view.token(i).verb == VerbForm::Gerund) return true;
    if (view.is_finite_verb(i)) return false;
  }
  return false;
}

// "The EU and Japan opposed": what several did in common at a meeting they said.
bool names_several(const View& view, const Frame& frame) {
  for (int32_t i = frame.source.first; i < frame.source.last; ++i) {
    if (view.is_and(i)) return true;
  }
  return false;
}

// Attitudes, plans and presentations are told of, not said, unless they are the main verb of somebody's words
// or a past act of a speaker.
bool keeps_main(const View& view, const Frame& frame, bool own_words) {
  const bool past = frame.form == VerbForm::Past || frame.form == VerbForm::PastParticiple ||
                    frame.form == VerbForm::Gerund;
  switch (frame.cue->cue_class) {
    case CueClass::Attitude: case CueClass::Intend:
      if (frame.form == VerbForm::Gerund && is_one_of_gerunds(view, frame)) return false;
      // "are appropriate and intended to": a participle of a thing.
      if (frame.cue->cue_class == CueClass::Intend && !frame.own_subject && past) return false;
      return own_words || is_first_person(view, frame) ||
             (past && (view.is_person_like(frame.subject) || names_several(view, frame)));
    case CueClass::Introduce:
      return past && !in_relative_clause(view, frame);
    case CueClass::Ready:
      return true;
    default:
      return !in_relative_clause(view, frame) || frame.own_subject;
  }
}

// What a headline names as its subject's act: with a clause or an infinitive it is something said, with an
// object it is a deed or a name.
bool stands_in_title(const View& view, const Frame& frame) {
  const int32_t paragraph = view.document().sentences.empty() ? -1 : view.paragraph();
  if (paragraph < 0) return false;
  return view.document().paragraphs[static_cast<size_t>(paragraph)].kind == ParagraphKind::Title &&
         (frame.complement == ComplementKind::Object || frame.complement == ComplementKind::Prep);
}

// "peace and shared development", "the spirit and agreed benchmarks": a participle before a bare noun belongs to the
// noun. What people do share or exchange without an article ("shared views") is said.
bool is_attributive(const View& view, const Frame& frame) {
  static constexpr std::array<std::string_view, 24> kShared = {
      "views", "perspectives", "concerns", "concern", "information", "notes", "updates", "assessments", "insights", "experiences",
      "experience", "lessons", "ideas", "opinions", "thoughts", "impressions", "details", "intelligence", "data", "condolences",
      "best", "news", "memories", "appreciation"};
  static constexpr std::array<std::string_view, 8> kVerbs = {"shared", "agreed", "proposed", "planned", "promised", "declared", "intended",
                                                             "pledged"};
  const int32_t verb = frame.cue_tokens.first;
  if (frame.cue_tokens.size() != 1 || frame.own_subject || frame.passive) return false;
  if (std::ranges::find(kVerbs, view.lower(verb)) == kVerbs.end()) return false;
  const int32_t before = view.before_adverbs(verb);
  if (!view.is_and(before) && !view.is_comma(before) && view.upos(before) != Upos::ADP) return false;
  int32_t noun = verb + 1;
  while (view.upos(noun) == Upos::ADJ) ++noun;
  if (view.upos(noun) != Upos::NOUN) return false;
  if (std::ranges::find(kShared, view.lower(noun)) != kShared.end() || std::ranges::find(kShared, view.lower(verb + 1)) != kShared.end()) return false;
  const Upos left = view.upos(before - 1);
  return view.upos(before) == Upos::ADP || left == Upos::NOUN || left == Upos::ADJ || left == Upos::PROPN;
}

// `outer`: the frame in whose content it stands, nullptr if none.
bool is_statement(const View& view, const Frame& frame, const Frame* outer, bool own_words) {
  if (frame.topic || frame.complement == ComplementKind::None) return false;
  if (trim_content(view, frame.content).empty() || stands_in_title(view, frame)) return false;
  // "committed to the following:" says what in the items that follow.
  if (view.is(view.last() - 1, ":") && frame.complement != ComplementKind::Before &&
      frame.content.last + 1 >= view.last()) {
    return false;
  }
  if (view.is(view.last() - 1, "?") && frame.complement != ComplementKind::Quote) return false;
  if (is_attributive(view, frame)) return false;
  if (is_conditional(view, frame) || describes_thing(view, frame) || is_verbal_noun(view, frame)) return false;
  // "which we are committed to defending": what it is said of stands before.
  if (view.is(frame.source.first - 1, "which") && frame.content.size() <= 3) return false;
  if (frame.passive) {
    if (!passive_is_statement(view, frame)) return false;
  } else {
    if (!has_good_source(view, frame)) return false;
    const bool own_attitude = own_words && frame.cue->cue_class == CueClass::Attitude && is_first_person(view, frame);
    if (frame.infinitive && !(governs_saying(view, frame.verb) && (own_attitude || !is_ceremony(*frame.cue)))) {
      return false;
    }
    if (shares_modal(view, frame)) return false;
    if (frame.modal && !is_first_person(view, frame)) return false;
    if (frame.modal && !(view.is(frame.cue_tokens.first - 1, "must") || view.is(frame.cue_tokens.first - 1, "can") ||
                         view.is(frame.cue_tokens.first - 1, "would"))) {
      return frame.infinitive;
    }
  }
  if (outer != nullptr) return keeps_nested(view, frame, *outer, own_words);
  return keeps_main(view, frame, own_words);
}

std::string_view rule_of(const Frame& frame) {
  const bool light = frame.cue->kind == CueKind::Noun;
  switch (frame.complement) {
    case ComplementKind::That: return light ? "light.that-clause" : "frame.that-clause";
    case ComplementKind::Bare: return "frame.bare-clause";
    case ComplementKind::Inf: return light ? "light.infinitive" : "frame.infinitive";
    case ComplementKind::Prep: return light ? "light.preposition" : "frame.preposition";
    case ComplementKind::Object: return light ? "light.noun" : "frame.object";
    case ComplementKind::Quote: return "frame.quotation";
    case ComplementKind::Subject: return "frame.passive-subject";
    case ComplementKind::Before: return "frame.inverted";
    case ComplementKind::None: break;
  }
  return "";
}

}  // namespace

namespace {

// "I am pleased to announce that": the announcement is the statement, not the pleasure.
bool introduces(const Frame& frame, const Frame& next) {
  const CueClass kind = next.cue->cue_class;
  return frame.cue->kind == CueKind::Adjective && frame.cue->cue_class == CueClass::Express &&
         frame.complement == ComplementKind::Inf && next.infinitive && next.cue_tokens.first <= frame.content.first + 3 &&
         next.complement != ComplementKind::None &&
         (kind == CueClass::Announce || kind == CueClass::Say || kind == CueClass::Stress);
}

void hand_over(std::vector<Frame>& frames) {
  for (size_t i = 0; i + 1 < frames.size(); ++i) {
    Frame& frame = frames[i];
    Frame& next = frames[i + 1];
    if (!introduces(frame, next)) continue;
    next.infinitive = false;
    next.subject = frame.subject;
    next.source = frame.source;
    next.own_subject = frame.own_subject;
    next.outer = frame.outer;
    next.form = frame.form;
    frame.complement = ComplementKind::None;
  }
}

}  // namespace

void select_frames(const View& view, bool own_words, std::vector<Frame>& frames) {
  hand_over(frames);
  // From outside in: what stands in the content of a frame that is no statement is not nested in it.
  for (Frame& frame : frames) {
    for (int steps = 0; frame.outer >= 0 && steps < 20; ++steps) {
      const Frame& outer = frames[static_cast<size_t>(frame.outer)];
      if (outer.kept || outer.cue_tokens.first > frame.cue_tokens.first) break;
      frame.outer = outer.outer;
    }
    const Frame* outer = frame.outer >= 0 ? &frames[static_cast<size_t>(frame.outer)] : nullptr;
    frame.kept = is_statement(view, frame, outer, own_words);
    frame.made_by = rule_of(frame);
  }
}

}  // namespace verbale
