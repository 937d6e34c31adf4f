// Names of the term table, and names that a text itself gives in brackets behind another.
#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "knowledge/world_matches.h"
#include "phrases/name_key.h"
#include "phrases/name_places.h"

namespace verbale {
namespace {

constexpr size_t kLongestName = 16;        // words
constexpr int32_t kLongestSentence = 300;  // tokens; in a longer one a common noun is no name

// The states that the document is of or names.
std::set<std::string, std::less<>> states_of(const Document& document) {
  std::set<std::string, std::less<>> states;
  if (document.publication.side) states.insert(document.publication.side.value);
  for (const Actor& actor : document.actors) {
    if (!actor.state.empty()) states.insert(actor.state);
    if (actor.kind == ActorKind::State) states.insert(actor.id);
  }
  return states;
}

class KnownNames {
 public:
  KnownNames(const Document& document, const Knowledge& knowledge, NamesOfDocument& out)
      : document_(document), knowledge_(knowledge), out_(out), states_(states_of(document)) {}

  void run() {
    std::vector<std::string_view> ahead;
    for (const Sentence& sentence : document_.sentences) {
      for (int32_t i = sentence.words.first; i < sentence.words.last;) {
        const size_t count = std::min(kLongestName, static_cast<size_t>(sentence.words.last - i));
        ahead.clear();
        for (size_t k = 0; k < count; ++k)
          ahead.push_back(document_.words[static_cast<size_t>(i) + k].folded);
        const int32_t length = add_longest(sentence, i, ahead);
        i += std::max(length, 1);
      }
    }
  }

 private:
  // The words of the name that stands at `first`; 0: none.
  int32_t add_longest(const Sentence& sentence, int32_t first,
                      std::span<const std::string_view> ahead) {
    const std::vector<PhraseTable::Match> matches = knowledge_.same_names.table().all(ahead);
    for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
      const TokenRange words{first, first + match->length};
      const Span span = span_of(document_, words);
      if (in_longer_actor(sentence, words)) continue;
      std::optional<int32_t> found;
      for (const int32_t value : match->values) {
        const KnownName& name = knowledge_.same_names.names()[static_cast<size_t>(value)];
        if (!name.fits(document_.str(span)) || !in_scope(name, sentence, words)) continue;
        const bool other =
            found && knowledge_.same_names.names()[static_cast<size_t>(*found)].thing != name.thing;
        if (found && (!other || told_by_side(*found))) continue;
        if (other && !told_by_side(value))
          return match->length;  // one of two things, and nothing tells which
        found = value;
      }
      if (!found) continue;
      add(*found, span);
      return match->length;
    }
    return 0;
  }

  bool told_by_side(int32_t value) const {
    const KnownName& name = knowledge_.same_names.names()[static_cast<size_t>(value)];
    return std::ranges::find(name.states, document_.publication.side.value) != name.states.end();
  }

  // "Republic of China" of "People's Republic of China" is no name of its own.
  bool in_longer_actor(const Sentence& sentence, TokenRange words) const {
    std::vector<WorldMatch> matches;
    for (int32_t start = std::max(sentence.words.first, words.first - 4); start <= words.first;
         ++start) {
      world_matches_at(document_, knowledge_.world, start, sentence.words.last, matches);
    }
    return std::ranges::any_of(matches, [&](const WorldMatch& match) {
      return match.entity->kind != EntityKind::Person && match.words.first <= words.first &&
             words.last <= match.words.last && match.words.size() > words.size();
    });
  }

  bool in_scope(const KnownName& name, const Sentence& sentence, TokenRange words) const {
    const auto named = [&](const std::string& state) {
      return std::ranges::find(name.states, state) != name.states.end();
    };
    switch (name.scope) {
      case NameScope::Anywhere:
        return true;
      case NameScope::Document:
        return std::ranges::any_of(states_, named);
      case NameScope::Sentence:
        return sentence.tokens.size() <= kLongestSentence && is_plain_noun(words) &&
               only_state(sentence, name.states);
    }
    return false;
  }

  // "reform", not "judicial reform" or "reform of the court": the common noun alone.
  bool is_plain_noun(TokenRange words) const {
    const int32_t head = document_.words[static_cast<size_t>(words.last) - 1].token;
    const TokenRange tokens = tokens_of(document_, words);
    if (document_.tokens[static_cast<size_t>(head)].upos != Upos::NOUN &&
        document_.tokens[static_cast<size_t>(head)].upos != Upos::PROPN)
      return false;
    const Deprel own = document_.tokens[static_cast<size_t>(head)].deprel;
    if (own == Deprel::compound || own == Deprel::amod) return false;
    const Sentence* sentence = sentence_at(head);
    for (int32_t i = sentence->tokens.first; i < sentence->tokens.last; ++i) {
      const Token& token = document_.tokens[static_cast<size_t>(i)];
      if (token.head != head || tokens.contains(i)) continue;
      if (token.deprel == Deprel::amod || token.deprel == Deprel::compound ||
          token.deprel == Deprel::nmod)
        return false;
    }
    return true;
  }

