#include "cli/ledger_output.h"

#include <fmt/format.h>

#include "cli/table.h"
#include "ledger/ledger_calendar.h"
#include "ledger/ledger_json.h"
#include "ledger/ledger_page.h"

namespace verbale {
namespace {

std::string title_of(const LedgerMeeting& meeting) {
  return meeting.date.empty() ? meeting.id : meeting.date;
}

// So many meetings have room with words in their cells; more are numbered, and a sign tells the
// status.
constexpr size_t kWithWords = 5;

std::string cell_of(ThreadStatus status, bool words) {
  if (words) return std::string(to_string(status));
  switch (status) {
    case ThreadStatus::First:
      return "*";
    case ThreadStatus::Again:
      return "=";
    case ThreadStatus::Advanced:
      return "+";
    case ThreadStatus::Absent:
      return ".";
  }
  return "";
}

Table table_of(const Ledger& ledger) {
  const bool words = ledger.meetings.size() <= kWithWords;
  std::vector<TableColumn> columns = {{"kind"}, {"thread", Style::Plain, true}};
  for (size_t m = 0; m < ledger.meetings.size(); ++m) {
    columns.push_back({words ? title_of(ledger.meetings[m]) : fmt::format("{}", m + 1)});
  }
  columns.push_back({"id", Style::Id});
  Table table(columns);
  for (const LedgerThread& thread : ledger.threads) {
    std::vector<std::string> cells = {std::string(to_string(thread.kind)), thread.name};
    for (const MeetingStatus& status : thread.statuses)
      cells.push_back(cell_of(status.status, words));
    cells.push_back(thread.id);
    table.add(std::move(cells));
  }
  return table;
}

class Notes {
 public:
  Notes(const Ledger& ledger, std::span<const Document> documents)
      : ledger_(ledger), documents_(documents) {}

  std::string write() {
    for (const LedgerThread& thread : ledger_.threads) add_thread(thread);
    add_scope();
    return std::move(out_);
  }

 private:
  void add(const LedgerThread& thread, const std::string& what) {
    out_ += fmt::format("{}  {}: {}\n", styled(thread.id, Style::Id), one_line(thread.name),
                        one_line(what));
  }
  const Document& document(int32_t index) const { return documents_[static_cast<size_t>(index)]; }

  void add_thread(const LedgerThread& thread) {
    for (size_t m = 0; m < thread.statuses.size(); ++m) {
      const MeetingStatus& status = thread.statuses[m];
      if (status.entry < 0) continue;
      const LedgerEntry& entry = thread.entries[static_cast<size_t>(status.entry)];
      const Step& step = entry.steps[static_cast<size_t>(status.step)];
      add(thread, fmt::format("advanced at {} by a {}: \"{}\" ({})", title_of(ledger_.meetings[m]),
                              to_string(step.kind), document(entry.document).str(step.text),
                              document(entry.document).source.name));
    }
    for (const LedgerEntry& entry : thread.entries) {
      if (!entry.deadline) continue;
      std::string what = fmt::format("due {} (\"{}\")", entry.deadline->date,
                                     document(entry.document).str(entry.deadline->text));
      for (const int32_t meeting : entry.deadline->passed) {
        what += ", passed without mention at " +
                title_of(ledger_.meetings[static_cast<size_t>(meeting)]);
      }
      add(thread, what);
    }
    for (const PersonMark& mark : thread.marks) {
      add(thread, fmt::format("marked {} ({}) on {}, evidence {}", mark_text(mark),
                              scale_name(mark.scale), mark.date, mark.evidence));
    }
  }

  // What "absent" means here: looked for in these and not found.
  void add_scope() {
    const bool numbered = ledger_.meetings.size() > kWithWords;
    if (numbered) out_ += "* first, = again, + advanced, . absent\n";
    for (size_t m = 0; m < ledger_.meetings.size(); ++m) {
      const LedgerMeeting& meeting = ledger_.meetings[m];
      std::string accounts;
      for (const int32_t index : meeting.documents) {
        const Publication& publication = document(index).publication;
        const std::string kind =
            publication.report_kind ? ", " + std::string(to_string(*publication.report_kind)) : "";
        accounts +=
            fmt::format("{}{} ({}{})", accounts.empty() ? "" : "; ", document(index).source.name,
                        publication.side ? publication.side.value : "side not known", kind);
      }
      const std::string number = numbered ? fmt::format("{} ", m + 1) : "";
      out_ += one_line(fmt::format("{}{}: absent means not found in {}", number, title_of(meeting),
                                   accounts)) +
              "\n";
    }
  }

  const Ledger& ledger_;
  std::span<const Document> documents_;
  std::string out_;
};

}  // namespace

std::string ledger_as_json(const Ledger& ledger, std::span<const Document> documents) {
  return ledger_json(ledger, documents) + "\n";
}

std::string ledger_as_text(const Ledger& ledger, std::span<const Document> documents) {
  return layout_for_output(table_of(ledger)) + "\n" + Notes(ledger, documents).write();
}

Result<std::string> ledger_as_file(const std::string& path, bool calendar, const Ledger& ledger,
                                   std::span<const Document> documents) {
  if (calendar || path.ends_with(".ics")) return ledger_calendar(ledger, documents);
  if (path.ends_with(".json")) return ledger_as_json(ledger, documents);
  for (const std::string_view ending : {".md", ".html", ".docx"}) {
    if (path.ends_with(ending)) return page_to_file_form(ledger_page(ledger, documents), path);
  }
  return fail(path, "there is no form of that ending", "use .md, .html, .docx, .ics or .json");
}

}  // namespace verbale
