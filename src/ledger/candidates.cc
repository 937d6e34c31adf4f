#include "ledger/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "actors/resolve.h"
#include "base/utf8.h"
#include "ledger/core.h"
#include "ledger/names.h"
#include "ledger/steps.h"
#include "record/ids.h"

namespace verbale {
namespace {

ThreadKind kind_of(const Framework& framework) {
  switch (framework.kind) {
    case FrameworkKind::Law:
      return ThreadKind::Instrument;
    case FrameworkKind::Mechanism:
    case FrameworkKind::Body:
      return ThreadKind::Mechanism;
    case FrameworkKind::Project:
      return ThreadKind::Project;
    default:
      return ThreadKind::Name;
  }
}

class CandidateFinder {
 public:
  CandidateFinder(const Document& document, int32_t index, const std::vector<std::string>& states,
                  const LedgerTools& tools)
      : document_(document),
        index_(index),
        states_(states),
        tools_(tools),
        words_(document),
        cores_(document, words_, tools),
        code_points_(document.text),
        ids_(make_ids(document, code_points_)) {}

  std::vector<Candidate> find() {
    claused_ = cut_clauses(document_, *tools_.knowledge);
    framework_taken_.assign(document_.frameworks.size(), false);
    for (const Unit& unit : claused_.units) add_unit(unit);
    add_frameworks();
    add_instruments();
    std::ranges::stable_sort(
        out_, {}, [](const Candidate& c) { return std::pair(c.text.begin, c.text.end); });
    number_ids();
    return std::move(out_);
  }

 private:
  void add_unit(const Unit& unit);
  int32_t deed_after(int32_t token, int32_t end) const;
  std::vector<Clause> parts_of(const Clause& clause) const;
  Clause cut_in_two(Clause& clause, int32_t comma, int32_t verb) const;
  bool in_framework(int32_t token) const;
  bool names_a_thing(const Core& core) const;
  bool is_verb_alone(const Clause& clause) const;
  void add_clause(const Clause& clause, const Unit& unit, const Core& core, uint32_t begin);
  void add_frameworks();
  void add_instruments();
  void number_ids();
  void set_claim(Candidate& candidate, const Unit& unit, const Commitment* commitment) const;
  void set_parties(Candidate& candidate, const Unit& unit, const Commitment* commitment) const;
  void set_direction(Candidate& candidate, const Clause& clause) const;
  void set_catalysts(Candidate& candidate) const;
  const Commitment* commitment_of(const Clause& clause, bool* echo) const;
  EntryStage stage_of(const Clause& clause, const Unit& unit, const Commitment* commitment) const;
  bool opens(const Clause& clause, const Unit& unit, const Commitment* commitment) const;
  bool is_asked_for(const Clause& clause) const;
  bool presents(const Statement& statement) const;
  bool speaks_of_support(const Statement& statement) const;
  bool is_both(const std::vector<int32_t>& speakers) const;
  bool is_perfect(const Clause& clause) const;
  bool is_goodwill(const Core& core) const;
  bool has_noun(const Clause& clause) const;
  bool has_will(const Clause& clause) const;
  bool holds_attitude(const Clause& clause) const;
  bool tells_instrument(const Clause& clause) const;
  ThreadKind kind_by_words(TokenRange head) const;
  void name_after(Candidate& candidate, const Core& core);
  const Unit* unit_at(Span span, const Clause** clause) const;
  std::vector<std::string> ids_of(const std::vector<int32_t>& actors) const;
  std::string state_of(int32_t actor) const;

  const Statement* statement_of(const Unit& unit) const {
    return unit.statement < 0 ? nullptr
                              : &document_.statements[static_cast<size_t>(unit.statement)];
  }

