// The command line.
#pragma once

namespace verbale {

// Exit codes of the contract.
enum ExitCode { kDone = 0, kRefused = 1, kUsage = 2 };

int run_program(int argc, char** argv);

}  // namespace verbale
