// The record of one document: what every stage of the pipeline reads and adds to.
//
// A stage adds only the fields it declares (see pipeline/pipeline.h for the order) and changes no
// other's. All places are byte ranges in Document::text; entries refer to each other by index.
// Every entry of the record names in `made_by` the rule that made it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/string_pool.h"
#include "record/tags.h"
#include "record/values.h"

namespace verbale {

struct ReviewedText;  // record/decision.h

// ---- Where the text comes from (source/)

// Leads from the text back to the bytes of the source: text bytes [text_begin, next.text_begin) come
// from the source_length source bytes that start at source_begin. Where `exact`, the bytes are the same,
// one by one; where `unit` is not 0 (another encoding), each code point of the text stands for that many
// bytes; elsewhere (an HTML entity, an escape) the whole piece stands for all of them. source/offsets.h
// reads the map.
struct OffsetPiece {
  uint32_t text_begin = 0;
  uint32_t source_begin = 0;
  uint32_t source_length = 0;
  bool exact = true;
  uint8_t unit = 0;
};

// Metadata that were given with the text and are believed over what the text says: front matter, a
// sidecar, a row's columns, or what a person set. An empty string means: not given.
struct GivenMetadata {
  std::string title;
  std::string date;  // as given; publication/ reads it
  std::string outlet;
  std::string url;
  std::string language;
  std::string side;
};

struct Source {
  std::string name;        // the document's name in every JSON (CONTRACT): row id, NAME#LINE or file stem
  std::string path;        // as the user gave it
  std::string sha256;      // of the file's bytes as found (packed, if it is packed)
  std::string encoding;    // "UTF-8", "UTF-16LE", "GB18030", "windows-1258"
  std::string media_type;  // "text/plain", "text/markdown", "text/html", "application/jsonl", "text/csv"
  GivenMetadata given;
  GivenMetadata stated;    // what a web page says of itself; believed after `given`
  uint64_t row_begin = 0;  // of a row of JSON Lines or CSV: its first byte in the unpacked file
  uint64_t row_line = 0;   // and its line, 1-based; 0: the document is a file of its own
  // In order; empty: text and bytes are the same. Source bytes are those of the unpacked file, counted
  // from row_begin.
  int32_t settled_year = 0;  // of dates without one, from another account in the record; 0: none
  std::vector<OffsetPiece> offsets;
};

// ---- The publication (publication/)

// A value found in the text or given beside it, with the place that shows it (empty if given).
struct Found {
  std::string value;
  Span evidence;
  bool inferred = false;
  std::string reason;  // why, where inferred
  explicit operator bool() const { return !value.empty(); }
};

struct Publication {
  Span title;       // a title line in the text, empty if there is none
  Found published;  // ISO date
  // Where that is not known: the day or year that dates without a year belong to, inferred.
  Found reference;
  Found outlet;
  Found dateline;   // the place as it stands in the text ("BEIJING")
  std::string language = "en";
  Found side;       // ISO 3166 alpha-3 of the outlet's state
  std::optional<ReportKind> report_kind;
  std::vector<Span> furniture;  // no part of the report, in text order, apart from each other

  // What dates are relative to; empty where nothing is known.
  const Found& day() const { return published ? published : reference; }
};

// ---- Language (language/)

enum class ParagraphKind : uint8_t { Body, Title, Furniture, ListItem };

// A line of text with at least one word. In this prose a line is a paragraph.
struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::Body;
  TokenRange tokens;
};

struct Sentence {
  Span span;  // without white space at its ends
  TokenRange tokens;
  TokenRange words;  // into Document::words
  int32_t paragraph = 0;
};

// A word or a punctuation mark. `head` is the index of another token of the same sentence, -1 at the
// root. `lemma` and `lower` live in Document::strings.
struct Token {
  Span span;
  std::string_view lower;
  std::string_view lemma;
  int32_t head = -1;
  Upos upos = Upos::X;
  VerbForm verb = VerbForm::None;
  Deprel deprel = Deprel::dep;
  bool plural = false;      // of a noun, from the treebank's tag (NNS, NNPS)
  uint8_t model_tag = 0;    // the tag in the language model's own tag set; for the model alone
  bool space_before = false;
};

// What stands between a word and the one before it, where nothing else that is a word does.
enum class WordGap : uint8_t { None, Space, Hyphen, Dash, Slash, Quote };

// A piece of a token, folded: what phrases of packs are compared with (knowledge/words.h).
struct Word {
  Span span;
  std::string_view folded;
  int32_t token = -1;
  WordGap gap = WordGap::None;  // Hyphen: joined by one; Dash: with white space beside it
};

// ---- Names (names/), found before the parse; each is one proper noun to the parser

enum class NameKind : uint8_t { Person, State, Party, Organisation, Place, Framework, Other };

// A name with what belongs to it, "General Secretary To Lam". Names do not overlap or nest in this list.
struct Name {
  TokenRange tokens;      // with the title before it
  TokenRange core;        // the bare name
  NameKind kind = NameKind::Other;
  std::string_view id;    // knowledge id where the packs know it ("VNM", "cpv", "to-lam"), else empty
  std::string_view made_by;
};

// ---- Actors (actors/)

enum class MentionKind : uint8_t { Name, Description, Pronoun };

struct Mention {
  Span span;
  TokenRange tokens;
  int32_t head = -1;  // token
  MentionKind kind = MentionKind::Name;
  int32_t actor = -1;
  int32_t antecedent = -1;  // mention that it was resolved by, -1 for names
  std::string_view made_by;
};

