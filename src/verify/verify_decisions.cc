#include "verify/verify_decisions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "decisions/cases.h"
#include "record/decision_json.h"
#include "store/decision_rows.h"

namespace verbale {
namespace {

class DecisionChecker {
 public:
  DecisionChecker(const Database& database, const FindingSink& report)
      : database_(database), report_(report) {}

  size_t run() {
    Query texts = database_.query(
        "SELECT t.id, t.content, p.name FROM texts t JOIN publications p ON p.row = t.publication "
        "WHERE t.id IN (SELECT text_id FROM decisions) ORDER BY t.id");
    size_t proved = 0;
    while (texts.step()) {
      name_ = texts.text(2);
      const std::string content(texts.text(1));
      const std::shared_ptr<ReviewedText> review = load_review(database_, texts.text(0));
      const CodePointIndex index(content);
      for (const Decision& decision : review->decisions) check(decision, content, index);
      check_effect(*review, std::string(texts.text(0)));
      proved += review->decisions.size();
    }
    return proved;
  }

 private:
  void fail(const std::string& id, std::string what) { report_({name_, id, std::move(what)}); }

  void check(const Decision& decision, const std::string& content, const CodePointIndex& index) {
    if (decision.id != decision_id(decision))
      fail(decision.id, "the decision's id does not follow from what it says");
    const uint32_t begin = index.to_bytes(decision.place.start);
    const uint32_t end = index.to_bytes(decision.place.end);
    const bool inside =
        decision.place.start < decision.place.end && decision.place.end <= index.code_points();
    if (!inside || content.compare(begin, end - begin, decision.words) != 0) {
      fail(decision.id, fmt::format("the words decided about are not at {}..{}",
                                    decision.place.start, decision.place.end));
    }
    const ClaimId& claim = decision.claim;
    if (!claim.id.empty() &&
        claim.id != claim_id(decision.text, decision.layer, claim.anchor, claim.nth)) {
      fail(decision.id,
           fmt::format("{}: the id does not follow from text, kind and place", claim.id));
    }
    if (!check_correction(decision.layer, decision.change, index.code_points())) {
      fail(decision.id, "the correction is none that the entry could have");
    }
  }

  // The entry says what the ruling says of it.
  void check_effect(const ReviewedText& review, const std::string& text) {
    const CaseBook book(review);
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (const ReviewCase& decided : book.cases(static_cast<Layer>(layer)))
        check_case(book, decided, text);
    }
  }

  void check_case(const CaseBook& book, const ReviewCase& decided, const std::string& text) {
    const Ruling ruling = book.rule_on(decided);
    Query entry = database_.query("SELECT body FROM entries WHERE id = ?");
    if (!entry.bind(1, decided.claim.id).step()) {
      if (ruling.kept && !ruling.rejected) check_kept(decided, text);
      return;
    }
    if (ruling.rejected) {
      fail(decided.claim.id,
           "is in the record though a person rejected it: `verbale refresh --all` reads it again");
      return;
    }
    if (!ruling.kept) return;
    const JsonValue body = JsonValue::parse(entry.text(0)).value_or(JsonValue());
    const Correction now = correction_from_body(decided.layer, body);
    for_each_field([&](const auto& field) {
      const auto& wanted = ruling.fields.*field.member;
      const auto& told = now.*field.member;
      if (!wanted || !told || same(*wanted, *told, book, decided, text)) return;
      fail(decided.claim.id, fmt::format("{} is not what a person decided", field.name));
    });
  }

  // What a person keeps stands there, if under another id; an undertaking only where a statement does.
  void check_kept(const ReviewCase& decided, const std::string& text) {
    const bool there = stands(decided.layer, decided.place, text);
    const bool hangs =
        decided.layer != Layer::Commitment || stands(Layer::Statement, decided.place, text);
    if (there || !hangs || decided.layer == Layer::Actor) return;
    fail(decided.claim.id,
         "is not in the record though a person keeps it: `verbale refresh --all` reads it again");
  }

  bool stands(Layer layer, CodeRange place, const std::string& text) const {
    Query entry = database_.query(
        "SELECT 1 FROM entries WHERE text = (SELECT row FROM texts WHERE id = ?) AND layer = ? AND "
        "start < ? AND \"end\" > ?");
    return entry.bind(1, text)
        .bind(2, static_cast<int64_t>(layer))
        .bind(3, static_cast<int64_t>(place.end))
        .bind(4, static_cast<int64_t>(place.start))
        .step();
  }

  template <class Value>
  bool same(const Value& wanted, const Value& told, const CaseBook&, const ReviewCase&,
            const std::string&) const {
    return wanted == told;
  }
  // An id of one actor, or a plain value.
  bool same(const std::string& wanted, const std::string& told, const CaseBook& book,
            const ReviewCase& decided, const std::string& text) const {
    return wanted == told || is_called(told, wanted, book, decided, text);
  }
  bool same(const std::vector<std::string>& wanted, const std::vector<std::string>& told,
            const CaseBook& book, const ReviewCase& decided, const std::string& text) const {
    return told.size() <= wanted.size() && std::ranges::all_of(wanted, [&](const std::string& id) {
             return std::ranges::any_of(told, [&](const std::string& other) {
               return other == id || is_called(other, id, book, decided, text);
             });
           });
  }
  // Of places: what is no report, and blanks, may have been cut out of them.
  bool same(const std::vector<CodeRange>& wanted, const std::vector<CodeRange>& told,
            const CaseBook&, const ReviewCase&, const std::string&) const {
    return std::ranges::all_of(told, [&](CodeRange one) {
      return std::ranges::any_of(wanted, [&](CodeRange range) {
        return range.start <= one.start && one.end <= range.end;
      });
    });
  }

  // A newer reading may know the actor whom a decision calls `asked` by another id: the name tells.
  bool is_called(const std::string& id, const std::string& asked, const CaseBook& book,
                 const ReviewCase& decided, const std::string& text) const {
    const NamedActor* named = book.named_actor(decided, asked);
    if (named == nullptr) return false;
    Query actor = database_.query(fmt::format(
        "SELECT body ->> '$.name' FROM entries WHERE text = (SELECT row FROM texts WHERE id = ?) "
        "AND layer = {} AND key = ?", static_cast<int>(Layer::Actor)));
    return actor.bind(1, text).bind(2, id).step() && fold(actor.text(0)) == fold(named->name);
  }

  const Database& database_;
  const FindingSink& report_;
  std::string name_;
};

}  // namespace

size_t check_decisions(const Database& database, const FindingSink& report) {
  return DecisionChecker(database, report).run();
}

}  // namespace verbale
