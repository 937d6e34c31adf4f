#include "record/ids.h"

#include <openssl/sha.h>

#include <fmt/format.h>

#include <map>

namespace verbale {
namespace {

constexpr std::array<std::string_view, kLayers> kNames = {
    "statement", "topic", "commitment", "meeting", "instrument", "framework", "quantity", "actor"};
constexpr std::array<std::string_view, kLayers> kLayerPlurals = {
    "statements",  "topics",     "commitments", "meetings",
    "instruments", "frameworks", "quantities",  "actors"};
constexpr std::array<char, kLayers> kLetters = {'s', 't', 'c', 'm', 'i', 'f', 'q', 'a'};

// Sixty bits in twelve characters (Crockford's alphabet: no i, l, o, u to be misread). Among ten million
// claims two share an id with a probability of 4e-5.
std::string short_hash(char letter, std::string_view content) {
  constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest);
  uint64_t bits = 0;
  for (int i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
  std::string out = {letter, '-'};
  for (int shift = 59; shift >= 4; shift -= 5) out += kAlphabet[bits >> shift & 31];
  return out;
}

// Claims are numbered where several of a layer share an anchor.
template <class Entry, class Anchor>
void add_ids(RecordIds& ids, Layer layer, const std::vector<Entry>& entries,
             const CodePointIndex& index, Anchor anchor) {
  std::map<uint32_t, uint32_t> seen;
  for (const Entry& entry : entries) {
    const uint32_t at = index.to_code_points(anchor(entry));
    const uint32_t nth = seen[at]++;
    ids.of(layer).push_back({claim_id(ids.text, layer, at, nth), at, nth});
  }
}

}  // namespace

std::string_view layer_name(Layer layer) { return kNames[static_cast<size_t>(layer)]; }

std::string_view layer_plural(Layer layer) { return kLayerPlurals[static_cast<size_t>(layer)]; }

std::optional<Layer> layer_from(std::string_view name) {
  for (size_t layer = 0; layer < kLayers; ++layer) {
    if (kNames[layer] == name) return static_cast<Layer>(layer);
  }
  return std::nullopt;
}

std::string text_id(std::string_view text) { return short_hash('x', text); }

std::string judgement_id(std::string_view content) { return short_hash('j', content); }

std::string claim_id(std::string_view text_id, Layer layer, uint32_t anchor, uint32_t nth) {
  const std::string content = fmt::format("{}\n{}\n{}\n{}", text_id, layer_name(layer), anchor, nth);
  return short_hash(kLetters[static_cast<size_t>(layer)], content);
}

std::string publication_id(const PublicationBasis& basis) {
  std::string content;
  for (const std::string* part :
       {&basis.outlet, &basis.date, &basis.url, &basis.sha256, &basis.text}) {
    content += *part;
    content += '\0';
  }
  return short_hash('d', content);
}

uint32_t anchor_of(const Statement& statement) {
  if (!statement.cue.empty() || statement.content.empty()) return statement.cue.begin;
  return statement.content.front().begin;
}

RecordIds make_ids(const Document& document, const CodePointIndex& index) {
  RecordIds ids;
  ids.text = text_id(document.text);
  const auto text_start = [](const auto& entry) { return entry.text.begin; };
  add_ids(ids, Layer::Statement, document.statements, index, anchor_of);
  add_ids(ids, Layer::Topic, document.topics, index, text_start);
  add_ids(ids, Layer::Commitment, document.commitments, index, text_start);
  add_ids(ids, Layer::Meeting, document.meetings, index, text_start);
  add_ids(ids, Layer::Instrument, document.instruments, index, text_start);
  add_ids(ids, Layer::Framework, document.frameworks, index, text_start);
  add_ids(ids, Layer::Quantity, document.quantities, index, text_start);
  add_ids(ids, Layer::Actor, document.actors, index, [&](const Actor& actor) {
    if (actor.mentions.empty()) return uint32_t{0};
    return document.mentions[static_cast<size_t>(actor.mentions.front())].span.begin;
  });
  return ids;
}

}  // namespace verbale
