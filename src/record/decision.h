// What persons decide about entries of the record: that one is right, that it is none, what it
// should say.
//
// A decision belongs to words of a text, named by the text's id and their place, never to a reading
// of it: so it outlives reading again, and the document's being taken out and coming back. Nothing
// is ever changed or deleted; who errs withdraws. What follows for the record: decisions/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "record/ids.h"
#include "record/values.h"

namespace verbale {

// Accept: the entry is right as it stands. Reject: it is none. Correct: it is one, with these
// fields; of words that no entry has it makes one. NothingHere: these characters hold no entry of
// any layer. Comment: no effect.
enum class Verdict : uint8_t { Accept, Reject, Correct, NothingHere, Comment };

// A half-open range of code points of a text; empty: nothing.
struct CodeRange {
  uint32_t start = 0;
  uint32_t end = 0;

  bool empty() const { return start >= end; }
  uint32_t size() const { return empty() ? 0 : end - start; }
  bool overlaps(CodeRange other) const { return start < other.end && other.start < end; }
  bool operator==(const CodeRange&) const = default;
};

// The fields of an entry that a person says: those that are there. Of all layers; each layer has
// some (kFieldsOfLayer). Actors by their id in the document. `content`: what is said; of other
// layers than statements the one range of the entry's words. `by`: also the parties of an
// instrument and the participants of a meeting.
struct Correction {
  std::optional<std::vector<CodeRange>> content;
  std::optional<CodeRange> source;
  std::optional<CodeRange> cue;
  std::optional<std::vector<std::string>> speaker;
  std::optional<std::vector<std::string>> to;
  std::optional<std::string> act;
  std::optional<std::string> form;
  std::optional<bool> negated;
  std::optional<std::string> kind;
  std::optional<std::vector<std::string>> by;
  std::optional<std::vector<std::string>> of;
  std::optional<std::vector<CodeRange>> also;
  std::optional<CodeRange> when;
  std::optional<CodeRange> mechanism;
  std::optional<bool> general;
  std::optional<std::string> date;
  std::optional<std::string> place;
  std::optional<std::string> host;
  std::optional<std::string> name;
  std::optional<std::string> value;
  std::optional<int64_t> count;
  std::optional<bool> inferred;

  bool operator==(const Correction&) const = default;
};

template <class Value>
struct CorrectionField {
  std::string_view name;
  std::optional<Value> Correction::*member;
};

// All fields, in the order of the JSON.
inline constexpr std::tuple kCorrectionFields{CorrectionField{"content", &Correction::content},
                                              CorrectionField{"source", &Correction::source},
                                              CorrectionField{"cue", &Correction::cue},
                                              CorrectionField{"speaker", &Correction::speaker},
                                              CorrectionField{"to", &Correction::to},
                                              CorrectionField{"act", &Correction::act},
                                              CorrectionField{"form", &Correction::form},
                                              CorrectionField{"negated", &Correction::negated},
                                              CorrectionField{"kind", &Correction::kind},
                                              CorrectionField{"by", &Correction::by},
                                              CorrectionField{"of", &Correction::of},
                                              CorrectionField{"also", &Correction::also},
                                              CorrectionField{"when", &Correction::when},
                                              CorrectionField{"mechanism", &Correction::mechanism},
                                              CorrectionField{"general", &Correction::general},
                                              CorrectionField{"date", &Correction::date},
                                              CorrectionField{"place", &Correction::place},
                                              CorrectionField{"host", &Correction::host},
                                              CorrectionField{"name", &Correction::name},
                                              CorrectionField{"value", &Correction::value},
                                              CorrectionField{"count", &Correction::count},
                                              CorrectionField{"inferred", &Correction::inferred}};

// Calls visit(field) for each.
template <class Visit>
void for_each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, kCorrectionFields);
}

// Fields of `better` that are there win.
inline void lay_over(Correction& correction, const Correction& better) {
  for_each_field([&](const auto& field) {
    if (better.*field.member) correction.*field.member = better.*field.member;
  });
}

// Whom an id that a decision names means, so that the decision can be told, and hold, where the
// text's own reading has no such actor.
struct NamedActor {
  std::string id;
  std::string name;
  ActorKind kind = ActorKind::Person;
  std::string state;  // alpha-3, empty if not known
  bool operator==(const NamedActor&) const = default;
};

struct Decision {
  std::string id;  // from all that it says; see decision_id
  std::string reviewer;
  std::string at;  // ISO date and time in UTC, given by the caller: "2026-03-01T09:30:00Z"
  Verdict verdict = Verdict::Comment;
  bool adjudicates = false;  // settles what reviewers disagree on
  std::string text;          // id
  Layer layer =
      Layer::Statement;  // of no meaning where `claim` has no id: nothing here, of any layer
  CodeRange place;       // of the entry's evidence as the reader found it, else of the words meant
  std::string words;     // as they stand there
  ClaimId claim;         // the entry
  Correction change;
  std::vector<NamedActor> actors;  // all that `change` and `body` name
  std::string body;  // the entry as it stood, JSON as in `read --json`; empty: there was none
  std::string comment;
  std::string withdrawn_at;  // as `at`; empty: it stands

  bool stands() const { return withdrawn_at.empty(); }
  bool operator==(const Decision&) const = default;
};

// An entry that was decided about, in one reading of its text.
struct DecidedEntry {
  Layer layer = Layer::Statement;
  int32_t index = -1;              // in the document's list; -1: not in the record
  ClaimId claim;                   // whose id it keeps
  std::vector<int32_t> decisions;  // into ReviewedText::decisions, those that speak of it
  std::string_view
      rule;            // made_by as the reader had it, where a person changed the entry; else empty
  bool found = false;  // the reader finds it
  bool disputed = false;  // reviewers disagree, and nobody has adjudicated
};

// The decisions about one text, in the order in which they were made, and what became of them.
struct ReviewedText {
  std::vector<Decision> decisions;
  std::vector<DecidedEntry> entries;
};

}  // namespace verbale
