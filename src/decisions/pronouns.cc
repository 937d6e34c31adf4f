#include "decisions/pronouns.h"

#include <algorithm>

namespace verbale {
namespace {

bool is_person(const Document& document, const std::vector<int32_t>& actors) {
  return actors.size() == 1 &&
         document.actors[static_cast<size_t>(actors.front())].kind == ActorKind::Person;
}

bool stands_in(const Statement& statement, Span span) {
  return statement.source.contains(span) ||
         std::ranges::any_of(statement.content,
                             [&](Span content) { return content.contains(span); });
}

}  // namespace

void let_pronouns_follow(Document& document, const Statement& statement,
                         const std::vector<int32_t>& before, std::string_view made_by) {
  if (before == statement.speaker || !is_person(document, before) ||
      !is_person(document, statement.speaker))
    return;
  const int32_t old = before.front();
  const int32_t now = statement.speaker.front();
  std::vector<int32_t>& lost = document.actors[static_cast<size_t>(old)].mentions;
  std::vector<int32_t>& found = document.actors[static_cast<size_t>(now)].mentions;
  for (size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind != MentionKind::Pronoun || mention.actor != old ||
        !stands_in(statement, mention.span))
      continue;
    const int32_t index = static_cast<int32_t>(i);
    mention.actor = now;
    mention.antecedent = -1;
    mention.made_by = made_by;
    std::erase(lost, index);
    found.insert(std::ranges::lower_bound(found, index), index);
  }
}

}  // namespace verbale