  const Sentence* sentence_at(int32_t token) const {
    const auto after = std::ranges::upper_bound(document_.sentences, token, {},
                                                [](const Sentence& s) { return s.tokens.first; });
    return &*(after - 1);
  }

  bool only_state(const Sentence& sentence, const std::vector<std::string>& wanted) const {
    bool there = false;
    for (const WorldMatch& match : world_matches(document_, knowledge_.world, sentence.tokens)) {
      std::string_view state;
      const size_t index = static_cast<size_t>(match.entity->index);
      if (match.entity->kind == EntityKind::State || match.entity->kind == EntityKind::Demonym) {
        state = knowledge_.world.states()[index].id;
      } else if (match.entity->kind == EntityKind::Organisation) {
        state = knowledge_.world.organisations()[index].state;
      }
      if (state.empty()) continue;
      if (std::ranges::find(wanted, state) == wanted.end()) return false;
      there = true;
    }
    return there;
  }

  void add(int32_t value, Span span) {
    const KnownName& name = knowledge_.same_names.names()[static_cast<size_t>(value)];
    const KnownThing& thing = knowledge_.same_names.things()[static_cast<size_t>(name.thing)];
    NamePlace place;
    place.span = span;
    place.key = "name:" + name_key(thing.name, knowledge_);
    place.thing = thing.name;
    place.kind = thing.kind;
    place.made_by = "name.pack";
    place.known = value;
    out_.places.push_back(std::move(place));
  }

  const Document& document_;
  const Knowledge& knowledge_;
  NamesOfDocument& out_;
  std::set<std::string, std::less<>> states_;
};

// "Huu Nghi (Friendship) gate", "North Sea Council (NSC)": another name in brackets.
class BracketedNames {
 public:
  BracketedNames(const Document& document, const Knowledge& knowledge, NamesOfDocument& out)
      : document_(document), knowledge_(knowledge), out_(out) {
    for (const NamePlace& place : out.places) places_.push_back(&place);
    std::ranges::stable_sort(places_, {}, [](const NamePlace* place) { return place->span.end; });
  }

  void run() {
    NamesOfDocument found;
    for (const Sentence& sentence : document_.sentences) {
      for (int32_t i = sentence.words.first + 1; i < sentence.words.last; ++i) {
        if (word(i) == "(") add_bracket(sentence.words, i, found);
      }
    }
    for (NamePlace& place : found.places) out_.places.push_back(std::move(place));
    for (SameKeys& same : found.same) out_.same.push_back(std::move(same));
  }

 private:
  std::string_view word(int32_t i) const { return document_.words[static_cast<size_t>(i)].folded; }
  Span span(int32_t i) const { return document_.words[static_cast<size_t>(i)].span; }
  bool capital(int32_t i) const {
    return is_upper(decode_utf8(document_.text, span(i).begin).value);
  }

  bool abbreviates(TokenRange name, std::string_view inside) const {
    std::string initials;
    for (int32_t i = name.first; i < name.last; ++i) {
      if (capital(i)) initials += word(i).substr(0, 1);
    }
    return inside.size() >= 2 && initials == inside;
  }

  void add_bracket(TokenRange sentence, int32_t open, NamesOfDocument& found) {
    constexpr int32_t kLongest = 4;
    int32_t close = open + 1;
    while (close < sentence.last && close <= open + kLongest && word(close) != ")") ++close;
    const TokenRange inside{open + 1, close};
    if (close >= sentence.last || word(close) != ")" || inside.empty() || !capital(inside.first))
      return;
    TokenRange name{open, open};
    while (name.first > sentence.first && name.size() < 8 && belongs(name.first - 1)) --name.first;
    while (!name.empty() && !capital(name.first)) ++name.first;
    if (name.empty() || is_caption(inside)) return;
    add_pair(sentence, name, inside, found);
  }

  bool belongs(int32_t i) const {
    return capital(i) || word(i) == "of" || word(i) == "for" || word(i) == "on" || word(i) == "and";
  }
  bool is_caption(TokenRange inside) const {
    for (int32_t i = inside.first; i < inside.last; ++i) {
      if (!capital(i) || knowledge_.name_forms.is(word(i), NameWordClass::Caption) ||
          (word(i)[0] >= '0' && word(i)[0] <= '9')) {
        return true;
      }
    }
    return false;
  }

