#include "knowledge/cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

struct Named {
  std::string_view name;
  int value;
};

constexpr Named kClasses[] = {
#define VERBALE_ENUMERATOR(name, text) {text, static_cast<int>(CueClass::name)},
    VERBALE_CUE_CLASS(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
};
constexpr Named kTakes[] = {
#define VERBALE_ENUMERATOR(name, text) {text, takes::name##Bit},
    VERBALE_CUE_TAKES(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
};
constexpr Named kKinds[] = {{"verb", static_cast<int>(CueKind::Verb)},
                            {"phrase", static_cast<int>(CueKind::Phrase)},
                            {"adjective", static_cast<int>(CueKind::Adjective)},
                            {"light", static_cast<int>(CueKind::Light)}};

std::optional<int> value_of(std::span<const Named> names, std::string_view name) {
  for (const Named& named : names) {
    if (named.name == name) return named.value;
  }
  return std::nullopt;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "commit" doubles its last letter, "offer" does not: stress is not written, so the verbs that double
// are those of one syllable and those listed.
bool doubles(std::string_view lemma) {
  static constexpr std::array kDoubling = {"commit", "recommit", "admit", "submit", "transmit", "refer",
                                           "confer", "defer",    "regret", "rebut",  "permit",  "concur"};
  if (std::ranges::find(kDoubling, lemma) != kDoubling.end()) return true;
  const size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2]) || is_vowel(lemma[n - 3])) return false;
  if (std::string_view("wxy").find(lemma[n - 1]) != std::string_view::npos) return false;
  return std::ranges::count_if(lemma, is_vowel) == 1;
}

std::string stem_for(std::string_view lemma, std::string_view ending) {
  std::string stem(lemma);
  const bool silent_e = stem.size() > 2 && stem.ends_with('e') && !stem.ends_with("ee");
  if (silent_e && ending != "s") stem.pop_back();
  if (ending == "ed" && lemma.ends_with("ee")) stem.pop_back();  // agreed
  if (ending == "ed" && stem.ends_with('y') && !is_vowel(stem[stem.size() - 2])) stem.back() = 'i';
  if (!silent_e && ending != "s" && doubles(lemma)) stem.push_back(stem.back());
  return stem;
}

std::string third_person(std::string_view lemma) {
  std::string out(lemma);
  if (out == "have") return "has";
  const bool sibilant = out.ends_with('s') || out.ends_with('x') || out.ends_with('z') ||
                        out.ends_with("ch") || out.ends_with("sh") || out.ends_with('o');
  if (out.ends_with('y') && out.size() > 1 && !is_vowel(out[out.size() - 2])) {
    out.back() = 'i';
    return out + "es";
  }
  return out + (sibilant ? "es" : "s");
}

}  // namespace

std::string plural_of(std::string_view noun) {
  if (noun.ends_with('s')) return std::string(noun);
  if (noun.ends_with("man")) return std::string(noun.substr(0, noun.size() - 2)) + "en";
  return third_person(noun);
}

std::string_view to_string(CueClass value) { return kClasses[static_cast<size_t>(value)].name; }

uint32_t takes::bit_of(std::string_view word) {
  const std::optional<int> bit = value_of(kTakes, word);
  return bit ? 1u << *bit : 0u;
}

std::vector<std::pair<std::string, VerbForm>> inflect_verb(std::string_view lemma, std::string_view past,
                                                           std::string_view participle) {
  std::vector<std::pair<std::string, VerbForm>> forms;
  forms.emplace_back(lemma, VerbForm::Base);
  forms.emplace_back(third_person(lemma), VerbForm::Present3);
  forms.emplace_back(stem_for(lemma, "ing") + "ing", VerbForm::Gerund);
  const std::string regular = lemma.ends_with("ee") ? std::string(lemma) + "d" : stem_for(lemma, "ed") + "ed";
  forms.emplace_back(past.empty() ? regular : std::string(past), VerbForm::Past);
  if (!participle.empty() && participle != past) {
    forms.emplace_back(participle, VerbForm::PastParticiple);
  }
  return forms;
}

