// Offices told behind a name: "NAME, Secretary General of the Union,". They are known before anybody is
// looked for, so that descriptions and states can rely on them.
#include "actors/scene.h"

namespace verbale::actors {
namespace {

class AppositionReader {
 public:
  explicit AppositionReader(Scene& scene) : scene_(scene), document_(scene.document) {}

  void read() {
    for (const Mention& mention : document_.mentions) {
      if (mention.kind == MentionKind::Name && scene_.is_person(mention.actor)) {
        find_apposition(mention);
        find_office_before(mention);
      }
    }
  }

 private:
  std::string_view lower(int32_t t) const {
    return t >= 0 && t < scene_.token_count() ? scene_.token(t).lower : std::string_view();
  }

  bool is_office(int32_t t) const {
    const ActorNoun* noun = scene_.noun(t);
    return noun != nullptr && (noun->classes & kOffice) != 0;
  }

  // "Akiba Takeo, Secretary General of ...,": an office after the name and a comma, or after "as".
  void find_apposition(const Mention& mention) {
    int32_t t = mention.tokens.last;
    if (lower(t) != ",") return;
    ++t;
    if (lower(t) == "the") ++t;
    const int32_t first = t;
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(mention.head)];
    const int32_t end = document_.sentences[static_cast<size_t>(sentence)].tokens.last;
    bool office = false;
    int32_t last = first;
    int32_t comma = first;
    for (; t < end && t < first + 30; ++t) {
      const Token& token = scene_.token(t);
      const std::string_view word = token.lower;
      const int32_t n = scene_.name_at[static_cast<size_t>(t)];
      if (n >= 0 && document_.names[static_cast<size_t>(n)].kind == NameKind::Person) {
        last = comma;  // a list of persons: the office ends where the next one begins
        break;
      }
      if (word == ",") comma = t;
      if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::PRON) break;
      if (word == "," && !continues_list(t, end)) break;
      if (token.upos == Upos::PUNCT && word != "," && word != "-" && word != "(" && word != ")")
        break;
      if (is_office(t)) office = true;
      last = t + 1;
    }
    if (!office || last <= first) return;
    scene_.person(mention.actor).titles.push_back({{first, last}, {}, false, true});
  }

  // "the Foreign Minister of Jordan, NAME": an office with its article before the comma.
  void find_office_before(const Mention& mention) {
    constexpr int32_t kLongest = 14;
    const int32_t comma = mention.tokens.first - 1;
    if (lower(comma) != ",") return;
    bool office = false;
    for (int32_t t = comma - 1; t > comma - kLongest && t > 0; --t) {
      const Token& token = scene_.token(t);
      const int32_t n = scene_.name_at[static_cast<size_t>(t)];
      if (n >= 0 && document_.names[static_cast<size_t>(n)].kind == NameKind::Person) return;
      if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::PUNCT || token.upos == Upos::PRON) return;
      office = office || is_office(t);
      if (token.lower != "the" || lower(t - 1) == "of" || lower(t - 1) == "for") continue;
      if (!office || !is_capitalised(document_, t + 1)) return;
      scene_.person(mention.actor).titles.push_back({{t + 1, comma}, {}, false, true});
      return;
    }
  }

  // "Senior Official for Economic Growth, Energy, and the Environment,"
  bool continues_list(int32_t comma, int32_t end) const {
    for (int32_t t = comma + 1; t < end && t < comma + 6; ++t) {
      if (lower(t) == "," || lower(t) == "and") return lower(t + 1) != "," || lower(t + 1) == "and";
      if (!is_capitalised(document_, t) || is_office(t)) return false;
    }
    return false;
  }

  Scene& scene_;
  Document& document_;
};

}  // namespace

void find_appositions(Scene& scene) { AppositionReader(scene).read(); }

}  // namespace verbale::actors
