// A walk to the left gathers what titles may be made of; then the leftmost place from which the stretch
// reads as a title, office by office, is taken. Stretches are short (kLongest bounds them).
#include "names/title_chain.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace verbale {
namespace {

constexpr int32_t kLongest = 40;       // tokens
constexpr int kMostUnknownWords = 5;   // capitalised words of no list before an office

constexpr auto kPrepositions =
    std::to_array<std::string_view>({"of", "for", "to", "at", "on", "in"});
constexpr auto kPossessives = std::to_array<std::string_view>({"his", "her", "their", "its"});

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class ChainReader {
 public:
  ChainReader(const Document& document, const Titles& titles, const TokenView& view, int32_t from,
              int32_t core, bool title_case)
      : document_(document), titles_(titles), view_(view), from_(from), core_(core),
        title_case_(title_case) {}

  // How far to the left a title could reach.
  int32_t reach(const std::vector<bool>& taken) const {
    int32_t first = core_;
    while (first > from_ && core_ - first < kLongest && !taken[static_cast<size_t>(first - 1)] &&
           may_stand_in_title(first - 1)) {
      --first;
    }
    return first;
  }

  // Whether the tokens [start, core) read as a title.
  bool reads(int32_t start) {
    start_ = start;
    unknown_words_ = 0;
    int32_t at = start;
    if (!opens(at)) return false;
    for (int offices = 0;; ++offices) {
      const int32_t office = at;
      at = read_office(at);
      if (at < 0) return false;
      if (at == core_) return true;
      if (!joins_next(office, at)) return false;
      if (is_comma(at) || lower(at) == "and") ++at;
    }
  }

 private:
  std::string_view lower(int32_t at) const { return document_.tokens[static_cast<size_t>(at)].lower; }
  bool is_comma(int32_t at) const { return lower(at) == ","; }
  bool is_possessive_s(int32_t at) const { return lower(at) == "'s" || lower(at) == "\u2019s"; }
  bool is_office(int32_t at) const { return view_.has(at, kTitleWord) || is_honorific(at); }
  bool is_honorific(int32_t at) const { return view_.has(at, kHonorificWord) && view_.has(at, kCapital); }
  bool is_article(int32_t at) const { return lower(at) == "the"; }

  bool may_stand_in_title(int32_t at) const {
    if (view_.has(at, kCapital | kTitleWord | kLeadingWord)) return true;
    if (view_.atom(at) != nullptr) return true;
    const std::string_view word = lower(at);
    return is_one_of(word, kPrepositions) || is_one_of(word, kPossessives) || is_possessive_s(at) ||
           word == "and" || word == "the" || word == "," || word == "-" || word == "(" || word == ")";
  }

  // A title does not open with a connecting word, nor in the middle of a name.
  bool opens(int32_t at) const {
    if (const Atom* atom = view_.atom(at); atom != nullptr && atom->tokens.first != at) return false;
    if (is_one_of(lower(at), kPossessives)) return true;
    if (view_.has(at, kCapital)) return !is_preposition_or_article(at);
    return view_.has(at, kTitleWord | kLeadingWord) || view_.atom(at) != nullptr;
  }

  bool is_preposition_or_article(int32_t at) const {
    return is_one_of(lower(at), kPrepositions) || is_article(at) || lower(at) == "and";
  }

  // What may stand before an office: a state, a demonym, an organisation, a word of the lists, or a
  // capitalised word of none. In a headline, where capitals tell nothing, such a word does not open a
  // title unless it is an acronym.
  bool may_precede_office(int32_t at) {
    if (view_.atom(at) != nullptr) return true;
    if (view_.has(at, kModifierWord)) return view_.has(at, kCapital | kLeadingWord);
    if (!view_.has(at, kCapital) || is_preposition_or_article(at)) return false;
    if (view_.has(at, kPortfolioWord)) return true;
    if (view_.has(at, kOrdinaryWord)) return false;
    const bool acronym = document_.form(at).size() > 1 && is_all_capitals(document_.form(at));
    if (!acronym && at == start_ && (title_case_ || at == from_)) return false;
    return ++unknown_words_ <= kMostUnknownWords;
  }

  static bool is_all_capitals(std::string_view form) {
    return std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  }

  int32_t after_atom(int32_t at) const {
    const Atom* atom = view_.atom(at);
    return atom == nullptr ? at + 1 : std::min(atom->tokens.last, core_);
  }

  // Reads one office from `at`; returns the token after it, -1 if there is no office.
  int32_t read_office(int32_t at) {
    bool office = false;
    if (is_one_of(lower(at), kPossessives)) ++at;
    while (at < core_) {
      if (is_office(at)) {
        office = true;
        ++at;
      } else if (!office && is_possessive_s(at) && at > start_) {
        ++at;
      } else if (!office && joins_portfolios(at)) {
        ++at;
      } else if (lower(at) == "-" && at + 1 < core_) {
        ++at;
      } else if (lower(at) == "(") {
        at = after_brackets(at);
        if (at < 0) return -1;
      } else if (!office && is_one_of(lower(at), kPrepositions)) {
        at = after_owner(at);
        if (at < 0) return -1;
      } else if (may_precede_office(at)) {
        at = after_atom(at);
      } else {
        break;
      }
    }
    if (!office) return -1;
    return read_of_what(at);
  }

  // "National Security [and] Intelligence Advisor".
  bool joins_portfolios(int32_t at) const {
    return lower(at) == "and" && at > start_ && at + 1 < core_ && view_.has(at - 1, kPortfolioWord) &&
           !view_.has(at - 1, kTitleWord) && view_.has(at + 1, kPortfolioWord) &&
           !view_.has(at + 1, kTitleWord);
  }

  // "(CPV)": one word in brackets.
  int32_t after_brackets(int32_t at) const {
    return at + 2 < core_ && lower(at + 2) == ")" ? at + 3 : -1;
  }

  // "Ministry [of Foreign Affairs's] Assistant Minister", "High Council [for Reconciliation] Chairman": a
  // body with its own "of" before the office. Returns the token after the body, -1 if none is meant.
  int32_t after_owner(int32_t at) const {
    if (at == start_ || !view_.has(at - 1, kPortfolioWord)) return -1;
    for (int32_t i = at + 1; i < core_; ++i) {
      if (is_possessive_s(i)) return i + 1;
      if (lower(at) == "for" && view_.has(i, kTitleWord)) return i;
      if (!view_.has(i, kCapital) && lower(i) != "and" && !is_preposition_or_article(i)) return -1;
    }
    return -1;
  }

  // "of Industry and Trade of Vietnam", "for Near Eastern Affairs", "to the United States".
  int32_t read_of_what(int32_t at) {
    while (at < core_ && is_one_of(lower(at), kPrepositions)) {
      int32_t next = at + 1;
      while (next < core_ && is_article(next)) ++next;
      if (next >= core_ || !may_be_object(next)) return -1;
      if (lower(at) == "on" && names_office(next)) return -1;
      at = read_object(next);
    }
    return at;
  }

  // "Statement by the Spokesperson on [Foreign Minister] NAME": whom it is on, and not what for.
  bool names_office(int32_t at) const {
    for (; at < core_ && may_be_object(at); at = after_atom(at)) {
      if (is_office(at)) return true;
    }
    return false;
  }

  bool may_be_object(int32_t at) const {
    return view_.atom(at) != nullptr || (view_.has(at, kCapital) && !is_preposition_or_article(at));
  }

  int32_t read_object(int32_t at) {
    while (at < core_) {
      if (may_be_object(at)) {
        at = after_atom(at);
      } else if (is_possessive_s(at) || lower(at) == "-") {
        ++at;
      } else if (lower(at) == "(") {
        at = after_brackets(at);
        if (at < 0) return core_ + 1;
      } else if ((lower(at) == "and" || is_comma(at)) && at + 1 < core_ && continues_object(at + 1)) {
        at += 1;
        if (lower(at) == "and") ++at;
      } else {
        break;
      }
    }
    return at;
  }

  // After "and" or a comma: whether what follows still says what the office is for, rather than being
  // the next office. It does if no office comes before the next connecting word.
  bool continues_object(int32_t at) const {
    if (lower(at) == "and") ++at;
    if (at >= core_ || !may_be_object(at)) return false;
    for (; at < core_; ++at) {
      if (is_office(at)) return false;
      if (!may_be_object(at)) return true;
    }
    return true;
  }

  // Whether another office may follow the one read from `office` to `at`. "The Speaker and Secretary
  // Smith" are two persons, and so are they in a list.
  bool joins_next(int32_t office, int32_t at) const {
    const bool article = office > from_ && is_article(office - 1) && office == start_;
    if (lower(at) == "and") {
      if (at + 1 >= core_ || lower(office) == lower(at + 1)) return false;
      return may_be_one_person(kind_of(office, at), kind_of(at + 1, core_), article && is_bare(office, at));
    }
    if (is_comma(at)) {
      if (at + 1 < core_ && is_honorific(at + 1)) return true;
      return at + 1 < core_ && !article && lower(office).ends_with("minister");
    }
    return is_honorific(at);
  }

  // An office of whom nothing is said: "Vice President", but not "President of Fiji", "Fijian President".
  bool is_bare(int32_t office, int32_t at) const {
    for (int32_t i = office; i < at; ++i) {
      if (view_.atom(i) != nullptr || is_one_of(lower(i), kPrepositions)) return false;
    }
    return true;
  }

  std::optional<OfficeKind> kind_of(int32_t first, int32_t last) const {
    std::vector<std::string_view> words;
    for (int32_t i = first; i < last; ++i) words.push_back(lower(i));
    return titles_.office_of(words);
  }

  // Nobody is head of state and head of government, or deputy of one and the other, at once; a party
  // leader may be president, a crown prince prime minister, a deputy prime minister foreign minister.
  static bool may_be_one_person(std::optional<OfficeKind> left, std::optional<OfficeKind> right,
                                bool bare_with_article) {
    const auto leads = [](std::optional<OfficeKind> kind) {
      return kind == OfficeKind::HeadOfState || kind == OfficeKind::HeadOfGovernment ||
             kind == OfficeKind::DeputyHead;
    };
    if (leads(left) && leads(right)) return false;
    if (left == OfficeKind::PartyLeader || left == OfficeKind::Royal) return true;
    const bool minister = right == OfficeKind::ForeignMinister || right == OfficeKind::Minister;
    return !bare_with_article || (left == OfficeKind::DeputyHead && minister);
  }

  const Document& document_;
  const Titles& titles_;
  const TokenView& view_;
  const int32_t from_;
  const int32_t core_;
  const bool title_case_;
  int32_t start_ = 0;
  int unknown_words_ = 0;
};

}  // namespace

int32_t title_start(const Document& document, const Titles& titles, const TokenView& view,
                    const std::vector<bool>& taken, int32_t from, int32_t core, bool title_case) {
  ChainReader reader(document, titles, view, from, core, title_case);
  for (int32_t start = reader.reach(taken); start < core; ++start) {
    if (reader.reads(start)) return start;
  }
  return core;
}

}  // namespace verbale
