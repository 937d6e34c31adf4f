// JSON read into plain values, for what is small and not hot: metadata, records, gold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/json_writer.h"

namespace verbale {

struct JsonValue {
  enum class Kind : uint8_t { Null, Truth, Integer, Real, String, List, Object };

  Kind kind = Kind::Null;
  bool truth = false;
  int64_t integer = 0;
  double real = 0;
  std::string text;
  std::vector<JsonValue> items;
  std::vector<std::pair<std::string, JsonValue>> members;  // in the order of the text

  // nullopt: not one JSON value, or one nested deeper than 64.
  static std::optional<JsonValue> parse(std::string_view json);

  bool is_null() const { return kind == Kind::Null; }
  bool is_list() const { return kind == Kind::List; }
  bool is_object() const { return kind == Kind::Object; }
  bool is_integer() const { return kind == Kind::Integer; }
  bool is_string() const { return kind == Kind::String; }
  // What JSON calls empty or false is false, as in Python.
  bool is_true() const;

  // The member of that name (the last, if it is there twice); a null value if there is none.
  const JsonValue& at(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  // The string, or an empty one.
  const std::string& string() const { return text; }

  bool operator==(const JsonValue&) const = default;

  void write(JsonWriter& json) const;

 private:
  const JsonValue* find(std::string_view key) const;
};

}  // namespace verbale
