#include "clauses/clauses.h"

#include <algorithm>
#include <array>

#include "clauses/cuts.h"
#include "clauses/features.h"
#include "clauses/units.h"

namespace verbale {
namespace {

constexpr auto kNegations = std::to_array<std::string_view>(
    {"cannot", "n't", "neither", "never", "no", "nor", "not", "n’t", "without"});

class ClauseBuilder {
 public:
  ClauseBuilder(const Document& document, const Knowledge& knowledge)
      : document_(document), features_(document, knowledge), names_(document) {
    result_.document = &document;
  }

  ClausedDocument build() {
    for (const UnitStretches& found : find_units(document_)) add(found);
    return std::move(result_);
  }

 private:
  void add(const UnitStretches& found) {
    const int32_t index = static_cast<int32_t>(result_.units.size());
    Unit unit = found.unit;
    unit.first_clause = static_cast<int32_t>(result_.clauses.size());
    for (const TokenRange stretch : found.stretches) {
      build_tree(stretch);
      const bool rest = stretch.first != found.stretches.front().first;
      for (const ClauseCut& cut : cut_stretch(document_, tree_, names_, stretch)) {
        Clause& clause = result_.clauses.emplace_back();
        clause.unit = index;
        clause.tokens = cut.tokens;
        clause.span = document_.span_of(cut.tokens);
        clause.start = rest && cut.start == ClauseStart::Unit ? ClauseStart::Rest : cut.start;
        clause.head = head_of(cut.tokens);
        clause.negated = is_negated(cut.tokens);
        clause.features = features_.read(cut.tokens);
      }
    }
    unit.last_clause = static_cast<int32_t>(result_.clauses.size());
    if (unit.first_clause < unit.last_clause) result_.units.push_back(std::move(unit));
  }

  // A content may run over several sentences, a stretch never does.
  void build_tree(TokenRange stretch) {
    if (tree_.range().contains(stretch.first)) return;
    const auto sentence =
        std::upper_bound(document_.sentences.begin(), document_.sentences.end(), stretch.first,
                         [](int32_t token, const Sentence& s) { return token < s.tokens.first; });
    tree_.build(document_, (sentence - 1)->tokens);
  }

  // The first word whose head lies outside.
  int32_t head_of(TokenRange tokens) const {
    for (int32_t i = tokens.first; i < tokens.last; ++i) {
      const Token& token = document_.tokens[static_cast<size_t>(i)];
      if (token.upos != Upos::PUNCT && !tokens.contains(token.head) &&
          token.deprel != Deprel::mark && token.deprel != Deprel::cc &&
          token.deprel != Deprel::case_) {
        return i;
      }
    }
    return tokens.first;
  }

  bool is_negated(TokenRange tokens) const {
    for (int32_t i = tokens.first; i < tokens.last; ++i) {
      if (std::ranges::find(kNegations, document_.tokens[static_cast<size_t>(i)].lower) !=
          kNegations.end()) {
        return true;
      }
    }
    return false;
  }

  const Document& document_;
  FeatureReader features_;
  NameInsides names_;
  Tree tree_;
  ClausedDocument result_;
};

}  // namespace

ClausedDocument cut_clauses(const Document& document, const Knowledge& knowledge) {
  return ClauseBuilder(document, knowledge).build();
}

}  // namespace verbale
