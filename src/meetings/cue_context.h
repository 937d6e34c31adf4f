// A sentence as the frames of meetings see it: what its cues are about, and whether they are told as real. Internal to this
// folder.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "meetings/occurrence.h"

namespace verbale {

// Who stands on the other side of a cue.
struct Others {
  std::vector<int32_t> persons;
  std::vector<int32_t> bodies;
  bool group = false;  // people that are named as a group, or by a name that is nobody's known
  int32_t end = -1;    // token behind them; behind the cue, if there are none
  bool empty() const { return persons.empty() && bodies.empty() && !group; }
};

class CueContext {
 public:
  CueContext(const Document& document, const Knowledge& knowledge)
      : document_(document), cues_(knowledge.meeting_cues), clause_(document, knowledge) {}

  void enter(int32_t sentence);

  const Document& document() const { return document_; }
  const MeetingCues& cues() const { return cues_; }
  const MeetingClause& clause() const { return clause_; }
  const Token& token(int32_t i) const { return clause_.token(i); }
  std::string_view lower(int32_t i) const { return clause_.lower(i); }
  TokenRange range() const { return clause_.range(); }
  bool title() const { return title_; }

  // Whether what stands before the cue makes it a wish or a plan, or its verb after it ("the talks will be held").
  bool unreal(int32_t cue) const;
  bool will_be(int32_t noun) const;
  // Whether a date begins at token `i`.
  bool is_date(int32_t i) const;
  // "the visit to Lima later this week", "is visiting Lima next month"
  bool is_ahead(int32_t visit) const;
  // "by phone", "video" beside the cue.
  bool is_telephone(int32_t cue) const;
  // "we", "they" or "the leaders" as the subject directly before the verb.
  bool joint_subject(int32_t verb) const;
  // Whether one of the words stands among the next five tokens.
  bool follows(int32_t cue, std::string_view word) const;

  // The other side, joined to the cue as the pack says: behind a preposition or as object.
  Others others_of(int32_t cue, const MeetingCue& words) const;
  // Those from token `from` on; `object`: joined without a preposition, where a name alone is no group of people.
  Others others_from(int32_t from, bool object = false) const;

  // Adds sentence, day, place and the stretch of text from token `first` to the last that belongs to the clause, at
  // least to `end`.
  void finish(Occurrence& found, int32_t cue, int32_t first, int32_t end) const;

 private:
  int32_t link_after(int32_t cue, const MeetingCue& words) const;
  int32_t object_after(int32_t cue, const MeetingCue& words) const;
  int32_t late_object(int32_t cue) const;
  bool in_own_words(int32_t cue) const;

  const Document& document_;
  const MeetingCues& cues_;
  MeetingClause clause_;
  int32_t sentence_ = -1;
  bool title_ = false;
};

// "X met (with) Y", "spoke by phone today with Y", "visited Z", "witnessed the signing of N documents".
std::optional<Occurrence> read_verb(const CueContext& context, int32_t t, const MeetingCue& cue);
// "held talks with Y", "his talks with Y in Z", "Telephone conversation with Y", "a visit to Z", "gave a banquet".
std::optional<Occurrence> read_noun(const CueContext& context, int32_t t, const MeetingCue& cue);

void add_once(std::vector<int32_t>& list, const std::vector<int32_t>& more);

}  // namespace verbale
