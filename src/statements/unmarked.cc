#include "statements/unmarked.h"

#include <algorithm>
#include <array>

#include "statements/boundaries.h"
#include "statements/noun_phrase.h"

namespace verbale {
namespace {

// What the authors did or what happened at the meeting, told and not said.
constexpr std::array<std::string_view, 52> kNarratedActs = {
    "met",        "convened",  "held",      "hosted",     "co-hosted", "chaired",   "co-chaired", "opened",
    "gathered",   "attended",  "participated", "joined",  "visited",   "arrived",   "signed",     "traveled",
    "travelled",  "included",  "accompanied", "led",      "spoke",     "paid",      "concluded",  "took",
    "received",   "exchanged", "discussed", "reviewed",   "welcomed",  "assembled", "began",      "comprised",
    "represented", "headed",   "followed",  "closed",     "ended",     "sat",       "talked",     "toured",
    "released",   "issued",    "issue",     "delivered",  "launched",  "meet",      "gather",     "attended",
    "consulted",  "briefed",   "inaugurated", "organized"};

bool is_narrated(const View& view, int32_t verb) {
  if (verb < 0) return false;
  if (std::ranges::find(kNarratedActs, view.lower(verb)) == kNarratedActs.end()) return false;
  const VerbForm form = view.token(verb).verb;
  for (int32_t i = verb - 1; view.contains(i) && i > verb - 5; --i) {
    if (view.is_modal(i) || view.is(i, "have") || view.is(i, "has")) return false;
  }
  return form == VerbForm::Past || form == VerbForm::PastParticiple || form == VerbForm::Present;
}

int32_t root_of(const View& view) {
  for (int32_t i = view.first(); i < view.last(); ++i) {
    if (!view.contains(view.token(i).head)) return i;
  }
  return view.first();
}

// The first finite verb of the sentence, or the participle that it helps; -1: none.
int32_t first_finite(const View& view) {
  for (int32_t i = view.first(); i < view.last(); ++i) {
    if (!view.is_finite_verb(i)) continue;
    if (view.upos(i) != Upos::AUX || !view.is_be(i)) return i;
    const int32_t next = view.after_adverbs(i + 1);
    return view.contains(next) && view.token(next).verb == VerbForm::PastParticiple ? next : i;
  }
  return -1;
}

// "The Secretary-General was also in attendance", "ministers of both sides were present".
bool tells_attendance(const View& view) {
  const int32_t be = first_finite(view);
  if (be < 0 || !(view.is(be, "was") || view.is(be, "were"))) return false;
  const int32_t next = view.after_adverbs(be + 1);
  return view.is(next, "present") || (view.is(next, "in") && view.is(next + 1, "attendance")) ||
         (view.is(next, "joined") && view.is(next + 1, "by"));
}

bool has_finite(const View& view, int32_t first, int32_t last) {
  for (int32_t i = first; i < last; ++i) {
    if (view.is_finite_verb(i) || (view.is_modal(i) && view.upos(i) == Upos::AUX)) return true;
  }
  return false;
}

// The sentence's words without a conjunction or mark at its start.
TokenRange sentence_words(const View& view, int32_t last, int32_t first = -1) {
  TokenRange range = {first < 0 ? view.first() : first, last};
  while (!range.empty() && (view.is_any_quote(range.first) || view.is(range.first, "-") ||
                            view.is(range.first, "•") || view.is(range.first, "*") ||
                            view.is(range.first, "–") || view.is(range.first, "—"))) {
    ++range.first;
  }
  while (range.size() > 1 && (view.is(range.last - 1, "and") || view.is(range.last - 1, "but") ||
                              view.is_comma(range.last - 1))) {
    --range.last;
  }
  return trim_content(view, range);
}

// "The two states share a border, and we are committed to": a clause of its own stands before, also where
// its verb is tagged wrong.
bool opens_second_clause(const View& view, const Frame& frame) {
  if (!frame.own_subject || frame.begin < view.first() + 6) return false;
  const bool joined = (view.is(frame.begin, "and") && view.is_comma(frame.begin - 1)) ||
                      (view.is(frame.begin - 1, "and") && view.is_comma(frame.begin - 2));
  if (!joined || !(view.is(frame.subject, "we") || view.is(frame.subject, "i"))) return false;
  const Upos first = view.upos(view.first());
  return first == Upos::DET || first == Upos::PROPN || first == Upos::PRON || first == Upos::NOUN ||
         first == Upos::ADJ || view.name_at(view.first()) != nullptr;
}

// "Acknowledging X, the United States will": a participle at the start, with the main clause behind it.
bool is_fronted(const View& view, const Frame& frame) {
  return frame.kept && frame.form == VerbForm::Gerund && frame.cue_tokens.first <= view.first() + 2 &&
         view.is_comma(frame.content.last) && has_finite(view, frame.content.last, view.last());
}

bool covers_main(const View& view, const Frame& frame, int32_t root) {
  if (!frame.kept || frame.outer >= 0) return false;
  if (frame.complement != ComplementKind::Before && opens_second_clause(view, frame)) return false;
  return frame.verb == root || frame.complement == ComplementKind::Before ||
         frame.complement == ComplementKind::Subject || frame.infinitive || !has_finite(view, view.first(), frame.begin);
}

bool has_will(const View& view, int32_t verb) {
  for (const int32_t child : view.tree().children(verb)) {
    if (child < verb && (view.is(child, "will") || view.is(child, "shall"))) return true;
  }
  return false;
}

// A state, or several who act together.
bool binds_jointly(const View& view, int32_t subject) {
  if (subject < 0) return false;
  if (view.is(subject, "they") || view.is(subject, "we")) return true;
  if (const Name* name = view.name_at(subject); name != nullptr && (name->kind == NameKind::State || name->kind == NameKind::Organisation)) {
    return true;
  }
  if (view.tree().child(subject, Deprel::conj) >= 0 && view.is_speaker(subject)) return true;
  const std::string_view word = view.lower(subject);
  return word == "sides" || word == "countries" || word == "leaders" || word == "governments" ||
         word == "parties" || word == "nations" || word == "presidents" || word == "ministers" ||
         word == "delegations" || word == "teams" || word == "states" || word == "partners" || word == "both";
}

// "The two sides should deepen cooperation": what a report does not say itself.
bool asks_jointly(const View& view) {
  const int32_t verb = first_finite(view);
  if (verb < 0 || !(view.is(verb, "should") || view.is(verb, "must"))) return false;
  const int32_t subject = view.before_adverbs(verb);
  return view.contains(subject) && binds_jointly(view, subject);
}

bool inside_content(const std::vector<Frame>& frames, int32_t token) {
  return std::ranges::any_of(frames, [&](const Frame& frame) {
    return frame.kept && (frame.content.contains(token) || frame.content_rest.contains(token));
  });
}

// Words that tie a sentence to what was said before it.
bool goes_on(const View& view) {
  int32_t i = view.first();
  while (view.contains(i) && view.upos(i) == Upos::PUNCT) ++i;
  using Opener = std::array<std::string_view, 3>;
  static constexpr Opener kOpeners[] = {
      {"in", "particular", ""}, {"to", "that", "end"},   {"to", "this", "end"},  {"the", "aim", ""},
      {"the", "goal", ""},      {"the", "purpose", ""},  {"it", "is", "for"},    {"for", "this", "reason"},
      {"for", "that", "reason"}, {"for", "this", "purpose"}, {"for", "that", "purpose"}, {"that", "is", "why"},
      {"this", "is", "why"},    {"this", "includes", ""}, {"as", "part", "of"}};
  for (const Opener& opener : kOpeners) {
    if (view.is(i, opener[0]) && view.is(i + 1, opener[1]) && (opener[2].empty() || view.is(i + 2, opener[2]))) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Unmarked> unmarked_in_own_words(const View& view, const std::vector<Frame>& frames) {
  const int32_t root = root_of(view);
  int32_t last = view.last();
  int32_t first = view.first();
  for (const Frame& frame : frames) {
    if (is_fronted(view, frame) && frame.outer < 0) {
      first = frame.content.last + 1;
      continue;
    }
    if (covers_main(view, frame, root)) return std::nullopt;
    if (frame.topic && (frame.verb == root || !has_finite(view, view.first(), frame.verb))) return std::nullopt;
    if (frame.kept && frame.outer < 0 && frame.own_subject && frame.begin < last) {
      // Before "we affirm" only a clause joined by "and" is a main clause.
      if (!view.is_and(frame.begin) && !view.is_and(frame.begin - 1) && !view.is(frame.begin - 1, ";") &&
          !view.is(frame.begin, "but")) {
        return std::nullopt;
      }
      last = frame.begin;
    }
  }
  if (is_narrated(view, root) || is_narrated(view, first_finite(view)) || tells_attendance(view)) return std::nullopt;
  const TokenRange content = sentence_words(view, last, first);
  if (content.size() < 4 || !has_finite(view, content.first, content.last)) return std::nullopt;
  if (view.is(view.last() - 1, "?") || view.is(view.last() - 1, ":")) return std::nullopt;
  return Unmarked{content, {}, "unmarked.author"};
}

std::vector<Unmarked> unmarked_in_report(const View& view, const std::vector<Frame>& frames,
                                         bool after_statement) {
  std::vector<Unmarked> found;
  const int32_t root = root_of(view);
  const bool kept = std::ranges::any_of(frames, [](const Frame& frame) { return frame.kept; });
  for (int32_t verb = view.first(); verb < view.last(); ++verb) {
    if (!has_will(view, verb) || inside_content(frames, verb)) continue;
    if (verb != root && view.deprel(verb) != Deprel::conj && view.deprel(verb) != Deprel::parataxis) continue;
    int32_t subject = view.tree().child(verb, Deprel::nsubj);
    if (subject < 0) subject = view.tree().child(verb, Deprel::nsubj_pass);
    if (!binds_jointly(view, subject)) continue;
    const TokenRange source = noun_phrase(view, subject);
    int32_t first = verb == root && !kept ? view.first() : source.first;
    found.push_back({sentence_words(view, view.last()), {}, "unmarked.joint-will"});
    if (first != view.first()) found.back().content = trim_content(view, {first, view.last()});
    break;
  }
  const bool topic = std::ranges::any_of(frames, [](const Frame& frame) { return frame.topic; });
  if (found.empty() && after_statement && !kept && asks_jointly(view)) {
    found.push_back({sentence_words(view, view.last()), {}, "unmarked.continues-speaker"});
    return found;
  }
  if (found.empty() && after_statement && !kept && !topic && goes_on(view)) {
    found.push_back({sentence_words(view, view.last()), {}, "unmarked.continues-speaker"});
  }
  return found;
}

std::optional<Unmarked> unmarked_headline(const View& view) {
  for (int32_t i = view.last() - 1; i > view.first() + 2; --i) {
    if (!view.is(i, ":")) continue;
    const int32_t name = i + 1;
    if (!view.contains(name) || !view.is_speaker(view.last() - 1)) return std::nullopt;
    const TokenRange source = {name, view.last()};
    if (source.size() > 8 || view.upos(view.last() - 1) == Upos::VERB) return std::nullopt;
    for (int32_t j = name; j < view.last(); ++j) {
      if (view.is_finite_verb(j)) return std::nullopt;
    }
    const TokenRange content = trim_content(view, {view.first(), i});
    if (content.size() < 3) return std::nullopt;
    return Unmarked{content, source, "unmarked.headline"};
  }
  return std::nullopt;
}

std::optional<Unmarked> unmarked_item(const View& view) {
  int32_t first = view.first();
  // "-", "(1)", "a)", "2."
  while (view.contains(first) && first < view.first() + 3 &&
         (view.upos(first) == Upos::PUNCT || view.upos(first) == Upos::NUM || view.upos(first) == Upos::SYM ||
          view.upos(first) == Upos::X || view.is(first + 1, ")"))) {
    ++first;
  }
  TokenRange content = trim_content(view, {first, view.last()});
  while (content.size() > 1 && (view.is(content.last - 1, "and") || view.is(content.last - 1, "or"))) {
    content = trim_content(view, {content.first, content.last - 1});
  }
  if (content.size() < 2) return std::nullopt;
  return Unmarked{content, {}, "unmarked.list-item"};
}

std::optional<Unmarked> unmarked_sentence(const View& view, std::string_view made_by) {
  const TokenRange content = sentence_words(view, view.last());
  if (content.size() < 3) return std::nullopt;
  return Unmarked{content, {}, made_by};
}

}  // namespace verbale
