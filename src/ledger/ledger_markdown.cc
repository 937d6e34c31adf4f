#include "ledger/ledger_markdown.h"

#include <fmt/format.h>

namespace verbale {
namespace {

// One line in which no character is Markdown's or HTML's.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    constexpr std::string_view kMarks = "\\`*_[]<>|#";
    if (kMarks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) out += (out.empty() ? "" : ", ") + item;
  return out;
}

class Page {
 public:
  Page(const Ledger& ledger, std::span<const Document> documents)
      : ledger_(ledger), documents_(documents) {}

  std::string write() {
    out_ = "# Ledger" + (ledger_.states.empty() ? std::string() : ": " + joined(ledger_.states)) +
           "\n\n";
    write_table();
    for (const LedgerThread& thread : ledger_.threads) write_thread(thread);
    return std::move(out_);
  }

 private:
  std::string title_of(size_t meeting) const {
    const LedgerMeeting& column = ledger_.meetings[meeting];
    return column.date.empty() ? column.id : column.date;
  }
  const Document& document(int32_t index) const { return documents_[static_cast<size_t>(index)]; }

  void write_table() {
    out_ += "| kind | thread |";
    for (size_t m = 0; m < ledger_.meetings.size(); ++m)
      out_ += fmt::format(" {} |", plain(title_of(m)));
    out_ += "\n|---|---|";
    for (size_t m = 0; m < ledger_.meetings.size(); ++m) out_ += "---|";
    out_ += '\n';
    for (const LedgerThread& thread : ledger_.threads) {
      out_ += fmt::format("| {} | {} |", to_string(thread.kind), plain(thread.name));
      for (const MeetingStatus& status : thread.statuses)
        out_ += fmt::format(" {} |", to_string(status.status));
      out_ += '\n';
    }
  }

  void write_thread(const LedgerThread& thread) {
    out_ += fmt::format("\n## {}\n\n", plain(thread.name));
    for (const LedgerEntry& entry : thread.entries) write_entry(entry);
    for (size_t m = 0; m < thread.statuses.size(); ++m) write_status(thread, m);
    for (const LedgerEntry& entry : thread.entries) {
      if (!entry.deadline) continue;
      out_ += fmt::format("- Due {} (\"{}\")", entry.deadline->date,
                          plain(document(entry.document).str(entry.deadline->text)));
      for (const int32_t meeting : entry.deadline->passed) {
        out_ += fmt::format("; passed without mention at {}",
                            plain(title_of(static_cast<size_t>(meeting))));
      }
      out_ += '\n';
    }
    for (const PersonMark& mark : thread.marks) {
      out_ += fmt::format("- Marked {} ({}) on {} by a person; evidence {}\n", mark_text(mark),
                          scale_name(mark.scale), mark.date, plain(mark.evidence));
    }
  }

  void write_entry(const LedgerEntry& entry) {
    const Document& account = document(entry.document);
    const std::string& side = account.publication.side.value;
    out_ += fmt::format("- {}, {}: \"{}\" ({}{}{}; {})\n",
                        plain(title_of(static_cast<size_t>(entry.meeting))), to_string(entry.stage),
                        plain(account.str(entry.text)), plain(account.source.name),
                        side.empty() ? "" : ", ", side, entry.id);
  }

  void write_status(const LedgerThread& thread, size_t meeting) {
    const MeetingStatus& status = thread.statuses[meeting];
    if (status.status == ThreadStatus::Advanced && status.entry >= 0) {
      const LedgerEntry& entry = thread.entries[static_cast<size_t>(status.entry)];
      const Step& step = entry.steps[static_cast<size_t>(status.step)];
      out_ += fmt::format("- {}: advanced, a {} that was not there before: \"{}\"\n",
                          plain(title_of(meeting)), to_string(step.kind),
                          plain(document(entry.document).str(step.text)));
    } else if (status.status == ThreadStatus::Absent) {
      std::vector<std::string> names;
      for (const int32_t index : ledger_.meetings[meeting].documents)
        names.push_back(plain(document(index).source.name));
      out_ +=
          fmt::format("- {}: absent, looked for in {}\n", plain(title_of(meeting)), joined(names));
    }
  }

  const Ledger& ledger_;
  std::span<const Document> documents_;
  std::string out_;
};

}  // namespace

std::string ledger_markdown(const Ledger& ledger, std::span<const Document> documents) {
  return Page(ledger, documents).write();
}

}  // namespace verbale
