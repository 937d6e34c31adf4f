#include "store/reread.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace verbale {
namespace {

// The share of the characters of both that both have. Actors are one by their name in the world.
double likeness(const OldEntry& old, const EntryColumns& entry) {
  if (old.layer == Layer::Actor) return old.key == entry.key ? 1.0 : 0.0;
  const uint32_t begin = std::max(old.start, entry.start);
  const uint32_t end = std::min(old.end, entry.end);
  if (begin >= end) return 0.0;
  const double both = end - begin;
  return both / (static_cast<double>(old.end - old.start) + (entry.end - entry.start) - both);
}

struct Pairing {
  double value;
  size_t old;
  size_t entry;
};

// One layer: which new entry takes which old id.
class LayerMatcher {
 public:
  LayerMatcher(Layer layer, const std::vector<OldEntry>& old, Reading& reading)
      : layer_(layer), entries_(reading.columns[static_cast<size_t>(layer)]),
        ids_(reading.ids.of(layer)), text_(reading.ids.text), taken_(entries_.size(), false) {
    for (const OldEntry& entry : old) {
      if (entry.layer == layer) old_.push_back(&entry);
    }
  }

  bool match(std::vector<RetiredEntry>& retired) {
    const std::vector<ClaimId> fresh = ids_;
    find_pairings();
    std::vector<bool> kept(old_.size(), false);
    for (const Pairing& pairing : pairings_) {
      if (pairing.value < 0.5 || kept[pairing.old] || taken_[pairing.entry]) continue;
      kept[pairing.old] = true;
      taken_[pairing.entry] = true;
      ids_[pairing.entry] = old_[pairing.old]->id;
    }
    number_the_rest();
    for (size_t i = 0; i < old_.size(); ++i) {
      if (!kept[i]) retired.push_back({*old_[i], successor_of(i)});
    }
    return !std::equal(fresh.begin(), fresh.end(), ids_.begin(),
                       [](const ClaimId& a, const ClaimId& b) { return a.id == b.id; });
  }

 private:
  // Most alike first; then by id and order, so that the outcome does not depend on anything else.
  // Entries stand in text order or nearly so; a long document has some hundreds in a layer.
  void find_pairings() {
    for (size_t o = 0; o < old_.size(); ++o) {
      for (size_t e = 0; e < entries_.size(); ++e) {
        double value = likeness(*old_[o], entries_[e]);
        if (value > 0 && old_[o]->id.id == ids_[e].id) value += 1.0;
        if (value > 0) pairings_.push_back({value, o, e});
      }
    }
    std::sort(pairings_.begin(), pairings_.end(), [](const Pairing& a, const Pairing& b) {
      return std::tuple(-a.value, a.old, a.entry) < std::tuple(-b.value, b.old, b.entry);
    });
  }

  // An entry that keeps no old id must not take one that another entry keeps.
  void number_the_rest() {
    std::set<std::string> used;
    for (size_t e = 0; e < ids_.size(); ++e) {
      if (taken_[e]) used.insert(ids_[e].id);
    }
    for (size_t e = 0; e < ids_.size(); ++e) {
      if (taken_[e]) continue;
      while (!used.insert(ids_[e].id).second) {
        ids_[e].id = claim_id(text_, layer_, ids_[e].anchor, ++ids_[e].nth);
      }
    }
  }

  std::string successor_of(size_t old) const {
    for (const Pairing& pairing : pairings_) {
      if (pairing.old == old) return ids_[pairing.entry].id;
    }
    return {};
  }

  Layer layer_;
  const std::vector<EntryColumns>& entries_;
  std::vector<ClaimId>& ids_;
  const std::string& text_;
  std::vector<const OldEntry*> old_;
  std::vector<bool> taken_;
  std::vector<Pairing> pairings_;
};

}  // namespace

std::vector<RetiredEntry> keep_ids(Reading& reading, const std::vector<OldEntry>& old) {
  std::vector<RetiredEntry> retired;
  bool changed = false;
  for (size_t layer = 0; layer < kLayers; ++layer) {
    changed |= LayerMatcher(static_cast<Layer>(layer), old, reading).match(retired);
  }
  if (changed) {
    const CodePointIndex index(reading.document.text);
    reading.bodies = entries_to_json(reading.document, index, reading.ids);
  }
  return retired;
}

}  // namespace verbale
