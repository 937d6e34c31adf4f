#include "planted.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/utf8.h"

namespace verbale {
namespace {

bool ends_sentence(std::string_view text, size_t at, uint32_t length) {
  const std::string_view c = text.substr(at, length);
  if (c == "\n" || c == "。" || c == "！" || c == "？") return true;
  const size_t after = at + length;
  return (c == "." || c == "!" || c == "?") &&
         (after >= text.size() || text[after] == ' ' || text[after] == '\n');
}

// Words where there are blanks, else characters.
std::vector<std::string> pieces_of(const std::string& sentence, std::string& joint) {
  std::vector<std::string> pieces;
  joint = sentence.find(' ') != std::string::npos ? " " : "";
  for (size_t at = 0; at < sentence.size();) {
    size_t end = joint.empty() ? at + decode_utf8(sentence, at).length : sentence.find(' ', at);
    end = std::min(end, sentence.size());
    if (end > at) pieces.push_back(sentence.substr(at, end - at));
    at = joint.empty() ? end : end + 1;
  }
  return pieces;
}

std::string join(const std::vector<std::string>& pieces, std::string_view joint) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (!out.empty()) out += joint;
    out += piece;
  }
  return out;
}

// The same words in another order: what a sentence told anew shares with the old one at most.
std::string in_own_words(const std::string& sentence, Chance& chance) {
  std::string joint;
  std::vector<std::string> pieces = pieces_of(sentence, joint);
  chance.shuffle(pieces);
  return join(pieces, joint);
}

// Words with a capital letter, but for the first of the sentence, become other names, each always
// the same.
std::string renamed(const std::string& sentence) {
  std::string joint;
  std::vector<std::string> pieces = pieces_of(sentence, joint);
  for (size_t i = 1; i < pieces.size(); ++i) {
    if (pieces[i].size() < 3 || !is_upper(decode_utf8(pieces[i], 0).value)) continue;
    uint64_t hash = 1469598103934665603u;
    for (const char c : pieces[i]) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    std::string name = "N";
    for (int letter = 0; letter < 6; ++letter, hash /= 20)
      name += "aeioubcdfghklmnprstv"[hash % 20];
    const char last = pieces[i].back();
    pieces[i] = last == ',' || last == '.' ? name + last : name;
  }
  return join(pieces, joint);
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const uint32_t length = decode_utf8(text, at).length;
    const bool ends = ends_sentence(text, at, length);
    at += length;
    if (!ends && at < text.size()) continue;
    std::string_view sentence = text.substr(begin, at - begin);
    while (!sentence.empty() && is_space(static_cast<unsigned char>(sentence.front())))
      sentence.remove_prefix(1);
    while (!sentence.empty() && is_space(static_cast<unsigned char>(sentence.back())))
      sentence.remove_suffix(1);
    if (!sentence.empty()) sentences.emplace_back(sentence);
    begin = at;
  }
  return sentences;
}

std::string planted_copy(const std::vector<std::string>& sentences, PlantedKind kind,
                         Chance& chance) {
  std::vector<size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), size_t{0});
  chance.shuffle(order);
  const size_t kept =
      std::max<size_t>(1, std::lround(static_cast<double>(sentences.size() * kind.kept) / 100));
  std::vector<bool> keep(sentences.size());
  for (size_t i = 0; i < kept; ++i) keep[order[i]] = true;
  if (!kind.reordered) std::iota(order.begin(), order.end(), size_t{0});
  std::string copy;
  for (const size_t i : order) {
    const std::string sentence = keep[i] ? sentences[i] : in_own_words(sentences[i], chance);
    copy += (copy.empty() ? "" : " ") + (kind.renamed ? renamed(sentence) : sentence);
  }
  return copy;
}

std::vector<PlantedCopy> plant_copies(std::vector<BenchText>& texts, size_t megabytes) {
  constexpr size_t kFewSentences = 10;
  constexpr int kShares[] = {10, 30, 50, 70, 90};
  Chance chance(20240819);
  size_t bytes = 0;
  std::vector<std::vector<std::string>> split;
  std::vector<size_t> long_enough;
  for (const BenchText& text : texts) {
    bytes += text.text.size();
    if (split.emplace_back(sentences_of(text.text)).size() >= kFewSentences)
      long_enough.push_back(split.size() - 1);
  }
  std::vector<PlantedCopy> planted;
  for (uint32_t n = 0; bytes < megabytes * 1000000 && !long_enough.empty(); ++n) {
    const size_t source = long_enough[chance.below(static_cast<uint32_t>(long_enough.size()))];
    const PlantedKind kind{kShares[n % 5], n / 5 % 2 == 1, n / 10 % 2 == 1};
    planted.push_back({static_cast<int32_t>(source), static_cast<int32_t>(texts.size()), kind});
    texts.push_back(
        {planted_copy(split[source], kind, chance), "outlet " + std::to_string(n % 40)});
    bytes += texts.back().text.size();
  }
  std::vector<int32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0);
  chance.shuffle(order);
  std::vector<BenchText> mixed(texts.size());
  for (size_t i = 0; i < texts.size(); ++i)
    mixed[static_cast<size_t>(order[i])] = std::move(texts[i]);
  texts = std::move(mixed);
  for (PlantedCopy& one : planted) {
    one.source = order[static_cast<size_t>(one.source)];
    one.copy = order[static_cast<size_t>(one.copy)];
  }
  return planted;
}

}  // namespace verbale
