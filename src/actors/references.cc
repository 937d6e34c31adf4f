// Goes through names and phrases in text order and resolves each by what came before it.
#include <algorithm>

#include "actors/focus.h"
#include "actors/scene.h"

namespace verbale::actors {
namespace {

constexpr uint16_t kTitled = kOffice;

class ReferenceReader {
 public:
  explicit ReferenceReader(Scene& scene) : scene_(scene), document_(scene.document) {}

  void read() {
    std::stable_sort(
        scene_.phrases.begin(), scene_.phrases.end(),
        [](const Phrase& a, const Phrase& b) { return a.tokens.first < b.tokens.first; });
    const size_t named = document_.mentions.size();  // by name, in text order
    size_t next = 0;
    for (const Phrase& phrase : scene_.phrases) {
      for (; next < named && comes_before(document_.mentions[next], phrase); ++next) {
        note_mention(scene_, focus_, Mention(document_.mentions[next]));
      }
      read_phrase(phrase);
    }
  }

 private:
  // A name inside a phrase ("the President of Kenya") comes first: by its last token.
  static bool comes_before(const Mention& mention, const Phrase& phrase) {
    return mention.tokens.last <= phrase.head + 1;
  }

  void read_phrase(const Phrase& phrase) {
    switch (phrase.kind) {
      case Phrase::Kind::Joint:
        return read_joint(phrase);
      case Phrase::Kind::Description:
        return read_description(phrase);
      case Phrase::Kind::Pronoun:
        return read_pronoun(phrase);
    }
  }

  void read_joint(const Phrase& phrase) {
    std::vector<int32_t> actors = resolve_joint(scene_, focus_, phrase);
    if (actors.empty()) return;
    const Deprel deprel = scene_.token(phrase.head).deprel;
    const bool subject = deprel == Deprel::nsubj || deprel == Deprel::nsubj_pass;
    if (subject || scene_.source_at[static_cast<size_t>(phrase.head)] >= 0) {
      focus_.group = actors;
      focus_.group_token = -1;
    }
    document_.joint_mentions.push_back({phrase.tokens, std::move(actors), "joint"});
  }

  void read_description(const Phrase& phrase) {
    const int32_t actor = resolve_description(scene_, focus_, phrase);
    if (actor < 0) return;
    Actor& entry = scene_.actor(actor);
    if (entry.kind == ActorKind::Person && (phrase.classes & kTitled) != 0) {
      scene_.person(actor).titles.push_back({phrase.title, phrase.state, true});
      if (entry.state.empty() && !phrase.state.empty()) entry.state = phrase.state;
    }
    note(scene_.add_mention(phrase.tokens, phrase.head, MentionKind::Description, actor,
                            "description"));
  }

  void read_pronoun(const Phrase& phrase) {
    const int32_t actor = resolve_pronoun(scene_, focus_, phrase);
    if (actor < 0) {
      const std::string_view word = scene_.token(phrase.head).lower;
      if (word == "i" || word == "me" || word == "my" || word == "myself") {
        scene_.add_mention(phrase.tokens, phrase.head, MentionKind::Pronoun, -1,
                           "pronoun.first-person");
      }
      return;
    }
    if (!scene_.is_person(actor)) focus_.body_pronoun = phrase.head;
    note(scene_.add_mention(phrase.tokens, phrase.head, MentionKind::Pronoun, actor, "pronoun"));
  }

  void note(int32_t mention) {
    const Mention made = document_.mentions[static_cast<size_t>(mention)];
    note_mention(scene_, focus_, made);
  }

  Scene& scene_;
  Document& document_;
  Focus focus_;
};

}  // namespace

void resolve_phrases(Scene& scene) { ReferenceReader(scene).read(); }

}  // namespace verbale::actors
