// Reads the world packs and builds the table of all names.
//
// States come first, then what belongs to them, so that a row that names an unknown state, person or
// party is refused where it stands. The entries of each pack are sorted by id; entities keep views of
// the names, so they are made last, when nothing moves any more.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/iso_date.h"
#include "knowledge/offices.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"
#include "knowledge/world.h"

namespace verbale {
namespace {

std::vector<std::string> strings(std::string_view cell) {
  const std::vector<std::string_view> parts = split_cell(cell);
  return {parts.begin(), parts.end()};
}

// Sorts by id; the id that stands twice, or "".
template <class Entry>
std::string sort_by_id(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
  const auto twice =
      std::adjacent_find(entries.begin(), entries.end(),
                         [](const Entry& a, const Entry& b) { return a.id == b.id; });
  return twice == entries.end() ? std::string() : twice->id;
}

}  // namespace

class WorldLoader {
 public:
  Result<World> load(const std::string& home) {
    const std::string folder = home + "/knowledge/world/";
    if (Result<void> done = read_states(folder); !done) return std::unexpected(done.error());
    if (Result<void> done = read_organisations(folder); !done) return std::unexpected(done.error());
    if (Result<void> done = read_persons(folder); !done) return std::unexpected(done.error());
    if (Result<void> done = read_terms(folder); !done) return std::unexpected(done.error());
    if (Result<void> done = read_places(folder); !done) return std::unexpected(done.error());
    add_state_names();
    add_other_names();
    return std::move(world_);
  }

