#include "store/search_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "store/search_names.h"
#include "store/search_rows.h"

namespace verbale {
namespace {

constexpr int64_t kMonths = 13;  // of a year in a date code: 0 for none
constexpr int64_t kDays = 32;

bool any_in(const std::vector<FactId>& facts, const std::vector<FactId>& wanted) {
  return std::ranges::any_of(facts, [&](FactId id) { return std::ranges::binary_search(wanted, id); });
}

// May stand beside other fields that are asked of one entry: a field, or field:(a OR b).
bool is_entry_value(const SearchNode& node) {
  if (node.kind == SearchNode::Kind::Field) return is_entry_field(node.field);
  return node.kind == SearchNode::Kind::Or && std::ranges::all_of(node.children, is_entry_value);
}

bool is_entry_group(const SearchNode& node) {
  const bool group = node.kind == SearchNode::Kind::And || node.kind == SearchNode::Kind::Or;
  return group ? std::ranges::all_of(node.children, is_entry_group) : is_entry_value(node);
}

PlanNode plan_node(PlanNode::Kind kind) {
  PlanNode node;
  node.kind = kind;
  return node;
}

bool holds_all(const EntryQuestion& question) {
  return question.kind == EntryQuestion::Kind::All || std::ranges::any_of(question.parts, holds_all);
}

PlanNode entry_node(EntryQuestion question) {
  PlanNode node = plan_node(PlanNode::Kind::Entry);
  node.exact = !holds_all(question);
  node.question = std::move(question);
  return node;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  if (parts.empty()) return none_token();
  if (parts.size() == 1) return parts.front();
  return fmt::format("({})", fmt::join(parts, between));
}

std::string cover_facts(const std::vector<FactId>& facts) {
  std::vector<std::string> tokens;
  for (const FactId id : facts) tokens.push_back(fact_token(id));
  return join(tokens, " OR ");
}

std::string cover_question(const EntryQuestion& question) {
  if (question.kind == EntryQuestion::Kind::AnyOf) return cover_facts(question.facts);
  std::vector<std::string> parts;
  for (const EntryQuestion& part : question.parts) parts.push_back(cover_question(part));
  return join(parts, question.kind == EntryQuestion::Kind::All ? " AND " : " OR ");
}

bool fits_node(const PlanNode& node, const SearchCandidate& candidate) {
  const auto fits = [&](const PlanNode& child) { return fits_node(child, candidate); };
  switch (node.kind) {
    case PlanNode::Kind::Words: return !node.words->find(candidate.text, candidate.words).empty();
    case PlanNode::Kind::Facts: return any_in(candidate.facts->facts, node.facts);
    case PlanNode::Kind::Entry:
      return std::ranges::any_of(candidate.facts->entries,
                                 [&](const EntryFacts& entry) { return node.question.fits(entry); });
    case PlanNode::Kind::Text: return std::ranges::binary_search(node.texts, unpack(candidate.row).text);
    case PlanNode::Kind::Days: {
      const int64_t day = unpack(candidate.row).code;
      return day != kUndated && node.first_day <= day && day <= node.last_day;
    }
    case PlanNode::Kind::And: return std::ranges::all_of(node.children, fits);
    case PlanNode::Kind::Or: return std::ranges::any_of(node.children, fits);
    case PlanNode::Kind::Not: return !fits(node.children.front());
  }
  return false;
}

bool has_words(const PlanNode& node) {
  return node.kind == PlanNode::Kind::Words || std::ranges::any_of(node.children, has_words);
}

}  // namespace

bool EntryQuestion::fits(const EntryFacts& entry) const {
  const auto part_fits = [&](const EntryQuestion& part) { return part.fits(entry); };
  if (kind == Kind::AnyOf) return any_in(entry.facts, facts);
  return kind == Kind::All ? std::ranges::all_of(parts, part_fits) : std::ranges::any_of(parts, part_fits);
}

bool EntryQuestion::asks(FactField field) const {
  return (!facts.empty() && field_of(facts.front()) == field) ||
         std::ranges::any_of(parts, [&](const EntryQuestion& part) { return part.asks(field); });
}

SearchPlan::SearchPlan(const Database& database, const SearchNode& query) : database_(database) {
  root_ = node_of(query);
  if (root_.kind == PlanNode::Kind::Entry) question_ = &root_.question;
  if (root_.kind == PlanNode::Kind::And) {
    for (const PlanNode& child : root_.children) {
      if (child.kind == PlanNode::Kind::Entry && question_ == nullptr) question_ = &child.question;
    }
  }
  const int64_t undated = pack({kUndated, 0, 0});
  Query years = database.query("SELECT (SELECT min(row) FROM passages), (SELECT max(row) FROM passages WHERE row < ?)");
  years.bind(1, undated).step();
  first_year_ = year_of_code(unpack(years.number(0)).code);
  last_year_ = year_of_code(unpack(years.number(1)).code);
  narrow_days();
  expression_ = cover(root_);
  needs_text_ = !root_.exact && has_words(root_);
}

bool SearchPlan::fits(const SearchCandidate& candidate) const {
  if (root_.exact) return true;
  if (root_.kind != PlanNode::Kind::And) return fits_node(root_, candidate);
  // The index has made sure of the others.
  return std::ranges::all_of(root_.children, [&](const PlanNode& child) {
    return child.exact || fits_node(child, candidate);
  });
}

PlanNode SearchPlan::node_of(const SearchNode& query) {
  switch (query.kind) {
    case SearchNode::Kind::Words: {
      PlanNode node = plan_node(PlanNode::Kind::Words);
      node.words = std::make_shared<const WordPattern>(query);
      node.exact = !node.words->strict();
      return node;
    }
    case SearchNode::Kind::Range: {
      PlanNode node = plan_node(PlanNode::Kind::Days);
      node.first_day = query.text.empty() ? 0 : date_code(query.text);
      node.last_day = query.to.empty() ? kUndated - 1 : last_code(query.to);
      return node;
    }
    case SearchNode::Kind::Field: return field_of_query(query);
    case SearchNode::Kind::And: return all_of(query);
    case SearchNode::Kind::Or:
    case SearchNode::Kind::Not: break;
  }
  if (query.kind == SearchNode::Kind::Or && is_entry_group(query)) return entry_node(question_of(query));
  PlanNode node = plan_node(query.kind == SearchNode::Kind::Or ? PlanNode::Kind::Or : PlanNode::Kind::Not);
  for (const SearchNode& child : query.children) {
    node.children.push_back(node_of(child));
    node.exact = node.exact && node.children.back().exact;
  }
  return node;
}

// Fields of an entry that stand side by side are asked of one entry.
PlanNode SearchPlan::all_of(const SearchNode& query) {
  PlanNode node = plan_node(PlanNode::Kind::And);
  std::vector<EntryQuestion> asked;
  for (const SearchNode& child : query.children) {
    if (is_entry_value(child)) {
      asked.push_back(question_of(child));
    } else {
      node.children.push_back(node_of(child));
    }
  }
  if (asked.size() == 1) {
    node.children.push_back(entry_node(std::move(asked.front())));
  } else if (asked.size() > 1) {
    EntryQuestion all;
    all.kind = EntryQuestion::Kind::All;
    all.parts = std::move(asked);
    node.children.push_back(entry_node(std::move(all)));
  }
  node.exact = std::ranges::all_of(node.children, &PlanNode::exact);
  return node;
}

EntryQuestion SearchPlan::question_of(const SearchNode& query) {
  EntryQuestion question;
  if (query.kind == SearchNode::Kind::Field) {
    question.facts = find_facts(database_, {*fact_field(query.field), query.text, query.prefix, query.values});
    if (question.facts.empty()) unknown_.push_back(query.field + ':' + query.text);
    return question;
  }
  question.kind = query.kind == SearchNode::Kind::And ? EntryQuestion::Kind::All : EntryQuestion::Kind::Either;
  for (const SearchNode& child : query.children) question.parts.push_back(question_of(child));
  return question;
}

PlanNode SearchPlan::field_of_query(const SearchNode& query) {
  if (is_entry_field(query.field)) return entry_node(question_of(query));
  if (query.field == "date") {
    PlanNode node = plan_node(PlanNode::Kind::Days);
    node.first_day = date_code(query.text);
    node.last_day = last_code(query.text);
    return node;
  }
  if (query.field == "document") {
    PlanNode node = plan_node(PlanNode::Kind::Text);
    Query texts = database_.query("SELECT DISTINCT text FROM publications WHERE name = ?1 OR id = ?1 ORDER BY text");
    texts.bind(1, query.text);
    while (texts.step()) node.texts.push_back(texts.number(0));
    if (node.texts.empty()) unknown_.push_back("document:" + query.text);
    return node;
  }
  PlanNode node = plan_node(PlanNode::Kind::Facts);
  node.facts = find_facts(database_, {*fact_field(query.field), query.text, query.prefix, query.values});
  if (node.facts.empty()) unknown_.push_back(query.field + ':' + query.text);
  return node;
}

// Days that everything must be of are a range of keys; the index need not be asked for them.
void SearchPlan::narrow_days() {
  int64_t first = 0;
  int64_t last = kUndated;
  const auto narrow = [&](const PlanNode& node) {
    if (node.kind != PlanNode::Kind::Days) return;
    first = std::max(first, node.first_day);
    last = std::min({last, node.last_day, kUndated - 1});
  };
  narrow(root_);
  if (root_.kind == PlanNode::Kind::And) std::ranges::for_each(root_.children, narrow);
  first_row_ = pack({first, 0, 0});
  last_row_ = last == kUndated ? std::numeric_limits<int64_t>::max() : pack({last + 1, 0, 0}) - 1;
}

// Everything that fits is covered; nothing else where the node is exact.
std::string SearchPlan::cover(const PlanNode& node) const {
  std::vector<std::string> parts;
  switch (node.kind) {
    case PlanNode::Kind::Words: return node.words->empty() ? none_token() : node.words->expression();
    case PlanNode::Kind::Facts: return cover_facts(node.facts);
    case PlanNode::Kind::Entry: return cover_question(node.question);
    case PlanNode::Kind::Text:
      for (const int64_t text : node.texts) parts.push_back(text_token(text));
      return join(parts, " OR ");
    case PlanNode::Kind::Days: return &node == &root_ ? any_token() : cover_days(node.first_day, node.last_day);
    case PlanNode::Kind::And: return cover_all(node);
    case PlanNode::Kind::Or:
      for (const PlanNode& child : node.children) parts.push_back(cover(child));
      return join(parts, " OR ");
    case PlanNode::Kind::Not: break;
  }
  if (!node.exact) return any_token();
  return fmt::format("({} NOT {})", any_token(), cover(node.children.front()));
}

std::string SearchPlan::cover_all(const PlanNode& node) const {
  std::vector<std::string> with;
  std::vector<std::string> without;
  for (const PlanNode& child : node.children) {
    const bool days_of_all = &node == &root_ && child.kind == PlanNode::Kind::Days;
    if (days_of_all || (child.kind == PlanNode::Kind::Not && !child.exact)) continue;
    if (child.kind == PlanNode::Kind::Not) {
      without.push_back(cover(child.children.front()));
    } else {
      with.push_back(cover(child));
    }
  }
  if (with.empty()) with.push_back(any_token());
  const std::string all = join(with, " AND ");
  return without.empty() ? all : fmt::format("({} NOT {})", all, join(without, " OR "));
}

// Whole years, whole months, single days: as few tokens as the range needs.
std::string SearchPlan::cover_days(int64_t first, int64_t last) const {
  first = std::max(first, first_year_ * kMonths * kDays);
  last = std::min(last, (last_year_ + 1) * kMonths * kDays - 1);
  std::vector<std::string> tokens;
  for (int64_t code = first; code <= last;) {
    const int64_t year = kMonths * kDays;
    if (code % year == 0 && code + year - 1 <= last) {
      tokens.push_back(year_token(code / year));
      code += year;
    } else if (code % kDays == 0 && code + kDays - 1 <= last) {
      tokens.push_back(month_token(code / kDays));
      code += kDays;
    } else {
      tokens.push_back(day_token(code++));
    }
  }
  return join(tokens, " OR ");
}

}  // namespace verbale
