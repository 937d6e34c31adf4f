#include "review/wishes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_value.h"
#include "base/plain_line.h"
#include "base/utf8.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "store/review_rows.h"

namespace verbale {
namespace {

class DecisionMaker {
 public:
  DecisionMaker(const Record& record, const Knowledge& knowledge, const DecisionWish& wish,
                DecidedText* text = nullptr, const TextEntry* entry = nullptr)
      : record_(record), knowledge_(knowledge), wish_(wish), text_(text), entry_(entry) {}

  Result<Decision> make() {
    for (Result<void> (DecisionMaker::*step)() :
         {&DecisionMaker::take_action, &DecisionMaker::find_place, &DecisionMaker::check_upheld,
          &DecisionMaker::tidy_change, &DecisionMaker::check_values, &DecisionMaker::check_follows,
          &DecisionMaker::name_actors, &DecisionMaker::check_all}) {
      if (Result<void> done = (this->*step)(); !done) return std::unexpected(done.error());
    }
    return std::move(decision_);
  }

 private:
  Result<void> take_action() {
    decision_.reviewer = wish_.reviewer;
    decision_.at = wish_.at;
    decision_.comment = wish_.comment;
    decision_.change = wish_.change;
    decision_.adjudicates = wish_.action == "adjudicate";
    if (!decision_.adjudicates && !(wish_.verdict + wish_.upholds).empty()) {
      return fail("verdict", "goes only with `adjudicate`", "name the action alone");
    }
    if (decision_.adjudicates && !wish_.upholds.empty()) return uphold();
    const std::optional<Verdict> verdict =
        verdict_from(decision_.adjudicates ? wish_.verdict : wish_.action);
    if (!verdict || (decision_.adjudicates && *verdict == Verdict::Comment)) {
      return fail(decision_.adjudicates ? "verdict" : "action", "is none",
                  "accept, reject, correct, nothing-here, comment; adjudicate with one of these as "
                  "verdict");
    }
    decision_.verdict = *verdict;
    return {};
  }

  // The adjudication says what the upheld decision said.
  Result<void> uphold() {
    const Result<std::vector<Decision>> found = find_decisions(record_, {.id = wish_.upholds});
    if (!found) return std::unexpected(found.error());
    if (found->size() != 1 || found->front().verdict == Verdict::Comment) {
      return fail(wish_.upholds, "is no decision that can be upheld",
                  "`verbale decisions` lists them");
    }
    decision_.verdict = found->front().verdict;
    decision_.change = found->front().change;
    upheld_ = found->front();
    return {};
  }

  // What is said of one entry holds of no other; that nothing is there, of what lies there.
  Result<void> check_upheld() {
    if (!upheld_) return {};
    if (!upheld_->stands())
      return fail(upheld_->id, "was withdrawn at " + upheld_->withdrawn_at,
                  "uphold one that stands, or adjudicate with a verdict");
    const bool same = upheld_->text == decision_.text &&
                      (upheld_->claim.id.empty() ? upheld_->place.overlaps(decision_.place)
                                                 : upheld_->claim.id == decision_.claim.id);
    if (same) return {};
    return fail(upheld_->id, "is about something else",
                "uphold a decision about the same entry: `verbale decisions --entry ID` lists them");
  }

  Result<void> find_place() { return wish_.entry.empty() ? find_words() : find_entry(); }

  Result<void> find_entry() {
    Result<TextEntry> found = look_up_entry();
    if (!found) return std::unexpected(found.error());
    decision_.text = text_->id;
    decision_.layer = found->layer;
    decision_.claim.id = found->claim.id;
    decision_.body =
        upheld_ && upheld_->claim.id == found->claim.id ? upheld_->body : std::move(found->body);
    decision_.place = found->place;
    if (decision_.layer == Layer::Actor && found->place.empty()) {
      return fail(found->claim.id, "stands at no place of the text",
                  "decide about the entries that name it");
    }
    return take_claim();
  }

  Result<TextEntry> look_up_entry() {
    if (entry_ != nullptr) return *entry_;
    Result<FoundEntry> found = find_entry_to_decide(record_, wish_.entry);
    if (!found) return std::unexpected(found.error());
    take_text(std::move(found->text));
    return TextEntry{{found->entry.id}, found->entry.layer, {found->start, found->end}, {},
                     std::move(found->entry.body)};
  }

  void take_text(std::string content) { text_ = &own_text_.emplace(std::move(content)); }

