// Who stands in the centre: who leads the talks, whose statement it is, who is at home.
//
// The title and the first sentences name those who met ("X's call with Y"); whoever only speaks for
// others is left out. A document with fewer than two takes the one of another state that it names
// most.
#include <algorithm>

#include "actors/person_names.h"
#include "actors/scene.h"
#include "base/utf8.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kMeetingWords[] = {
    "meet",         "talk",     "talks",      "call",        "conversation",
    "speak",        "visit",    "summit",     "host",        "hold",
    "receive",      "welcome",  "discussion", "negotiation", "meeting",
    "consultation", "dialogue", "phone",      "telephone",   "conversations",
    "talked",       "meetings", "calls",      "audience",    "reception"};
constexpr int32_t kOpeningSentences = 4;  // body sentences that may introduce who met

class CastFinder {
 public:
  explicit CastFinder(Scene& scene) : scene_(scene), document_(scene.document) {}

  void find() {
    settle_persons(scene_);
    document_.cast.joint_statement = is_joint_statement();
    find_principals();
    lend_side();
    find_states();
    find_host(scene_);
  }

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  std::string_view lower(int32_t i) const {
    return i >= 0 && i < scene_.token_count() ? token(i).lower : std::string_view();
  }

  // ---- The kind of document

  bool is_joint_statement() const {
    if (document_.publication.report_kind == ReportKind::JointStatement) return true;
    const std::string title = to_lower(document_.str(document_.publication.title));
    for (const std::string_view words :
         {"joint statement", "joint declaration", "joint communiqu", "leaders’ statement",
          "leaders' statement", "joint leaders", "leaders’ declaration", "leaders' declaration",
          "joint vision", "trilateral statement", "joint press statement", "chair’s statement"}) {
      if (title.find(words) != std::string::npos) return title.find("remarks") == std::string::npos;
    }
    return false;
  }

  // ---- Who leads the talks

  bool is_title(const Sentence& sentence) const {
    return document_.paragraphs[static_cast<size_t>(sentence.paragraph)].kind ==
               ParagraphKind::Title ||
           document_.publication.title.contains(sentence.span);
  }

