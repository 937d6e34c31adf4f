#include "publication/publication.h"

#include <gtest/gtest.h>

#include "knowledge/test_knowledge.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

Document read(std::string_view text, GivenMetadata given = {}) {
  Document document;
  document.text = text;
  document.source.given = std::move(given);
  read_publication(document, test_knowledge());
  settle_publication(document, test_knowledge());
  return document;
}

std::vector<std::string> furniture(const Document& document) {
  std::vector<std::string> found;
  for (const Span span : document.publication.furniture) found.emplace_back(document.str(span));
  return found;
}

std::vector<std::string> paragraphs(const Document& document, ParagraphKind kind) {
  std::vector<std::string> found;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == kind) found.emplace_back(document.str(paragraph.span));
  }
  return found;
}

using Strings = std::vector<std::string>;

TEST(Publication, WireCopyWithStampTitleAndDateline) {
  const Document d = read(
      " date 2022-05-03 Ruritania ready to widen trade: minister\n\n"
      "STRELSAU, May 2 (Xinhua) -- The minister said on Monday that trade will grow.\n");
  EXPECT_EQ(d.publication.published.value, "2022-05-03");
  EXPECT_EQ(d.publication.outlet.value, "Xinhua");
  EXPECT_EQ(d.publication.dateline.value, "STRELSAU");
  EXPECT_EQ(d.publication.side.value, "CHN");
  EXPECT_EQ(d.str(d.publication.title), "Ruritania ready to widen trade: minister");
  EXPECT_EQ(furniture(d), Strings{"date 2022-05-03"});
  EXPECT_EQ(paragraphs(d, ParagraphKind::Body),
            (Strings{"STRELSAU, May 2 (Xinhua) --",
                     "The minister said on Monday that trade will grow."}));
}

TEST(Publication, StampWithAnOutletThatNoListKnows) {
  const Document d = read("Strelsau Lantern date 2022-05-03 Leaders meet in Oslo\n\nThe two leaders met in Oslo on Monday.\n");
  EXPECT_EQ(d.publication.outlet.value, "Strelsau Lantern");
  EXPECT_EQ(d.publication.published.value, "2022-05-03");
  EXPECT_EQ(d.str(d.publication.title), "Leaders meet in Oslo");
  const Document alone = read("THE LANTERN 2022-05-03\nLeaders meet in Oslo\nThe two leaders met in Oslo on Monday.\n");
  EXPECT_EQ(alone.publication.outlet.value, "THE LANTERN");
  EXPECT_EQ(alone.str(alone.publication.title), "Leaders meet in Oslo");
}

TEST(Publication, ATitleWithADateIsNoStamp) {
  const Document d = read("Oslo Declaration, 3 May 2022\nThe two leaders met in Oslo on Monday.\n");
  EXPECT_EQ(d.str(d.publication.title), "Oslo Declaration, 3 May 2022");
  EXPECT_EQ(d.publication.outlet.value, "");
}

TEST(Publication, DatelineAloneOnItsLine) {
  const Document d = read("Leaders discuss trade\nANKARA, July 8 (Anadolu Agency)\nThe two leaders met on Thursday.\n");
  EXPECT_EQ(d.publication.dateline.value, "ANKARA");
  EXPECT_EQ(d.publication.side.value, "TUR");
  EXPECT_EQ(d.str(d.publication.title), "Leaders discuss trade");
  const Document stamp = read("Joint statement of the two Presidents\nLisbon, 14 November 2023\nWe met today in Lisbon.\n");
  EXPECT_EQ(stamp.publication.dateline.value, "Lisbon");
  EXPECT_EQ(stamp.publication.published.value, "2023-11-14");
}

TEST(Publication, DateBehindTheDateline) {
  const Document d = read("Vientiane, Laos - August 2, 2017 - The two ministers met.\n");
  EXPECT_EQ(d.publication.dateline.value, "Vientiane");
  EXPECT_EQ(d.publication.published.value, "2017-08-02");
  EXPECT_EQ(paragraphs(d, ParagraphKind::Body).back(), "The two ministers met.");
}

