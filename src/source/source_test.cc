#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/utf8.h"
#include "source/loader.h"
#include "source/map_law.h"
#include "source/offsets.h"
#include "source/rows.h"

namespace verbale {
namespace {

Document only(std::string_view bytes, const std::string& path) {
  Result<Loaded> loaded = load_bytes(bytes, path);
  if (!loaded) {
    ADD_FAILURE() << loaded.error().message();
    return {};
  }
  EXPECT_EQ(loaded->documents.size(), 1u);
  if (loaded->documents.empty()) return {};
  for (const Document& document : loaded->documents) expect_map_holds(document, bytes);
  return std::move(loaded->documents[0]);
}

std::string error_of(std::string_view bytes, const std::string& path) {
  const Result<Loaded> loaded = load_bytes(bytes, path);
  return loaded ? "no error" : loaded.error().message();
}

std::string source_of(const Document& document, std::string_view bytes, std::string_view words) {
  const size_t at = document.text.find(words);
  if (at == std::string::npos) return "not in the text";
  std::string out;
  const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  for (const SourceRange range : source_ranges(document, span)) {
    out += bytes.substr(range.begin, range.end - range.begin);
  }
  return out;
}

// ---- Plain text and encodings

TEST(Source, TextStandsAsItIs) {
  const std::string bytes = "Title\r\n\r\nThe two met.\rAgain.\n";
  const Document d = only(bytes, "dir.x/talks.v2.txt");
  EXPECT_EQ(d.text, bytes);
  EXPECT_EQ(d.source.name, "talks.v2");
  EXPECT_EQ(d.source.encoding, "UTF-8");
  EXPECT_EQ(d.source.media_type, "text/plain");
}

TEST(Source, Encodings) {
  const std::string text = "Tô Lâm gặp 习近平 𠀀 at noon.\r\nOK";
  EXPECT_EQ(only("\xEF\xBB\xBF" + text, "a.txt").text, text);
  for (const bool little : {true, false}) {
    const std::string bytes = utf16(text, little);
    const Document d = only(bytes, "a.txt");
    EXPECT_EQ(d.text, text);
    EXPECT_EQ(d.source.encoding, little ? "UTF-16LE" : "UTF-16BE");
    EXPECT_EQ(source_of(d, bytes, "習"), "not in the text");
    EXPECT_EQ(source_of(d, bytes, "at"),
              little ? std::string("a\0t\0", 4) : std::string("\0a\0t", 4));
    EXPECT_EQ(source_of(d, bytes, "𠀀").size(), 4u);
  }
}

TEST(Source, Gb18030IsTold) {
  // 中国国家主席同越南国家主席举行会谈。双方就两国关系交换意见。 OK, twice
  const std::string words =
      "\xD6\xD0\xB9\xFA\xB9\xFA\xBC\xD2\xD6\xF7\xCF\xAF\xCD\xAC\xD4\xBD\xC4\xCF\xB9\xFA\xBC\xD2\xD6"
      "\xF7"
      "\xCF\xAF\xBE\xD9\xD0\xD0\xBB\xE1\xCC\xB8\xA1\xA3\xCB\xAB\xB7\xBD\xBE\xCD\xC1\xBD\xB9\xFA\xB9"
      "\xD8"
      "\xCF\xB5\xBD\xBB\xBB\xBB\xD2\xE2\xBC\xFB\xA1\xA3 OK\n";
  const std::string bytes = words + words;
  const Document d = only(bytes, "a.txt");
  EXPECT_EQ(d.source.encoding, "GB18030");
  EXPECT_TRUE(d.text.starts_with("中国国家主席同越南"));
  EXPECT_EQ(source_of(d, bytes, "越南"), "\xD4\xBD\xC4\xCF");
  EXPECT_EQ(source_of(d, bytes, "OK"), "OK");
}

TEST(Source, DeclaredWindows1258) {
  const std::string page =
      "<html><head><meta charset=windows-1258></head><body><p>T\xF4 L\xE2m g\xE3\xF2p t\xF4i "
      "h\xF4m nay, theo th\xF4ng tin m\xF3\xECi, t\xFDi H\xE0 N\xF4\xF2i.</p></body></html>";
  const Document d = only(page, "a.html");
  EXPECT_EQ(d.source.encoding, "windows-1258");
  EXPECT_TRUE(d.text.starts_with("Tô Lâm")) << d.text;
  EXPECT_EQ(source_of(d, page, "Lâm"), "L\xE2m");
}

TEST(Source, RefusesWithPlaceAndReason) {
  EXPECT_EQ(error_of("", "a.txt"), "a.txt: is empty");
  EXPECT_EQ(error_of(std::string("abc\0def", 7), "a.txt"),
            "a.txt: byte 3 is NUL: this is no text but binary data: convert it to text first");
  EXPECT_EQ(error_of(std::string("\xEF\xBB\xBF"
                                 "abc\0d",
                                 8),
                     "a.txt"),
            "a.txt: byte 6 is NUL: this is no text but binary data: convert it to text first");
  EXPECT_EQ(error_of("Tô Lâm đã gặp\xFF hôm nay", "a.txt"),
            "a.txt: byte 19: broken UTF-8: mend it there, or convert it");
  EXPECT_EQ(error_of("\xFF\xFE"
                     "a",
                     "a.txt"),
            "a.txt: byte 2: broken UTF-16LE: save it again, as UTF-8");
  EXPECT_NE(error_of("\x1F\x8B\x08garbage", "a.txt.gz").find("damaged"), std::string::npos);
  EXPECT_NE(error_of("\x28\xB5\x2F\xFDgarbage", "a.txt.zst").find("damaged"), std::string::npos);
}

TEST(Source, PackedFiles) {
  const std::string text = "The two met in Bern.\n";
  EXPECT_EQ(only(text, "talks.txt").text, text);
  for (const std::string& packed :
       {gzip(text), zstd(text), gzip(text.substr(0, 5)) + gzip(text.substr(5))}) {
    const Result<Loaded> loaded = load_bytes(packed, "talks.txt.gz");
    ASSERT_TRUE(loaded) << loaded.error().message();
    EXPECT_EQ(loaded->documents[0].text, text);
    EXPECT_EQ(loaded->documents[0].source.name, "talks");
  }
}

TEST(Source, BombsAreRefused) {
  const std::string zeros(size_t{300} << 20, 'a');
  EXPECT_NE(error_of(zstd(zeros), "a.txt").find("times its size"), std::string::npos);
}

TEST(Source, TruncatedPackedFilesAreRefused) {
  std::string packed = gzip("The two met in Bern and in Lima.\n");
  packed.resize(packed.size() - 9);
  EXPECT_NE(error_of(packed, "a.txt.gz").find("ends too early"), std::string::npos);
}

// ---- Markdown

TEST(Source, FrontMatter) {
  const std::string bytes =
      "\xEF\xBB\xBF---\r\ntitle: \"Talks: the \\\"outcome\\\"\"\r\ndate: 2023-05-06  # Saturday\r\n"
      "tags:\r\n  - x\r\nsource: VNA\r\nlang: vi\r\n---\r\n# Talks\r\nThe two met.\r\n";
  const Document d = only(bytes, "a.md");
  EXPECT_EQ(d.text, "# Talks\r\nThe two met.\r\n");
  EXPECT_EQ(d.source.given.title, "Talks: the \"outcome\"");
  EXPECT_EQ(d.source.given.date, "2023-05-06");
  EXPECT_EQ(d.source.given.outlet, "VNA");
  EXPECT_EQ(d.source.given.language, "vi");
  EXPECT_EQ(source_of(d, bytes, "met"), "met");
}

TEST(Source, ARuleIsNoFrontMatter) {
  const std::string bytes = "---\nThe two met\n---\nin Bern.\n";
  EXPECT_EQ(only(bytes, "a.md").text, bytes);
  EXPECT_EQ(only("---\ntitle: x\n", "a.md").text, "---\ntitle: x\n");
}

// ---- JSON Lines

TEST(Source, JsonLines) {
  const std::string bytes =
      "{\"id\": 7, \"text\": \"The \\\"two\\\" met\\nin B\\u00e9rn \\ud83d\\ude00.\", \"title\": "
      "\"T\"}\n"
      "\n"
      "{\"x\": [1, {\"y\": null}], \"source\": \"VNA\", \"text\": \"Again.\"}\r\n"
      "{\"text\": 3}\n{\"text\": \"a\n{\"id\": \"7\", \"text\": \"Once more.\", \"lang\": \"en\"}";
  const Result<Loaded> loaded = load_bytes(bytes, "dir/rows.jsonl");
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->documents.size(), 3u);
  for (const Document& d : loaded->documents) expect_map_holds(d, bytes);
  const Document& first = loaded->documents[0];
  EXPECT_EQ(first.text, "The \"two\" met\nin Bérn 😀.");
  EXPECT_EQ(first.source.name, "7");
  EXPECT_EQ(first.source.given.title, "T");
  EXPECT_EQ(source_of(first, bytes, "two"), "two");
  EXPECT_EQ(source_of(first, bytes, "\"two\""), "\\\"two\\\"");
  EXPECT_EQ(source_of(first, bytes, "Bérn"), "B\\u00e9rn");
  EXPECT_EQ(loaded->documents[1].source.name, "rows#3");
  EXPECT_EQ(loaded->documents[1].source.given.outlet, "VNA");
  EXPECT_EQ(source_of(loaded->documents[1], bytes, "Again."), "Again.");
  EXPECT_EQ(loaded->documents[2].source.name, "7-2");
  ASSERT_EQ(loaded->refused.size(), 2u);
  EXPECT_EQ(loaded->refused[0].message(),
            "dir/rows.jsonl: line 4: column 10: 'text' is no string: "
            "correct the JSON of the row");
  EXPECT_EQ(loaded->refused[1].message(),
            "dir/rows.jsonl: line 5: column 11: a string without an end: "
            "correct the JSON of the row");
}

TEST(Source, JsonLinesInOtherEncodings) {
  const std::string row = "{\"id\": \"a\", \"text\": \"Tô Lâm \\u0111i\"}\n";
  const std::string bytes = utf16(row, true);
  const Document d = only(bytes, "rows.jsonl");
  EXPECT_EQ(d.text, "Tô Lâm đi");
  EXPECT_EQ(source_of(d, bytes, "Lâm"), std::string("L\0\xE2\0m\0", 6));
}

TEST(Source, RowsOfAnyLengthTakeLittleMemory) {
  // A row longer than the limit is passed over; the rows after it stand, at the right line and
  // byte.
  std::string bytes = "{\"text\": \"One.\"}\n{\"text\": \"";
  bytes += std::string(RowCutter::kLongestRow + 100, 'x') + "\"}\n{\"text\": \"Two.\"}\n";
  const Result<Loaded> loaded = load_bytes(bytes, "rows.jsonl");
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->documents.size(), 2u);
  EXPECT_EQ(loaded->documents[1].source.name, "rows#3");
  expect_map_holds(loaded->documents[1], bytes);
  ASSERT_EQ(loaded->refused.size(), 1u);
  EXPECT_EQ(loaded->refused[0].message(), "rows.jsonl: line 2: longer than 64 MB: split it");
}

