#include "review/wishes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/json_value.h"
#include "base/plain_line.h"
#include "base/utf8.h"
#include "record/decision_json.h"
#include "store/decision_rows.h"
#include "store/guarded.h"

namespace verbale {
namespace {

class DecisionMaker {
 public:
  DecisionMaker(const Record& record, const Knowledge& knowledge, const DecisionWish& wish)
      : record_(record), knowledge_(knowledge), wish_(wish) {}

  Result<Decision> make() {
    for (Result<void> (DecisionMaker::*step)() :
         {&DecisionMaker::take_action, &DecisionMaker::find_place, &DecisionMaker::check_upheld,
          &DecisionMaker::check_change, &DecisionMaker::name_actors}) {
      if (Result<void> done = (this->*step)(); !done) return std::unexpected(done.error());
    }
    decision_.id = decision_id(decision_);
    return std::move(decision_);
  }

 private:
  Result<void> take_action() {
    decision_.reviewer = wish_.reviewer;
    decision_.at = wish_.at;
    decision_.comment = wish_.comment;
    decision_.change = wish_.change;
    if (Result<void> checked = check_reviewer(wish_.reviewer, wish_.comment); !checked)
      return checked;
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
    const Result<std::vector<Decision>> found = decisions({.id = wish_.upholds});
    if (!found) return std::unexpected(found.error());
    if (found->size() != 1 || found->front().verdict == Verdict::Comment) {
      return fail(wish_.upholds, "is no decision that can be upheld",
                  "`verbale decisions` lists them");
    }
    if (!found->front().stands()) {
      return fail(wish_.upholds, "was withdrawn", "uphold one that stands, or give a verdict");
    }
    decision_.verdict = found->front().verdict;
    decision_.change = found->front().change;
    upheld_ = found->front();
    return {};
  }

  Result<std::vector<Decision>> decisions(const DecisionFilter& filter) const {
    return guarded<std::vector<Decision>>(
        [&] { return load_decisions(record_.database(), filter); });
  }

  Result<void> find_place() { return wish_.entry.empty() ? find_words() : find_entry(); }

  Result<void> find_entry() {
    Result<FoundEntry> found = find_entry_to_decide(record_, wish_.entry);
    if (!found) return std::unexpected(found.error());
    text_ = std::move(found->text);
    decision_.text = text_id(text_);
    decision_.layer = found->entry.layer;
    decision_.claim.id = found->entry.id;
    decision_.body =
        upheld_ && upheld_->claim.id == found->entry.id ? upheld_->body : found->entry.body;
    decision_.place = {found->start, found->end};
    if (decision_.layer == Layer::Actor && found->start == found->end) {
      return fail(found->entry.id, "stands at no place of the text",
                  "decide about the entries that name it");
    }
    return take_claim();
  }

  // What was said of one entry says nothing of another: the upheld decision is about this entry,
  // or that nothing is at a place that covers it.
  Result<void> check_upheld() {
    if (!upheld_) return {};
    bool same = upheld_->text == decision_.text;
    if (upheld_->claim.id.empty()) {
      same = same && upheld_->place.start <= decision_.place.start &&
             decision_.place.end <= upheld_->place.end;
    } else if (same && upheld_->claim.id != decision_.claim.id) {
      // A newer reader may have found the entry at another anchor since.
      const Result<FoundEntry> now = record_.find_entry(upheld_->claim.id);
      same = now && now->entry.id == decision_.claim.id;
    }
    if (same) return {};
    return fail(wish_.upholds, "is about another entry",
                "name the entry it is about, or give a verdict of your own");
  }

  // All decisions about an entry speak of the place where it was when the first was made.
  Result<void> take_claim() {
    const Result<std::vector<Decision>> earlier =
        decisions({.text = decision_.text, .entry = decision_.claim.id});
    if (!earlier) return std::unexpected(earlier.error());
    if (!earlier->empty()) {
      decision_.claim = earlier->front().claim;
      decision_.place = earlier->front().place;
    } else if (Result<void> read = read_anchor(); !read) {
      return read;
    }
    take_words();
    return {};
  }

