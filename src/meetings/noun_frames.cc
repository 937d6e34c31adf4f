// Nouns that tell of a meeting.
#include <algorithm>

#include "meetings/cue_context.h"

namespace verbale {
namespace {

bool is_meal(MeetingKind kind) {
  return kind == MeetingKind::Banquet || kind == MeetingKind::Tea || kind == MeetingKind::Ceremony;
}

class NounFrame {
 public:
  NounFrame(const CueContext& context, int32_t noun, const MeetingCue& cue) : in_(context), t_(noun), cue_(cue) {}

  std::optional<Occurrence> read() const {
    if (cue_.kind == MeetingKind::Signing) return std::nullopt;
    if (cue_.kind == MeetingKind::Visit) return visit();
    if (is_meal(cue_.kind)) return occasion();
    return encounter();
  }

 private:
  // ---- Talks, meetings, calls

  std::optional<Occurrence> encounter() const {
    const int32_t light = light_verb();
    const bool several = in_.token(t_).plural && cue_.kind != MeetingKind::Talks;
    if (several && !in_.title() && light < 0 && !are_told_of()) return std::nullopt;
    if (is_briefing() || in_.unreal(t_) || (light < 0 && in_.will_be(t_))) return std::nullopt;
    if (light >= 0 && in_.token(light).verb == VerbForm::Base && !in_.title()) return std::nullopt;
    Others others = in_.others_of(t_, cue_);
    if (light >= 0 && others.persons.empty() && in_.token(light).verb == VerbForm::Gerund) return std::nullopt;
    Occurrence found;
    found.kind = kind();
    if (light > t_ && others.empty()) others = agent_of(light);
    const std::optional<int32_t> first = light >= 0 ? held(found, light) : named(found, others);
    if (!first) return std::nullopt;
    if (several && light < 0 && others.persons.empty() && !in_.title()) return std::nullopt;
    const bool each = in_.token(t_).plural && (in_.lower(t_ - 1) == "separate" || in_.lower(t_ - 1) == "bilateral" || (several && are_told_of()));
    if (several && light < 0 && !in_.title()) add_once(found.participants, in_.clause().subject_behind(others.end));
    if (each) found.each_from = found.participants.size();
    add_once(found.participants, others.persons);
    add_once(found.bodies, others.bodies);
    found.group = others.persons.empty() && (others.group || !found.bodies.empty()) && (in_.title() || light >= 0);
    const bool theirs = in_.lower(t_ - 1) == "their" || in_.lower(t_ - 1) == "his" || in_.lower(t_ - 1) == "her";
    const bool nobody = others.empty() && found.participants.size() + found.bodies.size() < 2;
    if (in_.title() && nobody && !theirs) return std::nullopt;
    found.open_kind = may_be_call() && found.kind != MeetingKind::Call;
    found.rule = light >= 0 ? "meeting.light-verb" : in_.title() ? "meeting.title" : "meeting.noun";
    in_.finish(found, t_, *first, others.end);
    return found;
  }

  // "During meetings with X and Y": held, with each of them.
  bool are_told_of() const {
    const std::string_view before = in_.lower(t_ - 1) == "separate" ? in_.lower(t_ - 2) : in_.lower(t_ - 1);
    return (before == "during" || before == "in") && in_.lower(t_ + 1) == "with";
  }

  // "During the conversation" of a call.
  bool may_be_call() const {
    const std::string_view lemma = in_.token(t_).lemma;
    return lemma == "conversation" || lemma == "discussion" || lemma == "talk" || lemma == "exchange";
  }

  // A call for journalists, or one upon somebody to act.
  bool is_briefing() const {
    if (cue_.kind != MeetingKind::Call) return false;
    const std::string_view before = in_.lower(t_ - 1);
    const std::string_view after = in_.lower(t_ + 1);
    return before == "press" || before == "background" || before == "media" || before == "conference" || after == "for" || after == "upon";
  }

