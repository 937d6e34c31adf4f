#include "train/name_corpora.h"

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"

namespace verbale {
namespace {

// The label of "B-PER", "I-LOC", ...: outside for what is none of the three kinds.
NameLabel label_from(std::string_view text) {
  if (text.size() < 5 || text[1] != '-') return NameLabel::O;
  const std::string_view kind = text.substr(2);
  const int inside = text[0] == 'I' ? 1 : 0;
  if (kind == "PER") return static_cast<NameLabel>(static_cast<int>(NameLabel::BPerson) + inside);
  if (kind == "ORG") return static_cast<NameLabel>(static_cast<int>(NameLabel::BOrganisation) + inside);
  if (kind == "LOC") return static_cast<NameLabel>(static_cast<int>(NameLabel::BPlace) + inside);
  return NameLabel::O;
}

// Makes every "inside" that does not go on with a name an opening.
void mend(std::vector<NameLabel>& labels) {
  NameLabel previous = NameLabel::O;
  for (NameLabel& label : labels) {
    if (!may_follow(previous, label)) label = static_cast<NameLabel>(static_cast<int>(label) - 1);
    previous = label;
  }
}

void add_word(NameSentence& sentence, std::string_view form, NameLabel label) {
  TreeWord word;
  word.form = form;
  word.lower = to_lower(form);
  sentence.tree.words.push_back(std::move(word));
  sentence.labels.push_back(label);
}

// Reads lines of columns; `form` and `label` are column numbers.
Result<std::vector<NameSentence>> read_columns(const std::string& path, char separator, size_t form,
                                               size_t label) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  std::vector<NameSentence> out;
  NameSentence sentence;
  const auto close = [&] {
    if (sentence.labels.empty()) return;
    mend(sentence.labels);
    out.push_back(std::move(sentence));
    sentence = {};
  };
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) close();
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string_view> cells;
    for (size_t at = 0; at <= line.size();) {
      const size_t stop = std::min(line.find(separator, at), line.size());
      cells.push_back(line.substr(at, stop - at));
      at = stop + 1;
    }
    if (cells.size() <= std::max(form, label)) return fail(path, "a line has too few columns");
    add_word(sentence, cells[form], label_from(cells[label]));
  }
  close();
  return out;
}

// The entities that open and close at a word: "(12-person-new-... 12)".
struct Bracket {
  std::string id;
  std::string kind;
  bool opens = false;
  bool closes = false;
};

std::vector<Bracket> brackets_of(std::string_view misc) {
  std::vector<Bracket> out;
  const size_t at = misc.find("Entity=");
  if (at == std::string_view::npos) return out;
  std::string_view rest = misc.substr(at + 7, misc.find('|', at) - (at + 7));
  while (!rest.empty()) {
    Bracket bracket;
    bracket.opens = rest[0] == '(';
    if (bracket.opens) rest.remove_prefix(1);
    const size_t stop = std::min(rest.find_first_of("()"), rest.size());
    const std::string_view body = rest.substr(0, stop);
    bracket.closes = stop < rest.size() && rest[stop] == ')';
    bracket.id = body.substr(0, body.find('-'));
    if (bracket.opens && body.find('-') != std::string_view::npos) {
      const std::string_view tail = body.substr(body.find('-') + 1);
      bracket.kind = tail.substr(0, tail.find('-'));
    }
    out.push_back(bracket);
    rest.remove_prefix(std::min(stop + (bracket.closes ? 1 : 0), rest.size()));
    if (stop == 0 && !bracket.closes && !bracket.opens) break;
  }
  return out;
}

// A name: proper nouns from first to last, with function words between.
bool is_name(const Tree& tree, size_t first, size_t last) {
  if (last - first > 8) return false;
  if (tree.words[first].upos != Upos::PROPN && tree.words[first].upos != Upos::ADJ) return false;
  size_t proper = 0;
  for (size_t i = first; i < last; ++i) {
    const TreeWord& word = tree.words[i];
    proper += word.upos == Upos::PROPN;
    const bool small = word.upos == Upos::ADP || word.upos == Upos::DET || word.upos == Upos::CCONJ ||
                       word.form == "-" || word.form == "." || word.penn == "POS" || word.penn == "NNP";
    if (word.upos != Upos::PROPN && !small) return false;
  }
  return proper > 0 && tree.words[last - 1].upos == Upos::PROPN;
}

NameLabel opening_of(std::string_view kind) {
  if (kind == "person") return NameLabel::BPerson;
  if (kind == "place") return NameLabel::BPlace;
  if (kind == "organization") return NameLabel::BOrganisation;
  return NameLabel::O;
}

void mark(NameSentence& sentence, size_t first, size_t last, NameLabel opening) {
  while (first < last && sentence.tree.words[first].upos == Upos::DET) ++first;
  if (opening == NameLabel::O || first >= last || !is_name(sentence.tree, first, last)) return;
  for (size_t i = first; i < last; ++i) {
    const NameLabel inside = static_cast<NameLabel>(static_cast<int>(opening) + 1);
    sentence.labels[i] = i == first ? opening : inside;
  }
}

}  // namespace

Result<std::vector<NameSentence>> read_uner(const std::string& path) {
  return read_columns(path, '\t', 1, 2);
}

Result<std::vector<NameSentence>> read_wikigold(const std::string& path) {
  return read_columns(path, ' ', 0, 1);
}

std::vector<NameSentence> names_of_gum(const std::vector<Tree>& trees) {
  std::vector<NameSentence> out;
  for (const Tree& tree : trees) {
    NameSentence sentence{tree, std::vector<NameLabel>(tree.words.size(), NameLabel::O)};
    std::vector<std::pair<Bracket, size_t>> open;
    // Inner entities close first, so that the outermost name stands in the end.
    for (size_t i = 0; i < tree.words.size(); ++i) {
      for (const Bracket& bracket : brackets_of(tree.words[i].misc)) {
        if (bracket.opens) open.emplace_back(bracket, i);
        if (!bracket.closes) continue;
        for (size_t k = open.size(); k-- > 0;) {
          if (open[k].first.id != bracket.id) continue;
          mark(sentence, open[k].second, i + 1, opening_of(open[k].first.kind));
          open.erase(open.begin() + static_cast<int64_t>(k));
          break;
        }
      }
    }
    mend(sentence.labels);
    out.push_back(std::move(sentence));
  }
  return out;
}

NameSentence rename_persons(const NameSentence& sentence, const std::vector<std::string>& names,
                            Shuffle& chance) {
  NameSentence out;
  for (size_t i = 0; i < sentence.labels.size(); ++i) {
    if (sentence.labels[i] == NameLabel::IPerson) continue;
    if (sentence.labels[i] != NameLabel::BPerson) {
      out.tree.words.push_back(sentence.tree.words[i]);
      out.labels.push_back(sentence.labels[i]);
      continue;
    }
    std::string_view rest = names[chance.next() % names.size()];
    NameLabel label = NameLabel::BPerson;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(' '), rest.size());
      add_word(out, rest.substr(0, end), label);
      out.tree.words.back().upos = Upos::PROPN;
      out.tree.words.back().penn = "NNP";
      rest.remove_prefix(std::min(end + 1, rest.size()));
      label = NameLabel::IPerson;
    }
  }
  return out;
}

}  // namespace verbale
