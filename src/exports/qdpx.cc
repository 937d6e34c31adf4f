// REFI-QDA Project (standard 1.5): a ZIP of project.qde and the sources as plain text.
//
// Positions are code points of the source as it lies in the archive. CR LF and CR become LF there, since
// the programs that read it do the same on their own and count afterwards; positions follow.
#include <fmt/format.h>

#include <map>
#include <set>

#include "exports/exports.h"
#include "exports/unix_text.h"
#include "paper/archive.h"
#include "paper/page.h"

namespace verbale {
namespace {

// Codes: a layer, and under it the values of its kind.
class ProjectWriter {
 public:
  explicit ProjectWriter(const ExportOptions& options) : options_(options) {}

  Result<std::string> write(std::span<const ExportedDocument> documents) {
    for (const ExportedDocument& exported : documents) add_source(exported);
    files_.insert(files_.begin(), {"project.qde", project()});
    return pack_zip(files_);
  }

 private:
  static std::string code_key(const ExportedClaim& claim) {
    return fmt::format("{}/{}", layer_name(claim.layer), claim.kind);
  }

  void add_source(const ExportedDocument& exported) {
    const UnixText text = with_unix_lines(exported.document->text);
    const std::string guid = guid_of("source " + exported.ids.text + " " + exported.document->source.name);
    // The standard wants the text of a plain source; where it may not be passed on, blanks keep the places.
    std::string content = text.text;
    if (options_.positions_only) {
      content.clear();
      for (const char c : text.text) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) content += c == '\n' ? '\n' : ' ';
      }
    }
    files_.push_back({"sources/" + guid + ".txt", std::move(content)});
    sources_ += fmt::format(
        "<TextSource guid=\"{}\" name=\"{}\" plainTextPath=\"internal://{}.txt\" creatingUser=\"{}\">", guid,
        escape_xml(exported.document->source.name), guid, kUser);
    for (const ExportedClaim& claim : exported.claims) add_claim(exported, claim, text, guid);
    sources_ += "</TextSource>";
  }

  void add_claim(const ExportedDocument& exported, const ExportedClaim& claim, const UnixText& text,
                 const std::string& source) {
    codes_[std::string(layer_name(claim.layer))].insert(claim.kind);
    for (const Span span : claim.spans) {
      const uint32_t start = text.moved(exported.index.to_code_points(span.begin));
      const uint32_t end = text.moved(exported.index.to_code_points(span.end));
      const std::string key = fmt::format("{} {} {} {}", source, claim.id, start, end);
      sources_ += fmt::format(
          "<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\" creatingUser=\"{}\">"
          "<Coding guid=\"{}\" creatingUser=\"{}\"><CodeRef targetGUID=\"{}\"/></Coding></PlainTextSelection>",
          guid_of("selection " + key), escape_xml(claim.id), start, end, kUser, guid_of("coding " + key), kUser,
          guid_of("code " + code_key(claim)));
    }
  }

  std::string codes() const {
    std::string out;
    for (const auto& [layer, kinds] : codes_) {
      const bool plain = kinds.contains("");
      out += fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"{}\">", guid_of("code " + layer + "/"), layer,
                         plain ? "true" : "false");
      for (const std::string& kind : kinds) {
        if (kind.empty()) continue;
        out += fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"true\"/>", guid_of("code " + layer + "/" + kind),
                           escape_xml(kind));
      }
      out += "</Code>";
    }
    return out;
  }

  std::string project() const {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd\" "
        "name=\"Verbale\" origin=\"Verbale\" creatingUserGUID=\"{0}\">"
        "<Users><User guid=\"{0}\" name=\"Verbale\"/></Users><CodeBook><Codes>{1}</Codes></CodeBook>"
        "<Sources>{2}</Sources></Project>\n",
        kUser, codes(), sources_);
  }

  inline static const std::string kUser = guid_of("user verbale");
  const ExportOptions& options_;
  std::vector<ArchivedFile> files_;
  std::map<std::string, std::set<std::string>> codes_;
  std::string sources_;
};

}  // namespace

Result<std::string> export_qdpx(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  return ProjectWriter(options).write(documents);
}

}  // namespace verbale
