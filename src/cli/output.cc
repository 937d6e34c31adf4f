#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace verbale {
namespace {

int write_error = 0;

}  // namespace

void print(std::string_view text) {
  if (write_error != 0) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) write_error = errno;
}

bool finish_output() {
  if (write_error == 0 && std::fflush(stdout) != 0) write_error = errno;
  if (write_error == 0) return true;
  if (write_error != EPIPE) {
    print_error({"standard output", std::string("cannot write: ") + std::strerror(write_error), ""});
  }
  return false;
}

void print_error(const Error& error) {
  const std::string line = "verbale: " + error.message() + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void print_note(std::string_view note) {
  const std::string line = "verbale: " + std::string(note) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace verbale
