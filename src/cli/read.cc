// verbale read: the record of each document, nothing stored.
#include <fmt/format.h>

#include <algorithm>

#include "base/ordered_workers.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/show_record.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"

namespace verbale {
namespace {

bool is_stage(std::string_view name) {
  return std::ranges::any_of(pipeline_stages(), [&](const Stage& s) { return s.name == name; });
}

int refuse_stage(const std::string& name) {
  std::string names;
  for (const Stage& stage : pipeline_stages()) names += fmt::format(" {}", stage.name);
  print_error({"--until", fmt::format("there is no stage `{}`", name), "one of" + names});
  return kUsage;
}

// Documents go in as they are loaded; their records come out in the same order.
class RecordPrinter {
 public:
  RecordPrinter(const ReadOptions& options, const Reader& reader)
      : options_(options), workers_(options.threads, 4 * static_cast<size_t>(options.threads),
                                    [&](Document document) {
                                      read_document(document, reader, options.until);
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
    print(options_.json ? record_to_json(document, alone) + "\n" : readable_record(document));
  }

  const ReadOptions& options_;
  OrderedWorkers<Document, Document> workers_;
  std::optional<Document> held_;
  size_t printed_ = 0;
};

}  // namespace

int run_read(const ReadOptions& options) {
  if (!options.until.empty() && !is_stage(options.until)) return refuse_stage(options.until);
  const Result<Reader> reader = load_reader();
  if (!reader) {
    print_error(reader.error());
    return kRefused;
  }
  int code = kDone;
  UniqueNames names;
  RecordPrinter printer(options, *reader);
  for (const std::string& file : options.files) {
    DocumentSink sink;
    sink.document = [&](Document&& document) { printer.submit(std::move(document)); };
    sink.refused = [&](Error&& error) { code = refused(error); };
    const Result<void> loaded = for_each_document(file, sink, &names);
    if (!loaded) code = refused(loaded.error());
  }
  printer.finish();
  return code;
}

}  // namespace verbale
