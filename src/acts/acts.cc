#include "acts/acts.h"

#include <algorithm>

#include "acts/complement.h"
#include "acts/cue_class.h"
#include "acts/sides.h"
#include "actors/resolve.h"

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
    if (statement.cue.empty()) return unmarked(statement, reader_.read_clauses(content));
    const ActClass kind = class_of_cue(knowledge_, words_, statement.cue_tokens).value_or(ActClass::Say);
    return by_class(statement, kind, reader_.read_clauses(content, expected_after(kind)));
  }

 private:
  Act by_class(const Statement& statement, ActClass kind, std::span<const Complement> clauses) const;
  Act unmarked(const Statement& statement, std::span<const Complement> clauses) const;
  Act of_clause(const Statement& statement, const Complement& complement) const;
  Act of_clauses(const Statement& statement, std::span<const Complement> clauses) const;
  Act of_noun(const Statement& statement, ActClass kind, const Complement& complement) const;
  Act asked_clause(const Statement& statement, const Complement& complement) const;
  bool announces(const Statement& statement, const Standpoint& subject) const;
  bool declares(const Statement& statement, const Complement& complement) const;
  bool tells_view(const Statement& statement, const Complement& complement) const;
  bool threatens(const Complement& complement) const;
  bool names_sum(const Complement& complement) const;
  static bool asks(const Standpoint& subject);
  bool foresees(const Statement& statement, const Complement& complement) const;
  bool shares_plan(const Statement& statement, const Complement& complement) const;
  bool describes(const Complement& complement) const;
  bool of_others(const Statement& statement, const Complement& complement) const;
  bool is_to_be_made(const Complement& complement) const;
  bool pledges_support(const Complement& complement) const;
  bool tells_own_side(const Statement& statement) const;
  std::optional<ActClass> inner_class(const Complement& complement) const;

  const Document& document_;
  const Knowledge& knowledge_;
  WordsAt words_;
  ComplementReader reader_;
  Sides sides_;
};

