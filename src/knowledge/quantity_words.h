// The words that dates, durations, counts and sums are written with (knowledge/en: number_words, months, periods,
// currencies, uncounted_nouns).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

enum class QuantityWordKind : uint8_t {
  Cardinal, Tens, Ordinal, OrdinalTens, Scale, LetterScale, Article, Half, Approximate, Percent,
  Month, Unit, Weekday, Season, Day, DayPart, Relative, Part, Ago, AgoLater, Later, Week, YearEnd,
  CurrencyBefore, CurrencyAfter
};

struct QuantityWord {
  QuantityWordKind kind = QuantityWordKind::Cardinal;
  int64_t value = 0;   // of numbers, months, weekdays, and days from the day of speaking; of a unit: how many
  std::string code;    // of a unit "D", "M", "Y", "TH", "TM", "TS"; of a currency its ISO 4217 code
};

class QuantityWords {
 public:
  // Reads the packs below `home`/knowledge/en.
  static Result<QuantityWords> load(const std::string& home);

  // Forms as sequences of words (knowledge/words.h); values are indices into words().
  const PhraseTable& forms() const { return forms_; }
  const std::vector<QuantityWord>& words() const { return words_; }

  // Whether a number before this noun (lower case) is none that the record counts.
  bool uncounted(std::string_view noun) const { return uncounted_.contains(noun); }
  // The same for an ordinal ("first lady").
  bool unordered(std::string_view noun) const { return unordered_.contains(noun); }

 private:
  Result<void> load_forms(const std::string& path, std::string_view kind_column,
                          std::string_view value_column);
  Result<void> load_nouns(const std::string& path);

  std::vector<QuantityWord> words_;
  PhraseTable forms_;
  std::set<std::string, std::less<>> uncounted_;
  std::set<std::string, std::less<>> unordered_;
};

}  // namespace verbale
