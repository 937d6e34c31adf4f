// Every token gets an owner: the innermost statement whose content holds it, a topic, nobody
// (attribution, furniture), or nothing yet. What is left of a sentence that attributes nothing is
// narrative; of one that does, only what tells something by itself (a clause of its own, the
// meeting).
#include "clauses/units.h"

#include <algorithm>
#include <numeric>

#include "acts/words_at.h"
#include "clauses/words.h"

namespace verbale {
namespace {

constexpr int32_t kFree = -1;
constexpr int32_t kNobody = -2;

class UnitFinder {
 public:
  explicit UnitFinder(const Document& document)
      : document_(document),
        owners_(document.tokens.size(), kFree),
        topic_base_(static_cast<int32_t>(document.statements.size())) {}

  std::vector<UnitStretches> find() {
    own_furniture();
    own_statements();
    for (size_t i = 0; i < document_.topics.size(); ++i) own_topic(i);
    std::vector<UnitStretches> units;
    std::vector<int32_t> unit_of(static_cast<size_t>(topic_base_) + document_.topics.size(), -1);
    for (size_t i = 0; i < document_.sentences.size(); ++i)
      gather(static_cast<int32_t>(i), unit_of, units);
    return units;
  }

 private:
  int32_t& owner(int32_t token) { return owners_[static_cast<size_t>(token)]; }
  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }

  void own(TokenRange range, int32_t who, bool only_free = false) {
    for (int32_t i = std::max(range.first, 0); i < range.last; ++i) {
      if (!only_free || owner(i) == kFree) owner(i) = who;
    }
  }

  TokenRange tokens_of(Span span) const { return tokens_in(document_, span); }

  void own_furniture() {
    for (const Span span : document_.publication.furniture) own(tokens_of(span), kNobody);
    if (!document_.publication.dateline.evidence.empty()) own_dateline();
    own_byline();
  }

  // "(VOVWORLD) -"
  void own_byline() {
    const TokenRange range = tokens_of(document_.publication.outlet.evidence);
    if (range.first <= 0 || range.empty() || token(range.first - 1).lower != "(") return;
    own({range.first - 1, range.last}, kNobody);
  }

  // The place with the date and the agency that follow it, up to the dash.
  void own_dateline() {
    constexpr int32_t kLongest = 16;
    TokenRange range = tokens_of(document_.publication.dateline.evidence);
    const int32_t limit =
        std::min(range.last + kLongest, static_cast<int32_t>(document_.tokens.size()));
    for (int32_t i = range.last; i < limit; ++i) {
      const std::string_view word = token(i).lower;
      if (word != "--" && word != "—" && word != "–") continue;
      range.last = i + 1;
      break;
    }
    own(range, kNobody);
  }

  int depth(const Statement& statement) const {
    int depth = 0;
    constexpr int kDeepest = 50;
    for (int32_t up = statement.parent; up >= 0 && depth < kDeepest; ++depth) {
      up = document_.statements[static_cast<size_t>(up)].parent;
    }
    return depth;
  }

  // Outer statements first, so that inner ones and their attribution are cut out of them.
  void own_statements() {
    std::vector<std::pair<int, int32_t>> order;
    for (int32_t i = 0; i < topic_base_; ++i) {
      order.emplace_back(depth(document_.statements[static_cast<size_t>(i)]), i);
    }
    std::sort(order.begin(), order.end());
    for (const auto& [deep, i] : order) {
      const Statement& statement = document_.statements[static_cast<size_t>(i)];
      for (const Span span : statement.content) {
        const TokenRange range = tokens_of(span);
        for (int32_t k = range.first; k < range.last; ++k) {
          if (owner(k) != kNobody || deep > 0) owner(k) = i;
        }
      }
      own(statement.source_tokens, kNobody);
      own(statement.cue_tokens, kNobody);
      own(statement.to_tokens, kNobody);
    }
  }

  bool is_free(TokenRange range) {
    for (int32_t i = range.first; i < range.last; ++i) {
      if (owner(i) != kFree) return false;
    }
    return true;
  }

  // From its verb; where several topics hang on one verb, the first has it. A subject that is not
  // who talks
  // ("The meeting included ...") belongs to it.
  void own_topic(size_t index) {
    const Topic& topic = document_.topics[index];
    const TokenRange range = tokens_of(topic.text);
    const TokenRange sentence = document_.sentences[static_cast<size_t>(topic.sentence)].tokens;
    const int32_t subject_end = end_of_subject(topic, sentence, range.first);
    const int32_t limit = subject_end >= 0 ? subject_end : sentence.first;
    int32_t start = range.first;
    while (start > limit && owner(start - 1) == kFree && !is_edge(start - 1)) --start;
    while (start < range.first &&
           (token(start).lower == "also" || token(start).upos == Upos::CCONJ))
      ++start;
    if (start == limit || (subject_end >= 0 && start > range.first - 1))
      own({sentence.first, limit}, kNobody, true);
    const int32_t who = topic_base_ + static_cast<int32_t>(index);
    // "The drought topped the agenda": a topic that is the subject keeps its verb.
    const bool is_subject = topic.made_by == "topic.agenda" && start == sentence.first;
    const int32_t end = is_subject ? sentence.last : range.last;
    for (int32_t i = start; i < end; ++i) {
      if (owner(i) == kFree) owner(i) = who;
    }
  }

