#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/terminal.h"

namespace verbale {
namespace {

constexpr std::chrono::milliseconds kPause{100};
constexpr int kBar = 20;

void write(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string clock_time(double seconds) {
  const int64_t whole = static_cast<int64_t>(std::max(0.0, seconds) + 0.5);
  if (whole >= 3600) {
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

Progress::Progress(uint64_t total) : enabled_(is_terminal(Stream::Error)), total_(total) {}

std::string Progress::line(double seconds, uint64_t done, uint64_t documents,
                           std::string_view name) const {
  const double rate = seconds > 0 ? static_cast<double>(documents) / seconds : 0;
  std::string out;
  if (total_ > 0) {
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total_));
    const int filled = static_cast<int>(share * kBar);
    out = fmt::format("[{}{}] {:3.0f} %  ", std::string(static_cast<size_t>(filled), '#'),
                      std::string(static_cast<size_t>(kBar - filled), '.'), share * 100);
    if (share > 0) out += fmt::format("{} left  ", clock_time(seconds / share - seconds));
  }
  return out + fmt::format("{} documents, {:.0f} a second  {}", documents, rate, one_line(name));
}

void Progress::move_to(uint64_t done, uint64_t documents, std::string_view name) {
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (shown_ && now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const int width = terminal_width();
  write("\r\x1b[K" + fit(line(seconds, done, documents, name), width > 1 ? width - 1 : 79));
}

void Progress::clear() {
  if (!shown_) return;
  write("\r\x1b[K");
  shown_ = false;
}

}  // namespace verbale