  // All decisions about an entry speak of the place where it was when the first was made.
  Result<void> take_claim() {
    Result<std::vector<Decision>> earlier =
        find_decisions(record_, {.text = decision_.text, .entry = decision_.claim.id});
    if (!earlier) return std::unexpected(earlier.error());
    earlier_ = std::move(*earlier);
    if (!earlier_.empty()) {
      decision_.claim = earlier_.front().claim;
      decision_.place = earlier_.front().place;
    } else {
      const Result<std::optional<ClaimId>> claim = find_claim(record_, decision_.claim.id);
      if (!claim) return std::unexpected(claim.error());
      if (*claim) decision_.claim = **claim;
    }
    take_words();
    return {};
  }

  void take_words() {
    const uint32_t begin = text_->index.to_bytes(decision_.place.start);
    const uint32_t end = text_->index.to_bytes(decision_.place.end);
    decision_.words = text_->content.substr(begin, end - begin);
  }

  Result<void> load_text() {
    Result<Document> document = record_.load_document(wish_.document);
    if (!document) return std::unexpected(document.error());
    if (document->source.sha256.empty()) {
      return fail(wish_.document, "is no document of the record", "`verbale documents` lists them");
    }
    take_text(std::move(document->text));
    return {};
  }

  // Words that no entry has: nothing is there, or the reader missed an entry.
  Result<void> find_words() {
    if (text_ == nullptr) {
      if (Result<void> loaded = load_text(); !loaded) return loaded;
    }
    decision_.text = text_->id;
    decision_.place = wish_.place;
    const uint32_t most = text_->index.code_points();
    if (wish_.place.empty() || wish_.place.end > most) {
      return fail(wish_.document,
                  fmt::format("has no characters {}-{}", wish_.place.start, wish_.place.end),
                  fmt::format("its text has {} code points", most));
    }
    take_words();
    if (decision_.verdict == Verdict::NothingHere) return {};
    if (decision_.verdict != Verdict::Correct || !wish_.layer || *wish_.layer == Layer::Actor) {
      return fail(wish_.document, "there is no entry to decide about",
                  "name the entry, or a layer for a new one with the action `correct`");
    }
    decision_.layer = *wish_.layer;
    return make_claim();
  }

  // A string of the record has no blanks at its ends, holds whole words and stays within a line.
  Result<void> tidy(CodeRange& range) const {
    const CodePointIndex& index = text_->index;
    if (range.empty() || range.end > index.code_points()) return {};
    const CodeRange given = range;
    range = whole_words(range, text_->content, index);
    const uint32_t begin = index.to_bytes(range.start);
    const std::string_view words =
        std::string_view(text_->content).substr(begin, index.to_bytes(range.end) - begin);
    if (range.empty() || words.find_first_of("\r\n") != words.npos) {
      return fail(fmt::format("{}-{}", given.start, given.end),
                  range.empty() ? "is blank" : "goes over the end of a line",
                  "name words of one line; a content of several lines is several ranges");
    }
    return {};
  }

  Result<void> tidy_change() {
    Correction& change = decision_.change;
    std::vector<CodeRange*> ranges;
    for (std::optional<CodeRange>* range :
         {&change.source, &change.cue, &change.when, &change.mechanism}) {
      if (*range) ranges.push_back(&**range);
    }
    for (std::optional<std::vector<CodeRange>>* list : {&change.content, &change.also}) {
      if (!*list) continue;
      for (CodeRange& range : **list) ranges.push_back(&range);
    }
    for (CodeRange* range : ranges) {
      if (Result<void> tidied = tidy(*range); !tidied) return tidied;
    }
    return {};
  }

  Result<void> make_claim() {
    if (Result<void> tidied = tidy(decision_.place); !tidied) return tidied;
    if (Result<void> tidied = tidy_change(); !tidied) return tidied;
    take_words();
    if (!decision_.change.content) decision_.change.content = {decision_.place};
    const CodeRange cue = decision_.change.cue.value_or(CodeRange{});
    if (decision_.layer == Layer::Statement && !decision_.change.form) {
      decision_.change.form = cue.empty() ? "unmarked" : "indirect";
    }
    decision_.claim.anchor =
        cue.empty() || decision_.change.content->empty() ? decision_.place.start : cue.start;
    if (cue.empty() && !decision_.change.content->empty())
      decision_.claim.anchor = decision_.change.content->front().start;
    Result<ClaimId> claim =
        free_claim(record_, decision_.text, decision_.layer, decision_.claim.anchor);
    if (!claim) return std::unexpected(claim.error());
    decision_.claim = std::move(*claim);
    return {};
  }

