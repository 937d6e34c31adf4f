// Pronouns in the singular. "He" is the subject of the clause it stands in or under, else who spoke
// last; "it" and "its" are a state or organisation only where no thing lies nearer by syntax.
#include <algorithm>

#include "actors/focus.h"

namespace verbale::actors {
namespace {

constexpr int32_t kClimb = 12;  // heads followed upwards
// Verbs whose object owns what follows: "congratulated X on his election".
constexpr std::string_view kObjectOwns[] = {"congratulate", "thank",   "praise", "wish", "commend",
                                            "condole",      "applaud", "greet",  "laud", "honor",
                                            "honour",       "salute",  "send"};
constexpr std::string_view kBe[] = {"is",      "was",   "'s",      "’s",     "be",     "been",
                                    "remains", "seems", "appears", "became", "becomes"};

class PronounResolver {
 public:
  PronounResolver(Scene& scene, const Focus& focus, const Phrase& phrase)
      : scene_(scene),
        focus_(focus),
        phrase_(phrase),
        at_(phrase.head),
        word_(scene.token(at_).lower) {}

  int32_t resolve() {
    if (word_ == "i" || word_ == "me" || word_ == "my" || word_ == "myself") return -1;  // later
    if (word_ == "it" || word_ == "its" || word_ == "itself") return body();
    return person();
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  int32_t head(int32_t i) const { return token(i).head; }
  std::string_view lower(int32_t i) const {
    return i >= 0 && i < scene_.token_count() ? token(i).lower : std::string_view();
  }

  int32_t actor_at(int32_t t) const {
    if (t < 0) return -1;
    const int32_t mention = scene_.mention_at[static_cast<size_t>(t)];
    return mention < 0 ? -1 : scene_.document.mentions[static_cast<size_t>(mention)].actor;
  }

  int32_t body_at(int32_t t) const {
    const int32_t actor = actor_at(t);
    return actor >= 0 && !scene_.is_person(actor) ? actor : -1;
  }

  // The person at the token if the pronoun's gender allows.
  int32_t person_at(int32_t t) const {
    const int32_t actor = actor_at(t);
    return scene_.is_person(actor) && agrees(actor) ? actor : -1;
  }

  bool agrees(int32_t actor) const {
    const Gender gender = scene_.persons[static_cast<size_t>(actor)].gender;
    return gender == Gender::Unknown || phrase_.gender == Gender::Unknown ||
           gender == phrase_.gender;
  }

  bool is_possessive() const {
    if (word_ == "his" || word_ == "its") return true;
    if (word_ != "her" || at_ + 1 >= scene_.token_count()) return false;
    const Upos next = token(at_ + 1).upos;
    return next == Upos::NOUN || next == Upos::PROPN || next == Upos::ADJ;
  }

  int32_t person() const {
    const bool object = !is_possessive() && token(at_).deprel != Deprel::nsubj &&
                        token(at_).deprel != Deprel::nsubj_pass;
    if (const int32_t found = beside(); found >= 0) return found;
    int32_t barred = -1;  // who stands in the same clause and cannot be meant
    int32_t node = at_;
    for (int32_t depth = 0; depth < kClimb && head(node) >= 0; ++depth) {
      const int32_t up = head(node);
      const int32_t owned =
          is_one_of(token(up).lemma, kObjectOwns) ? scene_.object_of[static_cast<size_t>(up)] : -1;
      if (owned >= 0 && owned < at_ && owned != node && !is_subject()) {
        if (const int32_t found = person_at(owned); found >= 0) return found;
      }
      const int32_t subject = scene_.subject_of[static_cast<size_t>(up)];
      if (subject >= 0 && subject != node && subject != at_) {
        const int32_t found = person_at(subject);
        if (found >= 0 && object && barred < 0 && !is_reflexive()) {
          barred = found;
        } else if (found >= 0 && found != barred) {
          return found;
        }
      }
      if (token(node).deprel == Deprel::parataxis) break;
      node = up;
    }
    return from_context(barred);
  }

  // "Silva and his wife", "Silva, for his part,": the person directly before.
  int32_t beside() const {
    if (!is_possessive()) return -1;
    if (at_ >= 2 && lower(at_ - 1) == "and") return person_at(at_ - 2);
    if (at_ >= 3 && lower(at_ - 1) == "for" && lower(at_ + 1) == "part") {
      return person_at(lower(at_ - 2) == "," ? at_ - 3 : at_ - 2);
    }
    return -1;
  }

  bool is_reflexive() const { return word_ == "himself" || word_ == "herself"; }
  bool is_subject() const {
    return token(at_).deprel == Deprel::nsubj || token(at_).deprel == Deprel::nsubj_pass;
  }

  // The person with whose name the sentence opens, if nobody else is named before the pronoun: where the tree
  // has lost the subject ("Silva, in turn, spoke of what he").
  int32_t opener() const {
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(at_)];
    if (sentence < 0) return -1;
    const int32_t first = scene_.document.sentences[static_cast<size_t>(sentence)].tokens.first;
    int32_t found = -1;
    for (int32_t t = first; t < at_; ++t) {
      const int32_t mention = scene_.mention_at[static_cast<size_t>(t)];
      if (mention < 0) continue;
      const Mention& named = scene_.document.mentions[static_cast<size_t>(mention)];
      if (!scene_.is_person(named.actor)) continue;
      if (found >= 0 && found != named.actor) return -1;
      if (found < 0 && (named.tokens.first != first || named.kind != MentionKind::Name)) return -1;
      found = named.actor;
    }
    return found >= 0 && agrees(found) ? found : -1;
  }

