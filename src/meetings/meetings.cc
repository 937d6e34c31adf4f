// From the meetings that a document tells of to its record: names, titles, sides, and who was the host.
#include "meetings/meetings.h"

#include <algorithm>
#include <array>

#include "meetings/choice.h"

namespace verbale {
namespace {

// Before a title, no part of it.
constexpr auto kPassing = std::to_array<std::string_view>({"visiting", "outgoing", "incoming", "newly", "current", "the"});
constexpr auto kRelative =
    std::to_array<std::string_view>({"counterpart", "colleague", "homologue", "host", "guest", "interlocutor"});

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class MeetingMaker {
 public:
  MeetingMaker(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge) {}

  Meeting make(const Occurrence& occurrence) const {
    Meeting meeting;
    meeting.kind = occurrence.kind;
    meeting.text = document_.span_of(occurrence.text);
    meeting.date = occurrence.day.date;
    meeting.inferred = occurrence.day.inferred;
    meeting.made_by = occurrence.rule;
    Venue place = occurrence.place;
    if (place.name.empty() && occurrence.kind == MeetingKind::Talks) place = venue_of_dateline(document_, knowledge_.world);
    meeting.place = place.name;
    for (const int32_t person : occurrence.participants) meeting.participants.push_back(participant(person, meeting.text));
    lend_side(meeting.participants);
    for (const int32_t body : occurrence.bodies) {
      // "Leaders of Peru and Chile, President X and ...": who is named stands for his state.
      const bool stands = std::any_of(meeting.participants.begin(), meeting.participants.end(), [&](const Participant& other) {
        return !other.side.empty() && (other.side == actor(body).id || actor(other.actor).state == actor(body).id);
      });
      if (!stands) meeting.participants.push_back(participant(body, meeting.text));
    }
    meeting.inferred = meeting.inferred || std::any_of(occurrence.participants.begin(), occurrence.participants.end(),
                                                       [&](int32_t person) { return is_inferred(person); });
    meeting.host = host(occurrence, place);
    return meeting;
  }

 private:
  const Actor& actor(int32_t index) const { return document_.actors[static_cast<size_t>(index)]; }

  // In a government's report whoever does the meeting is its own, where nothing tells his state and nobody else's is it.
  void lend_side(std::vector<Participant>& participants) const {
    const Outlet* outlet = knowledge_.outlets.by_name(document_.publication.outlet.value);
    if (outlet == nullptr || outlet->kind != OutletKind::Government || participants.size() < 2) return;
    Participant& first = participants.front();
    const bool taken = std::any_of(participants.begin(), participants.end(),
                                   [&](const Participant& other) { return other.side == outlet->state; });
    const bool foreign = std::any_of(participants.begin() + 1, participants.end(),
                                     [](const Participant& other) { return !other.side.empty(); });
    if (first.side.empty() && !taken && foreign && actor(first.actor).kind == ActorKind::Person) first.side = outlet->state;
  }

  // Named neither in the text nor in its title: known by his office.
  bool is_inferred(int32_t person) const {
    if (!actor(person).mentions.empty() || actor(person).kind != ActorKind::Person) return false;
    if (!document_.headline) return true;
    const std::vector<Actor>& titled = document_.headline->actors;
    return std::none_of(titled.begin(), titled.end(), [&](const Actor& other) { return other.name == actor(person).name; });
  }

  // Who receives: he who invites, or the first of those at home, where a guest is there.
  int32_t host(const Occurrence& occurrence, const Venue& place) const {
    if (occurrence.kind == MeetingKind::Call || occurrence.kind == MeetingKind::Visit ||
        occurrence.kind == MeetingKind::Signing || occurrence.kind == MeetingKind::Ceremony) {
      return -1;
    }
    if (!occurrence.hosts.empty()) return occurrence.hosts.front();
    if (place.state.empty()) return -1;
    int32_t at_home = -1;
    bool guest = !occurrence.bodies.empty();
    for (const int32_t person : occurrence.participants) {
      const std::string& state = actor(person).state;
      if (state != place.state) guest = guest || !state.empty();
      else if (at_home < 0) at_home = person;
    }
    return guest ? at_home : -1;
  }

  // Officials of organisations are on no state's side: "EUE" for the European Union, "XXX" for others.
  std::string side_of(const std::string& state) const {
    if (knowledge_.world.organisation(state) == nullptr) return state;
    return state == "eu" ? "EUE" : "XXX";
  }

  Participant participant(int32_t index, Span text) const {
    Participant participant;
    participant.actor = index;
    participant.name = actor(index).name;
    participant.side = actor(index).kind == ActorKind::State ? actor(index).id : side_of(actor(index).state);
    if (actor(index).kind == ActorKind::Person) participant.role = role_of(index, text);
    return participant;
  }

  // The title that stands before the name nearest to the meeting's text.
  Span role_of(int32_t person, Span text) const {
    Span role;
    uint32_t nearest = UINT32_MAX;
    for (const int32_t index : actor(person).mentions) {
      const Span title = title_of(document_.mentions[static_cast<size_t>(index)]);
      if (title.empty()) continue;
      const uint32_t distance = title.begin > text.begin ? title.begin - text.begin : text.begin - title.begin;
      if (distance < nearest) nearest = distance, role = title;
    }
    if (role.empty() && !actor(person).roles.empty()) role = actor(person).roles.front().from_text;
    return role;
  }

  Span title_of(const Mention& mention) const {
    if (mention.kind != MentionKind::Name) return {};
    const auto next = std::upper_bound(document_.names.begin(), document_.names.end(), mention.tokens.first,
                                       [](int32_t token, const Name& name) { return token < name.tokens.first; });
    if (next == document_.names.begin()) return {};
    const Name& name = *(next - 1);
    if (name.kind != NameKind::Person || name.core.first <= name.tokens.first) return {};
    if (!name.tokens.overlaps(mention.tokens) || mention.tokens.first > name.tokens.first) return {};
    // "Mr" is no role.
    int32_t first = name.tokens.first;
    while (first < name.core.first && is_one_of(word_at(first), kPassing)) ++first;
    bool office = false;
    for (int32_t t = first; t < name.core.first; ++t) {
      const std::string_view word = word_at(t);
      // "his Chilean counterpart": what he is to another, no office.
      if (is_one_of(word, kRelative)) return {};
      office = office || (!word.empty() && !knowledge_.titles.is(word, TitleClass::Honorific));
    }
    return office ? document_.span_of({first, name.core.first}) : Span();
  }

  std::string_view word_at(int32_t token) const {
    std::string_view word = document_.tokens[static_cast<size_t>(token)].lower;
    if (word.ends_with('.')) word.remove_suffix(1);
    return word;
  }

  const Document& document_;
  const Knowledge& knowledge_;
};

}  // namespace

void find_meetings(Document& document, const Knowledge& knowledge) {
  document.meetings.clear();
  const MeetingMaker maker(document, knowledge);
  for (const Occurrence& occurrence : choose_meetings(document, knowledge)) {
    document.meetings.push_back(maker.make(occurrence));
  }
}

}  // namespace verbale
