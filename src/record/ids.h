// Names that last: ids made from content, the same on every machine and in every order of adding.
//
// A text has the id of its characters. A claim has the id of its text, its layer and its anchor, the
// place it hangs on: the start of the cue, else of the first word of its content. So an id survives a
// change of boundaries, of speaker or of act; what happens to it when a newer reader finds another
// anchor is the store's business (store/reread.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "record/document.h"

namespace verbale {

// "statement".
std::string_view layer_name(Layer layer);
// "statements": the key of the list in the JSON.
std::string_view layer_plural(Layer layer);
// The layer of that name ("statement"); nothing where there is none.
std::optional<Layer> layer_from(std::string_view name);

// "x-" and twelve characters from the SHA-256 of the text's UTF-8.
std::string text_id(std::string_view text);

// The id of the claim of `layer` whose anchor is at code point `anchor`. `nth` tells apart claims of
// one layer with one anchor: 0 for the first in the record, 1 for the next.
std::string claim_id(std::string_view text_id, Layer layer, uint32_t anchor, uint32_t nth);

// What a publication is known by. Only what was given counts, not what a reader found in the text: a
// newer reader must not make another publication of it.
struct PublicationBasis {
  std::string outlet;
  std::string date;
  std::string url;
  std::string sha256;  // of the source's bytes
  std::string text;    // text id
};
std::string publication_id(const PublicationBasis& basis);

// "j-": a person's judgement, known by all that it says (record/decision_json.h).
std::string judgement_id(std::string_view content);

// Where a claim stands in code points, and the id that follows from it.
struct ClaimId {
  std::string id;
  uint32_t anchor = 0;
  uint32_t nth = 0;
  bool operator==(const ClaimId&) const = default;
};

// The ids of a document's entries, in the order of its lists.
struct RecordIds {
  std::string text;
  std::array<std::vector<ClaimId>, kLayers> claims;

  const std::vector<ClaimId>& of(Layer layer) const { return claims[static_cast<size_t>(layer)]; }
  std::vector<ClaimId>& of(Layer layer) { return claims[static_cast<size_t>(layer)]; }
};
RecordIds make_ids(const Document& document, const CodePointIndex& index);

// The byte a claim hangs on. Of an actor: its first mention.
uint32_t anchor_of(const Statement& statement);

}  // namespace verbale
