// verbale search: full text with fields, Lucene-like.
#include "store/search.h"

#include "answers/rows.h"
#include "cli/commands.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/terminal.h"

namespace verbale {
namespace {

std::string text_of(const SearchHit& hit) {
  std::string out = styled(hit.document, Style::Bold);
  for (const std::string* value : {&hit.date, &hit.outlet, &hit.side}) {
    if (!value->empty()) out += ", " + *value;
  }
  for (const std::string& id : hit.entries) out += "  " + styled(id, Style::Id);
  out += "\n  ";
  size_t at = 0;
  for (const Span word : hit.words) {
    out += one_line(std::string_view(hit.text).substr(at, word.begin - at));
    out += styled(one_line(std::string_view(hit.text).substr(word.begin, word.size())), Style::Hit);
    at = word.end;
  }
  return out + one_line(std::string_view(hit.text).substr(at)) + "\n\n";
}

}  // namespace

int run_search(const SearchOptions& options) {
  std::string query;
  for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
  const SearchRequest request = read_search(query);
  if (request.as_phrase) print_note(request.note);
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  bool first = true;
  if (options.json) print("[");
  const Result<void> done = search(*record, request.node, options.limit, [&](const SearchHit& hit) {
    if (options.json) {
      print(first ? "\n" : ",\n");
      JsonWriter json;
      write_hit(json, hit);
      print(json.take());
    } else {
      print(text_of(hit));
    }
    first = false;
  });
  if (!done) return refused(done.error());
  if (options.json) print("\n]\n");
  if (first && !options.json) print_note("nothing found");
  return kDone;
}

}  // namespace verbale
