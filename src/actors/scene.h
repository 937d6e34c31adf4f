// What actors/ knows of a document while it resolves it. Internal to this folder.
//
// The work goes in this order, one file each: names and what is nested in them (names.cc,
// persons.cc), noun phrases and pronouns that may refer (phrases.cc), who stands in the centre
// (cast.cc), then in text order whom each phrase means (references.cc), the roles (roles.cc), and
// the speakers (speakers.cc).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale::actors {

// A phrase of the world's name table in the text. Longest first, no overlaps, in text order.
struct Named {
  TokenRange tokens;
  EntityKind kind = EntityKind::State;
  int32_t index = -1;  // into the world's list of that kind
};

// Words that say which office somebody holds, without article: "Finnish Prime Minister".
struct TitleUse {
  TokenRange tokens;
  std::string_view state;  // alpha-3 of the state named in it, else ""
  bool described = false;  // of a description ("the President of Finland"), not beside the name
  bool behind = false;     // told behind the name: by it only who leads the talks is described
};

// What is known of an actor that is a person. Parallel to Document::actors.
struct PersonFacts {
  std::vector<std::string_view> words;  // folded words of the fullest name
  Gender gender = Gender::Unknown;
  int32_t world = -1;  // into World::persons()
  std::vector<TitleUse> titles;
  bool aside = false;  // speaks for others: a spokesperson
  bool late = false;   // dead
  int32_t first_token = -1;
};

// A phrase that refers to somebody named elsewhere, before it is known to whom.
struct Phrase {
  enum class Kind : uint8_t { Description, Pronoun, Joint };
  Kind kind = Kind::Description;
  TokenRange tokens;
  int32_t head = -1;
  uint16_t classes = 0;  // of NounClass, for descriptions and joint words
  Gender gender = Gender::Unknown;
  TokenRange title;        // of a description: its words without article and possessor
  std::string_view state;  // state named in it
  int32_t possessor = -1;  // token of "his" in "his guest"
  int32_t number = 0;      // "the two leaders": 2
  bool late = false;
};

struct Scene {
  Scene(Document& of, const Knowledge& with) : document(of), knowledge(with) {}

  Document& document;
  const Knowledge& knowledge;
  std::vector<std::string_view> folded;  // each token's form
  std::vector<int32_t> name_at;          // token -> Document::names, -1: in none
  std::vector<Named> named;
  std::vector<int32_t> named_at;     // token -> named, -1
  std::vector<int32_t> sentence_at;  // token -> Document::sentences
  std::vector<int32_t> subject_of;   // token -> its nominal subject, -1
  std::vector<int32_t> object_of;    // token -> its nominal object, -1
  std::vector<bool> in_furniture;    // token is no part of the report
  std::vector<bool> has_copula;      // token is a predicate after a form of "be"
  std::vector<int32_t> mention_at;   // token -> mention of which it is the head, -1
  std::vector<int32_t> source_at;    // token -> statement whose source it stands in, -1
  std::vector<PersonFacts> persons;  // parallel to Document::actors
  std::vector<Phrase> phrases;       // in text order
  // Offices of somebody whom the document never names ("The Prime Minister spoke to ..."), by their noun, and
  // the last sentence that has one as its subject.
  std::vector<std::string_view> unnamed;
  int32_t unnamed_sentence = -1;

  std::map<std::string, int32_t, std::less<>> actor_by_id;  // states, parties, organisations

  const Token& token(int32_t i) const { return document.tokens[static_cast<size_t>(i)]; }
  int32_t token_count() const { return static_cast<int32_t>(document.tokens.size()); }
  Actor& actor(int32_t i) const { return document.actors[static_cast<size_t>(i)]; }
  PersonFacts& person(int32_t i) { return persons[static_cast<size_t>(i)]; }
  // Of the outlet's state.
  bool is_own(int32_t actor_index) const {
    const std::string& side = document.publication.side.value;
    return !side.empty() && actor(actor_index).state == side;
  }
  bool is_person(int32_t actor_index) const {
    return actor_index >= 0 && actor(actor_index).kind == ActorKind::Person;
  }
  // The word's entry in the pack of nouns, by its singular; nullptr if it has none.
  const ActorNoun* noun(int32_t i) const;
  bool is_furniture(TokenRange range) const;  // any of it
  std::string_view state_at(
      int32_t i) const;  // alpha-3 of the state or demonym at the token, else ""
  int32_t state_actor(std::string_view alpha3);                  // finds or makes it
  int32_t organisation_actor(const Organisation& organisation);  // finds or makes it
  int32_t add_actor(Actor actor);
  int32_t find_actor(std::string_view id) const;  // -1: none; persons have no id yet
  // The first of Document::mentions that starts at the token or later, while they are by name only.
  size_t first_mention_from(int32_t token) const;
  // Adds a mention if its tokens are no furniture; returns its index.
  int32_t add_mention(TokenRange tokens, int32_t head, MentionKind kind, int32_t actor,
                      std::string_view made_by);
};

// Makes the scene: folded words, phrases of the name table, subjects and objects.
Scene set_scene(Document& document, const Knowledge& knowledge);

void find_named_actors(Scene& scene);  // names.cc, persons.cc: mentions of kind Name, actors
void add_headline_persons(Scene& scene);  // headline.cc: those whom only the given title names
void add_own_leader(Scene& scene);        // headline.cc: the partner whom a presidency's page does not name
void find_appositions(Scene& scene);   // appositions.cc: offices told behind names
void find_phrases(Scene& scene);       // phrases.cc
void find_cast(Scene& scene);          // cast.cc: Document::cast, states and genders of persons
void settle_persons(Scene& scene);     // person_facts.cc: states and genders; asked by find_cast
void find_host(Scene& scene);          // host.cc: Cast::host; asked by find_cast
void resolve_phrases(Scene& scene);    // references.cc: mentions and joint mentions
void find_roles(Scene& scene);         // roles.cc
void find_speakers(Scene& scene);      // speakers.cc
// Puts mentions in text order, one inside another of the same actor falls off; actors without any
// mention fall off; gives ids and numbers the actors anew. Needs at least one actor.
void settle_actors(Scene& scene);
// Fills Actor::mentions. The last step.
void list_mentions(Document& document);

// Whether `text` is one of the words.
template <size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  for (const std::string_view word : words) {
    if (text == word) return true;
  }
  return false;
}

bool is_capitalised(const Document& document, int32_t token);

}  // namespace verbale::actors
