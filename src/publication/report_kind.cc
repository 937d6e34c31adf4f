#include "publication/report_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace verbale {
namespace {

bool has_phrase(std::string_view folded, std::string_view phrase) {
  for (size_t at = folded.find(phrase); at != std::string_view::npos;
       at = folded.find(phrase, at + 1)) {
    const bool starts = at == 0 || !is_word_character(decode_utf8_before(folded, at).value);
    const size_t end = at + phrase.size();
    const bool ends = end == folded.size() || !is_word_character(decode_utf8(folded, end).value);
    if (starts && ends) return true;
  }
  return false;
}

// Where a phrase starts that stands for itself: "joint statement" of "U.S.-EU Summit Joint
// Statement", not of "address following a joint statement by the two". What follows may be glued to
// it.
bool names_itself(std::string_view folded, std::string_view phrase) {
  for (size_t at = folded.find(phrase); at != std::string_view::npos;
       at = folded.find(phrase, at + 1)) {
    const std::string_view before = folded.substr(0, at);
    const bool starts = at == 0 || !is_word_character(decode_utf8_before(folded, at).value);
    const bool spoken_of =
        before.ends_with(" a ") || before.ends_with(" the ") || before.ends_with(" this ");
    if (starts && !spoken_of) return true;
  }
  return false;
}

template <class Phrases>
bool has_any(std::string_view folded, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return has_phrase(folded, phrase); });
}

// Documents that states issue together. "Statement" by several leaders is one too.
constexpr auto kJointTitles = std::to_array<std::string_view>({"joint statement",
                                                               "joint leaders' statement",
                                                               "joint declaration",
                                                               "joint communique",
                                                               "joint press statement",
                                                               "joint vision statement",
                                                               "joint leaders statement",
                                                               "joint readout",
                                                               "leaders' statement",
                                                               "leaders’ statement",
                                                               "leaders statement",
                                                               "leaders' joint statement",
                                                               "leaders’ joint statement",
                                                               "leaders' declaration",
                                                               "leaders’ declaration",
                                                               "leaders declaration",
                                                               "leaders' communique",
                                                               "leaders’ communique",
                                                               "ministers' statement",
                                                               "ministers’ statement",
                                                               "ministerial statement",
                                                               "chair's statement",
                                                               "chair’s statement",
                                                               "chairman's statement",
                                                               "chairman’s statement",
                                                               "ministerial declaration",
                                                               "summit declaration",
                                                               "summit communique",
                                                               "communique",
                                                               "joint article",
                                                               "trilateral statement",
                                                               "quadrilateral statement",
                                                               "declaration of the leaders",
                                                               "statement of the leaders",
                                                               "statement by the leaders",
                                                               "joint announcement",
                                                               "statement of the heads of state",
                                                               "joint message",
                                                               "common statement"});

constexpr auto kNotJoint = std::to_array<std::string_view>(
    {"press briefing", "background press call", "remarks", "remarks by", "fact sheet",
     "press conference", "readout", "on the joint statement", "issue joint statement",
     "issued joint statement", "issues joint statement"});

constexpr auto kVisitEnds = std::to_array<std::string_view>(
    {"ends",     "ended",      "ending",      "concludes",  "concluded",    "concluding",
     "wraps up", "wrapped up", "wrapping up", "wrap up",    "completes",    "completed",
     "outcome",  "outcomes",   "results of",  "result of",  "leaves",       "left",
     "departs",  "departed",   "returns",     "successful", "successfully", "achievements"});
constexpr auto kVisits =
    std::to_array<std::string_view>({"visit", "visits", "trip", "tour", "stay"});

// "We, the leaders of ...", "We welcome ...": the text speaks as several.
bool speaks_as_we(const Document& document) {
  size_t we = 0;
  size_t sentences = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == ParagraphKind::Title || paragraph.kind == ParagraphKind::Furniture)
      continue;
    const std::string_view line = document.str(paragraph.span);
    ++sentences;
    we += line.starts_with("We ") || line.starts_with("We, ") || line.starts_with("WE, ") ||
          line.find(" We ") != std::string_view::npos ||
          line.find(" we ") != std::string_view::npos;
  }
  return sentences > 0 && we * 2 >= sentences;
}

