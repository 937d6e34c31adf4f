#include "knowledge/quantity_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

using Kind = QuantityWordKind;

constexpr std::array<std::pair<std::string_view, Kind>, 25> kKinds = {{
    {"cardinal", Kind::Cardinal}, {"tens", Kind::Tens}, {"ordinal", Kind::Ordinal},
    {"ordinal-tens", Kind::OrdinalTens}, {"scale", Kind::Scale},
    {"letter-scale", Kind::LetterScale}, {"article", Kind::Article}, {"half", Kind::Half},
    {"approximate", Kind::Approximate}, {"percent", Kind::Percent}, {"month", Kind::Month},
    {"unit", Kind::Unit}, {"weekday", Kind::Weekday}, {"season", Kind::Season}, {"day", Kind::Day},
    {"day-part", Kind::DayPart}, {"relative", Kind::Relative}, {"part", Kind::Part},
    {"ago", Kind::Ago}, {"ago-later", Kind::AgoLater}, {"later", Kind::Later}, {"week", Kind::Week},
    {"year-end", Kind::YearEnd}, {"before", Kind::CurrencyBefore}, {"after", Kind::CurrencyAfter},
}};

std::optional<Kind> kind_from(std::string_view name) {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

// Reads what the value column says of a word of this kind; returns what is wrong with it.
std::string read_value(std::string_view cell, QuantityWord& word) {
  if (word.kind == Kind::CurrencyBefore || word.kind == Kind::CurrencyAfter) {
    word.code = cell;
    return cell.size() == 3 ? "" : "a currency has a code of three letters";
  }
  const bool unit = word.kind == Kind::Unit;
  const bool time = unit && cell.starts_with('T');
  if (time) cell.remove_prefix(1);
  const char* end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, word.value);
  if (error != std::errc()) return "the value is no number";
  if (!unit) return stop == end ? "" : "the value is no number";
  if (stop + 1 != end) return "the value of a unit is a number and a letter, as in 10Y or T1H";
  word.code = (time ? "T" : "") + std::string(1, *stop);
  return {};
}

}  // namespace

Result<void> QuantityWords::load_forms(const std::string& path, std::string_view kind_column,
                                       std::string_view value_column) {
  return read_pack(path, {"form", kind_column, value_column}, [&](const TsvRow& row) {
    const std::optional<Kind> kind = kind_from(row[1]);
    if (!kind) return "there is no kind \"" + std::string(row[1]) + "\"";
    QuantityWord word;
    word.kind = *kind;
    if (std::string wrong = read_value(row[2], word); !wrong.empty()) return wrong;
    const std::string phrase = word_phrase(row[0]);
    if (phrase.empty()) return std::string("the form has no word");
    forms_.add(phrase, static_cast<int32_t>(words_.size()));
    words_.push_back(std::move(word));
    return std::string();
  });
}

Result<void> QuantityWords::load_nouns(const std::string& path) {
  return read_pack(path, {"noun", "kind"}, [&](const TsvRow& row) {
    if (row[1] == "count") {
      uncounted_.emplace(row[0]);
    } else if (row[1] == "ordinal") {
      unordered_.emplace(row[0]);
    } else {
      return std::string("the kind is neither count nor ordinal");
    }
    return std::string();
  });
}

Result<QuantityWords> QuantityWords::load(const std::string& home) {
  const std::string folder = home + "/knowledge/en/";
  QuantityWords words;
  for (const char* pack : {"number_words.tsv", "months.tsv", "periods.tsv"}) {
    if (Result<void> read = words.load_forms(folder + pack, "kind", "value"); !read) {
      return std::unexpected(read.error());
    }
  }
  if (Result<void> read = words.load_forms(folder + "currencies.tsv", "place", "code"); !read) {
    return std::unexpected(read.error());
  }
  if (Result<void> read = words.load_nouns(folder + "uncounted_nouns.tsv"); !read) {
    return std::unexpected(read.error());
  }
  return words;
}

}  // namespace verbale