TEST(Source, DeepJsonIsRefusedNotFollowed) {
  const std::string deep = "{\"x\": " + std::string(100000, '[') + "}";
  const Result<Loaded> loaded = load_bytes(deep, "a.jsonl");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->refused.size(), 1u);
}

// ---- CSV

TEST(Source, Csv) {
  const std::string bytes =
      "\xEF\xBB\xBFid,Title,text,date\r\n"
      "a,\"T, 1\",\"The \"\"two\"\" met.\r\nIn Bern.\",2023-05-06\r\n"
      "b,ragged\r\n"
      "c,T,5\" of snow fell.,\r\n"
      ",T,\"x\"y,\r\n"
      ",T,Last.,\r\n";
  const Result<Loaded> loaded = load_bytes(bytes, "t.csv");
  ASSERT_TRUE(loaded) << loaded.error().message();
  ASSERT_EQ(loaded->documents.size(), 3u);
  for (const Document& d : loaded->documents) expect_map_holds(d, bytes);
  const Document& first = loaded->documents[0];
  EXPECT_EQ(first.text, "The \"two\" met.\r\nIn Bern.");
  EXPECT_EQ(first.source.given.title, "T, 1");
  EXPECT_EQ(source_of(first, bytes, "\"two\""), "\"\"two\"\"");
  EXPECT_EQ(loaded->documents[1].text, "5\" of snow fell.");
  EXPECT_EQ(loaded->documents[2].source.name, "t#7");
  ASSERT_EQ(loaded->refused.size(), 2u);
  EXPECT_EQ(loaded->refused[0].message(),
            "t.csv: line 4: 2 fields where the header has 4: correct the row");
  EXPECT_NE(loaded->refused[1].message().find("line 6: column 7"), std::string::npos);
}

