#include "record/tags.h"

#include <array>
#include <cstddef>

namespace verbale {
namespace {

constexpr auto kUpos = std::to_array<std::string_view>({
#define VERBALE_NAME(name) #name,
    VERBALE_UPOS(VERBALE_NAME)
#undef VERBALE_NAME
});

constexpr auto kDeprel = std::to_array<std::string_view>({
#define VERBALE_NAME(name, text) text,
    VERBALE_DEPREL(VERBALE_NAME)
#undef VERBALE_NAME
});

template <class Names>
std::optional<size_t> position(const Names& names, std::string_view name) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Upos tag) { return kUpos[static_cast<size_t>(tag)]; }
std::string_view to_string(Deprel relation) { return kDeprel[static_cast<size_t>(relation)]; }

std::optional<Upos> upos_from(std::string_view name) {
  if (const auto i = position(kUpos, name)) return static_cast<Upos>(*i);
  return std::nullopt;
}

Deprel deprel_from(std::string_view name) {
  if (const auto i = position(kDeprel, name)) return static_cast<Deprel>(*i);
  const size_t colon = name.find(':');
  if (colon != std::string_view::npos) return deprel_from(name.substr(0, colon));
  return Deprel::dep;
}

}  // namespace verbale
