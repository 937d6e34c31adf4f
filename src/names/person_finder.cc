// Two passes. The first finds names that show by themselves that they are persons: the packs know them, a
// title stands before, the first word is a given name, an apposition tells the office, or the recogniser
// says so. The second finds single words of those names ("Lam", "Blinken") wherever they stand alone.
#include "names/person_finder.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "names/title_chain.h"

namespace verbale {
namespace {

constexpr int32_t kLongestName = 10;  // tokens, hyphens and initials among them

class PersonFinder {
 public:
  PersonFinder(const Document& document, const Knowledge& knowledge, const TokenView& view,
               const std::vector<bool>& proposed)
      : document_(document), knowledge_(knowledge), view_(view), proposed_(proposed),
        taken_(document.tokens.size(), false) {}

  std::vector<PersonName> run() {
    for_each_sentence([this](size_t sentence, int32_t at) { return first_pass(sentence, at); });
    remember();
    for_each_sentence([this](size_t sentence, int32_t at) { return second_pass(sentence, at); });
    std::sort(found_.begin(), found_.end(), [](const PersonName& a, const PersonName& b) {
      return a.core.first < b.core.first;
    });
    add_titles();
    return std::move(found_);
  }

 private:
  template <class Pass>
  void for_each_sentence(const Pass& pass) {
    for (size_t i = 0; i < document_.sentences.size(); ++i) {
      range_ = document_.sentences[i].tokens;
      for (int32_t at = range_.first; at < range_.last;) at = pass(i, at);
    }
  }

  const Token& token(int32_t at) const { return document_.tokens[static_cast<size_t>(at)]; }
  std::string_view lower(int32_t at) const { return token(at).lower; }
  bool is_taken(int32_t at) const { return taken_[static_cast<size_t>(at)]; }

  // A capitalised word that could belong to a person's name.
  bool is_name_word(int32_t at) const {
    if (at >= range_.last || is_taken(at) || !view_.has(at, kCapital)) return false;
    const Atom* atom = view_.atom(at);
    if (atom != nullptr) return view_.has(at, kAlias);
    return !view_.has(at, kTitleWord | kHonorificWord | kPortfolioWord | kModifierWord | kOrdinaryWord) ||
           (view_.has(at, kInitial) && !view_.has(at, kHonorificWord));
  }

  bool is_joined(int32_t at) const { return at < range_.last && !token(at).space_before; }

  // "Ki-moon", "al-Sisi", "Jean-Pierre": a hyphen inside a name, but not "Biden-Putin".
  bool is_inner_hyphen(int32_t at) const {
    const bool joined = at + 1 < range_.last && lower(at) == "-" && is_joined(at) && is_joined(at + 1);
    // "Al-Sabah" is no province.
    if (joined && (lower(at - 1) == "al" || lower(at - 1) == "el") && view_.has(at + 1, kCapital)) return true;
    return joined && !(view_.has(at - 1, kAlias) && view_.has(at + 1, kCapital)) && !view_.has(at + 1, kAlias) &&
           view_.atom(at + 1) == nullptr;
  }

  // The end of a name that starts at `at`.
  int32_t name_end(int32_t at) const {
    int32_t end = at + 1;
    while (end < range_.last && end - at < kLongestName) {
      if (is_inner_hyphen(end)) {
        end += 2;
      } else if (is_name_word(end)) {
        ++end;
      } else if (const int32_t after = after_particles(end); after > end) {
        end = after;
      } else if (view_.has(end, kPortfolioWord | kTitleWord) && end == at + 1 && view_.has(at, kGivenName) &&
                 view_.has(end, kCapital) && !is_name_word(end + 1)) {
        ++end;  // "Rosa Church", "Martin King": a family name that is a word of titles, too
      } else {
        break;
      }
    }
    return with_suffix(end);
  }

  // After "bin", "al-", "de la" the name goes on if a name word follows.
  int32_t after_particles(int32_t at) const {
    int32_t end = at;
    for (int i = 0; i < 3 && end < range_.last; ++i) {
      if (!view_.has(end, kParticle) || view_.atom(end) != nullptr) break;
      ++end;
      if (end < range_.last && lower(end) == "-" && is_joined(end)) ++end;
      if (is_name_word(end)) return end + 1;
    }
    return at;
  }

  // "Jr.", ", Jr.", "III".
  int32_t with_suffix(int32_t end) const {
    if (end < range_.last && view_.has(end, kSuffix) && view_.has(end, kCapital)) return end + 1;
    if (end + 1 < range_.last && lower(end) == "," && view_.has(end + 1, kSuffix) &&
        view_.has(end + 1, kCapital)) {
      return end + 2;
    }
    return end;
  }

