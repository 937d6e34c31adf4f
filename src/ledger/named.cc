#include "ledger/named.h"

#include <algorithm>
#include <optional>
#include <set>

#include "actors/resolve.h"
#include "base/utf8.h"
#include "ledger/names.h"
#include "phrases/named_things.h"

namespace verbale {
namespace {

std::optional<FrameworkKind> framework_kind(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(FrameworkKind::Event); ++i) {
    const FrameworkKind kind = static_cast<FrameworkKind>(i);
    if (to_string(kind) == name) return kind;
  }
  return std::nullopt;
}

// What persons are: the places of their offices in the text.
std::vector<Span> offices_in(const Document& document) {
  std::vector<Span> offices;
  for (const Actor& actor : document.actors) {
    for (const Role& role : actor.roles) {
      if (!role.from_text.empty()) offices.push_back(role.from_text);
    }
  }
  for (const Meeting& meeting : document.meetings) {
    for (const Participant& participant : meeting.participants) {
      if (!participant.role.empty()) offices.push_back(participant.role);
    }
  }
  return offices;
}

}  // namespace

NamedThings::NamedThings(std::span<const Document> documents, std::vector<int32_t> used,
                         const std::vector<std::string>& states, const Knowledge& knowledge)
    : documents_(documents),
      used_(std::move(used)),
      states_(states),
      knowledge_(knowledge),
      places_(documents.size()) {
  for (const int32_t i : used_) {
    const size_t place = static_cast<size_t>(i);
    add_frameworks(documents[place], places_[place]);
  }
  add_things();
  for (std::vector<NamedPlace>& places : places_) {
    for (NamedPlace& place : places) place.key = root(place.key);
    std::ranges::stable_sort(places, {}, [](const NamedPlace& place) { return place.text; });
  }
}

void NamedThings::add_frameworks(const Document& document, std::vector<NamedPlace>& places) const {
  const std::vector<Span> offices = offices_in(document);
  for (size_t i = 0; i < document.frameworks.size(); ++i) {
    const Framework& framework = document.frameworks[i];
    const bool office = std::ranges::any_of(
        offices, [&](Span span) { return span.contains(framework.text); });
    if (office) continue;
    places.push_back({framework.text, framework.name,
                      framework_key(framework.name, states_, knowledge_.world), framework.kind,
                      !framework.id.empty(), static_cast<int32_t>(i)});
  }
}

// Wordings that phrases/ knows to be of one thing: where frameworks stand there, their keys are
// joined; where none does, the wording is a name of its own.
void NamedThings::add_things() {
  std::vector<const Document*> pointers;
  for (const int32_t i : used_) pointers.push_back(&documents_[static_cast<size_t>(i)]);
  for (const NamedThing& thing : find_named_things(pointers, knowledge_)) {
    const std::optional<FrameworkKind> kind = framework_kind(thing.kind);
    if (!kind || *kind == FrameworkKind::Body) continue;  // who somebody is, not what is followed
    // Behind all names in the order of keys, so that the key of a name is kept where there is one.
    const std::string key = "~" + thing.id;
    for (const NameUse& use : thing.uses) {
      for (const DocumentPlace& at : use.places) {
        const int32_t document = used_[static_cast<size_t>(at.document)];
        std::vector<NamedPlace>& places = places_[static_cast<size_t>(document)];
        bool there = false;
        for (const NamedPlace& place : places) {
          if (!place.text.overlaps(at.span)) continue;
          there = true;
          if (place.kind == *kind && place.key != key) join_keys(key, place.key);
        }
        if (!there) places.push_back({at.span, thing.name, key, *kind, true, -1});
      }
    }
  }
}

std::string NamedThings::root(const std::string& key) const {
  const std::string* at = &key;
  for (auto found = above_.find(*at); found != above_.end(); found = above_.find(*at))
    at = &found->second;
  return *at;
}

void NamedThings::join_keys(const std::string& one, const std::string& other) {
  const std::string a = root(one);
  const std::string b = root(other);
  if (a != b) above_[std::max(a, b)] = std::min(a, b);
}

}  // namespace verbale
