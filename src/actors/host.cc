// Who is at home: told by the dateline, "in CITY" and "visit to STATE".
#include <algorithm>

#include "actors/scene.h"

namespace verbale::actors {
namespace {

constexpr int32_t kOpening = 6;  // sentences that may tell the place

class HostFinder {
 public:
  explicit HostFinder(Scene& scene) : scene_(scene), document_(scene.document) {}

  // The principal of the state in which they meet, or whom the other visits.
  void find() {
    const std::string_view place = place_state();
    for (const int32_t principal : document_.cast.principals) {
      if (!place.empty() && scene_.actor(principal).state == place) document_.cast.host = principal;
    }
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  std::string_view lower(int32_t i) const {
    return i >= 0 && i < scene_.token_count() ? token(i).lower : std::string_view();
  }

  std::string_view place_state() const {
    int32_t body = 0;
    for (const Sentence& sentence : document_.sentences) {
      if (++body > kOpening) break;
      for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
        const bool dateline = t == sentence.tokens.first && is_dateline(t);
        if (lower(t) != "in" && lower(t) != "to" && !dateline) continue;
        const std::string_view state = place_at(dateline ? t : t + 1, lower(t) == "to");
        if (!state.empty() && is_side(state)) return state;
      }
    }
    return {};
  }

  bool is_dateline(int32_t t) const {
    const Span dateline = document_.publication.dateline.evidence;
    return dateline.overlaps(token(t).span);
  }

  bool is_side(std::string_view state) const {
    return std::any_of(document_.cast.principals.begin(), document_.cast.principals.end(),
                       [&](int32_t actor) { return scene_.actor(actor).state == state; });
  }

  // A city's or a state's alpha-3 at the token; after "to" only "visit to STATE".
  std::string_view place_at(int32_t t, bool after_to) const {
    if (t >= scene_.token_count()) return {};
    const int32_t index = scene_.named_at[static_cast<size_t>(t)];
    if (index < 0) return {};
    const Named& phrase = scene_.named[static_cast<size_t>(index)];
    if (after_to && lower(t - 2) != "visit" && lower(t - 2) != "trip") return {};
    if (phrase.kind == EntityKind::Place) {
      return scene_.knowledge.world.places()[static_cast<size_t>(phrase.index)].state;
    }
    if (phrase.kind == EntityKind::State || phrase.kind == EntityKind::Government) {
      return scene_.knowledge.world.states()[static_cast<size_t>(phrase.index)].id;
    }
    return {};
  }

  Scene& scene_;
  Document& document_;
};

}  // namespace

void find_host(Scene& scene) { HostFinder(scene).find(); }

}  // namespace verbale::actors
