#include "answers/accounts_asked.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

#include "answers/documents_asked.h"
#include "accounts/scope.h"
#include "answers/telling.h"
#include "base/utf8.h"
#include "record/values.h"
#include "store/meeting_lists.h"
#include "store/read_accounts.h"
#include "visits/documents.h"

namespace verbale {
namespace {

// A meeting or visit, and which of the documents are accounts of it.
struct Occasion {
  std::string id;
  std::string title;
  std::set<int32_t> documents;
  int rank = 0;  // among meetings that the same documents tell of: the first is what they are about
};

// Talks before what goes with them.
int rank_of(MeetingKind kind) {
  switch (kind) {
    case MeetingKind::Talks:
    case MeetingKind::Call:
      return 0;
    case MeetingKind::Meeting:
      return 1;
    default:
      return 2;
  }
}

std::string persons(const std::vector<JoinedPerson>& of) {
  std::string names;
  for (const JoinedPerson& person : of) names += (names.empty() ? "" : ", ") + person.name;
  return names;
}

std::string meeting_title(std::string_view kind, const std::string& date, const std::string& place,
                          const std::vector<JoinedPerson>& participants) {
  std::string title(kind);
  for (const std::string* part : {&date, &place}) {
    if (!part->empty()) title += ", " + *part;
  }
  return title + ": " + persons(participants);
}

std::string title_of(const JoinedMeeting& meeting) {
  return meeting_title(to_string(meeting.kind), meeting.date, meeting.place.name,
                       meeting.participants);
}

std::string title_of(const ListedMeeting& meeting) {
  return meeting_title(meeting.kind, meeting.date, meeting.place, meeting.participants);
}

// Of a joined or a listed visit.
template <class AnyVisit>
std::string title_of(const AnyVisit& visit) {
  std::string days = visit.from.empty() ? "" : ", " + visit.from;
  if (visit.to != visit.from) days += " to " + visit.to;
  return fmt::format("visit to {}{}: {}", visit.host_state, days, persons(visit.guests));
}

// Meetings first, by rank, then visits, each in the order of the join.
std::vector<Occasion> occasions_of(const JoinedDocuments& joined) {
  std::vector<Occasion> meetings;
  for (const JoinedMeeting& meeting : joined.joined.meetings) {
    Occasion occasion{meeting.id, title_of(meeting), {}, rank_of(meeting.kind)};
    for (const JoinedMember& member : meeting.members) {
      if (member.standing == Standing::Mention) continue;
      occasion.documents.insert(joined.documents[static_cast<size_t>(member.report)]);
    }
    meetings.push_back(std::move(occasion));
  }
  std::vector<Occasion> all = meetings;
  std::ranges::stable_sort(all, {}, &Occasion::rank);
  for (const Visit& visit : joined.joined.visits) {
    Occasion occasion{visit.id, title_of(visit), {}, 0};
    for (const int32_t meeting : visit.meetings) {
      const std::set<int32_t>& members = meetings[static_cast<size_t>(meeting)].documents;
      occasion.documents.insert(members.begin(), members.end());
    }
    all.push_back(std::move(occasion));
  }
  return all;
}

class AccountFinder {
 public:
  AccountFinder(const Reader& reader, int threads)
      : reader_(reader), reporter_(*reader.knowledge), threads_(threads) {}

  void read_from_files(const std::vector<std::string>& files) {
    asked_.documents =
        read_files(files, reader_, threads_, [this](const Error& error) { refuse(error); });
  }

  // One name may be the id of a meeting or visit.
  void read_from_record(const Record& record, const std::vector<std::string>& names) {
    const std::string& first = names.front();
    if (names.size() == 1 && first.starts_with("v-")) {
      read_visit(record, first);
    } else if (names.size() == 1 && first.starts_with("m-")) {
      read_meeting(record, first);
    } else {
      read_documents(record, names);
    }
  }

  AskedAccounts finish() {
    if (asked_.documents.empty()) {
      if (!asked_.refused()) refuse({"", "there is nothing to compare", ""});
      return std::move(asked_);
    }
    note_languages();
    if (asked_.meeting.empty()) name_meeting();
    return std::move(asked_);
  }

 private:
  void refuse(Error error) { asked_.remarks.push_back({std::move(error), true}); }
  void note(std::string words) { asked_.remarks.push_back({{"", std::move(words), ""}, false}); }

  void read_documents(const Record& record, const std::vector<std::string>& names) {
    Result<std::vector<Document>> read = read_accounts(record, reader_, names, threads_);
    if (read)
      asked_.documents = std::move(*read);
    else
      refuse(read.error());
  }

