#include "actors/resolve.h"

#include <algorithm>

namespace verbale {
namespace {

void add_once(std::vector<int32_t>& list, int32_t value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool inside(TokenRange outer, TokenRange inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

// "his" of "his team" and "Silva's" of "Silva's team" name an owner, not the one meant.
bool is_owner(const Document& document, const Mention& mention, TokenRange range) {
  if (mention.tokens.last >= range.last) return false;
  const int32_t actor = mention.actor;
  if (document.actors[static_cast<size_t>(actor)].kind != ActorKind::Person) {
    return mention.kind == MentionKind::Pronoun;
  }
  const std::string_view next = document.tokens[static_cast<size_t>(mention.tokens.last)].lower;
  const bool possessive = next == "'s" || next == "’s" || next == "’";
  return mention.kind == MentionKind::Pronoun
             ? mention.tokens.size() == 1 && next != "and" && next != ","
             : possessive;
}

bool is_possessive_pronoun(const Document& document, TokenRange tokens) {
  const std::string_view word = document.tokens[static_cast<size_t>(tokens.first)].lower;
  return tokens.size() == 1 && (word == "their" || word == "our");
}

// What stands for somebody: a mention or a joint word.
struct Reference {
  TokenRange tokens;
  const int32_t* actors = nullptr;
  size_t count = 0;
};

std::vector<Reference> references_in(const Document& document, TokenRange range) {
  std::vector<Reference> found;
  const auto before = [](const auto& item, int32_t token) { return item.tokens.first < token; };
  const auto& mentions = document.mentions;
  for (auto it = std::lower_bound(mentions.begin(), mentions.end(), range.first, before);
       it != mentions.end() && it->tokens.first < range.last; ++it) {
    if (it->actor >= 0 && inside(range, it->tokens) && !is_owner(document, *it, range))
      found.push_back({it->tokens, &it->actor, 1});
  }
  const auto& joint = document.joint_mentions;
  // The range may leave out "both" or "all" in front.
  for (auto it = std::lower_bound(joint.begin(), joint.end(), range.first - 2, before);
       it != joint.end() && it->tokens.first < range.last; ++it) {
    const bool owner = range.size() > 1 && is_possessive_pronoun(document, it->tokens);
    if (!owner && it->tokens.last > range.first && it->tokens.last <= range.last) {
      found.push_back({it->tokens, it->actors.data(), it->actors.size()});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Reference& a, const Reference& b) {
    return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first
                                            : a.tokens.last > b.tokens.last;
  });
  return found;
}

}  // namespace

std::vector<int32_t> resolve_subject(const Document& document, TokenRange range) {
  std::vector<int32_t> actors;
  int32_t covered = range.first;
  for (const Reference& reference : references_in(document, range)) {
    if (reference.tokens.first < covered) continue;  // nested in the one before
    covered = reference.tokens.last;
    for (size_t i = 0; i < reference.count; ++i) add_once(actors, reference.actors[i]);
  }
  return actors;
}

std::vector<int32_t> bodies_of(const Document& document, const std::vector<int32_t>& actors) {
  std::vector<int32_t> bodies;
  for (const int32_t index : actors) {
    const Actor& actor = document.actors[static_cast<size_t>(index)];
    const int32_t body =
        actor.kind == ActorKind::Person ? find_actor(document, actor.state) : index;
    if (body >= 0) add_once(bodies, body);
  }
  return bodies;
}

int32_t find_actor(const Document& document, std::string_view id) {
  if (id.empty()) return -1;
  for (size_t i = 0; i < document.actors.size(); ++i) {
    if (document.actors[i].id == id) return static_cast<int32_t>(i);
  }
  return -1;
}

}  // namespace verbale
