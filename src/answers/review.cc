#include "answers/review.h"

#include <map>

#include "answers/decisions.h"
#include "answers/rows.h"
#include "base/json_writer.h"
#include "record/decision_json.h"

namespace verbale {
namespace {

void write_item(JsonWriter& json, const QueueItem& item) {
  json.begin_object().key("entry").raw(entry_row(item.entry));
  json.key("layer").value(layer_name(item.entry.layer)).key("document").value(item.entry.document);
  json.key("text")
      .begin_object()
      .key("start")
      .value(item.place.start)
      .key("end")
      .value(item.place.end)
      .end_object();
  const CodePointIndex index(item.context);
  json.key("context")
      .begin_object()
      .key("text")
      .value(item.context)
      .key("start")
      .value(item.context_start);
  json.key("end").value(item.context_start + index.code_points()).end_object();
  json.key("doubt").value(item.doubt / 100.0).key("importance").value(item.importance / 100.0);
  json.key("reasons").begin_array();
  for (const std::string& reason : item.reasons) json.value(reason);
  json.end_array().key("rejected").value(item.rejected).key("disputed").value(item.disputed);
  json.key("decisions").begin_array();
  for (const Decision& decision : item.decisions)
    write_decision(json, decision, item.entry.document);
  json.end_array().end_object();
}

void write_number(JsonWriter& json, const char* key, std::optional<double> number) {
  json.key(key);
  number ? json.value(*number) : json.null();
}

void write_coefficients(JsonWriter& json, const Coefficients& measured) {
  json.begin_object().key("items").value(static_cast<int64_t>(measured.items));
  write_number(json, "percent", measured.percent);
  write_number(json, "kappa", measured.kappa);
  write_number(json, "alpha", measured.alpha);
  json.end_object();
}

void write_layer(JsonWriter& json, const LayerAgreement& layer) {
  json.begin_object()
      .key("layer")
      .value(layer_name(layer.layer))
      .key("judged")
      .value(static_cast<int64_t>(layer.judged));
  write_coefficients(json.key("strict"), layer.strict);
  write_coefficients(json.key("tolerant"), layer.tolerant);
  json.key("fields").begin_array();
  for (const FieldAgreement& field : layer.fields) {
    json.begin_object().key("field").value(field.field);
    write_coefficients(json.key("exact"), field.exact);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_difference(JsonWriter& json, const ReviewDifference& difference,
                      const std::string& document) {
  const Decision& a = difference.a;
  json.begin_object();
  write_or_null(json, "document", document);
  json.key("layer").value(layer_name(a.layer)).key("entry").value(a.claim.id);
  json.key("text")
      .begin_object()
      .key("text")
      .value(a.words)
      .key("start")
      .value(a.place.start)
      .key("end")
      .value(a.place.end)
      .end_object();
  write_decision(json.key("a"), a, document);
  write_decision(json.key("b"), difference.b, document);
  json.key("fields").begin_array();
  for (const FieldDifference& field : difference.fields) {
    json.begin_object()
        .key("field")
        .value(field.field)
        .key("a")
        .raw(field.a)
        .key("b")
        .raw(field.b)
        .end_object();
  }
  json.end_array();
  write_or_null(json, "settled", difference.settled);
  json.end_object();
}

}  // namespace

std::string queue_to_json(const Queue& queue) {
  JsonWriter json(2);
  json.begin_object()
      .key("total")
      .value(queue.total)
      .key("decided")
      .value(queue.decided)
      .key("items")
      .begin_array();
  for (const QueueItem& item : queue.items) write_item(json, item);
  return json.end_array().end_object().take();
}

Result<Agreement> agreement_of(const Record& record, std::string_view a, std::string_view b) {
  const Result<std::vector<ListedDecision>> listed = list_decisions(record, {});
  if (!listed) return std::unexpected(listed.error());
  std::vector<Decision> decisions;
  std::map<std::string_view, int> known = {{a, 0}, {b, 0}};
  for (const ListedDecision& one : *listed) {
    decisions.push_back(one.decision);
    const auto found = known.find(one.decision.reviewer);
    if (found != known.end()) ++found->second;
  }
  for (const auto& [reviewer, count] : known) {
    if (count == 0)
      return fail(std::string(reviewer), "has decided nothing",
                  "`verbale decisions` shows who has");
  }
  return compare_reviewers(decisions, a, b);
}

Result<std::string> agreement_to_json(const Record& record, const Agreement& agreement) {
  JsonWriter json(2);
  json.begin_object().key("a").value(agreement.a).key("b").value(agreement.b);
  json.key("judged").value(static_cast<int64_t>(agreement.judged));
  json.key("only_a").value(static_cast<int64_t>(agreement.only_a));
  json.key("only_b").value(static_cast<int64_t>(agreement.only_b));
  write_coefficients(json.key("strict"), agreement.strict);
  write_coefficients(json.key("tolerant"), agreement.tolerant);
  json.key("layers").begin_array();
  for (const LayerAgreement& layer : agreement.layers) write_layer(json, layer);
  json.end_array().key("differences").begin_array();
  std::map<std::string, std::string> documents;  // by text
  const Result<void> done = record.each_document(
      {}, [&](const ListedDocument& document) { documents.emplace(document.text, document.name); });
  if (!done) return std::unexpected(done.error());
  for (const ReviewDifference& difference : agreement.differences) {
    const std::map<std::string, std::string>::const_iterator document =
        documents.find(difference.a.text);
    write_difference(json, difference,
                     document == documents.end() ? std::string() : document->second);
  }
  return json.end_array().end_object().take();
}

Result<std::string> reviewers_to_json(const Record& record) {
  const Result<std::vector<std::pair<std::string, int64_t>>> reviewers = list_reviewers(record);
  if (!reviewers) return std::unexpected(reviewers.error());
  JsonWriter json(1);
  json.begin_array();
  for (const auto& [reviewer, decisions] : *reviewers) {
    json.begin_object()
        .key("reviewer")
        .value(reviewer)
        .key("decisions")
        .value(decisions)
        .end_object();
  }
  return json.end_array().take();
}

}  // namespace verbale
