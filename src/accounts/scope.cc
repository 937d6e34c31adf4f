#include "accounts/scope.h"

#include <algorithm>
#include <array>
#include <set>

namespace verbale {
namespace {

constexpr auto kBeside = std::to_array<std::string_view>(
    {"after", "ahead", "before", "following", "preceding", "prior", "since", "until"});
constexpr int32_t kReach = 4;  // words before a meeting in which one of these makes it a mere time

bool is_encounter(MeetingKind kind) {
  return kind == MeetingKind::Talks || kind == MeetingKind::Call || kind == MeetingKind::Meeting;
}

class MeetingPassages {
 public:
  MeetingPassages(const Document& document, std::span<const int32_t> own)
      : document_(document), own_(own) {
    const std::vector<Meeting>& meetings = document.meetings;
    for (size_t i = 0; i < meetings.size(); ++i) {
      if (meetings[i].kind != MeetingKind::Visit) told_.push_back(static_cast<int32_t>(i));
    }
    std::ranges::stable_sort(told_, {}, [&](int32_t i) { return meeting(i).text.begin; });
    const auto first =
        std::ranges::find_if(told_, [&](int32_t i) { return is_encounter(meeting(i).kind); });
    main_ = first != told_.end() ? *first : told_.empty() ? -1 : told_.front();
  }

  std::vector<Span> find() {
    if (own_.empty() || std::ranges::all_of(told_, [&](int32_t i) { return is_own(i); })) return {};
    at_ = main_;
    auto next = told_.begin();
    for (const Sentence& sentence : document_.sentences) {
      std::vector<int32_t> here;
      for (; next != told_.end() && meeting(*next).text.begin < sentence.span.end; ++next) {
        here.push_back(*next);
      }
      read(sentence, here);
    }
    return std::move(outside_);
  }

 private:
  const Meeting& meeting(int32_t i) const { return document_.meetings[static_cast<size_t>(i)]; }

  // The signing goes with the first meeting, and the first meeting is told whole with what is not
  // told of another.
  bool is_own(int32_t i) const {
    const auto has = [&](int32_t one) { return std::ranges::find(own_, one) != own_.end(); };
    return has(i) || (meeting(i).kind == MeetingKind::Signing && has(main_));
  }

  void add(Span span, int32_t of) {
    if (span.empty() || of < 0 || is_own(of)) return;
    if (!outside_.empty() && span.begin <= outside_.back().end + 2) {
      outside_.back().end = std::max(outside_.back().end, span.end);
    } else {
      outside_.push_back(span);
    }
  }

  void read(const Sentence& sentence, std::span<const int32_t> here) {
    std::vector<int32_t> starting;
    std::vector<int32_t> beside;
    for (const int32_t i : here) (is_beside(sentence, i) ? beside : starting).push_back(i);
    if (starting.empty() && !goes_on(sentence)) at_ = main_;
    uint32_t from = sentence.span.begin;
    for (size_t s = 0; s < starting.size(); ++s) {
      const uint32_t begin = s == 0 ? from : meeting(starting[s]).text.begin;
      if (begin > from) add_around({from, begin}, beside);
      // Meetings told in the same words are one passage of all of them: of the one asked for.
      const bool same = s > 0 && meeting(starting[s]).text == meeting(starting[s - 1]).text;
      if (!same || is_own(starting[s])) at_ = starting[s];
      from = std::max(from, begin);
    }
    add_around({from, sentence.span.end}, beside);
    paragraph_ = sentence.paragraph;
  }

  // A stretch of the passage at hand, with what is told in it of others.
  void add_around(Span span, std::span<const int32_t> beside) {
    uint32_t from = span.begin;
    for (const int32_t i : beside) {
      const Span words = meeting(i).text;
      if (!span.contains(words) || words.begin < from) continue;
      add({from, words.begin}, at_);
      add(words, i);
      from = words.end;
    }
    add({from, span.end}, at_);
  }

  // "after the welcome ceremony": told as a time of something else.
  bool is_beside(const Sentence& sentence, int32_t i) const {
    if (i == main_) return false;
    const auto first = std::ranges::lower_bound(document_.tokens, meeting(i).text.begin, {},
                                                [](const Token& t) { return t.span.begin; });
    const int32_t at = static_cast<int32_t>(first - document_.tokens.begin());
    for (int32_t t = at - 1; t >= std::max(sentence.tokens.first, at - kReach); --t) {
      const Token& token = document_.tokens[static_cast<size_t>(t)];
      if (std::ranges::find(kBeside, token.lower) != kBeside.end()) return true;
      if (token.upos == Upos::VERB || token.upos == Upos::PUNCT) return false;
    }
    return false;
  }

  // Whether the sentence still tells of the meeting at hand: in its paragraph, unless it speaks of
  // the talks; beyond, where it names somebody who took part in it and not in the first meeting.
  bool goes_on(const Sentence& sentence) const {
    if (at_ == main_ || at_ < 0) return true;
    if (sentence.paragraph == paragraph_) return !names_first(sentence);
    const std::set<int32_t> others = persons_of(main_);
    const std::set<int32_t> here = persons_of(at_);
    auto mention =
        std::ranges::lower_bound(document_.mentions, sentence.tokens.first, {},
                                 [](const Mention& m) { return m.tokens.first; });
    for (; mention != document_.mentions.end(); ++mention) {
      if (mention->tokens.first >= sentence.tokens.last) break;
      if (here.contains(mention->actor) && !others.contains(mention->actor)) return true;
    }
    return false;
  }

  std::set<int32_t> persons_of(int32_t i) const {
    std::set<int32_t> persons;
    for (const Participant& one : meeting(i).participants) persons.insert(one.actor);
    return persons;
  }

  // "At the talks", where the first meeting was talks.
  bool names_first(const Sentence& sentence) const {
    const std::string_view noun = meeting(main_).kind == MeetingKind::Talks  ? "talks"
                                  : meeting(main_).kind == MeetingKind::Call ? "call"
                                                                             : "meeting";
    const bool other = meeting(at_).kind != meeting(main_).kind;
    const auto first = document_.tokens.begin() + sentence.tokens.first;
    return other && std::any_of(first, first + sentence.tokens.size(),
                                [&](const Token& token) { return token.lower == noun; });
  }

  const Document& document_;
  const std::span<const int32_t> own_;
  std::vector<int32_t> told_;  // meetings but visits, in text order
  int32_t main_ = -1;
  int32_t at_ = -1;  // the meeting that the passage at hand tells of
  int32_t paragraph_ = -1;
  std::vector<Span> outside_;
};

}  // namespace

std::vector<Span> passages_of_others(const Document& document, std::span<const int32_t> own) {
  return MeetingPassages(document, own).find();
}

}  // namespace verbale
