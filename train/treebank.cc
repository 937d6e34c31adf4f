#include "train/treebank.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/file.h"
#include "base/utf8.h"

namespace verbale {
namespace {

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t end = std::min(line.find('\t'), line.size());
    out.push_back(line.substr(0, end));
    if (end == line.size()) return out;
    line.remove_prefix(end + 1);
  }
}

std::string genre_of(std::string_view document) {
  if (!document.starts_with("GUM_")) return {};
  document.remove_prefix(4);
  return std::string(document.substr(0, document.find('_')));
}

std::string misc_value(std::string_view misc, std::string_view key) {
  size_t at = 0;
  while (at < misc.size()) {
    const size_t end = std::min(misc.find('|', at), misc.size());
    const std::string_view entry = misc.substr(at, end - at);
    if (entry.starts_with(key) && entry.size() > key.size() && entry[key.size()] == '=') {
      return std::string(entry.substr(key.size() + 1));
    }
    at = end + 1;
  }
  return {};
}

// The treebanks give the words of "don't" without a place; the misspelt and expanded ones keep theirs.
bool read_word(const std::vector<std::string_view>& cells, Tree& tree) {
  TreeWord word;
  word.form = cells[1];
  word.lower = to_lower(cells[1]);
  word.lemma = to_lower(cells[2]);
  const std::optional<Upos> upos = upos_from(cells[3]);
  if (!upos) return false;
  word.upos = *upos;
  word.penn = cells[4];
  int32_t head = 0;
  std::from_chars(cells[6].data(), cells[6].data() + cells[6].size(), head);
  word.head = head - 1;
  word.relation = deprel_from(cells[7]);
  word.misc = cells[9];
  word.space_after = misc_value(cells[9], "SpaceAfter") != "No";
  tree.words.push_back(std::move(word));
  return true;
}

bool crosses(const Tree& tree, int32_t dependent) {
  const int32_t head = tree.words[static_cast<size_t>(dependent)].head;
  if (head < 0) return false;
  const int32_t low = std::min(head, dependent);
  const int32_t high = std::max(head, dependent);
  for (int32_t k = low + 1; k < high; ++k) {
    // k must descend from the head or lie under it through nodes inside the arc.
    int32_t up = k;
    while (up >= 0 && up != head && up > low && up < high) up = tree.words[static_cast<size_t>(up)].head;
    if (up != head && up != dependent) return true;
  }
  return false;
}

}  // namespace

Result<std::vector<Tree>> read_treebank(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  std::vector<Tree> out;
  Tree tree;
  int32_t document = 0;
  std::string genre;
  std::string_view rest = *bytes;
  int line_number = 0;
  while (!rest.empty()) {
    ++line_number;
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with("# newdoc")) {
      ++document;
      genre = genre_of(line.substr(std::min(line.size(), line.find('=') + 2)));
    } else if (line.starts_with("# text = ")) {
      tree.text = line.substr(9);
    } else if (line.empty() && !tree.words.empty()) {
      tree.document = document;
      tree.genre = genre;
      out.push_back(std::move(tree));
      tree = {};
    } else if (!line.empty() && line[0] != '#') {
      const std::vector<std::string_view> cells = split_tabs(line);
      if (cells.size() != 10) return fail(path, "line " + std::to_string(line_number) + " has not ten fields");
      if (cells[0].find_first_not_of("0123456789") != std::string_view::npos) continue;
      if (!read_word(cells, tree)) return fail(path, "line " + std::to_string(line_number) + ": unknown tag");
    }
  }
  return out;
}

void make_projective(Tree& tree) {
  for (bool changed = true; changed;) {
    changed = false;
    int32_t shortest = -1;
    int32_t length = 0;
    for (int32_t i = 0; i < static_cast<int32_t>(tree.words.size()); ++i) {
      const int32_t head = tree.words[static_cast<size_t>(i)].head;
      if (!crosses(tree, i) || tree.words[static_cast<size_t>(head)].head < 0) continue;
      if (shortest < 0 || std::abs(head - i) < length) shortest = i, length = std::abs(head - i);
    }
    if (shortest < 0) break;
    TreeWord& word = tree.words[static_cast<size_t>(shortest)];
    word.head = tree.words[static_cast<size_t>(word.head)].head;
    changed = true;
  }
}

Tree join_names(const Tree& tree, std::vector<int32_t>& kept) {
  const size_t n = tree.words.size();
  std::vector<int32_t> joined(n);  // the head of the name a word belongs to, else itself
  for (size_t i = 0; i < n; ++i) joined[i] = static_cast<int32_t>(i);
  const auto inner = [&](int32_t i, int32_t head) {
    const TreeWord& word = tree.words[static_cast<size_t>(i)];
    if (word.head != head || word.upos != Upos::PROPN) return false;
    if (word.relation != Deprel::flat && word.relation != Deprel::compound) return false;
    return std::none_of(tree.words.begin(), tree.words.end(),
                        [i](const TreeWord& other) { return other.head == i; });
  };
  for (int32_t h = 0; h < static_cast<int32_t>(n); ++h) {
    if (tree.words[static_cast<size_t>(h)].upos != Upos::PROPN) continue;
    for (int32_t i = h - 1; i >= 0 && inner(i, h); --i) joined[static_cast<size_t>(i)] = h;
    for (int32_t i = h + 1; i < static_cast<int32_t>(n) && inner(i, h); ++i) joined[static_cast<size_t>(i)] = h;
  }
  Tree out = tree;
  out.words.clear();
  kept.clear();
  std::vector<int32_t> position(n, -1);
  for (size_t i = 0; i < n; ++i) {
    if (joined[i] != static_cast<int32_t>(i)) continue;
    position[i] = static_cast<int32_t>(out.words.size());
    out.words.push_back(tree.words[i]);
    kept.push_back(static_cast<int32_t>(i));
    // The program calls a name by its last word.
    size_t last = i;
    while (last + 1 < n && joined[last + 1] == static_cast<int32_t>(i)) ++last;
    out.words.back().form = tree.words[last].form;
    out.words.back().lower = tree.words[last].lower;
  }
  for (TreeWord& word : out.words) {
    if (word.head >= 0) word.head = position[static_cast<size_t>(joined[static_cast<size_t>(word.head)])];
  }
  return out;
}

}  // namespace verbale
