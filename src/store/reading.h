// One document as the store takes it: everything that can be made ready off the writing thread.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/decision.h"
#include "record/document.h"
#include "record/ids.h"
#include "record/json.h"
#include "visits/reports.h"

namespace verbale {

// An actor that an entry names, in a relation: speaker, to, by, of, party, participant, host, self.
struct EntryActor {
  std::string_view relation;
  std::string_view actor;  // id in the world
  std::string_view state;  // alpha-3, may be empty
};

// An entry's columns. Views point into the Reading's document or are literals.
struct EntryColumns {
  Layer layer = Layer::Statement;
  uint32_t start = 0;  // code points: from the first to the last character of its evidence
  uint32_t end = 0;
  std::string_view kind;
  std::string_view act;
  std::string_view date;
  std::string key;    // actors: id; frameworks: canonical name; quantities: value
  std::string label;  // what lists look for, folded: names of actors and frameworks
  std::string_view made_by;
  int doubt = 0;        // 0 to 100, as importance
  int importance = 0;
  std::string reasons;  // JSON, list of strings; empty: none
  std::vector<EntryActor> actors;
};

// A line of the text, or a piece of a very long one, for full text search.
struct Passage {
  Span span;           // bytes
  uint32_t start = 0;  // code points
  uint32_t end = 0;
};

// What the record knows of a document that was loaded but not yet read.
struct Admission {
  std::string publication;  // its id: kept from when it was first seen
  PublicationBasis basis;   // what the id is made from
  GivenMetadata came_with;  // before anything was laid over it
  GivenMetadata settings;   // what persons set
  std::shared_ptr<ReviewedText> review;  // what persons decided about the text's entries
  bool known = false;       // in the record, with the same metadata, read by this version
};

struct Reading {
  Document document;
  Admission admission;
  std::string source_name;  // the document's name within its file
  RecordIds ids;
  RecordBodies bodies;
  std::array<std::vector<EntryColumns>, kLayers> columns;
  std::string title;        // JSON, T or null
  std::string furniture;    // JSON, list of T
  std::vector<MeetingReport> meetings;  // what it says of each meeting, for joining documents
};

// Lays what persons set and decided over a loaded document, before it is read.
void lay_over(Document& document, const Admission& admission);

// Derives all of the above. A pure function; `document` has been read.
Reading make_reading(Document document, Admission admission, const MeetingReporter& reporter);

// The fields that are not empty, as key and value in a fixed order.
std::vector<std::pair<std::string_view, std::string>> set_fields(const GivenMetadata& given);

// Fields of `better` that are not empty win.
void lay_over(GivenMetadata& given, const GivenMetadata& better);

// SHA-256 over the bodies of a text's entries, in the order of layers and lists: a change of any shows.
std::string digest_of(const RecordBodies& bodies);

// Cuts a text into passages. Depends on nothing but the text.
std::vector<Passage> cut_passages(std::string_view text, const CodePointIndex& index);

// The metadata as a JSON object with only what is given, keys in a fixed order; and back.
std::string given_to_json(const GivenMetadata& given);
GivenMetadata given_from_json(std::string_view json);

// The member that a key of `verbale set` and of front matter names; null if there is none such.
std::string* given_field(GivenMetadata& given, std::string_view key);

}  // namespace verbale
