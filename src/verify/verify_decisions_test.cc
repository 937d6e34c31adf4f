// Each kind of corruption of a decision, and of what it did, must be found.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "record/decision_json.h"
#include "store/database.h"
#include "store/test_documents.h"
#include "verify/verify.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

// A record with one text, and an acceptance of what its first statement says.
class VerifyDecisionsTest : public testing::Test {
 protected:
  void SetUp() override {
    Result<Store> store = Store::open(path_, "1");
    ASSERT_TRUE(store.has_value());
    ASSERT_TRUE(add_document(*store, load("a", kText), read).has_value());
    const Database database(path_, Database::Mode::ReadOnly);
    Query query = database.query(
        "SELECT id, anchor, nth, start, \"end\", body FROM entries WHERE layer = 0 AND ordinal = "
        "0");
    query.step();
    decision_.reviewer = "Ann";
    decision_.at = "2026-03-01T10:00:00Z";
    decision_.verdict = Verdict::Accept;
    decision_.text = text_id(kText);
    decision_.claim = {std::string(query.text(0)), static_cast<uint32_t>(query.number(1)),
                       static_cast<uint32_t>(query.number(2))};
    decision_.place = {static_cast<uint32_t>(query.number(3)),
                       static_cast<uint32_t>(query.number(4))};
    decision_.body = query.text(5);
    const CodePointIndex index(kText);
    const uint32_t begin = index.to_bytes(decision_.place.start);
    decision_.words = kText.substr(begin, index.to_bytes(decision_.place.end) - begin);
  }

  std::vector<std::string> findings_with(Decision decision) {
    decision.id = decision_id(decision);
    Result<Store> store = Store::open(path_, "1");
    EXPECT_TRUE(store->keep_decision(decision).value());
    return findings();
  }

  std::vector<std::string> findings() {
    std::vector<std::string> all;
    const Result<Proved> proved = verify_store(
        path_, [&](const Finding& finding) { all.push_back(finding.entry + " " + finding.what); });
    decisions_ = proved.value().decisions;
    unfit_ = proved.value().unfit;
    return all;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
  Decision decision_;
  size_t decisions_ = 0;
  size_t unfit_ = 0;
};

TEST_F(VerifyDecisionsTest, ASoundOneIsProved) {
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  EXPECT_EQ(decisions_, 1u);
}

TEST_F(VerifyDecisionsTest, OneAboutATextThatIsNotThereWaits) {
  decision_.text = "x-elsewhere";
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  EXPECT_EQ(decisions_, 0u);
}

// They came before their text, and nobody could look: they have no effect, and break nothing.
TEST_F(VerifyDecisionsTest, WhatDoesNotFitItsTextHasNoEffect) {
  const Decision sound = decision_;
  decision_.words = "???";
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  decision_ = sound;
  decision_.place = {7, 90000};
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  decision_ = sound;
  decision_.claim.anchor += 1;
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  decision_ = sound;
  decision_.verdict = Verdict::Correct;
  decision_.change.kind = "agreed";
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  EXPECT_EQ(decisions_, 0u);
  EXPECT_EQ(unfit_, 4u);
}

TEST_F(VerifyDecisionsTest, FindsListsThatAreOthers) {
  decision_.verdict = Verdict::Correct;
  decision_.actors = {{"to-lam", "Tô Lâm", ActorKind::Person, "VNM"}, {"CHN", "China", ActorKind::State, "CHN"}};
  decision_.change.speaker = {"CHN"};
  EXPECT_THAT(findings_with(decision_), Contains(HasSubstr("speaker is not what a person decided")));
}

TEST_F(VerifyDecisionsTest, FindsOtherWords) {
  decision_.verdict = Verdict::Correct;
  decision_.change.content = std::vector<CodeRange>{{16, 33}};
  EXPECT_THAT(findings_with(decision_), Contains(HasSubstr("content is not what a person decided")));
}

TEST_F(VerifyDecisionsTest, FindsAnAddedEntryThatIsNotThere) {
  decision_.verdict = Verdict::Correct;
  decision_.layer = Layer::Topic;
  decision_.place = {26, 33};
  decision_.words = "railway";
  decision_.claim = {claim_id(decision_.text, Layer::Topic, 26, 0), 26, 0};
  decision_.body.clear();
  decision_.change.content = std::vector<CodeRange>{{26, 33}};
  EXPECT_THAT(findings_with(decision_), Contains(HasSubstr("is not in the record though a person says")));
}

TEST_F(VerifyDecisionsTest, FindsAKeptEntryThatWasLost) {
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  const Database database(path_, Database::Mode::ReadWrite);
  database.execute("DELETE FROM entries WHERE layer = 2; DELETE FROM entries WHERE id = '" + decision_.claim.id + "'");
  EXPECT_THAT(findings(), Contains(HasSubstr("is not in the record though a person says")));
}

TEST_F(VerifyDecisionsTest, FindsAChangedDecision) {
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  const Database database(path_, Database::Mode::ReadWrite);
  database.execute("UPDATE decisions SET reviewer = 'Eve'");
  EXPECT_THAT(findings(), Contains(HasSubstr("does not follow from what it says")));
}

TEST_F(VerifyDecisionsTest, FindsARecordThatSaysSomethingElse) {
  decision_.verdict = Verdict::Correct;
  decision_.change.act = "commissive";
  EXPECT_THAT(findings_with(decision_), Contains(HasSubstr("act is not what a person decided")));
  decision_.change = {};
  decision_.change.speaker = {"somebody-else"};
  decision_.at = "2026-03-01T10:30:00Z";
  EXPECT_THAT(findings_with(decision_), Contains(HasSubstr("speaker is not what a person decided")));
  decision_.verdict = Verdict::Reject;
  decision_.change = {};
  decision_.at = "2026-03-01T11:00:00Z";
  EXPECT_THAT(findings_with(decision_),
              Contains(HasSubstr("is in the record though a person rejected it")));
}

TEST_F(VerifyDecisionsTest, FindsThatWhatAPersonKeepsIsGone) {
  EXPECT_THAT(findings_with(decision_), IsEmpty());
  const Database database(path_, Database::Mode::ReadWrite);
  database.execute("DELETE FROM entries WHERE layer = 0 AND id = '" + decision_.claim.id + "'");
  EXPECT_THAT(findings(), Contains(HasSubstr("is not in the record though a person says that it is an entry")));
}

}  // namespace
}  // namespace verbale
