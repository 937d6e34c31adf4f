// Whom the text last spoke of: what pronouns and descriptions are resolved by. Internal to this
// folder.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "actors/scene.h"

namespace verbale::actors {

struct Focus {
  int32_t speaker =
      -1;  // person: the last source or subject of a sentence, never one merely mentioned
  int32_t person = -1;  // person last mentioned
  int32_t state = -1;   // state last mentioned
  int32_t party = -1;
  int32_t subject = -1;  // state, party or organisation that was subject of the last sentence
  int32_t subject_sentence = -1;
  int32_t body_pronoun = -1;    // token of the last "it" or "its" that was resolved
  std::vector<int32_t> group;   // the last plural subject
  int32_t group_token = -1;     // its first member's head
  std::vector<int32_t> recent;  // persons mentioned, last one last, each once
};

// Takes note of a resolved mention.
void note_mention(const Scene& scene, Focus& focus, const Mention& mention);

// Whom a description or a pronoun stands for; an actor, -1: nobody that is known.
int32_t resolve_description(Scene& scene, const Focus& focus, const Phrase& phrase);
int32_t resolve_pronoun(Scene& scene, const Focus& focus, const Phrase& phrase);
// Whom a joint word stands for.
std::vector<int32_t> resolve_joint(Scene& scene, const Focus& focus, const Phrase& phrase);

// The state that is asked to do something by whom the phrase stands for ("The General Secretary proposed that
// Chile grant ..."), alpha-3; empty where it is none or not known.
std::string_view asked_state(const Scene& scene, const Phrase& phrase);

// Whether a title or office of the person fits the words of the description's title.
bool fits_office(const Scene& scene, int32_t person, const Phrase& phrase);

}  // namespace verbale::actors
