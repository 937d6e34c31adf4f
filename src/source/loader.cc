#include "source/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "base/file.h"
#include "base/utf8.h"
#include "source/byte_stream.h"
#include "source/digest.h"
#include "source/encoding.h"
#include "source/front_matter.h"
#include "source/offsets.h"
#include "source/page.h"
#include "source/rows.h"
#include "source/sidecar.h"

namespace verbale {
namespace {

constexpr size_t kLargestText = size_t{256} << 20;  // of a file that is one document
constexpr size_t kLargestTable = size_t{1} << 30;   // of a file of rows that is not UTF-8

enum class Form : uint8_t { Text, Markdown, Page, JsonLines, Csv };

struct Ending {
  std::string_view ending;
  Form form;
};
constexpr auto kEndings = std::to_array<Ending>({{".txt", Form::Text},
                                                 {".text", Form::Text},
                                                 {".md", Form::Markdown},
                                                 {".markdown", Form::Markdown},
                                                 {".html", Form::Page},
                                                 {".htm", Form::Page},
                                                 {".xhtml", Form::Page},
                                                 {".jsonl", Form::JsonLines},
                                                 {".ndjson", Form::JsonLines},
                                                 {".csv", Form::Csv},
                                                 {".tsv", Form::Csv}});

constexpr std::string_view media_type(Form form) {
  switch (form) {
    case Form::Text:
      return "text/plain";
    case Form::Markdown:
      return "text/markdown";
    case Form::Page:
      return "text/html";
    case Form::JsonLines:
      return "application/jsonl";
    case Form::Csv:
      return "text/csv";
  }
  return "text/plain";
}

// By the ending; where it says nothing, by how the bytes begin.
Form form_of(std::string_view path, std::string_view head) {
  const std::string ending = ending_of(path);
  for (const Ending& known : kEndings) {
    if (known.ending == ending) return known.form;
  }
  const size_t start = std::min(head.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), head.size());
  const std::string opening = to_lower(head.substr(start, 16));
  if (opening.starts_with("<!doctype html") || opening.starts_with("<html")) return Form::Page;
  if (opening.starts_with('{') && head.find("\"text\"") != std::string_view::npos) {
    return Form::JsonLines;
  }
  return Form::Text;
}

// Reads one file and hands its documents on.
class FileReader {
 public:
  FileReader(const std::string& path, std::string sha256, const DocumentSink& sink,
             UniqueNames& names)
      : path_(path), sha256_(std::move(sha256)), sink_(sink), names_(names) {}

  void set_given_beside(GivenMetadata beside) { beside_ = std::move(beside); }

  Result<void> read(std::unique_ptr<ByteStream> packed) {
    Result<std::unique_ptr<ByteStream>> stream = unpack(std::move(packed), path_);
    if (!stream) return std::unexpected(stream.error());
    // The head shows the form, and of a table whether it is UTF-8 and can be read row by row.
    Result<std::string> head = read_some(**stream, size_t{1} << 16);
    if (!head) return std::unexpected(head.error());
    form_ = form_of(path_, *head);
    const bool rows = form_ == Form::JsonLines || form_ == Form::Csv;
    if (rows && reads_as_utf8(*head)) return read_rows(std::move(*head), **stream);
    const size_t limit = rows ? kLargestTable : kLargestText;
    const Result<std::string> rest = read_all(**stream, limit, path_);
    if (!rest) return std::unexpected(rest.error());
    const std::string bytes = std::move(*head) + *rest;
    return rows ? read_decoded_rows(bytes) : read_whole(bytes);
  }

 private:
  Result<std::string> read_some(ByteStream& stream, size_t wanted) {
    std::string bytes(wanted, '\0');
    size_t filled = 0;
    while (filled < wanted) {
      const Result<size_t> got = stream.read(bytes.data() + filled, wanted - filled);
      if (!got) return std::unexpected(got.error());
      if (*got == 0) break;
      filled += *got;
    }
    bytes.resize(filled);
    return bytes;
  }

