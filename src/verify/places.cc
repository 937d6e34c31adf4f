#include "verify/places.h"

#include <fmt/format.h>

#include <memory>

#include "base/utf8.h"

namespace verbale {
namespace {

class PlaceChecker {
 public:
  PlaceChecker(const DocumentTexts& texts, std::string_view what, const FindingSink& report)
      : texts_(texts), what_(what), report_(report) {}

  size_t check(const JsonValue& json) {
    walk(json, nullptr);
    return strings_;
  }

 private:
  struct Known {
    std::string_view name;
    std::string_view text;
    CodePointIndex index;
  };

  const Known* known(std::string_view name) {
    const auto made = known_.find(name);
    if (made != known_.end()) return made->second.get();
    const auto text = texts_.find(name);
    if (text == texts_.end()) return nullptr;
    std::unique_ptr<Known>& fresh = known_[text->first];
    fresh = std::make_unique<Known>(
        Known{text->first, text->second, CodePointIndex(text->second)});
    return fresh.get();
  }

  void fail(const Known* document, const JsonValue& string, std::string_view why) {
    report_({document == nullptr ? std::string() : std::string(document->name), "",
             fmt::format("{}: \"{}\" {}", what_, string.at("text").text, why)});
  }

  // The document that an object names for what it holds.
  const Known* named_in(const JsonValue& object, const Known* above) {
    for (const char* key : {"document", "doc"}) {
      if (!object.at(key).is_string()) continue;
      const Known* named = known(object.at(key).text);
      if (named == nullptr)
        report_({object.at(key).text, "", fmt::format("{}: there is no such document", what_)});
      return named;
    }
    return above;
  }

  void walk(const JsonValue& value, const Known* document) {
    if (value.is_object()) {
      document = named_in(value, document);
      if (value.at("text").is_string() && value.has("start") && value.has("end"))
        check_string(value, document);
      for (const auto& [key, member] : value.members) {
        const Known* of_key = member.is_list() || member.is_object() ? known(key) : nullptr;
        walk(member, of_key == nullptr ? document : of_key);
      }
    }
    for (const JsonValue& item : value.items) walk(item, document);
  }

  void check_string(const JsonValue& string, const Known* document) {
    ++strings_;
    if (document == nullptr) return fail(document, string, "is of no document");
    const JsonValue& start = string.at("start");
    const JsonValue& end = string.at("end");
    const bool possible = start.is_integer() && end.is_integer() && start.integer >= 0 &&
                          start.integer < end.integer &&
                          end.integer <= document->index.code_points();
    if (possible) {
      const size_t begin = document->index.to_bytes(static_cast<uint32_t>(start.integer));
      const size_t past = document->index.to_bytes(static_cast<uint32_t>(end.integer));
      if (document->text.substr(begin, past - begin) == string.at("text").text) return;
    }
    fail(document, string, fmt::format("is not at {}..{}", start.integer, end.integer));
  }

  const DocumentTexts& texts_;
  std::string_view what_;
  const FindingSink& report_;
  std::map<std::string_view, std::unique_ptr<Known>, std::less<>> known_;
  size_t strings_ = 0;
};

}  // namespace

size_t check_places(const JsonValue& json, const DocumentTexts& texts, std::string_view what,
                    const FindingSink& report) {
  return PlaceChecker(texts, what, report).check(json);
}

}  // namespace verbale
