// verbale-show-clauses FILE...: the clauses that documents are cut into, with what they mean.
#include <cstdio>

#include "clauses/likeness.h"
#include "pipeline/pipeline.h"
#include "source/loader.h"

namespace verbale {
namespace {

void show(const Document& document, const Knowledge& knowledge, const Meanings& meanings) {
  const ClausedDocument claused = cut_clauses(document, knowledge);
  std::printf("# %s\n", document.source.name.c_str());
  for (const Unit& unit : claused.units) {
    constexpr const char* kKinds[] = {"statement", "topic", "narrative"};
    std::printf("%s\n", kKinds[static_cast<size_t>(unit.kind)]);
    for (int32_t i = unit.first_clause; i < unit.last_clause; ++i) {
      const Clause& clause = claused.clauses[static_cast<size_t>(i)];
      const std::string text(document.str(clause.span));
      std::printf("  %d%s [%s]\n     ", static_cast<int>(clause.start),
                  clause.negated ? " not" : "", text.c_str());
      for (const Feature& feature : clause.features) {
        std::printf(" %s:%.1f", feature.key.c_str(), meanings.weight(feature));
      }
      std::printf("\n");
    }
  }
}

int run(int argc, char** argv) {
  const Result<Reader> reader = load_reader();
  const Result<Meanings> meanings = Meanings::load({});
  if (!reader || !meanings) {
    std::fprintf(stderr, "%s\n", (reader ? meanings.error() : reader.error()).message().c_str());
    return 1;
  }
  for (int i = 1; i < argc; ++i) {
    Result<Loaded> loaded = load_file(argv[i]);
    if (!loaded) {
      std::fprintf(stderr, "%s\n", loaded.error().message().c_str());
      return 1;
    }
    for (Document& document : loaded->documents) {
      read_document(document, *reader);
      show(document, *reader->knowledge, *meanings);
    }
  }
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) { return verbale::run(argc, argv); }
