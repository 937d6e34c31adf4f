// What is not known is null in all JSON of the program, never an empty string.
#pragma once

#include <string_view>

#include "base/json_writer.h"

namespace verbale {

// The member `name` with the value; null where it is empty.
inline void write_or_null(JsonWriter& json, std::string_view name, std::string_view value) {
  json.key(name);
  if (value.empty()) {
    json.null();
  } else {
    json.value(value);
  }
}

}  // namespace verbale
