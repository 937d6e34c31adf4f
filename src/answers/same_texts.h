// Which documents are the same text or quote the same words, as the JSON of `verbale texts`.
#pragma once

#include <string>
#include <vector>

#include "record/document.h"
#include "reuse/reuse.h"

namespace verbale {

// `relation`: only pairs of it; "copy" stands for all that are one account; empty: all. `limit`
// counts pairs; -1: all.
Reuse find_same_texts(const std::vector<Document>& documents, const std::string& relation,
                      int64_t limit, int threads);

std::string pairs_to_json(const std::vector<Document>& documents, const Reuse& reuse);

}  // namespace verbale
