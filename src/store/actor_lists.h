// How often whom the record has speaking, by text and act.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "base/error.h"
#include "store/lists.h"

namespace verbale {

// Of a text (row) and an actor (id): statements by act, each counted for everybody who speaks it.
using SpeakerCounts = std::map<std::pair<int64_t, std::string>, std::map<std::string, int64_t>>;

Result<SpeakerCounts> count_speakers(const Record& record);

}  // namespace verbale