  // "paid a courtesy call on X" is no telephone call.
  MeetingKind kind() const {
    if (cue_.kind == MeetingKind::Call && (in_.lower(t_ - 1) == "courtesy" || (in_.lower(t_ + 1) == "on" && !in_.is_date(t_ + 2)))) return MeetingKind::Meeting;
    return in_.is_telephone(t_) ? MeetingKind::Call : cue_.kind;
  }

  // "X held talks with Y"; the first token of the clause, or nothing.
  std::optional<int32_t> held(Occurrence& found, int32_t light) const {
    found.telling = Telling::Clause;
    if (light > t_) {  // "The talks were held between X and Y"
      const int32_t start = phrase_start();
      found.participants = in_.clause().persons_in({start, t_});
      found.again = start == t_;
      return start;
    }
    found.participants = in_.clause().subject_of(light);
    found.bodies = in_.clause().subject_bodies(light);
    if (found.participants.empty() && found.bodies.empty() && in_.joint_subject(light)) {
      found.participants = in_.document().cast.principals;
    }
    return light;
  }

  // "The dialogue was led by X and Y"
  Others agent_of(int32_t verb) const {
    Others none;
    none.end = verb + 1;
    return in_.lower(verb + 1) == "by" ? in_.others_from(verb + 2) : none;
  }

  // "X's talks with Y", "the telephone conversation"
  std::optional<int32_t> named(Occurrence& found, const Others& others) const {
    if (cue_.links_by("held")) return std::nullopt;
    const int32_t start = phrase_start();
    found.participants = in_.clause().persons_in({start, t_});
    const int32_t owner = in_.clause().owner_of(t_, start);
    if (owner >= 0) add_once(found.participants, {owner});
    // "Negotiations between the two ministries" are none of the leaders'.
    if (others.group && others.bodies.empty() && found.participants.empty() && !in_.title()) return std::nullopt;
    const bool tells = !others.persons.empty() || found.participants.size() >= 2;
    found.telling = in_.title() ? Telling::Title : tells ? Telling::Noun : Telling::Bare;
    if (!tells && !may_stand_alone(found.kind)) return std::nullopt;
    return start;
  }

  bool may_stand_alone(MeetingKind kind) const {
    if (in_.title()) return true;
    const std::string_view word = in_.lower(t_);
    const bool spoken = word == "talks" || word == "call" || word == "conversation" || word == "negotiations";
    return spoken && !in_.document().cast.joint_statement && kind != MeetingKind::Meeting;
  }

  bool is_light(int32_t t) const { return in_.cues().light(in_.token(t).lemma) || in_.cues().light(in_.lower(t)); }

  // The verb that the noun is the object or passive subject of, where it only says that it took place; -1 if none.
  int32_t light_verb() const {
    const Token& noun = in_.token(t_);
    const bool object = noun.deprel == Deprel::obj || noun.deprel == Deprel::nsubj_pass;
    if (object && in_.range().contains(noun.head) && is_light(noun.head) && (noun.head < t_ || in_.clause().is_passive(noun.head))) {
      return noun.head;
    }
    for (int32_t i = t_ - 1; i >= in_.range().first && i > t_ - 10; --i) {
      const Upos tag = in_.token(i).upos;
      if (tag == Upos::VERB || tag == Upos::AUX) return is_light(i) ? i : -1;
      if (tag == Upos::ADP && in_.lower(i) != "in") return -1;
      if (tag == Upos::PUNCT && in_.lower(i) != "-" && in_.lower(i) != "“") return -1;
    }
    return -1;
  }

  // The first word of the noun's phrase: its possessor, or its first adjective.
  int32_t phrase_start() const {
    int32_t start = t_;
    while (start > in_.range().first && is_inside(in_.token(start - 1))) --start;
    return start;
  }

