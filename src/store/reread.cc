#include "store/reread.h"

#include <algorithm>
#include <numeric>
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

constexpr double kKept = 0.5;  // a pairing of at least this rank keeps the id

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
      if (pairing.value < kKept || kept[pairing.old] || taken_[pairing.entry]) continue;
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
  // Most alike first; then by order, so that the outcome does not depend on anything else. Only entries
  // that can overlap are looked at: in the order of their starts, those before `first` all end too early.
  void find_pairings() {
    std::vector<size_t> by_start(entries_.size());
    std::iota(by_start.begin(), by_start.end(), size_t{0});
    std::sort(by_start.begin(), by_start.end(), [&](size_t a, size_t b) {
      return std::tuple(entries_[a].start, a) < std::tuple(entries_[b].start, b);
    });
    std::vector<uint32_t> furthest_end;  // of the entries so far
    for (const size_t e : by_start) {
      furthest_end.push_back(std::max(entries_[e].end, furthest_end.empty() ? 0 : furthest_end.back()));
    }
    for (size_t o = 0; o < old_.size(); ++o) {
      const OldEntry& old = *old_[o];
      const bool anywhere = layer_ == Layer::Actor;
      size_t first = 0;
      if (!anywhere) {
        first = static_cast<size_t>(std::upper_bound(furthest_end.begin(), furthest_end.end(), old.start) -
                                    furthest_end.begin());
      }
      for (; first < by_start.size(); ++first) {
        const size_t e = by_start[first];
        if (!anywhere && entries_[e].start >= old.end) break;
        const double value = rank(likeness(old, entries_[e]), old.id.id == ids_[e].id);
        if (value > 0) pairings_.push_back({value, o, e});
      }
    }
    std::sort(pairings_.begin(), pairings_.end(), [](const Pairing& a, const Pairing& b) {
      return std::tuple(-a.value, a.old, a.entry) < std::tuple(-b.value, b.old, b.entry);
    });
  }

  // An overlap by half keeps the id, before all where the anchor is the same too. The same anchor keeps it
  // as well, where nothing overlaps by half: a content whose end moved far is the same claim.
  static double rank(double overlap, bool same_anchor) {
    if (overlap >= 0.5) return 1.0 + overlap + (same_anchor ? 1.0 : 0.0);
    return same_anchor && overlap > 0 ? kKept + overlap / 2 : overlap;
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
