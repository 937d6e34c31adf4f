// Documents made by hand for the tests of store/ and verify/.
#pragma once

#include <filesystem>
#include <string>

#include "base/file.h"
#include "record/document.h"
#include "knowledge/tsv.h"
#include "store/store.h"

namespace verbale::testing_store {

// A record file of its own in a folder of its own, gone with the object.
struct TemporaryFolder {
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "verbale-XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name) const { return path + "/" + name; }
  std::string path;
};

// The place of `words` in the text; they must be there.
inline Span span_of(const Document& document, std::string_view words) {
  const size_t at = document.text.find(words);
  if (at == std::string::npos) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

inline int32_t add_person(Document& document, const std::string& id, const std::string& name,
                          const std::string& state) {
  Actor actor;
  actor.id = id;
  actor.name = name;
  actor.kind = ActorKind::Person;
  actor.state = state;
  Mention mention;
  mention.span = span_of(document, name);
  mention.actor = static_cast<int32_t>(document.actors.size());
  mention.made_by = "test";
  actor.mentions = {static_cast<int32_t>(document.mentions.size())};
  document.mentions.push_back(mention);
  document.actors.push_back(actor);
  return mention.actor;
}

// A document loaded but not read.
inline Document load(const std::string& name, const std::string& text) {
  Document document;
  document.source.name = name;
  document.source.path = name + ".txt";
  document.source.sha256 = sha256_hex(text);
  document.source.media_type = "text/plain";
  document.text = text;
  return document;
}

inline const std::string kText =
    "Tô Lâm proposed opening a railway to Mường Thanh in 2025. He thanked the hosts.\n";

// What a reader would make of kText: two statements, a commitment, a meeting, a date.
inline void read(Document& document) {
  document.publication.published.value = document.source.given.date;
  document.publication.outlet.value = document.source.given.outlet;
  document.publication.side.value = document.source.given.side;
  const int32_t lam = add_person(document, "to-lam", "Tô Lâm", "VNM");
  Statement proposed;
  proposed.source = span_of(document, "Tô Lâm");
  proposed.cue = span_of(document, "proposed");
  proposed.content = {span_of(document, "opening a railway to Mường Thanh in 2025")};
  proposed.act = Act::Directive;
  proposed.speaker = {lam};
  proposed.made_by = "test.frame";
  Statement thanked = proposed;
  thanked.source = span_of(document, "He");
  thanked.cue = span_of(document, "thanked");
  thanked.content = {span_of(document, "the hosts")};
  thanked.act = Act::Expressive;
  document.statements = {proposed, thanked};
  Commitment commitment;
  commitment.statement = 0;
  commitment.kind = CommitmentKind::Proposed;
  commitment.by = {lam};
  commitment.text = proposed.content[0];
  commitment.when = span_of(document, "2025");
  commitment.made_by = "test.commitment";
  document.commitments = {commitment};
  Quantity year;
  year.text = span_of(document, "2025");
  year.value = document.source.given.date.empty() ? "2025" : document.source.given.date;
  year.kind = QuantityKind::Date;
  year.made_by = "test.date";
  document.quantities = {year};
}

// What the packs of the source tree make of meetings.
inline const MeetingReporter& test_reporter() {
  static const std::unique_ptr<const Knowledge> knowledge = load_knowledge(find_home().value()).value();
  static const MeetingReporter reporter(*knowledge);
  return reporter;
}

// Admits, reads with `reader` and adds, as verbale add does; the file's bytes are the text.
template <class Read>
Result<Outcome> add_document(Store& store, Document document, Read reader) {
  if (Result<void> kept = store.keep_source(document.source.sha256, document.text); !kept) {
    return std::unexpected(kept.error());
  }
  Result<Admission> admission = store.admit(document, {});
  if (!admission) return std::unexpected(admission.error());
  if (admission->known) return Outcome::Known;
  lay_over(document, *admission);
  reader(document);
  return store.add(make_reading(std::move(document), std::move(*admission), test_reporter()));
}

}  // namespace verbale::testing_store
