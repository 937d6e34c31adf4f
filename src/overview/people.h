// Everybody the record names, over all documents: persons with the offices they held, day by day as the documents say
// it, states, parties and organisations.
//
// Who is the same person in two documents is told by visits/persons.h: by the name that the packs have for him on that
// day, else by the words of the name. An office is what a document calls somebody: where the packs know a term of the
// person of that kind on that day, the titles are that term's ("Vietnamese President", "head of state"); else titles
// with the same words are one. First and last day are days of documents that say so, never days of the packs.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "overview/sightings.h"
#include "store/meeting_lists.h"

namespace verbale {

struct OfficeEvidence {
  std::string document;
  std::string date;  // may be empty
  std::string text;
  uint32_t start = 0;  // code points
  uint32_t end = 0;
};

struct OfficeHeld {
  std::string title;
  std::string first;  // ISO; empty where no document with it has a day
  std::string last;
  std::vector<OfficeEvidence> evidence;  // by day; one a document
};

struct ActorOverview {
  std::string id;    // the same in any record: of the name by which persons are compared
  std::string name;  // the packs' name, else the most frequent one
  std::string kind;
  std::string state;
  std::vector<std::string> ids;  // that entries name it by
  std::vector<OfficeHeld> offices;  // by first day
  int64_t documents = 0;
  int64_t statements = 0;
  std::map<std::string, int64_t> statements_by_act;
  std::vector<std::string> meetings;  // ids, in the order of the list
};

// Those in most documents first. A meeting counts for its persons and for the states they are of.
std::vector<ActorOverview> find_people(std::span<const ActorSighting> sightings,
                                       std::span<const ListedMeeting> meetings, const Knowledge& knowledge);

// Words as an id: "xi jinping" -> "xi-jinping". Of `namesakes` of several states each has its state in the id:
// "arvo-kesti-fin"; one whose state is not known has none.
std::string person_id(std::string_view key, std::string_view state, bool namesakes);

}  // namespace verbale
