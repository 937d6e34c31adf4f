// What was said beyond undertakings, what one side alone tells, what is told differently.
#include "brief/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/plain_line.h"
#include "brief/lines.h"

namespace verbale {
namespace {

constexpr size_t kMostPoints = 4;  // of each side, and of differences
constexpr size_t kMostSaid = 5;

std::vector<std::string> speakers_of(const Document& document, const PointPart& part) {
  std::vector<std::string> names;
  for (const std::string& id : part.speakers) {
    const auto actor = std::ranges::find(document.actors, id, &Actor::id);
    if (actor != document.actors.end()) names.push_back(actor->name);
  }
  return names;
}

const Statement* statement_of(const Document& document, const PointPart& part) {
  return part.statements.empty() ? nullptr : &document.statements[static_cast<size_t>(part.statements.front())];
}

// "stressed", where the cue is a verb that follows its speaker; "said" names nothing more than a colon does.
std::string verb_of(const Document& document, const PointPart& part) {
  const Statement* statement = statement_of(document, part);
  if (statement == nullptr || statement->cue_head < 0) return {};
  const Token& head = document.tokens[static_cast<size_t>(statement->cue_head)];
  return head.upos == Upos::VERB ? plain_line(document.str(statement->cue)) : std::string();
}

// Xi Jinping stressed: "..."
void add_words(PageLine& line, const Document& document, const PointPart& part, uint32_t most = 160) {
  const std::vector<std::string> speakers = speakers_of(document, part);
  const std::string verb = verb_of(document, part);
  if (!speakers.empty()) line.push_back({in_a_row(speakers) + (verb.empty() ? "" : " " + verb) + ": "});
  line.push_back({quoted_words(document, part.spans.front(), most), PageStyle::Quote});
}

void add_part(Page& page, const Comparison& comparison, const PointPart& part, const World& world) {
  const Document& document = account_of(comparison, part.account);
  PageLine line;
  add_words(line, document, part);
  add_item(page, std::move(line));
  add_source(page, source_line(document, part.spans.front(), world));
}

std::string side_of(const Document& document) { return document.publication.side.value; }

// The side whose accounts alone have the point; empty where accounts of several sides, or of an unknown one, do or may.
std::string only_side(const Comparison& comparison, const Point& point) {
  if (point.perhaps()) return {};
  std::string side;
  for (const PointPart& part : point.parts) {
    const std::string& of_part = side_of(account_of(comparison, part.account));
    if (of_part.empty() || (!side.empty() && of_part != side)) return {};
    side = of_part;
  }
  return side;
}

// What tells most comes first: undertakings, then what somebody said, then narrative.
int rank_of(const Point& point) {
  const PointPart& part = point.parts.front();
  return (point.undertaking ? 0 : 4) + (part.statements.empty() ? 2 : 0) + (part.speakers.empty() ? 1 : 0);
}

// The sides whose accounts were read.
std::set<std::string> sides_read(const Comparison& comparison) {
  std::set<std::string> sides;
  for (size_t a = 0; a < comparison.accounts.size(); ++a) {
    const std::string side = side_of(*comparison.accounts[a]);
    if (comparison.readable[a] && !side.empty()) sides.insert(side);
  }
  return sides;
}

// Something that a person or state said, and that is no undertaking.
bool is_said(const Point& point) {
  const PointPart& part = point.parts.front();
  return !point.undertaking && !part.statements.empty() && !part.speakers.empty();
}

// What was talked about without its content being told: each word once.
std::vector<std::string> discussed(const Occasion& occasion) {
  constexpr size_t kMost = 8;
  std::vector<std::string> topics;
  for (const int32_t account : occasion.accounts) {
    const Document& document = occasion.documents[static_cast<size_t>(account)];
    for (const Topic& topic : document.topics) {
      const std::string words = quoted_words(document, topic.text, 80);
      if (topics.size() < kMost && std::ranges::find(topics, words) == topics.end()) topics.push_back(words);
    }
  }
  return topics;
}

// Narrative beside a statement is no difference of strength: nobody speaks in it.
bool all_spoken(const Point& point) {
  return std::ranges::none_of(point.parts, [](const PointPart& part) { return part.statements.empty(); });
}

void add_difference(Page& page, const Comparison& comparison, const Point& point, const Difference& difference, const World& world) {
  constexpr uint32_t kMostWords = 120;
  PageLine head = {{titled(std::string(to_string(difference.kind))), PageStyle::Strong}};
  if (difference.kind != DifferenceKind::Strength) {  // its verb stands before the words anyway
    for (size_t v = 0; v < difference.versions.size(); ++v) {
      const Version& version = difference.versions[v];
      head.push_back({(v == 0 ? ": " : "; ") + outlet_of(account_of(comparison, version.account)) + " "});
      head.push_back({version.value.empty() ? "none" : plain_line(version.value), version.value.empty() ? PageStyle::Emphasis : PageStyle::Quote});
    }
  }
  add_item(page, std::move(head));
  for (const PointPart& part : point.parts) {
    const Document& document = account_of(comparison, part.account);
    PageLine line = {{outlet_of(document), PageStyle::Emphasis}, {": "}};
    add_words(line, document, part, kMostWords);
    add_item(page, std::move(line), 1);
    add_source(page, source_line(document, part.spans.front(), world));
  }
}

}  // namespace

void add_said(Page& page, const Occasion& occasion, const World& world) {
  const Comparison& comparison = occasion.comparison;
  // Where two sides were read, what one alone says stands in a section of its own.
  const bool shared_only = sides_read(comparison).size() > 1;
  std::vector<const Point*> said;
  for (const Point& point : comparison.points) {
    if (is_said(point) && !(shared_only && !only_side(comparison, point).empty())) said.push_back(&point);
  }
  std::ranges::stable_sort(said, std::greater<>(), [](const Point* point) { return point->witnesses; });
  const std::vector<std::string> topics = discussed(occasion);
  if (said.empty() && topics.empty()) return;
  add_heading(page, 2, "Said and discussed");
  for (size_t i = 0; i < std::min(said.size(), kMostSaid); ++i) add_part(page, comparison, said[i]->parts.front(), world);
  if (said.size() > kMostSaid) add_item(page, {{left_out(said.size(), kMostSaid, "verbale compare shows them")}});
  if (topics.empty()) return;
  PageLine line = {{"Also discussed", PageStyle::Strong}, {": "}};
  for (size_t i = 0; i < topics.size(); ++i) {
    if (i > 0) line.push_back({"; "});
    line.push_back({topics[i], PageStyle::Quote});
  }
  add_item(page, std::move(line));
}

void add_one_sided(Page& page, const Occasion& occasion, const World& world) {
  const Comparison& comparison = occasion.comparison;
  if (sides_read(comparison).size() < 2) return;
  std::map<std::string, std::vector<const Point*>> points;
  for (const Point& point : comparison.points) {
    const std::string side = only_side(comparison, point);
    if (!side.empty()) points[side].push_back(&point);
  }
  for (auto& [side, alone] : points) {
    std::ranges::stable_sort(alone, {}, [](const Point* point) { return rank_of(*point); });
    add_heading(page, 2, fmt::format("Only in the accounts of {}", state_name(world, side)));
    for (size_t i = 0; i < std::min(alone.size(), kMostPoints); ++i) {
      add_part(page, comparison, alone[i]->parts.front(), world);
    }
    if (alone.size() > kMostPoints) {
      add_item(page, {{left_out(alone.size(), kMostPoints, fmt::format("verbale compare --only {} shows them", side))}});
    }
  }
}

void add_differences(Page& page, const Occasion& occasion, const World& world) {
  const Comparison& comparison = occasion.comparison;
  size_t told = 0;
  // What changes the sense, not the style.
  constexpr auto kTold = std::to_array<DifferenceKind>(
      {DifferenceKind::Numbers, DifferenceKind::Negation, DifferenceKind::Names, DifferenceKind::Strength});
  for (const DifferenceKind kind : kTold) {
    for (const Point& point : comparison.points) {
      const auto difference = std::ranges::find(point.differences, kind, &Difference::kind);
      if (difference == point.differences.end() || difference->versions.size() < 2 || told == kMostPoints) continue;
      if (kind == DifferenceKind::Strength && !all_spoken(point)) continue;
      if (told++ == 0) add_heading(page, 2, "Told differently");
      add_difference(page, comparison, point, *difference, world);
    }
  }
}

}  // namespace verbale
