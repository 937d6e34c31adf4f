#include "verify/verify_decisions.h"

#include <fmt/format.h>

#include <set>

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
      check_effect(*review);
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
  void check_effect(const ReviewedText& review) {
    const CaseBook book(review);
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (const ReviewCase& decided : book.cases(static_cast<Layer>(layer)))
        check_case(book.rule_on(decided), decided);
    }
  }

  void check_case(const Ruling& ruling, const ReviewCase& decided) {
    Query entry = database_.query("SELECT body FROM entries WHERE id = ?");
    if (!entry.bind(1, decided.claim.id).step()) return;
    if (ruling.rejected) {
      fail(decided.claim.id,
           "is in the record though a person rejected it: `verbale refresh --all` reads it again");
      return;
    }
    const JsonValue body = JsonValue::parse(entry.text(0)).value_or(JsonValue());
    const Correction now = correction_from_body(decided.layer, body);
    for_each_field([&](const auto& field) {
      // Whom an id means may be known by another one now; a place may have been parted by what is
      // no report.
      constexpr bool told =
          std::is_same_v<std::decay_t<decltype(*(now.*field.member))>, std::string>;
      if constexpr (told) {
        const std::optional<std::string>& wanted = ruling.fields.*field.member;
        if (field.name == "host" || !ruling.kept || !wanted || (now.*field.member) == wanted)
          return;
        fail(decided.claim.id, fmt::format("{} is not what a person decided", field.name));
      }
    });
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
