#include "paper/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper/archive.h"

namespace verbale {
namespace {

using testing::HasSubstr;
using testing::Not;

Page sample() {
  Page page;
  page.title = "Talks <Oslo> & after";
  add_heading(page, 2, "Agreed");
  add_item(page, {{"a joint survey of the ", PageStyle::Plain, {}}, {"river", PageStyle::Strong, {}}});
  add_source(page, {{"Courier, 3 May 2025", PageStyle::Plain, "https://example.org/a?b=1&c=2"}});
  add_item(page, {{"to *meet* again", PageStyle::Quote, {}}}, 1);
  add_paragraph(page, {{"Two of three accounts.", PageStyle::Emphasis, {}}});
  page.blocks.push_back({PageBlockKind::Table, 0, {}, {}, {{{{"side"}}, {{"words"}}}, {{{"NOR"}}, {{"a | b"}}}}});
  return page;
}

TEST(Page, AsMarkdown) {
  EXPECT_EQ(page_to_markdown(sample()),
            "# Talks \\<Oslo\\> & after\n\n## Agreed\n\n- a joint survey of the **river**\n"
            "  - [Courier, 3 May 2025](<https://example.org/a?b=1&c=2>)\n  - “to \\*meet\\* again”\n\n"
            "*Two of three accounts.*\n\n| side | words |\n|---|---|\n| NOR | a \\| b |\n");
}

TEST(Page, AsHtmlNestsListsAndEscapes) {
  const std::string html = page_to_html(sample());
  EXPECT_THAT(html, HasSubstr("<title>Talks &lt;Oslo&gt; &amp; after</title>"));
  EXPECT_THAT(html, HasSubstr("<ul>\n<li>a joint survey of the <strong>river</strong>\n"
                              "<span class=\"source\"><a href=\"https://example.org/a?b=1&amp;c=2\">Courier, 3 May 2025</a>"
                              "</span>\n<ul>\n<li><q>to *meet* again</q>\n</li>\n</ul>\n</li>\n</ul>\n"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
}

TEST(Page, AsDocxIsAnArchiveWithTheWords) {
  const Result<std::string> docx = page_to_docx(sample());
  ASSERT_TRUE(docx.has_value()) << docx.error().message();
  const Result<std::vector<ArchivedFile>> files = unpack_zip(*docx, 1 << 20);
  ASSERT_TRUE(files.has_value()) << files.error().message();
  ASSERT_EQ(files->size(), 7u);
  EXPECT_EQ((*files)[2].name, "word/document.xml");
  EXPECT_THAT((*files)[2].bytes, HasSubstr("Talks &lt;Oslo&gt; &amp; after"));
  EXPECT_THAT((*files)[3].bytes, HasSubstr("https://example.org/a?b=1&amp;c=2"));
  EXPECT_EQ(*docx, *page_to_docx(sample())) << "the same page gives the same bytes";
}

TEST(Page, OnlyWebAddressesBecomeLinks) {
  Page page;
  add_paragraph(page, {{"here", PageStyle::Plain, "javascript:alert(1)"}, {"there", PageStyle::Plain, "https://a.example/ >x"}});
  EXPECT_THAT(page_to_html(page), Not(HasSubstr("<a ")));
  EXPECT_THAT(page_to_markdown(page), Not(HasSubstr("](")));
  EXPECT_EQ(escape_xml("a\xEF\xBF\xBF" "b\x01"), "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
}

TEST(Page, TheEndingNamesTheForm) {
  EXPECT_TRUE(page_to_file_form(sample(), "brief.md")->starts_with("# "));
  EXPECT_TRUE(page_to_file_form(sample(), "brief.docx")->starts_with("PK"));
  const Result<std::string> pdf = page_to_file_form(sample(), "brief.pdf");
  ASSERT_FALSE(pdf.has_value());
  EXPECT_THAT(pdf.error().message(), HasSubstr(".docx"));
}

TEST(Archive, KeepsNamesAndBytes) {
  const std::vector<ArchivedFile> files = {{"sources/Tô Lâm.txt", "one\r\ntwo"}, {"empty", ""}};
  const Result<std::string> packed = pack_zip(files);
  ASSERT_TRUE(packed.has_value());
  const Result<std::vector<ArchivedFile>> again = unpack_zip(*packed, 100);
  ASSERT_TRUE(again.has_value()) << again.error().message();
  ASSERT_EQ(again->size(), 2u);
  EXPECT_EQ((*again)[0].name, files[0].name);
  EXPECT_EQ((*again)[0].bytes, files[0].bytes);
}

TEST(Archive, RefusesTooMuchAndWhatIsNone) {
  const Result<std::string> packed = pack_zip({{"a", std::string(1000, 'x')}});
  EXPECT_FALSE(unpack_zip(*packed, 999).has_value());
  EXPECT_FALSE(unpack_zip("no archive at all", 1000).has_value());
}

}  // namespace
}  // namespace verbale
