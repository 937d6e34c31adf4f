// Writes JSON with keys in the order of the calls: the same calls give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

class JsonWriter {
 public:
  // pretty: a line per entry of an object or list up to `depth` levels, compact below; 0: one line.
  explicit JsonWriter(int pretty_depth = 0) : pretty_depth_(pretty_depth) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(int64_t number);
  JsonWriter& value(uint32_t number) { return value(static_cast<int64_t>(number)); }
  JsonWriter& value(int number) { return value(static_cast<int64_t>(number)); }
  JsonWriter& value(bool truth);
  // Six significant digits, in the C locale's form; not a number or infinite becomes null.
  JsonWriter& value(double number);
  JsonWriter& null();
  // JSON text that is already valid.
  JsonWriter& raw(std::string_view json);

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void break_line();

  std::string out_;
  int pretty_depth_;
  int depth_ = 0;
  bool first_ = true;
  bool after_key_ = false;
};

// Appends `text` as a JSON string with its quotation marks. Malformed UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace verbale
