#include "reuse/relation.h"

#include <algorithm>

namespace verbale {

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::Exact: return "exact";
    case Relation::NearDuplicate: return "near-duplicate";
    case Relation::WireCopy: return "wire-copy";
    case Relation::SharedQuotation: return "shared-quotation";
    case Relation::Boilerplate: return "boilerplate";
    case Relation::SharedWording: return "shared-wording";
  }
  return "";
}

std::string_view to_string(PassageKind kind) {
  switch (kind) {
    case PassageKind::Narration: return "narration";
    case PassageKind::Quotation: return "quotation";
    case PassageKind::Boilerplate: return "boilerplate";
  }
  return "";
}

Relation judge_relation(const SharedWords& shared, const RelationOptions& options) {
  const auto share = [](uint32_t part, uint32_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  const uint32_t all = shared.narration + shared.quotation + shared.boilerplate;
  const bool template_alone = share(shared.boilerplate, all) >= options.passage_share;
  if (!(template_alone && shared.same_outlet) && share(shared.covered_a, shared.words_a) >= options.near_duplicate &&
      share(shared.covered_b, shared.words_b) >= options.near_duplicate) {
    return Relation::NearDuplicate;
  }
  const uint32_t shorter = std::min(shared.words_a, shared.words_b);
  if (shared.narration >= options.copied_words && share(shared.narration, shorter) >= options.copied_share) {
    return Relation::WireCopy;
  }
  if (template_alone) return Relation::Boilerplate;
  if (share(shared.quotation, all) >= options.passage_share) return Relation::SharedQuotation;
  return Relation::SharedWording;
}

}  // namespace verbale
