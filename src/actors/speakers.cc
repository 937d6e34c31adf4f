// Who spoke, and to whom. A statement with a source has its answer in the mentions; the others take
// theirs from the statement around them, from whose attitude is told, or from who spoke before.
#include <algorithm>

#include "actors/resolve.h"
#include "actors/scene.h"
#include "actors/voices.h"
#include "base/utf8.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kOwnWords[] = {"we", "us", "our", "ours", "ourselves"};
constexpr std::string_view kFirstPerson[] = {"i", "me", "my", "myself"};
constexpr size_t kLookBack = 64;  // statements looked at for one word

class SpeakerFinder {
 public:
  explicit SpeakerFinder(Scene& scene)
      : scene_(scene), document_(scene.document), voices_(find_voices(scene)) {}

  void find() {
    for (size_t i = 0; i < document_.statements.size(); ++i) {
      Statement& statement = document_.statements[i];
      statement.to = resolve_subject(document_, statement.to_tokens);
      if (!statement.source_tokens.empty()) statement.speaker = speaker_by_source(statement);
      if (asks_everybody(statement)) statement.to.clear();
    }
    for (size_t i = 0; i < document_.statements.size(); ++i) fill_speaker(i);
    resolve_first_persons();
    for (size_t i = 0; i < document_.statements.size(); ++i) {
      Statement& statement = document_.statements[i];
      if (statement.speaker.empty() && !statement.source_tokens.empty()) {
        statement.speaker = resolve_subject(document_, statement.source_tokens);
      }
      fill_speaker(i);
    }
  }

 private:
  std::string_view lower(int32_t t) const { return scene_.token(t).lower; }

  bool is_person(int32_t actor) const { return scene_.is_person(actor); }

  // ---- With a source

  std::vector<int32_t> speaker_by_source(const Statement& statement) const {
    const TokenRange source = statement.source_tokens;
    const bool own = source.size() == 1 && is_one_of(lower(source.first), kOwnWords);
    // "We, the leaders of A, B and C": the authors, whoever is in the list.
    if (is_one_of(lower(source.first), kOwnWords) && document_.cast.joint_statement) return document_.cast.authors;
    const int32_t voice = voice_of(paragraph_of(statement));
    // "We agreed to" of one who tells of the talk: those who talked.
    if (own && statement.cue_class == "agree" && !document_.cast.joint_statement &&
        statement.parent < 0 && document_.cast.principals.size() > 1) {
      return document_.cast.principals;
    }
    if (own && voice >= 0) return bodies_of(document_, {voice});
    // The author's state where it is known; that of whom he received is not his.
    if (own && voices_.author >= 0 && !document_.cast.joint_statement) {
      const std::vector<int32_t> bodies = bodies_of(document_, {voices_.author});
      if (!bodies.empty()) return bodies;
    }
    if (own && statement.parent >= 0 && !document_.cast.joint_statement) {
      const Statement& parent = document_.statements[static_cast<size_t>(statement.parent)];
      const std::vector<int32_t> states = bodies_of(document_, parent.speaker);
      if (!states.empty()) return states;
    }
    std::vector<int32_t> actors = resolve_subject(document_, source);
    if (actors.empty() && document_.cast.joint_statement) return document_.cast.authors;
    if (actors.empty() && is_common_text(source)) return document_.cast.principals;
    return actors;
  }

  // "The ministers urged all parties to": others than those who ask.
  bool asks_everybody(const Statement& statement) const {
    constexpr int32_t kReach = 4;
    const TokenRange to = statement.to_tokens;
    if (to.empty() || statement.to.size() < 2 || statement.cue_class != "ask") return false;
    const bool all = lower(to.first) == "all" || lower(to.first) == "relevant" || lower(to.first) == "parties";
    if (!all) return false;
    for (int32_t t = to.first; t < std::min(to.last, to.first + kReach); ++t) {
      if (lower(t) == "parties" || lower(t) == "sides" || lower(t) == "countries" || lower(t) == "states") return true;
    }
    return false;
  }

