// What titles tell of persons: state, gender, whether they speak for others or are dead.
#include <algorithm>

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
      if (state.empty() && !leads_state(facts)) speak_for(actor, organisation_of({mention.tokens.first, core}));
    }
    for (size_t i = 0; i < scene_.persons.size(); ++i) {
      PersonFacts& facts = scene_.persons[i];
      Actor& actor = scene_.actor(static_cast<int32_t>(i));
      if (actor.kind == ActorKind::Person && actor.state.empty()) actor.state = state_of_offices(facts);
      if (actor.kind == ActorKind::Person && !leads_state(facts)) speak_for(actor, organisation_held(facts));
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

  // ---- Officials of organisations: whatever their own state, they speak for the organisation.

  void speak_for(Actor& actor, const Organisation* organisation) {
    if (organisation == nullptr) return;
    actor.state = organisation->id;
    scene_.organisation_actor(*organisation);
  }

  // The organisation, or the one of the organ, in the words of an office: "NATO Secretary General", "President of
  // the European Council"; none for whom is sent to it ("Ambassador to NATO"), and none where a state is named.
  const Organisation* organisation_of(TokenRange title) const {
    const World& world = scene_.knowledge.world;
    const Organisation* found = nullptr;
    for (int32_t t = title.first; t < title.last && found == nullptr; ++t) {
      if (lower(t) == "to" || !scene_.state_at(t).empty()) return nullptr;
      const int32_t named = scene_.named_at[static_cast<size_t>(t)];
      if (named < 0 || scene_.named[static_cast<size_t>(named)].kind != EntityKind::Organisation) continue;
      found = &world.organisations()[static_cast<size_t>(scene_.named[static_cast<size_t>(named)].index)];
    }
    if (found == nullptr) found = world.organisation(organ_in(title));
    return found == nullptr || found->party || !found->state.empty() ? nullptr : found;
  }

  std::string_view organ_in(TokenRange title) const {
    if (title.empty()) return {};
    const Span span = document_.span_of(title);
    const auto first = std::ranges::lower_bound(document_.frameworks, span.begin, {}, [](const Framework& f) { return f.text.begin; });
    for (auto it = first; it != document_.frameworks.end() && it->text.end <= span.end; ++it) {
      if (it->kind != FrameworkKind::Body) continue;
      const std::string_view id = scene_.knowledge.actor_words.organisation_of(document_.str(it->text));
      if (!id.empty()) return id;
    }
    return {};
  }

  // By an office told behind the name, else by the one that the packs know of on the document's day.
  const Organisation* organisation_held(const PersonFacts& facts) const {
    for (const TitleUse& title : facts.titles) {
      if (const Organisation* found = organisation_of(title.tokens)) return found;
    }
    const Term* term = facts.titles.empty() || !names_state(facts) ? term_held(facts, OfficeKind::OrganisationHead) : nullptr;
    return term == nullptr ? nullptr : scene_.knowledge.world.organisation(term->organisation);
  }

  bool names_state(const PersonFacts& facts) const { return !state_of_offices(facts).empty(); }

  // "African Union Chairperson" of a president in office: he speaks for his state.
  bool leads_state(const PersonFacts& facts) const {
    return term_held(facts, OfficeKind::HeadOfState) != nullptr || term_held(facts, OfficeKind::HeadOfGovernment) != nullptr;
  }

  // An office of that kind on the document's day; nullptr where none is known, or the document has no day.
  const Term* term_held(const PersonFacts& facts, OfficeKind kind) const {
    const std::string& day = document_.publication.day().value;
    if (facts.world < 0 || day.empty()) return nullptr;
    const World& world = scene_.knowledge.world;
    for (const int32_t index : world.terms_of(facts.world)) {
      const Term& term = world.terms()[static_cast<size_t>(index)];
      const bool held = !(term.from > day) && (term.to.empty() || term.to >= day);
      if (term.kind == kind && held) return &term;
    }
    return nullptr;
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
