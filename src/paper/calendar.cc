#include "paper/calendar.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace verbale {
namespace {

constexpr size_t kLineOctets = 75;

// Commas, semicolons, backslashes and line ends of a TEXT value (RFC 5545, 3.3.11).
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

// A line, folded: what goes on stands on a line of its own after a blank. No character is cut.
void append_line(std::string& out, std::string_view line) {
  size_t room = kLineOctets;
  while (line.size() > room) {
    size_t cut = room;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLineOctets - 1;
  }
  out.append(line).append("\r\n");
}

int number_at(std::string_view date, size_t at, size_t length) {
  int value = 0;
  std::from_chars(date.data() + at, date.data() + at + length, value);
  return value;
}

// "20240820" of "2024-08-19", `days` = 1.
std::string compact_date(std::string_view iso, int days) {
  using namespace std::chrono;
  const year_month_day day(year(number_at(iso, 0, 4)), month(static_cast<unsigned>(number_at(iso, 5, 2))),
                           std::chrono::day(static_cast<unsigned>(number_at(iso, 8, 2))));
  const year_month_day moved{sys_days(day) + std::chrono::days(days)};
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(moved.year()), static_cast<unsigned>(moved.month()),
                     static_cast<unsigned>(moved.day()));
}

void append_text(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) append_line(out, fmt::format("{}:{}", name, escaped(value)));
}

void append_entry(std::string& out, const CalendarEntry& entry) {
  const std::string first = compact_date(entry.first, 0);
  append_line(out, "BEGIN:VEVENT");
  append_text(out, "UID", entry.uid + "@verbale");
  append_line(out, fmt::format("DTSTAMP:{}T000000Z", first));
  append_line(out, fmt::format("DTSTART;VALUE=DATE:{}", first));
  append_line(out, fmt::format("DTEND;VALUE=DATE:{}", compact_date(entry.last.empty() ? entry.first : entry.last, 1)));
  append_text(out, "SUMMARY", entry.summary);
  append_text(out, "DESCRIPTION", entry.description);
  append_text(out, "LOCATION", entry.location);
  append_text(out, "CATEGORIES", entry.category);
  append_line(out, "TRANSP:TRANSPARENT");
  append_line(out, "END:VEVENT");
}

}  // namespace

std::string write_calendar(const std::string& name, const std::vector<CalendarEntry>& entries) {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//Verbale//Record//EN");
  append_text(out, "X-WR-CALNAME", name);
  for (const CalendarEntry& entry : entries) append_entry(out, entry);
  append_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace verbale
