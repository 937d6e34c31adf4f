// verbale review: what persons have yet to look at. verbale agreement: two reviewers compared.
#include <fmt/format.h>

#include "answers/review.h"
#include "base/json_value.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "record/decision_json.h"

namespace verbale {
namespace {

std::string joined(const std::vector<std::string>& reasons) {
  std::string out;
  for (const std::string& reason : reasons) out += (out.empty() ? "" : "; ") + reason;
  return out;
}

std::string words_of(const QueueItem& item) {
  const CodePointIndex index(item.context);
  const uint32_t begin =
      index.to_bytes(item.place.start - std::min(item.place.start, item.context_start));
  return item.context.substr(
      begin, index.to_bytes(item.place.end - std::min(item.place.end, item.context_start)) - begin);
}

std::string shown(std::optional<double> number, const char* format) {
  return number ? fmt::format(fmt::runtime(format), *number) : "–";
}

void add_measured(Table& table, const std::string& what, size_t judged,
                  const Coefficients& measured) {
  table.add({what, std::to_string(judged), std::to_string(measured.items),
             shown(measured.percent, "{:.1f}"), shown(measured.kappa, "{:.3f}"),
             shown(measured.alpha, "{:.3f}")});
}

std::string table_of(const Agreement& agreement) {
  Table table({{"what"},
               {"judged", Style::Plain, false, true},
               {"items", Style::Plain, false, true},
               {"percent", Style::Plain, false, true},
               {"kappa", Style::Plain, false, true},
               {"alpha", Style::Plain, false, true}});
  add_measured(table, "all, same boundaries", agreement.judged, agreement.strict);
  add_measured(table, "all, half of the words", agreement.judged, agreement.tolerant);
  for (const LayerAgreement& layer : agreement.layers) {
    const std::string name(layer_name(layer.layer));
    add_measured(table, name + ", same boundaries", layer.judged, layer.strict);
    add_measured(table, name + ", half of the words", layer.judged, layer.tolerant);
    for (const FieldAgreement& field : layer.fields) {
      add_measured(table, fmt::format("{}: {}", name, field.field), layer.judged, field.exact);
    }
  }
  return layout_for_output(table);
}

std::string differences_of(const Agreement& agreement) {
  Table table({{"entry", Style::Id},
               {"words", Style::Plain, true},
               {agreement.a, Style::Plain, true},
               {agreement.b, Style::Plain, true},
               {"settled", Style::Id}});
  for (const ReviewDifference& difference : agreement.differences) {
    std::string a;
    std::string b;
    for (const FieldDifference& field : difference.fields) {
      a += fmt::format("{}={} ", field.field, field.a);
      b += fmt::format("{}={} ", field.field, field.b);
    }
    if (difference.fields.empty()) {
      a = verdict_name(difference.a.verdict);
      b = verdict_name(difference.b.verdict);
    }
    table.add({difference.a.claim.id, difference.a.words, a, b, difference.settled});
  }
  return layout_for_output(table);
}

}  // namespace

int run_review(const ReviewOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  QueueFilter filter = options.filter;
  filter.layer = layer_from(options.layer);
  const Result<Queue> queue = review_queue(*record, filter);
  if (!queue) return refused(queue.error());
  if (options.json) {
    print(queue_to_json(*queue) + "\n");
    return kDone;
  }
  Table table({{"doubt", Style::Plain, false, true},
               {"weight", Style::Plain, false, true},
               {"words", Style::Plain, true},
               {"why", Style::Plain, true},
               {"document"},
               {"id", Style::Id}});
  for (const QueueItem& item : queue->items) {
    table.add({std::to_string(item.doubt), std::to_string(item.importance), words_of(item),
               joined(item.reasons), item.entry.document, item.entry.id});
  }
  print(layout_for_output(table) +
        fmt::format("{} of {}; {} decided\n", queue->items.size(), queue->total, queue->decided));
  return kDone;
}

int run_agreement(const AgreementOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<Agreement> agreement = agreement_of(*record, options.a, options.b);
  if (!agreement) return refused(agreement.error());
  if (options.json) {
    const Result<std::string> json = agreement_to_json(*record, *agreement);
    if (!json) return refused(json.error());
    print(*json + "\n");
    return kDone;
  }
  print(table_of(*agreement) + fmt::format("judged by {} alone: {}, by {} alone: {}\n",
                                           agreement->a, agreement->only_a, agreement->b,
                                           agreement->only_b));
  if (!agreement->differences.empty()) print("\n" + differences_of(*agreement));
  return kDone;
}

}  // namespace verbale