  int32_t from_context(int32_t barred) const {
    if (const int32_t found = opener(); found >= 0 && found != barred) return found;
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(at_)];
    const bool after_unnamed = scene_.unnamed_sentence >= 0 && sentence >= scene_.unnamed_sentence &&
                               sentence <= scene_.unnamed_sentence + 1;
    if (after_unnamed && is_subject()) return -1;
    if (focus_.speaker >= 0 && focus_.speaker != barred && agrees(focus_.speaker))
      return focus_.speaker;
    for (size_t i = focus_.recent.size(); i-- > 0;) {
      if (focus_.recent[i] != barred && agrees(focus_.recent[i])) return focus_.recent[i];
    }
    return -1;
  }

  // "It is believed that", "it was NATO that", "it is important to".
  bool is_empty_it() const {
    if (word_ != "it") return false;
    if (token(at_).deprel == Deprel::expl) return true;
    int32_t next = at_ + 1;
    while (lower(next) == "will" || lower(next) == "would" || lower(next) == "has" ||
           lower(next) == "had" || lower(next) == "can" || lower(next) == "could" ||
           token(std::min(next, scene_.token_count() - 1)).upos == Upos::ADV) {
      if (++next >= at_ + 5) return false;
    }
    if (lower(next) == "takes") return true;  // "as long as it takes"
    if (!is_one_of(lower(next), kBe)) return false;
    if (next + 2 < scene_.token_count()) {  // "it is (also) about"
      const int32_t after = token(next + 1).upos == Upos::ADV ? next + 2 : next + 1;
      if (token(after).upos == Upos::ADP) return true;
    }
    for (int32_t t = next + 1; t < scene_.token_count() && t < next + 6; ++t) {
      if (lower(t) == "that" || lower(t) == "to" || lower(t) == "for") return true;
      if (token(t).upos == Upos::PUNCT) break;
    }
    return false;
  }

  // Whether a token heads a thing: a common noun or a name of no actor, in the singular.
  bool is_thing(int32_t t) const {
    const Token& word = token(t);
    return (word.upos == Upos::NOUN || word.upos == Upos::PROPN) && !word.plural &&
           actor_at(t) < 0 && scene_.state_at(t).empty();
  }

  int32_t possessor_of(int32_t noun) const {
    for (int32_t t = noun - 1; t >= 0 && t >= noun - 10; --t) {
      if (head(t) == noun && token(t).deprel == Deprel::nmod_poss && t != at_) return body_at(t);
    }
    return -1;
  }

