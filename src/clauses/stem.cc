#include "clauses/stem.h"

#include <array>

namespace verbale {
namespace {

// Longest first among those that could both fit.
constexpr auto kEndings = std::to_array<std::string_view>(
    {"isations", "izations", "isation", "ization", "ational", "iveness", "fulness", "ability",
     "ibility",  "atively",  "ations",  "ization", "ically",  "ation",   "ative",   "ition",
     "itive",    "ingly",    "ously",   "ively",   "ement",   "ance",    "ence",    "ancy",
     "ency",     "able",     "ible",    "ment",    "ness",    "ical",    "ious",    "ator",
     "ally",     "ity",      "ive",     "ate",     "ise",     "ize",     "ify",     "ing",
     "ion",      "ism",      "ist",     "ous",     "ful",     "ant",     "ent",     "ial",
     "al",       "ic",       "er",      "or",      "ed",      "ly",      "cy",      "e",
     "y",        "s"});

}  // namespace

std::string word_family(std::string_view lemma) {
  constexpr size_t kShortest = 5;
  constexpr int kLayers = 2;  // "nationally": ally, then ion
  if (lemma.find(' ') != std::string_view::npos) return {};
  std::string stem(lemma);
  for (int layer = 0; layer < kLayers; ++layer) {
    bool cut = false;
    for (const std::string_view ending : kEndings) {
      if (stem.size() < ending.size() + kShortest || !stem.ends_with(ending)) continue;
      stem.resize(stem.size() - ending.size());
      cut = true;
      break;
    }
    if (!cut) break;
  }
  return stem;
}

}  // namespace verbale
