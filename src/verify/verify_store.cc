#include <fmt/format.h>

#include <map>
#include <set>

#include "base/file.h"
#include "source/loader.h"
#include "store/guarded.h"
#include "store/packed_bytes.h"
#include "store/reading.h"
#include "store/schema.h"
#include "verify/verify.h"
#include "verify/verify_decisions.h"
#include "verify/verify_marks.h"
#include "verify/verify_meetings.h"

namespace verbale {
namespace {

class StoreVerifier {
 public:
  StoreVerifier(const std::string& path, const FindingSink& report)
      : database_(open_record(path, Database::Mode::ReadOnly)), report_(report) {}

  Proved run() {
    check_file();
    check_sources();
    check_texts();
    check_retired();
    check_meetings(database_, report_);
    proved_.marks = check_marks(database_, report_);
    const CheckedDecisions decisions = check_decisions(database_, report_);
    proved_.decisions = decisions.proved;
    proved_.unfit = decisions.unfit;
    return proved_;
  }

 private:
  void fail(std::string document, std::string entry, std::string what) {
    report_({std::move(document), std::move(entry), std::move(what)});
  }

  // SQLite's own proofs: pages, indices, references between rows.
  void check_file() {
    Query pages = database_.query("PRAGMA integrity_check(20)");
    while (pages.step()) {
      if (pages.text(0) != "ok") fail(database_.path(), "", std::string(pages.text(0)));
    }
    Query references = database_.query("PRAGMA foreign_key_check");
    while (references.step()) {
      fail(database_.path(), "", fmt::format("a row of {} refers to a row of {} that is not there",
                                             references.text(0), references.text(2)));
    }
  }

  std::optional<std::string> bytes_of(int64_t source, size_t size, bool packed) {
    std::string stored;
    Query parts = database_.query("SELECT bytes FROM source_bytes WHERE source = ? ORDER BY part");
    parts.bind(1, source);
    while (parts.step()) stored += parts.text(0);
    if (!packed) return stored;
    std::string bytes;
    if (!unpack_bytes(stored, size, bytes)) return std::nullopt;
    return bytes;
  }

  void check_sources() {
    Query sources = database_.query("SELECT row, sha256, size, packing FROM sources ORDER BY sha256");
    while (sources.step()) {
      ++proved_.sources;
      const int64_t row = sources.number(0);
      const std::string sha256(sources.text(1));
      const std::optional<std::string> bytes =
          bytes_of(row, static_cast<size_t>(sources.number(2)), sources.text(3) == "zstd");
      check_publications(row, sha256, bytes);
    }
  }

  // The publications of one file: the bytes by their digest, the text from the bytes, the id.
  void check_publications(int64_t source, const std::string& sha256,
                          const std::optional<std::string>& bytes) {
    const bool intact = bytes && sha256_hex(*bytes) == sha256;
    std::map<std::string, std::set<std::string>> texts;  // by path: ids of what the bytes hold
    Query rows = database_.query(
        "SELECT p.name, p.path, p.id, p.basis_outlet, p.basis_date, p.basis_url, t.id, t.content "
        "FROM publications p JOIN texts t ON t.row = p.text WHERE p.source = ? ORDER BY p.name");
    rows.bind(1, source);
    while (rows.step()) {
      ++proved_.documents;
      const std::string name(rows.text(0));
      const std::string path(rows.text(1));
      if (!intact) {
        fail(name, "", fmt::format("the bytes kept of {} do not have the SHA-256 {}", path, sha256));
        continue;
      }
      if (!texts.contains(path)) texts[path] = text_ids(*bytes, path);
      if (!texts[path].contains(text_id(rows.text(7)))) {
        fail(name, "", fmt::format("the text is not what the bytes of {} hold", path));
      }
      const PublicationBasis basis{std::string(rows.text(3)), std::string(rows.text(4)),
                                   std::string(rows.text(5)), sha256, std::string(rows.text(6))};
      if (rows.text(2) != publication_id(basis)) {
        fail(name, std::string(rows.text(2)),
             "the id does not follow from outlet, date, address, bytes and text");
      }
    }
  }

