// Mentions by name: the names that names/ found, the short names of persons, the states, parties
// and organisations nested in titles and terms; and the titles of persons.
#include <algorithm>

#include "actors/name_extent.h"
#include "actors/person_names.h"
#include "actors/persons.h"
#include "actors/scene.h"
#include "base/utf8.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kNoMention[] = {"TWN", "HKG",
                                           "MAC"};  // named as territories, not as actors

class NameReader {
 public:
  explicit NameReader(Scene& scene)
      : scene_(scene),
        document_(scene.document),
        extent_(scene),
        covered_(document_.tokens.size(), false) {}

  void read() {
    std::vector<Name> names = document_.names;
    for (const Name& bare : find_bare_names(scene_)) {
      for (int32_t t = bare.core.first; t < bare.core.last; ++t) {
        scene_.name_at[static_cast<size_t>(t)] = -1;  // doubtful before
      }
      names.push_back(bare);
    }
    const std::vector<int32_t> actor_of = group_persons(scene_, names);
    const std::vector<ShortMention> shorts = find_short_names(scene_);
    for (const ShortMention& mention : shorts) cover({mention.token, mention.token + 1});
    for (size_t n = 0; n < names.size(); ++n) {
      const Name& name = names[n];
      if (scene_.is_furniture(name.tokens)) continue;
      if (name.kind == NameKind::Person && actor_of[n] >= 0) {
        add_person(name, actor_of[n]);
      } else if (!covered_[static_cast<size_t>(name.core.first)]) {
        add_other(name);
      }
    }
    for (const ShortMention& mention : shorts) {
      add_person({with_title(mention.token),
                  {mention.token, mention.token + 1},
                  NameKind::Person,
                  {},
                  "name.short"},
                 mention.actor);
    }
    cover_frameworks();
    add_nested();
    add_organs();
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first
                                                               : a.tokens.last > b.tokens.last;
                     });
    for (size_t m = 0; m < document_.mentions.size(); ++m) {
      scene_.mention_at[static_cast<size_t>(document_.mentions[m].head)] = static_cast<int32_t>(m);
    }
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }

  void cover(TokenRange range) {
    for (int32_t t = range.first; t < range.last; ++t) covered_[static_cast<size_t>(t)] = true;
  }

  bool is_noun(int32_t t, uint16_t classes) const {
    const ActorNoun* noun = scene_.noun(t);
    return noun != nullptr && (noun->classes & classes) != 0;
  }

  // A title noun directly before a short name belongs to it: "Minister Son".
  TokenRange with_title(int32_t t) const {
    int32_t first = t;
    while (first > 0 && same_sentence(first - 1, t) && is_capitalised(document_, first - 1) &&
           !covered_[static_cast<size_t>(first - 1)] &&
           (is_noun(first - 1, kOffice | kPerson) || is_lead_word(token(first - 1).lower) ||
            (first < t && token(first - 1).upos != Upos::VERB))) {
      --first;
    }
    return {first, t + 1};
  }

  bool same_sentence(int32_t a, int32_t b) const {
    return scene_.sentence_at[static_cast<size_t>(a)] == scene_.sentence_at[static_cast<size_t>(b)];
  }

  void add_person(const Name& name, int32_t actor) {
    const TokenRange tokens{extent_.lead(name), name.tokens.last};
    cover({name.core.first, name.core.last});
    const std::string_view rule = name.made_by.empty() ? "name.person" : name.made_by;
    scene_.add_mention(tokens, name.core.last - 1, MentionKind::Name, actor, rule);
    const TokenRange title{std::max(name.tokens.first, tokens.first), name.core.first};
    if (!title.empty()) scene_.person(actor).titles.push_back({title, {}, false});
  }

  void add_named_mention(TokenRange tokens, int32_t actor, std::string_view rule) {
    const int32_t last = extent_.abbreviation_end(tokens);
    if (last > tokens.last && aliases_.size() < kAliases) {
      const int32_t inside = last - 2;
      aliases_.push_back({scene_.folded[static_cast<size_t>(inside)], actor});
    }
    Actor& entry = scene_.actor(actor);
    const std::string_view written = document_.str(document_.span_of(tokens));
    named_.resize(document_.actors.size(), false);
    if (!named_[static_cast<size_t>(actor)]) {
      entry.name = written;
      named_[static_cast<size_t>(actor)] = true;
    } else if (written.size() > entry.name.size()) {
      entry.name = written;
    }
    cover({tokens.first, last});
    scene_.add_mention({tokens.first, last}, tokens.last - 1, MentionKind::Name, actor, rule);
  }

  // G7, G20: a way of meeting, and an organisation only where it speaks (cast.cc).
  static bool is_format(const Organisation& organisation) {
    const auto numbered = [](const std::string& name) {
      return name.size() > 1 && name[0] == 'G' &&
             std::all_of(name.begin() + 1, name.end(),
                         [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
    };
    return std::any_of(organisation.abbreviations.begin(), organisation.abbreviations.end(),
                       numbered) ||
           std::any_of(organisation.names.begin(), organisation.names.end(), numbered);
  }

  // "G7 Leaders' Statement": the title names it as author.
  bool format_speaks(const Organisation& organisation) const {
    const std::string_view title = document_.str(document_.publication.title);
    const std::string lower = to_lower(title);
    if (lower.find("statement") == std::string::npos &&
        lower.find("communiqu") == std::string::npos &&
        lower.find("declaration") == std::string::npos) {
      return false;
    }
    const auto in_title = [&](const std::string& name) {
      return title.find(name) != std::string::npos;
    };
    return in_title(organisation.name) ||
           std::any_of(organisation.abbreviations.begin(), organisation.abbreviations.end(),
                       in_title) ||
           std::any_of(organisation.names.begin(), organisation.names.end(), in_title);
  }

  // "OPEC+" is another group than OPEC; in "UN Charter" and "one-China policy" nobody is named.
  bool is_part_of_term(TokenRange tokens, bool organisation) const {
    static constexpr std::string_view kLaws[] = {"charter", "convention", "framework", "+",
                                                 "declaration"};
    const int32_t after = tokens.last;
    if (after < scene_.token_count() && token(after).lower == "$" && !token(after).space_before) return true;  // "US$2 billion"
    if (organisation && after < scene_.token_count() && is_one_of(token(after).lower, kLaws))
      return true;
    int32_t before = tokens.first - 1;
    if (before > 0 && token(before).lower == "-") --before;
    return before >= 0 && token(before).lower == "one" && !organisation;
  }

  void add_other(const Name& name) {
    if (name.kind == NameKind::State && !name.id.empty()) {
      if (is_one_of(name.id, kNoMention) || is_part_of_term(name.core, false))
        return cover(name.core);
      return add_named_mention(name.core, scene_.state_actor(name.id), "name.state");
    }
    if (name.kind == NameKind::Place) return is_seat(name.core) ? void() : cover(name.core);
    if (name.kind != NameKind::Party && name.kind != NameKind::Organisation) return;
    const Organisation* known = scene_.knowledge.world.organisation(name.id);
    if (known != nullptr) {
      if (is_format(*known) && !format_speaks(*known)) return cover(name.core);
      if (is_part_of_term(name.core, true)) return cover(name.core);
      return add_named_mention(name.core, scene_.organisation_actor(*known), "name.organisation");
    }
    add_unknown(name);
  }

  bool is_seat(TokenRange core) const {
    const int32_t named = scene_.named_at[static_cast<size_t>(core.first)];
    return named >= 0 && scene_.named[static_cast<size_t>(named)].kind == EntityKind::Government;
  }

  bool in_framework(TokenRange core) const {
    const Span span = document_.span_of(core);
    const auto next = std::partition_point(
        document_.frameworks.begin(), document_.frameworks.end(),
        [&](const Framework& framework) { return framework.text.begin <= span.begin; });
    return next != document_.frameworks.begin() && std::prev(next)->text.contains(span);
  }

  // An organisation that no pack knows; an organ ("Ministry of Trade") is no actor.
  void add_unknown(const Name& name) {
    if (in_framework(name.core)) return;
    for (int32_t t = name.core.first; t < name.core.last; ++t) {
      if (is_noun(t, kOrgan) || is_noun(t, kGovernment)) return;
    }
    if (is_noun(name.core.last - 1, kOffice)) return;  // "the Crown Prince" is an office
    // "the Vietnamese Party": told by its state, a description.
    if (name.core.size() == 2 && is_noun(name.core.last - 1, kParty) && !scene_.state_at(name.core.first).empty()) return;
    const std::string_view written = document_.str(document_.span_of(name.core));
    const std::string id = person_id(written);
    if (id.empty()) return;
    int32_t actor = scene_.find_actor(id);
    for (const Alias& alias : aliases_) {
      if (name.core.size() == 1 &&
          alias.word == scene_.folded[static_cast<size_t>(name.core.first)]) {
        actor = alias.actor;
      }
    }
    if (actor < 0) {
      Actor entry;
      entry.id = id;
      entry.name = written;
      entry.kind = name.kind == NameKind::Party ? ActorKind::Party : ActorKind::Organisation;
      actor = scene_.add_actor(std::move(entry));
    }
    add_named_mention(name.core, actor, "name.unknown-organisation");
  }

  // In the names of known laws and policies no state is meant: "one-China policy", "UN Charter".
  void cover_frameworks() {
    size_t t = 0;
    const std::vector<Token>& tokens = document_.tokens;
    for (const Framework& framework : document_.frameworks) {
      if (framework.id.empty() ||
          (framework.kind != FrameworkKind::Law && framework.kind != FrameworkKind::Policy)) {
        continue;
      }
      t = static_cast<size_t>(
          std::lower_bound(tokens.begin(), tokens.end(), framework.text.begin,
                           [](const Token& token, uint32_t at) { return token.span.begin < at; }) -
          tokens.begin());
      for (; t < tokens.size() && tokens[t].span.end <= framework.text.end; ++t) covered_[t] = true;
    }
  }

  // "the European Commission announced": an organ speaks for its organisation, but is no mention of
  // it.
  void add_organs() {
    const std::vector<Token>& tokens = document_.tokens;
    for (const Framework& framework : document_.frameworks) {
      if (framework.kind != FrameworkKind::Body) continue;
      const std::string_view id =
          scene_.knowledge.actor_words.organisation_of(document_.str(framework.text));
      const Organisation* known = id.empty() ? nullptr : scene_.knowledge.world.organisation(id);
      if (known == nullptr) continue;
      const auto at = [](const Token& token, uint32_t place) { return token.span.begin < place; };
      const int32_t first = static_cast<int32_t>(
          std::lower_bound(tokens.begin(), tokens.end(), framework.text.begin, at) -
          tokens.begin());
      const int32_t last = static_cast<int32_t>(
          std::lower_bound(tokens.begin(), tokens.end(), framework.text.end, at) - tokens.begin());
      if (first >= last) continue;
      const int32_t n = scene_.name_at[static_cast<size_t>(first)];
      if (n >= 0 && document_.names[static_cast<size_t>(n)].kind == NameKind::Person) continue;
      document_.joint_mentions.push_back(
          {{first, last}, {scene_.organisation_actor(*known)}, "organ"});
    }
  }

  void add_nested() {
    for (const Named& phrase : scene_.named) {
      if (covered_[static_cast<size_t>(phrase.tokens.first)] ||
          covered_[static_cast<size_t>(phrase.tokens.last) - 1]) {
        continue;
      }
      if (phrase.kind == EntityKind::State) {
        const State& state = scene_.knowledge.world.states()[static_cast<size_t>(phrase.index)];
        if (is_one_of(state.id, kNoMention) || is_part_of_term(phrase.tokens, false)) continue;
        add_named_mention(phrase.tokens, scene_.state_actor(state.id), "name.state");
      } else if (phrase.kind == EntityKind::Organisation) {
        const Organisation& known =
            scene_.knowledge.world.organisations()[static_cast<size_t>(phrase.index)];
        if (is_format(known) && !format_speaks(known)) continue;
        if (is_part_of_term(phrase.tokens, true)) continue;
        add_named_mention(phrase.tokens, scene_.organisation_actor(known), "name.organisation");
      } else if (phrase.kind == EntityKind::Government && stands_for_government(phrase.tokens)) {
        const State& state = scene_.knowledge.world.states()[static_cast<size_t>(phrase.index)];
        add_named_mention(phrase.tokens, scene_.state_actor(state.id), "name.capital");
      }
    }
    add_aliases();
  }

  // A capital that acts or owns is the government; one where something happens is a place.
  bool stands_for_government(TokenRange tokens) const {
    const int32_t after = tokens.last;
    const bool owns =
        after < scene_.token_count() && (token(after).lower == "'s" || token(after).lower == "’s");
    if (tokens.first > 0 && same_sentence(tokens.first - 1, tokens.first)) {
      const Token& before = token(tokens.first - 1);
      if (owns) return !is_one_of(before.lower, kPlacePrepositions);
      if (before.upos == Upos::ADP && !is_one_of(before.lower, kPartyPrepositions)) return false;
      if (before.lower == ",") return false;  // "Ankara, Türkiye" and lists of places
    }
    if (owns) return true;
    const Token& head = token(tokens.last - 1);
    return head.deprel == Deprel::nsubj || head.deprel == Deprel::nsubj_pass ||
           (tokens.first > 0 && is_one_of(token(tokens.first - 1).lower, kPartyPrepositions));
  }

  // Abbreviations that the document introduced in brackets.
  void add_aliases() {
    if (aliases_.empty()) return;
    for (int32_t t = 0; t < scene_.token_count(); ++t) {
      if (covered_[static_cast<size_t>(t)] || !is_capitalised(document_, t)) continue;
      for (const Alias& alias : aliases_) {
        if (alias.word != scene_.folded[static_cast<size_t>(t)]) continue;
        add_named_mention({t, t + 1}, alias.actor, "name.abbreviation");
        break;
      }
    }
  }

  static constexpr size_t kAliases = 64;  // abbreviations minded in one document
  static constexpr std::string_view kPartyPrepositions[] = {"between", "with", "by", "against"};

  static constexpr std::string_view kPlacePrepositions[] = {"in", "at", "near", "outside",
                                                            "around"};

  struct Alias {
    std::string_view word;
    int32_t actor = -1;
  };
  Scene& scene_;
  Document& document_;
  NameExtent extent_;
  std::vector<bool> covered_;  // tokens in which nothing further is nested
  std::vector<Alias> aliases_;
  std::vector<bool> named_;  // actors that have been named in the document's own words
};

}  // namespace

void find_named_actors(Scene& scene) { NameReader(scene).read(); }

}  // namespace verbale::actors
