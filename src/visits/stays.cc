#include "visits/stays.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/dates.h"
#include "base/utf8.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr int32_t kLongest = 31;   // days of a stay
constexpr uint32_t kBeside = 40;   // bytes between a length and the visit that it is the length of
constexpr int32_t kVerbReach = 8;  // words before a visit in which its verb stands
constexpr uint32_t kLongestJoint = 9;  // bytes between the two days of a stretch
constexpr int32_t kPhrase = 6;         // words before a noun in which its phrase begins

// Verbs by their lemmas: the day told with them is the first, or the last.
constexpr auto kBegins = std::to_array<std::string_view>(
    {"arrive", "begin", "commence", "embark", "kick", "launch", "open", "start"});
constexpr auto kEnds = std::to_array<std::string_view>(
    {"close", "complete", "conclude", "depart", "end", "finish", "leave", "wrap"});

// Nouns (lemmas) for a visit that was told before, and what makes them speak of it.
constexpr auto kStays =
    std::to_array<std::string_view>({"stay", "tour", "trip", "visit", "journey"});
constexpr auto kDefinite = std::to_array<std::string_view>(
    {"the", "this", "his", "her", "their", "'s", "’s"});
// Verbs (lemmas) by which a visit takes its time.
constexpr auto kRuns =
    std::to_array<std::string_view>({"be", "go", "last", "run", "schedule", "slate", "take"});

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
  explicit StayReader(const Document& document) : document_(document) {}

  // Of the visit told at `visit`, by its sentence.
  ToldStay read(Span visit) {
    if (!enter(visit)) return {};
    read_length(true);
    if (!read_stretch(opening()) && !read_stretch(visit_.begin)) read_end();
    return complete();
  }

  // By the other sentences that speak of the visit.
  ToldStay read_elsewhere(ToldStay told) {
    told_ = told;
    const std::vector<Token>& tokens = document_.tokens;
    for (size_t i = 0; i < tokens.size() && !knows_day(); ++i) {
      if (!names_the_visit(static_cast<int32_t>(i)) || !enter(tokens[i].span)) continue;
      read_length(false);
      if (runs(tokens[i])) read_stretch(visit_.begin);
    }
    return complete();
  }

 private:
  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }

  bool knows_day() const { return told_.from != kNoDay || told_.to != kNoDay; }

  // The sentence of the words; false: they stand in none.
  bool enter(Span visit) {
    const auto sentence = std::ranges::lower_bound(document_.sentences, visit.begin + 1, {},
                                                   [](const Sentence& s) { return s.span.end; });
    if (sentence == document_.sentences.end()) return false;
    sentence_ = *sentence;
    visit_ = visit;
    return true;
  }

  ToldStay complete() const {
    ToldStay told = told_;
    if (told.days == 0) return told;
    if (told.from != kNoDay && told.to == kNoDay) told.to = told.from + told.days - 1;
    if (told.to != kNoDay && told.from == kNoDay) told.from = told.to - told.days + 1;
    return told;
  }

  template <class Visit>
  void each_quantity(QuantityKind kind, Visit visit) const {
    auto quantity = std::ranges::lower_bound(document_.quantities, sentence_.span.begin, {},
                                             [](const Quantity& q) { return q.text.begin; });
    for (; quantity != document_.quantities.end(); ++quantity) {
      if (quantity->text.begin >= sentence_.span.end) return;
      if (quantity->kind == kind) visit(*quantity);
    }
  }

  // "three-day state visit"; where the sentence tells of the visit, also "the visit lasted three
  // days".
  void read_length(bool behind) {
    each_quantity(QuantityKind::Duration, [&](const Quantity& quantity) {
      const std::string& value = quantity.value;  // "P3D"
      if (!value.starts_with("P") || !value.ends_with("D") || told_.days > 0) return;
      const bool before = quantity.text.end <= visit_.end;
      const bool beside = before ? quantity.text.end + kBeside >= visit_.begin
                                 : behind && quantity.text.begin <= visit_.end + kBeside;
      int days = 0;
      std::from_chars(value.data() + 1, value.data() + value.size() - 1, days);
      if (beside && days > 0 && days <= kLongest) told_.days = days;
    });
  }

  // "the two-day visit", "his trip", "the visit": of the document's one visit.
  bool names_the_visit(int32_t at) const {
    const Token& noun = token(at);
    if (noun.upos != Upos::NOUN || noun.plural) return false;
    if (std::ranges::find(kStays, noun.lemma) == std::end(kStays)) return false;
    for (int32_t i = at - 1; i >= 0 && i >= at - kPhrase; --i) {
      if (std::ranges::find(kDefinite, token(i).lower) != std::end(kDefinite)) return true;
      const bool inside = token(i).upos == Upos::ADJ || token(i).upos == Upos::NOUN ||
                          token(i).upos == Upos::NUM || token(i).lower == "-";
      if (!inside) return false;
    }
    return false;
  }

  // "The visit takes place from May 4", "the trip lasted until Friday".
  bool runs(const Token& noun) const {
    const bool subject = noun.deprel == Deprel::nsubj || noun.deprel == Deprel::nsubj_pass;
    return subject && sentence_.tokens.contains(noun.head) &&
           std::ranges::binary_search(kRuns, token(noun.head).lemma);
  }

  int reference_year() const {
    const std::string& day = document_.publication.day().value;
    int year = 0;
    if (day.size() >= 4) std::from_chars(day.data(), day.data() + 4, year);
    return year;
  }

  // Where a stretch of days that opens the sentence may start ("From May 4 to 6, she paid"): its
  // first word but for one preposition; behind the visit where no such date stands there.
  uint32_t opening() const {
    const int32_t first = sentence_.tokens.first;
    uint32_t at = UINT32_MAX;
    each_quantity(QuantityKind::Date, [&](const Quantity& quantity) {
      const bool opens = quantity.text.begin <= token(first).span.begin ||
                         (first + 1 < sentence_.tokens.last && token(first).upos == Upos::ADP &&
                          quantity.text.begin <= token(first + 1).span.begin);
      if (opens) at = std::min(at, quantity.text.begin);
    });
    return at;
  }

  // Two days told as one stretch from byte `begin` on: one quantity, or two with "to" between them.
  bool read_stretch(uint32_t begin) {
    std::vector<Span> dates;
    each_quantity(QuantityKind::Date, [&](const Quantity& quantity) {
      if (quantity.text.begin >= begin) dates.push_back(quantity.text);
    });
    // What opens the sentence is one stretch or none.
    const size_t most = begin < visit_.begin ? std::min<size_t>(dates.size(), 1) : dates.size();
    for (size_t i = 0; i < most; ++i) {
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
    int weekday = 0;
    int days = 0;
    each_quantity(QuantityKind::Date, [&](const Quantity& quantity) {
      const int32_t day = day_number(quantity.value);
      const int name = quantity.value.empty() ? named_weekday(quantity.text) : 0;
      if (day == kNoDay && name == 0) return;
      days += day != only || name != weekday ? 1 : 0;
      only = day;
      weekday = name;
    });
    if (days != 1) return;
    (begins ? told_.from : told_.to) = only;
    (begins ? told_.from_weekday : told_.to_weekday) = weekday;
  }

  // "on Tuesday" of a document without a date.
  int named_weekday(Span words) const {
    for (const std::string& word : split_words(document_.str(words))) {
      if (const int weekday = weekday_number(fold(word)); weekday > 0) return weekday;
    }
    return 0;
  }

  // The lemma of the nearest verb before the visit that tells of a beginning or an end.
  std::string_view verb_before() const {
    const auto first = std::ranges::lower_bound(document_.tokens, visit_.begin, {},
                                                [](const Token& t) { return t.span.begin; });
    const int32_t at = static_cast<int32_t>(first - document_.tokens.begin());
    for (int32_t i = at - 1; i >= std::max(sentence_.tokens.first, at - kVerbReach); --i) {
      const Token& verb = token(i);
      if (verb.upos != Upos::VERB) continue;
      const bool tells = std::ranges::binary_search(kBegins, verb.lemma) ||
                         std::ranges::binary_search(kEnds, verb.lemma);
      if (tells) return verb.lemma;
    }
    return {};
  }

  const Document& document_;
  Span visit_;
  Sentence sentence_;
  ToldStay told_;
};

