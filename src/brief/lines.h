// What the lines of a brief are made of: quotations cut to a length, sources, names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "paper/page.h"
#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// The words on one line, cut at a blank with "…" where they are longer than `most` code points.
std::string quoted_words(const Document& document, Span span, uint32_t most = 160);

// "VOV (Vietnam), 20 August 2024, 000, characters 2320 to 2422".
PageLine source_line(const Document& document, Span span, const World& world);

// "VOV", else the document's name.
std::string outlet_of(const Document& document);

// The usual English name of the state, the code where it is none.
std::string state_name(const World& world, const std::string& alpha3);

// "19 August 2024" of an ISO date, "August 2024" of a month; what is no date stays.
std::string readable_date(const std::string& iso);

// "a", "a and b", "a, b and c".
std::string in_a_row(const std::vector<std::string>& parts);

// "Talks" of "talks"; other than ASCII letters stay.
std::string titled(std::string text);

// "3 more: verbale compare shows them".
std::string left_out(size_t all, size_t most, std::string_view where);

}  // namespace verbale
