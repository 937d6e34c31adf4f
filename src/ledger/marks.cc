// Which thread a person's mark belongs to.
#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "ledger/ledger.h"
#include "record/ids.h"

namespace verbale {
namespace {

// How surely a mark is on an entry: by its id, by the thread it was set in, by its words.
enum class Hold : uint8_t { None, Words, Thread, Id };

// Behind "~" in the id of a mention: the thread that it is mentioned in.
std::string_view thread_of(std::string_view id) {
  const size_t at = id.find('~');
  return at == std::string_view::npos ? std::string_view() : id.substr(at + 1);
}

bool shares_words(const PersonMark& mark, const LedgerEntry& entry, const Document& document) {
  const CodePointIndex index(document.text);
  const Span span{index.to_bytes(mark.start), index.to_bytes(mark.end)};
  if (!span.overlaps(entry.text)) return false;
  const uint32_t common =
      std::min(span.end, entry.text.end) - std::max(span.begin, entry.text.begin);
  return 2 * common >= std::max(span.size(), entry.text.size());
}

Hold hold_of(const PersonMark& mark, const LedgerThread& thread,
             std::span<const Document> documents, const std::vector<std::string>& texts) {
  Hold best = Hold::None;
  for (const LedgerEntry& entry : thread.entries) {
    const size_t document = static_cast<size_t>(entry.document);
    if (mark.entry == entry.id) return Hold::Id;
    if (thread_of(mark.entry) == entry.id) best = Hold::Thread;
    if (best == Hold::None && mark.text == texts[document] &&
        shares_words(mark, entry, documents[document])) {
      best = Hold::Words;
    }
  }
  return best;
}

// The thread that holds it most surely; of equal ones the first.
LedgerThread* home_of(const PersonMark& mark, Ledger& ledger, std::span<const Document> documents,
                      const std::vector<std::string>& texts) {
  LedgerThread* home = nullptr;
  Hold best = Hold::None;
  for (LedgerThread& thread : ledger.threads) {
    const Hold hold = hold_of(mark, thread, documents, texts);
    if (hold > best) best = hold, home = &thread;
  }
  return home;
}

}  // namespace

std::vector<PersonMark> lay_marks(Ledger& ledger, std::span<const Document> documents,
                                  std::vector<PersonMark> marks) {
  std::vector<PersonMark> left;
  if (marks.empty()) return left;
  std::ranges::sort(marks, {}, [](const PersonMark& mark) {
    return std::tie(mark.date, mark.entry, mark.scale);
  });
  std::vector<std::string> texts;
  for (const Document& document : documents) texts.push_back(text_id(document.text));
  for (PersonMark& mark : marks) {
    LedgerThread* home = home_of(mark, ledger, documents, texts);
    (home == nullptr ? left : home->marks).push_back(std::move(mark));
  }
  return left;
}

}  // namespace verbale