  // "The meeting", "the joint statement": those who met.
  bool is_common_text(TokenRange source) const {
    static constexpr std::string_view kTexts[] = {"meeting", "summit", "statement", "communique", "communiqué",
                                                  "declaration", "conference"};
    return source.size() <= 3 && lower(source.first) == "the" && is_one_of(lower(source.last - 1), kTexts) &&
           document_.cast.principals.size() > 1;
  }

  // ---- Without

  void fill_speaker(size_t index) {
    Statement& statement = document_.statements[index];
    if (!statement.speaker.empty() || !statement.source_tokens.empty()) return;
    if (statement.parent >= 0) {
      statement.speaker = document_.statements[static_cast<size_t>(statement.parent)].speaker;
    } else if (statement.cue.empty()) {
      statement.speaker = unmarked_speaker(index);
    } else {
      statement.speaker = passive_speaker(index);
    }
  }

  std::vector<int32_t> unmarked_speaker(size_t index) const {
    const Statement& statement = document_.statements[index];
    if (document_.cast.joint_statement) return document_.cast.authors;
    const int32_t voice = voice_of(paragraph_of(statement));
    if (voice == kUnknownVoice) return {};
    if (voice >= 0) return {voice};
    if (voices_.author >= 0) return {voices_.author};
    if (const Statement* closing = closing_statement(index)) return closing->speaker;
    const bool quoted = opens_with_quotation(statement);
    if (const int32_t writer = letter_writer(statement.sentence); writer >= 0) return {writer};
    // "It is for this reason that ...": goes on with what was said before.
    if (!quoted && statement.made_by != "unmarked.continues-speaker") {
      const std::vector<int32_t> subjects = subjects_of(statement);
      if (!subjects.empty()) return subjects;
    }
    for (size_t back = 1; back <= index && back < kLookBack; ++back) {
      const Statement& before = document_.statements[index - back];
      if (quoted && (before.speaker.size() != 1 || !is_person(before.speaker.front()))) continue;
      if (!before.speaker.empty() && before.parent < 0) return before.speaker;
    }
    return document_.cast.principals.size() > 1 ? document_.cast.principals
                                                : document_.cast.authors;
  }

  // A sentence of a letter or a speech that is quoted.
  bool opens_with_quotation(const Statement& statement) const {
    const uint32_t begin = statement.content.front().begin;
    if (begin == 0) return false;
    const char32_t before = decode_utf8_before(document_.text, begin).value;
    return before == U'"' || before == U'“';
  }

  bool opens_quoted(int32_t sentence) const {
    const Paragraph& paragraph = document_.paragraphs[static_cast<size_t>(
        document_.sentences[static_cast<size_t>(sentence)].paragraph)];
    const std::string_view first = lower(paragraph.tokens.first);
    return first == "“" || first == "\"" || first == "«";
  }

  // Who wrote the letter that the sentence stands in: the one of whom the sentence before the quoted
  // paragraphs tells that he sent or wrote it; -1: it stands in none.
  int32_t letter_writer(int32_t sentence) const {
    constexpr int32_t kLongestLetter = 24;  // sentences
    constexpr int32_t kUnmarked = 6;        // of them in paragraphs that have no mark of their own
    bool quoted = false;
    for (int32_t i = sentence, steps = 0; i >= 0 && steps < kLongestLetter; --i, ++steps) {
      if (opens_quoted(i)) {
        quoted = true;
      } else if (quoted) {
        return sender(document_.sentences[static_cast<size_t>(i)].tokens);
      } else if (steps > kUnmarked) {
        return -1;
      }
    }
    return -1;
  }

