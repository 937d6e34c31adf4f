// brat standoff (brat.nlplab.org/standoff.html): a ZIP of NAME.txt and NAME.ann. Places are code points of the
// .txt, whose line ends are LF: readers that open it as text would move the places otherwise.
#include <fmt/format.h>

#include <cctype>

#include "exports/exports.h"
#include "exports/unix_text.h"
#include "paper/archive.h"
#include "source/naming.h"

namespace verbale {
namespace {

// "JointStatement" of "joint-statement": brat's types are words of letters, digits, '-' and '_'.
std::string type_name(std::string_view name) {
  std::string out;
  bool upper = true;
  for (const char c : name) {
    if (c == '-') {
      upper = true;
      continue;
    }
    out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = false;
  }
  return out;
}

// A span that runs over a line end is given as several, since a line of .ann holds no line end.
std::vector<Span> within_lines(const Document& document, const std::vector<Span>& spans) {
  std::vector<Span> parts;
  for (const Span span : spans) {
    uint32_t begin = span.begin;
    for (uint32_t at = span.begin; at <= span.end; ++at) {
      const bool ends = at == span.end || document.text[at] == '\n' || document.text[at] == '\r';
      if (!ends) continue;
      if (at > begin) parts.push_back({begin, at});
      begin = at + 1;
    }
  }
  return parts;
}

class StandoffWriter {
 public:
  StandoffWriter(const ExportedDocument& exported, const UnixText& text, const ExportOptions& options)
      : exported_(exported), text_(text), options_(options) {}

  std::string write() {
    for (const ExportedClaim& claim : exported_.claims) {
      // Discontinuous mentions of an actor are no one annotation: each is its own.
      if (claim.layer == Layer::Actor) {
        for (const Span span : claim.spans) add(claim, {span});
      } else {
        add(claim, claim.spans);
      }
    }
    return std::move(out_);
  }

 private:
  void add(const ExportedClaim& claim, const std::vector<Span>& spans) {
    const std::vector<Span> parts = within_lines(*exported_.document, spans);
    if (parts.empty()) return;
    std::string places;
    std::string words;
    for (const Span part : parts) {
      places += fmt::format("{}{} {}", places.empty() ? "" : ";", text_.moved(exported_.index.to_code_points(part.begin)),
                            text_.moved(exported_.index.to_code_points(part.end)));
      words += (words.empty() ? "" : " ") + words_of(exported_, part, options_);
    }
    out_ += fmt::format("T{}\t{} {}\t{}\n", ++texts_, type_name(layer_name(claim.layer)), places, words);
    if (!claim.kind.empty()) out_ += fmt::format("A{}\tKind T{} {}\n", ++attributes_, texts_, type_name(claim.kind));
    out_ += fmt::format("#{}\tAnnotatorNotes T{}\t{} {}\n", texts_, texts_, claim.id,
                        options_.positions_only ? "" : claim.who);
  }

  const ExportedDocument& exported_;
  const UnixText& text_;
  const ExportOptions& options_;
  std::string out_;
  int texts_ = 0;
  int attributes_ = 0;
};

}  // namespace

Result<std::string> export_brat(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  std::vector<ArchivedFile> files;
  UniqueNames names;
  for (const ExportedDocument& exported : documents) {
    const std::string name = names.unique(archive_name(exported));
    UnixText text = with_unix_lines(exported.document->text);
    files.push_back({name + ".ann", StandoffWriter(exported, text, options).write()});
    if (!options.positions_only) files.push_back({name + ".txt", std::move(text.text)});
  }
  return pack_zip(files);
}

}  // namespace verbale
