#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/file.h"
#include "base/version.h"
#include "store/store.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

void list_files(const fs::path& folder, std::vector<fs::path>& files) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file(error)) files.push_back(at->path());
  }
}

}  // namespace

// One digest over the names and the digests of all packs and weights, in the order of their names.
Result<std::string> reader_version(const std::string& home) {
  std::vector<fs::path> files;
  list_files(fs::path(home) / "knowledge", files);
  list_files(fs::path(home) / "models", files);
  std::sort(files.begin(), files.end());
  std::string sums;
  for (const fs::path& file : files) {
    const Result<MappedFile> mapped = MappedFile::open(file.string());
    if (!mapped) return std::unexpected(mapped.error());
    sums += file.lexically_relative(home).string() + '\n' + sha256_hex(mapped->bytes()) + '\n';
  }
  return std::string(kVersion) + '-' + sha256_hex(sums).substr(0, 12);
}

}  // namespace verbale
