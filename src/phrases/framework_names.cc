// Names of frameworks, and of what two states have together ("Peru-Chile relations").
#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "knowledge/world_matches.h"
#include "phrases/name_key.h"
#include "phrases/name_places.h"

namespace verbale {
namespace {

// Ids of the states in a key made by name_key(): three capitals.
int states_in(std::string_view key) {
  int states = 0;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view part = key.substr(at, end - at);
    states += part.size() == 3 && part[0] >= 'A' && part[0] <= 'Z' ? 1 : 0;
    at = end + 1;
  }
  return states;
}

const State* state_of(const WorldMatch& match, const World& world) {
  const bool state =
      match.entity->kind == EntityKind::State || match.entity->kind == EntityKind::Demonym;
  return state ? &world.states()[static_cast<size_t>(match.entity->index)] : nullptr;
}

class FrameworkNamer {
 public:
  FrameworkNamer(const Document& document, const Knowledge& knowledge, NamesOfDocument& out)
      : document_(document), knowledge_(knowledge), out_(out) {}

  void run() {
    for (const Framework& framework : document_.frameworks) {
      const std::string key = key_of(framework);
      if (key.empty()) continue;
      TokenRange words = words_in(document_, framework.text);
      if (const std::optional<TokenRange> bracket = bracket_at_end(words)) {
        const TokenRange inside{bracket->first + 1, bracket->last - 1};
        words.last = bracket->first;
        if (names_the_same(framework, words, inside)) add(framework, key, inside);
      }
      if (framework.made_by == "framework.pack") words = as_in_pack(framework, words);
      if (words.empty()) continue;
      words.first = opening(words.first, framework.name);
      add(framework, key, words);
    }
  }

 private:
  std::string_view word(int32_t i) const {
    const bool there = i >= 0 && static_cast<size_t>(i) < document_.words.size();
    return there ? document_.words[static_cast<size_t>(i)].folded : std::string_view();
  }

  // A status that many pairs of states have is named with the pair, or it is not known whose it is.
  std::string key_of(const Framework& framework) const {
    std::string key = name_key(framework.name, knowledge_);
    if (framework.made_by != "framework.status" || states_in(key) >= 2) return "name:" + key;
    const std::string written = name_key(document_.str(framework.text), knowledge_);
    std::vector<std::string> pair;
    for (const int32_t state : document_.cast.states)
      pair.push_back(document_.actors[static_cast<size_t>(state)].id);
    if (states_in(written) >= 2)
      key = written;
    else if (pair.size() == 2)
      key = name_key(framework.name, knowledge_, pair);
    else
      key += "|" + document_.source.name;
    return "name:" + key;
  }

  // "(COC)" that closes the name.
  std::optional<TokenRange> bracket_at_end(TokenRange words) const {
    if (words.size() < 4 || word(words.last - 1) != ")") return std::nullopt;
    for (int32_t i = words.last - 2; i > words.first; --i) {
      if (word(i) == "(")
        return i + 1 < words.last - 1 ? std::optional(TokenRange{i, words.last}) : std::nullopt;
    }
    return std::nullopt;
  }

  const KnownFramework* known_at(int32_t first, int32_t last, int32_t* length = nullptr) const {
    std::vector<std::string_view> ahead;
    for (int32_t i = first; i < last; ++i) ahead.push_back(word(i));
    const PhraseTable::Match match = knowledge_.framework_names.names().longest(ahead);
    if (match.length == 0) return nullptr;
    if (length != nullptr) *length = match.length;
    const FrameworkVariant& variant =
        knowledge_.framework_names.variants()[static_cast<size_t>(match.values[0])];
    return &knowledge_.framework_names.frameworks()[static_cast<size_t>(variant.framework)];
  }

  // The pack's own wording within what stands in the text, with the year or the states before it:
  // no more than that is known to be the name ("Climate Council" of "Energy Council and Climate
  // Council").
  TokenRange as_in_pack(const Framework& framework, TokenRange words) const {
    for (int32_t i = words.first; i < words.last; ++i) {
      int32_t length = 0;
      const KnownFramework* known = known_at(i, words.last, &length);
      if (known == nullptr || known->name != framework.name) continue;
      const int32_t first = are_states_or_year({words.first, i}) ? words.first : i;
      return {first, is_one_name({i + length, words.last}) ? words.last : i + length};
    }
    return is_like(framework.name, document_.str(span_of(document_, words))) ? words : TokenRange{};
  }

  // Where only the abbreviation behind it is of the pack, the name may be that of something else
  // ("Maritime Safety Panel (MSP)"): most words of one must be in the other.
  bool is_like(std::string_view name, std::string_view text) const {
    const auto words_in_key = [&](std::string_view of) {
      std::set<std::string, std::less<>> words;
      const std::string key = name_key(of, knowledge_);
      for (const std::string_view word : split_cell(key, ' ')) words.emplace(word);
      return words;
    };
    const std::set<std::string, std::less<>> known = words_in_key(name);
    const std::set<std::string, std::less<>> found = words_in_key(text);
    const auto shared =
        std::ranges::count_if(found, [&](const std::string& word) { return known.contains(word); });
    return known.size() == 1 ||
           2 * static_cast<size_t>(shared) > std::min(known.size(), found.size());
  }

