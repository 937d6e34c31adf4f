#include "visits/stays.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/dates.h"

namespace verbale {
namespace {

constexpr int32_t kLongest = 31;   // days of a stay
constexpr uint32_t kBeside = 40;   // bytes between a length and the visit that it is the length of
constexpr int32_t kVerbReach = 8;  // words before a visit in which its verb stands
constexpr uint32_t kLongestJoint = 8;  // bytes between the two days of a stretch

// Verbs by their lemmas: the day told with them is the first, or the last.
constexpr auto kBegins = std::to_array<std::string_view>(
    {"arrive", "begin", "commence", "embark", "kick", "launch", "open", "start"});
constexpr auto kEnds = std::to_array<std::string_view>(
    {"close", "complete", "conclude", "depart", "end", "finish", "leave", "wrap"});

// "14 to 15", "28-30", "June 30 to July 2": the days and months that a stretch of words names.
struct NamedDays {
  std::vector<int> days;
  std::vector<int> months;
  int year = 0;
};

NamedDays named_days(std::string_view words) {
  NamedDays named;
  for (size_t at = 0; at < words.size();) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    size_t end = at + 1;
    if (is_digit(words[at])) {
      while (end < words.size() && is_digit(words[end])) ++end;
      int number = 0;
      std::from_chars(words.data() + at, words.data() + end, number);
      if (end - at == 4)
        named.year = number;
      else
        named.days.push_back(number);
    } else if (is_letter(words[at])) {
      while (end < words.size() && is_letter(words[end])) ++end;
      std::string word(words.substr(at, end - at));
      std::ranges::transform(word, word.begin(),
                             [](char c) { return static_cast<char>(c | 0x20); });
      if (const int month = month_number(word); month > 0) named.months.push_back(month);
    }
    at = end;
  }
  return named;
}

int32_t day_of(int year, int month, int day) {
  if (!is_day(year, month, day)) return kNoDay;
  char iso[16];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
  return day_number(iso);
}

class StayReader {
 public:
  StayReader(const Document& document, Span visit) : document_(document), visit_(visit) {}

  ToldStay read() {
    const auto sentence = std::ranges::find_if(
        document_.sentences, [&](const Sentence& s) { return s.span.end > visit_.begin; });
    if (sentence == document_.sentences.end()) return {};
    sentence_ = *sentence;
    read_length();
    if (!read_stretch()) read_end();
    if (told_.from != kNoDay && told_.to == kNoDay && told_.days > 0) {
      told_.to = told_.from + told_.days - 1;
    }
    if (told_.to != kNoDay && told_.from == kNoDay && told_.days > 0) {
      told_.from = told_.to - told_.days + 1;
    }
    return told_;
  }

 private:
  template <class Visit>
  void each_quantity(QuantityKind kind, Visit visit) const {
    for (const Quantity& quantity : document_.quantities) {
      if (quantity.kind == kind && sentence_.span.contains(quantity.text)) visit(quantity);
    }
  }

  // "three-day state visit", "the visit lasted three days".
  void read_length() {
    each_quantity(QuantityKind::Duration, [&](const Quantity& quantity) {
      const std::string& value = quantity.value;  // "P3D"
      if (!value.starts_with("P") || !value.ends_with("D") || told_.days > 0) return;
      const bool beside = quantity.text.end <= visit_.end
                              ? quantity.text.end + kBeside >= visit_.begin
                              : quantity.text.begin <= visit_.end + kBeside;
      int days = 0;
      std::from_chars(value.data() + 1, value.data() + value.size() - 1, days);
      if (beside && days > 0 && days <= kLongest) told_.days = days;
    });
  }

  int reference_year() const {
    const std::string& day = document_.publication.day().value;
    int year = 0;
    if (day.size() >= 4) std::from_chars(day.data(), day.data() + 4, year);
    return year;
  }

