// A cut is made at a joint (comma, semicolon, "and", "as well as", "while") after which something
// begins that can be told by itself: a joined verb with words of its own, an item of a list, a
// supplement. The tags decide; the tree is asked only for what they cannot tell (whether a comma
// joins or encloses), so that an error of the parser moves a cut and does not lose one.
#include "clauses/cuts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "clauses/words.h"

namespace verbale {
namespace {

// What opens a supplement after a comma.
constexpr auto kSupplements = std::to_array<std::string_view>(
    {"alongside", "along",     "as",      "because", "besides",      "especially", "even",
     "including", "meanwhile", "namely",  "notably", "particularly", "since",      "starting",
     "such",      "thereby",   "through", "thus",    "together",     "where",      "whereas",
     "which",     "while",     "who",     "whose",   "without"});

class StretchCutter {
 public:
  StretchCutter(const Document& document, const Tree& tree, const NameInsides& names,
                TokenRange stretch)
      : document_(document), tree_(tree), stretch_(stretch), names_(names) {}

  std::vector<ClauseCut> cut() {
    int32_t from = stretch_.first;
    ClauseStart start = ClauseStart::Unit;
    for (int32_t i = stretch_.first + 1; i < stretch_.last; ++i) {
      int32_t next = i;
      const std::optional<ClauseStart> begins = begins_at(i, from, &next);
      if (!begins || names_.contains(i)) continue;
      close(from, opens_list(i) ? i + 1 : i, start);
      from = next;
      start = *begins;
      i = std::max(i, next);
    }
    close(from, stretch_.last, start);
    return std::move(cuts_);
  }

 private:
  const Token& at(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }
  std::string_view lower(int32_t i) const {
    return stretch_.contains(i) ? at(i).lower : std::string_view();
  }
  bool is_comma(int32_t i) const { return lower(i) == "," || lower(i) == ";"; }
  bool is_dash(int32_t i) const { return lower(i) == "–" || lower(i) == "—" || lower(i) == "--"; }
  bool is_and(int32_t i) const {
    return lower(i) == "and" || lower(i) == "or" || lower(i) == "but";
  }
  bool is_nominal(int32_t i) const {
    const Upos tag = at(i).upos;
    return tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON || tag == Upos::NUM;
  }

  int32_t skip_adverbs(int32_t i) const {
    while (i < stretch_.last && at(i).upos == Upos::ADV) ++i;
    return i;
  }

  // Whether at least `count` content words stand there.
  bool has_content(int32_t from, int32_t to, int count = 1) const {
    for (int32_t i = from; i < std::min(to, stretch_.last) && count > 0; ++i) {
      if (is_content_word(document_, i)) --count;
    }
    return count <= 0;
  }

  // Whether something is told there that words may hang on, no mere "for its steady".
  bool has_head(int32_t from, int32_t to) const {
    for (int32_t i = from; i < to; ++i) {
      const Upos tag = at(i).upos;
      if (is_content_word(document_, i) && tag != Upos::ADJ && tag != Upos::ADV) return true;
    }
    return false;
  }

  // Whether a clause begins at or just after the joint at `i`; `next` gets its first token.
  std::optional<ClauseStart> begins_at(int32_t i, int32_t from, int32_t* next) const {
    if (opens_list(i)) {
      *next = i + 1;
      return ClauseStart::ListItem;
    }
    if (opens_purpose(i)) {
      *next = i + 1;
      return ClauseStart::Supplement;
    }
    const bool comma = is_comma(i) || is_dash(i);
    if (!comma && !is_and(i) && !is_as_well_as(i) && lower(i) != "while") return std::nullopt;
    if (!has_head(from, i) || joins_modifiers(i) || parts_from_head(i, from)) {
      return std::nullopt;
    }
    int32_t word = i + 1;
    bool joined = is_and(i);
    if (comma && word < stretch_.last && is_quote(word)) ++word;
    if (comma && is_and(word)) ++word, joined = true;
    if (is_as_well_as(word)) word += 3, joined = true;
    if (is_as_well_as(i)) word = i + 3, joined = true;
    if (!comma && lower(i) == "while") word = i;
    *next = word;
    if (word >= stretch_.last) return std::nullopt;
    if (lower(i) == ";") return ClauseStart::Conjunct;
    if (lower(i) == "while") return ClauseStart::Supplement;
    if (begins_predicate(word, i, from)) return ClauseStart::Conjunct;
    if (comma && !joined && begins_supplement(word)) return ClauseStart::Supplement;
    if (joined && repeats_preposition(word, from)) return ClauseStart::Conjunct;
    if (begins_item(word, i, from, comma, joined)) return ClauseStart::ListItem;
    return std::nullopt;
  }

