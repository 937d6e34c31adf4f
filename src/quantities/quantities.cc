#include "quantities/quantities.h"

#include <algorithm>
#include <optional>

#include "quantities/counts.h"
#include "quantities/dates.h"
#include "quantities/durations.h"
#include "quantities/quantity_text.h"
#include "quantities/settle_year.h"

namespace verbale {
namespace {

// The quantity that starts at a word, the most telling kind first.
std::optional<QuantityReading> read_quantity(const QuantityText& view, int32_t i, const Now& now) {
  if (std::optional<QuantityReading> money = read_money(view, i)) return money;
  if (std::optional<QuantityReading> date = read_date(view, i, now)) return date;
  if (std::optional<QuantityReading> duration = read_duration(view, i)) return duration;
  if (std::optional<QuantityReading> ordinal = read_ordinal_with_noun(view, i)) return ordinal;
  return read_count(view, i);
}

// Spans in text order, asked for in text order: which of them a place lies in.
class Covered {
 public:
  explicit Covered(std::vector<Span> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end());
  }
  // The span that holds the byte, among those not yet passed; nullptr if none.
  const Span* at(uint32_t byte) {
    while (next_ < spans_.size() && spans_[next_].end <= byte) ++next_;
    for (size_t i = next_; i < spans_.size() && spans_[i].begin <= byte; ++i) {
      if (byte < spans_[i].end) return &spans_[i];
    }
    return nullptr;
  }

 private:
  std::vector<Span> spans_;
  size_t next_ = 0;
};

std::vector<Span> framework_spans(const Document& document) {
  std::vector<Span> spans;
  for (const Framework& framework : document.frameworks) spans.push_back(framework.text);
  return spans;
}

std::vector<Span> name_spans(const Document& document) {
  std::vector<Span> spans;
  for (const Name& name : document.names) spans.push_back(document.span_of(name.tokens));
  return spans;
}

Now now_of(const Document& document) {
  const Found& published = document.publication.published;
  Now now;
  now.published = date_from_iso(published.value).value_or(Date{});
  now.outside = published.evidence.empty() || published.inferred;
  return now;
}

class QuantityFinder {
 public:
  QuantityFinder(Document& document, const QuantityWords& lexicon, int32_t year)
      : document_(document), lexicon_(lexicon), now_(now_of(document)),
        frameworks_(framework_spans(document)), names_(name_spans(document)) {
    now_.year = year;
  }

  void run() {
    for (const Sentence& sentence : document_.sentences) {
      const QuantityText view(document_, lexicon_, sentence);
      if (view.any()) read_sentence(view);
    }
  }

 private:
  void read_sentence(const QuantityText& view) {
    for (int32_t i = view.first(); i < view.last();) {
      const std::optional<QuantityReading> found = read_quantity(view, i, now_);
      if (!found) {
        ++i;
        continue;
      }
      add(view, *found);
      i = std::max(i + 1, found->end);
    }
  }

  void add(const QuantityText& view, const QuantityReading& found) {
    const Span span = view.span(found.first, found.end);
    if (is_part_of_name(view, found, span)) return;
    if (found.kind == QuantityKind::Date) {
      const std::optional<Date> date = date_from_iso(found.value);
      if (date && date->day != 0) now_.last_day = *date;
    }
    document_.quantities.push_back({.text = span, .value = found.value, .kind = found.kind,
                                    .inferred = found.inferred, .made_by = found.rule});
  }

  // A number inside a name, a title or the name of a framework is none of the record's; the count that opens a
  // framework named in plain words ("five principles of ...") is.
  bool is_part_of_name(const QuantityText& view, const QuantityReading& found, Span span) {
    if (found.kind != QuantityKind::Date && names_.at(span.begin) != nullptr) return true;
    const Span* framework = frameworks_.at(span.begin);
    if (framework == nullptr) return found.anaphoric;
    const bool opens = framework->begin == span.begin && framework->end <= span.end;
    return found.kind != QuantityKind::Count || !opens || view.is_capital(found.first);
  }

  Document& document_;
  const QuantityWords& lexicon_;
  Now now_;
  Covered frameworks_;
  Covered names_;
};

// The first day that is given without its year ("--08-19"), nothing if there is none.
Date day_without_year(const Document& document) {
  for (const Quantity& quantity : document.quantities) {
    if (quantity.kind != QuantityKind::Date || quantity.value.size() != 7 || !quantity.value.starts_with("--")) continue;
    // Any leap year will do to read month and day.
    const std::optional<Date> date = date_from_iso("2000" + quantity.value.substr(1));
    if (date) return {0, date->month, date->day};
  }
  return {};
}

}  // namespace

void find_quantities(Document& document, const Knowledge& knowledge) {
  document.quantities.clear();
  QuantityFinder(document, knowledge.quantity_words, 0).run();
  const Date day = day_without_year(document);
  if (day.day == 0) return;
  int32_t year = settle_year(document, knowledge, day);
  if (year == 0) year = document.source.settled_year;
  if (year == 0) return;
  document.quantities.clear();
  QuantityFinder(document, knowledge.quantity_words, year).run();
}

}  // namespace verbale
