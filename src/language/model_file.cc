#include "language/model_file.h"

#include <charconv>

namespace verbale {
namespace {

constexpr std::string_view kMagic = "verbale model 1\n";
constexpr size_t kAlignment = 64;
constexpr size_t kHeaderSize = 4096;

size_t aligned(size_t n) { return (n + kAlignment - 1) / kAlignment * kAlignment; }

std::string_view take_word(std::string_view& line) {
  const size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

bool parse_size(std::string_view digits, size_t& out) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::string& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  ModelFile out;
  out.path_ = path;
  out.file_ = std::move(*file);
  const std::string_view bytes = out.file_.bytes();
  const std::string remedy = "build it again with `make train`";
  if (!bytes.starts_with(kMagic)) return fail(path, "not a model of this version", remedy);
  std::string_view rest = bytes.substr(kMagic.size(), kHeaderSize);
  while (!rest.empty() && rest[0] != '\n') {
    const size_t end = rest.find('\n');
    if (end == std::string_view::npos) return fail(path, "the header has no end", remedy);
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (!line.starts_with("section ")) continue;
    take_word(line);
    const std::string name(take_word(line));
    size_t offset = 0;
    size_t size = 0;
    if (!parse_size(take_word(line), offset) || !parse_size(take_word(line), size) ||
        offset % kAlignment != 0 || offset > bytes.size() || size > bytes.size() - offset) {
      return fail(path, "section " + name + " does not lie in the file", remedy);
    }
    out.sections_[name] = bytes.substr(offset, size);
  }
  return out;
}

std::string_view ModelFile::section(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? std::string_view() : found->second;
}

std::string write_model(const std::vector<std::string>& header, const std::vector<ModelSection>& sections) {
  std::string out(kMagic);
  for (const std::string& line : header) out += line + "\n";
  size_t offset = kHeaderSize;
  for (const ModelSection& section : sections) {
    out += "section " + section.name + " " + std::to_string(offset) + " " +
           std::to_string(section.bytes.size()) + "\n";
    offset = aligned(offset + section.bytes.size());
  }
  out += "\n";
  out.resize(kHeaderSize, '\n');
  for (const ModelSection& section : sections) {
    out += section.bytes;
    out.resize(aligned(out.size()), '\0');
  }
  return out;
}

}  // namespace verbale
