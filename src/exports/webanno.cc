// WebAnno TSV 3.3, which INCEpTION reads and writes: a ZIP of one .tsv a document.
//
// One span layer, "webanno.custom.Claim", with the features layer, kind, who and claim. Offsets are UTF-16
// code units. A claim is the id, with the mark of the reading it was found in behind '@': who reads the file back can
// tell whether what is not in it was taken away or came later. An annotation of several tokens carries a number in brackets on each; several on one token
// are stacked with '|'. What begins or ends within a token gets a line for that part of it.
#include <fmt/format.h>

#include <set>

#include "decisions/reading_mark.h"
#include "exports/exports.h"
#include "paper/archive.h"
#include "source/naming.h"

namespace verbale {
namespace {

constexpr std::string_view kHead = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Claim|claim|kind|layer|who\n\n";
constexpr int kFeatures = 4;

std::string escaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      const bool reserved = std::string_view("\\[]|_;*").find(c) != std::string_view::npos ||
                            (c == '-' && i + 1 < text.size() && text[i + 1] == '>');
      if (reserved) out += '\\';
      out += c;
    }
  }
  return out;
}

struct Annotation {
  Span span;
  const ExportedClaim* claim = nullptr;
  int number = 0;  // in brackets where it covers more than one line
};

// The pieces of a token that annotations part it into: the token itself, or the token and its parts.
struct TokenLine {
  Span span;
  int part = 0;  // 0: the whole token
};

class TsvWriter {
 public:
  explicit TsvWriter(const ExportedDocument& exported) : exported_(exported), utf16_(exported.document->text) {}

  std::string write() {
    collect();
    int number = 0;
    for (const Sentence& sentence : exported_.document->sentences) {
      if (sentence.tokens.empty()) continue;
      write_sentence(sentence, ++number);
    }
    return std::string(kHead) + out_;
  }

 private:
  void collect() {
    mark_ = mark();
    for (const ExportedClaim& claim : exported_.claims) {
      for (const Span span : claim.spans) annotations_.push_back({span, &claim, 0});
    }
    std::ranges::stable_sort(annotations_, {}, [](const Annotation& a) { return a.span.begin; });
    int number = 0;
    for (Annotation& annotation : annotations_) annotation.number = ++number;
  }

  std::string mark() const {
    std::set<std::string> entries;
    for (const ExportedClaim& claim : exported_.claims) {
      if (claim.layer != Layer::Commitment && claim.layer != Layer::Actor) entries.insert(claim.id);
    }
    const std::shared_ptr<ReviewedText>& review = exported_.document->review;
    return reading_mark(std::move(entries), review ? std::span<const Decision>(review->decisions) : std::span<const Decision>());
  }

  void write_sentence(const Sentence& sentence, int number) {
    out_ += fmt::format("\n#Text={}\n", escaped(exported_.document->str(exported_.document->span_of(sentence.tokens))));
    for (int32_t token = sentence.tokens.first; token < sentence.tokens.last; ++token) {
      for (const TokenLine& line : lines_of(exported_.document->tokens[static_cast<size_t>(token)].span)) {
        const std::string place = fmt::format("{}-{}{}", number, token - sentence.tokens.first + 1,
                                              line.part == 0 ? "" : fmt::format(".{}", line.part));
        write_line(place, line);
      }
    }
  }

  std::vector<TokenLine> lines_of(Span token) {
    std::vector<TokenLine> lines = {{token, 0}};
    for (const Annotation& annotation : near(token)) {
      const Span part = {std::max(token.begin, annotation.span.begin), std::min(token.end, annotation.span.end)};
      const bool whole = part.begin == token.begin && part.end == token.end;
      if (!whole && std::ranges::find(lines, part, &TokenLine::span) == lines.end()) {
        lines.push_back({part, static_cast<int>(lines.size())});
      }
    }
    return lines;
  }

  // The annotations that share a character with the token. They are sorted by their begin, and those that
  // ended before the tokens so far are passed over.
  std::vector<Annotation> near(Span token) {
    while (first_ < annotations_.size() && annotations_[first_].span.end <= token.begin) ++first_;
    std::vector<Annotation> found;
    for (size_t i = first_; i < annotations_.size() && annotations_[i].span.begin < token.end; ++i) {
      if (annotations_[i].span.end > token.begin) found.push_back(annotations_[i]);
    }
    return found;
  }

  void write_line(const std::string& place, const TokenLine& line) {
    std::array<std::string, kFeatures> cells;
    for (const Annotation& annotation : near(line.span)) {
      const Span part = {std::max(line.span.begin, annotation.span.begin), std::min(line.span.end, annotation.span.end)};
      const bool here = part == line.span && (line.part != 0 || covers_whole(annotation, line.span));
      if (here) add_features(cells, annotation);
    }
    out_ += fmt::format("{}\t{}-{}\t{}\t", place, utf16_.at_byte(line.span.begin), utf16_.at_byte(line.span.end),
                        escaped(exported_.document->str(line.span)));
    for (std::string& cell : cells) out_ += (cell.empty() ? "_" : cell) + "\t";
    out_ += "\n";
  }

  static bool covers_whole(const Annotation& annotation, Span token) {
    return annotation.span.begin <= token.begin && annotation.span.end >= token.end;
  }

  void add_features(std::array<std::string, kFeatures>& cells, const Annotation& annotation) const {
    const ExportedClaim& claim = *annotation.claim;
    const std::array<std::string, kFeatures> values = {claim.id + "@" + mark_, claim.kind, std::string(layer_name(claim.layer)), claim.who};
    for (size_t i = 0; i < values.size(); ++i) {
      if (!cells[i].empty()) cells[i] += '|';
      cells[i] += (values[i].empty() ? "*" : escaped(values[i])) + fmt::format("[{}]", annotation.number);
    }
  }

  const ExportedDocument& exported_;
  Utf16Index utf16_;
  std::vector<Annotation> annotations_;
  size_t first_ = 0;
  std::string mark_;
  std::string out_;
};

}  // namespace

Result<std::string> export_webanno(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  if (options.positions_only) {
    return fail("webanno", "this format cannot leave the words out", "use webannotation, jsonl or csv for positions only");
  }
  std::vector<ArchivedFile> files;
  UniqueNames names;
  for (const ExportedDocument& exported : documents) {
    files.push_back({names.unique(archive_name(exported)) + ".tsv", TsvWriter(exported).write()});
  }
  return pack_zip(files);
}

}  // namespace verbale
