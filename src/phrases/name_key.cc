#include "phrases/name_key.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

// "us" in a name is a word unless it is written "US".
bool is_written_small(std::string_view name, std::string_view word) {
  if (word.size() > 3) return false;
  std::string upper;
  for (const char c : word) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name.find(upper) == std::string_view::npos;
}

// The state or organisation whose name the match is; "" if it is none.
std::string_view actor_of(const PhraseTable::Match& match, const World& world) {
  for (const int32_t value : match.values) {
    const Entity& entity = world.entities()[static_cast<size_t>(value)];
    const size_t index = static_cast<size_t>(entity.index);
    if (entity.kind == EntityKind::State || entity.kind == EntityKind::Demonym)
      return world.states()[index].id;
    if (entity.kind == EntityKind::Organisation) return world.organisations()[index].id;
  }
  return {};
}

}  // namespace

std::string name_key(std::string_view name, const Knowledge& knowledge,
                     std::span<const std::string> ids) {
  const std::vector<std::string> words = split_words(name);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const NameForms& forms = knowledge.name_forms;
  std::vector<std::string> parts(ids.begin(), ids.end());
  for (size_t i = 0; i < views.size();) {
    const std::span<const std::string_view> ahead = std::span(views).subspan(i);
    const PhraseTable::Match actor = knowledge.world.names().longest(ahead);
    const std::string_view id =
        actor.length > 0 ? actor_of(actor, knowledge.world) : std::string_view();
    if (!id.empty() && !(actor.length == 1 && is_written_small(name, views[i]))) {
      parts.emplace_back(id);
      i += static_cast<size_t>(actor.length);
      continue;
    }
    if (const PhraseTable::Match same = forms.same().longest(ahead); same.length > 0) {
      parts.emplace_back(forms.replacement(same.values[0]));
      i += static_cast<size_t>(same.length);
      continue;
    }
    if (!forms.is(views[i], NameWordClass::Small)) parts.emplace_back(views[i]);
    ++i;
  }
  std::ranges::sort(parts);
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::string key;
  for (const std::string& part : parts) key += (key.empty() ? "" : " ") + part;
  return key;
}

PersonKeys::PersonKeys(const Knowledge& knowledge) : knowledge_(knowledge) {
  for (const Person& person : knowledge.world.persons()) {
    const std::string parts = parts_of(person.name);
    if (parts.empty()) continue;
    const auto [found, fresh] = known_.try_emplace(parts, person.id);
    if (!fresh && found->second != person.id) found->second.clear();
  }
}

std::string PersonKeys::parts_of(std::string_view name) const {
  std::vector<std::string> parts;
  for (const std::string& word : split_words(name)) {
    const bool initial =
        word.size() < 2 || (word.size() <= 4 && word.find('.') != std::string::npos);
    if (initial || word == "jr" || word == "sr" || word == "iii") continue;
    const GivenName* given = knowledge_.actor_words.given_name(word);
    parts.push_back(given != nullptr && !given->form_of.empty() ? given->form_of : word);
  }
  if (parts.size() < 2) return {};
  std::ranges::sort(parts);
  std::string key;
  for (const std::string& part : parts) key += (key.empty() ? "" : "-") + part;
  return key;
}

std::string PersonKeys::key(std::string_view id, std::string_view name) const {
  if (knowledge_.world.person(id) != nullptr) return std::string(id);
  const std::vector<std::string> words = split_words(name);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const PhraseTable::Match match = knowledge_.world.names().longest(views);
  for (const int32_t value : match.values) {
    const Entity& entity = knowledge_.world.entities()[static_cast<size_t>(value)];
    if (entity.kind != EntityKind::Person || static_cast<size_t>(match.length) != views.size())
      continue;
    return knowledge_.world.persons()[static_cast<size_t>(entity.index)].id;
  }
  const std::string parts = parts_of(name);
  if (parts.empty()) return std::string(id);
  const auto known = known_.find(parts);
  return known == known_.end() || known->second.empty() ? parts : known->second;
}

std::string with_single_blanks(std::string_view name) {
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < name.size();) {
    const CodePoint c = decode_utf8(name, at);
    if (is_space(c.value)) {
      blank = true;
    } else {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += name.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

TokenRange words_in(const Document& document, Span span) {
  const auto first = std::ranges::lower_bound(document.words, span.begin, {},
                                              [](const Word& word) { return word.span.begin; });
  const auto last = std::ranges::lower_bound(first, document.words.end(), span.end, {},
                                             [](const Word& word) { return word.span.begin; });
  return {static_cast<int32_t>(first - document.words.begin()),
          static_cast<int32_t>(last - document.words.begin())};
}

Span span_of(const Document& document, TokenRange words) {
  if (words.empty()) return {};
  return {document.words[static_cast<size_t>(words.first)].span.begin,
          document.words[static_cast<size_t>(words.last) - 1].span.end};
}

TokenRange tokens_of(const Document& document, TokenRange words) {
  if (words.empty()) return {};
  return {document.words[static_cast<size_t>(words.first)].token,
          document.words[static_cast<size_t>(words.last) - 1].token + 1};
}

std::string plain_form(std::string_view name) {
  const std::string lower = to_lower(name);
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < lower.size();) {
    const CodePoint c = decode_utf8(lower, at);
    at += c.length;
    if (is_space(c.value)) {
      blank = true;
    } else if (c.value == '-' || (c.value >= 0x2010 && c.value <= 0x2015)) {
      out += '-';
      blank = false;
    } else {
      if (blank && !out.empty() && out.back() != '-') out += ' ';
      blank = false;
      if (c.value == 0x2018 || c.value == 0x2019)
        out += '\'';
      else
        append_utf8(out, c.value);
    }
  }
  return out;
}

}  // namespace verbale
