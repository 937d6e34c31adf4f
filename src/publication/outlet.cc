#include "publication/outlet.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/dates.h"
#include "base/utf8.h"
#include "publication/dateline.h"
#include "publication/signoff.h"
#include "publication/stamps.h"

namespace verbale {
namespace {

Found found(std::string_view value, Span evidence = {}) {
  Found result;
  result.value = value;
  result.evidence = evidence;
  return result;
}

// A sign-off or the name beside a date stamp, the last first.
Found outlet_in_furniture(const Document& document, const Outlets& outlets,
                          const std::vector<Piece>& pieces) {
  for (size_t i = pieces.size(); i-- > 0;) {
    if (pieces[i].kind != ParagraphKind::Furniture || pieces[i].span.size() > 80) continue;
    const std::string_view words = document.str(pieces[i].span);
    if (const Outlet* outlet = signoff_outlet(words, outlets)) {
      return found(outlet->name, pieces[i].span);
    }
  }
  return {};
}

// The name beside a date stamp that no list knows ("Lantern date 2024-08-19"), unless it is a place.
Found outlet_of_stamp(const Document& document, const Knowledge& knowledge, const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.kind != ParagraphKind::Furniture || piece.span.size() > 120) continue;
    const std::optional<Stamp> stamp = find_stamp(document.str(piece.span), knowledge);
    if (stamp && !stamp->name.empty() && !is_place_name(stamp->name, knowledge.world)) return found(stamp->name, piece.span);
  }
  return {};
}

// An office named alone in furniture ("Office of the Spokesperson") tells less: used last.
Found office_in_furniture(const Document& document, const Outlets& outlets,
                          const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.kind != ParagraphKind::Furniture || piece.span.size() > 120) continue;
    if (const Outlet* outlet = outlets.by_name(document.str(piece.span))) {
      return found(outlet->name, piece.span);
    }
  }
  return {};
}

// A name that is a word, too, is an outlet's where it is an abbreviation in capitals right after the
// day: "2023-12-12_MAP_talks", but neither "map_of_talks" nor "2023-12-12_report".
bool stands_as_outlet(std::string_view name, size_t at, std::string_view part, const Outlets& outlets) {
  if (!outlets.is_word(part)) return true;
  const bool capitals = std::ranges::all_of(part, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && at > 0 && !iso_date(name.substr(0, at - 1)).empty();
}

// "2023-12-12_VNA_talks.txt": a part of the file's name that is an outlet's.
Found outlet_in_name(const Source& source, const Outlets& outlets) {
  Found result;
  if (source.row_line > 0) return result;  // the name of a table tells nothing of its rows
  const std::string_view name = source.name;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find_first_of("_-. ", at), name.size());
    const std::string_view part = name.substr(at, end - at);
    const Outlet* outlet = part.size() > 2 ? outlets.by_name(part) : nullptr;
    if (outlet != nullptr && stands_as_outlet(name, at, part, outlets)) {
      result.value = outlet->name;
      result.inferred = true;
      result.reason = "the file's name";
      return result;
    }
    at = end + 1;
  }
  return result;
}

// The state that a name holds: "Embassy of Chile", "Ministry of Foreign Affairs, Republic of
// Korea", "Thai Ministry of Commerce". The last one counts ("Embassy of Japan in Vietnam": the
// first after "of").
std::string state_in_name(std::string_view name, const World& world) {
  std::vector<std::string> words;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find_first_of(" ,()-", at), name.size());
    if (end > at) words.push_back(fold(name.substr(at, end - at)));
    at = end + 1;
  }
  const std::vector<std::string_view> views(words.begin(), words.end());
  for (size_t i = 0; i < views.size(); ++i) {
    const std::span<const std::string_view> rest(views.data() + i, views.size() - i);
    for (const int32_t value : world.names().longest(rest).values) {
      const Entity& entity = world.entities()[static_cast<size_t>(value)];
      const bool state = entity.kind == EntityKind::State || entity.kind == EntityKind::Demonym;
      if (state) return world.states()[static_cast<size_t>(entity.index)].id;
      // "Hanoi Courier": a paper of the capital.
      const bool town = entity.kind == EntityKind::Place && i == 0 && words.size() > 1;
      const Place* place = town ? &world.places()[static_cast<size_t>(entity.index)] : nullptr;
      if (place != nullptr && place->capital) return place->state;
    }
  }
  return {};
}

