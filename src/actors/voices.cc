#include "actors/voices.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale::actors {
namespace {

constexpr int32_t kLabelTokens = 24;  // a label is no longer
constexpr int32_t kBylineTokens = 20;
constexpr int32_t kBylineParagraphs = 4;

class VoiceFinder {
 public:
  explicit VoiceFinder(const Scene& scene) : scene_(scene), document_(scene.document) {}

  Voices find() const {
    Voices voices;
    voices.of_paragraph.assign(document_.paragraphs.size(), kNoVoice);
    int32_t labels = 0;
    for (size_t p = 0; p < document_.paragraphs.size(); ++p) {
      const int32_t voice = label(document_.paragraphs[p]);
      if (voice != kNoVoice) ++labels;
      voices.of_paragraph[p] = voice;
    }
    if (labels >= 2) {
      carry_on(voices.of_paragraph);
    } else {
      std::fill(voices.of_paragraph.begin(), voices.of_paragraph.end(), kNoVoice);
    }
    if (!document_.cast.joint_statement) voices.author = author();
    return voices;
  }

 private:
  std::string_view lower(int32_t t) const {
    return t >= 0 && t < scene_.token_count() ? scene_.token(t).lower : std::string_view();
  }

  static void carry_on(std::vector<int32_t>& voices) {
    int32_t voice = kNoVoice;
    for (int32_t& own : voices) {
      if (own != kNoVoice) voice = own;
      own = voice;
    }
  }

  // The person whose name starts at the token, -1: nobody.
  const Mention* person_from(int32_t token) const {
    const auto next = std::lower_bound(
        document_.mentions.begin(), document_.mentions.end(), token,
        [](const Mention& mention, int32_t at) { return mention.tokens.first < at; });
    if (next == document_.mentions.end() || next->tokens.first != token) return nullptr;
    return next->kind == MentionKind::Name && scene_.is_person(next->actor) ? &*next : nullptr;
  }

  // The colon that ends a label; -1: the paragraph has none.
  int32_t label_end(const Paragraph& paragraph) const {
    const int32_t end = std::min(paragraph.tokens.last, paragraph.tokens.first + kLabelTokens);
    for (int32_t t = paragraph.tokens.first; t < end; ++t) {
      if (lower(t) == ":") return t + 1 < paragraph.tokens.last ? t : -1;
      const Upos upos = scene_.token(t).upos;
      if (upos == Upos::AUX || (upos == Upos::PUNCT && lower(t) == ".")) return -1;
    }
    return -1;
  }

  int32_t label(const Paragraph& paragraph) const {
    if (paragraph.kind == ParagraphKind::Title || paragraph.tokens.empty()) return kNoVoice;
    const int32_t colon = label_end(paragraph);
    if (colon <= paragraph.tokens.first) return kNoVoice;
    if (const Mention* person = person_from(paragraph.tokens.first); person != nullptr) {
      const bool at_end = person->tokens.last == colon || lower(person->tokens.last) == "(" ||
                          lower(person->tokens.last) == ",";
      return at_end ? person->actor : kNoVoice;
    }
    if (!all_capitals({paragraph.tokens.first, colon})) return kNoVoice;
    return by_last_name(colon - 1);
  }

  bool all_capitals(TokenRange range) const {
    for (int32_t t = range.first; t < range.last; ++t) {
      for (const char c : document_.form(t)) {
        if (c >= 'a' && c <= 'z') return false;
      }
    }
    return true;
  }

  int32_t by_last_name(int32_t token) const {
    const std::string_view word = scene_.folded[static_cast<size_t>(token)];
    for (size_t i = 0; i < scene_.persons.size(); ++i) {
      const std::vector<std::string_view>& words = scene_.persons[i].words;
      if (std::find(words.begin(), words.end(), word) != words.end())
        return static_cast<int32_t>(i);
    }
    return kUnknownVoice;
  }

  // ---- The author of the whole

  int32_t author() const {
    const int32_t by_title = title_author();
    return by_title >= 0 ? by_title : byline_author();
  }

  bool speaks_for_himself(const Mention* person) const {
    return person != nullptr && !scene_.persons[static_cast<size_t>(person->actor)].aside;
  }

  // "Statement by President Rojas on ...", "Remarks of ...", "Address by ...".
  int32_t title_author() const {
    static constexpr std::string_view kWorks[] = {"statement", "remarks",     "address",
                                                  "speech",    "message",     "letter",
                                                  "comments",  "declaration", "proclamation"};
    static constexpr std::string_view kBy[] = {"by", "from", "of"};
    for (const Paragraph& paragraph : document_.paragraphs) {
      if (paragraph.kind != ParagraphKind::Title) break;
      bool work = false;
      for (int32_t t = paragraph.tokens.first; t < paragraph.tokens.last; ++t) {
        if (is_one_of(lower(t), kWorks)) work = true;
        if (!work || !is_one_of(lower(t), kBy)) continue;
        const Mention* person = person_from(lower(t + 1) == "the" ? t + 2 : t + 1);
        if (speaks_for_himself(person)) return person->actor;
      }
    }
    return -1;
  }

  // A line of its own near the top: a name and an office, no verb.
  int32_t byline_author() const {
    int32_t looked = 0;
    for (const Paragraph& paragraph : document_.paragraphs) {
      if (paragraph.kind == ParagraphKind::Title || paragraph.tokens.empty()) continue;
      if (++looked > kBylineParagraphs) break;
      if (paragraph.tokens.size() > kBylineTokens || has_sentence(paragraph.tokens)) continue;
      const Mention* person = person_from(paragraph.tokens.first);
      if (!speaks_for_himself(person)) continue;
      const int32_t after = person->tokens.last;
      if (after == paragraph.tokens.last || lower(after) == ",") return person->actor;
    }
    return -1;
  }

  bool has_sentence(TokenRange range) const {
    for (int32_t t = range.first; t < range.last; ++t) {
      const Upos upos = scene_.token(t).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || lower(t) == ".") return true;
    }
    return false;
  }

  const Scene& scene_;
  const Document& document_;
};

}  // namespace

Voices find_voices(const Scene& scene) { return VoiceFinder(scene).find(); }

}  // namespace verbale::actors
