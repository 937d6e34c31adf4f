// Search in a large record: how long each of some two hundred queries takes, with total, facets and twenty passages.
//
//   search_bench RECORD.db [DOCUMENTS]     a record that is not there is generated first (80,000: a million statements)
//
// Each query is asked of a record that was just opened (cold) once and then twice more; the slowest of the latter two
// counts. Then two readers ask all of them at the same time.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "generated_record.h"
#include "store/search.h"

namespace verbale {
namespace {

using Clock = std::chrono::steady_clock;

constexpr uint64_t kSeed = 20240819;

// Of this thread: what a query takes where nobody else wants the core.
double processor_milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

[[noreturn]] void stop(const std::string& why) {
  fmt::print(stderr, "search_bench: {}\n", why);
  std::exit(1);
}

struct AskedQuery {
  std::string kind;
  std::string text;
  SearchOrder order = SearchOrder::Newest;
  double milliseconds = 0;
  double processor = 0;
  int64_t total = 0;
  bool exact = true;
};

// Words of every frequency, and all that the language has.
class QueryMaker {
 public:
  explicit QueryMaker(const GeneratedWorld& world) : world_(world), chance_(kSeed + 1) {}

  std::vector<AskedQuery> make() {
    for (const size_t rank : {0, 1, 5, 20, 60, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 39999}) {
      add("word", world_.words[rank]);
    }
    for (int i = 0; i < 16; ++i) add("words", word() + ' ' + word());
    for (int i = 0; i < 8; ++i) add("words", word() + ' ' + word() + ' ' + word());
    for (int i = 0; i < 16; ++i) add("phrase", '"' + word() + ' ' + word() + '"');
    for (const char* phrase : {"\"of the\"", "\"the of a\"", "\"in the world of\"", "\"to the railway\"", "\"and of that by\""}) {
      add("phrase", phrase);
    }
    for (int i = 0; i < 12; ++i) add("near", fmt::format("\"{} {}\"~{}", word(), word(), 1 + chance_.below(10)));
    for (int i = 0; i < 16; ++i) add("or", word() + " OR " + word() + " OR " + word());
    for (int i = 0; i < 12; ++i) add("not", word() + " -" + word());
    for (const char* one : {"NOT railway", "-the", "-(the OR of)"}) add("not", one);
    for (int i = 0; i < 12; ++i) add("group", fmt::format("({} OR {}) {} -{}", word(), word(), word(), word()));
    for (int i = 0; i < 14; ++i) add("prefix", word().substr(0, 2 + chance_.below(4)) + '*');
    add_fields();
    for (int i = 0; i < 10; ++i) add("strict", "=\"" + word() + ' ' + word() + '"');
    for (int i = 0; i < 4; ++i) add("strict", '=' + word());
    for (int i = 0; i < 10; ++i) add("closest", word() + " OR " + word(), SearchOrder::Closest);
    for (int i = 0; i < 8; ++i) add("closest", word() + ' ' + word(), SearchOrder::Closest);
    return std::move(queries_);
  }

 private:
  void add(std::string kind, std::string text, SearchOrder order = SearchOrder::Newest) {
    queries_.push_back({std::move(kind), std::move(text), order, 0, 0, 0, true});
  }

  const std::string& word() { return world_.words[chance_.frequent(world_.words.size())]; }
  const GeneratedPerson& person() { return world_.persons[chance_.frequent(world_.persons.size())]; }
  const GeneratedState& state() { return world_.states[chance_.frequent(world_.states.size())]; }
  std::string year() { return fmt::format("{}", 2000 + chance_.below(25)); }

  void add_fields() {
    for (int i = 0; i < 6; ++i) add("field", "speaker:\"" + person().name + '"');
    for (int i = 0; i < 4; ++i) add("field", "state:" + state().code);
    for (int i = 0; i < 3; ++i) add("field", "side:\"" + state().name + '"');
    for (int i = 0; i < 3; ++i) add("field", "outlet:\"" + world_.outlets[chance_.below(20)] + '"');
    for (int i = 0; i < 4; ++i) add("field", "framework:\"" + world_.frameworks[chance_.below(400)] + '"');
    for (const char* one : {"act:assertive", "act:commissive", "kind:agreed", "kind:indirect", "outlet:agency",
                            "framework:initiative"}) {
      add("field", one);
    }
    for (int i = 0; i < 8; ++i) add("fields", "speaker:\"" + person().name + "\" act:commissive " + word());
    for (int i = 0; i < 8; ++i) add("fields", fmt::format("state:{} act:directive side:{}", state().code, state().code));
    for (int i = 0; i < 6; ++i) add("fields", fmt::format("to:{} act:(commissive OR expressive)", person().id));
    for (int i = 0; i < 4; ++i) add("fields", "speaker:" + person().id + " to:" + person().id);
    for (int i = 0; i < 6; ++i) add("date", fmt::format("{} date:{}", word(), year()));
    for (int i = 0; i < 6; ++i) add("date", fmt::format("{} date:[{}-03 TO {}-11-20]", word(), 2000 + i, 2010 + i));
    for (int i = 0; i < 4; ++i) add("date", fmt::format("date:{}-{:02}", year(), 1 + chance_.below(12)));
    for (int i = 0; i < 4; ++i) add("date", fmt::format("{} OR date:[{}-03-05 TO *]", word(), year()));
  }

