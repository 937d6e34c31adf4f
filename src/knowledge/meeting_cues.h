// The words by which accounts tell that somebody met somebody (knowledge/en/meeting_cues.tsv).
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/values.h"

namespace verbale {

struct MeetingCue {
  MeetingKind kind = MeetingKind::Meeting;
  std::vector<std::string> links;  // prepositions to the other side; "object", "place"; see the pack
  bool links_by(std::string_view word) const;
};

class MeetingCues {
 public:
  static Result<MeetingCues> load(const std::string& home);

  // By lemma; nullptr where the word is none.
  const MeetingCue* verb(std::string_view lemma) const { return find(verbs_, lemma); }
  const MeetingCue* noun(std::string_view lemma) const { return find(nouns_, lemma); }
  bool light(std::string_view lemma) const { return light_.contains(lemma); }
  bool telephone(std::string_view word) const { return telephone_.contains(word); }
  // A word before the cue after which the meeting is wished or planned, not told.
  bool irrealis(std::string_view word) const { return irrealis_.contains(word); }
  bool giving(std::string_view word) const { return giving_.contains(word); }
  // A verb by its lemma: "paid a visit" is a visit of its subject.
  bool visiting(std::string_view lemma) const { return visiting_.contains(lemma); }
  // A plural that takes part as a group ("ministers", "counterparts"), and people who are only spoken to ("reporters").
  bool group(std::string_view word) const { return group_.contains(word); }
  bool audience(std::string_view word) const { return audience_.contains(word); }

 private:
  using Table = std::map<std::string, MeetingCue, std::less<>>;
  using Words = std::set<std::string, std::less<>>;
  static const MeetingCue* find(const Table& table, std::string_view lemma);

  Table verbs_;
  Table nouns_;
  Words light_;
  Words telephone_;
  Words irrealis_;
  Words giving_;
  Words visiting_;
  Words group_;
  Words audience_;
};

}  // namespace verbale
