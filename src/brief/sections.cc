#include "brief/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "brief/lines.h"

namespace verbale {
namespace {

// So that a brief stays within two pages.
constexpr size_t kMostUndertakings = 12;  // of each kind
constexpr size_t kMostPoints = 6;        // of each side, and of differences
constexpr size_t kMostThreads = 8;

std::string left_out(size_t all, size_t most, std::string_view where) {
  return fmt::format("{} more: {}", all - most, where);
}

std::string titled(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

const Document& account_of(const Comparison& comparison, int32_t account) {
  return *comparison.accounts[static_cast<size_t>(account)];
}

// States by name, other actors by theirs.
std::vector<std::string> names_of(const Document& document, const std::vector<int32_t>& actors, const World& world) {
  std::vector<std::string> names;
  for (const int32_t index : actors) {
    const Actor& actor = document.actors[static_cast<size_t>(index)];
    names.push_back(actor.kind == ActorKind::State ? state_name(world, actor.id) : actor.name);
  }
  return names;
}

std::vector<std::string> speakers_of(const Document& document, const PointPart& part) {
  std::vector<std::string> names;
  for (const std::string& id : part.speakers) {
    const auto actor = std::ranges::find(document.actors, id, &Actor::id);
    if (actor != document.actors.end()) names.push_back(actor->name);
  }
  return names;
}

// ---- Undertakings

struct Undertaking {
  const Point* point = nullptr;
  const Document* document = nullptr;
  const Commitment* commitment = nullptr;
  int rank = 0;  // the lower, the sooner it is told
};

// Those of a point, in the words of the account that tells most of them.
std::vector<Undertaking> undertakings_of(const Comparison& comparison, const Point& point) {
  std::vector<Undertaking> most;
  for (const PointPart& part : point.parts) {
    const Document& document = account_of(comparison, part.account);
    std::vector<Undertaking> of_part;
    for (const int32_t index : part.commitments) {
      const Commitment& commitment = document.commitments[static_cast<size_t>(index)];
      if (commitment.kind != point.undertaken) continue;
      const int rank = (commitment.general ? 4 : 0) + (commitment.when.empty() ? 2 : 0) + (commitment.mechanism.empty() ? 1 : 0);
      of_part.push_back({&point, &document, &commitment, rank});
    }
    if (of_part.size() > most.size()) most = std::move(of_part);
  }
  return most;
}

// The outlets whose accounts have an undertaking of this kind in the point.
std::vector<std::string> witnesses_of(const Comparison& comparison, const Point& point) {
  std::vector<std::string> outlets;
  for (const PointPart& part : point.parts) {
    const Document& document = account_of(comparison, part.account);
    const bool tells = std::ranges::any_of(part.commitments, [&](int32_t index) {
      return document.commitments[static_cast<size_t>(index)].kind == point.undertaken;
    });
    const std::string outlet = outlet_of(document);
    if (tells && std::ranges::find(outlets, outlet) == outlets.end()) outlets.push_back(outlet);
  }
  return outlets;
}

void add_undertaking(Page& page, const Comparison& comparison, const Undertaking& undertaking, const World& world) {
  const Document& document = *undertaking.document;
  const Commitment& commitment = *undertaking.commitment;
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
  add_item(page, std::move(line));
  PageLine source = source_line(document, commitment.text, world);
  const std::vector<std::string> witnesses = witnesses_of(comparison, *undertaking.point);
  if (witnesses.size() > 1) source.push_back({"; told by " + in_a_row(witnesses)});
  add_source(page, std::move(source));
}

// ---- Points

void add_words(PageLine& line, const Document& document, const PointPart& part) {
  const std::vector<std::string> speakers = speakers_of(document, part);
  if (!speakers.empty()) line.push_back({in_a_row(speakers) + ": "});
  line.push_back({quoted_words(document, part.spans.front()), PageStyle::Quote});
}

std::string side_of(const Document& document) { return document.publication.side.value; }

// The side whose accounts alone have the point; empty where accounts of several sides, or of an unknown one, do.
std::string only_side(const Comparison& comparison, const Point& point) {
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

// ---- Threads

PageLine thread_line(const LedgerThread& thread, std::string_view after) {
  PageLine line = {{titled(thread.name), PageStyle::Strong}};
  if (!after.empty()) line.push_back({std::string(after)});
  return line;
}

const Document& document_of(const Occasion& occasion, int32_t index) {
  return occasion.documents[static_cast<size_t>(index)];
}

std::string column_name(const Occasion& occasion, size_t column) {
  const LedgerMeeting& meeting = occasion.ledger.meetings[column];
  return meeting.date.empty() ? meeting.id : readable_date(meeting.date);
}

const LedgerEntry* first_entry_at(const LedgerThread& thread, int32_t column) {
  for (const LedgerEntry& entry : thread.entries) {
    if (entry.meeting == column) return &entry;
  }
  return nullptr;
}

const LedgerEntry* last_entry_before(const LedgerThread& thread, int32_t column) {
  const LedgerEntry* last = nullptr;
  for (const LedgerEntry& entry : thread.entries) {
    if (entry.meeting < column && (last == nullptr || entry.meeting >= last->meeting)) last = &entry;
  }
  return last;
}

void add_entry(Page& page, const Occasion& occasion, const LedgerThread& thread, const LedgerEntry& entry,
               std::string_view after, const World& world) {
  const Document& document = document_of(occasion, entry.document);
  PageLine line = thread_line(thread, after);
  line.push_back({": "});
  line.push_back({quoted_words(document, entry.text), PageStyle::Quote});
  add_item(page, std::move(line));
  add_source(page, source_line(document, entry.text, world));
}

}  // namespace

void add_meetings(Page& page, const Occasion& occasion, const World& world) {
  add_heading(page, 2, "Who and when");
  if (occasion.meetings.empty()) add_paragraph(page, {{"No account tells who met."}});
  for (const int32_t m : occasion.meetings) {
    const JoinedMeeting& meeting = occasion.joined.joined.meetings[static_cast<size_t>(m)];
    std::string head = titled(std::string(to_string(meeting.kind)));
    if (!meeting.date.empty()) head += ", " + readable_date(meeting.date) + (meeting.inferred ? " (inferred)" : "");
    if (!meeting.place.name.empty()) head += ", " + meeting.place.name;
    PageLine line = {{head, PageStyle::Strong}};
    for (size_t i = 0; i < meeting.participants.size(); ++i) {
      const JoinedPerson& person = meeting.participants[i];
      std::string about = person.role;
      if (about.empty() && !person.side.empty()) about = state_name(world, person.side);
      line.push_back({(i == 0 ? ": " : "; ") + person.name + (about.empty() ? "" : ", " + about)});
    }
    add_item(page, std::move(line));
    const MeetingReport& report = occasion.joined.reports[static_cast<size_t>(meeting.members.front().report)];
    const int32_t document = occasion.joined.documents[static_cast<size_t>(meeting.members.front().report)];
    const Document& told_by = document_of(occasion, document);
    const CodePointIndex index(told_by.text);
    add_source(page, source_line(told_by, {index.to_bytes(report.evidence.start), index.to_bytes(report.evidence.end)}, world));
  }
}

void add_accounts(Page& page, const Occasion& occasion, const World& world) {
  add_heading(page, 2, "Read for this");
  std::set<std::string> sides;
  for (const int32_t account : occasion.accounts) {
    const Document& document = document_of(occasion, account);
    const Publication& publication = document.publication;
    std::string about = outlet_of(document);
    if (publication.side) about += fmt::format(" ({})", state_name(world, publication.side.value));
    if (publication.published) about += ", " + readable_date(publication.published.value);
    add_item(page, {{about + fmt::format(" ({}): {}", document.source.name, scope_of(document))}});
    if (publication.side) sides.insert(publication.side.value);
  }
  for (const Copy& copy : occasion.copies) {
    add_item(page, {{fmt::format("{} ({}): the words of {}, no second witness", outlet_of(document_of(occasion, copy.document)),
                                 document_of(occasion, copy.document).source.name, document_of(occasion, copy.of).source.name)}});
  }
  for (const std::string& state : occasion.states) {
    if (!sides.contains(state)) {
      add_item(page, {{fmt::format("No account of {} is in the record: what it tells or leaves out is not known here.", state_name(world, state))}});
    }
  }
}

void add_undertakings(Page& page, const Occasion& occasion, const World& world) {
  struct Kind { CommitmentKind kind; const char* heading; };
  constexpr std::array<Kind, 3> kKinds = {{{CommitmentKind::Agreed, "Agreed: binds both sides"},
                                           {CommitmentKind::Pledged, "Pledged: binds the one who says it"},
                                           {CommitmentKind::Proposed, "Asked: binds nobody yet"}}};
  for (const Kind& kind : kKinds) {
    std::vector<Undertaking> found;
    for (const Point& point : occasion.comparison.points) {
      if (!point.undertaking || point.undertaken != kind.kind) continue;
      for (const Undertaking& undertaking : undertakings_of(occasion.comparison, point)) found.push_back(undertaking);
    }
    if (found.empty() && kind.kind != CommitmentKind::Agreed) continue;
    std::ranges::stable_sort(found, {}, &Undertaking::rank);
    add_heading(page, 2, kind.heading);
    if (found.empty()) add_paragraph(page, {{"The accounts tell of nothing that binds both sides."}});
    for (size_t i = 0; i < std::min(found.size(), kMostUndertakings); ++i) {
      add_undertaking(page, occasion.comparison, found[i], world);
    }
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

void add_news(Page& page, const Occasion& occasion, const World& world) {
  if (occasion.column < 1) return;
  const size_t column = static_cast<size_t>(occasion.column);
  add_heading(page, 2, "New since " + column_name(occasion, column - 1));
  std::vector<const LedgerThread*> advanced;
  std::vector<const LedgerThread*> first;
  for (const LedgerThread& thread : occasion.ledger.threads) {
    const MeetingStatus& status = thread.statuses[column];
    if (status.status == ThreadStatus::Advanced) advanced.push_back(&thread);
    if (status.status == ThreadStatus::First) first.push_back(&thread);
  }
  if (advanced.empty() && first.empty()) add_paragraph(page, {{"Nothing that the accounts of earlier meetings do not have."}});
  for (const LedgerThread* thread : advanced) {
    const MeetingStatus& status = thread->statuses[column];
    const LedgerEntry& entry = thread->entries[static_cast<size_t>(status.entry)];
    const Step& step = entry.steps[static_cast<size_t>(status.step)];
    const std::string words = quoted_words(document_of(occasion, entry.document), step.text, 80);
    add_entry(page, occasion, *thread, entry, fmt::format(", a step further ({} “{}”)", to_string(step.kind), words), world);
  }
  // What has a name tells more than a pledge in general.
  std::ranges::stable_sort(first, {}, [](const LedgerThread* thread) { return thread->kind == ThreadKind::Pledge; });
  for (size_t i = 0; i < std::min(first.size(), kMostThreads); ++i) {
    if (const LedgerEntry* entry = first_entry_at(*first[i], occasion.column)) {
      add_entry(page, occasion, *first[i], *entry, fmt::format(", {}", to_string(entry->stage)), world);
    }
  }
  if (first.size() > kMostThreads) add_item(page, {{left_out(first.size(), kMostThreads, "verbale ledger shows them")}});
}

void add_one_sided(Page& page, const Occasion& occasion, const World& world) {
  const Comparison& comparison = occasion.comparison;
  std::set<std::string> sides;
  for (const Document* account : comparison.accounts) {
    if (!side_of(*account).empty()) sides.insert(side_of(*account));
  }
  if (sides.size() < 2) return;
  std::map<std::string, std::vector<const Point*>> points;
  for (const Point& point : comparison.points) {
    const std::string side = only_side(comparison, point);
    if (!side.empty()) points[side].push_back(&point);
  }
  for (auto& [side, alone] : points) {
    std::ranges::stable_sort(alone, {}, [](const Point* point) { return rank_of(*point); });
    add_heading(page, 2, fmt::format("Only in the accounts of {}", state_name(world, side)));
    for (size_t i = 0; i < std::min(alone.size(), kMostPoints); ++i) {
      const PointPart& part = alone[i]->parts.front();
      const Document& document = account_of(comparison, part.account);
      PageLine line;
      add_words(line, document, part);
      add_item(page, std::move(line));
      add_source(page, source_line(document, part.spans.front(), world));
    }
    if (alone.size() > kMostPoints) {
      add_item(page, {{left_out(alone.size(), kMostPoints, fmt::format("verbale compare --only {} shows them", side))}});
    }
  }
}

void add_differences(Page& page, const Occasion& occasion, const World& world) {
  // What changes the sense, not the style.
  constexpr auto kTold = std::to_array<DifferenceKind>(
      {DifferenceKind::Numbers, DifferenceKind::Negation, DifferenceKind::Names, DifferenceKind::Strength});
  const Comparison& comparison = occasion.comparison;
  size_t told = 0;
  for (const DifferenceKind kind : kTold) {
    for (const Point& point : comparison.points) {
      const auto difference = std::ranges::find(point.differences, kind, &Difference::kind);
      if (difference == point.differences.end() || difference->versions.size() < 2 || told == kMostPoints) continue;
      if (told++ == 0) add_heading(page, 2, "Told differently");
      PageLine line = {{titled(std::string(to_string(kind))), PageStyle::Strong}};
      for (size_t v = 0; v < difference->versions.size(); ++v) {
        const Version& version = difference->versions[v];
        line.push_back({(v == 0 ? ": " : "; ") + outlet_of(account_of(comparison, version.account)) + " "});
        line.push_back({version.value.empty() ? "nothing" : version.value, version.value.empty() ? PageStyle::Emphasis : PageStyle::Quote});
      }
      add_item(page, std::move(line));
      for (const PointPart& part : point.parts) {
        add_source(page, source_line(account_of(comparison, part.account), part.spans.front(), world));
      }
    }
  }
}

void add_open(Page& page, const Occasion& occasion, const World& world) {
  if (occasion.column < 0) return;
  const size_t column = static_cast<size_t>(occasion.column);
  std::vector<const LedgerThread*> silent;
  std::vector<std::pair<const LedgerThread*, const LedgerEntry*>> late;
  for (const LedgerThread& thread : occasion.ledger.threads) {
    const LedgerEntry* const last = last_entry_before(thread, occasion.column);
    const bool undertaken = last != nullptr && (last->stage == EntryStage::Raised || last->stage == EntryStage::Agreed ||
                                                last->stage == EntryStage::Advanced);
    const bool open = undertaken && thread.kind != ThreadKind::Name && thread.kind != ThreadKind::Instrument;
    if (open && thread.statuses[column].status == ThreadStatus::Absent) silent.push_back(&thread);
    for (const LedgerEntry& entry : thread.entries) {
      if (entry.deadline && !entry.deadline->passed.empty()) late.emplace_back(&thread, &entry);
    }
  }
  if (silent.empty() && late.empty()) return;
  add_heading(page, 2, "Still open");
  for (const auto& [thread, entry] : late) {
    add_entry(page, occasion, *thread, *entry, fmt::format(", due {}, passed without mention", readable_date(entry->deadline->date)), world);
  }
  // What has a name comes before pledges in general, what was told last before what lies long back.
  std::ranges::stable_sort(silent, {}, [&](const LedgerThread* thread) {
    return std::pair(thread->kind == ThreadKind::Pledge, -last_entry_before(*thread, occasion.column)->meeting);
  });
  add_paragraph(page, {{fmt::format("Silence is that of the {} account{} read for this, no more.", occasion.accounts.size(),
                                    occasion.accounts.size() == 1 ? "" : "s"), PageStyle::Emphasis}});
  for (size_t i = 0; i < std::min(silent.size(), kMostThreads); ++i) {
    const LedgerEntry& last = *last_entry_before(*silent[i], occasion.column);
    add_entry(page, occasion, *silent[i], last,
              fmt::format(", {} at the meeting of {}, not mentioned now", to_string(last.stage),
                          column_name(occasion, static_cast<size_t>(last.meeting))),
              world);
  }
  if (silent.size() > kMostThreads) add_item(page, {{left_out(silent.size(), kMostThreads, "verbale ledger shows them")}});
}

}  // namespace verbale
