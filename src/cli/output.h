// What a command says: results on standard output, what went wrong on standard error.
#pragma once

#include <string_view>

#include "base/error.h"

namespace verbale {

// Writes to standard output, buffered.
void print(std::string_view text);

// Writes what is buffered. False: standard output takes no more (a full disk, a reader that is gone).
// A reader that is gone ("| head") is no fault and is not spoken of.
bool finish_output();

// `verbale: FILE: what is wrong, where: how to mend it`
void print_error(const Error& error);
void print_note(std::string_view note);

}  // namespace verbale
