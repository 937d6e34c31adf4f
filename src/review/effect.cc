#include "review/effect.h"

#include <set>
#include <string>

#include "changes/one_go.h"
#include "changes/read_again.h"
#include "store/in_one_piece.h"

namespace verbale {
namespace {

Result<void> read_texts_again(Store& store, const RereadWith& with,
                              const std::set<std::string>& texts) {
  for (const std::string& text : texts) {
    const Result<std::vector<StoredDocument>> documents = store.documents_of(text);
    if (!documents) return std::unexpected(documents.error());
    for (const StoredDocument& document : *documents) {
      if (Result<void> read = read_again(store, with.reader, with.reporter, document); !read)
        return read;
    }
  }
  return store.meetings_changed() ? settle_record(store, with.reader, with.reporter)
                                  : Result<void>();
}

}  // namespace

Result<size_t> keep_decisions(Store& store, const RereadWith& with,
                              std::span<const Decision> decisions) {
  size_t kept = 0;
  const Result<void> done = in_one_go(store, [&]() -> Result<void> {
    std::set<std::string> texts;
    for (const Decision& decision : decisions) {
      const Result<bool> fresh = store.keep_decision(decision);
      if (!fresh) return std::unexpected(fresh.error());
      if (!*fresh) continue;
      ++kept;
      if (decision.verdict != Verdict::Comment || !decision.stands()) texts.insert(decision.text);
    }
    return read_texts_again(store, with, texts);
  });
  if (!done) return std::unexpected(done.error());
  return kept;
}

Result<Decision> undo_decision(Store& store, const RereadWith& with, std::string_view id,
                               std::string_view at) {
  Result<Decision> decision = store.find_decision(id);
  if (!decision) return decision;
  if (!decision->stands()) {
    return fail(decision->id, "was withdrawn at " + decision->withdrawn_at,
                "decide again if it is to count");
  }
  const Result<void> done = in_one_go(store, [&]() -> Result<void> {
    const Result<bool> withdrawn = store.withdraw_decision(decision->id, at);
    if (!withdrawn) return std::unexpected(withdrawn.error());
    return read_texts_again(store, with, {decision->text});
  });
  if (!done) return std::unexpected(done.error());
  decision->withdrawn_at = at;
  return decision;
}

}  // namespace verbale
