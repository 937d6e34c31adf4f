#include "topics/joined_phrases.h"

#include <algorithm>

namespace verbale {
namespace {

// How far a list is looked through for its end.
constexpr int32_t kReach = 80;

class PhraseSplitter {
 public:
  PhraseSplitter(const Document& document, const Knowledge& knowledge, const WordsAt& words, TokenRange range)
      : knowledge_(knowledge), words_(words), range_(range) {
    const auto keep = [this](TokenRange name) {
      if (name.overlaps(range_)) names_.push_back(name);
    };
    const auto before = [](const Name& name, int32_t token) { return name.tokens.last <= token; };
    for (auto it = std::lower_bound(document.names.begin(), document.names.end(), range.first, before);
         it != document.names.end() && it->tokens.first < range.last; ++it) {
      keep(it->tokens);
    }
    const Span span = document.span_of(range);
    const auto begins = [](const Framework& framework, uint32_t at) { return framework.text.begin < at; };
    for (auto it = std::lower_bound(document.frameworks.begin(), document.frameworks.end(), span.begin, begins);
         it != document.frameworks.end() && it->text.begin < span.end; ++it) {
      keep(tokens_in(document, it->text));
    }
  }

  std::vector<TokenRange> split() {
    if (words_.is_any(range_.first, {"how", "whether", "what", "why"})) {
      split_clause();
      return std::move(found_);
    }
    int32_t start = range_.first;
    int32_t depth = 0;
    for (int32_t i = range_.first; i < range_.last; ++i) {
      if (words_.is_any(i, {"(", "["})) ++depth;
      if (words_.is_any(i, {")", "]"})) --depth;
      if (depth > 0) continue;
      if (const int32_t after = after_aside(i); after > i) {
        i = after;
        continue;
      }
      // What is listed after "including" belongs to what stands before it.
      if (opens_list(i)) {
        const int32_t next = after_list(i);
        if (next < 0) break;
        add({start, next});
        start = next;
        i = next;
        continue;
      }
      if (words_.is(i, "between")) between_ = i;
      const int32_t next = after_joint(i);
      if (next < 0 || inside_name(i)) continue;
      if (opens_list(next)) continue;
      if (!separates(start, i, next)) continue;
      add({start, i});
      start = next;
      i = next - 1;
    }
    add({start, range_.last});
    return std::move(found_);
  }

 private:
  // A clause: its commas and "and" join other things, but for "how X can help and ways to Y".
  void split_clause() {
    int32_t start = range_.first;
    for (int32_t i = range_.first + 1; i + 1 < range_.last; ++i) {
      if (!words_.is(i, "and")) continue;
      const int32_t next = i + 1;
      const bool named = words_.is(next, "the") && words_.is_any(next + 1, {"need", "importance", "role", "impact", "status", "situation"});
      if (!named && !words_.is_any(next, {"ways", "how", "opportunities", "efforts", "areas"})) continue;
      add({start, i});
      start = next;
    }
    add({start, range_.last});
  }

  bool is_dash(int32_t i) const { return words_.is_any(i, {"–", "—", "--"}); }

  // "the guarantors – A, B and C – in Sochi": what stands between two dashes is one; the second dash, or `i`.
  int32_t after_aside(int32_t i) const {
    if (!is_dash(i) || inside_name(i)) return i;
    for (int32_t j = i + 1; j < range_.last; ++j) {
      if (is_dash(j)) return j;
    }
    return i;
  }

  bool opens_list(int32_t i) const {
    return words_.is_any(i, {"including", "particularly", "especially", "namely", "notably", "like"}) ||
           (words_.is(i, "such") && words_.is(i + 1, "as")) || (words_.is(i, "in") && words_.is(i + 1, "particular")) ||
           (words_.is(i, "above") && words_.is(i + 1, "all")) || words_.is_any(i, {"primarily", "chiefly", "mainly"});
  }

