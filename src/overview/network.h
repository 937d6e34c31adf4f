// Who met whom: persons, or states, as nodes, and an edge where two of different sides were at one meeting.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "overview/people.h"
#include "store/meeting_lists.h"

namespace verbale {

struct NetworkNode {
  std::string id;  // of find_people
  std::string name;
  std::string state;
  int64_t meetings = 0;
};

struct NetworkEdge {
  std::string a;  // ids, the first of the alphabet first
  std::string b;
  std::vector<std::string> meetings;  // ids, by day
  std::string first;  // ISO; empty where no meeting has a day
  std::string last;
};

struct MeetingNetwork {
  std::vector<NetworkNode> nodes;  // who met most first
  std::vector<NetworkEdge> edges;  // the most meetings first
};

// Persons whose side is not known count as of another side than everybody.
MeetingNetwork network_of_persons(std::span<const ListedMeeting> meetings, const PersonIds& persons);
MeetingNetwork network_of_states(std::span<const ListedMeeting> meetings, const Knowledge& knowledge);

}  // namespace verbale
