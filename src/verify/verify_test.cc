// Each kind of corruption is made by hand in a sound record, and must be found.
#include "verify/verify.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "record/json.h"
#include "store/database.h"
#include "store/packed_bytes.h"
#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class VerifyTest : public testing::Test {
 protected:
  void SetUp() override {
    Result<Store> store = Store::open(path_, "1");
    ASSERT_TRUE(store.has_value());
    ASSERT_TRUE(add_document(*store, load("a", kText), read).has_value());
  }

  // Changes the record behind the program's back.
  void corrupt(const std::string& sql) {
    const Database database(path_, Database::Mode::ReadWrite);
    database.execute("PRAGMA foreign_keys = OFF");
    database.execute(sql);
  }

  std::vector<std::string> findings() {
    std::vector<std::string> all;
    const Result<Proved> proved = verify_store(path_, [&](const Finding& finding) {
      all.push_back(finding.document + " " + finding.entry + " " + finding.what);
    });
    EXPECT_TRUE(proved.has_value()) << (proved ? "" : proved.error().message());
    return all;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
};

TEST_F(VerifyTest, ASoundRecordIsProved) {
  EXPECT_THAT(findings(), IsEmpty());
  const Result<Proved> proved = verify_store(path_, [](const Finding&) {});
  EXPECT_EQ(proved->documents, 1u);
  EXPECT_EQ(proved->entries, 5u);
  EXPECT_GT(proved->strings, 8u);
}

TEST_F(VerifyTest, FindsAChangedByteOfTheSource) {
  std::string bytes = kText;
  bytes[0] = 'B';
  {
    const Database database(path_, Database::Mode::ReadWrite);
    const PackedBytes packed = pack_bytes(bytes);
    database.query("UPDATE source_bytes SET bytes = ?").bind_blob(1, packed.bytes).run();
    database.query("UPDATE sources SET packing = ?").bind(1, packed.packed ? "zstd" : "none").run();
  }
  EXPECT_THAT(findings(), Contains(HasSubstr("do not have the SHA-256")));
}

TEST_F(VerifyTest, FindsBytesThatCannotBeUnpacked) {
  corrupt("UPDATE source_bytes SET bytes = x'00'; UPDATE sources SET packing = 'zstd'");
  EXPECT_THAT(findings(), Contains(HasSubstr("do not have the SHA-256")));
}

TEST_F(VerifyTest, FindsAChangedCharacterOfTheText) {
  corrupt("UPDATE texts SET content = replace(content, 'railway', 'roadway')");
  EXPECT_THAT(findings(), Contains(HasSubstr("does not follow from its characters")));
  EXPECT_THAT(findings(), Contains(HasSubstr("the text is not what the bytes of")));
  EXPECT_THAT(findings(), Contains(HasSubstr("is not at")));
}

TEST_F(VerifyTest, FindsAMovedSpan) {
  corrupt("UPDATE entries SET body = replace(body, '\"start\": 7', '\"start\": 8') WHERE layer = 0");
  EXPECT_THAT(findings(), Contains(HasSubstr("statement.cue: \"proposed\" is not at 8")));
}

TEST_F(VerifyTest, FindsASpanMovedToTheSameWordsElsewhere) {
  // "e" stands at many places: the strings stay right, the digest tells.
  corrupt("UPDATE entries SET body = replace(body, '\"act\": \"directive\"', '\"act\": \"assertive\"')");
  EXPECT_THAT(findings(), Contains(HasSubstr("are not those that were stored")));
}

TEST_F(VerifyTest, FindsAChangedId) {
  corrupt("UPDATE entries SET id = 's-000000000000' WHERE layer = 0 AND ordinal = 1");
  EXPECT_THAT(findings(), Contains(HasSubstr("s-000000000000 the id does not follow")));
}

TEST_F(VerifyTest, FindsAChangedIdOfAPublication) {
  corrupt("UPDATE publications SET id = 'd-000000000000'");
  EXPECT_THAT(findings(), Contains(HasSubstr("d-000000000000 the id does not follow")));
}

TEST_F(VerifyTest, FindsAStatementThatIsGone) {
  corrupt("DELETE FROM entries WHERE layer = 0 AND ordinal = 0");
  EXPECT_THAT(findings(), Contains(HasSubstr("statement: there is no statement s-")));
}

TEST_F(VerifyTest, FindsAnActorThatIsGone) {
  corrupt("DELETE FROM entries WHERE layer = 7");
  EXPECT_THAT(findings(), Contains(HasSubstr("speaker: there is no actor `to-lam`")));
}

TEST_F(VerifyTest, FindsACommitmentThatItsStatementDoesNotHold) {
  // It leads to the other statement, by index and by id.
  const std::string other = [&] {
    const Database database(path_, Database::Mode::ReadOnly);
    Query query = database.query("SELECT id FROM entries WHERE layer = 0 ORDER BY ordinal DESC");
    query.step();
    return std::string(query.text(0));
  }();
  corrupt(fmt::format("UPDATE entries SET body = json_set(body, '$.statement', 1, '$.statement_id', "
                      "'{}') WHERE layer = 2", other));
  EXPECT_THAT(findings(), Contains(HasSubstr("does not follow from statement")));
  // Unless what the statement says is told elsewhere more fully.
  corrupt("UPDATE entries SET body = json_set(body, '$.also', json_array(json((SELECT body -> '$.content[0]' FROM entries "
          "WHERE layer = 0 ORDER BY ordinal DESC LIMIT 1)))) WHERE layer = 2");
  EXPECT_THAT(findings(), testing::Not(Contains(HasSubstr("does not follow from statement"))));
}

