#include "visits/titles.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr size_t kMostWords = 80;   // of a title; more is none
constexpr size_t kLongestName = 6;  // words

// A phrase that says what the meeting was about, when it was or who tells of it: no one behind it
// took part.
constexpr auto kBounds = std::to_array<std::string_view>(
    {"on", "regarding", "about", "after", "following", "ahead", "before", "concerning", "during",
     "in", "at", "from", "amid", "over"});

// Words of titles of what was said about a meeting.
constexpr auto kSaidAbout = std::to_array<std::string_view>(
    {"answers", "background", "briefing", "comment", "comments", "conference", "interview",
     "message", "press", "remarks", "statement", "statements", "transcript"});

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct TitleWord {
  std::string_view written;  // without marks and possessive
  std::string lower;
  bool capital = false;
  bool closes = false;  // a colon or semicolon follows
};

struct NamedHere {
  size_t first = 0;
  size_t last = 0;  // past its last word
  TitlePerson person;
};

class TitleReader {
 public:
  TitleReader(std::string_view title, const Document& document, const Knowledge& knowledge,
              const PersonFinder& persons, std::string_view day)
      : document_(document), knowledge_(knowledge), persons_(persons), day_(day) {
    cut(title);
    if (!tells_of_meeting()) words_.clear();
    if (words_.empty()) return;
    for (const Actor& actor : document.actors) {
      actor_words_.push_back(actor.kind == ActorKind::Person ? persons.words(actor.name)
                                                             : std::vector<std::string>());
    }
  }

  TitleTells read() {
    if (words_.empty()) return {};
    find_world();
    find_names();
    TitleTells best;
    for (size_t i = 0; i < words_.size(); ++i) {
      const MeetingCue* cue = cue_at(i);
      if (cue == nullptr || unreal(i)) continue;
      TitleTells told = told_by(i, *cue);
      if (!best.meeting || told.persons.size() > best.persons.size()) best = std::move(told);
    }
    return best;
  }

 private:
  bool tells_of_meeting() const {
    if (words_.size() > kMostWords) return false;
    for (size_t i = 0; i < words_.size(); ++i) {
      if (cue_at(i) != nullptr) return true;
    }
    return false;
  }

  void cut(std::string_view title) {
    for (size_t at = 0; at < title.size();) {
      const size_t end = std::min(title.find_first_of(" \t\n\r", at), title.size());
      if (end > at) add_word(title.substr(at, end - at));
      at = end + 1;
    }
  }

  void add_word(std::string_view written) {
    size_t begin = 0;
    while (begin < written.size() && !is_word_character(decode_utf8(written, begin).value)) {
      begin += decode_utf8(written, begin).length;
    }
    if (begin >= written.size()) return;
    size_t end = written.size();
    while (end > begin && !is_word_character(decode_utf8_before(written, end).value)) {
      end -= decode_utf8_before(written, end).length;
    }
    TitleWord word;
    word.closes = written.find_first_of(":;", end) != std::string_view::npos;
    word.written = without_possessive(written.substr(begin, end - begin));
    word.capital = is_upper(decode_utf8(word.written, 0).value);
    word.lower = to_lower(word.written);
    words_.push_back(std::move(word));
  }

  static std::string_view without_possessive(std::string_view word) {
    for (const std::string_view ending : {"'s", "’s"}) {
      if (word.size() > ending.size() && word.ends_with(ending))
        return word.substr(0, word.size() - ending.size());
    }
    return word;
  }

  // ---- Names

  void find_names() {
    for (size_t i = 0; i < words_.size();) {
      NamedHere found;
      if (name_at(i, found)) {
        i = found.last;
        named_.push_back(std::move(found));
      } else {
        ++i;
      }
    }
  }

  // The longest name that starts here.
  bool name_at(size_t first, NamedHere& found) const {
    if (!words_[first].capital) return false;
    size_t longest = 1;
    while (longest < kLongestName && first + longest < words_.size() &&
           !words_[first + longest - 1].closes)
      ++longest;
    for (size_t length = longest; length > 0; --length) {
      const size_t last = first + length - 1;
      if (!has_capital(words_[last]) || cue_at(last) != nullptr) continue;
      const char* const begin = words_[first].written.data();
      const std::string_view name(begin, static_cast<size_t>(words_[last].written.data() - begin) +
                                             words_[last].written.size());
      if (name.find_first_of(",:;") != std::string_view::npos) continue;
      if (person_called(name, length, found.person)) {
        found.first = first;
        found.last = last + 1;
        return true;
      }
    }
    return false;
  }

