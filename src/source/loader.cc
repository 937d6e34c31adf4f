#include "source/loader.h"

#include <filesystem>

#include "base/file.h"

namespace verbale {

Result<Loaded> load_file(const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  return load_bytes(*bytes, path);
}

Result<Loaded> load_bytes(std::string_view bytes, const std::string& path) {
  Loaded loaded;
  Document& document = loaded.documents.emplace_back();
  document.source.name = std::filesystem::path(path).stem().string();
  document.source.path = path;
  document.source.sha256 = sha256_hex(bytes);
  document.text = bytes;
  return loaded;
}

}  // namespace verbale
