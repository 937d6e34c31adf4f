#include "overview/offices.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "base/utf8.h"

namespace verbale {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const std::string folded = fold(text) + ' ';
  for (size_t at = 0; at < folded.size();) {
    const CodePoint c = decode_utf8(folded, at);
    if (is_word_character(c.value)) {
      word += folded.substr(at, c.length);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    at += c.length;
  }
  return words;
}

bool is_small(std::string_view word) {
  constexpr std::string_view kSmall[] = {"the", "of", "and", "for", "to", "a", "an", "his", "her", "its", "s"};
  return std::ranges::find(kSmall, word) != std::end(kSmall);
}

// "Top leader": says what somebody is, not which office is his.
bool is_description(std::string_view word) {
  constexpr std::string_view kWords[] = {"top", "leader", "leaders", "paramount", "senior"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

// The words that matter, in no order.
std::string plain_key(const Words& words) {
  std::set<std::string_view> kept;
  for (const std::string& word : words) {
    if (!is_small(word)) kept.insert(word);
  }
  return fmt::format("{}", fmt::join(kept, " "));
}

bool covers(const Term& term, std::string_view day) {
  const bool begun = term.from.empty() || std::string_view(term.from) <= day;
  return begun && (term.to.empty() || day.substr(0, term.to.size()) <= term.to);
}

int64_t words_in_common(const Words& words, std::string_view title) {
  const Words others = words_of(title);
  return std::ranges::count_if(words, [&](const std::string& word) {
    return !is_small(word) && std::ranges::find(others, word) != others.end();
  });
}

}  // namespace

// Do the packs have a term of that kind, whatever its days?
bool OfficeGatherer::knows(OfficeKind kind) const {
  if (person_ < 0 || kind == OfficeKind::Other) return false;
  return std::ranges::any_of(knowledge_.world.terms_of(person_), [&](int32_t index) {
    return knowledge_.world.terms()[static_cast<size_t>(index)].kind == kind;
  });
}

// The term of that kind in which the day lies; of several the one whose title has most of the words.
const Term* OfficeGatherer::term_of(OfficeKind kind, const std::vector<std::string>& words, std::string_view day) const {
  const Term* best = nullptr;
  int64_t most = -1;
  if (day.empty() || !knows(kind)) return nullptr;
  for (const int32_t index : knowledge_.world.terms_of(person_)) {
    const Term& term = knowledge_.world.terms()[static_cast<size_t>(index)];
    if (term.kind != kind || !covers(term, day)) continue;
    const int64_t common = words_in_common(words, term.title);
    if (common <= most) continue;
    most = common;
    best = &term;
  }
  return best;
}

OfficeGatherer::Office OfficeGatherer::office_of(const std::string& title, std::string_view day) const {
  const Words words = words_of(title);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const std::optional<OfficeKind> kind = knowledge_.titles.office_of(views);
  if (!kind || std::ranges::all_of(words, is_description)) return {};
  const Term* term = term_of(*kind, words, day);
  // The days of the term part two terms in one office.
  if (term != nullptr) return {fmt::format("term {} {}", term->from, plain_key(words_of(term->title))), term->title, *kind};
  // An office that is over, or not yet begun, is recalled by courtesy: it was not held on that day.
  if (!day.empty() && knows(*kind)) return {};
  return {"title " + plain_key(words), "", *kind};
}

void OfficeGatherer::add(const ActorSighting& sighting) {
  for (const RoleSighting& role : sighting.roles) {
    const Office office = office_of(role.title, sighting.date);
    if (office.key.empty()) continue;
    Group& group = groups_[office.key];
    group.known = !office.title.empty();
    group.kind = office.kind;
    ++group.titles[group.known ? office.title : role.title];
    group.evidence.try_emplace({sighting.date.empty() ? std::string(kNoDay) : sighting.date, sighting.document},
                               OfficeEvidence{sighting.document, sighting.date, role.text, role.start, role.end});
  }
}

// Of one kind, and nothing in it that the other does not say: "President" beside "President of Vietnam". Where the packs
// know his terms of that kind, whatever he is called then is that office, as on a day.
bool OfficeGatherer::may_mean(const Group& undated, const Group& other) const {
  if (undated.kind != other.kind) return false;
  if (knows(undated.kind) && other.known) return true;
  const Words words = words_of(undated.titles.begin()->first);
  return std::ranges::any_of(other.titles, [&](const auto& title) {
    const Words all = words_of(title.first);
    return std::ranges::all_of(words, [&](const std::string& word) {
      return is_small(word) || std::ranges::find(all, word) != all.end();
    });
  });
}

// Of several that may be meant the one that was held last; of those without a day the fullest.
std::vector<OfficeGatherer::Group> OfficeGatherer::merged() const {
  std::vector<Group> kept;
  std::vector<Group> undated;
  for (const auto& [key, group] : groups_) (group.dated() ? kept : undated).push_back(group);
  std::ranges::stable_sort(kept, {}, [](const Group& group) { return group.evidence.begin()->first; });
  std::ranges::stable_sort(undated, std::greater(), [](const Group& group) { return words_of(group.titles.begin()->first).size(); });
  for (Group& group : undated) {
    const auto meant = std::ranges::find_if(kept.rbegin(), kept.rend(), [&](const Group& other) { return may_mean(group, other); });
    if (meant == kept.rend()) {
      kept.insert(kept.begin(), std::move(group));
      continue;
    }
    if (!meant->known) {
      for (const auto& [title, count] : group.titles) meant->titles[title] += count;
    }
    meant->evidence.merge(group.evidence);
  }
  return kept;
}

std::vector<OfficeHeld> OfficeGatherer::offices() const {
  std::vector<OfficeHeld> offices;
  for (const Group& group : merged()) {
    OfficeHeld& office = offices.emplace_back();
    // The most frequent title; of those the longest.
    const auto best = std::ranges::max_element(group.titles, [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first.size() < b.first.size();
    });
    office.title = best->first;
    for (const auto& [place, evidence] : group.evidence) office.evidence.push_back(evidence);
    for (const OfficeEvidence& evidence : office.evidence) {
      if (evidence.date.empty()) continue;
      if (office.first.empty()) office.first = evidence.date;
      office.last = evidence.date;
    }
  }
  std::ranges::stable_sort(offices, [](const OfficeHeld& a, const OfficeHeld& b) {
    if (a.first.empty() != b.first.empty()) return b.first.empty();
    return a.first != b.first ? a.first < b.first : a.title < b.title;
  });
  return offices;
}

}  // namespace verbale
