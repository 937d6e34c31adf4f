#include "language/lemmatiser.h"

#include <array>
#include <charconv>

#include "language/hash.h"

namespace verbale {
namespace {

constexpr size_t kLongestEnding = 6;

uint64_t key(std::string_view penn, std::string_view word) {
  return combine(hash_bytes(penn), hash_bytes(word));
}

// The blank-separated fields of a line; a field may be empty.
size_t split(std::string_view line, std::array<std::string_view, 5>& fields) {
  size_t n = 0;
  while (n < fields.size()) {
    const size_t end = std::min(line.find(' '), line.size());
    fields[n++] = line.substr(0, end);
    if (end == line.size()) break;
    line.remove_prefix(end + 1);
  }
  return n;
}

}  // namespace

std::optional<Lemmatiser> Lemmatiser::parse(std::string_view text) {
  Lemmatiser out;
  std::array<std::string_view, 5> fields;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const size_t count = split(text.substr(0, end), fields);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (count == 4 && fields[0] == "w") {
      out.words_[key(fields[1], fields[2])] = fields[3];
    } else if (count == 5 && fields[0] == "s") {
      Change change{0, fields[4]};
      const char* const last = fields[3].data() + fields[3].size();
      if (std::from_chars(fields[3].data(), last, change.cut).ptr != last) return std::nullopt;
      if (change.cut > kLongestEnding) return std::nullopt;
      out.endings_[key(fields[1], fields[2])] = change;
    } else {
      return std::nullopt;
    }
  }
  return out;
}

std::string_view Lemmatiser::lemma(std::string_view lower, std::string_view penn,
                                   std::string& buffer) const {
  if (const auto found = words_.find(key(penn, lower)); found != words_.end()) return found->second;
  for (size_t n = std::min(kLongestEnding, lower.size()); n > 0; --n) {
    const auto found = endings_.find(key(penn, lower.substr(lower.size() - n)));
    if (found == endings_.end()) continue;
    const Change& change = found->second;
    if (change.cut >= lower.size()) return lower;
    if (change.cut == 0 && change.added.empty()) return lower;
    buffer.assign(lower.substr(0, lower.size() - change.cut));
    buffer += change.added;
    return buffer;
  }
  return lower;
}

}  // namespace verbale
