// Places in documents as the JSON of the contract has them. Internal to this folder.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/json_or_null.h"
#include "base/utf8.h"
#include "phrases/named_things.h"

namespace verbale {

// Knows the code points of the documents, each counted when it is first asked for.
class PlaceWriter {
 public:
  explicit PlaceWriter(std::span<const Document* const> documents)
      : documents_(documents), indices_(documents.size()) {}

  const Document& document(int32_t i) const { return *documents_[static_cast<size_t>(i)]; }

  // "text", "start", "end" of an object that is open.
  void write_keys(JsonWriter& json, DocumentPlace place) {
    std::unique_ptr<CodePointIndex>& index = indices_[static_cast<size_t>(place.document)];
    if (!index) index = std::make_unique<CodePointIndex>(document(place.document).text);
    json.key("text").value(document(place.document).str(place.span));
    json.key("start").value(index->to_code_points(place.span.begin));
    json.key("end").value(index->to_code_points(place.span.end));
  }
  void write(JsonWriter& json, DocumentPlace place) {
    json.begin_object();
    write_keys(json, place);
    json.end_object();
  }
  // An object with the document, its day and side, and the place.
  void write_dated(JsonWriter& json, DocumentPlace place) {
    const Publication& publication = document(place.document).publication;
    json.begin_object().key("document").value(document(place.document).source.name);
    write_or_null(json, "date", publication.day().value);
    write_or_null(json, "side", publication.side.value);
    write_or_null(json, "outlet", publication.outlet.value);
    write_keys(json, place);
    json.end_object();
  }

 private:
  std::span<const Document* const> documents_;
  std::vector<std::unique_ptr<CodePointIndex>> indices_;
};

}  // namespace verbale
