// Properties of the whole pipeline, on the texts of examples/, on mutations of them, and on junk. Seeds
// are fixed: a failure can be run again.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <set>

#include "base/file.h"
#include "invariants.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"

namespace verbale {
namespace {

const Reader& reader() {
  static const Reader loaded = [] {
    Result<Reader> result = load_reader();
    if (!result) throw std::runtime_error(result.error().message());
    return std::move(*result);
  }();
  return loaded;
}

// The texts of the examples, in the order of their files' names.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    std::set<std::string> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(VERBALE_SOURCE_DIR "/examples")) {
      const std::string ending = entry.path().extension();
      if (ending != ".json" && entry.path().filename() != "README.md") files.insert(entry.path());
    }
    std::vector<std::string> found;
    for (const std::string& file : files) {
      Result<Loaded> loaded = load_file(file);
      if (!loaded) throw std::runtime_error(loaded.error().message());
      for (Document& document : loaded->documents) found.push_back(std::move(document.text));
    }
    return found;
  }();
  return all;
}

Document read_text(std::string text) {
  Document document;
  document.source.name = "property";
  document.text = std::move(text);
  read_document(document, reader());
  return document;
}

void expect_sound(const std::string& text) {
  const Document document = read_text(text);
  for (const std::string& broken : broken_invariants(document)) {
    ADD_FAILURE() << broken << "\n  in: " << text.substr(0, 600);
  }
}

TEST(Properties, ExamplesAreSoundAndReadTwiceTheSame) {
  ASSERT_GE(texts().size(), 8u);
  for (const std::string& text : texts()) {
    expect_sound(text);
    EXPECT_EQ(record_to_json(read_text(text), true), record_to_json(read_text(text), true));
  }
}

// Cuts, doublings and swaps of pieces, at code point boundaries.
TEST(Properties, MutatedTextsAreSound) {
  std::mt19937 random(20231212);
  const std::vector<std::string> pieces = {"\"", "“", "”", "'", "’", "(", ")", "[", "]", "—", "--",
                                           "\n", "\r\n", ", ", "; ", ". ", " and ", " said ", ":",
                                           "\u200B", "\u00A0", "😀", "ệ", "e\u0323\u0302", "..."};
  for (int round = 0; round < 300; ++round) {
    std::string text = texts()[random() % texts().size()];
    for (int change = 0; change < 12 && text.size() > 4; ++change) {
      size_t at = random() % text.size();
      while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
      size_t end = std::min(text.size(), at + random() % 60);
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
      switch (random() % 3) {
        case 0: text.erase(at, end - at); break;
        case 1: text.insert(at, pieces[random() % pieces.size()]); break;
        default: text.insert(random() % 2 == 0 ? 0 : at, text.substr(at, end - at)); break;
      }
    }
    expect_sound(text);
  }
}

TEST(Properties, JunkIsSound) {
  std::mt19937 random(7);
  const std::vector<std::string> junk = {
      "",        " ",        "\n\n\n",  ".",       "\"",       "\"\"",   "“”",
      "said",    "He said",  "he, said", "said he", "— said",   "agreed to", "The two sides",
      "Mr.",     "U.S.",     "of",      "2025",    "$5 million", "😀😀", "\u2028",
      "To Lam",  "President", "the",    "(CPV)",   "Xi Jinping said:", "|||", "```"};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (unsigned count = random() % 12; count > 0; --count) {
      text += junk[random() % junk.size()];
      if (random() % 2 == 0) text += ' ';
    }
    expect_sound(text);
  }
}

TEST(Properties, NestedQuotationMarksAndLongLinesEnd) {
  std::string nested;
  for (int i = 0; i < 10000; ++i) nested += "“he said \"";
  expect_sound(nested);
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "both sides agreed to strengthen cooperation and ";
  expect_sound(words);
  expect_sound(std::string(1 << 20, 'a'));
  expect_sound(std::string(1 << 16, '"'));
}

}  // namespace
}  // namespace verbale
