#include "publication/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/dates.h"
#include "base/utf8.h"

namespace verbale {
namespace {

// Days as ISO strings: they compare as they follow each other. Both ends belong to the period.
struct Period {
  std::string from;
  std::string to;
};

constexpr int kFirstYear = 1945;
constexpr std::string_view kFirstDay = "0000-00-00";
constexpr std::string_view kLastDay = "9999-99-99";

std::string at_least(std::string_view day) {
  return day.empty() ? std::string(kFirstDay) : std::string(day);
}
// "2024" ends with its last day.
std::string at_most(std::string_view day) {
  return day.empty() ? std::string(kLastDay)
                     : std::string(day) + std::string(kLastDay.substr(day.size()));
}

std::vector<Period> common(const std::vector<Period>& some, const std::vector<Period>& others) {
  std::vector<Period> both;
  for (const Period& one : some) {
    for (const Period& other : others) {
      Period period{std::max(one.from, other.from), std::min(one.to, other.to)};
      if (period.from <= period.to) both.push_back(std::move(period));
    }
  }
  return both;
}

// A date without a year, as far as it is given.
struct YearlessDate {
  int month = 0;
  int day = 0;
  int weekday = 0;  // 0: not given
};

class Settler {
 public:
  Settler(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), world_(knowledge.world) {}

  void settle() {
    for (const Name& name : document_.names) add_offices(name);
    if (persons_.empty() || periods_.empty()) return;
    const std::optional<YearlessDate> date = find_yearless();
    const std::vector<int> years = possible_years(date);
    if (years.size() != 1) return;
    Found& reference = document_.publication.reference;
    reference.value = date ? fmt::format("{:04}-{:02}-{:02}", years[0], date->month, date->day)
                           : fmt::format("{:04}", years[0]);
    reference.inferred = true;
    reference.reason =
        fmt::format("{} held the offices named here {}in {} only", fmt::join(persons_, " and "),
                    date ? "on such a day " : "", years[0]);
  }

 private:
  std::vector<std::string_view> folded(TokenRange range) {
    std::vector<std::string_view> words;
    for (int32_t i = range.first; i < range.last; ++i) {
      words.push_back(document_.strings.intern(fold(document_.form(i))));
    }
    return words;
  }

  // The kinds of office in the title before a name: "General Secretary and President".
  std::set<OfficeKind> offices_before(const Name& name) {
    const std::vector<std::string_view> words = folded({name.tokens.first, name.core.first});
    std::set<OfficeKind> kinds;
    for (size_t i = 0; i < words.size();) {
      if (words[i] == "former" || words[i] == "late" || words[i] == "ex" || words[i] == "elect")
        return {};
      const Titles::Match match =
          knowledge_.titles.longest(std::span(words).subspan(i), TitleClass::Office);
      if (match.title != nullptr) kinds.insert(match.title->office);
      i += match.title != nullptr ? static_cast<size_t>(match.length) : 1;
    }
    return kinds;
  }

  static bool tells_time(OfficeKind kind) {
    return kind == OfficeKind::HeadOfState || kind == OfficeKind::HeadOfGovernment ||
           kind == OfficeKind::PartyLeader || kind == OfficeKind::ForeignMinister;
  }

  void add_offices(const Name& name) {
    if (name.kind != NameKind::Person || name.id.empty() || name.core.first == name.tokens.first)
      return;
    const Person* person = world_.person(name.id);
    if (person == nullptr) return;
    const int32_t index = static_cast<int32_t>(person - world_.persons().data());
    std::vector<Period> all{{std::string(kFirstDay), std::string(kLastDay)}};
    bool told = false;
    for (const OfficeKind kind : offices_before(name)) {
      if (!tells_time(kind)) continue;
      std::vector<Period> held;
      for (const int32_t term : world_.terms_of(index)) {
        const Term& entry = world_.terms()[static_cast<size_t>(term)];
        if (entry.kind == kind) held.push_back({at_least(entry.from), at_most(entry.to)});
      }
      if (held.empty())
        continue;  // an office that the packs do not know of this person tells nothing
      all = common(all, held);
      told = true;
    }
    // Who is named first is who acts; later ones whose days do not fit are spoken of ("the passing
    // of").
    std::vector<Period> fitting = common(periods_, all);
    if (!told || fitting.empty()) return;
    periods_ = std::move(fitting);
    if (std::find(persons_.begin(), persons_.end(), person->name) == persons_.end()) {
      persons_.push_back(person->name);
    }
  }