  // Is this head of a file UTF-8, apart from a sequence that is cut at its end?
  static bool reads_as_utf8(std::string_view head) {
    const size_t bad = find_malformed_utf8(head);
    return (bad == std::string_view::npos || bad + 4 > head.size()) &&
           head.find('\0') == std::string_view::npos;
  }

  // ---- A file that is one document

  Result<void> read_whole(const std::string& bytes) {
    if (bytes.empty()) return fail(path_, "is empty");
    Result<Document> document = form_ == Form::Page ? read_page(bytes, path_) : read_text(bytes);
    if (!document) return std::unexpected(document.error());
    if (is_blank(document->text)) return fail(path_, "holds no text");
    document->source.name = document_name(path_);
    hand_on(std::move(*document));
    return {};
  }

  Result<Document> read_text(const std::string& bytes) const {
    Result<Decoded> decoded = decode(bytes, {}, path_);
    if (!decoded) return std::unexpected(decoded.error());
    Document document;
    document.source.encoding = std::move(decoded->encoding);
    const size_t front = read_front_matter(decoded->text, document.source.given);
    if (front > 0) {
      document.source.offsets =
          without_front(decoded->offsets, decoded->text, static_cast<uint32_t>(front));
      document.text = decoded->text.substr(front);
    } else {
      document.source.offsets = std::move(decoded->offsets);
      document.text = std::move(decoded->text);
    }
    return document;
  }

  // ---- A file of rows

  Result<void> read_rows(std::string head, ByteStream& rest) {
    HeadedStream stream(std::move(head), rest);
    return cut_rows(stream, nullptr);
  }

  // A table in another encoding is decoded as a whole; the map of each row leads through that of
  // the table.
  Result<void> read_decoded_rows(const std::string& bytes) {
    const Result<Decoded> decoded = decode(bytes, {}, path_);
    if (!decoded) return std::unexpected(decoded.error());
    const std::unique_ptr<ByteStream> stream = open_memory(decoded->text);
    return cut_rows(*stream, &*decoded);
  }

  Result<void> cut_rows(ByteStream& stream, const Decoded* decoded) {
    RowCutter cutter(stream, form_ == Form::Csv);
    bool any = false;
    for (;;) {
      Result<std::optional<Row>> row = cutter.next();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      any = true;
      const Result<void> read = read_row(**row, decoded);
      if (!read) return read;
    }
    return any ? Result<void>() : fail(path_, "is empty");
  }

  Result<void> read_row(Row& row, const Decoded* decoded) {
    if (row.too_long) {
      refuse(row, fmt::format("longer than {} MB", RowCutter::kLongestRow >> 20),
             form_ == Form::Csv ? "is a quotation mark missing?" : "split it");
      return {};
    }
    if (row.line == 1 && row.bytes.starts_with("\xEF\xBB\xBF")) {
      row.bytes.erase(0, 3);
      row.begin += 3;
    }
    if (is_blank(row.bytes)) return {};
    if (form_ == Form::Csv && columns_.count == 0) return read_header(row);
    if (const size_t bad = find_malformed_utf8(row.bytes); bad != std::string::npos) {
      refuse(row, fmt::format("byte {}: broken UTF-8", row.begin + bad), "mend it there");
      return {};
    }
    if (row.bytes.find('\0') != std::string::npos) {
      refuse(row, fmt::format("byte {} is NUL", row.begin + row.bytes.find('\0')), "take it out");
      return {};
    }
    Result<Document> document =
        form_ == Form::Csv ? read_csv_row(row.bytes, columns_) : read_json_row(row.bytes);
    if (!document) {
      refuse(row, document.error().what, document.error().remedy);
    } else if (is_blank(document->text)) {
      refuse(row, "the text is empty", "");
    } else {
      place(*document, row, decoded);
      hand_on(std::move(*document));
    }
    return {};
  }

  Result<void> read_header(const Row& row) {
    Result<CsvColumns> columns = read_csv_header(row.bytes);
    if (!columns) return fail(path_, columns.error().what, columns.error().remedy);
    columns_ = *columns;
    return {};
  }

