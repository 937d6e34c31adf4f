// Names of documents and endings of files (CONTRACT, JSON).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace verbale {

// The path without ".gz" or ".zst" at its end.
std::string without_packing(std::string_view path);

// The path without the ending of its last part: "a/b.c.txt" gives "a/b.c"; ".txt" stays.
std::string without_ending(std::string_view path);

// The ending in lower case, with its dot and without .gz or .zst: ".jsonl"; empty where there is
// none.
std::string ending_of(std::string_view path);

// The name of a document that is a file of its own: the file's name without packing and ending; "-"
// is "stdin".
std::string document_name(std::string_view path);

// Names already given in a run. A name that is taken gets "-2", "-3" ... after it.
class UniqueNames {
 public:
  std::string unique(std::string name);

 private:
  std::unordered_map<std::string, int> taken_;  // name -> the last number given after it
};

}  // namespace verbale
