#include "record/values.h"

#include <array>
#include <cstddef>

namespace verbale {
namespace {

template <class Value>
constexpr std::array<std::string_view, 0> kNames{};
template <>
constexpr auto kNames<Form> =
    std::to_array<std::string_view>({"direct", "mixed", "indirect", "unmarked"});
template <>
constexpr auto kNames<Act> = std::to_array<std::string_view>(
    {"assertive", "directive", "commissive", "expressive", "declarative"});
template <>
constexpr auto kNames<CommitmentKind> =
    std::to_array<std::string_view>({"agreed", "pledged", "proposed"});
template <>
constexpr auto kNames<MeetingKind> = std::to_array<std::string_view>(
    {"talks", "call", "visit", "meeting", "signing", "banquet", "tea", "ceremony"});
template <>
constexpr auto kNames<InstrumentKind> =
    std::to_array<std::string_view>({"agreement", "joint-statement", "mou", "document"});
template <>
constexpr auto kNames<FrameworkKind> = std::to_array<std::string_view>(
    {"mechanism", "initiative", "policy", "law", "project", "body", "partnership", "event"});
template <>
constexpr auto kNames<QuantityKind> =
    std::to_array<std::string_view>({"date", "duration", "count", "ordinal", "money"});
template <>
constexpr auto kNames<ActorKind> =
    std::to_array<std::string_view>({"person", "state", "party", "organisation"});
template <>
constexpr auto kNames<ReportKind> =
    std::to_array<std::string_view>({"readout", "wire", "wrap-up", "joint-statement"});

}  // namespace

template <class Value>
std::string_view to_string(Value value) {
  return kNames<Value>[static_cast<size_t>(value)];
}

template <class Value>
std::optional<Value> value_from(std::string_view name) {
  for (size_t i = 0; i < kNames<Value>.size(); ++i) {
    if (kNames<Value>[i] == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

#define VERBALE_INSTANTIATE(Value)                  \
  template std::string_view to_string<Value>(Value); \
  template std::optional<Value> value_from<Value>(std::string_view);
VERBALE_INSTANTIATE(Form)
VERBALE_INSTANTIATE(Act)
VERBALE_INSTANTIATE(CommitmentKind)
VERBALE_INSTANTIATE(MeetingKind)
VERBALE_INSTANTIATE(InstrumentKind)
VERBALE_INSTANTIATE(FrameworkKind)
VERBALE_INSTANTIATE(QuantityKind)
VERBALE_INSTANTIATE(ActorKind)
VERBALE_INSTANTIATE(ReportKind)
#undef VERBALE_INSTANTIATE

}  // namespace verbale
