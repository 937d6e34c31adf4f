#include "ledger/ledger_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "base/version.h"
#include "quantities/calendar.h"

namespace verbale {
namespace {

constexpr size_t kLineOctets = 75;

// RFC 5545, 3.3.11: TEXT.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    } else {
      out += ' ';
    }
  }
  return out;
}

// Folded (3.1) between code points: a line that goes on starts with a blank, which counts.
void add_line(std::string& out, std::string_view line) {
  size_t room = kLineOctets;
  for (size_t at = 0; at < line.size();) {
    const size_t length = decode_utf8(line, at).length;
    if (length > room) {
      out += "\r\n ";
      room = kLineOctets - 1;
    }
    out += line.substr(at, length);
    room -= length;
    at += length;
  }
  out += "\r\n";
}

// "2025-12-31" -> "20251231".
std::string basic(std::string_view day) {
  std::string out;
  for (const char c : day) {
    if (c != '-') out += c;
  }
  return out;
}

struct Due {
  const LedgerThread* thread = nullptr;
  const LedgerEntry* entry = nullptr;
};

std::string stamp_of(const Document& document) {
  const std::string& day = document.publication.day().value;
  return (day.size() == 10 ? basic(day) : std::string("19700101")) + "T000000Z";
}

std::string description_of(const Ledger& ledger, const Document& document, const Due& due) {
  std::string out = fmt::format("{}: \"{}\"", document.source.name, document.str(due.entry->text));
  out += fmt::format("\nDue by the words \"{}\"; {}.", document.str(due.entry->deadline->text),
                     to_string(due.entry->stage));
  for (const int32_t meeting : due.entry->deadline->passed) {
    const LedgerMeeting& column = ledger.meetings[static_cast<size_t>(meeting)];
    out += fmt::format("\nNo account of {} mentions it.",
                       column.date.empty() ? column.id : column.date);
  }
  return out;
}

void add_event(std::string& out, const Ledger& ledger, std::span<const Document> documents,
               const Due& due) {
  const Document& document = documents[static_cast<size_t>(due.entry->document)];
  const std::optional<Date> day = date_from_iso(due.entry->deadline->date);
  if (!day || day->day == 0) return;
  add_line(out, "BEGIN:VEVENT");
  add_line(out, fmt::format("UID:{}-{}@verbale", due.entry->id, basic(due.entry->deadline->date)));
  add_line(out, "DTSTAMP:" + stamp_of(document));
  add_line(out, "DTSTART;VALUE=DATE:" + basic(due.entry->deadline->date));
  add_line(out, "DTEND;VALUE=DATE:" + basic(to_iso(add_days(*day, 1))));
  add_line(out, "SUMMARY:" + escaped("Due: " + due.thread->name));
  add_line(out, "DESCRIPTION:" + escaped(description_of(ledger, document, due)));
  add_line(out, "CATEGORIES:" + escaped(to_string(due.thread->kind)));
  add_line(out, "TRANSP:TRANSPARENT");
  add_line(out, "END:VEVENT");
}

}  // namespace

std::string ledger_calendar(const Ledger& ledger, std::span<const Document> documents) {
  std::map<std::pair<std::string, std::string>, Due> dues;  // by day and thread
  for (const LedgerThread& thread : ledger.threads) {
    for (const LedgerEntry& entry : thread.entries) {
      if (entry.deadline) dues.try_emplace({entry.deadline->date, thread.id}, Due{&thread, &entry});
    }
  }
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, fmt::format("PRODID:-//Verbale//Ledger {}//EN", kVersion));
  add_line(out, "CALSCALE:GREGORIAN");
  for (const auto& [key, due] : dues) add_event(out, ledger, documents, due);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace verbale
