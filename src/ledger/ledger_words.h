// The words that tell kinds of threads and steps apart (knowledge/en/ledger_words.tsv).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

enum class ThreadKind : uint8_t { Project, Exchange, Instrument, Mechanism, Pledge, Name };
inline constexpr int kThreadKinds = 6;
std::string_view to_string(ThreadKind kind);
std::optional<ThreadKind> thread_kind_from(std::string_view name);

// What a noun or verb can bring that was not there before.
enum class StepWord : uint8_t { Body, Plan, Signature, Visit, Document };

class LedgerWords {
 public:
  // Reads the pack below `home`.
  static Result<LedgerWords> load(const std::string& home);

  // Of the longest phrase of lemmas at lemmas[0]; length 0 and no value where there is none.
  template <class Value>
  struct Match {
    int32_t length = 0;
    std::optional<Value> value;
  };
  Match<ThreadKind> kind(std::span<const std::string_view> lemmas) const;
  Match<StepWord> step(std::span<const std::string_view> lemmas) const;

  // Words before a circumstance that is no part of what is undertaken: "in line with". 0: none.
  int32_t circumstance(std::span<const std::string_view> lowers) const;
  // Length of a phrase of lemmas that only leads on to the thing ("need", "implementation"); 0:
  // none.
  int32_t light(std::span<const std::string_view> lemmas) const {
    return light_.longest(lemmas).length;
  }
  // Work with another, of which one asks: with whom, on what? ("exchange", "cooperation")
  bool shared(std::string_view lemma) const {
    return shared_.longest(std::span(&lemma, 1)).length > 0;
  }
  // A state's way to see or treat another, told in the present: "considers", "adheres", "supports".
  bool is_attitude(std::string_view lemma) const {
    return attitudes_.longest(std::span(&lemma, 1)).length > 0;
  }
  // What follows is not wanted: "oppose", "refrain", "against".
  bool turns_round(std::string_view lemma) const {
    return against_.longest(std::span(&lemma, 1)).length > 0;
  }
  // Brings a body, a plan, a document into the world: "establish", "issue", "the launch".
  bool makes(std::string_view lemma, bool verb) const {
    return (verb ? making_verbs_ : making_nouns_).longest(std::span(&lemma, 1)).length > 0;
  }

 private:
  PhraseTable kinds_;
  PhraseTable steps_;
  PhraseTable circumstances_;
  PhraseTable light_;
  PhraseTable shared_;
  PhraseTable attitudes_;
  PhraseTable against_;
  PhraseTable making_verbs_;
  PhraseTable making_nouns_;
};

}  // namespace verbale