  // "on trade, including wool, | and on the border": where the preposition before all is said again; -1: nowhere.
  int32_t after_list(int32_t i) const {
    const std::string_view preposition = words_.lower(range_.first - 1);
    if (words_.at(range_.first - 1).upos != Upos::ADP || preposition == "of") return -1;
    for (; i + 1 < range_.last; ++i) {
      if (words_.is(i, "and") && words_.is(words_.skip_adverbs(i + 1, range_.last), preposition)) return i;
    }
    return -1;
  }

  bool inside_name(int32_t i) const {
    for (const TokenRange name : names_) {
      if (name.contains(i)) return true;
    }
    return false;
  }

  // The first token after a joint at `i`: ",", "and", ", and", "as well as", "along with"; -1: no joint.
  int32_t after_joint(int32_t i) const {
    int32_t next = i;
    if (words_.is_any(next, {",", ";"})) ++next;
    if (words_.is(next, "and")) ++next;
    else if (words_.is(next, "as") && words_.is(next + 1, "well") && words_.is(next + 2, "as")) next += 3;
    else if (words_.is(next, "along") && words_.is(next + 1, "with")) next += 2;
    return next == i || next >= range_.last ? -1 : next;
  }

  // A preposition or an infinitive, so that the phrase says by itself what it is about.
  bool has_complement(TokenRange phrase) const {
    for (int32_t i = phrase.first + 1; i < phrase.last; ++i) {
      if (words_.at(i).upos == Upos::ADP || words_.is(i, "to")) return true;
    }
    return false;
  }

  TokenRange right_phrase(int32_t start) const {
    int32_t end = start;
    while (end < range_.last && !words_.is_any(end, {",", ";", "and"})) ++end;
    return {start, end};
  }

  bool separates(int32_t start, int32_t joint, int32_t next) const {
    const int32_t first = words_.skip_adverbs(next, range_.last);
    const bool prepared = words_.at(first).upos == Upos::ADP && words_.at(range_.first - 1).upos == Upos::ADP &&
                          words_.is(first, words_.lower(range_.first - 1));
    if (prepared) return true;  // "on X and also on Y"
    if (words_.is_any(next, {"how", "why"}) || words_.is_any(first, {"how", "why"})) return true;
    if (!words_.opens_noun_phrase(first) && !words_.is_gerund(first)) return false;
    if (words_.at(joint - 1).upos == Upos::ADJ && words_.at(first).upos == Upos::ADJ) return false;
    // "Russian and Chilean companies", where the tagger sees names
    const Deprel relation = words_.at(joint - 1).deprel;
    if (words_.is(joint, "and") && relation == Deprel::compound && words_.at(joint - 1).head > joint) return false;
    if (joins_subjects(joint, first)) return false;
    if (words_.is_any(first, {"steps", "ways", "efforts", "opportunities", "measures"}) && words_.at(first).upos == Upos::NOUN) return true;
    if (goes_on_about(joint, first) || in_purpose(start, joint, first)) return false;
    if (words_.at(joint - 1).upos == Upos::ADJ && words_.at(joint - 1).deprel == Deprel::amod) return false;
    if (words_.is_comma(joint) && words_.at(joint - 1).upos == Upos::ADJ && !words_.is(next - 1, "and")) return false;
    if (lists_means(start, joint, first)) return false;
    if (is_place_after_place(joint, first) || shares_article(start, joint, first)) return false;
    if (lists_fields(start, joint, first)) return false;
    const bool comma = words_.is_any(joint, {",", ";"});
    if (comma) return !inside_between(joint) && !lists_adjectives(joint, first);
    const bool marked = words_.is(joint, "as") || words_.is(joint, "along");
    if (marked) return true;
    if (inside_between(joint)) return false;
    const TokenRange right = right_phrase(first);
    const bool article = words_.at(first).upos == Upos::DET || words_.is_any(first, {"its", "their", "his", "our", "her"});
    const bool right_whole = has_complement(right);
    if (has_complement({start, joint})) return right_whole;
    // "A, B and C": the list was opened by a comma.
    if (!found_.empty() && !oxford(joint)) return true;
    return article && (right_whole || words_.is_noun(joint - 1));
  }

