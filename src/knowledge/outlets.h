// The pack of outlets (knowledge/world/outlets.tsv): who publishes accounts, and for which state.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/error.h"

namespace verbale {

// Government: an office of a state or organisation speaks for itself. The others report.
enum class OutletKind : uint8_t { Agency, Broadcaster, Press, Government };

struct Outlet {
  std::string name;   // as records give it: "Xinhua", "White House"
  std::string state;  // alpha-3; "EUE" European Union, "XXX" another organisation
  OutletKind kind = OutletKind::Press;
  std::vector<std::string> names;  // all names, the usual one first
  std::vector<std::string> hosts;  // ends of its web addresses
};

class Outlets {
 public:
  // Reads knowledge/world/outlets.tsv and outlet_words.tsv below `home`.
  static Result<Outlets> load(const std::string& home);

  // The outlet of that name, compared without case, diacritics and a leading article; or nullptr.
  const Outlet* by_name(std::string_view name) const;
  // Does the name mean something else as often: a word ("Report", "Dawn"), or an organisation that
  // accounts are about ("NATO")? Compared as by by_name.
  bool is_word(std::string_view name) const;
  // The outlet of a web address or bare host: the longest listed host that it ends with; or
  // nullptr.
  const Outlet* by_address(std::string_view url) const;

  std::span<const Outlet> all() const { return outlets_; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, int32_t, Hash, std::equal_to<>>;

  // Reads outlet_words.tsv; each must be the name of an outlet.
  Result<void> load_words(const std::string& home);

  std::vector<Outlet> outlets_;
  std::unordered_set<std::string> words_;  // names that are words, too
  Index names_;
  Index hosts_;
};

// The host of a web address in lower case without "www.", user and port:
// "https://WWW.mofa.go.jp:443/x" and "mofa.go.jp" both give "mofa.go.jp". Empty where there is
// none.
std::string host_of(std::string_view url);

}  // namespace verbale
