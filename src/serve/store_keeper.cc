#include "serve/store_keeper.h"

#include <thread>
#include <utility>

#include "store/trouble.h"

namespace verbale {

Result<StoreKeeper::HeldStore> StoreKeeper::hold(std::chrono::milliseconds patience) {
  ++waiting_;
  std::unique_lock<std::timed_mutex> lock(mutex_, patience);
  --waiting_;
  if (!lock.owns_lock()) {
    return fail({}, std::string(kBeingWritten), "try again when they are");
  }
  Result<Store> store = Store::open(path_, reader_version_);
  if (!store) return std::unexpected(store.error());
  return HeldStore(*this, std::move(lock), std::move(*store));
}

void StoreKeeper::HeldStore::give_way() {
  constexpr std::chrono::seconds kMost{2};
  constexpr std::chrono::milliseconds kStep{1};
  lock_.unlock();
  const std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  while (others_wait() && std::chrono::steady_clock::now() - begun < kMost) {
    std::this_thread::sleep_for(kStep);
  }
  lock_.lock();
}

}  // namespace verbale
