#include "topics/topics.h"

#include <algorithm>

#include "actors/resolve.h"
#include "topics/joined_phrases.h"
#include "topics/clause_edges.h"
#include "topics/talk.h"

namespace verbale {
namespace {

// A gap in a cue ("brief * on") takes up to this many words.
constexpr int32_t kLongestGap = 6;

class TopicFinder {
 public:
  TopicFinder(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), words_(document), edges_(knowledge, words_) {}

  void find() {
    mark_statements();
    for (size_t i = 0; i < document_.sentences.size(); ++i) {
      sentence_ = static_cast<int32_t>(i);
      const TokenRange tokens = document_.sentences[i].tokens;
      if (!has_main_verb(words_, tokens)) continue;
      for (int32_t token = tokens.first; token < tokens.last; ++token) {
        if (!taken_[static_cast<size_t>(token)]) try_cues(token, tokens);
      }
    }
    std::stable_sort(document_.topics.begin(), document_.topics.end(),
                     [](const Topic& a, const Topic& b) { return a.text.begin < b.text.begin; });
  }

 private:
  void mark_statements();
  void mark(TokenRange range) {
    for (int32_t i = range.first; i < range.last; ++i) taken_[static_cast<size_t>(i)] = true;
  }
  bool try_cues(int32_t token, TokenRange sentence);
  int32_t match(const TopicCue& cue, int32_t token, int32_t end) const;
  bool excluded(int32_t token, TokenRange sentence) const;
  bool is_passive(int32_t token, TokenRange sentence, int32_t* auxiliary) const;
  int32_t end_of_topic(int32_t start, TokenRange sentence) const;
  int32_t start_of_subject(int32_t verb, TokenRange sentence) const;
  bool closes(int32_t i, int32_t start, TokenRange sentence) const;
  bool is_finite_clause(int32_t start, TokenRange sentence) const;
  bool is_persons_clause(int32_t start, TokenRange sentence) const;
  bool in_person(int32_t token) const;
  TokenRange over_mention(TokenRange subject) const;
  bool opens_with_date(int32_t token) const;
  TokenRange over_list(TokenRange subject, TokenRange around) const;
  TokenRange subject_of(int32_t cue, TokenRange sentence) const;
  void add(TokenRange range, int32_t cue, TokenRange sentence, bool passive, std::string_view rule);
  int32_t end_of_phrase(int32_t start, int32_t end) const;
  bool is_topic(TokenRange phrase) const;

