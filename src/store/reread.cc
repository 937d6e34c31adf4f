#include "store/reread.h"

#include <algorithm>
#include <set>

#include "record/pairing.h"

namespace verbale {
namespace {

// One layer: which new entry takes which old id.
class LayerMatcher {
 public:
  LayerMatcher(Layer layer, const std::vector<OldEntry>& old, Reading& reading, bool by_decisions)
      : layer_(layer), entries_(reading.columns[static_cast<size_t>(layer)]),
        ids_(reading.ids.of(layer)), fresh_(ids_), text_(reading.ids.text), taken_(entries_.size(), false) {
    for (const OldEntry& entry : old) {
      if (entry.layer == layer) old_.push_back(&entry);
    }
    if (by_decisions && reading.document.review) keep_decided(reading.document.review->entries);
  }

  // True: some entry has another id than its place alone would give it.
  bool give_ids() {
    find_pairings();
    std::vector<bool> kept(old_.size(), false);
    for (size_t i = 0; i < old_.size(); ++i) kept[i] = decided_.contains(old_[i]->id.id);
    for (const Pairing& pairing : pairings_) {
      if (!pairing.is_one_claim() || kept[pairing.old] || taken_[pairing.fresh]) continue;
      kept[pairing.old] = true;
      taken_[pairing.fresh] = true;
      ids_[pairing.fresh] = old_[pairing.old]->id;
    }
    number_the_rest();
    return !std::equal(fresh_.begin(), fresh_.end(), ids_.begin(),
                       [](const ClaimId& a, const ClaimId& b) { return a.id == b.id; });
  }

  // After ids were given: the old entries whose ids no entry has.
  void retire(std::vector<RetiredEntry>& retired) {
    if (pairings_.empty()) find_pairings();
    std::set<std::string_view> used;
    for (const ClaimId& id : ids_) used.insert(id.id);
    for (size_t i = 0; i < old_.size(); ++i) {
      if (used.contains(old_[i]->id.id)) continue;
      const bool rejected = rejected_.contains(old_[i]->id.id);
      retired.push_back({*old_[i], rejected ? std::string() : successor_of(i), rejected});
    }
  }

 private:
  void keep_decided(const std::vector<DecidedEntry>& entries) {
    for (const DecidedEntry& entry : entries) {
      if (entry.layer != layer_) continue;
      if (entry.index < 0) {
        rejected_.insert(entry.claim.id);
      } else if (decided_.insert(entry.claim.id).second) {
        ids_[static_cast<size_t>(entry.index)] = entry.claim;
        taken_[static_cast<size_t>(entry.index)] = true;
      }
    }
  }

  // Actors are one by their name in the world.
  void find_pairings() {
    if (layer_ == Layer::Actor) {
      for (size_t o = 0; o < old_.size(); ++o) {
        for (size_t e = 0; e < entries_.size(); ++e) {
          const double rank = rank_of_pairing(old_[o]->key == entries_[e].key ? 1.0 : 0.0, old_[o]->id.id == ids_[e].id);
          if (rank > 0) pairings_.push_back({rank, o, e});
        }
      }
      return;
    }
    std::vector<PlacedClaim> before;
    std::vector<PlacedClaim> now;
    for (const OldEntry* old : old_) before.push_back({{old->start, old->end}, old->id.id, {}});
    for (size_t e = 0; e < entries_.size(); ++e) now.push_back({{entries_[e].start, entries_[e].end}, ids_[e].id, {}});
    pairings_ = pair_by_place(before, now);
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
      if (pairing.old == old) return ids_[pairing.fresh].id;
    }
    return {};
  }

  Layer layer_;
  const std::vector<EntryColumns>& entries_;
  std::vector<ClaimId>& ids_;
  const std::vector<ClaimId> fresh_;
  const std::string& text_;
  std::vector<const OldEntry*> old_;
  std::vector<bool> taken_;
  std::vector<Pairing> pairings_;
  std::set<std::string_view> decided_;   // ids of entries that persons decided about
  std::set<std::string_view> rejected_;
};

}  // namespace

bool is_decided(const Reading& reading) {
  const ReviewedText* review = reading.document.review.get();
  return review != nullptr && std::ranges::any_of(review->decisions, [](const Decision& decision) {
           return decision.stands() && decision.verdict != Verdict::Comment;
         });
}

std::vector<RetiredEntry> keep_ids(Reading& reading, const EarlierEntries& earlier) {
  std::vector<RetiredEntry> retired;
  bool changed = false;
  const bool decided = is_decided(reading);
  const bool by_decisions = decided || earlier.before_unknown;
  for (size_t i = 0; i < kLayers; ++i) {
    const Layer layer = static_cast<Layer>(i);
    LayerMatcher standing(layer, earlier.standing, reading, by_decisions);
    if (earlier.undecided && !decided) {
      changed |= LayerMatcher(layer, *earlier.undecided, reading, false).give_ids();
    } else {
      changed |= standing.give_ids();
    }
    standing.retire(retired);
  }
  if (changed) {
    const CodePointIndex index(reading.document.text);
    reading.bodies = entries_to_json(reading.document, index, reading.ids);
  }
  return retired;
}

}  // namespace verbale
