// What a clause is about: the thing, without the verb, its circumstances and those who act.
#pragma once

#include <vector>

#include "acts/words_at.h"
#include "ledger/candidates.h"

namespace verbale {

struct Core {
  TokenRange tokens;  // the words of the thing
  TokenRange head;    // its first noun phrase
  std::vector<CoreFeature> features;
  bool bare = false;  // no noun: the words of its verbs stand for it
};

class CoreFinder {
 public:
  CoreFinder(const Document& document, const WordsAt& words, const LedgerTools& tools)
      : document_(document), words_(words), tools_(tools) {}

  Core find(const Clause& clause) const;

  // The feature's key; of a compound word that of the whole ("people-to-people").
  std::string key_of(const Feature& feature) const;

  bool is_slight(int32_t token) const;  // people, leaders, new, joint
  bool is_shared(int32_t token) const;  // cooperation, exchange
  bool is_actor(int32_t token) const;   // in a name of somebody: Vietnam, Vietnamese
  bool is_anchor(int32_t token) const;  // what is built or runs: a railway

 private:
  int32_t begin_of(const Clause& clause) const;
  int32_t skip_actor(int32_t token, TokenRange tokens) const;
  bool leads_on(int32_t token, TokenRange tokens) const;
  bool tells_manner(int32_t token, int32_t end) const;
  int32_t end_of(int32_t begin, const Clause& clause) const;
  TokenRange head_of(const Clause& clause, int32_t begin, int32_t end) const;
  bool is_telling(const Clause& clause, TokenRange phrase) const;
  int32_t next_phrase(int32_t start, TokenRange tokens) const;

  int32_t end_of_phrase(int32_t start, int32_t end) const;
  bool is_office(int32_t token) const;
  bool is_about(const Feature& feature, bool verbs) const;
  double share_of(const Feature& feature, bool head, bool shared) const;
  bool has_anchor(TokenRange phrase) const;
  bool is_in_other_name(int32_t token) const;
  bool is_framework(int32_t token) const;
  bool is_ordinal(int32_t token) const;
  void take(const Clause& clause, bool verbs, Core& core) const;

  const Document& document_;
  const WordsAt& words_;
  const LedgerTools& tools_;
};

}  // namespace verbale
