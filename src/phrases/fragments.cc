// What of the repeats is only a piece of longer ones, or an outlet's furniture within its
// sentences.
#include <algorithm>
#include <map>
#include <set>

#include "phrases/wordings.h"

namespace verbale {
namespace {

// The places of all phrases, document by document, for asking what holds what.
class Places {
 public:
  Places(const std::vector<PhraseLife>& lives, size_t documents)
      : lives_(lives), places_(documents) {
    for (size_t i = 0; i < lives.size(); ++i) {
      for (const PhraseUse& use : lives[i].uses) {
        places_[static_cast<size_t>(use.place.document)].push_back({use.place.span, i});
      }
    }
    for (std::vector<Place>& places : places_) {
      std::ranges::sort(places, {}, [](const Place& place) { return place.span; });
      for (const Place& place : places) longest_ = std::max(longest_, place.span.size());
    }
  }

  // Calls `holder(life)` for each longer phrase that holds the place.
  template <class Holder>
  void holders(size_t life, DocumentPlace at, const Holder& holder) const {
    const std::vector<Place>& places = places_[static_cast<size_t>(at.document)];
    const uint32_t from = at.span.begin > longest_ ? at.span.begin - longest_ : 0;
    auto place =
        std::ranges::lower_bound(places, from, {}, [](const Place& p) { return p.span.begin; });
    for (; place != places.end() && place->span.begin <= at.span.begin; ++place) {
      if (place->life != life && place->span.contains(at.span) && place->span != at.span)
        holder(place->life);
    }
  }

 private:
  struct Place {
    Span span;
    size_t life;
  };
  const std::vector<PhraseLife>& lives_;
  std::vector<std::vector<Place>> places_;
  uint32_t longest_ = 0;
};

// Words with which one outlet opens or closes its reports.
bool is_furniture(const PhraseLife& life, std::span<const Document* const> documents) {
  constexpr int32_t kEnoughDocuments = 3;
  if (life.documents < kEnoughDocuments) return false;
  std::set<std::string_view> outlets;
  size_t at_the_edge = 0;
  for (const PhraseUse& use : life.uses) {
    const Document& document = *documents[static_cast<size_t>(use.place.document)];
    outlets.insert(document.publication.outlet.value);
    const bool edge = document.sentences.front().span.contains(use.place.span) ||
                      document.sentences.back().span.contains(use.place.span);
    at_the_edge += edge ? 1 : 0;
  }
  return outlets.size() == 1 && at_the_edge * 10 >= life.uses.size() * 9;
}

}  // namespace

void drop_fragments(std::vector<PhraseLife>& lives, std::span<const Document* const> documents,
                    int32_t least_documents) {
  std::erase_if(lives, [&](const PhraseLife& life) {
    return life.kind == PhraseKind::Found && is_furniture(life, documents);
  });
  const Places places(lives, documents.size());
  std::vector<bool> dropped(lives.size());
  std::vector<std::vector<std::string>> within(lives.size());
  for (size_t i = 0; i < lives.size(); ++i) {
    std::set<int32_t> alone;      // documents
    std::set<std::string> above;  // ids
    for (const PhraseUse& use : lives[i].uses) {
      bool held = false;
      places.holders(i, use.place, [&](size_t holder) {
        held = true;
        above.insert(lives[holder].id);
      });
      if (!held && !use.copy) alone.insert(use.place.document);
    }
    within[i].assign(above.begin(), above.end());
    dropped[i] =
        lives[i].kind == PhraseKind::Found && static_cast<int32_t>(alone.size()) < least_documents;
  }
  std::vector<PhraseLife> kept;
  std::set<std::string_view> gone;
  for (size_t i = 0; i < lives.size(); ++i) {
    if (dropped[i]) gone.insert(lives[i].id);
  }
  for (size_t i = 0; i < lives.size(); ++i) {
    std::erase_if(within[i], [&](const std::string& id) { return gone.contains(id); });
  }
  for (size_t i = 0; i < lives.size(); ++i) {
    if (dropped[i]) continue;
    lives[i].within = std::move(within[i]);
    kept.push_back(std::move(lives[i]));
  }
  lives = std::move(kept);
}

}  // namespace verbale
