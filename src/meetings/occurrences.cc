#include "meetings/occurrence.h"

#include <algorithm>

#include "actors/resolve.h"

namespace verbale {
namespace {

constexpr int32_t kBefore = 6;  // tokens before a cue that may make it unreal

void add_once(std::vector<int32_t>& list, const std::vector<int32_t>& more) {
  for (const int32_t value : more) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }
}

class OccurrenceFinder {
 public:
  OccurrenceFinder(const Document& document, const Knowledge& knowledge)
      : document_(document), cues_(knowledge.meeting_cues), clause_(document, knowledge) {}

  std::vector<Occurrence> run() {
    for (size_t i = 0; i < document_.sentences.size(); ++i) {
      const Sentence& sentence = document_.sentences[i];
      sentence_ = static_cast<int32_t>(i);
      entered_ = false;
      title_ = is_title(sentence);
      for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) look_at(sentence, t);
    }
    return std::move(found_);
  }

 private:
  bool is_title(const Sentence& sentence) const {
    const Span title = document_.publication.title;
    return !title.empty() && title.overlaps(sentence.span);
  }

  void look_at(const Sentence& sentence, int32_t t) {
    const Token& token = document_.tokens[static_cast<size_t>(t)];
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    const bool verb = token.upos == Upos::VERB;
    if (!noun && !verb) return;
    std::string_view lemma = token.lemma;
    // "Meeting with X" of a title is a noun, whatever the tagger says.
    const bool heading = title_ && token.verb == VerbForm::Gerund;
    const MeetingCue* cue = noun || heading ? cues_.noun(noun ? lemma : token.lower) : nullptr;
    if (noun && cue == nullptr) cue = cues_.noun(token.lower);
    const MeetingCue* act = cue == nullptr && verb ? cues_.verb(lemma) : nullptr;
    // The pack lists forms of the verbs whose lemma is hard to tell.
    if (act == nullptr && cue == nullptr && verb) act = cues_.verb(token.lower);
    if (cue == nullptr && act == nullptr) return;
    if (!entered_) clause_.enter(sentence), entered_ = true;
    if (act != nullptr) try_verb(t, *act);
    else try_noun(t, *cue);
  }

  // Whether what stands before the cue makes it a wish or a plan.
  bool unreal(int32_t t) const {
    const int32_t first = std::max(clause_.range().first, t - kBefore);
    for (int32_t i = t - 1; i >= first; --i) {
      if (clause_.lower(i) == "," || clause_.lower(i) == ";") break;
      const bool to = clause_.lower(i) == "to" && clause_.token(i).upos == Upos::ADP;
      if (!to && cues_.irrealis(clause_.lower(i))) return true;
    }
    return false;
  }

  bool is_telephone(int32_t t) const {
    for (int32_t i = std::max(clause_.range().first, t - 3); i < std::min(clause_.range().last, t + 4); ++i) {
      if (i != t && cues_.telephone(clause_.lower(i))) return true;
    }
    return false;
  }

  // ---- "X met (with) Y", "spoke by phone today with Y"

  void try_verb(int32_t t, const MeetingCue& cue) {
    const Token& token = clause_.token(t);
    if (token.verb == VerbForm::Base || token.verb == VerbForm::Gerund || token.verb == VerbForm::Modal) return;
    if (unreal(t)) return;
    if (cue.kind == MeetingKind::Visit) return try_visit_verb(t);
    if (cue.kind == MeetingKind::Signing) return try_signing(t);
    Occurrence found;
    found.kind = cue.kind == MeetingKind::Call || is_telephone(t) ? MeetingKind::Call : cue.kind;
    found.open_kind = cue.kind == MeetingKind::Call && !is_telephone(t) && !cue.links_by("object");
    found.participants = clause_.subject_of(t);
    int32_t end = t + 1;
    const int32_t link = link_after(t, cue);
    std::vector<int32_t> others;
    if (link >= 0) others = clause_.persons_from(link, end);
    const bool group = others.empty() && link >= 0 && names_group(link, end);
    if (others.empty() && found.participants.size() < 2 && !joint_subject(t) && !group) return;
    if (others.empty() && clause_.lower(t + 1) == "about") return;
    add_once(found.participants, others);
    // "We met today": whoever speaks for all.
    if (found.participants.empty() && joint_subject(t)) found.participants = document_.cast.principals;
    if (found.participants.size() < 2 && !(group && found.participants.size() == 1)) return;
    found.group = group;
    found.rule = "meeting.clause";
    add(found, t, t, end);
  }

