// Joint words: plural nouns of the pack that stand for those who take part.
#include "actors/phrase_window.h"

namespace verbale::actors {
namespace {

class JointPhraseFinder {
 public:
  JointPhraseFinder(const Scene& scene, const PhraseWindow& window)
      : scene_(scene), document_(scene.document), window_(window) {}

  std::optional<Phrase> find(int32_t t, const ActorNoun& noun) const {
    if ((noun.classes & (kJoint | kOffice | kPerson | kState | kGovernment | kParty)) == 0) return std::nullopt;
    Phrase phrase;
    phrase.kind = Phrase::Kind::Joint;
    phrase.head = t;
    phrase.classes = noun.classes;
    int32_t first = window_.modifiers_begin(t);
    bool numbered = false;
    for (int32_t i = first; i < t; ++i) {
      if (const int32_t number = number_of(lower(i)); number > 0) {
        phrase.number = number;
        numbered = true;
      } else if (!scene_.state_at(i).empty()) {
        phrase.state = scene_.state_at(i);
      } else if (is_one_of(lower(i), kForeign) && !numbered) {
        return std::nullopt;
      } else if (!is_one_of(lower(i), kPlainModifiers) && lower(i) != "and" && !numbered &&
                 !is_office_word(i)) {
        return std::nullopt;
      }
    }
    phrase.title = {first, t + 1};
    const std::string_view before = lower(first - 1);
    if (before == "the" || before == "both" || before == "all" || before == "these") {
      if (before == "both") phrase.number = 2;
      --first;
      if (before == "both" && lower(first - 1) == "the") --first;
    } else if (!numbered && phrase.state.empty() && !is_bare_subject(first, t, noun)) {
      return std::nullopt;
    }
    if (goes_on_elsewhere(t)) return std::nullopt;
    phrase.tokens = {first, joint_end(t)};
    return phrase;
  }

 private:
  const Token& token(int32_t i) const { return window_.token(i); }
  std::string_view lower(int32_t i) const { return window_.lower(i); }

  // "Leaders reaffirmed", "Ministers noted": at the start of the sentence and before its verb.
  bool is_bare_subject(int32_t first, int32_t t, const ActorNoun& noun) const {
    if (first != window_.begin() || t != first || (noun.classes & (kOffice | kPerson)) == 0) return false;
    int32_t verb = t + 1;
    while (verb < window_.end() && token(verb).upos == Upos::ADV) ++verb;
    return verb < window_.end() && (token(verb).upos == Upos::VERB || token(verb).upos == Upos::AUX);
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
    if (of >= window_.end()) return true;
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
    if (lower(t + 2) == "the" && lower(t + 3) == "two" && t + 4 < window_.end()) return t + 5;
    return t + 1;
  }

  const Scene& scene_;
  const Document& document_;
  const PhraseWindow& window_;
};

}  // namespace

std::optional<Phrase> joint_phrase(const Scene& scene, const PhraseWindow& window, int32_t t, const ActorNoun& noun) {
  return JointPhraseFinder(scene, window).find(t, noun);
}

}  // namespace verbale::actors
