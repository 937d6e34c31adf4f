// Whatever persons decide about the entries of a record, each decision is proved to be in effect; and withdrawing all
// of them, in whatever order, gives the very record that was, ids and all.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "base/file.h"
#include "exports/exports.h"
#include "paper/archive.h"
#include "pipeline/pipeline.h"
#include "review/effect.h"
#include "review/import.h"
#include "review/wishes.h"
#include "source/loader.h"
#include "store/database.h"
#include "store/read_accounts.h"
#include "store/test_documents.h"
#include "verify/verify.h"

namespace verbale {
namespace {

using testing_store::TemporaryFolder;

const Reader& reader() {
  static const Reader loaded = std::move(load_reader().value());
  return loaded;
}

class DecidedRecord {
 public:
  explicit DecidedRecord(unsigned seed) : random_(seed), reporter_(*reader().knowledge) {
    Result<Store> store = Store::open(path_, "1");
    EXPECT_TRUE(store.has_value());
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(VERBALE_SOURCE_DIR "/examples")) {
      const std::string ending = entry.path().extension();
      if (ending == ".txt" || ending == ".md" || ending == ".html") files.insert(entry.path());
    }
    for (const std::string& file : files) {
      Result<Loaded> loaded = load_file(file);
      for (Document& document : loaded.value().documents) {
        const auto read = [](Document& one) { read_document(one, reader()); };
        EXPECT_TRUE(store->keep_source(document.source.sha256, read_file(file).value()).has_value());
        EXPECT_TRUE(testing_store::add_document(*store, std::move(document), read).has_value()) << file;
      }
    }
    EXPECT_TRUE(store->join_meetings().has_value());
    store_.emplace(std::move(*store));
  }

  std::string exported() const {
    const Record record = std::move(Record::open(path_).value());
    const std::vector<Document> documents = read_accounts(record, reader(), EntryFilter(), 1).value();
    std::vector<ExportedDocument> exported;
    for (const Document& document : documents)
      exported.push_back(prepare_export(document, stored_ids(record, document).value().value(), {}));
    return export_jsonl(exported, {}).value();
  }

  std::vector<std::string> findings() const {
    std::vector<std::string> all;
    const Result<Proved> proved = verify_store(
        path_, [&](const Finding& finding) { all.push_back(finding.document + " " + finding.entry + " " + finding.what); });
    EXPECT_TRUE(proved.has_value());
    return all;
  }

  // The record as WebAnno files, in one archive.
  std::string webanno() const {
    const Record record = std::move(Record::open(path_).value());
    const std::vector<Document> documents = read_accounts(record, reader(), EntryFilter(), 1).value();
    std::vector<ExportedDocument> exported;
    for (const Document& document : documents)
      exported.push_back(prepare_export(document, stored_ids(record, document).value().value(), {}));
    return export_webanno(exported, {}).value();
  }

  ImportedDecisions imported(const std::string& bytes, const std::string& name) const {
    const std::string path = folder_.file(name);
    std::ofstream(path, std::ios::binary) << bytes;
    const Record record = std::move(Record::open(path_).value());
    const ImportAs as{"Bob", "2026-03-01T23:00:00Z", {}, {}};
    Result<ImportedDecisions> decisions = import_decisions(record, *reader().knowledge, path, as);
    EXPECT_TRUE(decisions.has_value());
    return decisions ? std::move(*decisions) : ImportedDecisions();
  }

  // One that the front door takes; many that are tried are refused, and rightly.
  bool decide(size_t minute) {
    for (int tries = 0; tries < 20; ++tries) {
      const Record record = std::move(Record::open(path_).value());
      const DecisionWish wanted = wish(record, minute);
      const Result<Decision> decision = make_decision(record, *reader().knowledge, wanted);
      const bool free = wanted.action == "correct" && wanted.change.content;
      if (!decision && !free && wanted.change != Correction())
        ADD_FAILURE() << wanted.entry << ' ' << decision.error().message();
      if (!decision) continue;
      EXPECT_TRUE(keep_decisions(*store_, {reader(), reporter_}, std::span(&*decision, 1)).has_value());
      ids_.push_back(decision->id);
      return true;
    }
    return false;
  }