  // Whether the other side is named as a group or by a name that is nobody's known: "with Arab leaders".
  bool names_group(int32_t first, int32_t end) const {
    for (int32_t i = first; i < end; ++i) {
      const Token& word = clause_.token(i);
      if (word.upos == Upos::PROPN || (word.upos == Upos::NOUN && word.plural)) return true;
    }
    return false;
  }

  bool joint_subject(int32_t t) const {
    for (int32_t i = t - 1; i >= clause_.range().first && i > t - 4; --i) {
      if (clause_.lower(i) == "we" || clause_.lower(i) == "they") return true;
      if (clause_.token(i).upos != Upos::AUX && clause_.token(i).upos != Upos::ADV && clause_.lower(i) != "today") break;
    }
    return clause_.lower(t - 1) == "leaders" || clause_.lower(t - 1) == "presidents";
  }

  // The token after "with" (or the verb itself), where the other side's names start; -1 if none.
  int32_t link_after(int32_t t, const MeetingCue& cue) const {
    constexpr int32_t kReach = 12;
    const int32_t object = object_after(t, cue);
    for (int32_t i = t + 1; i < clause_.range().last && i < t + kReach; ++i) {
      const Upos tag = clause_.token(i).upos;
      const std::string_view word = clause_.lower(i);
      if (tag == Upos::ADP && cue.links_by(word)) return i + 1;
      if (tag == Upos::VERB || (tag == Upos::PUNCT && word != "," && word != "-" && word != "." && word != "’")) break;
    }
    return object;
  }

  // Where the object of the verb starts, if it may be the other side.
  int32_t object_after(int32_t t, const MeetingCue& cue) const {
    if (!cue.links_by("object") || !clause_.range().contains(t + 1)) return -1;
    const Upos tag = clause_.token(t + 1).upos;
    const bool day = clause_.lower(t + 1) == "today" || clause_.lower(t + 1) == "yesterday";
    const bool noun = tag == Upos::PROPN || tag == Upos::DET || tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::PRON;
    return noun && !day ? t + 1 : -1;
  }

  void try_visit_verb(int32_t t) {
    const Venue place = clause_.place_at(t + 1);
    if (place.name.empty()) return;
    Occurrence found;
    found.kind = MeetingKind::Visit;
    found.participants = clause_.subject_of(t);
    if (found.participants.empty()) return;
    found.place = place;
    found.rule = "meeting.visit";
    add(found, t, t, place.tokens.last);
  }

  // "witnessed the signing of N documents", "signed the treaty" of several persons.
  void try_signing(int32_t t) {
    const bool witnessed = clause_.token(t).lemma == "witness";
    if (witnessed && !follows(t, "signing")) return;
    if (clause_.token(t).verb == VerbForm::PastParticiple && clause_.token(t).deprel == Deprel::acl) return;
    Occurrence found;
    found.kind = MeetingKind::Signing;
    found.participants = clause_.subject_of(t);
    if (found.participants.size() < 2) return;
    found.rule = "meeting.signing";
    int32_t end = t + 1;
    while (end < clause_.range().last && clause_.token(end).upos != Upos::VERB && clause_.lower(end) != ",") ++end;
    add(found, t, t, end);
  }

  bool follows(int32_t t, std::string_view word) const {
    for (int32_t i = t + 1; i < t + 6 && i < clause_.range().last; ++i) {
      if (clause_.lower(i) == word) return true;
    }
    return false;
  }

  // ---- "held talks with Y", "his talks with Y in Z", "Telephone conversation with Y"

