// The border of store/: what was thrown inside becomes a value.
#pragma once

#include <type_traits>
#include <utility>

#include "store/database.h"

namespace verbale {

template <class Value, class Work>
Result<Value> guarded(Work work) {
  try {
    if constexpr (std::is_void_v<Value>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (DatabaseError& thrown) {
    return std::unexpected(std::move(thrown.error));
  }
}

}  // namespace verbale
