#include "base/json_value.h"

#include <nlohmann/json.hpp>

namespace verbale {
namespace {

constexpr size_t kDeepest = 64;

// Receives the parser's events and builds the values. Stops at what is nested too deep.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonValue take() { return std::move(root_); }

  bool null() override { return add({}); }
  bool boolean(bool truth) override {
    JsonValue value;
    value.kind = JsonValue::Kind::Truth;
    value.truth = truth;
    return add(std::move(value));
  }
  bool number_integer(number_integer_t number) override { return add_integer(number); }
  bool number_unsigned(number_unsigned_t number) override {
    return add_integer(static_cast<int64_t>(number));
  }
  bool number_float(number_float_t number, const string_t&) override {
    JsonValue value;
    value.kind = JsonValue::Kind::Real;
    value.real = number;
    return add(std::move(value));
  }
  bool string(string_t& text) override {
    JsonValue value;
    value.kind = JsonValue::Kind::String;
    value.text = std::move(text);
    return add(std::move(value));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::List); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool add_integer(int64_t number) {
    JsonValue value;
    value.kind = JsonValue::Kind::Integer;
    value.integer = number;
    return add(std::move(value));
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() >= kDeepest) return false;
    JsonValue value;
    value.kind = kind;
    names_.push_back(std::move(key_));
    key_.clear();
    open_.push_back(std::move(value));
    return true;
  }

  bool close() {
    JsonValue value = std::move(open_.back());
    open_.pop_back();
    key_ = std::move(names_.back());
    names_.pop_back();
    return add(std::move(value));
  }

  bool add(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().kind == JsonValue::Kind::List) {
      open_.back().items.push_back(std::move(value));
    } else {
      open_.back().members.emplace_back(std::move(key_), std::move(value));
    }
    return true;
  }

  JsonValue root_;
  std::vector<JsonValue> open_;
  std::vector<std::string> names_;  // the key under which each open value will stand
  std::string key_;
};

}  // namespace

std::optional<JsonValue> JsonValue::parse(std::string_view json) {
  Builder builder;
  if (!nlohmann::json::sax_parse(json, &builder)) return std::nullopt;
  return builder.take();
}

const JsonValue* JsonValue::find(std::string_view key) const {
  for (size_t i = members.size(); i-- > 0;) {
    if (members[i].first == key) return &members[i].second;
  }
  return nullptr;
}

const JsonValue& JsonValue::at(std::string_view key) const {
  static const JsonValue kNone;
  const JsonValue* found = find(key);
  return found != nullptr ? *found : kNone;
}

void JsonValue::write(JsonWriter& json) const {
  switch (kind) {
    case Kind::Null: json.null(); return;
    case Kind::Truth: json.value(truth); return;
    case Kind::Integer: json.value(integer); return;
    case Kind::Real: json.value(real); return;
    case Kind::String: json.value(text); return;
    case Kind::List:
      json.begin_array();
      for (const JsonValue& item : items) item.write(json);
      json.end_array();
      return;
    case Kind::Object:
      json.begin_object();
      for (const auto& [name, member] : members) member.write(json.key(name));
      json.end_object();
      return;
  }
}

bool JsonValue::is_true() const {
  switch (kind) {
    case Kind::Null: return false;
    case Kind::Truth: return truth;
    case Kind::Integer: return integer != 0;
    case Kind::Real: return real != 0;
    case Kind::String: return !text.empty();
    case Kind::List: return !items.empty();
    case Kind::Object: return !members.empty();
  }
  return false;
}

}  // namespace verbale