// Fills a Cues from the rows of both packs.
class CueLoader {
 public:
  std::string add_cue(const TsvRow& row) {
    Cue cue;
    cue.text = row[0];
    const std::optional<int> kind = value_of(kKinds, row[1]);
    if (!kind) return fmt::format("no kind '{}'", row[1]);
    cue.kind = static_cast<CueKind>(*kind);
    if (std::string wrong = read_columns(cue, row[2], row[3], row[4]); !wrong.empty()) return wrong;
    std::vector<std::string_view> words = split_cell(cue.text, ' ');
    if (words.empty()) return "no cue";
    if ((cue.kind == CueKind::Phrase) != (words.size() > 1)) return "a phrase has several words";
    const std::vector<std::string_view> irregular = split_cell(row[5]);
    const int32_t index = static_cast<int32_t>(cues_.cues_.size());
    if (cue.kind == CueKind::Adjective) {
      if (!cues_.adjectives_.emplace(cue.text, index).second) return "a second row for this adjective";
    } else {
      CueVerb& verb = verb_of(words[0], irregular);
      if (cue.kind == CueKind::Light) verb.light = true;
      if (cue.kind == CueKind::Verb && verb.cue >= 0) return "a second row for this verb";
      if (cue.kind == CueKind::Verb) verb.cue = index;
      if (cue.kind == CueKind::Phrase) verb.phrases.push_back(index);
    }
    for (size_t i = 1; i < words.size(); ++i) cue.rest.emplace_back(words[i]);
    cues_.cues_.push_back(std::move(cue));
    return {};
  }

  std::string add_noun(const TsvRow& row) {
    CueNoun noun;
    noun.cue = static_cast<int32_t>(cues_.cues_.size());
    Cue cue;
    cue.text = row[0];
    cue.kind = CueKind::Noun;
    if (std::string wrong = read_columns(cue, row[1], row[2], row[3]); !wrong.empty()) return wrong;
    for (std::string_view name : split_cell(row[4])) {
      const bool that = name.ends_with("-that");
      if (that) name.remove_suffix(5);
      const auto found = lemmas_.find(std::string(name));
      if (found == lemmas_.end()) return fmt::format("'{}' is no verb of cues.tsv", name);
      (that ? noun.that_verbs : noun.verbs).push_back(found->second);
    }
    const int32_t index = static_cast<int32_t>(cues_.nouns_.size());
    merge_noun(cue.text, index, noun);
    cues_.cues_.push_back(std::move(cue));
    return {};
  }

  Cues finish() {
    for (CueVerb& verb : cues_.verbs_) {
      std::ranges::stable_sort(verb.phrases, std::greater<>(), [this](int32_t phrase) {
        return cues_.cues_[static_cast<size_t>(phrase)].rest.size();
      });
    }
    return std::move(cues_);
  }

 private:
  static std::string read_columns(Cue& cue, std::string_view cue_class, std::string_view complements,
                                  std::string_view act) {
    const std::optional<int> value = value_of(kClasses, cue_class);
    if (!value) return fmt::format("no class '{}'", cue_class);
    cue.cue_class = static_cast<CueClass>(*value);
    for (const std::string_view name : split_cell(complements)) {
      const uint32_t bit = takes::bit_of(name);
      if (bit == 0) return fmt::format("no complement '{}'", name);
      cue.takes |= bit;
    }
    const std::optional<Act> known = value_from<Act>(act);
    if (!known) return fmt::format("no act '{}'", act);
    cue.act = *known;
    return {};
  }

  // The first row of a noun names its class; a further one only adds verbs that say something else with
  // it ("gave his support"), which is not kept apart.
  void merge_noun(const std::string& word, int32_t index, CueNoun noun) {
    const auto [place, is_new] = cues_.noun_forms_.emplace(word, index);
    if (is_new) {
      cues_.noun_forms_.emplace(plural_of(word), index);
      cues_.nouns_.push_back(std::move(noun));
      return;
    }
    CueNoun& known = cues_.nouns_[static_cast<size_t>(place->second)];
    for (const int32_t verb : noun.verbs) known.verbs.push_back(verb);
    for (const int32_t verb : noun.that_verbs) known.that_verbs.push_back(verb);
  }

