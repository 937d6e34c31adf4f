// The undertakings in a complement: one for each thing to be done.
#pragma once

#include "acts/complement.h"

namespace verbale {

struct Undertaking {
  TokenRange tokens;   // its words, without "to", modal and subject
  TokenRange subject;  // of its clause; empty: the speaker's
  Shape shape = Shape::Infinitive;
  int32_t verb = -1;   // its verb, or the head of its noun phrase
};

class UndertakingSplitter {
 public:
  UndertakingSplitter(const Document& document, const Knowledge& knowledge, const WordsAt& words,
                      const ComplementReader& reader)
      : document_(document), knowledge_(knowledge), words_(words), reader_(reader) {}

  // Splits the deed of a complement at its joined verbs or noun phrases. In text order.
  std::vector<Undertaking> split(const Complement& complement) const;

 private:
  struct Segment {
    int32_t start = -1;
    int32_t verb = -1;
    Shape shape = Shape::Infinitive;
    bool object = false;       // something stands after the verb
    int32_t inner = -1;        // a verb further in, that a joined verb may belong to
    bool inner_takes_all = false;
  };
  std::vector<Undertaking> split_verbs(const Complement& complement) const;
  std::vector<Undertaking> split_nouns(const Complement& complement) const;
  int32_t next_verb(const Segment& segment, int32_t joint, int32_t end, int32_t* start, Shape* shape) const;
  bool opens_deed(int32_t joint, int32_t verb, int32_t end) const;
  bool opens_object(int32_t token) const;
  bool is_in_name(int32_t token) const;
  bool follows_modal(int32_t joint) const;
  bool verb_follows(int32_t token, int32_t end) const;
  bool splits(const Segment& segment, int32_t joint, int32_t verb, bool marked) const;
  void look_inside(Segment& segment, int32_t token) const;
  bool joined_to_inner(const Segment& segment, int32_t joint, int32_t verb) const;
  int32_t end_of_deed(int32_t start, int32_t end) const;
  TokenRange trimmed(TokenRange range) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const WordsAt& words_;
  const ComplementReader& reader_;
};

}  // namespace verbale
