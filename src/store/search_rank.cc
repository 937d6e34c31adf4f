#include "store/search_rank.h"

#include <sqlite3.h>

#include <cmath>
#include <memory>
#include <vector>

namespace verbale {
namespace {

constexpr int kFarthest = 20000;  // passages of a word that are counted

struct Weights {
  std::vector<double> of_phrase;
  std::vector<int> times;  // in the passage at hand
};

int count_passage(const Fts5ExtensionApi*, Fts5Context*, void* count) {
  return ++*static_cast<int*>(count) < kFarthest ? SQLITE_OK : SQLITE_DONE;
}

// Rarer words weigh more. One as frequent as is counted weighs hardly anything.
Weights* weights_of(const Fts5ExtensionApi* api, Fts5Context* context) {
  if (void* known = api->xGetAuxdata(context, 0)) return static_cast<Weights*>(known);
  std::unique_ptr<Weights> weights = std::make_unique<Weights>();
  for (int phrase = 0; phrase < api->xPhraseCount(context); ++phrase) {
    int count = 0;
    api->xQueryPhrase(context, phrase, &count, count_passage);
    weights->of_phrase.push_back(std::log(1.0 + double{kFarthest} / (count + 1)));
  }
  weights->times.resize(weights->of_phrase.size());
  Weights* kept = weights.release();
  api->xSetAuxdata(context, kept, [](void* gone) { delete static_cast<Weights*>(gone); });
  return kept;
}

void closeness(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int, sqlite3_value**) {
  Weights* weights = weights_of(api, context);
  std::fill(weights->times.begin(), weights->times.end(), 0);
  int count = 0;
  api->xInstCount(context, &count);
  for (int i = 0; i < count; ++i) {
    int phrase = 0;
    int column = 0;
    int offset = 0;
    if (api->xInst(context, i, &phrase, &column, &offset) != SQLITE_OK) break;
    if (column == 0) ++weights->times[static_cast<size_t>(phrase)];
  }
  double sum = 0;
  for (size_t i = 0; i < weights->times.size(); ++i) {
    sum += weights->of_phrase[i] * weights->times[i] / (weights->times[i] + 1.0);
  }
  sqlite3_result_int64(result, std::llround(sum * 1e6));
}

}  // namespace

void register_closeness(const Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  if (api == nullptr || api->xCreateFunction(api, "closeness", nullptr, closeness, nullptr) != SQLITE_OK) {
    throw DatabaseError{{database.path(), "this SQLite has no full text search (FTS5)", ""}};
  }
}

}  // namespace verbale