  const Document& document_;
  int32_t index_;
  const std::vector<std::string>& states_;
  const LedgerTools& tools_;
  WordsAt words_;
  CoreFinder cores_;
  CodePointIndex code_points_;
  RecordIds ids_;
  ClausedDocument claused_;
  std::vector<bool> framework_taken_;
  std::vector<Candidate> out_;
};

std::string CandidateFinder::state_of(int32_t actor) const {
  const Actor& who = document_.actors[static_cast<size_t>(actor)];
  return who.kind == ActorKind::State ? who.id : who.state;
}

std::vector<std::string> CandidateFinder::ids_of(const std::vector<int32_t>& actors) const {
  std::vector<std::string> ids;
  for (const int32_t body : bodies_of(document_, actors)) {
    ids.push_back(document_.actors[static_cast<size_t>(body)].id);
  }
  std::ranges::sort(ids);
  return ids;
}

bool CandidateFinder::is_both(const std::vector<int32_t>& speakers) const {
  std::string first;
  for (const int32_t speaker : speakers) {
    const std::string state = state_of(speaker);
    if (state.empty()) continue;
    if (!first.empty() && state != first) return true;
    first = state;
  }
  return false;
}

// The undertaking that the clause says, or says a part of. `echo`: in a place where it is told
// again.
const Commitment* CandidateFinder::commitment_of(const Clause& clause, bool* echo) const {
  const Commitment* best = nullptr;
  uint32_t most = 0;
  const auto look = [&](const Commitment& commitment, Span place, bool again) {
    if (!place.overlaps(clause.span)) return;
    const uint32_t common =
        std::min(place.end, clause.span.end) - std::max(place.begin, clause.span.begin);
    if (2 * common < std::min(place.size(), clause.span.size()) || common <= most) return;
    most = common;
    best = &commitment;
    *echo = again;
  };
  for (const Commitment& commitment : document_.commitments) {
    look(commitment, commitment.text, false);
    for (const Span place : commitment.also) look(commitment, place, true);
  }
  return best;
}

bool CandidateFinder::is_perfect(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    const bool have = words_.is_any(i, {"have", "has", "had", "been"});
    const bool progressive = words_.is_any(i, {"is", "are", "being"}) && words_.is_gerund(i + 1);
    if (have || progressive) return true;
  }
  return false;
}

EntryStage CandidateFinder::stage_of(const Clause& clause, const Unit& unit,
                                     const Commitment* commitment) const {
  if (commitment != nullptr) {
    return commitment->kind == CommitmentKind::Agreed ? EntryStage::Agreed : EntryStage::Raised;
  }
  const Statement* statement = statement_of(unit);
  if (statement == nullptr) {
    return unit.kind == UnitKind::Topic || has_will(clause) ? EntryStage::Raised
                                                            : EntryStage::UnderWay;
  }
  const bool both = is_both(statement->speaker);
  if (statement->act == Act::Commissive) return both ? EntryStage::Agreed : EntryStage::Raised;
  if (statement->act == Act::Directive || statement->cue_class == "stress")
    return EntryStage::Raised;
  if (is_perfect(claused_.clauses[static_cast<size_t>(unit.first_clause)]))
    return EntryStage::UnderWay;
  return both && statement->cue_class == "agree" ? EntryStage::Agreed : EntryStage::Raised;
}

// Peace, friendship, happiness alone: nothing to follow up, unless the record keeps it as an
// undertaking.
bool CandidateFinder::is_goodwill(const Core& core) const {
  for (int32_t i = core.tokens.first; i < core.tokens.last; ++i) {
    const std::string_view lemma = words_.lemma(i);
    const bool tells = words_.is_noun(i) && tools_.words->light(std::span(&lemma, 1)) == 0;
    const CommitmentWords& pack = tools_.knowledge->commitment_words;
    if (tells && !pack.has(CommitmentClass::Goodwill, lemma) &&
        !pack.has(CommitmentClass::Body, lemma) && !pack.has(CommitmentClass::Neutral, lemma) &&
        !pack.has(CommitmentClass::General, lemma)) {
      return false;
    }
  }
  return true;
}

bool CandidateFinder::has_noun(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    if (words_.is_nominal(i)) return true;
  }
  return false;
}

bool CandidateFinder::has_will(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    if (words_.is_any(i, {"will", "shall"})) return true;
  }
  return false;
}

// "Vietnam adheres to the principle", "considering Vietnam a priority"
bool CandidateFinder::holds_attitude(const Clause& clause) const {
  for (int32_t i = clause.tokens.first; i < clause.tokens.last; ++i) {
    if (!words_.is_verb(i) || words_.at(i).upos == Upos::AUX) continue;
    const VerbForm form = words_.at(i).verb;
    const bool passive =
        form == VerbForm::PastParticiple && words_.is_any(i - 1, {"is", "are", "be"});
    const bool present = form == VerbForm::Present || form == VerbForm::Present3 ||
                         form == VerbForm::Gerund || form == VerbForm::Base;
    return (present || passive) && tools_.words->is_attitude(words_.lemma(i));
  }
  return false;
}

