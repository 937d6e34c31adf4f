// score_pairs < PAIRS.tsv: how far each pair of texts (left TAB right, a line) says the same, as
// compare scores two clauses. benchmarks/alignment.py makes the pairs of published sets and
// measures.
#include <cstdio>
#include <iostream>
#include <string>

#include "accounts/links.h"
#include "clauses/features.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

Document read_text(std::string_view text, const Reader& reader) {
  Document document;
  document.text = text;
  read_document(document, reader);
  return document;
}

// The whole text as one clause, whatever it attributes.
ClausedDocument one_clause(const Document& document, const Knowledge& knowledge) {
  ClausedDocument claused{&document, {}, {}};
  Clause& clause = claused.clauses.emplace_back();
  clause.tokens = {0, static_cast<int32_t>(document.tokens.size())};
  clause.span = document.span_of(clause.tokens);
  clause.unit = 0;
  clause.features = FeatureReader(document, knowledge).read(clause.tokens);
  Unit& unit = claused.units.emplace_back();
  unit.kind = UnitKind::Statement;
  unit.last_clause = 1;
  return claused;
}

int run() {
  const Result<Reader> reader = load_reader();
  const Result<Meanings> meanings = Meanings::load({});
  if (!reader || !meanings) return 1;
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) return 2;
    const Document left = read_text(std::string_view(line).substr(0, tab), *reader);
    const Document right = read_text(std::string_view(line).substr(tab + 1), *reader);
    const std::vector<ClausedDocument> pair = {one_clause(left, *reader->knowledge),
                                               one_clause(right, *reader->knowledge)};
    std::printf("%.4f\n", ClauseField(pair, *meanings).score(0, 1));
  }
  return 0;
}

}  // namespace
}  // namespace verbale

int main() { return verbale::run(); }
