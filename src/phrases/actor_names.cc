// Names of persons, states, parties and organisations: what of a mention is a name, without titles,
// articles and descriptions; and the organs of organisations.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "knowledge/world_matches.h"
#include "phrases/name_key.h"
#include "phrases/name_places.h"

namespace verbale {
namespace {

constexpr int32_t kLongestOrgan = 4;  // words

std::string kind_of(ActorKind kind) { return std::string(to_string(kind)); }

std::string_view id_of(const WorldMatch& match, const World& world) {
  const size_t index = static_cast<size_t>(match.entity->index);
  if (match.entity->kind == EntityKind::State) return world.states()[index].id;
  if (match.entity->kind == EntityKind::Organisation) return world.organisations()[index].id;
  return {};
}

bool is_shouted(std::string_view name) {
  return name.size() > 2 &&
         std::ranges::none_of(name, [](char c) { return c == ' ' || (c >= 'a' && c <= 'z'); });
}

bool starts_with_capital(const Document& document, Span span) {
  return !span.empty() && is_upper(decode_utf8(document.text, span.begin).value);
}

// The bare name of a person within a mention: the core of the name that stands there.
std::optional<Span> person_name(const Document& document, const Mention& mention) {
  const auto after =
      std::ranges::lower_bound(document.names, mention.tokens.first, {},
                               [](const Name& name) { return name.tokens.last - 1; });
  for (auto name = after; name != document.names.end() && name->tokens.first < mention.tokens.last;
       ++name) {
    if (name->kind == NameKind::Person && mention.tokens.first <= name->core.first &&
        name->core.last <= mention.tokens.last) {
      return document.span_of(name->core);
    }
  }
  return std::nullopt;
}

class ActorNames {
 public:
  ActorNames(const Document& document, const Knowledge& knowledge, const PersonKeys& persons,
             NamesOfDocument& out)
      : document_(document), knowledge_(knowledge), persons_(persons), out_(out) {}

  void run() {
    for (const Mention& mention : document_.mentions) {
      if (mention.actor < 0 || mention.kind == MentionKind::Pronoun) continue;
      const Actor& actor = document_.actors[static_cast<size_t>(mention.actor)];
      switch (actor.kind) {
        case ActorKind::Person:
          add_person(mention, actor);
          break;
        case ActorKind::State:
          add_known(mention, actor);
          break;
        default:
          add_known(mention, actor), add_description(mention, actor);
          break;
      }
    }
    add_parties();
    add_in_frameworks();
  }

 private:
  void add(Span span, const std::string& id, std::string kind, std::string_view made_by) {
    NamePlace place;
    place.span = span;
    place.key = "actor:" + id;
    place.thing = name_in_packs(id);
    place.kind = std::move(kind);
    place.made_by = made_by;
    out_.places.push_back(std::move(place));
  }

  std::string name_in_packs(const std::string& id) const {
    if (const State* state = knowledge_.world.state(id)) return state->name;
    if (const Organisation* known = knowledge_.world.organisation(id)) return known->name;
    if (const Person* person = knowledge_.world.person(id)) return person->name;
    return {};
  }

  void add_person(const Mention& mention, const Actor& actor) {
    if (mention.kind != MentionKind::Name) return;
    const std::optional<Span> name = person_name(document_, mention);
    // A firm before its head ("ACME Carla Kent") is taken for a part of the name at times.
    if (name && !is_shouted(document_.str(*name)))
      add(*name, persons_.key(actor.id, actor.name), kind_of(actor.kind), "name.person");
  }

  // Names of the actor that the packs know, within the mention; of one that they do not know, the
  // whole mention.
  void add_known(const Mention& mention, const Actor& actor) {
    if (mention.kind != MentionKind::Name) return;
    bool found = false;
    int32_t behind = -1;
    for (const WorldMatch& match : world_matches(document_, knowledge_.world, mention.tokens)) {
      if (match.words.first < behind || id_of(match, knowledge_.world) != actor.id) continue;
      add(match.span, actor.id, kind_of(actor.kind), "name.actor");
      behind = match.words.last;
      found = true;
    }
    const bool known = knowledge_.world.state(actor.id) || knowledge_.world.organisation(actor.id);
    if (!found && !known && starts_with_capital(document_, mention.span)) {
      TokenRange words = words_in(document_, mention.span);
      if (words.size() > 3 && word(words.last - 1) == ")" && word(words.last - 3) == "(") {
        add(span(words.last - 2), actor.id, kind_of(actor.kind), "name.actor");
        words.last -= 3;
      }
      add(span_of(document_, words), actor.id, kind_of(actor.kind), "name.actor");
    }
  }

  // "The Communist party": a description that holds "communist" or another word of the party's
  // name.
  void add_description(const Mention& mention, const Actor& actor) {
    if (mention.kind != MentionKind::Description || actor.kind != ActorKind::Party) return;
    const TokenRange words = words_in(document_, mention.span);
    const int32_t last = words.last - 1;
    if (words.size() < 2 || word(last) != "party" ||
        !starts_with_capital(document_, span(last - 1)))
      return;
    const bool demonym = is_demonym(last - 1).has_value();
    if (!demonym && fold(actor.name).find(word(last - 1)) == std::string::npos) return;
    add(span_of(document_, {last - 1, words.last}), actor.id, kind_of(actor.kind), "name.party");
  }

  std::string_view word(int32_t i) const { return document_.words[static_cast<size_t>(i)].folded; }
  Span span(int32_t i) const { return document_.words[static_cast<size_t>(i)].span; }

