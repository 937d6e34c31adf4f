// A joint statement is an instrument itself, by its title. Others are told: "signed 14 documents", "the signing of an
// agreement", "the documents signed", "issued a joint statement". The parties are the states that the report is about.
#include "instruments/instruments.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "actors/resolve.h"

namespace verbale {
namespace {

constexpr size_t kLongestNoun = 4;      // words
constexpr int32_t kReach = 14;          // words between the verb and the noun

class InstrumentFinder {
 public:
  InstrumentFinder(Document& document, const Knowledge& knowledge)
      : document_(document), words_(knowledge.instrument_words) {}

  void run() {
    add_title();
    for (const Sentence& sentence : document_.sentences) {
      if (document_.publication.title.overlaps(sentence.span)) continue;
      range_ = sentence.words;
      for (int32_t i = range_.first; i < range_.last; ++i) look_at(i);
    }
  }

 private:
  std::string_view folded(int32_t i) const {
    return range_.contains(i) ? document_.words[static_cast<size_t>(i)].folded : std::string_view();
  }
  const Token& token(int32_t i) const {
    return document_.tokens[static_cast<size_t>(document_.words[static_cast<size_t>(i)].token)];
  }
  PhraseTable::Match phrase_at(const PhraseTable& table, int32_t i) const {
    std::array<std::string_view, kLongestNoun> ahead;
    const size_t count = std::min(kLongestNoun, static_cast<size_t>(range_.last - i));
    for (size_t k = 0; k < count; ++k) ahead[k] = folded(i + static_cast<int32_t>(k));
    return table.longest(std::span(ahead.data(), count));
  }

  // The title of a joint statement, whole.
  void add_title() {
    const Span title = document_.publication.title;
    if (title.empty()) return;
    for (const Sentence& sentence : document_.sentences) {
      if (!title.overlaps(sentence.span)) continue;
      range_ = sentence.words;
      bool readout = false;
      for (int32_t i = range_.first; i < range_.last; ++i) {
        readout |= folded(i) == "readout" || folded(i) == "remarks" || folded(i) == "following";
        if (readout && !document_.cast.joint_statement) break;
        if (phrase_at(words_.titles(), i).length == 0) continue;
        add(title, 1, InstrumentKind::JointStatement, "instrument.title");
        return;
      }
    }
  }

  void look_at(int32_t i) {
    const Upos tag = token(i).upos;
    if (tag != Upos::NOUN && tag != Upos::PROPN && tag != Upos::ADJ) return;
    const PhraseTable::Match match = phrase_at(words_.nouns(), i);
    if (match.length == 0 || (i > range_.first && phrase_at(words_.nouns(), i - 1).length > 1)) return;
    const InstrumentKind kind = words_.kinds()[static_cast<size_t>(match.values[0])];
    const int32_t end = i + match.length;
    if (is_known_elsewhere(i)) return;
    if (is_made_before(i, kind) || is_made_after(end)) add_phrase(i, end, kind);
  }

  // A treaty that the packs know was signed at another time.
  bool is_known_elsewhere(int32_t i) const {
    const Span noun = document_.words[static_cast<size_t>(i)].span;
    return std::any_of(document_.frameworks.begin(), document_.frameworks.end(), [&](const Framework& framework) {
      return framework.made_by == "framework.pack" && framework.text.overlaps(noun);
    });
  }

  bool is_future(int32_t verb) const {
    const VerbForm form = token(verb).verb;
    if (form == VerbForm::Base) return true;
    for (int32_t k = verb - 1; k >= range_.first && k > verb - 4; --k) {
      if (folded(k) == "to" || folded(k) == "will" || folded(k) == "would" || folded(k) == "should" || folded(k) == "be") return true;
    }
    return false;
  }

