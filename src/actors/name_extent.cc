#include "actors/name_extent.h"

#include <algorithm>

namespace verbale::actors {
namespace {

constexpr std::string_view kLeads[] = {
    "visiting",  "former", "late",    "outgoing",   "incoming",  "newly",     "elected", "then",
    "acting",    "ex",     "comrade", "mr",         "mr.",       "mrs",       "mrs.",    "ms",
    "ms.",       "dr",     "dr.",     "h.e.",       "he",        "madam",     "madame",  "sir",
    "lord",      "dame",   "lady",    "gen.",       "sen.",      "rep.",      "gov.",    "prof.",
    "professor", "sheikh", "sayyid",  "honourable", "honorable", "designate", "elect",   "-"};
constexpr std::string_view kOwners[] = {"his", "her", "its", "their", "our", "my"};

}  // namespace

bool is_lead_word(std::string_view lower) { return is_one_of(lower, kLeads); }

bool NameExtent::is_noun(int32_t t, uint16_t classes) const {
  const ActorNoun* noun = scene_.noun(t);
  return noun != nullptr && (noun->classes & classes) != 0;
}

bool NameExtent::same_sentence(int32_t a, int32_t b) const {
  return scene_.sentence_at[static_cast<size_t>(a)] == scene_.sentence_at[static_cast<size_t>(b)];
}

// "his Chinese counterpart", "her National Security Advisor,", "visiting", "Kenya's" before a
// name.
int32_t NameExtent::with_lead(const Name& name) const {
  int32_t first = name.tokens.first;
  bool titled = name.tokens.first < name.core.first;
  while (first > 0 && same_sentence(first - 1, name.core.first)) {
    const int32_t before = first - 1;
    const std::string_view lower = token(before).lower;
    if (is_noun(before, kCounterpart) && token(before).upos != Upos::VERB) {
      first = before;
      titled = true;
      while (first > 0 && (!scene_.state_at(first - 1).empty() ||
                           token(first - 1).upos == Upos::ADJ || token(first - 1).lower == "-")) {
        --first;
      }
    } else if (titled && is_lead_word(lower)) {
      first = before;
    } else if (titled && (lower == "'s" || lower == "’s") && before > 0 &&
               !scene_.state_at(before - 1).empty()) {
      first = scene_.named[static_cast<size_t>(scene_.named_at[static_cast<size_t>(before - 1)])]
                  .tokens.first;
    } else {
      return titled && is_one_of(lower, kOwners) ? before : first;
    }
  }
  return first;
}

// A place cannot open a title: it belongs to what stands before ("in Washington, D.C. Secretary
// Rice"), as does a state before "and" ("of Chile and Defence Minister Vega").
int32_t NameExtent::after_place(int32_t first, int32_t core) const {
  const int32_t start = first;
  const int32_t state = scene_.named_at[static_cast<size_t>(first)];
  if (state >= 0 && scene_.named[static_cast<size_t>(state)].kind == EntityKind::State) {
    const int32_t after = scene_.named[static_cast<size_t>(state)].tokens.last;
    if (after + 1 < core && token(after).lower == "and") return after + 1;
  }
  while (first < core) {
    const int32_t named = scene_.named_at[static_cast<size_t>(first)];
    const bool place =
        named >= 0 && (scene_.named[static_cast<size_t>(named)].kind == EntityKind::Place ||
                       scene_.named[static_cast<size_t>(named)].kind == EntityKind::Government);
    if (place && is_noun(scene_.named[static_cast<size_t>(named)].tokens.last, kOffice) &&
        !document_.form(scene_.named[static_cast<size_t>(named)].tokens.last - 1).ends_with('.')) {
      break;  // "London Mayor"
    }
    const bool rest =
        first > start && (token(first).upos == Upos::PUNCT || token(first).lower == "d.c.");
    if (!place && !rest) break;
    ++first;
  }
  return first < core ? first : start;
}

// Whether letters in brackets are short for the name: its initials, or as the packs abbreviate
// it.
bool NameExtent::is_short_for(std::string_view letters, TokenRange tokens) const {
  std::string initials;
  for (int32_t t = tokens.first; t < tokens.last; ++t) {
    if (is_capitalised(document_, t)) initials += document_.form(t).front();
  }
  std::string capitals;
  for (const char c : letters) {
    if (c >= 'A' && c <= 'Z') capitals += c;
  }
  if (initials.size() > 1 &&
      (initials == capitals || initials.find(capitals) != std::string::npos)) {
    return true;
  }
  const int32_t named = scene_.named_at[static_cast<size_t>(tokens.first)];
  const int32_t n = scene_.name_at[static_cast<size_t>(tokens.first)];
  const World& world = scene_.knowledge.world;
  const auto has = [&](const std::vector<std::string>& abbreviations) {
    return std::find(abbreviations.begin(), abbreviations.end(), letters) != abbreviations.end();
  };
  if (named >= 0 && scene_.named[static_cast<size_t>(named)].kind == EntityKind::State) {
    const int32_t index = scene_.named[static_cast<size_t>(named)].index;
    return has(world.states()[static_cast<size_t>(index)].abbreviations);
  }
  const Organisation* known =
      n < 0 ? nullptr : world.organisation(document_.names[static_cast<size_t>(n)].id);
  return known != nullptr && has(known->abbreviations);
}

// The end of "(CPV)" or "'s (PRC)" directly after a name; else the name's own end.
int32_t NameExtent::abbreviation_end(TokenRange name) const {
  const int32_t last = name.last;
  int32_t t = last;
  const int32_t count = scene_.token_count();
  if (t < count && (token(t).lower == "'s" || token(t).lower == "’s" || token(t).lower == "’")) ++t;
  if (t + 2 >= count || token(t).lower != "(" || !same_sentence(t, last - 1)) return last;
  const std::string_view inside = document_.form(t + 1);
  const bool capitals =
      inside.size() > 1 && inside.size() < 12 && is_capitalised(document_, t + 1) &&
      std::any_of(inside.begin() + 1, inside.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && token(t + 2).lower == ")" && is_short_for(inside, name) ? t + 3 : last;
}

}  // namespace verbale::actors
