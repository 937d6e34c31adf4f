// The time of day, for what a person does now. Nothing that is read from a document may depend on
// it.
#pragma once

#include <ctime>
#include <string>

namespace verbale {

// "2026-03-01T09:30:00Z".
inline std::string utc_time(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  const size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return std::string(text, length);
}

inline std::string utc_now() { return utc_time(std::time(nullptr)); }

}  // namespace verbale
