#include "frameworks/candidate.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "knowledge/framework_names.h"

namespace verbale {
std::string short_state_name(const State& state) {
  if (state.id == "KOR") return "ROK";
  for (const std::string& abbreviation : state.abbreviations) {
    if (abbreviation == "U.S." || abbreviation == "UAE" || abbreviation == "UK") return abbreviation;
  }
  return state.name;
}

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

Span span_of_words(const Document& document, TokenRange words) {
  return {document.words[static_cast<size_t>(words.first)].span.begin,
          document.words[static_cast<size_t>(words.last) - 1].span.end};
}

bool is_date_word(const Knowledge& knowledge, std::string_view word) {
  const PhraseTable::Match match = knowledge.quantity_words.forms().longest(std::array{word});
  for (const int32_t value : match.values) {
    const QuantityWordKind kind = knowledge.quantity_words.words()[static_cast<size_t>(value)].kind;
    if (kind == QuantityWordKind::Month || kind == QuantityWordKind::Weekday) return true;
  }
  return false;
}

bool starts_with_capital(const Document& document, int32_t word) {
  const Span span = document.words[static_cast<size_t>(word)].span;
  return is_upper(decode_utf8(document.text, span.begin).value);
}

StatePair principal_states(const Document& document, const Knowledge& knowledge) {
  struct Count {
    int32_t mentions = 0;
    int32_t first = 0;
  };
  std::map<std::string_view, Count> counts;
  for (size_t i = 0; i < document.names.size(); ++i) {
    const Name& name = document.names[i];
    std::string_view state;
    if (name.kind == NameKind::State) state = name.id;
    if (name.kind == NameKind::Person) {
      const Person* person = knowledge.world.person(name.id);
      if (person != nullptr) state = person->state;
    }
    if (state.empty()) continue;
    Count& count = counts.try_emplace(state, Count{0, static_cast<int32_t>(i)}).first->second;
    ++count.mentions;
  }
  std::vector<std::pair<std::string_view, Count>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second.mentions != b.second.mentions ? a.second.mentions > b.second.mentions
                                                  : a.second.first < b.second.first;
  });
  if (order.size() < 2) return {};
  const Outlet* outlet = knowledge.outlets.by_name(document.publication.outlet.value);
  const std::string_view side = outlet == nullptr ? std::string_view(document.publication.side.value)
                                                  : std::string_view(outlet->state);
  // The publisher's own state is one of the pair wherever it is named.
  const auto own = std::find_if(order.begin(), order.end(), [&](const auto& entry) { return entry.first == side; });
  if (own != order.end()) std::rotate(order.begin() + (own == order.begin() ? 0 : 1), own, own + 1);
  const bool later = order[1].second.first < order[0].second.first;
  if (order[1].first == side || (order[0].first != side && later)) std::swap(order[0], order[1]);
  const State* first = knowledge.world.state(order[0].first);
  const State* second = knowledge.world.state(order[1].first);
  if (first == nullptr || second == nullptr) return {};
  return {short_state_name(*first), short_state_name(*second)};
}

std::string canonical_name(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const bool blank = is_space(c.value);
    if (c.value == '(') {
      const size_t close = text.find(')', at);
      if (close == std::string_view::npos) break;
      at = close + 1;
      continue;
    }
    if (c.value == 0x2019 || c.value == 0x2018) plain += '\'';
    else if (c.value >= 0x2010 && c.value <= 0x2015) plain += '-';
    else if (c.value == '"' || c.value == 0x201C || c.value == 0x201D) plain += "";
    else if (!blank) plain += text.substr(at, c.length);
    else if (!plain.empty() && plain.back() != ' ') plain += ' ';
    at += c.length;
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  replace_all(plain, " - ", "-");
  replace_all(plain, "United Nations", "UN");
  replace_all(plain, "U.N.", "UN");
  replace_all(plain, "United States-", "U.S.-");
  replace_all(plain, "US-", "U.S.-");
  return title_case(plain);
}

}  // namespace verbale
