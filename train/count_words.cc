// verbale-count-words STEP CORPUS.jsonl... > knowledge/en/word_counts.tsv
//
// In how many sentences of the corpora each lemma stands: what tells an informative word from one
// that every readout has. Reads each STEP-th text.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "base/utf8.h"
#include "clauses/words.h"
#include "pipeline/pipeline.h"
#include "train/plain_text.h"

namespace verbale {
namespace {

constexpr int kFewest = 3;  // a rarer word is as good as unseen

struct Counts {
  int sentences = 0;
  std::map<std::string, int> lemmas;
};

void count(const Document& document, Counts& counts) {
  for (const Sentence& sentence : document.sentences) {
    std::set<std::string> seen;
    for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!is_content_word(document, i)) continue;
      std::string key = word_key(document, i);
      if (!key.empty() && is_letter(decode_utf8(key, 0).value)) seen.insert(std::move(key));
    }
    if (seen.size() < 3) continue;  // a heading or a remnant
    ++counts.sentences;
    for (const std::string& lemma : seen) ++counts.lemmas[lemma];
  }
}

int run(int argc, char** argv) {
  const Result<Reader> reader = load_reader();
  if (!reader || argc < 3) {
    std::fprintf(stderr, "verbale-count-words: STEP CORPUS.jsonl...: %s\n",
                 reader ? "no corpus" : reader.error().message().c_str());
    return 1;
  }
  Counts counts;
  for (int i = 2; i < argc; ++i) {
    const Result<void> read = read_texts(argv[i], std::atoi(argv[1]), [&](std::string_view text) {
      Document document;
      document.text = text;
      read_document(document, *reader, "tag");
      count(document, counts);
    });
    if (!read) {
      std::fprintf(stderr, "verbale-count-words: %s\n", read.error().message().c_str());
      return 1;
    }
  }
  std::printf(
      "# In how many sentences of published accounts and statements a word stands: what tells "
      "informative words.\n"
      "# source: counted by verbale-count-words over readouts and joint statements of the White "
      "House (2021-2023),\n"
      "#   releases of the US Department of State (2021-2022), calls and meetings of the Kremlin "
      "(1999-2020)\n"
      "# licence: CC0-1.0 (counts; the texts: US federal works, public domain; kremlin.ru, CC BY "
      "4.0)\n"
      "#\n"
      "# word       folded lemma, with its particle (\"step up\"); \"*\": sentences counted in "
      "all\n"
      "# sentences  how many have it; words in fewer than %d are left out\n"
      "word\tsentences\n*\t%d\n",
      kFewest, counts.sentences);
  for (const auto& [lemma, number] : counts.lemmas) {
    if (number >= kFewest) std::printf("%s\t%d\n", lemma.c_str(), number);
  }
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) { return verbale::run(argc, argv); }