  int32_t first_pass(size_t sentence, int32_t at) {
    if (is_taken(at)) return at + 1;
    if (const Atom* atom = view_.atom(at); atom != nullptr && atom->entity->kind == EntityKind::Person &&
                                           atom->tokens.size() > 1) {
      add({atom->tokens.first, with_suffix(atom->tokens.last)}, id_of(*atom), "names.pack");
      return found_.back().core.last;
    }
    if (const Atom* atom = view_.atom(at); atom != nullptr && !view_.has(at, kAlias)) {
      return is_named_like_state(*atom) ? take_named_like_state(*atom) : atom->tokens.last;
    }
    if (!opens_name(at)) return at + 1;
    const int32_t end = name_end(at);
    if (const std::string_view reason = why_person(sentence, at, end); !reason.empty()) {
      add({at, end}, alias_id(at, end), reason);
    }
    return end;
  }

  // After a form of address any capitalised word is a name ("Mr. Price"), not so after a rank ("General
  // Assembly").
  bool opens_name(int32_t at) const {
    if (is_name_word(at)) return true;
    return at > range_.first && view_.has(at, kCapital) && view_.has(at - 1, kHonorificWord) &&
           view_.has(at - 1, kCapital) && !view_.has(at - 1, kRankWord) &&
           !view_.has(at, kTitleWord | kHonorificWord) && !opens_office(at);
  }

  // "HRH | Crown Prince"
  bool opens_office(int32_t at) const {
    if (at + 1 >= range_.last || !view_.has(at + 1, kTitleWord)) return false;
    const std::array<std::string_view, 2> words = {lower(at), lower(at + 1)};
    return knowledge_.titles.longest(words, TitleClass::Office).length == 2;
  }

  // "Foreign Minister Israel Katz": a state's name right after an office and before a name word.
  bool is_named_like_state(const Atom& atom) const {
    const int32_t at = atom.tokens.first;
    return atom.entity->kind == EntityKind::State && atom.tokens.size() == 1 && at > range_.first &&
           view_.has(at - 1, kTitleWord) && view_.has(at - 1, kCapital) && is_name_word(at + 1);
  }

  int32_t take_named_like_state(const Atom& atom) {
    const int32_t end = name_end(atom.tokens.first + 1);
    add({atom.tokens.first, end}, {}, "names.title");
    return end;
  }

  // The rule by which the words are a person, empty if none holds.
  std::string_view why_person(size_t sentence, int32_t at, int32_t end) const {
    if (follows_title(at, end) || follows_object_of_title(sentence, at, end)) return "names.title";
    if (view_.has(at, kAlias) && end - at == 1) return "names.pack";
    const bool several = end - at > 1;
    if (several && view_.has(end - 1, kAlias)) return "names.family";
    if (several && view_.has(at, kGivenName) && !view_.title_case[sentence]) return "names.given-name";
    if (several && at > range_.first && has_office_after(end)) return "names.apposition";
    if (is_proposed(at, end) && !follows_the(at)) return "names.recognised";
    return {};
  }

  // "the Solna process", "Mount Solna": what the recogniser takes for a person behind such a word is none.
  bool follows_the(int32_t at) const {
    if (at == range_.first) return false;
    constexpr std::array<std::string_view, 14> kBefore = {"the", "a", "an", "mount", "mt.", "lake", "cape", "fort",
                                                          "port", "gulf", "hotel", "river", "camp", "operation"};
    return std::find(kBefore.begin(), kBefore.end(), lower(at - 1)) != kBefore.end();
  }

  bool is_proposed(int32_t at, int32_t end) const {
    return std::any_of(proposed_.begin() + at, proposed_.begin() + end, [](bool set) { return set; });
  }

  // "President Novak", "Secretary of State Novak", "Mr. Novak"; "leader Jan Novak".
  bool follows_title(int32_t at, int32_t end) const {
    if (at == range_.first) return false;
    if (follows_long_office(at)) return true;
    const int32_t before = at - 1;
    if (!view_.has(before, kHonorificWord | kTitleWord)) return false;
    if (view_.has(before, kCapital)) return !view_.has(before, kAmbiguousWord) || end - at > 1;
    return view_.has(before, kTitleWord) && end - at > 1;
  }

  // Whether an office of several words that the packs know ("Minister of Foreign Affairs") ends at `at`.
  bool follows_long_office(int32_t at) const {
    constexpr int32_t kLongestOffice = 8;
    if (!view_.has(at - 1, kPortfolioWord) || !view_.has(at - 1, kCapital)) return false;
    std::array<std::string_view, kLongestOffice> words;
    const int32_t first = std::max(range_.first, at - kLongestOffice);
    for (int32_t i = first; i < at; ++i) words[static_cast<size_t>(i - first)] = lower(i);
    const std::span<const std::string_view> before(words.data(), static_cast<size_t>(at - first));
    for (int32_t i = first; i + 1 < at; ++i) {
      if (!view_.has(i, kTitleWord | kModifierWord | kPortfolioWord)) continue;
      const Titles::Match match =
          knowledge_.titles.longest(before.subspan(static_cast<size_t>(i - first)), TitleClass::Office);
      if (match.length == at - i) return true;
    }
    return false;
  }

