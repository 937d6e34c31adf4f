#include "review/import.h"

#include <fmt/format.h>

#include <memory>

#include "base/file.h"
#include "base/json_value.h"
#include "paper/archive.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "review/webanno_import.h"
#include "store/review_rows.h"

namespace verbale {
namespace {

constexpr size_t kMostUnpacked = size_t{1} << 30;

class DecisionImporter {
 public:
  DecisionImporter(const Record& record, const Knowledge& knowledge, const std::string& path)
      : record_(record), knowledge_(knowledge), path_(path) {}

  void take_json(const std::optional<JsonValue>& json, const std::string& where) {
    if (!json || !json->is_object()) {
      imported_.refused.push_back(
          {path_, where + ": is no JSON object",
           "one decision a line, as `verbale decisions --json` writes them"});
      return;
    }
    Result<Decision> decision = decision_from_json(*json);
    Result<void> good =
        decision ? check(*decision) : Result<void>(std::unexpected(decision.error()));
    if (!good) {
      const Error& error = good.error();
      imported_.refused.push_back(
          {path_, fmt::format("{}: {} {}", where, error.file, error.what), error.remedy});
      return;
    }
    const Result<bool> known = is_known(*decision);
    if (known && *known) {
      ++imported_.known;
    } else {
      imported_.decisions.push_back(std::move(*decision));
    }
  }

  void take_lines(std::string_view bytes) {
    for (size_t line = 1; !bytes.empty(); ++line) {
      const size_t end = std::min(bytes.find('\n'), bytes.size());
      const std::string_view one = bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      if (one.find_first_not_of(" \t\r") != std::string_view::npos)
        take_json(JsonValue::parse(one), fmt::format("line {}", line));
    }
  }

  void take_list(const JsonValue& list) {
    for (size_t i = 0; i < list.items.size(); ++i)
      take_json(list.items[i], fmt::format("decision {}", i + 1));
  }

  ImportedDecisions take() { return std::move(imported_); }

 private:
  // The rules of every decision, and those of its text if that is here; if not, it waits for the text.
  Result<void> check(const Decision& decision) {
    for (const NamedActor& actor : decision.actors) {
      if (actor.kind == ActorKind::State && knowledge_.world.state(actor.id) == nullptr)
        return fail(actor.id, "is no state", "states are ISO 3166 codes of three letters");
    }
    const Result<const ImportedText*> text = text_of(decision.text);
    if (!text) return std::unexpected(text.error());
    return *text == nullptr ? check_decision(decision)
                            : check_decision(decision, (*text)->content, (*text)->index);
  }

  struct ImportedText {
    explicit ImportedText(std::string text) : content(std::move(text)), index(content) {}
    ImportedText(const ImportedText&) = delete;
    const std::string content;
    const CodePointIndex index;
  };

  // Files are mostly ordered by text: the last one is kept. Null: the record has none with that id.
  Result<const ImportedText*> text_of(const std::string& id) {
    if (id != last_id_) {
      Result<std::optional<std::string>> content = find_text(record_, id);
      if (!content) return std::unexpected(content.error());
      last_id_ = id;
      last_.reset();
      if (*content) last_ = std::make_unique<ImportedText>(std::move(**content));
    }
    return last_.get();
  }

  Result<bool> is_known(const Decision& decision) const {
    const Result<std::vector<Decision>> found = find_decisions(record_, {.id = decision.id});
    if (!found) return std::unexpected(found.error());
    return !found->empty() && (decision.stands() || !found->front().stands());
  }

  const Record& record_;
  const Knowledge& knowledge_;
  const std::string& path_;
  ImportedDecisions imported_;
  std::string last_id_;
  std::unique_ptr<const ImportedText> last_;
};

void append(ImportedDecisions& all, ImportedDecisions more) {
  std::ranges::move(more.decisions, std::back_inserter(all.decisions));
  std::ranges::move(more.refused, std::back_inserter(all.refused));
  all.known += more.known;
  all.left_alone += more.left_alone;
}

struct TsvMember {
  std::string path;
  std::string bytes;
};

// A .tsv file, or those of an archive.
Result<std::vector<TsvMember>> tsv_members(const std::string& path, const std::string& bytes) {
  if (!bytes.starts_with("PK")) return std::vector<TsvMember>{{path, bytes}};
  Result<std::vector<ArchivedFile>> files = unpack_zip(bytes, kMostUnpacked);
  if (!files) return fail(path, files.error().what, files.error().remedy);
  std::vector<TsvMember> members;
  for (ArchivedFile& file : *files) {
    if (file.name.ends_with(".tsv")) members.push_back({path + "/" + file.name, std::move(file.bytes)});
  }
  return members;
}

// What the exports that annotators began with held.
Result<HeldByText> read_exported(const std::string& path) {
  HeldByText held;
  if (path.empty()) return held;
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  const Result<std::vector<TsvMember>> members = tsv_members(path, *bytes);
  if (!members) return std::unexpected(members.error());
  for (const TsvMember& member : *members) {
    if (Result<void> noted = note_held(held, member.bytes, member.path); !noted)
      return std::unexpected(noted.error());
  }
  return held;
}

Result<ImportedDecisions> import_annotated(const Record& record, const Knowledge& knowledge,
                                           const std::string& path, const std::string& bytes,
                                           const ImportAs& as) {
  const Result<HeldByText> held = read_exported(as.exported);
  if (!held) return std::unexpected(held.error());
  const Result<std::vector<TsvMember>> members = tsv_members(path, bytes);
  if (!members) return std::unexpected(members.error());
  ImportedDecisions all;
  for (const TsvMember& member : *members) {
    Result<ImportedDecisions> one =
        import_webanno(record, knowledge, member.bytes, member.path, as, *held);
    if (one) {
      append(all, std::move(*one));
    } else {
      all.refused.push_back(one.error());
    }
  }
  return all;
}

}  // namespace

Result<ImportedDecisions> import_decisions(const Record& record, const Knowledge& knowledge,
                                           const std::string& path, const ImportAs& as) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  if (bytes->starts_with("PK") || bytes->starts_with("#FORMAT=WebAnno")) {
    if (as.reviewer.empty())
      return fail(path, "does not say whose decisions it holds", "say it with --reviewer NAME");
    return import_annotated(record, knowledge, path, *bytes, as);
  }
  DecisionImporter importer(record, knowledge, path);
  const size_t first = bytes->find_first_not_of(" \t\r\n");
  if (first != std::string::npos && (*bytes)[first] == '[') {
    const std::optional<JsonValue> list = JsonValue::parse(*bytes);
    if (!list)
      return fail(path, "is no JSON",
                  "give what `verbale decisions --json` has written, or WebAnno TSV 3");
    importer.take_list(*list);
  } else {
    importer.take_lines(*bytes);
  }
  return importer.take();
}

}  // namespace verbale
