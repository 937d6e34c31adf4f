#include "meetings/cue_context.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr int32_t kBefore = 6;  // tokens before a cue that may make it unreal

template <size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

}  // namespace

void add_once(std::vector<int32_t>& list, const std::vector<int32_t>& more) {
  for (const int32_t value : more) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }
}

void CueContext::enter(int32_t sentence) {
  sentence_ = sentence;
  const Sentence& entered = document_.sentences[static_cast<size_t>(sentence)];
  clause_.enter(entered);
  const Span title = document_.publication.title;
  title_ = !title.empty() && title.overlaps(entered.span);
}

bool CueContext::unreal(int32_t cue) const {
  const int32_t first = std::max(range().first, cue - kBefore);
  for (int32_t i = cue - 1; i >= first; --i) {
    if (lower(i) == "," || lower(i) == ";") break;
    // "went to talks", "To Lam"
    const bool other = token(i).upos == Upos::PROPN || (lower(i) == "to" && token(i).upos == Upos::ADP);
    if (!other && cues_.irrealis(lower(i))) return true;
  }
  return clause_.under_modal(cue);
}

bool CueContext::is_ahead(int32_t visit) const {
  constexpr int32_t kReach = 8;
  for (int32_t i = visit + 1; i + 1 < range().last && i < visit + kReach; ++i) {
    if (token(i).upos == Upos::VERB || lower(i) == ",") return false;
    if (lower(i) == "tomorrow" || lower(i) == "next" || (lower(i) == "later" && lower(i + 1) == "this")) return true;
  }
  return false;
}

bool CueContext::will_be(int32_t noun) const {
  constexpr int32_t kReach = 30;
  static constexpr std::string_view kPlanned[] = {"scheduled", "planned", "expected", "due", "slated"};
  for (int32_t i = noun + 1; i < range().last && i < noun + kReach; ++i) {
    if (lower(i) == ";" || lower(i) == "which" || lower(i) == "that" || lower(i) == "who") return false;
    if (lower(i) == "will" || lower(i) == "would" || is_one_of(lower(i), kPlanned)) return true;
    if (token(i).upos == Upos::VERB || token(i).upos == Upos::AUX) {
      const bool be = token(i).lemma == "be";
      if (!be) return false;
    }
  }
  return false;
}

bool CueContext::is_telephone(int32_t cue) const {
  for (int32_t i = std::max(range().first, cue - 4); i < std::min(range().last, cue + 5); ++i) {
    if (i != cue && cues_.telephone(lower(i))) return true;
  }
  return false;
}

bool CueContext::joint_subject(int32_t verb) const {
  static constexpr std::string_view kJoint[] = {"leaders", "presidents", "ministers", "sides", "officials"};
  for (int32_t i = verb - 1; i >= range().first && i > verb - 4; --i) {
    if (lower(i) == "we" || lower(i) == "they") return true;
    if (token(i).upos != Upos::AUX && token(i).upos != Upos::ADV && lower(i) != "today") break;
  }
  return is_one_of(lower(verb - 1), kJoint);
}

bool CueContext::follows(int32_t cue, std::string_view word) const {
  for (int32_t i = cue + 1; i < cue + 6 && i < range().last; ++i) {
    if (lower(i) == word) return true;
  }
  return false;
}

bool CueContext::is_date(int32_t i) const {
  if (!range().contains(i)) return false;
  const auto& quantities = document_.quantities;
  const auto found = std::lower_bound(quantities.begin(), quantities.end(), token(i).span.begin,
                                      [](const Quantity& q, uint32_t byte) { return q.text.begin < byte; });
  return found != quantities.end() && found->kind == QuantityKind::Date && found->text.begin == token(i).span.begin;
}

// "received today at his office in the palace | President NAME": the object behind where and when.
int32_t CueContext::late_object(int32_t cue) const {
  constexpr int32_t kReach = 20;
  static constexpr std::string_view kWhere[] = {"today", "yesterday", "here", "on", "at", "in"};
  if (!is_one_of(lower(cue + 1), kWhere)) return -1;
  for (int32_t i = cue + 1; i < range().last && i < cue + kReach; ++i) {
    if (token(i).upos == Upos::VERB || lower(i) == "with" || lower(i) == "," || lower(i) == "and") return -1;
    if (i == cue + 1 || token(i - 1).upos == Upos::ADP || token(i - 1).upos == Upos::DET) continue;
    if (clause_.person_begins(i)) return i;
  }
  return -1;
}

