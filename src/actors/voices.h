// Whose words a paragraph is, where the layout tells it. Internal to this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/scene.h"

namespace verbale::actors {

constexpr int32_t kNoVoice = -1;       // the layout does not tell
constexpr int32_t kUnknownVoice = -2;  // somebody else: "QUESTION:"

struct Voices {
  std::vector<int32_t> of_paragraph;  // actor, kNoVoice or kUnknownVoice
  int32_t author = -1;                // person whose statement or remarks the document is
};

// Needs settled mentions. Labels ("President of Chile Ana Rojas:") count where there are two or
// more; a label holds until the next. The author is named by the title ("Statement by ...") or by a
// byline.
Voices find_voices(const Scene& scene);

}  // namespace verbale::actors