  bool person_called(std::string_view name, size_t length, TitlePerson& person) const {
    const std::vector<std::string> words = persons_.words(name);
    if (words.empty() || is_title_word(words.front()) || is_title_word(words.back())) return false;
    for (size_t i = 0; i < document_.actors.size(); ++i) {
      const std::vector<std::string>& full = actor_words_[i];
      if (!stands_for(words, full) && !holds_fuller(words, full)) continue;
      person = {static_cast<int32_t>(i), document_.actors[i].name, document_.actors[i].state};
      return true;
    }
    if (length < 2 || words.size() < 2 || words.size() > 4) return false;
    const KnownPerson known = persons_.find(name, {}, day_);
    if (!known.known) return false;
    person = {-1, std::string(name), known.state};
    return true;
  }

  bool is_title_word(const std::string& word) const {
    return knowledge_.titles.is(word, TitleClass::Office) ||
           knowledge_.titles.is(word, TitleClass::Modifier) ||
           knowledge_.titles.is(word, TitleClass::Honorific);
  }

  static bool stands_for(const std::vector<std::string>& shorter,
                         const std::vector<std::string>& longer) {
    if (longer.empty() || shorter.size() > longer.size()) return false;
    if (shorter.size() == 1)
      return shorter[0] == longer.back() || (longer.size() <= 3 && shorter[0] == longer.front());
    return std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
      return std::find(longer.begin(), longer.end(), word) != longer.end();
    });
  }

  // "Joseph Robinette Biden" of a title, where the text has "Joseph Biden".
  static bool holds_fuller(const std::vector<std::string>& words,
                           const std::vector<std::string>& full) {
    return full.size() > 1 && full.size() < words.size() && full.front() == words.front() &&
           full.back() == words.back();
  }

  // A name that neither text nor packs know, directly after an office or a state: "President of X
  // Aaaa Bbbb". Its state is the one that the stretch before it names.
  void find_unknown(size_t first, size_t last, std::vector<TitlePerson>& persons) const {
    bool office = false;
    for (size_t begin = first; begin + 1 < last; ++begin) {
      office = office || is_title_word(words_[begin].lower);
      if (!office || !(is_title_word(words_[begin].lower) || in_world_[begin]) ||
          !is_name_word(begin + 1))
        continue;
      size_t end = begin + 1;
      while (end < last && is_name_word(end)) ++end;
      if (end - begin < 3 || end - begin > kLongestName) continue;
      const char* const start = words_[begin + 1].written.data();
      const std::string_view tail = words_[end - 1].written;
      std::string name(start, static_cast<size_t>(tail.data() - start) + tail.size());
      if (name.find_first_of(",:;&") != std::string::npos) continue;
      persons.push_back({-1, std::move(name), state_in(first, last)});
      return;
    }
  }

  // "el-Sisi" too.
  static bool has_capital(const TitleWord& word) {
    return word.capital ||
           word.written.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos;
  }

  bool is_name_word(size_t i) const {
    const TitleWord& word = words_[i];
    return has_capital(word) && !is_title_word(word.lower) && !in_world_[i] && cue_at(i) == nullptr;
  }

  // Which words name a state, a place or an organisation, and which state it is.
  void find_world() {
    in_world_.assign(words_.size(), false);
    state_.assign(words_.size(), {});
    std::vector<std::string> folded;
    for (const TitleWord& word : words_) folded.push_back(fold(word.written));
    const std::vector<std::string_view> views(folded.begin(), folded.end());
    for (size_t i = 0; i < views.size();) {
      const PhraseTable::Match match =
          knowledge_.world.names().longest(std::span(views).subspan(i));
      const size_t last = i + static_cast<size_t>(std::max(match.length, 1));
      for (const int32_t value : match.values) {
        const Entity& entity = knowledge_.world.entities()[static_cast<size_t>(value)];
        if (entity.kind == EntityKind::Person || !words_[i].capital) continue;
        for (size_t word = i; word < last; ++word) in_world_[word] = true;
        if (entity.kind != EntityKind::State && entity.kind != EntityKind::Demonym) continue;
        state_[i] = knowledge_.world.states()[static_cast<size_t>(entity.index)].id;
      }
      i = last;
    }
  }

  // The state that the words name; empty where none or several do.
  std::string state_in(size_t first, size_t last) const {
    std::string state;
    for (size_t i = first; i < last; ++i) {
      if (state_[i].empty()) continue;
      if (!state.empty() && state != state_[i]) return {};
      state = state_[i];
    }
    return state;
  }

  // ---- The meeting

  const MeetingCue* cue_at(size_t i) const {
    const std::string& word = words_[i].lower;
    const MeetingCues& cues = knowledge_.meeting_cues;
    const MeetingCue* cue = cues.noun(word);
    if (cue == nullptr && word.ends_with('s'))
      cue = cues.noun(std::string_view(word).substr(0, word.size() - 1));
    if (cue == nullptr) cue = verb(word);
    if (cue == nullptr) return nullptr;
    const bool encounter = cue->kind == MeetingKind::Talks || cue->kind == MeetingKind::Call ||
                           cue->kind == MeetingKind::Meeting;
    return encounter ? cue : nullptr;
  }

  // Third person and past of the pack's verbs ("meets", "met", "speaks", "spoke", "received",
  // "hosts").
  const MeetingCue* verb(const std::string& word) const {
    const MeetingCues& cues = knowledge_.meeting_cues;
    if (word == "met") return cues.verb("meet");
    if (word == "spoke") return cues.verb("speak");
    if (word == "sat") return cues.verb("sit");
    for (const std::string_view ending : {"", "s", "d", "ed"}) {
      if (!word.ends_with(ending)) continue;
      const MeetingCue* cue =
          cues.verb(std::string_view(word).substr(0, word.size() - ending.size()));
      if (cue != nullptr) return cue;
    }
    return nullptr;
  }

  bool unreal(size_t cue) const {
    for (size_t i = cue; i > 0 && i + 6 > cue; --i) {
      const TitleWord& before = words_[i - 1];
      if (before.closes) return false;
      if (knowledge_.meeting_cues.irrealis(before.lower)) return true;
    }
    return false;
  }

  bool telephone_near(size_t cue) const {
    for (size_t i = cue >= 3 ? cue - 3 : 0; i < std::min(words_.size(), cue + 3); ++i) {
      if (knowledge_.meeting_cues.telephone(words_[i].lower)) return true;
    }
    return false;
  }

  TitleTells told_by(size_t cue, const MeetingCue& how) const {
    TitleTells told;
    told.meeting = true;
    told.kind = telephone_near(cue) ? MeetingKind::Call : how.kind;
    size_t left = cue;
    // "A and B before their meeting": whoever comes before.
    const bool theirs = cue > 0 && words_[cue - 1].lower == "their";
    if (theirs) left = 0;
    while (left > 0 && !is_one_of(words_[left - 1].lower, kBounds) && !words_[left - 1].closes)
      --left;
    size_t right = cue + 1;
    while (right < words_.size() && !words_[right - 1].closes &&
           !is_one_of(words_[right].lower, kBounds))
      ++right;
    for (const NamedHere& name : named_) {
      const bool before = name.first >= left && name.last <= cue;
      const bool after = name.first > cue && name.last <= right;
      if (before || after) told.persons.push_back(name.person);
      told.subject = told.subject || before;
    }
    const bool other = std::any_of(named_.begin(), named_.end(), [&](const NamedHere& name) {
      return name.first > cue && name.last <= right;
    });
    if (!other) find_unknown(cue + 1, right, told.persons);
    return told;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const PersonFinder& persons_;
  std::string_view day_;
  std::vector<TitleWord> words_;
  std::vector<std::vector<std::string>>
      actor_words_;  // of each actor of the document; none but for persons
  std::vector<NamedHere> named_;
  std::vector<bool> in_world_;           // of each word
  std::vector<std::string_view> state_;  // that a phrase which starts at the word names
};

}  // namespace

TitleTells read_title(std::string_view title, const Document& document, const Knowledge& knowledge,
                      const PersonFinder& persons, std::string_view day) {
  return TitleReader(title, document, knowledge, persons, day).read();
}

std::vector<OfficeKind> offices_of(const Outlet& outlet) {
  std::vector<OfficeKind> kinds;
  for (const std::string& name : outlet.names) {
    const std::string folded = fold(name);
    const auto says = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
    if (says("president"))
      kinds.push_back(OfficeKind::HeadOfState);
    else if (says("prime minister"))
      kinds.push_back(OfficeKind::HeadOfGovernment);
    else if (says("foreign") || says("external") || says("state department"))
      kinds.push_back(OfficeKind::ForeignMinister);
  }
  return kinds;
}

std::string call_title(const TitleTells& tells, std::string_view title, const Outlet* outlet) {
  if (outlet == nullptr || outlet->kind != OutletKind::Government) return {};
  if (!tells.meeting || tells.kind != MeetingKind::Call) return {};
  std::string folded = fold(title);
  const bool about = std::ranges::any_of(
      split_words(folded), [](const std::string& word) { return is_one_of(word, kSaidAbout); });
  return about ? std::string() : folded;
}

}  // namespace verbale