  // "signed (a number of) documents", "the signing of ...", "issued a joint statement".
  bool is_made_before(int32_t noun, InstrumentKind kind) const {
    for (int32_t k = noun - 1; k >= range_.first && k > noun - kReach; --k) {
      const Token& before = token(k);
      if (folded(k) == "signing" || folded(k) == "signature") return folded(k + 1) == "of" || before.upos == Upos::VERB;
      if (folded(k) == ";" || folded(k) == ".") return false;
      if (before.upos != Upos::VERB) {
        // Another object may stand between only as a member of the list.
        if (before.upos == Upos::AUX || before.upos == Upos::SCONJ) return false;
        if (before.upos == Upos::ADP && folded(k) != "of") return false;
        continue;
      }
      if (words_.signs(before.lemma) || folded(k) == "signed") return !is_future(k);
      const bool statement = kind == InstrumentKind::JointStatement;
      if (statement && words_.issues(before.lemma)) return !is_future(k);
      return false;
    }
    return false;
  }

  // "documents signed between ...", "an agreement was signed".
  bool is_made_after(int32_t end) const {
    for (int32_t k = end; k < range_.last && k < end + 5; ++k) {
      const Token& after = token(k);
      if (after.upos == Upos::AUX || after.upos == Upos::ADV) {
        if (folded(k) == "will" || folded(k) == "be" || folded(k) == "to") return false;
        continue;
      }
      return folded(k) == "signed" || folded(k) == "inked" || folded(k) == "exchanged";
    }
    return false;
  }

  // The noun with what stands before it, without the article; a number, or "a number of", is part of it.
  void add_phrase(int32_t noun, int32_t end, InstrumentKind kind) {
    int32_t first = noun;
    while (first > range_.first) {
      const Upos tag = token(first - 1).upos;
      const bool inside = tag == Upos::ADJ || tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::NUM ||
                          folded(first - 1) == "and" || folded(first - 1) == "'s";
      if (!inside) break;
      --first;
    }
    while (first < noun && (folded(first) == "and" || folded(first) == "signing")) ++first;
    const Token& head = token(end - 1);
    std::optional<int64_t> count = count_of(first, end);
    if (folded(first - 1) == "of" && folded(first - 2) == "number" && folded(first - 3) == "a") {
      first -= 3;
    } else if (!count && !head.plural && !folded(end - 1).ends_with('s')) {
      count = 1;
    }
    add({document_.words[static_cast<size_t>(first)].span.begin,
         document_.words[static_cast<size_t>(end) - 1].span.end}, count, kind, "instrument.noun");
  }

  // The count of the quantity that the phrase opens with.
  std::optional<int64_t> count_of(int32_t first, int32_t end) const {
    const Span span{document_.words[static_cast<size_t>(first)].span.begin,
                    document_.words[static_cast<size_t>(end) - 1].span.end};
    const auto quantity = std::lower_bound(document_.quantities.begin(), document_.quantities.end(), span.begin,
                                           [](const Quantity& q, uint32_t byte) { return q.text.end <= byte; });
    if (quantity == document_.quantities.end() || !quantity->text.overlaps(span) || quantity->kind != QuantityKind::Count) {
      return std::nullopt;
    }
    int64_t value = 0;
    const char* last = quantity->value.data() + quantity->value.size();
    const auto [stop, error] = std::from_chars(quantity->value.data(), last, value);
    if (error != std::errc() || stop != last) return std::nullopt;
    return value;
  }

  void add(Span text, std::optional<int64_t> count, InstrumentKind kind, std::string_view rule) {
    const bool told = std::any_of(document_.instruments.begin(), document_.instruments.end(), [&](const Instrument& other) {
      return other.text.overlaps(text) || (other.kind == kind && (other.count == count || kind == InstrumentKind::JointStatement));
    });
    if (told) return;
    document_.instruments.push_back({.text = text, .count = count, .kind = kind, .parties = parties(), .made_by = rule});
  }

  std::vector<int32_t> parties() const {
    const Cast& cast = document_.cast;
    if (cast.joint_statement && !cast.authors.empty()) return bodies_of(document_, cast.authors);
    if (!cast.states.empty()) return cast.states;
    return bodies_of(document_, cast.principals);
  }

  Document& document_;
  const InstrumentWords& words_;
  TokenRange range_;
};

}  // namespace

void find_instruments(Document& document, const Knowledge& knowledge) {
  document.instruments.clear();
  InstrumentFinder(document, knowledge).run();
}

}  // namespace verbale
