// Descriptions: "the Finnish President", "his guest", "the country", "the Party".
#include <algorithm>

#include "actors/focus.h"
#include "base/utf8.h"

namespace verbale::actors {
namespace {

// Offices that different accounts call differently.
constexpr std::string_view kSameOffice[][6] = {
    {"premier", "prime", "taoiseach", "chancellor", "", ""},
    {"leader", "chief", "head", "", "", ""},
    {"advisor", "adviser", "", "", "", ""},
    {"chairman", "chair", "chairwoman", "chairperson", "", ""},
    {"councillor", "councilor", "counsellor", "counselor", "", ""},
    {"defence", "defense", "", "", "", ""},
    {"monarch", "king", "queen", "emir", "sultan", "emperor"}};
constexpr std::string_view kGeneric[] = {
    "leader",   "head",      "chief",       "official",  "statesman", "politician",
    "diplomat", "dignitary", "stateswoman", "comrade",   "friend",    "colleague",
    "ruler",    "boss",      "monarch",     "incumbent", "visitor"};
constexpr std::string_view kHeadsOfState[] = {"president", "king", "queen",   "emperor", "emir",
                                              "sultan",    "pope", "monarch", "prince"};
constexpr std::string_view kEmptyWords[] = {"of",     "the", "for", "to",  "and",      "a",
                                            "in",     "at",  "'s",  "’s",  "visiting", "late",
                                            "former", "-",   "dr",  "dr.", "&"};

bool same_office_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  for (const auto& group : kSameOffice) {
    if (is_one_of(a, group) && is_one_of(b, group) && !a.empty()) return true;
  }
  return false;
}

// The words of a title that tell the office: no articles, links, names of states.
std::vector<std::string_view> office_words(const Scene& scene, TokenRange title) {
  std::vector<std::string_view> words;
  for (int32_t t = title.first; t < title.last; ++t) {
    const std::string_view word = scene.token(t).lower;
    if (is_one_of(word, kEmptyWords) || !scene.state_at(t).empty()) continue;
    if (scene.token(t).upos == Upos::PUNCT) continue;
    words.push_back(word);
  }
  return words;
}

bool is_deputy(std::string_view word) {
  return word == "vice" || word == "deputy" || word == "assistant" || word == "under" ||
         word == "acting";
}

bool all_in(const std::vector<std::string_view>& words,
            const std::vector<std::string_view>& title) {
  for (const std::string_view word : words) {
    if (std::none_of(title.begin(), title.end(),
                     [&](std::string_view other) { return same_office_word(word, other); })) {
      return false;
    }
  }
  const auto deputy = std::find_if(title.begin(), title.end(), is_deputy);
  return deputy == title.end() || std::find(words.begin(), words.end(), *deputy) != words.end();
}

bool has_word(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_head_of_state(const std::vector<std::string_view>& words) {
  return words.size() >= 2 && words.front() == "head" && words.back() == "state";
}

// Whether an office of the packs fits, held on the document's day (or ever, where it has none).
bool fits_term(const Scene& scene, int32_t world, const std::vector<std::string_view>& words) {
  if (world < 0) return false;
  const World& knowledge = scene.knowledge.world;
  const std::string& day = scene.document.publication.day().value;
  for (const int32_t index : knowledge.terms_of(world)) {
    const Term& term = knowledge.terms()[static_cast<size_t>(index)];
    if (!day.empty() &&
        ((!term.from.empty() && term.from > day) || (!term.to.empty() && term.to < day))) {
      continue;
    }
    const std::string title = to_lower(term.title);
    std::vector<std::string_view> held;
    for (size_t at = 0; at < title.size();) {
      const size_t end = std::min(title.find(' ', at), title.size());
      held.push_back(std::string_view(title).substr(at, end - at));
      at = end + 1;
    }
    if (all_in(words, held)) return true;
    if (is_head_of_state(words) && term.kind == OfficeKind::HeadOfState) return true;
    if (has_word(words, "party") && term.kind == OfficeKind::PartyLeader) return true;
  }
  return false;
}

}  // namespace

bool fits_office(const Scene& scene, int32_t person, const Phrase& phrase) {
  const PersonFacts& facts = scene.persons[static_cast<size_t>(person)];
  const std::vector<std::string_view> words = office_words(scene, phrase.title);
  const std::vector<int32_t>& principals = scene.document.cast.principals;
  const bool principal = std::find(principals.begin(), principals.end(), person) != principals.end();
  for (const TitleUse& title : facts.titles) {
    if (title.behind && !principal) continue;
    const std::vector<std::string_view> held = office_words(scene, title.tokens);
    if (all_in(words, held)) return true;
    if (is_head_of_state(words) && std::any_of(held.begin(), held.end(), [](std::string_view word) {
          return is_one_of(word, kHeadsOfState);
        })) {
      return true;
    }
  }
  return fits_term(scene, facts.world, words);
}

namespace {

class DescriptionResolver {
 public:
  DescriptionResolver(Scene& scene, const Focus& focus, const Phrase& phrase)
      : scene_(scene), document_(scene.document), focus_(focus), phrase_(phrase) {}