// "the need to", "both sides should": no fact is stressed but something to be done.
bool CandidateFinder::is_asked_for(const Clause& clause) const {
  constexpr int32_t kSoon = 8;
  for (int32_t i = clause.tokens.first;
       i < std::min(clause.tokens.last, clause.tokens.first + kSoon); ++i) {
    if (words_.at(i).verb == VerbForm::Modal) return true;
    const std::string_view lemma = words_.lemma(i);
    if (lemma == "need" || lemma == "necessity" || lemma == "importance" || lemma == "necessary" ||
        lemma == "important")
      return true;
  }
  return !words_.is_verb(clause.head);
}

// "introduced its policy", "reaffirmed its commitment"
bool CandidateFinder::presents(const Statement& statement) const {
  const std::string_view cue = words_.lemma(statement.cue_head);
  return statement.cue_class == "introduce" || cue == "affirm" || cue == "reaffirm" ||
         cue == "reiterate";
}

// "voiced China's support for"
bool CandidateFinder::speaks_of_support(const Statement& statement) const {
  for (int32_t i = statement.cue_tokens.first; i < statement.cue_tokens.last; ++i) {
    if (words_.lemma(i) == "support") return true;
  }
  return false;
}

bool CandidateFinder::opens(const Clause& clause, const Unit& unit,
                            const Commitment* commitment) const {
  if (commitment != nullptr) return true;
  const Statement* statement = statement_of(unit);
  if (statement == nullptr) return unit.kind == UnitKind::Narrative && has_will(clause);
  if (clause.start == ClauseStart::Supplement) return false;
  if (statement->act == Act::Commissive || statement->act == Act::Directive) return true;
  const Clause& first = claused_.clauses[static_cast<size_t>(unit.first_clause)];
  if (statement->cue_class == "stress" && is_asked_for(first)) return true;
  if (holds_attitude(clause) || statement->cue_class == "support") return true;
  if (statement->act == Act::Expressive)
    return words_.lemma(statement->cue_head) == "support" || speaks_of_support(*statement);
  const bool policy = presents(*statement) && &clause == &first && !words_.is_verb(clause.head);
  return policy || (statement->cue_class == "agree" && is_both(statement->speaker));
}

// Of the head of the phrase: its last word that tells a kind.
ThreadKind CandidateFinder::kind_by_words(TokenRange head) const {
  ThreadKind kind = ThreadKind::Pledge;
  for (int32_t i = head.first; i < head.last;) {
    const LedgerWords::Match<ThreadKind> match = tools_.words->kind(words_.lemmas(i, head.last));
    if (match.value) kind = *match.value;
    i += std::max(1, match.length);
  }
  return kind;
}

// A clause whose thing is a framework has that framework's name.
void CandidateFinder::name_after(Candidate& candidate, const Core& core) {
  const Span head = document_.span_of(core.head);
  for (size_t i = 0; i < document_.frameworks.size(); ++i) {
    const Framework& framework = document_.frameworks[i];
    if (framework_taken_[i] || !head.overlaps(framework.text)) continue;
    if (2 * framework.text.size() < head.size() || framework.text.end < head.end) continue;
    candidate.name = framework.name;
    candidate.known_name = !framework.id.empty();
    candidate.event = framework.kind == FrameworkKind::Event;
    candidate.name_key = framework_key(framework.name, states_, tools_.knowledge->world);
    candidate.kind = kind_of(framework);
    framework_taken_[i] = true;
    return;
  }
}

void CandidateFinder::set_claim(Candidate& candidate, const Unit& unit,
                                const Commitment* commitment) const {
  if (commitment != nullptr) {
    candidate.id =
        ids_.of(Layer::Commitment)[static_cast<size_t>(commitment - document_.commitments.data())]
            .id;
  } else if (unit.statement >= 0) {
    candidate.id = ids_.of(Layer::Statement)[static_cast<size_t>(unit.statement)].id;
  } else if (unit.topic >= 0) {
    candidate.id = ids_.of(Layer::Topic)[static_cast<size_t>(unit.topic)].id;
  }
}

