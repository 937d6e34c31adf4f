// What titles tell of persons: state, gender, whether they speak for others or are dead.
#include "actors/person_names.h"
#include "actors/scene.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kMaleTitles[] = {"mr",     "mr.",     "king",     "prince",
                                            "sheikh", "emperor", "sultan",   "emir",
                                            "lord",   "sir",     "chairman", "pope"};
constexpr std::string_view kFemaleTitles[] = {"mrs",   "mrs.",     "ms",         "ms.",
                                              "queen", "princess", "madam",      "madame",
                                              "lady",  "dame",     "chairwoman", "sheikha"};

class FactReader {
 public:
  explicit FactReader(Scene& scene) : scene_(scene), document_(scene.document) {}

  void settle() {
    for (const Mention& mention : document_.mentions) {
      if (!scene_.is_person(mention.actor)) continue;
      PersonFacts& facts = scene_.person(mention.actor);
      Actor& actor = scene_.actor(mention.actor);
      const int32_t core = core_begin(mention);
      read_title({mention.tokens.first, core}, facts);
      const std::string_view state = title_state(mention, core);
      if (actor.state.empty() && !state.empty()) actor.state = state;
    }
    for (size_t i = 0; i < scene_.persons.size(); ++i) {
      PersonFacts& facts = scene_.persons[i];
      Actor& actor = scene_.actor(static_cast<int32_t>(i));
      if (actor.kind == ActorKind::Person && actor.state.empty()) actor.state = state_of_offices(facts);
      if (facts.gender == Gender::Unknown) facts.gender = gender_of_name(facts.words);
    }
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  std::string_view lower(int32_t i) const {
    return i >= 0 && i < scene_.token_count() ? token(i).lower : std::string_view();
  }

  int32_t core_begin(const Mention& mention) const {
    const int32_t n = scene_.name_at[static_cast<size_t>(mention.head)];
    if (n < 0) return mention.head;
    const Name& name = document_.names[static_cast<size_t>(n)];
    return name.kind == NameKind::Person ? name.core.first : mention.head;
  }

  void read_title(TokenRange title, PersonFacts& facts) const {
    for (int32_t t = title.first; t < title.last; ++t) {
      const std::string_view word = token(t).lower;
      if (is_one_of(word, kMaleTitles)) facts.gender = Gender::Male;
      if (is_one_of(word, kFemaleTitles)) facts.gender = Gender::Female;
      if (word.starts_with("spokes") || (word == "press" && lower(t + 1) == "secretary")) {
        facts.aside = true;
      }
      if (word == "late") facts.late = true;
    }
  }

  // The state named before the office or after "of", not the one an ambassador is sent to; also "of
  // Ukraine" directly after the name.
  std::string_view title_state(const Mention& mention, int32_t core) const {
    for (int32_t t = mention.tokens.first; t < core; ++t) {
      if (lower(t) == "to") break;
      const std::string_view state = scene_.state_at(t);
      if (!state.empty()) return state;
    }
    int32_t after = mention.tokens.last;
    if (lower(after) != "of" && lower(after) != "from") return {};
    if (lower(after + 1) == "the") ++after;
    return after + 1 < scene_.token_count() ? scene_.state_at(after + 1) : std::string_view();
  }

  // "NAME, President of the Republic of Cyprus": the state of an office told behind the name.
  std::string_view state_of_offices(const PersonFacts& facts) const {
    for (const TitleUse& title : facts.titles) {
      for (int32_t t = title.tokens.first; t < title.tokens.last && lower(t) != "to"; ++t) {
        if (const std::string_view state = scene_.state_at(t); !state.empty()) return state;
      }
    }
    return {};
  }

  Gender gender_of_name(const NameWords& words) const {
    if (words.size() < 2) return Gender::Unknown;
    for (const std::string_view word : {words.front(), words.back()}) {
      const GivenName* given = scene_.knowledge.actor_words.given_name(word);
      if (given != nullptr && given->gender != Gender::Unknown) return given->gender;
    }
    return Gender::Unknown;
  }

  Scene& scene_;
  Document& document_;
};

}  // namespace

void settle_persons(Scene& scene) { FactReader(scene).settle(); }

}  // namespace verbale::actors
