// The commands in the order in which the help lists them, and the three that speak of
// the commands themselves.
#include "cli/cli.h"

#include <csignal>
#include <memory>
#include <string>

#include "base/version.h"
#include "cli/bind.h"
#include "cli/completion.h"
#include "cli/output.h"

namespace verbale {
namespace {

void bind_completion(CommandLine& line) {
  const std::shared_ptr<std::string> shell = std::make_shared<std::string>();
  Command completion =
      line.command("completion", "completion for a shell, to be sourced", [&line, shell] {
        print(completion_script(*shell, line.described()));
        return static_cast<int>(kDone);
      });
  completion.option("shell", *shell, "bash, zsh or fish")
      .required()
      .one_of({"bash", "zsh", "fish"});
  completion.examples("source <(verbale completion bash)");
}

void bind_help(CommandLine& line) {
  line.command("version", "the version of the program", [] {
    print(std::string("verbale ") + std::string(kVersion) + "\n");
    return static_cast<int>(kDone);
  });
  const std::shared_ptr<std::string> command = std::make_shared<std::string>();
  line.command("help", "what there is, or more about one command",
               [&line, command] { return line.print_help(*command); })
      .option("command", *command, "the command")
      .shown_as("COMMAND");
}

void bind_all(CommandLine& line) {
  bind_read(line);
  bind_add(line);
  bind_documents(line);
  bind_set(line);
  bind_decide(line);
  bind_decisions(line);
  bind_review(line);
  bind_agreement(line);
  bind_import(line);
  bind_remove(line);
  bind_refresh(line);
  bind_meetings(line);
  bind_visits(line);
  bind_lists(line);
  bind_texts(line);
  bind_show(line);
  bind_explain(line);
  bind_ledger(line);
  bind_status(line);
  bind_search(line);
  bind_searches(line);
  bind_people(line);
  bind_network(line);
  bind_heat(line);
  bind_names(line);
  bind_brief(line);
  bind_export(line);
  bind_compare(line);
  bind_phrases(line);
  bind_phrase(line);
  bind_serve(line);
  bind_verify(line);
  bind_eval(line);
  bind_completion(line);
  bind_help(line);
}

}  // namespace

int run_program(int argc, char** argv) {
  // A file that may not grow is an error to report, no reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  CommandLine line;
  bind_all(line);
  line.footer(
      "Examples:\n"
      "  verbale read report.txt                    what the record of one report would be\n"
      "  verbale add reports/                       read a folder into verbale.db\n"
      "  verbale commitments --state CHN            who is bound to what\n"
      "  verbale search 'railway speaker:\"To Lam\"'  words and fields\n"
      "  verbale show c-4h1 && verbale explain c-4h1\n"
      "  verbale verify                             prove every line again\n"
      "`verbale help COMMAND` tells more. Exit codes: 0 done, 1 something was refused or failed\n"
      "verification, 2 wrong usage.");
  const int code = line.run(argc, argv);
  return finish_output() ? code : kRefused;
}

}  // namespace verbale