  // "held a call [to discuss the border]": the meeting, and what it was held for.
  bool opens_purpose(int32_t i) const {
    if (lower(i) != "to" || at(i).deprel != Deprel::mark) return false;
    const int32_t verb = at(i).head;
    if (verb <= i || !stretch_.contains(verb) || at(verb).deprel != Deprel::advcl) return false;
    const Span before = document_.span_of({stretch_.first, i});
    return std::ranges::any_of(document_.meetings, [&](const Meeting& meeting) {
      return meeting.text.overlaps(before) && meeting.kind != MeetingKind::Visit;
    });
  }

  bool is_quote(int32_t i) const {
    return lower(i) == "\"" || lower(i) == "”" || lower(i) == "''" || lower(i) == "’";
  }

  // "for the offer as well as [for the readiness]".
  bool repeats_preposition(int32_t word, int32_t from) const {
    return at(word).upos == Upos::ADP && lower(word) == lower(from) &&
           has_content(word, word + 6, 2);
  }

  // Words that are joined before what they modify: "seriously and fully", "reliable, binding", and
  // a name cut by a dash.
  bool joins_modifiers(int32_t i) const {
    if (i + 1 >= stretch_.last) return false;
    const Upos before = at(i - 1).upos;
    const Upos after = at(i + 1).upos;
    if (before == Upos::ADV && after == Upos::ADV) return true;
    if (before == Upos::ADJ && (after == Upos::ADJ || after == Upos::ADV)) return true;
    return is_dash(i) && before == Upos::PROPN && after == Upos::PROPN;
  }

  // A subject before the joint whose verb comes after it ("The crisis, [which has lasted for
  // years,] topped the agenda"), or a word before it that modifies one after it.
  bool parts_from_head(int32_t i, int32_t from) const {
    const Token& before = at(i - 1);
    const bool modifies = before.deprel == Deprel::amod || before.deprel == Deprel::compound ||
                          before.deprel == Deprel::nmod_poss || before.deprel == Deprel::det;
    if (modifies && before.head > i && stretch_.contains(before.head)) return true;
    constexpr int32_t kReach = 40;
    for (int32_t s = std::max(from, i - kReach); s < i; ++s) {
      const Deprel relation = at(s).deprel;
      if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
      if (at(s).head > i && stretch_.contains(at(s).head)) return true;
    }
    return false;
  }

  // Two bare nouns, which share what stands before or after them: "allies and partners of",
  // "energy and security guarantees".
  bool is_bare_pair(int32_t word, int32_t joint, int32_t from) const {
    if (is_comma(joint) || at(joint - 1).upos != Upos::NOUN || at(word).upos != Upos::NOUN) {
      return false;
    }
    const bool list = !cuts_.empty() && cuts_.back().start == ClauseStart::ListItem;
    if (!list) return true;
    for (int32_t i = from; i < joint; ++i) {
      if (is_and(i)) return false;  // the pair is told: "trade and investment and [road links]"
    }
    return at(word).deprel == Deprel::compound;
  }

  bool is_as_well_as(int32_t i) const {
    return lower(i) == "as" && lower(i + 1) == "well" && lower(i + 2) == "as";
  }

  // "in fields such as [A], B": the items begin after it.
  bool opens_list(int32_t i) const {
    if (lower(i) != "as" || i + 1 >= stretch_.last) return false;
    constexpr int32_t kReach = 4;  // "in such fields of cooperation as"
    bool such = false;
    for (int32_t k = i - 1; k >= std::max(stretch_.first, i - kReach); --k)
      such |= lower(k) == "such";
    if (!such) return false;
    for (int32_t k = i + 1; k < stretch_.last; ++k) {
      if (is_comma(k) || is_and(k)) return true;
    }
    return false;
  }

