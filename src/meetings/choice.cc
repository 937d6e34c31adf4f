#include "meetings/choice.h"

#include <algorithm>

#include "actors/headline.h"
#include "actors/resolve.h"
#include "meetings/companions.h"
#include "meetings/cue_context.h"

namespace verbale {
namespace {

constexpr size_t kMostMeetings = 40;  // of one document

bool is_encounter(MeetingKind kind) {
  return kind == MeetingKind::Talks || kind == MeetingKind::Call || kind == MeetingKind::Meeting;
}

size_t shared(const std::vector<int32_t>& a, const std::vector<int32_t>& b) {
  return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](int32_t actor) {
    return std::find(b.begin(), b.end(), actor) != b.end();
  }));
}

bool within(const std::vector<int32_t>& a, const std::vector<int32_t>& b) { return shared(a, b) == a.size(); }

class Chooser {
 public:
  Chooser(const Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), told_(find_occurrences(document, knowledge)) {
    if (document.headline) add_headline();
  }

  std::vector<Occurrence> choose() {
    for (Occurrence& occurrence : told_) {
      if (occurrence.telling == Telling::Title && is_encounter(occurrence.kind)) complete(occurrence);
    }
    settle_kinds();
    choose_encounters();
    if (!chosen_.empty()) {
      Occurrence& main = chosen_.front();
      if (main.day.date.empty() && !document_.publication.dateline.value.empty()) main.day = lead_day();
      add_companions(document_, main);
      if (main.place.name.empty() && main.kind != MeetingKind::Call) main.place = place_of_visit(main);
      if (main.place.name.empty() && main.kind == MeetingKind::Talks) main.place = venue_of_dateline(document_, knowledge_.world);
      main_ = main;
      has_main_ = true;
      for (Occurrence& other : chosen_) lend_place(other);
    }
    choose_visit();
    choose_occasions();
    std::stable_sort(chosen_.begin(), chosen_.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.text.first < b.text.first; });
    return std::move(chosen_);
  }

 private:
  const std::vector<int32_t>& principals() const { return document_.cast.principals; }
  const Actor& actor(int32_t index) const { return document_.actors[static_cast<size_t>(index)]; }

  // ---- What the title beside the text tells, shown by the first words of the text that speak of it.

  void add_headline() {
    std::vector<Occurrence> titled = find_occurrences(*document_.headline, knowledge_);
    for (Occurrence& occurrence : titled) {
      if (!is_encounter(occurrence.kind)) continue;
      occurrence.bodies = here(occurrence.bodies);
      occurrence.participants = here(occurrence.participants);
      occurrence.hosts.clear();
      occurrence.day = {};
      occurrence.place.tokens = {};
      occurrence.sentence = -1;
      occurrence.text = shown_by();
      occurrence.rule = "meeting.headline";
      if (!occurrence.text.empty()) told_.push_back(occurrence);
    }
  }

  std::vector<int32_t> here(const std::vector<int32_t>& of_headline) const {
    std::vector<int32_t> found;
    for (const int32_t index : of_headline) {
      const Actor& named = document_.headline->actors[static_cast<size_t>(index)];
      const int32_t actor = named.kind == ActorKind::Person
                                ? actor_of_headline(document_, knowledge_.actor_words, named)
                                : find_actor(document_, named.id);
      if (actor >= 0) add_once(found, {actor});
    }
    return found;
  }

  // A bare "the conversation", else the first sentence of the report.
  TokenRange shown_by() const {
    TokenRange first;
    for (const Sentence& sentence : document_.sentences) {
      const Paragraph& paragraph = document_.paragraphs[static_cast<size_t>(sentence.paragraph)];
      if (paragraph.kind != ParagraphKind::Body || sentence.tokens.size() < 3) continue;
      if (first.empty()) first = sentence.tokens;
      for (int32_t t = sentence.tokens.first + 1; t < sentence.tokens.last; ++t) {
        if (names_this_meeting(t, sentence.tokens.first)) return {t, t + 1};
      }
    }
    return first;
  }

  // "the conversation", "during their telephone conversation"
  bool names_this_meeting(int32_t t, int32_t first) const {
    const auto token = [&](int32_t i) -> const Token& { return document_.tokens[static_cast<size_t>(i)]; };
    const MeetingCue* cue = token(t).upos == Upos::NOUN ? knowledge_.meeting_cues.noun(token(t).lemma) : nullptr;
    if (cue == nullptr || !is_encounter(cue->kind) || cue->links_by("held") || token(t).plural != (cue->kind == MeetingKind::Talks)) return false;
    int32_t before = t - 1;
    if (before > first && (token(before).upos == Upos::ADJ || token(before).upos == Upos::NOUN)) --before;
    const std::string_view word = token(before).lower;
    if (word == "their" || word == "this") return true;
    const bool during = before > first && (token(before - 1).lower == "during" || token(before - 1).lower == "in");
    return word == "the" && (during || token(t).deprel == Deprel::nsubj || token(t).deprel == Deprel::nsubj_pass);
  }

  // ---- Talks, meetings, calls

  // "Spoke with" is a call unless the title tells of a meeting.
  void settle_kinds() {
    const Occurrence* titled = title_occurrence();
    if (titled == nullptr) return;
    for (Occurrence& occurrence : told_) {
      if (occurrence.open_kind && (occurrence.group || !within(occurrence.participants, titled->participants))) continue;
      if (occurrence.open_kind) occurrence.kind = titled->kind;
      if (occurrence.open_kind && occurrence.kind != MeetingKind::Call) occurrence.open_kind = false;
    }
  }

  const Occurrence* title_occurrence() const {
    const auto titled = std::find_if(told_.begin(), told_.end(), [](const Occurrence& o) {
      return o.telling == Telling::Title && is_encounter(o.kind);
    });
    return titled == told_.end() ? nullptr : &*titled;
  }

  // Whether the occurrence tells again what a chosen one has told.
  bool is_told(const Occurrence& occurrence) const {
    for (const Occurrence& other : chosen_) {
      if (is_encounter(other.kind) && tells_again(occurrence, other)) return true;
    }
    return false;
  }

  bool tells_again(const Occurrence& occurrence, const Occurrence& other) const {
    const bool other_day =
        !occurrence.day.date.empty() && !other.day.date.empty() && occurrence.day.date != other.day.date;
    if (occurrence.sentence >= 0 && other.sentence >= 0 && occurrence.text.overlaps(other.text)) return true;
    const bool same = within(occurrence.participants, other.participants);
    switch (occurrence.telling) {
      case Telling::Clause: {
        const bool fewer = occurrence.kind == other.kind && occurrence.participants.size() < other.participants.size();
        const bool separate = fewer || (occurrence.group && !other.group);
        return same && !other_day && !separate;
      }
      case Telling::Noun:
        if (same && by_other_means(occurrence, other) && !occurrence.day.date.empty()) return false;
        [[fallthrough]];
      case Telling::Title:
        return same || occurrence.participants.size() < 2 || shared(occurrence.participants, other.participants) >= 2;
      case Telling::Bare: return true;
    }
    return true;
  }

  // A call and a meeting in person are two, whoever took part.
  static bool by_other_means(const Occurrence& a, const Occurrence& b) {
    return (a.kind == MeetingKind::Call) != (b.kind == MeetingKind::Call) && !a.open_kind && !b.open_kind;
  }

  void choose_encounters() {
    // What the lead tells, then the title, then what the rest of the report tells besides.
    pick(Telling::Clause, true);
    pick(Telling::Noun, true);
    pick(Telling::Title, false);
    pick(Telling::Clause, false);
    pick(Telling::Noun, false);
    // Somebody's own words tell of the meeting that the report is about only where nothing else does.
    pick(Telling::Clause, false, true);
    pick(Telling::Bare, false);
  }

  void pick(Telling telling, bool lead, bool spoken = false) {
    constexpr int32_t kLead = 6;  // sentences, title and notes on the source among them
    const Occurrence* titled = title_occurrence();
    for (Occurrence& occurrence : told_) {
      if (occurrence.telling != telling || !is_encounter(occurrence.kind)) continue;
      if (lead && occurrence.sentence >= kLead) continue;
      // The authors of a joint statement tell of their own meeting at its start.
      const bool told_there = !occurrence.day.date.empty() || !occurrence.place.name.empty();
      if (occurrence.spoken && document_.cast.joint_statement && told_there && occurrence.sentence < kLead) occurrence.spoken = false;
      if (occurrence.spoken != spoken) continue;
      if (spoken && (!chosen_.empty() || occurrence.day.date.empty())) continue;
      if (!occurrence.again) complete(occurrence);
      if (lead && telling == Telling::Noun && titled != nullptr && titled->participants.size() > 1 &&
          (shared(occurrence.participants, titled->participants) < 2 || by_other_means(occurrence, *titled))) {
        continue;
      }
      if (occurrence.again) {
        if (!chosen_.empty()) add_once(chosen_.front().participants, occurrence.participants);
        continue;
      }
      if (!is_enough(occurrence) || is_told(occurrence)) continue;
      for (Occurrence& one : one_by_one(occurrence)) {
        if (chosen_.size() < kMostMeetings) chosen_.push_back(std::move(one));
      }
    }
  }

  // "Spoke separately with A and B" is two calls.
  static std::vector<Occurrence> one_by_one(const Occurrence& occurrence) {
    const size_t from = occurrence.each_from;
    if (from == 0 || occurrence.participants.size() < from + 2) return {occurrence};
    std::vector<Occurrence> each;
    for (size_t i = from; i < occurrence.participants.size(); ++i) {
      Occurrence one = occurrence;
      one.participants.resize(from);
      one.participants.push_back(occurrence.participants[i]);
      each.push_back(std::move(one));
    }
    return each;
  }

  static bool is_enough(const Occurrence& occurrence) {
    const size_t persons = occurrence.participants.size();
    if (persons + occurrence.bodies.size() >= 2) return true;
    return persons == 1 && (occurrence.group || occurrence.telling == Telling::Title);
  }

  // The principals fill in for "their talks", "telephone conversation with X" of a title.
  void complete(Occurrence& occurrence) const {
    if (occurrence.participants.size() >= 2 || occurrence.bodies.size() >= 2) return;
    if (occurrence.group && occurrence.telling == Telling::Clause) return;
    if (occurrence.telling == Telling::Clause && !occurrence.participants.empty() && principals().size() != 2) return;
    for (const int32_t principal : own_first()) {
      if (occurrence.group && !occurrence.participants.empty()) break;
      if (occurrence.participants.size() < 2 || occurrence.telling == Telling::Bare) add_once(occurrence.participants, {principal});
    }
  }

  // The principals, the one of the outlet's own state first: whose calls and talks its reports tell of.
  std::vector<int32_t> own_first() const {
    std::vector<int32_t> order = principals();
    const std::string& side = document_.publication.side.value;
    if (!side.empty()) {
      std::stable_partition(order.begin(), order.end(), [&](int32_t person) { return actor(person).state == side; });
    }
    return order;
  }

  // The day that the report's first sentences name, if it is only one.
  Day lead_day() const {
    constexpr int32_t kLead = 2;  // sentences of the body
    int32_t body = 0;
    Day day;
    for (const Sentence& sentence : document_.sentences) {
      if (document_.publication.title.overlaps(sentence.span)) continue;
      if (body++ == kLead) break;
      for (const Quantity& quantity : document_.quantities) {
        if (quantity.kind != QuantityKind::Date || quantity.value.size() != 10 || !sentence.span.contains(quantity.text)) continue;
        if (!day.date.empty() && day.date != quantity.value) return {};
        day.date = quantity.value;
        day.inferred = quantity.inferred;
      }
    }
    return day;
  }

  // ---- Visits

  // One visit: the first that names where to, else the first.
  void choose_visit() {
    const Occurrence* best = nullptr;
    for (const Occurrence& occurrence : told_) {
      if (occurrence.kind != MeetingKind::Visit || occurrence.spoken) continue;
      if (best == nullptr || (best->telling == Telling::Bare && occurrence.telling != Telling::Bare)) best = &occurrence;
    }
    if (best == nullptr) return;
    Occurrence visit = *best;
    visit.day = {};
    if (visit.place.name.empty() && has_main_) visit.place = main_.place;
    if (visit.place.name.empty()) visit.place = venue_of_dateline(document_, knowledge_.world);
    if (visit.participants.size() != 1) visit.participants = visitors(visit);
    if (visit.participants.empty() || visit.place.name.empty()) return;
    if (best->telling == Telling::Bare && !is_guest(visit)) return;
    if (leads_elsewhere(visit)) return;
    chosen_.push_back(visit);
  }

  // "The results of his visit to Peru", in a report of talks with somebody from Chile, held in neither: of some other time.
  bool leads_elsewhere(const Occurrence& visit) const {
    if (!has_main_ || visit.place.state.empty() || main_.place.state == visit.place.state) return false;
    if (!within(visit.participants, main_.participants)) return false;
    bool known = false;
    for (const int32_t person : main_.participants) {
      const std::string& state = actor(person).state;
      if (state.empty() || state == visit.place.state) return false;
      known = true;
    }
    return known && main_.bodies.empty();
  }

  // A visit without its place named leads to where somebody else is at home.
  bool is_guest(const Occurrence& visit) const {
    if (visit.place.state.empty()) return false;
    const bool foreign = std::all_of(visit.participants.begin(), visit.participants.end(),
                                     [&](int32_t person) { return actor(person).state != visit.place.state; });
    const std::vector<int32_t>& all = has_main_ ? main_.participants : principals();
    return foreign && std::any_of(all.begin(), all.end(), [&](int32_t person) { return actor(person).state == visit.place.state; });
  }

  // Where the visit leads; the town of the dateline, where that is in the state visited.
  Venue place_of_visit(const Occurrence& meeting) const {
    Venue visited = visited_place(meeting);
    Venue here = venue_of_dateline(document_, knowledge_.world);
    return !here.name.empty() && here.state == visited.state ? here : visited;
  }

  // The talks were held where one of those who met was the other's guest.
  Venue visited_place(const Occurrence& meeting) const {
    for (const Occurrence& visit : told_) {
      if (visit.kind != MeetingKind::Visit || visit.spoken || visit.place.state.empty() || visit.participants.empty()) continue;
      if (!within(visit.participants, meeting.participants)) continue;
      const auto at_home = [&](int32_t person) { return actor(person).state == visit.place.state; };
      if (std::none_of(visit.participants.begin(), visit.participants.end(), at_home) &&
          std::any_of(meeting.participants.begin(), meeting.participants.end(), at_home)) {
        return visit.place;
      }
    }
    return {};
  }

  // Whom the guest of the talks saw besides, on that day and at home there, he saw where the talks were.
  void lend_place(Occurrence& other) const {
    if (main_.place.state.empty() || !other.place.name.empty() || other.kind == MeetingKind::Call) return;
    if (other.day.date.empty() || other.day.date != main_.day.date) return;
    bool at_home = false;
    bool guest = false;
    for (const int32_t person : other.participants) {
      at_home = at_home || actor(person).state == main_.place.state;
      const bool of_talks = std::find(main_.participants.begin(), main_.participants.end(), person) != main_.participants.end();
      guest = guest || (of_talks && actor(person).state != main_.place.state);
    }
    if (at_home && guest) other.place = main_.place;
  }

  // Those who are no hosts where the visit leads: named before it, or leading the talks.
  std::vector<int32_t> visitors(const Occurrence& visit) const {
    std::vector<int32_t> found;
    for (const int32_t person : visit.participants) {
      if (actor(person).state != visit.place.state) add_once(found, {person});
    }
    if (!found.empty()) return found;
    for (const int32_t person : principals()) {
      if (!visit.place.state.empty() && actor(person).state != visit.place.state) add_once(found, {person});
    }
    return found;
  }

  // ---- Meals and ceremonies of the day of the main meeting

  void choose_occasions() {
    for (Occurrence& occurrence : told_) {
      if (is_encounter(occurrence.kind) || occurrence.kind == MeetingKind::Visit || occurrence.spoken) continue;
      const bool again = std::any_of(chosen_.begin(), chosen_.end(),
                                     [&](const Occurrence& other) { return other.kind == occurrence.kind; });
      if (again || chosen_.size() >= kMostMeetings) continue;
      if (occurrence.participants.empty() && has_main_) occurrence.participants = main_guests();
      if (occurrence.participants.empty()) continue;
      if (has_main_ && occurrence.day.date.empty()) occurrence.day = main_.day;
      if (has_main_ && occurrence.place.name.empty()) occurrence.place = main_.place;
      if (occurrence.place.name.empty()) occurrence.place = venue_of_dateline(document_, knowledge_.world);
      chosen_.push_back(occurrence);
    }
  }

  std::vector<int32_t> main_guests() const {
    std::vector<int32_t> guests;
    for (const int32_t person : main_.participants) {
      if (!main_.place.state.empty() && actor(person).state != main_.place.state) guests.push_back(person);
    }
    return guests;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  std::vector<Occurrence> told_;
  std::vector<Occurrence> chosen_;
  Occurrence main_;
  bool has_main_ = false;
};

}  // namespace

std::vector<Occurrence> choose_meetings(const Document& document, const Knowledge& knowledge) {
  return Chooser(document, knowledge).choose();
}

}  // namespace verbale