TEST(Publication, AnOfficeAboveTheTitle) {
  const Document d = read("Ministry of Foreign Affairs of Japan\nForeign Ministers' Meeting\nThe two ministers met.\n");
  EXPECT_EQ(d.publication.outlet.value, "Ministry of Foreign Affairs of Japan");
  EXPECT_EQ(d.publication.side.value, "JPN");
  EXPECT_EQ(d.str(d.publication.title), "Foreign Ministers' Meeting");
}

// One agency after the other: place, outlet and date as each writes them.
TEST(Publication, DatelinesOfManyAgencies) {
  struct Case {
    std::string_view line, place, outlet;
  };
  const Case cases[] = {
      {"MOSCOW, December 7. /TASS/. The two spoke.", "MOSCOW", "TASS"},
      {"TOKYO, May 3 (Kyodo) -- The two spoke.", "TOKYO", "Kyodo"},
      {"SEOUL, Dec. 7 (Yonhap) -- The two spoke.", "SEOUL", "Yonhap"},
      {"WASHINGTON (AP) — The two spoke.", "WASHINGTON", "AP"},
      {"LONDON, Dec 7 (Reuters) - The two spoke.", "LONDON", "Reuters"},
      {"Hanoi, December 12 (VNA) – The two spoke.", "Hanoi", "VNA"},
      {"KUALA LUMPUR, Dec 7 (Bernama) -- The two spoke.", "KUALA LUMPUR", "Bernama"},
      {"Jakarta (ANTARA) - The two spoke.", "Jakarta", "Antara"},
      {"ISLAMABAD, Dec 7 (APP): The two spoke.", "ISLAMABAD", "APP"},
      {"RIYADH, 7 December 2023, SPA -- The two spoke.", "RIYADH", "SPA"},
      {"Pyongyang, April 27 (KCNA) -- The two spoke.", "Pyongyang", "KCNA"},
      {"(VOVWORLD) -\u00A0The two spoke.", "", "VOVWORLD"},
      {"WASHINGTON, D.C. (AP) - The two spoke.", "WASHINGTON, D.C.", "AP"},
      {"HÀ NỘI — The two spoke.", "HÀ NỘI", ""},
  };
  for (const Case& c : cases) {
    const Document d = read(std::string(c.line) + "\nThey agreed to meet again.\n");
    EXPECT_EQ(d.publication.dateline.value, c.place) << c.line;
    EXPECT_EQ(d.publication.outlet.value, c.outlet) << c.line;
    ASSERT_GE(d.paragraphs.size(), 2u) << c.line;
    EXPECT_EQ(d.str(d.paragraphs[1].span), "The two spoke.") << c.line;
  }
}

TEST(Publication, WhatIsNoDateline) {
  for (const std::string_view line :
       {"The minister - a lawyer - met her guest.", "Vietnam - China relations grew.",
        "NATO allies: what they said matters.", "He said: we will go on.",
        "MODERATOR: We will go on.", "PRESIDENT ROE: Thank you all.", "MR. DOE: Thank you.",
        "Both sides noted 12-14 projects - all new."}) {
    const Document d = read(std::string(line) + "\nThey agreed to meet again.\n");
    EXPECT_EQ(d.publication.dateline.value, "") << line;
  }
}

TEST(Publication, CaptionsAndCredits) {
  const Document d = read(
      "Ministers at the table (Photo: VNA)\n"
      "Hanoi (VNA) - The two ministers met.\n"
      "Minister A (R) greets Minister B. VNA/VNS Photo\n"
      "Talks in Bern - ảnh 2The two delegations at the start of the talks\n"
      "They agreed to go on (source: the ministry), he said.\n"
      "Both sides will meet within the framework of the treaty (START/New START).\n"
      "The two will speak again soon (via video link).\n"
      "Published on Monday in both capitals, the text of the treaty names five bridges and two tunnels.\n");
  EXPECT_EQ(furniture(d),
            (Strings{"Ministers at the table (Photo: VNA)",
                     "Minister A (R) greets Minister B. VNA/VNS Photo",
                     "Talks in Bern - ảnh 2The two delegations at the start of the talks"}));
}

TEST(Publication, CaptionBeforeTextOnOneLine) {
  const Document d = read(
      "The two leaders in Lima (Photo: AFP) The leaders met in Lima.\nThey agreed to go on.\n");
  EXPECT_EQ(furniture(d), Strings{"The two leaders in Lima (Photo: AFP)"});
  EXPECT_EQ(d.str(d.paragraphs[1].span), "The leaders met in Lima.");
}

