#include "eval/score.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "eval/spans.h"

namespace verbale {
namespace {

using Likeness = std::function<double(const JsonValue&, const JsonValue&)>;

// One-to-one pairs with a likeness above 0, most alike first, then in the order of the gold.
IndexPairs pair_up(const std::vector<JsonValue>& system, const std::vector<JsonValue>& gold,
                   const Likeness& likeness) {
  std::vector<std::tuple<double, size_t, size_t>> found;
  for (size_t i = 0; i < system.size(); ++i) {
    for (size_t j = 0; j < gold.size(); ++j) {
      const double value = likeness(system[i], gold[j]);
      if (value > 0) found.emplace_back(-value, j, i);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<bool> used_system(system.size()), used_gold(gold.size());
  IndexPairs pairs;
  for (const auto& [value, j, i] : found) {
    if (used_system[i] || used_gold[j]) continue;
    used_system[i] = used_gold[j] = true;
    pairs.emplace_back(i, j);
  }
  return pairs;
}

std::vector<ScoredSpan> one_place(const JsonValue& copied) {
  const std::optional<ScoredSpan> place = place_of(copied);
  return place ? std::vector<ScoredSpan>{*place} : std::vector<ScoredSpan>{};
}

double like_overlap(const JsonValue& s, const JsonValue& g) {
  return jaccard(one_place(s.at("text")), one_place(g.at("text")));
}

double like_place(const JsonValue& s, const JsonValue& copied) {
  const double value = jaccard(one_place(s.at("text")), one_place(copied));
  return value >= 0.5 ? value : 0;
}

double like_text(const JsonValue& s, const JsonValue& g) { return like_place(s, g.at("text")); }

double like_statement(const JsonValue& s, const JsonValue& g) {
  if (s.at("source").is_true() != g.at("source").is_true()) return 0;
  if (g.at("source").is_true() && !overlap(place_of(s.at("source")), place_of(g.at("source")))) return 0;
  const double value = jaccard(places_of(s.at("content")), places_of(g.at("content")));
  const bool cues = overlap(place_of(s.at("cue")), place_of(g.at("cue")));
  return value >= 0.5 ? value + 0.01 * cues : 0;
}

double like_commitment(const JsonValue& s, const JsonValue& g) {
  double best = like_place(s, g.at("text"));
  const std::vector<JsonValue>& also = g.at("also").items;
  for (size_t n = 0; n < also.size(); ++n) {
    best = std::max(best, like_place(s, also[n]) - 0.001 * static_cast<double>(n + 1));
  }
  return best > 0.4 ? best + 0.01 * (s.at("kind") == g.at("kind")) : 0;
}

double like_meeting(const JsonValue& s, const JsonValue& g) {
  return s.at("kind") == g.at("kind") ? like_overlap(s, g) : 0;
}

Likeness likeness_of(std::string_view layer) {
  if (layer == "statements") return like_statement;
  if (layer == "commitments") return like_commitment;
  if (layer == "meetings") return like_meeting;
  if (layer == "topics" || layer == "frameworks" || layer == "mentions") return like_text;
  return like_overlap;
}

JsonValue string_value(const std::string& text) {
  JsonValue value;
  value.kind = JsonValue::Kind::String;
  value.text = text;
  return value;
}

// Mentions and roles lie under their actors: made entries of their own, {"text", "id"}.
std::vector<JsonValue> under_actors(const JsonValue& record, const char* list, const char* place) {
  std::vector<JsonValue> entries;
  for (const JsonValue& actor : record.at("actors").items) {
    for (const JsonValue& item : actor.at(list).items) {
      JsonValue entry;
      entry.kind = JsonValue::Kind::Object;
      entry.members.emplace_back("text", *place == '\0' ? item : item.at(place));
      entry.members.emplace_back("id", string_value(actor.at("id").text));
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

std::vector<JsonValue> entries_of(const JsonValue& record, std::string_view layer) {
  if (layer == "mentions") return under_actors(record, "mentions", "");
  if (layer == "roles") return under_actors(record, "roles", "from_text");
  return record.at(layer).items;
}

std::set<std::string> set_of(const JsonValue& list) {
  std::set<std::string> ids;
  for (const JsonValue& item : list.items) ids.insert(item.text);
  return ids;
}

std::set<std::string> participants_of(const JsonValue& meeting) {
  std::set<std::string> ids;
  for (const JsonValue& one : meeting.at("participants").items) ids.insert(one.at("id").text);
  return ids;
}

bool same(const JsonValue& s, const JsonValue& g, const char* key) { return s.at(key) == g.at(key); }

}  // namespace

ScoredDocument::ScoredDocument(JsonValue system, JsonValue gold)
    : system_(std::move(system)), gold_(std::move(gold)), names_(align()) {
  for (const auto& [i, j] : pairs("statements").pairs) statement_[i] = j;
}

std::map<std::string, std::string> ScoredDocument::align() const {
  const std::vector<JsonValue>& ours = system_.at("actors").items;
  const std::vector<JsonValue>& theirs = gold_.at("actors").items;
  const Likeness shared = [](const JsonValue& s, const JsonValue& g) {
    const bool same_id = same(s, g, "id");
    if (s.at("kind").text == "state" || g.at("kind").text == "state") return same_id ? 1000.0 : 0.0;
    std::set<ScoredSpan> mine, both;
    for (const ScoredSpan place : places_of(s.at("mentions"))) mine.insert(place);
    for (const ScoredSpan place : places_of(g.at("mentions"))) {
      if (mine.contains(place)) both.insert(place);
    }
    return static_cast<double>(both.size()) + 0.5 * same_id;
  };
  std::map<std::string, std::string> names;
  for (const JsonValue& actor : ours) names[actor.at("id").text] = "?" + actor.at("id").text;
  for (const auto& [i, j] : pair_up(ours, theirs, shared)) {
    names[ours[i].at("id").text] = theirs[j].at("id").text;
  }
  return names;
}

std::string ScoredDocument::gold_id(const std::string& id) const {
  const std::map<std::string, std::string>::const_iterator found = names_.find(id);
  return found == names_.end() ? id : found->second;
}

std::set<std::string> ScoredDocument::gold_ids(const JsonValue& list) const {
  std::set<std::string> ids;
  for (const JsonValue& item : list.items) ids.insert(gold_id(item.text));
  return ids;
}

LayerPairs ScoredDocument::pairs(std::string_view layer) const {
  LayerPairs found{entries_of(system_, layer), entries_of(gold_, layer), {}};
  found.pairs = pair_up(found.system, found.gold, likeness_of(layer));
  return found;
}

size_t ScoredDocument::ignored(std::string_view layer, const LayerPairs& pairs) const {
  if (layer != "commitments") return 0;
  std::set<size_t> paired;
  for (const auto& [i, j] : pairs.pairs) paired.insert(i);
  size_t count = 0;
  for (size_t i = 0; i < pairs.system.size(); ++i) {
    if (paired.contains(i)) continue;
    count += std::ranges::any_of(pairs.pairs, [&](const std::pair<size_t, size_t>& pair) {
      return std::ranges::any_of(pairs.gold[pair.second].at("also").items, [&](const JsonValue& also) {
        return like_place(pairs.system[i], also) > 0;
      });
    });
  }
  return count;
}

std::vector<ColumnTest> ScoredDocument::tests(std::string_view layer, const JsonValue& s,
                                              const JsonValue& g) const {
  if (layer == "statements") {
    const bool no_cue = g.at("cue").is_null() && !s.at("cue").is_true();
    return {{"speaker", gold_ids(s.at("speaker")) == set_of(g.at("speaker"))},
            {"act", same(s, g, "act")},
            {"cue", no_cue || overlap(place_of(s.at("cue")), place_of(g.at("cue")))},
            {"(form)", same(s, g, "form")},
            {"(to)", gold_ids(s.at("to")) == set_of(g.at("to"))},
            {"(exact cue)", place_of(s.at("cue")) == place_of(g.at("cue"))},
            {"(exact content)", places_of(s.at("content")) == places_of(g.at("content"))}};
  }
  if (layer == "commitments") {
    const JsonValue& index = s.at("statement");
    const std::map<size_t, size_t>::const_iterator paired =
        index.is_integer() ? statement_.find(static_cast<size_t>(index.integer)) : statement_.end();
    std::vector<ColumnTest> tests = {
        {"kind", same(s, g, "kind")},
        {"parties", gold_ids(s.at("by")) == set_of(g.at("by")) && gold_ids(s.at("of")) == set_of(g.at("of"))},
        {"(general)", s.at("general").is_true() == g.at("general").is_true()},
        {"(statement)", paired != statement_.end() &&
                            static_cast<int64_t>(paired->second) == g.at("statement").integer}};
    for (const auto& [column, key] : {std::pair("(when)", "when"), std::pair("(mechanism)", "mechanism")}) {
      if (!s.at(key).is_true() && !g.at(key).is_true()) continue;
      tests.push_back({column, overlap(place_of(s.at(key)), place_of(g.at(key)))});
    }
    return tests;
  }
  if (layer == "meetings") {
    std::set<std::string> participants;
    for (const std::string& id : participants_of(s)) participants.insert(gold_id(id));
    const std::string& host = s.at("host").text;
    return {{"date", same(s, g, "date")},
            {"place", plain_name(s.at("place").text) == plain_name(g.at("place").text)},
            {"participants", participants == participants_of(g)},
            {"(host)", (host.empty() ? "" : gold_id(host)) == g.at("host").text}};
  }
  if (layer == "instruments") {
    return {{"count", same(s, g, "count")},
            {"parties", gold_ids(s.at("parties")) == set_of(g.at("parties"))},
            {"(kind)", same(s, g, "kind")}};
  }
  if (layer == "frameworks") {
    return {{"name", plain_name(s.at("name").text) == plain_name(g.at("name").text)},
            {"(kind)", same(s, g, "kind")}};
  }
  if (layer == "quantities") return {{"value", same(s, g, "value")}, {"(kind)", same(s, g, "kind")}};
  if (layer == "topics") return {};
  return {{"actor", gold_id(s.at("id").text) == g.at("id").text}};
}

std::vector<ColumnTest> ScoredDocument::fields() const {
  const JsonValue& got = system_.at("document");
  const JsonValue& want = gold_.at("document");
  std::vector<ColumnTest> right;
  for (const char* key : {"published", "dateline", "language", "side", "report_kind"}) {
    right.push_back({key, same(got, want, key)});
  }
  right.push_back({"outlet", plain_name(got.at("outlet").text) == plain_name(want.at("outlet").text)});
  const SharedCharacters shared =
      shared_characters(places_of(got.at("furniture")), places_of(want.at("furniture")));
  right.push_back({"furniture", static_cast<double>(shared.both) >= 0.8 * static_cast<double>(shared.either)});
  return right;
}

}  // namespace verbale