  std::optional<std::string_view> is_demonym(int32_t i) const {
    std::vector<WorldMatch> matches;
    world_matches_at(document_, knowledge_.world, i, i + 1, matches);
    for (const WorldMatch& match : matches) {
      if (match.entity->kind == EntityKind::Demonym) {
        return knowledge_.world.states()[static_cast<size_t>(match.entity->index)].id;
      }
    }
    return std::nullopt;
  }

  // The one party of that state that the document names.
  const Actor* party_of(std::string_view state) const {
    const Actor* found = nullptr;
    for (const Actor& actor : document_.actors) {
      const Organisation* known = knowledge_.world.organisation(actor.id);
      if (known == nullptr || !known->party || known->state != state) continue;
      if (found != nullptr) return nullptr;
      found = &actor;
    }
    return found;
  }

  // "Vietnamese Party", also within a title.
  void add_parties() {
    for (const Sentence& sentence : document_.sentences) {
      for (int32_t i = sentence.words.first; i + 1 < sentence.words.last; ++i) {
        if (word(i + 1) != "party" || !starts_with_capital(document_, span(i + 1))) continue;
        const std::optional<std::string_view> state = is_demonym(i);
        const Actor* party = state ? party_of(*state) : nullptr;
        if (party != nullptr)
          add(span_of(document_, {i, i + 2}), party->id, kind_of(party->kind), "name.party");
      }
    }
  }

  // "United Nations" of "United Nations Charter": no mention, but the name is used.
  void add_in_frameworks() {
    for (const Framework& framework : document_.frameworks) {
      const TokenRange tokens = tokens_of(document_, words_in(document_, framework.text));
      int32_t behind = -1;
      for (const WorldMatch& match : world_matches(document_, knowledge_.world, tokens)) {
        if (match.words.first < behind || match.entity->kind != EntityKind::Organisation) continue;
        if (!framework.text.contains(match.span)) continue;
        const Organisation& known =
            knowledge_.world.organisations()[static_cast<size_t>(match.entity->index)];
        add(match.span, known.id, known.party ? "party" : "organisation", "name.actor");
        behind = match.words.last;
      }
    }
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const PersonKeys& persons_;
  NamesOfDocument& out_;
};

}  // namespace

void add_actor_names(const Document& document, const Knowledge& knowledge,
                     const PersonKeys& persons, NamesOfDocument& out) {
  ActorNames(document, knowledge, persons, out).run();
}

namespace {

// Organs of organisations in one sentence: "Congress Party (CP) Working Committee", "CP Working
// Committee", "Working Committee of the CP". An organisation's name, also with its abbreviation in
// brackets, and a noun of organ with capitals after it, or before it and "of".
class OrganNames {
 public:
  OrganNames(const Document& document, const Knowledge& knowledge, TokenRange words,
             NamesOfDocument& out)
      : document_(document), knowledge_(knowledge), words_(words), out_(out) {}

  // The organisation's name is in words [first, last).
  void add(int32_t first, int32_t last) {
    if (const int32_t end = organ_after(last); end > last) add_place({first, end});
    if (const int32_t start = organ_before(first); start < first) add_place({start, last});
  }

 private:
  std::string_view word(int32_t i) const {
    return words_.contains(i) ? document_.words[static_cast<size_t>(i)].folded : std::string_view();
  }
  bool is_capital(int32_t i) const {
    return words_.contains(i) &&
           starts_with_capital(document_, document_.words[static_cast<size_t>(i)].span);
  }
  bool is_organ(int32_t i) const {
    const ActorNoun* noun = knowledge_.actor_words.noun(word(i));
    return is_capital(i) && noun != nullptr && (noun->classes & kOrgan) != 0;
  }

  int32_t organ_after(int32_t last) const {
    const int32_t from = word(last) == "(" && word(last + 2) == ")" ? last + 3 : last;
    int32_t end = last;
    for (int32_t i = from; i < from + kLongestOrgan && is_capital(i); ++i) {
      if (is_organ(i)) end = i + 1;
    }
    return end;
  }

  int32_t organ_before(int32_t first) const {
    int32_t i = first - 1;
    if (word(i) == "the") --i;
    if (word(i) != "of" || !is_organ(i - 1)) return first;
    const int32_t organ = --i;
    while (i - 1 > organ - kLongestOrgan && is_capital(i - 1) && word(i - 1) != "the") --i;
    return i;
  }

  void add_place(TokenRange words) {
    NamePlace place;
    place.span = span_of(document_, words);
    place.key = "name:" + name_key(document_.str(place.span), knowledge_);
    place.kind = "body";
    place.made_by = "name.organ";
    out_.places.push_back(std::move(place));
  }

  const Document& document_;
  const Knowledge& knowledge_;
  TokenRange words_;
  NamesOfDocument& out_;
};

}  // namespace

void add_organ_names(const Document& document, const Knowledge& knowledge, NamesOfDocument& out) {
  for (const Sentence& sentence : document.sentences) {
    OrganNames organs(document, knowledge, sentence.words, out);
    int32_t behind = -1;
    for (const WorldMatch& match : world_matches(document, knowledge.world, sentence.tokens)) {
      if (match.entity->kind != EntityKind::Organisation || match.words.first < behind) continue;
      behind = match.words.last;
      organs.add(match.words.first, match.words.last);
    }
  }
}

}  // namespace verbale
