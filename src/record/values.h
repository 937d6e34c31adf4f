// The closed sets of values of the record, as gold/GUIDELINES and the JSON name them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace verbale {

enum class Form : uint8_t { Direct, Mixed, Indirect, Unmarked };
enum class Act : uint8_t { Assertive, Directive, Commissive, Expressive, Declarative };
enum class CommitmentKind : uint8_t { Agreed, Pledged, Proposed };
enum class MeetingKind : uint8_t { Talks, Call, Visit, Meeting, Signing, Banquet, Tea, Ceremony };
enum class InstrumentKind : uint8_t { Agreement, JointStatement, Mou, Document };
enum class FrameworkKind : uint8_t {
  Mechanism, Initiative, Policy, Law, Project, Body, Partnership, Event
};
enum class QuantityKind : uint8_t { Date, Duration, Count, Ordinal, Money };
enum class ActorKind : uint8_t { Person, State, Party, Organisation };
enum class ReportKind : uint8_t { Readout, Wire, WrapUp, JointStatement };

// The kinds of entries, in the order of the record's JSON.
enum class Layer : uint8_t {
  Statement, Topic, Commitment, Meeting, Instrument, Framework, Quantity, Actor
};
inline constexpr size_t kLayers = 8;

// The value's name in the JSON ("joint-statement"), and back; nullopt where there is no such value.
template <class Value>
std::string_view to_string(Value value);
template <class Value>
std::optional<Value> value_from(std::string_view name);

}  // namespace verbale
