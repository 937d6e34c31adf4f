#include "quantities/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/words.h"
#include "quantities/calendar.h"
#include "record/tagged_document.h"

namespace verbale {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Knowledge& knowledge() {
  static const Knowledge* loaded = [] {
    auto* made = new Knowledge();
    Result<QuantityWords> words = QuantityWords::load(VERBALE_SOURCE_DIR);
    EXPECT_TRUE(words.has_value()) << words.error().message();
    if (words) made->quantity_words = std::move(*words);
    return made;
  }();
  return *loaded;
}

// "text = value" of each quantity, for a report of Wednesday, 15 May 2019.
std::vector<std::string> read(std::string_view lines, std::string_view published = "2019-05-15") {
  Document document = tagged_document(lines);
  document.publication.published.value = published;
  index_words(document);
  find_quantities(document, knowledge());
  std::vector<std::string> found;
  for (const Quantity& quantity : document.quantities) {
    found.push_back(std::string(document.str(quantity.text)) + " = " + quantity.value);
  }
  return found;
}

TEST(Calendar, ReadsAndWritesIsoDates) {
  EXPECT_EQ(to_iso(*date_from_iso("2020-02-29")), "2020-02-29");
  EXPECT_FALSE(date_from_iso("2019-02-29").has_value());
  EXPECT_FALSE(date_from_iso("2019-2-9").has_value());
  EXPECT_EQ(to_iso({0, 8, 19}), "--08-19");
  EXPECT_EQ(to_iso(add_days({2019, 12, 31}, 1)), "2020-01-01");
  EXPECT_EQ(to_iso(add_months({2019, 1, 31}, 1)), "2019-02-28");
  EXPECT_EQ(weekday({2019, 5, 15}), 3);
}

TEST(Dates, FullDatesNeedNoReference) {
  EXPECT_THAT(read("On/ADP 3/NUM March/PROPN 2016/NUM"), ElementsAre("3 March 2016 = 2016-03-03"));
  EXPECT_THAT(read("Oct/PROPN ~./PUNCT 7/NUM ~,/PUNCT 2015/NUM"), ElementsAre("Oct. 7, 2015 = 2015-10-07"));
  EXPECT_THAT(read("in/ADP January/PROPN ~,/PUNCT 2005/NUM"), ElementsAre("January, 2005 = 2005-01"));
  EXPECT_THAT(read("on/ADP 2017-03-04/NUM"), ElementsAre("2017-03-04 = 2017-03-04"));
}

TEST(Dates, AYearLeftOutIsTheNearest) {
  EXPECT_THAT(read("met/VERB on/ADP May/PROPN 2/NUM"), ElementsAre("May 2 = 2019-05-02"));
  EXPECT_THAT(read("met/VERB in/ADP December/PROPN"), ElementsAre("December = 2018-12"));
  EXPECT_THAT(read("will/AUX meet/VERB in/ADP January/PROPN"), ElementsAre("January = 2020-01"));
  EXPECT_THAT(read("on/ADP May/PROPN 2/NUM", ""), ElementsAre("May 2 = --05-02"));
}

TEST(Dates, SeveralDaysTakeTheirMonth) {
  EXPECT_THAT(read("on/ADP June/PROPN 3–4/NUM"), ElementsAre("June 3–4 = 2019-06"));
  EXPECT_THAT(read("on/ADP 3/NUM and/CCONJ 4/NUM June/PROPN"), ElementsAre("3 and 4 June = 2019-06"));
}

TEST(Dates, RelativeToThePublication) {
  EXPECT_THAT(read("spoke/VERB yesterday/NOUN"), ElementsAre("yesterday = 2019-05-14"));
  EXPECT_THAT(read("on/ADP Friday/PROPN they/PRON met/VERB"), ElementsAre("Friday = 2019-05-10"));
  EXPECT_THAT(read("will/AUX meet/VERB on/ADP Friday/PROPN"), ElementsAre("Friday = 2019-05-17"));
  EXPECT_THAT(read("next/ADJ week/NOUN"), ElementsAre("next week = 2019-05"));
  EXPECT_THAT(read("by/ADP the/DET end/NOUN of/ADP next/ADJ year/NOUN"), ElementsAre("end of next year = 2020"));
  EXPECT_THAT(read("three/NUM years/NOUN+ ago/ADV"), ElementsAre("three years ago = 2016"));
  EXPECT_THAT(read("in/ADP early/ADJ February/PROPN"), ElementsAre("early February = 2019-02"));
  EXPECT_THAT(read("by/ADP mid/ADJ ~-/PUNCT ~21st/ADJ century/NOUN"), ElementsAre("mid-21st century = 2050"));
  EXPECT_THAT(read("May/PROPN 3/NUM came/VERB\nOn/ADP the/DET same/ADJ day/NOUN"),
              ElementsAre("May 3 = 2019-05-03", "same day = 2019-05-03"));
}

TEST(Dates, LabelsAreNoYears) {
  EXPECT_THAT(read("the/DET 2018/NUM Lima/PROPN summit/NOUN"), IsEmpty());
  EXPECT_THAT(read("Vision/PROPN 2030/NUM"), IsEmpty());
  EXPECT_THAT(read("by/ADP 2030/NUM and/CCONJ 2045/NUM"), ElementsAre("2030 = 2030", "2045 = 2045"));
  EXPECT_THAT(read("in/ADP today/NOUN ~'s/PART world/NOUN"), IsEmpty());
  EXPECT_THAT(read("they/PRON may/AUX march/VERB"), IsEmpty());
}

TEST(Durations, NumberAndUnit) {
  EXPECT_THAT(read("a/DET two/NUM ~-/PUNCT ~day/NOUN visit/NOUN"), ElementsAre("two-day = P2D"));
  EXPECT_THAT(read("over/ADP the/DET next/ADJ four/NUM years/NOUN+"), ElementsAre("next four years = P4Y"));
  EXPECT_THAT(read("nearly/ADV three/NUM decades/NOUN+"), ElementsAre("nearly three decades = P30Y"));
  EXPECT_THAT(read("two/NUM and/CCONJ a/DET half/NOUN hours/NOUN+"), ElementsAre("two and a half hours = PT2H30M"));
  EXPECT_THAT(read("half/DET an/DET hour/NOUN"), ElementsAre("half an hour = PT30M"));
  EXPECT_THAT(read("more/ADJ than/ADP a/DET year/NOUN"), ElementsAre("more than a year = P1Y"));
  EXPECT_THAT(read("twice/ADV a/DET year/NOUN"), IsEmpty());
}

TEST(Counts, WithTheirNoun) {
  EXPECT_THAT(read("14/NUM trade/NOUN documents/NOUN+"), ElementsAre("14 trade documents = 14"));
  EXPECT_THAT(read("1.5/NUM million/NUM test/NOUN kits/NOUN+"), ElementsAre("1.5 million test kits = 1500000"));
  EXPECT_THAT(read("some/ADV 30/NUM percent/NOUN of/ADP it/PRON"), ElementsAre("some 30 percent = 30"));
  EXPECT_THAT(read("twenty/NUM ~-/PUNCT ~five/NUM envoys/NOUN+"), ElementsAre("twenty-five envoys = 25"));
}

TEST(Counts, PartiesLabelsAndAnaphorsAreNone) {
  EXPECT_THAT(read("the/DET two/NUM sides/NOUN+"), IsEmpty());
  EXPECT_THAT(read("two/NUM countries/NOUN+"), IsEmpty());
  EXPECT_THAT(read("these/DET four/NUM areas/NOUN+"), IsEmpty());
  EXPECT_THAT(read("Article/PROPN 5/NUM obligations/NOUN+"), IsEmpty());
  EXPECT_THAT(read("COVID/PROPN ~-/PUNCT ~19/NUM cases/NOUN+"), IsEmpty());
}

TEST(Ordinals, WithTheirNoun) {
  EXPECT_THAT(read("his/PRON third/ADJ state/NOUN visit/NOUN"), ElementsAre("third state visit = 3"));
  EXPECT_THAT(read("the/DET 45th/ADJ anniversary/NOUN"), ElementsAre("45th anniversary = 45"));
  EXPECT_THAT(read("the/DET first/ADJ two/NUM rounds/NOUN+"), ElementsAre("first two rounds = 2"));
  EXPECT_THAT(read("the/DET first/ADJ time/NOUN"), IsEmpty());
  EXPECT_THAT(read("third/ADJ countries/NOUN+"), IsEmpty());
}

TEST(Money, TheSumWithItsCurrency) {
  EXPECT_THAT(read("more/ADJ than/ADP $/SYM ~40/NUM million/NUM"), ElementsAre("more than $40 million = 40000000 USD"));
  EXPECT_THAT(read("3/NUM billion/NUM yuan/NOUN"), ElementsAre("3 billion yuan = 3000000000 CNY"));
  EXPECT_THAT(read("US/PROPN ~$250m/SYM"), ElementsAre("US$250m = 250000000 USD"));
}

TEST(Quantities, NamesAndFrameworksKeepTheirNumbers) {
  Document document = tagged_document("the/DET five/NUM principles/NOUN+ of/ADP peace/NOUN");
  index_words(document);
  Framework framework;
  framework.text = {0, 23};
  document.frameworks.push_back(framework);
  find_quantities(document, knowledge());
  EXPECT_TRUE(document.quantities.empty());
}

}  // namespace
}  // namespace verbale
