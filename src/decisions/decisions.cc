#include "decisions/decisions.h"

#include <algorithm>
#include <utility>

#include "decisions/cases.h"
#include "decisions/fields.h"
#include "decisions/pronouns.h"
#include "record/evidence.h"
#include "record/pairing.h"
#include "statements/statements.h"

namespace verbale {
namespace {

// An entry on its way: the reader's, or one put in again, and the case about it.
template <class Entry>
struct Judged {
  Entry entry;
  int32_t decided = -1;   // case
  std::string_view rule;  // made_by before a person changed it
  bool found = true;
  bool adrift = false;  // what it follows from no longer holds its words
};

CodeRange code_range(const CodePointIndex& index, Span span) {
  return {index.to_code_points(span.begin), index.to_code_points(span.end)};
}

template <class Entry>
Span cue_of(const Entry&) {
  return {};
}
Span cue_of(const Statement& statement) { return statement.cue; }

// Where an entry stands in its list.
template <class Entry>
std::pair<int32_t, uint32_t> order_of(const Entry& entry) {
  return {0, entry.text.begin};
}
std::pair<int32_t, uint32_t> order_of(const Statement& statement) {
  return {0, statement.content.front().begin};
}
std::pair<int32_t, uint32_t> order_of(const Commitment& commitment) {
  return {commitment.statement, commitment.text.begin};
}
std::pair<int32_t, uint32_t> order_of(const Actor&) { return {0, 0}; }

template <class Entry>
std::vector<int32_t> speakers_of(const Entry&) {
  return {};
}
std::vector<int32_t> speakers_of(const Statement& statement) { return statement.speaker; }

// An actor's rule is that of his mentions.
std::string_view* rule_of(Actor&) { return nullptr; }
template <class Entry>
std::string_view* rule_of(Entry& entry) {
  return &entry.made_by;
}

class Judge {
 public:
  Judge(Document& document, const Knowledge& knowledge)
      : document_(document),
        index_(document.text),
        book_(*document.review),
        setter_(document, knowledge, index_, book_),
        ids_(make_ids(document, index_)) {}

  template <class Entry>
  void judge(Layer layer, std::vector<Entry>& entries) {
    layer_ = layer;
    const std::vector<ReviewCase>& cases = book_.cases(layer);
    const std::vector<int32_t> found = find_entries(cases, entries);  // by entry: its case
    std::vector<Ruling> rulings;
    for (const ReviewCase& decided : cases) rulings.push_back(book_.rule_on(decided));
    std::vector<Judged<Entry>> judged;
    for (size_t i = 0; i < entries.size(); ++i) {
      const CodeRange place = code_range(index_, evidence_of(document_, entries[i]));
      const int32_t own = found[i];
      const bool out = own >= 0 ? rulings[static_cast<size_t>(own)].rejected
                                : layer != Layer::Actor && book_.kept_out(place);
      if (!out || layer == Layer::Actor)
        judged.push_back({std::move(entries[i]), own, {}, true, false});
    }
    for (Judged<Entry>& one : judged) {
      if (one.decided >= 0) correct(one, cases, rulings);
    }
    std::erase_if(judged, [](const Judged<Entry>& one) { return one.adrift; });
    put_in_again(judged, cases, rulings, found);
    note(judged, cases, rulings, found);
    entries.clear();
    for (Judged<Entry>& one : judged) entries.push_back(std::move(one.entry));
  }

 private:
  template <class Entry>
  std::vector<int32_t> find_entries(const std::vector<ReviewCase>& cases,
                                    const std::vector<Entry>& entries) const {
    std::vector<int32_t> found(entries.size(), -1);
    if (cases.empty()) return found;
    std::vector<PlacedClaim> decided;
    std::vector<PlacedClaim> read;
    for (const ReviewCase& one : cases) decided.push_back({one.place, one.claim.id, one.cue});
    for (size_t i = 0; i < entries.size(); ++i) {
      read.push_back({code_range(index_, evidence_of(document_, entries[i])), ids_.of(layer_)[i].id,
                      code_range(index_, cue_of(entries[i]))});
    }
    std::vector<bool> taken(cases.size(), false);
    for (const Pairing& pairing : pair_by_place(decided, read)) {
      if (!pairing.is_one_claim() || taken[pairing.old] || found[pairing.fresh] >= 0) continue;
      taken[pairing.old] = true;
      found[pairing.fresh] = static_cast<int32_t>(pairing.old);
    }
    return found;
  }

  std::string_view person(const Ruling& ruling) {
    return document_.strings.intern("person:" + book_.decision(ruling.decisive).reviewer);
  }

  template <class Entry>
  void correct(Judged<Entry>& one, const std::vector<ReviewCase>& cases,
               const std::vector<Ruling>& rulings) {
    const Ruling& ruling = rulings[static_cast<size_t>(one.decided)];
    const Span words = evidence_of(document_, one.entry);
    const std::vector<int32_t> spoke = speakers_of(one.entry);
    if (!setter_.set(one.entry, ruling.fields, cases[static_cast<size_t>(one.decided)])) return;
    one.adrift = words != evidence_of(document_, one.entry) && !hangs_together(one.entry);
    if (std::string_view* rule = rule_of(one.entry))
      one.rule = std::exchange(*rule, person(ruling));
    if constexpr (std::is_same_v<Entry, Statement>) {
      let_pronouns_follow(document_, one.entry, spoke, one.entry.made_by);
    }
  }

