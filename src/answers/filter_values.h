// The values that filters take: the same for the command line and the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/ids.h"

namespace verbale {

std::vector<std::string> layer_names();
// Kinds of the entries of a layer; none where there are none.
std::vector<std::string> kinds_of(Layer layer);
std::vector<std::string> report_kinds();
std::vector<std::string> acts();
std::vector<std::string> thread_kinds();
// How texts are related; "copy" stands for all that are one account.
std::vector<std::string> text_relations();

// "vnm" or "VNM" as "VNM"; empty: no ISO 3166 code of three letters.
std::string state_code(std::string_view text);

}  // namespace verbale
