// A line on the terminal that tells how far long work is. Nothing is written where there is none.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

class Progress {
 public:
  // `total` in the unit that move_to counts in (bytes of files); 0: not known.
  explicit Progress(uint64_t total);
  ~Progress() { clear(); }

  void move_to(uint64_t done, uint64_t documents, std::string_view name);
  // Takes the line away, so that something else can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string line(double seconds, uint64_t done, uint64_t documents, std::string_view name) const;

  bool shown_ = false;
  const bool enabled_;
  const uint64_t total_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

// "3:07" or "1:02:45".
std::string clock_time(double seconds);

}  // namespace verbale
