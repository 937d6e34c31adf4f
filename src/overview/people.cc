#include "overview/people.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "overview/offices.h"
#include "visits/persons.h"

namespace verbale {
namespace {

constexpr std::string_view kPerson = "person";
constexpr std::string_view kState = "state";

// A person is a key and a state, anybody else a kind and an id.
using ActorKey = std::pair<std::string, std::string>;

struct Gathered {
  std::vector<const ActorSighting*> sightings;
  std::map<std::string, int64_t> names;
  std::set<std::string> ids;
  std::set<std::string> documents;
};

// The most frequent name; of those the longest, then the first of the alphabet.
std::string usual_name(const std::map<std::string, int64_t>& names) {
  std::string best;
  int64_t most = 0;
  for (const auto& [name, count] : names) {
    if (count > most || (count == most && name.size() > best.size())) {
      most = count;
      best = name;
    }
  }
  return best;
}

class PeopleGatherer {
 public:
  explicit PeopleGatherer(const Knowledge& knowledge) : knowledge_(knowledge), finder_(knowledge) {
    const std::span<const Person> persons = knowledge.world.persons();
    for (size_t i = 0; i < persons.size(); ++i) {
      known_.try_emplace({finder_.find(persons[i].name, persons[i].state, "").key, persons[i].state}, static_cast<int32_t>(i));
    }
  }

  void add(const ActorSighting& sighting) {
    ActorKey key{sighting.kind, sighting.id};
    if (sighting.kind == kPerson) {
      const KnownPerson person = finder_.find(sighting.name, sighting.state, sighting.date);
      key = {person.key, person.state};
    }
    Gathered& gathered = (sighting.kind == kPerson ? persons_ : others_)[key];
    gathered.sightings.push_back(&sighting);
    ++gathered.names[sighting.name];
    gathered.ids.insert(sighting.id);
    gathered.documents.insert(sighting.document);
  }

  std::vector<ActorOverview> finish(std::span<const ListedMeeting> meetings) {
    join_stateless();
    for (const ListedMeeting& meeting : meetings) add_meeting(meeting);
    std::vector<ActorOverview> people;
    for (const auto& [key, gathered] : persons_) people.push_back(person(key, gathered));
    for (const auto& [key, gathered] : others_) people.push_back(other(key, gathered));
    std::ranges::stable_sort(people, [](const ActorOverview& a, const ActorOverview& b) {
      return a.documents != b.documents ? a.documents > b.documents : a.id < b.id;
    });
    return people;
  }

 private:
  // A person without a state is the only one of that name who has one.
  void join_stateless() {
    for (auto at = persons_.begin(); at != persons_.end();) {
      const auto next = std::next(at);
      const bool same = next != persons_.end() && next->first.first == at->first.first;
      const bool third = same && std::next(next) != persons_.end() && std::next(next)->first.first == at->first.first;
      if (at->first.second.empty() && same && !third) {
        Gathered& into = next->second;
        into.sightings.insert(into.sightings.end(), at->second.sightings.begin(), at->second.sightings.end());
        for (const auto& [name, count] : at->second.names) into.names[name] += count;
        into.ids.merge(at->second.ids);
        into.documents.merge(at->second.documents);
        persons_.erase(at);
      }
      at = next;
    }
  }

  void add_meeting(const ListedMeeting& meeting) {
    std::set<std::string> states;
    for (const JoinedPerson& person : meeting.participants) {
      if (!person.side.empty()) states.insert(person.side);
      const KnownPerson known = finder_.find(person.name, person.side, meeting.date);
      auto found = persons_.find({known.key, known.state});
      if (found == persons_.end()) found = persons_.lower_bound({known.key, ""});
      if (found == persons_.end() || found->first.first != known.key) continue;
      std::vector<std::string>& list = meetings_of_persons_[found->first];
      if (list.empty() || list.back() != meeting.id) list.push_back(meeting.id);
    }
    for (const std::string& state : states) meetings_of_states_[state].push_back(meeting.id);
  }

  void count(ActorOverview& actor, const Gathered& gathered) const {
    actor.ids.assign(gathered.ids.begin(), gathered.ids.end());
    actor.documents = static_cast<int64_t>(gathered.documents.size());
    for (const ActorSighting* sighting : gathered.sightings) {
      for (const auto& [act, statements] : sighting->statements) {
        actor.statements_by_act[act] += statements;
        actor.statements += statements;
      }
    }
  }

  ActorOverview person(const ActorKey& key, const Gathered& gathered) const {
    ActorOverview actor;
    // Two persons with one name are told apart by their states.
    const auto twin = persons_.lower_bound({key.first, ""});
    const bool several = twin->first != key || (std::next(twin) != persons_.end() && std::next(twin)->first.first == key.first);
    actor.id = person_id(key.first, key.second, several);
    actor.kind = kPerson;
    actor.state = key.second;
    const auto known = known_.find(key);
    const int32_t index = known == known_.end() ? -1 : known->second;
    actor.name = index < 0 ? usual_name(gathered.names) : knowledge_.world.persons()[static_cast<size_t>(index)].name;
    OfficeGatherer offices(knowledge_, index);
    for (const ActorSighting* sighting : gathered.sightings) offices.add(*sighting);
    actor.offices = offices.offices();
    count(actor, gathered);
    const auto meetings = meetings_of_persons_.find(key);
    if (meetings != meetings_of_persons_.end()) actor.meetings = meetings->second;
    return actor;
  }

  ActorOverview other(const ActorKey& key, const Gathered& gathered) const {
    ActorOverview actor;
    actor.kind = key.first;
    actor.id = key.second;
    actor.name = usual_name(gathered.names);
    actor.state = key.first == kState ? key.second : gathered.sightings.front()->state;
    const State* state = key.first == kState ? knowledge_.world.state(key.second) : nullptr;
    if (state != nullptr) actor.name = state->name;
    count(actor, gathered);
    const auto meetings = meetings_of_states_.find(key.second);
    if (key.first == kState && meetings != meetings_of_states_.end()) actor.meetings = meetings->second;
    return actor;
  }

  const Knowledge& knowledge_;
  PersonFinder finder_;
  std::map<ActorKey, int32_t> known_;  // indices of the packs' persons
  std::map<ActorKey, Gathered> persons_;
  std::map<ActorKey, Gathered> others_;
  std::map<ActorKey, std::vector<std::string>> meetings_of_persons_;
  std::map<std::string, std::vector<std::string>> meetings_of_states_;
};

}  // namespace

std::string person_id(std::string_view key, std::string_view state, bool namesakes) {
  std::string id(key);
  std::ranges::replace(id, ' ', '-');
  if (namesakes && !state.empty()) id += '-' + to_lower(state);
  return id;
}

std::vector<ActorOverview> find_people(std::span<const ActorSighting> sightings,
                                       std::span<const ListedMeeting> meetings, const Knowledge& knowledge) {
  PeopleGatherer gatherer(knowledge);
  for (const ActorSighting& sighting : sightings) gatherer.add(sighting);
  return gatherer.finish(meetings);
}

}  // namespace verbale
