// A comparison to read, to send on and to print.
#pragma once

#include <string>

#include "accounts/json.h"
#include "paper/page.h"

namespace verbale {

// "Xinhua (CHN, wire, 2024-08-20)", or the document's name where nothing is known of it.
std::string account_title(const Document& document);

// What an account's silence says, or that it was not read.
std::string silence_of(const Comparison& comparison, size_t account);

// "Only in Xinhua (CHN, wire)", or "Told by ..." where no second account was read.
std::string alone_heading(const Comparison& comparison, size_t account);

// "not in 488 of 500 accounts" for absences that were not looked into, else empty.
std::string unlooked_line(const Comparison& comparison, const Point& point);

// "2025-04-hanoi-reprint prints 2025-04-hanoi-courier", with what it adds: `own` gets the words.
// One line for each copy, and for each account that prints part of another.
struct PrintedLine {
  std::string line;
  std::vector<std::string> own;
};
std::vector<PrintedLine> printed_lines(const Comparison& comparison);

// Lines by point, for Markdown and DOCX: what all have, what differs, what each alone has.
Page comparison_page(const Comparison& comparison, std::string_view title,
                     const PointFilter& filter);

// One HTML file with nothing outside it: the texts side by side with every point marked where it
// stands, and the list of points. A click or a hover shows a point in all texts; on paper its
// number does.
std::string comparison_html(const Comparison& comparison, std::string_view title,
                            const PointFilter& filter);

}  // namespace verbale
