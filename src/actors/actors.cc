#include "actors/actors.h"

#include "actors/scene.h"

namespace verbale {

void resolve_actors(Document& document, const Knowledge& knowledge) {
  if (document.tokens.empty()) return;
  actors::Scene scene = actors::set_scene(document, knowledge);
  actors::find_named_actors(scene);
  actors::add_headline_persons(scene);
  actors::find_appositions(scene);
  actors::find_cast(scene);
  actors::find_phrases(scene);
  actors::resolve_phrases(scene);
  if (document.actors.empty()) return;
  actors::settle_actors(scene);
  actors::find_roles(scene);
  actors::find_speakers(scene);
  actors::list_mentions(document);
}

}  // namespace verbale
