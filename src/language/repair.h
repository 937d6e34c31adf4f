// Mends what a greedy parser gets wrong although no English tree can be so.
#pragma once

#include <vector>

#include "record/document.h"

namespace verbale {

// A head has one subject. Where the parser hung several on it and a coordinator stands between them
// ("the Minister and the Ambassador met"), they are conjuncts: the later ones hang on the first.
// Linear in the sentence; keeps its buffers from sentence to sentence.
class SubjectJoiner {
 public:
  void mend(Document& document, const Sentence& sentence);

 private:
  struct Subjects {
    int32_t first = -1;
    int32_t coordinator = -1;  // the last one after `first`
    int32_t between = -1;      // a subject between `first` and the coordinator
  };
  std::vector<Subjects> by_head_;
};

}  // namespace verbale
