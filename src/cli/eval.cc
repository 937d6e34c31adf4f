// verbale eval: scores what the program reads against gold records.
#include "eval/eval.h"

#include "base/ordered_workers.h"
#include "cli/commands.h"
#include "cli/reread.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"

namespace verbale {
namespace {

struct Read {
  std::string record;
  std::string text;
  std::optional<Error> error;
};

Read read_text(const std::string& path, const Reader& reader) {
  Result<Loaded> loaded = load_file(path);
  if (!loaded) return {"", "", loaded.error()};
  if (loaded->documents.empty()) return {"", "", Error{path, "holds no document", ""}};
  Document& document = loaded->documents.front();
  read_document(document, reader);
  return {record_to_json(document, false), document.text, std::nullopt};
}

}  // namespace

int run_eval(const EvalOptions& options) {
  const Result<std::vector<GoldDocument>> gold = find_gold(options.gold, options.texts);
  if (!gold) return refused(gold.error());
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  OrderedWorkers<std::string, Read> workers(options.threads, 2 * static_cast<size_t>(options.threads),
                                            [&](std::string path) { return read_text(path, *reader); });
  Evaluation evaluation;
  size_t taken = 0;
  const auto take_next = [&] {
    const GoldDocument& document = (*gold)[taken++];
    const Read read = workers.next();
    if (read.error) evaluation.add_error(document.name + ": no record: " + read.error->message());
    evaluation.add(document, read.error ? "{}" : read.record, read.text);
  };
  for (const GoldDocument& document : *gold) {
    while (workers.full()) take_next();
    workers.submit(document.text_path);
  }
  while (!workers.empty()) take_next();
  if (options.documents) print(evaluation.per_document());
  print(options.json ? evaluation.json() : evaluation.table());
  if (options.misses) print(evaluation.misses());
  for (const std::string& error : evaluation.errors()) print_note(error);
  return evaluation.errors().empty() ? kDone : kRefused;
}

}  // namespace verbale