  Result<void> read_anchor() {
    return guarded<void>([&] {
      Query query = record_.database().query("SELECT anchor, nth FROM entries WHERE id = ?");
      query.bind(1, decision_.claim.id);
      if (!query.step()) return;
      decision_.claim.anchor = static_cast<uint32_t>(query.number(0));
      decision_.claim.nth = static_cast<uint32_t>(query.number(1));
    });
  }

  void take_words() {
    const CodePointIndex index(text_);
    const uint32_t begin = index.to_bytes(decision_.place.start);
    decision_.words = text_.substr(begin, index.to_bytes(decision_.place.end) - begin);
  }

  // Words that no entry has: nothing is there, or the reader missed an entry.
  Result<void> find_words() {
    Result<Document> document = record_.load_document(wish_.document);
    if (!document) return std::unexpected(document.error());
    if (document->source.sha256.empty()) {
      return fail(wish_.document, "is no document of the record", "`verbale documents` lists them");
    }
    text_ = std::move(document->text);
    decision_.text = text_id(text_);
    decision_.place = wish_.place;
    const uint32_t most = CodePointIndex(text_).code_points();
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

  // A string of the record has no blanks at its ends and stays within a line.
  Result<void> tidy(CodeRange& range) const {
    const CodePointIndex index(text_);
    if (range.empty() || range.end > index.code_points()) return {};
    for (; !range.empty() && is_space(decode_utf8(text_, index.to_bytes(range.start)).value);
         ++range.start) {
    }
    for (; !range.empty() && is_space(decode_utf8_before(text_, index.to_bytes(range.end)).value);
         --range.end) {
    }
    const uint32_t begin = index.to_bytes(range.start);
    const std::string_view words =
        std::string_view(text_).substr(begin, index.to_bytes(range.end) - begin);
    if (range.empty() || words.find_first_of("\r\n") != words.npos) {
      return fail(fmt::format("{}-{}", range.start, range.end),
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
    return guarded<void>([&] {
      Query taken = record_.database().query(
          "SELECT 1 FROM entries WHERE id = ?1 UNION SELECT 1 FROM decisions WHERE entry = ?1");
      for (bool free = false; !free; ++decision_.claim.nth) {
        decision_.claim.id =
            claim_id(decision_.text, decision_.layer, decision_.claim.anchor, decision_.claim.nth);
        free = !taken.bind(1, decision_.claim.id).step();
        taken.reset();
        if (free) break;
      }
    });
  }

  Result<void> check_change() {
    if (Result<void> tidied = tidy_change(); !tidied) return tidied;
    const bool changes = decision_.change != Correction();
    if (decision_.verdict == Verdict::Correct && !changes) {
      return fail("change", "is empty", "say what is to be corrected, or accept the entry");
    }
    if (decision_.verdict != Verdict::Correct && changes) {
      return fail("change", "goes only with `correct`",
                  "accept, reject and comment change no field");
    }
    const bool out =
        decision_.verdict == Verdict::Reject || decision_.verdict == Verdict::NothingHere;
    if (decision_.layer == Layer::Actor && out && !decision_.claim.id.empty()) {
      return fail(decision_.claim.id, "an actor cannot be taken out alone",
                  "correct or reject the entries that name it");
    }
    if (decision_.verdict == Verdict::Comment && decision_.comment.empty()) {
      return fail("comment", "is empty", "give it with --comment");
    }
    if (!changes) return {};
    if (Result<void> checked = check_correction(decision_.layer, decision_.change,
                                                CodePointIndex(text_).code_points());
        !checked) {
      return checked;
    }
    return decision_.layer == Layer::Commitment ? check_follows() : Result<void>();
  }

  // An undertaking is part of what a statement says.
  Result<void> check_follows() {
    if (!decision_.change.content) return {};
    const CodeRange words = decision_.change.content->front();
    return guarded<void>([&] {
      Query statements = record_.database().query(
          "SELECT body FROM entries WHERE layer = 0 AND text = (SELECT row FROM texts WHERE id = "
          "?)");
      statements.bind(1, decision_.text);
      while (statements.step()) {
        const JsonValue body = JsonValue::parse(statements.text(0)).value_or(JsonValue());
        const Correction statement = correction_from_body(Layer::Statement, body);
        for (const CodeRange content : *statement.content) {
          if (content.overlaps(words)) return;
        }
      }
      throw DatabaseError{{"content", "is no part of what any statement says",
                           "an undertaking follows from a statement: make that first"}};
    });
  }

  Result<void> name_actors() {
    const Correction whole = view_fields();
    std::vector<std::string> ids;
    for (const std::optional<std::vector<std::string>>* list :
         {&whole.speaker, &whole.to, &whole.by, &whole.of}) {
      if (*list) ids.insert(ids.end(), (*list)->begin(), (*list)->end());
    }
    if (whole.host && !whole.host->empty()) ids.push_back(*whole.host);
    std::set<std::string> seen;
    for (const std::string& id : ids) {
      if (!seen.insert(id).second) continue;
      const Result<NamedActor> named = find_actor_named(id);
      if (!named) return std::unexpected(named.error());
      decision_.actors.push_back(*named);
    }
    return {};
  }

  Correction view_fields() const {
    Correction whole;
    if (!decision_.body.empty()) {
      whole = correction_from_body(decision_.layer,
                                   JsonValue::parse(decision_.body).value_or(JsonValue()));
    }
    lay_over(whole, decision_.change);
    return whole;
  }

  // In the text, else in the packs, else anywhere in the record.
  Result<NamedActor> find_actor_named(const std::string& id) const {
    return guarded<NamedActor>([&] {
      if (std::optional<NamedActor> here = stored_actor(id, true)) return *here;
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
      if (std::optional<NamedActor> elsewhere = stored_actor(id, false)) return *elsewhere;
      throw DatabaseError{
          {id, "nobody in the record or the packs has that id", "`verbale actors` lists them"}};
    });
  }

  std::optional<NamedActor> stored_actor(const std::string& id, bool here) const {
    Query query = record_.database().query(
        fmt::format("SELECT e.body, e.kind FROM entries e JOIN texts t ON t.row = e.text WHERE "
                    "e.layer = {} AND e.key = ?1{} "
                    "ORDER BY e.id LIMIT 1",
                    static_cast<int>(Layer::Actor), here ? " AND t.id = ?2" : ""));
    query.bind(1, id);
    if (here) query.bind(2, decision_.text);
    if (!query.step()) return std::nullopt;
    const JsonValue body = JsonValue::parse(query.text(0)).value_or(JsonValue());
    return NamedActor{id, body.at("name").text,
                      value_from<ActorKind>(query.text(1)).value_or(ActorKind::Person),
                      body.at("state").text};
  }

  const Record& record_;
  const Knowledge& knowledge_;
  const DecisionWish& wish_;
  Decision decision_;
  std::optional<Decision> upheld_;
  std::string text_;
};

}  // namespace

Result<void> check_reviewer(const std::string& reviewer, const std::string& comment) {
  const bool plain =
      one_line(reviewer) == reviewer && find_malformed_utf8(reviewer) == std::string_view::npos;
  if (reviewer.empty() || CodePointIndex(reviewer).code_points() > kLongestReviewer || !plain)
    return fail("reviewer", "is no name", "say who decides, on one line of at most 100 characters");
  if (CodePointIndex(comment).code_points() > kLongestComment)
    return fail("comment", "is too long", "2500 characters are the most");
  return {};
}

Result<Decision> make_decision(const Record& record, const Knowledge& knowledge,
                               const DecisionWish& wish) {
  return DecisionMaker(record, knowledge, wish).make();
}

Result<FoundEntry> find_entry_to_decide(const Record& record, const std::string& id) {
  Result<FoundEntry> found = record.find_entry(id);
  if (!found || !found->orphan) return found;
  // Rejected: it can be decided about again. Found no more by a newer reader: it cannot.
  const Result<std::vector<Decision>> earlier = guarded<std::vector<Decision>>(
      [&] { return load_decisions(record.database(), {.entry = found->entry.id}); });
  if (!earlier) return std::unexpected(earlier.error());
  if (earlier->empty())
    return fail(id, "is no longer in the record", "`verbale show` tells as what it was last read");
  found->entry.body = earlier->back().body.empty() ? found->entry.body : earlier->back().body;
  found->start = earlier->front().place.start;
  found->end = earlier->front().place.end;
  return found;
}

}  // namespace verbale