  bool tells_of_meeting(const Sentence& sentence) const {
    for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      if (is_one_of(token(t).lemma, kMeetingWords) || is_one_of(token(t).lower, kMeetingWords)) {
        return true;
      }
    }
    return false;
  }

  bool is_principal(int32_t actor) const {
    const std::vector<int32_t>& list = document_.cast.principals;
    return std::find(list.begin(), list.end(), actor) != list.end();
  }

  void add_principal(int32_t actor) {
    if (!is_principal(actor)) document_.cast.principals.push_back(actor);
  }

  // Persons of a sentence who take part: not spokespersons, not owners of something else's title.
  std::vector<int32_t> persons_of(const Sentence& sentence) const {
    std::vector<int32_t> found;
    int32_t covered =
        sentence.tokens.first;  // nested in the mention before: an owner, no participant
    int32_t last = sentence.tokens.first;
    const std::vector<Mention>& mentions = document_.mentions;
    for (size_t m = scene_.first_mention_from(sentence.tokens.first);
         m < mentions.size() && mentions[m].tokens.first < sentence.tokens.last; ++m) {
      if (mentions[m].tokens.first < covered) continue;
      covered = mentions[m].tokens.last;
      if (!scene_.is_person(mentions[m].actor)) continue;
      if (found.size() > 1 && starts_aside(last, mentions[m].tokens.first)) break;
      last = mentions[m].tokens.last;
      const PersonFacts& facts = scene_.persons[static_cast<size_t>(mentions[m].actor)];
      if (!facts.aside && !facts.late) found.push_back(mentions[m].actor);
    }
    return found;
  }

  // Between two persons the sentence goes on to what they spoke of.
  bool starts_aside(int32_t from, int32_t to) const {
    static constexpr std::string_view kAsides[] = {
        "including", "about", "following", "regarding", "after", "concerning", "on"};
    for (int32_t t = from; t < to; ++t) {
      if (is_one_of(lower(t), kAsides)) return true;
      if (lower(t) == "to" && t + 1 < to && token(t + 1).upos == Upos::VERB) return true;
    }
    return false;
  }

  bool title_tells_of_meeting() const {
    for (const Sentence& sentence : document_.sentences) {
      if (!is_title(sentence)) return false;
      if (tells_of_meeting(sentence)) return true;
    }
    return false;
  }

  // "hosted her Chilean and Peruvian counterparts"
  bool meets_unnamed(const Sentence& sentence) const {
    const auto first = document_.tokens.begin();
    return std::any_of(first + sentence.tokens.first, first + sentence.tokens.last,
                       [](const Token& word) { return word.lower == "counterparts"; });
  }

  void find_principals() {
    int32_t body = 0;
    bool settled = false;
    for (const Sentence& sentence : document_.sentences) {
      const std::vector<int32_t> persons = persons_of(sentence);
      if (is_title(sentence)) {
        for (const int32_t actor : persons) add_principal(actor);
        continue;
      }
      if (++body > kOpeningSentences || settled) break;
      if (!tells_of_meeting(sentence) || persons.empty()) continue;
      unnamed_partners_ = unnamed_partners_ || (persons.size() == 1 && meets_unnamed(sentence));
      for (const int32_t actor : persons) {
        if (document_.cast.principals.size() < 2 || body == 1) add_principal(actor);
      }
      settled = document_.cast.principals.size() >= 2 || unnamed_partners_;
    }
    if (!unnamed_partners_) add_missing_partner();
    const bool readout = document_.publication.report_kind.value_or(ReportKind::Readout) == ReportKind::Readout;
    if (readout && !unnamed_partners_ && title_tells_of_meeting()) add_own_leader(scene_);
  }

  // The person of another state who is named most, sources before others; where only one is known.
  void add_missing_partner() {
    if (document_.cast.principals.size() >= 2 || document_.cast.joint_statement) return;
    std::vector<int32_t> weight(document_.actors.size(), 0);
    const std::vector<Span> told = told_of();
    for (const Mention& mention : document_.mentions) {
      if (!scene_.is_person(mention.actor) || lies_in(told, mention.span)) continue;
      weight[static_cast<size_t>(mention.actor)] += 1;
      if (scene_.source_at[static_cast<size_t>(mention.head)] >= 0) {
        weight[static_cast<size_t>(mention.actor)] += 3;
      }
    }
    while (document_.cast.principals.size() < 2) {
      int32_t best = -1;
      for (size_t i = 0; i < weight.size(); ++i) {
        const int32_t actor = static_cast<int32_t>(i);
        if (weight[i] == 0 || is_principal(actor) || scene_.persons[i].aside ||
            scene_.persons[i].late) {
          continue;
        }
        if (shares_state(actor)) continue;
        if (best < 0 || weight[i] > weight[static_cast<size_t>(best)]) best = actor;
      }
      if (best < 0) return;
      add_principal(best);
    }
  }

  // What somebody is said to have said: who is only named there takes no part. In text order.
  std::vector<Span> told_of() const {
    std::vector<Span> told;
    for (const Statement& statement : document_.statements) {
      if (!statement.cue.empty()) told.insert(told.end(), statement.content.begin(), statement.content.end());
    }
    std::ranges::sort(told, {}, &Span::begin);
    return told;
  }

  // Contents nest a few deep at most.
  static bool lies_in(const std::vector<Span>& spans, Span span) {
    constexpr int kDeepest = 6;
    auto next = std::ranges::upper_bound(spans, span.begin, {}, &Span::begin);
    for (int step = 0; step < kDeepest && next != spans.begin(); ++step) {
      if ((--next)->contains(span)) return true;
    }
    return false;
  }

  bool shares_state(int32_t actor) const {
    const std::string& state = scene_.actor(actor).state;
    return !state.empty() &&
           std::any_of(document_.cast.principals.begin(), document_.cast.principals.end(),
                       [&](int32_t other) { return scene_.actor(other).state == state; });
  }

  // A principal whose state nothing tells is the outlet's own: "President Biden" of a White House
  // readout.
  void lend_side() {
    std::string side = document_.publication.side.value;
    if (side.empty()) side = dateline_state();
    if (side.empty()) return;
    for (const int32_t principal : document_.cast.principals) {
      if (scene_.actor(principal).state.empty() && !side_is_taken(side)) {
        scene_.actor(principal).state = side;
        return;
      }
    }
  }

  // Of the place where the account was written.
  std::string dateline_state() const {
    Span dateline = document_.publication.dateline.evidence;
    if (dateline.empty()) dateline = place_line();
    if (dateline.empty()) return {};
    for (const Named& named : scene_.named) {
      if (!dateline.overlaps(document_.span_of(named.tokens))) continue;
      if (named.kind == EntityKind::Place) {
        return scene_.knowledge.world.places()[static_cast<size_t>(named.index)].state;
      }
      if (named.kind == EntityKind::Government) {
        return scene_.knowledge.world.states()[static_cast<size_t>(named.index)].id;
      }
    }
    return {};
  }

  // "Zagreb, 4 June 2026": a short line of its own near the top that opens with a place.
  Span place_line() const {
    constexpr size_t kLines = 4;
    constexpr int32_t kLongest = 10;
    for (size_t p = 0; p < std::min(kLines, document_.paragraphs.size()); ++p) {
      const Paragraph& paragraph = document_.paragraphs[p];
      if (paragraph.tokens.empty() || paragraph.tokens.size() > kLongest) continue;
      const int32_t index = scene_.named_at[static_cast<size_t>(paragraph.tokens.first)];
      if (index < 0) continue;
      const Named& named = scene_.named[static_cast<size_t>(index)];
      const bool place = named.kind == EntityKind::Place || named.kind == EntityKind::Government;
      const bool dated = lower(named.tokens.last) == "," && named.tokens.last + 1 < paragraph.tokens.last &&
                         token(named.tokens.last + 1).upos != Upos::VERB;
      if (place && dated) return paragraph.span;
    }
    return {};
  }

  bool side_is_taken(std::string_view side) const {
    return std::any_of(document_.cast.principals.begin(), document_.cast.principals.end(),
                       [&](int32_t actor) { return scene_.actor(actor).state == side; });
  }

  // ---- States and authors

  static void add_once(std::vector<int32_t>& list, int32_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }

  void find_states() {
    Cast& cast = document_.cast;
    const std::vector<int32_t> listed = longest_list();
    if (cast.joint_statement) {
      // Who is named in the title with his state is an author before any list of the body.
      if (title_names_leaders()) add_principal_states();
      if (is_of_own_officials()) {
        cast.states = {scene_.state_actor(document_.publication.side.value)};
        cast.authors = cast.states;
        return;
      }
      if (cast.states.size() < 2) cast.states = listed;
      if (cast.states.size() < 2) settle_few(listed);
      cast.authors = cast.states;
      return;
    }
    add_principal_states();
    if (cast.states.size() < 2) {
      for (const int32_t actor : listed) {
        if (cast.states.size() < 2 || cast.principals.empty()) add_once(cast.states, actor);
      }
    }
    const std::string& side = document_.publication.side.value;
    if (!side.empty()) {
      cast.authors = {scene_.state_actor(side)};
    } else if (!cast.states.empty()) {
      cast.authors = {cast.states.front()};
    }
  }

  std::vector<std::string> states_of_titled() const {
    std::vector<std::string> states;
    for (const Sentence& sentence : document_.sentences) {
      if (!is_title(sentence)) break;
      for (const int32_t person : persons_of(sentence)) states.push_back(scene_.actor(person).state);
    }
    std::ranges::sort(states);
    return states;
  }

  // Whether the persons of the title are of two states or more and no state of any is unknown.
  bool title_names_leaders() const {
    std::vector<std::string> states = states_of_titled();
    states.erase(std::ranges::unique(states).begin(), states.end());
    return states.size() > 1 && !states.front().empty();
  }

  // "Joint Statement by Secretary A and Secretary B": several officials of the outlet's own state, and nobody else.
  bool is_of_own_officials() const {
    const std::string& side = document_.publication.side.value;
    const std::vector<std::string> states = states_of_titled();
    return states.size() > 1 && !side.empty() && states.front() == side && states.back() == side;
  }

  // "Communiqué of the Presidents of the Pact": its members, where the persons named are of several states, else the
  // organisation alone, whoever was in the chair.
  void settle_few(const std::vector<int32_t>& listed) {
    const bool organisation = listed.size() == 1 && scene_.actor(listed[0]).kind == ActorKind::Organisation;
    if (!organisation) return add_principal_states();
    document_.cast.states.clear();
    add_principal_states();
    const bool members = std::ranges::all_of(document_.cast.states, [&](int32_t state) { return scene_.actor(state).kind == ActorKind::State; });
    if (document_.cast.states.size() < 2 || !members) document_.cast.states = listed;
  }

  void add_principal_states() {
    for (const int32_t principal : document_.cast.principals) {
      const std::string state = scene_.actor(principal).state;
      if (!state.empty()) add_once(document_.cast.states, scene_.state_actor(state));
    }
  }

  // The longest list of states and organisations ("A, the B and C") in title and opening.
  // Where the title has two or more it is the title's.
  std::vector<int32_t> longest_list() const {
    std::vector<int32_t> best;
    int32_t body = 0;
    for (const Sentence& sentence : document_.sentences) {
      if (!is_title(sentence) && (++body > kOpeningSentences || (body == 1 && best.size() > 1))) break;
      std::vector<int32_t> run;
      int32_t run_end = -1;
      for (const Listed& listed : bodies_named(sentence)) {
        // "Statement from A and B on support for C, D and E": what it is on names no authors.
        if (best.size() > 1 && is_title(sentence) && says_on_what(run_end, listed.tokens.first)) break;
        if (run_end < 0 || !only_joins(run_end, listed.tokens.first)) run.clear();
        add_once(run, listed.actor);
        run_end = listed.tokens.last;
        if (run.size() > best.size()) best = run;
      }
    }
    return best;
  }

  struct Listed {
    TokenRange tokens;
    int32_t actor = -1;
  };

  // States, organisations and organs of a sentence, in text order.
  std::vector<Listed> bodies_named(const Sentence& sentence) const {
    std::vector<Listed> found;
    const std::vector<Mention>& mentions = document_.mentions;
    for (size_t m = scene_.first_mention_from(sentence.tokens.first);
         m < mentions.size() && mentions[m].tokens.first < sentence.tokens.last; ++m) {
      const ActorKind kind = scene_.actor(mentions[m].actor).kind;
      if (kind == ActorKind::State || kind == ActorKind::Organisation) {
        found.push_back({mentions[m].tokens, mentions[m].actor});
      }
    }
    for (const JointMention& organ : document_.joint_mentions) {  // only organs so far
      if (sentence.tokens.contains(organ.tokens.first))
        found.push_back({organ.tokens, organ.actors.front()});
    }
    std::stable_sort(found.begin(), found.end(), [](const Listed& a, const Listed& b) {
      return a.tokens.first < b.tokens.first;
    });
    return found;
  }

  bool says_on_what(int32_t from, int32_t to) const {
    static constexpr std::string_view kOn[] = {"on", "regarding", "concerning", "about"};
    for (int32_t t = from; t < to; ++t) {
      if (is_one_of(lower(t), kOn)) return true;
    }
    return false;
  }

  bool only_joins(int32_t from, int32_t to) const {
    static constexpr std::string_view kJoins[] = {",",  "and",         "the",        "-", "–", "&",
                                                  "of", "governments", "government", "/", "—"};
    for (int32_t t = from; t < to; ++t) {
      if (!is_one_of(lower(t), kJoins)) return false;
    }
    return to - from < 6;
  }

  Scene& scene_;
  Document& document_;
  bool unnamed_partners_ = false;  // the lead tells of a meeting with people whom it does not name
};

}  // namespace

void find_cast(Scene& scene) { CastFinder(scene).find(); }

}  // namespace verbale::actors
