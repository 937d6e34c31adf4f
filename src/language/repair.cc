#include "language/repair.h"

namespace verbale {
namespace {

bool is_subject(Deprel relation) { return relation == Deprel::nsubj || relation == Deprel::nsubj_pass; }

}  // namespace

void SubjectJoiner::mend(Document& document, const Sentence& sentence) {
  const int32_t first = sentence.tokens.first;
  by_head_.assign(static_cast<size_t>(sentence.tokens.size()), {});
  const auto hang = [&document](int32_t token, int32_t head, Deprel relation) {
    document.tokens[static_cast<size_t>(token)].head = head;
    document.tokens[static_cast<size_t>(token)].deprel = relation;
  };
  for (int32_t t = first; t < sentence.tokens.last; ++t) {
    const Token& token = document.tokens[static_cast<size_t>(t)];
    if (token.head <= t) continue;
    Subjects& subjects = by_head_[static_cast<size_t>(token.head - first)];
    if (token.deprel == Deprel::cc && subjects.first >= 0) {
      subjects.coordinator = t;
    } else if (is_subject(token.deprel) && subjects.first < 0) {
      subjects.first = t;
    } else if (is_subject(token.deprel) && subjects.coordinator < 0) {
      subjects.between = t;
    } else if (is_subject(token.deprel)) {
      hang(t, subjects.first, Deprel::conj);
      hang(subjects.coordinator, t, Deprel::cc);
      if (subjects.between >= 0) hang(subjects.between, subjects.first, Deprel::conj);
      subjects.coordinator = subjects.between = -1;
    }
  }
}

}  // namespace verbale
