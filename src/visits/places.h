// Which city and state a place is, as far as the packs know.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/world.h"
#include "visits/reports.h"

namespace verbale {

class PlaceFinder {
 public:
  explicit PlaceFinder(const World& world);
  ReportedPlace find(const std::string& name) const;

 private:
  struct Known {
    std::string city;
    std::string state;
  };
  void add(std::string_view name, std::string_view city, std::string_view state);
  std::unordered_map<std::string, Known> known_;  // by folded name
};

}  // namespace verbale