  // One past the subject of the topic's verb where that is who talks; -1: something else is.
  int32_t end_of_subject(const Topic& topic, TokenRange sentence, int32_t limit) const {
    if (topic.by_tokens.empty() || topic.by_tokens.first < sentence.first ||
        topic.by_tokens.last > limit)
      return -1;
    for (int32_t i = topic.by_tokens.first; i < topic.by_tokens.last; ++i) {
      const Deprel relation = token(i).deprel;
      if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
      int32_t end =
          topic.by_tokens.last;  // with what hangs on it: "the President | of the Republic"
      while (end < limit && token(end).head >= topic.by_tokens.first && token(end).head < end &&
             token(end).upos != Upos::VERB)
        ++end;
      while (end < limit && token(end).upos == Upos::ADP) ++end, ++end;
      return end_of_joined(std::min(end, limit), limit);
    }
    return -1;
  }

  // Past a subject that goes on: "The Presidents of Chad [and the Central African Republic]".
  int32_t end_of_joined(int32_t end, int32_t limit) const {
    if (end >= limit || token(end).lower != "and") return end;
    for (int32_t i = end + 1; i < limit; ++i) {
      const Upos tag = token(i).upos;
      if (tag == Upos::VERB || tag == Upos::AUX || tag == Upos::ADV) return i;
      if (tag == Upos::PUNCT) break;
    }
    return end;
  }

  // What a topic's verb does not reach over: a comma, a joint.
  bool is_edge(int32_t i) const {
    return token(i).lower == "," || token(i).lower == ";" || token(i).lower == "and";
  }

  void gather(int32_t index, std::vector<int32_t>& unit_of, std::vector<UnitStretches>& units) {
    const TokenRange sentence = document_.sentences[static_cast<size_t>(index)].tokens;
    const bool narrative = is_narrative(sentence);
    int32_t narrative_unit = -1;
    for (int32_t i = sentence.first; i < sentence.last;) {
      int32_t end = i + 1;
      while (end < sentence.last && owner(end) == owner(i)) ++end;
      const TokenRange stretch{i, end};
      const int32_t who = owner(i);
      i = end;
      if (who == kNobody || !says_something(stretch)) continue;
      if (who == kFree && !narrative && !tells_by_itself(stretch)) continue;
      int32_t& unit = who == kFree ? narrative_unit : unit_of[static_cast<size_t>(who)];
      if (unit < 0) {
        unit = static_cast<int32_t>(units.size());
        units.push_back({make_unit(who, index), {}});
      }
      units[static_cast<size_t>(unit)].stretches.push_back(stretch);
    }
  }

  Unit make_unit(int32_t who, int32_t sentence) const {
    Unit unit;
    unit.sentence = sentence;
    if (who == kFree) return unit;
    if (who < topic_base_) {
      unit.kind = UnitKind::Statement;
      unit.statement = who;
      unit.speakers = document_.statements[static_cast<size_t>(who)].speaker;
    } else {
      unit.kind = UnitKind::Topic;
      unit.topic = who - topic_base_;
      unit.speakers = document_.topics[static_cast<size_t>(unit.topic)].by;
    }
    return unit;
  }

  bool says_something(TokenRange stretch) const {
    for (int32_t i = stretch.first; i < stretch.last; ++i) {
      if (is_content_word(document_, i)) return true;
    }
    return false;
  }

  bool is_narrative(TokenRange sentence) {
    int32_t furniture = 0;
    for (int32_t i = sentence.first; i < sentence.last; ++i) {
      if (owner(i) >= 0) return false;
      furniture += owner(i) == kNobody ? 1 : 0;
    }
    return furniture < sentence.size();
  }

  // A stretch beside an attribution: a clause with a subject of its own, or words that establish a
  // meeting.
  bool tells_by_itself(TokenRange stretch) const {
    bool verb = false;
    bool subject = false;
    for (int32_t i = stretch.first; i < stretch.last; ++i) {
      subject |= token(i).deprel == Deprel::nsubj || token(i).deprel == Deprel::nsubj_pass;
      verb |= token(i).upos == Upos::VERB && token(i).verb != VerbForm::None;
    }
    if (verb && subject) return true;
    const Span span = document_.span_of(stretch);
    return std::ranges::any_of(document_.meetings, [&](const Meeting& meeting) {
      return span.contains(meeting.text) || (meeting.text.contains(span) && stretch.size() > 2);
    });
  }

  const Document& document_;
  std::vector<int32_t> owners_;
  int32_t topic_base_;
};

}  // namespace

std::vector<UnitStretches> find_units(const Document& document) {
  return UnitFinder(document).find();
}

}  // namespace verbale
