#include "ledger/meetings_of.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "quantities/calendar.h"

namespace verbale {
namespace {

constexpr int64_t kLongestVisit = 4;  // days

std::set<std::string> states_of(const JoinedMeeting& meeting) {
  std::set<std::string> states;
  for (const JoinedPerson& person : meeting.participants) {
    if (!person.side.empty()) states.insert(person.side);
  }
  return states;
}

std::set<std::string> states_of(const Document& document) {
  std::set<std::string> states;
  for (const int32_t state : document.cast.states) {
    if (state >= 0) states.insert(document.actors[static_cast<size_t>(state)].id);
  }
  for (const int32_t person : document.cast.principals) {
    const std::string& state = document.actors[static_cast<size_t>(person)].state;
    if (!state.empty()) states.insert(state);
  }
  return states;
}

class ColumnMaker {
 public:
  ColumnMaker(std::span<const Document> documents, const JoinedDocuments& joined)
      : documents_(documents), joined_(joined) {}

  std::vector<LedgerMeeting> make() {
    std::vector<std::map<std::string, int>> votes(documents_.size());
    for (const JoinedMeeting& meeting : joined_.joined.meetings) count(meeting, votes);
    std::vector<int32_t> left;
    for (size_t i = 0; i < documents_.size(); ++i) {
      const std::string best = best_of(votes[i]);
      if (best.empty()) {
        left.push_back(static_cast<int32_t>(i));
      } else {
        columns_.at(best).documents.push_back(static_cast<int32_t>(i));
      }
    }
    std::erase_if(columns_, [](const auto& column) { return column.second.documents.empty(); });
    // Beside meetings a text of no meeting and no day is none: nothing could be missing from it.
    const bool meetings_known = left.size() < documents_.size();
    std::erase_if(left, [&](int32_t i) { return meetings_known && !has_day(i); });
    std::ranges::sort(left, [&](int32_t a, int32_t b) { return rank_of(a) < rank_of(b); });
    for (const int32_t document : left) place(document);
    std::vector<LedgerMeeting> meetings;
    for (auto& [id, column] : columns_) meetings.push_back(std::move(column));
    return meetings;
  }

 private:
  std::tuple<std::string, std::string, std::string_view> rank_of(int32_t index) const {
    const Document& d = documents_[static_cast<size_t>(index)];
    return {d.publication.day().value, d.source.name, d.text};
  }

  bool has_day(int32_t document) const {
    return !documents_[static_cast<size_t>(document)].publication.day().value.empty();
  }

  // A meeting's column, with a vote of each account for it.
  void count(const JoinedMeeting& meeting, std::vector<std::map<std::string, int>>& votes) {
    const Visit* visit =
        meeting.visit < 0 ? nullptr : &joined_.joined.visits[static_cast<size_t>(meeting.visit)];
    const std::string& id = visit != nullptr ? visit->id : meeting.id;
    for (const JoinedMember& member : meeting.members) {
      if (member.standing != Standing::Account) continue;
      const int32_t document = joined_.documents[static_cast<size_t>(member.report)];
      ++votes[static_cast<size_t>(document)][id];
    }
    LedgerMeeting& column = columns_.try_emplace(id).first->second;
    column.id = id;
    std::set<std::string> states = states_of(meeting);
    if (visit != nullptr) {
      states.insert(visit->guest_state);
      states.insert(visit->host_state);
      column.date = visit->from;
    }
    const bool earlier = column.date.empty() ||
                         (visit == nullptr && !meeting.date.empty() && meeting.date < column.date);
    if (earlier) column.date = meeting.date;
    states.insert(column.states.begin(), column.states.end());
    states.erase("");
    column.states.assign(states.begin(), states.end());
  }

