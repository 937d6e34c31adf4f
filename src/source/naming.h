// Names of documents and endings of files (CONTRACT, JSON).
#pragma once

#include <string>
#include <string_view>

namespace verbale {

// The path without ".gz" or ".zst" at its end.
std::string without_packing(std::string_view path);

// The path without the ending of its last part: "a/b.c.txt" gives "a/b.c"; ".txt" stays.
std::string without_ending(std::string_view path);

// The ending in lower case, with its dot and without .gz or .zst: ".jsonl"; empty where there is none.
std::string ending_of(std::string_view path);

// The name of a document that is a file of its own: the file's name without packing and ending; "-" is "stdin".
std::string document_name(std::string_view path);

}  // namespace verbale
