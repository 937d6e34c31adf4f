#include "knowledge/name_words.h"

#include "base/utf8.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr std::string_view kParticles[] = {"bin",  "bint", "ibn", "al",  "el",  "ul",  "ur",  "ad", "as",
                                           "de",   "da",   "do",  "dos", "das", "du",  "del", "della",
                                           "di",   "van",  "von", "der", "den", "la",  "le",  "ter",
                                           "ten",  "zu",   "y",   "e",   "abu", "ould", "ag", "st"};
constexpr std::string_view kAmbiguous[] = {"major", "chief", "head", "private"};
constexpr std::string_view kSuffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};

uint16_t bit_of(const Title& title) {
  switch (title.kind) {
    case TitleClass::Office: return kTitleWord;
    case TitleClass::Rank: return kHonorificWord | kRankWord;
    case TitleClass::Honorific: return kHonorificWord;
    case TitleClass::Modifier: return title.before_name ? kModifierWord | kLeadingWord : kModifierWord;
    case TitleClass::Portfolio: return kPortfolioWord;
  }
  return 0;
}

}  // namespace

Result<NameWords> NameWords::load(const std::string& home, const Titles& titles) {
  NameWords words;
  for (const std::string_view particle : kParticles) words.bits_[std::string(particle)] |= kParticle;
  for (const std::string_view suffix : kSuffixes) words.bits_[std::string(suffix)] |= kSuffix;
  for (const std::string_view word : kAmbiguous) words.bits_[std::string(word)] |= kAmbiguousWord;
  for (const Title& title : titles.entries()) {
    const std::string folded = fold(title.text);
    const std::vector<std::string_view> parts = split_cell(folded, ' ');
    if (parts.size() == 1) words.bits_[folded] |= bit_of(title);
    // Of several persons ("Governors") the word is no part of a name.
    if (parts.size() == 1 && title.kind == TitleClass::Office) words.bits_[folded + "s"] |= kOrdinaryWord;
    // Offices of several words end in a word that is one by itself, or open with it ("Secretary of
    // State"); the others, "Prime" and "Homeland", are words that offices are made of.
    for (size_t i = 0; parts.size() > 1 && title.kind == TitleClass::Office && i < parts.size(); ++i) {
      if (parts[i].size() > 3) words.bits_[std::string(parts[i])] |= kPortfolioWord;
    }
  }
  const Result<void> read =
      read_pack(home + "/knowledge/en/not-names.tsv", {"word"}, [&](const TsvRow& row) -> std::string {
        words.bits_[fold(row[0])] |= kOrdinaryWord;
        return row[0].empty() ? "no word" : "";
      });
  if (!read) return std::unexpected(read.error());
  return words;
}

uint16_t NameWords::bits(std::string_view folded) const {
  const auto found = bits_.find(folded);
  return found == bits_.end() ? 0 : found->second;
}

}  // namespace verbale
