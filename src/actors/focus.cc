#include "actors/focus.h"

#include <algorithm>

namespace verbale::actors {
namespace {

constexpr size_t kRecent = 8;  // persons kept in mind

bool is_subject(const Scene& scene, int32_t token) {
  const Deprel deprel = scene.token(token).deprel;
  return deprel == Deprel::nsubj || deprel == Deprel::nsubj_pass;
}

// Subject of the sentence's main verb or of a verb joined to it.
bool is_main_subject(const Scene& scene, int32_t token) {
  if (!is_subject(scene, token)) return false;
  int32_t verb = scene.token(token).head;
  for (int32_t depth = 0; verb >= 0 && depth < 4; ++depth) {
    if (scene.token(verb).head < 0) return true;
    if (scene.token(verb).deprel != Deprel::conj) return false;
    verb = scene.token(verb).head;
  }
  return false;
}

// A list "A and B" as subject makes a group of its members.
void note_list(const Scene& scene, Focus& focus, const Mention& mention) {
  const Token& token = scene.token(mention.head);
  if (is_subject(scene, mention.head)) {
    focus.group_token = mention.head;
  } else if (token.deprel == Deprel::conj && token.head >= 0 && focus.group_token >= 0 &&
             (token.head == focus.group_token ||
              scene.token(token.head).head == focus.group_token)) {
    const int32_t first = scene.mention_at[static_cast<size_t>(focus.group_token)];
    if (first < 0) return;
    const int32_t leader = scene.document.mentions[static_cast<size_t>(first)].actor;
    if (focus.group.empty() || focus.group.front() != leader) focus.group = {leader};
    if (std::find(focus.group.begin(), focus.group.end(), mention.actor) == focus.group.end()) {
      focus.group.push_back(mention.actor);
    }
  }
}

}  // namespace

void note_mention(const Scene& scene, Focus& focus, const Mention& mention) {
  if (mention.actor < 0) return;
  note_list(scene, focus, mention);
  const bool source = scene.source_at[static_cast<size_t>(mention.head)] >= 0;
  const bool main_subject = is_main_subject(scene, mention.head);
  switch (scene.actor(mention.actor).kind) {
    case ActorKind::Person: {
      focus.person = mention.actor;
      if (source || main_subject) focus.speaker = mention.actor;
      const auto seen = std::find(focus.recent.begin(), focus.recent.end(), mention.actor);
      if (seen != focus.recent.end()) focus.recent.erase(seen);
      focus.recent.push_back(mention.actor);
      if (focus.recent.size() > kRecent) focus.recent.erase(focus.recent.begin());
      return;
    }
    case ActorKind::State:
      focus.state = mention.actor;
      break;
    case ActorKind::Party:
      focus.party = mention.actor;
      break;
    case ActorKind::Organisation:
      break;
  }
  if (main_subject) {
    focus.subject = mention.actor;
    focus.subject_sentence = scene.sentence_at[static_cast<size_t>(mention.head)];
  }
}

}  // namespace verbale::actors
