// The fields of every struct of a document, named once for writing and reading its state (state.h).
//
// fields(archive, entry) names them all to the archive: archive(NAME, value) for a value or a list of
// structs, place and form for where an entry stands, index, indices and range for what names entries of
// another list by number.
#pragma once

#include <array>
#include <concepts>
#include <string_view>
#include <type_traits>

#include "record/document.h"

namespace verbale::state {

// The lists that are referred to by number.
enum class List : uint8_t { Paragraphs, Sentences, Tokens, Words, Mentions, Actors, Statements };
constexpr size_t kLists = 7;

template <class Entry, class Kind>
concept Is = std::same_as<std::remove_const_t<Entry>, Kind>;

// The names of the values of the closed sets that have none elsewhere.
template <class Value>
constexpr std::array<std::string_view, 0> kNames{};
template <>
inline constexpr auto kNames<VerbForm> = std::to_array<std::string_view>(
    {"", "base", "past", "gerund", "past-participle", "present", "present-3", "modal"});
template <>
inline constexpr auto kNames<ParagraphKind> =
    std::to_array<std::string_view>({"body", "title", "furniture", "list-item"});
template <>
inline constexpr auto kNames<WordGap> =
    std::to_array<std::string_view>({"", "space", "hyphen", "dash", "slash", "quote"});
template <>
inline constexpr auto kNames<NameKind> = std::to_array<std::string_view>(
    {"person", "state", "party", "organisation", "place", "framework", "other"});
template <>
inline constexpr auto kNames<MentionKind> =
    std::to_array<std::string_view>({"name", "description", "pronoun"});

// ---- Where it comes from

void fields(auto& f, Is<OffsetPiece> auto& piece) {
  f("text_begin", piece.text_begin);  // bytes, as the map is of bytes
  f("source_begin", piece.source_begin);
  f("source_length", piece.source_length);
  f("exact", piece.exact);
  f("unit", piece.unit);
}

void fields(auto& f, Is<GivenMetadata> auto& given) {
  f("title", given.title);
  f("date", given.date);
  f("outlet", given.outlet);
  f("url", given.url);
  f("language", given.language);
  f("side", given.side);
}

void fields(auto& f, Is<Source> auto& source) {
  f("name", source.name);
  f("path", source.path);
  f("sha256", source.sha256);
  f("encoding", source.encoding);
  f("media_type", source.media_type);
  f("given", source.given);
  f("stated", source.stated);
  f("row_begin", source.row_begin);
  f("row_line", source.row_line);
  f("settled_year", source.settled_year);
  f("offsets", source.offsets);
}

void fields(auto& f, Is<Found> auto& found) {
  f("value", found.value);
  f("evidence", found.evidence);
  f("inferred", found.inferred);
  f("reason", found.reason);
}

void fields(auto& f, Is<Publication> auto& publication) {
  f("title", publication.title);
  f("published", publication.published);
  f("reference", publication.reference);
  f("outlet", publication.outlet);
  f("dateline", publication.dateline);
  f("language", publication.language);
  f("side", publication.side);
  f("report_kind", publication.report_kind);
  f("furniture", publication.furniture);
}

// ---- Language

void fields(auto& f, Is<Paragraph> auto& paragraph) {
  f.place(paragraph.span);
  f("kind", paragraph.kind);
  f.range("tokens", paragraph.tokens, List::Tokens);
}

void fields(auto& f, Is<Sentence> auto& sentence) {
  f.place(sentence.span);
  f.range("tokens", sentence.tokens, List::Tokens);
  f.range("words", sentence.words, List::Words);
  f.index("paragraph", sentence.paragraph, List::Paragraphs);
}

void fields(auto& f, Is<Token> auto& token) {
  f.form(token.span);
  f("lower", token.lower);
  f("lemma", token.lemma);
  f("upos", token.upos);
  f.index("head", token.head, List::Tokens);
  f("deprel", token.deprel);
  f("verb", token.verb);
  f("plural", token.plural);
  f("model_tag", token.model_tag);
  f("space_before", token.space_before);
}

void fields(auto& f, Is<Word> auto& word) {
  f.place(word.span);
  f("folded", word.folded);
  f.index("token", word.token, List::Tokens);
  f("gap", word.gap);
}

void fields(auto& f, Is<Name> auto& name) {
  f.range("tokens", name.tokens, List::Tokens);
  f.range("core", name.core, List::Tokens);
  f("kind", name.kind);
  f("id", name.id);
  f("made_by", name.made_by);
}

// ---- Actors

void fields(auto& f, Is<Mention> auto& mention) {
  f.form(mention.span);
  f.range("tokens", mention.tokens, List::Tokens);
  f.index("head", mention.head, List::Tokens);
  f("kind", mention.kind);
  f.index("actor", mention.actor, List::Actors);
  f.index("antecedent", mention.antecedent, List::Mentions);
  f("made_by", mention.made_by);
}

void fields(auto& f, Is<JointMention> auto& mention) {
  f.range("tokens", mention.tokens, List::Tokens);
  f.indices("actors", mention.actors, List::Actors);
  f("made_by", mention.made_by);
}

void fields(auto& f, Is<Role> auto& role) {
  f("title", role.title);
  f("from_text", role.from_text);
  f("made_by", role.made_by);
}

void fields(auto& f, Is<Actor> auto& actor) {
  f("id", actor.id);
  f("name", actor.name);
  f("kind", actor.kind);
  f("state", actor.state);
  f("roles", actor.roles);
  f.indices("mentions", actor.mentions, List::Mentions);
}

void fields(auto& f, Is<Cast> auto& cast) {
  f.indices("principals", cast.principals, List::Actors);
  f.indices("states", cast.states, List::Actors);
  f.indices("authors", cast.authors, List::Actors);
  f.index("host", cast.host, List::Actors);
  f("joint_statement", cast.joint_statement);
}

// ---- The record proper

void fields(auto& f, Is<Statement> auto& statement) {
  f("source", statement.source);
  f("cue", statement.cue);
  f("content", statement.content);
  f("form", statement.form);
  f("act", statement.act);
  f("negated", statement.negated);
  f.indices("speaker", statement.speaker, List::Actors);
  f.indices("to", statement.to, List::Actors);
  f.index("parent", statement.parent, List::Statements);
  f.index("sentence", statement.sentence, List::Sentences);
  f.range("source_tokens", statement.source_tokens, List::Tokens);
  f.range("cue_tokens", statement.cue_tokens, List::Tokens);
  f.index("cue_head", statement.cue_head, List::Tokens);
  f.range("to_tokens", statement.to_tokens, List::Tokens);
  f("cue_class", statement.cue_class);
  f("made_by", statement.made_by);
}

void fields(auto& f, Is<Topic> auto& topic) {
  f.indices("by", topic.by, List::Actors);
  f("text", topic.text);
  f.index("sentence", topic.sentence, List::Sentences);
  f.range("by_tokens", topic.by_tokens, List::Tokens);
  f("made_by", topic.made_by);
}

void fields(auto& f, Is<Commitment> auto& commitment) {
  f.index("statement", commitment.statement, List::Statements);
  f("kind", commitment.kind);
  f.indices("by", commitment.by, List::Actors);
  f.indices("of", commitment.of, List::Actors);
  f("text", commitment.text);
  f("also", commitment.also);
  f("when", commitment.when);
  f("mechanism", commitment.mechanism);
  f("general", commitment.general);
  f("made_by", commitment.made_by);
}

void fields(auto& f, Is<Participant> auto& participant) {
  f.index("actor", participant.actor, List::Actors);
  f("name", participant.name);
  f("role", participant.role);
  f("side", participant.side);
}

void fields(auto& f, Is<Meeting> auto& meeting) {
  f("kind", meeting.kind);
  f("date", meeting.date);
  f("place", meeting.place);
  f("participants", meeting.participants);
  f.index("host", meeting.host, List::Actors);
  f("text", meeting.text);
  f("inferred", meeting.inferred);
  f("made_by", meeting.made_by);
}

void fields(auto& f, Is<Instrument> auto& instrument) {
  f("text", instrument.text);
  f("count", instrument.count);
  f("kind", instrument.kind);
  f.indices("parties", instrument.parties, List::Actors);
  f("made_by", instrument.made_by);
}

void fields(auto& f, Is<Framework> auto& framework) {
  f("name", framework.name);
  f("text", framework.text);
  f("kind", framework.kind);
  f("id", framework.id);
  f("made_by", framework.made_by);
}

void fields(auto& f, Is<Quantity> auto& quantity) {
  f("text", quantity.text);
  f("value", quantity.value);
  f("kind", quantity.kind);
  f("inferred", quantity.inferred);
  f("made_by", quantity.made_by);
}

// `text` comes first: places are read from it.
void fields(auto& f, Is<Document> auto& document) {
  f("text", document.text);
  f("source", document.source);
  f("publication", document.publication);
  f("paragraphs", document.paragraphs);
  f("sentences", document.sentences);
  f("tokens", document.tokens);
  f("words", document.words);
  f("names", document.names);
  f("mentions", document.mentions);
  f("joint_mentions", document.joint_mentions);
  f("actors", document.actors);
  f("cast", document.cast);
  f("statements", document.statements);
  f("topics", document.topics);
  f("commitments", document.commitments);
  f("meetings", document.meetings);
  f("instruments", document.instruments);
  f("frameworks", document.frameworks);
  f("quantities", document.quantities);
  f("headline", document.headline);
}

}  // namespace verbale::state