  // Two days told as one stretch, after the visit: one quantity, or two with "to" between them.
  bool read_stretch() {
    std::vector<Span> dates;
    each_quantity(QuantityKind::Date, [&](const Quantity& quantity) {
      if (quantity.text.begin >= visit_.begin) dates.push_back(quantity.text);
    });
    for (size_t i = 0; i < dates.size(); ++i) {
      if (take_stretch(dates[i])) return true;
      const bool next = i + 1 < dates.size() && dates[i].end <= dates[i + 1].begin &&
                        dates[i + 1].begin - dates[i].end <= kLongestJoint;
      if (next && joins({dates[i].end, dates[i + 1].begin}) &&
          take_stretch(join(dates[i], dates[i + 1]))) {
        return true;
      }
    }
    return false;
  }

  // "from July 23 [to] July 25", no mere list of days.
  bool joins(Span between) const {
    const std::string_view words = document_.str(between);
    return words == "-" || words == "–" || words == " – " || words == " - " || words == " to " ||
           words == " until " || words == " through " || words == " and ";
  }

  bool take_stretch(Span words) {
    const NamedDays named = named_days(document_.str(words));
    if (named.days.size() != 2 || named.months.empty() || named.months.size() > 2) return false;
    const int year = named.year > 0 ? named.year : reference_year();
    const int32_t from = day_of(year, named.months.front(), named.days.front());
    const int32_t to = day_of(year, named.months.back(), named.days.back());
    if (from == kNoDay || to == kNoDay || to <= from || to - from >= kLongest) return false;
    told_.from = from;
    told_.to = to;
    told_.days = to - from + 1;
    return true;
  }

  // "began a two-day visit on Monday": the one day of the sentence is the first, or the last.
  void read_end() {
    const std::string_view verb = verb_before();
    const bool begins = std::ranges::binary_search(kBegins, verb);
    if (!begins && !std::ranges::binary_search(kEnds, verb)) return;
    int32_t only = kNoDay;
    bool several = false;
    each_quantity(QuantityKind::Date, [&](const Quantity& quantity) {
      const int32_t day = day_number(quantity.value);
      several |= only != kNoDay && day != kNoDay && day != only;
      if (day != kNoDay) only = day;
    });
    if (several || only == kNoDay) return;
    (begins ? told_.from : told_.to) = only;
  }

  // The lemma of the nearest verb before the visit that tells of a beginning or an end.
  std::string_view verb_before() const {
    const auto first = std::ranges::lower_bound(document_.tokens, visit_.begin, {},
                                                [](const Token& t) { return t.span.begin; });
    const int32_t at = static_cast<int32_t>(first - document_.tokens.begin());
    for (int32_t i = at - 1; i >= std::max(sentence_.tokens.first, at - kVerbReach); --i) {
      const Token& token = document_.tokens[static_cast<size_t>(i)];
      if (token.upos != Upos::VERB) continue;
      const bool tells = std::ranges::binary_search(kBegins, token.lemma) ||
                         std::ranges::binary_search(kEnds, token.lemma);
      if (tells) return token.lemma;
    }
    return {};
  }

  const Document& document_;
  const Span visit_;
  Sentence sentence_;
  ToldStay told_;
};

}  // namespace

std::string stay_text(const ToldStay& stay) {
  const auto day = [](int32_t number) {
    return number == kNoDay ? std::string("..") : iso_day(number);
  };
  if (stay.from != kNoDay || stay.to != kNoDay) return day(stay.from) + "/" + day(stay.to);
  return stay.days > 0 ? "P" + std::to_string(stay.days) + "D" : std::string();
}

ToldStay stay_from_text(std::string_view text) {
  ToldStay stay;
  const size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    stay.from = day_number(text.substr(0, slash));
    stay.to = day_number(text.substr(slash + 1));
    if (stay.from != kNoDay && stay.to != kNoDay) stay.days = stay.to - stay.from + 1;
  } else if (text.size() > 2 && text.front() == 'P') {
    std::from_chars(text.data() + 1, text.data() + text.size() - 1, stay.days);
  }
  return stay;
}

ToldStay read_stay(const Document& document, Span visit) {
  return StayReader(document, visit).read();
}

}  // namespace verbale
