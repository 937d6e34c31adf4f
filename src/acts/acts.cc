#include "acts/acts.h"

#include <algorithm>

#include "acts/complement.h"
#include "acts/sides.h"

namespace verbale {
namespace {

TokenRange content_tokens(const Document& document, const Statement& statement) {
  if (statement.content.empty()) return {};
  const TokenRange first = tokens_in(document, statement.content.front());
  const TokenRange last = tokens_in(document, statement.content.back());
  return {first.first, std::max(first.last, last.last)};
}

class ActJudge {
 public:
  ActJudge(const Document& document, const Knowledge& knowledge)
      : document_(document),
        knowledge_(knowledge),
        words_(document),
        reader_(document, knowledge, words_),
        sides_(document, knowledge, words_) {}

  Act judge(const Statement& statement) const {
    const TokenRange content = content_tokens(document_, statement);
    const Complement complement = reader_.read(content);
    if (statement.cue.empty()) return unmarked(statement, complement);
    const ActClass kind = cue_class(statement).value_or(ActClass::Say);
    return by_class(statement, kind, complement);
  }

 private:
  std::optional<ActClass> cue_class(const Statement& statement) const;
  Act by_class(const Statement& statement, ActClass kind, const Complement& complement) const;
  Act unmarked(const Statement& statement, const Complement& complement) const;
  Act of_clause(const Statement& statement, const Complement& complement) const;
  Act of_noun(const Statement& statement, ActClass kind, const Complement& complement) const;
  Act asked_clause(const Statement& statement, const Complement& complement) const;
  bool tells_own_side(const Statement& statement) const;
  std::optional<ActClass> inner_class(const Complement& complement) const;
  bool binds_later(const Statement& statement, const Complement& complement) const;

