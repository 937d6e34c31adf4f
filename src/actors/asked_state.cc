// Whom somebody asks tells who he is not: nobody proposes to his own state what it should do.
#include <algorithm>
#include <array>

#include "actors/focus.h"

namespace verbale::actors {
namespace {

bool asks(std::string_view cue_class) { return cue_class == "ask" || cue_class == "hope"; }

// The state that opens the content, past "that" and "the"; empty: another word does.
std::string_view first_state(const Scene& scene, const Statement& statement) {
  constexpr auto kPassedOver = std::to_array<std::string_view>({"that", "the"});
  for (int32_t t = statement.cue_tokens.last; t < scene.token_count(); ++t) {
    const Token& token = scene.token(t);
    if (token.span.begin < statement.content.front().begin) continue;
    if (!statement.content.front().contains(token.span)) break;
    if (std::ranges::find(kPassedOver, token.lower) == kPassedOver.end()) return scene.state_at(t);
  }
  return {};
}

}  // namespace

std::string_view asked_state(const Scene& scene, const Phrase& phrase) {
  const int32_t sentence = scene.sentence_at[static_cast<size_t>(phrase.head)];
  const std::vector<Statement>& statements = scene.document.statements;  // in text order
  auto statement = std::ranges::lower_bound(statements, sentence, {}, &Statement::sentence);
  for (; statement != statements.end() && statement->sentence == sentence; ++statement) {
    const bool source = statement->source_tokens.contains(phrase.head);
    if (source && asks(statement->cue_class)) return first_state(scene, *statement);
  }
  return {};
}

}  // namespace verbale::actors