std::string_view first_body(const Document& document) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == ParagraphKind::Body && paragraph.span.size() > 60) {
      return document.str(paragraph.span);
    }
  }
  return {};
}

// "The text of the following statement was released by the Governments of X and Y.", "We, the
// leaders of".
bool is_announced_as_joint(const Document& document) {
  constexpr size_t kFirst = 5;  // paragraphs
  for (size_t i = 0; i < document.paragraphs.size() && i < kFirst; ++i) {
    const std::string line = fold(document.str(document.paragraphs[i].span).substr(0, 300));
    if (has_phrase(line, "following joint statement") || line.starts_with("we, the ") ||
        has_phrase(line, "the following statement was released by the governments")) {
      return true;
    }
  }
  return false;
}

bool is_joint(const Document& document, std::string_view title) {
  if (has_any(title, kNotJoint)) return false;
  const bool named =
      std::any_of(kJointTitles.begin(), kJointTitles.end(),
                  [&](std::string_view phrase) { return names_itself(title, phrase); });
  if (named || is_announced_as_joint(document)) return true;
  return has_phrase(title, "statement") && has_phrase(title, "leaders") && speaks_as_we(document);
}

bool is_wrap_up(const Document& document, std::string_view title) {
  const auto tells = [](std::string_view words) {
    return has_any(words, kVisits) && has_any(words, kVisitEnds);
  };
  if (tells(title)) return true;
  const std::string_view body = first_body(document);
  const std::string lead = fold(body.substr(0, std::min(body.find(". "), size_t{500})));
  constexpr auto kStrong = std::to_array<std::string_view>(
      {"concluding", "concluded", "wrapping up", "wrapped up", "ended", "ending"});
  return has_any(lead, kVisits) && has_any(lead, kStrong);
}

// A news outlet, by the pack; where the outlet is not known, one whose dateline names it.
bool is_news(const Document& document, const Knowledge& knowledge) {
  const Outlet* outlet = knowledge.outlets.by_name(document.publication.outlet.value);
  if (outlet != nullptr) return outlet->kind != OutletKind::Government;
  return !document.publication.dateline.value.empty();
}

std::string_view state_of(const Actor& actor) {
  return actor.kind == ActorKind::State ? std::string_view(actor.id)
                                        : std::string_view(actor.state);
}

// Do nearly all statements with one speaker's state come from one state?
bool one_side_speaks(const Document& document) {
  std::vector<std::string_view> states;
  size_t joint = 0;
  for (const Statement& statement : document.statements) {
    std::string_view state;
    bool mixed = false;
    for (const int32_t speaker : statement.speaker) {
      const std::string_view next = state_of(document.actors[static_cast<size_t>(speaker)]);
      mixed = mixed || (!state.empty() && next != state);
      state = next;
    }
    if (mixed) {
      ++joint;
    } else if (!state.empty()) {
      states.push_back(state);
    }
  }
  size_t most = 0;
  for (const std::string_view state : states) {
    most = std::max(most, static_cast<size_t>(std::count(states.begin(), states.end(), state)));
  }
  return most > 0 && most * 10 >= (states.size() + joint) * 9;
}

}  // namespace

std::optional<ReportKind> kind_by_form(const Document& document) {
  if (document.paragraphs.empty()) return std::nullopt;
  std::string title = fold(document.source.given.title);
  if (title.empty()) title = fold(document.str(document.publication.title));
  if (title.empty()) title = fold(document.source.stated.title);
  if (is_joint(document, title)) return ReportKind::JointStatement;
  if (is_wrap_up(document, title)) return ReportKind::WrapUp;
  return std::nullopt;
}

std::optional<ReportKind> kind_by_speakers(const Document& document, const Knowledge& knowledge) {
  if (document.paragraphs.empty()) return std::nullopt;
  const bool wire = is_news(document, knowledge) && one_side_speaks(document);
  return wire ? ReportKind::Wire : ReportKind::Readout;
}

}  // namespace verbale
