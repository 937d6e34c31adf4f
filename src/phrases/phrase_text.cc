#include "phrases/phrase_text.h"

#include <algorithm>

#include "reuse/reuse.h"

namespace verbale {
namespace {

constexpr int32_t kShortestCopy = 8;  // words; a shorter sentence may well be said twice

bool is_body(const Document& document, const Sentence& sentence) {
  const ParagraphKind kind = document.paragraphs[static_cast<size_t>(sentence.paragraph)].kind;
  if (kind != ParagraphKind::Body && kind != ParagraphKind::ListItem) return false;
  return std::ranges::none_of(document.publication.furniture,
                              [&](Span furniture) { return furniture.contains(sentence.span); });
}

// What each document took over from an earlier one (wire copy), or repeats in many reports of its
// outlet.
std::vector<std::vector<Span>> copied_passages(std::span<const Document* const> documents,
                                               int threads) {
  std::vector<ReuseText> texts;
  for (const Document* document : documents) {
    const Publication& publication = document->publication;
    texts.push_back({document->source.name, document->text, publication.outlet.value,
                     publication.day().value, publication.furniture});
  }
  ReuseOptions options;
  options.threads = threads;
  std::vector<std::vector<Span>> copied(documents.size());
  for (const TextPair& pair : find_reuse(texts, options).pairs) {
    for (const PassagePair& passage : pair.passages) {
      if (!is_copy(pair.relation) && passage.kind != PassageKind::Boilerplate) continue;
      copied[static_cast<size_t>(pair.b)].push_back(passage.b);
    }
  }
  for (std::vector<Span>& passages : copied) std::ranges::sort(passages);
  return copied;
}

// Is nearly all of the sentence within the passages? They are sorted.
bool is_covered(Span sentence, const std::vector<Span>& passages) {
  uint32_t covered = 0;
  uint32_t behind = sentence.begin;
  for (const Span passage : passages) {
    const uint32_t first = std::max(behind, passage.begin);
    const uint32_t last = std::min(sentence.end, passage.end);
    if (first >= last) continue;
    covered += last - first;
    behind = last;
  }
  return covered * 5 >= sentence.size() * 4;
}

}  // namespace

PhraseText::PhraseText(std::span<const Document* const> documents, int threads)
    : documents_(documents) {
  for (const int32_t document : order_of_documents(documents)) add(document);
  mark_copied_passages(threads);
  mark_copies();
}

void PhraseText::mark_copied_passages(int threads) {
  const std::vector<std::vector<Span>> copied = copied_passages(documents_, threads);
  for (Sentence& sentence : sentences_) {
    const std::vector<Span>& passages = copied[static_cast<size_t>(sentence.document)];
    if (passages.empty()) continue;
    const Document& document = *documents_[static_cast<size_t>(sentence.document)];
    sentence.copy =
        is_covered(document.sentences[static_cast<size_t>(sentence.sentence)].span, passages);
  }
}

int32_t PhraseText::id_of(std::string_view folded) const {
  const auto found = ids_.find(folded);
  return found == ids_.end() ? -1 : found->second;
}

void PhraseText::add(int32_t index) {
  const Document& document = *documents_[static_cast<size_t>(index)];
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const verbale::Sentence& sentence = document.sentences[s];
    if (sentence.words.empty() || !is_body(document, sentence)) continue;
    Sentence& added = sentences_.emplace_back();
    added.document = index;
    added.sentence = static_cast<int32_t>(s);
    added.first = static_cast<int32_t>(words_.size());
    added.word = sentence.words.first;
    for (int32_t w = sentence.words.first; w < sentence.words.last; ++w) {
      const std::string_view folded = document.words[static_cast<size_t>(w)].folded;
      const auto [found, fresh] = ids_.try_emplace(folded, static_cast<int32_t>(folded_.size()));
      if (fresh) folded_.push_back(folded);
      words_.push_back(found->second);
    }
    added.last = static_cast<int32_t>(words_.size());
    words_.push_back(-1);
    sentence_of_.resize(words_.size(), static_cast<int32_t>(sentences_.size()) - 1);
  }
}

// Sentences stand in the order of the documents' days, so the first of equal ones is the original.
void PhraseText::mark_copies() {
  std::vector<int32_t> order(sentences_.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int32_t>(i);
  const auto words_at = [&](int32_t i) {
    const Sentence& sentence = sentences_[static_cast<size_t>(i)];
    return std::span(words_).subspan(static_cast<size_t>(sentence.first),
                                     static_cast<size_t>(sentence.last - sentence.first));
  };
  std::ranges::stable_sort(order, [&](int32_t a, int32_t b) {
    return std::ranges::lexicographical_compare(words_at(a), words_at(b));
  });
  int32_t original = -1;
  for (const int32_t i : order) {
    Sentence& sentence = sentences_[static_cast<size_t>(i)];
    const bool same = original >= 0 && std::ranges::equal(words_at(original), words_at(i));
    if (!same)
      original = i;
    else
      sentence.copy |= sentence.last - sentence.first >= kShortestCopy &&
                       sentences_[static_cast<size_t>(original)].document != sentence.document;
  }
}

}  // namespace verbale
