#include "formatters.h"

#include <fmt/format.h>

#include <vector>

#include "record/values.h"

#include "phrases/phrase_lives.h"

namespace verbale {
namespace {

std::string_view text_or_dash(const Document& document, Span span) {
  return span.empty() ? std::string_view("-") : document.str(span);
}

std::string ids(const Document& document, const std::vector<int32_t>& actors) {
  std::string out;
  for (const int32_t actor : actors) {
    if (!out.empty()) out += ' ';
    out += document.actors[static_cast<size_t>(actor)].id;
  }
  return out.empty() ? "-" : out;
}

// source | cue | content // content | form
std::string statement_rows(const Document& document) {
  std::string out;
  for (const Statement& statement : document.statements) {
    std::string content;
    for (const Span piece : statement.content) {
      if (!content.empty()) content += " // ";
      content += document.str(piece);
    }
    out += fmt::format("{} | {} | {} | {}\n", text_or_dash(document, statement.source),
                       text_or_dash(document, statement.cue), content, to_string(statement.form));
  }
  return out;
}

// speaker > to: content | act
std::string act_rows(const Document& document) {
  std::string out;
  for (const Statement& statement : document.statements) {
    out += fmt::format("{} > {}: {} | {}\n", ids(document, statement.speaker), ids(document, statement.to),
                       statement.content.empty() ? std::string_view("-") : document.str(statement.content[0]),
                       to_string(statement.act));
  }
  return out;
}

// by | topic
std::string topic_rows(const Document& document) {
  std::string out;
  for (const Topic& topic : document.topics) {
    out += fmt::format("{} | {}\n", ids(document, topic.by), document.str(topic.text));
  }
  return out;
}

// kind | by > of | text | when | mechanism | general
std::string commitment_rows(const Document& document) {
  std::string out;
  for (const Commitment& commitment : document.commitments) {
    out += fmt::format("{} | {} > {} | {} | {} | {}{}\n", to_string(commitment.kind),
                       ids(document, commitment.by), ids(document, commitment.of),
                       document.str(commitment.text), text_or_dash(document, commitment.when),
                       text_or_dash(document, commitment.mechanism),
                       commitment.general ? " | general" : "");
  }
  return out;
}

// text | canonical name | kind
std::string framework_rows(const Document& document) {
  std::string out;
  for (const Framework& framework : document.frameworks) {
    out += fmt::format("{} | {} | {}\n", document.str(framework.text), framework.name,
                       to_string(framework.kind));
  }
  return out;
}

// text | value | kind
std::string quantity_rows(const Document& document) {
  std::string out;
  for (const Quantity& quantity : document.quantities) {
    out += fmt::format("{} | {} | {}{}\n", document.str(quantity.text), quantity.value,
                       to_string(quantity.kind), quantity.inferred ? " | inferred" : "");
  }
  return out;
}

// text | kind | count | parties
std::string instrument_rows(const Document& document) {
  std::string out;
  for (const Instrument& instrument : document.instruments) {
    out += fmt::format("{} | {} | {} | {}\n", document.str(instrument.text), to_string(instrument.kind),
                       instrument.count ? std::to_string(*instrument.count) : "-",
                       ids(document, instrument.parties));
  }
  return out;
}

// kind | date | place | participants | text
std::string meeting_rows(const Document& document) {
  std::string out;
  for (const Meeting& meeting : document.meetings) {
    std::vector<int32_t> participants;
    for (const Participant& participant : meeting.participants) participants.push_back(participant.actor);
    out += fmt::format("{} | {} | {} | {} | {}\n", to_string(meeting.kind),
                       meeting.date.empty() ? "-" : meeting.date, meeting.place.empty() ? "-" : meeting.place,
                       ids(document, participants), document.str(meeting.text));
  }
  return out;
}

// id | name | mentions
std::string actor_rows(const Document& document) {
  std::string out;
  for (const Actor& actor : document.actors) {
    std::string mentions;
    for (const int32_t mention : actor.mentions) {
      if (!mentions.empty()) mentions += "; ";
      mentions += document.str(document.mentions[static_cast<size_t>(mention)].span);
    }
    out += fmt::format("{} | {} | {}\n", actor.id, actor.name, mentions);
  }
  return out;
}

// thing | kind | names
std::string name_rows(const Document& document, const Knowledge& knowledge) {
  std::string out;
  const Document* const documents[] = {&document};
  for (const NamedThing& thing : find_named_things(documents, knowledge)) {
    std::string names;
    for (const NameUse& use : thing.uses) names += (names.empty() ? "" : "; ") + use.name;
    out += fmt::format("{} | {} | {}\n", thing.name, thing.kind, names);
  }
  return out;
}

// phrase | wordings | elements in their order
std::string phrase_rows(const Document& document, const Knowledge& knowledge) {
  std::string out;
  const Document* const documents[] = {&document};
  for (const PhraseLife& life : find_phrases(documents, knowledge)) {
    std::string wordings;
    for (const std::string& wording : life.wordings) wordings += (wordings.empty() ? "" : "; ") + wording;
    std::string elements;
    for (const PhraseOrder& order : life.orders) {
      for (const PhraseOrder::Element& element : order.elements) {
        elements += (elements.empty() ? "" : " > ") + element.element;
      }
    }
    out += fmt::format("{} | {} | {}\n", life.phrase, wordings, elements.empty() ? "-" : elements);
  }
  return out;
}

constexpr Formatter kFormatters[] = {
    {"statements", statement_rows},   {"acts", act_rows},
    {"topics", topic_rows},           {"commitments", commitment_rows},
    {"frameworks", framework_rows},   {"quantities", quantity_rows},
    {"instruments", instrument_rows}, {"meetings", meeting_rows},
    {"actors", actor_rows},
    {"names", nullptr, name_rows},    {"phrases", nullptr, phrase_rows}};

}  // namespace

std::span<const Formatter> formatters() { return kFormatters; }

}  // namespace verbale
