#include "cli/entry_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "cli/terminal.h"

namespace verbale {
namespace {

constexpr size_t kNameColumn = 14;

bool is_copied(const JsonValue& value) { return value.has("start") && value.has("end"); }

// All strings copied from the text, mentions apart: an actor has hundreds.
void collect_spans(const JsonValue& value, std::vector<Span>& spans) {
  if (is_copied(value)) {
    spans.push_back({static_cast<uint32_t>(value.at("start").integer),
                     static_cast<uint32_t>(value.at("end").integer)});
    return;
  }
  for (const auto& [key, member] : value.members) collect_spans(member, spans);
  for (const JsonValue& item : value.items) collect_spans(item, spans);
}

std::string value_text(const JsonValue& value) {
  if (is_copied(value)) return fmt::format("“{}”", one_line(value.at("text").text));
  switch (value.kind) {
    case JsonValue::Kind::Null: return "-";
    case JsonValue::Kind::Truth: return value.truth ? "yes" : "no";
    case JsonValue::Kind::Integer: return fmt::format("{}", value.integer);
    case JsonValue::Kind::Real: return fmt::format("{}", value.real);
    case JsonValue::Kind::String: return one_line(value.text);
    case JsonValue::Kind::List: {
      std::string all;
      for (const JsonValue& item : value.items) all += (all.empty() ? "" : ", ") + value_text(item);
      return all.empty() ? "-" : all;
    }
    case JsonValue::Kind::Object: {
      std::string all;
      for (const auto& [key, member] : value.members) {
        if (!member.is_null()) all += (all.empty() ? "" : " ") + value_text(member);
      }
      return all;
    }
  }
  return {};
}

// One over the other or side by side: marked as one.
std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::string marked(std::string_view text) {
  return uses_colour(Stream::Output) ? styled(text, Style::Hit) : fmt::format("[{}]", text);
}

size_t start_of_line(std::string_view text, size_t at) {
  if (at == 0) return 0;
  const size_t end = text.find_last_of("\r\n", at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace

std::string origin_of(const FoundEntry& found) {
  std::string out = found.entry.document;
  for (const std::string* value : {&found.entry.date, &found.entry.outlet, &found.entry.side}) {
    if (!value->empty()) out += ", " + *value;
  }
  std::string others;
  for (const std::string& name : found.publications) {
    if (name != found.entry.document) others += (others.empty() ? "" : ", ") + name;
  }
  return others.empty() ? out : fmt::format("{} (the same text: {})", out, others);
}

std::string fields_of(const FoundEntry& found, const JsonValue& body) {
  std::string out;
  for (const auto& [key, value] : body.members) {
    if (key == "id" && found.entry.layer != Layer::Actor) continue;
    std::string name = key;
    name.resize(std::max(name.size(), kNameColumn), ' ');
    out += fmt::format("  {}  {}\n", styled(name, Style::Dim), value_text(value));
  }
  return out;
}

std::string evidence_of(const FoundEntry& found, const JsonValue& body) {
  const CodePointIndex index(found.text);
  std::vector<Span> spans;
  collect_spans(body, spans);
  for (Span& span : spans) span = {index.to_bytes(span.begin), index.to_bytes(span.end)};
  const std::string_view text = found.text;
  std::string out;
  size_t shown = 0;     // up to here the text has been written
  size_t line_end = 0;  // of the line that is being written
  for (const Span span : merged(std::move(spans))) {
    if (span.begin >= line_end) {
      out += one_line(text.substr(shown, line_end - shown)) + (out.empty() ? "\n  " : "\n\n  ");
      shown = start_of_line(text, span.begin);
    }
    out += one_line(text.substr(shown, span.begin - shown)) +
           marked(one_line(text.substr(span.begin, span.size())));
    shown = span.end;
    line_end = std::min(text.find_first_of("\r\n", span.end), text.size());
  }
  return out + one_line(text.substr(shown, line_end - shown)) + "\n";
}

}  // namespace verbale
