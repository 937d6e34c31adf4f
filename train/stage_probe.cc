// The error of the late stages alone: reads a text with its gold record, puts the gold's statements and actors in the
// place of those that the program finds, runs the stages after them, and prints the record.
//
//   stage_probe TEXT GOLD > RECORD.json
//
// Who has the gold (not part of the project) scores the record with score.py: what is wrong there is the fault of acts,
// topics and commitments and of nothing before them.
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "acts/acts.h"
#include "acts/words_at.h"
#include "base/utf8.h"
#include "commitments/commitments.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "source/loader.h"
#include "topics/topics.h"

namespace verbale {
namespace {

using Json = nlohmann::json;

class GoldStatements {
 public:
  GoldStatements(Document& document, const Json& gold)
      : document_(document), gold_(gold), index_(document.text) {}

  void put_in() {
    std::vector<Actor> found = std::move(document_.actors);
    document_.actors.clear();
    put_actors(found);
    std::vector<Statement> statements;
    for (const Json& entry : gold_["statements"]) statements.push_back(statement(entry));
    document_.statements = std::move(statements);
  }

 private:
  Span span(const Json& text) const {
    if (text.is_null()) return {};
    return {index_.to_bytes(text["start"]), index_.to_bytes(text["end"])};
  }

  // The gold's actors, with the mentions of the gold; states of persons as the program knows them.
  void put_actors(const std::vector<Actor>& found) {
    document_.mentions.clear();
    for (const Json& entry : gold_["actors"]) {
      Actor actor;
      actor.id = entry["id"];
      actor.name = entry["name"];
      actor.kind = *value_from<ActorKind>(entry["kind"].get<std::string>());
      for (const Actor& known : found) {
        if (known.id == actor.id || known.name == actor.name) actor.state = known.state;
      }
      const int32_t index = static_cast<int32_t>(document_.actors.size());
      for (const Json& text : entry["mentions"]) {
        Mention mention;
        mention.span = span(text);
        mention.tokens = tokens_in(document_, mention.span);
        mention.actor = index;
        document_.mentions.push_back(mention);
      }
      document_.actors.push_back(actor);
      ids_[actor.id] = index;
    }
    settle_states();
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  }

  // A person whose state the program did not find has that of the first meeting that names his side.
  void settle_states() {
    for (const Json& meeting : gold_["meetings"]) {
      for (const Json& participant : meeting["participants"]) {
        const auto it = ids_.find(participant["id"]);
        if (it == ids_.end() || participant["side"].is_null()) continue;
        Actor& actor = document_.actors[static_cast<size_t>(it->second)];
        actor.state = participant["side"];
        if (actor.kind != ActorKind::Person) continue;
        document_.cast.principals.push_back(it->second);
        const auto state = ids_.find(actor.state);
        if (state != ids_.end()) document_.cast.states.push_back(state->second);
      }
    }
  }

  std::vector<int32_t> actors(const Json& ids) const {
    std::vector<int32_t> list;
    for (const Json& id : ids) list.push_back(ids_.at(id));
    return list;
  }

  Statement statement(const Json& entry) {
    Statement made;
    made.source = span(entry["source"]);
    made.cue = span(entry["cue"]);
    for (const Json& piece : entry["content"]) made.content.push_back(span(piece));
    made.form = *value_from<Form>(entry["form"].get<std::string>());
    made.speaker = actors(entry["speaker"]);
    made.to = actors(entry["to"]);
    made.source_tokens = tokens_in(document_, made.source);
    made.cue_tokens = tokens_in(document_, made.cue);
    made.cue_head = made.cue.empty() ? -1 : made.cue_tokens.first;
    made.made_by = "gold";
    if (!made.source.empty() && made.speaker.size() > 1) {
      document_.joint_mentions.push_back({made.source_tokens, made.speaker, "gold"});
    }
    return made;
  }

  Document& document_;
  const Json& gold_;
  CodePointIndex index_;
  std::unordered_map<std::string, int32_t> ids_;
};

int probe(const char* text, const char* gold_path) {
  const Result<Reader> reader = load_reader();
  Result<Loaded> loaded = load_file(text);
  if (!reader || !loaded || loaded->documents.empty()) {
    std::fprintf(stderr, "stage_probe: %s\n", !reader ? reader.error().message().c_str() : text);
    return 1;
  }
  Document& document = loaded->documents.front();
  read_document(document, *reader, "actors");
  std::ifstream file(gold_path);
  const Json gold = Json::parse(file, nullptr, false);
  if (gold.is_discarded()) return 1;
  document.joint_mentions.clear();
  document.cast = {};
  GoldStatements(document, gold).put_in();
  judge_acts(document, *reader->knowledge);
  find_topics(document, *reader->knowledge);
  find_commitments(document, *reader->knowledge);
  std::puts(record_to_json(document, true).c_str());
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: stage_probe TEXT GOLD\n");
    return 2;
  }
  return verbale::probe(argv[1], argv[2]);
}
