// Names that are in no list, by their form: a noun of the pack with capitals before it ("North Sea Energy Forum") or a
// preposition and capitals after it ("Treaty on the Green Belt").
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "frameworks/candidate.h"
#include "knowledge/world_matches.h"

namespace verbale {
namespace {

constexpr int32_t kLongestSide = 14;  // words before, and after, the noun
constexpr size_t kLongestHead = 3;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class FormFinder {
 public:
  FormFinder(const Document& document, const Knowledge& knowledge, TokenRange words,
             std::vector<FrameworkCandidate>& out)
      : document_(document), knowledge_(knowledge), forms_(knowledge.framework_names), words_(words), out_(out) {}

  void run() {
    std::array<std::string_view, kLongestHead> ahead;
    for (int32_t i = words_.first; i < words_.last; ++i) {
      const size_t count = std::min(kLongestHead, static_cast<size_t>(words_.last - i));
      for (size_t k = 0; k < count; ++k) ahead[k] = folded(i + static_cast<int32_t>(k));
      const PhraseTable::Match match = forms_.heads().longest(std::span(ahead.data(), count));
      if (match.length == 0) continue;
      if (forms_.forms()[static_cast<size_t>(match.values[0])].none) {
        i += match.length - 1;
        continue;
      }
      try_head(i, i + match.length, forms_.forms()[static_cast<size_t>(match.values[0])]);
    }
  }

 private:
  std::string_view folded(int32_t i) const { return word_in(document_, words_, i); }
  bool capital(int32_t i) const { return words_.contains(i) && starts_with_capital(document_, i); }
  const Token& token(int32_t i) const {
    return document_.tokens[static_cast<size_t>(document_.words[static_cast<size_t>(i)].token)];
  }
  WordGap gap(int32_t i) const { return document_.words[static_cast<size_t>(i)].gap; }

  // The name that covers the word, nullptr if none. Names are in text order.
  const Name* name_at(int32_t i) const {
    const int32_t at = document_.words[static_cast<size_t>(i)].token;
    const auto after = std::upper_bound(
        document_.names.begin(), document_.names.end(), at,
        [](int32_t token, const Name& name) { return token < name.tokens.first; });
    if (after == document_.names.begin()) return nullptr;
    const Name& name = *(after - 1);
    return name.tokens.contains(at) ? &name : nullptr;
  }
  // What only looks like an organisation may be a council, a forum, a treaty.
  static bool is_actor(const Name& name) {
    if (name.kind == NameKind::Organisation) return !name.id.empty();
    return name.kind == NameKind::Person || name.kind == NameKind::State || name.kind == NameKind::Party;
  }
  bool in_person(int32_t i) const {
    const Name* name = name_at(i);
    return name != nullptr && name->kind == NameKind::Person &&
           name->core.contains(document_.words[static_cast<size_t>(i)].token);
  }
  bool in_person_title(int32_t i) const {
    const Name* name = name_at(i);
    return name != nullptr && name->kind == NameKind::Person;
  }
  bool in_actor(int32_t i) const {
    const Name* name = name_at(i);
    return name != nullptr && is_actor(*name) && name->core.contains(document_.words[static_cast<size_t>(i)].token);
  }
  // Only a state's name or people: "Russian initiative".
  bool is_plain_state(int32_t first, int32_t end) const {
    for (int32_t i = first; i < end; ++i) {
      const Name* name = name_at(i);
      const bool state = name != nullptr && name->kind == NameKind::State;
      if (!state && token(i).upos != Upos::ADJ && !is_one_of(folded(i), {"and"})) return false;
    }
    return true;
  }

  bool is_name_word(int32_t i) const {
    if (!words_.contains(i)) return false;
    const std::string_view word = folded(i);
    const bool numeral = word[0] >= '0' && word[0] <= '9' && gap(i) == WordGap::Hyphen;
    const Token& word_token = token(i);
    const bool verb = word_token.upos == Upos::AUX || (word_token.upos == Upos::VERB && (word_token.verb == VerbForm::Present3 || word_token.verb == VerbForm::Past || word_token.verb == VerbForm::Modal));
    return (capital(i) || numeral) && !in_person(i) && !verb && !is_date_word(knowledge_, word);
  }

  // Words before the noun that belong to the name.
  int32_t left_end(int32_t head) const {
    int32_t first = head;
    while (first > words_.first && first > head - kLongestSide) {
      if (gap(first) == WordGap::Quote || gap(first) == WordGap::Dash) break;
      const int32_t before = first - 1;
      if (is_name_word(before)) {
        first = before;
      } else if (is_one_of(folded(before), {"and", "&", "for"}) && before > words_.first &&
                 is_name_word(before - 1) && !in_actor(before - 1) && capital(first) && first < head) {
        first = before;
      } else if (folded(before) == "'s" && before > words_.first &&
                 is_one_of(folded(before - 1), {"people", "women", "children", "men", "farmers"}) &&
                 is_name_word(before - 1)) {
        first = before - 1;
      } else {
        break;
      }
    }
    return trim_left(first, head);
  }

  // A sentence's first word has a capital of its own; titles and articles are no part of the name.
  int32_t trim_left(int32_t first, int32_t head) const {
    while (first < head) {
      const Upos tag = token(first).upos;
      const bool function = tag == Upos::DET || tag == Upos::ADP || tag == Upos::PRON || tag == Upos::AUX ||
                            tag == Upos::SCONJ || tag == Upos::CCONJ || tag == Upos::ADV || tag == Upos::PART ||
                            tag == Upos::INTJ;
      const bool opener = first == words_.first && (tag == Upos::VERB || tag == Upos::NOUN);
      // A state before a pair of states ("Peru" of "... of Peru Peru-Chile Forum").
      const Name* name = name_at(first);
      const bool stray = name != nullptr && name->kind == NameKind::State && name_at(first + 1) != name && first + 2 < head &&
                         gap(first + 1) == WordGap::Space && gap(first + 2) == WordGap::Hyphen;
      const bool office = is_one_of(folded(first), {"president", "minister", "secretary", "chairman", "chair",
                                                    "leaders", "ambassador", "the", "a", "this", "both", "our"});
      const bool title = stray || (office && !(folded(first) == "leaders" && first + 1 == head));
      if (!function && !opener && !title) break;
      ++first;
    }
    return first;
  }

  // Words after the noun that belong to the name, from a preposition of the form on.
  int32_t right_end(int32_t end, const FrameworkForm& form) const {
    const std::string_view preposition = folded(end);
    if (std::find(form.after.begin(), form.after.end(), preposition) == form.after.end()) return end;
    int32_t last = end;
    for (int32_t i = end + 1; i < words_.last && i < end + kLongestSide; ++i) {
      if (gap(i) == WordGap::Quote) break;
      if (folded(i) == "," && last == i) {
        const int32_t listed = list_end(i);
        if (listed == i) break;
        last = listed;
        i = listed - 1;
      } else if (is_name_word(i)) {
        last = i + 1;
      } else if (!is_one_of(folded(i), {"and", "of", "the", "a", "an", "for", "in", "on", "&", "'s", "to", "with", "against"})) {
        break;
      } else if (folded(i) == "and" && is_one_of(folded(i + 1), {"the", "a", "an", "its", "their", "to"})) {
        break;
      } else if (folded(i) == "and" && (last != i || (words_.contains(i + 1) && (in_actor(i + 1) || in_actor(i - 1))))) {
        break;
      } else if (is_one_of(folded(i), {"in", "to", "with", "on"}) && i > end + 1) {
        break;
      }
    }
    // "Plan of Action on the Peruvian" nuclear programme: the phrase goes on in small letters, it is no name.
    if (last > end + 1 && words_.contains(last) && (token(last).upos == Upos::NOUN || token(last).upos == Upos::ADJ) && gap(last) == WordGap::Space &&
        !capital(last)) {
      return end;
    }
    // "Council for Trade Chairman": the office is none of the name.
    while (last > end + 1 && in_person_title(last - 1) && knowledge_.titles.is(folded(last - 1), TitleClass::Office)) --last;
    return last > end + 1 ? last : end;
  }

  // "Lima summit in June" has none; "G20 summit in Lima".
  int32_t venue_end(int32_t end) const {
    const bool city = folded(end) == "in" && is_name_word(end + 1) && !in_actor(end + 1);
    if (!city) return end;
    int32_t last = end + 2;
    while (is_name_word(last) && gap(last) == WordGap::Space && !in_actor(last) && last < end + 4) ++last;
    return last;
  }

  // Behind ", Refugees, and Migration" at a comma; the comma itself if no list of capitals follows.
  int32_t list_end(int32_t comma) const {
    constexpr int32_t kLongestList = 10;
    bool joined = false;
    int32_t last = comma;
    for (int32_t i = comma; i < words_.last && i < comma + kLongestList; ++i) {
      if (is_name_word(i) && !in_actor(i)) {
        last = i + 1;
        if (joined && !is_name_word(i + 1)) return last;
      } else if (folded(i) == "and") {
        joined = true;
      } else if (folded(i) != "," && folded(i) != "&") {
        break;
      }
    }
    return joined && last > comma + 1 ? last : comma;
  }

  // "the summit of the African Union": its name is that of the organisation and the head.
  bool summit_of_organisation(int32_t start, int32_t end) {
    if (folded(end) != "of" || end - start != 1 || folded(start) != "summit") return false;
    const int32_t at = folded(end + 1) == "the" ? end + 2 : end + 1;
    if (!words_.contains(at)) return false;
    std::vector<WorldMatch> matches;
    world_matches_at(document_, knowledge_.world, at, words_.last, matches);
    for (const WorldMatch& match : matches) {
      if (match.entity->kind != EntityKind::Organisation) continue;
      const Organisation& body = knowledge_.world.organisations()[static_cast<size_t>(match.entity->index)];
      FrameworkCandidate found;
      found.words = {start, venue_end(match.words.last)};
      found.kind = FrameworkKind::Event;
      found.rule = "framework.summit-of";
      const std::string name = body.abbreviations.empty() ? body.name : body.abbreviations.front();
      const std::string where = found.words.last == match.words.last
                                    ? "" : " " + std::string(document_.str(span_of_words(document_, {match.words.last, found.words.last})));
      found.name = canonical_name(name + " Summit" + where);
      out_.push_back(std::move(found));
      return true;
    }
    return false;
  }

  void try_head(int32_t start, int32_t end, const FrameworkForm& form) {
    const bool big = capital(start);
    if (!big && !form.lower) return;
    if (in_person(start) || token(start).upos == Upos::VERB) return;
    // "Trade Policy Council": the name goes on; "Special Assistant for Housing Policy X": an office.
    const bool goes_on = big && end < words_.last && gap(end) == WordGap::Space && is_name_word(end) &&
                         !knowledge_.titles.is(folded(end), TitleClass::Office) && (token(end).upos == Upos::NOUN || token(end).upos == Upos::PROPN) && !in_actor(end);
    if (goes_on) return;
    if (form.kind != FrameworkKind::Body && form.kind != FrameworkKind::Mechanism && in_person_title(start)) return;
    int32_t first = left_end(start);
    if (form.kind == FrameworkKind::Event && summit_of_organisation(start, end)) return;
    const int32_t last = big ? right_end(end, form) : form.kind == FrameworkKind::Event ? venue_end(end) : end;
    if (first == start && last == end) return;
    if (form.kind == FrameworkKind::Policy && (is_of_office(first) || opens_with_office(first, start))) return;
    if (!big && (first == start || is_plain_state(first, start))) return;
    const bool of_pair = big && form.kind == FrameworkKind::Body && is_of_pair(first, start);
    if (last == end && is_generic(first, start) && !of_pair) return;
    const Name* whole = name_at(start);
    const bool actor = whole != nullptr && whole->kind != NameKind::Person && is_actor(*whole);
    if (actor && whole->core.contains(document_.words[static_cast<size_t>(start)].token)) return;
    FrameworkCandidate found;
    found.words = {first, last};
    found.kind = form.kind;
    found.rule = last == end ? "framework.form" : "framework.form-of";
    found.ordinal = is_ordinal(first);
    if (found.ordinal && form.kind == FrameworkKind::Body) found.words.first = ++first, found.ordinal = false;
    const int32_t named = found.ordinal && form.kind != FrameworkKind::Event ? first + 1 : first;
    if (named >= last - 1 && found.ordinal) return;
    found.name = canonical_name(document_.str(span_of_words(document_, {named, last})));
    out_.push_back(std::move(found));
  }

  // "Office of Trade Policy", "Deputy Secretary for Trade Policy": whose field it is, no policy.
  bool is_of_office(int32_t first) const {
    if (!is_one_of(folded(first - 1), {"of", "for"})) return false;
    return is_one_of(folded(first - 2), {"office", "center", "centre", "bureau", "institute", "secretary", "director", "advisor",
                                         "adviser", "assistant", "minister", "department", "committee", "coordinator", "head", "school"});
  }

  // "High Representative for Security Policy": an office, whole.
  bool opens_with_office(int32_t first, int32_t head) const {
    for (int32_t i = first; i + 1 < head; ++i) {
      if (!is_one_of(folded(i + 1), {"for", "of"})) continue;
      return is_one_of(folded(i), {"representative", "secretary", "minister", "commissioner", "envoy", "advisor", "adviser",
                                   "coordinator", "director", "director-general", "ambassador", "assistant"});
    }
    return false;
  }

  bool is_ordinal(int32_t i) const {
    const std::string_view word = folded(i);
    if (word.ends_with("th") && word[0] >= '0' && word[0] <= '9') return true;
    return is_one_of(word, {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                            "eleventh", "twelfth", "1st", "2nd", "3rd", "21st", "inaugural"});
  }

  // Nothing but words that any name may have: "Joint Commission", "National Plan", or a state's name alone.
  bool is_generic(int32_t first, int32_t head) const {
    for (int32_t i = first; i < head; ++i) {
      if (!is_one_of(folded(i), {"joint", "national", "new", "international", "bilateral", "this", "foreign", "first",
                                 "second", "central", "special", "general", "working", "ministerial", "trilateral",
                                 "final", "peace", "free", "trade", "party", "state"})) {
        return is_plain_state(first, head);
      }
    }
    return true;
  }

  // "Peru-Chile Consultative Group": whose it is tells it apart.
  bool is_of_pair(int32_t first, int32_t head) const {
    if (first + 1 >= head || (gap(first + 1) != WordGap::Hyphen && gap(first + 1) != WordGap::Dash)) return false;
    const Name* one = name_at(first);
    const Name* other = name_at(first + 1);
    return one != nullptr && other != nullptr && one != other && one->kind == NameKind::State && other->kind == NameKind::State;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const FrameworkNames& forms_;
  TokenRange words_;
  std::vector<FrameworkCandidate>& out_;
};

}  // namespace

void find_formed_frameworks(const Document& document, const Knowledge& knowledge, TokenRange words,
                            std::vector<FrameworkCandidate>& out) {
  FormFinder(document, knowledge, words, out).run();
}

}  // namespace verbale
