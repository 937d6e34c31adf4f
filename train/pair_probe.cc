// tmp: TSV left\tright -> lc rc dice shared wl wr
#include <cstdio>
#include <iostream>
#include "clauses/features.h"
#include "clauses/likeness.h"
#include "pipeline/pipeline.h"
int main() {
  using namespace verbale;
  const Result<Reader> reader = load_reader();
  const Result<Meanings> meanings = Meanings::load({});
  std::string line;
  const auto clause_of = [&](std::string text) {
    Document d; d.text = text; read_document(d, *reader);
    Clause c; c.features = FeatureReader(d, *reader->knowledge).read({0, (int32_t)d.tokens.size()});
    for (auto& t : d.tokens) if (t.lower == "not" || t.lower == "n't" || t.lower == "no") c.negated = true;
    return c;
  };
  while (std::getline(std::cin, line)) {
    size_t tab = line.find('\t');
    Clause l = clause_of(line.substr(0, tab)), r = clause_of(line.substr(tab + 1));
    ClauseMeaning ml = meaning_of(l, *meanings), mr = meaning_of(r, *meanings);
    Likeness k = likeness(ml, mr, *meanings);
    printf("%.4f %.4f %.4f %.2f %.2f %.2f %d %d\n", k.left_covered, k.right_covered, k.score, k.shared, ml.weight, mr.weight, k.numbers_differ, k.negation_differs);
  }
}
