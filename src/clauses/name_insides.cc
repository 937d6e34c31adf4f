// Names, mentions, frameworks and quantities as the tokens that no cut may stand before.
#include <algorithm>

#include "clauses/cuts.h"

namespace verbale {

NameInsides::NameInsides(const Document& document) : inside_(document.tokens.size(), false) {
  for (const Name& name : document.names) add(name.tokens);
  for (const Mention& mention : document.mentions) add(mention.tokens);
  const auto ends_before = [](const Token& t, uint32_t place) { return t.span.end <= place; };
  const auto add_span = [&](Span span) {
    const auto first =
        std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin, ends_before);
    auto last = first;
    while (last != document.tokens.end() && last->span.begin < span.end) ++last;
    add({static_cast<int32_t>(first - document.tokens.begin()),
         static_cast<int32_t>(last - document.tokens.begin())});
  };
  for (const Framework& framework : document.frameworks) add_span(framework.text);
  for (const Quantity& quantity : document.quantities) add_span(quantity.text);
}

void NameInsides::add(TokenRange range) {
  for (int32_t i = range.first + 1; i < range.last; ++i) inside_[static_cast<size_t>(i)] = true;
}

}  // namespace verbale
