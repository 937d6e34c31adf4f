#include "ledger/names.h"

#include <algorithm>
#include <set>

#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr size_t kLongestName = 6;  // words of a state's name

// The words of the name in which states are put as their codes.
std::vector<std::string> words_with_codes(std::string_view name, const World& world) {
  const std::vector<std::string> words = split_words(name);
  const std::vector<std::string_view> views(words.begin(), words.end());
  std::vector<std::string> out;
  for (size_t i = 0; i < views.size();) {
    const PhraseTable::Match match = world.names().longest(
        std::span(views).subspan(i, std::min(kLongestName, views.size() - i)));
    const State* state = nullptr;
    for (const int32_t value : match.values) {
      const Entity& entity = world.entities()[static_cast<size_t>(value)];
      const bool names_state =
          entity.kind == EntityKind::State || entity.kind == EntityKind::Demonym;
      if (names_state && state == nullptr)
        state = &world.states()[static_cast<size_t>(entity.index)];
    }
    out.push_back(state != nullptr ? state->id : words[i]);
    i += state != nullptr ? static_cast<size_t>(match.length) : 1;
  }
  return out;
}

}  // namespace

std::string framework_key(std::string_view name, const std::vector<std::string>& states,
                          const World& world) {
  static const std::set<std::string, std::less<>> kJoints = {"and", "between", "to", "of", "the",
                                                             "'s",  "’s",      ",",  "on", "for"};
  const std::vector<std::string> words = words_with_codes(name, world);
  const bool pair = states.size() > 1 && std::ranges::all_of(states, [&](const std::string& state) {
                      return std::ranges::find(words, state) != words.end();
                    });
  std::string key;
  for (const std::string& word : words) {
    const bool of_pair = pair && std::ranges::find(states, word) != states.end();
    if (of_pair || kJoints.contains(word)) continue;
    key += (key.empty() ? "" : " ") + word;
  }
  return key;
}

}  // namespace verbale
