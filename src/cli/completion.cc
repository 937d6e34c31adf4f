#include "cli/completion.h"

#include <fmt/format.h>

namespace verbale {
namespace {

std::string names_of(const std::vector<DescribedCommand>& commands) {
  std::string names;
  for (const DescribedCommand& command : commands) names += (names.empty() ? "" : " ") + command.name;
  return names;
}

std::string options_of(const DescribedCommand& command) {
  std::string options;
  for (const auto& [option, what] : command.options) options += (options.empty() ? "" : " ") + option;
  return options;
}

// For use between single quotes, where zsh also minds colons and brackets.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != '\'' && c != '[' && c != ']' && c != ':' && c != '\\') out += c;
  }
  return out;
}

std::string bash_script(const std::vector<DescribedCommand>& commands) {
  std::string out =
      "_verbale() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
  out += fmt::format("    words='{}'\n", names_of(commands));
  out += "  elif [[ $word == -* ]]; then\n    case ${COMP_WORDS[1]} in\n";
  for (const DescribedCommand& command : commands) {
    out += fmt::format("      {}) words='{}' ;;\n", command.name, options_of(command));
  }
  out +=
      "    esac\n"
      "  elif [ \"${COMP_WORDS[1]}\" = help ]; then\n";
  out += fmt::format("    words='{}'\n", names_of(commands));
  out +=
      "  elif [ \"${COMP_WORDS[1]}\" = completion ]; then\n"
      "    words='bash zsh fish'\n"
      "  fi\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "}\n"
      "complete -o default -F _verbale verbale\n";
  return out;
}

std::string zsh_script(const std::vector<DescribedCommand>& commands) {
  std::string out = "#compdef verbale\n_verbale() {\n  if (( CURRENT == 2 )); then\n    _values command";
  for (const DescribedCommand& command : commands) {
    out += fmt::format(" \\\n      '{}[{}]'", command.name, plain(command.what));
  }
  out += "\n    return\n  fi\n  case $words[2] in\n";
  for (const DescribedCommand& command : commands) {
    out += fmt::format("    {}) _arguments", command.name);
    for (const auto& [option, what] : command.options) {
      out += fmt::format(" \\\n      '{}[{}]'", option, plain(what));
    }
    out += " '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\ncompdef _verbale verbale\n";
}

std::string fish_script(const std::vector<DescribedCommand>& commands) {
  std::string out;
  for (const DescribedCommand& command : commands) {
    out += fmt::format("complete -c verbale -n __fish_use_subcommand -f -a {} -d '{}'\n", command.name,
                       plain(command.what));
    for (const auto& [option, what] : command.options) {
      out += fmt::format("complete -c verbale -n '__fish_seen_subcommand_from {}' -l {} -d '{}'\n",
                         command.name, option.substr(2), plain(what));
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const std::string& shell,
                              const std::vector<DescribedCommand>& commands) {
  if (shell == "zsh") return zsh_script(commands);
  if (shell == "fish") return fish_script(commands);
  return bash_script(commands);
}

}  // namespace verbale
