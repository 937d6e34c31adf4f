#include "phrases/phrase_borders.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"
#include "phrases/name_key.h"

namespace verbale {
namespace {

constexpr size_t kShortestList = 3;     // elements
constexpr int32_t kLongestElement = 5;  // words
constexpr int32_t kLongestList = 80;    // tokens

bool is_content(Upos tag) {
  return tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::ADV ||
         tag == Upos::PROPN;
}
bool is_of_actor(NameKind kind) {
  return kind == NameKind::Person || kind == NameKind::State || kind == NameKind::Party ||
         kind == NameKind::Organisation;
}

// Colons, brackets, stars, pieces of "don't": no phrase goes across them.
bool is_mark(std::string_view word) {
  if (word.empty() || word == "," || word == "-" || word == "'s" || word == "’s" || word == "'" ||
      word == "’" || word == "&")
    return false;
  const CodePoint first = decode_utf8(word, 0);
  return word == "n't" || word == "n’t" || word[0] == '\'' || word.starts_with("’") ||
         !is_word_character(first.value);
}

class ShapeJudge {
 public:
  ShapeJudge(const Document& document, const Knowledge& knowledge, TokenRange tokens)
      : document_(document), knowledge_(knowledge), tokens_(tokens) {}

  PhraseShape judge() const {
    PhraseShape shape;
    const int32_t head = only_head();
    if (head < 0 || !starts_and_ends_well(head) || !may_lead(head) || has_time_word() ||
        is_framework())
      return shape;
    bool all_capitals = true;
    for (int32_t i = tokens_.first; i < tokens_.last; ++i) {
      const NameKind* name = name_at(i);
      if (name != nullptr && *name == NameKind::Person) return {};
      if (is_mark(token(i).lower)) return {};
      if (!is_content(token(i).upos)) continue;
      all_capitals =
          all_capitals && is_upper(decode_utf8(document_.text, token(i).span.begin).value);
      if (name == nullptr || !is_of_actor(*name)) ++shape.content_words;
    }
    shape.whole = shape.content_words > 0 && !all_capitals;
    return shape;
  }

 private:
  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }

  // The one word whose head is outside; -1: there are several.
  int32_t only_head() const {
    int32_t head = -1;
    for (int32_t i = tokens_.first; i < tokens_.last; ++i) {
      if (token(i).upos == Upos::PUNCT || tokens_.contains(token(i).head)) continue;
      if (head >= 0) return -1;
      head = i;
    }
    return head;
  }

  // No "of the two" and no "regional and international" of "... issues".
  bool starts_and_ends_well(int32_t head) const {
    const Upos first = token(tokens_.first).upos;
    const Upos last = token(tokens_.last - 1).upos;
    const bool marks_head =
        first == Upos::ADP && token(tokens_.first).head == head;  // "in accordance with X"
    const bool links =
        token(tokens_.first).deprel == Deprel::cc || token(tokens_.first).lower == "as";
    const bool opens = (is_content(first) || first == Upos::NUM || marks_head) && !links;
    const bool closes = is_content(last) || last == Upos::NUM;
    if (!opens || !closes) return false;
    const Deprel own = token(head).deprel;
    const bool before_its_head = own == Deprel::amod || own == Deprel::compound ||
                                 own == Deprel::nummod || own == Deprel::advmod ||
                                 own == Deprel::nmod_poss || own == Deprel::case_;
    if (before_its_head && token(head).head >= tokens_.last) return false;
    return !is_cut_at_its_end();
  }

  // "right to defend" of "... itself", "access to affordable" of "... care".
  bool is_cut_at_its_end() const {
    if (tokens_.last >= static_cast<int32_t>(document_.tokens.size())) return false;
    const Upos next = token(tokens_.last).upos;
    const bool before_noun = next == Upos::NOUN || next == Upos::PROPN || next == Upos::ADJ;
    const bool goes_on = before_noun || token(tokens_.last).lower == ",";
    if (token(tokens_.last - 1).upos == Upos::ADJ && goes_on) return true;
    for (int32_t i = tokens_.last;
         i < static_cast<int32_t>(document_.tokens.size()) && i < tokens_.last + 12; ++i) {
      const Deprel relation = token(i).deprel;
      const bool needed = relation == Deprel::obj || relation == Deprel::xcomp ||
                          relation == Deprel::ccomp || relation == Deprel::compound_prt ||
                          relation == Deprel::fixed || relation == Deprel::flat;
      if (needed && tokens_.contains(token(i).head)) return true;
    }
    const Token& last = token(tokens_.last - 1);
    return (last.deprel == Deprel::amod || last.deprel == Deprel::compound) &&
           last.head >= tokens_.last;
  }

  // A noun that is no actor, or a verb that neither reports nor has a subject of its own.
  bool may_lead(int32_t head) const {
    const Token& lead = token(head);
    if (lead.upos == Upos::NOUN || lead.upos == Upos::PROPN) {
      const ActorNoun* noun = knowledge_.actor_words.noun(lead.lemma);
      constexpr uint16_t kActors =
          kOffice | kPerson | kCounterpart | kHost | kGuest | kState | kGovernment | kJoint;
      return noun == nullptr || (noun->classes & kActors) == 0;
    }
    if (lead.upos == Upos::ADJ) return lead.deprel != Deprel::amod || lead.head < tokens_.first;
    if (lead.upos != Upos::VERB) return false;
    const bool finite = lead.verb == VerbForm::Past || lead.verb == VerbForm::Present ||
                        lead.verb == VerbForm::Present3;
    if (finite || knowledge_.cues.form(lead.lower) != nullptr) return false;
    for (int32_t i = tokens_.first; i < tokens_.last; ++i) {
      const Deprel relation = token(i).deprel;
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::aux)
        return false;
    }
    return true;
  }

