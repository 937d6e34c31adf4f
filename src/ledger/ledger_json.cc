#include "ledger/ledger_json.h"

#include <map>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "record/json.h"

namespace verbale {
namespace {

class LedgerWriter {
 public:
  LedgerWriter(const Ledger& ledger, std::span<const Document> documents)
      : ledger_(ledger), documents_(documents) {}

  std::string write() {
    json_.begin_object();
    strings("states", ledger_.states);
    json_.key("meetings").begin_array();
    for (const LedgerMeeting& meeting : ledger_.meetings) write_meeting(meeting);
    json_.end_array().key("threads").begin_array();
    for (const LedgerThread& thread : ledger_.threads) write_thread(thread);
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  const Document& document(int32_t index) const { return documents_[static_cast<size_t>(index)]; }
  const std::string& meeting_id(int32_t index) const {
    return ledger_.meetings[static_cast<size_t>(index)].id;
  }

  const CodePointIndex& places(int32_t index) {
    const auto found = places_.find(index);
    return found != places_.end()
               ? found->second
               : places_.emplace(index, CodePointIndex(document(index).text)).first->second;
  }

  void strings(const char* key, const std::vector<std::string>& list) {
    json_.key(key).begin_array();
    for (const std::string& item : list) json_.value(item);
    json_.end_array();
  }

  void string_at(const char* key, int32_t index, Span span) {
    json_.key(key);
    write_string(json_, document(index), places(index), span);
  }

  void text_or_null(const char* key, const std::string& text) {
    json_.key(key);
    text.empty() ? json_.null() : json_.value(text);
  }

  void write_meeting(const LedgerMeeting& meeting) {
    json_.begin_object().key("id").value(meeting.id);
    text_or_null("date", meeting.date);
    json_.key("accounts").begin_array();
    for (const int32_t index : meeting.documents) json_.value(document(index).source.name);
    json_.end_array();
    strings("states", meeting.states);
    write_scope(meeting);
    json_.end_object();
  }

  // A summary's silence is not a joint statement's.
  void write_scope(const LedgerMeeting& meeting) {
    json_.key("looked_in").begin_array();
    for (const int32_t index : meeting.documents) {
      const Publication& publication = document(index).publication;
      json_.begin_object().key("doc").value(document(index).source.name);
      text_or_null("side", publication.side.value);
      json_.key("report_kind");
      publication.report_kind ? json_.value(to_string(*publication.report_kind)) : json_.null();
      json_.end_object();
    }
    json_.end_array();
  }

  void write_thread(const LedgerThread& thread) {
    json_.begin_object().key("id").value(thread.id).key("thread").value(thread.name);
    json_.key("kind").value(to_string(thread.kind));
    json_.key("label").begin_object().key("doc").value(document(thread.label_document).source.name);
    string_at("text", thread.label_document, thread.label);
    json_.end_object().key("status").begin_object();
    for (size_t m = 0; m < thread.statuses.size(); ++m) {
      json_.key(ledger_.meetings[m].id).value(to_string(thread.statuses[m].status));
    }
    json_.end_object().key("entries").begin_array();
    for (const LedgerEntry& entry : thread.entries) write_entry(entry);
    json_.end_array();
    write_advances(thread);
    write_absences(thread);
    write_deadlines(thread);
    write_sides(thread);
    write_marks(thread);
    json_.end_object();
  }

  void write_entry(const LedgerEntry& entry) {
    json_.begin_object().key("id").value(entry.id);
    json_.key("doc").value(document(entry.document).source.name);
    json_.key("meeting").value(meeting_id(entry.meeting));
    string_at("text", entry.document, entry.text);
    json_.key("stage").value(to_string(entry.stage));
    text_or_null("side", document(entry.document).publication.side.value);
    strings("by", entry.by);
    strings("of", entry.of);
    json_.key("catalysts").begin_array();
    for (const Catalyst catalyst : entry.catalysts) json_.value(to_string(catalyst));
    json_.end_array().key("also").begin_array();
    for (const Span span : entry.also)
      write_string(json_, document(entry.document), places(entry.document), span);
    json_.end_array().key("made_by").value(entry.made_by).end_object();
  }

  void write_advances(const LedgerThread& thread) {
    json_.key("advanced").begin_array();
    for (size_t m = 0; m < thread.statuses.size(); ++m) {
      const MeetingStatus& status = thread.statuses[m];
      if (status.status != ThreadStatus::Advanced || status.entry < 0) continue;
      const LedgerEntry& entry = thread.entries[static_cast<size_t>(status.entry)];
      const Step& step = entry.steps[static_cast<size_t>(status.step)];
      json_.begin_object().key("meeting").value(ledger_.meetings[m].id).key("by").value(entry.id);
      json_.key("kind")
          .value(to_string(step.kind))
          .key("doc")
          .value(document(entry.document).source.name);
      string_at("text", entry.document, step.text);
      json_.end_object();
    }
    json_.end_array();
  }

  // The meetings of which no account mentions it; where it was looked for is told with the meeting.
  void write_absences(const LedgerThread& thread) {
    json_.key("absent").begin_array();
    for (size_t m = 0; m < thread.statuses.size(); ++m) {
      if (thread.statuses[m].status == ThreadStatus::Absent) json_.value(ledger_.meetings[m].id);
    }
    json_.end_array();
  }

  void write_deadlines(const LedgerThread& thread) {
    json_.key("deadlines").begin_array();
    for (const LedgerEntry& entry : thread.entries) {
      if (!entry.deadline) continue;
      json_.begin_object().key("date").value(entry.deadline->date).key("entry").value(entry.id);
      json_.key("doc").value(document(entry.document).source.name);
      string_at("text", entry.document, entry.deadline->text);
      json_.key("passed_without_mention").begin_array();
      for (const int32_t meeting : entry.deadline->passed) json_.value(meeting_id(meeting));
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  // Which entries each side's accounts have.
  void write_sides(const LedgerThread& thread) {
    std::map<std::string, std::vector<std::string>> sides;
    for (const LedgerEntry& entry : thread.entries) {
      const std::string& side = document(entry.document).publication.side.value;
      sides[side.empty() ? "unknown" : side].push_back(entry.id);
    }
    json_.key("sides").begin_object();
    for (const auto& [side, ids] : sides) strings(side.c_str(), ids);
    json_.end_object();
  }

  // What persons set, never the program.
  void write_marks(const LedgerThread& thread) {
    json_.key("marks").begin_array();
    for (const PersonMark& mark : thread.marks) {
      json_.begin_object()
          .key("value")
          .value(mark.value)
          .key("scale")
          .value(scale_name(mark.scale));
      json_.key("date")
          .value(mark.date)
          .key("entry")
          .value(mark.entry)
          .key("evidence")
          .value(mark.evidence)
          .end_object();
    }
    json_.end_array();
  }

  const Ledger& ledger_;
  std::span<const Document> documents_;
  JsonWriter json_{3};
  std::map<int32_t, CodePointIndex> places_;
};

}  // namespace

std::string ledger_json(const Ledger& ledger, std::span<const Document> documents) {
  return LedgerWriter(ledger, documents).write();
}

}  // namespace verbale