  int32_t resolve() {
    const uint16_t classes = phrase_.classes;
    if ((classes & kGovernment) != 0) {
      const int32_t state = government();
      if (state >= 0) return state;
    }
    if ((classes & kHost) != 0) return host();
    if ((classes & kGuest) != 0) return guest();
    if ((classes & kCounterpart) != 0) return counterpart();
    if ((classes & (kOffice | kPerson)) != 0) return named_holder();
    if ((classes & kState) != 0) return state();
    if ((classes & kParty) != 0) return party();
    if ((classes & kOrganisation) != 0) return organisation();
    return -1;
  }

 private:
  std::string_view word(int32_t t) const { return scene_.token(t).lower; }

  int32_t government() {
    if (!phrase_.state.empty()) return scene_.state_actor(phrase_.state);
    for (int32_t t = phrase_.tokens.first; t < phrase_.head;
         ++t) {  // "the Niinisto Administration"
      const int32_t mention = scene_.mention_at[static_cast<size_t>(t)];
      if (mention < 0) continue;
      const int32_t actor = document_.mentions[static_cast<size_t>(mention)].actor;
      if (scene_.is_person(actor) && !scene_.actor(actor).state.empty()) {
        return scene_.state_actor(std::string(scene_.actor(actor).state));
      }
    }
    if (word(phrase_.head) == "administration") {
      for (int32_t t = phrase_.tokens.first; t < phrase_.head; ++t) {
        const int32_t n = scene_.name_at[static_cast<size_t>(t)];
        if (n < 0 || document_.names[static_cast<size_t>(n)].kind != NameKind::Person) continue;
        const Person* person =
            scene_.knowledge.world.person(document_.names[static_cast<size_t>(n)].id);
        if (person != nullptr && !person->state.empty()) return scene_.state_actor(person->state);
      }
    }
    return -1;
  }

  // The principal who is not that one, where there are two.
  int32_t other_principal(int32_t one) const {
    const std::vector<int32_t>& principals = document_.cast.principals;
    int32_t other = -1;
    for (const int32_t actor : principals) {
      if (actor == one) continue;
      if (!phrase_.state.empty() && !scene_.actor(actor).state.empty() &&
          scene_.actor(actor).state != phrase_.state) {
        continue;
      }
      if (other >= 0) return -1;
      other = actor;
    }
    return other;
  }

  int32_t possessor() const {
    if (phrase_.possessor < 0) return -1;
    const int32_t mention = scene_.mention_at[static_cast<size_t>(phrase_.possessor)];
    return mention >= 0 ? document_.mentions[static_cast<size_t>(mention)].actor : focus_.speaker;
  }

  int32_t host() const {
    if (phrase_.possessor >= 0) return other_principal(possessor());
    return document_.cast.host;
  }

  int32_t guest() const {
    if (phrase_.possessor >= 0) return other_principal(possessor());
    return document_.cast.host >= 0 ? other_principal(document_.cast.host) : -1;
  }

  int32_t counterpart() const {
    const int32_t one = phrase_.possessor >= 0 ? possessor() : focus_.speaker;
    return one >= 0 ? other_principal(one) : -1;
  }

  bool is_generic() const {
    const std::vector<std::string_view> words = office_words(scene_, phrase_.title);
    return words.size() <= 1 && is_one_of(word(phrase_.head), kGeneric);
  }

