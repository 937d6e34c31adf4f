#include "accounts/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "accounts/details.h"
#include "accounts/points.h"
#include "accounts/witnesses.h"
#include "base/utf8.h"
#include "record/ids.h"

namespace verbale {
namespace {

template <size_t N, class Value>
std::string_view name_of(const std::string_view (&names)[N], Value value) {
  return names[static_cast<size_t>(value)];
}

}  // namespace

std::string_view to_string(DifferenceKind kind) {
  constexpr std::string_view kNames[] = {"speaker", "strength",   "negation", "numbers",
                                         "names",   "adjectives", "order",    "length"};
  return name_of(kNames, kind);
}

std::string_view to_string(NotSame reason) {
  constexpr std::string_view kNames[] = {"shares too little",       "shares some words only",
                                         "is another shared point", "is about another party",
                                         "goes the other way",      "says the opposite",
                                         "perhaps the same"};
  return name_of(kNames, reason);
}

const PointPart* Point::part_of(int32_t account) const {
  const auto found = std::ranges::find(parts, account, &PointPart::account);
  return found == parts.end() ? nullptr : &*found;
}

const Absence* Point::absence_of(int32_t account) const {
  const auto found = std::ranges::find(absences, account, &Absence::account);
  return found == absences.end() ? nullptr : &*found;
}

std::string_view scope_of(const Document& document) {
  if (!document.publication.report_kind) return "a report of unknown kind";
  switch (*document.publication.report_kind) {
    case ReportKind::JointStatement:
      return "a joint statement: what both sides agreed to say";
    case ReportKind::Readout:
      return "a readout: the talks point by point, as one side tells them";
    case ReportKind::Wire:
      return "a wire report of one side's words: a summary, its silence says little";
    case ReportKind::WrapUp:
      return "a report of the outcome: not all that was said";
  }
  return {};
}

namespace {

class Comparer {
 public:
  Comparer(std::span<const ScopedAccount> texts, const Knowledge& knowledge,
           const Meanings& meanings)
      : meanings_(meanings) {
    texts_.assign(texts.begin(), texts.end());
    std::ranges::sort(texts_, [](const ScopedAccount& a, const ScopedAccount& b) {
      const auto key = [](const Document& d) {
        return std::tuple<std::string_view, std::string_view, std::string_view>(
            d.publication.day().value, d.source.name, d.text);
      };
      return key(*a.document) < key(*b.document);
    });
    for (const ScopedAccount& text : texts_) documents_.push_back(text.document);
    set_copies_apart();
    for (size_t a = 0; a < result_.accounts.size(); ++a) cut(a, knowledge);
  }

  Comparison compare() {
    const ClauseField field(claused_, meanings_);
    const PointGroups grouped = group_clauses(field);
    for (const ClauseGroup& group : grouped.groups) add_point(field, group);
    add_commitments();
    add_order(result_.points, result_.accounts.size());
    add_absences(field, grouped.links, grouped.groups, result_);
    name_points();
    return std::move(result_);
  }

 private:
  // Accounts are the documents but for those that another account is printed in whole.
  void set_copies_apart() {
    const std::vector<PrintedAgain> printed = find_printed_again(documents_);
    std::vector<const PrintedAgain*> printed_of(documents_.size(), nullptr);
    for (const PrintedAgain& one : printed) printed_of[static_cast<size_t>(one.document)] = &one;
    std::vector<int32_t> account_of(documents_.size(), -1);
    for (size_t d = 0; d < documents_.size(); ++d) {
      const PrintedAgain* copy = printed_of[d];
      if (copy != nullptr && copy->whole()) continue;
      account_of[d] = static_cast<int32_t>(result_.accounts.size());
      result_.accounts.push_back(documents_[d]);
      printed_.push_back(copy == nullptr ? std::vector<Span>() : copy->printed);
      result_.outside.push_back(texts_[d].outside);
    }
    for (size_t d = 0; d < documents_.size(); ++d) {
      if (account_of[d] < 0) continue;
      const size_t witness = printed_of[d] == nullptr ? d : static_cast<size_t>(printed_of[d]->of);
      result_.witness.push_back(account_of[witness]);
    }
    for (const PrintedAgain& one : printed) {
      if (!one.whole()) continue;
      result_.copies.push_back({documents_[static_cast<size_t>(one.document)],
                                account_of[static_cast<size_t>(one.of)], one.covered, one.own});
    }
    std::ranges::stable_sort(result_.copies, {}, &AccountCopy::of);
  }

  void cut(size_t account, const Knowledge& knowledge) {
    const Document& document = *result_.accounts[account];
    const bool readable = document.publication.language == "en";
    result_.readable.push_back(readable);
    claused_.push_back(readable ? cut_clauses(document, knowledge)
                                : ClausedDocument{&document, {}, {}});
    if (!printed_[account].empty()) leave_out(claused_.back(), printed_[account]);
    const std::vector<Span>& outside = result_.outside[account];
    if (!outside.empty()) leave_out(claused_.back(), outside);
  }

