// verbale texts: which documents are the same text, which quote the same words.
#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "reuse/reuse.h"
#include "source/loader.h"
#include "store/published_texts.h"

namespace verbale {
namespace {

// Of files no more is read than whose text it is and what of it is furniture.
std::vector<Document> read_publications(const TextsOptions& options, const Reader& reader,
                                        int& code) {
  std::vector<Document> documents;
  UniqueNames names;
  DocumentSink sink;
  sink.document = [&](Document&& document) {
    read_document(document, reader, "publication");
    documents.push_back(std::move(document));
  };
  sink.refused = [&](Error&& error) { code = refused(error); };
  for (const std::string& file : options.files) {
    const Result<void> loaded = for_each_document(file, sink, &names);
    if (!loaded) code = refused(loaded.error());
  }
  return documents;
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

const Document& document_of(const std::vector<Document>& documents, int32_t number) {
  return documents[static_cast<size_t>(number)];
}

std::string pairs_json(const std::vector<Document>& documents, const Reuse& reuse) {
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
  return json.end_array().take() + "\n";
}

std::string named(const Document& document) {
  const std::string& date = document.publication.published.value;
  const std::string& outlet = document.publication.outlet.value;
  return fmt::format("{} ({}{}{})", document.source.name, outlet.empty() ? "?" : outlet,
                     date.empty() ? "" : ", ", date);
}

// Boilerplate and stray sentences are in most pairs of a record: a reader is told how many there
// are.
bool is_shown_unasked(const TextPair& pair) {
  return is_copy(pair.relation) || pair.relation == Relation::SharedQuotation;
}

std::string pairs_table(const std::vector<Document>& documents, const Reuse& reuse, bool all) {
  Table table({{"relation", Style::Bold},
               {"earlier", Style::Plain, true},
               {"later", Style::Plain, true},
               {"of it", Style::Plain, false, true},
               {"of the later", Style::Plain, false, true},
               {"longest passage", Style::Dim, true}});
  size_t left_out = 0;
  for (const TextPair& pair : reuse.pairs) {
    if (!all && !is_shown_unasked(pair)) {
      ++left_out;
      continue;
    }
    const Document& b = document_of(documents, pair.b);
    const PassagePair& longest = *std::max_element(
        pair.passages.begin(), pair.passages.end(),
        [](const PassagePair& x, const PassagePair& y) { return x.words < y.words; });
    const std::string_view shown = b.str(longest.b);
    constexpr uint32_t kShown = 160;
    const CodePointIndex index(shown);
    const bool cut = index.code_points() > kShown;
    table.add({std::string(to_string(pair.relation)), named(document_of(documents, pair.a)),
               named(b), fmt::format("{:.0f} %", 100 * pair.covered_a),
               fmt::format("{:.0f} %", 100 * pair.covered_b),
               fmt::format("{} words: {}{}", longest.words, shown.substr(0, index.to_bytes(kShown)),
                           cut ? "…" : "")});
  }
  std::string out = layout_for_output(table);
  if (left_out > 0) {
    out += fmt::format(
        "\n{} more pairs share boilerplate or some wording: --relation boilerplate, "
        "--relation shared-wording\n",
        left_out);
  }
  return out;
}

std::string groups_list(const std::vector<Document>& documents, const Reuse& reuse) {
  std::string out;
  for (const TextGroup& group : reuse.groups) {
    out += fmt::format("one account in {} documents:", group.members.size());
    for (const int32_t member : group.members)
      out += " " + document_of(documents, member).source.name;
    out += "\n";
  }
  return out.empty() ? out : "\n" + out;
}

bool wanted(const TextPair& pair, const std::string& relation) {
  return relation.empty() || to_string(pair.relation) == relation ||
         (relation == "copy" && is_copy(pair.relation));
}

}  // namespace

int run_texts(const TextsOptions& options) {
  int code = kDone;
  std::vector<Document> documents;
  if (options.files.empty()) {
    const Result<Record> record = Record::open(store_path(options.store));
    if (!record) return refused(record.error());
    EntryFilter all = options.filter;
    all.limit = -1;  // it counts pairs
    Result<std::vector<Document>> loaded = load_published_texts(*record, all);
    if (!loaded) return refused(loaded.error());
    documents = std::move(*loaded);
  } else {
    const Result<Reader> reader = load_reader();
    if (!reader) return refused(reader.error());
    documents = read_publications(options, *reader, code);
  }
  Reuse reuse = find_reuse_in(documents, options.threads);
  std::erase_if(reuse.pairs, [&](const TextPair& pair) { return !wanted(pair, options.relation); });
  const size_t limit =
      options.filter.limit < 0 ? reuse.pairs.size() : static_cast<size_t>(options.filter.limit);
  if (reuse.pairs.size() > limit) reuse.pairs.resize(limit);
  if (options.json) {
    print(pairs_json(documents, reuse));
  } else {
    print(pairs_table(documents, reuse, !options.relation.empty()));
    print(groups_list(documents, reuse));
  }
  return code;
}

}  // namespace verbale
