// The claims by document as a page: Markdown, HTML, DOCX.
#include <fmt/format.h>

#include "exports/exports.h"
#include "paper/page.h"

namespace verbale {
namespace {

std::string place_of(const ExportedDocument& exported, const ExportedClaim& claim) {
  return fmt::format("characters {} to {}", exported.index.to_code_points(claim.spans.front().begin),
                     exported.index.to_code_points(claim.spans.back().end));
}

void add_claim(Page& page, const ExportedDocument& exported, const ExportedClaim& claim, const ExportOptions& options) {
  PageLine line;
  if (!claim.who.empty()) line.push_back({claim.who, PageStyle::Strong});
  if (!claim.kind.empty()) line.push_back({(claim.who.empty() ? "" : ", ") + claim.kind, PageStyle::Plain});
  const std::string words = words_of(exported, claim.spans, options);
  if (!words.empty()) {
    if (!line.empty()) line.push_back({": ", PageStyle::Plain});
    line.push_back({words, PageStyle::Quote});
  }
  add_item(page, std::move(line));
  add_source(page, {{fmt::format("{}, {}", claim.id, place_of(exported, claim)), PageStyle::Plain}});
}

void add_document(Page& page, const ExportedDocument& exported, const ExportOptions& options) {
  const Document& document = *exported.document;
  const Publication& publication = document.publication;
  add_heading(page, 2, document.source.name);
  std::string about;
  for (const std::string& part : {publication.outlet.value, publication.published.value, publication.side.value}) {
    if (!part.empty()) about += (about.empty() ? "" : ", ") + part;
  }
  const std::string address = source_address(exported);
  PageLine line = {{about.empty() ? "outlet and date are not known" : about, PageStyle::Plain}};
  if (!address.starts_with("urn:")) line.push_back({" " + address, PageStyle::Plain, address});
  add_paragraph(page, std::move(line));
  Layer layer = Layer::Actor;
  for (const ExportedClaim& claim : exported.claims) {
    if (claim.spans.empty() || claim.layer == Layer::Actor) continue;
    if (claim.layer != layer) {
      layer = claim.layer;
      std::string heading(layer_plural(layer));
      heading.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(heading.front())));
      add_heading(page, 3, heading);
    }
    add_claim(page, exported, claim, options);
  }
}

Page make_page(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  Page page;
  page.title = fmt::format("Record of {} document{}", documents.size(), documents.size() == 1 ? "" : "s");
  for (const ExportedDocument& exported : documents) add_document(page, exported, options);
  return page;
}

}  // namespace

Result<std::string> export_markdown(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  return page_to_markdown(make_page(documents, options));
}

Result<std::string> export_html(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  return page_to_html(make_page(documents, options));
}

Result<std::string> export_docx(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  return page_to_docx(make_page(documents, options));
}

}  // namespace verbale
