// Pages written for it (tests/cases/html): the main text beside the expected one, and what the page
// says of itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/utf8.h"
#include "source/loader.h"
#include "source/offsets.h"

namespace verbale {
namespace {

std::vector<std::string> pages() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(VERBALE_SOURCE_DIR "/tests/cases/html")) {
    if (entry.path().extension() == ".html") names.push_back(entry.path().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Document load(const std::string& path) {
  Result<Loaded> loaded = load_file(path);
  if (!loaded) ADD_FAILURE() << loaded.error().message();
  return loaded && !loaded->documents.empty() ? std::move(loaded->documents[0]) : Document();
}

Document load_named(const std::string& name) {
  return load(VERBALE_SOURCE_DIR "/tests/cases/html/" + name + ".html");
}

TEST(Pages, MainTextIsTheExpectedOne) {
  ASSERT_GE(pages().size(), 12u);
  for (const std::string& path : pages()) {
    const Result<std::string> expected = read_file(path.substr(0, path.size() - 5) + ".txt");
    ASSERT_TRUE(expected) << path;
    EXPECT_TRUE(load(path).text + "\n" == *expected) << path << ":\n" << load(path).text;
  }
}

TEST(Pages, WhatAPageSaysOfItself) {
  const Document news = load_named("news");
  EXPECT_EQ(news.source.stated.title, "Ruritania and Utopia agree to reopen mountain railway");
  EXPECT_EQ(news.source.stated.outlet, "Strelsau Herald");
  EXPECT_EQ(news.source.stated.date, "2023-03-03T17:20:00+01:00");
  EXPECT_EQ(news.source.stated.language, "en");
  EXPECT_EQ(load_named("ministry").source.stated.date, "2022-06-14");
  EXPECT_EQ(load_named("ministry").source.stated.outlet, "Ministry of Foreign Affairs");
  EXPECT_EQ(load_named("presidency").source.stated.date, "2021-11-09");
  EXPECT_EQ(load_named("blog").source.stated.outlet, "Northern Notes");
  EXPECT_EQ(load_named("amp").source.stated.outlet, "Avalon Press");
  EXPECT_EQ(load_named("amp").source.stated.date, "2024-05-14T09:12:00Z");
  EXPECT_EQ(load_named("chinese").source.encoding, "GB18030");
  EXPECT_EQ(load_named("chinese").source.stated.date, "2023年06月12日 19:30　来源：山城日报");
  EXPECT_EQ(load_named("div-soup").source.stated.outlet, "");
}

// Each place in the text leads to its bytes of the page, through entities, tags and comments.
TEST(Pages, PlacesLeadToBytes) {
  const auto bytes_of = [](const std::string& name, std::string_view words) {
    const Document document = load_named(name);
    const size_t at = document.text.find(words);
    if (at == std::string::npos) return std::string("not in the text");
    const Result<std::string> page =
        read_file(VERBALE_SOURCE_DIR "/tests/cases/html/" + name + ".html");
    std::string out;
    for (const SourceRange range : source_ranges(
             document, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())})) {
      out += "[" + page->substr(range.begin, range.end - range.begin) + "]";
    }
    return out;
  };
  EXPECT_EQ(bytes_of("broken", "first time since"), "[first ][time][ since]");
  EXPECT_EQ(bytes_of("broken", "Ys & Lyonesse met"), "[Ys &#38; Lyonesse met]");
  EXPECT_EQ(bytes_of("broken", "Envoys meet in Ys & Lyonesse"),
            "[Envoys meet in Ys &amp Lyonesse]");
  EXPECT_EQ(bytes_of("broken", "£40 million"), "[&#xA3;40&#32;million]");
  EXPECT_EQ(bytes_of("broken", "© next"), "[&copy next]");
  EXPECT_EQ(bytes_of("broken", "dikes, debts"), "[dikes, ][debts]");
  EXPECT_EQ(bytes_of("chinese", "外交部长"), "[\xCD\xE2\xBD\xBB\xB2\xBF\xB3\xA4]");
  EXPECT_EQ(bytes_of("old-table", "“a question"),
            "[\x93"
            "a question]");
}

TEST(Pages, HostilePagesAreRefusedOrRead) {
  const auto message = [](const std::string& page) {
    const Result<Loaded> loaded = load_bytes(page, "x.html");
    return loaded ? std::string("read") : loaded.error().message();
  };
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_NE(message(deep + "The two met.").find("more than 1000 elements nested"),
            std::string::npos);
  std::string wide = "<p";
  for (int i = 0; i < 100000; ++i) wide += " a" + std::to_string(i);
  EXPECT_NE(message(wide + ">The two met.").find("more than 500 attributes"), std::string::npos);
  std::string paragraphs;
  for (int i = 0; i < 20000; ++i)
    paragraphs += "<p><b>The two met in Bern and agreed to meet again.";
  EXPECT_EQ(message(paragraphs).substr(0, 6), "x.html");  // 20,000 open <b>: nested, too
  std::string closed;
  for (int i = 0; i < 20000; ++i) closed += "<p>The two met in Bern and agreed to meet again.";
  EXPECT_EQ(message(closed), "read");
  EXPECT_EQ(message("<html><body><img src=x></body></html>"),
            "x.html: no text in the page: save the page again, or its text");
}

}  // namespace
}  // namespace verbale
