// verbale serve, without what it prints.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/error.h"

namespace verbale {

struct ServeWish {
  std::string store;           // path of the record; it must be there
  uint16_t port = 8420;        // 0: a free one
  std::string reader_version;  // as Store::open takes it; empty: nothing may be written
};

// Serves until SIGINT or SIGTERM. `ready` is called with the address of the page, the token that
// allows to write behind its #, once callers are let in. An error: the record, packs or port are
// not to be had.
Result<void> serve(const ServeWish& wish,
                   const std::function<void(const std::string& address)>& ready);

}  // namespace verbale
