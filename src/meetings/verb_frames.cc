// Verbs that tell of a meeting.
#include <algorithm>

#include "meetings/cue_context.h"

namespace verbale {
namespace {

class VerbFrame {
 public:
  VerbFrame(const CueContext& context, int32_t verb, const MeetingCue& cue) : in_(context), t_(verb), cue_(cue) {}

  std::optional<Occurrence> read() const {
    if (!ends_journey() && (!told_as_done() || in_.unreal(t_))) return std::nullopt;
    if (cue_.kind == MeetingKind::Visit) return visit();
    if (cue_.kind == MeetingKind::Signing) return signing();
    if (cue_.links_by("event")) return chaired();
    return encounter();
  }

 private:
  bool told_as_done() const {
    const VerbForm form = in_.token(t_).verb;
    if (cue_.kind == MeetingKind::Visit && form == VerbForm::Gerund) return goes_on();
    if (form == VerbForm::Gerund || form == VerbForm::Modal) return false;
    // The present of headlines: "Leaders meet in Lima".
    return form != VerbForm::Base || (in_.title() && in_.lower(t_ - 1) != "to" && !in_.cues().irrealis(in_.lower(t_ - 1)));
  }

  // "is visiting Peru", "is currently visiting"
  bool goes_on() const {
    static constexpr std::string_view kIs[] = {"is", "are", "was", "were", "'s", "’s"};
    const int32_t before = in_.token(t_ - 1).upos == Upos::ADV ? t_ - 2 : t_ - 1;
    return std::find(std::begin(kIs), std::end(kIs), in_.lower(before)) != std::end(kIs) && !in_.is_ahead(t_);
  }

  // "travelled to Lima to meet with X": whoever went is taken to have met.
  bool ends_journey() const {
    constexpr int32_t kReach = 24;
    static constexpr std::string_view kWent[] = {"traveled", "travelled", "went", "came", "flew", "journeyed", "returned", "gathered"};
    if (in_.token(t_).verb != VerbForm::Base || in_.lower(t_ - 1) != "to") return false;
    for (int32_t i = t_ - 2; i >= in_.range().first && i > t_ - kReach; --i) {
      if (std::find(std::begin(kWent), std::end(kWent), in_.lower(i)) != std::end(kWent)) {
        return in_.token(i).verb == VerbForm::Past && !in_.unreal(i);
      }
      if (in_.token(i).upos == Upos::VERB || in_.token(i).upos == Upos::AUX || in_.lower(i) == ";") return false;
    }
    return false;
  }

  bool is_passive() const {
    const MeetingClause& clause = in_.clause();
    return in_.token(t_).verb == VerbForm::PastParticiple && clause.is_passive(t_);
  }

  std::optional<Occurrence> encounter() const {
    Occurrence found;
    if (gives_occasion()) return std::nullopt;
    const bool telephone = in_.is_telephone(t_);
    const bool call = cue_.kind == MeetingKind::Call;
    found.kind = call || telephone ? MeetingKind::Call : cue_.kind;
    found.open_kind = call && !telephone && !cue_.links_by("object");
    found.participants = in_.clause().subject_of(t_);
    Others others = is_passive() ? agent() : in_.others_of(t_, cue_);
    if (call && cue_.links_by("object") && !is_called(others)) return std::nullopt;
    if (found.open_kind && speaks_of() && !with_somebody()) return std::nullopt;
    const bool joint = (in_.joint_subject(t_) || authors_before()) && !speaks_of();
    const std::vector<int32_t> bodies = subject_bodies();
    // "Representatives of Chad and Niger met in Abuja"
    const bool among_bodies = bodies.size() > 1 && cue_.kind == MeetingKind::Meeting && !in_.is_telephone(t_);
    if (cue_.links_by("to-place")) {
      found.place = place_behind(others);
      if (found.place.name.empty()) return std::nullopt;
    }
    if (others.empty() && found.participants.size() < 2 && !joint && !among_bodies) return std::nullopt;
    if (others.persons.empty() && in_.lower(t_ + 1) == "about") return std::nullopt;
    // "The leaders of Peru and Chile met": no person named elsewhere in the sentence is meant.
    if (bodies.size() > 1) found.participants.clear();
    const size_t own = found.participants.size();
    add_once(found.participants, others.persons);
    // "hosted her Chilean and Peruvian counterparts": the only person named is she herself.
    if (found.participants.size() == own && others.end > t_ + 1) {
      others.group = others.group || in_.clause().names_group({t_ + 1, others.end}, true);
    }
    found.bodies = others.bodies;
    add_once(found.bodies, bodies);
    // "We met today": whoever speaks for all.
    if (found.participants.empty() && joint && in_.document().cast.principals.size() > 1) {
      found.participants = in_.document().cast.principals;
      found.bodies.clear();
    }
    if (in_.lower(t_ + 1) == "separately" || in_.lower(t_ - 1) == "separately") found.each_from = own;
    found.group = others.group || !found.bodies.empty();
    const bool organisation = found.bodies.size() == 1 && authors_before();
    if (found.participants.size() + found.bodies.size() < 2 && !(others.group && found.participants.size() == 1) && !organisation) {
      return std::nullopt;
    }
    found.rule = "meeting.clause";
    in_.finish(found, t_, t_, others.end);
    return found;
  }

