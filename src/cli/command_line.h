// What may be typed: commands with their options, flags and words. The commands are described in
// the files bind_*.cc; CLI11, which reads the arguments and writes the help, is known in
// command_line.cc alone.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/completion.h"
#include "store/lists.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace verbale {

// One option, flag or word of a command. Each function narrows what may be typed for it.
class Argument {
 public:
  explicit Argument(CLI::Option& option) : option_(&option) {}

  Argument& shown_as(const char* name);  // the value, in the help
  Argument& shows_default();
  Argument& required();
  Argument& at_least(int words);
  Argument& one_of(const std::vector<std::string>& values);
  Argument& in_range(int least, int most);
  Argument& not_negative();
  Argument& date();   // YYYY, YYYY-MM or YYYY-MM-DD
  Argument& day();    // whatever base/dates.h reads as one
  Argument& time();   // 2026-03-01T09:30:00Z
  Argument& state();  // three letters of ISO 3166 or a name the packs know; the code is kept
  Argument& else_from(const char* environment_variable);
  Argument& not_with(const Argument& other);

 private:
  CLI::Option* option_;
};

// One command. What the arguments are written to must live as long as the command line.
class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}

  // `names`: "--limit", "-o,--output", or of a word that is no option "id". Value: std::string,
  // int, int64_t, uint32_t or std::vector<std::string>.
  template <class Value>
  Argument option(const char* names, Value& value, const char* what);
  // `take` gets what was typed.
  Argument option(const char* names, std::function<void(const std::string&)> take,
                  const char* what);
  Argument flag(const char* names, bool& value, const char* what);

  // What many commands share.
  void store(std::string& store);
  void threads(int& threads);
  void filter(EntryFilter& filter, const std::vector<std::string>& kinds);

  void examples(const std::string& lines);  // below the help
  void footer(const std::string& text);     // the same, with its own heading

 private:
  CLI::App* app_;
};

class CommandLine {
 public:
  CommandLine();
  ~CommandLine();

  // `run` is called when the command was typed, with the options that it was given.
  template <class Options>
  Command command(const char* name, const char* what, std::shared_ptr<Options> options,
                  int (*run)(const Options&)) {
    return command(name, what, [options, run] { return run(*options); });
  }
  Command command(const char* name, const char* what, std::function<int()> run);
  void footer(const std::string& text);

  // Does what was typed; returns an exit code of the contract.
  int run(int argc, char** argv);
  // Of the command of this name; of the program if it is empty.
  int print_help(const std::string& name) const;
  // All commands in the order in which they were added.
  std::vector<DescribedCommand> described() const;

 private:
  std::unique_ptr<CLI::App> app_;
  std::function<int()> run_;
};

}  // namespace verbale
