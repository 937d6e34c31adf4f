#include "commitments/commitments.h"

#include <algorithm>

#include "acts/cue_class.h"
#include "commitments/parties.h"
#include "commitments/repeats.h"
#include "commitments/terms.h"
#include "commitments/undertakings.h"
#include "commitments/worth.h"

namespace verbale {
namespace {

class CommitmentFinder {
 public:
  CommitmentFinder(Document& document, const Knowledge& knowledge)
      : document_(document),
        knowledge_(knowledge),
        words_(document),
        reader_(document, knowledge, words_),
        sides_(document, knowledge, words_),
        splitter_(document, knowledge, words_, reader_),
        worth_(document, knowledge, words_, reader_),
        terms_(document, knowledge, words_, reader_),
        parties_(document, knowledge, words_, sides_) {}

  void find() {
    for (size_t i = 0; i < document_.statements.size(); ++i) {
      const Statement& statement = document_.statements[i];
      if (statement.act == Act::Commissive || statement.act == Act::Directive) read(static_cast<int32_t>(i));
    }
    join_repeats(document_, words_);
  }

 private:
  void read(int32_t index);
  void add(int32_t index, const Undertaking& undertaking, TokenRange content);
  bool binding(const Statement& statement, const Complement& clause) const;
  Complement with_subject(const Statement& statement, Complement clause) const;
  bool is_common_body(TokenRange subject) const;
  bool threatens(const Complement& clause) const;
  bool accept_invitation(int32_t index, const Complement& clause);
  bool already_bound(int32_t index, Span text) const;
  bool is_adverbial(TokenRange front) const;

