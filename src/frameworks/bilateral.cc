// "Strategic partnership", "community with a shared future", "human rights dialogue": many pairs of states have one,
// so its name is that of the pair and the status. The pair stands before it ("Peru-Chile strategic partnership"), after
// it ("between Peru and Chile"), or is whom the document is about.
#include <algorithm>
#include <array>
#include <optional>

#include "frameworks/candidate.h"
#include "knowledge/world_matches.h"

namespace verbale {
namespace {

constexpr size_t kLongestStatus = 12;     // words
constexpr int32_t kLongestState = 6;

struct StateHere {
  TokenRange words;
  std::string name;
};

// As written; a people or an official name by the state's short name: "Peruvian-Chilean" is "Peru-Chile".
std::string name_of(const Document& document, const World& world, const WorldMatch& match) {
  const std::string written(document.str(match.span));
  if (match.entity->kind == EntityKind::Organisation) return written;
  const State& state = world.states()[static_cast<size_t>(match.entity->index)];
  const bool official = written == state.official || written.starts_with("Republic of ");
  return match.entity->kind == EntityKind::Demonym || official ? short_state_name(state) : written;
}

bool is_state(const WorldMatch& match) {
  return match.entity->kind == EntityKind::State || match.entity->kind == EntityKind::Demonym ||
         match.entity->kind == EntityKind::Organisation;
}

// The state whose name ends before word `end` / starts at word `start`.
std::optional<StateHere> state_before(const Document& document, const World& world, TokenRange words,
                                      int32_t end) {
  std::vector<WorldMatch> matches;
  for (int32_t start = std::max(words.first, end - kLongestState); start < end; ++start) {
    matches.clear();
    world_matches_at(document, world, start, end, matches);
    for (const WorldMatch& match : matches) {
      if (match.words.last == end && is_state(match)) {
        return StateHere{match.words, name_of(document, world, match)};
      }
    }
  }
  return std::nullopt;
}

std::optional<StateHere> state_at(const Document& document, const World& world, TokenRange words,
                                  int32_t start) {
  if (word_in(document, words, start) == "the") ++start;
  std::vector<WorldMatch> matches;
  if (words.contains(start)) world_matches_at(document, world, start, words.last, matches);
  for (const WorldMatch& match : matches) {
    if (is_state(match)) return StateHere{match.words, name_of(document, world, match)};
  }
  return std::nullopt;
}

bool is_joined(const Document& document, int32_t word) {
  const WordGap gap = document.words[static_cast<size_t>(word)].gap;
  return gap == WordGap::Hyphen || gap == WordGap::Dash || gap == WordGap::Slash;
}

// "Peru-Chile" that ends before the status; the first word is set to where it starts.
std::string pair_before(const Document& document, const World& world, TokenRange words, int32_t& first) {
  const std::optional<StateHere> last = state_before(document, world, words, first);
  if (!last || !is_joined(document, last->words.first) || last->words.first == words.first) return {};
  std::string name = last->name;
  int32_t at = last->words.first;
  while (at > words.first && is_joined(document, at)) {
    const std::optional<StateHere> before = state_before(document, world, words, at);
    if (!before) break;
    name = before->name + "-" + name;
    at = before->words.first;
  }
  if (at == last->words.first) return {};
  first = at;
  return name;
}

// "between Peru and Chile", "between the two countries": `end` is moved behind it; a pair of names is returned.
std::string pair_after(const Document& document, const World& world, TokenRange words, int32_t& end) {
  if (word_in(document, words, end) != "between") return {};
  if (word_in(document, words, end + 1) == "the" && word_in(document, words, end + 2) == "two") {
    static constexpr std::array<std::string_view, 5> kBoth = {"countries", "sides", "states", "nations", "parties"};
    if (std::find(kBoth.begin(), kBoth.end(), word_in(document, words, end + 3)) != kBoth.end()) end += 4;
    return {};
  }
  const std::optional<StateHere> first = state_at(document, world, words, end + 1);
  if (!first || word_in(document, words, first->words.last) != "and") return {};
  const std::optional<StateHere> second = state_at(document, world, words, first->words.last + 1);
  if (!second) return {};
  end = second->words.last;
  return first->name + "-" + second->name;
}

// "with Chile": the other of the pair, the publisher being the one.
bool names_another(const Document& document, const World& world, TokenRange words, int32_t end,
                   const StatePair& principals) {
  if (word_in(document, words, end) != "with") return false;
  const std::optional<StateHere> other = state_at(document, world, words, end + 1);
  return other && other->name != principals.first && other->name != principals.second;
}

// "with Chile" of a report about Peru: the pair is both.
std::string partner_after(const Document& document, const World& world, TokenRange words, int32_t end,
                          const StatePair& principals) {
  if (word_in(document, words, end) != "with" || !principals.known()) return {};
  const std::optional<StateHere> other = state_at(document, world, words, end + 1);
  if (!other || other->name.empty()) return {};
  const bool first = other->name == principals.first;
  if (!first && other->name != principals.second) return principals.first + "-" + other->name;
  return first ? principals.second + "-" + principals.first : principals.first + "-" + principals.second;
}

}  // namespace

void find_bilateral_frameworks(const Document& document, const Knowledge& knowledge, TokenRange words,
                               const StatePair& principals, std::vector<FrameworkCandidate>& out) {
  const FrameworkNames& names = knowledge.framework_names;
  std::array<std::string_view, kLongestStatus> ahead;
  for (int32_t i = words.first; i < words.last; ++i) {
    const size_t count = std::min(kLongestStatus, static_cast<size_t>(words.last - i));
    for (size_t k = 0; k < count; ++k) ahead[k] = document.words[static_cast<size_t>(i) + k].folded;
    const PhraseTable::Match match = names.statuses().longest(std::span(ahead.data(), count));
    if (match.length == 0) continue;
    const BilateralForm& form = names.bilateral()[static_cast<size_t>(match.values[0])];
    int32_t first = i;
    int32_t end = i + match.length;
    std::string pair = pair_before(document, knowledge.world, words, first);
    const bool beside = !pair.empty();
    // "Peru-Chile summit in Lima".
    const bool venue = form.kind == FrameworkKind::Event && beside && word_in(document, words, end) == "in" &&
                       words.contains(end + 1) && starts_with_capital(document, end + 1) &&
                       !is_date_word(knowledge, word_in(document, words, end + 1));
    const std::string where =
        venue ? " in " + std::string(document.str(span_of_words(document, {end + 1, end + 2}))) : "";
    if (venue) end += 2;
    if (!beside) pair = pair_after(document, knowledge.world, words, end);
    if (pair.empty()) pair = partner_after(document, knowledge.world, words, end, principals);
    // "The commission between Peru and Chile" is theirs, "the partnership between ..." is no name.
    const bool institution = form.kind == FrameworkKind::Law || form.kind == FrameworkKind::Body;
    if (form.states == PairNaming::OnlyBeside && !beside && !(institution && end > i + match.length)) continue;
    const bool other = !beside && names_another(document, knowledge.world, words, end, principals);
    if (pair.empty() && principals.known() && !other) pair = principals.first + "-" + principals.second;
    std::string name = form.name;
    // An event is called what it was called: "Peruvian-Chilean summit".
    if (beside && form.kind == FrameworkKind::Event) pair = std::string(document.str(span_of_words(document, {first, i})));
    if (form.states != PairNaming::Never && !pair.empty()) name = canonical_name(pair + " " + form.name + where);
    out.push_back({{first, end}, name, form.kind, false, false, "framework.status", {}});
    i = end - 1;
  }
}

}  // namespace verbale
