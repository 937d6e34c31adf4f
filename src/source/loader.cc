#include "source/loader.h"

#include "base/file.h"
#include "source/naming.h"
#include "source/sidecar.h"

namespace verbale {

Result<Loaded> load_file(const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  Result<Loaded> loaded = load_bytes(*bytes, path);
  if (!loaded) return loaded;
  const Result<std::optional<GivenMetadata>> beside = read_sidecar(path);
  if (!beside) return std::unexpected(beside.error());
  if (*beside) {
    for (Document& document : loaded->documents) overlay(document.source.given, **beside);
  }
  return loaded;
}

Result<Loaded> load_bytes(std::string_view bytes, const std::string& path) {
  Loaded loaded;
  Document& document = loaded.documents.emplace_back();
  document.source.name = document_name(path);
  document.source.path = path;
  document.source.sha256 = sha256_hex(bytes);
  document.text = bytes;
  return loaded;
}

}  // namespace verbale