  void place(Document& document, const Row& row, const Decoded* decoded) const {
    Source& source = document.source;
    source.row_line = row.line;
    source.encoding = "UTF-8";
    if (source.name.empty()) source.name = fmt::format("{}#{}", document_name(path_), row.line);
    if (decoded == nullptr || decoded->offsets.empty()) {
      source.row_begin = row.begin;
      return;
    }
    // Counted from the start of the file: the row's own start has no single byte there.
    source.encoding = decoded->encoding;
    for (OffsetPiece& piece : source.offsets)
      piece.source_begin += static_cast<uint32_t>(row.begin);
    source.offsets = compose(source.offsets, static_cast<uint32_t>(document.text.size()),
                             decoded->offsets, decoded->text);
  }

  static bool is_blank(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode_utf8(text, at);
      if (!is_space(c.value)) return false;
      at += c.length;
    }
    return true;
  }

  void refuse(const Row& row, const std::string& what, std::string remedy) {
    if (!sink_.refused) return;
    sink_.refused({path_, fmt::format("line {}: {}", row.line, what), std::move(remedy)});
  }

  void hand_on(Document&& document) {
    Source& source = document.source;
    source.name = names_.unique(std::move(source.name));
    source.path = path_;
    source.sha256 = sha256_;
    source.media_type = media_type(form_);
    overlay(source.given, beside_);
    sink_.document(std::move(document));
  }

  // A stream after what was already read of it.
  class HeadedStream : public ByteStream {
   public:
    HeadedStream(std::string head, ByteStream& rest) : head_(std::move(head)), rest_(rest) {}
    Result<size_t> read(char* buffer, size_t size) override {
      if (given_ == head_.size()) return rest_.read(buffer, size);
      const size_t got = head_.copy(buffer, size, given_);
      given_ += got;
      return got;
    }

   private:
    std::string head_;
    size_t given_ = 0;
    ByteStream& rest_;
  };

  const std::string& path_;
  std::string sha256_;
  const DocumentSink& sink_;
  UniqueNames& names_;
  GivenMetadata beside_;
  Form form_ = Form::Text;
  CsvColumns columns_;
};

Result<void> read_stdin(const DocumentSink& sink, UniqueNames& names) {
  const Result<std::string> bytes = read_file("-");
  if (!bytes) return std::unexpected(bytes.error());
  const std::string path = "-";
  FileReader reader(path, sha256_hex(*bytes), sink, names);
  return reader.read(open_memory(*bytes));
}

DocumentSink collect(Loaded& loaded) {
  return {[&](Document&& document) { loaded.documents.push_back(std::move(document)); },
          [&](Error&& error) { loaded.refused.push_back(std::move(error)); }};
}

}  // namespace

Result<void> for_each_document(const std::string& path, const DocumentSink& sink,
                               UniqueNames* names) {
  UniqueNames own;
  if (names == nullptr) names = &own;
  if (path == "-") return read_stdin(sink, *names);
  Result<std::optional<GivenMetadata>> beside = read_sidecar(path);
  if (!beside) return std::unexpected(beside.error());
  Result<std::string> sha256 = sha256_of_file(path);
  if (!sha256) return std::unexpected(sha256.error());
  Result<std::unique_ptr<ByteStream>> stream = open_file(path);
  if (!stream) return std::unexpected(stream.error());
  FileReader reader(path, std::move(*sha256), sink, *names);
  if (*beside) reader.set_given_beside(std::move(**beside));
  return reader.read(std::move(*stream));
}

Result<Loaded> load_file(const std::string& path) {
  Loaded loaded;
  const Result<void> read = for_each_document(path, collect(loaded));
  if (!read) return std::unexpected(read.error());
  return loaded;
}

Result<Loaded> load_bytes(std::string_view bytes, const std::string& path) {
  Loaded loaded;
  const DocumentSink sink = collect(loaded);
  UniqueNames names;
  FileReader reader(path, sha256_hex(bytes), sink, names);
  const Result<void> read = reader.read(open_memory(bytes));
  if (!read) return std::unexpected(read.error());
  return loaded;
}

bool has_known_ending(std::string_view path) {
  const std::string ending = ending_of(path);
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](const Ending& known) { return known.ending == ending; });
}

}  // namespace verbale
