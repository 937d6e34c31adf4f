// Which thread a person's mark belongs to.
#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "ledger/ledger.h"
#include "record/ids.h"

namespace verbale {
namespace {

bool is_on(const PersonMark& mark, const LedgerEntry& entry, const Document& document,
           const std::string& text) {
  if (mark.entry == entry.id) return true;
  if (mark.text != text) return false;
  const CodePointIndex index(document.text);
  const Span span{index.to_bytes(mark.start), index.to_bytes(mark.end)};
  if (!span.overlaps(entry.text)) return false;
  const uint32_t common =
      std::min(span.end, entry.text.end) - std::max(span.begin, entry.text.begin);
  return 2 * common >= std::max(span.size(), entry.text.size());
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
    const auto home = std::ranges::find_if(ledger.threads, [&](const LedgerThread& thread) {
      return std::ranges::any_of(thread.entries, [&](const LedgerEntry& entry) {
        const size_t document = static_cast<size_t>(entry.document);
        return is_on(mark, entry, documents[document], texts[document]);
      });
    });
    if (home == ledger.threads.end()) {
      left.push_back(std::move(mark));
    } else {
      home->marks.push_back(std::move(mark));
    }
  }
  return left;
}

}  // namespace verbale
