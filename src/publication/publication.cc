#include "publication/publication.h"

#include <algorithm>

#include "base/dates.h"
#include "publication/dateline.h"
#include "publication/furniture.h"
#include "publication/headings.h"
#include "publication/language_guess.h"
#include "publication/outlet.h"
#include "publication/report_kind.h"
#include "publication/stamps.h"

namespace verbale {
namespace {

constexpr size_t kDatelineWithin = 3;  // paragraphs at the start among which a dateline stands

// The dateline of the report, cut off from its paragraph: no part of its first sentence.
std::optional<Dateline> cut_dateline(const Document& document, const Knowledge& knowledge,
                                     std::vector<Piece>& pieces) {
  size_t seen = 0;
  for (size_t i = 0; i < pieces.size() && seen < kDatelineWithin; ++i) {
    if (pieces[i].kind != ParagraphKind::Body) continue;
    ++seen;
    const Span span = pieces[i].span;
    std::optional<Dateline> dateline = read_dateline(document.str(span), knowledge);
    if (!dateline) continue;
    for (Span* part : {&dateline->whole, &dateline->place, &dateline->outlet}) {
      if (part->empty()) continue;
      part->begin += span.begin;
      part->end += span.begin;
    }
    const Span rest = trim(document.text, {dateline->whole.end, span.end});
    if (rest.empty()) continue;
    pieces[i].span = dateline->whole;
    pieces.insert(pieces.begin() + static_cast<long>(i) + 1, {rest, ParagraphKind::Body});
    return dateline;
  }
  return std::nullopt;
}

// A dateline alone on its line at the start, or a stamp with a place: both are furniture.
std::optional<Dateline> take_lone_dateline(const Document& document, const Knowledge& knowledge, std::vector<Piece>& pieces) {
  for (size_t i = 0; i < pieces.size() && i < kDatelineWithin + 1; ++i) {
    const std::string_view line = document.str(pieces[i].span);
    std::optional<Dateline> dateline;
    if (pieces[i].kind == ParagraphKind::Body) {
      dateline = whole_dateline(line, knowledge);
    } else if (const std::optional<Stamp> stamp = find_stamp(line, knowledge);
               stamp && !stamp->name.empty() && is_place_name(stamp->name, knowledge.world)) {
      const uint32_t begin = static_cast<uint32_t>(stamp->name.data() - line.data());
      dateline = Dateline{{0, static_cast<uint32_t>(line.size())}, {begin, begin + static_cast<uint32_t>(stamp->name.size())}, {}, stamp->iso, true};
    }
    if (!dateline) continue;
    pieces[i].kind = ParagraphKind::Furniture;
    for (Span* part : {&dateline->whole, &dateline->place, &dateline->outlet}) {
      if (part->empty()) continue;
      part->begin += pieces[i].span.begin;
      part->end += pieces[i].span.begin;
    }
    return dateline;
  }
  return std::nullopt;
}

// The date of publication: given, else what a web page states, else of a date stamp, else of the
// dateline, else of the file's name.
Found find_published(const Document& document, const Knowledge& knowledge,
                     const std::vector<Piece>& pieces, const std::optional<Dateline>& dateline) {
  Found published;
  for (const std::string& date : {document.source.given.date, document.source.stated.date}) {
    published.value = iso_date(date);
    if (published) return published;
  }
  for (const Piece& piece : pieces) {
    if (piece.kind != ParagraphKind::Furniture) continue;
    const std::optional<Stamp> stamp = find_stamp(document.str(piece.span), knowledge);
    if (!stamp) continue;
    published.value = stamp->iso;
    published.evidence = piece.span;
    return published;
  }
  if (dateline && !dateline->iso.empty()) {
    published.value = dateline->iso;
    published.evidence = dateline->whole;
  }
  if (!published && document.source.row_line == 0) {
    published.value = iso_date(document.source.name);
    published.inferred = !published.value.empty();
    if (published.inferred) published.reason = "the file's name";
  }
  return published;
}

void add_furniture(Publication& publication, const std::vector<Piece>& pieces,
                   const std::vector<Span>& within) {
  for (const Piece& piece : pieces) {
    if (piece.kind == ParagraphKind::Furniture) publication.furniture.push_back(piece.span);
  }
  publication.furniture.insert(publication.furniture.end(), within.begin(), within.end());
  std::sort(publication.furniture.begin(), publication.furniture.end());
}

}  // namespace

void read_publication(Document& document, const Knowledge& knowledge) {
  Publication& publication = document.publication;
  Furnished furnished = find_furniture(document.text, knowledge);
  std::vector<Piece>& pieces = furnished.pieces;
  const GivenMetadata& given = document.source.given;
  const GivenMetadata& stated = document.source.stated;
  // "Ministry of Foreign Affairs of Peru" above the title is who publishes.
  if (pieces.size() > 2 && pieces[0].kind == ParagraphKind::Body && is_office_line(document.str(pieces[0].span), knowledge.world)) {
    pieces[0].kind = ParagraphKind::Furniture;
  }
  const std::optional<Dateline> lone = take_lone_dateline(document, knowledge, pieces);
  publication.title =
      mark_title(document.text, given.title.empty() ? stated.title : given.title, pieces);
  mark_headings_and_items(document.text, pieces);
  std::optional<Dateline> dateline = cut_dateline(document, knowledge, pieces);
  if (!dateline) dateline = lone;
  if (dateline) {
    publication.dateline.value = document.str(dateline->place);
    publication.dateline.evidence = dateline->place;
  }
  publication.outlet =
      find_outlet(document, knowledge, pieces, dateline ? dateline->outlet : Span());
  publication.published = find_published(document, knowledge, pieces, dateline);
  publication.language = language_code(given.language);
  if (publication.language.empty()) publication.language = guess_language(document.text);
  publication.side = find_side(document, knowledge);
  add_furniture(publication, pieces, furnished.within);
  for (const Piece& piece : pieces) {
    if (piece.span.empty()) continue;
    document.paragraphs.push_back({piece.span, piece.kind, {}});
  }
  publication.report_kind = kind_by_form(document);
}

void settle_publication(Document& document, const Knowledge& knowledge) {
  if (document.publication.report_kind) return;
  document.publication.report_kind = kind_by_speakers(document, knowledge);
}

}  // namespace verbale
