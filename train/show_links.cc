// verbale-show-links FILE FILE...: each clause with the clauses of the other accounts that come
// nearest.
#include <cstdio>

#include "accounts/links.h"
#include "pipeline/pipeline.h"
#include "source/loader.h"

int main(int argc, char** argv) {
  using namespace verbale;
  const Result<Reader> reader = load_reader();
  const Result<Meanings> meanings = Meanings::load({});
  if (!reader || !meanings) return 1;
  std::vector<Document> documents;
  for (int i = 1; i < argc; ++i) {
    Result<Loaded> loaded = load_file(argv[i]);
    if (!loaded) return 1;
    for (Document& document : loaded->documents) {
      read_document(document, *reader);
      documents.push_back(std::move(document));
    }
  }
  std::vector<ClausedDocument> claused;
  for (const Document& document : documents)
    claused.push_back(cut_clauses(document, *reader->knowledge));
  const ClauseField field(claused, *meanings);
  const std::vector<ClauseLink> links = find_links(field, 0.1);
  for (size_t i = 0; i < field.size(); ++i) {
    const int32_t at = static_cast<int32_t>(i);
    const auto text = [&](int32_t c) {
      return std::string(field.account_of(c).document->str(field.clause(c).span));
    };
    std::printf("%d [%s]\n", field.ref(at).account, text(at).c_str());
    for (const Feature& feature : field.clause(at).features)
      std::printf(" %s:%.1f", feature.key.c_str(), meanings->weight(feature));
    std::printf("\n");
    int shown = 0;
    for (const ClauseLink& link : links) {
      if (link.left != at && link.right != at) continue;
      const int32_t other = link.left == at ? link.right : link.left;
      if (field.ref(other).account == field.ref(at).account && link.score < 0.5) continue;
      std::printf("   %.2f %d [%s]\n", link.score, field.ref(other).account, text(other).c_str());
      if (++shown == 4) break;
    }
  }
  return 0;
}
