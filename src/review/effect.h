// Decisions take effect in the record: each text that they speak of is read again, together with
// them or not at all.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pipeline/pipeline.h"
#include "record/decision.h"
#include "store/store.h"
#include "visits/reports.h"

namespace verbale {

// What reading again takes.
struct RereadWith {
  const Reader& reader;
  const MeetingReporter& reporter;
};

// Keeps the decisions that are not there yet and reads their texts again; meetings are joined only
// where one changed. Returns how many were new. A text that is not in the record keeps its
// decisions for when it comes.
Result<size_t> keep_decisions(Store& store, const RereadWith& with,
                              std::span<const Decision> decisions);

// Withdraws the decision with that id, or its beginning, at that time; returns it.
Result<Decision> undo_decision(Store& store, const RereadWith& with, std::string_view id,
                               std::string_view at);

}  // namespace verbale
