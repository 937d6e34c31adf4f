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
#include "record/decision.h"

namespace verbale {
namespace {

// "person:Lan Anh": who corrected an entry is who codes it.
constexpr std::string_view kPerson = "person:";

// Codes: a layer, and under it the values of its kind; "speaker", "by", and under it a code for each who speaks or is
// bound. A claim is coded with what it is and with everybody who says or does it, by the reviewer who decided it.
class ProjectWriter {
 public:
  explicit ProjectWriter(const ExportOptions& options) : options_(options) {}

  Result<std::string> write(std::span<const ExportedDocument> documents) {
    for (const ExportedDocument& exported : documents) add_source(exported);
    files_.insert(files_.begin(), {"project.qde", project()});
    return pack_zip(files_);
  }

 private:
  struct ActorCode {
    std::string relation;  // "speaker", "by"
    std::string id;
    std::string name;

    std::string key() const { return relation + "/" + id; }
  };

  static std::string code_key(const ExportedClaim& claim) {
    return fmt::format("{}/{}", layer_name(claim.layer), claim.kind);
  }

  std::vector<ActorCode> actors_of(const ExportedDocument& exported, const ExportedClaim& claim) {
    const Document& document = *exported.document;
    std::vector<int32_t> actors;
    if (claim.layer == Layer::Statement) actors = document.statements[claim.entry].speaker;
    if (claim.layer == Layer::Commitment) actors = document.commitments[claim.entry].by;
    std::vector<ActorCode> codes;
    for (const int32_t actor : actors) {
      if (actor < 0) continue;
      const Actor& named = document.actors[static_cast<size_t>(actor)];
      const std::string relation = claim.layer == Layer::Statement ? "speaker" : "by";
      codes.push_back({relation, named.id, options_.positions_only ? named.id : named.name});
      actors_[relation].emplace(named.id, codes.back().name);
    }
    return codes;
  }

  // Who last decided about the entry, else who made it; empty: the program did.
  static std::string reviewer_of(const ExportedDocument& exported, const ExportedClaim& claim) {
    if (const std::shared_ptr<ReviewedText>& review = exported.document->review) {
      for (const DecidedEntry& entry : review->entries) {
        if (entry.layer != claim.layer || entry.index != static_cast<int32_t>(claim.entry)) continue;
        for (size_t i = entry.decisions.size(); i-- > 0;) {
          const Decision& decision = review->decisions[static_cast<size_t>(entry.decisions[i])];
          if (decision.stands() && decision.verdict != Verdict::Comment) return decision.reviewer;
        }
      }
    }
    return claim.made_by.starts_with(kPerson) ? std::string(claim.made_by.substr(kPerson.size())) : std::string();
  }

  const std::string& user(const std::string& reviewer) {
    if (reviewer.empty()) return kUser;
    return users_.try_emplace(reviewer, guid_of("user " + reviewer)).first->second;
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
    const std::vector<ActorCode> actors = actors_of(exported, claim);
    const std::string& by = user(reviewer_of(exported, claim));
    for (const Span span : claim.spans) {
      const uint32_t start = text.moved(exported.index.to_code_points(span.begin));
      const uint32_t end = text.moved(exported.index.to_code_points(span.end));
      const std::string key = fmt::format("{} {} {} {}", source, claim.id, start, end);
      sources_ += fmt::format(
          "<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\" creatingUser=\"{}\">",
          guid_of("selection " + key), escape_xml(claim.id), start, end, kUser);
      add_coding(key, code_key(claim), by);
      for (const ActorCode& actor : actors) add_coding(key + " " + actor.key(), actor.key(), by);
      sources_ += "</PlainTextSelection>";
    }
  }

  void add_coding(const std::string& key, const std::string& code, const std::string& by) {
    sources_ += fmt::format("<Coding guid=\"{}\" creatingUser=\"{}\"><CodeRef targetGUID=\"{}\"/></Coding>",
                            guid_of("coding " + key), by, guid_of("code " + code));
  }

  std::string actor_codes() const {
    std::string out;
    for (const auto& [relation, actors] : actors_) {
      out += fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"false\">", guid_of("code " + relation + "/"), relation);
      for (const auto& [id, name] : actors) {
        out += fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"true\"/>", guid_of("code " + relation + "/" + id),
                           escape_xml(name));
      }
      out += "</Code>";
    }
    return out;
  }

  std::string users() const {
    std::string out = fmt::format("<User guid=\"{}\" name=\"Verbale\"/>", kUser);
    for (const auto& [name, guid] : users_) out += fmt::format("<User guid=\"{}\" name=\"{}\"/>", guid, escape_xml(name));
    return out;
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
        "<Users>{1}</Users><CodeBook><Codes>{2}{3}</Codes></CodeBook>"
        "<Sources>{4}</Sources></Project>\n",
        kUser, users(), codes(), actor_codes(), sources_);
  }

  inline static const std::string kUser = guid_of("user verbale");
  const ExportOptions& options_;
  std::vector<ArchivedFile> files_;
  std::map<std::string, std::set<std::string>> codes_;
  std::map<std::string, std::map<std::string, std::string>> actors_;  // by relation and id: names
  std::map<std::string, std::string> users_;                          // reviewers: guids
  std::string sources_;
};

}  // namespace

Result<std::string> export_qdpx(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  return ProjectWriter(options).write(documents);
}

}  // namespace verbale
