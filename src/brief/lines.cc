#include "brief/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/plain_line.h"
#include "base/utf8.h"

namespace verbale {

std::string quoted_words(const Document& document, Span span, uint32_t most) {
  return cut_line(plain_line(document.str(span)), most);
}

std::string outlet_of(const Document& document) {
  const std::string& outlet = document.publication.outlet.value;
  return outlet.empty() ? document.source.name : outlet;
}

std::string state_name(const World& world, const std::string& alpha3) {
  const auto found = std::ranges::find(world.states(), alpha3, &State::id);
  return found == world.states().end() ? alpha3 : found->name;
}

std::string readable_date(const std::string& iso) {
  constexpr std::array<const char*, 12> kMonths = {"January", "February", "March", "April", "May", "June", "July",
                                                   "August", "September", "October", "November", "December"};
  if ((iso.size() != 7 && iso.size() != 10) || iso[4] != '-') return iso;
  const size_t month = static_cast<size_t>((iso[5] - '0') * 10 + iso[6] - '0');
  if (month < 1 || month > 12) return iso;
  const std::string of_year = fmt::format("{} {}", kMonths[month - 1], iso.substr(0, 4));
  if (iso.size() == 7) return of_year;
  return fmt::format("{} {}", (iso[8] - '0') * 10 + iso[9] - '0', of_year);
}

std::string in_a_row(const std::vector<std::string>& parts) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

std::string titled(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string left_out(size_t all, size_t most, std::string_view where) {
  return fmt::format("{} more: {}", all - most, where);
}

PageLine source_line(const Document& document, Span span, const World& world) {
  const Publication& publication = document.publication;
  const CodePointIndex index(document.text);
  std::string text = outlet_of(document);
  if (publication.side) text += fmt::format(" ({})", state_name(world, publication.side.value));
  if (publication.published) text += ", " + readable_date(publication.published.value);
  const std::string& url = document.source.given.url.empty() ? document.source.stated.url : document.source.given.url;
  PageLine line = {{text, PageStyle::Plain, url}};
  line.push_back({fmt::format(", {}, characters {} to {}", document.source.name, index.to_code_points(span.begin),
                              index.to_code_points(span.end)),
                  PageStyle::Plain});
  return line;
}

}  // namespace verbale
