#include "answers/phrases_asked.h"

namespace verbale {
namespace {

template <class Item>
void cut_to(std::vector<Item>& items, int64_t limit) {
  if (limit >= 0 && static_cast<size_t>(limit) < items.size())
    items.resize(static_cast<size_t>(limit));
}

}  // namespace

std::vector<PhraseLife> phrases_asked(std::span<const Document* const> documents,
                                      const Knowledge& knowledge, const PhraseQuestion& question) {
  PhraseRequest request;
  request.least_documents = question.least_documents;
  request.find = question.kind != "known";
  request.threads = question.threads;
  std::vector<PhraseLife> lives = find_phrases(documents, knowledge, request);
  if (!question.kind.empty()) {
    std::erase_if(lives,
                  [&](const PhraseLife& life) { return to_string(life.kind) != question.kind; });
  }
  cut_to(lives, question.limit);
  return lives;
}

std::vector<NamedThing> names_asked(std::span<const Document* const> documents,
                                    const Knowledge& knowledge, int64_t limit) {
  std::vector<NamedThing> things = find_named_things(documents, knowledge);
  cut_to(things, limit);
  return things;
}

}  // namespace verbale
