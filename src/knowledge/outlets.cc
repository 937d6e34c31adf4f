#include "knowledge/outlets.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/utf8.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr auto kKinds =
    std::to_array<std::string_view>({"agency", "broadcaster", "press", "government"});

std::optional<OutletKind> kind_from(std::string_view name) {
  for (size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == name) return static_cast<OutletKind>(i);
  }
  return std::nullopt;
}

// What names are compared by: folded, one blank between words, no "the" in front.
std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : fold(name)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  while (key.ends_with(' ')) key.pop_back();
  return key.starts_with("the ") ? key.substr(4) : key;
}

bool is_state_code(std::string_view code) {
  if (code.size() != 3) return false;
  for (const char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace

std::string host_of(std::string_view url) {
  if (const size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  }
  url = url.substr(0, url.find_first_of("/?# \t"));
  if (const size_t user = url.rfind('@'); user != std::string_view::npos)
    url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  std::string host = to_lower(url);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.find('.') == std::string::npos ? std::string() : host;
}

Result<Outlets> Outlets::load(const std::string& home) {
  Outlets outlets;
  const auto add = [&](const TsvRow& row) -> std::string {
    Outlet outlet;
    outlet.name = row[0];
    outlet.state = row[3];
    if (outlet.name.empty()) return "no name";
    if (!is_state_code(outlet.state)) return fmt::format("no state code '{}'", outlet.state);
    const std::optional<OutletKind> kind = kind_from(row[4]);
    if (!kind) return fmt::format("no kind of outlet '{}'", row[4]);
    outlet.kind = *kind;
    outlet.names.push_back(outlet.name);
    for (const std::string_view name : split_cell(row[1])) outlet.names.emplace_back(name);
    const int32_t index = static_cast<int32_t>(outlets.outlets_.size());
    for (const std::string& name : outlet.names) {
      if (!outlets.names_.try_emplace(key_of(name), index).second) {
        return fmt::format("the name '{}' stands twice", name);
      }
    }
    for (const std::string_view host : split_cell(row[2])) {
      if (!outlets.hosts_.try_emplace(to_lower(host), index).second) {
        return fmt::format("the host '{}' stands twice", host);
      }
      outlet.hosts.emplace_back(host);
    }
    outlets.outlets_.push_back(std::move(outlet));
    return {};
  };
  const Result<void> read = read_pack(home + "/knowledge/world/outlets.tsv",
                                      {"name", "names", "hosts", "state", "kind"}, add);
  if (!read) return std::unexpected(read.error());
  const Result<void> words = outlets.load_words(home);
  if (!words) return std::unexpected(words.error());
  return outlets;
}

Result<void> Outlets::load_words(const std::string& home) {
  const auto add = [&](const TsvRow& row) -> std::string {
    if (by_name(row[0]) == nullptr) return fmt::format("no outlet has the name '{}'", row[0]);
    if (!words_.insert(key_of(row[0])).second) return fmt::format("'{}' stands twice", row[0]);
    return {};
  };
  return read_pack(home + "/knowledge/world/outlet_words.tsv", {"name"}, add);
}

bool Outlets::is_word(std::string_view name) const { return words_.contains(key_of(name)); }

const Outlet* Outlets::by_name(std::string_view name) const {
  const auto found = names_.find(key_of(name));
  return found == names_.end() ? nullptr : &outlets_[static_cast<size_t>(found->second)];
}

const Outlet* Outlets::by_address(std::string_view url) const {
  const std::string host = host_of(url);
  for (std::string_view rest = host; !rest.empty();) {
    if (const auto found = hosts_.find(rest); found != hosts_.end()) {
      return &outlets_[static_cast<size_t>(found->second)];
    }
    const size_t dot = rest.find('.');
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  return nullptr;
}

}  // namespace verbale