void CandidateFinder::set_parties(Candidate& candidate, const Unit& unit,
                                  const Commitment* commitment) const {
  if (commitment != nullptr) {
    candidate.by = ids_of(commitment->by);
    candidate.of = ids_of(commitment->of);
  } else {
    candidate.by = ids_of(unit.speakers);
  }
}

// Who sees or treats whom so: what Vietnam considers China to be is another thing than what China
// considers it. What both do together has no direction.
void CandidateFinder::set_direction(Candidate& candidate, const Clause& clause) const {
  if (!holds_attitude(clause)) return;
  std::set<std::string> before;
  std::set<std::string> behind;
  for (const Mention& mention : document_.mentions) {
    if (!clause.tokens.contains(mention.tokens.first) || mention.actor < 0) continue;
    const std::string state = state_of(mention.actor);
    const bool owner = words_.is_any(mention.tokens.last, {"'s", "’s"}) ||
                       words_.is_any(mention.tokens.last - 1, {"'s", "’s", "its"});
    if (owner || state.empty()) continue;
    const bool subject = mention.head >= 0 && words_.at(mention.head).deprel == Deprel::nsubj &&
                         mention.tokens.first < clause.head;
    (subject ? before : behind).insert(state);
  }
  if (before.empty()) before.insert(candidate.by.begin(), candidate.by.end());
  if (before.size() == 1 && behind.size() == 1) {
    candidate.agent = *before.begin();
    candidate.target = *behind.begin();
  }
}

void CandidateFinder::set_catalysts(Candidate& candidate) const {
  const auto has = [&](StepKind kind) {
    return std::ranges::any_of(candidate.steps,
                               [&](const Step& step) { return step.kind == kind; });
  };
  if (has(StepKind::Number)) candidate.catalysts.push_back(Catalyst::NumericalTarget);
  if (candidate.deadline) candidate.catalysts.push_back(Catalyst::Timeline);
  if (has(StepKind::Body)) candidate.catalysts.push_back(Catalyst::Delegation);
  if (has(StepKind::Plan) || has(StepKind::Document))
    candidate.catalysts.push_back(Catalyst::Mechanism);
}

// What was signed is an entry of its own; the list of fields behind it is none.
bool CandidateFinder::tells_instrument(const Clause& clause) const {
  const int32_t sentence = claused_.units[static_cast<size_t>(clause.unit)].sentence;
  return std::ranges::any_of(document_.instruments, [&](const Instrument& instrument) {
    const bool inside = clause.span.overlaps(instrument.text);
    const bool listed =
        clause.start == ClauseStart::ListItem && sentence >= 0 &&
        document_.sentences[static_cast<size_t>(sentence)].span.contains(instrument.text);
    return inside || listed;
  });
}

// The verb that a joined deed begins with, whatever the tagger takes it for; -1: none.
int32_t CandidateFinder::deed_after(int32_t token, int32_t end) const {
  constexpr int32_t kNear = 3;  // "and further strengthen"
  for (int32_t i = token; i + 1 < std::min(end, token + kNear); ++i) {
    if (tools_.knowledge->commitment_words.has(CommitmentClass::Verb, words_.lower(i))) {
      return words_.opens_noun_phrase(i + 1) ? i : -1;
    }
    if (!words_.is(i, "and") && !words_.is_adverb(i)) return -1;
  }
  return -1;
}

// Where a clause still holds two deeds: "maintain exchanges between leaders, strengthen trust".
std::vector<Clause> CandidateFinder::parts_of(const Clause& clause) const {
  std::vector<Clause> parts = {clause};
  for (int32_t i = clause.tokens.first + 2; i + 1 < clause.tokens.last; ++i) {
    if (!words_.is_any(i, {",", ";"})) continue;
    const int32_t verb = deed_after(i + 1, clause.tokens.last);
    if (verb < 0) continue;
    parts.push_back(cut_in_two(parts.back(), i, verb));
    i = verb;
  }
  return parts;
}

