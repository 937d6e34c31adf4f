#include "ledger/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "actors/resolve.h"
#include "base/utf8.h"
#include "ledger/claim_sense.h"
#include "ledger/clause_parts.h"
#include "ledger/core.h"
#include "ledger/labels.h"
#include "ledger/steps.h"
#include "record/ids.h"

namespace verbale {
namespace {

constexpr double kWhichOne = 0.3;  // of a word that tells one project from others of its kind

ThreadKind kind_of(FrameworkKind kind) {
  switch (kind) {
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
  CandidateFinder(const Document& document, int32_t index, std::span<const NamedPlace> names,
                  const LedgerTools& tools)
      : document_(document),
        index_(index),
        names_(names),
        tools_(tools),
        words_(document),
        cores_(document, words_, tools),
        labels_(document, words_, cores_, tools),
        parts_(words_, *tools.knowledge),
        claused_(cut_clauses(document, *tools.knowledge)),
        sense_(document, words_, claused_, tools),
        code_points_(document.text),
        ids_(make_ids(document, code_points_)),
        name_taken_(names.size(), false) {}

  std::vector<Candidate> find() {
    for (const Unit& unit : claused_.units) add_unit(unit);
    add_rest_of_commitments();
    add_names();
    add_instruments();
    std::ranges::stable_sort(
        out_, {}, [](const Candidate& c) { return std::pair(c.text.begin, c.text.end); });
    number_ids();
    return std::move(out_);
  }

 private:
  void add_unit(const Unit& unit);
  bool in_name(int32_t token) const;
  bool names_a_thing(const Core& core) const;
  void add_clause(const Clause& clause, const Unit& unit, const Core& core, uint32_t begin);
  void set_words(Candidate& candidate, const Clause& clause, const Core& core) const;
  void set_steps(Candidate& candidate, const Clause& clause, const Unit& unit,
                 const Commitment* commitment) const;
  void add_rest_of_commitments();
  void add_names();
  void add_name(const NamedPlace& name, const Clause& clause, const Unit& unit);
  void add_instruments();
  void number_ids();
  std::string claim_of(const Unit& unit, const Commitment* commitment) const;
  void set_parties(Candidate& candidate, const Unit& unit, const Commitment* commitment) const;
  void set_direction(Candidate& candidate, const Clause& clause) const;
  void set_catalysts(Candidate& candidate) const;
  void set_name(Candidate& candidate, const NamedPlace& name) const;
  void take_core_of(Candidate& candidate, const Clause& clause) const;
  bool tells_instrument(const Clause& clause) const;
  ThreadKind kind_by_words(TokenRange head) const;
  bool ends_head(const NamedPlace& name, TokenRange head) const;
  void name_after(Candidate& candidate, const Core& core);
  const Unit* unit_at(Span span, const Clause** clause) const;
  std::vector<std::string> ids_of(const std::vector<int32_t>& actors) const;

  const Document& document_;
  int32_t index_;
  std::span<const NamedPlace> names_;
  const LedgerTools& tools_;
  WordsAt words_;
  CoreFinder cores_;
  LabelMaker labels_;
  ClauseParts parts_;
  ClausedDocument claused_;
  ClaimSense sense_;
  CodePointIndex code_points_;
  RecordIds ids_;
  std::vector<bool> name_taken_;
  std::vector<Candidate> out_;
};

std::vector<std::string> CandidateFinder::ids_of(const std::vector<int32_t>& actors) const {
  std::vector<std::string> ids;
  for (const int32_t body : bodies_of(document_, actors)) {
    ids.push_back(document_.actors[static_cast<size_t>(body)].id);
  }
  std::ranges::sort(ids);
  return ids;
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

void CandidateFinder::set_name(Candidate& candidate, const NamedPlace& name) const {
  candidate.name = name.name;
  candidate.known_name = name.known;
  candidate.event = name.kind == FrameworkKind::Event;
  candidate.name_key = name.key;
  candidate.kind = kind_of(name.kind);
}

// Behind the name, words that add nothing at most: "the X railway project".
bool CandidateFinder::ends_head(const NamedPlace& name, TokenRange head) const {
  for (int32_t i = head.last - 1; i >= head.first; --i) {
    if (words_.at(i).span.begin < name.text.end) return true;
    if (!cores_.is_slight(i)) return false;
  }
  return false;
}

// A clause whose thing is a framework has that framework's name.
void CandidateFinder::name_after(Candidate& candidate, const Core& core) {
  const Span head = document_.span_of(core.head);
  for (size_t i = 0; i < names_.size(); ++i) {
    const NamedPlace& name = names_[i];
    if (name_taken_[i] || !head.overlaps(name.text)) continue;
    if (2 * name.text.size() < head.size() || !ends_head(name, core.head)) continue;
    set_name(candidate, name);
    if (name.text.contains(candidate.label)) candidate.label = name.text;
    for (CoreFeature& feature : candidate.core) {
      feature.named = feature.kind == FeatureKind::Word && feature.token >= 0 &&
                      name.text.contains(words_.at(feature.token).span);
      if (feature.named && name.kind == FrameworkKind::Project && !feature.anchor)
        feature.share *= kWhichOne;
    }
    name_taken_[i] = true;
    return;
  }
}

// Of the claim that the words stand in; empty: none.
std::string CandidateFinder::claim_of(const Unit& unit, const Commitment* commitment) const {
  if (commitment != nullptr) {
    const auto index = commitment - document_.commitments.data();
    return ids_.of(Layer::Commitment)[static_cast<size_t>(index)].id;
  }
  if (unit.statement >= 0)
    return ids_.of(Layer::Statement)[static_cast<size_t>(unit.statement)].id;
  return unit.topic >= 0 ? ids_.of(Layer::Topic)[static_cast<size_t>(unit.topic)].id
                         : std::string();
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
  if (!sense_.holds_attitude(clause)) return;
  std::set<std::string> before;
  std::set<std::string> behind;
  for (const Mention& mention : document_.mentions) {
    if (!clause.tokens.contains(mention.tokens.first) || mention.actor < 0) continue;
    const std::string state = sense_.state_of(mention.actor);
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
    for (Clause& part : parts_.parts_of(clause)) clauses.push_back(std::move(part));
  }
  uint32_t carried = UINT32_MAX;
  for (size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    const Core core = cores_.find(clause);
    const bool joined = i + 1 < clauses.size() && clauses[i + 1].start == ClauseStart::Conjunct &&
                        words_.is_verb(clauses[i + 1].head);
    const bool verbs_only = core.bare && !sense_.has_noun(clause) && words_.is_verb(clause.head);
    if (joined && (verbs_only || parts_.is_verb_alone(clause))) {
      carried = std::min(carried, clause.span.begin);
      continue;
    }
    if (!core.bare && names_a_thing(core))
      add_clause(clause, unit, core, std::min(carried, clause.span.begin));
    carried = UINT32_MAX;
  }
}

bool CandidateFinder::in_name(int32_t token) const {
  const Span span = words_.at(token).span;
  return std::ranges::any_of(document_.frameworks,
                             [&](const Framework& f) { return f.text.contains(span); });
}

void CandidateFinder::set_words(Candidate& candidate, const Clause& clause,
                                const Core& core) const {
  const TokenRange label = labels_.label_of(core, clause.tokens);
  candidate.label = document_.span_of(label);
  candidate.telling = labels_.telling_words(label);
  candidate.core = core.features;
  for (const Feature& feature : clause.features) {
    if (feature.kind == FeatureKind::Word && !in_name(feature.tokens.first))
      candidate.words.push_back({cores_.key_of(feature), feature.tokens.first});
  }
}

void CandidateFinder::set_steps(Candidate& candidate, const Clause& clause, const Unit& unit,
                                const Commitment* commitment) const {
  candidate.steps = find_steps(document_, words_, clause.tokens, tools_);
  std::erase_if(candidate.steps, [&](const Step& step) {
    if (step.kind == StepKind::Signature && candidate.stage == EntryStage::Raised)
      return true;  // asked for
    if (step.kind == StepKind::Date && unit.kind == UnitKind::Narrative)
      return true;  // when something is, not by when it shall be
    return !candidate.name.empty() && candidate.label.contains(step.text) &&
           step.kind != StepKind::Date;
  });
  if (candidate.opens) {
    const bool told = commitment != nullptr && clause.span.overlaps(commitment->when);
    candidate.deadline = find_deadline(document_, clause.tokens, told ? commitment->when : Span{});
  }
  set_catalysts(candidate);
}

void CandidateFinder::add_clause(const Clause& clause, const Unit& unit, const Core& core,
                                 uint32_t begin) {
  bool echo = false;
  const Commitment* commitment = sense_.commitment_of(clause, &echo);
  Candidate candidate;
  candidate.document = index_;
  candidate.text = {begin, clause.span.end};
  candidate.tokens = clause.tokens;
  candidate.sentence = unit.sentence;
  set_words(candidate, clause, core);
  candidate.stage = sense_.stage_of(clause, unit, commitment);
  candidate.opens = sense_.opens(clause, unit, commitment) && !echo &&
                    candidate.stage != EntryStage::UnderWay &&
                    (commitment != nullptr || !core.bare) &&
                    (commitment != nullptr || !sense_.is_goodwill(core));
  candidate.echo = echo;
  candidate.kind = kind_by_words(core.head);
  name_after(candidate, core);
  candidate.id = claim_of(unit, commitment);
  set_parties(candidate, unit, commitment);
  set_direction(candidate, clause);
  set_steps(candidate, clause, unit, commitment);
  candidate.made_by = commitment != nullptr              ? "ledger.undertaking"
                      : unit.kind == UnitKind::Statement ? "ledger.statement"
                      : unit.kind == UnitKind::Topic     ? "ledger.topic"
                                                         : "ledger.narrative";
  out_.push_back(std::move(candidate));
}

// Every undertaking of the record is in the ledger, also where no noun says what it is ("respond
// decisively", "visit again").
void CandidateFinder::add_rest_of_commitments() {
  for (const Commitment& commitment : document_.commitments) {
    const bool there = std::ranges::any_of(
        out_, [&](const Candidate& c) { return c.opens && c.text.overlaps(commitment.text); });
    const Clause* clause = nullptr;
    const Unit* unit = there ? nullptr : unit_at(commitment.text, &clause);
    if (unit != nullptr) add_clause(*clause, *unit, cores_.find(*clause), clause->span.begin);
  }
}

const Unit* CandidateFinder::unit_at(Span span, const Clause** clause) const {
  for (const Clause& one : claused_.clauses) {
    if (!one.span.overlaps(span)) continue;
    *clause = &one;
    return &claused_.units[static_cast<size_t>(one.unit)];
  }
  return nullptr;
}

// The words of the clause that stand in the candidate, all as its head.
void CandidateFinder::take_core_of(Candidate& candidate, const Clause& clause) const {
  for (const Feature& feature : clause.features) {
    if (!candidate.tokens.overlaps(feature.tokens) || feature.kind != FeatureKind::Word) continue;
    const bool named = !candidate.name_key.empty();
    const bool anchor = cores_.is_anchor(feature.tokens.first);
    const bool which = named && !anchor && candidate.kind == ThreadKind::Project;
    candidate.core.push_back({feature.kind, feature.key, feature.tokens.first, true, true, anchor,
                              named, which ? kWhichOne : 1});
  }
}

// Each name that heads no clause is an entry by itself, of what is said around it.
void CandidateFinder::add_names() {
  for (size_t i = 0; i < names_.size(); ++i) {
    const Clause* clause = nullptr;
    const Unit* unit = name_taken_[i] ? nullptr : unit_at(names_[i].text, &clause);
    if (unit != nullptr) add_name(names_[i], *clause, *unit);
  }
}

void CandidateFinder::add_name(const NamedPlace& name, const Clause& clause, const Unit& unit) {
  Candidate candidate;
  candidate.document = index_;
  candidate.text = name.text;
  candidate.tokens = tokens_in(document_, name.text);
  candidate.label = name.text;
  candidate.telling = labels_.telling_words(candidate.tokens);
  if (name.framework >= 0)
    candidate.id = ids_.of(Layer::Framework)[static_cast<size_t>(name.framework)].id;
  set_name(candidate, name);
  bool echo = false;
  const Commitment* commitment = sense_.commitment_of(clause, &echo);
  candidate.stage = sense_.stage_of(clause, unit, commitment);
  candidate.opens = true;
  candidate.in_passing = echo || !sense_.opens(clause, unit, commitment);
  take_core_of(candidate, clause);
  set_parties(candidate, unit, commitment);
  candidate.made_by = "ledger.name";
  out_.push_back(std::move(candidate));
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
    candidate.telling = labels_.telling_words(candidate.tokens);
    candidate.id = ids_.of(Layer::Instrument)[i].id;
    candidate.kind = ThreadKind::Instrument;
    candidate.stage = EntryStage::Done;
    candidate.opens = true;
    candidate.single = instrument.count.value_or(1) == 1 && !words_.at(candidate.tokens.last - 1).plural;
    take_core_of(candidate, *clause);
    candidate.by = ids_of(instrument.parties);
    candidate.made_by = "ledger.instrument";
    out_.push_back(std::move(candidate));
  }
}

// Several things cut from one claim: the first has the claim's id, the next ".2". What is cut from
// none has the text's id and its place in code points.
void CandidateFinder::number_ids() {
  std::map<std::string, int32_t> seen;
  for (Candidate& candidate : out_) {
    if (candidate.id.empty())
      candidate.id = fmt::format("n-{}-{}-{}", ids_.text.substr(2),
                                 code_points_.to_code_points(candidate.text.begin),
                                 code_points_.to_code_points(candidate.text.end));
    const int32_t nth = ++seen[candidate.id];
    if (nth > 1) candidate.id += fmt::format(".{}", nth);
  }
}

}  // namespace

std::vector<Candidate> find_candidates(const Document& document, int32_t index,
                                       std::span<const NamedPlace> names,
                                       const LedgerTools& tools) {
  return CandidateFinder(document, index, names, tools).find();
}

}  // namespace verbale
