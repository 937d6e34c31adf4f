// What stands about a cue of meeting in its sentence: who, with whom, when, where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "statements/tree.h"

namespace verbale {

struct Venue {
  std::string name;
  std::string state;     // alpha-3, "" where not known
  bool is_state = false;
  TokenRange tokens;
};

struct Day {
  std::string date;  // ISO, "" where none
  bool inferred = false;
  int32_t end = -1;  // token after it
};

class MeetingClause {
 public:
  MeetingClause(const Document& document, const Knowledge& knowledge);

  // Reads a sentence; the questions below are about its tokens.
  void enter(const Sentence& sentence);
  TokenRange range() const { return range_; }
  const Document& document() const { return document_; }

  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }
  std::string_view lower(int32_t i) const { return range_.contains(i) ? token(i).lower : std::string_view(); }

  // Who does what the verb says, also where another verb shares its subject or a relative pronoun stands for it.
  std::vector<int32_t> subject_of(int32_t verb) const;
  // Persons named from token `from` on, as one list; `end` is set behind the last one.
  std::vector<int32_t> persons_from(int32_t from, int32_t& end) const;
  // Actors of the phrase, persons only.
  std::vector<int32_t> persons_in(TokenRange tokens) const;

  // The nearest full date, before a purpose ("to discuss ...") if after the cue.
  Day day_about(int32_t cue) const;
  // "in Lima", "at the White House" from token `from` on; nothing if a verb comes first.
  Venue place_from(int32_t from) const;
  Venue place_at(int32_t token) const;

 private:
  int32_t nominal_subject(int32_t verb) const;
  bool ends_phrase(int32_t i) const;
  std::string written_place(Span span) const;

  const Document& document_;
  const Knowledge& knowledge_;
  TokenRange range_;
  Tree tree_;
};

}  // namespace verbale
