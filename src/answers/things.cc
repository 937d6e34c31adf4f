#include "answers/things.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "answers/accounts_asked.h"
#include "answers/documents_asked.h"
#include "answers/ledger_part.h"
#include "base/json_value.h"
#include "base/json_writer.h"
#include "base/plain_line.h"
#include "base/utf8.h"
#include "phrases/names_json.h"
#include "phrases/phrase_lives.h"
#include "phrases/phrases_json.h"
#include "record/json.h"
#include "store/meeting_lists.h"

namespace verbale {
namespace {

class ThingFinder {
 public:
  ThingFinder(const Record& record, const LedgerMaterials& materials, const RuleTexts& rules)
      : record_(record), materials_(materials), rules_(rules) {}

  Result<Thing> find(const std::string& id) {
    thing_.id = id;
    if (id.starts_with("p-")) return find_point(id);
    if (names_part(id)) return find_ledger_part(id);
    const Result<ListedDocument> document = find_listed(record_, id);
    if (document) return show_document(*document);
    const Result<bool> actor = find_actor(id);
    if (!actor) return std::unexpected(actor.error());
    if (*actor) return std::move(thing_);
    const Result<bool> named = find_phrase_or_name(id);
    if (!named) return std::unexpected(named.error());
    if (*named) return std::move(thing_);
    return fail(id, "nothing in the record has this id",
                "`verbale search` and the lists show the ids there are");
  }

 private:
  void say(std::string about, std::string_view words) {
    if (!words.empty()) thing_.says.push_back({std::move(about), one_line(words)});
  }
  void reason(std::string about, std::string words) {
    thing_.reasons.push_back({std::move(about), std::move(words)});
  }
  void rule(std::string_view made_by) {
    const std::string* text = rules_.find(made_by);
    reason("made by", text == nullptr ? std::string(made_by) : fmt::format("{}: {}", made_by, *text));
  }

  Result<Thing> show_document(const ListedDocument& listed) {
    Result<Document> document = record_.load_document(listed.name);
    if (!document) return std::unexpected(document.error());
    read_document(*document, materials_.reader);
    thing_.layer = "document";
    thing_.id = listed.id;
    thing_.json = record_to_json(*document, false);
    reason("bytes", fmt::format("{}, SHA-256 {}", listed.path, listed.sha256));
    reason("text", listed.text);
    add_found("date", document->publication.published);
    add_found("outlet", document->publication.outlet);
    add_found("side", document->publication.side);
    if (!listed.set.empty() && listed.set != "{}") reason("set by a person", listed.set);
    thing_.document = std::move(*document);
    return std::move(thing_);
  }

  void add_found(const char* about, const Found& found) {
    if (!found) return;
    std::string words = found.value;
    if (!found.reason.empty()) words += ": " + found.reason;
    words += found.evidence.empty() ? ", given with it or known" : ", as the text shows";
    reason(about, std::move(words));
  }

  Result<Thing> find_ledger_part(const std::string& id) {
    const Result<LedgerPart> found = find_part(record_, id, materials_);
    if (!found) return std::unexpected(found.error());
    const Candidate& part = found->candidate;
    thing_.layer = "part";
    thing_.id = found->id;
    say("words", found->document.str(part.text));
    say("document", found->document.source.name);
    say("stage", to_string(part.stage));
    say("by", fmt::format("{}", fmt::join(part.by, ", ")));
    say("of", fmt::format("{}", fmt::join(part.of, ", ")));
    say("name", part.name);
    say("mentioned in", found->thread);
    JsonWriter json(1);
    json.begin_object().key("id").value(found->id).key("doc").value(found->document.source.name);
    json.key("text");
    write_string(json, found->document, CodePointIndex(found->document.text), part.text);
    json.key("stage").value(to_string(part.stage)).key("made_by").value(part.made_by).end_object();
    thing_.json = json.take();
    rule(part.made_by);
    if (!found->thread.empty())
      reason("thread", "it stands in the thread that " + found->thread + " begins");
    return std::move(thing_);
  }

  // Somebody whom documents name: his entry in each of them.
  Result<bool> find_actor(const std::string& id) {
    const Result<void> listed =
        record_.each_entry(Layer::Actor, {}, [&](const ListedEntry& entry) {
          if (entry.body.find(id) == std::string::npos) return;
          const JsonValue body = JsonValue::parse(entry.body).value_or(JsonValue());
          if (body.at("id").text != id) return;
          thing_.layer = "actor";
          thing_.json += (thing_.json.empty() ? "" : ", ") + entry.body;
          say(entry.document, fmt::format("{}, {}", body.at("name").text, entry.id));
          reason(entry.document, fmt::format("`verbale explain {}` tells why", entry.id));
        });
    if (!listed) return std::unexpected(listed.error());
    thing_.json = "[" + thing_.json + "]";
    return !thing_.says.empty();
  }

