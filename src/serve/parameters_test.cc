#include "serve/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verbale {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

HttpRequest asked(std::map<std::string, std::string> query) {
  HttpRequest request;
  request.query = std::move(query);
  return request;
}

TEST(Parameters, AFilterIsReadWhole) {
  const HttpRequest request = asked({{"side", "vnm"},
                                     {"act", "commissive"},
                                     {"from", "2024-08"},
                                     {"kind", "direct"},
                                     {"limit", "3"},
                                     {"offset", "4"}});
  Parameters given(request);
  const EntryFilter filter = given.filter({"direct", "mixed"});
  EXPECT_FALSE(given.problem().has_value());
  EXPECT_EQ(filter.side, "VNM");
  EXPECT_EQ(filter.act, "commissive");
  EXPECT_EQ(filter.from, "2024-08");
  EXPECT_EQ(filter.kind, "direct");
  EXPECT_EQ(filter.limit, 3);
  EXPECT_EQ(filter.offset, 4);
}

TEST(Parameters, WhatIsNotGivenHasItsUsualValue) {
  const HttpRequest request = asked({});
  Parameters given(request);
  const EntryFilter filter = given.filter({});
  EXPECT_EQ(filter.limit, kUsualLimit);
  EXPECT_TRUE(filter.side.empty());
  EXPECT_FALSE(given.flag("agree"));
  EXPECT_FALSE(given.problem().has_value());
}

TEST(Parameters, WrongValuesAreRefused) {
  for (const auto& [name, value] :
       {std::pair("side", "Vietnam"), std::pair("state", ""), std::pair("from", "May"),
        std::pair("to", "2024-8"), std::pair("act", "none"), std::pair("limit", "-1"),
        std::pair("limit", "1e3"), std::pair("limit", "10001"), std::pair("offset", ""),
        std::pair("limit", "99999999999999999999")}) {
    const HttpRequest request = asked({{name, value}});
    Parameters given(request);
    given.filter({});
    const std::optional<HttpResponse> problem = given.problem();
    ASSERT_TRUE(problem.has_value()) << name << "=" << value;
    EXPECT_EQ(problem->status, 400);
    EXPECT_THAT(problem->body, HasSubstr(name));
  }
}

TEST(Parameters, AMisspeltOneNamesThoseThatThereAre) {
  const HttpRequest request = asked({{"sidee", "VNM"}});
  Parameters given(request);
  given.filter({});
  const std::optional<HttpResponse> problem = given.problem();
  ASSERT_TRUE(problem.has_value());
  EXPECT_THAT(problem->body, HasSubstr("side, speaker, state"));
}

TEST(Parameters, LengthIsCountedInCharacters) {
  std::string words;
  for (uint32_t i = 0; i < kLongestParameter; ++i) words += "ô";
  const HttpRequest just = asked({{"speaker", words}});
  Parameters given(just);
  EXPECT_EQ(given.text("speaker"), words);
  EXPECT_FALSE(given.problem().has_value());
  const HttpRequest longer = asked({{"speaker", words + "x"}});
  Parameters refused(longer);
  refused.text("speaker");
  EXPECT_TRUE(refused.problem().has_value());
}

TEST(Parameters, StatesAreSortedAndEachThereOnce) {
  const HttpRequest request = asked({{"states", "vnm,CHN,VNM"}, {"wrong", "VNM,,CHN"}});
  Parameters given(request);
  EXPECT_THAT(given.states("states"), ElementsAre("CHN", "VNM"));
  EXPECT_TRUE(given.states("wrong").empty());
  EXPECT_TRUE(given.problem().has_value());
}

TEST(Parameters, AFlagIsTrueWhereItStands) {
  const HttpRequest request = asked({{"a", ""}, {"b", "1"}, {"c", "false"}, {"d", "perhaps"}});
  Parameters given(request);
  EXPECT_TRUE(given.flag("a"));
  EXPECT_TRUE(given.flag("b"));
  EXPECT_FALSE(given.flag("c"));
  EXPECT_FALSE(given.flag("d"));
  EXPECT_TRUE(given.problem().has_value());
}

}  // namespace
}  // namespace verbale