  const Document& document_;
  const Knowledge& knowledge_;
  WordsAt words_;
  ComplementReader reader_;
  Sides sides_;
};

// The cue as a phrase, else its noun ("expressed his belief"), its adjective, its verb.
std::optional<ActClass> ActJudge::cue_class(const Statement& statement) const {
  const TokenRange cue = statement.cue_tokens;
  const std::optional<ActClass> phrase = knowledge_.act_words.find(ActPart::Verb, words_.lemmas(cue.first, cue.last));
  for (int32_t i = cue.last - 1; i > cue.first; --i) {
    if (!words_.is_noun(i) && words_.at(i).upos != Upos::ADJ && !words_.is_verb(i)) continue;
    const std::optional<ActClass> noun = knowledge_.act_words.find(ActPart::Noun, words_.lemma(i));
    if (noun && words_.is_noun(i)) return noun;
    const std::optional<ActClass> adjective = knowledge_.act_words.find(ActPart::Adjective, words_.lower(i));
    if (adjective && (words_.at(i).upos == Upos::ADJ || words_.at(i).verb == VerbForm::PastParticiple)) return adjective;
    if (noun) return noun;
  }
  if (cue.size() == 1) {
    const std::optional<ActClass> adjective = knowledge_.act_words.find(ActPart::Adjective, words_.lower(cue.first));
    if (adjective && !phrase) return adjective;
  }
  if (phrase) return phrase;
  for (int32_t i = cue.last - 1; i >= cue.first; --i) {
    const std::optional<ActClass> verb = knowledge_.act_words.find(ActPart::Verb, words_.lemma(i));
    if (verb) return verb;
  }
  return std::nullopt;
}

// "asked their ministers to", "called on relevant agencies to": between cue and content stand one's own people.
bool ActJudge::tells_own_side(const Statement& statement) const {
  if (!statement.to.empty() || statement.content.empty()) return false;
  const TokenRange content = tokens_in(document_, statement.content.front());
  for (int32_t i = statement.cue_tokens.last; i < content.first; ++i) {
    const bool possessed = words_.is_any(i, {"our", "their", "its", "his", "her", "my", "relevant"});
    if (!possessed) continue;
    for (int32_t j = i + 1; j < content.first; ++j) {
      if (knowledge_.commitment_words.has(CommitmentClass::Own, words_.lemma(j))) return true;
    }
  }
  return false;
}

Act ActJudge::by_class(const Statement& statement, ActClass kind, const Complement& complement) const {
  const bool clause = complement.shape == Shape::Clause;
  switch (kind) {
    case ActClass::Believe:
      return clause && complement.must ? of_clause(statement, complement) : Act::Assertive;
    case ActClass::Express:
      return Act::Expressive;
    case ActClass::Order:
    case ActClass::Accept:
      return clause && kind == ActClass::Accept ? Act::Assertive : Act::Commissive;
    case ActClass::Ask:
    case ActClass::Invite:
      return kind == ActClass::Ask && tells_own_side(statement) ? Act::Commissive : Act::Directive;
    case ActClass::Hope:
      return asked_clause(statement, complement);
    case ActClass::Declare:
      return Act::Declarative;
    case ActClass::Agree:
      if (!clause) return Act::Commissive;
      return complement.will || complement.must || complement.willing ? Act::Commissive : Act::Assertive;
    case ActClass::Commit:
      if (clause || complement.shape != Shape::Noun) return Act::Commissive;
      return knowledge_.commitment_words.has(CommitmentClass::Action, words_.lemma(complement.noun))
                 ? Act::Commissive : Act::Assertive;
    case ActClass::Willing:
      return Act::Commissive;
    default:
      break;
  }
  if (clause) return of_clause(statement, complement);
  if (complement.shape == Shape::Noun) return of_noun(statement, kind, complement);
  return complement.shape == Shape::Infinitive ? Act::Commissive : Act::Assertive;
}

// A hope or an expectation asks where somebody else is to act.
Act ActJudge::asked_clause(const Statement& statement, const Complement& complement) const {
  if (complement.shape != Shape::Clause) return Act::Assertive;
  const Side side = sides_.of(statement, complement.subject).side;
  if (side == Side::Thing || side == Side::Own) return Act::Assertive;
  return complement.past ? Act::Assertive : Act::Directive;
}

Act ActJudge::of_noun(const Statement& statement, ActClass kind, const Complement& complement) const {
  if (!complement.noun_class) return Act::Assertive;
  switch (*complement.noun_class) {
    case ActClass::Express:
      return Act::Expressive;
    case ActClass::Willing:
      return Act::Commissive;
    case ActClass::Commit:
      return complement.willing || complement.deed == Shape::Gerund ? Act::Commissive : Act::Assertive;
    case ActClass::Plan:
      return complement.willing && kind != ActClass::Stress ? Act::Commissive : Act::Assertive;
    case ActClass::Need: {
      if (complement.subject.empty() || complement.deed != Shape::Infinitive) return Act::Assertive;
      return sides_.of(statement, complement.subject).side == Side::Other ? Act::Directive : Act::Assertive;
    }
    case ActClass::Ask:
      return Act::Directive;
    case ActClass::Aid:
      // What is announced will be given; what is only described has been.
      return kind == ActClass::Announce || words_.is_any(complement.noun - 1, {"additional", "new", "further"}) ||
                     words_.is_any(complement.tokens.first, {"additional", "new", "further"})
                 ? Act::Commissive : Act::Assertive;
    default:
      return Act::Assertive;
  }
}

// The class of the verb of a clause: "said he appreciates", "said China proposes".
std::optional<ActClass> ActJudge::inner_class(const Complement& complement) const {
  if (complement.passive || complement.verb < 0) return std::nullopt;
  return knowledge_.act_words.find(ActPart::Verb, words_.lemmas(complement.verb, complement.verb + 3));
}

// "supports and is willing to take part", "is our strength and that we will not decide without them".
bool ActJudge::binds_later(const Statement& statement, const Complement& complement) const {
  for (int32_t i = complement.verb + 1; i < complement.tokens.last && i > 0; ++i) {
    if (!words_.is_any(i, {"and", "but"})) continue;
    int32_t next = i + 1;
    if (words_.is(next, "that")) ++next;
    const int32_t subject = next;
    while (next < complement.tokens.last && next < subject + 6 && !words_.is_finite(next)) ++next;
    if (!words_.is_finite(next)) continue;
    if (next > subject && sides_.of(statement, {subject, next}).side != Side::Own &&
        !words_.is(subject, "we") && !words_.is_adverb(subject)) {
      continue;
    }
    const Complement rest = reader_.read({subject, complement.tokens.last});
    const Complement bare = rest.shape == Shape::Clause ? rest : Complement{};
    const bool will = words_.is_any(next, {"will", "shall"}) || bare.willing;
    const bool ready = words_.is_any(next, {"is", "are", "stands", "remains"}) &&
                       knowledge_.act_words.find(ActPart::Adjective, words_.lower(next + 1)) == ActClass::Willing;
    if (will || ready) return true;
  }
  return false;
}

Act ActJudge::of_clause(const Statement& statement, const Complement& complement) const {
  const Standpoint subject = sides_.of(statement, complement.subject);
  const bool own = subject.side == Side::Own || subject.side == Side::Joint;
  if (complement.must) {
    return subject.side == Side::Own || subject.side == Side::Thing ? Act::Assertive : Act::Directive;
  }
  if (complement.willing && own) return Act::Commissive;
  if (complement.will) {
    if (own) return Act::Commissive;
    return subject.side == Side::Thing && complement.passive ? Act::Commissive : Act::Assertive;
  }
  if (own && complement.progressive) return Act::Commissive;
  const std::optional<ActClass> inner = inner_class(complement);
  if (own && inner && !complement.past && statement.cue_tokens.size() > 0) {
    if (inner == ActClass::Express && words_.lemma(complement.verb) != "support" &&
        words_.lemma(complement.verb) != "respect" && words_.lemma(complement.verb) != "value") {
      return Act::Expressive;
    }
    if (inner == ActClass::Ask || inner == ActClass::Invite) return Act::Directive;
    if (inner == ActClass::Commit) return Act::Commissive;
  }
  return binds_later(statement, complement) ? Act::Commissive : Act::Assertive;
}

Act ActJudge::unmarked(const Statement& statement, const Complement& complement) const {
  if (complement.shape == Shape::Clause) return of_clause(statement, complement);
  return complement.shape == Shape::Infinitive ? Act::Commissive : Act::Assertive;
}

}  // namespace

void judge_acts(Document& document, const Knowledge& knowledge) {
  if (document.statements.empty()) return;
  const ActJudge judge(document, knowledge);
  for (Statement& statement : document.statements) statement.act = judge.judge(statement);
}

}  // namespace verbale
