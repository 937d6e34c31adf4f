// Each stage of the pipeline alone, over the texts of examples/. A stage is timed on documents that have
// what the stages before it add; the answer is checked against that of the whole pipeline.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"
#include "words.h"

namespace verbale {
namespace {

struct Corpus {
  Reader reader;
  std::vector<std::string> texts;
  int64_t words = 0;
};

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "stage_bench: %s\n", why.c_str());
  std::exit(1);
}

const Corpus& corpus() {
  static const Corpus loaded = [] {
    Corpus made;
    Result<Reader> reader = load_reader();
    if (!reader) stop(reader.error().message());
    made.reader = std::move(*reader);
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(VERBALE_SOURCE_DIR "/examples")) {
      if (entry.path().extension() == ".txt") files.insert(entry.path());
    }
    for (const std::string& file : files) {
      Result<Loaded> document = load_file(file);
      if (!document) stop(document.error().message());
      for (Document& one : document->documents) {
        made.words += count_words(one.text);
        made.texts.push_back(std::move(one.text));
      }
    }
    return made;
  }();
  return loaded;
}

Document fresh(const std::string& text) {
  Document document;
  document.source.name = "bench";
  document.text = text;
  return document;
}

void whole_pipeline(benchmark::State& state) {
  std::string first;
  for (const auto& unused : state) {
    (void)unused;
    std::string all;
    for (const std::string& text : corpus().texts) {
      Document document = fresh(text);
      read_document(document, corpus().reader);
      all += record_to_json(document, false);
    }
    if (first.empty()) first = all;
    if (all != first) state.SkipWithError("another answer than the first time");
  }
  state.SetItemsProcessed(state.iterations() * corpus().words);
}
BENCHMARK(whole_pipeline)->Unit(benchmark::kMillisecond);

void stages(benchmark::State& state, const Stage& stage) {
  for (const auto& unused : state) {
    (void)unused;
    for (const std::string& text : corpus().texts) {
      state.PauseTiming();
      Document document = fresh(text);
      for (const Stage& earlier : pipeline_stages()) {
        if (&earlier == &stage) break;
        earlier.run(document, corpus().reader);
      }
      state.ResumeTiming();
      stage.run(document, corpus().reader);
      benchmark::DoNotOptimize(document);
    }
  }
  state.SetItemsProcessed(state.iterations() * corpus().words);
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  for (const verbale::Stage& stage : verbale::pipeline_stages()) {
    benchmark::RegisterBenchmark(std::string(stage.name).c_str(), verbale::stages, stage)
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
