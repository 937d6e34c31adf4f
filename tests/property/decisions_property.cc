// Whatever persons decide, the record stays sound, and withdrawing all of it gives the record that
// was.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <set>

#include "invariants.h"
#include "pipeline/pipeline.h"
#include "record/decision_json.h"
#include "record/evidence.h"
#include "record/json.h"
#include "source/loader.h"

namespace verbale {
namespace {

const Reader& reader() {
  static const Reader loaded = std::move(load_reader().value());
  return loaded;
}

std::vector<std::string> example_texts() {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(VERBALE_SOURCE_DIR "/examples")) {
    const std::string ending = entry.path().extension();
    if (ending == ".txt" || ending == ".jsonl" || ending == ".csv") files.insert(entry.path());
  }
  std::vector<std::string> texts;
  for (const std::string& file : files) {
    Result<Loaded> loaded = load_file(file);
    for (Document& document : loaded.value().documents) texts.push_back(std::move(document.text));
  }
  return texts;
}

Document read_decided(const std::string& text, const std::vector<Decision>& decisions) {
  Document document;
  document.source.name = "property";
  document.text = text;
  document.review = std::make_shared<ReviewedText>();
  document.review->decisions = decisions;
  read_document(document, reader());
  return document;
}

// Decisions as persons could make them, about entries of the text as it is read.
class RandomDecisions {
 public:
  RandomDecisions(const Document& document, unsigned seed)
      : document_(document),
        index_(document.text),
        ids_(make_ids(document, index_)),
        bodies_(entries_to_json(document, index_, ids_)),
        random_(seed) {}

  std::vector<Decision> make(size_t count) {
    std::vector<Decision> decisions;
    while (decisions.size() < count) {
      const Layer layer = static_cast<Layer>(below(kLayers - 1));
      const std::vector<std::string>& bodies = bodies_[static_cast<size_t>(layer)];
      if (bodies.empty()) {
        if (below(20) == 0) break;  // a text without entries
        continue;
      }
      decisions.push_back(decide(layer, below(bodies.size()), decisions.size()));
    }
    return decisions;
  }

 private:
  size_t below(size_t count) {
    return std::uniform_int_distribution<size_t>(0, count - 1)(random_);
  }

  Decision decide(Layer layer, size_t i, size_t minute) {
    Decision decision;
    decision.reviewer = below(2) == 0 ? "Ann" : "Bob";
    decision.at = "2026-03-01T10:00:00Z";
    decision.at[15] = static_cast<char>('0' + minute % 10);
    decision.verdict = static_cast<Verdict>(below(5));
    decision.adjudicates = decision.verdict != Verdict::Comment && below(6) == 0;
    decision.text = ids_.text;
    decision.layer = layer;
    decision.claim = ids_.of(layer)[i];
    decision.body = bodies_[static_cast<size_t>(layer)][i];
    const Correction whole = correction_from_body(layer, JsonValue::parse(decision.body).value());
    const CodeRange cue = whole.cue.value_or(CodeRange{});
    decision.place = {whole.content->front().start, whole.content->back().end};
    if (!cue.empty())
      decision.place = {std::min(cue.start, decision.place.start),
                        std::max(cue.end, decision.place.end)};
    for (const Actor& actor : document_.actors)
      decision.actors.push_back({actor.id, actor.name, actor.kind, actor.state});
    if (decision.verdict == Verdict::Correct) correct(decision, whole);
    decision.id = decision_id(decision);
    return decision;
  }

  // Words of one line of the text.
  CodeRange some_words() {
    const Sentence& sentence = document_.sentences[below(document_.sentences.size())];
    const int32_t size = sentence.tokens.size();
    const int32_t first =
        sentence.tokens.first + static_cast<int32_t>(below(static_cast<size_t>(size)));
    const int32_t last =
        first + 1 + static_cast<int32_t>(below(static_cast<size_t>(sentence.tokens.last - first)));
    const Span span = document_.span_of({first, last});
    return {index_.to_code_points(span.begin), index_.to_code_points(span.end)};
  }

  void correct(Decision& decision, const Correction& whole) {
    Correction& change = decision.change;
    if (below(2) == 0) change.content = {some_words()};
    if (whole.cue && below(3) == 0) change.cue = some_words();
    if (whole.source && below(3) == 0) change.source = below(2) == 0 ? CodeRange{} : some_words();
    const std::vector<std::string> actors = {document_.actors[below(document_.actors.size())].id};
    if (whole.speaker && below(2) == 0) change.speaker = actors;
    if (whole.by && below(2) == 0) change.by = actors;
    if (whole.act) change.act = below(2) == 0 ? "commissive" : "directive";
    if (change == Correction()) change.content = {some_words()};
  }

  const Document& document_;
  CodePointIndex index_;
  RecordIds ids_;
  RecordBodies bodies_;
  std::mt19937 random_;
};

TEST(Decisions, TheRecordStaysSoundAndComesBack) {
  unsigned seed = 20260301;
  for (const std::string& text : example_texts()) {
    const Document plain = read_decided(text, {});
    const std::string record = record_to_json(plain, false);
    if (plain.actors.empty()) continue;
    for (int round = 0; round < 6; ++round) {
      std::vector<Decision> decisions =
          RandomDecisions(plain, ++seed).make(static_cast<size_t>(1 + round * 4));
      const Document decided = read_decided(text, decisions);
      for (const std::string& broken : broken_invariants(decided))
        ADD_FAILURE() << broken << "\n  seed " << seed;
      EXPECT_EQ(record_to_json(read_decided(text, decisions), false),
                record_to_json(decided, false));
      for (Decision& decision : decisions) decision.withdrawn_at = "2026-03-02T10:00:00Z";
      EXPECT_EQ(record_to_json(read_decided(text, decisions), false), record) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace verbale
