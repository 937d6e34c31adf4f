// A person's mark on an undertaking: how far it was kept, by which evidence. The program never sets
// one.
#pragma once

#include <cstdint>
#include <string>

namespace verbale {

// Compliance: -1 not, 0 partly or in progress, +1 kept (G7 and G20 Research Groups, Toronto).
// Implementation: 0 not begun, 1 minimal, 2 intermediate, 3 full (Peace Accords Matrix, Kroc
// Institute).
enum class MarkScale : uint8_t { Compliance, Implementation };

// It holds to the words it was set on, so that reading the text again cannot lose it.
struct PersonMark {
  std::string entry;   // id that it was set on
  std::string text;    // id of the text
  uint32_t start = 0;  // code points
  uint32_t end = 0;
  std::string words;  // as they stood there
  int64_t value = 0;
  MarkScale scale = MarkScale::Compliance;
  std::string date;      // ISO: the day that the mark speaks of
  std::string evidence;  // id of an entry or document that shows it

  bool operator==(const PersonMark&) const = default;
};

inline const char* scale_name(MarkScale scale) {
  return scale == MarkScale::Compliance ? "compliance" : "implementation";
}

// "+1", "0", "-1"; "2 of 3".
inline std::string mark_text(const PersonMark& mark) {
  if (mark.scale == MarkScale::Implementation) return std::to_string(mark.value) + " of 3";
  return (mark.value > 0 ? "+" : "") + std::to_string(mark.value);
}

}  // namespace verbale