  // "the steps Peru | and Chile are taking"
  bool joins_subjects(int32_t joint, int32_t first) const {
    if (!words_.is(joint, "and") || words_.at(joint - 1).upos != Upos::PROPN) return false;
    int32_t verb = first;
    while (verb < range_.last && (words_.at(verb).upos == Upos::PROPN || words_.at(verb).upos == Upos::DET)) ++verb;
    return verb > first && verb < range_.last && words_.is_finite(verb) && words_.is_verb(verb);
  }

  // "..., reflective of the ties", "..., one that has lasted", "U.S. and Chilean companies": what is said of a thing, or of
  // whom it is.
  bool goes_on_about(int32_t joint, int32_t first) const {
    const bool adjective = words_.at(first).upos == Upos::ADJ;
    const bool said_of = words_.is_any(first, {"reflective", "indicative", "illustrative", "representative", "symbolic"});
    if (words_.is_comma(joint) && (adjective || said_of) && words_.at(first + 1).upos == Upos::ADP) return true;
    if (words_.is_comma(joint) && words_.is(first, "one") && words_.is_any(first + 1, {"that", "which", "of"})) return true;
    return words_.is(joint, "and") && adjective && words_.is_any(joint - 1, {"u.s.", "us", "u.k.", "uk", "eu", "un", "dprk", "rok"});
  }

  // "ways to create work | and good homes", "steps to cut red tape, | increase funds, | and build": all is what the
  // infinitive is for.
  bool in_purpose(int32_t start, int32_t joint, int32_t first) const {
    int32_t to = start;
    while (to < joint && !words_.is(to, "to")) {
      if (words_.at(to).upos == Upos::ADP) return false;
      ++to;
    }
    if (to >= joint || !words_.is_base_verb(words_.skip_adverbs(to + 1, joint))) return false;
    const bool fresh = words_.at(first).upos == Upos::DET || words_.is_any(first, {"its", "their", "his", "her", "our"}) ||
                       words_.is_gerund(first);
    if (words_.is_comma(joint)) return is_deed(first) && words_.opens_noun_phrase(first + 1);
    return words_.is(joint, "and") && !fresh && !opens_another(first);
  }

  bool is_deed(int32_t i) const {
    const CommitmentWords& pack = knowledge_.commitment_words;
    return words_.is_base_verb(i) || pack.has(CommitmentClass::Verb, words_.lower(i)) ||
           pack.has(CommitmentClass::VerbNoun, words_.lower(i));
  }

  // "and ways to", "and ongoing efforts", "and developments in": a head of its own kind.
  bool opens_another(int32_t first) const {
    for (int32_t i = first; i < first + 3; ++i) {
      if (words_.is_any(i, {"ways", "efforts", "steps", "opportunities", "measures", "developments", "issues", "matters", "plans",
                            "preparations", "prospects", "means"})) {
        return true;
      }
    }
    return false;
  }

  // "ways to boost cooperation in trade, | tourism and | education": fields of one cooperation.
  bool lists_fields(int32_t start, int32_t joint, int32_t first) const {
    // "initiatives on climate, energy, and fighting the flu": the last field may be an act.
    const bool last = words_.is_gerund(first) && words_.is(first - 1, "and") && words_.is_comma(first - 2);
    if (words_.at(first).upos == Upos::DET || (words_.is_gerund(first) && !last)) return false;
    if (has_complement(right_phrase(first)) && !last) return false;
    for (int32_t i = joint - 1; i > start; --i) {
      if (!words_.is_any(i, {"in", "of", "on", "as"})) continue;
      return words_.is_any(i - 1, {"cooperation", "collaboration", "ties", "relations", "exchanges", "partnership", "fields",
                                   "areas", "sectors", "spheres", "domains", "such", "coordination", "initiatives", "agreements",
                                   "programmes", "programs", "projects", "policies", "dialogue", "work", "links", "contacts"});
    }
    return false;
  }

