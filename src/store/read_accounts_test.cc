#include "store/read_accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::ElementsAre;

std::vector<std::string> names(const std::vector<Document>& documents) {
  std::vector<std::string> names;
  for (const Document& document : documents) names.push_back(document.source.name);
  return names;
}

class ReadAccounts : public testing::Test {
 protected:
  void SetUp() override {
    Result<Reader> reader = load_reader();
    ASSERT_TRUE(reader.has_value()) << reader.error().message();
    reader_.emplace(std::move(*reader));
    Result<Store> store = Store::open(path_, "1");
    ASSERT_TRUE(store.has_value());
    for (const char* name : {"first", "second"}) {
      ASSERT_TRUE(add_document(*store, load(name, kText), read).has_value());
    }
    ASSERT_TRUE(add_document(*store, load("third", "Peru proposed a joint survey of the river.\n"), read).has_value());
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
  std::optional<Reader> reader_;
};

TEST_F(ReadAccounts, AreReadInTheOrderAsked) {
  const Result<Record> record = Record::open(path_);
  const std::vector<std::string> asked = {"third", "first"};
  const Result<std::vector<Document>> documents = read_accounts(*record, *reader_, asked, 2);
  ASSERT_TRUE(documents.has_value()) << documents.error().message();
  EXPECT_THAT(names(*documents), ElementsAre("third", "first"));
  EXPECT_EQ(documents->front().statements.size(), 1u);
}

TEST_F(ReadAccounts, OneTextIsOneAccount) {
  const Result<Record> record = Record::open(path_);
  const Result<std::vector<Document>> documents = read_accounts(*record, *reader_, EntryFilter(), 1);
  ASSERT_TRUE(documents.has_value()) << documents.error().message();
  EXPECT_THAT(names(*documents), ElementsAre("first", "third"));
}

TEST_F(ReadAccounts, OneThatIsNotThereIsNamed) {
  const Result<Record> record = Record::open(path_);
  const std::vector<std::string> asked = {"fourth"};
  const Result<std::vector<Document>> documents = read_accounts(*record, *reader_, asked, 1);
  ASSERT_FALSE(documents.has_value());
  EXPECT_THAT(documents.error().message(), testing::HasSubstr("fourth"));
}

TEST_F(ReadAccounts, FilesAreReadPastOneThatIsNotThere) {
  const std::string file = folder_.file("a.txt");
  std::ofstream(file) << kText;
  std::vector<std::string> refused;
  const std::vector<std::string> files = {folder_.file("missing.txt"), file};
  const std::vector<Document> documents =
      read_files(files, *reader_, 2, [&](const Error& error) { refused.push_back(error.file); });
  EXPECT_THAT(names(documents), ElementsAre("a"));
  EXPECT_THAT(refused, ElementsAre(files[0]));
}

}  // namespace
}  // namespace verbale
