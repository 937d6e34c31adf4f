#include "phrases/wordings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "knowledge/words.h"
#include "phrases/name_key.h"
#include "phrases/phrase_borders.h"
#include "phrases/phrase_orders.h"

namespace verbale {
namespace {

uint64_t edge(int32_t node, int32_t word) {
  return static_cast<uint64_t>(node) << 32 | static_cast<uint32_t>(word);
}

std::string id_of(std::string_view wording) {
  std::string id;
  for (const std::string& word : split_words(wording)) {
    if (is_word_character(decode_utf8(word, 0).value)) id += (id.empty() ? "" : "-") + word;
  }
  return id;
}

// By whom those who had it first were followed: the first time that another state says it, and the
// first time that it does so alone.
std::vector<PhraseAdoption> adoptions_of(const PhraseLife& life,
                                         std::span<const Document* const> documents) {
  const auto first = std::ranges::find(life.uses, false, &PhraseUse::copy);
  if (first == life.uses.end()) return {};
  std::vector<PhraseAdoption> adoptions;
  std::set<std::string_view> joint(first->voices.begin(), first->voices.end());
  std::set<std::string_view> alone = joint;
  for (size_t i = static_cast<size_t>(first - life.uses.begin()); i < life.uses.size(); ++i) {
    const PhraseUse& use = life.uses[i];
    if (use.copy) continue;
    const std::string& side =
        documents[static_cast<size_t>(use.place.document)]->publication.side.value;
    for (const std::string& voice : use.voices) {
      const bool by_itself = use.voices.size() == 1 || voice == side;
      const bool fresh = by_itself ? alone.insert(voice).second
                                   : !alone.contains(voice) && joint.insert(voice).second;
      if (fresh) adoptions.push_back({voice, i, by_itself});
    }
  }
  return adoptions;
}

}  // namespace

int32_t Wordings::add_phrase(PhraseKind kind, int32_t known) {
  phrases_.push_back({kind, known, 0});
  return static_cast<int32_t>(phrases_.size()) - 1;
}

bool Wordings::add_wording(std::span<const int32_t> words, int32_t phrase) {
  int32_t node = 0;
  for (const int32_t word : words) {
    const auto [next, fresh] =
        edges_.try_emplace(edge(node, word), static_cast<int32_t>(ends_.size()));
    if (fresh) ends_.push_back(-1);
    node = next->second;
  }
  int32_t& end = ends_[static_cast<size_t>(node)];
  if (end >= 0 && end != phrase) return false;
  end = phrase;
  phrases_[static_cast<size_t>(phrase)].words =
      std::max(phrases_[static_cast<size_t>(phrase)].words, static_cast<int32_t>(words.size()));
  return true;
}

void Wordings::add_known() {
  for (size_t i = 0; i < knowledge_.set_phrases.phrases().size(); ++i)
    add_known(static_cast<int32_t>(i));
}

void Wordings::add_known(int32_t known) {
  const int32_t phrase = add_phrase(PhraseKind::Known, known);
  for (const std::string& variant :
       knowledge_.set_phrases.phrases()[static_cast<size_t>(known)].variants) {
    std::vector<int32_t> ids;
    for (const std::string& word : split_words(variant)) ids.push_back(text_.id_of(word));
    if (std::ranges::find(ids, -1) == ids.end()) add_wording(ids, phrase);
  }
}

void Wordings::add_found(std::span<const int32_t> words) {
  const int32_t phrase = add_phrase(PhraseKind::Found, -1);
  if (!add_wording(words, phrase)) phrases_.pop_back();
}

// Enumerations with the same elements, in whatever order, are one phrase.
void Wordings::add_lists(int32_t least_documents) {
  struct Group {
    std::set<int32_t> documents;
    std::set<std::vector<int32_t>> wordings;
  };
  std::map<std::vector<std::string>, Group> groups;
  for (const PhraseText::Sentence& at : text_.sentences()) {
    if (at.copy) continue;
    const Document& document = *text_.documents()[static_cast<size_t>(at.document)];
    const Sentence& sentence = document.sentences[static_cast<size_t>(at.sentence)];
    for (const ListInText& list : lists_of(document, knowledge_, sentence)) {
      std::vector<std::string> key;
      for (const TokenRange element : list.elements) key.push_back(folded_words(document, element));
      std::ranges::sort(key);
      Group& group = groups[key];
      group.documents.insert(at.document);
      const auto words =
          text_.words().subspan(static_cast<size_t>(at.first + list.words.first - at.word),
                                static_cast<size_t>(list.words.size()));
      group.wordings.emplace(words.begin(), words.end());
    }
  }
  for (const auto& [key, group] : groups) {
    if (static_cast<int32_t>(group.documents.size()) < least_documents) continue;
    const int32_t phrase = add_phrase(PhraseKind::List, -1);
    for (const std::vector<int32_t>& words : group.wordings) add_wording(words, phrase);
  }
}

std::vector<Wordings::Match> Wordings::matches() const {
  std::vector<Match> found;
  const std::span<const int32_t> words = text_.words();
  std::map<int32_t, int32_t> behind;  // phrase -> end of its last match
  for (int32_t start = 0; start < static_cast<int32_t>(words.size()); ++start) {
    int32_t node = 0;
    for (int32_t i = start;
         i < static_cast<int32_t>(words.size()) && words[static_cast<size_t>(i)] >= 0; ++i) {
      const auto next = edges_.find(edge(node, words[static_cast<size_t>(i)]));
      if (next == edges_.end()) break;
      node = next->second;
      const int32_t phrase = ends_[static_cast<size_t>(node)];
      if (phrase < 0) continue;
      // Of one phrase the longest wording that starts first.
      if (!found.empty() && found.back().phrase == phrase && found.back().place == start)
        found.pop_back();
      else if (const auto last = behind.find(phrase); last != behind.end() && start < last->second)
        continue;
      found.push_back({start, i + 1 - start, phrase});
      behind[phrase] = i + 1;
    }
  }
  return found;
}

// The innermost statement that says the words; nullptr: none does.
const Statement* Wordings::statement_at(int32_t index, Span span) const {
  constexpr int32_t kLooked = 64;  // contents that start before the words
  const Document& document = *text_.documents()[static_cast<size_t>(index)];
  std::vector<Said>& said = said_[index];
  if (said.empty()) {
    for (size_t i = 0; i < document.statements.size(); ++i) {
      for (const Span content : document.statements[i].content)
        said.push_back({content, static_cast<int32_t>(i)});
    }
    std::ranges::sort(said, {}, [](const Said& s) { return std::pair(s.content, s.statement); });
  }
  const Said* best = nullptr;
  auto at =
      std::ranges::upper_bound(said, span.begin, {}, [](const Said& s) { return s.content.begin; });
  for (int32_t i = 0; i < kLooked && at != said.begin(); ++i) {
    --at;
    if (at->content.contains(span) &&
        (best == nullptr || at->content.size() < best->content.size()))
      best = &*at;
  }
  return best == nullptr ? nullptr : &document.statements[static_cast<size_t>(best->statement)];
}

PhraseUse Wordings::use_at(const PhraseText::Sentence& sentence, Span span) const {
  const Document& document = *text_.documents()[static_cast<size_t>(sentence.document)];
  PhraseUse use;
  use.place = {sentence.document, span};
  use.copy = sentence.copy;
  std::set<std::string> voices;
  if (const Statement* statement = statement_at(sentence.document, span)) {
    for (const int32_t speaker : statement->speaker) {
      const Actor& actor = document.actors[static_cast<size_t>(speaker)];
      use.speakers.push_back(actor.id);
      if (actor.kind == ActorKind::State)
        voices.insert(actor.id);
      else if (!actor.state.empty())
        voices.insert(actor.state);
    }
  }
  if (voices.empty() && use.speakers.empty() && document.publication.side)
    voices.insert(document.publication.side.value);
  use.voices.assign(voices.begin(), voices.end());
  return use;
}

void Wordings::add_use(const Match& match, PhraseLife& life,
                       std::unordered_map<std::string, int32_t>& wordings) const {
  const PhraseText::Sentence& sentence = text_.sentence_at(match.place);
  const Document& document = *text_.documents()[static_cast<size_t>(sentence.document)];
  const TokenRange words = text_.words_of_document(match.place, match.length);
  const Span span = span_of(document, words);
  PhraseUse use = use_at(sentence, span);
  const auto [wording, fresh] = wordings.try_emplace(folded_words(document, words),
                                                     static_cast<int32_t>(life.wordings.size()));
  if (fresh) life.wordings.emplace_back(document.str(span));
  use.wording = wording->second;
  life.uses.push_back(std::move(use));
}

void Wordings::finish(PhraseLife& life, const Phrase& phrase) const {
  std::set<int32_t> documents;
  std::vector<int64_t> counts(life.wordings.size());
  for (const PhraseUse& use : life.uses) {
    if (use.copy) continue;
    documents.insert(use.place.document);
    ++counts[static_cast<size_t>(use.wording)];
  }
  life.adoptions = adoptions_of(life, text_.documents());
  life.documents = static_cast<int32_t>(documents.size());
  life.kind = phrase.kind;
  life.words = phrase.words;
  // Always words of the texts: the pack's own name for it may say what none of them does.
  size_t best = 0;
  for (size_t i = 1; i < counts.size(); ++i) {
    const bool shorter = life.wordings[i].size() < life.wordings[best].size();
    if (counts[i] > counts[best] || (counts[i] == counts[best] && shorter)) best = i;
  }
  life.phrase = life.wordings[best];
  life.id = id_of(life.phrase);
  if (phrase.known >= 0) {
    const SetPhrase& known = knowledge_.set_phrases.phrases()[static_cast<size_t>(phrase.known)];
    life.id = id_of(known.name);
    life.carrier = known.carrier;
    life.orders = orders_of_known(known, life, knowledge_, text_.documents());
  } else if (phrase.kind == PhraseKind::List) {
    life.orders = orders_of_list(life, text_.documents());
  }
}

std::vector<PhraseLife> Wordings::lives() const {
  std::vector<PhraseLife> lives(phrases_.size());
  std::vector<std::unordered_map<std::string, int32_t>> wordings(phrases_.size());
  for (const Match& match : matches()) {
    const size_t phrase = static_cast<size_t>(match.phrase);
    add_use(match, lives[phrase], wordings[phrase]);
  }
  std::vector<PhraseLife> out;
  for (size_t i = 0; i < lives.size(); ++i) {
    if (lives[i].uses.empty()) continue;
    finish(lives[i], phrases_[i]);
    out.push_back(std::move(lives[i]));
  }
  return out;
}

}  // namespace verbale
