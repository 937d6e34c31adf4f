// WordprocessingML (ECMA-376 Part 1), as little of it as Word, LibreOffice and python-docx need.
#include <fmt/format.h>

#include <array>

#include "paper/archive.h"
#include "paper/page.h"

namespace verbale {
namespace {

constexpr std::string_view kTypes =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
)";

constexpr std::string_view kPackage =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
)";

constexpr std::string_view kRelationHead =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rNumbering" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>)";

constexpr std::string_view kStyleHead =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Noto Sans CJK SC" w:cs="Calibri"/><w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="250" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>)";

constexpr std::string_view kMoreStyles =
    R"(<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="20"/></w:pPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Source"><w:name w:val="Source"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40" w:line="240"/></w:pPr><w:rPr><w:color w:val="5A6675"/><w:sz w:val="15"/></w:rPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4F91"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style></w:styles>
)";

std::string styles() {
  constexpr std::array<int, 4> kHalfPoints = {34, 27, 24, 22};
  std::string out(kStyleHead);
  out += R"(<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="200"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>)";
  for (int level = 1; level <= 4; ++level) {
    out += fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="Heading{0}"><w:name w:val="heading {0}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{2}"/></w:rPr></w:style>)",
        level, level - 1, kHalfPoints[static_cast<size_t>(level) - 1]);
  }
  return out += kMoreStyles;
}

std::string numbering() {
  std::string out =
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>)";
  for (int level = 0; level < 4; ++level) {
    out += fmt::format(
        R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{}" w:hanging="283"/></w:pPr></w:lvl>)",
        level, level % 2 == 0 ? "•" : "–", 360 * (level + 1));
  }
  return out + R"(</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
)";
}

std::string core_properties(const Page& page) {
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>Verbale</dc:creator><dc:language>{}</dc:language></cp:coreProperties>
)",
      escape_xml(page.title), escape_xml(page.language));
}

// The body, and the relations of its links, which are numbered as they come.
class BodyWriter {
 public:
  explicit BodyWriter(const Page& page) {
    paragraph("Title", "", {{page.title, PageStyle::Plain, {}}});
    const PageBlock* before = nullptr;
    for (const PageBlock& block : page.blocks) {
      add(block, before);
      before = &block;
    }
  }

  std::string body() const { return body_; }
  std::string relations() const { return relations_; }

 private:
  void add(const PageBlock& block, const PageBlock* before) {
    switch (block.kind) {
      case PageBlockKind::Heading:
        return paragraph(fmt::format("Heading{}", block.level), "", block.line);
      case PageBlockKind::Paragraph:
        return paragraph("Normal", "", block.line);
      case PageBlockKind::Item:
        return paragraph("ListBullet",
                         fmt::format(R"(<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>)", std::min(block.level, 3)),
                         block.line);
      case PageBlockKind::Source:
        return paragraph("Source", before != nullptr && before->kind == PageBlockKind::Item
                             ? fmt::format(R"(<w:ind w:left="{}"/>)", 360 * (before->level + 1)) : "",
                         block.line);
      case PageBlockKind::Table:
        return table(block);
    }
  }

  void paragraph(std::string_view style, std::string_view properties, const PageLine& line) {
    body_ += fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>)", style, properties);
    for (const PageRun& run : line) add_run(run);
    body_ += "</w:p>";
  }

  void add_run(const PageRun& run) {
    std::string properties = run.style == PageStyle::Strong ? "<w:b/>" : run.style == PageStyle::Emphasis ? "<w:i/>" : "";
    const bool linked = is_web_address(run.link);
    if (linked) {
      const std::string id = fmt::format("rLink{}", ++links_);
      relations_ += fmt::format(
          R"(<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{}" TargetMode="External"/>)",
          id, escape_xml(run.link));
      body_ += fmt::format(R"(<w:hyperlink r:id="{}">)", id);
      properties = R"(<w:rStyle w:val="Hyperlink"/>)" + properties;
    }
    const bool quoted = run.style == PageStyle::Quote;
    body_ += fmt::format(R"(<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}{}{}</w:t></w:r>)", properties,
                         quoted ? "“" : "", escape_xml(run.text), quoted ? "”" : "");
    if (linked) body_ += "</w:hyperlink>";
  }

  void table(const PageBlock& block) {
    body_ += R"(<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>)";
    for (size_t c = 0; !block.rows.empty() && c < block.rows[0].size(); ++c) body_ += "<w:gridCol/>";
    body_ += "</w:tblGrid>";
    for (const std::vector<PageLine>& row : block.rows) {
      body_ += "<w:tr>";
      for (const PageLine& cell : row) {
        body_ += "<w:tc><w:tcPr/>";
        paragraph("Normal", "", cell);
        body_ += "</w:tc>";
      }
      body_ += "</w:tr>";
    }
    body_ += "</w:tbl>";
    paragraph("Normal", "", {});  // Word wants a paragraph after a table
  }

  std::string body_;
  std::string relations_;
  int links_ = 0;
};

}  // namespace

Result<std::string> page_to_docx(const Page& page) {
  const BodyWriter writer(page);
  const std::string document = fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
)",
      writer.body());
  return pack_zip({{"[Content_Types].xml", std::string(kTypes)},
                   {"_rels/.rels", std::string(kPackage)},
                   {"word/document.xml", document},
                   {"word/_rels/document.xml.rels", std::string(kRelationHead) + writer.relations() + "</Relationships>\n"},
                   {"word/styles.xml", styles()},
                   {"word/numbering.xml", numbering()},
                   {"docProps/core.xml", core_properties(page)}});
}

}  // namespace verbale
