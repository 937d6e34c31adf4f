#include "agreement/agreement.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "decisions/cases.h"
#include "record/decision_json.h"
#include "record/pairing.h"

namespace verbale {
namespace {

constexpr const char* kNone = "none";

// The last decision of each on one entry.
struct JudgedByBoth {
  const Decision* a = nullptr;
  const Decision* b = nullptr;
  std::string settled;
};

std::string category_of(Layer layer, const Correction& fields) {
  const std::optional<std::string>& value = layer == Layer::Statement ? fields.act : fields.kind;
  return value.value_or(layer == Layer::Statement ? "assertive" : std::string(layer_name(layer)));
}

CodeRange extent_of(const ReviewerView& view, const Decision& decision) {
  if (!view.fields.content || view.fields.content->empty()) return decision.place;
  return {view.fields.content->front().start, view.fields.content->back().end};
}

// Fields as text: equal where they say the same. Who is in a list counts, not in which order.
std::map<std::string_view, std::string> field_texts(const Correction& fields) {
  std::map<std::string_view, std::string> texts;
  for_each_field([&](const auto& field) {
    if (!(fields.*field.member)) return;
    Correction one;
    one.*field.member = fields.*field.member;
    if constexpr (std::is_same_v<std::decay_t<decltype(*(one.*field.member))>,
                                 std::vector<std::string>>) {
      std::ranges::sort(*(one.*field.member));
    }
    const std::string json = correction_to_json(one);
    const size_t value = json.find_first_not_of(' ', json.find(':') + 1);  // {"field": value}
    texts[field.name] = json.substr(value, json.size() - value - 1);
  });
  return texts;
}

// The items of one layer, or of all.
struct AgreementItems {
  std::vector<LabelPair> strict;
  std::vector<LabelPair> tolerant;
  std::map<std::string_view, std::vector<LabelPair>> fields;

  void add(std::vector<LabelPair>& items, bool one_unit, const std::string& a,
           const std::string& b) {
    if (one_unit) {
      items.push_back({a, b});
    } else {
      items.push_back({a, kNone});
      items.push_back({kNone, b});
    }
  }
};

class ReviewerComparer {
 public:
  ReviewerComparer(std::string_view a, std::string_view b) {
    agreement_.a = a;
    agreement_.b = b;
  }

  void compare_text(const ReviewedText& review) {
    const CaseBook book(review);
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (const ReviewCase& decided : book.cases(static_cast<Layer>(layer)))
        compare_case(book, decided);
    }
  }

  Agreement finish() {
    AgreementItems all;
    for (size_t layer = 0; layer < kLayers; ++layer) {
      const AgreementItems& items = items_[layer];
      if (judged_[layer] == 0) continue;
      LayerAgreement& one = agreement_.layers.emplace_back();
      one.layer = static_cast<Layer>(layer);
      one.judged = judged_[layer];
      one.strict = measure_agreement(items.strict);
      one.tolerant = measure_agreement(items.tolerant);
      for (const auto& [field, pairs] : items.fields)
        one.fields.push_back({field, measure_agreement(pairs)});
      add_named(all.strict, items.strict, one.layer);
      add_named(all.tolerant, items.tolerant, one.layer);
    }
    agreement_.strict = measure_agreement(all.strict);
    agreement_.tolerant = measure_agreement(all.tolerant);
    return std::move(agreement_);
  }

 private:
  static void add_named(std::vector<LabelPair>& all, const std::vector<LabelPair>& items,
                        Layer layer) {
    const auto named = [&](const std::string& label) {
      return label == kNone ? label : std::string(layer_name(layer)) + " " + label;
    };
    for (const LabelPair& item : items) all.push_back({named(item.a), named(item.b)});
  }

  void compare_case(const CaseBook& book, const ReviewCase& decided) {
    JudgedByBoth judged;
    for (const int32_t i : book.standing(decided)) {
      const Decision& decision = book.decision(i);
      if (decision.adjudicates) {
        judged.settled = decision.id;
      } else if (decision.reviewer == agreement_.a) {
        judged.a = &decision;
      } else if (decision.reviewer == agreement_.b) {
        judged.b = &decision;
      }
    }
    agreement_.only_a += judged.a != nullptr && judged.b == nullptr;
    agreement_.only_b += judged.a == nullptr && judged.b != nullptr;
    if (judged.a != nullptr && judged.b != nullptr) compare_entry(decided.layer, judged);
  }

  void compare_entry(Layer layer, const JudgedByBoth& judged) {
    ++agreement_.judged;
    ++judged_[static_cast<size_t>(layer)];
    AgreementItems& items = items_[static_cast<size_t>(layer)];
    const ReviewerView a = view_of(*judged.a);
    const ReviewerView b = view_of(*judged.b);
    const std::string label_a = a.rejected ? kNone : category_of(layer, a.fields);
    const std::string label_b = b.rejected ? kNone : category_of(layer, b.fields);
    if (a.rejected || b.rejected) {
      items.strict.push_back({label_a, label_b});
      items.tolerant.push_back({label_a, label_b});
      if (a.rejected != b.rejected)
        agreement_.differences.push_back({*judged.a, *judged.b, {}, judged.settled});
      return;
    }
    const bool same = a.fields.content == b.fields.content;
    items.add(items.strict, same, label_a, label_b);
    items.add(items.tolerant,
              same || shared_part(extent_of(a, *judged.a), extent_of(b, *judged.b)) >= 0.5, label_a,
              label_b);
    compare_fields(items, judged, field_texts(a.fields), field_texts(b.fields));
  }

  void compare_fields(AgreementItems& items, const JudgedByBoth& judged,
                      const std::map<std::string_view, std::string>& a,
                      const std::map<std::string_view, std::string>& b) {
    std::vector<FieldDifference> differences;
    for (const auto& [field, mine] : a) {
      const std::map<std::string_view, std::string>::const_iterator other = b.find(field);
      if (other == b.end()) continue;
      items.fields[field].push_back({mine, other->second});
      if (mine != other->second) differences.push_back({field, mine, other->second});
    }
    if (!differences.empty())
      agreement_.differences.push_back(
          {*judged.a, *judged.b, std::move(differences), judged.settled});
  }

  Agreement agreement_;
  std::array<AgreementItems, kLayers> items_;
  std::array<size_t, kLayers> judged_{};
};

}  // namespace

Agreement compare_reviewers(std::span<const Decision> decisions, std::string_view a,
                            std::string_view b) {
  std::map<std::string, ReviewedText> texts;
  for (const Decision& decision : decisions) texts[decision.text].decisions.push_back(decision);
  ReviewerComparer comparer(a, b);
  for (const auto& [text, review] : texts) comparer.compare_text(review);
  Agreement agreement = comparer.finish();
  std::ranges::stable_sort(agreement.differences, {}, [](const ReviewDifference& one) {
    return std::tuple(one.a.text, one.a.place.start, one.a.place.end);
  });
  return agreement;
}

}  // namespace verbale
