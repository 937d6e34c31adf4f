// Persons first, with their titles, which take in states and parties; then the names of the packs that
// are left; then what the recogniser proposed and nothing else explains.
#include "names/names.h"

#include <algorithm>

#include "names/person_finder.h"
#include "names/token_view.h"

namespace verbale {
namespace {

class NameFinder {
 public:
  NameFinder(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), view_(view_tokens(document, knowledge)),
        covered_(document.tokens.size(), false), proposals_(std::move(document.names)) {}

  void run() {
    add_persons();
    for (const Atom& atom : view_.atoms) add_atom(atom);
    for (const Name& proposal : proposals_) add_proposal(proposal);
    std::sort(names_.begin(), names_.end(),
              [](const Name& a, const Name& b) { return a.tokens < b.tokens; });
    std::erase_if(names_, [&](const Name& name) { return is_byline(name); });
    document_.names = std::move(names_);
  }

 private:
  void add_persons() {
    std::vector<bool> proposed(document_.tokens.size(), false);
    for (const Name& proposal : proposals_) {
      if (proposal.kind != NameKind::Person) continue;
      for (int32_t i = proposal.core.first; i < proposal.core.last; ++i) {
        proposed[static_cast<size_t>(i)] = true;
      }
    }
    for (const PersonName& person : find_persons(document_, knowledge_, view_, proposed)) {
      add({person.tokens, person.core, NameKind::Person, person.id, person.made_by});
    }
  }

  bool is_free(TokenRange tokens) const {
    return std::none_of(covered_.begin() + tokens.first, covered_.begin() + tokens.last,
                        [](bool set) { return set; });
  }

  void add(const Name& name) {
    if (name.tokens.empty() || !is_free(name.tokens)) return;
    for (int32_t i = name.tokens.first; i < name.tokens.last; ++i) covered_[static_cast<size_t>(i)] = true;
    names_.push_back(name);
  }

  void add_atom(const Atom& atom) {
    const World& world = knowledge_.world;
    const size_t index = static_cast<size_t>(atom.entity->index);
    const TokenRange tokens = with_abbreviation(atom.tokens);
    switch (atom.entity->kind) {
      case EntityKind::State:
        return add({tokens, atom.tokens, NameKind::State, world.states()[index].id, "names.pack"});
      case EntityKind::Organisation: {
        const Organisation& organisation = world.organisations()[index];
        const NameKind kind = organisation.party ? NameKind::Party : NameKind::Organisation;
        return add({tokens, atom.tokens, kind, organisation.id, "names.pack"});
      }
      case EntityKind::Place: case EntityKind::Government:
        return add({atom.tokens, atom.tokens, NameKind::Place, {}, "names.pack"});
      case EntityKind::Demonym: case EntityKind::Person: return;
    }
  }

  // "Republic of Korea (ROK)", "People's Republic of China's (PRC)": with an abbreviation in brackets.
  TokenRange with_abbreviation(TokenRange tokens) const {
    const auto lower = [&](int32_t at) { return document_.tokens[static_cast<size_t>(at)].lower; };
    const int32_t size = static_cast<int32_t>(document_.tokens.size());
    int32_t at = tokens.last;
    if (at < size && (lower(at) == "'s" || lower(at) == "\u2019s")) ++at;
    if (at + 2 >= size || lower(at) != "(" || lower(at + 2) != ")") return tokens;
    const std::string_view inside = document_.form(at + 1);
    const bool capitals = inside.size() >= 2 && inside.size() <= 8 &&
                          std::count_if(inside.begin(), inside.end(),
                                        [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
    return capitals ? TokenRange{tokens.first, at + 3} : tokens;
  }

  // "(Xinhua)" of a dateline says whose report it is, and is nobody in it.
  bool is_byline(const Name& name) const {
    const Span outlet = document_.publication.outlet.evidence;
    return name.kind == NameKind::Organisation && !outlet.empty() && outlet.contains(document_.span_of(name.tokens));
  }

  // Of the recogniser's names those that are no persons (the persons were asked for before).
  void add_proposal(const Name& proposal) {
    if (proposal.kind == NameKind::Person) return;
    Name name = proposal;
    if (name.kind == NameKind::Organisation) name.tokens = with_abbreviation(proposal.tokens);
    add(name);
  }

  Document& document_;
  const Knowledge& knowledge_;
  const TokenView view_;
  std::vector<bool> covered_;
  const std::vector<Name> proposals_;
  std::vector<Name> names_;
};

}  // namespace

void find_names(Document& document, const Knowledge& knowledge) {
  NameFinder(document, knowledge).run();
}

}  // namespace verbale
