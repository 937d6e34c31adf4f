// Strings kept once, at an address that does not move.
#pragma once

#include <memory>
#include <memory_resource>
#include <string_view>
#include <unordered_set>

namespace verbale {

// Interned strings of one document. Views stay valid while the pool lives, also after a move.
class StringPool {
 public:
  std::string_view intern(std::string_view text) {
    if (!state_) state_ = std::make_unique<State>();
    if (const auto found = state_->strings.find(text); found != state_->strings.end()) return *found;
    char* copy = static_cast<char*>(state_->memory.allocate(text.size() + 1, 1));
    text.copy(copy, text.size());
    copy[text.size()] = '\0';
    return *state_->strings.insert(std::string_view(copy, text.size())).first;
  }

 private:
  struct State {
    std::pmr::monotonic_buffer_resource memory{4096};
    std::unordered_set<std::string_view> strings;
  };
  std::unique_ptr<State> state_;
};

}  // namespace verbale
