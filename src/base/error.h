// Failures that a caller handles. Exceptions do not cross a folder's border.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace verbale {

// Printed as `verbale: FILE: what is wrong, where: how to mend it`.
struct Error {
  std::string file;    // the file, pack or record concerned; may be empty
  std::string what;    // what is wrong, and where in the file
  std::string remedy;  // what the user can do; may be empty

  std::string message() const {
    std::string out = file.empty() ? what : file + ": " + what;
    return remedy.empty() ? out : out + ": " + remedy;
  }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string file, std::string what, std::string remedy = {}) {
  return std::unexpected(Error{std::move(file), std::move(what), std::move(remedy)});
}

}  // namespace verbale
