#include "statements/view.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

template <size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 13> kBe = {"be", "is", "are", "was", "were", "been", "being", "am", "’s",
                                                  "'re", "’re", "'m", "’m"};
constexpr std::array<std::string_view, 13> kModals = {"will", "would", "shall", "should", "can", "could", "may",
                                                      "might", "must", "'ll", "’ll", "cannot", "ought"};
constexpr std::array<std::string_view, 9> kClauseAdverbs = {"how", "why", "when", "where", "whenever",
                                                            "wherever", "what", "whether", "not"};
constexpr std::array<std::string_view, 7> kPronouns = {"he", "she", "they", "we", "i", "who", "it"};
constexpr std::array<std::string_view, 12> kFinalMarks = {".", "!", "?", ";", ":", "…", "...",
                                                          "..", ".\"", "--", "–", "—"};

}  // namespace

bool View::is_and(int32_t i) const {
  return is(i, "and") || is(i, "or") || is(i, "&") || (is(i, "as") && is(i - 1, "well") && is(i - 2, "as"));
}

bool View::is_final_mark(int32_t i) const { return contains(i) && among(token(i).lower, kFinalMarks); }

bool View::is_open_quote(int32_t i) const { return is(i, "“") || is(i, "\"") || is(i, "«") || is(i, "``"); }

bool View::is_any_quote(int32_t i) const {
  return is_open_quote(i) || is(i, "”") || is(i, "»") || is(i, "''");
}

bool View::is_be(int32_t i) const {
  if (!contains(i)) return false;
  if (token(i).lower == "'s" || token(i).lower == "’s") return token(i).upos == Upos::AUX;
  return among(token(i).lower, kBe);
}

bool View::is_modal(int32_t i) const { return contains(i) && among(token(i).lower, kModals); }

bool View::is_finite_verb(int32_t i) const {
  if (upos(i) != Upos::VERB && upos(i) != Upos::AUX) return false;
  if (deprel(i) == Deprel::amod) return false;  // "their continued support"
  const VerbForm form = token(i).verb;
  if (form == VerbForm::Past || form == VerbForm::Present || form == VerbForm::Present3 || form == VerbForm::Modal) {
    return true;
  }
  // "We share" is tagged as a base form now and then: with a subject and no "to" it is finite.
  return form == VerbForm::Base && !is(i - 1, "to") && tree_.child(i, Deprel::nsubj) >= 0 &&
         tree_.child(i, Deprel::aux) < 0;
}

bool View::lacks_finite_verb() const {
  for (int32_t i = first(); i < last(); ++i) {
    if (is_finite_verb(i)) return false;
  }
  return true;
}

bool View::is_subject(int32_t i) const {
  return deprel(i) == Deprel::nsubj || deprel(i) == Deprel::nsubj_pass;
}

bool View::is_loose_adverb(int32_t i) const {
  if (is(i, "today") || is(i, "yesterday")) return !is(i + 1, "'s") && !is(i + 1, "’s");
  return (upos(i) == Upos::ADV && !among(token(i).lower, kClauseAdverbs)) || is(i, "again");
}

int32_t View::before_adverbs(int32_t i) const {
  --i;
  while (contains(i) && is_loose_adverb(i)) --i;
  return i;
}

int32_t View::after_adverbs(int32_t i) const {
  while (contains(i) && is_loose_adverb(i)) ++i;
  return i;
}

const Name* View::name_at(int32_t i) const {
  if (!contains(i)) return nullptr;
  const int32_t name = name_of_[static_cast<size_t>(i)];
  return name >= 0 ? &document_.names[static_cast<size_t>(name)] : nullptr;
}

bool View::is_speaker(int32_t i) const {
  if (!contains(i)) return false;
  if (const Name* name = name_at(i); name != nullptr) {
    return name->kind != NameKind::Framework && name->kind != NameKind::Other;
  }
  if (token(i).upos == Upos::PRON) return among(token(i).lower, kPronouns) || is_person_like(i);
  const SpeakerKind kind = knowledge_.speakers.kind(token(i).lower);
  if (kind == SpeakerKind::Text || kind == SpeakerKind::Thing) return false;
  return kind != SpeakerKind::None || token(i).upos == Upos::PROPN;
}

bool View::is_text_speaker(int32_t i) const {
  return contains(i) && knowledge_.speakers.kind(token(i).lower) == SpeakerKind::Text;
}

bool View::is_person_like(int32_t i) const {
  if (!contains(i)) return false;
  if (const Name* name = name_at(i); name != nullptr && name->kind == NameKind::Person) return true;
  if (token(i).upos == Upos::PRON && token(i).lower != "it") {
    if (among(token(i).lower, kPronouns)) return true;
  }
  const SpeakerKind kind = knowledge_.speakers.kind(token(i).lower);
  return kind == SpeakerKind::Person || kind == SpeakerKind::Group;
}

std::vector<int32_t> index_names(const Document& document) {
  std::vector<int32_t> name_of(document.tokens.size(), -1);
  for (size_t n = 0; n < document.names.size(); ++n) {
    const TokenRange tokens = document.names[n].tokens;
    for (int32_t i = tokens.first; i < tokens.last; ++i) name_of[static_cast<size_t>(i)] = static_cast<int32_t>(n);
  }
  return name_of;
}

}  // namespace verbale
