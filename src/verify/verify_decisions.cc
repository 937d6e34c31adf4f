#include "verify/verify_decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

#include "base/utf8.h"
#include "decisions/cases.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "store/decision_rows.h"

namespace verbale {
namespace {

using Ranges = std::vector<CodeRange>;
using Ids = std::vector<std::string>;

// An entry of the record as it now is.
struct StoredEntry {
  std::string id;
  CodeRange place;
  Correction fields;
};

// The record's entries of one text.
class StoredText {
 public:
  StoredText(const Database& database, std::string_view text_id) {
    Query entries = database.query(
        "SELECT e.id, e.layer, e.start, e.\"end\", e.key, e.body FROM entries e JOIN texts t ON t.row = e.text WHERE t.id = ? "
        "ORDER BY e.layer, e.ordinal");
    entries.bind(1, text_id);
    while (entries.step()) {
      const Layer layer = static_cast<Layer>(entries.number(1));
      const JsonValue body = JsonValue::parse(entries.text(5)).value_or(JsonValue());
      StoredEntry entry{std::string(entries.text(0)),
                        {static_cast<uint32_t>(entries.number(2)), static_cast<uint32_t>(entries.number(3))},
                        correction_from_body(layer, body)};
      if (layer == Layer::Actor)
        actors_.push_back({std::string(entries.text(4)), fold(body.at("name").text), body.at("kind").text});
      std::vector<StoredEntry>& list = entries_[static_cast<size_t>(layer)];
      by_id_[entry.id] = {layer, list.size()};
      list.push_back(std::move(entry));
    }
  }

  const std::vector<StoredEntry>& of(Layer layer) const { return entries_[static_cast<size_t>(layer)]; }

  const StoredEntry* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &of(found->second.first)[found->second.second];
  }

  // Whom the text now calls so: a newer reading may know him by a fuller name, and so by another id.
  std::string actor(const std::string& id, const NamedActor* named) const {
    const bool here = std::ranges::any_of(actors_, [&](const KnownActor& one) { return one.id == id; });
    if (here || named == nullptr) return id;
    const std::string name = fold(named->name);
    const auto known = std::ranges::find_if(actors_, [&](const KnownActor& one) {
      return one.name == name && one.kind == to_string(named->kind);
    });
    return known == actors_.end() ? id : known->id;
  }

 private:
  struct KnownActor {
    std::string id;
    std::string name;  // folded
    std::string kind;
  };
  std::array<std::vector<StoredEntry>, kLayers> entries_;
  std::map<std::string, std::pair<Layer, size_t>> by_id_;
  std::vector<KnownActor> actors_;
};

CodeRange evidence_of(Layer layer, const Correction& fields) {
  CodeRange evidence = layer == Layer::Statement ? fields.cue.value_or(CodeRange{}) : CodeRange{};
  for (const CodeRange range : fields.content.value_or(Ranges())) {
    if (range.empty()) continue;
    evidence = evidence.empty() ? range
                                : CodeRange{std::min(evidence.start, range.start), std::max(evidence.end, range.end)};
  }
  return evidence;
}

// What a statement says may have been parted since by what is no report, a caption within it.
bool same_content(const Ranges& wanted, const Ranges& now) {
  const auto holds = [](CodeRange one, CodeRange other) { return one.start <= other.start && other.end <= one.end; };
  const auto held = [&](CodeRange one) {
    return std::ranges::any_of(wanted, [&](CodeRange other) { return holds(other, one); });
  };
  const auto holding = [&](CodeRange one) {
    return std::ranges::any_of(now, [&](CodeRange other) { return holds(one, other); });
  };
  return std::ranges::all_of(now, held) && std::ranges::all_of(wanted, holding);
}

class DecisionChecker {
 public:
  DecisionChecker(const Database& database, const FindingSink& report)
      : database_(database), report_(report) {}

