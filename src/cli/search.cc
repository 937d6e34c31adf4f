// verbale search: full text with fields, Lucene-like.
#include "store/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/rows.h"
#include "answers/search_meaning.h"
#include "answers/searches.h"
#include "base/clock.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

std::string text_of(const SearchHit& hit) {
  std::string out = styled(hit.document, Style::Bold);
  for (const std::string* value : {&hit.date, &hit.outlet, &hit.side}) {
    if (!value->empty()) out += ", " + *value;
  }
  for (const HitEntry& entry : hit.entries) out += "  " + styled(entry.id, Style::Id);
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

namespace {

SearchOrder order_of(const std::string& sort) {
  return sort == "newest" ? SearchOrder::Newest : sort == "closest" ? SearchOrder::Closest : SearchOrder::Oldest;
}

// "side: VNM 12, CHN 3"
std::string text_of(const SearchFacet& facet) {
  constexpr size_t kShown = 12;
  std::string out = styled(facet.field + ":", Style::Dim);
  for (size_t i = 0; i < std::min(facet.values.size(), kShown); ++i) {
    const FacetValue& value = facet.values[i];
    out += fmt::format("{} {} {}", i == 0 ? "" : ",", value.name.empty() ? value.value : value.name, value.count);
  }
  return out + (facet.values.size() > kShown ? ", ...\n" : "\n");
}

std::string text_of(const SearchAnswer& answer) {
  std::string out;
  for (const SearchHit& hit : answer.hits) out += text_of(hit);
  out += fmt::format("{}{} passages\n", answer.exact ? "" : "about ", answer.total);
  for (const SearchFacet& facet : answer.facets) {
    if (!facet.values.empty()) out += text_of(facet);
  }
  return out;
}

// With total and facets.
int print_answer(const Record& record, const std::string& query, const SearchRequest& request, const SearchPage& page,
                 bool json) {
  const Result<SearchAnswer> answer = answer_search(record, request.node, page);
  if (!answer) return refused(answer.error());
  if (const std::string note = search_note(request, *answer); !note.empty()) print_note(note);
  print(json ? search_json(query, request, *answer) + "\n" : text_of(*answer));
  return kDone;
}

int print_hits(const Record& record, const SearchRequest& request, const SearchPage& page, bool json) {
  bool first = true;
  if (request.as_phrase) print_note(request.note);
  if (json) print("[");
  const Result<void> done = search(record, request.node, page, [&](const SearchHit& hit) {
    if (json) {
      print(first ? "\n" : ",\n");
      JsonWriter row;
      write_hit(row, hit);
      print(row.take());
    } else {
      print(text_of(hit));
    }
    first = false;
  });
  if (!done) return refused(done.error());
  if (json) print("\n]\n");
  if (first && !json) print_note("nothing found");
  return kDone;
}

// The packs are read only where the query needs them.
Result<void> read_meaning(SearchNode& query) {
  const Result<std::string> home = find_home();
  if (!home) return std::unexpected(home.error());
  const Result<WordForms> forms = WordForms::load(*home);
  if (!forms) return std::unexpected(forms.error());
  add_forms(query, *forms);
  if (!asks_by_name(query)) return {};
  const Result<std::unique_ptr<const Knowledge>> knowledge = load_knowledge(*home);
  if (!knowledge) return std::unexpected(knowledge.error());
  add_names(query, **knowledge);
  return {};
}

int save(const SearchOptions& options, const std::string& query) {
  if (const std::string problem = problem_of_search_name(options.save); !problem.empty()) {
    print_error({options.save, problem, "give another name with --save"});
    return kUsage;
  }
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const Result<void> saved = store->save_search({"", options.save, query, utc_now()});
  return saved ? kDone : refused(saved.error());
}

}  // namespace

int run_search(const SearchOptions& options) {
  std::string asked;
  for (const std::string& word : options.words) asked += (asked.empty() ? "" : " ") + word;
  if (!options.save.empty()) {
    if (const int code = save(options, asked); code != kDone) return code;
  }
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<std::string> query = query_asked(*record, asked);
  if (!query) return refused(query.error());
  SearchRequest request = read_search(*query);
  if (const Result<void> meant = read_meaning(request.node); !meant) return refused(meant.error());
  const SearchPage page{options.limit, options.offset, order_of(options.sort)};
  if (options.facets) return print_answer(*record, *query, request, page, options.json);
  return print_hits(*record, request, page, options.json);
}

int run_searches(const SearchesOptions& options) {
  if (!options.drop.empty()) {
    Result<Store> store = open_store(options.store);
    if (!store) return refused(store.error());
    const Result<bool> dropped = store->drop_search(options.drop);
    if (!dropped) return refused(dropped.error());
    if (!*dropped) return refused({options.drop, "no search is saved under that name", "`verbale searches` lists them"});
    return kDone;
  }
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<std::vector<SavedSearch>> searches = saved_searches(*record);
  if (!searches) return refused(searches.error());
  Table table({{"name", Style::Bold, true}, {"query", Style::Plain, true}, {"saved", Style::Dim}, {"id", Style::Id}});
  std::string rows;
  for (const SavedSearch& search : *searches) {
    JsonWriter json;
    write_saved_search(json, search);
    rows += (rows.empty() ? "[\n" : ",\n") + json.take();
    table.add({one_line(search.name), one_line(search.query), search.made_at, search.id});
  }
  print(options.json ? (rows.empty() ? "[]\n" : rows + "\n]\n") : layout_for_output(table));
  return kDone;
}

}  // namespace verbale
