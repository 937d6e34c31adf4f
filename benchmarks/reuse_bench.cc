// Same text over a corpus with planted copies: megabytes a second from texts in memory to verified
// pairs with their passages, and how many of the planted pairs were found.
//
//   reuse_bench [--megabytes N] [--rounds N] [--write FILE.jsonl] CORPUS...
//
// The texts of the corpora, and copies of them with a known share of their sentences kept,
// reordered, renamed. One and two threads must find the same. --write: the texts and, in the last
// line, the planted pairs, for reuse_peers.py.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <set>

#include "base/json_writer.h"
#include "planted.h"
#include "reuse/reuse.h"
#include "source/loader.h"

namespace verbale {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void stop(const std::string& why) {
  fmt::print(stderr, "reuse_bench: {}\n", why);
  std::exit(1);
}

int64_t peak_memory_mb() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// Each file is an outlet.
std::vector<BenchText> load_texts(const std::vector<std::string>& files) {
  std::vector<BenchText> texts;
  for (const std::string& file : files) {
    Result<Loaded> loaded = load_file(file);
    if (!loaded) stop(loaded.error().message());
    for (Document& document : loaded->documents) texts.push_back({std::move(document.text), file});
  }
  return texts;
}

void write_corpus(const std::string& path, const std::vector<BenchText>& texts,
                  const std::vector<PlantedCopy>& planted) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) stop(path + ": cannot be written");
  for (const BenchText& text : texts) {
    const std::string line =
        JsonWriter().begin_object().key("text").value(text.text).end_object().take() + "\n";
    std::fwrite(line.data(), 1, line.size(), file);
  }
  JsonWriter json;
  json.begin_object().key("planted").begin_array();
  for (const PlantedCopy& one : planted) {
    json.begin_array()
        .value(one.source)
        .value(one.copy)
        .value(one.kind.kept)
        .value(one.kind.reordered)
        .value(one.kind.renamed)
        .end_array();
  }
  const std::string line = json.end_array().end_object().take() + "\n";
  std::fwrite(line.data(), 1, line.size(), file);
  std::fclose(file);
}

std::string row_name(const PlantedKind& kind) {
  return fmt::format("{}{}", kind.reordered ? "reordered" : "in order ",
                     kind.renamed ? ", renamed" : "");
}

// Found and planted by row and share kept.
using Recall = std::map<std::string, std::map<int, std::pair<int, int>>>;

void print_recall(const char* what, const Recall& recall) {
  fmt::print("\n{}: share of the planted pairs, by sentences kept\n{:<20}", what, "");
  for (const int kept : {10, 30, 50, 70, 90}) fmt::print("{:>8}%", kept);
  fmt::print("\n");
  for (const auto& [row, shares] : recall) {
    fmt::print("{:<20}", row);
    for (const auto& [kept, counts] : shares) {
      fmt::print("{:>9.4f}", static_cast<double>(counts.first) / counts.second);
    }
    fmt::print("\n");
  }
}

void report_recall(const Reuse& reuse, const std::vector<PlantedCopy>& planted) {
  // A text that is another word for word takes part as that one.
  std::map<int32_t, int32_t> earliest;
  for (const TextPair& pair : reuse.pairs) {
    if (pair.relation == Relation::Exact) earliest[pair.b] = pair.a;
  }
  const auto speaks_for = [&](int32_t text) {
    const auto same = earliest.find(text);
    return same == earliest.end() ? text : same->second;
  };
  std::map<std::pair<int32_t, int32_t>, Relation> found;
  for (const TextPair& pair : reuse.pairs) found[std::minmax(pair.a, pair.b)] = pair.relation;
  Recall any;
  Recall copies;
  int all = 0;
  int as_copy = 0;
  for (const PlantedCopy& one : planted) {
    const auto pair = found.find(std::minmax({speaks_for(one.source), one.copy}));
    const bool there = pair != found.end();
    const bool copy = there && is_copy(pair->second);
    std::pair<int, int>& any_count = any[row_name(one.kind)][one.kind.kept];
    std::pair<int, int>& copy_count = copies[row_name(one.kind)][one.kind.kept];
    any_count.first += there, ++any_count.second;
    copy_count.first += copy, ++copy_count.second;
    all += there;
    as_copy += copy;
  }
  fmt::print("\nplanted {}, found {} ({:.4f}), as a copy {} ({:.4f})\n", planted.size(), all,
             static_cast<double>(all) / static_cast<double>(planted.size()), as_copy,
             static_cast<double>(as_copy) / static_cast<double>(planted.size()));
  print_recall("found", any);
  print_recall("found and told to be a copy", copies);
}