// One end of an interval: a day, a weekday ("-W-2"), or nothing ("..").
std::string end_text(int32_t day, int weekday) {
  if (day != kNoDay) return iso_day(day);
  return weekday > 0 ? "-W-" + std::to_string(weekday) : std::string("..");
}

std::string length_text(int32_t days) { return "P" + std::to_string(days) + "D"; }

// "P3D"; 0 for anything else.
int32_t length_from_text(std::string_view text) {
  int32_t days = 0;
  if (text.size() > 2 && text.front() == 'P' && text.back() == 'D') {
    std::from_chars(text.data() + 1, text.data() + text.size() - 1, days);
  }
  return days;
}

int weekday_from_text(std::string_view text) {
  if (text.size() != 4 || !text.starts_with("-W-")) return 0;
  return text.back() >= '1' && text.back() <= '7' ? text.back() - '0' : 0;
}

}  // namespace

std::string stay_text(const ToldStay& stay) {
  const bool begins = stay.from != kNoDay || stay.from_weekday > 0;
  const bool ends = stay.to != kNoDay || stay.to_weekday > 0;
  if (!begins && !ends) return stay.days > 0 ? length_text(stay.days) : std::string();
  const auto end = [&](bool told, int32_t day, int weekday) {
    return !told && stay.days > 0 ? length_text(stay.days) : end_text(day, weekday);
  };
  return end(begins, stay.from, stay.from_weekday) + "/" + end(ends, stay.to, stay.to_weekday);
}

ToldStay stay_from_text(std::string_view text) {
  ToldStay stay;
  const size_t slash = text.find('/');
  stay.days = length_from_text(text.substr(0, slash));
  if (slash == std::string_view::npos) return stay;
  const std::string_view from = text.substr(0, slash);
  const std::string_view to = text.substr(slash + 1);
  stay.days = std::max(stay.days, length_from_text(to));
  stay.from = day_number(from);
  stay.to = day_number(to);
  stay.from_weekday = weekday_from_text(from);
  stay.to_weekday = weekday_from_text(to);
  if (stay.from != kNoDay && stay.to != kNoDay) stay.days = stay.to - stay.from + 1;
  return stay;
}

ToldStay read_stay(const Document& document, Span visit) {
  const ToldStay told = StayReader(document).read(visit);
  const bool knows_day = told.from != kNoDay || told.to != kNoDay;
  const auto visits = std::ranges::count(document.meetings, MeetingKind::Visit, &Meeting::kind);
  if (knows_day || visits != 1) return told;
  return StayReader(document).read_elsewhere(told);
}

}  // namespace verbale
