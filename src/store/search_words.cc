#include "store/search_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace verbale {
namespace {

// Scripts without blanks between words.
bool is_word_alone(char32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

std::string exact_form(std::string_view word) { return to_lower(compose(word)); }

void collect_patterns(const SearchNode& node, std::vector<WordPattern>& patterns) {
  if (node.kind == SearchNode::Kind::Words) patterns.emplace_back(node);
  if (node.kind == SearchNode::Kind::Not) return;
  for (const SearchNode& child : node.children) collect_patterns(child, patterns);
}

size_t word_end(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size()) {
    const CodePoint point = decode_utf8(text, end);
    const bool alone = is_word_alone(point.value);
    if (!is_word_character(point.value) || (alone && end > at)) break;
    end += point.length;
    if (alone) break;
  }
  return end;
}

}  // namespace

std::vector<SearchWord> search_words(std::string_view text) {
  std::vector<SearchWord> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = word_end(text, at);
    if (end == at) {
      at += decode_utf8(text, at).length;
      continue;
    }
    std::string folded = fold(text.substr(at, end - at));
    if (!folded.empty()) {
      words.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, std::move(folded)});
    }
    at = end;
  }
  return words;
}

std::string indexed_words(std::string_view text) {
  std::string all;
  all.reserve(text.size());
  for (const SearchWord& word : search_words(text)) {
    if (!all.empty()) all += ' ';
    all += word.folded;
  }
  return all;
}

WordPattern::WordPattern(const SearchNode& node) : prefix_(node.prefix), near_(node.near) {
  for (SearchWord& word : search_words(node.text)) {
    const std::string_view typed = std::string_view(node.text).substr(word.span.begin, word.span.size());
    if (near_ >= 0 && std::ranges::find(words_, word.folded) != words_.end()) continue;
    const auto forms = node.forms.find(word.folded);
    forms_.push_back(forms == node.forms.end() ? std::vector<std::string>() : forms->second);
    words_.push_back(std::move(word.folded));
    if (node.strict) exact_.push_back(exact_form(typed));
  }
  if (words_.size() < 2) near_ = -1;
  forms_apply_ = takes_forms();
}

// One word is any of its forms; the words of a phrase are as they are written.
std::string WordPattern::expression() const {
  if (near_ >= 0) return near_expression();
  std::string all;
  for (const std::string& word : words_) all += (all.empty() ? "" : " ") + word;
  std::string expression = fmt::format("\"{}\"{}", all, prefix_ ? " *" : "");
  if (!forms_apply_ || forms_.front().empty()) return expression;
  for (const std::string& form : forms_.front()) expression += fmt::format(" OR \"{}\"", form);
  return "(" + expression + ")";
}

// FTS5 counts the words between the first and the last one; those that are looked for are among them. It takes no
// choice of words there: each choice of forms is asked for, of many words the words alone.
std::string WordPattern::near_expression() const {
  std::vector<std::string> choices(1);
  for (size_t i = 0; i < words_.size(); ++i) {
    std::vector<std::string> longer;
    const auto add = [&](const std::string& form) {
      for (const std::string& choice : choices) longer.push_back(choice + (choice.empty() ? "" : "\" \"") + form);
    };
    add(words_[i]);
    if (forms_apply_) std::ranges::for_each(forms_[i], add);
    choices = std::move(longer);
  }
  std::string all;
  for (const std::string& choice : choices) {
    all += fmt::format("{}NEAR(\"{}\", {})", all.empty() ? "" : " OR ", choice, near_ + static_cast<int>(words_.size()) - 2);
  }
  return choices.size() == 1 ? all : "(" + all + ")";
}

// So few choices of forms that all of them may be asked for.
bool WordPattern::takes_forms() const {
  constexpr size_t kMostChoices = 64;
  size_t choices = 1;
  for (const std::vector<std::string>& forms : forms_) {
    choices *= forms.size() + 1;
    if (near_ >= 0 && choices > kMostChoices) return false;
  }
  return near_ >= 0 || words_.size() == 1;
}

bool WordPattern::word_is(size_t wanted, std::string_view passage, const SearchWord& word) const {
  const bool begins = prefix_ && wanted + 1 == words_.size();
  const bool is_form = forms_apply_ && std::ranges::find(forms_[wanted], word.folded) != forms_[wanted].end();
  if (is_form) return true;
  if (begins ? !word.folded.starts_with(words_[wanted]) : word.folded != words_[wanted]) return false;
  if (!strict()) return true;
  const std::string exact = exact_form(passage.substr(word.span.begin, word.span.size()));
  return begins ? exact.starts_with(exact_[wanted]) : exact == exact_[wanted];
}

bool WordPattern::stands_at(size_t at, std::string_view passage, std::span<const SearchWord> words) const {
  if (words_.empty() || at + words_.size() > words.size()) return false;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (!word_is(i, passage, words[at + i])) return false;
  }
  return true;
}

// From each of the words on, whether all others follow soon enough.
void WordPattern::find_near(std::string_view passage, std::span<const SearchWord> words,
                            std::vector<bool>& taken) const {
  const size_t reach = words_.size() + static_cast<size_t>(near_);
  std::vector<int> which(words.size(), -1);
  for (size_t i = 0; i < words.size(); ++i) {
    for (size_t wanted = 0; wanted < words_.size() && which[i] < 0; ++wanted) {
      if (word_is(wanted, passage, words[i])) which[i] = static_cast<int>(wanted);
    }
  }
  for (size_t first = 0; first < words.size(); ++first) {
    if (which[first] < 0) continue;
    std::vector<bool> seen(words_.size(), false);
    size_t missing = words_.size();
    for (size_t i = first; i < std::min(first + reach, words.size()) && missing > 0; ++i) {
      if (which[i] < 0 || seen[static_cast<size_t>(which[i])]) continue;
      seen[static_cast<size_t>(which[i])] = true;
      if (--missing > 0) continue;
      for (size_t j = first; j <= i; ++j) taken[j] = taken[j] || which[j] >= 0;
    }
  }
}

std::vector<Span> WordPattern::find(std::string_view passage, std::span<const SearchWord> words) const {
  std::vector<Span> found;
  if (near_ >= 0) {
    std::vector<bool> taken(words.size(), false);
    find_near(passage, words, taken);
    for (size_t i = 0; i < words.size(); ++i) {
      if (taken[i]) found.push_back(words[i].span);
    }
    return found;
  }
  for (size_t at = 0; at < words.size();) {
    if (!stands_at(at, passage, words)) {
      ++at;
      continue;
    }
    found.push_back({words[at].span.begin, words[at + words_.size() - 1].span.end});
    at += words_.size();
  }
  return found;
}

std::vector<Span> find_words(const SearchNode& query, std::string_view passage) {
  std::vector<WordPattern> patterns;
  collect_patterns(query, patterns);
  const std::vector<SearchWord> words = search_words(passage);
  std::vector<Span> all;
  for (const WordPattern& pattern : patterns) {
    const std::vector<Span> found = pattern.find(passage, words);
    all.insert(all.end(), found.begin(), found.end());
  }
  // Of two that overlap the one that begins first, then the longer one.
  std::ranges::sort(all, [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Span> apart;
  for (const Span span : all) {
    if (apart.empty() || span.begin >= apart.back().end) apart.push_back(span);
  }
  return apart;
}

}  // namespace verbale
