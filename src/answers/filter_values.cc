#include "answers/filter_values.h"

#include "ledger/ledger_words.h"
#include "record/values.h"

namespace verbale {
namespace {

template <class Value>
std::vector<std::string> names_of_values(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.emplace_back(to_string(static_cast<Value>(i)));
  return names;
}

}  // namespace

std::vector<std::string> kinds_of(Layer layer) {
  switch (layer) {
    case Layer::Statement:
      return names_of_values<Form>(4);
    case Layer::Commitment:
      return names_of_values<CommitmentKind>(3);
    case Layer::Meeting:
      return names_of_values<MeetingKind>(8);
    case Layer::Instrument:
      return names_of_values<InstrumentKind>(4);
    case Layer::Framework:
      return names_of_values<FrameworkKind>(8);
    case Layer::Quantity:
      return names_of_values<QuantityKind>(5);
    case Layer::Actor:
      return names_of_values<ActorKind>(4);
    case Layer::Topic:
      return {};
  }
  return {};
}

std::vector<std::string> report_kinds() { return names_of_values<ReportKind>(4); }
std::vector<std::string> acts() { return names_of_values<Act>(5); }
std::vector<std::string> layer_names() {
  std::vector<std::string> names;
  for (size_t layer = 0; layer < kLayers; ++layer) names.emplace_back(layer_name(static_cast<Layer>(layer)));
  return names;
}

std::vector<std::string> thread_kinds() { return names_of_values<ThreadKind>(kThreadKinds); }

std::vector<std::string> text_relations() {
  return {"copy",        "exact",         "near-duplicate", "wire-copy", "shared-quotation",
          "boilerplate", "shared-wording"};
}

std::string state_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper < 'A' || upper > 'Z') return {};
    code += upper;
  }
  return code.size() == 3 ? code : std::string();
}

}  // namespace verbale
