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
#include "record/state.h"
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

// A document that leaves the way after a stage, as JSON, and comes back has the same record in the end.
TEST(Properties, EveryStageCanBeLeftAndEntered) {
  const std::span<const Stage> stages = pipeline_stages();
  for (const std::string& text : texts()) {
    Document document;
    document.source.name = "property";
    document.source.given.title = "President Mara Voss meets Prime Minister Olan Reed in Tirana";
    document.text = text;
    Document at_once;
    at_once.source = document.source;
    at_once.text = text;
    read_document(at_once, reader());
    const std::string whole = record_to_json(at_once, true);
    for (size_t s = 0; s < stages.size(); ++s) {
      stages[s].run(document, reader());
      const std::string json = state_to_json(document, stages[s].name);
      Result<DocumentState> back = state_from_json(json, "state", 1);
      ASSERT_TRUE(back.has_value()) << back.error().message();
      EXPECT_EQ(back->stage, stages[s].name);
      EXPECT_EQ(state_to_json(back->document, stages[s].name), json);
      read_on(back->document, reader(), s + 1);
      EXPECT_EQ(record_to_json(back->document, true), whole) << "entered after " << stages[s].name;
    }
  }
}

// Whatever is done to a state, it is refused or read on without harm.
TEST(Properties, BrokenStatesDoNoHarm) {
  std::mt19937 random(20240819);
  Document document;
  document.source.name = "property";
  document.text = texts().front();
  const size_t parse = *stage_number("parse");
  read_document(document, reader(), "parse");
  const std::string json = state_to_json(document, "parse");
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string broken = json;
    for (int change = 0; change < 3; ++change) {
      const size_t at = broken.find_first_of("0123456789", random() % broken.size());
      if (at != std::string::npos) broken[at] = static_cast<char>('0' + random() % 10);
    }
    Result<DocumentState> back = state_from_json(broken, "state", 1);
    refused += !back;
    if (back) read_on(back->document, reader(), parse + 1);
  }
  EXPECT_GT(refused, 0);
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
