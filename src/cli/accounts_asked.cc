#include "cli/accounts_asked.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cli/output.h"
#include "cli/store_path.h"
#include "store/read_accounts.h"
#include "visits/documents.h"

namespace verbale {
namespace {

bool is_file(const std::string& argument) {
  std::error_code ignored;
  return argument == "-" || std::filesystem::exists(argument, ignored);
}

std::vector<const Document*> pointers(const std::vector<Document>& documents) {
  std::vector<const Document*> all;
  for (const Document& document : documents) all.push_back(&document);
  return all;
}

// A meeting or visit, and which of the documents are accounts of it.
struct Occasion {
  std::string id;
  std::string title;
  std::set<int32_t> documents;
};

std::string persons(const std::vector<JoinedPerson>& of) {
  std::string names;
  for (const JoinedPerson& person : of) names += (names.empty() ? "" : ", ") + person.name;
  return names;
}

std::string title_of(const JoinedMeeting& meeting) {
  std::string title(to_string(meeting.kind));
  for (const std::string* part : {&meeting.date, &meeting.place.name}) {
    if (!part->empty()) title += ", " + *part;
  }
  return title + ": " + persons(meeting.participants);
}

// Meetings first, then visits, each in the order of the join.
std::vector<Occasion> occasions_of(const JoinedDocuments& joined) {
  std::vector<Occasion> meetings;
  for (const JoinedMeeting& meeting : joined.joined.meetings) {
    Occasion occasion{meeting.id, title_of(meeting), {}};
    for (const JoinedMember& member : meeting.members) {
      occasion.documents.insert(joined.documents[static_cast<size_t>(member.report)]);
    }
    meetings.push_back(std::move(occasion));
  }
  std::vector<Occasion> all = meetings;
  for (const Visit& visit : joined.joined.visits) {
    Occasion occasion{visit.id,
                      fmt::format("visit to {}, {} to {}: {}", visit.host_state, visit.from,
                                  visit.to, persons(visit.guests)),
                      {}};
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
  AccountFinder(const std::string& store, const Reader& reader, int threads)
      : store_(store), reader_(reader), reporter_(*reader.knowledge), threads_(threads) {}

  AskedAccounts find(const std::vector<std::string>& arguments) {
    if (std::ranges::all_of(arguments, is_file))
      read_from_files(arguments);
    else
      read_from_record(arguments);
    if (asked_.documents.empty()) {
      if (asked_.code == kDone) asked_.code = refuse({"", "there is nothing to compare", ""});
      return std::move(asked_);
    }
    note_languages();
    note_same_texts();
    if (asked_.meeting.empty()) name_meeting();
    return std::move(asked_);
  }

 private:
  ExitCode refuse(const Error& error) {
    print_error(error);
    return asked_.code = kRefused;
  }

  void read_from_files(const std::vector<std::string>& files) {
    asked_.documents =
        read_files(files, reader_, threads_, [this](const Error& error) { refuse(error); });
  }

  void read_from_record(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
      if (arguments.size() > 1 && is_file(argument)) {
        refuse({argument, "files and what is in the record cannot be compared in one go",
                "add the file to the record first: `verbale add`"});
        return;
      }
    }
    const Result<Record> record = Record::open(store_path(store_));
    if (!record) {
      refuse({arguments.front(), "there is no such file, and no record to look for a meeting in",
              record.error().remedy});
      return;
    }
    if (arguments.size() > 1 || record->load_document(arguments.front())) {
      Result<std::vector<Document>> documents =
          read_accounts(*record, reader_, arguments, threads_);
      if (documents)
        asked_.documents = std::move(*documents);
      else if (arguments.size() > 1)
        refuse(documents.error());
      if (arguments.size() > 1 || documents) return;
    }
    read_meeting(*record, arguments.front());
  }

  void read_meeting(const Record& record, const std::string& id) {
    Result<std::vector<Document>> all = read_accounts(record, reader_, EntryFilter{}, threads_);
    if (!all) {
      refuse(all.error());
      return;
    }
    const JoinedDocuments joined = join_documents(pointers(*all), reporter_);
    for (const Occasion& occasion : occasions_of(joined)) {
      if (!occasion.id.starts_with(id)) continue;
      for (const int32_t document : occasion.documents) {
        asked_.documents.push_back(std::move((*all)[static_cast<size_t>(document)]));
      }
      asked_.meeting = occasion.id;
      asked_.title = occasion.title;
      asked_.common = true;
      if (asked_.documents.size() == 1) print_note(only_one(asked_.documents.front()));
      return;
    }
    refuse({id, "there is no such file, and no meeting or document of that name in the record",
            "`verbale meetings` lists the meetings"});
  }

  static std::string only_one(const Document& document) {
    return fmt::format(
        "{}: the only account; what it tells is shown, there is nothing to compare it with",
        document.source.name);
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

  void note_same_texts() {
    std::map<std::string_view, const std::string*> seen;
    for (const Document& document : asked_.documents) {
      const auto [first, added] = seen.emplace(document.text, &document.source.name);
      if (added) continue;
      print_note(fmt::format("{} and {} are the same text: one account, not two witnesses",
                             *first->second, document.source.name));
    }
  }

  void name_meeting() {
    const size_t count = asked_.documents.size();
    const JoinedDocuments joined = join_documents(pointers(asked_.documents), reporter_);
    for (const Occasion& occasion : occasions_of(joined)) {
      if (occasion.documents.size() < distinct_texts()) continue;
      asked_.meeting = occasion.id;
      asked_.title = occasion.title;
      asked_.common = true;
      break;
    }
    if (count == 1) print_note(only_one(asked_.documents.front()));
    if (asked_.common) return;
    for (const Document& document : asked_.documents) {
      asked_.meeting += (asked_.meeting.empty() ? "" : "+") + document.source.name;
      asked_.title += (asked_.title.empty() ? "" : ", ") + document.source.name;
    }
    if (count > 1) {
      print_note(
          "these accounts have no meeting in common, as far as can be told (persons, day, "
          "place); they are compared all the same");
    }
  }

  size_t distinct_texts() const {
    std::set<std::string_view> texts;
    for (const Document& document : asked_.documents) texts.insert(document.text);
    return texts.size();
  }

  const std::string& store_;
  const Reader& reader_;
  const MeetingReporter reporter_;
  const int threads_;
  AskedAccounts asked_;
};

}  // namespace

AskedAccounts find_accounts(const std::vector<std::string>& arguments, const std::string& store,
                            const Reader& reader, int threads) {
  return AccountFinder(store, reader, threads).find(arguments);
}

}  // namespace verbale
