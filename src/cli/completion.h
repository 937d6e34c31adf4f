// Completion scripts for shells, made from the commands themselves.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace verbale {

struct DescribedCommand {
  std::string name;
  std::string what;
  std::vector<std::pair<std::string, std::string>> options;  // "--json", description
};

// `shell`: "bash", "zsh" or "fish".
std::string completion_script(const std::string& shell, const std::vector<DescribedCommand>& commands);

}  // namespace verbale