TEST(Publication, PressOfficeNotes) {
  const Document d = read(
      "Secretary Doe’s Meeting with Minister Roe\n"
      "Office of the Spokesperson\n"
      "The below is attributable to Spokesperson Jane Poe:\n"
      "Secretary Doe met with Minister Roe in Oslo.\n"
      "# # #\n");
  EXPECT_EQ(furniture(d),
            (Strings{"Office of the Spokesperson",
                     "The below is attributable to Spokesperson Jane Poe:", "# # #"}));
  EXPECT_EQ(d.publication.outlet.value, "US Department of State");
  EXPECT_EQ(d.str(d.publication.title), "Secretary Doe’s Meeting with Minister Roe");
}

TEST(Publication, SignOffs) {
  EXPECT_EQ(furniture(read("The two met.\nThey will meet again in Jakarta. - Bernama")),
            Strings{"- Bernama"});
  EXPECT_EQ(furniture(read("The two met.\nThey will meet again in Hue.\nVOV")), Strings{"VOV"});
  EXPECT_EQ(furniture(read("The two met.\nThey will meet again in Pune. PTI ABC DEF")),
            Strings{"PTI ABC DEF"});
  EXPECT_EQ(furniture(read("The two met.\nThey thanked the African Union.")), Strings{});
}

TEST(Publication, ListsOfLinksAtTheEnd) {
  const Document d = read(
      "The two met.\nThey agreed to go on.\nSee also\nVisit to Norway June 3, 2011\nWorking "
      "lunch\n");
  EXPECT_EQ(furniture(d), (Strings{"See also", "Visit to Norway June 3, 2011", "Working lunch"}));
}

TEST(Publication, FurnitureWithinSentences) {
  const Document d = read(
      "The President greeted Anna Noor     Noor AnnaPrime Minister of Utopia  and spoke of the "
      "code "
      "(Link) <b>today</b>.\nThey agreed to go on.\n");
  EXPECT_EQ(furniture(d), (Strings{"Noor AnnaPrime Minister of Utopia", "(Link)", "<b>", "</b>"}));
  EXPECT_EQ(d.paragraphs.size(), 2u);
}

TEST(Publication, GivenMetadataAreBelieved) {
  GivenMetadata given;
  given.date = "Tue, 07 Dec 2021 16:20:00 GMT";
  given.url = "https://www.mofa.go.jp/press/release/x.html";
  const Document d = read("The ministers met.\nThey agreed to go on.\n", given);
  EXPECT_EQ(d.publication.published.value, "2021-12-07");
  EXPECT_EQ(d.publication.outlet.value, "Ministry of Foreign Affairs of Japan");
  EXPECT_EQ(d.publication.side.value, "JPN");
}

TEST(Publication, KindsOfReport) {
  EXPECT_EQ(read("Joint Statement on Trade\nThe two sides met in Bern.\n").publication.report_kind,
            ReportKind::JointStatement);
  EXPECT_EQ(read("President Roe concludes state visit to Utopia\nShe left on Friday.\n")
                .publication.report_kind,
            ReportKind::WrapUp);
  EXPECT_EQ(
      read("President Roe meets President Doe\nThe two met in Bern.\n").publication.report_kind,
      ReportKind::Readout);
  EXPECT_EQ(
      read("Address by President Roe following a joint statement with Utopia\nHe spoke in Bern.\n")
          .publication.report_kind,
      ReportKind::Readout);
  EXPECT_EQ(
      read("Fourth Annual Dialogue\nThe text of the following statement was released by the "
           "Governments of Utopia and Ruritania.\nBegin text:\nThe two sides met.\nEnd text.\n")
          .publication.report_kind,
      ReportKind::JointStatement);
  EXPECT_EQ(read("").publication.report_kind, std::nullopt);
}

TEST(Publication, HeadingsAndItems) {
  const Document d = read(
      "Joint Statement\nThe two sides agreed to:\n- open two bridges;\n- hold talks each year.\n"
      "Economic Cooperation\n1. Trade will grow by a tenth.\n");
  EXPECT_EQ(paragraphs(d, ParagraphKind::Title),
            (Strings{"Joint Statement", "Economic Cooperation"}));
  EXPECT_EQ(paragraphs(d, ParagraphKind::ListItem),
            (Strings{"open two bridges;", "hold talks each year."}));
  EXPECT_EQ(paragraphs(d, ParagraphKind::Body),
            (Strings{"The two sides agreed to:", "Trade will grow by a tenth."}));
}

