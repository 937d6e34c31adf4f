// The file of trained weights: a header a person can read, then binary sections.
//
//   verbale model 1
//   licence: CC BY-SA 4.0 ...            any number of "key: value" lines
//   section tagger 4096 1234567          name, offset and size in bytes, from the start of the file
//   (an empty line)
//
// Sections start at multiples of 64 bytes and are little-endian, as all machines are that this runs on.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/file.h"

namespace verbale {

class ModelFile {
 public:
  // Maps the file. Refuses one whose header is malformed or whose sections do not lie inside it.
  static Result<ModelFile> open(const std::string& path);

  // The bytes of a section; empty if there is none of that name.
  std::string_view section(std::string_view name) const;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  MappedFile file_;
  std::map<std::string, std::string_view, std::less<>> sections_;
};

// The bytes of a model file. `header` lines are "key: value".
struct ModelSection {
  std::string name;
  std::string bytes;
};
std::string write_model(const std::vector<std::string>& header, const std::vector<ModelSection>& sections);

}  // namespace verbale
