// What was undertaken, by kind, and what was signed.
#include "brief/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "accounts/undertakings.h"
#include "brief/lines.h"

namespace verbale {
namespace {

constexpr size_t kMostUndertakings = 8;  // of each kind, so that a brief stays within two pages

// States by name, other actors by theirs.
std::vector<std::string> names_of(const Document& document, const std::vector<int32_t>& actors, const World& world) {
  std::vector<std::string> names;
  for (const int32_t index : actors) {
    const Actor& actor = document.actors[static_cast<size_t>(index)];
    names.push_back(actor.kind == ActorKind::State ? state_name(world, actor.id) : actor.name);
  }
  return names;
}

const Commitment& quoted_commitment(const Comparison& comparison, const SharedUndertaking& undertaking) {
  const ToldCommitment& told = undertaking.told.front();
  return account_of(comparison, told.account).commitments[static_cast<size_t>(told.commitment)];
}

// The lower, the sooner it is told: what is particular, has a date and a body comes first.
int rank_of(const Commitment& commitment) {
  return (commitment.general ? 4 : 0) + (commitment.when.empty() ? 2 : 0) + (commitment.mechanism.empty() ? 1 : 0);
}

std::vector<std::string> witnesses_of(const Comparison& comparison, const SharedUndertaking& undertaking) {
  std::vector<std::string> outlets;
  for (const ToldCommitment& told : undertaking.told) {
    const std::string outlet = outlet_of(account_of(comparison, told.account));
    if (std::ranges::find(outlets, outlet) == outlets.end()) outlets.push_back(outlet);
  }
  return outlets;
}

PageLine undertaking_line(const Document& document, const Commitment& commitment, const World& world) {
  PageLine line;
  const std::string who = in_a_row(names_of(document, commitment.by, world));
  const std::string of = in_a_row(names_of(document, commitment.of, world));
  if (!who.empty()) {
    line.push_back({who, PageStyle::Strong});
    if (commitment.kind == CommitmentKind::Proposed && !of.empty()) line.push_back({" of " + of});
    line.push_back({": "});
  }
  line.push_back({quoted_words(document, commitment.text), PageStyle::Quote});
  if (!commitment.when.empty() && !commitment.text.contains(commitment.when)) {
    line.push_back({", "});
    line.push_back({quoted_words(document, commitment.when), PageStyle::Quote});
  }
  return line;
}

void add_undertaking(Page& page, const Comparison& comparison, const SharedUndertaking& undertaking, const World& world) {
  const Document& document = account_of(comparison, undertaking.told.front().account);
  const Commitment& commitment = quoted_commitment(comparison, undertaking);
  add_item(page, undertaking_line(document, commitment, world));
  PageLine source = source_line(document, commitment.text, world);
  const std::vector<std::string> witnesses = witnesses_of(comparison, undertaking);
  if (witnesses.size() > 1) source.push_back({"; told by " + in_a_row(witnesses)});
  add_source(page, std::move(source));
}

}  // namespace

void add_undertakings(Page& page, const Occasion& occasion, const World& world) {
  struct Kind { CommitmentKind kind; const char* heading; };
  constexpr std::array<Kind, 3> kKinds = {{{CommitmentKind::Agreed, "Agreed: binds both sides"},
                                           {CommitmentKind::Pledged, "Pledged: binds the one who says it"},
                                           {CommitmentKind::Proposed, "Asked: binds nobody yet"}}};
  const Comparison& comparison = occasion.comparison;
  const std::vector<SharedUndertaking> all = shared_undertakings(comparison);
  for (const Kind& kind : kKinds) {
    std::vector<SharedUndertaking> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const SharedUndertaking& each) { return each.kind == kind.kind; });
    if (found.empty() && kind.kind != CommitmentKind::Agreed) continue;
    std::ranges::stable_sort(found, {}, [&](const SharedUndertaking& each) { return rank_of(quoted_commitment(comparison, each)); });
    add_heading(page, 2, kind.heading);
    if (found.empty()) add_paragraph(page, {{"In what was read nothing was found that binds both sides."}});
    for (size_t i = 0; i < std::min(found.size(), kMostUndertakings); ++i) add_undertaking(page, comparison, found[i], world);
    if (found.size() > kMostUndertakings) {
      add_item(page, {{left_out(found.size(), kMostUndertakings, "verbale compare shows them")}});
    }
  }
}

void add_instruments(Page& page, const Occasion& occasion, const World& world) {
  bool headed = false;
  std::map<InstrumentKind, std::set<int64_t>> counts;
  for (const int32_t account : occasion.accounts) {
    const Document& document = document_of(occasion, account);
    for (const Instrument& instrument : document.instruments) {
      if (!headed) add_heading(page, 2, "Signed or issued");
      headed = true;
      add_item(page, {{quoted_words(document, instrument.text), PageStyle::Quote}});
      add_source(page, source_line(document, instrument.text, world));
      if (instrument.count) counts[instrument.kind].insert(*instrument.count);
    }
  }
  for (const auto& [kind, numbers] : counts) {
    if (numbers.size() < 2) continue;
    std::vector<std::string> told;
    for (const int64_t number : numbers) told.push_back(std::to_string(number));
    add_paragraph(page, {{fmt::format("The accounts disagree on the number: {}.", in_a_row(told)), PageStyle::Strong}});
  }
}

}  // namespace verbale
