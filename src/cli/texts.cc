// verbale texts: which documents are the same text, which quote the same words.
#include <fmt/format.h>

#include <algorithm>

#include "answers/same_texts.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "pipeline/pipeline.h"
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

const Document& document_of(const std::vector<Document>& documents, int32_t number) {
  return documents[static_cast<size_t>(number)];
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
  const Reuse reuse =
      find_same_texts(documents, options.relation, options.filter.limit, options.threads);
  if (options.json) {
    print(pairs_to_json(documents, reuse) + "\n");
  } else {
    print(pairs_table(documents, reuse, !options.relation.empty()));
    print(groups_list(documents, reuse));
  }
  return code;
}

}  // namespace verbale
