#include "overview/offices.h"

#include <fmt/format.h>

#include <algorithm>
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

// The term of that kind in which the day lies; of several the one whose title has most of the words. `any`: there is
// one of that kind, whatever its days.
const Term* OfficeGatherer::term_of(OfficeKind kind, const std::vector<std::string>& words, std::string_view day,
                                    bool& any) const {
  const Term* best = nullptr;
  int64_t most = -1;
  any = false;
  if (person_ < 0 || kind == OfficeKind::Other) return nullptr;
  for (const int32_t index : knowledge_.world.terms_of(person_)) {
    const Term& term = knowledge_.world.terms()[static_cast<size_t>(index)];
    if (term.kind != kind) continue;
    any = true;
    const int64_t common = words_in_common(words, term.title);
    if (day.empty() || !covers(term, day) || common <= most) continue;
    most = common;
    best = &term;
  }
  return best;
}

std::pair<std::string, std::string> OfficeGatherer::office_of(const std::string& title, std::string_view day) const {
  const Words words = words_of(title);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const std::optional<OfficeKind> kind = knowledge_.titles.office_of(views);
  if (!kind || std::ranges::all_of(words, is_description)) return {};
  bool any = false;
  const Term* term = term_of(*kind, words, day, any);
  // The days of the term part two terms in one office.
  if (term != nullptr) return {fmt::format("term {} {}", term->from, plain_key(words_of(term->title))), term->title};
  // An office that is over, or not yet begun, is recalled by courtesy: it was not held on that day.
  if (any && !day.empty()) return {};
  return {"title " + plain_key(words), ""};
}

void OfficeGatherer::add(const ActorSighting& sighting) {
  for (const RoleSighting& role : sighting.roles) {
    const auto [key, known] = office_of(role.title, sighting.date);
    if (key.empty()) continue;
    Group& group = groups_[key];
    group.known = !known.empty();
    ++group.titles[group.known ? known : role.title];
    group.evidence.try_emplace({sighting.date.empty() ? "~" : sighting.date, sighting.document},
                               OfficeEvidence{sighting.document, sighting.date, role.text, role.start, role.end});
  }
}

std::vector<OfficeHeld> OfficeGatherer::offices() const {
  std::vector<OfficeHeld> offices;
  for (const auto& [key, group] : groups_) {
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
