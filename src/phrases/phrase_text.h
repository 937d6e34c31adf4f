// The words of all documents in one row, as repeats are looked for in it. Internal to this folder.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "phrases/named_things.h"

namespace verbale {

class PhraseText {
 public:
  explicit PhraseText(std::span<const Document* const> documents, int threads = 1);

  std::span<const Document* const> documents() const { return documents_; }
  // Word ids; -1 after each sentence.
  std::span<const int32_t> words() const { return words_; }
  // -1: the word is in no document.
  int32_t id_of(std::string_view folded) const;
  std::string_view folded(int32_t id) const { return folded_[static_cast<size_t>(id)]; }

  struct Sentence {
    int32_t document = -1;
    int32_t sentence = -1;  // of the document
    int32_t first = 0;      // place of its first word in words()
    int32_t last = 0;
    int32_t word = 0;   // its first word in Document::words
    bool copy = false;  // taken over from an earlier document, or standing words of the outlet
  };
  std::span<const Sentence> sentences() const { return sentences_; }
  const Sentence& sentence_at(int32_t place) const {
    return sentences_[static_cast<size_t>(sentence_of_[static_cast<size_t>(place)])];
  }

  // The words of the document that stand at [place, place + length) of words().
  TokenRange words_of_document(int32_t place, int32_t length) const {
    const Sentence& sentence = sentence_at(place);
    const int32_t first = sentence.word + place - sentence.first;
    return {first, first + length};
  }

 private:
  void add(int32_t document);
  void mark_copied_passages(int threads);
  void mark_copies();

  std::span<const Document* const> documents_;
  std::vector<int32_t> words_;
  std::vector<int32_t> sentence_of_;
  std::vector<Sentence> sentences_;
  std::unordered_map<std::string_view, int32_t> ids_;  // views into the documents' strings
  std::vector<std::string_view> folded_;
};

}  // namespace verbale
