#include "pipeline/pipeline.h"

#include "actors/actors.h"
#include "commitments/commitments.h"
#include "frameworks/frameworks.h"
#include "instruments/instruments.h"
#include "knowledge/tsv.h"
#include "meetings/meetings.h"
#include "names/names.h"
#include "publication/publication.h"
#include "quantities/quantities.h"
#include "statements/statements.h"
#include "topics/topics.h"

namespace verbale {

Result<Reader> load_reader() {
  const Result<std::string> home = find_home();
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

void read_document(Document& document, const Reader& reader) {
  const Knowledge& knowledge = *reader.knowledge;
  const LanguageModel& model = *reader.model;

  // What is report and what is furniture; whose report it is.
  read_publication(document, knowledge);

  // Words. Names come before the parse: one proper noun each, they are easy to attach.
  split_sentences(document);
  model.tag(document);
  model.recognise_names(document);
  find_names(document, knowledge);
  model.parse(document);

  // What is named and numbered: the later stages point to these.
  find_quantities(document, knowledge);
  find_frameworks(document, knowledge);

  // Who said what. Frames first: who spoke last is what pronouns are resolved by.
  find_statements(document, knowledge);
  resolve_actors(document, knowledge);

  // What follows from who said what.
  find_topics(document, knowledge);
  find_commitments(document, knowledge);
  find_instruments(document, knowledge);
  find_meetings(document, knowledge);

  // What only the whole record tells: the kind of report, and a date by the offices of those named.
  settle_publication(document, knowledge);
}

}  // namespace verbale