  static std::set<std::string> text_ids(const std::string& bytes, const std::string& path) {
    std::set<std::string> ids;
    const Result<Loaded> loaded = load_bytes(bytes, path);
    if (!loaded) return ids;
    for (const Document& document : loaded->documents) ids.insert(text_id(document.text));
    return ids;
  }

  void check_texts() {
    Query texts = database_.query(
        "SELECT t.row, t.id, t.content, t.digest, p.name FROM texts t LEFT JOIN publications p "
        "ON p.row = t.publication ORDER BY t.id");
    while (texts.step()) {
      const std::string id(texts.text(1));
      const std::string content(texts.text(2));
      const std::string name(texts.is_null(4) ? id : texts.text(4));
      if (text_id(content) != id) fail(name, id, "the text's id does not follow from its characters");
      check_entries(texts.number(0), id, content, name, std::string(texts.text(3)));
    }
  }

  void check_entries(int64_t text, const std::string& id, const std::string& content,
                     const std::string& name, const std::string& digest) {
    CheckedRecord record{name, content, JsonValue(), {}};
    RecordBodies bodies;
    Query rows = database_.query(
        "SELECT id, layer, anchor, nth, body FROM entries WHERE text = ? ORDER BY layer, ordinal");
    rows.bind(1, text);
    while (rows.step()) {
      ++proved_.entries;
      const std::string entry(rows.text(0));
      const int64_t layer = rows.number(1);
      std::optional<JsonValue> body = JsonValue::parse(rows.text(4));
      if (layer < 0 || layer >= static_cast<int64_t>(kLayers) || !body || !body->is_object()) {
        fail(name, entry, "the entry cannot be read");
        continue;
      }
      bodies[static_cast<size_t>(layer)].emplace_back(rows.text(4));
      const Layer kind = static_cast<Layer>(layer);
      const std::string right = claim_id(id, kind, static_cast<uint32_t>(rows.number(2)),
                                         static_cast<uint32_t>(rows.number(3)));
      if (entry != right || entry_id(kind, *body) != right) {
        fail(name, entry, fmt::format("the id does not follow from text, kind and place: that is {}", right));
      }
      record.entries[static_cast<size_t>(layer)].push_back(std::move(*body));
    }
    if (digest_of(bodies) != digest) {
      fail(name, id, "the entries of the text are not those that were stored");
    }
    proved_.strings += check_record(record, report_);
  }

  void check_retired() {
    Query rows = database_.query(
        "SELECT r.id, r.successor, t.id, r.layer, r.anchor, r.nth FROM retired r "
        "JOIN texts t ON t.row = r.text ORDER BY r.id");
    // An id may also wait for an entry that a person rejected and may take back.
    Query entry = database_.query(
        "SELECT 1 FROM entries WHERE id = ?1 UNION SELECT 1 FROM retired JOIN decisions ON entry = retired.id "
        "WHERE retired.id = ?1");
    while (rows.step()) {
      const std::string id(rows.text(0));
      const std::string right =
          claim_id(rows.text(2), static_cast<Layer>(rows.number(3) % static_cast<int64_t>(kLayers)),
                   static_cast<uint32_t>(rows.number(4)), static_cast<uint32_t>(rows.number(5)));
      if (id != right) fail("", id, "a retired id does not follow from text, kind and place");
      if (rows.is_null(1)) continue;
      const std::string successor(rows.text(1));
      const bool there = entry.bind(1, successor).step();
      entry.reset();
      if (!there) fail("", id, fmt::format("leads to {}, which is not there", successor));
    }
  }

  Database database_;
  const FindingSink& report_;
  Proved proved_;
};

}  // namespace

Result<Proved> verify_store(const std::string& path, const FindingSink& report) {
  return guarded<Proved>([&] { return StoreVerifier(path, report).run(); });
}

}  // namespace verbale
