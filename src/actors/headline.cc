#include "actors/headline.h"

#include <algorithm>
#include <optional>
#include <string>

#include "actors/person_names.h"
#include "actors/scene.h"
#include "base/utf8.h"

namespace verbale {
namespace actors {
namespace {

// The words of a name that stands in another text; views into `folded`.
NameWords words_of_name(std::string_view folded) {
  NameWords words;
  size_t at = 0;
  while (at < folded.size()) {
    const size_t end = std::min(folded.find_first_of(" -,", at), folded.size());
    const std::string_view word = folded.substr(at, end - at);
    const bool initial = word.size() <= 1 || (word.size() == 2 && word[1] == '.');
    const bool suffix = word == "jr." || word == "jr" || word == "sr." || word == "iii";
    if (!initial && !suffix) words.push_back(word);
    at = end + 1;
  }
  return words;
}

bool same_person(const ActorWords& words, std::string_view a, std::string_view b) {
  const std::string folded_a = fold(a);
  const std::string folded_b = fold(b);
  const NameWords one = words_of_name(folded_a);
  const NameWords other = words_of_name(folded_b);
  return may_stand_for(words, one, other) || may_stand_for(words, other, one);
}

// The office whose own page the outlet is: a presidency tells of its president's calls, a prime minister's office of his.
std::optional<OfficeKind> office_of(const Outlet& outlet) {
  if (outlet.kind != OutletKind::Government) return std::nullopt;
  for (const std::string& name : outlet.names) {
    const std::string folded = fold(name);
    if (folded.starts_with("president") || folded.ends_with("presidency")) return OfficeKind::HeadOfState;
    if (folded.starts_with("prime minister")) return OfficeKind::HeadOfGovernment;
  }
  return std::nullopt;
}

}  // namespace

// "Telephone conversation with X" of a presidency's page names one side only: the other is who held the office that day.
void add_own_leader(Scene& scene) {
  Document& document = scene.document;
  const Publication& publication = document.publication;
  const World& world = scene.knowledge.world;
  const Outlet* outlet = scene.knowledge.outlets.by_name(publication.outlet.value);
  if (document.cast.principals.size() != 1 || outlet == nullptr || publication.published.value.size() != 10) return;
  const std::string& other = scene.actor(document.cast.principals.front()).state;
  const std::optional<OfficeKind> office = office_of(*outlet);
  if (!office || other.empty() || other == outlet->state) return;
  const std::vector<int32_t> terms = world.holders(outlet->state, *office, publication.published.value);
  if (terms.size() != 1) return;
  const Person& person = world.persons()[static_cast<size_t>(world.terms()[static_cast<size_t>(terms.front())].person)];
  Actor leader;
  leader.name = person.name;
  leader.state = outlet->state;
  int32_t index = actor_of_headline(document, scene.knowledge.actor_words, leader);
  if (index < 0) {
    index = scene.add_actor(leader);
    scene.person(index).words = words_of_name(document.strings.intern(fold(person.name)));
  }
  document.cast.principals.insert(document.cast.principals.begin(), index);
}

void add_headline_persons(Scene& scene) {
  Document& document = scene.document;
  if (!document.headline) return;
  const Document& headline = *document.headline;
  std::vector<int32_t> here(headline.actors.size(), -1);
  for (size_t i = 0; i < headline.actors.size(); ++i) {
    const Actor& named = headline.actors[i];
    if (named.kind != ActorKind::Person) continue;
    here[i] = actor_of_headline(document, scene.knowledge.actor_words, named);
    if (here[i] < 0) {
      Actor actor;
      actor.name = named.name;
      actor.state = named.state;
      here[i] = scene.add_actor(std::move(actor));
      const std::string_view folded = document.strings.intern(fold(named.name));
      scene.person(here[i]).words = words_of_name(folded);
    }
    Actor& actor = scene.actor(here[i]);
    if (actor.state.empty()) actor.state = named.state;
    if (named.name.size() > actor.name.size()) actor.name = named.name;
  }
  for (const int32_t principal : headline.cast.principals) {
    const int32_t actor = here[static_cast<size_t>(principal)];
    if (actor >= 0) document.cast.principals.push_back(actor);
  }
  add_own_leader(scene);
}

}  // namespace actors

int32_t actor_of_headline(const Document& document, const ActorWords& words, const Actor& named) {
  for (size_t i = 0; i < document.actors.size(); ++i) {
    const Actor& actor = document.actors[i];
    if (actor.kind != ActorKind::Person) continue;
    const bool other_state = !actor.state.empty() && !named.state.empty() && actor.state != named.state;
    if (!other_state && actors::same_person(words, actor.name, named.name)) return static_cast<int32_t>(i);
  }
  return -1;
}

}  // namespace verbale
