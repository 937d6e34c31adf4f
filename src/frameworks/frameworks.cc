// Frameworks of a sentence are proposed by finders, the surest first; what they propose for the same words is settled
// here, abbreviations in brackets are joined to the name and remembered, and a name told in full lends itself to
// its shorter mentions.
#include "frameworks/frameworks.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "frameworks/candidate.h"

namespace verbale {
namespace {

bool contains(TokenRange outer, TokenRange inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

class FrameworkFinder {
 public:
  FrameworkFinder(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), principals_(principal_states(document, knowledge)) {}

  void run() {
    for (const Sentence& sentence : document_.sentences) find_in(sentence.words);
    drop_unsupported();
    lend_full_names();
    std::stable_sort(found_.begin(), found_.end(), [](const FrameworkCandidate& a, const FrameworkCandidate& b) {
      return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.last > b.words.last;
    });
    const auto same = [](const FrameworkCandidate& a, const FrameworkCandidate& b) { return a.words == b.words && a.name == b.name; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    for (FrameworkCandidate& candidate : found_) {
      document_.frameworks.push_back({.name = std::move(candidate.name),
                                      .text = span_of_words(document_, candidate.words),
                                      .kind = candidate.kind,
                                      .id = {},
                                      .made_by = candidate.rule});
    }
  }

 private:
  void find_in(TokenRange words) {
    const size_t from = found_.size();
    find_known_frameworks(document_, knowledge_, words, found_);
    find_abbreviations(words, from);
    std::vector<FrameworkCandidate> proposed;
    find_bilateral_frameworks(document_, knowledge_, words, principals_, proposed);
    merge(proposed, from);
    proposed.clear();
    find_formed_frameworks(document_, knowledge_, words, proposed);
    merge(proposed, from);
    for (size_t i = from; i < found_.size(); ++i) {
      take_ordinal(found_[i], words);
      take_abbreviation(found_[i], words);
      take_spelled_words(found_[i], words);
    }
    find_abbreviations(words, from);  // those that this sentence has told
    drop_repeated(from);
    find_numbered_frameworks(document_, words, found_);
  }

  // Names that mean this framework only in the company of another.
  void drop_unsupported() {
    std::erase_if(found_, [&](const FrameworkCandidate& candidate) {
      if (candidate.needs.empty()) return false;
      return std::none_of(found_.begin(), found_.end(), [&](const FrameworkCandidate& other) {
        return other.name == candidate.needs;
      });
    });
  }

  // A name is not told again by its abbreviation in the brackets that belong to it.
  void drop_repeated(size_t from) {
    for (size_t i = from; i < found_.size(); ++i) {
      const FrameworkCandidate inner = found_[i];
      const bool repeated = std::any_of(found_.begin() + static_cast<int64_t>(from), found_.end(),
                                        [&](const FrameworkCandidate& outer) {
                                          return outer.words != inner.words && contains(outer.words, inner.words) &&
                                                 outer.name == inner.name;
                                        });
      if (repeated) found_.erase(found_.begin() + static_cast<int64_t>(i--));
    }
  }

  // "code of good practice (CGP)" of a name known by its abbreviation: the words whose letters it is belong to it.
  void take_spelled_words(FrameworkCandidate& candidate, TokenRange words) const {
    if (candidate.words.size() != 1 || word_in(document_, words, candidate.words.first - 1) != "(") return;
    if (word_in(document_, words, candidate.words.last) != ")") return;
    const std::string_view letters = word_in(document_, words, candidate.words.first);
    int32_t at = candidate.words.first - 2;
    size_t left = letters.size();
    while (left > 0 && words.contains(at)) {
      const std::string_view word = word_in(document_, words, at);
      const bool small = word == "of" || word == "the" || word == "on" || word == "for" || word == "and";
      if (!word.empty() && word[0] == letters[left - 1]) --left;
      else if (!small) return;
      if (left > 0) --at;
    }
    if (left > 0) return;
    candidate.words = {at, candidate.words.last + 1};
  }

  // Adds what is not told by what stands there already.
  void merge(std::vector<FrameworkCandidate>& proposed, size_t from) {
    for (FrameworkCandidate& candidate : proposed) {
      bool told = false;
      for (size_t i = from; i < found_.size() && !told; ++i) {
        FrameworkCandidate& other = found_[i];
        if (!other.words.overlaps(candidate.words)) continue;
        if (contains(other.words, candidate.words)) {
          told = true;
        } else if (!contains(candidate.words, other.words)) {
          told = true;
        } else if (other.known && other.words.first == candidate.words.first && candidate.rule == "framework.form-of" &&
                   candidate.kind != FrameworkKind::Event) {
          told = true;  // "Plan X on Peru" is the plan that the pack knows
        } else if (other.kind == candidate.kind) {
          // The same with more before it ("Eighth ..."): the longer stretch, the name that was found first. With more
          // behind it ("Summit in Lima"): the longer name. In the middle: what is known stands.
          const bool before = other.words.last == candidate.words.last;
          const bool behind = other.words.first == candidate.words.first && candidate.kind == FrameworkKind::Event;
          const bool numbered = candidate.ordinal && candidate.kind == FrameworkKind::Event;
          if (behind || numbered) other.name = candidate.name;
          if (before || behind) other.words = candidate.words;
          told = true;
        }
      }
      if (told) continue;
      drop_other_meaning(candidate, from);
      found_.push_back(std::move(candidate));
    }
  }

  // "Pact for Clean Harbours (ABC)": ABC is not what the pack knows by these letters, if they share no word.
  void drop_other_meaning(const FrameworkCandidate& full, size_t from) {
    std::erase_if(found_, [&](const FrameworkCandidate& other) {
      const size_t index = static_cast<size_t>(&other - found_.data());
      if (index < from || !other.known || other.words.size() != 1 || other.words.first != full.words.last + 1) return false;
      if (document_.words[static_cast<size_t>(full.words.last)].folded != "(") return false;
      size_t begin = 0;
      while (begin < other.name.size()) {
        const size_t end = std::min(other.name.find(' ', begin), other.name.size());
        const std::string word = other.name.substr(begin, end - begin);
        if (word.size() > 3 && full.name.find(word) != std::string::npos) return false;
        begin = end + 1;
      }
      return other.name.find(' ') != std::string::npos;
    });
  }

  // "Third Summit for Energy": an event of its own.
  void take_ordinal(FrameworkCandidate& candidate, TokenRange words) {
    if (!candidate.known || candidate.kind != FrameworkKind::Event) return;
    const int32_t before = candidate.words.first - 1;
    if (!words.contains(before)) return;
    static constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh",
                                                     "eighth", "ninth", "tenth", "inaugural"};
    const std::string_view word = word_in(document_, words, before);
    const bool digits = word.size() > 2 && word[0] >= '0' && word[0] <= '9' && !is_digit(static_cast<unsigned char>(word.back()));
    if (std::find(std::begin(kOrdinals), std::end(kOrdinals), word) == std::end(kOrdinals) && !digits) return;
    const std::string_view written = document_.str(document_.words[static_cast<size_t>(before)].span);
    candidate.words.first = before;
    candidate.name = canonical_name(std::string(written) + " " + candidate.name);
  }

  // "(ABC)" behind a name belongs to it and stands for it from then on.
  void take_abbreviation(FrameworkCandidate& candidate, TokenRange words) {
    const int32_t at = candidate.kind == FrameworkKind::Law ? behind_parties(candidate.words.last, words) : candidate.words.last;
    if (word_in(document_, words, at) != "(" || !words.contains(at + 1)) return;
    const std::string_view written = document_.str(document_.words[static_cast<size_t>(at) + 1].span);
    if (written.size() < 2 || !is_abbreviation(written)) return;
    int32_t close = at + 2;
    const std::string_view year = word_in(document_, words, close);
    if (year.size() == 4 && is_digit(static_cast<unsigned char>(year[0]))) ++close;
    if (word_in(document_, words, close) != ")") return;
    if (at == candidate.words.last) candidate.words.last = close + 1;
    abbreviations_.try_emplace(std::string(written), candidate.name, candidate.kind);
  }

  // "Agreement on Trade | between the Republic of Peru and Chile (ABC)": the bracket behind the parties is the agreement's.
  int32_t behind_parties(int32_t at, TokenRange words) const {
    constexpr int32_t kLongest = 16;
    if (word_in(document_, words, at) != "between") return at;
    for (int32_t i = at + 1; words.contains(i) && i < at + kLongest; ++i) {
      const std::string_view word = word_in(document_, words, i);
      if (word == "(") return i;
      if (!starts_with_capital(document_, i) && word != "the" && word != "of" && word != "and") return at;
    }
    return at;
  }

  static bool is_abbreviation(std::string_view word) {
    int capitals = 0;
    for (const char c : word) capitals += c >= 'A' && c <= 'Z';
    return capitals >= 2 || (capitals == 1 && word.size() == 2);
  }

  void find_abbreviations(TokenRange words, size_t from) {
    if (abbreviations_.empty()) return;
    for (int32_t i = words.first; i < words.last; ++i) {
      if (!starts_with_capital(document_, i)) continue;
      const auto known = abbreviations_.find(document_.str(document_.words[static_cast<size_t>(i)].span));
      if (known == abbreviations_.end()) continue;
      const bool told = std::any_of(found_.begin() + static_cast<int64_t>(from), found_.end(),
                                    [&](const FrameworkCandidate& other) { return other.words.contains(i); });
      if (told) continue;
      found_.push_back({{i, i + 1}, known->second.first, known->second.second, true, false, "framework.abbreviation", {}});
    }
  }

  // "Energy Dialogue" after "Peru-Chile Energy Dialogue" is the same.
  void lend_full_names() {
    constexpr size_t kMostNames = 500;  // full names remembered; more is no report
    std::vector<const FrameworkCandidate*> full;
    for (FrameworkCandidate& candidate : found_) {
      const FrameworkCandidate* longer = nullptr;
      if (!candidate.known) {
        for (const FrameworkCandidate* other : full) {
          const bool tail = other->kind == candidate.kind && other->name.size() > candidate.name.size() &&
                            other->name.ends_with(candidate.name) &&
                            other->name[other->name.size() - candidate.name.size() - 1] == ' ';
          if (tail) longer = other;
        }
      }
      if (longer != nullptr) candidate.name = longer->name;
      else if (full.size() < kMostNames) full.push_back(&candidate);
    }
  }

  Document& document_;
  const Knowledge& knowledge_;
  StatePair principals_;
  std::vector<FrameworkCandidate> found_;
  std::map<std::string, std::pair<std::string, FrameworkKind>, std::less<>> abbreviations_;
};

}  // namespace

void find_frameworks(Document& document, const Knowledge& knowledge) {
  document.frameworks.clear();
  FrameworkFinder(document, knowledge).run();
}

}  // namespace verbale
