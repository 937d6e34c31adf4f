#include "serve/open_files.h"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

namespace verbale {

int connections_that_fit(int wanted) {
  constexpr rlim_t kForTheRecord = 100;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  const rlim_t needed = static_cast<rlim_t>(wanted) + kForTheRecord;
  if (files.rlim_cur < needed) {
    const rlim_t before = std::exchange(files.rlim_cur, std::min(needed, files.rlim_max));
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) files.rlim_cur = before;
  }
  const rlim_t kept = std::min(kForTheRecord, files.rlim_cur / 2);
  return static_cast<int>(std::min<rlim_t>(static_cast<rlim_t>(wanted), files.rlim_cur - kept));
}

}  // namespace verbale
