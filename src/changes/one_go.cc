#include "changes/one_go.h"

namespace verbale {

Result<void> in_one_go(Store& store, const std::function<Result<void>()>& work) {
  Result<void> done = store.begin();
  if (done) done = work();
  if (done) done = store.commit();
  if (!done) store.take_back();
  return done;
}

}  // namespace verbale
