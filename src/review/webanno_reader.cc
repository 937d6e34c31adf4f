#include "review/webanno_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace verbale {
namespace {

constexpr std::string_view kLayer = "webanno.custom.Claim";
constexpr std::string_view kHeldMark = "#verbale=";
constexpr std::array<std::string TsvAnnotation::*, 4> kMembers = {
    &TsvAnnotation::claim, &TsvAnnotation::kind, &TsvAnnotation::layer, &TsvAnnotation::who};
constexpr std::array<std::string_view, 4> kFeatures = {"claim", "kind", "layer", "who"};

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  size_t begin = 0;
  for (size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '\\') {
      ++i;  // what follows a backslash separates nothing
    } else if (i == line.size() || line[i] == separator) {
      cells.push_back(line.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  if (begin <= line.size() && (cells.empty() || begin < line.size()))
    cells.push_back(line.substr(begin));
  return cells;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

bool read_number(std::string_view text, uint32_t& number) {
  const std::from_chars_result read =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

// "value[12]": the number tells which annotation of several lines it belongs to; 0: it has none.
uint32_t take_number(std::string_view& cell) {
  if (!cell.ends_with(']')) return 0;
  const size_t open = cell.rfind('[');
  uint32_t number = 0;
  if (open == std::string_view::npos || (open > 0 && cell[open - 1] == '\\')) return 0;
  if (!read_number(cell.substr(open + 1, cell.size() - open - 2), number)) return 0;
  cell = cell.substr(0, open);
  return number;
}

class TsvReader {
 public:
  explicit TsvReader(const std::string& file) : file_(file) {}

  Result<TsvFile> read(std::string_view bytes) {
    while (!bytes.empty()) {
      const size_t end = std::min(bytes.find('\n'), bytes.size());
      std::string_view line = bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      if (Result<void> taken = take(line); !taken) return std::unexpected(taken.error());
    }
    if (!format_) return wrong("is no WebAnno TSV 3 file", "it begins with #FORMAT=WebAnno TSV 3");
    if (first_column_ < 0)
      return wrong("has no layer webanno.custom.Claim",
                   "annotate what `verbale export webanno` has written");
    return std::move(out_);
  }

 private:
  std::unexpected<Error> wrong(const std::string& what, const std::string& remedy) const {
    return fail(file_, fmt::format("line {}: {}", line_, what), remedy);
  }

  Result<void> take(std::string_view line) {
    if (line.starts_with("#FORMAT=WebAnno TSV 3")) format_ = true;
    if (line.starts_with("#T_")) take_layer(line);
    if (line.starts_with(kHeldMark)) take_held(line.substr(kHeldMark.size()));
    if (line.empty() || line[0] == '#') return {};
    if (!format_) return wrong("is no WebAnno TSV 3 file", "it begins with #FORMAT=WebAnno TSV 3");
    return take_token(line);
  }

  // "#verbale=TEXT-ID TOKENS ID=DIGEST ID=DIGEST ...", as exports/webanno.cc writes it.
  void take_held(std::string_view line) {
    const std::vector<std::string_view> words = split(line, ' ');
    if (words.size() < 2 || words[0].empty() || !read_number(words[1], out_.held_tokens)) return;
    out_.text_id = words[0];
    for (size_t i = 2; i < words.size(); ++i) {
      const size_t equals = std::min(words[i].find('='), words[i].size());
      out_.held.emplace_back(words[i].substr(0, equals), words[i].substr(std::min(equals + 1, words[i].size())));
    }
  }

  // "#T_SP=name|feature|feature": the columns of a layer; relations have one more, for the other
  // end.
  void take_layer(std::string_view line) {
    const size_t equals = std::min(line.find('='), line.size() - 1);
    const std::vector<std::string_view> parts = split(line.substr(equals + 1), '|');
    if (parts[0] == kLayer) {
      first_column_ = columns_;
      for (size_t f = 0; f < kFeatures.size(); ++f) {
        for (size_t p = 1; p < parts.size(); ++p) {
          if (parts[p] == kFeatures[f]) feature_[f] = static_cast<int>(p) - 1;
        }
      }
    }
    columns_ += std::max(1, static_cast<int>(parts.size()) - 1);
    if (line.starts_with("#T_RL")) ++columns_;
  }

  Result<void> take_token(std::string_view line) {
    const std::vector<std::string_view> cells = split(line, '\t');
    TsvToken token;
    const size_t dash = cells.size() < 3 ? std::string_view::npos : cells[1].find('-');
    if (dash == std::string_view::npos || !read_number(cells[1].substr(0, dash), token.start) ||
        !read_number(cells[1].substr(dash + 1), token.end) || token.start >= token.end) {
      return wrong("is no token with its place",
                   "columns are parted by tabs: number, START-END, token, features");
    }
    token.text = unescaped(cells[2]);
    token.line = line_;
    if (cells[0].find('.') == std::string_view::npos) out_.tokens.push_back(token);
    if (first_column_ < 0) return {};
    std::array<std::vector<std::string_view>, 4> stacked;
    size_t most = 0;
    for (size_t f = 0; f < stacked.size(); ++f) {
      const size_t column = 3 + static_cast<size_t>(first_column_ + feature_[f]);
      if (feature_[f] < 0 || column >= cells.size() || cells[column] == "_") continue;
      stacked[f] = split(cells[column], '|');
      most = std::max(most, stacked[f].size());
    }
    for (size_t i = 0; i < most; ++i) take_annotation(token, stacked, i);
    return {};
  }

  void take_annotation(const TsvToken& token, std::array<std::vector<std::string_view>, 4>& stacked,
                       size_t i) {
    uint32_t number = 0;
    TsvAnnotation annotation{token.start, token.end, {}, {}, {}, {}, line_};
    for (size_t f = 0; f < stacked.size(); ++f) {
      if (i >= stacked[f].size()) continue;
      std::string_view cell = stacked[f][i];
      if (const uint32_t own = take_number(cell); own != 0) number = own;
      if (cell != "*" && cell != "_") annotation.*kMembers[f] = unescaped(cell);
    }
    const auto known = number == 0 ? numbered_.end() : numbered_.find(number);
    if (known == numbered_.end()) {
      if (number != 0) numbered_.emplace(number, out_.annotations.size());
      out_.annotations.push_back(std::move(annotation));
      return;
    }
    TsvAnnotation& one = out_.annotations[known->second];
    one.start = std::min(one.start, annotation.start);
    one.end = std::max(one.end, annotation.end);
  }

  const std::string& file_;
  TsvFile out_;
  size_t line_ = 0;
  bool format_ = false;
  int columns_ = 0;        // of the layers so far
  int first_column_ = -1;  // of the claims
  std::array<int, 4> feature_ = {-1, -1, -1, -1};
  std::map<uint32_t, size_t> numbered_;
};

}  // namespace

Result<TsvFile> read_webanno_tsv(std::string_view bytes, const std::string& file) {
  return TsvReader(file).read(bytes);
}

}  // namespace verbale
