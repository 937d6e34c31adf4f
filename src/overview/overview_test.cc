#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "knowledge/tsv.h"
#include "overview/heat.h"
#include "overview/network.h"
#include "overview/people.h"

namespace verbale {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

const Knowledge& knowledge() {
  static const std::unique_ptr<const Knowledge> loaded = load_knowledge(find_home().value()).value();
  return *loaded;
}

ActorSighting person(const std::string& name, const std::string& state, const std::string& date,
                     std::vector<std::string> titles) {
  ActorSighting sighting;
  sighting.id = name;
  sighting.name = name;
  sighting.kind = "person";
  sighting.state = state;
  sighting.document = "d " + date;
  sighting.date = date;
  sighting.statements = {{"assertive", 2}};
  for (std::string& title : titles) sighting.roles.push_back({title, title, 0, 1});
  return sighting;
}

ListedMeeting meeting(const std::string& id, const std::string& date, const std::vector<std::pair<std::string, std::string>>& who) {
  ListedMeeting one;
  one.id = id;
  one.date = date;
  for (const auto& [name, side] : who) one.participants.push_back({"", name, "", side, ""});
  one.accounts.push_back({});
  one.accounts.back().document = "report of " + id;
  one.accounts.back().side = who.front().second;
  return one;
}

// "President of Vietnam 2024-08-19..2024-08-20"
std::vector<std::string> offices(const ActorOverview& actor) {
  std::vector<std::string> out;
  for (const OfficeHeld& office : actor.offices) out.push_back(office.title + ' ' + office.first + ".." + office.last);
  return out;
}

TEST(People, OfficesAreRightForEachDay) {
  const std::vector<ActorSighting> sightings = {
      person("Tô Lâm", "VNM", "2024-08-19", {"Party General Secretary", "Vietnamese President", "Top leader"}),
      person("To Lam", "VNM", "2024-08-20", {"general secretary of the Communist Party of Vietnam Central Committee", "State President"}),
      person("Lam", "VNM", "2025-04-14", {"General Secretary"}),
  };
  const std::vector<ActorOverview> people = find_people(sightings, {}, knowledge());
  ASSERT_THAT(people, SizeIs(1));
  EXPECT_EQ(people[0].id, "to-lam");
  EXPECT_EQ(people[0].documents, 3);
  EXPECT_EQ(people[0].statements, 6);
  EXPECT_THAT(offices(people[0]),
              ElementsAre("General Secretary of the Central Committee of the Communist Party of Vietnam 2024-08-19..2025-04-14",
                          "President of Vietnam 2024-08-19..2024-08-20"));
}

TEST(People, ATitleWithoutADayIsNoSecondOffice) {
  const std::vector<ActorSighting> sightings = {
      person("To Lam", "VNM", "2024-08-19", {"President of Vietnam"}),
      person("To Lam", "VNM", "", {"President of Vietnam", "State President"}),
      person("Arvo Kesti", "FIN", "2020-01-01", {"Minister of Tides"}),
      person("Arvo Kesti", "FIN", "", {"Minister", "Chairman of the Harbour Council", "Chairman"}),
  };
  const std::vector<ActorOverview> people = find_people(sightings, {}, knowledge());
  ASSERT_THAT(people, SizeIs(2));
  EXPECT_EQ(people[0].id, "arvo-kesti");
  EXPECT_THAT(offices(people[0]),
              ElementsAre("Minister of Tides 2020-01-01..2020-01-01", "Chairman of the Harbour Council .."));
  EXPECT_THAT(offices(people[1]), ElementsAre("President of Vietnam 2024-08-19..2024-08-19"));
  ASSERT_THAT(people[1].offices, SizeIs(1));
  EXPECT_THAT(people[1].offices[0].evidence, SizeIs(2));  // one a document
}

TEST(People, WhatIsOverIsNoOfficeOfThatDay) {
  const std::vector<ActorSighting> sightings = {
      person("Nguyen Phu Trong", "VNM", "2023-12-12", {"General Secretary"}),
      person("Nguyen Phu Trong", "VNM", "2024-08-19", {"General Secretary"}),
  };
  const std::vector<ActorOverview> people = find_people(sightings, {}, knowledge());
  ASSERT_THAT(people, SizeIs(1));
  ASSERT_THAT(people[0].offices, SizeIs(1));
  EXPECT_EQ(people[0].offices[0].last, "2023-12-12");
}

TEST(People, UnknownPersonsAreGatheredByTheirWords) {
  const std::vector<ActorSighting> sightings = {
      person("Arvo Kesti", "FIN", "2020-01-01", {"Minister of Tides"}),
      person("Arvo Kesti", "", "2021-01-01", {"minister of the tides"}),
      person("Arvo Kesti", "EST", "2021-02-01", {"Harbour Master"}),
  };
  const std::vector<ActorOverview> people = find_people(sightings, {}, knowledge());
  std::vector<std::string> ids;
  for (const ActorOverview& actor : people) ids.push_back(actor.id);
  EXPECT_THAT(ids, testing::UnorderedElementsAre("arvo-kesti", "arvo-kesti-fin", "arvo-kesti-est"));
  const std::vector<ActorOverview> two = find_people(std::span(sightings).first(2), {}, knowledge());
  ASSERT_THAT(two, SizeIs(1));
  EXPECT_THAT(offices(two[0]), ElementsAre("minister of the tides 2020-01-01..2021-01-01"));
  EXPECT_EQ(two[0].state, "FIN");
}

TEST(Network, JoinsTwoSides) {
  const std::vector<ListedMeeting> meetings = {
      meeting("m-1", "2024-08-19", {{"To Lam", "VNM"}, {"Xi Jinping", "CHN"}, {"Wang Yi", "CHN"}}),
      meeting("m-2", "2025-04-14", {{"Tô Lâm", "VNM"}, {"Xi Jinping", "CHN"}}),
      meeting("m-3", "", {{"To Lam", "VNM"}, {"Xi Jinping", "CHN"}})};
  const MeetingNetwork network = network_of_persons(meetings, PersonIds({}, knowledge()));
  ASSERT_THAT(network.edges, SizeIs(2));
  EXPECT_EQ(network.edges[0].a + ' ' + network.edges[0].b, "to-lam xi-jinping");
  EXPECT_THAT(network.edges[0].meetings, ElementsAre("m-1", "m-2", "m-3"));
  EXPECT_EQ(network.edges[0].first + ' ' + network.edges[0].last, "2024-08-19 2025-04-14");
  EXPECT_EQ(network.nodes[0].meetings, 3);
  const MeetingNetwork states = network_of_states(meetings, knowledge());
  ASSERT_THAT(states.edges, SizeIs(1));
  EXPECT_EQ(states.edges[0].a + states.edges[0].b, "CHNVNM");
}

TEST(Network, NamesakesOfTwoStatesAreTwo) {
  const std::vector<ActorSighting> sightings = {
      person("Arvo Kesti", "FIN", "2020-01-01", {}), person("Arvo Kesti", "EST", "2021-02-01", {}),
      person("Hanna Lind", "DEU", "2020-01-01", {}), person("Ewa Wilk", "POL", "2021-02-01", {})};
  const std::vector<ListedMeeting> meetings = {
      meeting("m-1", "2020-01-01", {{"Arvo Kesti", "FIN"}, {"Hanna Lind", "DEU"}}),
      meeting("m-2", "2021-02-01", {{"Arvo Kesti", "EST"}, {"Ewa Wilk", "POL"}})};
  const MeetingNetwork network = network_of_persons(meetings, PersonIds(sightings, knowledge()));
  std::set<std::string> ids;
  for (const NetworkNode& node : network.nodes) ids.insert(node.id);
  std::set<std::string> people;
  for (const ActorOverview& one : find_people(sightings, meetings, knowledge())) people.insert(one.id);
  EXPECT_EQ(ids, people);
  EXPECT_THAT(ids, testing::Contains("arvo-kesti-est"));
  ASSERT_THAT(network.edges, SizeIs(2));
  EXPECT_EQ(network.edges[0].a + ' ' + network.edges[0].b, "arvo-kesti-est ewa-wilk");
  EXPECT_EQ(network.edges[1].a + ' ' + network.edges[1].b, "arvo-kesti-fin hanna-lind");
}

TEST(Heat, CountsByVisitAndSide) {
  std::vector<ListedMeeting> meetings = {meeting("m-1", "2024-08-19", {{"To Lam", "VNM"}, {"Xi Jinping", "CHN"}}),
                                         meeting("m-2", "2024-08-20", {{"To Lam", "VNM"}, {"Li Qiang", "CHN"}}),
                                         meeting("m-3", "2025-04-14", {{"Xi Jinping", "CHN"}, {"To Lam", "VNM"}})};
  meetings[0].visit = meetings[1].visit = "v-1";
  meetings[1].accounts[0].document = "report of m-1";  // one report of two talks
  std::vector<RaisedWord> words = {{"railway", "railway", "report of m-1", "railways", 3, 11},
                                   {"railway", "railway", "report of m-3", "railway", 9, 16},
                                   {"visa", "visa", "report of m-3", "visa", 20, 24},
                                   {"visa", "visa", "nobody's report", "visa", 20, 24}};
  const HeatMap map = make_heat_map(words, meetings, 1);
  ASSERT_THAT(map.columns, SizeIs(2));
  EXPECT_EQ(map.columns[0].id + map.columns[1].id, "v-1m-3");
  EXPECT_THAT(map.sides, ElementsAre("CHN", "VNM"));
  ASSERT_THAT(map.rows, SizeIs(2));
  EXPECT_EQ(map.rows[0].label, "railway");
  ASSERT_THAT(map.rows[0].cells, SizeIs(2));
  EXPECT_EQ(map.rows[0].cells[0].side, "VNM");
  EXPECT_THAT(map.rows[0].cells[0].evidence, SizeIs(1));
  EXPECT_EQ(map.rows[1].count, 1);
  EXPECT_THAT(make_heat_map(words, meetings, 2).rows, SizeIs(1));
}

TEST(Heat, ARowIsOfWhatWasRaisedAndCalledWhatMostAre) {
  const std::vector<ListedMeeting> meetings = {meeting("m-1", "2024-08-19", {{"To Lam", "VNM"}, {"Xi Jinping", "CHN"}}),
                                               meeting("m-3", "2025-04-14", {{"Xi Jinping", "CHN"}, {"To Lam", "VNM"}})};
  const std::vector<RaisedWord> words = {{"produce", "farm produce", "report of m-1", "farm produce", 3, 11, true},
                                         {"produce", "farm produce", "report of m-3", "farm produce", 3, 11, false},
                                         {"loan", "cheap loan", "report of m-1", "cheap loans", 20, 24, true},
                                         {"loan", "soft loan", "report of m-3", "soft loans", 20, 24, true},
                                         {"weather", "weather", "report of m-1", "weather", 30, 37, false},
                                         {"weather", "weather", "report of m-3", "weather", 30, 37, false}};
  const HeatMap map = make_heat_map(words, meetings, 2);
  std::vector<std::string> labels;
  for (const HeatRow& row : map.rows) labels.push_back(row.label);
  EXPECT_THAT(labels, ElementsAre("loan", "farm produce"));
  EXPECT_THAT(map.columns[0].label, "CHN-VNM");
}

}  // namespace
}  // namespace verbale