// "gov.xx", "gouv.xx", "gob.xx", "go.xx", "mil.xx" belong to a state; the pack of outlets holds the
// country endings that it has an office of: the ending's own state is that of any listed host with
// it.
std::string state_of_address(std::string_view url, const Outlets& outlets) {
  const std::string host = host_of(url);
  const size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0) return {};
  const size_t before = host.rfind('.', dot - 1);
  const std::string second = host.substr(before + 1, dot - before - 1);
  constexpr auto kOffices = std::to_array<std::string_view>(
      {"gov", "gouv", "gob", "gub", "gv", "go", "gc", "govt", "mil", "admin"});
  bool office = false;
  for (const std::string_view name : kOffices) office = office || second == name;
  if (!office) return {};
  const std::string ending = host.substr(dot);
  for (const Outlet& outlet : outlets.all()) {
    for (const std::string& listed : outlet.hosts) {
      if (listed.ends_with(ending)) return outlet.state;
    }
  }
  return {};
}

}  // namespace

bool is_office_line(std::string_view line, const World& world) {
  constexpr auto kOffices = std::to_array<std::string_view>({"Ministry of ", "Ministry for ", "Embassy of ", "Government of ", "Presidency of ",
                                                             "Office of the ", "Permanent Mission of ", "Department of ", "Consulate General of "});
  constexpr auto kSmall = std::to_array<std::string_view>({"of", "the", "for", "and", "to", "in", "&"});
  constexpr uint32_t kMost = 12;
  if (ends_sentence(line) || count_words(line, kMost + 1) > kMost) return false;
  if (std::none_of(kOffices.begin(), kOffices.end(), [&](std::string_view office) { return line.starts_with(office); })) return false;
  for (size_t at = 0; at < line.size();) {
    const size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const bool small = std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
    if (!word.empty() && !small && !is_upper(decode_utf8(word, 0).value)) return false;
    at = end + 1;
  }
  const size_t of = line.rfind(" of ");
  std::string_view owner = of == std::string_view::npos ? std::string_view() : line.substr(of + 4);
  if (owner.starts_with("the ")) owner.remove_prefix(4);
  return !owner.empty() && is_place_name(owner, world);
}

Found find_outlet(const Document& document, const Knowledge& knowledge,
                  const std::vector<Piece>& pieces, Span dateline_outlet) {
  const GivenMetadata& given = document.source.given;
  const GivenMetadata& stated = document.source.stated;
  if (!given.outlet.empty()) return found(given.outlet);
  for (const std::string& url : {given.url, stated.url}) {
    if (const Outlet* outlet = knowledge.outlets.by_address(url)) return found(outlet->name);
  }
  if (!dateline_outlet.empty()) {
    const std::string_view name = document.str(dateline_outlet);
    const Outlet* outlet = knowledge.outlets.by_name(name);
    return found(outlet != nullptr ? std::string_view(outlet->name) : name, dateline_outlet);
  }
  if (!stated.outlet.empty()) {
    const Outlet* outlet = knowledge.outlets.by_name(stated.outlet);
    return found(outlet != nullptr ? outlet->name : stated.outlet);
  }
  Found signed_by = outlet_in_furniture(document, knowledge.outlets, pieces);
  if (signed_by) return signed_by;
  Found stamped = outlet_of_stamp(document, knowledge, pieces);
  if (stamped) return stamped;
  Found office = office_in_furniture(document, knowledge.outlets, pieces);
  for (size_t i = 0; !office && i < pieces.size() && i < 3; ++i) {
    const std::string_view line = document.str(pieces[i].span);
    if (pieces[i].kind == ParagraphKind::Furniture && is_office_line(line, knowledge.world)) office = found(line, pieces[i].span);
  }
  return office ? office : outlet_in_name(document.source, knowledge.outlets);
}

Found find_side(const Document& document, const Knowledge& knowledge) {
  const GivenMetadata& given = document.source.given;
  if (!given.side.empty()) return found(given.side);
  const Publication& publication = document.publication;
  const Outlet* outlet = knowledge.outlets.by_name(publication.outlet.value);
  const std::string& url = given.url.empty() ? document.source.stated.url : given.url;
  if (outlet == nullptr) outlet = knowledge.outlets.by_address(url);
  if (outlet != nullptr) return found(outlet->state, publication.outlet.evidence);
  Found side = found(state_in_name(publication.outlet.value, knowledge.world));
  if (side) {
    side.evidence = publication.outlet.evidence;
    return side;
  }
  return found(state_of_address(url, knowledge.outlets));
}

}  // namespace verbale
