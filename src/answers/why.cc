#include "answers/why.h"

#include <fmt/format.h>

#include "base/json_value.h"
#include "base/json_writer.h"
#include "base/plain_line.h"
#include "record/decision_json.h"
#include "store/meeting_lists.h"

namespace verbale {
namespace {

class Explainer {
 public:
  Explainer(const Document& document, const RuleTexts& rules)
      : document_(document), rules_(rules) {}

  void add_rule(std::string_view rule, const char* about = "made by") {
    const std::string* text = rules_.find(rule.substr(0, rule.find(':')));  // "person:NAME"
    add(about, text == nullptr ? std::string(rule) : fmt::format("{}: {}", rule, *text));
  }

  // Who said what of it, and the reader's own rule where that changed the entry.
  void explain_decisions(const DecidedEntry& decided) {
    if (!decided.rule.empty()) add_rule(decided.rule, "read by");
    if (!decided.found)
      add("read by", "no rule of this version finds it: it stands by a person's decision");
    for (const int32_t i : decided.decisions) {
      const Decision& decision = document_.review->decisions[static_cast<size_t>(i)];
      std::string words =
          fmt::format("{} by {}, {}", action_name(decision), decision.reviewer, decision.at);
      if (decision.change != Correction()) words += ": " + correction_to_json(decision.change);
      if (!decision.comment.empty()) words += fmt::format(" (“{}”)", one_line(decision.comment));
      if (!decision.stands()) words += "; withdrawn " + decision.withdrawn_at;
      add("decided", std::move(words));
    }
    if (decided.disputed)
      add("decided", "reviewers disagree: the latest decision counts until one is adjudicated");
  }

  void explain(Layer layer, size_t i) {
    switch (layer) {
      case Layer::Statement:
        return explain_statement(document_.statements[i]);
      case Layer::Commitment:
        return explain_commitment(document_.commitments[i]);
      case Layer::Topic:
        return explain_actors("by", document_.topics[i].by_tokens);
      case Layer::Meeting:
        return explain_meeting(document_.meetings[i]);
      case Layer::Quantity:
        if (document_.quantities[i].inferred) explain_inferred();
        return;
      case Layer::Actor:
        return explain_actor(document_.actors[i]);
      case Layer::Instrument:
      case Layer::Framework:
        return;
    }
  }

  // Why accounts are of one meeting.
  static std::vector<Reason> of_accounts(const ListedMeeting& meeting) {
    std::vector<Reason> reasons;
    for (const ListedAccount& account : meeting.accounts) {
      std::string words = fmt::format("{}: {}", account.made_by, join_reason(account.made_by));
      if (!account.title.empty())
        words += fmt::format("; told by the title given with it, “{}”", one_line(account.title));
      reasons.push_back({account.document, std::move(words)});
    }
    return reasons;
  }

  std::vector<Reason> take() { return std::move(reasons_); }

 private:
  void add(std::string about, std::string words) {
    reasons_.push_back({std::move(about), std::move(words)});
  }

  std::string quoted(Span span) const { return fmt::format("“{}”", one_line(document_.str(span))); }

  std::string name_of(int32_t actor) const {
    if (actor < 0) return "nobody known";
    const Actor& named = document_.actors[static_cast<size_t>(actor)];
    return fmt::format("{} ({})", named.name, named.id);
  }

  std::string names_of(const std::vector<int32_t>& actors) const {
    std::string out;
    for (const int32_t actor : actors) out += (out.empty() ? "" : " and ") + name_of(actor);
    return out.empty() ? "nobody known" : out;
  }

  void explain_statement(const Statement& statement) {
    if (statement.cue.empty()) {
      add("cue",
          "none stands in the sentence: it goes on with an earlier speaker's words, or is its "
          "author's own");
    } else if (!statement.cue_class.empty()) {
      add("cue",
          fmt::format("{} is of the class `{}`", quoted(statement.cue), statement.cue_class));
    } else {
      add("cue", quoted(statement.cue));
    }
    if (!statement.source.empty()) add("source", quoted(statement.source));
    explain_actors("speaker", statement.source_tokens);
    add("speaker", names_of(statement.speaker));
    if (!statement.to.empty()) {
      explain_actors("addressee", statement.to_tokens);
      add("addressee", names_of(statement.to));
    }
    add("act", fmt::format("{}{}", to_string(statement.act), statement.negated ? ", negated" : ""));
  }

  // The way from the words to the actor: each mention inside them, and what it was resolved by.
  void explain_actors(const char* about, TokenRange tokens) {
    if (tokens.empty()) return;
    for (const Mention& mention : document_.mentions) {
      if (!tokens.contains(mention.tokens.first)) continue;
      add(about, chain_of(mention));
    }
    for (const JointMention& joint : document_.joint_mentions) {
      if (!tokens.overlaps(joint.tokens)) continue;
      add(about, fmt::format("{} stands for {}{}", quoted(document_.span_of(joint.tokens)),
                             names_of(joint.actors), by_rule(joint.made_by)));
    }
  }

  std::string by_rule(std::string_view rule) const {
    return rule.empty() ? std::string() : fmt::format(" ({})", rule);
  }

  std::string chain_of(const Mention& first) const {
    std::string out = quoted(first.span) + by_rule(first.made_by);
    const Mention* mention = &first;
    for (int steps = 0; mention->antecedent >= 0 && steps < 10; ++steps) {
      mention = &document_.mentions[static_cast<size_t>(mention->antecedent)];
      out += fmt::format(" → {}{}", quoted(mention->span), by_rule(mention->made_by));
    }
    return out + " → " + name_of(mention->actor);
  }

