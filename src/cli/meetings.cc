// verbale meetings, verbale visits: across documents, one line each however many accounts there are.
#include <fmt/format.h>

#include <set>

#include "answers/meetings.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/meeting_text.h"
#include "cli/left_out.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

std::string documents_of(const ListedMeeting& meeting) {
  const bool told = !meeting.accounts.empty() && !meeting.accounts.front().mention;
  std::string names;
  for (const ListedAccount& account : meeting.accounts) {
    if (told && account.mention) continue;
    names += (names.empty() ? "" : ", ") + account.document;
  }
  return told ? names : "(" + names + ")";
}

std::vector<std::string> cells_of(const ListedMeeting& meeting) {
  return {meeting.date.empty() ? "?" : meeting.date, meeting.kind, meeting.place, names_of(meeting.participants),
          documents_of(meeting), meeting.id};
}

std::vector<std::string> cells_of(const ListedVisit& visit) {
  std::string meetings;
  std::set<std::string> documents;
  for (const ListedMeeting& meeting : visit.meetings) {
    if (meeting.kind != "visit") meetings += (meetings.empty() ? "" : ", ") + meeting.kind;
    for (const ListedAccount& account : meeting.accounts) {
      if (!account.mention) documents.insert(account.document);
    }
  }
  std::string names;
  for (const std::string& document : documents) names += (names.empty() ? "" : ", ") + document;
  return {visit.from.empty() ? "?" : visit.from, visit.to.empty() ? "?" : visit.to, names_of(visit.guests), visit.guest_state,
          visit.host_state, meetings, names, visit.id};
}

// Prints what `each` goes through, as one JSON array or as a table.
template <class Item, class Each>
int print_list(const Record& record, const ListOptions& options, Table table, Each each,
               void (*write)(JsonWriter&, const Item&)) {
  bool first = true;
  if (options.json) print("[");
  const Result<void> done = each([&](const Item& item) {
    if (options.json) {
      JsonWriter json;
      write(json, item);
      print((first ? "\n" : ",\n") + json.take());
    } else {
      table.add(cells_of(item));
    }
    first = false;
  });
  if (!done) return refused(done.error());
  print(options.json ? "\n]\n" : layout_for_output(table));
  if (!options.json) note_left_out(record, options.filter, first);
  return kDone;
}

// A record that an older version has read lacks what meetings are joined by.
void note_unjoined(const Record& record) {
  const Result<int64_t> texts = unjoined_texts(record);
  if (!texts || *texts == 0) return;
  print_note(fmt::format("{} texts were read by an older version, their meetings are not shown: run `verbale refresh`", *texts));
}

}  // namespace

int run_meetings(const ListOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  note_unjoined(*record);
  Table table({{"date"}, {"kind"}, {"place", Style::Plain, true}, {"participants", Style::Plain, true},
               {"accounts", Style::Dim, true}, {"id", Style::Id}});
  return print_list<ListedMeeting>(
      *record, options, std::move(table),
      [&](const std::function<void(const ListedMeeting&)>& take) { return each_meeting(*record, options.filter, take); },
      write_meeting);
}

int run_visits(const ListOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  note_unjoined(*record);
  Table table({{"from"}, {"to"}, {"guests", Style::Plain, true}, {"of"}, {"in"}, {"meetings", Style::Plain, true},
               {"accounts", Style::Dim, true}, {"id", Style::Id}});
  return print_list<ListedVisit>(
      *record, options, std::move(table),
      [&](const std::function<void(const ListedVisit&)>& take) { return each_visit(*record, options.filter, take); },
      write_visit);
}

}  // namespace verbale
