// Documents in and out of the record, the record proved and shown.
#include "cli/bind.h"

#include <memory>

#include <fmt/format.h>

#include "answers/filter_values.h"
#include "answers/record_export.h"
#include "exports/exports.h"

namespace verbale {

void bind_read(CommandLine& line) {
  const std::shared_ptr<ReadOptions> options = std::make_shared<ReadOptions>();
  Command read =
      line.command("read", "the record of each document, nothing stored", options, run_read);
  read.option("files", options->files, "files, - for standard input").required().shown_as("FILE");
  read.flag("--json", options->json, "one JSON object a document");
  read.option("--until", options->until, "stop after this stage and print all it knows, as JSON")
      .shown_as("STAGE");
  read.option("--from", options->from, "go on at this stage with what --until has printed")
      .shown_as("STAGE");
  read.threads(options->threads);
  read.examples("verbale read --json report.txt | jq '.commitments[].text.text'");
}

void bind_add(CommandLine& line) {
  const std::shared_ptr<AddOptions> options = std::make_shared<AddOptions>();
  Command add = line.command("add", "reads documents into the record", options, run_add);
  add.store(options->store);
  add.option("paths", options->paths, "files and folders, - for standard input")
      .required()
      .shown_as("FILE|DIR");
  add.option("--date", options->flags.date, "date of all of them").day().shown_as("DATE");
  add.option("--outlet", options->flags.outlet, "outlet of all of them").shown_as("NAME");
  add.option("--side", options->flags.side, "state of the outlet of all of them")
      .state()
      .shown_as("ISO3");
  add.threads(options->threads);
  add.examples("verbale add reports/ --outlet VNA --side VNM");
}

void bind_documents(CommandLine& line) {
  const std::shared_ptr<DocumentsOptions> options = std::make_shared<DocumentsOptions>();
  Command documents = line.command("documents", "what is in the record", options, run_documents);
  documents.store(options->store);
  documents.filter(options->filter, report_kinds());
  documents.flag("--json", options->json, "one JSON array");
  documents.examples("verbale documents --side CHN --from 2024");
}

void bind_set(CommandLine& line) {
  const std::shared_ptr<SetOptions> options = std::make_shared<SetOptions>();
  Command set = line.command("set", "metadata that you know better; outlives reading again",
                             options, run_set);
  set.store(options->store);
  set.option("document", options->document, "name or id").required().shown_as("DOCUMENT");
  set.option("settings", options->settings,
             "of title date outlet url language side; an empty VALUE takes it back")
      .required()
      .shown_as("KEY=VALUE");
  set.examples("verbale set 2024-08-hanoi date=2024-08-20 outlet='Nhan Dan'");
}

void bind_remove(CommandLine& line) {
  const std::shared_ptr<RemoveOptions> options = std::make_shared<RemoveOptions>();
  Command remove = line.command("remove", "takes documents out", options, run_remove);
  remove.store(options->store);
  remove.option("documents", options->documents, "names or ids").required().shown_as("DOCUMENT");
  remove.examples("verbale remove 2024-08-hanoi");
}

void bind_refresh(CommandLine& line) {
  const std::shared_ptr<RefreshOptions> options = std::make_shared<RefreshOptions>();
  Command refresh = line.command("refresh", "reads again what an older version has read; ids stay",
                                 options, run_refresh);
  refresh.store(options->store);
  refresh.flag("--all", options->all, "whatever version has read it");
  refresh.threads(options->threads);
  refresh.examples("verbale refresh");
}

void bind_texts(CommandLine& line) {
  const std::shared_ptr<TextsOptions> options = std::make_shared<TextsOptions>();
  Command texts = line.command("texts", "which documents are the same text or quote the same words",
                               options, run_texts);
  texts.store(options->store);
  texts.filter(options->filter, {});
  texts.option("files", options->files, "files to compare; none: the documents of the record")
      .shown_as("FILE");
  texts.option("--relation", options->relation, "only these pairs; copy: all that are one account")
      .one_of(text_relations());
  texts.flag("--json", options->json, "one JSON array");
  texts.threads(options->threads);
  texts.footer(
      "What two texts share tells what they are to each other:\n"
      "  exact             the same words in the same order\n"
      "  near-duplicate    nearly all words of both\n"
      "  wire-copy         narration of one stands in the other: one account, no second witness\n"
      "  shared-quotation  both quote the same words: two accounts\n"
      "  boilerplate       standing words of an outlet: two accounts\n"
      "  shared-wording    a sentence or two: nothing follows from it\n"
      "Example:\n  verbale texts --relation copy\n  verbale texts --json wire.txt paper.html");
}

void bind_export(CommandLine& line) {
  const std::shared_ptr<ExportOptionsGiven> options = std::make_shared<ExportOptionsGiven>();
  Command export_command =
      line.command("export", "the record for other programs", options, run_export);
  std::vector<std::string> names;
  std::string formats = "Formats:\n";
  for (const ExportFormat& format : export_formats()) {
    names.emplace_back(format.name);
    formats += fmt::format("  {:<15}{}\n", format.name, format.what);
  }
  export_command.option("format", options->format, "one of those below")
      .required()
      .one_of(names)
      .shown_as("FORMAT");
  export_command.store(options->store);
  export_command.filter(options->filter, export_kinds());
  export_command.option("--speaker", options->filter.speaker, "only documents in which this one speaks: id or words of the name")
      .shown_as("NAME");
  export_command.option("--act", options->filter.act, "only documents with such a statement").one_of(acts());
  export_command.option("--person", options->person, "only documents that tell of a meeting in which this one took part")
      .shown_as("NAME");
  export_command.option("--outlet", options->outlet, "only documents of this outlet").shown_as("NAME");
  export_command.option("-o,--output", options->output, "the file to write; else standard output")
      .shown_as("FILE");
  export_command.option("--meeting", options->meeting, "only the documents that tell of this meeting or visit")
      .shown_as("ID");
  export_command.flag("--positions-only", options->positions_only,
                      "no word of the texts: for those that may not be passed on");
  export_command.threads(options->threads);
  export_command.footer(formats +
                        "Examples:\n  verbale export csv -o record.csv\n"
                        "  verbale export qdpx --state CHN --from 2024 -o talks.qdpx\n"
                        "  verbale export csv --meeting m-7k2p -o meeting.csv");
}

void bind_verify(CommandLine& line) {
  const std::shared_ptr<VerifyOptions> options = std::make_shared<VerifyOptions>();
  Command verify = line.command("verify", "proves every claim again", options, run_verify);
  verify.store(options->store);
  verify
      .option("files", options->files,
              "what read, compare, ledger, names or phrases wrote with --json, and the files it "
              "was made from; none: the record")
      .at_least(2)
      .shown_as("FILE.json TEXT");
  verify.flag(
      "--worked-out", options->worked_out,
      "of the record: comparisons, ledgers, names and phrases too (reads every text again)");
  verify.threads(options->threads);
  verify.flag("--json", options->json, "failures and counts as JSON");
  verify.examples(
      "verbale verify --worked-out\n  verbale read --json a.txt > a.json && verbale verify a.json "
      "a.txt\n  verbale compare --json a.txt b.txt > c.json && verbale verify c.json a.txt b.txt");
}

void bind_serve(CommandLine& line) {
  const std::shared_ptr<ServeOptions> options = std::make_shared<ServeOptions>();
  Command serve =
      line.command("serve", "the page of the record, for this machine alone", options, run_serve);
  serve.store(options->store);
  serve.option("--port", options->port, "of 127.0.0.1; 0: a free one")
      .in_range(0, 65535)
      .shown_as("N")
      .shows_default();
  serve.examples("verbale serve --store talks.db --port 8421");
}

void bind_eval(CommandLine& line) {
  const std::shared_ptr<EvalOptions> options = std::make_shared<EvalOptions>();
  Command eval = line.command("eval", "scores the program against gold records", options, run_eval);
  eval.option("gold", options->gold, "folder of NAME.gold.json").required().shown_as("GOLD_DIR");
  eval.option("texts", options->texts, "folders of NAME*.txt").required().shown_as("TEXT_DIR");
  eval.flag("--misses", options->misses, "each entry that is wrong, missed or too much");
  eval.flag("--documents", options->documents, "F1/whole of each document");
  eval.flag("--json", options->json, "the scores as JSON");
  eval.threads(options->threads);
  eval.examples("verbale eval gold/ texts/ --misses");
}

}  // namespace verbale
