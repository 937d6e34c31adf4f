// Properties of comparisons, on pairs made of the examples' sentences.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "pipeline/pipeline.h"
#include "source/loader.h"

namespace verbale {
namespace {

struct Tools {
  Reader reader;
  Meanings meanings;
};

const Tools& loaded() {
  static const Tools all = [] {
    Result<Reader> reader = load_reader();
    if (!reader) throw std::runtime_error(reader.error().message());
    Result<Meanings> meanings = Meanings::load(reader->knowledge->home);
    if (!meanings) throw std::runtime_error(meanings.error().message());
    return Tools{std::move(*reader), std::move(*meanings)};
  }();
  return all;
}

std::vector<std::string> lines() {
  std::vector<std::string> all;
  for (const char* name :
       {"/examples/2024-08-beijing-courier.txt", "/examples/2023-12-hanoi-observer.txt",
        "/examples/2025-04-hanoi-courier.txt"}) {
    Result<Loaded> file = load_file(std::string(VERBALE_SOURCE_DIR) + name);
    if (!file) throw std::runtime_error(file.error().message());
    const std::string& text = file->documents[0].text;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      all.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return all;
}

std::vector<Document> accounts(std::mt19937& random, size_t count) {
  const std::vector<std::string> all = lines();
  std::vector<Document> documents;
  for (size_t d = 0; d < count; ++d) {
    std::string text;
    for (unsigned n = random() % 12; n > 0; --n) text += all[random() % all.size()] + "\n";
    Document& document = documents.emplace_back();
    document.source.name = "d" + std::to_string(d);
    document.text = std::move(text);
    read_document(document, loaded().reader);
  }
  return documents;
}

Comparison compared(const std::vector<const Document*>& documents) {
  return compare(documents, *loaded().reader.knowledge, loaded().meanings);
}

// Each character of the units is in exactly one point, and in no point twice; of an account that
// prints words of another, each character of what is left.
void expect_whole(const Comparison& comparison) {
  for (size_t a = 0; a < comparison.accounts.size(); ++a) {
    const Document& document = *comparison.accounts[a];
    std::vector<int> counts(document.text.size(), 0);
    for (const Point& point : comparison.points) {
      const PointPart* part = point.part_of(static_cast<int32_t>(a));
      if (part == nullptr) continue;
      for (const Span span : part->spans) {
        EXPECT_LT(span.begin, span.end);
        for (uint32_t i = span.begin; i < span.end; ++i) ++counts[i];
      }
    }
    EXPECT_TRUE(std::ranges::all_of(counts, [](int n) { return n <= 1; })) << document.text;
    if (comparison.witness[a] != static_cast<int32_t>(a)) continue;
    for (const Clause& clause : cut_clauses(document, *loaded().reader.knowledge).clauses) {
      for (uint32_t i = clause.span.begin; i < clause.span.end; ++i) {
        ASSERT_EQ(counts[i], 1) << document.str(clause.span);
      }
    }
  }
}

TEST(ComparisonProperties, EveryCharacterOfTheUnitsIsInOnePoint) {
  std::mt19937 random(41);
  for (int round = 0; round < 40; ++round) {
    const std::vector<Document> documents = accounts(random, 1 + random() % 4);
    std::vector<const Document*> pointers;
    for (const Document& document : documents) pointers.push_back(&document);
    const Comparison comparison = compared(pointers);
    expect_whole(comparison);
    const std::string json = comparison_to_json(comparison, "m", {});
    std::shuffle(pointers.begin(), pointers.end(), random);
    EXPECT_EQ(json, comparison_to_json(compared(pointers), "m", {}));
  }
}

}  // namespace
}  // namespace verbale
