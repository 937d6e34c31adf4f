// The cue packs (knowledge/en/cues.tsv, light_cues.tsv): the words that say that somebody said something.
//
// Verbs are looked up by any inflected form, so that a cue is found where the tagger or the lemmatiser
// errs; the forms are made here from the lemma and the irregular ones the pack gives.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "record/tags.h"
#include "record/values.h"

namespace verbale {

// What kind of act a cue reports. `Topic` cues give no content: they only bound the contents of others.
#define VERBALE_CUE_CLASS(M) \
  M(Say, "say") M(Stress, "stress") M(Believe, "believe") M(Agree, "agree") M(Commit, "commit") \
  M(Intend, "intend") M(Ready, "ready") M(Ask, "ask") M(Hope, "hope") M(Order, "order") M(Announce, "announce") \
  M(Deny, "deny") M(Express, "express") M(Support, "support") M(Attitude, "attitude") \
  M(Introduce, "introduce") M(Accept, "accept") M(Light, "light") M(Topic, "topic")

enum class CueClass : uint8_t {
#define VERBALE_ENUMERATOR(name, text) name,
  VERBALE_CUE_CLASS(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
};
std::string_view to_string(CueClass value);

enum class CueKind : uint8_t { Verb, Phrase, Adjective, Light, Noun };

// Complements a cue may take, as bits.
namespace takes {
#define VERBALE_CUE_TAKES(M) \
  M(That, "that") M(Bare, "bare") M(Quote, "quote") M(Inf, "inf") M(Ing, "ing") M(Obj, "obj") \
  M(Addressee, "addr") M(Reflexive, "reflexive") M(For, "for") M(On, "on") M(Of, "of") \
  M(About, "about") M(Over, "over") M(Against, "against") M(At, "at") M(To, "to") M(As, "as") \
  M(With, "with") M(In, "in") M(Upon, "upon") M(Regarding, "regarding") M(By, "by")
enum : uint32_t {
#define VERBALE_ENUMERATOR(name, text) name##Bit,
  VERBALE_CUE_TAKES(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
};
#define VERBALE_ENUMERATOR(name, text) inline constexpr uint32_t name = 1u << name##Bit;
VERBALE_CUE_TAKES(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
// The bit of a preposition or other word of the column ("for"); 0 where there is none.
uint32_t bit_of(std::string_view word);
}  // namespace takes

struct Cue {
  std::string text;  // as in the pack
  CueKind kind = CueKind::Verb;
  CueClass cue_class = CueClass::Say;
  uint32_t takes = 0;
  Act act = Act::Assertive;
  std::vector<std::string> rest;  // of a phrase: the words after the verb, "*" a gap
  bool accepts(uint32_t complement) const { return (takes & complement) != 0; }
};

// What is known of one verb lemma.
struct CueVerb {
  std::string lemma;
  int32_t cue = -1;               // its own row, -1: none
  bool light = false;             // makes a cue with a noun
  std::vector<int32_t> phrases;   // longest first
};

// A noun of attitude and the light verbs that it goes with.
struct CueNoun {
  int32_t cue = -1;
  std::vector<int32_t> verbs;       // indices into verbs()
  std::vector<int32_t> that_verbs;  // only where a that-clause hangs on the noun
};

class Cues {
 public:
  // Reads knowledge/en/cues.tsv and light_cues.tsv below `home`.
  static Result<Cues> load(const std::string& home);

  struct Form {
    int32_t verb = -1;  // index into verbs()
    VerbForm form = VerbForm::None;
  };
  // Of a form in lower case; nullptr where no cue begins with it.
  const Form* form(std::string_view lower) const;
  const Cue* adjective(std::string_view lower) const;
  const CueNoun* noun(std::string_view lower) const;  // singular or plural

  const CueVerb& verb(int32_t index) const { return verbs_[static_cast<size_t>(index)]; }
  const Cue& cue(int32_t index) const { return cues_[static_cast<size_t>(index)]; }
  std::span<const Cue> all() const { return cues_; }

 private:
  friend class CueLoader;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  std::vector<Cue> cues_;
  std::vector<CueVerb> verbs_;
  std::vector<CueNoun> nouns_;
  Table<Form> forms_;
  Table<int32_t> adjectives_;
  Table<int32_t> noun_forms_;
};

// The inflected forms of a regular English verb, with their tags; `past` and `participle` are used
// where given. A past that is also the participle stands once, as Past.
std::vector<std::pair<std::string, VerbForm>> inflect_verb(std::string_view lemma, std::string_view past,
                                                           std::string_view participle);

// The regular plural of a noun; irregular ones of office and person nouns ("men") as well.
std::string plural_of(std::string_view noun);

}  // namespace verbale
