// The pack of common nouns that can be the source of a statement (knowledge/en/speakers.tsv).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"

namespace verbale {

enum class SpeakerKind : uint8_t { None, Person, Group, Body, Text, Thing };

class Speakers {
 public:
  static Result<Speakers> load(const std::string& home);

  // Of a noun in lower case, singular or plural; None where the pack does not have it.
  SpeakerKind kind(std::string_view lower) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, SpeakerKind, Hash, std::equal_to<>> nouns_;
};

}  // namespace verbale