 private:
  Result<void> read_states(const std::string& folder) {
    const std::string path = folder + "states.tsv";
    const Result<void> read = read_pack(
        path,
        {"id", "name", "official", "capital", "names", "abbreviations", "demonyms", "governments"},
        [&](const TsvRow& row) -> std::string {
          if (row[0].size() != 3) return fmt::format("'{}' is no alpha-3 code", row[0]);
          world_.states_.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]),
                                    std::string(row[3]), strings(row[4]), strings(row[6]),
                                    strings(row[5]), strings(row[7])});
          return row[1].empty() ? "a state without name" : "";
        });
    return read ? refuse_double(path, sort_by_id(world_.states_)) : read;
  }

  Result<void> read_organisations(const std::string& folder) {
    const std::string path = folder + "organisations.tsv";
    const Result<void> read = read_pack(
        path, {"id", "name", "kind", "state", "names", "abbreviations", "members"},
        [&](const TsvRow& row) -> std::string {
          if (row[2] != "party" && row[2] != "organisation") {
            return fmt::format("no kind '{}'", row[2]);
          }
          Organisation entry{std::string(row[0]), std::string(row[1]), row[2] == "party",
                             std::string(row[3]), strings(row[4]), strings(row[5]), {}};
          for (const std::string_view member : split_cell(row[6], ' ')) {
            if (world_.state(member) == nullptr) return unknown_state(member);
            entry.members.emplace_back(member);
          }
          world_.organisations_.push_back(std::move(entry));
          return known_state(row[3]) ? "" : unknown_state(row[3]);
        });
    return read ? refuse_double(path, sort_by_id(world_.organisations_)) : read;
  }

  Result<void> read_persons(const std::string& folder) {
    const std::string path = folder + "persons.tsv";
    const Result<void> read = read_pack(
        path, {"id", "name", "names", "state", "gender", "source"},
        [&](const TsvRow& row) -> std::string {
          world_.persons_.push_back({std::string(row[0]), std::string(row[1]), strings(row[2]),
                                     std::string(row[3]), std::string(row[4])});
          if (!row[4].empty() && row[4] != "m" && row[4] != "f") return "gender is m, f or nothing";
          if (row[0].empty() || row[1].empty()) return "a person without id or name";
          return known_state(row[3]) ? "" : unknown_state(row[3]);
        });
    return read ? refuse_double(path, sort_by_id(world_.persons_)) : read;
  }

  Result<void> read_terms(const std::string& folder) {
    const Result<void> read = read_pack(
        folder + "terms.tsv",
        {"person", "title", "kind", "state", "organisation", "from", "to", "source"},
        [&](const TsvRow& row) -> std::string {
          const Person* person = world_.person(row[0]);
          if (person == nullptr) return fmt::format("no person '{}' in persons.tsv", row[0]);
          const std::optional<OfficeKind> kind = office_kind(row[2]);
          if (!kind) return fmt::format("no kind '{}'", row[2]);
          if (!known_state(row[3])) return unknown_state(row[3]);
          if (!row[4].empty() && world_.organisation(row[4]) == nullptr) {
            return fmt::format("no organisation '{}' in organisations.tsv", row[4]);
          }
          for (const size_t column : {5u, 6u}) {
            if (!row[column].empty() && !is_iso_date(row[column])) {
              return fmt::format("'{}' is no ISO date", row[column]);
            }
          }
          world_.terms_.push_back({static_cast<int32_t>(person - world_.persons_.data()),
                                   std::string(row[1]), *kind, std::string(row[4]),
                                   std::string(row[3]), std::string(row[5]), std::string(row[6])});
          return row[1].empty() ? "an office without title" : "";
        });
    if (read) order_terms();
    return read;
  }

  Result<void> read_places(const std::string& folder) {
    return read_pack(folder + "places.tsv", {"name", "names", "state", "kind"},
                     [&](const TsvRow& row) -> std::string {
                       if (row[3] != "city" && row[3] != "capital" && row[3] != "region") {
                         return fmt::format("no kind '{}'", row[3]);
                       }
                       world_.places_.push_back({std::string(row[0]), strings(row[1]),
                                                 std::string(row[2]), row[3] == "capital",
                                                 row[3] == "region"});
                       return known_state(row[2]) ? "" : unknown_state(row[2]);
                     });
  }

  void order_terms() {
    world_.terms_of_.resize(world_.persons_.size());
    for (size_t i = 0; i < world_.terms_.size(); ++i) {
      world_.terms_of_[static_cast<size_t>(world_.terms_[i].person)].push_back(
          static_cast<int32_t>(i));
    }
    for (std::vector<int32_t>& terms : world_.terms_of_) {
      std::stable_sort(terms.begin(), terms.end(), [&](int32_t a, int32_t b) {
        return world_.terms_[static_cast<size_t>(a)].from <
               world_.terms_[static_cast<size_t>(b)].from;
      });
    }
  }

  bool known_state(std::string_view id) const { return id.empty() || world_.state(id) != nullptr; }

  static std::string unknown_state(std::string_view id) {
    return fmt::format("no state '{}' in states.tsv", id);
  }

  static Result<void> refuse_double(const std::string& path, const std::string& id) {
    if (id.empty()) return {};
    return fail(path, fmt::format("the id '{}' stands twice", id), "correct the pack");
  }

  void add_name(EntityKind kind, size_t index, std::string_view name, bool exact_case) {
    if (name.empty()) return;
    world_.names_.add(word_phrase(name), static_cast<int32_t>(world_.entities_.size()));
    world_.entities_.push_back({kind, static_cast<int32_t>(index), exact_case, name});
  }

  void add_names(EntityKind kind, size_t index, const std::vector<std::string>& names,
                 bool exact_case = false) {
    for (const std::string& name : names) add_name(kind, index, name, exact_case);
  }

  void add_state_names() {
    for (size_t i = 0; i < world_.states_.size(); ++i) {
      const State& state = world_.states_[i];
      add_name(EntityKind::State, i, state.name, false);
      add_name(EntityKind::State, i, state.official, false);
      add_names(EntityKind::State, i, state.names);
      add_names(EntityKind::State, i, state.abbreviations, true);
      add_names(EntityKind::Demonym, i, state.demonyms);
      add_names(EntityKind::Government, i, state.governments);
    }
  }

  void add_other_names() {
    for (size_t i = 0; i < world_.organisations_.size(); ++i) {
      const Organisation& organisation = world_.organisations_[i];
      add_name(EntityKind::Organisation, i, organisation.name, false);
      add_names(EntityKind::Organisation, i, organisation.names);
      add_names(EntityKind::Organisation, i, organisation.abbreviations, true);
    }
    for (size_t i = 0; i < world_.persons_.size(); ++i) {
      add_name(EntityKind::Person, i, world_.persons_[i].name, false);
      add_names(EntityKind::Person, i, world_.persons_[i].names);
    }
    for (size_t i = 0; i < world_.places_.size(); ++i) {
      add_name(EntityKind::Place, i, world_.places_[i].name, false);
      add_names(EntityKind::Place, i, world_.places_[i].names);
    }
  }

  World world_;
};

Result<World> World::load(const std::string& home) { return WorldLoader().load(home); }

}  // namespace verbale
