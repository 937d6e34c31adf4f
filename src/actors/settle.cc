// The last word on mentions and actors: text order, no mention inside another of the same actor,
// ids.
#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "actors/person_names.h"
#include "actors/scene.h"

namespace verbale::actors {
namespace {

// Text order; where two start together, the longer first.
bool stands_before(const Mention& a, const Mention& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

void drop_nested(std::vector<Mention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(), stands_before);
  std::vector<Mention> kept;
  std::vector<size_t> open;  // kept mentions that hold the place
  for (const Mention& mention : mentions) {
    while (!open.empty() && kept[open.back()].span.end <= mention.span.begin) open.pop_back();
    const bool repeated = std::any_of(open.begin(), open.end(), [&](size_t i) {
      return kept[i].span.contains(mention.span) &&
             (kept[i].actor == mention.actor || kept[i].span == mention.span);
    });
    if (repeated) continue;
    if (open.size() < 16) open.push_back(kept.size());
    kept.push_back(mention);
  }
  mentions = std::move(kept);
}

void renumber(std::vector<int32_t>& actors, const std::vector<int32_t>& to) {
  for (int32_t& actor : actors) actor = to[static_cast<size_t>(actor)];
}

// The new place of each actor: by first mention; actors of the cast without one at the end; -1:
// dropped.
std::vector<int32_t> new_order(const Document& document) {
  std::vector<int32_t> to(document.actors.size(), -1);
  int32_t next = 0;
  const auto take = [&](int32_t actor) {
    if (actor >= 0 && to[static_cast<size_t>(actor)] < 0) to[static_cast<size_t>(actor)] = next++;
  };
  for (const Mention& mention : document.mentions) take(mention.actor);
  for (const std::vector<int32_t>* list :
       {&document.cast.principals, &document.cast.states, &document.cast.authors}) {
    for (const int32_t actor : *list) take(actor);
  }
  for (const JointMention& joint : document.joint_mentions) {
    for (const int32_t actor : joint.actors) take(actor);
  }
  return to;
}

void give_ids(Scene& scene) {
  std::unordered_set<std::string> used;
  for (Actor& actor : scene.document.actors) {
    if (actor.kind == ActorKind::Person) actor.id = person_id(actor.name);
    if (actor.id.empty()) actor.id = "unnamed";
    const std::string base = actor.id;
    for (int32_t n = 2; !used.insert(actor.id).second; ++n)
      actor.id = base + "-" + std::to_string(n);
  }
}

}  // namespace

void settle_actors(Scene& scene) {
  Document& document = scene.document;
  drop_nested(document.mentions);
  const std::vector<int32_t> to = new_order(document);
  const int32_t count = 1 + *std::max_element(to.begin(), to.end(), std::less<>());
  std::vector<Actor> actors(static_cast<size_t>(count));
  std::vector<PersonFacts> persons(static_cast<size_t>(count));
  for (size_t i = 0; i < to.size(); ++i) {
    if (to[i] < 0) continue;
    actors[static_cast<size_t>(to[i])] = std::move(document.actors[i]);
    persons[static_cast<size_t>(to[i])] = std::move(scene.persons[i]);
  }
  document.actors = std::move(actors);
  scene.persons = std::move(persons);
  for (JointMention& joint : document.joint_mentions) renumber(joint.actors, to);
  for (std::vector<int32_t>* list :
       {&document.cast.principals, &document.cast.states, &document.cast.authors}) {
    renumber(*list, to);
  }
  if (document.cast.host >= 0) document.cast.host = to[static_cast<size_t>(document.cast.host)];
  std::stable_sort(
      document.joint_mentions.begin(), document.joint_mentions.end(),
      [](const JointMention& a, const JointMention& b) { return a.tokens.first < b.tokens.first; });
  std::fill(scene.mention_at.begin(), scene.mention_at.end(), -1);
  for (size_t m = 0; m < document.mentions.size(); ++m) {
    Mention& mention = document.mentions[m];
    if (mention.actor >= 0) mention.actor = to[static_cast<size_t>(mention.actor)];
    scene.mention_at[static_cast<size_t>(mention.head)] = static_cast<int32_t>(m);
  }
  give_ids(scene);
}

void list_mentions(Document& document) {
  for (Actor& actor : document.actors) actor.mentions.clear();
  for (size_t m = 0; m < document.mentions.size(); ++m) {
    document.actors[static_cast<size_t>(document.mentions[m].actor)].mentions.push_back(
        static_cast<int32_t>(m));
  }
}

}  // namespace verbale::actors
