// verbale read: the record of each document, nothing stored.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/file.h"
#include "base/ordered_workers.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/show_record.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "record/state.h"
#include "source/loader.h"

namespace verbale {
namespace {

// The number of the stage that an option names; without one, 0.
Result<size_t> find_stage(const char* option, const std::string& name) {
  if (name.empty()) return 0;
  if (const std::optional<size_t> number = stage_number(name)) return *number;
  std::string names;
  for (const Stage& stage : pipeline_stages()) names += fmt::format(" {}", stage.name);
  return fail(option, fmt::format("there is no stage `{}`", name), "one of" + names);
}

// Hands on the documents that `read --until` has written, one a line, to go on at stage `first`.
Result<void> for_each_state(const std::string& file, size_t first, const DocumentSink& sink) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return std::unexpected(bytes.error());
  const std::string_view before = pipeline_stages()[first - 1].name;
  std::string_view rest = *bytes;
  for (size_t line = 1; !rest.empty(); ++line) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view json = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (json.empty()) continue;
    Result<DocumentState> state = state_from_json(json, file, line);
    if (!state) {
      sink.refused(std::move(state.error()));
    } else if (state->stage != before) {
      sink.refused({file, fmt::format("line {}: was left after `{}`", line, state->stage),
                    fmt::format("this stage goes on after `{}`", before)});
    } else {
      sink.document(std::move(state->document));
    }
  }
  return {};
}

// Documents go in as they are loaded; their records come out in the same order.
class RecordPrinter {
 public:
  RecordPrinter(const ReadOptions& options, const Reader& reader, size_t first)
      : options_(options), workers_(options.threads, 4 * static_cast<size_t>(options.threads),
                                    [&, first](Document document) {
                                      read_on(document, reader, first, options.until);
                                      return document;
                                    }) {}

  void submit(Document document) {
    while (workers_.full()) print_next();
    workers_.submit(std::move(document));
  }
  void finish() {
    while (!workers_.empty()) print_next();
    if (held_) print_record(*held_, true);
  }

 private:
  // One document alone is laid out for the eye; several are one a line. Which it is shows with the second.
  void print_next() {
    Document document = workers_.next();
    ++printed_;
    if (printed_ == 1) {
      held_.emplace(std::move(document));
      return;
    }
    if (held_) {
      print_record(*held_, false);
      held_.reset();
    }
    print_record(document, false);
  }

  void print_record(const Document& document, bool alone) {
    if (!options_.until.empty()) return print(state_to_json(document, options_.until) + "\n");
    print(options_.json ? record_to_json(document, alone) + "\n" : readable_record(document));
  }

  const ReadOptions& options_;
  OrderedWorkers<Document, Document> workers_;
  std::optional<Document> held_;
  size_t printed_ = 0;
};

}  // namespace

int run_read(const ReadOptions& options) {
  const Result<size_t> first = find_stage("--from", options.from);
  const Result<size_t> last = find_stage("--until", options.until);
  if (!first || !last) {
    print_error(first ? last.error() : first.error());
    return kUsage;
  }
  if (!options.until.empty() && *last < *first) {
    print_error({"--until", fmt::format("`{}` comes before `{}`", options.until, options.from), ""});
    return kUsage;
  }
  const Result<Reader> reader = load_reader();
  if (!reader) {
    print_error(reader.error());
    return kRefused;
  }
  int code = kDone;
  UniqueNames names;
  RecordPrinter printer(options, *reader, *first);
  for (const std::string& file : options.files) {
    DocumentSink sink;
    sink.document = [&](Document&& document) { printer.submit(std::move(document)); };
    sink.refused = [&](Error&& error) { code = refused(error); };
    const Result<void> loaded = *first > 0 ? for_each_state(file, *first, sink)
                                           : for_each_document(file, sink, &names);
    if (!loaded) code = refused(loaded.error());
  }
  printer.finish();
  return code;
}

}  // namespace verbale