  // What has a day before what has none: an account that tells no day of the talks may still tell
  // of the visit. Then most votes, then the earlier.
  std::string best_of(const std::map<std::string, int>& votes) const {
    const auto rank = [&](const auto& vote) {
      const std::string& date = columns_.at(vote.first).date;
      return std::tuple(date.empty(), -vote.second, std::string_view(date),
                        std::string_view(vote.first));
    };
    const auto best = std::ranges::min_element(votes, {}, rank);
    return best == votes.end() ? std::string() : best->first;
  }

  // A document that is no account of any meeting: beside one of its states and days, else alone.
  void place(int32_t index) {
    const Document& document = documents_[static_cast<size_t>(index)];
    const std::string& day = document.publication.day().value;
    const std::set<std::string> states = states_of(document);
    LedgerMeeting* near = nullptr;
    for (auto& [id, column] : columns_) {
      const bool theirs =
          states.size() > 1 && std::ranges::all_of(states, [&](const std::string& s) {
            return std::ranges::find(column.states, s) != column.states.end();
          });
      if (theirs && within_visit(column.date, day)) near = &column;
    }
    if (near == nullptr) {
      const std::string id = "d-" + document.source.name;
      near = &columns_.try_emplace(id).first->second;
      near->id = id;
      near->told = false;
      near->date = day;
      near->states.assign(states.begin(), states.end());
    }
    near->documents.push_back(index);
  }

  static bool within_visit(const std::string& first, const std::string& day) {
    const std::optional<Date> from = date_from_iso(first);
    return from && from->day != 0 && day >= first && day <= to_iso(add_days(*from, kLongestVisit));
  }

  std::span<const Document> documents_;
  const JoinedDocuments& joined_;
  std::map<std::string, LedgerMeeting> columns_;
};

}  // namespace

std::vector<LedgerMeeting> ledger_meetings(std::span<const Document> documents,
                                           const JoinedDocuments& joined) {
  std::vector<LedgerMeeting> meetings = ColumnMaker(documents, joined).make();
  std::ranges::sort(meetings, [](const LedgerMeeting& a, const LedgerMeeting& b) {
    return std::tuple(a.date.empty(), std::string_view(a.date), std::string_view(a.id)) <
           std::tuple(b.date.empty(), std::string_view(b.date), std::string_view(b.id));
  });
  return meetings;
}

std::vector<LedgerMeeting> ledger_meetings(std::span<const Document> documents,
                                           const MeetingReporter& reporter) {
  return ledger_meetings(documents, join_documents(documents, reporter));
}

std::vector<int32_t> in_no_meeting(std::span<const Document> documents, std::span<const LedgerMeeting> meetings) {
  std::vector<bool> held(documents.size(), false);
  for (const LedgerMeeting& meeting : meetings) {
    for (const int32_t document : meeting.documents) held[static_cast<size_t>(document)] = true;
  }
  std::vector<int32_t> others;
  for (size_t i = 0; i < held.size(); ++i) {
    if (!held[i]) others.push_back(static_cast<int32_t>(i));
  }
  return others;
}

std::vector<std::string> main_states(std::span<const LedgerMeeting> meetings) {
  std::map<std::pair<std::string, std::string>, int> pairs;
  for (const LedgerMeeting& meeting : meetings) {
    for (size_t i = 0; i < meeting.states.size(); ++i) {
      for (size_t k = i + 1; k < meeting.states.size(); ++k)
        ++pairs[{meeting.states[i], meeting.states[k]}];
    }
  }
  const auto most = std::ranges::max_element(
      pairs, [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == pairs.end()) return {};
  return {most->first.first, most->first.second};
}

bool concerns(const LedgerMeeting& meeting, std::span<const std::string> states) {
  return std::ranges::all_of(states, [&](const std::string& state) {
    return std::ranges::find(meeting.states, state) != meeting.states.end();
  });
}

bool may_concern(const LedgerMeeting& meeting, std::span<const std::string> states) {
  if (meeting.states.size() > 1) return concerns(meeting, states);
  return std::ranges::all_of(meeting.states, [&](const std::string& state) {
    return std::ranges::find(states, state) != states.end();
  });
}

}  // namespace verbale