  void explain_commitment(const Commitment& commitment) {
    if (commitment.statement >= 0) {
      const Statement& statement = document_.statements[static_cast<size_t>(commitment.statement)];
      add("statement",
          fmt::format("{} by {}, {}", statement.cue.empty() ? "unmarked" : quoted(statement.cue),
                      names_of(statement.speaker), to_string(statement.act)));
    }
    const char* kinds[] = {"both sides bind themselves", "one side binds itself",
                           "one side asks; nobody is bound yet"};
    add("kind", fmt::format("{}: {}", to_string(commitment.kind),
                            kinds[static_cast<size_t>(commitment.kind)]));
    add("by", names_of(commitment.by));
    if (!commitment.of.empty()) add("of", names_of(commitment.of));
    if (commitment.general)
      add("general", "names the relation as a whole, nothing that could be checked");
  }

  void explain_meeting(const Meeting& meeting) {
    for (const Participant& participant : meeting.participants) {
      add("participant",
          fmt::format("{}, for {}{}", name_of(participant.actor),
                      participant.side.empty() ? "no state" : participant.side,
                      participant.role.empty() ? "" : ", " + quoted(participant.role)));
    }
    if (meeting.inferred) explain_inferred();
  }

  void explain_inferred() {
    const Found& published = document_.publication.published;
    add("inferred",
        published.reason.empty()
            ? "the date needs knowledge from outside the document: counted from its own date"
            : "counted from the document's date, which is itself inferred: " + published.reason);
  }

  void explain_actor(const Actor& actor) {
    add("named", fmt::format("{} times, as a {}{}", actor.mentions.size(), to_string(actor.kind),
                             actor.state.empty() ? "" : " of " + actor.state));
    for (const int32_t mention : actor.mentions) {
      const Mention& here = document_.mentions[static_cast<size_t>(mention)];
      if (here.kind != MentionKind::Name) add("mention", chain_of(here));
    }
  }

  const Document& document_;
  const RuleTexts& rules_;
  std::vector<Reason> reasons_;
};

// What persons decided about the entry, null if nothing.
const DecidedEntry* find_decided(const Document& document, const FoundEntry& found) {
  if (!document.review) return nullptr;
  for (const DecidedEntry& entry : document.review->entries) {
    if (entry.layer == found.entry.layer && entry.claim.id == found.entry.id) return &entry;
  }
  return nullptr;
}

// Where in the freshly read document the stored entry stands: the one of its layer with its anchor.
std::optional<size_t> find_again(const Document& document, const FoundEntry& found) {
  if (const DecidedEntry* decided = find_decided(document, found)) {
    return decided->index < 0 ? std::nullopt : std::optional<size_t>(decided->index);
  }
  const RecordIds ids = make_ids(document, CodePointIndex(document.text));
  const std::vector<ClaimId>& claims = ids.of(found.entry.layer);
  for (size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].id == found.entry.id) return i;
  }
  for (size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].anchor >= found.start && claims[i].anchor < found.end) return i;
  }
  return std::nullopt;
}

}  // namespace

Result<Why> why(const Record& record, const std::string& id, const Reader& reader,
                const RuleTexts& rules) {
  const Result<FoundMeeting> meeting = find_meeting(record, id);
  Result<FoundEntry> found = record.find_entry(id);
  if (!found && meeting) {
    return Why{meeting->meeting.id, {}, Explainer::of_accounts(meeting->meeting)};
  }
  if (!found) return std::unexpected(found.error());
  Result<Document> document = record.load_document(found->entry.document);
  if (!document) return std::unexpected(document.error());
  read_document(*document, reader);
  Explainer explainer(*document, rules);
  const JsonValue body = JsonValue::parse(found->entry.body).value_or(JsonValue());
  if (found->entry.layer != Layer::Actor) explainer.add_rule(body.at("made_by").text);
  const std::optional<size_t> place = find_again(*document, *found);
  const DecidedEntry* decided = find_decided(*document, *found);
  if (decided != nullptr) explainer.explain_decisions(*decided);
  if (place) explainer.explain(found->entry.layer, *place);
  Why answer{found->entry.id, {}, explainer.take(), !place && decided == nullptr};
  if (meeting) {
    for (Reason& reason : Explainer::of_accounts(meeting->meeting)) {
      answer.reasons.push_back(std::move(reason));
    }
  }
  answer.entry = std::move(*found);
  return answer;
}

std::vector<Reason> why_visit(const ListedVisit& visit) {
  std::vector<Reason> reasons = {
      {"one visit",
       fmt::format("meetings of the guests from {} in {}, {} to {}",
                   visit.guest_state.empty() ? "?" : visit.guest_state,
                   visit.host_state.empty() ? "?" : visit.host_state, visit.from, visit.to)}};
  for (const ListedMeeting& meeting : visit.meetings) {
    reasons.push_back({"meeting", fmt::format("{} {} {}", meeting.id, meeting.kind, meeting.date)});
    for (Reason& reason : Explainer::of_accounts(meeting)) reasons.push_back(std::move(reason));
  }
  return reasons;
}

std::string why_to_json(const Why& why) {
  JsonWriter json(2);
  json.begin_object().key("id").value(why.id).key("why").begin_array();
  for (const Reason& reason : why.reasons) {
    json.begin_object().key("about").value(reason.about);
    json.key("words").value(reason.words).end_object();
  }
  return json.end_array().end_object().take();
}

}  // namespace verbale
