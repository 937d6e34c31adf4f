// What stands about a cue of meeting in its sentence: who, with whom, when, where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "meetings/venue.h"
#include "record/document.h"
#include "statements/tree.h"

namespace verbale {

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
  // States and organisations of the subject, where it names nobody by name: "The two Governments", "Foreign Ministers of X".
  std::vector<int32_t> subject_bodies(int32_t verb) const;
  int32_t subject_start(int32_t verb) const;  // its first token; the verb, if it has none
  bool is_passive(int32_t verb) const { return tree_.child(verb, Deprel::aux_pass) >= 0 || tree_.child(verb, Deprel::nsubj_pass) >= 0; }
  // Whether the verb that governs the token is one of a plan: "will travel to Rome for talks".
  bool under_modal(int32_t token) const;
  // Persons named from token `from` on, as one list; `end` is set behind the last one.
  std::vector<int32_t> persons_from(int32_t from, int32_t& end) const;
  // The person who owns the noun: "President Silva's call"; -1 if none stands between token `from` and it.
  int32_t owner_of(int32_t noun, int32_t from) const;
  // Actors of the phrase, persons only.
  std::vector<int32_t> persons_in(TokenRange tokens) const;
  // States and organisations of which the phrase names a group ("the foreign ministers of X and Y", "ASEAN leaders");
  // of a group of states those of them that the document names, where it names most.
  std::vector<int32_t> bodies_in(TokenRange tokens) const;
  // Whether a plural of persons stands in the phrase, or a name that is nobody's known: "with Arab leaders".
  // `plainly`: only such a plural counts, no name.
  bool names_group(TokenRange tokens, bool plainly) const;

  // The nearest full date of the clause whose participants end before token `end`: beyond "and", "which" or "after" another
  // thing is dated.
  Day day_about(int32_t cue, int32_t end) const;
  // Whether one of the tokens leads to another thing: "and", "which", "after".
  bool another_begins(int32_t from, int32_t to) const;

  // "in Lima", "at the White House" from token `from` on.
  Venue place_from(int32_t from) const { return venue_after(document_, knowledge_.world, range_, from); }
  // "from Dubai, where he met ..."
  Venue place_where(int32_t cue) const;
  Venue place_at(int32_t token) const { return venue_at(document_, knowledge_.world, range_, token); }
  // "During meetings with X, | the Minister | heard": the person behind the comma at `at` who stands before a finite verb.
  std::vector<int32_t> subject_behind(int32_t at) const;
  // Whether a mention of a person begins at `token`.
  bool person_begins(int32_t token) const;

 private:
  bool dates_another(TokenRange date, int32_t cue) const;
  bool names_cue(int32_t from, int32_t cue) const;
  bool is_part_of_time(std::string_view word) const;
  bool done_before(int32_t from, int32_t cue) const;
  int32_t nominal_subject(int32_t verb) const;
  // The start of a list of persons whose last member starts at the token: "X and Y and their spouses".
  int32_t list_start(int32_t first) const;
  const Mention* person_ending_at(int32_t end) const;
  bool in_person_mention(int32_t token) const;
  bool ends_phrase(int32_t i) const;
  bool opens_with_participle(int32_t i, int32_t from) const;
  std::vector<int32_t> members_named(const Organisation& group) const;

  const Document& document_;
  const Knowledge& knowledge_;
  TokenRange range_;
  Tree tree_;
};

}  // namespace verbale
