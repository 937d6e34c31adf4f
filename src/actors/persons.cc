// Which names of persons are of one person.
//
// The fullest names are taken first, so that "President Biden" of a headline finds the "Joseph R.
// Biden, Jr." of the first paragraph; a name that fits several goes to the one named last before
// it, else next after it. Then the text is searched for single words of these names that no earlier
// stage took for a name ("Lam").
#include <algorithm>
#include <numeric>

#include "actors/person_names.h"
#include "actors/persons.h"

namespace verbale::actors {
namespace {

constexpr size_t kSeeds = 32;      // unknown names minded in one document
constexpr size_t kCompared = 256;  // persons that one name is compared with

struct PersonName {
  int32_t name = -1;  // into the names given
  NameWords words;
  int32_t world = -1;
};

int32_t world_person(const Scene& scene, std::string_view id) {
  const Person* person = id.empty() ? nullptr : scene.knowledge.world.person(id);
  return person == nullptr ? -1
                           : static_cast<int32_t>(person - scene.knowledge.world.persons().data());
}

std::vector<PersonName> person_names(const Scene& scene, const std::vector<Name>& names) {
  std::vector<PersonName> found;
  for (size_t n = 0; n < names.size(); ++n) {
    const Name& name = names[n];
    if (name.kind != NameKind::Person || scene.is_furniture(name.tokens)) continue;
    PersonName entry{static_cast<int32_t>(n), name_words(scene, name.core),
                     world_person(scene, name.id)};
    if (!entry.words.empty()) found.push_back(std::move(entry));
  }
  return found;
}

// The person of the document that bears the name; -1: somebody new.
int32_t bearer(const Scene& scene, const PersonName& name, int32_t at) {
  const ActorWords& words = scene.knowledge.actor_words;
  int32_t best = -1;
  int64_t best_distance = 0;
  const size_t count = scene.persons.size();
  for (size_t i = count > kCompared ? count - kCompared : 0; i < count; ++i) {
    const PersonFacts& facts = scene.persons[i];
    const bool same_id = name.world >= 0 && facts.world == name.world;
    const bool other_id = name.world >= 0 && facts.world >= 0 && !same_id && name.words.size() > 1;
    if (other_id || (!same_id && !may_stand_for(words, name.words, facts.words))) continue;
    const int64_t ahead = at - facts.first_token;
    const int64_t distance = (ahead >= 0 ? ahead : 1'000'000 - ahead) - (same_id ? 10'000'000 : 0);
    if (best < 0 || distance < best_distance) {
      best = static_cast<int32_t>(i);
      best_distance = distance;
    }
  }
  return best;
}

int32_t new_person(Scene& scene, const PersonName& name, const Name& of) {
  Actor actor;
  actor.kind = ActorKind::Person;
  actor.name = scene.document.str(scene.document.span_of(of.core));
  const int32_t index = scene.add_actor(std::move(actor));
  PersonFacts& facts = scene.person(index);
  facts.words = name.words;
  facts.world = name.world;
  facts.first_token = of.tokens.first;
  if (name.world >= 0) {
    const Person& person = scene.knowledge.world.persons()[static_cast<size_t>(name.world)];
    scene.actor(index).state = person.state;
    if (person.gender == "m") facts.gender = Gender::Male;
    if (person.gender == "f") facts.gender = Gender::Female;
  }
  return index;
}

// A word that a person may be called by alone: the first or the last of the name.
struct ShortName {
  std::string_view word;
  int32_t actor = -1;
};

std::vector<ShortName> short_names(const Scene& scene) {
  std::vector<ShortName> found;
  for (size_t i = 0; i < std::min(scene.persons.size(), kCompared); ++i) {
    const NameWords& words = scene.persons[i].words;
    if (words.size() < 2) continue;
    for (const std::string_view word : {words.back(), words.front()}) {
      if (word.size() > 1) found.push_back({word, static_cast<int32_t>(i)});
    }
  }
  return found;
}

// A name of these kinds may be a person's short name mistaken for a place or a company.
bool is_doubtful(const Scene& scene, int32_t t) {
  const int32_t n = scene.name_at[static_cast<size_t>(t)];
  if (n < 0) return true;
  const Name& name = scene.document.names[static_cast<size_t>(n)];
  const bool weak = name.kind == NameKind::Place || name.kind == NameKind::Other ||
                    (name.kind == NameKind::Organisation && name.id.empty());
  return weak && name.core.size() == 1;
}

// Whether no stage before took the tokens for something else.
bool is_free(const Scene& scene, TokenRange range) {
  if (range.last > scene.token_count() || scene.is_furniture(range)) return false;
  for (int32_t t = range.first; t < range.last; ++t) {
    const int32_t n = scene.name_at[static_cast<size_t>(t)];
    const bool organisation =
        n >= 0 && scene.document.names[static_cast<size_t>(n)].kind == NameKind::Organisation;
    if (organisation || scene.named_at[static_cast<size_t>(t)] >= 0 || !is_doubtful(scene, t))
      return false;
  }
  return true;
}

// One to four capitalised proper nouns, hyphens and particles between, none of them a noun of an
// actor.
bool is_bare_name(const Scene& scene, TokenRange range) {
  if (range.empty() || range.size() > 8 || !is_free(scene, range)) return false;
  int32_t proper = 0;
  for (int32_t t = range.first; t < range.last; ++t) {
    const Token& token = scene.token(t);
    if (scene.noun(t) != nullptr || token.plural) return false;
    if (token.upos == Upos::PROPN && is_capitalised(scene.document, t)) {
      ++proper;
    } else if (token.lower != "-" && token.lower != "bin" && token.lower != "al" &&
               token.lower != "de") {
      return false;
    }
  }
  const bool all_capitals = range.size() == 1 && scene.document.form(range.first).size() > 1 &&
                            scene.document.form(range.first)[1] >= 'A' &&
                            scene.document.form(range.first)[1] <= 'Z';
  return proper > 0 && proper <= 4 && !all_capitals;
}

bool same_words(const Scene& scene, TokenRange a, TokenRange b) {
  if (b.last > scene.token_count()) return false;
  for (int32_t i = 0; i < a.size(); ++i) {
    if (scene.folded[static_cast<size_t>(a.first + i)] !=
        scene.folded[static_cast<size_t>(b.first + i)]) {
      return false;
    }
  }
  return true;
}

bool is_known_seed(const Scene& scene, const std::vector<TokenRange>& seeds, TokenRange range) {
  return std::any_of(seeds.begin(), seeds.end(), [&](TokenRange seed) {
    return seed.size() == range.size() && same_words(scene, seed, range);
  });
}

}  // namespace

std::vector<Name> find_bare_names(const Scene& scene) {
  std::vector<TokenRange> seeds;
  for (const Statement& statement : scene.document.statements) {
    const TokenRange source = statement.source_tokens;
    if (seeds.size() < kSeeds && is_bare_name(scene, source) &&
        !is_known_seed(scene, seeds, source)) {
      seeds.push_back(source);
    }
  }
  std::vector<Name> found;
  if (seeds.empty()) return found;
  for (int32_t t = 0; t < scene.token_count(); ++t) {
    if (!is_capitalised(scene.document, t)) continue;
    for (const TokenRange seed : seeds) {
      const TokenRange place{t, t + seed.size()};
      if (!same_words(scene, seed, place) || !is_free(scene, place)) continue;
      found.push_back({place, place, NameKind::Person, {}, "name.source"});
      t = place.last - 1;
      break;
    }
  }
  return found;
}

std::vector<int32_t> group_persons(Scene& scene, const std::vector<Name>& all) {
  std::vector<int32_t> actor_of(all.size(), -1);
  const std::vector<PersonName> names = person_names(scene, all);
  std::vector<size_t> order(names.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return names[a].words.size() > names[b].words.size();
  });
  for (const size_t i : order) {
    const PersonName& name = names[i];
    const Name& of = all[static_cast<size_t>(name.name)];
    int32_t actor = bearer(scene, name, of.tokens.first);
    if (actor < 0) actor = new_person(scene, name, of);
    PersonFacts& facts = scene.person(actor);
    facts.first_token = std::min(facts.first_token, of.tokens.first);
    if (facts.world < 0) facts.world = name.world;
    Actor& entry = scene.actor(actor);
    const std::string_view written = scene.document.str(scene.document.span_of(of.core));
    if (name.words.size() == facts.words.size() && written.size() > entry.name.size()) {
      entry.name = written;
    }
    actor_of[static_cast<size_t>(name.name)] = actor;
  }
  return actor_of;
}

std::vector<ShortMention> find_short_names(const Scene& scene) {
  std::vector<ShortMention> found;
  const std::vector<ShortName> names = short_names(scene);
  if (names.empty()) return found;
  for (int32_t t = 0; t < scene.token_count(); ++t) {
    if (!is_capitalised(scene.document, t) || !is_doubtful(scene, t)) continue;
    if (scene.in_furniture[static_cast<size_t>(t)]) continue;
    const Token& token = scene.token(t);
    if (token.upos != Upos::PROPN && token.upos != Upos::NOUN && token.upos != Upos::X) continue;
    for (const ShortName& name : names) {
      if (name.word != scene.folded[static_cast<size_t>(t)]) continue;
      found.push_back({t, name.actor});
      break;
    }
  }
  return found;
}

}  // namespace verbale::actors