  void withdraw_all() {
    std::ranges::shuffle(ids_, random_);
    for (const std::string& id : ids_)
      EXPECT_TRUE(undo_decision(*store_, {reader(), reporter_}, id, "2026-03-02T10:00:00Z").has_value()) << id;
  }

 private:
  size_t below(size_t count) { return std::uniform_int_distribution<size_t>(0, count - 1)(random_); }

  DecisionWish wish(const Record& record, size_t minute) {
    const Database database(path_, Database::Mode::ReadOnly);
    std::vector<std::string> entries;
    Query ids = database.query("SELECT id FROM entries WHERE layer < 7 ORDER BY id");
    while (ids.step()) entries.emplace_back(ids.text(0));
    DecisionWish wish;
    wish.reviewer = below(2) == 0 ? "Ann" : "Bob";
    wish.at = fmt::format("2026-03-01T{:02}:{:02}:00Z", 10 + minute / 60, minute % 60);
    wish.entry = entries[below(entries.size())];
    constexpr std::string_view kActions[] = {"accept", "reject", "nothing-here", "correct", "correct", "correct"};
    wish.action = kActions[below(std::size(kActions))];
    if (wish.action == "correct") correct(record, wish);
    if (wish.action == "nothing-here" && below(2) == 0) widen(record, wish);
    return wish;
  }

  void correct(const Record& record, DecisionWish& wish) {
    const Result<FoundEntry> found = record.find_entry(wish.entry);
    if (!found) return;
    const uint32_t length = CodePointIndex(found->text).code_points();
    const uint32_t begin = found->start > 40 ? found->start - static_cast<uint32_t>(below(40)) : 0;
    const uint32_t end = std::min(length, begin + 5 + static_cast<uint32_t>(below(120)));
    const Layer layer = found->entry.layer;
    if (below(2) == 0) wish.change.content = std::vector<CodeRange>{{begin, end}};
    if (layer == Layer::Statement && below(2) == 0) wish.change.act = below(2) == 0 ? "commissive" : "directive";
    if (layer == Layer::Commitment) wish.change.kind = "pledged";
    const Result<std::map<std::string, std::string>> names = record.actor_names(found->entry.text);
    if (!names || names->empty() || below(2) == 0) return;
    const std::vector<std::string> one = {std::next(names->begin(), static_cast<std::ptrdiff_t>(below(names->size())))->first};
    if (layer == Layer::Statement) wish.change.speaker = one;
    if (layer == Layer::Topic || layer == Layer::Commitment) wish.change.by = one;
  }

  // Words around an entry, of which nothing is.
  void widen(const Record& record, DecisionWish& wish) {
    const Result<FoundEntry> found = record.find_entry(wish.entry);
    if (!found) return;
    wish.place = {found->start, found->end + static_cast<uint32_t>(below(60))};
    wish.document = found->publications.front();
    wish.entry.clear();
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
  std::optional<Store> store_;
  std::mt19937 random_;
  MeetingReporter reporter_;
  std::vector<std::string> ids_;
};

TEST(DecisionsOfARecord, AreInEffectAndWithdrawnGiveTheVeryRecord) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    DecidedRecord record(seed);
    const std::string before = record.exported();
    ASSERT_FALSE(before.empty());
    const size_t count = 2 + seed * 3;
    for (size_t i = 0; i < count; ++i) {
      ASSERT_TRUE(record.decide(i));
      for (const std::string& finding : record.findings()) ADD_FAILURE() << finding << "\n  seed " << seed << " decision " << i;
    }
    EXPECT_NE(record.exported(), before);
    record.withdraw_all();
    EXPECT_TRUE(record.exported() == before) << "seed " << seed;
    for (const std::string& finding : record.findings()) ADD_FAILURE() << finding << "\n  seed " << seed;
  }
}

