#include "phrases/phrase_lives.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "knowledge/words.h"
#include "phrases/name_key.h"
#include "phrases/phrase_borders.h"
#include "phrases/phrase_orders.h"
#include "phrases/phrase_text.h"
#include "phrases/repeats.h"
#include "phrases/wordings.h"

namespace verbale {
namespace {

constexpr int32_t kShortestPhrase = 3;  // words
constexpr int32_t kFewestContentWords = 2;
constexpr size_t kSample = 12;      // places at which the borders of a repeat are judged
constexpr double kLeastGlue = 3.0;  // bits a word: how much more often together than by chance

// Finds the candidates: wordings that the record repeats.
class Finder {
 public:
  Finder(const PhraseText& text, const Knowledge& knowledge, const PhraseRequest& request)
      : text_(text), knowledge_(knowledge), request_(request), counts_(count_words()) {}

  // Repeats that are whole phrases.
  std::vector<std::vector<int32_t>> repeats() const {
    std::vector<int32_t> originals(text_.words().begin(), text_.words().end());
    for (const PhraseText::Sentence& sentence : text_.sentences()) {
      if (sentence.copy)
        std::fill(originals.begin() + sentence.first, originals.begin() + sentence.last, -1);
    }
    std::set<std::vector<int32_t>> found;
    find_repeats(originals, kShortestPhrase, [&](const Repeat& repeat) {
      if (!is_in_documents(repeat, request_.least_documents)) return;
      // The ends that make no phrase fall off: "of the shared future" holds "shared future".
      const TokenRange kept = without_light_ends(repeat);
      if (kept.size() < kShortestPhrase) return;
      const std::span<const int32_t> words = text_.words().subspan(
          static_cast<size_t>(repeat.starts[0] + kept.first), static_cast<size_t>(kept.size()));
      if (glue(words) >= kLeastGlue && is_whole(repeat, kept))
        found.emplace(words.begin(), words.end());
    });
    return {found.begin(), found.end()};
  }

 private:
  std::vector<int64_t> count_words() const {
    std::vector<int64_t> counts;
    for (const int32_t word : text_.words()) {
      if (word < 0) continue;
      if (static_cast<size_t>(word) >= counts.size()) counts.resize(static_cast<size_t>(word) + 1);
      ++counts[static_cast<size_t>(word)];
    }
    return counts;
  }

  bool is_in_documents(const Repeat& repeat, int32_t least) const {
    std::set<int32_t> documents;
    for (const int32_t start : repeat.starts) {
      documents.insert(text_.sentence_at(start).document);
      if (static_cast<int32_t>(documents.size()) >= least) return true;
    }
    return false;
  }

  // What of the repeat is left without the function words and marks at its ends, counted from its
  // start.
  TokenRange without_light_ends(const Repeat& repeat) const {
    const TokenRange words = text_.words_of_document(repeat.starts[0], repeat.length);
    const Document& document =
        *text_.documents()[static_cast<size_t>(text_.sentence_at(repeat.starts[0]).document)];
    const auto is_light = [&](int32_t word) {
      const Upos tag =
          document.tokens[static_cast<size_t>(document.words[static_cast<size_t>(word)].token)]
              .upos;
      return tag != Upos::NOUN && tag != Upos::VERB && tag != Upos::ADJ && tag != Upos::ADV &&
             tag != Upos::PROPN && tag != Upos::NUM;
    };
    // "in line with X", not "with X".
    const auto opens_phrase = [&](int32_t word) {
      const auto tag = [&](int32_t w) {
        return document.tokens[static_cast<size_t>(document.words[static_cast<size_t>(w)].token)]
            .upos;
      };
      const auto folded = [&](int32_t w) { return document.words[static_cast<size_t>(w)].folded; };
      return word + 2 < words.last && tag(word + 1) == Upos::NOUN && tag(word + 2) == Upos::ADP &&
             (folded(word) == "in" || folded(word) == "on" || folded(word) == "with" ||
              folded(word) == "under") &&
             (folded(word + 2) == "with" || folded(word + 2) == "to" || folded(word + 2) == "of");
    };
    int32_t first = words.first;
    int32_t last = words.last;
    while (first < last && is_light(first) && !opens_phrase(first)) ++first;
    while (last > first && is_light(last - 1)) --last;
    // Always followed by "of": "a wide range", "the importance" are no phrases without what
    // follows.
    if (last < words.last && document.words[static_cast<size_t>(last)].folded == "of") return {};
    return {first - words.first, last - words.first};
  }

