// The same work for each number of a range, on several threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace verbale {

// Calls work(thread, i) once for each i < count; thread < threads. Numbers are handed out in order,
// a few at a time. What is made must not depend on which thread made it.
template <class Work>
void for_each_number(size_t count, int threads, size_t at_a_time, const Work& work) {
  if (threads <= 1 || count <= at_a_time) {
    for (size_t i = 0; i < count; ++i) work(0, i);
    return;
  }
  std::atomic<size_t> next = 0;
  const auto run = [&](int thread) {
    for (;;) {
      const size_t first = next.fetch_add(at_a_time);
      if (first >= count) return;
      for (size_t i = first; i < count && i < first + at_a_time; ++i) work(thread, i);
    }
  };
  std::vector<std::jthread> pool;
  for (int t = 1; t < threads; ++t) pool.emplace_back(run, t);
  run(0);
}

}  // namespace verbale
