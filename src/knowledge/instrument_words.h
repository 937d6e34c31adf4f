// What states sign and issue (knowledge/en/instrument_nouns.tsv).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"
#include "record/values.h"

namespace verbale {

class InstrumentWords {
 public:
  static Result<InstrumentWords> load(const std::string& home);

  // Phrases of folded words; values are indices into kinds(). Plurals in -s are in the table too.
  const PhraseTable& nouns() const { return nouns_; }
  const PhraseTable& titles() const { return titles_; }
  const std::vector<InstrumentKind>& kinds() const { return kinds_; }

  // By lemma.
  bool signs(std::string_view verb) const { return signs_.contains(verb); }
  bool issues(std::string_view verb) const { return issues_.contains(verb); }

 private:
  PhraseTable nouns_;
  PhraseTable titles_;
  std::vector<InstrumentKind> kinds_;
  std::set<std::string, std::less<>> signs_;
  std::set<std::string, std::less<>> issues_;
};

}  // namespace verbale