  // "welcomed the President | to the palace", "to Lima"; not "welcomed her decision".
  Venue place_behind(const Others& others) const {
    if (others.persons.empty() || in_.lower(others.end) != "to") return {};
    return in_.clause().place_at(others.end + 1);
  }

  // "hosted a banquet for the guest": what is hosted tells the occasion (noun_frames.cc).
  bool gives_occasion() const {
    constexpr int32_t kReach = 8;
    if (!cue_.links_by("object")) return false;
    if (is_passive() && (in_.lower(t_ + 1) == "to" || in_.lower(t_ + 1) == "for")) return true;  // "was hosted to lunch by"
    for (int32_t i = t_ + 1; i < std::min(t_ + kReach, in_.range().last); ++i) {
      const Token& token = in_.token(i);
      if (token.deprel != Deprel::obj || token.head != t_) continue;
      const MeetingCue* object = in_.cues().noun(token.lemma);
      return object != nullptr && is_occasion(object->kind);
    }
    return false;
  }

  static bool is_occasion(MeetingKind kind) {
    return kind == MeetingKind::Banquet || kind == MeetingKind::Tea || kind == MeetingKind::Ceremony;
  }

  bool with_somebody() const {
    constexpr int32_t kReach = 10;
    for (int32_t i = t_ + 1; i < t_ + kReach && i < in_.range().last; ++i) {
      if (in_.lower(i) == "with") return true;
    }
    return false;
  }

  // "spoke highly of", "spoke in favour of"
  bool speaks_of() const {
    static constexpr std::string_view kOf[] = {"highly", "out", "in", "of", "about", "up", "for", "against", "positively", "favourably",
                                               "favorably", "not", "the"};
    return std::find(std::begin(kOf), std::end(kOf), in_.lower(t_ + 1)) != std::end(kOf);
  }

  // "We, the leaders of Peru and Chile, met today" of a joint statement: its authors.
  bool authors_before() const {
    if (!in_.document().cast.joint_statement || is_passive()) return false;
    for (int32_t i = in_.range().first; i < t_; ++i) {
      if (in_.lower(i) == "we") return true;
    }
    return false;
  }

  std::vector<int32_t> subject_bodies() const {
    std::vector<int32_t> bodies = in_.clause().subject_bodies(t_);
    const Cast& cast = in_.document().cast;
    // Long lists of states are often cut by the parse.
    if (bodies.size() < 2 && cast.joint_statement) bodies = in_.clause().bodies_in({in_.range().first, t_});
    if (bodies.size() < 2 && authors_before() && cast.principals.size() < 2 && cast.states.size() > 1) bodies = cast.states;
    return bodies;
  }

  // "was received by the President"
  Others agent() const {
    constexpr int32_t kReach = 8;
    for (int32_t i = t_ + 1; i < t_ + kReach && i < in_.range().last; ++i) {
      if (in_.lower(i) == "by" || in_.lower(i) == "with") return in_.others_from(i + 1);
    }
    Others none;
    none.end = t_ + 1;
    return none;
  }

