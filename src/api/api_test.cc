#include <gtest/gtest.h>

#include "verbale/verbale.h"

namespace verbale {
namespace {

TEST(Session, ReadsAnAccountTheSameTwice) {
  std::string problem;
  const std::unique_ptr<Session> session = Session::open("", problem);
  ASSERT_TRUE(session) << problem;
  const Account account{.text = "Foreign Minister Anna Aalto said the border crossing will open in March.",
                        .name = "border",
                        .date = "2024-02-01"};
  const std::string record = session->read(account);
  EXPECT_NE(record.find("\"name\": \"border\""), std::string::npos);
  EXPECT_NE(record.find("\"published\": \"2024-02-01\""), std::string::npos);
  EXPECT_NE(record.find("\"cue\": {\"text\": \"said\""), std::string::npos);
  EXPECT_EQ(record, session->read(account));
}

TEST(Session, SaysWhereItsFoldersAreMissing) {
  std::string problem;
  EXPECT_FALSE(Session::open("/nowhere", problem));
  EXPECT_NE(problem.find("/nowhere"), std::string::npos);
}

}  // namespace
}  // namespace verbale
