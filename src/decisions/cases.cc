#include "decisions/cases.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/decision_json.h"

namespace verbale {
namespace {

CodeRange cue_of(const Decision& decision) {
  if (decision.layer != Layer::Statement) return {};
  return view_of(decision).fields.cue.value_or(CodeRange{});
}

bool covers_half(CodeRange area, CodeRange place) {
  const uint32_t begin = std::max(area.start, place.start);
  const uint32_t end = std::min(area.end, place.end);
  return begin < end && (end - begin) * uint64_t{2} >= place.size();
}

// Of an entry that a person added, only what he said is known: what one of the two leaves open is
// no difference.
bool same_view(const ReviewerView& a, const ReviewerView& b) {
  if (a.rejected || b.rejected) return a.rejected == b.rejected;
  bool same = true;
  for_each_field([&](const auto& field) {
    const auto& mine = a.fields.*field.member;
    const auto& other = b.fields.*field.member;
    same = same && (!mine || !other || *mine == *other);
  });
  return same;
}

void take_effect(Ruling& ruling, const Decision& decision) {
  switch (decision.verdict) {
    case Verdict::Accept:
    case Verdict::Correct:
      ruling.rejected = false;
      ruling.kept = true;
      ruling.whole = view_of(decision).fields;
      if (decision.adjudicates || decision.verdict == Verdict::Accept) {
        ruling.fields = ruling.whole;
      } else {
        lay_over(ruling.fields, decision.change);
        lay_over(ruling.whole, ruling.fields);
      }
      break;
    case Verdict::Reject:
    case Verdict::NothingHere:
      ruling.rejected = true;
      ruling.kept = false;
      break;
    case Verdict::Comment:
      break;
  }
}

}  // namespace

ReviewerView view_of(const Decision& decision) {
  ReviewerView view;
  view.rejected = decision.verdict == Verdict::Reject || decision.verdict == Verdict::NothingHere;
  if (!decision.body.empty()) {
    view.fields =
        correction_from_body(decision.layer, JsonValue::parse(decision.body).value_or(JsonValue()));
  }
  lay_over(view.fields, decision.change);
  return view;
}

CaseBook::CaseBook(const ReviewedText& review) : review_(review) {
  std::map<std::pair<Layer, std::string_view>, size_t> known;
  for (size_t i = 0; i < review.decisions.size(); ++i) {
    const Decision& decision = review.decisions[i];
    if (decision.verdict == Verdict::NothingHere && decision.stands())
      nothing_here_.push_back(static_cast<int32_t>(i));
    if (decision.claim.id.empty()) continue;
    std::vector<ReviewCase>& cases = cases_[static_cast<size_t>(decision.layer)];
    const auto [found, fresh] =
        known.emplace(std::pair(decision.layer, std::string_view(decision.claim.id)), cases.size());
    if (fresh)
      cases.push_back({decision.layer, decision.claim, decision.place, cue_of(decision), {}});
    cases[found->second].decisions.push_back(static_cast<int32_t>(i));
  }
}

std::vector<int32_t> CaseBook::standing(const ReviewCase& decided) const {
  std::set<int32_t> all;
  for (const int32_t i : decided.decisions) {
    if (decision(i).stands() && decision(i).verdict != Verdict::Comment) all.insert(i);
  }
  for (const int32_t i : nothing_here_) {
    if (covers_half(decision(i).place, decided.place)) all.insert(i);
  }
  return {all.begin(), all.end()};
}

bool CaseBook::reviewers_disagree(const std::vector<int32_t>& all) const {
  std::map<std::string_view, int32_t> last;  // of each reviewer
  for (const int32_t i : all) {
    if (decision(i).adjudicates) return false;
    last[decision(i).reviewer] = i;
  }
  if (last.size() < 2) return false;
  const ReviewerView first = view_of(decision(last.begin()->second));
  return std::ranges::any_of(
      last, [&](const auto& one) { return !same_view(first, view_of(decision(one.second))); });
}

Ruling CaseBook::rule_on(const ReviewCase& decided) const {
  Ruling ruling;
  const std::vector<int32_t> all = standing(decided);
  ruling.disputed = reviewers_disagree(all);
  const auto adjudication =
      std::find_if(all.rbegin(), all.rend(), [&](int32_t i) { return decision(i).adjudicates; });
  if (adjudication != all.rend()) {
    ruling.decisive = *adjudication;
    take_effect(ruling, decision(*adjudication));
    return ruling;
  }
  for (const int32_t i : all) {
    ruling.decisive = i;
    take_effect(ruling, decision(i));
  }
  return ruling;
}

bool CaseBook::kept_out(CodeRange place) const {
  return std::ranges::any_of(nothing_here_,
                             [&](int32_t i) { return covers_half(decision(i).place, place); });
}

const NamedActor* CaseBook::named_actor(const ReviewCase& decided, std::string_view id) const {
  for (const int32_t i : decided.decisions) {
    for (const NamedActor& actor : decision(i).actors) {
      if (actor.id == id) return &actor;
    }
  }
  return nullptr;
}

}  // namespace verbale
