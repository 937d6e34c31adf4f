// What the content of a statement binds to, down to the words of the undertaking itself.
//
// "its readiness to work with X", "on the need to hold talks", "X will also hold talks" and "to hold talks" have
// one thing in common: somewhere in them begin the words that say what is to be done (the deed), and what
// stands before says how firmly and by whom. A complement is read word by word, from left to right, with the
// parse used only to find the main verb of a clause: what opens a complement is a small closed set.
#pragma once

#include <optional>

#include "acts/words_at.h"

namespace verbale {

enum class Shape : uint8_t { None, Infinitive, Gerund, Noun, Clause };

struct Complement {
  Shape shape = Shape::None;  // of the content as it stands
  TokenRange tokens;
  TokenRange subject;         // of a clause, or of "for X to V"
  int32_t noun = -1;          // Noun: head of the phrase
  std::optional<ActClass> noun_class;
  int32_t verb = -1;          // Clause: the finite verb's full verb ("is": the copula)
  bool binds() const { return will || must || willing || progressive; }

  // How firmly.
  bool will = false;      // will, shall, is to, headline infinitive
  bool must = false;      // must, should, needs to
  bool can = false;       // can, may: binds nobody
  bool willing = false;   // ready to, intends to, committed to an act
  bool past = false;
  bool passive = false;
  bool progressive = false;
  bool important = false;  // "it is essential that X V": asks of X where he is named

  // The deed: an infinitive's verb, a gerund, a noun phrase, or the clause as a whole.
  Shape deed = Shape::None;
  int32_t deed_start = -1;  // first token of its words
  int32_t deed_verb = -1;   // its verb, or the head of its noun phrase
};

// What the cue leads one to expect: after "committed" or "called", words that begin with a preposition are its phrase,
// and no adverbial before a clause.
enum class Expect : uint8_t { Anything, Phrase };

class ComplementReader {
 public:
  ComplementReader(const Document& document, const Knowledge& knowledge, const WordsAt& words)
      : document_(document), knowledge_(knowledge), words_(words) {}

  // Reads the tokens of a content.
  Complement read(TokenRange content, Expect expect = Expect::Anything) const;

  // The content clause by clause, where finite verbs are joined in it: "X will V and that we will not W". Each clause
  // ends where the next begins; one without a subject of its own has that of the clause before.
  std::vector<Complement> read_clauses(TokenRange content, Expect expect = Expect::Anything) const;

  // Whether a verb in its base form may stand here: by its tag, or because the word is only ever a verb.
  bool is_deed(int32_t token) const;
  bool is_deed_lemma(std::string_view lemma) const;

  // Whether the noun is one of an act: promising it is promising to do it.
  bool names_act(int32_t noun) const;

  // The main clause's first finite verb, -1 if the words make no clause.
  int32_t main_verb(TokenRange range) const;

 private:
  void read_clause(Complement& complement, int32_t finite) const;
  void read_infinitive(Complement& complement, int32_t to) const;
  void read_gerund(Complement& complement, int32_t verb) const;
  void read_noun(Complement& complement, int32_t start) const;
  void read_after_noun(Complement& complement, ActClass kind) const;
  bool read_headline(Complement& complement, int32_t start) const;
  void follow_verbs(Complement& complement, int32_t verb) const;
  int32_t after_be(Complement& complement, int32_t next) const;
  bool has_agreed(Complement& complement, int32_t verb) const;
  int32_t after_semi_modal(Complement& complement, int32_t verb) const;
  int32_t take_modal(Complement& complement, int32_t modal) const;
  void read_committed_to(Complement& complement, int32_t to) const;
  bool read_importance(Complement& complement, int32_t finite) const;
  bool read_doing(Complement& complement, int32_t of) const;
  bool opens_with_time(int32_t start, int32_t finite) const;
  int32_t after_adverbial(TokenRange subject, int32_t finite) const;
  bool starts_infinitive(int32_t token, int32_t end) const;
  int32_t skip_manner(int32_t token, int32_t end) const;
  bool stands_in_name(int32_t token) const;
  int32_t clause_start(TokenRange range) const;
  bool in_relative(int32_t token, int32_t first) const;
  bool in_contact_clause(int32_t token, int32_t first) const;
  int32_t parsed_verb(TokenRange range) const;
  int32_t bare_verb(TokenRange range) const;
  int32_t leading_act_noun(int32_t start, int32_t end) const;
  int32_t joined_promise(TokenRange content) const;
  int32_t joined_clause(int32_t token, int32_t end, bool* has_subject) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const WordsAt& words_;
};

}  // namespace verbale