  // What a person says is there and the reader does not find.
  template <class Entry>
  void put_in_again(std::vector<Judged<Entry>>& judged, const std::vector<ReviewCase>& cases,
                    const std::vector<Ruling>& rulings, const std::vector<int32_t>& found) {
    if constexpr (std::is_same_v<Entry, Actor>) return;
    for (size_t c = 0; c < cases.size(); ++c) {
      if (!rulings[c].kept || std::ranges::find(found, static_cast<int32_t>(c)) != found.end())
        continue;
      Judged<Entry> made{{}, static_cast<int32_t>(c), {}, false, false};
      setter_.set(made.entry, rulings[c].whole, cases[c]);
      if (evidence_of(document_, made.entry).empty() || !complete(made.entry) ||
          stands_already(judged, made.entry))
        continue;
      *rule_of(made.entry) = person(rulings[c]);
      const auto after = std::ranges::find_if(judged, [&](const Judged<Entry>& other) {
        return order_of(other.entry) > order_of(made.entry);
      });
      judged.insert(after, std::move(made));
    }
  }

  template <class Entry>
  bool stands_already(const std::vector<Judged<Entry>>& judged, const Entry& made) const {
    return std::ranges::any_of(judged, [&](const Judged<Entry>& other) {
      return evidence_of(document_, other.entry) == evidence_of(document_, made) &&
             cue_of(other.entry) == cue_of(made);
    });
  }

  bool complete(Statement& statement) const {
    if (statement.content.empty()) return false;
    const uint32_t at =
        statement.cue.empty() ? statement.content.front().begin : statement.cue.begin;
    const auto next = std::ranges::upper_bound(document_.sentences, at, {},
                                               [](const Sentence& s) { return s.span.begin; });
    statement.sentence = static_cast<int32_t>(next - document_.sentences.begin()) - 1;
    return statement.sentence >= 0;
  }

  // A corrected undertaking whose words are no longer its statement's follows from another, or from
  // none.
  bool hangs_together(Commitment& commitment) const {
    if (commitment.statement >= 0) {
      for (const Span content :
           document_.statements[static_cast<size_t>(commitment.statement)].content) {
        if (content.overlaps(commitment.text)) return true;
      }
    }
    return complete(commitment);
  }
  template <class Entry>
  bool hangs_together(Entry&) const {
    return true;
  }

  // An undertaking is part of what a statement says: the shortest that holds its words.
  bool complete(Commitment& commitment) const {
    uint32_t shortest = UINT32_MAX;
    for (size_t i = 0; i < document_.statements.size(); ++i) {
      for (const Span content : document_.statements[i].content) {
        if (!content.overlaps(commitment.text) || content.size() >= shortest) continue;
        shortest = content.size();
        commitment.statement = static_cast<int32_t>(i);
      }
    }
    return commitment.statement >= 0 && !commitment.by.empty();
  }

  template <class Entry>
  bool complete(Entry&) const {
    return true;
  }

  // Keeps statements in the order of their contents, as the reader does.
  template <class Entry>
  void note(std::vector<Judged<Entry>>& judged, const std::vector<ReviewCase>& cases,
            const std::vector<Ruling>& rulings, const std::vector<int32_t>& found) {
    if constexpr (std::is_same_v<Entry, Statement>) {
      std::ranges::stable_sort(
          judged, {}, [](const Judged<Statement>& one) { return one.entry.content.front().begin; });
    }
    std::vector<DecidedEntry> noted(cases.size());
    for (size_t c = 0; c < cases.size(); ++c) {
      noted[c] = {layer_, -1, cases[c].claim, cases[c].decisions, {}, false, rulings[c].disputed};
      noted[c].found = std::ranges::find(found, static_cast<int32_t>(c)) != found.end();
    }
    for (size_t i = 0; i < judged.size(); ++i) {
      if (judged[i].decided < 0) continue;
      DecidedEntry& entry = noted[static_cast<size_t>(judged[i].decided)];
      entry.index = static_cast<int32_t>(i);
      entry.rule = judged[i].rule;
    }
    std::ranges::move(noted, std::back_inserter(document_.review->entries));
  }

  Document& document_;
  CodePointIndex index_;
  CaseBook book_;
  FieldSetter setter_;
  RecordIds ids_;  // as the reader's entries would have them
  Layer layer_ = Layer::Statement;
};

bool undecided(const Document& document) {
  return !document.review || document.review->decisions.empty();
}

}  // namespace

void decide_statements(Document& document, const Knowledge& knowledge) {
  if (document.review) document.review->entries.clear();
  if (undecided(document)) return;
  Judge(document, knowledge).judge(Layer::Statement, document.statements);
  find_parents(document.statements);
}

void decide_the_rest(Document& document, const Knowledge& knowledge) {
  if (undecided(document)) return;
  Judge judge(document, knowledge);
  judge.judge(Layer::Topic, document.topics);
  judge.judge(Layer::Commitment, document.commitments);
  judge.judge(Layer::Meeting, document.meetings);
  judge.judge(Layer::Instrument, document.instruments);
  judge.judge(Layer::Framework, document.frameworks);
  judge.judge(Layer::Quantity, document.quantities);
  judge.judge(Layer::Actor, document.actors);
}

}  // namespace verbale
