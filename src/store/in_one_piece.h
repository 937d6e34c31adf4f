// Work on a record that is stored together or not at all.
#pragma once

#include "store/store.h"

namespace verbale {

// What is begun is committed, or taken back where `work` (a Result<void>()) or the commit fails.
template <class Work>
Result<void> in_one_piece(Store& store, Work work) {
  Result<void> done = store.begin();
  if (!done) return done;
  done = work();
  if (done) done = store.commit();
  if (!done) store.take_back();
  return done;
}

}  // namespace verbale
