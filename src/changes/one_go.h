// Several changes of the record as one.
#pragma once

#include <functional>

#include "store/store.h"

namespace verbale {

// What `work` begins is committed, or taken back where it or the commit fails.
Result<void> in_one_go(Store& store, const std::function<Result<void>()>& work);

}  // namespace verbale