  // Before it is asked who is meant: what is said wrongly is told as that.
  Result<void> check_values() {
    return check_correction(decision_.layer, decision_.change, text_->index.code_points());
  }

  Result<void> check_all() {
    decision_.id = decision_id(decision_);
    return check_decision(decision_, text_->content, text_->index);
  }

  // An undertaking is part of what a statement says.
  Result<void> check_follows() {
    if (decision_.layer != Layer::Commitment || !decision_.change.content) return {};
    if (Result<void> loaded = load_said(); !loaded) return loaded;
    const CodeRange words = decision_.change.content->front();
    if (std::ranges::any_of(*text_->said, [&](CodeRange said) { return said.overlaps(words); }))
      return {};
    return fail("content", "is no part of what any statement says",
                "an undertaking follows from a statement: make that first");
  }

  Result<void> load_said() {
    if (text_->said) return {};
    const Result<std::vector<TextEntry>> statements =
        entries_of_text(record_, decision_.text, Layer::Statement);
    if (!statements) return std::unexpected(statements.error());
    text_->said.emplace();
    for (const TextEntry& entry : *statements) {
      const JsonValue body = JsonValue::parse(entry.body).value_or(JsonValue());
      const Correction statement = correction_from_body(Layer::Statement, body);
      text_->said->insert(text_->said->end(), statement.content->begin(), statement.content->end());
    }
    return {};
  }

  Result<void> name_actors() {
    for (const std::string& id : actors_named_by(decision_)) {
      const Result<NamedActor> named = find_actor_named(id);
      if (!named) return std::unexpected(named.error());
      decision_.actors.push_back(*named);
      decision_.actors.back().name = plain_line(named->name);
    }
    return {};
  }

  // In the text, else in the packs, else anywhere in the record.
  Result<NamedActor> find_actor_named(const std::string& id) const {
    Result<std::optional<NamedActor>> here = find_named_actor(record_, id, decision_.text);
    if (!here) return std::unexpected(here.error());
    if (*here) return std::move(**here);
    const World& world = knowledge_.world;
    if (const State* state = world.state(id))
      return NamedActor{id, state->name, ActorKind::State, id};
    if (const Organisation* organisation = world.organisation(id)) {
      return NamedActor{id, organisation->name,
                        organisation->party ? ActorKind::Party : ActorKind::Organisation,
                        organisation->state};
    }
    if (const Person* person = world.person(id))
      return NamedActor{id, person->name, ActorKind::Person, person->state};
    Result<std::optional<NamedActor>> elsewhere = find_named_actor(record_, id, {});
    if (!elsewhere) return std::unexpected(elsewhere.error());
    if (*elsewhere) return std::move(**elsewhere);
    // Named by the entry as it stood, and gone with it.
    for (const Decision& decision : earlier_) {
      const auto told = std::ranges::find(decision.actors, id, &NamedActor::id);
      if (told != decision.actors.end()) return *told;
    }
    return fail(id, "nobody in the record or the packs has that id", "`verbale actors` lists them");
  }

  const Record& record_;
  const Knowledge& knowledge_;
  const DecisionWish& wish_;
  Decision decision_;
  std::optional<Decision> upheld_;
  std::vector<Decision> earlier_;  // about the same entry
  DecidedText* text_;
  const TextEntry* entry_;
  std::optional<DecidedText> own_text_;
};

}  // namespace

Result<Decision> make_decision(const Record& record, const Knowledge& knowledge,
                               const DecisionWish& wish) {
  return DecisionMaker(record, knowledge, wish).make();
}

Result<Decision> make_decision(const Record& record, const Knowledge& knowledge,
                               const DecisionWish& wish, DecidedText& text, const TextEntry* entry) {
  return DecisionMaker(record, knowledge, wish, &text, entry).make();
}

Result<FoundEntry> find_entry_to_decide(const Record& record, const std::string& id) {
  Result<FoundEntry> found = record.find_entry(id);
  if (!found || !found->orphan) return found;
  // Rejected: it can be decided about again. Found no more by a newer reader: it cannot.
  const Result<std::vector<Decision>> earlier = find_decisions(record, {.entry = found->entry.id});
  if (!earlier) return std::unexpected(earlier.error());
  if (earlier->empty())
    return fail(id, "is no longer in the record", "`verbale show` tells as what it was last read");
  found->entry.body = earlier->back().body.empty() ? found->entry.body : earlier->back().body;
  found->start = earlier->front().place.start;
  found->end = earlier->front().place.end;
  return found;
}

}  // namespace verbale