// Shortens `clause` to what stands before the comma; the rest begins at `verb`.
Clause CandidateFinder::cut_in_two(Clause& clause, int32_t comma, int32_t verb) const {
  Clause rest = clause;
  rest.tokens.first = verb;
  rest.head = verb;
  rest.start = ClauseStart::Conjunct;
  rest.span = {words_.at(verb).span.begin, clause.span.end};
  clause.tokens.last = comma;
  clause.span.end = words_.at(comma - 1).span.end;
  std::erase_if(rest.features, [&](const Feature& feature) { return feature.tokens.first < verb; });
  std::erase_if(clause.features,
                [&](const Feature& feature) { return feature.tokens.first >= comma; });
  if (clause.head >= comma) clause.head = clause.tokens.first;
  return rest;
}

// "better control [and resolve disagreements]": a verb that the tagger may take for a noun.
bool CandidateFinder::is_verb_alone(const Clause& clause) const {
  const int32_t last = clause.tokens.last - 1;
  const bool after = words_.is(last - 1, "to") || words_.is_adverb(last - 1) ||
                     words_.is_any(last - 1, {"better", "well", "further", ","});
  const CommitmentWords& pack = tools_.knowledge->commitment_words;
  return after && (pack.has(CommitmentClass::Verb, words_.lemma(last)) ||
                   pack.has(CommitmentClass::VerbNoun, words_.lemma(last)));
}

// A core without a noun that says what the thing is makes no thread ("the actions of both").
bool CandidateFinder::names_a_thing(const Core& core) const {
  return std::ranges::any_of(core.features, [](const CoreFeature& feature) {
    return feature.noun && (feature.anchor || feature.share >= 0.5);
  });
}

// Clauses that are verbs only ("to better control [and settle disagreements]") belong to the next.
void CandidateFinder::add_unit(const Unit& unit) {
  std::vector<Clause> clauses;
  for (int32_t i = unit.first_clause; i < unit.last_clause; ++i) {
    const Clause& clause = claused_.clauses[static_cast<size_t>(i)];
    if (unit.kind != UnitKind::Statement && tells_instrument(clause)) continue;
    for (Clause& part : parts_of(clause)) clauses.push_back(std::move(part));
  }
  uint32_t carried = UINT32_MAX;
  for (size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    const Core core = cores_.find(clause);
    const bool joined = i + 1 < clauses.size() && clauses[i + 1].start == ClauseStart::Conjunct &&
                        words_.is_verb(clauses[i + 1].head);
    const bool verbs_only = core.bare && !has_noun(clause) && words_.is_verb(clause.head);
    if (joined && (verbs_only || is_verb_alone(clause))) {
      carried = std::min(carried, clause.span.begin);
      continue;
    }
    if (!core.bare && names_a_thing(core))
      add_clause(clause, unit, core, std::min(carried, clause.span.begin));
    carried = UINT32_MAX;
  }
}

bool CandidateFinder::in_framework(int32_t token) const {
  const Span span = words_.at(token).span;
  return std::ranges::any_of(document_.frameworks,
                             [&](const Framework& f) { return f.text.contains(span); });
}

void CandidateFinder::add_clause(const Clause& clause, const Unit& unit, const Core& core,
                                 uint32_t begin) {
  bool echo = false;
  const Commitment* commitment = commitment_of(clause, &echo);
  Candidate candidate;
  candidate.document = index_;
  candidate.text = {begin, clause.span.end};
  candidate.tokens = clause.tokens;
  candidate.label = document_.span_of(core.head);
  candidate.core = core.features;
  for (const Feature& feature : clause.features) {
    if (feature.kind == FeatureKind::Word && !in_framework(feature.tokens.first))
      candidate.words.push_back({cores_.key_of(feature), feature.tokens.first});
  }
  candidate.stage = stage_of(clause, unit, commitment);
  candidate.opens = opens(clause, unit, commitment) && !echo &&
                    candidate.stage != EntryStage::UnderWay && !core.bare &&
                    (commitment != nullptr || !is_goodwill(core));
  candidate.echo = echo;
  candidate.kind = kind_by_words(core.head);
  name_after(candidate, core);
  set_claim(candidate, unit, commitment);
  set_parties(candidate, unit, commitment);
  set_direction(candidate, clause);
  candidate.steps = find_steps(document_, words_, clause.tokens, tools_);
  std::erase_if(candidate.steps, [&](const Step& step) {
    if (step.kind == StepKind::Signature && candidate.stage == EntryStage::Raised)
      return true;  // asked for
    return !candidate.name.empty() && candidate.label.contains(step.text) &&
           step.kind != StepKind::Date;
  });
  if (candidate.opens) {
    const bool told = commitment != nullptr && clause.span.overlaps(commitment->when);
    candidate.deadline = find_deadline(document_, clause.tokens, told ? commitment->when : Span{});
  }
  set_catalysts(candidate);
  candidate.made_by = commitment != nullptr              ? "ledger.undertaking"
                      : unit.kind == UnitKind::Statement ? "ledger.statement"
                      : unit.kind == UnitKind::Topic     ? "ledger.topic"
                                                         : "ledger.narrative";
  out_.push_back(std::move(candidate));
}

