// Running text of public-domain collections, for what needs no annotation.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace verbale {

// Calls `text` with the "text" of every `step`-th line of a JSON Lines file.
Result<void> read_texts(const std::string& path, int step, const std::function<void(std::string_view)>& text);

}  // namespace verbale
