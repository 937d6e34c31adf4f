#include "publication/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/dates.h"
#include "base/utf8.h"
#include "publication/lines.h"

namespace verbale {
namespace {

constexpr size_t kLongest = 130;  // bytes of a dateline
constexpr auto npos = std::string_view::npos;

Span span_of(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// Ends of datelines, and how many bytes each takes.
constexpr auto kEnds = std::to_array<std::string_view>(
    {" -- ", " --- ", " — ", " – ", " - ", "--", "— ", "– ", ": ", "- "});

struct End {
  size_t at = npos;  // where the mark starts
  size_t after = 0;  // where the report starts
};

// The first mark that may end a dateline. A hyphen counts only where a blank or bracket is before
// it.
End find_end(std::string_view head) {
  End best;
  for (const std::string_view mark : kEnds) {
    const size_t at = head.find(mark);
    if (at == npos || at == 0) continue;
    const bool loose = mark == "- " && head[at - 1] != ')' && head[at - 1] != '/';
    if (loose || at >= best.at) continue;
    best = {at, at + mark.size()};
  }
  // "MOSCOW, December 7. /TASS/. The ..."
  for (const std::string_view mark : {"/. ", "/ "}) {
    const size_t at = head.find(mark);
    if (at != npos && at + 1 < best.at && head.find('/') < at) best = {at + 1, at + mark.size()};
  }
  return best;
}

bool is_capitals(std::string_view words) {
  bool any = false;
  for (size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    if (is_lower(c.value)) return false;
    any = any || is_upper(c.value);
    at += c.length;
  }
  return any;
}

// Place names: one to five words, each with a capital (or "of", "de" between them), no digits.
bool looks_like_place(std::string_view words) {
  if (words.empty() || words.size() > 60 || count_words(words, 6) > 5) return false;
  if (!is_upper(decode_utf8(words, 0).value) && decode_utf8(words, 0).value < 0x2E80) return false;
  for (size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    const bool start = at == 0 || words[at - 1] == ' ';
    const bool small = start && is_lower(c.value);
    const std::string_view rest = words.substr(at);
    if (is_digit(c.value) || c.value == '"' || c.value == '(') return false;
    if (small && !rest.starts_with("of ") && !rest.starts_with("de ") &&
        !rest.starts_with("and ") && !rest.starts_with("del ") && !rest.starts_with("the ")) {
      return false;
    }
    at += c.length;
  }
  return true;
}

// The kind of place that these words are in the packs; nullopt where they are none.
std::optional<EntityKind> known_place(std::string_view words, const World& world) {
  std::vector<std::string> folded;
  for (std::string_view rest = words; !rest.empty();) {
    const size_t end = rest.find_first_of(" -");
    if (end != 0) folded.push_back(fold(rest.substr(0, end)));
    rest.remove_prefix(end == npos ? rest.size() : end + 1);
  }
  const std::vector<std::string_view> views(folded.begin(), folded.end());
  const PhraseTable::Match match = world.names().longest(views);
  if (match.length != static_cast<int32_t>(views.size())) return std::nullopt;
  for (const int32_t value : match.values) {
    const EntityKind kind = world.entities()[static_cast<size_t>(value)].kind;
    if (kind == EntityKind::Place || kind == EntityKind::State) return kind;
  }
  return std::nullopt;
}

// "Aug. 19", "19 August", "Monday", "7th December, 2023", "Tues": a date or part of one, nothing
// else.
bool looks_like_date(std::string_view words) {
  bool any = false;
  for (size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    if (!is_word_character(c.value)) {
      at += c.length;
      continue;
    }
    size_t end = at;
    while (end < words.size() && is_word_character(decode_utf8(words, end).value)) {
      end += decode_utf8(words, end).length;
    }
    const std::string word = fold(words.substr(at, end - at));
    const bool number = is_digit(static_cast<unsigned char>(word[0])) && word.size() <= 4;
    if (!number && month_number(word) == 0 && weekday_number(word) == 0) return false;
    any = true;
    at = end;
  }
  return any;
}

// No-break blanks as so many plain ones, so that places stay what they are.
std::string with_plain_blanks(std::string_view line) {
  std::string out(line);
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
    for (size_t at = out.find(blank); at != npos; at = out.find(blank, at)) {
      out.replace(at, blank.size(), blank.size(), ' ');
    }
  }
  return out;
}

class DatelineReader {
 public:
  DatelineReader(std::string_view line, const Knowledge& knowledge)
      : blanks_(with_plain_blanks(line.substr(0, 4 * kLongest))),
        line_(blanks_),
        knowledge_(knowledge) {}

  std::optional<Dateline> read() {
    const End end = find_end(line_.substr(0, kLongest));
    if (end.at == npos || end.after >= line_.size()) return std::nullopt;
    std::string_view head = line_.substr(0, end.at);
    found_.whole = trim(line_, span_of(0, end.after));
    head = take_outlet(head);
    if (!read_parts(head)) return std::nullopt;
    if (found_.place.empty() && found_.outlet.empty()) return std::nullopt;
    if (found_.place.empty() && dated_) return std::nullopt;
    found_.dated = dated_;
    take_date_behind(end.after);
    if (!found_.outlet.empty()) return found_;
    return stands_alone(end) ? std::optional(found_) : std::nullopt;
  }

