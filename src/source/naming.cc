#include "source/naming.h"

#include "base/utf8.h"

namespace verbale {
namespace {

// Where the last part of the path starts.
size_t last_part(std::string_view path) { return path.rfind('/') + 1; }

size_t ending_start(std::string_view path) {
  const size_t dot = path.rfind('.');
  const bool none = dot == std::string_view::npos || dot <= last_part(path);
  return none ? path.size() : dot;
}

}  // namespace

std::string without_packing(std::string_view path) {
  const std::string ending = to_lower(path.substr(ending_start(path)));
  if (ending == ".gz" || ending == ".zst") path = path.substr(0, ending_start(path));
  return std::string(path);
}

std::string without_ending(std::string_view path) {
  return std::string(path.substr(0, ending_start(path)));
}

std::string ending_of(std::string_view path) {
  const std::string plain = without_packing(path);
  return to_lower(std::string_view(plain).substr(ending_start(plain)));
}

std::string document_name(std::string_view path) {
  if (path == "-") return "stdin";
  const std::string plain = without_packing(path);
  return without_ending(std::string_view(plain).substr(last_part(plain)));
}

std::string UniqueNames::unique(std::string name) {
  if (taken_.try_emplace(name, 1).second) return name;
  for (;;) {
    std::string other = name + "-" + std::to_string(++taken_[name]);
    if (taken_.try_emplace(other, 1).second) return other;
  }
}

}  // namespace verbale
