#include "visits/persons.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale {
namespace {

using Words = std::vector<std::string>;

bool is_suffix(std::string_view word) { return word == "jr" || word == "sr" || word == "esq"; }

bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// At most one letter added, lost or changed.
bool nearly_same(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (i == a.size()) return true;
  return a.size() == b.size() ? a.substr(i + 1) == b.substr(i + 1) : a.substr(i) == b.substr(i + 1);
}

// A name by one word is the family name: the last or, in the east, the first; a longer one shares
// an end.
bool may_shorten(const Words& shorter, const Words& longer) {
  if (shorter.empty() || shorter.size() > longer.size()) return false;
  if (shorter.size() == 1) return shorter[0] == longer.back() || shorter[0] == longer.front();
  if (shorter.front() != longer.front() && shorter.back() != longer.back() &&
      shorter.size() != longer.size())
    return false;
  return std::all_of(shorter.begin(), shorter.end(),
                     [&](const std::string& word) { return holds(longer, word); });
}

bool other_spelling(const Words& a, const Words& b) {
  constexpr size_t kLongEnough = 5;  // letters, for one of them to differ
  if (a.size() != b.size()) return false;
  bool alike = a.size() == 1;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i])
      alike = true;
    else if (std::min(a[i].size(), b[i].size()) < kLongEnough || !nearly_same(a[i], b[i]))
      return false;
  }
  return alike;
}

Words split(std::string_view key) {
  Words words;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    words.emplace_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const Words& words) {
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return key;
}

bool covers(const Term& term, std::string_view day) {
  const bool begun = term.from.empty() || std::string_view(term.from) <= day;
  return begun && (term.to.empty() || day.substr(0, term.to.size()) <= term.to);
}

bool leads(OfficeKind kind) {
  return kind == OfficeKind::HeadOfState || kind == OfficeKind::HeadOfGovernment ||
         kind == OfficeKind::PartyLeader || kind == OfficeKind::DeputyHead ||
         kind == OfficeKind::ForeignMinister;
}

}  // namespace

PersonFinder::PersonFinder(const Knowledge& knowledge) : knowledge_(knowledge) {
  const std::span<const Person> persons = knowledge.world.persons();
  names_.resize(persons.size());
  for (size_t i = 0; i < persons.size(); ++i) {
    names_[i].push_back(words(persons[i].name));
    for (const std::string& name : persons[i].names) names_[i].push_back(words(name));
    std::erase_if(names_[i], [](const Words& name) { return name.empty(); });
    for (const Words& name : names_[i]) {
      for (const std::string* end : {&name.front(), &name.back()}) {
        std::vector<int32_t>& list = by_word_[*end];
        if (list.empty() || list.back() != static_cast<int32_t>(i))
          list.push_back(static_cast<int32_t>(i));
      }
    }
  }
}

Words PersonFinder::words(std::string_view name) const {
  Words found;
  std::string word;
  const std::string folded = fold(name) + ' ';
  for (size_t at = 0; at < folded.size();) {
    const CodePoint c = decode_utf8(folded, at);
    if (is_word_character(c.value)) {
      word += folded.substr(at, c.length);
    } else if (c.value != '\'' && c.value != U'’' && !word.empty()) {
      if (word.size() > 1 && !is_suffix(word)) {
        const GivenName* given = knowledge_.actor_words.given_name(word);
        found.push_back(given != nullptr && !given->form_of.empty() ? given->form_of : word);
      }
      word.clear();
    }
    at += c.length;
  }
  return found;
}

// Those of the state whom the words may mean; only those with just these words where there are any.
std::vector<int32_t> PersonFinder::candidates(const Words& words, std::string_view state) const {
  std::vector<int32_t> exact;
  std::vector<int32_t> all;
  for (const std::string* end : {&words.front(), &words.back()}) {
    const auto list = by_word_.find(*end);
    if (list == by_word_.end()) continue;
    for (const int32_t person : list->second) {
      if (!state.empty() && knowledge_.world.persons()[static_cast<size_t>(person)].state != state)
        continue;
      if (std::find(all.begin(), all.end(), person) != all.end()) continue;
      const std::vector<Words>& names = names_[static_cast<size_t>(person)];
      if (std::none_of(names.begin(), names.end(),
                       [&](const Words& name) { return may_shorten(words, name); }))
        continue;
      all.push_back(person);
      if (std::find(names.begin(), names.end(), words) != names.end()) exact.push_back(person);
    }
  }
  return exact.empty() ? all : exact;
}

bool PersonFinder::in_office(int32_t person, std::string_view day, bool leading) const {
  if (day.empty()) return false;
  const std::span<const int32_t> terms = knowledge_.world.terms_of(person);
  return std::any_of(terms.begin(), terms.end(), [&](int32_t index) {
    const Term& term = knowledge_.world.terms()[static_cast<size_t>(index)];
    return (!leading || leads(term.kind)) && covers(term, day);
  });
}

KnownPerson PersonFinder::find(std::string_view name, std::string_view state,
                               std::string_view day) const {
  const Words own = words(name);
  if (own.empty()) return {fold(name), std::string(state)};
  std::vector<int32_t> found = candidates(own, state);
  const auto keep = [&](bool leading) {
    std::vector<int32_t> kept;
    std::copy_if(found.begin(), found.end(), std::back_inserter(kept),
                 [&](int32_t person) { return in_office(person, day, leading); });
    return kept;
  };
  if (own.size() == 1 && state.empty()) found = keep(true);
  if (found.size() > 1) found = keep(false);
  if (found.size() > 1) found = keep(true);
  if (found.size() != 1) return {joined(own), std::string(state)};
  const Person& person = knowledge_.world.persons()[static_cast<size_t>(found.front())];
  return {joined(names_[static_cast<size_t>(found.front())].front()), person.state, true};
}

std::string_view PersonFinder::holder(std::string_view state, OfficeKind kind,
                                      std::string_view day) const {
  if (state.empty() || day.empty()) return {};
  const std::vector<int32_t> terms = knowledge_.world.holders(state, kind, day);
  if (terms.size() != 1) return {};
  const int32_t person = knowledge_.world.terms()[static_cast<size_t>(terms.front())].person;
  return knowledge_.world.persons()[static_cast<size_t>(person)].name;
}

bool may_be_same_name(std::string_view key_a, std::string_view key_b, bool same_state) {
  if (key_a == key_b) return true;
  const Words a = split(key_a);
  const Words b = split(key_b);
  if (may_shorten(a.size() <= b.size() ? a : b, a.size() <= b.size() ? b : a)) return true;
  return same_state && other_spelling(a, b);
}

bool same_person(std::string_view key_a, std::string_view state_a, std::string_view key_b,
                 std::string_view state_b) {
  const bool known = !state_a.empty() && !state_b.empty();
  // One who speaks for an organisation has the side of his state in one account, none or another in
  // the next.
  if (known && state_a != state_b)
    return key_a == key_b && key_a.find(' ') != std::string_view::npos;
  return may_be_same_name(key_a, key_b, known);
}

}  // namespace verbale