// CPU seconds too: on a machine with other work the clock tells little.
Reuse timed_run(const std::vector<ReuseText>& texts, int threads, int rounds, double megabytes) {
  ReuseOptions options;
  options.threads = threads;
  double best = 1e9;
  double best_cpu = 1e9;
  Reuse reuse;
  for (int round = 0; round < rounds; ++round) {
    const Clock::time_point start = Clock::now();
    const std::clock_t cpu_start = std::clock();
    reuse = find_reuse(texts, options);
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    best_cpu = std::min(best_cpu, static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC);
  }
  fmt::print(
      "{} thread{}: {:.2f} s, {:.1f} MB/s; {:.2f} s of CPU, {:.1f} MB/s and thread (best of {})\n",
      threads, threads == 1 ? " " : "s", best, megabytes / best, best_cpu, megabytes / best_cpu,
      rounds);
  std::fflush(stdout);
  return reuse;
}

bool same_answer(const Reuse& x, const Reuse& y) {
  const auto same_pair = [](const TextPair& a, const TextPair& b) {
    return a.a == b.a && a.b == b.b && a.relation == b.relation && a.covered_a == b.covered_a &&
           a.covered_b == b.covered_b && a.passages == b.passages;
  };
  const auto same_group = [](const TextGroup& a, const TextGroup& b) {
    return a.members == b.members;
  };
  return std::equal(x.pairs.begin(), x.pairs.end(), y.pairs.begin(), y.pairs.end(), same_pair) &&
         std::equal(x.groups.begin(), x.groups.end(), y.groups.begin(), y.groups.end(), same_group);
}

struct BenchOptions {
  std::vector<std::string> files;
  std::string write_to;
  size_t megabytes = 200;
  int rounds = 3;
};

void run(const BenchOptions& options) {
  std::vector<BenchText> texts = load_texts(options.files);
  const size_t originals = texts.size();
  const std::vector<PlantedCopy> planted = plant_copies(texts, options.megabytes);
  if (!options.write_to.empty()) write_corpus(options.write_to, texts, planted);
  double megabytes = 0;
  std::vector<std::string> ids;
  for (size_t i = 0; i < texts.size(); ++i) ids.push_back(fmt::format("{:06}", i));
  std::vector<ReuseText> views;
  for (size_t i = 0; i < texts.size(); ++i) {
    megabytes += static_cast<double>(texts[i].text.size()) / 1e6;
    views.push_back({ids[i], texts[i].text, texts[i].outlet, "", {}});
  }
  fmt::print("{} texts and {} planted copies, {:.1f} MB\n", originals, planted.size(), megabytes);
  const Reuse two = timed_run(views, 2, options.rounds, megabytes);
  const int64_t memory = peak_memory_mb();
  const Reuse one = timed_run(views, 1, options.rounds, megabytes);
  if (!same_answer(one, two)) stop("one and two threads do not find the same");
  fmt::print("the same answer; {} MB at most, texts included\n", memory);
  std::map<Relation, size_t> relations;
  for (const TextPair& pair : two.pairs) ++relations[pair.relation];
  fmt::print("{} pairs:", two.pairs.size());
  for (const auto& [relation, count] : relations) fmt::print(" {} {}", to_string(relation), count);
  fmt::print("; {} groups\n", two.groups.size());
  report_recall(two, planted);
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  verbale::BenchOptions options;
  for (int i = 1; i < argc; ++i) {
    const bool more = i + 1 < argc;
    if (std::strcmp(argv[i], "--megabytes") == 0 && more) {
      options.megabytes = static_cast<size_t>(std::atoi(argv[++i]));
    } else if (std::strcmp(argv[i], "--rounds") == 0 && more) {
      options.rounds = std::atoi(argv[++i]);
    } else if (std::strcmp(argv[i], "--write") == 0 && more) {
      options.write_to = argv[++i];
    } else {
      options.files.emplace_back(argv[i]);
    }
  }
  if (options.files.empty()) {
    fmt::print(stderr,
               "usage: reuse_bench [--megabytes N] [--rounds N] [--write FILE.jsonl] CORPUS...\n");
    return 2;
  }
  verbale::run(options);
  return 0;
}
