#include "compare_rows.h"

#include <stdexcept>
#include <vector>

#include "accounts/compare.h"

namespace verbale {
namespace {

constexpr std::string_view kBetween = "\n====\n";

std::vector<Document> read_texts(std::string_view texts, const Reader& reader) {
  std::vector<Document> documents;
  for (char name = 'a';; ++name) {
    const size_t end = texts.find(kBetween);
    Document& document = documents.emplace_back();
    document.source.name = std::string(1, name);
    document.text = texts.substr(0, end);
    read_document(document, reader);
    if (end == std::string_view::npos) return documents;
    texts.remove_prefix(end + kBetween.size());
  }
}

std::string row_of(const Comparison& comparison, const Point& point) {
  std::string who;
  std::string words;
  for (const PointPart& part : point.parts) {
    const Document& document = *comparison.accounts[static_cast<size_t>(part.account)];
    who += (who.empty() ? "" : "+") + document.source.name;
    words += " | ";
    for (size_t i = 0; i < part.spans.size(); ++i) {
      words += (i > 0 ? " … " : "") + std::string(document.str(part.spans[i]));
    }
  }
  std::string differences;
  for (const Difference& difference : point.differences) {
    differences += (differences.empty() ? " | differs: " : ", ");
    differences += to_string(difference.kind);
  }
  return who + words + differences + "\n";
}

}  // namespace

std::string comparison_rows(std::string_view texts, const Reader& reader) {
  static const Result<Meanings> meanings = Meanings::load(reader.knowledge->home);
  if (!meanings) throw std::runtime_error(meanings.error().message());
  const std::vector<Document> documents = read_texts(texts, reader);
  std::vector<const Document*> accounts;
  for (const Document& document : documents) accounts.push_back(&document);
  const Comparison comparison = compare(accounts, *reader.knowledge, *meanings);
  std::string rows;
  for (const Point& point : comparison.points) rows += row_of(comparison, point);
  return rows;
}

}  // namespace verbale
