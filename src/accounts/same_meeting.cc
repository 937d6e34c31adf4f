// Clauses that tell that those who meet have met are one point, however they are worded.
#include <algorithm>

#include "accounts/links.h"
#include "record/values.h"

namespace verbale {
namespace {

constexpr double kMeetingWord = 0.6;  // nearness to "meeting" of talks, calls, conversations

}  // namespace

namespace {

// Talks, call and meeting are one kind here: what one side calls a call is the other's meeting.
uint32_t bit_of(MeetingKind kind) {
  switch (kind) {
    case MeetingKind::Talks:
    case MeetingKind::Call:
    case MeetingKind::Meeting:
      return 1;
    default:
      return 1U << static_cast<uint32_t>(kind);
  }
}

}  // namespace

// Narrative that tells that they met: the evidence of a meeting of the principals, and a title that
// names such a meeting.
void ClauseField::mark_meetings() {
  for (size_t i = 0; i < refs_.size(); ++i) {
    const int32_t at = static_cast<int32_t>(i);
    const Document& document = *account_of(at).document;
    const Clause& told = clause(at);
    if (unit(at).kind == UnitKind::Statement) continue;
    const bool title = document.publication.title.overlaps(told.span);
    for (const Meeting& meeting : document.meetings) {
      if (meeting.kind == MeetingKind::Visit && !title) continue;
      if (!meeting.text.overlaps(told.span)) continue;
      // The particular occasion, not the talks that it came after.
      establishes_[i] = std::max(establishes_[i], bit_of(meeting.kind));
      for (const Participant& one : meeting.participants) add_person(at, one.actor);
    }
    if (establishes_[i] != 0) continue;
    if (title ? names_meeting(at, true) : names_both(told) && names_meeting(at, false)) {
      establishes_[i] = bit_of(MeetingKind::Meeting);
      for (const int32_t actor : document.cast.principals) add_person(at, actor);
    }
  }
}

void ClauseField::add_person(int32_t i, int32_t actor) {
  if (actor < 0) return;
  const Actor& who = document(ref(i).account).actors[static_cast<size_t>(actor)];
  if (who.kind == ActorKind::Person) met_[static_cast<size_t>(i)].push_back(who.id);
}

namespace {

// The parts of a person's id that tell him apart: no initials, no "jr".
std::vector<std::string_view> name_parts(std::string_view id) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < id.size();) {
    const size_t end = std::min(id.find('-', at), id.size());
    const std::string_view part = id.substr(at, end - at);
    if (part.size() > 1 && part != "jr" && part != "sr" && part != "esq") parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

// "joseph-r-biden-jr" and "biden": all of the one name in the other. Two full names that share a
// family name ("nguyen-phu-trong", "nguyen-xuan-phuc") are two persons.
bool may_be_one_person(std::string_view left, std::string_view right) {
  std::vector<std::string_view> few = name_parts(left);
  std::vector<std::string_view> many = name_parts(right);
  if (few.size() > many.size()) few.swap(many);
  return !few.empty() && std::ranges::all_of(few, [&](std::string_view part) {
    return std::ranges::find(many, part) != many.end();
  });
}

}  // namespace

// Both establish an occasion of one kind, and nobody is there who is not in the other where it
// names as many.
bool ClauseField::same_meeting(int32_t i, int32_t j) const {
  if (establishes(i) == 0 || establishes(i) != establishes(j)) return false;
  const std::vector<std::string>& few = met_[static_cast<size_t>(i)];
  const std::vector<std::string>& many = met_[static_cast<size_t>(j)];
  if (few.size() > many.size()) return same_meeting(j, i);
  if (few.empty()) return false;  // nobody is named: who met cannot be told
  return std::ranges::all_of(few, [&](const std::string& one) {
    return std::ranges::any_of(
        many, [&](const std::string& other) { return may_be_one_person(one, other); });
  });
}

// Those who meet, of two sides.
bool ClauseField::names_both(const Clause& told) {
  std::string_view first;
  for (const Feature& feature : told.features) {
    if (!feature.is_side()) continue;
    if (!first.empty() && feature.key != first) return true;
    first = feature.key;
  }
  return false;
}

// A call, talks or meeting is what the clause is about; `anywhere`: it is named at least.
bool ClauseField::names_meeting(int32_t i, bool anywhere) const {
  const Clause& told = clause(i);
  if (unit(i).kind != UnitKind::Narrative) return false;
  const Feature meet{FeatureKind::Word, "meeting", {}, false};
  return std::ranges::any_of(told.features, [&](const Feature& feature) {
    if (feature.kind != FeatureKind::Word || meanings_.nearness(feature, meet) <= kMeetingWord)
      return false;
    const int32_t at = feature.tokens.first;
    const Token& word = document(ref(i).account).tokens[static_cast<size_t>(at)];
    const bool object = word.deprel == Deprel::obj || word.deprel == Deprel::nsubj;
    return anywhere || at == told.head || (object && word.head == told.head);
  });
}

}  // namespace verbale