  bool has_time_word() const {
    for (int32_t i = tokens_.first; i < tokens_.last; ++i) {
      const std::string_view word = token(i).lower;
      if (!word.empty() && word[0] >= '0' && word[0] <= '9') return true;
      const PhraseTable::Match match =
          knowledge_.quantity_words.forms().longest(std::span(&word, 1));
      for (const int32_t value : match.values) {
        const QuantityWordKind kind =
            knowledge_.quantity_words.words()[static_cast<size_t>(value)].kind;
        if (kind == QuantityWordKind::Month || kind == QuantityWordKind::Weekday ||
            kind == QuantityWordKind::Unit) {
          return true;
        }
      }
    }
    return false;
  }

  // A framework's name, or a part of it: that is a name, and listed as one.
  bool is_framework() const {
    const Span span = document_.span_of(tokens_);
    return std::ranges::any_of(document_.frameworks, [&](const Framework& framework) {
      return framework.text.contains(span);
    });
  }

  const NameKind* name_at(int32_t i) const {
    const auto after = std::ranges::upper_bound(document_.names, i, {},
                                                [](const Name& name) { return name.tokens.first; });
    if (after == document_.names.begin()) return nullptr;
    const Name& name = *(after - 1);
    return name.tokens.contains(i) ? &name.kind : nullptr;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  TokenRange tokens_;
};

// The elements of one enumeration, gathered from its first element's head.
class ListReader {
 public:
  ListReader(const Document& document, const Sentence& sentence)
      : document_(document), sentence_(sentence) {}

  std::vector<TokenRange> read(int32_t head) const {
    std::vector<int32_t> heads = {head};
    for (int32_t i = head + 1; i < std::min(sentence_.tokens.last, head + kLongestList); ++i) {
      if (token(i).deprel == Deprel::conj && std::ranges::find(heads, token(i).head) != heads.end())
        heads.push_back(i);
    }
    std::vector<TokenRange> elements;
    for (const int32_t member : heads) {
      if (is_noun(member) != is_noun(head) || token(member).upos == Upos::VERB) break;
      const TokenRange element{first_of(member), member + 1};
      if (!elements.empty() && !is_joint(elements.back().last, element.first)) break;
      elements.push_back(element);
    }
    return elements;
  }

 private:
  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }

  int32_t first_of(int32_t member) const {
    int32_t first = member;
    while (first > sentence_.tokens.first) {
      const Token& before = token(first - 1);
      const bool modifies = before.head >= first && before.head <= member &&
                            (before.deprel == Deprel::amod || before.deprel == Deprel::compound ||
                             before.deprel == Deprel::advmod || before.deprel == Deprel::nummod);
      const bool hyphen =
          before.upos == Upos::PUNCT && before.lower == "-" && first - 1 > sentence_.tokens.first;
      if (!modifies && !hyphen) break;
      first -= hyphen ? 2 : 1;  // "rules-based": what is before the hyphen is part of the word
    }
    return first;
  }

  bool is_noun(int32_t i) const {
    return token(i).upos == Upos::NOUN || token(i).upos == Upos::PROPN;
  }

  // Only a comma, "and", "or" or "as well as" between two elements.
  bool is_joint(int32_t from, int32_t to) const {
    if (from >= to) return false;
    for (int32_t i = from; i < to; ++i) {
      const std::string_view word = token(i).lower;
      if (word != "," && word != "and" && word != "&" && word != "or") return false;
    }
    return true;
  }

  const Document& document_;
  const Sentence& sentence_;
};

// The words of whole tokens; empty where the ends lie within one.
TokenRange words_of_tokens(const Document& document, TokenRange tokens) {
  return words_in(document, document.span_of(tokens));
}

}  // namespace

PhraseShape shape_of(const Document& document, const Knowledge& knowledge, const Sentence& sentence,
                     TokenRange words) {
  const TokenRange tokens = tokens_of(document, words);
  const auto token = [&](int32_t word) { return document.words[static_cast<size_t>(word)].token; };
  const bool cuts_first =
      words.first > sentence.words.first && token(words.first - 1) == tokens.first;
  const bool cuts_last = words.last < sentence.words.last && token(words.last) == tokens.last - 1;
  if (cuts_first || cuts_last) return {};
  return ShapeJudge(document, knowledge, tokens).judge();
}

std::vector<ListInText> lists_of(const Document& document, const Knowledge& knowledge,
                                 const Sentence& sentence) {
  std::vector<ListInText> lists;
  const ListReader reader(document, sentence);
  for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& token = document.tokens[static_cast<size_t>(i)];
    if (token.deprel == Deprel::conj || (token.upos != Upos::NOUN && token.upos != Upos::ADJ))
      continue;
    const std::vector<TokenRange> elements = reader.read(i);
    if (elements.size() < kShortestList) continue;
    ListInText list;
    for (const TokenRange element : elements)
      list.elements.push_back(words_of_tokens(document, element));
    list.words = {list.elements.front().first, list.elements.back().last};
    const bool long_one = std::ranges::any_of(list.elements, [](TokenRange element) {
      return element.empty() || element.size() > kLongestElement;
    });
    const bool actors = std::ranges::all_of(elements, [&](TokenRange element) {
      const Token& head = document.tokens[static_cast<size_t>(element.last) - 1];
      return head.upos == Upos::PROPN || knowledge.actor_words.noun(head.lemma) != nullptr;
    });
    // "democracy, freedom and rule" of "... rule of law".
    const bool cut = elements.back().last < sentence.tokens.last &&
                     document.tokens[static_cast<size_t>(elements.back().last)].lower == "of";
    if (!long_one && !actors && !cut) lists.push_back(std::move(list));
  }
  return lists;
}

}  // namespace verbale
