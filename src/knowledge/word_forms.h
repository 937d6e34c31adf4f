// Other forms of an English word that a reader who looks for it means as well: the other number of a noun, the other
// tenses of a verb ("railway", "railways"; "sign", "signs", "signed", "agreed", "agree"). Not the form in -ing, which
// mostly is a noun of its own ("meeting", "building"). A form may be made that nobody uses ("railwayed"): it is for
// looking up, not for writing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

class WordForms {
 public:
  // Reads knowledge/en/noun_numbers.tsv and irregular_verbs.tsv below `home`.
  static Result<WordForms> load(const std::string& home);

  // Of a folded word, without itself, sorted. None of a short word, or one with other signs than a to z.
  std::vector<std::string> others(std::string_view word) const;

 private:
  using Table = std::map<std::string, std::vector<std::string>, std::less<>>;

  std::vector<std::string> bases(std::string_view word) const;
  std::vector<std::string> plurals(std::string_view noun) const;
  std::vector<std::string> pasts(std::string_view verb) const;

  Table plurals_;  // of a noun; an empty list: it has no other number
  Table tenses_;   // of a verb: past and participle
  Table bases_;    // of an irregular form
};

}  // namespace verbale