TEST_F(VerifyTest, FindsARowThatRefersToNothing) {
  corrupt("UPDATE publications SET source = 99");
  EXPECT_THAT(findings(), Contains(HasSubstr("refers to a row of sources that is not there")));
}

TEST_F(VerifyTest, FindsARetiredIdThatLeadsNowhere) {
  corrupt("INSERT INTO retired SELECT id, text, layer, anchor, nth, 's-000000000000', body FROM "
          "entries WHERE layer = 0 AND ordinal = 0");
  EXPECT_THAT(findings(), Contains(HasSubstr("leads to s-000000000000, which is not there")));
}

// ---- RECORD.json TEXT

PersonMark mark_of(const std::string& entry, const std::string& evidence) {
  PersonMark mark;
  mark.entry = entry;
  mark.text = text_id(kText);
  mark.start = 0;
  mark.end = 2;
  mark.words = std::string(kText).substr(0, 3);
  mark.date = "2025-04-14";
  mark.evidence = evidence;
  return mark;
}

class VerifyMarksTest : public VerifyTest {
 protected:
  void set(const PersonMark& mark) {
    Result<Store> store = Store::open(path_, "1");
    ASSERT_TRUE(store.has_value());
    ASSERT_TRUE(store->set_mark(mark).has_value());
  }
  std::string document_id() {
    const Database database(path_, Database::Mode::ReadOnly);
    Query query = database.query("SELECT id FROM publications");
    query.step();
    return std::string(query.text(0));
  }
};

TEST_F(VerifyMarksTest, ASoundMarkIsProved) {
  set(mark_of("n-" + text_id(kText).substr(2) + "-0-2", document_id()));
  EXPECT_THAT(findings(), IsEmpty());
  EXPECT_EQ(verify_store(path_, [](const Finding&) {})->marks, 1U);
}

TEST_F(VerifyMarksTest, FindsWordsThatAreNotThere) {
  PersonMark mark = mark_of("n-" + text_id(kText).substr(2) + "-0-2", document_id());
  mark.words = "???";
  set(mark);
  EXPECT_THAT(findings(), Contains(HasSubstr("the words of the mark are not at 0..2")));
}

TEST_F(VerifyMarksTest, FindsEvidenceAndEntriesThatAreNotThere) {
  set(mark_of("c-000000000000.2~c-1", "d-000000000000"));
  EXPECT_THAT(findings(), Contains(HasSubstr("the evidence of the mark, d-000000000000")));
  EXPECT_THAT(findings(), Contains(HasSubstr("the entry of the mark is not in the record")));
}

class VerifyFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    write(text_, kText);
    Document document = load("text", kText);
    read(document);
    json_ = record_to_json(document, true);
  }

  static void write(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
  }

  std::vector<std::string> findings(const std::string& json) {
    write(record_, json);
    std::vector<std::string> all;
    const Result<Proved> proved = verify_files(
        record_, {text_}, [&](const Finding& finding) { all.push_back(finding.entry + " " + finding.what); });
    EXPECT_TRUE(proved.has_value()) << (proved ? "" : proved.error().message());
    return all;
  }

  std::string replaced(const std::string& from, const std::string& to) const {
    std::string json = json_;
    const size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? json : json.replace(at, from.size(), to);
  }

  TemporaryFolder folder_;
  std::string text_ = folder_.file("text.txt");
  std::string record_ = folder_.file("record.json");
  std::string json_;
};

TEST_F(VerifyFilesTest, ASoundRecordIsProved) { EXPECT_THAT(findings(json_), IsEmpty()); }

TEST_F(VerifyFilesTest, FindsAMovedSpan) {
  EXPECT_THAT(findings(replaced("\"start\": 7", "\"start\": 6")), Contains(HasSubstr("is not at 6")));
}

TEST_F(VerifyFilesTest, FindsAChangedId) {
  EXPECT_THAT(findings(replaced("\"id\": \"s-", "\"id\": \"s-x")), Contains(HasSubstr("does not follow")));
}

TEST_F(VerifyFilesTest, FindsADanglingReference) {
  EXPECT_THAT(findings(replaced("\"statement\": 0", "\"statement\": 9")),
              Contains(HasSubstr("there is no statement number 9")));
}

TEST_F(VerifyFilesTest, FindsOtherBytes) {
  std::string other = kText;
  other.back() = ' ';
  write(text_, other);
  EXPECT_THAT(findings(json_), Contains(HasSubstr("are not those that were read")));
}

// What is worked out over documents names the document of each of its strings.
TEST_F(VerifyFilesTest, ProvesWhatIsWorkedOut) {
  const std::string word = std::string(kText).substr(0, 3);
  const auto list = [&](int start) {
    return fmt::format(
        R"([{{"used_by": {{"text": [{{"text": "{0}", "start": {1}, "end": {2}}}]}}}},)"
        R"({{"first": {{"document": "text", "text": "{0}", "start": 0, "end": 2}}}}])",
        word, start, start + 2);
  };
  EXPECT_THAT(findings(list(0)), IsEmpty());
  EXPECT_THAT(findings(list(1)), Contains(HasSubstr("is not at 1..3")));
  EXPECT_THAT(findings(R"([{"doc": "gone", "text": {"text": "a", "start": 0, "end": 1}}])"),
              Contains(HasSubstr("there is no such document")));
}

TEST_F(VerifyFilesTest, RefusesWhatIsNoRecord) {
  write(record_, "{\"a\": ");
  const Result<Proved> proved = verify_files(record_, {text_}, [](const Finding&) {});
  ASSERT_FALSE(proved.has_value());
  EXPECT_THAT(proved.error().message(), HasSubstr("no record, line 1"));
}

}  // namespace
}  // namespace verbale
