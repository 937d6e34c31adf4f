#include "knowledge/knowledge.h"

namespace verbale {

namespace {

// Loads one member, unless a pack before it had a mistake. `others`: members that it builds on.
template <class Part, class... Others>
void load_part(const std::string& home, Part& part, Result<void>& so_far, const Others&... others) {
  if (!so_far) return;
  Result<Part> loaded = Part::load(home, others...);
  if (loaded) part = std::move(*loaded);
  else so_far = std::unexpected(loaded.error());
}

}  // namespace

Result<std::unique_ptr<const Knowledge>> load_knowledge(const std::string& home) {
  auto knowledge = std::make_unique<Knowledge>();
  knowledge->home = home;
  Result<void> loaded;
  load_part(home, knowledge->world, loaded);
  load_part(home, knowledge->abbreviations, loaded);
  load_part(home, knowledge->outlets, loaded);
  load_part(home, knowledge->furniture, loaded);
  load_part(home, knowledge->titles, loaded);
  load_part(home, knowledge->name_words, loaded, knowledge->titles);
  load_part(home, knowledge->cues, loaded);
  load_part(home, knowledge->speakers, loaded);
  load_part(home, knowledge->actor_words, loaded);
  load_part(home, knowledge->quantity_words, loaded);
  load_part(home, knowledge->act_words, loaded);
  load_part(home, knowledge->commitment_words, loaded);
  load_part(home, knowledge->topic_cues, loaded);
  load_part(home, knowledge->framework_names, loaded);
  load_part(home, knowledge->meeting_cues, loaded);
  load_part(home, knowledge->instrument_words, loaded);
  load_part(home, knowledge->same_names, loaded);
  load_part(home, knowledge->name_forms, loaded);
  load_part(home, knowledge->set_phrases, loaded);
  load_part(home, knowledge->rule_scores, loaded);
  if (!loaded) return std::unexpected(loaded.error());
  return knowledge;
}

}  // namespace verbale