TEST(Publication, OutletsOfManyStates) {
  struct Case {
    std::string_view url, outlet, side;
  };
  const Case cases[] = {
      {"https://www.elysee.fr/en/emmanuel-macron/2023/x", "Elysée", "FRA"},
      {"http://en.kremlin.ru/events/president/news/1", "Kremlin", "RUS"},
      {"https://www.mea.gov.in/press-releases.htm?1", "Ministry of External Affairs of India",
       "IND"},
      {"https://kcna.kp/en/article/1", "KCNA", "PRK"},
      {"https://www.aa.com.tr/en/world/1", "Anadolu Agency", "TUR"},
      {"https://pm.gc.ca/en/news/readouts/1", "Prime Minister of Canada", "CAN"},
      {"https://2021-2025.state.gov/x", "US Department of State", "USA"},
      {"https://www.consilium.europa.eu/en/press/1", "European Council", "EUE"},
      {"https://press.un.org/en/2023/1.htm", "United Nations", "XXX"},
      {"https://some.office.gov.sg/x", "", "SGP"},
      {"https://example.com/x", "", ""},
  };
  for (const Case& c : cases) {
    GivenMetadata given;
    given.url = c.url;
    const Document d = read("The ministers met.\nThey agreed to go on.\n", given);
    EXPECT_EQ(d.publication.outlet.value, c.outlet) << c.url;
    EXPECT_EQ(d.publication.side.value, c.side) << c.url;
  }
  for (const auto& [outlet, side] :
       std::vector<std::pair<std::string, std::string>>{{"The White House", "USA"},
                                                        {"press trust of india", ""},
                                                        {"Embassy of Japan in Vietnam", "JPN"},
                                                        {"Thai Ministry of Commerce", "THA"},
                                                        {"Reuters", "GBR"},
                                                        {"Nhân Dân", "VNM"}}) {
    GivenMetadata given;
    given.outlet = outlet;
    const Document d = read("The ministers met.\nThey agreed to go on.\n", given);
    EXPECT_EQ(d.publication.outlet.value, outlet);
    EXPECT_EQ(d.publication.side.value, side.empty() ? "IND" : side) << outlet;
  }
}

TEST(Publication, TheFileNameIsBelievedLast) {
  Document document;
  document.text = "The ministers met.\nThey agreed to go on.\n";
  document.source.name = "2023-12-12_VNA_talks";
  read_publication(document, test_knowledge());
  EXPECT_EQ(document.publication.published.value, "2023-12-12");
  EXPECT_TRUE(document.publication.published.inferred);
  EXPECT_EQ(document.publication.outlet.value, "VNA");
  EXPECT_EQ(document.publication.side.value, "VNM");
}

TEST(Publication, AWordInAFileNameIsNoOutlet) {
  const auto outlet_of = [](std::string_view name) {
    Document document;
    document.text = "The ministers met.\nThey agreed to go on.\n";
    document.source.name = name;
    read_publication(document, test_knowledge());
    return document.publication.outlet.value;
  };
  for (const std::string_view name : {"report.txt", "Report", "2024-05-01_report", "2024-05-01_Dawn_call", "map-of-talks",
                                      "NATO_summit", "asean.html", "who_met_whom.txt", "REPORT"}) {
    EXPECT_EQ(outlet_of(name), "") << name;
  }
  EXPECT_EQ(outlet_of("2024-05-01_MAP_call"), "MAP");
  EXPECT_EQ(outlet_of("tass-2024.txt"), "TASS");
}

TEST(Publication, LanguageIsTold) {
  EXPECT_EQ(read("The two leaders of the states met in the city.").publication.language, "en");
  EXPECT_EQ(read("Hai bên nhất trí tăng cường hợp tác giữa hai nước.").publication.language, "vi");
  EXPECT_EQ(read("双方同意加强两国合作。").publication.language, "zh");
}

}  // namespace
}  // namespace verbale
