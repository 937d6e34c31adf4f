#include "actors/person_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kSuffixes[] = {"jr",  "jr.", "sr",  "sr.", "ii",
                                          "iii", "iv",  "esq", "esq."};
constexpr std::string_view kParticles[] = {
    "al",  "el", "bin", "ibn", "bint", "abu", "ben", "van", "von", "de", "der", "den", "da", "do",
    "dos", "di", "du",  "la",  "le",   "del", "ter", "zu",  "af",  "ul", "ur",  "st",  "st."};
constexpr std::string_view kSonOf[] = {"bin", "ibn", "bint", "ben"};

bool is_particle(std::string_view word) { return is_one_of(word, kParticles); }

// At most one letter added, lost or changed.
bool nearly_same(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  const size_t skip = a.size() == b.size() ? 1 : 0;
  return a.substr(std::min(i + skip, a.size())) == b.substr(i + 1 > b.size() ? b.size() : i + 1);
}

std::string_view formal(const ActorWords& words, std::string_view name) {
  const GivenName* given = words.given_name(name);
  return given != nullptr && !given->form_of.empty() ? std::string_view(given->form_of) : name;
}

// `loosely`: another spelling will do ("Ilham", "Ilkham"), where further words of the name agree.
bool same_word(const ActorWords& words, std::string_view a, std::string_view b, bool loosely) {
  if (a == b) return true;
  if (loosely && std::min(a.size(), b.size()) >= 5 && nearly_same(a, b)) return true;
  return formal(words, a) == formal(words, b);
}

bool holds_word(const ActorWords& words, const NameWords& name, std::string_view word,
                bool loosely) {
  return std::any_of(name.begin(), name.end(), [&](std::string_view other) {
    return same_word(words, word, other, loosely);
  });
}

bool names_father(const NameWords& name) {
  return std::any_of(name.begin(), name.end(),
                     [](std::string_view word) { return is_one_of(word, kSonOf); });
}

}  // namespace

NameWords name_words(const Scene& scene, TokenRange core) {
  NameWords words;
  for (int32_t t = core.first; t < core.last; ++t) {
    const std::string_view word = scene.folded[static_cast<size_t>(t)];
    const bool initial = word.size() == 1 || (word.size() == 2 && word[1] == '.');
    if (scene.token(t).upos == Upos::PUNCT || initial || is_one_of(word, kSuffixes)) continue;
    if (!is_word_character(decode_utf8(word, 0).value)) continue;
    words.push_back(word);
  }
  return words;
}

bool may_stand_for(const ActorWords& words, const NameWords& shorter, const NameWords& fuller) {
  if (shorter.empty() || shorter.size() > fuller.size()) return false;
  if (shorter.size() == 1) {
    return !is_particle(shorter[0]) && shorter[0].size() > 1 &&
           holds_word(words, fuller, shorter[0], false);
  }
  bool agreed = false;  // at least one word is spelt alike
  for (const std::string_view word : shorter) {
    const bool exact = holds_word(words, fuller, word, false);
    if (!exact && !holds_word(words, fuller, word, true)) return false;
    agreed = agreed || exact;
  }
  if (!agreed) return false;
  if (shorter.size() == fuller.size() || same_word(words, shorter.front(), fuller.front(), true))
    return true;
  return shorter.back() == fuller.back() && !names_father(fuller);
}

std::string person_id(std::string_view name) {
  std::string id;
  for (const char c : fold(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      id += c;
    } else if (c != '\'' && static_cast<signed char>(c) > 0 && !id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

}  // namespace verbale::actors