  // "Prime Minister of Israel Jan Novak", "Minister of Trade Jan Novak": a title with what it is for. Here
  // the words may as well go on with it ("Director of the Geological Survey"), so they must look like
  // a name, or follow a state that is no adjective.
  bool follows_object_of_title(size_t sentence, int32_t at, int32_t end) const {
    if (at == range_.first || is_taken(at - 1)) return false;
    const Atom* atom = view_.atom(at - 1);
    if (atom == nullptr && !view_.has(at - 1, kPortfolioWord)) return false;
    const bool state = atom != nullptr && atom->entity->kind == EntityKind::State &&
                       !atom->entity->exact_case && end - at > 1 &&
                       (end >= range_.last || !view_.has(end, kCapital));
    if (!state && !view_.has(at, kGivenName) && !is_proposed(at, end)) return false;
    return title_start(document_, knowledge_.titles, view_, taken_, range_.first, at,
                       view_.title_case[sentence]) < at;
  }

  // "Jan Novak, the Foreign Minister of Czechia": an office after the comma.
  bool has_office_after(int32_t end) const {
    if (end + 1 >= range_.last || lower(end) != ",") return false;
    for (int32_t i = end + 1; i < std::min(range_.last, end + 6); ++i) {
      if (view_.has(i, kTitleWord)) return true;
      const bool may = view_.has(i, kCapital | kModifierWord) || lower(i) == "the" || lower(i) == "a";
      if (!may) return false;
    }
    return false;
  }

  std::string_view id_of(const Atom& atom) const {
    return knowledge_.world.persons()[static_cast<size_t>(atom.entity->index)].id;
  }

  // The id of the packs where the name is a single word that they know.
  std::string_view alias_id(int32_t at, int32_t end) const {
    return end - at == 1 && view_.has(at, kAlias) ? id_of(*view_.atom(at)) : std::string_view();
  }

  void add(TokenRange core, std::string_view id, std::string_view made_by) {
    for (int32_t i = core.first; i < core.last; ++i) taken_[static_cast<size_t>(i)] = true;
    found_.push_back({core, core, id, made_by});
  }

  // The words of each name lead to its first full form.
  void remember() {
    for (size_t i = 0; i < found_.size(); ++i) {
      const TokenRange core = found_[i].core;
      for (int32_t at = core.first; at < core.last; ++at) {
        if (!view_.has(at, kCapital) || view_.has(at, kInitial | kSuffix | kParticle)) continue;
        if (core.size() > 1 && view_.has(at, kOrdinaryWord)) continue;
        const auto [entry, fresh] = known_.try_emplace(fold(document_.form(at)), i);
        if (!fresh && found_[entry->second].core.size() < core.size()) entry->second = i;
      }
    }
  }

  int32_t second_pass(size_t, int32_t at) {
    if (is_taken(at) || !is_name_word(at)) return at + 1;
    const auto known = known_.find(fold(document_.form(at)));
    if (known == known_.end()) return at + 1;
    const bool joins_other = is_name_word(at + 1) && !known_.contains(fold(document_.form(at + 1)));
    if (joins_other || (at > range_.first && is_name_word(at - 1))) return at + 1;
    int32_t end = name_end(at);
    for (int32_t i = at + 1; i < end; ++i) {
      if (view_.has(i, kCapital) && !known_.contains(fold(document_.form(i)))) end = at + 1;
    }
    add({at, end}, found_[known->second].id, "names.again");
    return end;
  }

  void add_titles() {
    size_t sentence = 0;
    for (PersonName& name : found_) {
      while (document_.sentences[sentence].tokens.last <= name.core.first) ++sentence;
      name.tokens.first =
          title_start(document_, knowledge_.titles, view_, taken_, document_.sentences[sentence].tokens.first,
                      name.core.first, view_.title_case[sentence]);
    }
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const TokenView& view_;
  const std::vector<bool>& proposed_;
  std::vector<bool> taken_;
  std::vector<PersonName> found_;
  std::unordered_map<std::string, size_t> known_;  // folded word of a name -> index into found_
  TokenRange range_;
};

}  // namespace

std::vector<PersonName> find_persons(const Document& document, const Knowledge& knowledge,
                                     const TokenView& view, const std::vector<bool>& proposed) {
  return PersonFinder(document, knowledge, view, proposed).run();
}

}  // namespace verbale