  static bool is_inside(const Token& before) {
    return before.upos == Upos::ADJ || before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::NUM ||
           before.upos == Upos::PART || before.lower == "-" || before.lower == "." ||
           (before.upos == Upos::PRON && before.deprel == Deprel::nmod_poss) || before.lower == "their" || before.lower == "his" ||
           before.lower == "her";
  }

  // ---- Visits

  std::optional<Occurrence> visit() const {
    if (in_.token(t_).plural || in_.title() || is_planned_visit() || in_.will_be(t_)) return std::nullopt;
    Occurrence found;
    found.kind = MeetingKind::Visit;
    int32_t end = t_ + 1;
    if (in_.lower(t_ + 1) == "to") {
      found.place = in_.clause().place_at(t_ + 2);
      if (found.place.name.empty()) return std::nullopt;
      end = found.place.tokens.last;
    }
    const int32_t start = phrase_start();
    if (in_.lower(end) == "by") found.participants = in_.clause().persons_from(end + 1, end);
    if (found.participants.empty()) found.participants = in_.clause().persons_in({start, t_});
    if (found.participants.empty()) found.participants = visitors();
    if (found.place.name.empty() && (found.participants.size() > 1 || !is_the_visit(start))) return std::nullopt;
    if (is_of_another_month(start, end)) return std::nullopt;
    found.telling = !found.place.name.empty() ? Telling::Noun : Telling::Bare;
    found.rule = "meeting.visit";
    in_.finish(found, t_, start, end);
    return found;
  }

  // "her visit to Lima in August", "the June trip" of a report of another month: only recalled, or ahead.
  bool is_of_another_month(int32_t start, int32_t end) const {
    constexpr size_t kMonth = 7;   // "2024-08"
    constexpr uint32_t kJoint = 5;  // bytes of " last "
    const std::string_view day = in_.document().publication.day().value;
    if (day.size() < kMonth) return false;
    const uint32_t last = in_.token(end - 1).span.end;
    const std::vector<Quantity>& quantities = in_.document().quantities;
    auto quantity = std::lower_bound(quantities.begin(), quantities.end(), in_.token(start).span.begin,
                                     [](const Quantity& q, uint32_t byte) { return q.text.begin < byte; });
    for (; quantity != quantities.end() && quantity->text.begin <= last + kJoint; ++quantity) {
      const bool month = quantity->kind == QuantityKind::Date && quantity->value.size() == kMonth;
      if (month && quantity->value[4] == '-' && !day.starts_with(quantity->value)) return true;
    }
    return false;
  }

  // "paid a visit": who paid it.
  std::vector<int32_t> visitors() const {
    const int32_t verb = visiting_verb();
    return verb < 0 ? std::vector<int32_t>() : in_.clause().subject_of(verb);
  }

  // The verb that the visit is the object of, where its subject is the visitor; -1: none.
  int32_t visiting_verb() const {
    const int32_t verb = in_.token(t_).head;
    const bool object = in_.token(t_).deprel == Deprel::obj && in_.range().contains(verb);
    return object && in_.cues().visiting(in_.token(verb).lemma) ? verb : -1;
  }

  // "At the invitation of X, Y paid a visit": told as done, or "is paying" as under way, whatever stands before it.
  bool is_paid() const {
    const int32_t verb = visiting_verb();
    if (verb < 0) return false;
    const bool under_way = in_.token(verb).verb == VerbForm::Gerund && in_.lower(verb - 1) == "is" && !in_.is_ahead(t_);
    return in_.token(verb).verb == VerbForm::Past || under_way;
  }

  bool is_planned_visit() const {
    if (is_paid()) return false;
    for (int32_t i = in_.range().first; i < t_; ++i) {
      if (in_.cues().irrealis(in_.lower(i)) && in_.lower(i) != "to" && in_.lower(i) != "again") return true;
    }
    return in_.is_ahead(t_);
  }

