// A record as large as is asked for, of reports that nobody wrote: words as frequent as they are in prose, some states
// and outlets in most of them, dates that grow denser. The same seed makes the same record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"

namespace verbale {

struct GeneratedPerson {
  std::string id;
  std::string name;
  int32_t state = 0;
};

struct GeneratedState {
  std::string code;
  std::string name;
};

// What the reports are made of; queries are made of it too. More frequent ones come first in each list.
struct GeneratedWorld {
  explicit GeneratedWorld(uint64_t seed);

  std::vector<std::string> words;
  std::vector<GeneratedState> states;
  std::vector<std::string> outlets;       // two a state, in the order of states
  std::vector<GeneratedPerson> persons;   // eight a state, in the order of states
  std::vector<std::string> frameworks;
  std::vector<std::string> places;
};

// Numbers that are the same on every machine.
class GeneratedChance {
 public:
  explicit GeneratedChance(uint64_t seed) : state_(seed * 2 + 1) {}
  uint64_t next();
  size_t below(size_t bound) { return static_cast<size_t>(next() >> 11) % bound; }
  double part() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
  // A place in a list of that size, the first ones most often: 1 / (n + 3), as words are.
  size_t frequent(size_t size);

 private:
  uint64_t state_;
};

struct GeneratedCounts {
  int64_t documents = 0;
  int64_t statements = 0;
  int64_t passages = 0;
};

// Writes it by the store's own way, as `verbale add` does.
Result<GeneratedCounts> write_generated_record(const std::string& path, const GeneratedWorld& world, int64_t documents,
                                               uint64_t seed);

}  // namespace verbale
