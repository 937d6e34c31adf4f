// What persons have yet to look at, the doubtful and important first; and what they have decided.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/decision.h"
#include "store/lists.h"

namespace verbale {

struct QueueFilter {
  std::string reviewer;   // whose queue: what he has not decided himself; empty: what nobody has
  bool decided = false;   // what has been decided instead, the latest first
  bool disputed = false;  // of that, what reviewers disagree on
  std::string document;   // name or id
  std::optional<Layer> layer;  // none: all but frameworks, quantities and actors
  int64_t limit = 50;
  int64_t offset = 0;
};

struct QueueItem {
  ListedEntry entry;
  CodeRange place;
  std::string
      context;  // the lines that the entry stands in, at most some hundred characters beside it
  uint32_t context_start = 0;  // code points
  int doubt = 0;               // 0 to 100, as importance
  int importance = 0;
  std::vector<std::string> reasons;
  std::vector<Decision> decisions;  // about this entry
  bool rejected = false;            // it is no longer in the record
  bool disputed = false;
};

struct Queue {
  int64_t total = 0;    // that the filter lets through, before limit and offset
  int64_t decided = 0;  // entries decided about by the reviewer, or by anybody
  std::vector<QueueItem> items;
};

Result<Queue> review_queue(const Record& record, const QueueFilter& filter);

}  // namespace verbale