  void try_noun(int32_t t, const MeetingCue& cue) {
    if (cue.kind == MeetingKind::Signing) return;
    if (cue.kind == MeetingKind::Visit) return try_visit_noun(t);
    if (cue.kind == MeetingKind::Banquet || cue.kind == MeetingKind::Tea || cue.kind == MeetingKind::Ceremony) {
      return try_occasion(t, cue);
    }
    if (clause_.token(t).plural && !title_ && cue.kind != MeetingKind::Talks && light_verb(t) < 0) return;
    if (unreal(t)) return;
    Occurrence found;
    found.kind = is_telephone(t) ? MeetingKind::Call : cue.kind;
    const int32_t light = light_verb(t);
    const int32_t start = phrase_start(t);
    int32_t end = t + 1;
    std::vector<int32_t> others;
    const int32_t link = link_after(t, cue);
    if (link >= 0) others = clause_.persons_from(link, end);
    if (light >= 0) {
      if (clause_.token(light).verb == VerbForm::Base) return;
      found.participants = clause_.subject_of(light);
      found.telling = Telling::Clause;
    } else {
      found.participants = clause_.persons_in({start, t});
      // "Negotiations between the two ministries" are none of the leaders'.
      if (link >= 0 && others.empty() && found.participants.empty()) return;
      const bool tells = !others.empty() || found.participants.size() >= 2;
      found.telling = title_ ? Telling::Title : tells ? Telling::Noun : Telling::Bare;
      const bool spoken = clause_.lower(t) == "talks" || clause_.lower(t) == "call" || clause_.lower(t) == "conversation" || clause_.lower(t) == "negotiations";
      if (!tells && !spoken) return;
      if (!tells && document_.cast.joint_statement) return;
      if (!tells && cue.kind != MeetingKind::Talks && cue.kind != MeetingKind::Call && found.kind != MeetingKind::Call) return;
    }
    found.group = others.empty() && link >= 0 && names_group(link, end) && (title_ || light >= 0);
    if (title_ && others.empty() && !found.group) return;
    add_once(found.participants, others);
    found.rule = light >= 0 ? "meeting.light-verb" : title_ ? "meeting.title" : "meeting.noun";
    add(found, t, light >= 0 ? light : start, end);
  }

  bool is_light(int32_t t) const {
    return cues_.light(clause_.token(t).lemma) || cues_.light(clause_.lower(t));
  }

  // The verb that the noun is the object of, where it only says that it took place; -1 if none.
  int32_t light_verb(int32_t t) const {
    const int32_t head = clause_.token(t).head;
    const bool object = clause_.token(t).deprel == Deprel::obj || clause_.token(t).deprel == Deprel::nsubj_pass;
    if (object && head >= 0 && clause_.range().contains(head) && head < t && is_light(head)) return head;
    for (int32_t i = t - 1; i >= clause_.range().first && i > t - 8; --i) {
      const Upos tag = clause_.token(i).upos;
      if (tag == Upos::VERB || tag == Upos::AUX) return is_light(i) ? i : -1;
      if (tag == Upos::ADP && clause_.lower(i) != "in") return -1;
      if (tag == Upos::PUNCT && clause_.lower(i) != "-" && clause_.lower(i) != "“") return -1;
    }
    return -1;
  }

  // The first word of the noun's phrase: its possessor, or its first adjective.
  int32_t phrase_start(int32_t t) const {
    int32_t start = t;
    while (start > clause_.range().first) {
      const Token& before = clause_.token(start - 1);
      const bool inside = before.upos == Upos::ADJ || before.upos == Upos::NOUN || before.upos == Upos::PROPN ||
                          before.upos == Upos::NUM || before.upos == Upos::PART || before.lower == "-" ||
                          before.lower == "." || (before.upos == Upos::PRON && before.deprel == Deprel::nmod_poss) ||
                          before.lower == "their" || before.lower == "his" || before.lower == "her";
      if (!inside) break;
      --start;
    }
    return start;
  }

