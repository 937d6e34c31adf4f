#include "pipeline/furniture.h"

#include <vector>

#include "base/utf8.h"

namespace verbale {
namespace {

// Without white space at its ends.
Span trimmed(const Document& document, Span span) {
  while (!span.empty()) {
    const CodePoint first = decode_utf8(document.text, span.begin);
    if (!is_space(first.value)) break;
    span.begin += first.length;
  }
  while (!span.empty()) {
    const CodePoint last = decode_utf8_before(document.text, span.end);
    if (!is_space(last.value)) break;
    span.end -= last.length;
  }
  return span.empty() ? Span{} : span;
}

// What is left of a span beside the furniture, in text order.
std::vector<Span> parts_outside(const Document& document, Span span) {
  std::vector<Span> parts;
  for (const Span furniture : document.publication.furniture) {
    if (!span.overlaps(furniture)) continue;
    const Span before = trimmed(document, {span.begin, std::max(span.begin, furniture.begin)});
    if (!before.empty()) parts.push_back(before);
    span.begin = std::min(span.end, furniture.end);
  }
  span = trimmed(document, span);
  if (!span.empty()) parts.push_back(span);
  return parts;
}

bool crosses(const Document& document, Span span) {
  for (const Span furniture : document.publication.furniture) {
    if (span.overlaps(furniture)) return true;
  }
  return false;
}

void keep_longer_part(const Document& document, Span& span) {
  if (span.empty() || !crosses(document, span)) return;
  Span longest;
  for (const Span part : parts_outside(document, span)) {
    if (part.size() > longest.size()) longest = part;
  }
  span = longest;
}

void split_contents(const Document& document, std::vector<Span>& content) {
  std::vector<Span> split;
  for (const Span span : content) {
    for (const Span part : parts_outside(document, span)) split.push_back(part);
  }
  content = std::move(split);
}

}  // namespace

void step_around_furniture(Document& document) {
  if (document.publication.furniture.empty()) return;
  for (Statement& statement : document.statements) {
    keep_longer_part(document, statement.source);
    keep_longer_part(document, statement.cue);
    split_contents(document, statement.content);
  }
  for (Topic& topic : document.topics) keep_longer_part(document, topic.text);
  for (Commitment& commitment : document.commitments) {
    keep_longer_part(document, commitment.text);
    keep_longer_part(document, commitment.when);
    keep_longer_part(document, commitment.mechanism);
    for (Span& also : commitment.also) keep_longer_part(document, also);
  }
  for (Meeting& meeting : document.meetings) {
    keep_longer_part(document, meeting.text);
    for (Participant& participant : meeting.participants) {
      keep_longer_part(document, participant.role);
    }
  }
  for (Instrument& instrument : document.instruments) keep_longer_part(document, instrument.text);
  for (Framework& framework : document.frameworks) keep_longer_part(document, framework.text);
  for (Quantity& quantity : document.quantities) keep_longer_part(document, quantity.text);
  for (Mention& mention : document.mentions) keep_longer_part(document, mention.span);
  for (Actor& actor : document.actors) {
    for (Role& role : actor.roles) keep_longer_part(document, role.from_text);
  }
}

}  // namespace verbale