  // "the President sent a message to X, which reads": the subject of the verb, where there is a letter.
  int32_t sender(TokenRange tokens) const {
    static constexpr std::string_view kLetters[] = {"message",   "letter",    "telegram", "cable", "greetings",
                                                    "greeting", "condolences", "note", "congratulations"};
    static constexpr std::string_view kSends[] = {"send", "write", "address", "extend", "convey", "forward", "dispatch"};
    bool letter = false;
    for (int32_t t = tokens.first; t < tokens.last; ++t) letter = letter || is_one_of(lower(t), kLetters);
    if (!letter) return -1;
    for (int32_t t = tokens.first; t < tokens.last; ++t) {
      if (!is_one_of(scene_.token(t).lemma, kSends) || scene_.subject_of[static_cast<size_t>(t)] < 0) continue;
      const int32_t subject = scene_.subject_of[static_cast<size_t>(t)];
      constexpr int32_t kLongestMention = 30;
      auto mention = std::ranges::lower_bound(document_.mentions, subject - kLongestMention, {},
                                              [](const Mention& entry) { return entry.tokens.first; });
      for (; mention != document_.mentions.end() && mention->tokens.first <= subject; ++mention) {
        if (mention->tokens.contains(subject) && is_person(mention->actor)) return mention->actor;
      }
    }
    return -1;
  }

  int32_t voice_of(int32_t paragraph) const {
    return paragraph < 0 ? kNoVoice : voices_.of_paragraph[static_cast<size_t>(paragraph)];
  }

  int32_t paragraph_of(const Statement& statement) const {
    return statement.sentence < 0
               ? -1
               : document_.sentences[static_cast<size_t>(statement.sentence)].paragraph;
  }

  // The statement that closes the paragraph with its source last: "..., Minister Silva noted."
  const Statement* closing_statement(size_t index) const {
    const int32_t paragraph = paragraph_of(document_.statements[index]);
    for (size_t i = index + 1; i < document_.statements.size() && i < index + kLookBack; ++i) {
      const Statement& later = document_.statements[i];
      if (paragraph_of(later) != paragraph) return nullptr;
      if (later.parent >= 0 || later.source.empty()) continue;
      return !later.content.empty() && later.content.front().begin < later.source.begin ? &later
                                                                                        : nullptr;
    }
    return nullptr;
  }

  // The subject of the sentence where it is a state ("The U.S. will ...") or joint.
  std::vector<int32_t> subjects_of(const Statement& statement) const {
    if (statement.sentence < 0) return {};
    const TokenRange tokens = document_.sentences[static_cast<size_t>(statement.sentence)].tokens;
    int32_t verb = -1;
    for (int32_t t = tokens.first; t < tokens.last; ++t) {
      const Span span = scene_.token(t).span;
      if (!statement.content.front().contains(span) || !is_verbal(t)) continue;
      const int32_t subject = scene_.subject_of[static_cast<size_t>(t)];
      if (subject >= 0 && scene_.token(t).deprel != Deprel::acl_relcl) {
        verb = t;
        break;
      }
      if (scene_.token(t).head < 0) verb = t;
    }
    if (verb < 0 || scene_.subject_of[static_cast<size_t>(verb)] < 0) return {};
    const std::vector<int32_t> actors =
        resolve_subject(document_, noun_phrase(scene_.subject_of[static_cast<size_t>(verb)], verb));
    const bool person_alone = actors.size() == 1 && is_person(actors.front());
    return person_alone ? std::vector<int32_t>{} : actors;
  }

  bool is_verbal(int32_t t) const {
    const Token& token = scene_.token(t);
    return token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::ADJ ||
           token.head < 0 || scene_.has_copula[static_cast<size_t>(t)];
  }

  // The tokens from the first modifier of a subject up to its verb.
  TokenRange noun_phrase(int32_t head, int32_t verb) const {
    int32_t first = head;
    while (first > 0 && scene_.token(first - 1).head >= first - 1 &&
           scene_.token(first - 1).head <= head &&
           scene_.sentence_at[static_cast<size_t>(first - 1)] ==
               scene_.sentence_at[static_cast<size_t>(head)]) {
      --first;
    }
    int32_t last = head + 1;
    while (last < verb &&
           (scene_.name_at[static_cast<size_t>(last)] >= 0 ||
            scene_.named_at[static_cast<size_t>(last)] >= 0 ||
            (scene_.token(last).upos != Upos::AUX && scene_.token(last).upos != Upos::VERB &&
             scene_.token(last).upos != Upos::ADP))) {
      ++last;
    }
    return {first, last};
  }