  // "through the Accords, | the Forum, | and other formats", "among allies | and partners": named by one preposition.
  bool lists_means(int32_t start, int32_t joint, int32_t first) const {
    if (has_complement(right_phrase(first))) return false;
    for (int32_t i = joint - 1; i > start; --i) {
      if (words_.is_any(i, {"through", "via", "among", "amongst"})) return true;
      if (words_.at(i).upos == Upos::ADP || words_.is(i, "to") || words_.is_verb(i)) return false;
    }
    return false;
  }

  // "in Warsaw, Poland"
  bool is_place_after_place(int32_t joint, int32_t first) const {
    if (!words_.is_comma(joint) || words_.at(joint - 1).upos != Upos::PROPN) return false;
    int32_t end = first;
    while (end < range_.last && words_.at(end).upos == Upos::PROPN) ++end;
    return end > first && (end == range_.last || words_.is_comma(end)) && words_.is_preposition(joint - 2);
  }

  // "the manufacturing, distribution and accessibility of X": one article and one complement for all.
  bool shares_article(int32_t start, int32_t joint, int32_t first) const {
    const bool article = words_.is_any(words_.skip_adverbs(start, joint), {"the", "a", "an", "their", "its"});
    if (!article || has_complement({start, joint}) || words_.at(first).upos == Upos::DET) return false;
    const int32_t last_and = right_phrase(first).last;
    if (words_.is_comma(last_and) || words_.is(last_and, "and")) return words_.is_noun(first);
    return has_complement(right_phrase(first)) && words_.is_noun(first);
  }

  // Whether a later ", and" closes the list, so that this "and" stands inside an item.
  bool oxford(int32_t joint) const {
    for (int32_t i = joint + 1; i + 1 < std::min(range_.last, joint + kReach); ++i) {
      if (words_.is_comma(i) && words_.is(i + 1, "and")) return true;
    }
    return false;
  }

  bool inside_between(int32_t joint) const {
    if (between_ < 0 || joint > between_ + kReach) return false;
    int ands = 0;
    for (int32_t i = between_; i < joint; ++i) {
      ands += words_.is(i, "and");
      // "between the two countries" is complete without "and".
      if (i < between_ + 4 && words_.is_any(i, {"two", "both", "three", "all", "our", "us", "them", "states", "countries"})) return false;
    }
    return ands == 0;
  }

  // "political, economic and security issues": adjectives with one head.
  bool lists_adjectives(int32_t joint, int32_t first) const {
    return words_.at(joint - 1).upos == Upos::ADJ && words_.at(first).upos == Upos::ADJ;
  }

  void add(TokenRange phrase) {
    while (!phrase.empty() && (words_.at(phrase.last - 1).upos == Upos::PUNCT || words_.is(phrase.last - 1, "and")) &&
           !words_.is_any(phrase.last - 1, {")", "]", "\"", "”"})) {
      --phrase.last;
    }
    while (!phrase.empty() && leads_in(phrase.first)) ++phrase.first;
    if (!phrase.empty()) found_.push_back(phrase);
  }

  bool leads_in(int32_t i) const {
    const Upos tag = words_.at(i).upos;
    return tag == Upos::CCONJ || (tag == Upos::PUNCT && !words_.is_quote(i) && !words_.is(i, "(")) ||
           (tag == Upos::ADV && !words_.is_any(i, {"how", "why", "when", "where"})) ||
           words_.is_any(i, {"on", "about", "both", "also", "regarding", "concerning"});
  }

  const Knowledge& knowledge_;
  const WordsAt& words_;
  TokenRange range_;
  int32_t between_ = -1;
  std::vector<TokenRange> names_;  // nothing in them is joined
  std::vector<TokenRange> found_;
};

}  // namespace

std::vector<TokenRange> split_phrases(const Document& document, const Knowledge& knowledge, const WordsAt& words,
                                      TokenRange range) {
  return PhraseSplitter(document, knowledge, words, range).split();
}

}  // namespace verbale