  // The place that ends at the word; nullptr: none.
  const NamePlace* place_that_ends_with(int32_t i) const {
    const auto at = std::ranges::lower_bound(places_, span(i).end, {},
                                             [](const NamePlace* p) { return p->span.end; });
    return at != places_.end() && (*at)->span.end == span(i).end ? *at : nullptr;
  }
  bool is_named(TokenRange inside) const {
    constexpr int32_t kLooked = 16;  // names that end behind it and may overlap
    const Span wanted = span_of(document_, inside);
    auto at = std::ranges::upper_bound(places_, wanted.begin, {},
                                       [](const NamePlace* p) { return p->span.end; });
    for (int32_t i = 0; i < kLooked && at != places_.end(); ++i, ++at) {
      if ((*at)->span.overlaps(wanted)) return true;
    }
    return false;
  }

  void add_pair(TokenRange sentence, TokenRange name, TokenRange inside, NamesOfDocument& found) {
    const bool short_form = inside.size() == 1 && inside.size() < name.size();
    TokenRange whole = name;
    while (short_form && !whole.empty() &&
           (!capital(whole.first) || !abbreviates(whole, word(inside.first)))) {
      ++whole.first;
    }
    const bool abbreviation = short_form && !whole.empty();
    const NamePlace* known = place_that_ends_with(name.last - 1);
    const Span before = span_of(document_, abbreviation ? whole : name);
    // "America" of "... Workers of America" is not what is abbreviated.
    if (known != nullptr && known->span.begin != before.begin) known = nullptr;
    if (!abbreviation) {
      // A translation: of a name that is no person's, state's or organisation's, by words that name
      // nobody.
      if (!may_be_place(known) || is_named(inside) || name.size() > 3 ||
          word(inside.first).size() < 3)
        return;
      if (is_abbreviation(inside) || !shows_place(sentence, inside.last + 1)) return;
    }
    const std::string key =
        known != nullptr ? known->key : "name:" + name_key(document_.str(before), knowledge_);
    const std::string kind = !abbreviation ? "place" : known != nullptr ? known->kind : "name";
    const std::string thing = known != nullptr ? known->thing : "";
    if (known == nullptr) found.places.push_back({before, key, thing, kind, "name.bracket", -1});
    if (!is_named(inside))
      found.places.push_back({span_of(document_, inside), key, thing, kind, "name.bracket", -1});
  }

  // A name that nobody knows is taken for a person's at times.
  bool may_be_place(const NamePlace* known) const {
    if (known == nullptr || known->kind == "place") return true;
    return known->kind == "person" &&
           knowledge_.world.person(known->key.substr(known->key.find(':') + 1)) == nullptr;
  }

  bool is_abbreviation(TokenRange inside) const {
    const std::string_view text = document_.str(span_of(document_, inside));
    return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "... border gate": what follows shows that the name is one of a place.
  bool shows_place(TokenRange sentence, int32_t from) const {
    for (int32_t i = from; i < sentence.last && i < from + 4; ++i) {
      if (knowledge_.name_forms.is(word(i), NameWordClass::Place)) return true;
    }
    return false;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  NamesOfDocument& out_;
  std::vector<const NamePlace*> places_;
};

}  // namespace

void add_known_names(const Document& document, const Knowledge& knowledge, NamesOfDocument& out) {
  KnownNames(document, knowledge, out).run();
}

void add_bracketed_names(const Document& document, const Knowledge& knowledge,
                         NamesOfDocument& out) {
  BracketedNames(document, knowledge, out).run();
}

NamesOfDocument names_of_document(const Document& document, const Knowledge& knowledge,
                                  const PersonKeys& persons) {
  NamesOfDocument out;
  add_known_names(document, knowledge, out);
  add_framework_names(document, knowledge, out);
  add_organ_names(document, knowledge, out);
  add_pair_names(document, knowledge, out);
  add_actor_names(document, knowledge, persons, out);
  add_bracketed_names(document, knowledge, out);
  // A name found twice, or within a longer one of the same thing, counts once.
  std::ranges::stable_sort(out.places, [](const NamePlace& a, const NamePlace& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<NamePlace> kept;
  for (NamePlace& place : out.places) {
    bool inside = false;
    for (size_t i = kept.size(); i-- > 0 && kept.size() - i <= 12 && !inside;) {
      inside = kept[i].span.contains(place.span) &&
               (kept[i].key == place.key || kept[i].span == place.span);
    }
    if (!inside) kept.push_back(std::move(place));
  }
  out.places = std::move(kept);
  return out;
}

}  // namespace verbale
