#include "serve/token.h"

#include <fmt/format.h>

#include <random>

namespace verbale {

std::string random_token() {
  std::random_device random;  // the kernel's generator, on Linux
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", static_cast<uint32_t>(random()));
  return token;
}

bool is_same_token(std::string_view given, std::string_view token) {
  unsigned difference = given.size() == token.size() ? 0 : 1;
  for (size_t i = 0; i < token.size(); ++i) {
    const char c = i < given.size() ? given[i] : '\0';
    difference |= static_cast<unsigned char>(c ^ token[i]);
  }
  return difference == 0;
}

}  // namespace verbale