  // A verb that is joined to one before it, with words of its own: "and [to] (further) expand
  // trade".
  bool begins_predicate(int32_t word, int32_t joint, int32_t from) const {
    int32_t verb = skip_adverbs(word);
    if (lower(verb) == "to") verb = skip_adverbs(verb + 1);
    while (verb < stretch_.last && at(verb).upos == Upos::AUX) verb = skip_adverbs(verb + 1);
    if (verb >= stretch_.last) return false;
    // What is fronted belongs to what follows: "After the talks, the leaders met".
    if (is_comma(joint) && from == stretch_.first && !has_verb(from, joint)) return false;
    if (begins_sentence(word)) return has_told_verb(from, joint);
    const bool copula = verb > word && at(verb - 1).upos == Upos::AUX;
    if (at(verb).upos != Upos::VERB && !copula) return false;
    if (at(verb).deprel == Deprel::amod) return false;
    // Another word of the same kind before the joint: "manage and control differences".
    const bool bare_before = at(joint - 1).upos == Upos::VERB ||
                             (at(verb).head == joint - 1 && has_subject(joint - 1, from));
    if (bare_before) return false;
    const bool participle =
        at(verb).verb == VerbForm::Gerund || at(verb).verb == VerbForm::PastParticiple;
    if (participle && is_comma(joint)) return true;
    // Nothing is told yet: what stands before is a subject, or a verb with the tag of a noun.
    if (from == stretch_.first && !participle && !has_verb(from, joint)) return false;
    return has_verb(from, joint) || at(verb).deprel == Deprel::conj || participle;
  }

  // Something before the word is its subject: a verb, whatever its tag.
  bool has_subject(int32_t verb, int32_t from) const {
    for (int32_t i = from; i < verb; ++i) {
      if (at(i).head == verb && at(i).deprel == Deprel::nsubj) return true;
    }
    return false;
  }

  bool has_verb(int32_t from, int32_t to) const {
    for (int32_t i = from; i < to; ++i) {
      if (at(i).upos == Upos::VERB || at(i).upos == Upos::AUX) return true;
    }
    return false;
  }

  // A verb that tells, not one that modifies a noun ("issues related to"): what stands before a
  // joined sentence is a sentence itself.
  bool has_told_verb(int32_t from, int32_t to) const {
    for (int32_t i = from; i < to; ++i) {
      if (at(i).upos == Upos::AUX) return true;
      const bool modifies = at(i).deprel == Deprel::acl || at(i).deprel == Deprel::acl_relcl ||
                            at(i).deprel == Deprel::amod;
      if (at(i).upos == Upos::VERB && !modifies) return true;
    }
    return false;
  }

  // A subject and its finite verb.
  bool begins_sentence(int32_t word) const {
    constexpr int32_t kLongestSubject = 14;
    for (int32_t i = word; i < std::min(stretch_.last, word + kLongestSubject); ++i) {
      if (is_comma(i)) return false;
      const Deprel relation = at(i).deprel;
      if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
      return at(i).head > i && tree_.left(i) <= word && word <= i;
    }
    return false;
  }

  bool begins_supplement(int32_t word) const {
    if (std::ranges::binary_search(kSupplements, lower(word))) return true;
    const int32_t verb = skip_adverbs(word);
    if (verb < stretch_.last && at(word - 2).upos == Upos::ADJ && verb + 1 < stretch_.last &&
        is_nominal(verb + 1)) {
      return false;
    }
    if (verb >= stretch_.last) return false;
    const VerbForm form = at(verb).verb;
    if (at(verb).upos == Upos::VERB && at(verb).deprel != Deprel::amod &&
        (form == VerbForm::Gerund || form == VerbForm::PastParticiple)) {
      return true;
    }
    return at(verb).lower == "to" && verb + 1 < stretch_.last && at(verb + 1).upos == Upos::VERB;
  }