struct Role {
  std::string title;  // in plain words: "President of Vietnam"
  Span from_text;
  std::string_view made_by;
};

struct Actor {
  std::string id;    // persons: `to-lam`; states: alpha-3; parties, organisations: short name
  std::string name;  // as in the document, the fullest
  ActorKind kind = ActorKind::Person;
  std::string state;  // alpha-3 of a person's or party's state, empty if not known
  std::vector<Role> roles;
  std::vector<int32_t> mentions;  // in text order
};

// A word for several actors ("the two leaders", "they", "we") and whom it stands for. No mention, and
// not in the JSON: what later stages resolve plural subjects by (actors/resolve.h).
struct JointMention {
  TokenRange tokens;
  std::vector<int32_t> actors;
  std::string_view made_by;
};

// Who stands in the centre of the document; indices into Document::actors.
struct Cast {
  std::vector<int32_t> principals;  // persons who lead the talks, in the order they are named
  std::vector<int32_t> states;      // theirs, or of a joint statement its authors
  std::vector<int32_t> authors;     // whose "we" it is
  int32_t host = -1;                // person
  bool joint_statement = false;
};

// ---- The record proper. Actor fields hold indices into Document::actors.

struct Statement {
  Span source;                // empty: none
  Span cue;                   // empty: none
  std::vector<Span> content;  // in text order, never empty
  Form form = Form::Indirect;
  Act act = Act::Assertive;
  bool negated = false;
  std::vector<int32_t> speaker;
  std::vector<int32_t> to;
  int32_t parent = -1;        // the statement within whose content this one stands
  // What the later stages need to know of the frame; not in the JSON of the contract.
  int32_t sentence = -1;      // index of the sentence of the cue, or of the content's start
  TokenRange source_tokens;
  TokenRange cue_tokens;
  int32_t cue_head = -1;      // token: the verb, or the noun of a light verb; -1: no cue
  TokenRange to_tokens;
  std::string_view cue_class; // of the cue pack: "say", "stress", ...
  std::string_view made_by;
};

struct Topic {
  std::vector<int32_t> by;
  Span text;
  int32_t sentence = -1;
  TokenRange by_tokens;
  std::string_view made_by;
};

struct Commitment {
  int32_t statement = -1;
  CommitmentKind kind = CommitmentKind::Pledged;
  std::vector<int32_t> by;
  std::vector<int32_t> of;
  Span text;
  std::vector<Span> also;
  Span when;
  Span mechanism;
  bool general = false;
  std::string_view made_by;
};

struct Participant {
  int32_t actor = -1;
  std::string name;
  Span role;         // empty: none
  std::string side;  // alpha-3, empty if not known
};

struct Meeting {
  MeetingKind kind = MeetingKind::Meeting;
  std::string date;  // ISO, empty: not settled
  std::string place; // empty: none
  std::vector<Participant> participants;
  int32_t host = -1; // actor
  Span text;
  bool inferred = false;
  std::string_view made_by;
};

struct Instrument {
  Span text;
  std::optional<int64_t> count;
  InstrumentKind kind = InstrumentKind::Document;
  std::vector<int32_t> parties;
  std::string_view made_by;
};

struct Framework {
  std::string name;  // canonical
  Span text;
  FrameworkKind kind = FrameworkKind::Mechanism;
  std::string_view id;  // of the pack, empty where found by form
  std::string_view made_by;
};

struct Quantity {
  Span text;
  std::string value;
  QuantityKind kind = QuantityKind::Count;
  bool inferred = false;
  std::string_view made_by;
};

// ---- What a person should look at first (doubts/)

// Both from 0 to 100.
struct Doubt {
  uint8_t doubt = 0;
  uint8_t importance = 0;
  std::vector<std::string_view> reasons;  // for the doubt, in plain words
};

struct Document {
  Source source;
  std::string text;  // UTF-8, never changed after source/

  Publication publication;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Word> words;
  std::vector<Name> names;
  std::vector<Mention> mentions;  // in text order
  std::vector<JointMention> joint_mentions;  // in text order

  std::vector<Actor> actors;
  Cast cast;
  std::vector<Statement> statements;
  std::vector<Topic> topics;
  std::vector<Commitment> commitments;
  std::vector<Meeting> meetings;
  std::vector<Instrument> instruments;
  std::vector<Framework> frameworks;
  std::vector<Quantity> quantities;

  // The title that was given beside the text and does not stand in it, read as a document of its own up to
  // its actors; null where there is none. Its places lead into its own text.
  std::shared_ptr<const Document> headline;

  // What persons decided about entries of this text, given like the metadata, and where it took effect
  // (decisions/); null: nothing. Not in the JSON.
  std::shared_ptr<ReviewedText> review;
  // Of each layer, in the order of its list; empty where no stage has judged it. Not in the JSON.
  std::array<std::vector<Doubt>, kLayers> doubts;

  StringPool strings;

  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  std::string_view str(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  std::string_view form(int32_t token) const { return str(tokens[static_cast<size_t>(token)].span); }
  // The text from the first token's start to the last one's end; empty for an empty range.
  Span span_of(TokenRange range) const {
    if (range.empty()) return {};
    return {tokens[static_cast<size_t>(range.first)].span.begin,
            tokens[static_cast<size_t>(range.last) - 1].span.end};
  }
};

}  // namespace verbale
