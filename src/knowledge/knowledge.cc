#include "knowledge/knowledge.h"

namespace verbale {

Result<std::unique_ptr<const Knowledge>> load_knowledge(const std::string& home) {
  auto knowledge = std::make_unique<Knowledge>();
  knowledge->home = home;
  Result<World> world = World::load(home);
  if (!world) return std::unexpected(world.error());
  knowledge->world = std::move(*world);
  Result<Titles> titles = Titles::load(home);
  if (!titles) return std::unexpected(titles.error());
  knowledge->titles = std::move(*titles);
  Result<Cues> cues = Cues::load(home);
  if (!cues) return std::unexpected(cues.error());
  knowledge->cues = std::move(*cues);
  Result<ActorWords> actor_words = ActorWords::load(home);
  if (!actor_words) return std::unexpected(actor_words.error());
  knowledge->actor_words = std::move(*actor_words);
  return knowledge;
}

}  // namespace verbale
