// The one file that knows CLI11: turns arguments into the options of commands.h and calls the command.
#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <utility>

#include "cli/commands.h"
#include "cli/output.h"

namespace verbale {
namespace {

// Binds each subcommand; what the chosen one is to do ends up in `run_`.
class CommandLine {
 public:
  CommandLine() : app_("Verbale keeps the record of what states told each other.") {
    app_.require_subcommand(1);
    bind_read();
    bind_add();
    bind_documents();
    bind_set();
    bind_remove();
    bind_list("statements", "who said what", Layer::Statement);
    bind_list("commitments", "who is bound to what", Layer::Commitment);
    bind_list("meetings", "who met whom", Layer::Meeting);
    bind_list("instruments", "what was signed or issued", Layer::Instrument);
    bind_list("frameworks", "what is referred to by name", Layer::Framework);
    bind_list("actors", "everybody the record names", Layer::Actor);
    bind_verify();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      for (const CLI::App* command : app_.get_subcommands()) return print_help(*command);
      return print_help(app_);
    } catch (const CLI::ParseError& error) {
      print_error({"", error.what(), "`verbale help` shows what there is"});
      return kUsage;
    }
    return run_();
  }

 private:
  template <class Options>
  CLI::App* command(const char* name, const char* what, std::shared_ptr<Options> options,
                    int (*run)(const Options&)) {
    CLI::App* command = app_.add_subcommand(name, what);
    command->callback([this, options, run] { run_ = [options, run] { return run(*options); }; });
    return command;
  }

  static int print_help(const CLI::App& command) {
    print(command.help());
    return kDone;
  }

  static void bind_store(CLI::App* command, std::string& store) {
    command->add_option("--store", store, "the record; else $VERBALE_STORE, else verbale.db");
  }

  static void bind_filter(CLI::App* command, EntryFilter& filter) {
    command->add_option("--side", filter.side, "state of the outlet (VNM)");
    command->add_option("--speaker", filter.speaker, "id or name of who speaks");
    command->add_option("--act", filter.act, "assertive, directive, commissive, expressive, declarative");
    command->add_option("--kind", filter.kind, "kind of the entry");
    command->add_option("--state", filter.state, "a state that is concerned (CHN)");
    command->add_option("--from", filter.from, "first day, month or year");
    command->add_option("--to", filter.to, "last day, month or year");
    command->add_option("--document", filter.document, "name or id of the document");
    command->add_option("--limit", filter.limit, "at most so many");
  }

  void bind_read() {
    const std::shared_ptr<ReadOptions> options = std::make_shared<ReadOptions>();
    CLI::App* read =
        command("read", "the record of each document, nothing stored", options, run_read);
    read->add_option("files", options->files, "files, - for standard input")->required();
    read->add_flag("--json", options->json, "one JSON object a document");
    read->add_option("--until", options->until, "stop after this stage");
    read->add_option("--threads", options->threads, "threads to read with")
        ->check(CLI::Range(1, 256));
  }

  void bind_add() {
    const std::shared_ptr<AddOptions> options = std::make_shared<AddOptions>();
    CLI::App* add = command("add", "reads documents into the record", options, run_add);
    bind_store(add, options->store);
    add->add_option("paths", options->paths, "files and folders")->required();
    add->add_option("--date", options->flags.date, "date of all of them");
    add->add_option("--outlet", options->flags.outlet, "outlet of all of them");
    add->add_option("--side", options->flags.side, "side of all of them (VNM)");
    add->add_option("--threads", options->threads, "threads to read with; else one a core")
        ->check(CLI::Range(1, 256));
  }

  void bind_documents() {
    const std::shared_ptr<DocumentsOptions> options = std::make_shared<DocumentsOptions>();
    CLI::App* documents = command("documents", "what is in the record", options, run_documents);
    bind_store(documents, options->store);
    bind_filter(documents, options->filter);
    documents->add_flag("--json", options->json, "one JSON array");
  }

  void bind_set() {
    const std::shared_ptr<SetOptions> options = std::make_shared<SetOptions>();
    CLI::App* set = command("set", "metadata that you know better", options, run_set);
    bind_store(set, options->store);
    set->add_option("document", options->document, "name or id")->required();
    set->add_option("settings", options->settings, "KEY=VALUE")->required();
  }

  void bind_remove() {
    const std::shared_ptr<RemoveOptions> options = std::make_shared<RemoveOptions>();
    CLI::App* remove = command("remove", "takes documents out", options, run_remove);
    bind_store(remove, options->store);
    remove->add_option("documents", options->documents, "names or ids")->required();
  }

  void bind_list(const char* name, const char* what, Layer layer) {
    const std::shared_ptr<ListOptions> options = std::make_shared<ListOptions>();
    options->layer = layer;
    CLI::App* list = command(name, what, options, run_list);
    bind_store(list, options->store);
    bind_filter(list, options->filter);
    list->add_flag("--json", options->json, "one JSON array");
  }

  void bind_verify() {
    const std::shared_ptr<VerifyOptions> options = std::make_shared<VerifyOptions>();
    CLI::App* verify = command("verify", "proves every claim again", options, run_verify);
    bind_store(verify, options->store);
    verify->add_option("files", options->files, "RECORD.json TEXT; none: the store")->expected(2);
    verify->add_flag("--json", options->json, "failures and counts as JSON");
  }

  CLI::App app_;
  std::function<int()> run_;
};

}  // namespace

int run_program(int argc, char** argv) {
  const int code = CommandLine().run(argc, argv);
  return finish_output() ? code : kRefused;
}

}  // namespace verbale
