#include "actors/phrase_window.h"

namespace verbale::actors {

bool PhraseWindow::in_person_name(int32_t t) const {
  const int32_t n = scene_.name_at[static_cast<size_t>(t)];
  return n >= 0 && document_.names[static_cast<size_t>(n)].kind == NameKind::Person;
}

int32_t PhraseWindow::modifiers_begin(int32_t t) const {
  int32_t first = t;
  while (first > begin_) {
    const Token& before = token(first - 1);
    const bool modifier = before.upos == Upos::ADJ || before.upos == Upos::NOUN ||
                          before.upos == Upos::PROPN || before.upos == Upos::NUM ||
                          before.upos == Upos::X || before.lower == "-" ||
                          before.lower == "visiting" || !scene_.state_at(first - 1).empty();
    const bool joins =
        before.upos == Upos::CCONJ && first - 1 > begin_ && is_modifier_list(first - 1);
    if (!modifier && !joins) break;
    if (in_person_name(first - 1) && lower(t) != "administration") break;
    --first;
  }
  return first;
}

// "National Security and Intelligence Advisor": capitals on both sides; "U.S. and Afghan
// leaders".
bool PhraseWindow::is_modifier_list(int32_t conjunction) const {
  const int32_t left = conjunction - 1;
  const int32_t right = conjunction + 1;
  if (in_person_name(left) || !is_capitalised(document_, left) ||
      !is_capitalised(document_, right)) {
    return false;
  }
  const bool states = !scene_.state_at(left).empty() && !scene_.state_at(right).empty();
  const ActorNoun* noun = scene_.noun(left);
  return states ||
         (scene_.state_at(right).empty() && (noun == nullptr || noun->classes == kOrgan));
}

std::string_view PhraseWindow::state_in(TokenRange range) const {
  for (int32_t t = range.first; t < range.last; ++t) {
    if (const std::string_view state = scene_.state_at(t); !state.empty()) return state;
  }
  for (int32_t t = range.first; t < range.last; ++t) {
    if (const std::string_view state = party_state(t); !state.empty()) return state;
  }
  return {};
}

// "General Secretary of the Communist Party of China": the party's state.
std::string_view PhraseWindow::party_state(int32_t t) const {
  const int32_t n = scene_.name_at[static_cast<size_t>(t)];
  if (n < 0 || document_.names[static_cast<size_t>(n)].kind != NameKind::Party) return {};
  const Organisation* party = scene_.knowledge.world.organisation(document_.names[static_cast<size_t>(n)].id);
  return party != nullptr ? std::string_view(party->state) : std::string_view();
}

}  // namespace verbale::actors