  // "called the President", not "called him a friend", "called on him to act", "called it that".
  bool is_called(const Others& others) const {
    if (others.persons.empty() || in_.lower(t_ + 1) == "it" || in_.lower(t_ + 1) == "them") return false;
    if (!in_.range().contains(others.end)) return true;
    const Token& next = in_.token(others.end);
    const bool named_so = next.upos == Upos::NOUN || next.upos == Upos::ADJ || next.upos == Upos::DET || next.upos == Upos::PROPN;
    return !named_so || next.lower == "today" || next.lower == "yesterday" || next.lower == "this";
  }

  std::optional<Occurrence> visit() const {
    Occurrence found;
    found.kind = MeetingKind::Visit;
    const bool journey = cue_.links_by("to");
    if (journey && (in_.lower(t_ + 1) != "to" || in_.token(t_).verb != VerbForm::Past)) return std::nullopt;
    found.place = in_.clause().place_at(journey ? t_ + 2 : t_ + 1);
    if (found.place.name.empty() || is_awaited()) return std::nullopt;
    found.participants = in_.clause().subject_of(t_);
    if (found.participants.empty()) return std::nullopt;
    found.rule = "meeting.visit";
    in_.finish(found, t_, t_, found.place.tokens.last);
    return found;
  }

  // "when he visits Peru": still to come.
  bool is_awaited() const {
    constexpr int32_t kReach = 6;
    static constexpr std::string_view kWhen[] = {"when", "once", "if", "before", "until", "as"};
    const VerbForm form = in_.token(t_).verb;
    if (form != VerbForm::Present && form != VerbForm::Present3) return false;
    for (int32_t i = t_ - 1; i >= in_.range().first && i > t_ - kReach; --i) {
      if (std::find(std::begin(kWhen), std::end(kWhen), in_.lower(i)) != std::end(kWhen)) return true;
    }
    return false;
  }

  // "witnessed the signing of N documents", "signed the treaty" of several persons.
  std::optional<Occurrence> signing() const {
    if (in_.token(t_).lemma == "witness" && !in_.follows(t_, "signing")) return std::nullopt;
    if (in_.token(t_).verb == VerbForm::PastParticiple && in_.token(t_).deprel == Deprel::acl) return std::nullopt;
    Occurrence found;
    found.kind = MeetingKind::Signing;
    found.participants = in_.clause().subject_of(t_);
    if (found.participants.size() < 2) return std::nullopt;
    found.rule = "meeting.signing";
    int32_t end = t_ + 1;
    while (end < in_.range().last && in_.token(end).upos != Upos::VERB && in_.token(end).upos != Upos::PUNCT) ++end;
    in_.finish(found, t_, t_, end);
    return found;
  }

  // "The Japanese side was co-chaired by X", "led the U.S. delegation": who else took part in what is told elsewhere.
  bool names_side(TokenRange tokens) const {
    for (int32_t i = tokens.first; i < tokens.last; ++i) {
      if (in_.lower(i) == "side" || in_.lower(i) == "delegation" || in_.lower(i) == "delegations") return true;
    }
    return false;
  }

  // "co-chaired the X-Y Dialogue", "The Dialogue was co-chaired by A and B".
  std::optional<Occurrence> chaired() const {
    constexpr int32_t kFar = 8;
    Occurrence found;
    found.kind = cue_.kind;
    int32_t first = t_;
    int32_t end = t_ + 1;
    if (is_passive()) {
      const Others others = agent();
      found.participants = others.persons;
      found.bodies = others.bodies;
      first = in_.clause().subject_start(t_);
      found.again = names_side({first, t_});
    } else {
      found.participants = in_.clause().subject_of(t_);
      const Others others = in_.others_of(t_, cue_);
      add_once(found.participants, others.persons);
      if (!others.empty()) end = others.end;
      found.again = names_side({t_, std::min(t_ + kFar, in_.range().last)});
    }
    if (found.participants.size() < (found.again ? 1 : 2)) return std::nullopt;
    if (cue_.links_by("side") && !found.again) return std::nullopt;
    found.rule = "meeting.chaired";
    in_.finish(found, t_, first, end);
    return found;
  }

  const CueContext& in_;
  int32_t t_;
  const MeetingCue& cue_;
};

}  // namespace

std::optional<Occurrence> read_verb(const CueContext& context, int32_t t, const MeetingCue& cue) {
  return VerbFrame(context, t, cue).read();
}

}  // namespace verbale
