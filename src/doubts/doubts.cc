#include "doubts/doubts.h"

#include <algorithm>
#include <cmath>

#include "acts/words_at.h"
#include "record/ids.h"
#include "record/layers.h"

namespace verbale {
namespace {

constexpr int32_t kLongContent = 60;  // words
constexpr int32_t kFarSentences = 2;

// The signs of one entry.
class Signs {
 public:
  void add(double weight, std::string_view reason) {
    sure_ *= 1.0 - weight;
    reasons_.push_back(reason);
  }
  void add_if(bool sign, double weight, std::string_view reason) {
    if (sign) add(weight, reason);
  }
  Doubt take(int importance) {
    const double doubt = std::round(100.0 * (1.0 - sure_));
    return {static_cast<uint8_t>(doubt), static_cast<uint8_t>(std::clamp(importance, 0, 100)),
            std::move(reasons_)};
  }

 private:
  double sure_ = 1.0;
  std::vector<std::string_view> reasons_;
};

class Weigher {
 public:
  Weigher(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge) {}

  void weigh() {
    for_each_layer(document_,
                   [this](Layer layer, const auto& entries) { weigh_layer(layer, entries); });
  }

 private:
  template <class Entry>
  void weigh_layer(Layer layer, const std::vector<Entry>& entries) {
    std::vector<Doubt>& doubts = document_.doubts[static_cast<size_t>(layer)];
    doubts.clear();
    doubts.reserve(entries.size());
    for (const Entry& entry : entries) {
      Signs signs;
      const int importance = weigh(signs, entry);
      if constexpr (!std::is_same_v<Entry, Actor>) weigh_rule(signs, layer, entry.made_by);
      doubts.push_back(signs.take(importance));
    }
  }

  void weigh_rule(Signs& signs, Layer layer, std::string_view rule) {
    if (rule.starts_with("person:")) return;
    constexpr double kUsual = 0.1;  // so often the best rules err as well
    const std::optional<double> right = knowledge_.rule_scores.share_right(layer_name(layer), rule);
    if (!right) {
      signs.add(0.05, "its rule is rare");
    } else if (1.0 - *right > kUsual) {
      signs.add(1.0 - *right, "its rule was often wrong on annotated texts");
    }
  }

  int weigh(Signs& signs, const Statement& statement) {
    signs.add_if(statement.speaker.empty(), 0.7, "no speaker was found");
    weigh_source(signs, statement);
    signs.add_if(statement.cue.empty(), 0.2, "no word in the sentence attributes it");
    int32_t words = 0;
    bool verb = false;
    int quotes = 0;
    for (const Span content : statement.content) {
      const TokenRange tokens = tokens_in(document_, content);
      words += tokens.size();
      for (int32_t token = tokens.first; token < tokens.last; ++token) {
        const Upos upos = document_.tokens[static_cast<size_t>(token)].upos;
        verb = verb || upos == Upos::VERB || upos == Upos::AUX;
        quotes += is_double_quote(document_.form(token));
      }
    }
    signs.add_if(words > kLongContent, 0.25, "the content is very long");
    signs.add_if(quotes % 2 != 0, 0.25, "a quotation mark in it has no partner");
    const bool binds = statement.act == Act::Commissive || statement.act == Act::Directive;
    signs.add_if(!verb && binds, 0.15, "it binds or asks, and has no verb");
    signs.add_if(statement.speaker.size() > 2, 0.3, "more than two are taken to speak together");
    return 50 + (binds ? 15 : 0) + (is_principal(statement.speaker) ? 15 : 0);
  }

  static int is_double_quote(std::string_view form) {
    return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''" ? 1 : 0;
  }

  bool is_principal(const std::vector<int32_t>& actors) const {
    return std::ranges::any_of(actors, [&](int32_t actor) {
      return std::ranges::find(document_.cast.principals, actor) != document_.cast.principals.end();
    });
  }

  // How the words that name the speaker lead to him.
  void weigh_source(Signs& signs, const Statement& statement) {
    if (statement.source_tokens.empty()) return;
    const auto first =
        std::ranges::lower_bound(document_.mentions, statement.source.begin, {},
                                 [](const Mention& mention) { return mention.span.begin; });
    if (first == document_.mentions.end() || first->span.begin >= statement.source.end) return;
    const Mention& mention = *first;
    if (mention.kind == MentionKind::Description)
      signs.add(0.15, "the speaker is described, not named");
    if (mention.kind != MentionKind::Pronoun) return;
    signs.add(0.1, "the speaker is a pronoun");
    if (mention.antecedent < 0) return;
    const Mention& before = document_.mentions[static_cast<size_t>(mention.antecedent)];
    signs.add_if(sentence_of(mention.span.begin) - sentence_of(before.span.begin) > kFarSentences,
                 0.3, "the pronoun leads far back");
    signs.add_if(somebody_between(before, mention), 0.35,
                 "somebody else is named between the pronoun and the name it is taken for");
  }

