// The whole pipeline over a corpus, in one process: words a second on one and on two threads beside a
// control with the same memory traffic, the share of each stage, start-up time, and memory.
//
//   verbale-bench CORPUS [DOCUMENTS [THREADS]]      THREADS 1: one thread only
//
// One and two threads must make the same records. Words are stretches between white space. Words a second of
// processor time are what one core does when nobody else wants it; on a busy machine only they can be compared.
#include <fmt/format.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <numeric>
#include <thread>
#include <vector>

#include "base/file.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"
#include "words.h"

namespace verbale {
namespace {

using Clock = std::chrono::steady_clock;

// Of this thread.
double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

[[noreturn]] void stop(const std::string& why) {
  fmt::print(stderr, "verbale-bench: {}\n", why);
  std::exit(1);
}

int64_t peak_memory_mb() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// Only what a document comes with, so that each run starts from the same.
struct Text {
  Source source;
  std::string text;
};

struct Answer {
  int64_t statements = 0;
  int64_t entries = 0;
  uint64_t digest = 0;  // of the JSON of all records, in any order of documents
  friend bool operator==(const Answer&, const Answer&) = default;
};

void add_record(Answer& answer, const Document& document) {
  answer.statements += static_cast<int64_t>(document.statements.size());
  answer.entries += static_cast<int64_t>(document.topics.size() + document.commitments.size() +
                                         document.meetings.size() + document.frameworks.size());
  answer.digest += std::hash<std::string>{}(record_to_json(document, false));
}

// Runs `work(i)` for each i < count on `threads` threads; returns the seconds taken.
double run_parallel(size_t count, int threads, const std::function<void(int, size_t)>& work) {
  std::atomic<size_t> next = 0;
  const Clock::time_point start = Clock::now();
  {
    std::vector<std::jthread> pool;
    for (int t = 0; t < threads; ++t) {
      pool.emplace_back([&, t] {
        for (size_t i = next++; i < count; i = next++) work(t, i);
      });
    }
  }
  return seconds_since(start);
}

double run_pipeline(const std::vector<Text>& texts, const Reader& reader, int threads,
                    Answer* answer) {
  std::vector<Answer> answers(static_cast<size_t>(threads));
  const double seconds = run_parallel(texts.size(), threads, [&](int thread, size_t i) {
    Document document;
    document.source = texts[i].source;
    document.text = texts[i].text;
    read_document(document, reader);
    if (answer != nullptr) add_record(answers[static_cast<size_t>(thread)], document);
  });
  if (answer != nullptr) {
    for (const Answer& part : answers) {
      answer->statements += part.statements;
      answer->entries += part.entries;
      answer->digest += part.digest;
    }
  }
  return seconds;
}

// The processor time that each stage takes over all texts, on this thread.
std::vector<double> run_stages(const std::vector<Text>& texts, const Reader& reader) {
  std::vector<double> seconds(pipeline_stages().size());
  for (const Text& text : texts) {
    Document document;
    document.source = text.source;
    document.text = text.text;
    double before = processor_seconds();
    for (size_t s = 0; s < seconds.size(); ++s) {
      pipeline_stages()[s].run(document, reader);
      const double after = processor_seconds();
      seconds[s] += after - before;
      before = after;
    }
  }
  return seconds;
}

void print_stages(const std::vector<double>& seconds, double words) {
  const double all = std::accumulate(seconds.begin(), seconds.end(), 0.0);
  fmt::print("pipeline, one thread   {:9.0f} words/s of processor time\n", words / all);
  for (size_t s = 0; s < seconds.size(); ++s) {
    fmt::print("  {:12} {:5.1f} %\n", pipeline_stages()[s].name, 100 * seconds[s] / all);
  }
}

// What a second core can gain at best: per word as many reads at scattered places of the weights as the
// parser makes, with arithmetic on each, and one pass over the text. Nothing is shared but read-only memory.
double run_control(const std::vector<Text>& texts, std::string_view weights, int threads) {
  constexpr int kReadsPerWord = 600;
  std::atomic<uint64_t> sink = 0;
  const double seconds = run_parallel(texts.size(), threads, [&](int, size_t i) {
    uint64_t state = i + 1;
    uint64_t sum = 0;
    for (const char c : texts[i].text) {
      sum += static_cast<unsigned char>(c);
      if (c != ' ') continue;
      for (int read = 0; read < kReadsPerWord; ++read) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        sum += static_cast<unsigned char>(weights[(state >> 20) % weights.size()]);
      }
    }
    sink += sum;
  });
  return sink == 42 ? 0 : seconds;
}

std::string largest_model(const std::string& home) {
  std::string largest;
  uintmax_t size = 0;
  for (const auto& entry : std::filesystem::directory_iterator(home + "/models")) {
    if (entry.is_regular_file() && entry.file_size() > size) {
      size = entry.file_size();
      largest = entry.path();
    }
  }
  return largest;
}

// Loads the texts of the corpus and tells how many there are.
std::vector<Text> load_texts(const char* corpus, size_t limit, int64_t& words) {
  std::vector<Text> texts;
  const DocumentSink keep = {[&](Document&& document) {
                               if (texts.size() >= limit) return;
                               words += count_words(document.text);
                               texts.push_back({std::move(document.source), std::move(document.text)});
                             },
                             {}};
  const Result<void> done = for_each_document(corpus, keep);
  if (!done) stop(done.error().message());
  if (texts.empty()) stop("no documents");
  fmt::print("{} documents, {} words; memory with all texts held {} MB\n", texts.size(), words,
             peak_memory_mb());
  return texts;
}

void check_answers(const std::vector<Text>& texts, const Reader& reader) {
  Answer one, two;
  run_pipeline(texts, reader, 1, &one);
  run_pipeline(texts, reader, 2, &two);
  if (one != two) stop("one and two threads made different records");
  fmt::print("answer: {} statements, {} other entries, digest {:016x}, the same on two threads\n",
             one.statements, one.entries, one.digest);
}

void time_threads(const std::vector<Text>& texts, const Reader& reader, double words) {
  const double serial = run_pipeline(texts, reader, 1, nullptr);
  const double parallel = run_pipeline(texts, reader, 2, nullptr);
  Result<MappedFile> weights = MappedFile::open(largest_model(reader.knowledge->home));
  if (!weights) stop(weights.error().message());
  const double control_serial = run_control(texts, weights->bytes(), 1);
  const double control_parallel = run_control(texts, weights->bytes(), 2);
  fmt::print("pipeline, one thread   {:9.0f} words/s\n", words / serial);
  fmt::print("pipeline, two threads  {:9.0f} words/s, {:.2f} times one\n", words / parallel, serial / parallel);
  fmt::print("control,  two threads  {:.2f} times one; the pipeline gains {:.2f} of that\n",
             control_serial / control_parallel, (serial / parallel) / (control_serial / control_parallel));
}

int run(int argc, char** argv) {
  if (argc < 2) stop("usage: verbale-bench CORPUS [DOCUMENTS [THREADS]]");
  const size_t limit = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : ~size_t{0};
  const bool one_thread = argc > 3 && std::string_view(argv[3]) == "1";

  const Clock::time_point start = Clock::now();
  Result<Reader> reader = load_reader();
  if (!reader) stop(reader.error().message());
  fmt::print("packs and weights loaded in {:.0f} ms\n", 1000 * seconds_since(start));

  int64_t words = 0;
  const std::vector<Text> texts = load_texts(argv[1], limit, words);
  const double count = static_cast<double>(words);
  if (!one_thread) {
    check_answers(texts, *reader);
    time_threads(texts, *reader, count);
  }
  print_stages(run_stages(texts, *reader), count);
  fmt::print("peak memory {} MB\n", peak_memory_mb());
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) { return verbale::run(argc, argv); }
