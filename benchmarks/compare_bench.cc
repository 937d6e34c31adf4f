// Accounts of examples/ side by side: cutting, linking, points, differences and absences of two
// pages, and of many accounts made of their sentences. The answer is checked: the same points each
// time.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "pipeline/pipeline.h"
#include "source/loader.h"

namespace verbale {
namespace {

struct Bench {
  Reader reader;
  Meanings meanings;
  std::vector<Document> pair;
};

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "compare_bench: %s\n", why.c_str());
  std::exit(1);
}

Document read_text(const Reader& reader, std::string name, std::string text) {
  Document document;
  document.source.name = std::move(name);
  document.text = std::move(text);
  read_document(document, reader);
  return document;
}

std::string text_of(const char* name) {
  Result<Loaded> loaded = load_file(std::string(VERBALE_SOURCE_DIR "/examples/") + name);
  if (!loaded) stop(loaded.error().message());
  return std::move(loaded->documents[0].text);
}

const Bench& bench() {
  static const Bench made = [] {
    Bench b;
    Result<Reader> reader = load_reader();
    if (!reader) stop(reader.error().message());
    b.reader = std::move(*reader);
    Result<Meanings> meanings = Meanings::load(b.reader.knowledge->home);
    if (!meanings) stop(meanings.error().message());
    b.meanings = std::move(*meanings);
    // Two pages each: the accounts of several meetings one after the other.
    const std::string courier = text_of("2024-08-beijing-courier.txt") + "\n" +
                                text_of("2025-04-hanoi-courier.txt") + "\n" +
                                text_of("2023-12-hanoi-courier.md");
    const std::string observer = text_of("2024-08-beijing-observer.html") + "\n" +
                                 text_of("2023-12-hanoi-observer.txt") + "\n" +
                                 text_of("2024-08-beijing-outcome.md");
    b.pair.push_back(read_text(b.reader, "courier", courier));
    b.pair.push_back(read_text(b.reader, "observer", observer));
    return b;
  }();
  return made;
}

void run(benchmark::State& state, const std::vector<const Document*>& accounts) {
  const Bench& b = bench();
  const std::string first =
      comparison_to_json(compare(accounts, *b.reader.knowledge, b.meanings), "m", {});
  for (auto _ : state) {
    Comparison comparison = compare(accounts, *b.reader.knowledge, b.meanings);
    benchmark::DoNotOptimize(comparison.points.data());
  }
  if (comparison_to_json(compare(accounts, *b.reader.knowledge, b.meanings), "m", {}) != first) {
    stop("the second comparison is not the first");
  }
  int64_t words = 0;
  for (const Document* account : accounts) words += static_cast<int64_t>(account->words.size());
  state.counters["words"] = static_cast<double>(words);
  state.counters["accounts"] = static_cast<double>(accounts.size());
}

void BM_TwoPages(benchmark::State& state) { run(state, {&bench().pair[0], &bench().pair[1]}); }
BENCHMARK(BM_TwoPages)->Unit(benchmark::kMillisecond);

// Each account has a third of the lines of both pages, in its own order.
void BM_ManyAccounts(benchmark::State& state) {
  std::vector<std::string> lines;
  for (const Document& document : bench().pair) {
    for (const Paragraph& line : document.paragraphs) lines.emplace_back(document.str(line.span));
  }
  std::mt19937 random(5);
  std::vector<Document> documents;
  for (int64_t d = 0; d < state.range(0); ++d) {
    std::shuffle(lines.begin(), lines.end(), random);
    std::string text;
    for (size_t i = 0; i < lines.size() / 3; ++i) text += lines[i] + "\n";
    documents.push_back(read_text(bench().reader, "d" + std::to_string(d), std::move(text)));
  }
  std::vector<const Document*> accounts;
  for (const Document& document : documents) accounts.push_back(&document);
  run(state, accounts);
}
BENCHMARK(BM_ManyAccounts)
    ->Arg(10)
    ->Arg(100)
    ->Arg(500)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace verbale

BENCHMARK_MAIN();