  int32_t body() const {
    if (is_empty_it()) return -1;
    if (word_ == "its" && at_ >= 2 && lower(at_ - 1) == "and" && body_at(at_ - 2) >= 0) {
      return body_at(at_ - 2);
    }
    if (focus_.body_pronoun >= 0 && at_ - focus_.body_pronoun < 8 &&
        is_same_sentence(focus_.body_pronoun)) {
      return body_at(focus_.body_pronoun);  // "its investment in fields where it"
    }
    int32_t later = -1;
    int32_t node = at_;
    for (int32_t depth = 0; depth < kClimb && head(node) >= 0; ++depth) {
      const int32_t up = head(node);
      if (token(node).deprel == Deprel::conj && up < at_ && node != at_) {
        if (const int32_t found = last_owner(); found >= 0) return found;
        if (const int32_t found = body_at(up); found >= 0) return found;
        if (const int32_t found = possessor_of(up); found >= 0) return found;
        if (depth <= 1 && is_thing(up) && lower(at_ - 1) == "and") return -1;
      }
      if (up < at_ && word_ == "its") {
        if (const int32_t found = possessor_of(up); found >= 0) return found;
      }
      if (is_object_owner(up, node)) return body_at(scene_.object_of[static_cast<size_t>(up)]);
      if (token(node).deprel == Deprel::advcl && token(node).verb == VerbForm::Gerund) {
        if (const int32_t found = subject_before(node); found >= 0) return found;
      }
      const int32_t subject = scene_.subject_of[static_cast<size_t>(up)];
      if (subject > at_ && body_at(subject) >= 0) {
        later = body_at(subject);  // only where nothing stands before
      } else if (subject >= 0 && subject != node && subject != at_ && !is_own_object(up)) {
        if (const int32_t found = body_at(subject); found >= 0) return found;
        if (is_thing(subject) && token(subject).upos == Upos::NOUN) return -1;
      }
      const int32_t object = scene_.object_of[static_cast<size_t>(up)];
      if (object >= 0 && object != node && object < at_) {
        if (const int32_t found = body_at(object); found >= 0) return found;
      }
      node = up;
    }
    const int32_t before = nearest_body();
    return before >= 0 ? before : later;
  }

  // "Kenya's ports and roads and its railways": the owner of a list that the pronoun goes on with.
  int32_t last_owner() const {
    if (lower(at_ - 1) != "and" && lower(at_ - 1) != ",") return -1;
    for (int32_t t = at_ - 1; t > at_ - 15 && t > 0; --t) {
      if (lower(t) == "'s" || lower(t) == "’s" || lower(t) == "’") return body_at(t - 1);
      const Upos upos = token(t).upos;
      if (upos == Upos::VERB || upos == Upos::ADP || upos == Upos::AUX) return -1;
    }
    return -1;
  }

  // The body that is subject of the clause before: "that Kenya would help, while raising its ...".
  int32_t subject_before(int32_t verb) const {
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(at_)];
    const int32_t first = scene_.document.sentences[static_cast<size_t>(sentence)].tokens.first;
    for (int32_t t = verb - 1; t >= first && t > verb - 40; --t) {
      const Deprel deprel = token(t).deprel;
      if (deprel != Deprel::nsubj && deprel != Deprel::nsubj_pass) continue;
      return body_at(t);
    }
    return -1;
  }

  // "thanked Norway for its": the object, where it is a body.
  bool is_object_owner(int32_t up, int32_t node) const {
    const int32_t object = scene_.object_of[static_cast<size_t>(up)];
    return is_one_of(token(up).lemma, kObjectOwns) && object >= 0 && object < at_ &&
           object != node && body_at(object) >= 0;
  }

  // "it" as object of this very verb is not its subject.
  bool is_own_object(int32_t verb) const {
    return word_ == "it" && head(at_) == verb && token(at_).deprel != Deprel::nsubj;
  }

  // The body named last before in the sentence, if no thing stands between; for a subject that of
  // the sentence before.
  int32_t nearest_body() const {
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(at_)];
    const TokenRange tokens = scene_.document.sentences[static_cast<size_t>(sentence)].tokens;
    for (int32_t t = at_ - 1; t >= tokens.first && t > at_ - 25; --t) {
      if (const int32_t found = body_at(t); found >= 0) return found;
      if (is_thing(t) && word_ == "it") break;
    }
    if (focus_.subject >= 0 && focus_.subject_sentence + 1 >= sentence &&
        opens_sentence(tokens.first)) {
      return focus_.subject;
    }
    return -1;
  }

  bool is_same_sentence(int32_t t) const {
    return scene_.sentence_at[static_cast<size_t>(t)] ==
           scene_.sentence_at[static_cast<size_t>(at_)];
  }

  bool opens_sentence(int32_t first) const { return at_ - first < 4; }

  Scene& scene_;
  const Focus& focus_;
  const Phrase& phrase_;
  int32_t at_;
  std::string_view word_;
};

}  // namespace

int32_t resolve_pronoun(Scene& scene, const Focus& focus, const Phrase& phrase) {
  return PronounResolver(scene, focus, phrase).resolve();
}

}  // namespace verbale::actors