// "committed $30 million": a sum at the head of the phrase.
bool ActJudge::names_sum(const Complement& complement) const {
  for (int32_t i = complement.tokens.first; i < complement.tokens.last && i < complement.tokens.first + 6; ++i) {
    if (words_.at(i).upos == Upos::SYM || words_.is_any(i, {"$", "€", "£", "million", "billion"})) return true;
  }
  return false;
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

// "declared 2025 the Year of": so by being said.
bool ActJudge::declares(const Statement& statement, const Complement& complement) const {
  const std::string_view verb = words_.lemma(statement.cue_tokens.first);
  if ((verb != "declare" && verb != "proclaim") || complement.noun_class) return false;
  for (int32_t i = complement.tokens.first; i < complement.tokens.last; ++i) {
    if (words_.is_any(i, {"year", "day", "decade", "month", "week", "zone", "open", "closed"})) return true;
  }
  return false;
}

// "suggested that this would be an error": a view, where "suggested that they meet" asks.
bool ActJudge::tells_view(const Statement& statement, const Complement& complement) const {
  if (complement.must || complement.verb < 0 || words_.lemma(statement.cue_tokens.first) != "suggest") return false;
  const VerbForm form = words_.at(complement.verb).verb;
  return complement.will || complement.past || words_.lemma(complement.verb) == "be" || form == VerbForm::Present3;
}

Act ActJudge::by_class(const Statement& statement, ActClass kind, std::span<const Complement> clauses) const {
  const Complement& complement = clauses.front();
  const bool clause = complement.shape == Shape::Clause;
  // "was not prepared to", "did not agree to": who refuses is not bound.
  const bool refuses = statement.negated && complement.shape != Shape::Clause;
  // What binds decides: "supports the mission and will send a frigate".
  if (!clause && clauses.size() > 1 && clauses.back().binds()) return Act::Commissive;
  if (refuses && (kind == ActClass::Willing || kind == ActClass::Agree || kind == ActClass::Commit)) return Act::Assertive;
  switch (kind) {
    case ActClass::Believe:
      if (clause && shares_plan(statement, complement)) return Act::Commissive;
      return clause && complement.must ? of_clause(statement, complement) : Act::Assertive;
    case ActClass::Express:
    case ActClass::Stand:
      return Act::Expressive;
    case ActClass::Order:
    case ActClass::Accept:
      return clause && kind == ActClass::Accept ? Act::Assertive : Act::Commissive;
    case ActClass::Ask:
    case ActClass::Invite:
      if (kind == ActClass::Ask && clause && tells_view(statement, complement)) return Act::Assertive;
      return kind == ActClass::Ask && tells_own_side(statement) ? Act::Commissive : Act::Directive;
    case ActClass::Announce:
      if (!clause && declares(statement, complement)) return Act::Declarative;
      break;
    case ActClass::Hope:
      return asked_clause(statement, complement);
    case ActClass::Declare:
      return Act::Declarative;
    case ActClass::Agree:
      // "agreed with this view": nothing that is to be done.
      if (!clause) return words_.is(statement.cue_tokens.last - 1, "with") ? Act::Assertive : Act::Commissive;
      if (complement.must && sides_.of(statement, complement.subject).side == Side::Other) return Act::Directive;
      if (complement.will && foresees(statement, complement)) return Act::Assertive;
      return complement.will || complement.must || complement.willing ? Act::Commissive : Act::Assertive;
    case ActClass::Commit:
      if (clause || complement.shape != Shape::Noun) return Act::Commissive;
      // "pledged her support for": a feeling, whatever the verb.
      if (pledges_support(complement)) return Act::Expressive;
      return reader_.names_act(complement.noun) || complement.noun_class == ActClass::Aid || names_sum(complement) ||
                     is_to_be_made(complement)
                 ? Act::Commissive : Act::Assertive;
    case ActClass::Willing:
      return Act::Commissive;
    default:
      break;
  }
  if (clause) return of_clauses(statement, clauses);
  if (complement.shape == Shape::Noun) return of_noun(statement, kind, complement);
  return complement.shape == Shape::Infinitive ? Act::Commissive : Act::Assertive;
}

// "shared the view that they will go on working together": an agreement in all but the word.
bool ActJudge::shares_plan(const Statement& statement, const Complement& complement) const {
  if (!words_.is_any(statement.cue_tokens.last - 1, {"view", "views", "recognition", "understanding"})) return false;
  return complement.will && words_.lemma(statement.cue_tokens.first) == "share" && !foresees(statement, complement) &&
         sides_.of(statement, complement.subject).side == Side::Joint;
}

// "agreed that overfishing will endanger the stock": what a thing will do is foreseen; what will begin or take place
// is arranged.
bool ActJudge::foresees(const Statement& statement, const Complement& complement) const {
  if (complement.passive || complement.deed_verb < 0) return false;
  if (sides_.of(statement, complement.subject).side != Side::Thing) return false;
  static constexpr std::string_view kArranged[] = {"take", "begin", "start", "commence", "continue", "resume", "convene", "focus", "meet",
                                                   "last", "end", "open", "conclude", "enter", "come", "remain", "apply", "cover", "be",
                                                   "move", "transition", "include", "go", "proceed", "follow"};
  return std::ranges::find(kArranged, words_.lemma(complement.deed_verb)) == std::end(kArranged);
}

// "noted commitments from coastal states": others have made them.
bool ActJudge::of_others(const Statement& statement, const Complement& complement) const {
  const int32_t after = complement.noun + 1;
  if (after + 1 >= complement.tokens.last || !words_.is_any(after, {"from", "by"})) return false;
  constexpr int32_t kLongestHolder = 6;
  if (words_.is_any(after + 1, {"our", "their", "its", "his", "her", "both", "all", "each"})) return false;
  const TokenRange holder{after + 1, std::min(after + 1 + kLongestHolder, complement.tokens.last)};
  if (sides_.of(statement, holder).side == Side::Other) return true;
  // "from the countries of the region": of a joint statement, too, others.
  const int32_t head = words_.noun_head(holder.first, holder.last);
  return head >= 0 && words_.at(head).plural && resolve_subject(document_, holder).empty() && !words_.is(holder.first, "the");
}

// "pledged her support for the reforms", not "pledged to increase support for".
bool ActJudge::pledges_support(const Complement& complement) const {
  if (complement.noun < 0 || words_.lemma(complement.noun) != "support" || !words_.is(complement.noun + 1, "for")) return false;
  for (int32_t i = complement.tokens.first; i < complement.noun; ++i) {
    if (words_.is_gerund(i) || words_.is(i, "to")) return false;
  }
  return true;
}

// "committed to a framework for engagement": not yet there.
bool ActJudge::is_to_be_made(const Complement& complement) const {
  if (complement.noun < 0) return false;
  for (int32_t i = complement.noun - 1; i >= complement.tokens.first && i > complement.noun - 5; --i) {
    if (words_.is_preposition(i)) return false;
    if (words_.is_any(i, {"a", "an"})) {
      const std::string_view lemma = words_.lemma(complement.noun);
      return knowledge_.commitment_words.has(CommitmentClass::Instrument, lemma);
    }
  }
  return false;
}

// A hope or an expectation asks where somebody else is to act.
Act ActJudge::asked_clause(const Statement& statement, const Complement& complement) const {
  if (complement.shape != Shape::Clause) return Act::Assertive;
  const Side side = sides_.of(statement, complement.subject).side;
  if (side == Side::Thing || side == Side::Own) return Act::Assertive;
  return complement.past ? Act::Assertive : Act::Directive;
}

// A particular other side, by name: "countries" are nobody in particular.
bool ActJudge::asks(const Standpoint& subject) { return subject.side == Side::Other && !subject.bodies.empty(); }

Act ActJudge::of_noun(const Statement& statement, ActClass kind, const Complement& complement) const {
  if (!complement.noun_class) return Act::Assertive;
  switch (*complement.noun_class) {
    case ActClass::Express:
      return Act::Expressive;
    case ActClass::Willing:
      return of_others(statement, complement) ? Act::Assertive : Act::Commissive;
    case ActClass::Commit:
      if (of_others(statement, complement)) return Act::Assertive;
      return complement.willing || complement.deed == Shape::Gerund ? Act::Commissive : Act::Assertive;
    case ActClass::Plan:
      return complement.willing && kind != ActClass::Stress ? Act::Commissive : Act::Assertive;
    case ActClass::Need: {
      const bool deed = complement.deed == Shape::Infinitive || complement.deed == Shape::Gerund;
      if (complement.subject.empty() || !deed) return Act::Assertive;
      return asks(sides_.of(statement, complement.subject)) ? Act::Directive : Act::Assertive;
    }
    case ActClass::Ask:
    case ActClass::Invite:
      // "reiterated his call for": his own, and not a proposal that is spoken of.
      return words_.is_any(complement.tokens.first, {"his", "her", "its", "their", "our", "my"}) ? Act::Directive
                                                                                                  : Act::Assertive;
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
  return class_of_cue(knowledge_, words_, {complement.verb, complement.verb + 3});
}

// In a statement of several states, and in what is announced, a sentence may bind one of the authors.
bool ActJudge::announces(const Statement& statement, const Standpoint& subject) const {
  if (subject.bodies.empty() || (!statement.cue.empty() && !document_.cast.joint_statement)) return false;
  const std::vector<int32_t>& authors = document_.cast.states;
  return std::all_of(subject.bodies.begin(), subject.bodies.end(), [&](int32_t body) {
    return std::find(authors.begin(), authors.end(), body) != authors.end();
  });
}

// "an attack would bring severe consequences": what the speaker would do if.
bool ActJudge::threatens(const Complement& complement) const {
  for (int32_t i = complement.verb; i < complement.tokens.last && i < complement.verb + 14; ++i) {
    if (knowledge_.commitment_words.has(CommitmentClass::Threat, words_.lemma(i))) return true;
  }
  return false;
}

// "outlined how his country is building ports": told, not promised.
bool ActJudge::describes(const Complement& complement) const {
  const int32_t first = complement.tokens.first;
  return words_.is_any(first, {"how", "why"}) || words_.is_any(first - 1, {"how", "why"});
}

Act ActJudge::of_clause(const Statement& statement, const Complement& complement) const {
  if (describes(complement)) return Act::Assertive;
  const Standpoint subject = sides_.of(statement, complement.subject);
  const bool own = subject.side == Side::Own || subject.side == Side::Joint;
  if (complement.important) return asks(subject) ? Act::Directive : Act::Assertive;
  if (complement.must) {
    return subject.side == Side::Own || subject.side == Side::Thing ? Act::Assertive : Act::Directive;
  }
  if (complement.willing && own) return Act::Commissive;
  if (complement.will) {
    if (own || announces(statement, subject) || threatens(complement)) return Act::Commissive;
    return subject.side == Side::Thing && complement.passive ? Act::Commissive : Act::Assertive;
  }
  if (own && complement.progressive && !complement.past) return Act::Commissive;
  const std::optional<ActClass> inner = inner_class(complement);
  if (own && inner && !complement.past && statement.cue_tokens.size() > 0) {
    if (inner == ActClass::Express) return Act::Expressive;
    if (inner == ActClass::Ask || inner == ActClass::Invite) return Act::Directive;
    if (inner == ActClass::Commit) return Act::Commissive;
  }
  return Act::Assertive;
}

// What binds decides among the clauses joined in one content: "supports and is willing to take part".
Act ActJudge::of_clauses(const Statement& statement, std::span<const Complement> clauses) const {
  for (const Complement& clause : clauses) {
    const Act act = of_clause(statement, clause);
    if (act == Act::Commissive) return act;
  }
  return of_clause(statement, clauses.front());
}

Act ActJudge::unmarked(const Statement& statement, std::span<const Complement> clauses) const {
  const Complement& complement = clauses.front();
  // "Thank you for your support": no subject, and still a feeling.
  const int32_t first = complement.tokens.first;
  if (words_.is(first, "thank") || words_.is(first, "thanks") || words_.is(first, "congratulations")) return Act::Expressive;
  if (complement.shape == Shape::Clause) return of_clauses(statement, clauses);
  if (statement.made_by == "unmarked.list-item") return statement.act;
  return complement.shape == Shape::Infinitive ? Act::Commissive : Act::Assertive;
}

}  // namespace

void judge_acts(Document& document, const Knowledge& knowledge) {
  if (document.statements.empty()) return;
  const ActJudge judge(document, knowledge);
  for (Statement& statement : document.statements) statement.act = judge.judge(statement);
}

}  // namespace verbale