  // A passive without agent: the leader whose state's attitude it is, who was asked, else the
  // talkers.
  std::vector<int32_t> passive_speaker(size_t index) const {
    const Statement& statement = document_.statements[index];
    if (document_.cast.joint_statement) return document_.cast.authors;
    if (statement.cue_head >= 0 && scene_.token(statement.cue_head).lemma == "accept") {
      for (size_t back = 1; back <= index && back < 8; ++back) {
        const Statement& before = document_.statements[index - back];
        if (before.act == Act::Directive && !before.to.empty()) return before.to;
      }
    }
    const int32_t leader = leader_of_attitude(statement);
    if (leader >= 0) return {leader};
    if (document_.cast.principals.size() > 1) return document_.cast.principals;
    return document_.cast.states;
  }

  // "the United States' continued support": the state before the first noun of the content.
  int32_t leader_of_attitude(const Statement& statement) const {
    for (const Mention& mention : document_.mentions) {
      if (mention.span.begin < statement.content.front().begin) continue;
      if (mention.span.begin > statement.content.front().begin + 12) break;
      if (mention.actor < 0 || is_person(mention.actor)) return mention.actor;
      const int32_t after = mention.tokens.last;
      const bool owns = after < scene_.token_count() &&
                        (lower(after).ends_with("s") || scene_.token(after).upos == Upos::PART ||
                         scene_.token(mention.head).deprel == Deprel::compound ||
                         scene_.token(mention.head).deprel == Deprel::nmod_poss);
      if (!owns) return -1;
      const std::string& state = scene_.actor(mention.actor).id;
      for (const int32_t principal : document_.cast.principals) {
        if (scene_.actor(principal).state == state) return principal;
      }
    }
    return -1;
  }

  // ---- "I"

  void resolve_first_persons() {
    for (Mention& mention : document_.mentions) {
      if (mention.actor >= 0) continue;
      mention.actor = first_person(mention);  // may stay below 0: nobody that is known
    }
    std::erase_if(document_.mentions, [](const Mention& mention) { return mention.actor < 0; });
  }

  int32_t first_person(const Mention& mention) const {
    const std::vector<Statement>& statements = document_.statements;
    const auto next =
        std::partition_point(statements.begin(), statements.end(), [&](const Statement& statement) {
          return std::min(statement.source.empty() ? statement.content.front().begin
                                                   : statement.source.begin,
                          statement.content.front().begin) <= mention.span.begin;
        });
    const int32_t sentence = scene_.sentence_at[static_cast<size_t>(mention.head)];
    const int32_t voice = voice_of(document_.sentences[static_cast<size_t>(sentence)].paragraph);
    if (voice != kNoVoice) return voice;
    if (const int32_t writer = letter_writer(sentence); writer >= 0) return writer;
    size_t looked = 0;
    for (auto it = next; it != statements.begin() && looked < kLookBack; ++looked) {
      --it;
      const bool holds = std::any_of(it->content.begin(), it->content.end(),
                                     [&](Span span) { return span.contains(mention.span); });
      if (holds && it->speaker.size() == 1 && is_person(it->speaker.front()))
        return it->speaker.front();
    }
    if (voices_.author >= 0) return voices_.author;
    looked = 0;
    for (auto it = next; it != statements.begin() && looked < kLookBack; ++looked) {
      --it;
      if (it->speaker.size() == 1 && is_person(it->speaker.front())) return it->speaker.front();
    }
    return document_.cast.principals.empty() ? -1 : document_.cast.principals.front();
  }

  Scene& scene_;
  Document& document_;
  Voices voices_;
};

}  // namespace

void find_speakers(Scene& scene) { SpeakerFinder(scene).find(); }

}  // namespace verbale::actors
