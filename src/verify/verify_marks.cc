#include "verify/verify_marks.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace verbale {
namespace {

// The claim that an id of the ledger is cut from: without the thread that it is mentioned in and the
// number of the part.
std::string claim_of(std::string_view id) {
  const std::string_view own = id.substr(0, id.find('~'));
  return std::string(own.substr(0, own.rfind('.')));
}

class MarkVerifier {
 public:
  MarkVerifier(const Database& database, const FindingSink& report)
      : database_(database), report_(report) {}

  size_t run() {
    size_t count = 0;
    Query marks = database_.query(
        "SELECT m.entry, m.start, m.\"end\", m.words, m.evidence, t.content, t.id FROM marks m "
        "JOIN texts t ON t.id = m.text_id ORDER BY m.date, m.entry, m.row");
    while (marks.step()) {
      ++count;
      const std::string entry(marks.text(0));
      check_words(entry, marks);
      check_entry(entry, std::string(marks.text(6)));
      const std::string evidence = claim_of(marks.text(4));
      if (!is_entry(evidence) && !is_publication(evidence))
        fail(entry, fmt::format("the evidence of the mark, {}, is not in the record", evidence));
    }
    return count;
  }

 private:
  void fail(std::string entry, std::string what) {
    report_({"", std::move(entry), std::move(what)});
  }

  void check_words(const std::string& entry, Query& mark) {
    const std::string_view content = mark.text(5);
    const CodePointIndex index(content);
    const int64_t start = mark.number(1);
    const int64_t end = mark.number(2);
    const bool possible = start >= 0 && start < end && end <= index.code_points();
    if (possible) {
      const size_t begin = index.to_bytes(static_cast<uint32_t>(start));
      const size_t past = index.to_bytes(static_cast<uint32_t>(end));
      if (content.substr(begin, past - begin) == mark.text(3)) return;
    }
    fail(entry, fmt::format("the words of the mark are not at {}..{} of their text", start, end));
  }

  // An entry of that text, or words of it that no claim holds ("n-TEXT-START-END").
  void check_entry(const std::string& entry, const std::string& text) {
    const bool alone = entry.starts_with("n-" + text.substr(2) + "-");
    if (!alone && !is_entry(claim_of(entry)))
      fail(entry, "the entry of the mark is not in the record");
  }

  bool is_entry(const std::string& id) {
    return has("SELECT 1 FROM entries WHERE id = ?", id) ||
           has("SELECT 1 FROM retired WHERE id = ?", id);
  }
  bool is_publication(const std::string& id) {
    return has("SELECT 1 FROM publications WHERE id = ?", id);
  }
  bool has(const char* sql, const std::string& id) {
    Query query = database_.query(sql);
    query.bind(1, id);
    return query.step();
  }

  const Database& database_;
  const FindingSink& report_;
};

}  // namespace

size_t check_marks(const Database& database, const FindingSink& report) {
  return MarkVerifier(database, report).run();
}

}  // namespace verbale