  CueVerb& verb_of(std::string_view lemma, std::span<const std::string_view> irregular) {
    const auto [place, is_new] =
        lemmas_.emplace(std::string(lemma), static_cast<int32_t>(cues_.verbs_.size()));
    if (is_new) {
      cues_.verbs_.push_back({std::string(lemma), -1, false, {}});
      if (irregular.empty()) irregular = irregular_of(lemma);
    }
    const std::string_view past = irregular.empty() ? std::string_view() : irregular[0];
    const std::string_view participle = irregular.size() < 2 ? past : irregular[1];
    if (is_new || !irregular.empty()) add_forms(lemma, past, participle, place->second);
    return cues_.verbs_[static_cast<size_t>(place->second)];
  }

  // Verbs that begin a phrase only and so have no row for their forms.
  static std::span<const std::string_view> irregular_of(std::string_view lemma) {
    using Row = std::array<std::string_view, 3>;
    static constexpr Row kRows[] = {
        {"speak", "spoke", "spoken"}, {"think", "thought", "thought"}, {"hold", "held", "held"},
        {"stand", "stood", "stood"},  {"take", "took", "taken"},       {"make", "made", "made"},
        {"draw", "drew", "drawn"},    {"bring", "brought", "brought"}, {"lay", "laid", "laid"},
        {"set", "set", "set"},        {"put", "put", "put"},           {"pay", "paid", "paid"},
        {"let", "let", "let"},        {"come", "came", "come"},        {"catch", "caught", "caught"},
        {"go", "went", "gone"},       {"give", "gave", "given"},       {"shed", "shed", "shed"},
        {"spell", "spelt", "spelt"},  {"have", "had", "had"}};
    for (const Row& row : kRows) {
      if (row[0] == lemma) return std::span<const std::string_view>(row).subspan(1);
    }
    return {};
  }

  void add_forms(std::string_view lemma, std::string_view past, std::string_view participle,
                 int32_t verb) {
    for (const auto& [form, tag] : inflect_verb(lemma, past, participle)) {
      cues_.forms_.insert_or_assign(form, Cues::Form{verb, tag});
    }
    if (!lemma.ends_with("ize") && !lemma.ends_with("yze")) return;
    std::string british(lemma);
    british[british.size() - 2] = 's';
    for (const auto& [form, tag] : inflect_verb(british, "", "")) {
      cues_.forms_.insert_or_assign(form, Cues::Form{verb, tag});
    }
  }

  Cues cues_;
  std::unordered_map<std::string, int32_t> lemmas_;
};

Result<Cues> Cues::load(const std::string& home) {
  CueLoader loader;
  const Result<void> cues = read_pack(home + "/knowledge/en/cues.tsv",
                                      {"cue", "kind", "class", "takes", "act", "forms"},
                                      [&](const TsvRow& row) { return loader.add_cue(row); });
  if (!cues) return std::unexpected(cues.error());
  const Result<void> nouns = read_pack(home + "/knowledge/en/light_cues.tsv",
                                       {"noun", "class", "takes", "act", "verbs"},
                                       [&](const TsvRow& row) { return loader.add_noun(row); });
  if (!nouns) return std::unexpected(nouns.error());
  return loader.finish();
}

const Cues::Form* Cues::form(std::string_view lower) const {
  const auto found = forms_.find(lower);
  return found == forms_.end() ? nullptr : &found->second;
}

const Cue* Cues::adjective(std::string_view lower) const {
  const auto found = adjectives_.find(lower);
  return found == adjectives_.end() ? nullptr : &cues_[static_cast<size_t>(found->second)];
}

const CueNoun* Cues::noun(std::string_view lower) const {
  const auto found = noun_forms_.find(lower);
  return found == noun_forms_.end() ? nullptr : &nouns_[static_cast<size_t>(found->second)];
}

}  // namespace verbale
