#include "store/search_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "store/search_rows.h"

namespace verbale {
namespace {

// A character for private use begins every token that is no word: no text has such a word.
constexpr std::string_view kMark = "\uE000";

constexpr std::array<std::string_view, kFactFields> kNames = {
    "side", "outlet", "framework", "place", "act", "kind", "state", "speaker", "to", "by", "of"};

std::string token(char kind, int64_t number) { return fmt::format("{}{}{}", kMark, kind, number); }

std::string quoted(const std::string& token) { return '"' + token + '"'; }

// Seven bits a byte, the lowest first; the eighth says that more follow.
void append_number(std::string& out, int64_t number) {
  uint64_t rest = static_cast<uint64_t>(number);
  for (; rest >= 0x80; rest >>= 7) out += static_cast<char>(rest | 0x80);
  out += static_cast<char>(rest);
}

class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return at_ == bytes_.size(); }
  bool failed() const { return failed_; }

  int64_t next() {
    uint64_t number = 0;
    for (int shift = 0; shift < 63 && at_ < bytes_.size(); shift += 7) {
      const uint64_t byte = static_cast<unsigned char>(bytes_[at_++]);
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return static_cast<int64_t>(number);
    }
    failed_ = true;
    return 0;
  }

  void list(std::vector<FactId>& ids) {
    ids.clear();
    const int64_t count = next();
    for (int64_t i = 0; i < count && !failed_; ++i) ids.push_back(next());
  }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool failed_ = false;
};

void append_list(std::string& out, const std::vector<FactId>& ids) {
  append_number(out, static_cast<int64_t>(ids.size()));
  for (const FactId id : ids) append_number(out, id);
}

}  // namespace

std::optional<FactField> fact_field(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<FactField>(found - kNames.begin());
}

std::string encode_facts(const PassageFacts& facts) {
  std::string out;
  append_list(out, facts.facts);
  for (const EntryFacts& entry : facts.entries) {
    append_number(out, entry.entry * 2 + (entry.listed ? 1 : 0));
    append_list(out, entry.facts);
  }
  return out;
}

bool decode_facts(std::string_view bytes, PassageFacts& facts) {
  NumberReader reader(bytes);
  reader.list(facts.facts);
  size_t count = 0;
  for (; !reader.done() && !reader.failed(); ++count) {
    if (count == facts.entries.size()) facts.entries.emplace_back();
    EntryFacts& entry = facts.entries[count];
    const int64_t head = reader.next();
    entry.entry = head / 2;
    entry.listed = head % 2 == 1;
    reader.list(entry.facts);
  }
  facts.entries.resize(count);
  return !reader.failed();
}

std::string fact_tokens(int64_t row, const PassageFacts& facts) {
  const PassageKey key = unpack(row);
  std::string out = fmt::format("{}a {}", kMark, token('t', key.text));
  if (key.code != kUndated) {
    out += fmt::format(" {} {} {}", token('y', year_of_code(key.code)), token('m', key.code / 32), token('d', key.code));
  }
  std::vector<FactId> all = facts.facts;
  for (const EntryFacts& entry : facts.entries) all.insert(all.end(), entry.facts.begin(), entry.facts.end());
  std::ranges::sort(all);
  const auto same = std::ranges::unique(all);
  all.erase(same.begin(), same.end());
  for (const FactId id : all) out += ' ' + token('f', id);
  return out;
}

std::string fact_token(FactId id) { return quoted(token('f', id)); }
std::string text_token(int64_t text) { return quoted(token('t', text)); }
std::string any_token() { return fmt::format("\"{}a\"", kMark); }
std::string none_token() { return fmt::format("\"{}none\"", kMark); }
std::string year_token(int64_t year) { return quoted(token('y', year)); }
std::string month_token(int64_t month) { return quoted(token('m', month)); }
std::string day_token(int64_t code) { return quoted(token('d', code)); }

}  // namespace verbale