TEST(Source, CsvNeedsAText) {
  EXPECT_EQ(error_of("id,body\n1,x\n", "t.csv"),
            "t.csv: line 1: no column 'text' in the header: name the column of the text 'text'");
}

// ---- Files, sidecars, names

class SourceFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("verbale-source-" + std::to_string(std::random_device()()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string write(const std::string& name, std::string_view bytes) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  std::filesystem::path folder_;
};

TEST_F(SourceFiles, SidecarIsBelieved) {
  const std::string path =
      write("a.md.gz", gzip("---\ntitle: Mine\ndate: 2001-01-01\n---\nThe two met.\n"));
  write("a.json", "{\"date\": \"2002-02-02\", \"outlet\": \"VNA\", \"pages\": 3}");
  const Result<Loaded> loaded = load_file(path);
  ASSERT_TRUE(loaded) << loaded.error().message();
  EXPECT_EQ(loaded->documents[0].source.given.title, "Mine");
  EXPECT_EQ(loaded->documents[0].source.given.date, "2002-02-02");
  EXPECT_EQ(loaded->documents[0].source.given.outlet, "VNA");
}

TEST_F(SourceFiles, BrokenSidecarIsNamed) {
  const std::string path = write("a.txt", "The two met.\n");
  write("a.json", "[1]");
  const Result<Loaded> loaded = load_file(path);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message().find("a.json: is no JSON object"), std::string::npos);
}

TEST_F(SourceFiles, StreamsTheSameAsItLoads) {
  const std::string bytes = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
  const std::string path = write("rows.jsonl.zst", zstd(bytes));
  UniqueNames names;
  std::vector<std::string> seen;
  for (int round = 0; round < 2; ++round) {
    const DocumentSink sink{[&](Document&& d) { seen.push_back(d.source.name + "=" + d.text); },
                            {}};
    ASSERT_TRUE(for_each_document(path, sink, &names));
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"rows#1=One.", "rows#2=Two.", "rows#1-2=One.",
                                            "rows#2-2=Two."}));
}

TEST(Source, Names) {
  EXPECT_EQ(document_name("a/b/x.y.txt.gz"), "x.y");
  EXPECT_EQ(document_name("a/.hidden"), ".hidden");
  EXPECT_EQ(document_name("-"), "stdin");
  UniqueNames names;
  EXPECT_EQ(names.unique("a"), "a");
  EXPECT_EQ(names.unique("a-2"), "a-2");
  EXPECT_EQ(names.unique("a"), "a-3");
  EXPECT_TRUE(has_known_ending("x/talks.HTML.zst"));
  EXPECT_FALSE(has_known_ending("x/talks.json"));
}

}  // namespace
}  // namespace verbale
