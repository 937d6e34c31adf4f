#include "cli/walk.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "source/loader.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Speaks of the files beside it.
bool is_readme(const fs::path& path) { return path.filename().string().starts_with("README."); }

void walk_folder(const fs::path& folder, Walk& walk) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::none, error);
  std::vector<std::string> files;
  while (!error && at != fs::recursive_directory_iterator()) {
    std::error_code ignored;
    const fs::file_status status = at->symlink_status(ignored);
    if (is_hidden(at->path())) {
      if (fs::is_directory(status)) at.disable_recursion_pending();
    } else if (fs::is_regular_file(status) && has_known_ending(at->path().string()) &&
               !is_readme(at->path())) {
      files.push_back(at->path().string());
    }
    at.increment(error);
  }
  if (error) {
    walk.refused.push_back({folder.string(), "cannot be walked: " + error.message(), ""});
  } else if (files.empty()) {
    walk.refused.push_back({folder.string(), "holds no file that can be read",
                            "known are .txt .md .jsonl .csv .html, also with .gz or .zst"});
  }
  std::sort(files.begin(), files.end());
  walk.files.insert(walk.files.end(), files.begin(), files.end());
}

}  // namespace

Walk find_files(const std::vector<std::string>& paths) {
  Walk walk;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      walk_folder(path, walk);
    } else {
      walk.files.push_back(path);
    }
  }
  return walk;
}

bool names_file(const std::string& argument) {
  std::error_code ignored;
  return argument == "-" || std::filesystem::exists(argument, ignored);
}

}  // namespace verbale
