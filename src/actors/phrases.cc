// Noun phrases and pronouns that may refer to somebody: found by their words, resolved later.
//
// A description is a singular noun of the pack with an article or possessor ("the Finnish
// President", "his guest"); an indefinite article, a name after it or a copula make it something
// else. Plural nouns with "the", "both" or a number are joint words.
#include "actors/phrase_words.h"
#include "actors/scene.h"

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
  explicit PhraseFinder(Scene& scene) : scene_(scene), document_(scene.document) {}

  void find() {
    for (const Sentence& sentence : document_.sentences) {
      begin_ = sentence.tokens.first;
      end_ = sentence.tokens.last;
      for (int32_t t = begin_; t < end_; ++t) {
        if (scene_.in_furniture[static_cast<size_t>(t)]) continue;
        if (find_style(t)) {
          ++t;
        } else if (!find_pronoun(t)) {
          find_noun(t);
        }
      }
    }
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  std::string_view lower(int32_t i) const { return i >= begin_ && i < end_ ? token(i).lower : ""; }

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

  bool in_person_name(int32_t t) const {
    const int32_t n = scene_.name_at[static_cast<size_t>(t)];
    return n >= 0 && document_.names[static_cast<size_t>(n)].kind == NameKind::Person;
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
      find_joint(t, *noun);
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

  // The first token of what modifies the noun, without article and possessor.
  int32_t modifiers_begin(int32_t t) const {
    int32_t first = t;
    while (first > begin_) {
      const Token& before = token(first - 1);
      const bool modifier = before.upos == Upos::ADJ || before.upos == Upos::NOUN ||
                            before.upos == Upos::PROPN || before.upos == Upos::NUM ||
                            before.upos == Upos::X || before.lower == "-" ||
                            before.lower == "visiting" || !scene_.state_at(first - 1).empty();
      const bool joins =
          before.upos == Upos::CCONJ && first - 1 > begin_ && is_modifier_list(first - 1);
      if (!modifier && !joins) break;
      if (in_person_name(first - 1) && lower(t) != "administration") break;
      --first;
    }
    return first;
  }

  // "National Security and Intelligence Advisor": capitals on both sides; "U.S. and Afghan
  // leaders".
  bool is_modifier_list(int32_t conjunction) const {
    const int32_t left = conjunction - 1;
    const int32_t right = conjunction + 1;
    if (in_person_name(left) || !is_capitalised(document_, left) ||
        !is_capitalised(document_, right)) {
      return false;
    }
    const bool states = !scene_.state_at(left).empty() && !scene_.state_at(right).empty();
    const ActorNoun* noun = scene_.noun(left);
    return states ||
           (scene_.state_at(right).empty() && (noun == nullptr || noun->classes == kOrgan));
  }

  std::string_view state_in(TokenRange range) const {
    for (int32_t t = range.first; t < range.last; ++t) {
      if (const std::string_view state = scene_.state_at(t); !state.empty()) return state;
    }
    for (int32_t t = range.first; t < range.last; ++t) {
      if (const std::string_view state = party_state(t); !state.empty()) return state;
    }
    return {};
  }

  // "General Secretary of the Communist Party of China": the party's state.
  std::string_view party_state(int32_t t) const {
    const int32_t n = scene_.name_at[static_cast<size_t>(t)];
    if (n < 0 || document_.names[static_cast<size_t>(n)].kind != NameKind::Party) return {};
    const Organisation* party = scene_.knowledge.world.organisation(document_.names[static_cast<size_t>(n)].id);
    return party != nullptr ? std::string_view(party->state) : std::string_view();
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

  void find_joint(int32_t t, const ActorNoun& noun) {
    if ((noun.classes & (kJoint | kOffice | kPerson | kState | kGovernment | kParty)) == 0) return;
    Phrase phrase;
    phrase.kind = Phrase::Kind::Joint;
    phrase.head = t;
    phrase.classes = noun.classes;
    int32_t first = modifiers_begin(t);
    bool numbered = false;
    for (int32_t i = first; i < t; ++i) {
      if (const int32_t number = number_of(lower(i)); number > 0) {
        phrase.number = number;
        numbered = true;
      } else if (!scene_.state_at(i).empty()) {
        phrase.state = scene_.state_at(i);
      } else if (is_one_of(lower(i), kForeign) && !numbered) {
        return;
      } else if (!is_one_of(lower(i), kPlainModifiers) && lower(i) != "and" && !numbered &&
                 !is_office_word(i)) {
        return;
      }
    }
    phrase.title = {first, t + 1};
    const std::string_view before = lower(first - 1);
    if (before == "the" || before == "both" || before == "all" || before == "these") {
      if (before == "both") phrase.number = 2;
      --first;
      if (before == "both" && lower(first - 1) == "the") --first;
    } else if (!numbered && phrase.state.empty() && !is_bare_subject(first, t, noun)) {
      return;
    }
    if (goes_on_elsewhere(t)) return;
    phrase.tokens = {first, joint_end(t)};
    add(phrase);
  }

  // "Leaders reaffirmed", "Ministers noted": at the start of the sentence and before its verb.
  bool is_bare_subject(int32_t first, int32_t t, const ActorNoun& noun) const {
    if (first != begin_ || t != first || (noun.classes & (kOffice | kPerson)) == 0) return false;
    int32_t verb = t + 1;
    while (verb < end_ && token(verb).upos == Upos::ADV) ++verb;
    return verb < end_ && (token(verb).upos == Upos::VERB || token(verb).upos == Upos::AUX);
  }

  // "the two foreign ministers": a word of an office.
  bool is_office_word(int32_t i) const {
    static constexpr std::string_view kWords[] = {
        "prime", "foreign",  "defense", "defence", "vice",     "deputy",   "party",    "high",
        "state", "interior", "trade",   "finance", "economic", "national", "security", "general"};
    return is_one_of(lower(i), kWords);
  }

  static int32_t number_of(std::string_view word) {
    static constexpr std::string_view kNumbers[] = {"two",   "three", "four", "five", "six",
                                                    "seven", "eight", "nine", "ten"};
    for (size_t i = 0; i < std::size(kNumbers); ++i) {
      if (word == kNumbers[i]) return static_cast<int32_t>(i) + 2;
    }
    return word == "both" ? 2 : 0;
  }

  // "officials from the ministry", "leaders of the movement": others than those who talk.
  bool goes_on_elsewhere(int32_t t) const {
    static constexpr std::string_view kElsewhere[] = {"from", "in",    "who",   "at",
                                                      "that", "whose", "within"};
    if (is_one_of(lower(t + 1), kElsewhere)) return true;
    if (lower(t + 1) != "of") return false;
    int32_t of = t + 2;
    while (lower(of) == "the" || lower(of) == "both" || lower(of) == "two") ++of;
    if (of >= end_) return true;
    const ActorNoun* noun = scene_.noun(of);
    const bool ours = noun != nullptr && (noun->classes & (kState | kGovernment | kJoint)) != 0;
    return scene_.state_at(of).empty() && !ours;
  }

  // "heads of state and government", "leaders of the two countries".
  int32_t joint_end(int32_t t) const {
    if (lower(t + 1) != "of") return t + 1;
    if (lower(t + 2) == "state" || lower(t + 2) == "government") {
      return lower(t + 3) == "and" && lower(t + 4) == "government" ? t + 5 : t + 3;
    }
    if (lower(t + 2) == "the" && lower(t + 3) == "two" && t + 4 < end_) return t + 5;
    return t + 1;
  }

  Scene& scene_;
  Document& document_;
  int32_t begin_ = 0;  // of the sentence
  int32_t end_ = 0;
};

}  // namespace

void find_phrases(Scene& scene) { PhraseFinder(scene).find(); }

}  // namespace verbale::actors