  // How well a person fits; negative: not at all.
  int32_t fit(int32_t person) const {
    const Actor& actor = scene_.actor(person);
    const PersonFacts& facts = scene_.persons[static_cast<size_t>(person)];
    int32_t points = 0;
    if (!phrase_.state.empty()) {
      if (!actor.state.empty() && actor.state != phrase_.state) return -1;
      points += actor.state.empty() ? 0 : 4;
    }
    if (phrase_.gender != Gender::Unknown && facts.gender != Gender::Unknown &&
        phrase_.gender != facts.gender) {
      return -1;
    }
    const std::vector<int32_t>& principals = document_.cast.principals;
    const bool principal =
        std::find(principals.begin(), principals.end(), person) != principals.end();
    if (phrase_.late) return principal ? -1 : points + (facts.late ? 4 : 1);
    if (facts.aside && word(phrase_.head).substr(0, 6) != "spokes") return -1;
    if (is_generic()) {
      points += 1;
    } else if (fits_office(scene_, person, phrase_)) {
      points += 6;
    } else if (!facts.titles.empty() || facts.world >= 0 || points == 0) {
      const bool office_unknown =
          facts.titles.empty() && facts.world < 0 && principal && !phrase_.state.empty();
      if (!office_unknown && !is_loose()) return -1;
    }
    return points + (principal ? 2 : 0);
  }

  // "the Vietnamese Party leader": words beside a general one; the state has to decide.
  bool is_loose() const {
    return is_one_of(word(phrase_.head), kGeneric) && !phrase_.state.empty();
  }

  int32_t recency(int32_t person) const {
    const auto found = std::find(focus_.recent.begin(), focus_.recent.end(), person);
    return found == focus_.recent.end() ? -1 : static_cast<int32_t>(found - focus_.recent.begin());
  }

  // "met with the President of Ghana", "The Premier spoke to ... Jan Novak": who is named beside the phrase in
  // one clause is another.
  bool is_another(int32_t person) const {
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(phrase_.head)];
    if (sentence < 0) return false;
    const TokenRange tokens = document_.sentences[static_cast<size_t>(sentence)].tokens;
    const bool with = phrase_.tokens.first > tokens.first && word(phrase_.tokens.first - 1) == "with";
    const bool bare = phrase_.state.empty() && phrase_.possessor < 0 && is_subject();
    if (!with && !bare) return false;
    for (int32_t t = tokens.first; t < tokens.last; ++t) {
      const int32_t index = scene_.mention_at[static_cast<size_t>(t)];
      if (index < 0) continue;
      const Mention& mention = document_.mentions[static_cast<size_t>(index)];
      if (mention.actor != person || mention.kind != MentionKind::Name) continue;
      if (with && mention.tokens.last <= phrase_.tokens.first) return true;
      if (bare && mention.tokens.first > phrase_.tokens.last && same_office_between(mention.tokens.last)) return true;
    }
    return false;
  }

  bool is_subject() const {
    const int32_t head = scene_.token(phrase_.head).head;
    return head >= 0 && scene_.subject_of[static_cast<size_t>(head)] == phrase_.head;
  }

  // Behind a verb the same office is named once more, up to `last`.
  bool same_office_between(int32_t last) const {
    bool verb = false;
    for (int32_t t = phrase_.tokens.last; t < last; ++t) {
      verb = verb || scene_.token(t).upos == Upos::VERB;
      if (verb && word(t) == word(phrase_.head)) return true;
    }
    return false;
  }

  // An office without a name or a state; nobody, once it is known that the document does not name its holder.
  int32_t named_holder() {
    const std::string_view noun = word(phrase_.head);
    const bool bare = phrase_.state.empty() && phrase_.possessor < 0;
    const bool known = bare && std::ranges::find(scene_.unnamed, noun) != scene_.unnamed.end();
    const int32_t found = known ? -1 : office_holder();
    if (!bare || is_generic() || found >= 0) return found;
    if (!known && !(is_subject() && any_is_another())) return found;
    if (!known) scene_.unnamed.push_back(noun);
    if (is_subject()) scene_.unnamed_sentence = scene_.sentence_at[static_cast<size_t>(phrase_.head)];
    return -1;
  }

