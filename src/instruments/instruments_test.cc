#include "instruments/instruments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/tagged_document.h"
#include "knowledge/test_knowledge.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "kind count: text" of each instrument; `known` is a framework of the pack that the text names.
std::vector<std::string> rows(std::string_view text, std::string_view known = {}) {
  Document document = tagged_document(text);
  index_words(document);
  if (!known.empty()) {
    const uint32_t at = static_cast<uint32_t>(document.text.find(known));
    Framework framework;
    framework.text = {at, at + static_cast<uint32_t>(known.size())};
    framework.made_by = "framework.pack";
    document.frameworks.push_back(framework);
  }
  find_instruments(document, test_knowledge());
  std::vector<std::string> out;
  for (const Instrument& instrument : document.instruments) {
    out.push_back(std::string(to_string(instrument.kind)) + " " +
                  (instrument.count ? std::to_string(*instrument.count) : "-") + ": " + std::string(document.str(instrument.text)));
  }
  return out;
}

TEST(Instruments, AreSignedOrIssued) {
  EXPECT_THAT(rows("They/PRP signed/VBD/sign a/DT fisheries/NN agreement/NN ./."), ElementsAre("agreement 1: fisheries agreement"));
  EXPECT_THAT(rows("They/PRP issued/VBD/issue a/DT joint/JJ statement/NN ./."), ElementsAre("joint-statement 1: joint statement"));
}

TEST(Instruments, PlannedOnesAreNone) {
  EXPECT_THAT(rows("They/PRP will/MD sign/VB an/DT agreement/NN ./."), IsEmpty());
  EXPECT_THAT(rows("They/PRP discussed/VBD/discuss an/DT agreement/NN ./."), IsEmpty());
}

TEST(Instruments, ATreatyOfTheWorldIsNoneOfThisMeeting) {
  EXPECT_THAT(rows("They/PRP recalled/VBD/recall who/PRP signed/VBD/sign the/DT Lima/NNP Agreement/NNP ./.", "Lima Agreement"), IsEmpty());
}

}  // namespace
}  // namespace verbale
