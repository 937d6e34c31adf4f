// Noun phrases and pronouns that may refer to somebody: found by their words, resolved later.
//
// A description is a singular noun of the pack with an article or possessor ("the Finnish
// President", "his guest"); an indefinite article, a name after it or a copula make it something
// else. Plural nouns with "the", "both" or a number are joint words.
#include "actors/phrase_window.h"

namespace verbale::actors {
namespace {

struct Pronoun {
  std::string_view word;
  Gender gender;
};
constexpr Pronoun kPronouns[] = {
    {"he", Gender::Male},      {"him", Gender::Male},       {"his", Gender::Male},
    {"himself", Gender::Male}, {"she", Gender::Female},     {"her", Gender::Female},
    {"hers", Gender::Female},  {"herself", Gender::Female}, {"it", Gender::Unknown},
    {"its", Gender::Unknown},  {"itself", Gender::Unknown}, {"i", Gender::Unknown},
    {"me", Gender::Unknown},   {"my", Gender::Unknown},     {"myself", Gender::Unknown}};

class PhraseFinder {
 public:
  PhraseFinder(Scene& scene, TokenRange sentence)
      : scene_(scene), document_(scene.document), window_(scene, sentence), begin_(sentence.first), end_(sentence.last) {}

  void find() {
    for (int32_t t = begin_; t < end_; ++t) {
      if (scene_.in_furniture[static_cast<size_t>(t)]) continue;
      if (find_style(t)) {
        ++t;
      } else if (!find_pronoun(t)) {
        find_noun(t);
      }
    }
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  std::string_view lower(int32_t i) const { return window_.lower(i); }
  bool in_person_name(int32_t t) const { return window_.in_person_name(t); }
  int32_t modifiers_begin(int32_t t) const { return window_.modifiers_begin(t); }
  std::string_view state_in(TokenRange range) const { return window_.state_in(range); }

  void add(Phrase phrase) { scene_.phrases.push_back(std::move(phrase)); }

  bool find_pronoun(int32_t t) {
    const std::string_view word = token(t).lower;
    Phrase phrase;
    phrase.tokens = {t, t + 1};
    phrase.head = t;
    if (is_one_of(word, kJointWords) || (is_one_of(word, kOwnWords) && document_.form(t) != "US")) {
      phrase.kind = Phrase::Kind::Joint;
      add(phrase);
      return true;
    }
    for (const Pronoun& pronoun : kPronouns) {
      if (word != pronoun.word) continue;
      if (word == "i" && document_.form(t) != "I") return true;
      if (word == "he" && document_.form(t) == "HE") return true;  // "His Excellency"
      phrase.kind = Phrase::Kind::Pronoun;
      phrase.gender = pronoun.gender;
      add(phrase);
      return true;
    }
    return false;
  }

  // "His Highness", "Her Majesty the Queen": the style of a person who is named elsewhere.
  bool find_style(int32_t t) {
    const bool owner = lower(t) == "his" || lower(t) == "her";
    if (!owner || t + 1 >= end_ || in_person_name(t) || in_person_name(t + 1)) return false;
    static constexpr std::string_view kStyles[] = {"highness", "majesty", "excellency", "holiness", "eminence"};
    if (!is_one_of(lower(t + 1), kStyles) || !is_capitalised(document_, t + 1)) return false;
    Phrase phrase;
    phrase.head = t + 1;
    phrase.classes = kOffice | kPerson;
    phrase.gender = lower(t) == "her" ? Gender::Female : Gender::Male;
    phrase.title = {t + 1, t + 2};
    phrase.tokens = {t, t + 2};
    add(phrase);
    return true;
  }

  bool in_other_name(int32_t t) const {
    if (scene_.mention_at[static_cast<size_t>(t)] >= 0) return true;
    const int32_t n = scene_.name_at[static_cast<size_t>(t)];
    if (n < 0) return false;
    const Name& name = document_.names[static_cast<size_t>(n)];
    // "the Vietnamese Party" is told by its state, whatever the recogniser says.
    if (name.id.empty() && name.core.size() == 2 && !scene_.state_at(name.core.first).empty()) return false;
    return name.kind != NameKind::Other && name.kind != NameKind::Framework;
  }

  void find_noun(int32_t t) {
    const ActorNoun* noun = scene_.noun(t);
    if (noun == nullptr) return;
    const Token& word = token(t);
    if (word.upos == Upos::VERB || word.upos == Upos::AUX || word.upos == Upos::ADV) return;
    if (in_person_name(t) || in_other_name(t)) return;
    const bool plural = word.plural || (word.lemma != word.lower && word.lower.ends_with('s'));
    if (plural && word.lower != "authorities") {
      if (std::optional<Phrase> joint = joint_phrase(scene_, window_, t, *noun)) add(std::move(*joint));
    } else if (!is_compound_part(t)) {
      find_description(t, *noun);
    }
  }

  // "the President's" is one, "the party line" is not.
  bool is_compound_part(int32_t t) const {
    if (t + 1 >= end_) return false;
    const Token& next = token(t + 1);
    if (next.upos == Upos::NOUN) return true;
    if (lower(t + 1) == "-") return true;
    return next.upos == Upos::PROPN && scene_.noun(t + 1) != nullptr;
  }

  // Past "of the Republic of Korea", "of State", "to the United States", "of state" after the noun.
  int32_t title_end(int32_t t) const {
    int32_t last = t + 1;
    if (lower(last) == "of" && (lower(last + 1) == "state" || lower(last + 1) == "government")) {
      return last + 2;
    }
    int32_t look = last;
    while (look < end_ && (is_one_of(lower(look), kTitleLinks) ||
                           (look > t + 1 && is_capitalised(document_, look)))) {
      if (look == t + 1 && lower(look) != "of" && lower(look) != "for" && lower(look) != "to")
        break;
      if (in_person_name(look)) break;
      if (is_capitalised(document_, look)) last = look + 1;
      if (lower(look) == "and" && !ends_in_title(look)) break;
      ++look;
    }
    return last;
  }

  // "Secretary of State for Trade and Industry": "and" goes on within a field of names only.
  bool ends_in_title(int32_t conjunction) const {
    return is_capitalised(document_, conjunction + 1 < end_ ? conjunction + 1 : conjunction) &&
           scene_.state_at(conjunction - 1).empty() && scene_.noun(conjunction + 1) == nullptr;
  }

  bool follows_name(int32_t first) const {
    return first - 2 >= begin_ && lower(first - 1) == "," && in_person_name(first - 2);
  }

  bool is_predicate(int32_t t) const { return scene_.has_copula[static_cast<size_t>(t)]; }

  void find_description(int32_t t, const ActorNoun& noun) {
    Phrase phrase;
    phrase.head = t;
    phrase.classes = noun.classes;
    phrase.gender = noun.gender;
    int32_t first = modifiers_begin(t);
    phrase.title = {first, t + 1};
    phrase.state = state_in(phrase.title);
    const bool determined = take_determiner(first, phrase);
    if (!determined && !is_bare(first, t, noun)) return;
    phrase.tokens = {first, t + 1};
    if ((noun.classes & kParty) != 0 && word_is_side(t, phrase)) phrase.classes = kGovernment;
    take_complement(t, noun, phrase);
    if (lower(first - 1) == "as" || follows_name(first)) return;
    if (!determined && is_one_of(lower(first - 1), kRefusing)) return;
    if (phrase.tokens.last < end_ && in_person_name(phrase.tokens.last)) return;
    if ((noun.classes & (kState | kGovernment | kParty | kOrganisation)) == 0 && is_predicate(t))
      return;
    for (int32_t i = first; i < t; ++i) {
      if (is_one_of(lower(i), kRefusing) && lower(i) != "certain") return;
      if (lower(i) == "late" || lower(i) == "former") phrase.late = true;
    }
    if (!allowed(t, noun, phrase)) return;
    if (const uint16_t part = part_in_talks(phrase.title); part != 0) phrase.classes = part;
    add(phrase);
    if ((noun.classes & kParty) != 0) find_state_beside(phrase);
  }

  // "the host leader", "the guest Premier": by the part played; 0: the words tell none.
  uint16_t part_in_talks(TokenRange title) const {
    for (int32_t t = title.first; t + 1 < title.last; ++t) {
      if (lower(t) == "host" || lower(t) == "hosting") return kHost;
      if (lower(t) == "guest") return kGuest;
    }
    return 0;
  }

  // Article, possessive pronoun or "Kenya's" before the modifiers; moves `first` to its start.
  bool take_determiner(int32_t& first, Phrase& phrase) const {
    const int32_t before = first - 1;
    if (is_one_of(lower(before), kDefinite)) {
      first = before;
      return true;
    }
    if (is_one_of(lower(before), kOwners)) {
      phrase.possessor = before;
      first = before;
      return true;
    }
    if ((lower(before) == "'s" || lower(before) == "’s" || lower(before) == "’") &&
        before > begin_ && !scene_.state_at(before - 1).empty()) {
      phrase.state = scene_.state_at(before - 1);
      first = scene_.named[static_cast<size_t>(scene_.named_at[static_cast<size_t>(before - 1)])]
                  .tokens.first;
      if (lower(first - 1) == "the") --first;
      return true;
    }
    return false;
  }

  // Without article: "both host and guest", "the Secretary and President", "German Chancellor".
  bool is_bare(int32_t first, int32_t t, const ActorNoun& noun) const {
    if ((noun.classes & (kHost | kGuest)) != 0) {
      return first == t &&
             (lower(t - 1) == "both" || lower(t - 1) == "and" || lower(t + 1) == "and");
    }
    if ((noun.classes & kOffice) != 0) {
      return is_capitalised(document_, t) && is_capitalised(document_, first) &&
             (lower(first - 1) == "and" || lower(first - 1) == "with") && t + 1 < end_ &&
             token(t + 1).upos != Upos::PROPN && lower(t + 1) != "of";
    }
    return (noun.classes & kGovernment) != 0 && !state_in({first, t}).empty();
  }

  void take_complement(int32_t t, const ActorNoun& noun, Phrase& phrase) const {
    int32_t last = t + 1;
    if ((noun.classes & kOffice) != 0) last = title_end(t);
    if ((noun.classes & (kGovernment | kParty | kPerson | kState)) != 0 && last == t + 1 &&
        lower(last) == "of") {
      int32_t name = last + 1;
      if (lower(name) == "the") ++name;
      if (name < end_ && !scene_.state_at(name).empty()) {
        last = scene_.named[static_cast<size_t>(scene_.named_at[static_cast<size_t>(name)])]
                   .tokens.last;
      }
    }
    if (last == t + 1) return;
    phrase.tokens.last = last;
    phrase.title.last = last;
    if (phrase.state.empty()) phrase.state = state_in({t + 1, last});
  }

  bool allowed(int32_t t, const ActorNoun& noun, const Phrase& phrase) const {
    const bool modified = phrase.title.first < t;
    if ((noun.classes & (kOffice | kHost | kGuest | kCounterpart)) != 0) return true;
    if ((noun.classes & kPerson) != 0) return !phrase.state.empty() || phrase.late;
    if (lower(t) == "side" && scene_.state_at(t - 1) == phrase.state && is_named_state(t - 1))
      return false;
    if ((noun.classes & kGovernment) != 0 && !phrase.state.empty()) return true;
    if ((noun.classes & kGovernment) != 0 && lower(t) == "administration") {
      return modified && is_capitalised(document_, t - 1);
    }
    if ((noun.classes & kParty) != 0) {
      // "the Ukrainian party" of a conversation is the side.
      if (word_is_side(t, phrase)) return true;
      return is_capitalised(document_, t) || lower(t - 1) == "communist";
    }
    if ((noun.classes & kState) != 0) {
      return (!modified && phrase.tokens.size() == 2 && document_.form(t) != "State") ||
             (document_.form(t) == "State" && !phrase.state.empty());
    }
    return (noun.classes & kOrganisation) != 0 && !modified;
  }

  bool word_is_side(int32_t t, const Phrase& phrase) const {
    return !is_capitalised(document_, t) && !phrase.state.empty() && lower(t - 1) != "communist" &&
           t - phrase.title.first == 1;
  }

  // "the U.S. side" has a name in it, which is the mention; "the Russian side" has none.
  bool is_named_state(int32_t t) const {
    const int32_t named = t < begin_ ? -1 : scene_.named_at[static_cast<size_t>(t)];
    return named >= 0 && scene_.named[static_cast<size_t>(named)].kind == EntityKind::State;
  }

  // "the Party and State of Vietnam", "the Chinese Party, Government and people": the second is the
  // state.
  void find_state_beside(const Phrase& party) {
    int32_t t = party.tokens.last;
    if (lower(t) == ",") ++t;
    if (lower(t) == "and") ++t;
    if (t == party.tokens.last || t >= end_) return;
    if (document_.form(t) != "State" && document_.form(t) != "Government") return;
    Phrase phrase;
    phrase.classes = kGovernment;
    phrase.head = t;
    int32_t last = t + 1;
    if (lower(last) == "and" && lower(last + 1) == "people") last += 2;
    phrase.title = {t, last};
    if (lower(last) == "of") {
      int32_t name = last + 1;
      if (lower(name) == "the") ++name;
      if (name < end_ && !scene_.state_at(name).empty()) {
        phrase.state = scene_.state_at(name);
        last = scene_.named[static_cast<size_t>(scene_.named_at[static_cast<size_t>(name)])]
                   .tokens.last;
      }
    }
    phrase.tokens = {t, last};
    if (phrase.state.empty()) phrase.state = party.state;
    if (scene_.phrases.back().state.empty()) scene_.phrases.back().state = phrase.state;
    if (!phrase.state.empty()) add(phrase);
  }

  Scene& scene_;
  Document& document_;
  PhraseWindow window_;
  int32_t begin_;  // of the sentence
  int32_t end_;
};

}  // namespace

void find_phrases(Scene& scene) {
  for (const Sentence& sentence : scene.document.sentences) PhraseFinder(scene, sentence.tokens).find();
}

}  // namespace verbale::actors