  // "this visit", "his state visit", "the visit": the one that the report is about.
  bool is_the_visit(int32_t start) const {
    static constexpr std::string_view kDefinite[] = {"this", "the", "his", "her", "during", "'s", "’s"};
    for (int32_t i = std::max(in_.range().first, start - 1); i < t_; ++i) {
      if (std::find(std::begin(kDefinite), std::end(kDefinite), in_.lower(i)) != std::end(kDefinite)) return true;
    }
    return false;
  }

  // ---- A meal, a tea, a ceremony: who gives it and for whom

  std::optional<Occurrence> occasion() const {
    if (in_.title() || is_planned_occasion()) return std::nullopt;
    Occurrence found;
    found.kind = cue_.kind;
    if (cue_.kind == MeetingKind::Tea && !is_tea()) return std::nullopt;
    if (cue_.kind == MeetingKind::Ceremony) {
      const std::string_view before = in_.lower(t_ - 1);
      if (before == "tea" || before == "closing" || before == "award") return std::nullopt;
      if (before == "signing") found.kind = MeetingKind::Signing;
    }
    const int32_t giver = giver_before();
    if (found.kind != MeetingKind::Ceremony && giver < 0) return std::nullopt;
    const bool party = found.kind == MeetingKind::Tea && (in_.lower(t_ + 1) == "party" || in_.lower(t_ + 1) == "reception");
    if (giver >= 0) add_givers(found, giver);
    if (giver >= 0 && found.participants.size() < 2) return std::nullopt;
    found.telling = giver >= 0 ? Telling::Clause : Telling::Bare;
    found.rule = "meeting.occasion";
    in_.finish(found, t_, giver >= 0 ? giver : phrase_start(), party ? t_ + 2 : t_ + 1);
    return found;
  }

  int32_t giver_before() const {
    constexpr int32_t kReach = 25;
    for (int32_t i = t_ - 1; i >= in_.range().first && i > t_ - kReach; --i) {
      if (in_.token(i).upos == Upos::VERB && in_.cues().giving(in_.lower(i))) return i;
    }
    return -1;
  }

  void add_givers(Occurrence& found, int32_t giver) const {
    const bool passive = in_.token(giver).verb == VerbForm::PastParticiple && in_.clause().is_passive(giver);
    found.hosts = in_.clause().subject_of(giver);
    found.participants = found.hosts;
    if (passive) found.hosts = agent_behind();
    add_once(found.participants, in_.clause().persons_in({giver + 1, in_.range().last}));
    const std::string_view lemma = in_.token(giver).lemma;
    if (lemma == "attend" || lemma == "join" || lemma == "enjoy") found.hosts.clear();
  }

  // "was hosted to lunch | by X"
  std::vector<int32_t> agent_behind() const {
    return in_.lower(t_ + 1) == "by" ? in_.others_from(t_ + 2).persons : std::vector<int32_t>();
  }

  bool is_tea() const {
    static constexpr std::string_view kAfter[] = {"party", "reception", "together"};
    static constexpr std::string_view kBefore[] = {"over", "to", "drank", "had"};
    return std::find(std::begin(kAfter), std::end(kAfter), in_.lower(t_ + 1)) != std::end(kAfter) ||
           std::find(std::begin(kBefore), std::end(kBefore), in_.lower(t_ - 1)) != std::end(kBefore);
  }

  bool is_planned_occasion() const {
    for (int32_t i = std::max(in_.range().first, t_ - 10); i < t_; ++i) {
      const std::string_view word = in_.lower(i);
      if (word == "will" || word == "would" || word == "upcoming" || word == "plans") return true;
    }
    return false;
  }

  const CueContext& in_;
  int32_t t_;
  const MeetingCue& cue_;
};

}  // namespace

std::optional<Occurrence> read_noun(const CueContext& context, int32_t t, const MeetingCue& cue) {
  return NounFrame(context, t, cue).read();
}

}  // namespace verbale
