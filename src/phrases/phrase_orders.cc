#include "phrases/phrase_orders.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "knowledge/words.h"
#include "phrases/name_key.h"

namespace verbale {
namespace {

constexpr size_t kFewestElements = 3;
constexpr size_t kTellingElements = 5;  // so many show the list where its name does not stand
constexpr size_t kLongestForm = 12;     // words

// Where the first of an element's forms stands in the words; an empty range: nowhere.
TokenRange element_in(const Document& document, const PhraseTable& forms, TokenRange words) {
  std::vector<std::string_view> ahead;
  for (int32_t i = words.first; i < words.last; ++i) {
    ahead.clear();
    for (int32_t k = i; k < words.last && ahead.size() < kLongestForm; ++k) {
      ahead.push_back(document.words[static_cast<size_t>(k)].folded);
    }
    const PhraseTable::Match match = forms.longest(ahead);
    if (match.length > 0) return {i, i + match.length};
  }
  return {};
}

class KnownOrders {
 public:
  explicit KnownOrders(const SetPhrase& known) : known_(known), forms_(known.elements.size()) {
    for (size_t i = 0; i < known.elements.size(); ++i) {
      for (const std::string& form : known.elements[i]) forms_[i].add(form, 0);
    }
  }

  // The elements that the words show, in their order.
  std::vector<PhraseOrder::Element> elements_in(const Document& document, TokenRange words) const {
    std::vector<std::pair<TokenRange, size_t>> found;
    for (size_t i = 0; i < forms_.size(); ++i) {
      const TokenRange at = element_in(document, forms_[i], words);
      if (!at.empty()) found.emplace_back(at, i);
    }
    std::ranges::sort(found);
    std::vector<PhraseOrder::Element> elements;
    for (const auto& [at, element] : found) {
      elements.push_back({known_.elements[element][0], span_of(document, at)});
    }
    return elements;
  }

 private:
  const SetPhrase& known_;
  std::vector<PhraseTable> forms_;
};

// "six orientations".
bool is_numbered(const SetPhrase& known, const Knowledge& knowledge) {
  const std::vector<std::string> words = split_words(known.name);
  const std::string_view first = words.empty() ? std::string_view() : std::string_view(words[0]);
  const PhraseTable::Match match = knowledge.quantity_words.forms().longest(std::span(&first, 1));
  return std::ranges::any_of(match.values, [&](int32_t value) {
    return knowledge.quantity_words.words()[static_cast<size_t>(value)].kind ==
           QuantityWordKind::Cardinal;
  });
}

// The words of the sentences of each paragraph, in order.
std::vector<TokenRange> paragraphs_of(const Document& document) {
  std::vector<TokenRange> paragraphs(document.paragraphs.size());
  for (const Sentence& sentence : document.sentences) {
    TokenRange& words = paragraphs[static_cast<size_t>(sentence.paragraph)];
    if (words.empty())
      words = sentence.words;
    else
      words.last = sentence.words.last;
  }
  return paragraphs;
}

}  // namespace

std::string folded_words(const Document& document, TokenRange words) {
  std::string out;
  for (int32_t i = words.first; i < words.last; ++i) {
    const std::string_view word = document.words[static_cast<size_t>(i)].folded;
    if (is_word_character(decode_utf8(word, 0).value))
      out += (out.empty() ? "" : " ") + std::string(word);
  }
  return out;
}

std::vector<PhraseOrder> orders_of_known(const SetPhrase& known, const PhraseLife& life,
                                         const Knowledge& knowledge,
                                         std::span<const Document* const> documents) {
  std::vector<PhraseOrder> orders;
  if (known.elements.size() < kFewestElements) return orders;
  const KnownOrders finder(known);
  const bool telling = known.elements.size() >= kTellingElements && is_numbered(known, knowledge);
  std::map<int32_t, Span> named;  // document -> first use
  for (const PhraseUse& use : life.uses) named.try_emplace(use.place.document, use.place.span);
  for (const int32_t i : order_of_documents(documents)) {
    const auto use = named.find(i);
    if (use == named.end() && !telling) continue;
    const Document& document = *documents[static_cast<size_t>(i)];
    PhraseOrder best{i, use != named.end(), {}};
    for (const TokenRange paragraph : paragraphs_of(document)) {
      std::vector<PhraseOrder::Element> elements = finder.elements_in(document, paragraph);
      const bool own = best.named && span_of(document, paragraph).contains(use->second);
      if (elements.size() > best.elements.size() ||
          (own && elements.size() == best.elements.size())) {
        best.elements = std::move(elements);
      }
    }
    const size_t least = best.named ? kFewestElements : kTellingElements - 1;
    if (best.elements.size() >= least) orders.push_back(std::move(best));
  }
  return orders;
}

std::vector<PhraseOrder> orders_of_list(const PhraseLife& life,
                                        std::span<const Document* const> documents) {
  std::vector<PhraseOrder> orders;
  std::set<int32_t> done;
  for (const PhraseUse& use : life.uses) {
    if (!done.insert(use.place.document).second) continue;
    const Document& document = *documents[static_cast<size_t>(use.place.document)];
    const TokenRange words = words_in(document, use.place.span);
    PhraseOrder order{use.place.document, true, {}};
    int32_t first = words.first;
    for (int32_t i = words.first; i <= words.last; ++i) {
      const std::string_view word =
          i < words.last ? document.words[static_cast<size_t>(i)].folded : ",";
      if (word != "," && word != "and" && word != "&" && word != "or") continue;
      if (i > first)
        order.elements.push_back(
            {folded_words(document, {first, i}), span_of(document, {first, i})});
      first = i + 1;
    }
    orders.push_back(std::move(order));
  }
  return orders;
}

}  // namespace verbale