  CheckedDecisions run() {
    Query texts = database_.query(
        "SELECT t.id, t.content, p.name FROM texts t JOIN publications p ON p.row = t.publication "
        "WHERE t.id IN (SELECT text_id FROM decisions) ORDER BY t.id");
    CheckedDecisions checked;
    while (texts.step()) {
      name_ = texts.text(2);
      DecisionFilter about_text;
      about_text.text = texts.text(0);
      auto review = std::make_shared<ReviewedText>(load_decisions(database_, about_text), std::vector<DecidedEntry>());
      for (const Decision& decision : review->decisions) {
        if (decision.id != decision_id(decision))
          fail(decision.id, "the decision's id does not follow from what it says");
      }
      const size_t all = review->decisions.size();
      review = fitting(std::move(review), texts.text(1));
      const size_t fit = review ? review->decisions.size() : 0;
      checked.proved += fit;
      checked.unfit += all - fit;
      if (review) check_effect(*review, StoredText(database_, texts.text(0)));
    }
    return checked;
  }

 private:
  void fail(const std::string& id, std::string what) { report_({name_, id, std::move(what)}); }

  // The entry says what the ruling says of it.
  void check_effect(const ReviewedText& review, const StoredText& text) {
    const CaseBook book(review);
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (const ReviewCase& decided : book.cases(static_cast<Layer>(layer)))
        check_case(book, decided, text);
    }
  }

  void check_case(const CaseBook& book, const ReviewCase& decided, const StoredText& text) {
    const Ruling ruling = book.rule_on(decided);
    const StoredEntry* entry = text.find(decided.claim.id);
    if (ruling.rejected && entry != nullptr) {
      fail(decided.claim.id,
           "is in the record though a person rejected it: `verbale refresh --all` reads it again");
    } else if (ruling.kept && entry == nullptr && !left_out(decided, ruling.whole, text)) {
      fail(decided.claim.id,
           "is not in the record though a person says that it is an entry: `verbale refresh --all` reads it again");
    } else if (ruling.kept && entry != nullptr) {
      check_fields(book, decided, ruling.fields, *entry, text);
    }
  }

  // What the program itself leaves out (decisions/decisions.cc): an undertaking that is part of no statement or binds
  // nobody, and what another entry says already.
  static bool left_out(const ReviewCase& decided, const Correction& whole, const StoredText& text) {
    if (decided.layer == Layer::Actor) return true;
    const CodeRange words = evidence_of(decided.layer, whole);
    if (words.empty() || whole.content.value_or(Ranges()).empty()) return true;
    const bool stands = std::ranges::any_of(text.of(decided.layer), [&](const StoredEntry& other) {
      return other.place == words && other.fields.cue == whole.cue;
    });
    if (stands || decided.layer != Layer::Commitment) return stands;
    if (whole.by.value_or(Ids()).empty()) return true;
    return std::ranges::none_of(text.of(Layer::Statement), [&](const StoredEntry& statement) {
      return std::ranges::any_of(*statement.fields.content, [&](CodeRange said) { return said.overlaps(words); });
    });
  }

  void check_fields(const CaseBook& book, const ReviewCase& decided, const Correction& fields, const StoredEntry& entry,
                    const StoredText& text) {
    const auto actor = [&](const std::string& id) { return text.actor(id, book.named_actor(decided, id)); };
    for_each_field([&](const auto& field) {
      const auto& wanted = fields.*field.member;
      const auto& now = entry.fields.*field.member;
      using Value = std::decay_t<decltype(*wanted)>;
      if (!wanted) return;
      bool same = now == wanted;
      if constexpr (std::is_same_v<Value, Ids>) {
        std::set<std::string> ids;
        for (const std::string& id : *wanted) ids.insert(actor(id));
        same = now && std::set<std::string>(now->begin(), now->end()) == ids;
      } else if constexpr (std::is_same_v<Value, Ranges>) {
        same = same || (now && field.name == "content" && decided.layer == Layer::Statement &&
                        same_content(*wanted, *now));
      } else if constexpr (std::is_same_v<Value, CodeRange>) {
        same = same || (now && wanted->empty() && now->empty());
      } else if constexpr (std::is_same_v<Value, std::string>) {
        // A name, a kind or an act that is empty says nothing.
        const bool place = field.name == "date" || field.name == "place" || field.name == "host" || field.name == "value";
        same = same || (wanted->empty() && !place) || (field.name == "host" && now && *now == actor(*wanted));
      }
      if (!same) fail(decided.claim.id, fmt::format("{} is not what a person decided", field.name));
    });
  }

  const Database& database_;
  const FindingSink& report_;
  std::string name_;
};

}  // namespace

CheckedDecisions check_decisions(const Database& database, const FindingSink& report) {
  return DecisionChecker(database, report).run();
}

}  // namespace verbale
