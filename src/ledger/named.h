// The names in documents, each with the key of the thing that it names.
//
// A framework is a name by itself; other wordings of it are known from phrases/ ("six priorities"
// for the "six orientations"). All places of one thing have one key, in whatever document and
// words.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"

namespace verbale {

struct NamedPlace {
  Span text;
  std::string name;  // canonical
  std::string key;
  FrameworkKind kind = FrameworkKind::Mechanism;
  bool known = false;      // by a pack
  int32_t framework = -1;  // index into Document::frameworks; -1: only known from phrases/
};

class NamedThings {
 public:
  // Of those of the documents that `used` (indices) names, alone.
  NamedThings(std::span<const Document> documents, std::vector<int32_t> used,
              const std::vector<std::string>& states, const Knowledge& knowledge);

  // Of one of the documents, in text order. What is part of somebody's office ("Chairman of the
  // National Assembly") is left out.
  const std::vector<NamedPlace>& of(int32_t document) const {
    return places_[static_cast<size_t>(document)];
  }

 private:
  void add_frameworks(const Document& document, std::vector<NamedPlace>& places) const;
  void add_things();
  void join_keys(const std::string& one, const std::string& other);
  std::string root(const std::string& key) const;

  std::span<const Document> documents_;
  std::vector<int32_t> used_;
  std::vector<std::string> states_;
  const Knowledge& knowledge_;
  std::vector<std::vector<NamedPlace>> places_;
  std::map<std::string, std::string> above_;  // of a key: another of the same thing
};

}  // namespace verbale