  Document& document_;
  const Knowledge& knowledge_;
  WordsAt words_;
  ComplementReader reader_;
  Sides sides_;
  UndertakingSplitter splitter_;
  WorthJudge worth_;
  TermFinder terms_;
  PartyFinder parties_;
};

// Of clauses joined in a neutral statement only those that bind are undertakings.
bool CommitmentFinder::binding(const Statement& statement, const Complement& clause) const {
  if (clause.shape != Shape::Clause) return true;
  if (statement.act == Act::Directive) return !clause.past;
  return clause.binds() && !clause.past;
}

// "a joint working group on fisheries would meet": a body without a name is told with what it is to do.
bool CommitmentFinder::is_common_body(TokenRange subject) const {
  static constexpr std::string_view kBodies[] = {"group", "committee", "commission", "council", "subcommittee",
                                                 "taskforce", "force", "panel", "mechanism", "secretariat"};
  for (int32_t i = subject.first; i < subject.last && words_.at(i).upos != Upos::ADP; ++i) {
    if (words_.is_any(i, kBodies)) return true;
  }
  return false;
}

// What happens to a thing is told with the thing: "access would be guaranteed", "the partnership will continue".
Complement CommitmentFinder::with_subject(const Statement& statement, Complement clause) const {
  if (clause.shape != Shape::Clause || clause.subject.empty() || clause.deed == Shape::None) return clause;
  const bool pronoun = words_.at(clause.subject.last - 1).upos == Upos::PRON ||
                       words_.at(clause.subject.last - 1).upos == Upos::DET;
  const Side side = sides_.of(statement, clause.subject).side;
  if (!pronoun && side != Side::Own && side != Side::Joint && clause.will && threatens(clause)) {
    clause.deed_start = clause.subject.first;  // the condition of a threat belongs to it
    clause.subject = {};
    return clause;
  }
  if (!pronoun && clause.will && (side == Side::Other || side == Side::Thing) && is_common_body(clause.subject)) {
    clause.deed_start = clause.subject.first;
    return clause;
  }
  if (pronoun || side != Side::Thing) return clause;
  const bool ours = words_.is_any(clause.subject.first, {"our", "their", "its", "my"}) && !clause.passive;
  const bool lasts = words_.is_any(clause.deed_verb, {"continue", "remain", "last", "begin", "start", "resume", "take"});
  if (!ours && (clause.passive || lasts)) clause.deed_start = clause.subject.first;
  return clause;
}

bool CommitmentFinder::threatens(const Complement& clause) const {
  for (int32_t i = clause.verb; i < clause.tokens.last; ++i) {
    if (knowledge_.commitment_words.has(CommitmentClass::Threat, words_.lemma(i))) return true;
  }
  return false;
}

bool CommitmentFinder::already_bound(int32_t index, Span text) const {
  constexpr int32_t kDeepest = 12;  // a statement stands in one of the few before it, if in any
  for (size_t i = document_.commitments.size(); i-- > 0;) {
    const Commitment& commitment = document_.commitments[i];
    if (commitment.statement < index - kDeepest) break;
    if (commitment.statement != index && commitment.text.overlaps(text)) return true;
  }
  return false;
}

// "accepted the invitation": the undertaking is what he was invited to.
bool CommitmentFinder::accept_invitation(int32_t index, const Complement& clause) {
  if (clause.noun < 0 || words_.lemma(clause.noun) != "invitation") return false;
  const std::vector<int32_t> by = sides_.speakers(document_.statements[static_cast<size_t>(index)]);
  for (size_t i = document_.commitments.size(); i-- > 0;) {
    const Commitment& asked = document_.commitments[i];
    if (asked.kind != CommitmentKind::Proposed || asked.of != by) continue;
    Commitment accepted;
    accepted.statement = index;
    accepted.by = by;
    accepted.text = asked.text;
    accepted.when = asked.when;
    accepted.made_by = "commitment.accepted-invitation";
    document_.commitments.push_back(accepted);
    return true;
  }
  return false;
}

void CommitmentFinder::read(int32_t index) {
  const Statement& statement = document_.statements[static_cast<size_t>(index)];
  // Who warns against a thing asks for nothing that could be done.
  if (!statement.cue_tokens.empty() && words_.is(statement.cue_tokens.last - 1, "against")) return;
  for (const Span piece : statement.content) {
    const TokenRange content = tokens_in(document_, piece);
    if (content.empty()) continue;
    const Expect expect = statement.cue.empty()
                              ? Expect::Anything
                              : expected_after(class_of_cue(knowledge_, words_, statement.cue_tokens));
    const std::vector<Complement> clauses = reader_.read_clauses(content, expect);
    for (const Complement& clause : clauses) {
      if (!binding(statement, clause)) continue;
      // Before "and will V" stands what is supported or noted, no undertaking.
      if (clauses.size() > 1 && clause.shape == Shape::Noun) continue;
      if (accept_invitation(index, clause)) continue;
      for (const Undertaking& undertaking : splitter_.split(with_subject(statement, clause))) {
        add(index, undertaking, content);
      }
    }
  }
}

// One phrase of time before the subject, and no clause of another undertaking.
bool CommitmentFinder::is_adverbial(TokenRange front) const {
  constexpr int32_t kLongest = 9;
  if (front.size() > kLongest || !(words_.is_preposition(front.first) || words_.is_any(front.first, {"this", "next", "later"}))) return false;
  for (int32_t i = front.first; i < front.last; ++i) {
    if (words_.is_verb(i)) return false;
  }
  return true;
}

void CommitmentFinder::add(int32_t index, const Undertaking& undertaking, TokenRange content) {
  const Statement& statement = document_.statements[static_cast<size_t>(index)];
  const Worth worth = worth_.judge(undertaking);
  if (worth == Worth::Dropped) return;
  Commitment commitment;
  commitment.statement = index;
  commitment.text = document_.span_of(undertaking.tokens);
  if (already_bound(index, commitment.text)) return;
  Parties parties = parties_.find(statement, undertaking);
  if (parties.by.empty()) return;
  commitment.kind = parties.kind;
  commitment.by = std::move(parties.by);
  commitment.of = std::move(parties.of);
  commitment.general = worth == Worth::General;
  commitment.when = terms_.when(undertaking.tokens);
  // "Over the next two years X will ...", "Under the framework, X will ...": both may stand before the subject.
  const int32_t front = undertaking.subject.empty() ? content.first : undertaking.subject.first;
  if (commitment.when.empty() && front > content.first && is_adverbial({content.first, front})) {
    commitment.when = terms_.when({content.first, front});
  }
  if (!commitment.general) {
    commitment.mechanism = terms_.mechanism(undertaking.tokens);
    if (commitment.mechanism.empty() && front > content.first) {
      commitment.mechanism = terms_.mechanism({content.first, front});
    }
  }
  commitment.made_by = undertaking.shape == Shape::Noun ? "commitment.noun-phrase" : "commitment.verb-phrase";
  document_.commitments.push_back(std::move(commitment));
}

}  // namespace

void find_commitments(Document& document, const Knowledge& knowledge) {
  if (document.statements.empty()) return;
  CommitmentFinder(document, knowledge).find();
}

}  // namespace verbale