  // Of the meeting whose comparison has it.
  Result<Thing> find_point(const std::string& id) {
    std::vector<std::string> meetings;
    const Result<void> listed = each_meeting(record_, {}, [&](const ListedMeeting& meeting) {
      if (meeting.accounts.size() > 1) meetings.push_back(meeting.id);
    });
    if (!listed) return std::unexpected(listed.error());
    for (const std::string& meeting : meetings) {
      const AskedAccounts asked = accounts_of_record(record_, {meeting}, materials_.reader, 1);
      const Comparison comparison =
          compare(asked.compared(), *materials_.reader.knowledge, materials_.meanings);
      const auto point = std::ranges::find(comparison.points, id, &Point::id);
      if (point == comparison.points.end()) continue;
      show_point(comparison, *point, meeting);
      return std::move(thing_);
    }
    return fail(id, "no meeting of the record has such a point",
                "`verbale compare MEETING` shows the points of one");
  }

  void show_point(const Comparison& comparison, const Point& point, const std::string& meeting) {
    thing_.layer = "point";
    say("point", point.label);
    say("meeting", meeting);
    for (const PointPart& part : point.parts) {
      const Document& account = *comparison.accounts[static_cast<size_t>(part.account)];
      for (const Span span : part.spans) say(account.source.name, account.str(span));
    }
    say("wording", wording_of(comparison, point));
    for (const Absence& absence : point.absences)
      say("absent in", comparison.accounts[static_cast<size_t>(absence.account)]->source.name);
    JsonWriter json(1);
    json.begin_object().key("id").value(point.id).key("point").value(point.label);
    json.key("meeting").value(meeting).end_object();
    thing_.json = json.take();
    reason("aligned", "clauses that say the same, by names, numbers and telling words, are one point");
    reason("labelled", "by who says it, how, and the clearest of its clauses");
  }

  Result<bool> find_phrase_or_name(const std::string& id) {
    const Result<std::vector<Document>> documents =
        documents_of_record(record_, {}, materials_.reader, 1);
    if (!documents) return std::unexpected(documents.error());
    const std::vector<const Document*> all = pointers_to(*documents);
    for (const NamedThing& thing : find_named_things(all, *materials_.reader.knowledge)) {
      if (thing.id == id) return show_name(thing, all);
    }
    for (const PhraseLife& life : find_phrases(all, *materials_.reader.knowledge)) {
      if (life.id == id) return show_phrase(life, all);
    }
    return false;
  }

  bool show_name(const NamedThing& thing, const std::vector<const Document*>& documents) {
    thing_.layer = "name";
    say("one thing", thing.name);
    say("kind", thing.kind);
    for (const NameUse& use : thing.uses) {
      const DocumentPlace& first = use.places.front();
      say("called", fmt::format("{}, {} times, first in {}", use.name, use.places.size(),
                                documents[static_cast<size_t>(first.document)]->source.name));
    }
    thing_.json = names_to_json(std::span(&thing, 1), documents);
    for (const std::string_view made_by : thing.made_by) rule(made_by);
    return true;
  }

  bool show_phrase(const PhraseLife& life, const std::vector<const Document*>& documents) {
    thing_.layer = "phrase";
    say("phrase", life.phrase);
    say("kind", to_string(life.kind));
    for (const PhraseUse& use : life.uses) {
      const Document& document = *documents[static_cast<size_t>(use.place.document)];
      say(document.source.name, document.str(use.place.span));
    }
    thing_.json = phrase_to_json(life, documents);
    reason("kind", life.kind == PhraseKind::Known
                       ? "a phrase of the pack of set phrases, in one of its wordings"
                       : "the same words stand in several documents, and no copy made them so");
    return true;
  }

  const Record& record_;
  const LedgerMaterials& materials_;
  const RuleTexts& rules_;
  Thing thing_;
};

}  // namespace

Result<Thing> find_thing(const Record& record, const std::string& id,
                         const LedgerMaterials& materials, const RuleTexts& rules) {
  return ThingFinder(record, materials, rules).find(id);
}

std::string thing_to_json(const Thing& thing) {
  JsonWriter json(1);
  json.begin_object().key("layer").value(thing.layer).key("id").value(thing.id);
  json.key("entry").raw(thing.json).end_object();
  return json.take();
}

std::string thing_why_to_json(const Thing& thing) {
  return why_to_json(Why{thing.id, {}, thing.reasons});
}

}  // namespace verbale
