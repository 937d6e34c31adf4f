#include "store/settle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::IsEmpty;
using testing::SizeIs;

// An account of a meeting of To Lam with `guest` on 19 August; the year is known only where it is given.
void read_account(Document& document, const char* guest) {
  document.publication.published.value = document.source.given.date;
  const int32_t lam = add_person(document, "to-lam", "To Lam", "VNM");
  const int32_t other = add_person(document, guest, guest, "CHN");
  const bool known = !document.source.given.date.empty() || document.source.settled_year != 0;
  Meeting meeting;
  meeting.text = span_of(document, "met");
  meeting.participants = {{lam, "To Lam", {}, "VNM"}, {other, guest, {}, "CHN"}};
  meeting.date = known ? "2024-08-19" : "";
  meeting.made_by = "test";
  document.meetings = {meeting};
  Quantity day;
  day.text = span_of(document, "August 19");
  day.kind = QuantityKind::Date;
  day.value = known ? "2024-08-19" : "--08-19";
  day.made_by = "test";
  document.quantities = {day};
}

class SettleTest : public testing::Test {
 protected:
  SettleTest() : store_(std::move(*Store::open(folder_.file("record.db"), "1"))) {}

  void add(const std::string& name, const std::string& date, const char* guest = "xi-jinping") {
    Document document = load(name, name + ": To Lam met " + guest + " on August 19.\n");
    document.source.given.date = date;
    const Result<Outcome> outcome = add_document(
        store_, std::move(document), [&](Document& loaded) { read_account(loaded, guest); });
    ASSERT_TRUE(outcome.has_value()) << outcome.error().message();
  }

  std::vector<StoredDocument> settle() {
    const Result<std::vector<StoredDocument>> settled = store_.settle_years();
    EXPECT_TRUE(settled.has_value()) << (settled ? "" : settled.error().message());
    return settled.value_or(std::vector<StoredDocument>());
  }

  TemporaryFolder folder_;
  Store store_;
};

TEST_F(SettleTest, AnotherAccountOfTheSameMeetingSettlesTheYear) {
  add("without", "");
  EXPECT_THAT(settle(), IsEmpty());
  add("with", "2024-08-20");
  const std::vector<StoredDocument> settled = settle();
  ASSERT_THAT(settled, SizeIs(1));
  EXPECT_EQ(settled[0].name, "without");
  const Result<StoredReading> again = store_.load_again(settled[0]);
  EXPECT_EQ(again->document.source.settled_year, 2024);
  EXPECT_THAT(settle(), IsEmpty());
}

TEST_F(SettleTest, AMeetingOfOthersDoesNot) {
  add("without", "");
  add("with", "2024-08-20", "wang-yi");
  EXPECT_THAT(settle(), IsEmpty());
}

TEST_F(SettleTest, TheYearGoesWithTheAccountThatGaveIt) {
  add("without", "");
  add("with", "2024-08-20");
  ASSERT_THAT(settle(), SizeIs(1));
  ASSERT_TRUE(store_.remove(*store_.find_document("with")).has_value());
  const std::vector<StoredDocument> unsettled = settle();
  ASSERT_THAT(unsettled, SizeIs(1));
  EXPECT_EQ(store_.load_again(unsettled[0])->document.source.settled_year, 0);
}

}  // namespace
}  // namespace verbale
