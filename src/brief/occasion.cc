#include "brief/occasion.h"

#include <algorithm>
#include <set>

#include "accounts/witnesses.h"
#include "brief/lines.h"
#include "ledger/meetings_of.h"

namespace verbale {
namespace {

// Accounts that print an earlier one are told apart: they are no second witness.
void set_copies_apart(Occasion& occasion) {
  std::vector<const Document*> told;
  for (const int32_t account : occasion.accounts) {
    told.push_back(&occasion.documents[static_cast<size_t>(account)]);
  }
  std::vector<int32_t> kept = occasion.accounts;
  for (const PrintedAgain& copy : find_printed_again(told)) {
    if (!copy.whole()) continue;
    const int32_t document = occasion.accounts[static_cast<size_t>(copy.document)];
    occasion.copies.push_back({document, occasion.accounts[static_cast<size_t>(copy.of)]});
    std::erase(kept, document);
  }
  occasion.accounts = std::move(kept);
}

// The meetings that one of the accounts is an account of, and that no account of another occasion stands for alone.
void find_meetings(Occasion& occasion) {
  const std::set<int32_t> accounts(occasion.accounts.begin(), occasion.accounts.end());
  const std::vector<JoinedMeeting>& meetings = occasion.joined.joined.meetings;
  for (size_t m = 0; m < meetings.size(); ++m) {
    const bool told = std::ranges::any_of(meetings[m].members, [&](const JoinedMember& member) {
      const int32_t document = occasion.joined.documents[static_cast<size_t>(member.report)];
      return member.standing == Standing::Account && accounts.contains(document);
    });
    if (!told) continue;
    occasion.meetings.push_back(static_cast<int32_t>(m));
    if (occasion.visit < 0) occasion.visit = meetings[m].visit;
  }
}

void find_states(Occasion& occasion) {
  std::set<std::string> states;
  for (const int32_t m : occasion.meetings) {
    for (const std::string& state : states_of(occasion.joined.joined.meetings[static_cast<size_t>(m)])) states.insert(state);
  }
  for (const int32_t account : occasion.accounts) {
    const Document& document = occasion.documents[static_cast<size_t>(account)];
    for (const int32_t state : document.cast.states) {
      if (states.size() < 2 && state >= 0) states.insert(document.actors[static_cast<size_t>(state)].id);
    }
  }
  occasion.states.assign(states.begin(), states.end());
}

// The columns up to the occasion's. The occasion's column is the one that holds most of its accounts.
void make_columns(Occasion& occasion, const LedgerTools& tools) {
  std::vector<LedgerMeeting> columns = ledger_meetings(occasion.documents, occasion.joined);
  const std::set<int32_t> accounts(occasion.accounts.begin(), occasion.accounts.end());
  size_t best = columns.size();
  int64_t most = 0;
  for (size_t c = 0; c < columns.size(); ++c) {
    const int64_t held = std::ranges::count_if(columns[c].documents, [&](int32_t d) { return accounts.contains(d); });
    if (held > most) {
      most = held;
      best = c;
    }
  }
  if (best == columns.size()) return;
  const std::string id = columns[best].id;
  columns.resize(best + 1);
  std::erase_if(columns, [&](const LedgerMeeting& column) { return column.id != id && !concerns(column, occasion.states); });
  occasion.column = static_cast<int32_t>(columns.size()) - 1;
  occasion.ledger = make_ledger(occasion.documents, std::move(columns), tools);
}

}  // namespace

std::vector<std::string> states_of(const JoinedMeeting& meeting) {
  std::set<std::string> states;
  for (const JoinedPerson& person : meeting.participants) {
    if (!person.side.empty()) states.insert(person.side);
  }
  return {states.begin(), states.end()};
}

const Document& document_of(const Occasion& occasion, int32_t index) {
  return occasion.documents[static_cast<size_t>(index)];
}

const Document& account_of(const Comparison& comparison, int32_t account) {
  return *comparison.accounts[static_cast<size_t>(account)];
}

bool is_read(const Occasion& occasion, const Document& account) {
  const auto found = std::ranges::find(occasion.comparison.accounts, &account);
  return found != occasion.comparison.accounts.end() &&
         occasion.comparison.readable[static_cast<size_t>(found - occasion.comparison.accounts.begin())];
}

std::string period_of(const Visit& visit) {
  const std::string last = readable_date(visit.to);
  if (visit.to.empty() || visit.to == visit.from) return readable_date(visit.from);
  const bool same_month = visit.from.size() == 10 && visit.to.size() == 10 && visit.from.substr(0, 7) == visit.to.substr(0, 7);
  const std::string first = readable_date(visit.from);
  return (same_month ? first.substr(0, first.find(' ')) : first) + " to " + last;
}

Occasion make_occasion(std::span<const Document> documents, std::span<const int32_t> accounts,
                       JoinedDocuments joined, const LedgerTools& tools) {
  Occasion occasion;
  occasion.documents = documents;
  occasion.accounts.assign(accounts.begin(), accounts.end());
  std::ranges::sort(occasion.accounts, [&](int32_t a, int32_t b) {
    const Document& left = documents[static_cast<size_t>(a)];
    const Document& right = documents[static_cast<size_t>(b)];
    return std::tie(left.publication.day().value, left.source.name) < std::tie(right.publication.day().value, right.source.name);
  });
  occasion.joined = std::move(joined);
  find_meetings(occasion);
  set_copies_apart(occasion);
  find_states(occasion);
  make_columns(occasion, tools);
  std::vector<const Document*> told;
  for (const int32_t account : occasion.accounts) told.push_back(&documents[static_cast<size_t>(account)]);
  occasion.comparison = compare(told, *tools.knowledge, *tools.meanings);
  return occasion;
}

}  // namespace verbale