 private:
  // "Vientiane, Laos - August 2, 2017 - The ministers ..."
  void take_date_behind(size_t from) {
    const std::string_view rest = line_.substr(from, 40);
    const End end = find_end(rest);
    if (end.at == npos || !looks_like_date(rest.substr(0, end.at))) return;
    found_.whole.end = trim(line_, span_of(0, from + end.after)).end;
    found_.dated = dated_ = true;
    if (const std::optional<DateInText> date = find_date(rest.substr(0, end.at))) found_.iso = date->iso;
  }

  // Without an agency only capitals or a known town make a dateline of "X - ": "Peru - Chile
  // relations" is none.
  bool stands_alone(const End& end) const {
    const std::string_view place = line_.substr(found_.place.begin, found_.place.size());
    const std::optional<EntityKind> known = known_place(place, knowledge_.world);
    // "MODERATOR:" is who speaks, not where.
    const bool colon = line_[end.at] == ':';
    if (is_capitals(place) && (known || dated_ || (!colon && count_words(place) <= 3))) return true;
    if (!known) return false;
    if (dated_) return true;
    const std::string_view next = line_.substr(end.after, line_.find(' ', end.after) - end.after);
    // "New Delhi: The minister on Friday ..." opens a report; "Peru: a survey" does not.
    constexpr uint32_t kReport = 12;  // words
    if (colon && (count_words(line_.substr(end.after), kReport) < kReport || !is_upper(decode_utf8(next, 0).value))) return false;
    return known == EntityKind::Place && !known_place(next, knowledge_.world);
  }

  // "(Xinhua)", "/TASS/": returns what stands before it.
  std::string_view take_outlet(std::string_view head) {
    const size_t open = head.find_first_of("(/[");
    if (open == npos) return head;
    const size_t close = head.find_first_of(")/]", open + 1);
    const size_t end = close == npos ? head.size() : close;
    const Span inside = trim(line_, span_of(open + 1, end));
    const std::string_view name = line_.substr(inside.begin, inside.size());
    if (knowledge_.outlets.by_name(first_part(name)) != nullptr || is_capitals(name)) {
      found_.outlet = span_of(inside.begin, inside.begin + first_part(name).size());
      rest_ = close == npos ? std::string_view() : head.substr(close + 1);
    }
    return head.substr(0, open);
  }

  // "VNA/VNS" and "Xinhua, AFP" name the first.
  static std::string_view first_part(std::string_view name) {
    return name.substr(0, name.find_first_of("/,;"));
  }

  // Place, second place, date, outlet, parted by commas.
  bool read_parts(std::string_view head) {
    size_t start = 0;
    while (start < head.size()) {
      const size_t comma = std::min(head.find(',', start), head.size());
      const Span part = trim(line_, span_of(start, comma));
      start = comma + 1;
      if (part.empty()) continue;
      if (!read_part(part)) return false;
    }
    const std::optional<DateInText> date = find_date(head);
    if (date) found_.iso = date->iso;
    return rest_.empty() || looks_like_date(rest_) || count_words(rest_) == 0;
  }

  bool read_part(Span part) {
    std::string_view words = line_.substr(part.begin, part.size());
    if (looks_like_date(words)) {
      dated_ = true;
      return true;
    }
    if (const Outlet* outlet = knowledge_.outlets.by_name(words);
        outlet != nullptr && outlet->kind != OutletKind::Government && !found_.place.empty()) {
      found_.outlet = part;
      return true;
    }
    if (words == "D.C." || words == "DC" || words == "D.C") {
      if (found_.place.empty()) return false;
      found_.place.end = part.end;
      return true;
    }
    // "Hanoi Aug 19", "WAM ABU DHABI"
    part = without_date(part);
    words = line_.substr(part.begin, part.size());
    if (!looks_like_place(words)) return false;
    if (found_.place.empty()) {
      found_.place = part;
    } else if (++more_places_ > 2) {
      return false;
    }
    return true;
  }

  // The part without the date that closes it.
  Span without_date(Span part) {
    const std::string_view words = line_.substr(part.begin, part.size());
    for (size_t at = words.find(' '); at != npos; at = words.find(' ', at + 1)) {
      if (!looks_like_date(words.substr(at))) continue;
      dated_ = true;
      return trim(line_, span_of(part.begin, part.begin + at));
    }
    return part;
  }

  std::string blanks_;
  std::string_view line_;
  const Knowledge& knowledge_;
  Dateline found_;
  std::string_view rest_;
  bool dated_ = false;
  int more_places_ = 0;
};

constexpr std::string_view kAlone = " -- .";  // what a dateline alone on its line lacks

}  // namespace

bool is_place_name(std::string_view words, const World& world) { return known_place(words, world).has_value(); }

std::optional<Dateline> whole_dateline(std::string_view line, const Knowledge& knowledge) {
  constexpr size_t kLongestLine = 100;
  if (line.size() > kLongestLine || ends_sentence(line) || line.find(',') == npos) return std::nullopt;
  std::string completed(line);
  completed += kAlone;
  const End end = find_end(completed);
  if (end.at != line.size()) return std::nullopt;
  std::optional<Dateline> found = DatelineReader(completed, knowledge).read();
  const bool tells = found && !found->place.empty() && (found->dated || !found->outlet.empty());
  if (!tells || !known_place(line.substr(found->place.begin, found->place.size()), knowledge.world)) return std::nullopt;
  found->whole = span_of(0, line.size());
  return found;
}

std::optional<Dateline> read_dateline(std::string_view line, const Knowledge& knowledge) {
  if (line.find_first_of("-:/") == npos && line.find("\xE2\x80") == npos) return std::nullopt;
  return DatelineReader(line, knowledge).read();
}

}  // namespace verbale