TEST(DecisionsOfARecord, AnExportThatNobodyTouchedDecidesNothing) {
  for (unsigned seed = 100; seed < 104; ++seed) {
    DecidedRecord record(seed);
    const std::string exported = record.webanno();
    for (size_t i = 0; i <= 12; ++i) {
      const ImportedDecisions imported = record.imported(exported, "old.zip");
      EXPECT_TRUE(imported.decisions.empty()) << "seed " << seed << " after " << i << " decisions";
      for (const Error& refused : imported.refused) ADD_FAILURE() << refused.message() << "\n  seed " << seed;
      ASSERT_TRUE(record.decide(i));
    }
  }
}

TEST(DecisionsOfARecord, AFileThatWasCutSaysNothing) {
  const DecidedRecord record(200);
  const std::vector<ArchivedFile> files = unpack_zip(record.webanno(), size_t{1} << 24).value();
  ASSERT_FALSE(files.empty());
  for (const ArchivedFile& file : files) {
    for (const size_t part : {3, 5, 8}) {
      const size_t end = file.bytes.find("\n\n", file.bytes.size() * part / 10);
      if (end == std::string::npos || end + 3 >= file.bytes.size()) continue;
      const ImportedDecisions imported = record.imported(file.bytes.substr(0, end + 1), file.name);
      EXPECT_TRUE(imported.decisions.empty()) << file.name;
      EXPECT_EQ(imported.refused.size(), 1u) << file.name;
    }
  }
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string join(const std::vector<std::string>& parts, char separator) {
  std::string text;
  for (size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : std::string(1, separator)) + parts[i];
  return text;
}

// Columns 3 to 6 of a token's line: claim, kind, layer, who; several claims are parted by '|'.
std::string first_framework(const std::string& tsv) {
  for (const std::string& line : split(tsv, '\n')) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 7) continue;
    const std::vector<std::string> layers = split(cells[5], '|');
    for (size_t i = 0; i < layers.size(); ++i) {
      if (layers[i].starts_with("framework")) return split(split(cells[3], '|')[i], '[')[0];
    }
  }
  return {};
}

std::string without(const std::string& tsv, const std::string& claim) {
  std::vector<std::string> lines = split(tsv, '\n');
  for (std::string& line : lines) {
    std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 7) continue;
    const std::vector<std::string> claims = split(cells[3], '|');
    for (size_t column = 3; column < 7; ++column) {
      std::vector<std::string> kept = split(cells[column], '|');
      for (size_t i = claims.size(); i-- > 0;) {
        if (claims[i].starts_with(claim + '[')) kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
      }
      cells[column] = kept.empty() ? "_" : join(kept, '|');
    }
    line = join(cells, '\t');
  }
  return join(lines, '\n');
}

// What a person takes out of the file is rejected, and that alone.
TEST(DecisionsOfARecord, WhatAnAnnotatorTakesAwayIsRejected) {
  const DecidedRecord record(300);
  const std::vector<ArchivedFile> files = unpack_zip(record.webanno(), size_t{1} << 24).value();
  size_t taken = 0;
  for (const ArchivedFile& file : files) {
    const std::string claim = first_framework(file.bytes);
    if (claim.empty()) continue;
    std::string bytes = without(file.bytes, claim);
    const ImportedDecisions imported = record.imported(bytes, file.name);
    ASSERT_EQ(imported.decisions.size(), 1u) << file.name;
    EXPECT_EQ(imported.decisions.front().verdict, Verdict::Reject);
    EXPECT_EQ(imported.decisions.front().claim.id, claim);
    ++taken;
    // An annotation program that drops the head: nobody knows what the file held.
    const size_t head = bytes.find("#verbale=");
    bytes.erase(head, bytes.find('\n', head) - head);
    const ImportedDecisions unknown = record.imported(bytes, file.name);
    EXPECT_TRUE(unknown.decisions.empty());
    EXPECT_EQ(unknown.left_alone, 1u);
  }
  EXPECT_GT(taken, 0u);
}

}  // namespace
}  // namespace verbale
