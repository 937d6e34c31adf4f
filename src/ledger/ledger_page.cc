#include "ledger/ledger_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/plain_line.h"

namespace verbale {
namespace {

PageLine words(std::string text) { return {{one_line(text), PageStyle::Plain}}; }

class LedgerPage {
 public:
  LedgerPage(const Ledger& ledger, std::span<const Document> documents)
      : ledger_(ledger), documents_(documents) {}

  Page make() {
    page_.title = "Ledger";
    if (!ledger_.states.empty()) page_.title += fmt::format(": {}", fmt::join(ledger_.states, ", "));
    add_table();
    for (const LedgerThread& thread : ledger_.threads) add_thread(thread);
    return std::move(page_);
  }

 private:
  std::string title_of(size_t meeting) const {
    const LedgerMeeting& column = ledger_.meetings[meeting];
    return column.date.empty() ? column.id : column.date;
  }
  const Document& document(int32_t index) const { return documents_[static_cast<size_t>(index)]; }

  void add_table() {
    PageBlock table;
    table.kind = PageBlockKind::Table;
    std::vector<PageLine> head = {words("kind"), words("thread")};
    for (size_t m = 0; m < ledger_.meetings.size(); ++m) head.push_back(words(title_of(m)));
    table.rows.push_back(std::move(head));
    for (const LedgerThread& thread : ledger_.threads) {
      std::vector<PageLine> row = {words(std::string(to_string(thread.kind))), words(thread.name)};
      for (const MeetingStatus& status : thread.statuses)
        row.push_back(words(std::string(to_string(status.status))));
      table.rows.push_back(std::move(row));
    }
    page_.blocks.push_back(std::move(table));
  }

  void add_thread(const LedgerThread& thread) {
    add_heading(page_, 2, one_line(thread.name));
    for (const LedgerEntry& entry : thread.entries) add_entry(entry);
    for (size_t m = 0; m < thread.statuses.size(); ++m) add_status(thread, m);
    for (const LedgerEntry& entry : thread.entries) add_deadline(entry);
    for (const PersonMark& mark : thread.marks) {
      add_item(page_, words(fmt::format("Marked {} ({}) on {} by a person; evidence {}",
                                        mark_text(mark), scale_name(mark.scale), mark.date,
                                        mark.evidence)));
    }
  }

  void add_entry(const LedgerEntry& entry) {
    const Document& account = document(entry.document);
    const std::string& side = account.publication.side.value;
    add_item(page_, {{fmt::format("{}, {}: ", title_of(static_cast<size_t>(entry.meeting)),
                                  to_string(entry.stage)),
                      PageStyle::Plain},
                     {one_line(account.str(entry.text)), PageStyle::Quote},
                     {fmt::format(" ({}{}{}; {})", account.source.name, side.empty() ? "" : ", ",
                                  side, entry.id),
                      PageStyle::Plain}});
  }

  void add_deadline(const LedgerEntry& entry) {
    if (!entry.deadline) return;
    PageLine line = {{fmt::format("Due {} ", entry.deadline->date), PageStyle::Plain},
                     {one_line(document(entry.document).str(entry.deadline->text)),
                      PageStyle::Quote}};
    for (const int32_t meeting : entry.deadline->passed) {
      line.push_back({fmt::format("; passed without mention at {}",
                                  title_of(static_cast<size_t>(meeting))),
                      PageStyle::Plain});
    }
    add_item(page_, std::move(line));
  }

  void add_status(const LedgerThread& thread, size_t meeting) {
    const MeetingStatus& status = thread.statuses[meeting];
    if (status.status == ThreadStatus::Advanced && status.entry >= 0) {
      const LedgerEntry& entry = thread.entries[static_cast<size_t>(status.entry)];
      const Step& step = entry.steps[static_cast<size_t>(status.step)];
      add_item(page_, {{fmt::format("{}: advanced, a {} that was not there before: ",
                                    title_of(meeting), to_string(step.kind)),
                        PageStyle::Plain},
                       {one_line(document(entry.document).str(step.text)), PageStyle::Quote}});
    } else if (status.status == ThreadStatus::Absent) {
      std::vector<std::string> names;
      for (const int32_t index : ledger_.meetings[meeting].documents)
        names.push_back(document(index).source.name);
      add_item(page_, words(fmt::format("{}: absent, looked for in {}", title_of(meeting),
                                        fmt::join(names, ", "))));
    }
  }

  const Ledger& ledger_;
  std::span<const Document> documents_;
  Page page_;
};

}  // namespace

Page ledger_page(const Ledger& ledger, std::span<const Document> documents) {
  return LedgerPage(ledger, documents).make();
}

}  // namespace verbale