const Unit* CandidateFinder::unit_at(Span span, const Clause** clause) const {
  for (const Clause& one : claused_.clauses) {
    if (!one.span.overlaps(span)) continue;
    *clause = &one;
    return &claused_.units[static_cast<size_t>(one.unit)];
  }
  return nullptr;
}

// Each name that heads no clause is an entry by itself, of what is said around it.
void CandidateFinder::add_frameworks() {
  for (size_t i = 0; i < document_.frameworks.size(); ++i) {
    const Framework& framework = document_.frameworks[i];
    const Clause* clause = nullptr;
    const Unit* unit = framework_taken_[i] ? nullptr : unit_at(framework.text, &clause);
    if (unit == nullptr) continue;
    Candidate candidate;
    candidate.document = index_;
    candidate.text = framework.text;
    candidate.tokens = tokens_in(document_, framework.text);
    candidate.label = framework.text;
    candidate.id = ids_.of(Layer::Framework)[i].id;
    candidate.name = framework.name;
    candidate.known_name = !framework.id.empty();
    candidate.event = framework.kind == FrameworkKind::Event;
    candidate.name_key = framework_key(framework.name, states_, tools_.knowledge->world);
    candidate.kind = kind_of(framework);
    bool echo = false;
    const Commitment* commitment = commitment_of(*clause, &echo);
    candidate.stage = stage_of(*clause, *unit, commitment);
    candidate.opens = true;
    candidate.in_passing = echo || !opens(*clause, *unit, commitment);
    for (const Feature& feature : clause->features) {
      if (candidate.tokens.overlaps(feature.tokens) && feature.kind == FeatureKind::Word) {
        candidate.core.push_back({feature.kind, feature.key, true, true, false, 1});
      }
    }
    set_parties(candidate, *unit, commitment);
    candidate.made_by = "ledger.name";
    out_.push_back(std::move(candidate));
  }
}

void CandidateFinder::add_instruments() {
  for (size_t i = 0; i < document_.instruments.size(); ++i) {
    const Instrument& instrument = document_.instruments[i];
    const Clause* clause = nullptr;
    if (unit_at(instrument.text, &clause) == nullptr) continue;
    Candidate candidate;
    candidate.document = index_;
    candidate.text = instrument.text;
    candidate.tokens = tokens_in(document_, instrument.text);
    candidate.label = instrument.text;
    candidate.id = ids_.of(Layer::Instrument)[i].id;
    candidate.kind = ThreadKind::Instrument;
    candidate.stage = EntryStage::Done;
    candidate.opens = true;
    for (const Feature& feature : clause->features) {
      if (candidate.tokens.overlaps(feature.tokens) && feature.kind == FeatureKind::Word) {
        candidate.core.push_back({feature.kind, feature.key, true, true, false, 1});
      }
    }
    candidate.by = ids_of(instrument.parties);
    candidate.made_by = "ledger.instrument";
    out_.push_back(std::move(candidate));
  }
}

// Several things cut from one claim: the first has the claim's id, the next ".2".
void CandidateFinder::number_ids() {
  std::map<std::string, int32_t> seen;
  for (Candidate& candidate : out_) {
    if (candidate.id.empty())
      candidate.id = "n-" + ids_.text.substr(2) +
                     fmt::format("-{}", code_points_.to_code_points(candidate.text.begin));
    const int32_t nth = ++seen[candidate.id];
    if (nth > 1) candidate.id += fmt::format(".{}", nth);
  }
}

}  // namespace

std::vector<Candidate> find_candidates(const Document& document, int32_t index,
                                       const std::vector<std::string>& states,
                                       const LedgerTools& tools) {
  return CandidateFinder(document, index, states, tools).find();
}

}  // namespace verbale