  const GeneratedWorld& world_;
  GeneratedChance chance_;
  std::vector<AskedQuery> queries_;
};

double ask(const Record& record, AskedQuery& query) {
  const Clock::time_point start = Clock::now();
  const double processor_start = processor_milliseconds();
  const SearchRequest request = read_search(query.text);
  if (request.as_phrase) stop(query.text + ": " + request.note);
  const Result<SearchAnswer> answer = answer_search(record, request.node, {20, 0, query.order});
  const double took = milliseconds_since(start);
  query.processor = processor_milliseconds() - processor_start;
  if (!answer) stop(query.text + ": " + answer.error().message());
  query.total = answer->total;
  query.exact = answer->exact;
  return took;
}

Record open_or_stop(const std::string& path) {
  Result<Record> record = Record::open(path);
  if (!record) stop(record.error().message());
  return std::move(*record);
}

double at_part(std::vector<double> times, double part) {
  std::ranges::sort(times);
  return times[std::min(times.size() - 1, static_cast<size_t>(part * static_cast<double>(times.size())))];
}

void print_times(const std::string& what, const std::vector<double>& times) {
  fmt::print("{:<24}{:>5} queries   p50 {:6.1f} ms   p90 {:6.1f} ms   p99 {:6.1f} ms   max {:6.1f} ms\n", what, times.size(),
             at_part(times, 0.5), at_part(times, 0.9), at_part(times, 0.99), at_part(times, 1));
}

std::vector<double> ask_all(const std::string& path, std::vector<AskedQuery>& queries) {
  const Record record = open_or_stop(path);
  std::vector<double> times;
  for (AskedQuery& query : queries) times.push_back(query.milliseconds = ask(record, query));
  return times;
}

void run(const std::string& path, const GeneratedWorld& world) {
  std::vector<AskedQuery> queries = QueryMaker(world).make();
  print_times("first time", ask_all(path, queries));
  const std::vector<double> second = ask_all(path, queries);
  const std::vector<double> third = ask_all(path, queries);
  std::vector<double> times;
  std::map<std::string, std::vector<double>> kinds;
  for (size_t i = 0; i < queries.size(); ++i) {
    queries[i].milliseconds = std::max(second[i], third[i]);
    times.push_back(queries[i].milliseconds);
    kinds[queries[i].kind].push_back(queries[i].milliseconds);
  }
  print_times("one reader", times);
  std::vector<double> processor;
  for (const AskedQuery& query : queries) processor.push_back(query.processor);
  print_times("  of processor time", processor);
  for (const auto& [kind, own] : kinds) print_times("  " + kind, own);
  std::vector<AskedQuery> others = queries;
  std::vector<double> together;
  std::thread other([&] { together = ask_all(path, others); });
  std::vector<AskedQuery> same = queries;
  std::vector<double> own = ask_all(path, same);
  other.join();
  together.insert(together.end(), own.begin(), own.end());
  print_times("two readers at once", together);
  std::ranges::sort(queries, [](const AskedQuery& a, const AskedQuery& b) { return a.processor > b.processor; });
  fmt::print("the slowest, processor time:\n");
  for (size_t i = 0; i < std::min<size_t>(queries.size(), 12); ++i) {
    fmt::print("  {:6.1f} ms  {}{:>9}  {}\n", queries[i].processor, queries[i].exact ? ' ' : '~', queries[i].total, queries[i].text);
  }
}

}  // namespace
}  // namespace verbale

int main(int count, char** arguments) {
  using namespace verbale;
  if (count < 2) stop("search_bench RECORD.db [DOCUMENTS]");
  const std::string path = arguments[1];
  const int64_t documents = count > 2 ? std::atoll(arguments[2]) : 80000;
  const GeneratedWorld world(kSeed);
  if (!std::filesystem::exists(path)) {
    const Clock::time_point start = Clock::now();
    const Result<GeneratedCounts> counts = write_generated_record(path, world, documents, kSeed);
    if (!counts) stop(counts.error().message());
    fmt::print("generated {} documents, {} passages, {} statements in {:.0f} s, {} MB\n", counts->documents, counts->passages,
               counts->statements, milliseconds_since(start) / 1000, std::filesystem::file_size(path) >> 20);
  }
  run(path, world);
  return 0;
}
