#include "names/token_view.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "J", "J.", "H.R." but not "U.S.", which is a state before this is asked.
bool is_initial(std::string_view form) {
  if (form.empty() || form.size() > 5 || form[0] < 'A' || form[0] > 'Z') return false;
  for (size_t i = 1; i < form.size(); ++i) {
    const bool stop = i % 2 == 1;
    if (stop ? form[i] != '.' : (form[i] < 'A' || form[i] > 'Z')) return false;
  }
  return true;
}

uint16_t bits_of(const Document& document, const Token& token, const Knowledge& knowledge) {
  const std::string_view form = document.str(token.span);
  if (form.empty()) return 0;
  const CodePoint first = decode_utf8(form, 0);
  if (!is_letter(first.value)) return 0;
  const bool ascii = is_ascii(form);
  const std::string kept = ascii ? std::string() : fold(form);
  const std::string_view folded = ascii ? token.lower : std::string_view(kept);
  uint16_t bits = knowledge.name_words.bits(folded);
  // "HE" is His Excellency, "He" a pronoun: the pack writes such forms of address in capitals.
  if (form == "HE" || form == "HM" || form == "HRH") bits = kHonorificWord;
  if (!is_upper(first.value)) return bits;
  bits |= kCapital;
  if (is_initial(form)) bits |= kInitial;
  if (knowledge.actor_words.given_name(folded) != nullptr) bits |= kGivenName;
  return bits;
}

// Of the names that start at a word, the longest that begins and ends with tokens; of several meanings a
// person before an organisation before a state before a place, and a demonym last.
const WorldMatch* best_match(const Document& document, const std::vector<WorldMatch>& matches) {
  const auto rank = [](const Entity& entity) {
    switch (entity.kind) {
      case EntityKind::Person: return 0;
      case EntityKind::Organisation: return 1;
      case EntityKind::State: return 2;
      case EntityKind::Place: return 3;
      case EntityKind::Government: return 4;
      case EntityKind::Demonym: return 5;
    }
    return 6;
  };
  const WorldMatch* best = nullptr;
  for (const WorldMatch& match : matches) {
    if (document.span_of(match.tokens) != match.span) continue;
    if (best != nullptr && match.words != best->words) break;
    if (best == nullptr || rank(*match.entity) < rank(*best->entity)) best = &match;
  }
  return best;
}

void find_atoms(const Document& document, const Knowledge& knowledge, TokenView& view) {
  std::vector<WorldMatch> matches;
  for (const Sentence& sentence : document.sentences) {
    for (int32_t word = sentence.words.first; word < sentence.words.last;) {
      const Word& at = document.words[static_cast<size_t>(word)];
      // Names that open in lower case ("al-Shabaab") open with a particle.
      if (!view.has(at.token, kCapital | kParticle)) {
        ++word;
        continue;
      }
      matches.clear();
      world_matches_at(document, knowledge.world, word, sentence.words.last, matches);
      const WorldMatch* best = best_match(document, matches);
      if (best == nullptr) {
        ++word;
        continue;
      }
      for (int32_t i = best->tokens.first; i < best->tokens.last; ++i) {
        view.atom_of[static_cast<size_t>(i)] = static_cast<int32_t>(view.atoms.size());
      }
      view.atoms.push_back({best->tokens, best->entity});
      word = best->words.last;
    }
  }
}

// Headlines write most words with a capital: there a capital tells little.
bool is_title_case(const Document& document, const Sentence& sentence, const TokenView& view) {
  int words = 0;
  int capitals = 0;
  for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    if (document.tokens[static_cast<size_t>(i)].span.size() < 4) continue;
    const CodePoint first = decode_utf8(document.form(i), 0);
    if (!is_letter(first.value)) continue;
    ++words;
    if (view.has(i, kCapital)) ++capitals;
  }
  return words >= 3 && capitals * 4 >= words * 3;
}

}  // namespace

TokenView view_tokens(const Document& document, const Knowledge& knowledge) {
  TokenView view;
  view.bits.reserve(document.tokens.size());
  for (const Token& token : document.tokens) view.bits.push_back(bits_of(document, token, knowledge));
  view.atom_of.assign(document.tokens.size(), -1);
  find_atoms(document, knowledge, view);
  for (const Atom& atom : view.atoms) {
    if (atom.entity->kind == EntityKind::Person && atom.tokens.size() == 1) {
      view.bits[static_cast<size_t>(atom.tokens.first)] |= kAlias;
    }
  }
  view.title_case.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    view.title_case.push_back(is_title_case(document, sentence, view));
  }
  return view;
}

}  // namespace verbale
