// A relationship over time: its ledger, persons' marks, names, phrases, texts that are one.
#include <fmt/format.h>

#include <algorithm>

#include "answers/documents_asked.h"
#include "answers/filter_values.h"
#include "answers/ledgers.h"
#include "answers/phrases_asked.h"
#include "answers/rows.h"
#include "answers/same_texts.h"
#include "ledger/ledger_json.h"
#include "phrases/names_json.h"
#include "phrases/phrases_json.h"
#include "serve/parameters.h"
#include "serve/routes.h"
#include "serve/rows_response.h"
#include "store/published_texts.h"
#include "store/statuses.h"

namespace verbale {
namespace {

bool concerns(const Document& document, const std::string& state) {
  return document.publication.side.value == state ||
         std::ranges::any_of(document.actors, [&](const Actor& actor) {
           return actor.id == state || actor.state == state;
         });
}

// Documents that the filter lets through and that concern all of the states.
Result<std::vector<Document>> read_documents(const Question& question, const Record& record,
                                             const EntryFilter& filter,
                                             const std::vector<std::string>& states) {
  Result<std::vector<Document>> documents = documents_of_record(
      record, filter, question.service.materials.reader, question.service.threads);
  if (!documents) return documents;
  std::erase_if(*documents, [&](const Document& document) {
    return !std::ranges::all_of(
        states, [&](const std::string& state) { return concerns(document, state); });
  });
  return documents;
}

// Leaves the page of them that is asked for.
template <class Item>
void cut_to_page(std::vector<Item>& items, int64_t limit, int64_t offset) {
  const int64_t first = std::min(offset, std::ssize(items));
  const int64_t last = std::min(first + limit, std::ssize(items));
  items.erase(items.begin() + last, items.end());
  items.erase(items.begin(), items.begin() + first);
}

// Shows one page of them; how many there are in all stands in X-Total-Count.
HttpResponse page_response(std::string json, int64_t total) {
  HttpResponse response = json_response(std::move(json));
  response.headers.emplace_back("X-Total-Count", std::to_string(total));
  return response;
}

}  // namespace

HttpResponse get_ledger(const Question& question, const Record& record) {
  constexpr int64_t kMostCells = 4'000'000;  // threads by meetings: some 100 MB
  Parameters given(question.request);
  std::vector<std::string> states = given.states("states");
  LedgerFilter filter;
  filter.from = given.date("from");
  filter.to = given.date("to");
  filter.state = given.state("state");
  const std::string kind = given.one_of("kind", thread_kinds());
  const int64_t limit = given.number("limit", kUsualLimit, 0, kMostLimit);
  const int64_t offset = given.number("offset", 0, 0, kMostOffset);
  if (auto problem = given.problem()) return *problem;
  if (!kind.empty()) filter.kind = thread_kind_from(kind);
  if (states.size() == 1) {
    return http_error(400, "one state has no ledger with itself",
                      "name two or more, as in states=CHN,VNM");
  }
  Result<AskedLedger> asked = ledger_of_record(record, std::move(states), filter,
                                               question.service.materials, question.service.threads);
  if (!asked) return failed(asked.error());
  Ledger& ledger = asked->ledger;
  const int64_t total = std::ssize(ledger.threads);
  cut_to_page(ledger.threads, limit, offset);
  if (std::ssize(ledger.threads) * std::ssize(ledger.meetings) > kMostCells) {
    return http_error(400, "the ledger is larger than a page can show",
                      fmt::format("{} threads over {} meetings: ask for fewer with from, to, kind, state or limit",
                                  total, ledger.meetings.size()));
  }
  return page_response(ledger_json(ledger, asked->documents), total);
}

HttpResponse get_marks(const Question& question, const Record& record) {
  Parameters given(question.request);
  const std::string entry = given.text("entry");
  if (auto problem = given.problem()) return *problem;
  const Result<std::vector<PersonMark>> marks = read_marks(record);
  if (!marks) return failed(marks.error());
  RowsResponse rows;
  int64_t total = 0;
  for (const PersonMark& mark : *marks) {
    if (!mark.entry.starts_with(entry)) continue;
    JsonWriter json;
    write_mark(json, mark);
    rows.add(json.text());
    ++total;
  }
  return rows.finish({}, total);
}

HttpResponse get_names(const Question& question, const Record& record) {
  Parameters given(question.request);
  const std::vector<std::string> states = given.states("states");
  const EntryFilter filter = given.document_filter({});
  if (auto problem = given.problem()) return *problem;
  const Result<std::vector<Document>> documents = read_documents(question, record, filter, states);
  if (!documents) return failed(documents.error());
  const std::vector<const Document*> chosen = pointers_to(*documents);
  std::vector<NamedThing> things =
      names_asked(chosen, *question.service.materials.reader.knowledge, -1);
  const int64_t total = std::ssize(things);
  cut_to_page(things, filter.limit, filter.offset);
  return page_response(names_to_json(things, chosen), total);
}

HttpResponse get_phrases(const Question& question, const Record& record) {
  constexpr int64_t kMostDocuments = 1'000'000;
  Parameters given(question.request);
  const std::vector<std::string> states = given.states("states");
  EntryFilter filter = given.document_filter({});
  PhraseQuestion asked;
  asked.kind = given.one_of("kind", {"known", "found", "list"});
  asked.least_documents = static_cast<int>(given.number("least", 2, 1, kMostDocuments));
  if (auto problem = given.problem()) return *problem;
  const Result<std::vector<Document>> documents = read_documents(question, record, filter, states);
  if (!documents) return failed(documents.error());
  const std::vector<const Document*> chosen = pointers_to(*documents);
  std::vector<PhraseLife> lives =
      phrases_asked(chosen, *question.service.materials.reader.knowledge, asked);
  const int64_t total = std::ssize(lives);
  cut_to_page(lives, filter.limit, filter.offset);
  return page_response(phrases_to_json(lives, chosen), total);
}

HttpResponse get_phrase(const Question& question, const Record& record) {
  Parameters given(question.request);
  const std::string text = given.text("text");
  const std::vector<std::string> states = given.states("states");
  const EntryFilter filter = given.document_filter({});
  if (auto problem = given.problem()) return *problem;
  if (text.empty()) return http_error(400, "text is missing", "the words of the phrase");
  const Result<std::vector<Document>> documents = read_documents(question, record, filter, states);
  if (!documents) return failed(documents.error());
  const std::vector<const Document*> chosen = pointers_to(*documents);
  const PhraseLife life = life_of(text, chosen, *question.service.materials.reader.knowledge);
  if (life.uses.empty()) {
    return http_error(404, "the phrase stands in none of the documents",
                      "/api/phrases lists what is there");
  }
  return json_response(phrase_to_json(life, chosen));
}

HttpResponse get_texts(const Question& question, const Record& record) {
  Parameters given(question.request);
  EntryFilter filter = given.document_filter({});
  const std::string relation = given.one_of("relation", text_relations());
  if (auto problem = given.problem()) return *problem;
  const int64_t limit = filter.limit;
  filter.limit = -1;  // it counts pairs
  const Result<std::vector<Document>> documents = load_published_texts(record, filter);
  if (!documents) return failed(documents.error());
  const Reuse reuse = find_same_texts(*documents, relation, limit, question.service.threads);
  return json_response(pairs_to_json(*documents, reuse));
}

}  // namespace verbale
