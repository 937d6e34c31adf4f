// W3C Web Annotation Data Model (Recommendation, 23 February 2017).
//
// Each place is given thrice: as code points (TextPositionSelector, which counts Unicode code points), as
// bytes of the UTF-8 text (DataPositionSelector), and as the words with 32 characters on each side
// (TextQuoteSelector, as hypothes.is writes it), so that a reader who counts otherwise still finds it.
#include <fmt/format.h>

#include "exports/exports.h"

namespace verbale {
namespace {

constexpr uint32_t kAround = 32;  // code points

class AnnotationWriter {
 public:
  AnnotationWriter(JsonWriter& json, const ExportOptions& options) : json_(json), options_(options) {}

  void write(const ExportedDocument& exported, const ExportedClaim& claim) {
    json_.begin_object().key("id").value("urn:verbale:" + claim.id).key("type").value("Annotation");
    json_.key("motivation").value("classifying");
    json_.key("generator").begin_object().key("type").value("Software").key("name").value("Verbale");
    json_.end_object();
    json_.key("body").begin_array();
    write_tag(std::string(layer_name(claim.layer)));
    if (!claim.kind.empty()) write_tag(claim.kind);
    if (!claim.who.empty() && !options_.positions_only) write_description(claim.who);
    json_.end_array().key("target").begin_array();
    for (const Span span : claim.spans) write_target(exported, span);
    json_.end_array().end_object();
  }

 private:
  void write_tag(const std::string& tag) {
    json_.begin_object().key("type").value("TextualBody").key("purpose").value("tagging");
    json_.key("value").value(tag).end_object();
  }
  void write_description(const std::string& text) {
    json_.begin_object().key("type").value("TextualBody").key("purpose").value("describing");
    json_.key("value").value(text).end_object();
  }

  void write_target(const ExportedDocument& exported, Span span) {
    const uint32_t start = exported.index.to_code_points(span.begin);
    const uint32_t end = exported.index.to_code_points(span.end);
    json_.begin_object().key("source").value(source_address(exported)).key("selector").begin_array();
    json_.begin_object().key("type").value("TextPositionSelector").key("start").value(start);
    json_.key("end").value(end).end_object();
    json_.begin_object().key("type").value("DataPositionSelector").key("start").value(span.begin);
    json_.key("end").value(span.end).end_object();
    if (!options_.positions_only) write_quote(exported, span, start, end);
    json_.end_array().end_object();
  }

  void write_quote(const ExportedDocument& exported, Span span, uint32_t start, uint32_t end) {
    const uint32_t before = exported.index.to_bytes(start > kAround ? start - kAround : 0);
    const uint32_t after = exported.index.to_bytes(end + kAround);
    json_.begin_object().key("type").value("TextQuoteSelector");
    json_.key("exact").value(exported.document->str(span));
    json_.key("prefix").value(exported.document->str({before, span.begin}));
    json_.key("suffix").value(exported.document->str({span.end, after})).end_object();
  }

  JsonWriter& json_;
  const ExportOptions& options_;
};

}  // namespace

Result<std::string> export_webannotation(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  JsonWriter json(3);
  int64_t total = 0;
  for (const ExportedDocument& exported : documents) {
    for (const ExportedClaim& claim : exported.claims) total += claim.spans.empty() ? 0 : 1;
  }
  json.begin_object().key("@context").value("http://www.w3.org/ns/anno.jsonld");
  json.key("id").value("urn:verbale:annotations").key("type").value("AnnotationCollection");
  json.key("total").value(total).key("first").begin_object();
  json.key("id").value("urn:verbale:annotations:1").key("type").value("AnnotationPage");
  json.key("startIndex").value(0).key("items").begin_array();
  AnnotationWriter writer(json, options);
  for (const ExportedDocument& exported : documents) {
    for (const ExportedClaim& claim : exported.claims) {
      if (!claim.spans.empty()) writer.write(exported, claim);
    }
  }
  json.end_array().end_object().end_object();
  return json.take() + "\n";
}

}  // namespace verbale