  bool are_states_or_year(TokenRange words) const {
    std::vector<WorldMatch> matches;
    for (int32_t i = words.first; i < words.last;) {
      const std::string_view year = word(i);
      matches.clear();
      world_matches_at(document_, knowledge_.world, i, words.last, matches);
      const bool state = !matches.empty() && state_of(matches[0], knowledge_.world) != nullptr;
      const bool number = year.size() == 4 &&
                          std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
      if (!state && !number) return false;
      i = state ? matches[0].words.last : i + 1;
    }
    return true;
  }

  bool is_one_name(TokenRange words) const {
    for (int32_t i = words.first; i < words.last; ++i) {
      if (word(i) == "and" || word(i) == ",") return false;
    }
    return true;
  }

  // What brackets hold is another name unless it is that of something else ("Climate Conference
  // (COP26)"), or an abbreviation of more than this name.
  bool names_the_same(const Framework& framework, TokenRange words, TokenRange inside) const {
    const KnownFramework* known = known_at(inside.first, inside.last);
    if (known != nullptr) return known->name == framework.name;
    const std::string_view text = document_.str(span_of(document_, inside));
    if (std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; }))
      return inside.size() > 1;
    std::vector<WorldMatch> states;
    int32_t first = words.first;
    world_matches_at(document_, knowledge_.world, first, words.last, states);
    while (!states.empty() && first < words.last &&
           word(first).substr(0, 1) != word(inside.first).substr(0, 1))
      ++first;
    return word(first).substr(0, 1) == word(inside.first).substr(0, 1);
  }

  // Where the name starts with what belongs to it: "joint" of a joint partnership, the state of
  // "China's X Policy".
  int32_t opening(int32_t first, std::string_view name) const {
    if (knowledge_.name_forms.is(word(first - 1), NameWordClass::Joint)) return first - 1;
    const bool owned = name.find("'s ") != std::string_view::npos;
    if (!owned || word(first - 1) != "'s" || first < 2) return first;
    std::vector<WorldMatch> matches;
    world_matches_at(document_, knowledge_.world, first - 2, first - 1, matches);
    const bool state = !matches.empty() && matches[0].entity->kind == EntityKind::State;
    return state ? first - 2 : first;
  }

  // A name that holds a closing quotation mark starts at the one that opens.
  Span with_quote(Span span) const {
    const std::string_view text = document_.str(span);
    const bool closed =
        text.find("”") != std::string_view::npos && text.find("“") == std::string_view::npos;
    const std::string_view before = std::string_view(document_.text).substr(0, span.begin);
    if (closed && before.ends_with("“")) span.begin -= 3;
    return span;
  }

  void add(const Framework& framework, const std::string& key, TokenRange words) {
    NamePlace place;
    place.span = with_quote(span_of(document_, words));
    if (place.span.empty()) return;
    place.key = key;
    place.thing = framework.made_by == "framework.pack" ? framework.name : "";
    place.kind = to_string(framework.kind);
    place.made_by = "name.framework";
    out_.places.push_back(std::move(place));
  }

  const Document& document_;
  const Knowledge& knowledge_;
  NamesOfDocument& out_;
};

bool is_joined(const Document& document, int32_t word) {
  const WordGap gap = document.words[static_cast<size_t>(word)].gap;
  return gap == WordGap::Hyphen || gap == WordGap::Dash;
}

}  // namespace

void add_framework_names(const Document& document, const Knowledge& knowledge,
                         NamesOfDocument& out) {
  FrameworkNamer(document, knowledge, out).run();
}

void add_pair_names(const Document& document, const Knowledge& knowledge, NamesOfDocument& out) {
  constexpr int32_t kLongestNoun = 3;  // words
  for (const Sentence& sentence : document.sentences) {
    const std::vector<WorldMatch> matches =
        world_matches(document, knowledge.world, sentence.tokens);
    for (size_t i = 0; i + 1 < matches.size(); ++i) {
      const auto second =
          std::find_if(matches.begin() + static_cast<int64_t>(i) + 1, matches.end(),
                       [&](const WorldMatch& m) { return m.words.first >= matches[i].words.last; });
      if (second == matches.end()) break;
      const State* one = state_of(matches[i], knowledge.world);
      const State* two = state_of(*second, knowledge.world);
      const bool pair = one != nullptr && two != nullptr && one != two &&
                        second->words.first == matches[i].words.last &&
                        is_joined(document, second->words.first);
      if (!pair) continue;
      std::string phrase;
      for (int32_t w = second->words.last;
           w < std::min(sentence.words.last, second->words.last + kLongestNoun); ++w) {
        phrase += (phrase.empty() ? "" : " ") +
                  std::string(document.words[static_cast<size_t>(w)].folded);
        if (!knowledge.name_forms.is(phrase, NameWordClass::Pair)) continue;
        NamePlace place;
        place.span = span_of(document, {matches[i].words.first, w + 1});
        place.key = "pair:" + std::min(one->id, two->id) + "-" + std::max(one->id, two->id) + ":" +
                    std::string(knowledge.name_forms.stands_for(phrase, NameWordClass::Pair));
        place.kind = "relation";
        place.made_by = "name.pair";
        out.places.push_back(std::move(place));
        break;
      }
    }
  }
}

}  // namespace verbale
