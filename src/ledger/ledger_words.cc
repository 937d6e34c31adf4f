#include "ledger/ledger_words.h"

#include <array>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, kThreadKinds> kKinds = {
    "project", "exchange", "instrument", "mechanism", "pledge", "name"};
constexpr std::array<std::string_view, 5> kSteps = {"body", "plan", "signature", "visit",
                                                    "document"};

template <size_t N>
std::optional<int32_t> index_of(const std::array<std::string_view, N>& names,
                                std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<int32_t>(i);
  }
  return std::nullopt;
}

template <class Value>
LedgerWords::Match<Value> match_in(const PhraseTable& table,
                                   std::span<const std::string_view> lemmas) {
  const PhraseTable::Match match = table.longest(lemmas);
  if (match.length == 0) return {};
  return {match.length, static_cast<Value>(match.values[0])};
}

}  // namespace

std::string_view to_string(ThreadKind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::optional<ThreadKind> thread_kind_from(std::string_view name) {
  const std::optional<int32_t> index = index_of(kKinds, name);
  return index ? std::optional(static_cast<ThreadKind>(*index)) : std::nullopt;
}

Result<LedgerWords> LedgerWords::load(const std::string& home) {
  LedgerWords words;
  const std::string path = home + "/knowledge/en/ledger_words.tsv";
  const Result<void> read = read_pack(path, {"words", "use", "value"}, [&](const TsvRow& row) {
    const std::optional<int32_t> kind = index_of(kKinds, row[2]);
    const std::optional<int32_t> step = index_of(kSteps, row[2]);
    if (row[1] == "kind" && kind) {
      words.kinds_.add(std::string(row[0]), *kind);
    } else if (row[1] == "step" && step) {
      words.steps_.add(std::string(row[0]), *step);
    } else if (row[1] == "circumstance" && row[2].empty()) {
      words.circumstances_.add(std::string(row[0]), 0);
    } else if (row[1] == "light" && row[2].empty()) {
      words.light_.add(std::string(row[0]), 0);
    } else if (row[1] == "shared" && row[2].empty()) {
      words.shared_.add(std::string(row[0]), 0);
    } else if (row[1] == "attitude" && row[2].empty()) {
      words.attitudes_.add(std::string(row[0]), 0);
    } else if (row[1] == "against" && row[2].empty()) {
      words.against_.add(std::string(row[0]), 0);
    } else if (row[1] == "makes" && (row[2] == "verb" || row[2] == "noun")) {
      (row[2] == "verb" ? words.making_verbs_ : words.making_nouns_).add(std::string(row[0]), 0);
    } else {
      return "no use \"" + std::string(row[1]) + "\" has the value \"" + std::string(row[2]) + "\"";
    }
    return std::string();
  });
  if (!read) return std::unexpected(read.error());
  return words;
}

LedgerWords::Match<ThreadKind> LedgerWords::kind(std::span<const std::string_view> lemmas) const {
  return match_in<ThreadKind>(kinds_, lemmas);
}

LedgerWords::Match<StepWord> LedgerWords::step(std::span<const std::string_view> lemmas) const {
  return match_in<StepWord>(steps_, lemmas);
}

int32_t LedgerWords::circumstance(std::span<const std::string_view> lowers) const {
  return circumstances_.longest(lowers).length;
}

}  // namespace verbale
