#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <utility>

#include "answers/filter_values.h"
#include "base/dates.h"
#include "base/version.h"
#include "cli/cli.h"
#include "cli/output.h"

namespace verbale {
namespace {

std::string check_date(const std::string& text) {
  return is_date(text) ? "" : "a date is YYYY, YYYY-MM or YYYY-MM-DD, not " + text;
}

std::string check_day(const std::string& text) {
  return iso_date(text).empty() ? "a date is YYYY-MM-DD, not " + text : "";
}

std::string check_time(const std::string& text) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:ddZ";
  bool right = text.size() == kForm.size();
  for (size_t i = 0; right && i < text.size(); ++i) {
    right = kForm[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == kForm[i];
  }
  return right ? "" : "a time is YYYY-MM-DDTHH:MM:SSZ, not " + text;
}

// State codes may be typed in small letters.
std::string to_state_code(std::string& text) {
  const std::string code = state_code(text);
  if (code.empty())
    return "a state is named by its ISO 3166 code of three letters (VNM), not " + text;
  text = code;
  return "";
}

// CLI11's way to say: all subcommands, in the order in which they were added.
const std::function<bool(const CLI::App*)> kAll = {};

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands(kAll)) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

int print_help_of(const CLI::App& command) {
  // Not command.help(): that of an App whose subcommand was parsed is the subcommand's.
  const std::string name =
      command.get_parent() == nullptr ? "verbale" : "verbale " + command.get_name();
  print(command.get_formatter()->make_help(&command, name, CLI::AppFormatMode::Normal));
  return kDone;
}

int refuse_command(const std::string& name) {
  print_error({name, "there is no such command", "`verbale help` shows what there is"});
  return kUsage;
}

}  // namespace

Argument& Argument::shown_as(const char* name) {
  option_->type_name(name);
  return *this;
}

Argument& Argument::shows_default() {
  option_->capture_default_str();
  return *this;
}

Argument& Argument::required() {
  option_->required();
  return *this;
}

Argument& Argument::at_least(int words) {
  option_->expected(words, -1);
  return *this;
}

Argument& Argument::one_of(const std::vector<std::string>& values) {
  option_->check(CLI::IsMember(values));
  return *this;
}

Argument& Argument::in_range(int least, int most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Argument& Argument::not_negative() {
  option_->check(CLI::NonNegativeNumber);
  return *this;
}

Argument& Argument::date() {
  option_->check(CLI::Validator(check_date, ""));
  return *this;
}

Argument& Argument::day() {
  option_->check(CLI::Validator(check_day, ""));
  return *this;
}

Argument& Argument::time() {
  option_->check(CLI::Validator(check_time, ""));
  return *this;
}

Argument& Argument::state() {
  option_->transform(CLI::Validator(to_state_code, ""));
  return *this;
}

Argument& Argument::else_from(const char* environment_variable) {
  option_->envname(environment_variable);
  return *this;
}

Argument& Argument::not_with(const Argument& other) {
  option_->excludes(other.option_);
  return *this;
}

template <class Value>
Argument Command::option(const char* names, Value& value, const char* what) {
  return Argument(*app_->add_option(names, value, what));
}
template Argument Command::option(const char*, std::string&, const char*);
template Argument Command::option(const char*, int&, const char*);
template Argument Command::option(const char*, int64_t&, const char*);
template Argument Command::option(const char*, uint32_t&, const char*);
template Argument Command::option(const char*, std::vector<std::string>&, const char*);

Argument Command::option(const char* names, std::function<void(const std::string&)> take,
                         const char* what) {
  return Argument(*app_->add_option_function<std::string>(names, std::move(take), what));
}

Argument Command::flag(const char* names, bool& value, const char* what) {
  return Argument(*app_->add_flag(names, value, what));
}

void Command::store(std::string& store) {
  option("--store", store, "the record; else $VERBALE_STORE, else verbale.db").shown_as("DB");
}

void Command::threads(int& threads) {
  option("--threads", threads, "threads to read with; the result is the same on any number")
      .in_range(1, 256)
      .shown_as("N");
}

void Command::filter(EntryFilter& filter, const std::vector<std::string>& kinds) {
  option("--side", filter.side, "state of the outlet").state().shown_as("ISO3");
  option("--state", filter.state, "a state that is concerned").state().shown_as("ISO3");
  option("--document", filter.document, "name or id of the document").shown_as("NAME");
  option("--from", filter.from, "first day, month or year").date().shown_as("DATE");
  option("--to", filter.to, "last day, month or year").date().shown_as("DATE");
  if (!kinds.empty()) option("--kind", filter.kind, "kind").one_of(kinds);
  option("--limit", filter.limit, "at most so many").not_negative().shown_as("N");
}

void Command::examples(const std::string& lines) { footer("Example:\n  " + lines); }

void Command::footer(const std::string& text) { app_->footer(text); }

CommandLine::CommandLine()
    : app_(std::make_unique<CLI::App>("Verbale keeps the record of what states told each other.",
                                      "verbale")) {
  app_->require_subcommand(0, 1);
  app_->set_version_flag("--version", std::string("verbale ") + std::string(kVersion));
  app_->get_formatter()->column_width(28);
}

CommandLine::~CommandLine() = default;

Command CommandLine::command(const char* name, const char* what, std::function<int()> run) {
  CLI::App* command = app_->add_subcommand(name, what);
  command->callback([this, run = std::move(run)] { run_ = run; });
  return Command(*command);
}

void CommandLine::footer(const std::string& text) { app_->footer(text); }

int CommandLine::run(int argc, char** argv) {
  if (argc < 2) {
    print_error({"", "no command", "`verbale help` shows what there is"});
    return kUsage;
  }
  const std::string first = argv[1];
  if (!first.starts_with("-") && find_command(*app_, first) == nullptr)
    return refuse_command(first);
  try {
    app_->parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    for (const CLI::App* command : app_->get_subcommands()) return print_help_of(*command);
    return print_help_of(*app_);
  } catch (const CLI::CallForVersion& version) {
    print(std::string(version.what()) + "\n");
    return kDone;
  } catch (const CLI::ParseError& error) {
    std::string command;
    for (const CLI::App* chosen : app_->get_subcommands()) command = chosen->get_name();
    print_error({command, error.what(),
                 "see `verbale help" + (command.empty() ? "" : " " + command) + "`"});
    return kUsage;
  }
  return run_ ? run_() : print_help_of(*app_);
}

int CommandLine::print_help(const std::string& name) const {
  if (name.empty()) return print_help_of(*app_);
  const CLI::App* command = find_command(*app_, name);
  return command == nullptr ? refuse_command(name) : print_help_of(*command);
}

std::vector<DescribedCommand> CommandLine::described() const {
  std::vector<DescribedCommand> commands;
  const CLI::App& program = *app_;
  for (const CLI::App* command : program.get_subcommands(kAll)) {
    DescribedCommand& described = commands.emplace_back();
    described.name = command->get_name();
    described.what = command->get_description();
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_lnames().empty()) {
        described.options.push_back(
            {"--" + option->get_lnames().front(), option->get_description()});
      }
    }
  }
  return commands;
}

}  // namespace verbale
