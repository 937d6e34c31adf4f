// Which files a list of files and folders stands for.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace verbale {

struct Walk {
  std::vector<std::string> files;  // in the order of the arguments; a folder's sorted by path
  std::vector<Error> refused;
};

// Folders are walked to the bottom: files with endings that source/ can read, no hidden ones, no README, no links
// followed. A sidecar NAME.json of another file is no document. A file that is named is taken as it is.
Walk find_files(const std::vector<std::string>& paths);

// Does the argument name a file, or standard input? A name too long for a file is none.
bool names_file(const std::string& argument);

}  // namespace verbale