  void read_visit(const Record& record, const std::string& id) {
    const Result<FoundVisit> visit = find_visit(record, id);
    if (!visit)
      refuse(visit.error());
    else
      read_meetings(record, visit->visit.id, title_of(visit->visit), visit->visit.meetings);
  }

  void read_meeting(const Record& record, const std::string& id) {
    const Result<FoundMeeting> meeting = find_meeting(record, id);
    if (!meeting) return refuse(meeting.error());
    read_meetings(record, meeting->meeting.id, title_of(meeting->meeting),
                  std::span(&meeting->meeting, 1));
    for (const Document& document : asked_.documents) keep_to(meeting->meeting, document);
  }

  // Of a document that tells of several meetings only the passages on this one are compared.
  void keep_to(const ListedMeeting& meeting, const Document& document) {
    const CodePointIndex index(document.text);
    std::vector<int32_t> own;
    for (size_t i = 0; i < document.meetings.size(); ++i) {
      const Meeting& entry = document.meetings[i];
      const uint32_t start = index.to_code_points(entry.text.begin);
      const bool is_own = std::ranges::any_of(meeting.accounts, [&](const ListedAccount& account) {
        return account.document == document.source.name && account.kind == to_string(entry.kind) &&
               std::ranges::find(account.evidence, start, &Evidence::start) !=
                   account.evidence.end();
      });
      if (is_own) own.push_back(static_cast<int32_t>(i));
    }
    asked_.outside.push_back(passages_of_others(document, own));
    if (asked_.outside.back().empty()) return;
    note(fmt::format("{} tells of other meetings too; only its passages on this one are compared",
                     document.source.name));
  }

  // The accounts of a meeting, or of all meetings of a visit.
  void read_meetings(const Record& record, const std::string& id, std::string title,
                     std::span<const ListedMeeting> meetings) {
    asked_.meeting = id;
    asked_.title = std::move(title);
    asked_.common = true;
    const Result<TellingDocuments> telling = documents_that_tell(meetings, id);
    if (telling)
      read_documents(record, telling->ids);
    else
      refuse(telling.error());
  }

  void note_languages() {
    for (const Document& document : asked_.documents) {
      const std::string& language = document.publication.language;
      if (language == "en") continue;
      refuse({document.source.name,
              fmt::format("its language ({}) is not read yet: clauses and points are missing, its "
                          "silence is not counted",
                          language),
              ""});
    }
  }

  void name_meeting() {
    const size_t count = asked_.documents.size();
    const JoinedDocuments joined = join_documents(pointers_to(asked_.documents), reporter_);
    for (const Occasion& occasion : occasions_of(joined)) {
      if (occasion.documents.size() < distinct_texts()) continue;
      asked_.meeting = occasion.id;
      asked_.title = occasion.title;
      asked_.common = true;
      break;
    }
    if (asked_.common) return;
    for (const Document& document : asked_.documents) {
      asked_.meeting += (asked_.meeting.empty() ? "" : "+") + document.source.name;
      asked_.title += (asked_.title.empty() ? "" : ", ") + document.source.name;
    }
    if (count > 1) {
      note(
          "these accounts have no meeting in common, as far as can be told (persons, day, "
          "place); they are compared all the same");
    }
  }

  size_t distinct_texts() const {
    std::set<std::string_view> texts;
    for (const Document& document : asked_.documents) texts.insert(document.text);
    return texts.size();
  }

  const Reader& reader_;
  const MeetingReporter reporter_;
  const int threads_;
  AskedAccounts asked_;
};

}  // namespace

bool AskedAccounts::refused() const {
  return std::ranges::any_of(remarks, [](const Remark& remark) { return remark.refused; });
}

std::vector<ScopedAccount> AskedAccounts::compared() const {
  std::vector<ScopedAccount> texts;
  for (size_t d = 0; d < documents.size(); ++d) {
    texts.push_back({&documents[d], d < outside.size() ? outside[d] : std::vector<Span>()});
  }
  return texts;
}

AskedAccounts accounts_of_files(const std::vector<std::string>& files, const Reader& reader,
                                int threads) {
  AccountFinder finder(reader, threads);
  finder.read_from_files(files);
  return finder.finish();
}

AskedAccounts accounts_of_record(const Record& record, const std::vector<std::string>& names,
                                 const Reader& reader, int threads) {
  AccountFinder finder(reader, threads);
  finder.read_from_record(record, names);
  return finder.finish();
}

}  // namespace verbale
