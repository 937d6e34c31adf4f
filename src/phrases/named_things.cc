#include "phrases/named_things.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "phrases/name_key.h"
#include "phrases/name_places.h"

namespace verbale {
namespace {

// Keys that name one thing, as sets with the least key as the thing's own.
class KeySets {
 public:
  const std::string& root(const std::string& key) {
    const std::string* at = &key;
    for (auto found = above_.find(*at); found != above_.end(); found = above_.find(*at))
      at = &found->second;
    return *at;
  }
  void join(const std::string& one, const std::string& other) {
    const std::string a = root(one);
    const std::string b = root(other);
    if (a != b) above_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::map<std::string, std::string, std::less<>> above_;
};

struct Gathered {
  std::string thing;
  std::map<std::string, int64_t> kinds;
  std::set<std::string_view> made_by;
  std::map<std::string, NameUse> uses;
};

// The name that most say with the most words: longest, then the most used, then the first in the
// alphabet.
const NameUse& fullest(const std::vector<NameUse>& uses) {
  return *std::ranges::min_element(uses, {}, [](const NameUse& use) {
    return std::tuple(-static_cast<int64_t>(use.name.size()),
                      -static_cast<int64_t>(use.places.size()), std::string_view(use.name));
  });
}

bool has_two_names(const Gathered& gathered) {
  std::set<std::string> forms;
  for (const auto& [name, use] : gathered.uses) forms.insert(plain_form(name));
  return forms.size() >= 2;
}

std::string most_common(const std::map<std::string, int64_t>& counts) {
  std::string best;
  int64_t most = 0;
  for (const auto& [what, count] : counts) {
    if (count > most) best = what, most = count;
  }
  return best;
}

// "kent" of "carla-kent".
bool has_part(std::string_view id, std::string_view part) {
  if (id.size() <= part.size()) return false;
  return id.starts_with(std::string(part) + "-") || id.ends_with("-" + std::string(part)) ||
         id.find("-" + std::string(part) + "-") != std::string_view::npos;
}

// A person's id from a short name ("actor:ivanov") is that of the one person in the record whose
// name has it as a part, where no other person's does and both are of one state.
void join_short_names(const std::map<std::string, std::set<std::string>>& states_of_person,
                      KeySets& keys) {
  for (const auto& [key, states] : states_of_person) {
    const std::string id = key.substr(key.find(':') + 1);
    if (id.find('-') != std::string::npos) continue;
    const std::string* full = nullptr;
    bool several = false;
    for (const auto& [other, other_states] : states_of_person) {
      const bool ends = has_part(other.substr(other.find(':') + 1), id);
      if (!ends) continue;
      std::vector<std::string> shared;
      std::ranges::set_intersection(states, other_states, std::back_inserter(shared));
      several |= full != nullptr;
      if (!shared.empty()) full = &other;
    }
    if (full != nullptr && !several) keys.join(key, *full);
  }
}

}  // namespace

std::vector<int32_t> order_of_documents(std::span<const Document* const> documents) {
  std::vector<int32_t> order(documents.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int32_t>(i);
  std::ranges::stable_sort(order, [&](int32_t a, int32_t b) {
    const auto rank = [&](int32_t i) {
      const Document& document = *documents[static_cast<size_t>(i)];
      const std::string& day = document.publication.day().value;
      // A year alone comes after its days: that it was before one of them cannot be told.
      return std::tuple(day.empty(), day + "~", std::string_view(document.source.name));
    };
    return rank(a) < rank(b);
  });
  return order;
}

std::vector<NamedThing> find_named_things(std::span<const Document* const> documents,
                                          const Knowledge& knowledge) {
  KeySets keys;
  const PersonKeys persons(knowledge);
  std::map<std::string, std::set<std::string>> states_of_person;
  std::vector<NamesOfDocument> names(documents.size());
  const std::vector<int32_t> order = order_of_documents(documents);
  for (const int32_t i : order) {
    const Document& document = *documents[static_cast<size_t>(i)];
    names[static_cast<size_t>(i)] = names_of_document(document, knowledge, persons);
    for (const SameKeys& same : names[static_cast<size_t>(i)].same) keys.join(same.one, same.other);
    for (const Actor& actor : document.actors) {
      if (actor.kind != ActorKind::Person) continue;
      states_of_person["actor:" + persons.key(actor.id, actor.name)].insert(actor.state);
    }
  }
  for (auto& [key, states] : states_of_person) states.erase("");
  join_short_names(states_of_person, keys);

  std::map<std::string, Gathered> things;
  for (const int32_t i : order) {
    const Document& document = *documents[static_cast<size_t>(i)];
    for (const NamePlace& place : names[static_cast<size_t>(i)].places) {
      Gathered& gathered = things[keys.root(place.key)];
      if (gathered.thing.empty()) gathered.thing = place.thing;
      // A name that nobody knows is taken for a person's at times; what stands behind it in
      // brackets tells more.
      gathered.kinds[place.kind] += place.made_by == "name.bracket" ? 100 : 1;
      gathered.made_by.insert(place.made_by);
      NameUse& use = gathered.uses[with_single_blanks(document.str(place.span))];
      use.places.push_back({i, place.span});
      ++use.sides[document.publication.side.value];
      if (place.known >= 0) {
        use.known_users = knowledge.same_names.names()[static_cast<size_t>(place.known)].used_by;
      }
    }
  }

  std::vector<NamedThing> out;
  std::vector<int32_t> rank(order.size());
  for (size_t i = 0; i < order.size(); ++i)
    rank[static_cast<size_t>(order[i])] = static_cast<int32_t>(i);
  for (auto& [key, gathered] : things) {
    if (!has_two_names(gathered)) continue;
    NamedThing& thing = out.emplace_back();
    thing.kind = most_common(gathered.kinds);
    thing.id = thing.kind + key.substr(key.find(':'));
    thing.made_by.assign(gathered.made_by.begin(), gathered.made_by.end());
    for (auto& [name, use] : gathered.uses) {
      use.name = name;
      thing.uses.push_back(std::move(use));
    }
    std::ranges::sort(thing.uses, [&](const NameUse& a, const NameUse& b) {
      const auto first = [&](const NameUse& use) {
        return std::tuple(rank[static_cast<size_t>(use.places[0].document)],
                          use.places[0].span.begin, use.places[0].span.end);
      };
      return first(a) < first(b);
    });
    thing.name = gathered.thing.empty() ? fullest(thing.uses).name : gathered.thing;
  }
  std::ranges::stable_sort(out, [](const NamedThing& a, const NamedThing& b) {
    return std::tie(a.kind, a.name, a.id) < std::tie(b.kind, b.name, b.id);
  });
  return out;
}

}  // namespace verbale
