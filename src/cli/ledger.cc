// verbale ledger: what was undertaken and named between states, over their meetings.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/ledger_materials.h"
#include "cli/ledger_output.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/state_names.h"
#include "cli/store_path.h"
#include "ledger/meetings_of.h"
#include "store/meeting_lists.h"
#include "store/read_accounts.h"
#include "store/statuses.h"

namespace verbale {
namespace {

// Everything that a ledger is made from.
struct Materials : LedgerMaterials {
  std::vector<Document> documents;
  std::vector<std::string> states;
  std::vector<PersonMark> marks;
  int code = kDone;
};

// Names of files that are there are files, all others states.
Result<std::vector<std::string>> read_names(const std::vector<std::string>& names,
                                            Materials& materials) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    if (names_file(name)) {
      files.push_back(name);
      continue;
    }
    const Result<std::string> state = find_state(materials.reader.knowledge->world, name);
    if (!state) return std::unexpected(state.error());
    if (std::ranges::find(materials.states, *state) == materials.states.end())
      materials.states.push_back(*state);
  }
  std::ranges::sort(materials.states);
  if (materials.states.size() == 1) {
    return fail(materials.states.front(), "one state has no ledger with itself",
                "name two or more, as in `verbale ledger VNM CHN`");
  }
  return files;
}

Result<void> read_documents(const LedgerOptions& options, const std::vector<std::string>& files,
                            Materials& materials) {
  if (!files.empty()) {
    materials.documents = read_files(files, materials.reader, options.threads,
                                     [&](const Error& error) { materials.code = refused(error); });
    return {};
  }
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return std::unexpected(record.error());
  EntryFilter filter;
  if (!materials.states.empty()) filter.state = materials.states.front();
  Result<std::vector<Document>> documents =
      read_accounts(*record, materials.reader, filter, options.threads);
  if (!documents) return std::unexpected(documents.error());
  materials.documents = std::move(*documents);
  Result<std::vector<PersonMark>> marks = read_marks(*record);
  if (!marks) return std::unexpected(marks.error());
  materials.marks = std::move(*marks);
  return {};
}

// Leaves the meetings of these states; says which documents are left out for it.
std::vector<LedgerMeeting> choose_meetings(Materials& materials,
                                           const std::vector<std::string>& files) {
  const MeetingReporter reporter(*materials.reader.knowledge);
  std::vector<LedgerMeeting> meetings = ledger_meetings(materials.documents, reporter);
  const bool asked = !materials.states.empty();
  if (!asked) materials.states = main_states(meetings);
  constexpr size_t kNamed = 5;
  size_t count = 0;
  std::string left;
  std::erase_if(meetings, [&](const LedgerMeeting& meeting) {
    const bool keep = files.empty() ? concerns(meeting, materials.states)
                                    : may_concern(meeting, materials.states);
    for (size_t i = 0; !keep && !files.empty() && i < meeting.documents.size(); ++i) {
      const Document& document = materials.documents[static_cast<size_t>(meeting.documents[i])];
      if (++count <= kNamed) left += (left.empty() ? "" : ", ") + document.source.name;
    }
    return !keep;
  });
  if (count > 0) {
    print_note(fmt::format("{} of other states than {} left out: {}{}",
                           count == 1 ? "one document" : fmt::format("{} documents", count),
                           fmt::join(materials.states, " and "), left,
                           count > kNamed ? ", ..." : ""));
  }
  return meetings;
}

// The record's own ids of its visits and meetings, in place of those that joining these documents
// alone gives.
Result<void> adopt_ids(const std::string& store, const std::vector<Document>& documents,
                       std::vector<LedgerMeeting>& meetings) {
  const Result<Record> record = Record::open(store_path(store));
  if (!record) return std::unexpected(record.error());
  std::map<std::string, std::map<std::string, int>> ids;  // of each document: columns and how often
  const Result<void> listed = each_meeting(*record, {}, [&](const ListedMeeting& meeting) {
    for (const ListedAccount& account : meeting.accounts) {
      if (!account.mention)
        ++ids[account.document][meeting.visit.empty() ? meeting.id : meeting.visit];
    }
  });
  if (!listed) return std::unexpected(listed.error());
  for (LedgerMeeting& meeting : meetings) {
    std::map<std::string, int> votes;
    for (const int32_t document : meeting.documents) {
      for (const auto& [id, count] : ids[documents[static_cast<size_t>(document)].source.name])
        votes[id] += count;
    }
    const auto most =
        std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    const bool taken =
        most != votes.end() && std::ranges::any_of(meetings, [&](const LedgerMeeting& other) {
          return &other != &meeting && other.id == most->first;
        });
    if (most != votes.end() && !taken) meeting.id = most->first;
  }
  return {};
}

void note_languages(const std::vector<Document>& documents) {
  std::set<std::string> unread;
  for (const Document& document : documents) {
    if (document.publication.language != "en")
      unread.insert(document.source.name + " (" + document.publication.language + ")");
  }
  if (!unread.empty()) {
    print_note(fmt::format("in a language that is not read yet; what these say is missing: {}",
                           fmt::join(unread, ", ")));
  }
}

}  // namespace

int run_ledger(const LedgerOptions& options) {
  Result<LedgerMaterials> loaded = load_ledger_materials();
  if (!loaded) return refused(loaded.error());
  Materials materials{std::move(*loaded), {}, {}, {}, kDone};
  const Result<std::vector<std::string>> files = read_names(options.names, materials);
  if (!files) {
    print_error(files.error());
    return kUsage;
  }
  const Result<void> read = read_documents(options, *files, materials);
  if (!read) return refused(read.error());
  note_languages(materials.documents);
  std::vector<LedgerMeeting> meetings = choose_meetings(materials, *files);
  if (files->empty()) {
    const Result<void> adopted = adopt_ids(options.store, materials.documents, meetings);
    if (!adopted) return refused(adopted.error());
  }
  if (meetings.empty()) {
    const std::string who = materials.states.empty()
                                ? "any states"
                                : fmt::format("{}", fmt::join(materials.states, " and "));
    print_note("no account tells of a meeting of " + who + ": the ledger is empty");
  } else if (meetings.size() == 1) {
    print_note("one meeting only: every thread is there for the first time");
  }
  Ledger ledger = make_ledger(materials.documents, std::move(meetings), materials.tools());
  lay_marks(ledger, materials.documents, materials.marks);
  ledger = filtered(std::move(ledger), options.filter);
  for (const std::string* path : {&options.calendar, &options.output}) {
    if (path->empty()) continue;
    const Result<std::string> content =
        ledger_as_file(*path, path == &options.calendar, ledger, materials.documents);
    if (!content) {
      print_error(content.error());
      return kUsage;
    }
    const Result<void> written = write_file(*path, *content);
    if (!written) return refused(written.error());
  }
  if (options.output.empty() && options.calendar.empty()) {
    print(options.json ? ledger_as_json(ledger, materials.documents)
                       : ledger_as_text(ledger, materials.documents));
  } else if (options.json) {
    print(ledger_as_json(ledger, materials.documents));
  }
  return materials.code;
}

}  // namespace verbale
