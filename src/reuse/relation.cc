#include "reuse/relation.h"

#include <algorithm>

namespace verbale {

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::Exact:
      return "exact";
    case Relation::NearDuplicate:
      return "near-duplicate";
    case Relation::WireCopy:
      return "wire-copy";
    case Relation::SharedQuotation:
      return "shared-quotation";
    case Relation::Boilerplate:
      return "boilerplate";
    case Relation::SharedWording:
      return "shared-wording";
  }
  return "";
}

std::string_view to_string(PassageKind kind) {
  switch (kind) {
    case PassageKind::Narration:
      return "narration";
    case PassageKind::Quotation:
      return "quotation";
    case PassageKind::Boilerplate:
      return "boilerplate";
  }
  return "";
}

namespace {

double share(uint32_t part, uint32_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// An outlet's form with other names and numbers in it?
bool is_filled_form(const SharedWords& shared, uint32_t words_per_filling) {
  return !shared.other_outlet && shared.fillings * words_per_filling > shared.covered_b;
}

bool is_taken_over(const SharedWords& shared, const RelationOptions& options) {
  const double part = share(shared.narration, std::min(shared.words_a, shared.words_b));
  if (shared.days_apart.value_or(0) > options.copied_days) return false;
  if (shared.same_outlet && part < options.cut_share) return false;
  if (is_filled_form(shared,
                     shared.same_outlet ? options.words_per_filling : options.words_per_edit))
    return false;
  return shared.narration >= options.copied_words && part >= options.copied_share &&
         (part >= 0.5 || shared.longest_narration >= options.copied_in_a_row);
}

}  // namespace

Relation judge_relation(const SharedWords& shared, const RelationOptions& options) {
  const uint32_t all = shared.narration + shared.quotation + shared.boilerplate;
  const bool recurring = share(shared.boilerplate, all) >= options.passage_share;
  if (share(shared.covered_a, shared.words_a) >= options.near_duplicate &&
      share(shared.covered_b, shared.words_b) >= options.near_duplicate) {
    const bool form =
        (shared.same_outlet && recurring) || is_filled_form(shared, options.words_per_filling);
    return form ? Relation::Boilerplate : Relation::NearDuplicate;
  }
  if (is_taken_over(shared, options)) {
    return shared.same_outlet ? Relation::NearDuplicate : Relation::WireCopy;
  }
  if (recurring) return Relation::Boilerplate;
  if (share(shared.quotation, all) >= options.passage_share) return Relation::SharedQuotation;
  return Relation::SharedWording;
}

bool is_one_account(Relation relation, const SharedWords& shared, const RelationOptions& options) {
  const bool far_apart = shared.days_apart.value_or(0) > options.account_days;
  return is_copy(relation) &&
         !(far_apart && std::min(shared.words_a, shared.words_b) < options.account_words);
}

}  // namespace verbale