  // Whether somebody fits the office but is named beside it.
  bool any_is_another() const {
    const int32_t count = static_cast<int32_t>(std::min<size_t>(scene_.persons.size(), kCandidates));
    for (int32_t i = 0; i < count; ++i) {
      if (scene_.is_person(i) && fit(i) > 0 && is_another(i)) return true;
    }
    return false;
  }

  int32_t office_holder() const {
    int32_t best = -1;
    int32_t best_points = 0;
    const std::string_view asked = asked_state(scene_, phrase_);
    const int32_t count =
        static_cast<int32_t>(std::min<size_t>(scene_.persons.size(), kCandidates));
    for (int32_t i = 0; i < count; ++i) {
      if (!scene_.is_person(i)) continue;
      int32_t points = fit(i);
      if (points <= 0 || is_another(i)) continue;
      if (!asked.empty() && scene_.actor(i).state == asked) points = 1;  // only where nobody else fits
      if (phrase_.state.empty() && scene_.is_own(i)) points += 1;  // two hold the office: the outlet's own
      points = points * 16 + recency(i) + 1;
      if (points > best_points) {
        best_points = points;
        best = i;
      }
    }
    return best;
  }

  int32_t state() const {
    if (!phrase_.state.empty()) return scene_.state_actor(phrase_.state);
    if (phrase_.possessor >= 0) {
      const std::string_view owner = word(phrase_.possessor);
      if (owner == "our" || owner == "my") {
        return document_.cast.authors.size() == 1 ? document_.cast.authors.front() : -1;
      }
      const int32_t person = possessor();
      if (!scene_.is_person(person) || scene_.actor(person).state.empty()) return -1;
      return scene_.state_actor(std::string(scene_.actor(person).state));
    }
    return focus_.state;
  }

  // The party of a state: one that is named in the document, else the only one the packs have, else
  // the communist one that governs it.
  int32_t party_of(std::string_view state) const {
    const Organisation* only = nullptr;
    for (const Organisation& organisation : scene_.knowledge.world.organisations()) {
      if (!organisation.party || organisation.state != state) continue;
      const bool named =
          std::any_of(document_.actors.begin(), document_.actors.end(),
                      [&](const Actor& actor) { return actor.id == organisation.id; });
      if (named) return scene_.organisation_actor(organisation);
      if (only == nullptr || organisation.name.starts_with("Communist")) only = &organisation;
    }
    return only != nullptr && only->name.find("Communist") != std::string::npos
               ? scene_.organisation_actor(*only)
               : -1;
  }

  int32_t party() const {
    if (!phrase_.state.empty()) return party_of(phrase_.state);
    if (focus_.party >= 0) return focus_.party;
    if (focus_.speaker >= 0 && !scene_.actor(focus_.speaker).state.empty()) {
      return party_of(scene_.actor(focus_.speaker).state);
    }
    return -1;
  }

  // "the Union", "the Alliance": an organisation of the document whose name has the word.
  int32_t organisation() const {
    if (!is_capitalised(document_, phrase_.head) && word(phrase_.head) != "bloc") return -1;
    const std::string_view noun = document_.form(phrase_.head);
    const int32_t count =
        static_cast<int32_t>(std::min<size_t>(document_.actors.size(), kCandidates));
    for (int32_t i = count - 1; i >= 0; --i) {
      const Actor& actor = scene_.actor(i);
      if (actor.kind != ActorKind::Organisation) continue;
      const Organisation* known = scene_.knowledge.world.organisation(actor.id);
      const bool named = actor.name.find(noun) != std::string::npos ||
                         (known != nullptr && known->name.find(noun) != std::string::npos) ||
                         (noun == "Alliance" && actor.id == "nato") || noun == "bloc";
      if (named) return i;
    }
    return -1;
  }

  static constexpr size_t kCandidates = 256;  // actors looked at for one description

  Scene& scene_;
  Document& document_;
  const Focus& focus_;
  const Phrase& phrase_;
};

}  // namespace

int32_t resolve_description(Scene& scene, const Focus& focus, const Phrase& phrase) {
  return DescriptionResolver(scene, focus, phrase).resolve();
}

}  // namespace verbale::actors