  Document& document_;
  const Knowledge& knowledge_;
  WordsAt words_;
  ClauseEdges edges_;
  int32_t sentence_ = -1;
  std::vector<std::pair<int32_t, int32_t>> cues_;  // first token of a statement's cue, and the statement; sorted
  std::vector<bool> taken_;  // tokens of cues and contents of statements, and of topics found
};

void TopicFinder::mark_statements() {
  taken_.assign(document_.tokens.size(), false);
  for (size_t i = 0; i < document_.statements.size(); ++i) {
    const Statement& statement = document_.statements[i];
    mark(statement.cue_tokens);
    for (const Span piece : statement.content) mark(tokens_in(document_, piece));
    if (!statement.cue_tokens.empty()) cues_.emplace_back(statement.cue_tokens.first, static_cast<int32_t>(i));
  }
  std::sort(cues_.begin(), cues_.end());
}

// The token after the cue that starts at `token`; -1: it does not stand there.
int32_t TopicFinder::match(const TopicCue& cue, int32_t token, int32_t end) const {
  int32_t at = token;
  for (size_t i = 0; i < cue.words.size(); ++i) {
    if (cue.words[i] != "*") {
      if (i > 0) {
        while (at < end && words_.at(at).upos == Upos::ADV && words_.lemma(at) != cue.words[i]) ++at;
      }
      if (at >= end || words_.lemma(at) != cue.words[i]) return -1;
      ++at;
      continue;
    }
    const int32_t last = std::min(end, at + kLongestGap + 1);
    // "a conversation was held on": a noun's phrase is over at its verb.
    const bool noun = words_.at(token).upos == Upos::NOUN;
    while (at < last && words_.lemma(at) != cue.words[i + 1] && !words_.is_comma(at) &&
           !(noun && words_.is_finite(at) && words_.is_verb(at))) {
      ++at;
    }
    if (at >= last || words_.lemma(at) != cue.words[i + 1]) return -1;
  }
  return at;
}

// Plans and what others might talk about are no topics of this talk.
bool TopicFinder::excluded(int32_t token, TokenRange sentence) const {
  for (int32_t i = token - 1; i >= sentence.first && i >= token - 4; --i) {
    if (words_.at(i).verb == VerbForm::Modal || words_.is(i, "'ll")) return true;
    if (!words_.is_adverb(i) && words_.lemma(i) != "be" && !words_.is(i, "to") && !words_.is(i, "and") &&
        !words_.is_verb(i)) {
      break;
    }
  }
  return edges_.under_modal(token, sentence);
}

bool TopicFinder::is_passive(int32_t token, TokenRange sentence, int32_t* auxiliary) const {
  if (!words_.is_verb(token)) return false;
  for (int32_t i = token - 1; i >= sentence.first && i >= token - 4; --i) {
    if (words_.lemma(i) == "be") {
      *auxiliary = i;
      if (i > sentence.first && words_.is_any(i - 1, {"has", "have", "had"})) *auxiliary = i - 1;
      return true;
    }
    if (!words_.is_adverb(i)) return false;
  }
  return false;
}

// "..., and Deputy Adviser to the President NAME spoke": behind the whole name stands a verb.
bool TopicFinder::is_persons_clause(int32_t start, TokenRange sentence) const {
  const auto after = std::ranges::upper_bound(document_.names, start, {}, [](const Name& name) { return name.tokens.first; });
  if (after == document_.names.begin() || (after - 1)->kind != NameKind::Person || !(after - 1)->tokens.contains(start)) return false;
  const int32_t verb = words_.skip_adverbs((after - 1)->tokens.last, sentence.last);
  return verb < sentence.last && words_.is_verb(verb) && words_.is_finite(verb);
}

bool TopicFinder::is_finite_clause(int32_t start, TokenRange sentence) const {
  if (is_persons_clause(start, sentence)) return true;
  const int32_t reach = std::min(sentence.last, start + 8);
  for (int32_t i = start; i < reach; ++i) {
    if (words_.is_any(i, {",", ";", "which", "who", "that", "to", "including", "where", "how", "why", "whose", "what"}) ||
        words_.is_preposition(i)) {
      return false;
    }
    if (!words_.is_finite(i) || !words_.is_verb(i)) continue;
    // The tagger takes nouns in -s for verbs: of present forms only helpers and verbs of saying count.
    if (edges_.opens_contact_clause(start, i)) return false;
    const VerbForm form = words_.at(i).verb;
    return form == VerbForm::Past || form == VerbForm::Modal || words_.at(i).upos == Upos::AUX ||
           knowledge_.cues.form(words_.lower(i)) != nullptr;
  }
  return false;
}

// Whether the topic that began at `start` is over before token `i`.
bool TopicFinder::closes(int32_t i, int32_t start, TokenRange sentence) const {
  if (words_.is_any(i, {";", ".", "?", "!"})) return true;
  if (words_.is_comma(i)) {
    const int32_t next = words_.skip_adverbs(i + 1, sentence.last);
    if (words_.is_any(next, {"which", "who", "where", "with", "while", "whereas", "during", "after", "before", "following"})) return true;
    // "..., noting that": a participle with a complement of its own, and no modifier of a noun.
    const int32_t after = next + 1;
    const bool complement = words_.at(after).upos == Upos::DET || words_.at(after).upos == Upos::PRON ||
                            words_.is_any(after, {"that", "to", "their", "its"}) || words_.is_preposition(after);
    if (words_.is_gerund(next) && !words_.is_any(next, {"including", "ensuring"}) &&
        (complement || knowledge_.cues.form(words_.lower(next)) != nullptr)) {
      return true;
    }
    const int32_t clause = words_.is_any(next, {"and", "but"}) ? next + 1 : next;
    return is_finite_clause(clause, sentence);
  }
  if (words_.is_any(i, {"and", "but"})) {
    if (words_.is(i + 1, "to") && words_.is_base_verb(i + 2)) return true;
    return is_finite_clause(i + 1, sentence) && !edges_.in_contact_clause(start, i) && !edges_.joins_subjects(start, i);
  }
  if (words_.is(i, "with") && words_.is_any(i + 1, {"an", "a", "both"}) &&
      words_.is_any(i + 2, {"emphasis", "focus", "sides"})) {
    return true;
  }
  return words_.is_any(i, {"during", "when", "while", "because"}) && i > start + 1;
}

int32_t TopicFinder::end_of_topic(int32_t start, TokenRange sentence) const {
  // A statement that begins in the sentence ends the topic at its source or cue.
  int32_t limit = sentence.last;
  const auto after = [](int32_t at, const std::pair<int32_t, int32_t>& cue) { return at < cue.first; };
  const auto next = std::upper_bound(cues_.begin(), cues_.end(), start, after);
  if (next != cues_.end() && next->first < limit) {
    const Statement& statement = document_.statements[static_cast<size_t>(next->second)];
    limit = next->first;
    if (!statement.source_tokens.empty() && statement.source_tokens.first > start) {
      limit = std::min(limit, statement.source_tokens.first);
    }
  }
  // "how farmers, fishermen, and traders can": the clause has the verb.
  const bool clause = words_.is_any(start, {"how", "whether", "why"});
  for (int32_t i = start; i < limit; ++i) {
    const bool joint = words_.is_comma(i) || words_.is(i, "and");
    const bool told = words_.is_comma(i) && words_.at(i + 1).verb == VerbForm::Past;  // "how ..., marked the day"
    if (clause && joint && !told && !words_.is_any(i + 1, {"which", "who", "with", "while"})) continue;
    if (closes(i, start, {sentence.first, sentence.last})) return i;
  }
  return limit;
}

int32_t TopicFinder::start_of_subject(int32_t verb, TokenRange sentence) const {
  for (int32_t i = verb - 1; i >= sentence.first; --i) {
    if (words_.is_any(i, {";", ":"})) return i + 1;
    // "..., and X was discussed": a finite verb further left belongs to another clause.
    if (words_.is_finite(i) && words_.is_verb(i)) {
      if (const int32_t relative = edges_.opens_relative(i, sentence); relative >= 0) {
        i = relative;
        continue;
      }
      for (int32_t j = i + 1; j < verb; ++j) {
        if (words_.is_any(j, {"and", ","})) return words_.is(j + 1, "and") ? j + 2 : j + 1;
      }
      return verb;
    }
  }
  // "During the meeting, X was discussed"
  const Upos tag = words_.at(sentence.first).upos;
  if (tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::ADV || words_.is_any(sentence.first, {"given", "considering", "following"})) {
    for (int32_t i = sentence.first; i < verb; ++i) {
      if (words_.is_comma(i)) return i + 1;
    }
  }
  return sentence.first;
}

bool TopicFinder::in_person(int32_t token) const {
  const auto after = std::ranges::upper_bound(document_.names, token, {}, [](const Name& name) { return name.tokens.first; });
  return after != document_.names.begin() && (after - 1)->tokens.contains(token) && (after - 1)->kind == NameKind::Person;
}

// The rest of a list of names that the parser cut: "Mr. Silva, Mr. Cruz and | Ms. Otieno | discussed". Only names,
// titles, commas and "and" may stand in it.
TokenRange TopicFinder::over_list(TokenRange subject, TokenRange around) const {
  const auto listed = [this](int32_t i) {
    const Upos tag = words_.at(i).upos;
    return tag == Upos::PROPN || tag == Upos::DET || words_.is_any(i, {",", "and", "."}) || in_person(i) ||
           knowledge_.speakers.kind(words_.lower(i)) != SpeakerKind::None;
  };
  if (words_.at(subject.last - 1).upos != Upos::PROPN) return subject;
  int32_t first = subject.first;
  while (first > around.first && listed(first - 1)) --first;
  while (first < subject.first && words_.is_any(first, {",", "and", "."})) ++first;
  int32_t last = subject.last;
  while (last < around.last && listed(last)) ++last;
  const bool to_verb = last == around.last || words_.is_verb(last) || words_.is_adverb(last);
  return {first, to_verb ? last : subject.last};
}

// "The President | of Russia": all of the mention that the subject's words stand in.
TokenRange TopicFinder::over_mention(TokenRange subject) const {
  if (subject.empty()) return subject;
  constexpr int32_t kLongestMention = 30;
  const int32_t head = subject.last - 1;
  auto it = std::ranges::lower_bound(document_.mentions, head - kLongestMention, {},
                                     [](const Mention& mention) { return mention.tokens.first; });
  for (; it != document_.mentions.end() && it->tokens.first <= head; ++it) {
    if (it->tokens.contains(head)) subject.last = std::max(subject.last, it->tokens.last);
  }
  return subject;
}

// "the conversation on March 18": a day and no topic.
bool TopicFinder::opens_with_date(int32_t token) const {
  const uint32_t begin = words_.at(token).span.begin;
  return std::ranges::any_of(document_.quantities, [&](const Quantity& quantity) {
    return quantity.kind == QuantityKind::Date && quantity.text.begin == begin;
  });
}

// Who talks: the subject of the cue's verb, or of the verb that it hangs on; empty where there is none.
TokenRange TopicFinder::subject_of(int32_t cue, TokenRange sentence) const {
  constexpr int32_t kReach = 100;
  sentence = {std::max(sentence.first, cue - kReach), std::min(sentence.last, cue + kReach)};
  int32_t verb = cue;
  for (int step = 0; step < 5 && verb >= sentence.first && verb < sentence.last; ++step) {
    for (int32_t i = sentence.first; i < sentence.last; ++i) {
      if (words_.at(i).head != verb || words_.at(i).deprel != Deprel::nsubj) continue;
      int32_t first = i;
      for (int32_t j = sentence.first; j < i; ++j) {
        if (words_.at(j).head == i && j < first) first = j;
      }
      return over_list({first, i + 1}, {sentence.first, cue});
    }
    verb = words_.at(verb).head;
  }
  return {};
}

// A date or a bare pronoun is not what was talked about ("talks on Tuesday", "discussed it").
bool TopicFinder::is_topic(TokenRange phrase) const {
  bool noun = false;
  for (int32_t i = phrase.first; i < phrase.last; ++i) noun |= words_.is_noun(i) || words_.is_gerund(i);
  if (!noun) return false;
  const Span text = document_.span_of(phrase);
  for (const Quantity& quantity : document_.quantities) {
    const bool time = quantity.kind == QuantityKind::Date || quantity.kind == QuantityKind::Duration;
    if (time && (quantity.text.contains(text) || quantity.text.begin == text.begin)) return false;
  }
  if (words_.is_any(phrase.first + 1, {"evening", "morning", "afternoon", "night", "occasion", "sidelines", "margins", "initiative"}) &&
      words_.at(phrase.first).upos == Upos::DET) {
    return false;
  }
  return !words_.is_any(phrase.first, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                       "himself", "itself", "themselves"});
}

void TopicFinder::add(TokenRange range, int32_t cue, TokenRange sentence, bool passive, std::string_view rule) {
  const TokenRange subject = passive ? TokenRange{} : over_mention(subject_of(cue, sentence));
  std::vector<int32_t> by = resolve_subject(document_, subject);
  const bool we = subject.size() == 1 && words_.is(subject.first, "we");
  if (we && !document_.cast.joint_statement && document_.cast.principals.size() > 1) by = document_.cast.principals;
  if (by.empty()) by = document_.cast.principals;
  if (by.empty()) by = document_.cast.states;
  for (const TokenRange phrase : split_phrases(document_, knowledge_, words_, range)) {
    if (!is_topic(phrase)) continue;
    Topic topic;
    topic.by = by;
    topic.text = document_.span_of(phrase);
    topic.sentence = sentence_;
    topic.by_tokens = subject;
    topic.made_by = rule;
    document_.topics.push_back(std::move(topic));
    mark(phrase);
  }
}

// "the exchange of views on X | was continued": behind a noun the topic ends at the verb of the noun.
int32_t TopicFinder::end_of_phrase(int32_t start, int32_t end) const {
  for (int32_t i = start + 1; i < end; ++i) {
    if (words_.is_any(i, {"which", "who", "that", "how", "where", "what"})) return end;
    if (words_.at(i).upos == Upos::AUX && words_.is_finite(i) && !edges_.in_contact_clause(start, i)) return i;
  }
  return end;
}

bool TopicFinder::try_cues(int32_t token, TokenRange sentence) {
  for (const TopicCue& cue : knowledge_.topic_cues.starting_with(words_.lemma(token))) {
    const int32_t after = match(cue, token, sentence.last);
    if (after < 0 || excluded(token, sentence) || !tells_of_talk(knowledge_, words_, token, sentence)) continue;
    int32_t auxiliary = token;
    const bool passive = is_passive(token, sentence, &auxiliary);
    if (cue.frame == TopicFrame::After) {
      const bool verb_cue = words_.at(token).upos == Upos::VERB;
      if (passive && cue.words.size() == 1) continue;
      if (!verb_cue && cue.words.size() == 1) continue;
      int32_t start = after;
      while (words_.is_adverb(start) && !words_.is_any(start, {"how", "why", "where", "when"})) ++start;
      if (words_.is(start, "in") && words_.is_any(start + 1, {"depth", "detail"})) start += 2;
      if (words_.is(start, "at") && words_.is(start + 1, "length")) start += 2;
      start = edges_.skip_manner(edges_.skip_occasion(start, sentence));
      if (start >= sentence.last || taken_[static_cast<size_t>(start)]) continue;
      if (!words_.opens_noun_phrase(start) && !words_.is_gerund(start) && !edges_.opens_with_participle(start) &&
          !words_.is_any(start, {"how", "whether", "what", "why"})) {
        continue;
      }
      if (opens_with_date(start)) continue;
      int32_t end = end_of_topic(start, sentence);
      if (!verb_cue) end = std::min(end, end_of_phrase(start, end));
      mark({token, after});
      add({start, end}, token, sentence, false, "topic.after-cue");
      return true;
    }
    if ((cue.frame == TopicFrame::Passive) != passive) continue;
    const int32_t start = start_of_subject(auxiliary, sentence);
    if (start >= auxiliary) continue;
    int32_t end = start + 1;
    while (end < auxiliary && !(words_.is_comma(end) && words_.is_any(end + 1, {"which", "who"}))) ++end;
    add({start, end}, token, sentence, true,
        cue.frame == TopicFrame::Passive ? "topic.passive" : "topic.agenda");
    return true;
  }
  return false;
}

}  // namespace

void find_topics(Document& document, const Knowledge& knowledge) {
  TopicFinder(document, knowledge).find();
}

}  // namespace verbale
