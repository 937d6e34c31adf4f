#include "answers/ledgers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "ledger/meetings_of.h"
#include "store/meeting_lists.h"
#include "store/read_accounts.h"
#include "store/statuses.h"

namespace verbale {
namespace {

class LedgerMaker {
 public:
  LedgerMaker(std::vector<Document> documents, std::vector<std::string> states,
              const LedgerMaterials& materials)
      : states_(std::move(states)), materials_(materials) {
    asked_.documents = std::move(documents);
    note_languages();
    meetings_ = ledger_meetings(asked_.documents, MeetingReporter(*materials.reader.knowledge));
    leave_undated();
    if (states_.empty()) states_ = main_states(meetings_);
    note_undated(in_no_meeting(asked_.documents, meetings_));
  }

  // Leaves the meetings of these states, or those that may be theirs.
  void leave_theirs() {
    std::erase_if(meetings_,
                  [&](const LedgerMeeting& meeting) { return !concerns(meeting, states_); });
  }
  void leave_what_may_be_theirs() {
    std::vector<std::string> left;
    std::erase_if(meetings_, [&](const LedgerMeeting& meeting) {
      if (may_concern(meeting, states_)) return false;
      for (const int32_t document : meeting.documents) left.push_back(name_of(document));
      return true;
    });
    note_left_out(left);
  }

  // The record's own ids of its visits and meetings, in place of those that joining these documents
  // alone gives.
  Result<void> adopt_ids(const Record& record);

  AskedLedger finish(const LedgerFilter& filter, std::vector<PersonMark> marks) {
    note_few();
    asked_.ledger = make_ledger(asked_.documents, std::move(meetings_), materials_.tools());
    lay_marks(asked_.ledger, asked_.documents, std::move(marks));
    asked_.ledger = filtered(std::move(asked_.ledger), filter);
    return std::move(asked_);
  }

 private:
  const std::string& name_of(int32_t document) const {
    return asked_.documents[static_cast<size_t>(document)].source.name;
  }

  void note_languages() {
    std::set<std::string> unread;
    for (const Document& document : asked_.documents) {
      if (document.publication.language != "en")
        unread.insert(document.source.name + " (" + document.publication.language + ")");
    }
    if (unread.empty()) return;
    asked_.notes.push_back(
        fmt::format("in a language that is not read yet; what these say is missing: {}",
                    fmt::join(unread, ", ")));
  }

  // A text without a day that tells of no meeting stands at no place among the others: as the last
  // column it would call all their threads absent.
  void leave_undated() {
    std::vector<std::string> left;
    const auto undated = [](const LedgerMeeting& meeting) {
      return !meeting.told && meeting.date.empty();
    };
    if (std::ranges::all_of(meetings_, undated)) return;
    std::erase_if(meetings_, [&](const LedgerMeeting& meeting) {
      if (!undated(meeting)) return false;
      for (const int32_t document : meeting.documents) left.push_back(name_of(document));
      return true;
    });
    if (left.empty()) return;
    asked_.notes.push_back(
        fmt::format("left out, since no day is known of it and it tells of no meeting (`verbale "
                    "set` gives it a "
                    "date): {}",
                    fmt::join(left, ", ")));
  }

  void note_left_out(const std::vector<std::string>& left) {
    if (left.empty()) return;
    asked_.notes.push_back(fmt::format("{} of other states than {} left out: {}", counted(left),
                                       fmt::join(states_, " and "), named(left)));
  }

  // Whose place among the meetings nobody can tell.
  void note_undated(const std::vector<int32_t>& documents) {
    if (documents.empty()) return;
    std::vector<std::string> left;
    for (const int32_t document : documents) left.push_back(name_of(document));
    std::ranges::sort(left);
    asked_.notes.push_back(
        fmt::format("{} without a day that {} of no meeting left out: {}. A day is set with: verbale set {} date=YYYY-MM-DD",
                    counted(left), left.size() == 1 ? "tells" : "tell", named(left), left.front()));
  }

  static std::string counted(const std::vector<std::string>& names) {
    return names.size() == 1 ? "one document" : fmt::format("{} documents", names.size());
  }
  static std::string named(const std::vector<std::string>& names) {
    constexpr size_t kNamed = 5;
    const std::span<const std::string> first(names.data(), std::min(names.size(), kNamed));
    return fmt::format("{}{}", fmt::join(first, ", "), names.size() > kNamed ? ", ..." : "");
  }

  void note_few() {
    if (meetings_.empty()) {
      const std::string who =
          states_.empty() ? "any states" : fmt::format("{}", fmt::join(states_, " and "));
      asked_.notes.push_back("no account tells of a meeting of " + who + ": the ledger is empty");
    } else if (meetings_.size() == 1) {
      asked_.notes.push_back("one meeting only: every thread is there for the first time");
    }
  }

  AskedLedger asked_;
  std::vector<std::string> states_;
  std::vector<LedgerMeeting> meetings_;
  const LedgerMaterials& materials_;
};

Result<void> LedgerMaker::adopt_ids(const Record& record) {
  std::map<std::string, std::map<std::string, int>> ids;  // of each document: columns and how often
  const Result<void> listed = each_meeting(record, {}, [&](const ListedMeeting& meeting) {
    for (const ListedAccount& account : meeting.accounts) {
      if (!account.mention)
        ++ids[account.document][meeting.visit.empty() ? meeting.id : meeting.visit];
    }
  });
  if (!listed) return listed;
  for (LedgerMeeting& meeting : meetings_) {
    std::map<std::string, int> votes;
    for (const int32_t document : meeting.documents) {
      for (const auto& [id, count] : ids[name_of(document)]) votes[id] += count;
    }
    const auto most =
        std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    const bool taken =
        most != votes.end() && std::ranges::any_of(meetings_, [&](const LedgerMeeting& other) {
          return &other != &meeting && other.id == most->first;
        });
    if (most != votes.end() && !taken) meeting.id = most->first;
  }
  return {};
}

}  // namespace

Result<AskedLedger> ledger_of_record(const Record& record, std::vector<std::string> states,
                                     const LedgerFilter& filter, const LedgerMaterials& materials,
                                     int threads) {
  EntryFilter documents_of;
  if (!states.empty()) documents_of.state = states.front();
  Result<std::vector<Document>> documents =
      read_accounts(record, materials.reader, documents_of, threads);
  if (!documents) return std::unexpected(documents.error());
  Result<std::vector<PersonMark>> marks = read_marks(record);
  if (!marks) return std::unexpected(marks.error());
  LedgerMaker maker(std::move(*documents), std::move(states), materials);
  maker.leave_theirs();
  if (Result<void> adopted = maker.adopt_ids(record); !adopted)
    return std::unexpected(adopted.error());
  return maker.finish(filter, std::move(*marks));
}

AskedLedger ledger_of_documents(std::vector<Document> documents, std::vector<std::string> states,
                                const LedgerFilter& filter, const LedgerMaterials& materials) {
  LedgerMaker maker(std::move(documents), std::move(states), materials);
  maker.leave_what_may_be_theirs();
  return maker.finish(filter, {});
}

}  // namespace verbale
