#include "overview/network.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "overview/people.h"
#include "visits/persons.h"

namespace verbale {
namespace {

constexpr size_t kMostPresent = 60;  // of a meeting: more make a list, not an encounter

struct Present {
  std::string id;
  std::string name;
  std::string state;
};

class NetworkMaker {
 public:
  void add(const ListedMeeting& meeting, std::vector<Present> present) {
    if (present.size() > kMostPresent) present.resize(kMostPresent);
    for (const Present& one : present) {
      NetworkNode& node = nodes_[one.id];
      node.id = one.id;
      if (node.state.empty()) node.state = one.state;
      ++node.meetings;
      ++names_[one.id][one.name];
    }
    for (size_t i = 0; i < present.size(); ++i) {
      for (size_t j = i + 1; j < present.size(); ++j) join(meeting, present[i], present[j]);
    }
  }

  MeetingNetwork finish() {
    MeetingNetwork network;
    for (auto& [id, node] : nodes_) {
      const auto& names = names_[id];
      const auto usual = std::ranges::max_element(names, [](const auto& a, const auto& b) {
        return std::tuple(a.second, a.first.size()) < std::tuple(b.second, b.first.size());
      });
      node.name = usual->first;
      network.nodes.push_back(std::move(node));
    }
    for (auto& [ids, edge] : edges_) network.edges.push_back(std::move(edge));
    std::ranges::stable_sort(network.nodes, [](const NetworkNode& a, const NetworkNode& b) { return a.meetings > b.meetings; });
    std::ranges::stable_sort(network.edges, [](const NetworkEdge& a, const NetworkEdge& b) { return a.meetings.size() > b.meetings.size(); });
    return network;
  }

 private:
  void join(const ListedMeeting& meeting, const Present& one, const Present& other) {
    if (one.id == other.id || (!one.state.empty() && one.state == other.state)) return;
    const std::pair<std::string, std::string> ids = std::minmax(one.id, other.id);
    NetworkEdge& edge = edges_[ids];
    std::tie(edge.a, edge.b) = ids;
    if (!edge.meetings.empty() && edge.meetings.back() == meeting.id) return;
    edge.meetings.push_back(meeting.id);
    if (meeting.date.empty()) return;
    if (edge.first.empty() || meeting.date < edge.first) edge.first = meeting.date;
    if (meeting.date > edge.last) edge.last = meeting.date;
  }

  std::map<std::string, NetworkNode> nodes_;
  std::map<std::string, std::map<std::string, int64_t>> names_;
  std::map<std::pair<std::string, std::string>, NetworkEdge> edges_;
};

}  // namespace

MeetingNetwork network_of_persons(std::span<const ListedMeeting> meetings, const Knowledge& knowledge) {
  const PersonFinder finder(knowledge);
  std::map<std::string, std::set<std::string>> states;  // by key: of two there are namesakes
  for (const ListedMeeting& meeting : meetings) {
    for (const JoinedPerson& person : meeting.participants) {
      const KnownPerson known = finder.find(person.name, person.side, meeting.date);
      if (!known.state.empty()) states[known.key].insert(known.state);
    }
  }
  NetworkMaker maker;
  for (const ListedMeeting& meeting : meetings) {
    std::vector<Present> present;
    for (const JoinedPerson& person : meeting.participants) {
      const KnownPerson known = finder.find(person.name, person.side, meeting.date);
      const std::string id = person_id(known.key, known.state, states[known.key].size() > 1);
      const bool twice = std::ranges::any_of(present, [&](const Present& one) { return one.id == id; });
      if (!id.empty() && !twice) present.push_back({id, person.name, person.side});
    }
    maker.add(meeting, std::move(present));
  }
  return maker.finish();
}

MeetingNetwork network_of_states(std::span<const ListedMeeting> meetings, const Knowledge& knowledge) {
  NetworkMaker maker;
  for (const ListedMeeting& meeting : meetings) {
    std::vector<Present> present;
    for (const JoinedPerson& person : meeting.participants) {
      const bool twice = std::ranges::any_of(present, [&](const Present& one) { return one.id == person.side; });
      if (person.side.empty() || twice) continue;
      const State* state = knowledge.world.state(person.side);
      present.push_back({person.side, state == nullptr ? person.side : state->name, person.side});
    }
    maker.add(meeting, std::move(present));
  }
  return maker.finish();
}

}  // namespace verbale