  int number_at(int32_t i) const {
    if (i < 0 || i >= static_cast<int32_t>(document_.tokens.size())) return 0;
    const std::string_view form = document_.form(i);
    int number = 0;
    const std::from_chars_result read =
        std::from_chars(form.data(), form.data() + form.size(), number);
    return read.ec == std::errc() && form.size() - static_cast<size_t>(read.ptr - form.data()) <= 2
               ? number
               : 0;
  }
  std::string_view lower_at(int32_t i) const {
    const bool there = i >= 0 && i < static_cast<int32_t>(document_.tokens.size());
    return there ? document_.tokens[static_cast<size_t>(i)].lower : std::string_view();
  }

  // The first "August 19", "Aug. 19", "19 August" that no year follows, with the weekday beside it.
  std::optional<YearlessDate> find_yearless() const {
    for (int32_t i = 0; i < static_cast<int32_t>(document_.tokens.size()); ++i) {
      const int month = month_number(lower_at(i));
      if (month == 0 || !is_upper(decode_utf8(document_.form(i), 0).value)) continue;
      const int32_t next = lower_at(i + 1) == "." ? i + 2 : i + 1;
      const bool before = number_at(i - 1) >= 1 && number_at(i - 1) <= 31;
      const int day = before ? number_at(i - 1) : number_at(next);
      if (day < 1 || day > 31) continue;
      const int32_t first = before ? i - 1 : i;
      const int32_t after = before ? i + 1 : next + 1;
      const int32_t year = lower_at(after) == "," ? after + 1 : after;
      if (number_at(year) >= 1800 && number_at(year) < 2200) continue;
      YearlessDate date{month, day, 0};
      for (const int32_t beside : {first - 1, first - 2}) {
        if (date.weekday == 0) date.weekday = weekday_number(lower_at(beside));
      }
      return date;
    }
    return std::nullopt;
  }

  // The last year that the packs know: what is still held is held up to then.
  int last_year() const {
    int last = 0;
    for (const Term& term : world_.terms()) {
      for (const std::string& day : {term.from, term.to}) {
        if (day.size() >= 4) last = std::max(last, std::atoi(day.substr(0, 4).c_str()));
      }
    }
    return last;
  }

  // Years named where something "will" be: such a document is not younger than they are.
  std::vector<int> years_ahead() const {
    std::vector<int> years;
    for (const Sentence& sentence : document_.sentences) {
      bool ahead = false;
      for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        ahead = ahead || lower_at(i) == "will" || lower_at(i) == "shall";
      }
      for (int32_t i = sentence.tokens.first; ahead && i < sentence.tokens.last; ++i) {
        const int number = number_at(i);
        if (number >= kFirstYear && number < 2200) years.push_back(number);
      }
    }
    return years;
  }

  std::vector<int> possible_years(const std::optional<YearlessDate>& date) const {
    std::vector<int> years;
    const int latest = last_year();
    for (int year = kFirstYear; year <= latest; ++year) {
      const std::string first = date
                                    ? fmt::format("{:04}-{:02}-{:02}", year, date->month, date->day)
                                    : fmt::format("{:04}-01-01", year);
      const std::string last = date ? first : fmt::format("{:04}-12-31", year);
      if (date && !is_day(year, date->month, date->day)) continue;
      if (date && date->weekday != 0 && date->weekday != weekday_of(year, date->month, date->day))
        continue;
      const bool held = std::any_of(periods_.begin(), periods_.end(), [&](const Period& period) {
        return period.from <= last && first <= period.to;
      });
      if (held) years.push_back(year);
    }
    if (years.size() < 2) return years;
    const int earliest = years.front();
    for (const int ahead : years_ahead()) {
      if (ahead >= earliest) std::erase_if(years, [&](int year) { return year > ahead; });
    }
    return years;
  }

  Document& document_;
  const Knowledge& knowledge_;
  const World& world_;
  std::vector<Period> periods_{{std::string(kFirstDay), std::string(kLastDay)}};
  std::vector<std::string> persons_;
};

}  // namespace

void settle_reference(Document& document, const Knowledge& knowledge) {
  if (document.publication.published) return;
  Settler(document, knowledge).settle();
}

}  // namespace verbale
