// Roles: each office of a person once, from the place where the document gives it most fully.
#include <algorithm>

#include "actors/scene.h"
#include "base/utf8.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kNoRole[] = {
    "mr",       "mr.", "mrs", "mrs.",  "ms",     "ms.",        "dr",         "dr.",
    "h.e.",     "he",  "sir", "madam", "madame", "comrade",    "lord",       "dame",
    "visiting", "the", "his", "her",   "their",  "excellency", "honourable", "honorable",
    "late",     "its", "our", ",",     "'s",     "’s",         "prof.",      "professor",
    "highness", "majesty", "royal", "shri", "smt", "smt.", "h.h.", "hh", "hrh", "h.r.h.", "sheikh", "hon.", "dato'", "datuk"};

// An office in the text: its words, and the words of the office alone.
struct Office {
  TokenRange tokens;
  std::vector<std::string_view> words;
  bool described = false;
};

class RoleReader {
 public:
  explicit RoleReader(Scene& scene) : scene_(scene), document_(scene.document) {}

  void read() {
    for (size_t i = 0; i < scene_.persons.size(); ++i) {
      if (scene_.is_person(static_cast<int32_t>(i))) read_person(static_cast<int32_t>(i));
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

  void read_person(int32_t index) {
    std::vector<Office> offices;
    const std::vector<TitleUse> titles = scene_.person(index).titles;
    for (const TitleUse& title : titles) {
      for (const TokenRange part : parts_of(title.tokens)) {
        if (title.described && is_general(part)) continue;
        Office office{part, words_of(part), title.described};
        if (!office.words.empty()) add_office(offices, std::move(office));
      }
    }
    Actor& actor = scene_.actor(index);
    std::sort(offices.begin(), offices.end(),
              [](const Office& a, const Office& b) { return a.tokens.first < b.tokens.first; });
    for (const Office& office : offices) {
      actor.roles.push_back({plain_title(office, actor), document_.span_of(office.tokens),
                             office.described ? "role.description" : "role.title"});
    }
  }

  // A title without courtesy words, cut at "and" between two offices.
  std::vector<TokenRange> parts_of(TokenRange title) const {
    std::vector<TokenRange> parts;
    int32_t first = title.first;
    for (int32_t t = title.first; t < title.last; ++t) {
      const bool cut = lower(t) == "and" && has_office({first, t}) &&
                       has_office({t + 1, title.last}) && (is_office(t - 1) || opens_office(t + 1));
      if (!cut) continue;
      parts.push_back(trim({first, t}));
      first = t + 1;
    }
    parts.push_back(trim({first, title.last}));
    std::erase_if(parts, [&](TokenRange part) { return part.empty() || !has_office(part); });
    return parts;
  }

  // "... of Industry and Deputy Prime Minister", not "... to the National Security and Intelligence
  // Adviser".
  bool opens_office(int32_t t) const {
    static constexpr std::string_view kFirst[] = {"prime",   "foreign", "vice",   "deputy",
                                                  "general", "first",   "crown",  "defense",
                                                  "defence", "party",   "acting", "head"};
    return is_office(t) || is_one_of(lower(t), kFirst) || !scene_.state_at(t).empty();
  }

  bool has_office(TokenRange range) const {
    for (int32_t t = range.first; t < range.last; ++t) {
      if (is_office(t)) return true;
    }
    return false;
  }

  TokenRange trim(TokenRange range) const {
    while (!range.empty() && is_one_of(lower(range.first), kNoRole)) ++range.first;
    while (!range.empty() && is_one_of(lower(range.last - 1), kNoRole)) --range.last;
    return range;
  }

  std::vector<std::string_view> words_of(TokenRange range) const {
    std::vector<std::string_view> words;
    for (int32_t t = range.first; t < range.last; ++t) {
      const Token& token = scene_.token(t);
      if (token.upos == Upos::PUNCT || token.upos == Upos::ADP || token.upos == Upos::DET) continue;
      if (!scene_.state_at(t).empty() || lower(t) == "and" || is_one_of(lower(t), kNoRole))
        continue;
      words.push_back(token.lower);
    }
    return words;
  }

  static bool holds(const std::vector<std::string_view>& all,
                    const std::vector<std::string_view>& some) {
    return std::all_of(some.begin(), some.end(), [&](std::string_view word) {
      return std::find(all.begin(), all.end(), word) != all.end();
    });
  }

  // "the Chinese leader" names no office.
  bool is_general(TokenRange part) const {
    static constexpr std::string_view kGeneral[] = {"leader",  "chief",  "head",
                                                    "officer", "deputy", "chair"};
    const bool of_state = part.size() > 2 && lower(part.last - 1) == "state";
    if (of_state) return false;
    for (int32_t t = part.first; t < part.last; ++t) {
      if (is_office(t) && !is_one_of(lower(t), kGeneral)) return false;
    }
    return true;
  }

  bool in_title(TokenRange tokens) const {
    return document_.publication.title.overlaps(document_.span_of(tokens));
  }

  static bool is_head_of_state(const std::vector<std::string_view>& words) {
    static constexpr std::string_view kHeads[] = {"president", "king", "queen",
                                                  "emperor",   "emir", "sultan"};
    const bool phrase = words.size() == 2 && words[0] == "head" && words[1] == "state";
    return phrase || std::any_of(words.begin(), words.end(),
                                 [](std::string_view word) { return is_one_of(word, kHeads); });
  }

  // Keeps the fuller of two wordings of one office; of two as full, the first of the body.
  void add_office(std::vector<Office>& offices, Office office) const {
    for (Office& known : offices) {
      const bool shorter = holds(known.words, office.words);
      const bool fuller = holds(office.words, known.words);
      const bool heads = is_head_of_state(known.words) && is_head_of_state(office.words);
      if (!shorter && !fuller && !heads) continue;
      const uint32_t size = document_.span_of(office.tokens).size();
      const uint32_t known_size = document_.span_of(known.tokens).size();
      if (fuller && (size > known_size || (size == known_size && in_title(known.tokens)))) {
        known = std::move(office);
      }
      return;
    }
    if (offices.size() < 8) offices.push_back(std::move(office));
  }

  // "Finnish Prime Minister" is "Prime Minister of Finland"; a bare office of a leader takes his
  // state.
  std::string plain_title(const Office& office, const Actor& actor) const {
    const State* state = nullptr;
    std::string title;
    for (int32_t t = office.tokens.first; t < office.tokens.last; ++t) {
      const int32_t named = scene_.named_at[static_cast<size_t>(t)];
      const bool leading = state == nullptr && title.empty() && !scene_.state_at(t).empty();
      if (leading) {
        const Named& phrase = scene_.named[static_cast<size_t>(named)];
        state = &scene_.knowledge.world.states()[static_cast<size_t>(phrase.index)];
        t = phrase.tokens.last - 1;
        continue;
      }
      if (title.empty() && (lower(t) == "'s" || lower(t) == "’s" || lower(t) == "’")) continue;
      if (!title.empty() && scene_.token(t).space_before) title += ' ';
      title += document_.form(t);
    }
    const bool bare = state == nullptr && title.find(" of ") == std::string::npos;
    if (bare && !actor.state.empty() && is_national(office)) {
      state = scene_.knowledge.world.state(actor.state);
    }
    if (state == nullptr) return title;
    const std::string of =
        std::string(" of ") + (takes_article(*state) ? "the " : "") + state->name;
    const size_t to = title.find(" to ");  // "Ambassador to Chile"
    return to == std::string::npos ? title + of : title.substr(0, to) + of + title.substr(to);
  }

  // "of the United States", "of the Philippines".
  static bool takes_article(const State& state) {
    static constexpr std::string_view kFirst[] = {"United",   "Central",  "Dominican",
                                                  "Czech",    "Republic", "Democratic",
                                                  "Marshall", "Solomon",  "Holy"};
    static constexpr std::string_view kNames[] = {
        "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles"};
    const std::string_view name = state.name;
    return is_one_of(name.substr(0, name.find(' ')), kFirst) || is_one_of(name, kNames);
  }

  bool is_national(const Office& office) const {
    static constexpr std::string_view kNational[] = {"president", "premier",    "king",
                                                     "queen",     "chancellor", "minister"};
    return std::any_of(office.words.begin(), office.words.end(),
                       [](std::string_view word) { return is_one_of(word, kNational); });
  }

  Scene& scene_;
  Document& document_;
};

}  // namespace

void find_roles(Scene& scene) { RoleReader(scene).read(); }

}  // namespace verbale::actors
