#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"

namespace verbale {
namespace {

int read_files(const std::vector<std::string>& files) {
  const Result<Reader> reader = load_reader();
  if (!reader) {
    std::fprintf(stderr, "verbale: %s\n", reader.error().message().c_str());
    return kRefused;
  }
  int code = kDone;
  for (const std::string& file : files) {
    Result<Loaded> loaded = load_file(file);
    if (!loaded) {
      std::fprintf(stderr, "verbale: %s\n", loaded.error().message().c_str());
      code = kRefused;
      continue;
    }
    for (Document& document : loaded->documents) {
      read_document(document, *reader);
      std::puts(record_to_json(document, files.size() == 1 && loaded->documents.size() == 1).c_str());
    }
  }
  return code;
}

}  // namespace

int run_program(int argc, char** argv) {
  CLI::App app{"Verbale keeps the record of what states told each other"};
  std::vector<std::string> files;
  bool json = false;
  CLI::App* read = app.add_subcommand("read", "the record of each document, nothing stored");
  read->add_option("files", files)->required();
  read->add_flag("--json", json);
  app.require_subcommand(1);
  CLI11_PARSE(app, argc, argv);
  return read_files(files);
}

}  // namespace verbale