  int32_t sentence_of(uint32_t at) const {
    const auto next = std::ranges::upper_bound(document_.sentences, at, {},
                                               [](const Sentence& s) { return s.span.begin; });
    return static_cast<int32_t>(next - document_.sentences.begin());
  }

  bool somebody_between(const Mention& before, const Mention& pronoun) const {
    const size_t from = static_cast<size_t>(pronoun.antecedent) + 1;
    constexpr size_t kMostBetween = 30;
    for (size_t i = from; i < std::min(document_.mentions.size(), from + kMostBetween); ++i) {
      const Mention& mention = document_.mentions[i];
      if (mention.span.begin >= pronoun.span.begin) return false;
      if (mention.actor == before.actor || mention.actor < 0 || mention.kind != MentionKind::Name)
        continue;
      if (document_.actors[static_cast<size_t>(mention.actor)].kind == ActorKind::Person)
        return true;
    }
    return false;
  }

  int weigh(Signs& signs, const Topic& topic) {
    signs.add_if(topic.by.empty(), 0.3, "nobody is known who talked about it");
    return 35;
  }

  int weigh(Signs& signs, const Commitment& commitment) {
    const std::vector<Doubt>& statements = document_.doubts[static_cast<size_t>(Layer::Statement)];
    if (commitment.statement >= 0) {
      const int doubt = statements[static_cast<size_t>(commitment.statement)].doubt;
      if (doubt > 30) signs.add(doubt / 150.0, "the statement that it follows from is in doubt");
    }
    signs.add_if(commitment.kind == CommitmentKind::Proposed && commitment.of.empty(), 0.25,
                 "nobody is known who is asked");
    signs.add_if(commitment.kind == CommitmentKind::Pledged && commitment.by.size() > 1, 0.3,
                 "several bind themselves, but not to each other");
    signs.add_if(commitment.kind == CommitmentKind::Agreed && commitment.by.size() < 2, 0.4,
                 "it is agreed, but one side alone is known");
    return commitment.general ? 60 : 95;
  }

  int weigh(Signs& signs, const Meeting& meeting) {
    signs.add_if(meeting.date.empty() && meeting.kind != MeetingKind::Visit, 0.3,
                 "its day is not known");
    signs.add_if(meeting.inferred, 0.25, "its day is counted from the day of publication");
    const bool visit = meeting.kind == MeetingKind::Visit;  // of its guests alone
    signs.add_if(meeting.participants.size() < 2 && !visit, 0.5, "one participant alone is known");
    const bool stateless = std::ranges::any_of(
        meeting.participants, [](const Participant& one) { return one.side.empty(); });
    signs.add_if(stateless, 0.3, "whose side a participant is on is not known");
    return 80;
  }

  int weigh(Signs& signs, const Instrument& instrument) {
    signs.add_if(instrument.parties.empty(), 0.35, "its parties are not known");
    return 70;
  }

  int weigh(Signs& signs, const Framework& framework) {
    signs.add_if(framework.id.empty(), 0.2, "no pack knows the name");
    return 30;
  }

  int weigh(Signs& signs, const Quantity& quantity) {
    signs.add_if(quantity.value.empty(), 0.4, "its value cannot be told");
    signs.add_if(quantity.inferred, 0.2, "it is counted from the day of publication");
    return 20;
  }

  int weigh(Signs& signs, const Actor& actor) {
    if (actor.kind == ActorKind::State || actor.mentions.empty()) return 10;
    const bool person = actor.kind == ActorKind::Person;
    signs.add_if(person && actor.state.empty(), 0.3, "no state is known for this person");
    signs.add_if(person && actor.name.find(' ') == std::string::npos, 0.15,
                 "one name alone is known");
    return person ? 40 : 20;
  }

  Document& document_;
  const Knowledge& knowledge_;
};

}  // namespace

void weigh_doubts(Document& document, const Knowledge& knowledge) {
  Weigher(document, knowledge).weigh();
}

}  // namespace verbale
