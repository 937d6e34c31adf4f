// What an entry's evidence covers, from its first to its last character.
#pragma once

#include "record/document.h"

namespace verbale {

inline Span evidence_of(const Document&, const Statement& statement) {
  Span evidence = statement.cue;
  for (const Span span : statement.content) evidence = join(evidence, span);
  return evidence;
}

// Of an actor its first mention; empty where no word names it.
inline Span evidence_of(const Document& document, const Actor& actor) {
  if (actor.mentions.empty()) return {};
  return document.mentions[static_cast<size_t>(actor.mentions.front())].span;
}

template <class Entry>
Span evidence_of(const Document&, const Entry& entry) {
  return entry.text;
}

}  // namespace verbale