  double glue(std::span<const int32_t> words) const {
    const double total = static_cast<double>(text_.words().size());
    double bits = std::log2(2.0 / total);
    for (const int32_t word : words)
      bits -= std::log2(static_cast<double>(counts_[static_cast<size_t>(word)]) / total);
    return bits / static_cast<double>(words.size());
  }

  // At most of the places where it stands.
  bool is_whole(const Repeat& repeat, TokenRange kept) const {
    size_t whole = 0;
    const size_t sample = std::min(kSample, repeat.starts.size());
    for (size_t i = 0; i < sample; ++i) {
      const int32_t start = repeat.starts[i * repeat.starts.size() / sample] + kept.first;
      const PhraseText::Sentence& at = text_.sentence_at(start);
      const Document& document = *text_.documents()[static_cast<size_t>(at.document)];
      const Sentence& sentence = document.sentences[static_cast<size_t>(at.sentence)];
      const PhraseShape shape =
          shape_of(document, knowledge_, sentence, text_.words_of_document(start, kept.size()));
      whole += shape.whole && shape.content_words >= kFewestContentWords ? 1 : 0;
    }
    return 2 * whole > sample;
  }

  const PhraseText& text_;
  const Knowledge& knowledge_;
  const PhraseRequest& request_;
  std::vector<int64_t> counts_;
};

}  // namespace

std::string_view to_string(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::Known:
      return "known";
    case PhraseKind::Found:
      return "found";
    case PhraseKind::List:
      return "list";
  }
  return "";
}

std::vector<PhraseLife> find_phrases(std::span<const Document* const> documents,
                                     const Knowledge& knowledge, const PhraseRequest& request) {
  const PhraseText text(documents, request.threads);
  Wordings wordings(text, knowledge);
  wordings.add_known();
  if (request.find) {
    wordings.add_lists(request.least_documents);
    for (const std::vector<int32_t>& words : Finder(text, knowledge, request).repeats())
      wordings.add_found(words);
  }
  std::vector<PhraseLife> lives = wordings.lives();
  std::erase_if(lives, [&](const PhraseLife& life) {
    return life.documents == 0 ||
           (life.kind != PhraseKind::Known && life.documents < request.least_documents);
  });
  drop_fragments(lives, documents, request.least_documents);
  std::ranges::sort(lives, [](const PhraseLife& a, const PhraseLife& b) {
    return std::tuple(-a.documents, -a.words, std::string_view(a.id)) <
           std::tuple(-b.documents, -b.words, std::string_view(b.id));
  });
  return lives;
}

PhraseLife life_of(std::string_view wording, std::span<const Document* const> documents,
                   const Knowledge& knowledge) {
  const PhraseText text(documents);
  Wordings wordings(text, knowledge);
  const std::vector<std::string> words = split_words(wording);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const PhraseTable::Match known = knowledge.set_phrases.table().longest(views);
  if (known.length > 0 && static_cast<size_t>(known.length) == views.size()) {
    wordings.add_known(
        knowledge.set_phrases.variants()[static_cast<size_t>(known.values[0])].phrase);
  } else {
    std::vector<int32_t> ids;
    for (const std::string& word : words) ids.push_back(text.id_of(word));
    if (!ids.empty() && std::ranges::find(ids, -1) == ids.end()) wordings.add_found(ids);
  }
  std::vector<PhraseLife> lives = wordings.lives();
  if (!lives.empty()) return std::move(lives[0]);
  PhraseLife none;
  none.phrase = wording;
  return none;
}

}  // namespace verbale