int32_t CueContext::object_after(int32_t cue, const MeetingCue& words) const {
  if (!words.links_by("object") || !range().contains(cue + 1)) return -1;
  const Upos tag = token(cue + 1).upos;
  const bool day = lower(cue + 1) == "today" || lower(cue + 1) == "yesterday";
  const bool noun = tag == Upos::PROPN || tag == Upos::DET || tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::PRON;
  const bool guest = lower(cue + 1) == "visiting" || lower(cue + 1) == "outgoing" || lower(cue + 1) == "incoming";
  return (noun && !day) || guest ? cue + 1 : -1;
}

int32_t CueContext::link_after(int32_t cue, const MeetingCue& words) const {
  constexpr int32_t kReach = 14;
  static constexpr std::string_view kInside[] = {",", "-", "–", ".", "’", "(", ")"};
  const int32_t object = object_after(cue, words);
  if (object >= 0 && words.kind == MeetingKind::Call) return object;
  for (int32_t i = cue + 1; i < range().last && i < cue + kReach; ++i) {
    const Upos tag = token(i).upos;
    // "the summit of X", "a courtesy call on X": beside the noun, else it leads elsewhere.
    const bool beside = (lower(i) != "of" && lower(i) != "on") || (i == cue + 1 && !is_date(i + 1));
    if (tag == Upos::ADP && words.links_by(lower(i)) && beside) return i + 1;
    if (tag == Upos::VERB || (tag == Upos::PUNCT && !is_one_of(lower(i), kInside))) break;
  }
  const bool receives = words.links_by("object") && !words.links_by("with") && words.kind == MeetingKind::Meeting;
  if (object < 0 && receives && token(cue).upos == Upos::VERB) return late_object(cue);
  return object;
}

Others CueContext::others_from(int32_t from, bool object) const {
  Others others;
  others.persons = clause_.persons_from(from, others.end);
  const TokenRange phrase{from, others.end};
  others.bodies = clause_.bodies_in(phrase);
  others.group = others.persons.empty() && clause_.names_group(phrase, object);
  return others;
}

Others CueContext::others_of(int32_t cue, const MeetingCue& words) const {
  const int32_t link = link_after(cue, words);
  if (link >= 0) return others_from(link, link == cue + 1);
  Others none;
  none.end = cue + 1;
  return none;
}

bool CueContext::in_own_words(int32_t cue) const {
  static constexpr std::string_view kOwn[] = {"i", "you", "my", "your", "me", "i've", "i’ve"};
  if (title_) return false;
  for (int32_t i = range().first; i < range().last; ++i) {
    if (is_one_of(lower(i), kOwn) || (i < cue && (lower(i) == "we" || lower(i) == "our"))) return true;
  }
  return false;
}

void CueContext::finish(Occurrence& found, int32_t cue, int32_t first, int32_t end) const {
  constexpr int32_t kFar = 4;  // tokens between what is said of a meeting
  found.sentence = sentence_;
  found.spoken = in_own_words(cue);
  if (title_ && found.kind != MeetingKind::Visit) found.telling = Telling::Title;
  found.day = clause_.day_about(cue, end);
  // "recalled the meeting of May 5 and his talks with X": the day is the other's.
  const bool before = found.day.end > 0 && found.day.end <= first;
  if (found.telling == Telling::Noun && before && clause_.another_begins(found.day.end, first)) found.day = {};
  if (found.kind == MeetingKind::Call) {
    found.place = {};
  } else if (found.place.name.empty()) {
    found.place = clause_.place_where(cue);
    // "today ..., where he had met": the day is of the clause before.
    if (!found.place.name.empty() && found.day.end <= found.place.tokens.first) found.day = {};
    if (found.place.name.empty()) found.place = clause_.place_from(cue);
  }
  for (int32_t turn = 0; turn < 2; ++turn) {  // the day may stand before the place or behind it
    if (found.day.end > end && found.day.end <= end + kFar) end = found.day.end;
    if (found.place.tokens.first >= end && found.place.tokens.first <= end + kFar) end = found.place.tokens.last;
  }
  found.text = {first, std::min(end, range().last)};
}

}  // namespace verbale