  void try_visit_noun(int32_t t) {
    if (clause_.token(t).plural || title_) return;
    for (int32_t i = clause_.range().first; i < t; ++i) {
      if (cues_.irrealis(clause_.lower(i)) && clause_.lower(i) != "to" && clause_.lower(i) != "again") return;
    }
    Occurrence found;
    found.kind = MeetingKind::Visit;
    int32_t end = t + 1;
    if (clause_.lower(t + 1) == "to") {
      found.place = clause_.place_at(t + 2);
      if (found.place.name.empty()) return;
      end = found.place.tokens.last;
    }
    const int32_t start = phrase_start(t);
    if (clause_.lower(end) == "by") found.participants = clause_.persons_from(end + 1, end);
    if (found.participants.empty()) found.participants = clause_.persons_in({start, t});
    if (found.participants.size() > 1 && found.place.name.empty()) return;
    found.telling = !found.place.name.empty() ? Telling::Noun : Telling::Bare;
    found.rule = "meeting.visit";
    add(found, t, start, end);
  }

  // A meal, a tea, a ceremony: who gives it and for whom.
  void try_occasion(int32_t t, const MeetingCue& cue) {
    if (title_ || unreal_occasion(t)) return;
    int32_t giver = -1;
    for (int32_t i = t - 1; i >= clause_.range().first && i > t - 25; --i) {
      if (clause_.token(i).upos == Upos::VERB && cues_.giving(clause_.lower(i))) {
        giver = i;
        break;
      }
    }
    Occurrence found;
    found.kind = cue.kind;
    if (cue.kind == MeetingKind::Tea && !is_tea(t)) return;
    if (cue.kind == MeetingKind::Ceremony) {
      const std::string_view before = clause_.lower(t - 1);
      if (before == "tea" || before == "closing" || before == "award") return;
      if (before == "signing") found.kind = MeetingKind::Signing;
    }
    if (found.kind != MeetingKind::Ceremony && giver < 0) return;
    int32_t end = t + 1;
    if (found.kind == MeetingKind::Tea && (clause_.lower(t + 1) == "party" || clause_.lower(t + 1) == "reception")) ++end;
    if (giver >= 0) {
      found.hosts = clause_.subject_of(giver);
      found.participants = found.hosts;
      add_once(found.participants, clause_.persons_in({giver + 1, clause_.range().last}));
      if (clause_.token(giver).lemma == "attend" || clause_.token(giver).lemma == "join" || clause_.token(giver).lemma == "enjoy") found.hosts.clear();
    }
    found.telling = giver >= 0 ? Telling::Clause : Telling::Bare;
    found.rule = "meeting.occasion";
    if (giver >= 0 && found.participants.size() < 2) return;
    add(found, t, giver >= 0 ? giver : phrase_start(t), end);
  }

  bool is_tea(int32_t t) const {
    const std::string_view next = clause_.lower(t + 1);
    return next == "party" || next == "reception" || next == "together" || clause_.lower(t - 1) == "over" || clause_.lower(t - 1) == "to" ||
           clause_.lower(t - 1) == "drank" || clause_.lower(t - 1) == "had";
  }

  bool unreal_occasion(int32_t t) const {
    for (int32_t i = std::max(clause_.range().first, t - 10); i < t; ++i) {
      const std::string_view word = clause_.lower(i);
      if (word == "will" || word == "would" || word == "upcoming" || word == "plans") return true;
    }
    return false;
  }

  // Adds when and where, and the stretch of text from `first` to the last of what belongs to the clause.
  void add(Occurrence& found, int32_t cue, int32_t first, int32_t end) {
    found.sentence = sentence_;
    found.day = clause_.day_about(cue);
    if (found.kind == MeetingKind::Call) found.place = {};
    else if (found.place.name.empty()) found.place = clause_.place_from(cue);
    constexpr int32_t kFar = 4;  // tokens between what is said of a meeting
    if (found.day.end > end && found.day.end <= end + kFar) end = found.day.end;
    if (found.place.tokens.first >= end && found.place.tokens.first <= end + kFar) end = found.place.tokens.last;
    if (found.day.end > end && found.day.end <= end + kFar) end = found.day.end;
    found.text = {first, std::min(end, clause_.range().last)};
    found_.push_back(found);
  }

  const Document& document_;
  const MeetingCues& cues_;
  MeetingClause clause_;
  int32_t sentence_ = -1;
  bool entered_ = false;
  bool title_ = false;
  std::vector<Occurrence> found_;
};

}  // namespace

std::vector<Occurrence> find_occurrences(const Document& document, const Knowledge& knowledge) {
  return OccurrenceFinder(document, knowledge).run();
}

}  // namespace verbale
