#include "accounts/witnesses.h"

#include <algorithm>
#include <map>
#include <set>

#include "reuse/reuse.h"

namespace verbale {
namespace {

constexpr double kMostlyPrinted = 0.5;  // of the bytes of a sentence or a clause

ReuseText text_of(const Document& document) {
  const Publication& publication = document.publication;
  return {document.source.name,     document.text,
          publication.outlet.value, publication.day().value,
          publication.furniture,    publication.report_kind == ReportKind::JointStatement};
}

// Bytes of `span` within `places`, which are in text order and apart from each other.
uint32_t bytes_within(Span span, std::span<const Span> places) {
  uint32_t bytes = 0;
  for (const Span place : places) {
    if (!place.overlaps(span)) continue;
    bytes += std::min(place.end, span.end) - std::max(place.begin, span.begin);
  }
  return bytes;
}

// Sorted, those that touch or overlap made one.
std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> apart;
  for (const Span span : spans) {
    if (!apart.empty() && span.begin <= apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

// What a text names and counts: its nouns, names and numbers by their lemmas.
std::set<std::string_view> things_of(const Document& document) {
  std::set<std::string_view> things;
  for (const Token& token : document.tokens) things.insert(token.lemma);
  return things;
}

// Something that the sentence names or counts and the original does not.
bool tells_otherwise(const Document& document, const Sentence& sentence,
                     const std::set<std::string_view>& original) {
  for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& token = document.tokens[static_cast<size_t>(i)];
    const bool thing =
        token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::NUM;
    if (thing && !original.contains(token.lemma)) return true;
  }
  return false;
}

std::vector<Span> own_sentences(const Document& document, std::span<const Span> printed,
                                const Document& original) {
  const std::set<std::string_view> things = things_of(original);
  std::vector<Span> own;
  for (const Sentence& sentence : document.sentences) {
    const uint32_t furniture = bytes_within(sentence.span, document.publication.furniture);
    const uint32_t taken = bytes_within(sentence.span, printed);
    const uint32_t size = sentence.span.size() - std::min(sentence.span.size(), furniture);
    if (size == 0) continue;
    if (taken < kMostlyPrinted * size || tells_otherwise(document, sentence, things)) {
      own.push_back(sentence.span);
    }
  }
  return own;
}

}  // namespace

std::vector<PrintedAgain> find_printed_again(std::span<const Document* const> documents) {
  std::vector<ReuseText> texts;
  for (const Document* document : documents) texts.push_back(text_of(*document));
  const Reuse reuse = find_reuse(texts, ReuseOptions());
  std::map<int32_t, int32_t> first_of;  // of each copy: the earliest of its group
  for (const TextGroup& group : reuse.groups) {
    for (const int32_t member : group.members) {
      if (member != group.members.front()) first_of[member] = group.members.front();
    }
  }
  std::map<int32_t, PrintedAgain> copies;
  for (const TextPair& pair : reuse.pairs) {
    const auto first = first_of.find(pair.b);
    if (first == first_of.end() || first->second != pair.a) continue;
    PrintedAgain& copy = copies[pair.b];
    copy = {pair.b, pair.a, pair.covered_b, {}, {}};
    for (const PassagePair& passage : pair.passages) copy.printed.push_back(passage.b);
  }
  std::vector<PrintedAgain> result;
  for (auto& [document, copy] : copies) {
    copy.printed = merged(std::move(copy.printed));
    copy.own = own_sentences(*documents[static_cast<size_t>(document)], copy.printed,
                             *documents[static_cast<size_t>(copy.of)]);
    result.push_back(std::move(copy));
  }
  return result;
}

void leave_out(ClausedDocument& claused, std::span<const Span> printed) {
  const std::vector<Unit> units = std::move(claused.units);
  std::vector<Clause> clauses = std::move(claused.clauses);
  claused.units.clear();
  claused.clauses.clear();
  for (Unit unit : units) {
    const int32_t first = static_cast<int32_t>(claused.clauses.size());
    for (int32_t c = unit.first_clause; c < unit.last_clause; ++c) {
      Clause& clause = clauses[static_cast<size_t>(c)];
      if (bytes_within(clause.span, printed) >= kMostlyPrinted * clause.span.size()) continue;
      clause.unit = static_cast<int32_t>(claused.units.size());
      claused.clauses.push_back(std::move(clause));
    }
    unit.first_clause = first;
    unit.last_clause = static_cast<int32_t>(claused.clauses.size());
    if (unit.first_clause < unit.last_clause) claused.units.push_back(std::move(unit));
  }
}

}  // namespace verbale