  // An item of an enumeration: after a comma between noun phrases, or "and" before one with words
  // enough of its own ("and [a return to talks]"), but not in a pair of single words ("trade and
  // investment").
  bool begins_item(int32_t word, int32_t joint, int32_t from, bool comma, bool joined) const {
    int32_t noun = word;
    while (noun < stretch_.last && !is_nominal(noun) && !is_comma(noun) && !is_and(noun)) ++noun;
    if (noun >= stretch_.last || !is_nominal(noun)) return false;
    if (!is_nominal(joint - 1) && lower(joint - 1) != ")" && lower(joint - 1) != "\"") return false;
    if (is_bare_pair(word, joint, from)) return false;
    const int32_t end = end_of_item(word);
    const int32_t conjunct = joined_word(word, end);
    if (conjunct < 0 || in_subject(conjunct, end)) return false;
    if (comma) return joined || has_later_joint(end);
    // Of a pair only where the first has words after its noun: "steps to calm the border and [new
    // talks]".
    const int32_t former = at(conjunct).head;
    const bool list = !cuts_.empty() && cuts_.back().start == ClauseStart::ListItem;
    if (!list && former == joint - 1) return false;
    return has_content(word, end, 2) && has_content(from, joint, 2);
  }

  // Whether the joined words are the subject of a verb that follows: its clause is not told without
  // them.
  bool in_subject(int32_t word, int32_t end) const {
    constexpr int kDeepest = 12;
    for (int depth = 0; depth < kDeepest && stretch_.contains(word); ++depth) {
      const Deprel relation = at(word).deprel;
      const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
      if (subject && at(word).head >= end) return true;
      if (relation == Deprel::root) return false;
      word = at(word).head;
    }
    return false;
  }

  int32_t end_of_item(int32_t word) const {
    int32_t end = word;
    while (end < stretch_.last && !is_comma(end) && !is_and(end)) ++end;
    return end;
  }

  // The word of the range that is a conjunct of one before it, -1 if none.
  int32_t joined_word(int32_t word, int32_t end) const {
    for (int32_t i = word; i < end; ++i) {
      const Deprel relation = at(i).deprel;
      const bool joins =
          relation == Deprel::conj || relation == Deprel::appos || relation == Deprel::list;
      if (joins && at(i).head < word && at(i).head >= 0) return i;
    }
    return -1;
  }

  bool has_later_joint(int32_t from) const {
    constexpr int32_t kReach = 60;
    for (int32_t i = from; i < std::min(stretch_.last, from + kReach); ++i) {
      if (is_and(i) || is_as_well_as(i)) return true;
    }
    return false;
  }

  bool is_quotation_mark(int32_t i) const {
    if (i < 0 || i >= static_cast<int32_t>(document_.tokens.size())) return false;
    const std::string_view word = at(i).lower;
    return word == "\"" || word == "“" || word == "”" || word == "''" || word == "``";
  }

  // Both marks of a quotation or none: the mate of a mark inside that was trimmed, or that stands
  // just outside.
  void close_quotation(TokenRange& range) const {
    int marks = 0;
    for (int32_t i = range.first; i < range.last; ++i) marks += is_quotation_mark(i) ? 1 : 0;
    if (marks % 2 == 0) return;
    if (is_quotation_mark(range.last)) {
      ++range.last;
    } else if (is_quotation_mark(range.first - 1)) {
      --range.first;
    }
  }

  void close(int32_t from, int32_t to, ClauseStart start) {
    TokenRange range{from, to};
    const auto loose = [this](int32_t i) {
      const std::string_view word = lower(i);
      return at(i).upos == Upos::PUNCT ? word != ")" && word != "(" : is_and(i);
    };
    while (!range.empty() && loose(range.last - 1)) --range.last;
    while (!range.empty() && loose(range.first)) ++range.first;
    if (range.empty()) return;
    close_quotation(range);
    if (!has_content(range.first, range.last)) {
      if (!cuts_.empty()) cuts_.back().tokens.last = range.last;
      return;
    }
    cuts_.push_back({range, start});
  }

  const Document& document_;
  const Tree& tree_;
  const TokenRange stretch_;
  const NameInsides& names_;
  std::vector<ClauseCut> cuts_;
};

}  // namespace

std::vector<ClauseCut> cut_stretch(const Document& document, const Tree& tree,
                                   const NameInsides& names, TokenRange stretch) {
  return StretchCutter(document, tree, names, stretch).cut();
}

}  // namespace verbale
