#include "answers/same_texts.h"

#include "base/json_writer.h"
#include "base/utf8.h"
#include "record/json.h"

namespace verbale {
namespace {

const Document& document_of(const std::vector<Document>& documents, int32_t number) {
  return documents[static_cast<size_t>(number)];
}

Reuse find_reuse_in(const std::vector<Document>& documents, int threads) {
  std::vector<ReuseText> texts;
  for (const Document& document : documents) {
    texts.push_back({document.source.name, document.text, document.publication.outlet.value,
                     document.publication.published.value, document.publication.furniture,
                     document.publication.report_kind == ReportKind::JointStatement});
  }
  ReuseOptions options;
  options.threads = threads;
  return find_reuse(texts, options);
}

bool wanted(const TextPair& pair, const std::string& relation) {
  return relation.empty() || to_string(pair.relation) == relation ||
         (relation == "copy" && is_copy(pair.relation));
}

}  // namespace

Reuse find_same_texts(const std::vector<Document>& documents, const std::string& relation,
                      int64_t limit, int threads) {
  Reuse reuse = find_reuse_in(documents, threads);
  std::erase_if(reuse.pairs, [&](const TextPair& pair) { return !wanted(pair, relation); });
  const size_t most = limit < 0 ? reuse.pairs.size() : static_cast<size_t>(limit);
  if (reuse.pairs.size() > most) reuse.pairs.resize(most);
  return reuse;
}

std::string pairs_to_json(const std::vector<Document>& documents, const Reuse& reuse) {
  JsonWriter json(1);
  json.begin_array();
  for (const TextPair& pair : reuse.pairs) {
    const Document& a = document_of(documents, pair.a);
    const Document& b = document_of(documents, pair.b);
    const CodePointIndex index_a(a.text);
    const CodePointIndex index_b(b.text);
    json.begin_object().key("relation").value(to_string(pair.relation));
    json.key("a").value(a.source.name).key("b").value(b.source.name);
    json.key("covered_a").value(pair.covered_a).key("covered_b").value(pair.covered_b);
    json.key("one_account").value(pair.one_account);
    json.key("passages").begin_array();
    for (const PassagePair& passage : pair.passages) {
      json.begin_object()
          .key("kind")
          .value(to_string(passage.kind))
          .key("words")
          .value(passage.words);
      write_string(json.key("a"), a, index_a, passage.a);
      write_string(json.key("b"), b, index_b, passage.b);
      json.end_object();
    }
    json.end_array().end_object();
  }
  return json.end_array().take();
}

}  // namespace verbale
