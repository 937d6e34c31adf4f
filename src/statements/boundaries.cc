// A content is linear, not a subtree: it runs from the complement's start to the end of the sentence, and is
// cut at the first of: a sibling cue; another verb joined to the cue; and, after a noun phrase or an
// infinitive, a new main clause ("..., and the two sides will"). That is right far more often than any
// subtree, because what trails behind a content mostly belongs to it.
#include "statements/boundaries.h"

#include <algorithm>
#include <array>

#include "statements/inverted.h"

namespace verbale {
namespace {

// Where the clause of `verb`, a token that is no cue, begins: its leftmost dependent after `floor`.
int32_t verb_clause_begin(const View& view, int32_t verb, int32_t floor) {
  int32_t begin = verb;
  for (const int32_t child : view.tree().children(verb)) {
    const int32_t left = view.tree().left(child);
    if (child < verb && left > floor) begin = std::min(begin, left);
  }
  return begin;
}

// "and", "while", commas and dashes at the end of what is left of a cut.
int32_t step_back(const View& view, int32_t end, int32_t floor) {
  while (end > floor) {
    const int32_t i = end - 1;
    if (view.is_comma(i) || view.is(i, "and") || view.is(i, "but") || view.is(i, "while") || view.is(i, ";") ||
        view.is(i, "which") || view.is(i, "as") || view.is(i, "then") || view.is(i, "–") || view.is(i, "—") ||
        view.is(i, "with") || view.is(i, "who") || view.is(i, "when") ||
        (view.upos(i) == Upos::ADV && view.upos(i - 1) == Upos::CCONJ)) {
      --end;
    } else if (view.is(i, "well") && view.is(i - 1, "as")) {
      end -= 2;
    } else {
      break;
    }
  }
  return end;
}

bool is_cue_token(const std::vector<Frame>& frames, int32_t i) {
  for (const Frame& frame : frames) {
    if (frame.cue_tokens.contains(i) || frame.verb == i) return true;
  }
  return false;
}

// A verb joined to the cue that is none itself ("thanked X and signed Y").
int32_t joined_verb_cut(const View& view, const std::vector<Frame>& frames, const Frame& a) {
  for (const int32_t child : view.tree().children(a.verb)) {
    if (view.deprel(child) != Deprel::conj || child < a.content.first || is_cue_token(frames, child)) continue;
    if (view.upos(child) != Upos::VERB || !view.is_finite_verb(child)) continue;
    const bool past = view.token(child).verb == VerbForm::Past;
    if (past != (a.form == VerbForm::Past || a.form == VerbForm::PastParticiple)) continue;
    const int32_t subject = view.tree().child(child, Deprel::nsubj);
    if (subject >= 0 && (view.is(subject, "which") || view.is(subject, "that") || view.is(subject, "who"))) continue;
    return verb_clause_begin(view, child, a.content.first);
  }
  return view.last();
}

// "said that X would open and called Y": a past verb cannot be joined to one under "will" or "would", so it
// is the speaker's next act. Only where what is said holds no other past verb.
int32_t past_act_cut(const View& view, const Frame& a) {
  const bool clause = a.complement == ComplementKind::That || a.complement == ComplementKind::Bare;
  if (!clause || a.form != VerbForm::Past) return view.last();
  bool modal = false;
  for (int32_t i = a.content.first; i + 1 < a.content.last; ++i) {
    if (view.is(i, "will") || view.is(i, "would") || view.is(i, "shall")) modal = true;
    const VerbForm form = view.token(i).verb;
    const bool past = view.is_finite_verb(i) && form == VerbForm::Past;
    if (!past && !(form == VerbForm::PastParticiple && view.upos(i) == Upos::VERB)) continue;
    const int32_t before = view.before_adverbs(i);
    const Upos next = view.upos(i + 1);
    const bool has_object = next == Upos::DET || next == Upos::PRON || next == Upos::PROPN || next == Upos::ADP;
    return modal && past && view.is(before, "and") && has_object ? before : view.last();
  }
  return view.last();
}

// "the part | the islands | play": a subject right behind a noun opens a clause about that noun.
bool in_contact_clause(const View& view, int32_t subject, int32_t from) {
  int32_t before = view.tree().left(subject) - 1;
  if (const Name* name = view.name_at(subject); name != nullptr) before = std::min(before, name->tokens.first - 1);
  if (before <= from || view.upos(before) != Upos::NOUN || view.is_speaker(before)) return false;
  static constexpr std::array<std::string_view, 8> kTimes = {"year", "month", "week", "day", "today", "time", "decade", "moment"};
  return std::ranges::find(kTimes, view.token(before).lemma) == kTimes.end();
}

// After a phrase without a clause of its own, "and SUBJECT FINITE-VERB" is a new main clause.
int32_t new_clause_cut(const View& view, const Frame& a) {
  if (a.complement != ComplementKind::Inf && a.complement != ComplementKind::Prep &&
      a.complement != ComplementKind::Object) {
    return view.last();
  }
  for (int32_t i = a.content.first + 1; i + 2 < a.content.last; ++i) {
    if (!view.is(i, "and") && !view.is(i, "but")) continue;
    int32_t start = view.after_adverbs(i + 1);
    if (!view.is_comma(i - 1) && view.upos(start) != Upos::PRON) continue;
    if (view.is_comma(start)) ++start;
    for (int32_t s = start; s < std::min(start + 14, a.content.last); ++s) {
      if (view.is_finite_verb(s) || view.is_comma(s) || view.upos(s) == Upos::ADP) {
        if (!view.is(s, "of")) break;
      }
      if (!view.is_subject(s) || view.tree().left(s) < start) continue;
      const int32_t verb = view.token(s).head;
      const bool clause = view.contains(verb) && verb > s && view.deprel(verb) != Deprel::acl_relcl &&
                          view.deprel(verb) != Deprel::ccomp && view.deprel(verb) != Deprel::advcl;
      bool finite = view.is_finite_verb(verb);
      for (int32_t v = s + 1; !finite && v < verb; ++v) finite = view.is_finite_verb(v);
      if (clause && finite && !in_contact_clause(view, s, start)) return i;
      break;
    }
  }
  return view.last();
}

// Whether a frame can end another's content: acts of saying and topics, told as `a` is. A gerund of a verb
// that means a deed as often ("maintaining", "defending") cannot.
bool may_bound(const View& view, const Frame& b) {
  if (b.infinitive || b.modal) return false;
  if (!b.topic && b.complement == ComplementKind::None) return false;
  const CueClass kind = b.cue->cue_class;
  const bool deed = kind == CueClass::Attitude || kind == CueClass::Introduce || kind == CueClass::Intend ||
                    kind == CueClass::Order || kind == CueClass::Ready || kind == CueClass::Agree;
  if (b.form == VerbForm::Gerund) {
    const int32_t before = view.before_adverbs(b.cue_tokens.first);
    if (takes::bit_of(view.lower(before)) != 0) return false;  // "in tackling"
    if (kind == CueClass::Agree || (kind == CueClass::Attitude && b.cue->text == "value")) return true;
    return !deed;
  }
  if (b.form == VerbForm::Past || b.form == VerbForm::PastParticiple) {
    return view.deprel(b.verb) != Deprel::acl && view.deprel(b.verb) != Deprel::amod;
  }
  if (b.topic || deed) return b.own_subject && view.is(b.subject, "we");
  return true;
}

// "recalled that the visit conveyed", "noted that coming here showed": the first finite verb of the clause that
// is the content, wherever it hangs.
bool opens_content(const View& view, const Frame& a, const Frame& b) {
  if (a.complement != ComplementKind::That || b.form == VerbForm::Gerund) return false;
  for (int32_t i = a.content.first; i < b.cue_tokens.first; ++i) {
    if (view.is_finite_verb(i) || view.is_comma(i) || (view.is_and(i) && !b.own_subject)) return false;
  }
  return true;
}

// "By declaring 2025 a year of X, the two sides will": a fronted participle ends before the main clause.
int32_t fronted_cut(const View& view, const Frame& a) {
  if (a.form != VerbForm::Gerund || a.cue_tokens.first > view.first() + 2) return view.last();
  for (int32_t i = a.content.first + 1; i + 2 < a.content.last; ++i) {
    if (!view.is_comma(i)) continue;
    for (int32_t j = i + 1; j < std::min(i + 10, a.content.last); ++j) {
      if (view.is_comma(j) || view.upos(j) == Upos::ADP) break;
      const int32_t verb = view.contains(j + 1) ? view.after_adverbs(j + 1) : j;
      const bool subject = view.is_speaker(j) && (view.is_finite_verb(verb) || view.is_modal(verb));
      if (subject) return i;
    }
  }
  return view.last();
}

// "..., TASS reports.": the agency's word about itself at the sentence's end.
int32_t credit_cut(const View& view, const Frame& a) {
  int32_t i = view.last() - 1;
  while (i > a.content.first && view.is_final_mark(i)) --i;
  if (!view.is(i, "reports") && !view.is(i, "reported")) return view.last();
  int32_t comma = i - 1;
  while (comma > i - 5 && view.upos(comma) == Upos::PROPN) --comma;
  return comma < i - 1 && view.is_comma(comma) && comma > a.content.first ? comma : view.last();
}

void cut_content(const View& view, std::vector<Frame>& frames, size_t index) {
  Frame& a = frames[index];
  int32_t end = a.content.last;
  for (size_t j = index + 1; j < frames.size(); ++j) {
    Frame& b = frames[j];
    if (b.begin >= end) break;
    if (b.cue_tokens.first < a.content.first || b.complement == ComplementKind::Before) continue;
    if (a.cue->text == "according to" || !may_bound(view, b) || !is_sibling(view, a, b)) continue;
    if (opens_content(view, a, b)) continue;
    // Where the tree lets the clause begin before the content, it begins at its subject.
    const bool early = b.begin <= a.content.first && b.own_subject && b.source.first > a.content.first;
    end = std::min(end, std::max(early ? b.source.first : b.begin, a.content.first));
    // A participle or a joined verb has the source of the cue it stands beside.
    const bool lost = b.subject < 0 || !view.is_speaker(b.subject) || b.subject >= a.cue_tokens.last;
    if (!b.own_subject && lost && !b.passive && !b.let_me && a.subject >= 0 && !a.passive) {
      b.subject = a.subject;
      b.source = a.source;
    }
    break;
  }
  if (a.complement != ComplementKind::Quote && a.cue->text != "according to") {
    end = std::min({end, joined_verb_cut(view, frames, a), past_act_cut(view, a), credit_cut(view, a),
                    fronted_cut(view, a)});
    a.content.last = end;
    end = std::min(end, new_clause_cut(view, a));
  }
  a.content.last = end < view.last() ? step_back(view, end, a.content.first) : end;
}

void find_outer(std::vector<Frame>& frames, size_t index) {
  Frame& frame = frames[index];
  int32_t best = -1;
  for (size_t j = 0; j < frames.size(); ++j) {
    const Frame& other = frames[j];
    if (j == index || other.topic || other.complement == ComplementKind::None) continue;
    const bool inside = other.content.contains(frame.cue_tokens.first) ||
                        other.content_rest.contains(frame.cue_tokens.first);
    if (!inside) continue;
    if (best < 0 || other.content.size() < frames[static_cast<size_t>(best)].content.size()) {
      best = static_cast<int32_t>(j);
    }
  }
  frame.outer = best;
}

}  // namespace

TokenRange trim_content(const View& view, TokenRange content) {
  while (!content.empty() && (view.upos(content.first) == Upos::PUNCT && !view.is(content.first, "(") &&
                              !view.is(content.first, "[") && !view.is(content.first, "$") &&
                              !view.is_any_quote(content.first))) {
    ++content.first;
  }
  while (!content.empty()) {
    const int32_t i = content.last - 1;
    if (view.is_comma(i) || view.is_final_mark(i) || view.is(i, "-")) {
      --content.last;
    } else if (view.is_any_quote(i)) {
      int32_t marks = 0;
      for (int32_t j = content.first; j < content.last; ++j) marks += view.is_any_quote(j) ? 1 : 0;
      if (marks % 2 == 0) break;
      --content.last;
    } else {
      break;
    }
  }
  return content;
}

void find_boundaries(const View& view, std::vector<Frame>& frames) {
  int32_t floor = view.first();
  for (Frame& frame : frames) {
    if (frame.topic) continue;
    if (frame.passive) find_passive_content(view, frame);
    if (frame.cue->text == "according to") find_ascribed_content(view, frame, floor);
    if (invert(view, frame, floor)) {
      find_rest(view, frame);
      // The next content can only start behind this cue.
      floor = std::max(frame.cue_tokens.last, frame.source.last);
    }
  }
  // An inverted cue also ends what is said inside its content.
  for (size_t i = 0; i < frames.size(); ++i) {
    for (const Frame& frame : frames) {
      if (frame.complement == ComplementKind::Before && frame.content.contains(frames[i].cue_tokens.first) &&
          frames[i].complement != ComplementKind::Before) {
        frames[i].content.last = std::min(frames[i].content.last, frame.content.last);
      }
    }
  }
  for (size_t i = 0; i < frames.size(); ++i) {
    const ComplementKind kind = frames[i].complement;
    if (frames[i].topic || kind == ComplementKind::None || kind == ComplementKind::Before ||
        kind == ComplementKind::Subject) {
      continue;
    }
    cut_content(view, frames, i);
  }
  for (size_t i = 0; i < frames.size(); ++i) find_outer(frames, i);
}

}  // namespace verbale
