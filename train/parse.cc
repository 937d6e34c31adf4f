// verbale-parse [--names] FILE...: the trees of documents in CoNLL-U, as the stages before the frames
// leave them. --names adds what the pipeline takes for names (they are one node to the parser).
#include <cstdio>
#include <string_view>

#include "names/names.h"
#include "pipeline/pipeline.h"
#include "publication/publication.h"
#include "source/loader.h"
#include "train/conllu.h"

int main(int argc, char** argv) {
  using namespace verbale;
  const Result<Reader> reader = load_reader();
  if (!reader) {
    std::fprintf(stderr, "verbale-parse: %s\n", reader.error().message().c_str());
    return 1;
  }
  bool names = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--names") {
      names = true;
      continue;
    }
    Result<Loaded> loaded = load_file(argv[i]);
    if (!loaded) {
      std::fprintf(stderr, "verbale-parse: %s\n", loaded.error().message().c_str());
      return 1;
    }
    for (Document& document : loaded->documents) {
      read_publication(document, *reader->knowledge);
      split_sentences(document, *reader->knowledge);
      reader->model->tag(document);
      if (names) {
        reader->model->recognise_names(document);
        find_names(document, *reader->knowledge);
      }
      reader->model->parse(document);
      std::fputs(write_conllu(document).c_str(), stdout);
    }
  }
  return 0;
}
