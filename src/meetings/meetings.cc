// From the places that tell of a meeting to the meetings: each is told once, by its most telling place; who took part,
// when and where is completed from the other places and from whom the document is about.
#include "meetings/meetings.h"

#include <algorithm>

#include "actors/resolve.h"
#include "base/utf8.h"
#include "meetings/occurrence.h"

namespace verbale {
namespace {

constexpr size_t kMostMeetings = 40;  // of one document

bool is_encounter(MeetingKind kind) {
  return kind == MeetingKind::Talks || kind == MeetingKind::Call || kind == MeetingKind::Meeting;
}

void add_once(std::vector<int32_t>& list, int32_t value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

class MeetingMaker {
 public:
  MeetingMaker(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), told_(find_occurrences(document, knowledge)) {}

  void run() {
    settle_kinds();
    choose_encounters();
    if (!chosen_.empty()) {
      Occurrence& main = chosen_.front();
      if (main.day.date.empty() && !document_.publication.dateline.value.empty()) main.day = lead_day();
      add_companions(main);
      main_ = main;
      has_main_ = true;
    }
    choose_visit();
    choose_occasions();
    std::stable_sort(chosen_.begin(), chosen_.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.text.first < b.text.first;
    });
    for (const Occurrence& occurrence : chosen_) document_.meetings.push_back(make(occurrence));
  }

 private:
  // "Spoke with" is a call unless the title tells of a meeting.
  void settle_kinds() {
    const auto titled = std::find_if(told_.begin(), told_.end(), [](const Occurrence& o) {
      return o.telling == Telling::Title && is_encounter(o.kind);
    });
    if (titled == told_.end()) return;
    for (Occurrence& occurrence : told_) {
      if (occurrence.open_kind) occurrence.kind = titled->kind;
      if (occurrence.open_kind && occurrence.kind != MeetingKind::Call) occurrence.open_kind = false;
    }
  }

  const std::vector<int32_t>& principals() const { return document_.cast.principals; }

  bool same_people(const Occurrence& a, const Occurrence& b) const {
    return std::all_of(a.participants.begin(), a.participants.end(), [&](int32_t actor) {
      return std::find(b.participants.begin(), b.participants.end(), actor) != b.participants.end();
    });
  }

  // Whether the occurrence tells again what a chosen one has told.
  bool is_told(const Occurrence& occurrence) const {
    for (const Occurrence& other : chosen_) {
      if (!is_encounter(other.kind)) continue;
      const bool other_day = !occurrence.day.date.empty() && !other.day.date.empty() &&
                             occurrence.day.date != other.day.date;
      const bool separate = occurrence.telling == Telling::Clause && occurrence.kind == other.kind &&
                            occurrence.participants.size() < other.participants.size();
      if (occurrence.telling == Telling::Clause ? same_people(occurrence, other) && !other_day && !separate : true) return true;
    }
    return false;
  }

  void choose_encounters() {
    // What the lead tells, then the title, then what the rest of the report tells besides.
    choose(Telling::Clause, true);
    choose(Telling::Noun, true);
    choose(Telling::Title, false);
    choose(Telling::Clause, false);
    choose(Telling::Noun, false);
    choose(Telling::Bare, false);
  }

  void choose(Telling telling, bool lead) {
    constexpr int32_t kLead = 6;  // sentences, title and notes on the source among them
    for (Occurrence& occurrence : told_) {
      if (occurrence.telling != telling || !is_encounter(occurrence.kind)) continue;
      if (lead && occurrence.sentence >= kLead) continue;
      complete(occurrence);
      const size_t known = occurrence.participants.size();
      const bool enough = known >= 2 || (known == 1 && (occurrence.group || telling == Telling::Title));
      if (!enough || is_told(occurrence)) continue;
      if (chosen_.size() < kMostMeetings) chosen_.push_back(occurrence);
    }
  }

  // The principals fill in for "their talks", "telephone conversation with X" of a title.
  void complete(Occurrence& occurrence) const {
    if (occurrence.participants.size() >= 2) return;
    if (occurrence.group && occurrence.telling == Telling::Clause) return;
    if (occurrence.telling == Telling::Clause && !occurrence.participants.empty() && principals().size() != 2) return;
    for (const int32_t actor : principals()) {
      if (occurrence.participants.size() < 2 || occurrence.telling == Telling::Bare) add_once(occurrence.participants, actor);
    }
  }

  // "They were joined by X and Y": further participants of the main meeting, told in the lead.
  void add_companions(Occurrence& main) const {
    constexpr int32_t kAfter = 4;  // sentences after the one that tells of the meeting
    const size_t first = static_cast<size_t>(main.sentence);
    for (size_t i = first; i <= first + kAfter && i < document_.sentences.size(); ++i) {
      const TokenRange tokens = document_.sentences[i].tokens;
      for (int32_t t = tokens.first; t + 1 < tokens.last; ++t) {
        const Token& token = document_.tokens[static_cast<size_t>(t)];
        if (token.lower != "joined" || document_.tokens[static_cast<size_t>(t) + 1].lower != "by") continue;
        for (const int32_t person : resolve_subject(document_, {t + 2, tokens.last})) {
          if (actor(person).kind == ActorKind::Person) add_once(main.participants, person);
        }
      }
    }
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

  const Actor& actor(int32_t index) const { return document_.actors[static_cast<size_t>(index)]; }

  // One visit: the first that names where to, else the first.
  void choose_visit() {
    const Occurrence* best = nullptr;
    for (const Occurrence& occurrence : told_) {
      if (occurrence.kind != MeetingKind::Visit) continue;
      if (best == nullptr || (best->telling == Telling::Bare && occurrence.telling != Telling::Bare)) best = &occurrence;
    }
    if (best == nullptr) return;
    Occurrence visit = *best;
    visit.day = {};
    if (visit.place.name.empty() && has_main_) visit.place = main_.place;
    if (visit.place.name.empty()) visit.place = dateline_place();
    if (visit.participants.size() != 1) visit.participants = visitors(visit);
    if (visit.participants.empty() || visit.place.name.empty()) return;
    chosen_.push_back(visit);
  }

  // Those who are no hosts where the visit leads: named before it, or leading the talks.
  std::vector<int32_t> visitors(const Occurrence& visit) const {
    std::vector<int32_t> found;
    for (const int32_t person : visit.participants) {
      if (actor(person).state != visit.place.state) add_once(found, person);
    }
    if (!found.empty()) return found;
    for (const int32_t person : principals()) {
      if (!visit.place.state.empty() && actor(person).state != visit.place.state) add_once(found, person);
    }
    return found;
  }

  // Meals and ceremonies of the day of the main meeting.
  void choose_occasions() {
    for (Occurrence& occurrence : told_) {
      if (is_encounter(occurrence.kind) || occurrence.kind == MeetingKind::Visit) continue;
      const bool again = std::any_of(chosen_.begin(), chosen_.end(),
                                     [&](const Occurrence& other) { return other.kind == occurrence.kind; });
      if (again || chosen_.size() >= kMostMeetings) continue;
      if (occurrence.participants.empty() && has_main_) occurrence.participants = main_guests();
      if (occurrence.participants.empty()) continue;
      if (has_main_ && occurrence.day.date.empty()) occurrence.day = main_.day;
      if (has_main_ && occurrence.place.name.empty()) occurrence.place = main_.place;
      if (occurrence.place.name.empty()) occurrence.place = dateline_place();
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

  // The place of a dateline, in the spelling of the packs.
  Venue dateline_place() const {
    const std::string& written = document_.publication.dateline.value;
    if (written.empty()) return {};
    const std::string folded = fold(written);
    for (const auto& place : knowledge_.world.places()) {
      if (fold(place.name) == folded) return {place.name, place.state, false, {}};
    }
    for (const State& state : knowledge_.world.states()) {
      if (fold(state.capital) == folded) return {state.capital, state.id, false, {}};
    }
    return {written, {}, false, {}};
  }

  Meeting make(const Occurrence& occurrence) const {
    Meeting meeting;
    meeting.kind = occurrence.kind;
    meeting.text = document_.span_of(occurrence.text);
    meeting.date = occurrence.day.date;
    meeting.inferred = occurrence.day.inferred;
    meeting.made_by = occurrence.rule;
    Venue place = occurrence.place;
    if (place.name.empty() && occurrence.kind == MeetingKind::Talks) place = dateline_place();
    meeting.place = place.name;
    for (const int32_t person : occurrence.participants) meeting.participants.push_back(participant(person, meeting.text));
    meeting.host = host(occurrence, place);
    return meeting;
  }

  // Who receives: he who invites, or the one of them at home.
  int32_t host(const Occurrence& occurrence, const Venue& place) const {
    if (occurrence.kind == MeetingKind::Call || occurrence.kind == MeetingKind::Visit ||
        occurrence.kind == MeetingKind::Signing || occurrence.kind == MeetingKind::Ceremony) {
      return -1;
    }
    if (!occurrence.hosts.empty()) return occurrence.hosts.front();
    int32_t at_home = -1;
    for (const int32_t person : occurrence.participants) {
      if (place.state.empty() || actor(person).state != place.state) continue;
      if (at_home >= 0) return -1;
      at_home = person;
    }
    return at_home;
  }

  Participant participant(int32_t person, Span text) const {
    Participant participant;
    participant.actor = person;
    participant.name = actor(person).name;
    participant.side = actor(person).state;
    participant.role = role_of(person, text);
    return participant;
  }

  // The title that stands before the name nearest to the meeting's text.
  Span role_of(int32_t person, Span text) const {
    Span role;
    uint32_t nearest = UINT32_MAX;
    for (const int32_t index : actor(person).mentions) {
      const Mention& mention = document_.mentions[static_cast<size_t>(index)];
      const Span title = title_of(mention);
      if (title.empty()) continue;
      const uint32_t distance = title.begin > text.begin ? title.begin - text.begin : text.begin - title.begin;
      if (distance < nearest) nearest = distance, role = title;
    }
    if (role.empty() && !actor(person).roles.empty()) role = actor(person).roles.front().from_text;
    return role;
  }

  Span title_of(const Mention& mention) const {
    const auto next = std::upper_bound(document_.names.begin(), document_.names.end(), mention.tokens.first,
                                       [](int32_t token, const Name& name) { return token < name.tokens.first; });
    if (next == document_.names.begin()) return {};
    const Name& name = *(next - 1);
    if (name.kind != NameKind::Person || name.core.first <= name.tokens.first) return {};
    if (!name.tokens.overlaps(mention.tokens) || mention.tokens.first > name.tokens.first) return {};
    return document_.span_of({name.tokens.first, name.core.first});
  }

  Document& document_;
  const Knowledge& knowledge_;
  std::vector<Occurrence> told_;
  std::vector<Occurrence> chosen_;
  Occurrence main_;
  bool has_main_ = false;
};

}  // namespace

void find_meetings(Document& document, const Knowledge& knowledge) {
  document.meetings.clear();
  MeetingMaker(document, knowledge).run();
}

}  // namespace verbale
