// What persons decide, and what they have yet to look at.
#include "cli/bind.h"

#include <memory>

#include "answers/filter_values.h"

namespace verbale {

void bind_decide(CommandLine& line) {
  const std::shared_ptr<DecideOptions> options = std::make_shared<DecideOptions>();
  Command decide = line.command("decide", "your decision about an entry; outlives reading again",
                                options, run_decide);
  decide.store(options->store);
  decide.option("entry", options->entry, "id").shown_as("ENTRY");
  decide
      .option("what", options->what,
              "accept, reject, nothing-here, comment, or fields of it: "
              "speaker=ID,ID act= kind= by= of= to= content=WORDS or START-END")
      .shown_as("WHAT");
  decide.option("--reviewer", options->reviewer, "who decides; else $VERBALE_REVIEWER")
      .else_from("VERBALE_REVIEWER")
      .shown_as("NAME");
  decide.option("--comment", options->comment, "why").shown_as("TEXT");
  decide.flag("--adjudicate", options->adjudicates, "settles what reviewers disagree on");
  decide.option("--uphold", options->upholds, "adjudicates as this decision says")
      .shown_as("DECISION");
  decide
      .option("--document", options->document,
              "instead of an entry: words of this document that no entry has")
      .shown_as("NAME");
  decide.option("--layer", options->layer, "of the entry that they are; none: nothing is there")
      .one_of(
          {"statement", "topic", "commitment", "meeting", "instrument", "framework", "quantity"});
  decide.option("--start", options->start, "their first code point").shown_as("N");
  decide.option("--end", options->end, "the one behind their last").shown_as("N");
  decide.option("--undo", options->undo, "withdraws a decision, whenever it was made")
      .shown_as("DECISION");
  decide.option("--at", options->at, "when it was made; else now").time().shown_as("TIME");
  decide.flag("--json", options->json, "the decision and the entry as it now stands");
  decide.examples("verbale decide s-4h1x2m speaker=to-lam --reviewer 'Lan Anh'");
}

void bind_decisions(CommandLine& line) {
  const std::shared_ptr<DecisionsOptions> options = std::make_shared<DecisionsOptions>();
  Command decisions =
      line.command("decisions", "what persons decided about entries", options, run_decisions);
  decisions.store(options->store);
  decisions.option("--document", options->filter.document, "name or id of the document")
      .shown_as("NAME");
  decisions.option("--reviewer", options->filter.reviewer, "who decided").shown_as("NAME");
  decisions.option("--entry", options->filter.entry, "id of the entry").shown_as("ID");
  decisions.flag("--json", options->json, "one JSON array");
  decisions.examples("verbale decisions --reviewer 'Lan Anh' --json");
}

void bind_review(CommandLine& line) {
  const std::shared_ptr<ReviewOptions> options = std::make_shared<ReviewOptions>();
  Command review = line.command("review", "what to look at first, by doubt and by what hangs on it",
                                options, run_review);
  review.store(options->store);
  review.option("--reviewer", options->filter.reviewer, "whose queue; else what nobody has decided")
      .shown_as("NAME");
  review.flag("--decided", options->filter.decided,
              "what has been decided instead, the latest first");
  review.flag("--disputed", options->filter.disputed, "what reviewers disagree on instead");
  review.option("--document", options->filter.document, "name or id of the document")
      .shown_as("NAME");
  review
      .option("--layer", options->layer,
              "only entries of this kind; else all but frameworks, quantities and actors")
      .one_of(layer_names());
  review.option("--limit", options->filter.limit, "at most so many").not_negative().shown_as("N");
  review.option("--offset", options->filter.offset, "after so many").not_negative().shown_as("N");
  review.flag("--json", options->json, "as JSON, with context and decisions");
  review.examples("verbale review --layer commitment --limit 20");
}

void bind_agreement(CommandLine& line) {
  const std::shared_ptr<AgreementOptions> options = std::make_shared<AgreementOptions>();
  Command agreement = line.command(
      "agreement", "two reviewers compared: percent, Cohen's kappa, Krippendorff's alpha", options,
      run_agreement);
  agreement.store(options->store);
  agreement.option("a", options->a, "a reviewer").required().shown_as("NAME");
  agreement.option("b", options->b, "another").required().shown_as("NAME");
  agreement.flag("--json", options->json, "as JSON, with the differences");
  agreement.examples("verbale agreement 'Lan Anh' Bob");
}

void bind_import(CommandLine& line) {
  const std::shared_ptr<ImportOptions> options = std::make_shared<ImportOptions>();
  Command import = line.command(
      "import", "decisions of reviewers: JSON Lines, or WebAnno TSV 3 that was exported and edited",
      options, run_import);
  import.store(options->store);
  import.option("what", options->what, "decisions").required().one_of({"decisions"});
  import.option("files", options->files, "what `decisions --json` or `export webanno` wrote")
      .required()
      .shown_as("FILE");
  import.option("--reviewer", options->reviewer, "whose work a WebAnno file is").shown_as("NAME");
  import.option("--document", options->document, "of a .tsv file; else its name tells")
      .shown_as("NAME");
  import
      .option("--exported", options->exported,
              "the WebAnno export that was annotated: what is no longer in the file is rejected")
      .shown_as("FILE");
  import.option("--at", options->at, "when it was done; else now").time().shown_as("TIME");
  import.examples("verbale import decisions annotated.zip --reviewer 'Lan Anh'");
}

void bind_status(CommandLine& line) {
  const std::shared_ptr<StatusOptions> options = std::make_shared<StatusOptions>();
  Command status = line.command(
      "status", "your dated mark on an undertaking; outlives reading again", options, run_status);
  status.store(options->store);
  status.option("id", options->id, "of an undertaking or an entry of the ledger; none: all marks")
      .shown_as("ID");
  status
      .option("value", options->value,
              "-1 not kept, 0 partly, +1 kept; or 0 to 3; none takes it back")
      .one_of({"-1", "0", "1", "+1", "2", "3", "none"})
      .shown_as("VALUE");
  status.option("--evidence", options->evidence, "the entry or document that shows it")
      .shown_as("ID");
  status.option("--date", options->date, "the day it speaks of; else that of the evidence")
      .date()
      .shown_as("DATE");
  status.option("--scale", options->scale, "for 0 and 1: of -1 to +1, or of 0 to 3")
      .one_of({"compliance", "implementation"});
  status.flag("--json", options->json, "one JSON array, of a list");
  status.examples("verbale status c-4h1x2m +1 --evidence i-9d0c1e --date 2025-04-14");
}

}  // namespace verbale
