// What pairs of texts are to each other, on reports written for it.
#include "reuse/relation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "reuse/reuse.h"

namespace verbale {
namespace {

struct Report {
  std::string outlet;
  std::string date;
  std::string text;
  bool statement = false;
};

Reuse read(const std::vector<Report>& reports) {
  std::vector<ReuseText> texts;
  for (const Report& report : reports) {
    texts.push_back({"", report.text, report.outlet, report.date, {}, report.statement});
  }
  return find_reuse(texts, {});
}

// The pair of the first two reports; an empty one if they are none.
TextPair pair_of(const std::vector<Report>& reports) {
  for (const TextPair& pair : read(reports).pairs) {
    if (std::min(pair.a, pair.b) == 0 && std::max(pair.a, pair.b) == 1) return pair;
  }
  return {};
}

std::string_view relation_of(const std::vector<Report>& reports) {
  const TextPair pair = pair_of(reports);
  return pair.passages.empty() ? "none" : to_string(pair.relation);
}

const std::string kWire =
    "The two prime ministers met for three hours in the old customs house above the harbour on "
    "Monday. They went "
    "through a list of forty open questions that their officials had drawn up over the summer, and "
    "settled the "
    "smaller half of them. Fishing boats from both coasts will again be let into the shared bank "
    "from the first of "
    "March, on licences that each side issues to its own. The ferry line between the two ports, "
    "closed since the "
    "storm took the northern pier, is to run twice a week as soon as the pier has been rebuilt.";

TEST(Relations, Exact) {
  std::string other = kWire;
  std::replace(other.begin(), other.end(), ' ', '\n');
  EXPECT_EQ(relation_of({{"Agency", "2024-05-06", kWire}, {"Courier", "2024-05-07", other}}),
            "exact");
}

TEST(Relations, NearDuplicate) {
  std::string other = kWire;
  other.replace(other.find("three hours"), 11, "four hours and a half");
  const TextPair pair =
      pair_of({{"Agency", "2024-05-06", kWire}, {"Courier", "2024-05-07", other}});
  EXPECT_EQ(pair.relation, Relation::NearDuplicate);
  EXPECT_TRUE(pair.one_account);
  EXPECT_GT(pair.covered_a, 0.9);
  ASSERT_EQ(pair.passages.size(), 1u);
  EXPECT_EQ(pair.passages[0].a, (Span{0, static_cast<uint32_t>(kWire.size() - 1)}));
}

TEST(Relations, WireCopyCutAndRewrittenAtTheEdges) {
  const std::string copy =
      "HARBOUR TOWN - Weeks of waiting are over for the island's crews, our reporter writes from "
      "the quay. " +
      kWire.substr(kWire.find("Fishing boats")) +
      " Skippers said they had heard such promises before and would believe it when the ice was on "
      "board. The union "
      "wants the licences to be handed out by lot.";
  const std::vector<Report> reports{{"Agency", "2024-05-06", kWire},
                                    {"Courier", "2024-05-07", copy}};
  EXPECT_EQ(relation_of(reports), "wire-copy");
  const TextPair pair = pair_of(reports);
  EXPECT_TRUE(pair.one_account);
  ASSERT_EQ(pair.passages.size(), 1u);
  const Span a = pair.passages[0].a;
  const Span b = pair.passages[0].b;
  EXPECT_EQ(kWire.substr(a.begin, a.size()), copy.substr(b.begin, b.size()));
}

TEST(Relations, AWireCopyMonthsLaterIsNone) {
  const std::string copy =
      "Background to the dispute, from our archive and from what was said since then by both. " +
      kWire.substr(kWire.find("Fishing boats"));
  EXPECT_EQ(relation_of({{"Agency", "2024-05-06", kWire}, {"Courier", "2024-11-07", copy}}),
            "shared-wording");
}

TEST(Relations, TwoReportsThatQuoteOneSpeech) {
  const std::string quote =
      "“We have spent nine years telling each other that the river belongs to nobody, and in nine "
      "years the river has "
      "not noticed; it is time we looked after its banks together”";
  const std::vector<Report> reports{
      {"Courier", "2024-05-06",
       "A bridge was the backdrop when the president spoke to farmers. " + quote +
           ", she said, and the rain stopped. Her host kept to his notes about water tables."},
      {"Observer", "2024-05-06",
       "Standing under an umbrella, the visitor offered a truce over irrigation: " + quote +
           ". Analysts in the capital doubt that parliament will pay for the dykes this year."}};
  EXPECT_EQ(relation_of(reports), "shared-quotation");
  const TextPair pair = pair_of(reports);
  EXPECT_FALSE(pair.one_account);
  EXPECT_EQ(pair.passages[0].kind, PassageKind::Quotation);
}

TEST(Relations, TwoReportsThatUseAJointStatementWithoutMarks) {
  const std::string shared =
      "the parties will set up a standing commission of hydrologists and farmers, which meets on "
      "alternate banks every "
      "spring and publishes the measured levels within ten days of each meeting, and whose "
      "findings bind the two "
      "ministries of agriculture in all matters of the sluices";
  const std::string statement =
      "We, the heads of government, declare as follows. First, " + shared +
      ". Second, the old maps are withdrawn. Third, tolls on barges end with the year.";
  const Report a{"Courier", "2024-05-06",
                 "The capital's papers led with the river. Under the text " + shared +
                     ". Barge owners cheered."};
  const Report b{"Observer", "2024-05-07",
                 "Not everybody was pleased at the noon briefing, since " + shared +
                     ", and that is what upstream growers feared."};
  EXPECT_EQ(relation_of({a, b}), "wire-copy");
  EXPECT_EQ(relation_of({a, b, {"Ministry", "2024-05-06", statement, true}}), "shared-quotation");
  EXPECT_EQ(relation_of({a, {"Ministry", "2024-05-06", statement, true}}), "shared-quotation");
}

TEST(Relations, StandingWordsOfAnOutlet) {
  const std::string foot =
      " The Courier is published every morning but Sunday; letters to the editor, signed and with "
      "an address, "
      "reach us at the old mill or by the form on our pages.";
  std::vector<Report> reports;
  for (const char* news :
       {"Snow closed the pass for the third time this winter and lorries wait in the valley below.",
        "The opera house reopens in autumn with a new roof and, its director hopes, an old singer.",
        "Three bidders are left for the airport; the council wants to hear them before the vote.",
        "A court fined the dairy for watering its milk, and then the dairy fined its own "
        "foreman."}) {
    reports.push_back(
        {"Courier", "2024-05-0" + std::to_string(1 + reports.size()), std::string(news) + foot});
  }
  EXPECT_EQ(relation_of(reports), "boilerplate");
}

TEST(Relations, AFormFilledInAnewIsNoSecondPrint) {
  const auto call = [](const std::string& name, const std::string& topic) {
    return "The Foreign Minister spoke by telephone today with the Foreign Minister of " + name +
           ". The ministers reviewed the progress made since their last conversation, agreed to "
           "stay in close touch, "
           "and looked forward to working together on " +
           topic + " in the months ahead.";
  };
  const std::vector<Report> same_outlet{
      {"Ministry", "2024-05-06", call("Ruritania", "Customs Reform")},
      {"Ministry", "2024-05-06", call("Sylvania", "Customs Reform")}};
  const TextPair pair = pair_of(same_outlet);
  EXPECT_EQ(pair.relation, Relation::Boilerplate);
  EXPECT_FALSE(pair.one_account);
  EXPECT_TRUE(read(same_outlet).groups.empty());
  std::vector<Report> unknown = same_outlet;
  for (Report& report : unknown) report.outlet.clear();
  EXPECT_EQ(relation_of(unknown), "boilerplate");
}

TEST(Relations, ACorrectedVersionIsOne) {
  std::string corrected = kWire;
  corrected.replace(corrected.find("shared bank"), 11, "disputed shoal");
  EXPECT_EQ(relation_of({{"Agency", "2024-05-06", kWire}, {"Agency", "2024-05-06", corrected}}),
            "near-duplicate");
}

TEST(Relations, ASentenceInCommonIsNotMuch) {
  const std::string line =
      "the freedom of the straits is guaranteed to merchant vessels of every flag in peace and in "
      "war";
  EXPECT_EQ(
      relation_of({{"Courier", "2024-05-06",
                    "At the naval review the minister recalled that " + line + " since 1936."},
                   {"Observer", "2024-05-06",
                    "Lawyers split over a tanker: " + line + ", but is it a merchant?"}}),
      "shared-wording");
}

TEST(Relations, VietnameseComposedOrNot) {
  const std::string composed =
      "Hai bên nhất trí nối lại tuyến tàu khách giữa hai thành phố cảng từ đầu năm tới và giao cho "
      "hai bộ giao thông "
      "chuẩn bị văn bản trước khi kết thúc mùa mưa. Phía chủ nhà đề nghị mở thêm một chuyến mỗi "
      "tuần cho hàng nông sản.";
  // The same letters with combining marks, as some systems write them.
  std::string decomposed = composed;
  const std::pair<std::string, std::string> parts[] = {
      {"ấ", "a\xCC\x82\xCC\x81"}, {"ế", "e\xCC\x82\xCC\x81"}, {"ố", "o\xCC\x82\xCC\x81"},
      {"à", "a\xCC\x80"},         {"ị", "i\xCC\xA3"},         {"ủ", "u\xCC\x89"},
      {"ữ", "u\xCC\x9B\xCC\x83"}, {"ạ", "a\xCC\xA3"}};
  for (const auto& [whole, split] : parts) {
    for (size_t at = 0; (at = decomposed.find(whole, at)) != std::string::npos;
         at += split.size()) {
      decomposed.replace(at, whole.size(), split);
    }
  }
  ASSERT_NE(composed, decomposed);
  EXPECT_EQ(
      relation_of({{"Báo Cảng", "2024-05-06", composed}, {"Tin Sông", "2024-05-06", decomposed}}),
      "exact");
  const std::vector<Report> reports{
      {"Báo Cảng", "2024-05-06", "Tin từ bến tàu sáng nay cho biết như sau. " + composed},
      {"Tin Sông", "2024-05-06", decomposed + " Dân làng chài chờ đợi ngày ấy đã lâu."}};
  const TextPair pair = pair_of(reports);
  EXPECT_TRUE(is_copy(pair.relation));
  ASSERT_EQ(pair.passages.size(), 1u);
  EXPECT_EQ(reports[0].text.substr(pair.passages[0].a.begin, 8), "Hai bên");
  EXPECT_EQ(pair.passages[0].b.begin, 0u);
}

TEST(Relations, Chinese) {
  const std::string wire =
      "两国总理周一在旧海关大楼举行了三个小时的会谈，逐项讨论了双方官员夏天以来整理的四十个悬而未决"
      "的问题，其中较小的一半已获解决。"
      "自三月一日起，两岸渔船将重新获准进入共同渔场作业，许可证由各自一方发放。因风暴毁坏北码头而停"
      "航的两港轮渡，将在码头重建后恢复每周两班，票价由两市商会共同拟定。";
  const std::string copy = "本报港城讯　渔民等待数周之后终于盼来消息。" +
                           wire.substr(wire.find("自三月一日起")) +
                           "不少船老大说，这样的许诺以前也听过，等冰块装上船再信不迟。";
  const std::vector<Report> reports{{"通讯社", "2024-05-06", wire}, {"港城报", "2024-05-07", copy}};
  const TextPair pair = pair_of(reports);
  EXPECT_EQ(pair.relation, Relation::WireCopy);
  ASSERT_EQ(pair.passages.size(), 1u);
  const Span shared = pair.passages[0].b;
  EXPECT_EQ(copy.substr(shared.begin, 18), "自三月一日起");
}

TEST(Relations, TheSameFewWordsAYearLaterAreAnotherAccount) {
  const std::string line =
      "The two presidents exchanged greetings by telephone and spoke about trade and transport.";
  const std::vector<Report> apart{{"Palace", "2023-01-03", line}, {"Palace", "2024-01-03", line}};
  EXPECT_EQ(relation_of(apart), "exact");
  EXPECT_FALSE(pair_of(apart).one_account);
  EXPECT_TRUE(read(apart).groups.empty());
  const std::vector<Report> near{{"Palace", "2023-01-03", line}, {"Courier", "2023-01-04", line}};
  EXPECT_EQ(read(near).groups.size(), 1u);
}

}  // namespace
}  // namespace verbale
