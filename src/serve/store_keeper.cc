#include "serve/store_keeper.h"

#include <utility>

namespace verbale {

Result<StoreKeeper::HeldStore> StoreKeeper::hold(std::chrono::milliseconds patience) {
  std::unique_lock<std::timed_mutex> lock(mutex_, patience);
  if (!lock.owns_lock()) {
    return fail({}, "documents are being added to the record", "try again when they are");
  }
  Result<Store> store = Store::open(path_, reader_version_);
  if (!store) return std::unexpected(store.error());
  return HeldStore(std::move(lock), std::move(*store));
}

}  // namespace verbale
