#include "pipeline/pipeline.h"

#include <array>

#include "actors/actors.h"
#include "acts/acts.h"
#include "commitments/commitments.h"
#include "decisions/decisions.h"
#include "doubts/doubts.h"
#include "frameworks/frameworks.h"
#include "instruments/instruments.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"
#include "meetings/meetings.h"
#include "names/names.h"
#include "pipeline/furniture.h"
#include "publication/headings.h"
#include "publication/publication.h"
#include "publication/reference.h"
#include "quantities/quantities.h"
#include "statements/statements.h"
#include "topics/topics.h"

namespace verbale {

Result<Reader> load_reader(const std::string& given) {
  const Result<std::string> home = given.empty() ? find_home() : given;
  if (!home) return std::unexpected(home.error());
  Reader reader;
  Result<std::unique_ptr<const Knowledge>> knowledge = load_knowledge(*home);
  if (!knowledge) return std::unexpected(knowledge.error());
  reader.knowledge = std::move(*knowledge);
  Result<std::unique_ptr<LanguageModel>> model = load_language_model(*home);
  if (!model) return std::unexpected(model.error());
  reader.model = std::move(*model);
  return reader;
}

namespace {

// A stage that needs the packs, and one that needs the weights as well.
template <void (*run)(Document&, const Knowledge&)>
void with_knowledge(Document& document, const Reader& reader) {
  run(document, *reader.knowledge);
}

void read_headline(Document& document, const Reader& reader);

constexpr auto kStages = std::to_array<Stage>({
    // What is report and what is furniture; whose report it is.
    {"publication", with_knowledge<read_publication>},

    // Words. Names come before the parse: one proper noun each, they are easy to attach.
    {"split", [](Document& document, const Reader& reader) { split_sentences(document, *reader.knowledge); }},
    {"words", [](Document& document, const Reader&) { index_words(document); }},
    {"tag", [](Document& document, const Reader& reader) { reader.model->tag(document); }},
    {"recognise", [](Document& document, const Reader& reader) { reader.model->recognise_names(document); }},
    {"names", with_knowledge<find_names>},
    {"reference", with_knowledge<settle_reference>},
    {"parse", [](Document& document, const Reader& reader) { reader.model->parse(document); }},

    // What is named and numbered: the later stages point to these.
    {"frameworks", with_knowledge<find_frameworks>},
    {"quantities", with_knowledge<find_quantities>},

    // Who said what. Frames first: who spoke last is what pronouns are resolved by.
    {"statements", with_knowledge<find_statements>},
    {"headline", read_headline},
    {"actors", with_knowledge<resolve_actors>},
    {"acts", with_knowledge<judge_acts>},
    {"decided", with_knowledge<decide_statements>},

    // What follows from who said what.
    {"topics", with_knowledge<find_topics>},
    {"commitments", with_knowledge<find_commitments>},
    {"instruments", with_knowledge<find_instruments>},
    {"meetings", with_knowledge<find_meetings>},

    // What only the whole record tells: the kind of report, and a date by the offices of those named.
    {"settle", with_knowledge<settle_publication>},

    // What persons know better (statements above, before what follows from them).
    {"decisions", with_knowledge<decide_the_rest>},

    // A caption within a sentence is no part of what is said.
    {"furniture", [](Document& document, const Reader&) { step_around_furniture(document); }},

    // What a person should look at first.
    {"doubts", with_knowledge<weigh_doubts>},
});

// A title that stands beside the text (a row's column, a page's head) often is all that says who met whom.
void read_headline(Document& document, const Reader& reader) {
  constexpr size_t kLongest = 600;  // bytes
  const GivenMetadata& given = document.source.given;
  const std::string& title = given.title.empty() ? document.source.stated.title : given.title;
  if (title.empty() || title.size() > kLongest || title.find_first_of("\r\n") != std::string::npos) return;
  if (same_title(title, document.str(document.publication.title))) return;
  auto headline = std::make_shared<Document>();
  headline->text = title;
  headline->source.given = given;
  headline->source.given.title = title;
  for (const Stage& stage : kStages) {
    if (stage.name == "headline") continue;
    stage.run(*headline, reader);
    if (stage.name == "publication") {
      headline->publication.title = trim(title, {0, static_cast<uint32_t>(title.size())});
      headline->publication.side = document.publication.side;
    }
    if (stage.name == "actors") break;
  }
  document.headline = std::move(headline);
}

}  // namespace

std::span<const Stage> pipeline_stages() { return kStages; }

std::optional<size_t> stage_number(std::string_view name) {
  for (size_t s = 0; s < kStages.size(); ++s) {
    if (kStages[s].name == name) return s;
  }
  return std::nullopt;
}

void read_document(Document& document, const Reader& reader, std::string_view until) {
  read_on(document, reader, 0, until);
}

void read_on(Document& document, const Reader& reader, size_t first, std::string_view until) {
  for (const Stage& stage : std::span(kStages).subspan(first)) {
    stage.run(document, reader);
    if (stage.name == until) return;
  }
}

}  // namespace verbale