  void add_point(const ClauseField& field, const ClauseGroup& group) {
    Point& point = result_.points.emplace_back();
    int32_t last = -2;
    for (const int32_t i : group.clauses) {
      const int32_t account = field.ref(i).account;
      if (point.parts.empty() || point.parts.back().account != account) {
        point.parts.push_back({account, {}, {}, {}, {}});
      }
      add_clause(field, i, last == i - 1, point.parts.back());
      last = i;
    }
    std::set<int32_t> witnesses;
    for (PointPart& part : point.parts) {
      witnesses.insert(result_.witness[static_cast<size_t>(part.account)]);
    }
    point.witnesses = static_cast<int32_t>(witnesses.size());
    point.label = label_of(field, group);
    point.topic = topic_of(field, group, meanings_);
    point.differences = differences_of(field, group, point, meanings_);
  }

  static void add_once(std::vector<int32_t>& list, int32_t value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
  }

  static void add_clause(const ClauseField& field, int32_t i, bool next, PointPart& part) {
    const Clause& clause = field.clause(i);
    const Unit& unit = field.unit(i);
    const bool goes_on = next && !part.spans.empty() && clause.start != ClauseStart::Rest &&
                         clause.start != ClauseStart::Unit;
    if (goes_on)
      part.spans.back().end = clause.span.end;
    else
      part.spans.push_back(clause.span);
    if (unit.statement >= 0) add_once(part.statements, unit.statement);
    const Document& document = field.document(part.account);
    for (const int32_t actor : unit.speakers) {
      const std::string& id = document.actors[static_cast<size_t>(actor)].id;
      if (std::ranges::find(part.speakers, id) == part.speakers.end()) part.speakers.push_back(id);
    }
  }

  // The words of `text` that a point's part in that account holds, in bytes.
  static uint32_t held(const Point& point, int32_t account, Span text) {
    const PointPart* part = point.part_of(account);
    if (part == nullptr) return 0;
    uint32_t common = 0;
    for (const Span span : part->spans) {
      if (span.overlaps(text))
        common += std::min(span.end, text.end) - std::max(span.begin, text.begin);
    }
    return common;
  }

  // A commitment belongs to the point that has most of its words; where several have as many, to
  // the first.
  void add_commitments() {
    for (size_t a = 0; a < result_.accounts.size(); ++a) {
      const std::vector<Commitment>& commitments = result_.accounts[a]->commitments;
      for (size_t c = 0; c < commitments.size(); ++c) {
        add_commitment(static_cast<int32_t>(a), static_cast<int32_t>(c), commitments[c]);
      }
    }
  }

  void add_commitment(int32_t account, int32_t index, const Commitment& commitment) {
    Point* best = nullptr;
    uint32_t most = 0;
    for (Point& point : result_.points) {
      const uint32_t common = held(point, account, commitment.text);
      if (common <= most) continue;
      best = &point;
      most = common;
    }
    if (best == nullptr) return;
    const auto part = std::ranges::find(best->parts, account, &PointPart::account);
    part->commitments.push_back(index);
    best->undertaken =
        best->undertaking ? std::min(best->undertaken, commitment.kind) : commitment.kind;
    best->undertaking = true;
  }

  // A point is known by where it stands first: in the first account that has it.
  void name_points() {
    std::vector<CodePointIndex> indices;
    std::vector<std::string> texts;
    for (const Document* document : result_.accounts) {
      indices.emplace_back(document->text);
      texts.push_back(text_id(document->text));
    }
    for (Point& point : result_.points) {
      const PointPart& first = point.parts.front();
      const size_t account = static_cast<size_t>(first.account);
      const uint32_t anchor = indices[account].to_code_points(first.spans.front().begin);
      point.id = "p" + claim_id(texts[account], Layer::Statement, anchor, 0).substr(1);
    }
  }

  const Meanings& meanings_;
  std::vector<ScopedAccount> texts_;         // by date and name
  std::vector<const Document*> documents_;  // of them
  std::vector<std::vector<Span>> printed_;  // of each account: what it prints again of another
  Comparison result_;
  std::vector<ClausedDocument> claused_;
};

}  // namespace

Comparison compare(std::span<const ScopedAccount> texts, const Knowledge& knowledge,
                   const Meanings& meanings) {
  return Comparer(texts, knowledge, meanings).compare();
}

Comparison compare(std::span<const Document* const> documents, const Knowledge& knowledge,
                   const Meanings& meanings) {
  std::vector<ScopedAccount> texts;
  for (const Document* document : documents) texts.push_back({document, {}});
  return compare(texts, knowledge, meanings);
}

}  // namespace verbale
