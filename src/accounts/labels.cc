// A label is made of the record's own strings: the speakers' names, the cue, a clause. Nothing is
// composed.
#include <algorithm>
#include <map>

#include "accounts/details.h"
#include "base/plain_line.h"

namespace verbale {
namespace {

constexpr size_t kMembers = 24;
constexpr uint32_t kLongestLabel = 160;  // code points of the clause

// How clear a clause is as a name of the point: like the others, of middling length, not the title.
int32_t clearest(const ClauseField& field, const ClauseGroup& group) {
  // Of a large group some stand for all.
  std::vector<int32_t> some;
  const size_t stride = 1 + group.clauses.size() / kMembers;
  for (size_t x = 0; x < group.clauses.size(); x += stride) some.push_back(group.clauses[x]);
  int32_t best = some.front();
  double best_score = -1;
  for (const int32_t i : some) {
    double score = 0;
    for (const int32_t j : some) {
      if (i != j) score += field.like(i, j).score;
    }
    score /= std::max<double>(1, static_cast<double>(some.size()) - 1);
    const Document& document = field.document(field.ref(i).account);
    if (document.publication.title.overlaps(field.clause(i).span)) score *= 0.5;
    if (field.unit(i).statement >= 0) score += 0.1;  // somebody answers for it
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

// The clause with those of its unit beside it that belong to the same point.
Span with_neighbours(const ClauseField& field, const ClauseGroup& group, int32_t best) {
  const auto belongs = [&](int32_t i) {
    return std::ranges::binary_search(group.clauses, i) &&
           field.ref(i).account == field.ref(best).account &&
           field.clause(i).unit == field.clause(best).unit;
  };
  int32_t first = best;
  int32_t last = best;
  while (first > 0 && belongs(first - 1)) --first;
  while (belongs(last + 1)) ++last;
  return join(field.clause(first).span, field.clause(last).span);
}

}  // namespace

std::string label_of(const ClauseField& field, const ClauseGroup& group) {
  const int32_t best = clearest(field, group);
  const Document& document = field.document(field.ref(best).account);
  const Unit& unit = field.unit(best);
  const std::string words =
      cut_line(plain_line(document.str(with_neighbours(field, group, best))), kLongestLabel);
  std::string who;
  for (const int32_t actor : unit.speakers) {
    who += (who.empty() ? "" : ", ") + document.actors[static_cast<size_t>(actor)].name;
  }
  if (unit.statement < 0) return who.empty() ? words : who + ": " + words;
  const Statement& statement = document.statements[static_cast<size_t>(unit.statement)];
  if (!statement.cue.empty())
    who += (who.empty() ? "" : " ") + plain_line(document.str(statement.cue));
  return who.empty() ? words : who + ": " + words;
}

std::string topic_of(const ClauseField& field, const ClauseGroup& group, const Meanings& meanings) {
  struct Told {
    double weight = 0;
    size_t clauses = 0;
    std::string words;
  };
  std::map<std::string, Told> told;
  for (const int32_t i : group.clauses) {
    const Document& document = field.document(field.ref(i).account);
    for (const Feature& feature : field.clause(i).features) {
      if (feature.party || feature.kind == FeatureKind::Number ||
          feature.kind == FeatureKind::Date) {
        continue;
      }
      Told& entry = told[feature.key];
      entry.weight = meanings.weight(feature);
      ++entry.clauses;
      if (!entry.words.empty()) continue;
      entry.words = feature.kind == FeatureKind::Framework
                        ? feature.key
                        : plain_line(document.str(document.span_of(feature.tokens)));
    }
  }
  const Told* best = nullptr;
  const auto worth = [](const Told& t) { return t.weight * static_cast<double>(t.clauses); };
  for (const auto& [key, entry] : told) {
    if (best == nullptr || worth(entry) > worth(*best)) best = &entry;
  }
  return best == nullptr ? std::string() : best->words;
}

}  // namespace verbale
