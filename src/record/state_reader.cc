// Reads a document's state. Nothing in it is trusted: each number that names an entry is checked against
// its list, and what the stages take for granted of tokens and heads is checked here.
#include <fmt/format.h>

#include <array>
#include <limits>

#include "base/json_value.h"
#include "base/utf8.h"
#include "record/state.h"
#include "record/state_fields.h"

namespace verbale {
namespace {

using state::List;

bool tokens_in_order(const Document& document) {
  uint32_t end = 0;
  for (const Token& token : document.tokens) {
    if (token.span.empty() || token.span.begin < end) return false;
    end = token.span.end;
  }
  int32_t last = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty() || sentence.tokens.first < last) return false;
    last = sentence.tokens.last;
  }
  return true;
}

// Every head lies in its sentence, and every way up ends. Each token is looked at twice at most.
bool heads_form_trees(const Document& document) {
  std::vector<int32_t> seen(document.tokens.size(), -1);  // the token whose way up came by
  std::vector<int32_t> sentence_of(document.tokens.size(), -1);
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange tokens = document.sentences[s].tokens;
    for (int32_t t = tokens.first; t < tokens.last; ++t) {
      sentence_of[static_cast<size_t>(t)] = static_cast<int32_t>(s);
    }
  }
  for (int32_t start = 0; start < static_cast<int32_t>(seen.size()); ++start) {
    int32_t t = start;
    while (t >= 0 && seen[static_cast<size_t>(t)] < 0) {
      seen[static_cast<size_t>(t)] = start;
      const int32_t head = document.tokens[static_cast<size_t>(t)].head;
      if (head >= 0 && sentence_of[static_cast<size_t>(head)] != sentence_of[static_cast<size_t>(t)]) {
        return false;
      }
      t = head;
    }
    if (t >= 0 && seen[static_cast<size_t>(t)] == start) return false;  // back where this walk was: a ring
  }
  return true;
}

class Reader {
 public:
  explicit Reader(const JsonValue& json) : at_(&json) {}

  // What is wrong; empty: nothing.
  std::string read(Document& document) {
    document_ = &document;
    (*this)("text", document.text);
    if (find_malformed_utf8(document.text) != std::string::npos) complain("text", "is no UTF-8");
    index_.emplace(document.text);
    state::fields(*this, document);
    check_numbers(document);
    if (error_.empty() && !tokens_in_order(document)) error_ = "`tokens` or `sentences` are out of order";
    if (error_.empty() && !heads_form_trees(document)) error_ = "`head` forms no tree";
    return error_;
  }

  // ---- What state::fields calls

  void place(Span& span) {
    span = {byte_of(at_->at("start")), byte_of(at_->at("end"))};
    if (span.end < span.begin) complain("end", "lies before the start");
  }
  void form(Span& span) { place(span); }

  void index(std::string_view name, int32_t& number, List list) {
    number = -1;
    const JsonValue& value = at_->at(name);
    if (!value.is_null()) number = number_of(name, value, list);
  }
  void indices(std::string_view name, std::vector<int32_t>& numbers, List list) {
    for (const JsonValue& item : list_of(name)) numbers.push_back(number_of(name, item, list));
  }
  void range(std::string_view name, TokenRange& range, List list) {
    const std::vector<JsonValue>& ends = list_of(name);
    if (ends.empty()) return;
    if (ends.size() != 2 || !ends[0].is_integer() || !ends[1].is_integer() || ends[0].integer < 0 ||
        ends[1].integer <= ends[0].integer) {
      return complain(name, "is no range");
    }
    range.last = number_of(name, ends[1], list, 1);
    range.first = static_cast<int32_t>(std::min<int64_t>(ends[0].integer, range.last));
  }

  void operator()(std::string_view name, std::string& text) {
    const JsonValue& value = at_->at(name);
    if (value.is_string()) text = value.text;
    else if (!value.is_null()) complain(name, "is no string");
    else text.clear();
  }
  // Views are of the document's own strings.
  void operator()(std::string_view name, std::string_view& text) {
    std::string own;
    (*this)(name, own);
    text = document_->strings.intern(own);
  }
  void operator()(std::string_view name, bool& truth) {
    const JsonValue& value = at_->at(name);
    truth = value.truth;
    if (!value.is_null() && value.kind != JsonValue::Kind::Truth) complain(name, "is not true or false");
  }
  template <std::integral Number>
  void operator()(std::string_view name, Number& number) {
    const JsonValue& value = at_->at(name);
    const bool fits = value.is_null() || (value.is_integer() && std::in_range<Number>(value.integer));
    if (!fits) complain(name, "is no number of the right size");
    number = fits ? static_cast<Number>(value.integer) : Number{};
  }
  void operator()(std::string_view name, Span& span) { span = span_of(name, at_->at(name)); }
  void operator()(std::string_view name, std::vector<Span>& spans) {
    for (const JsonValue& item : list_of(name)) spans.push_back(span_of(name, item));
  }
  template <class Value>
    requires std::is_enum_v<Value>
  void operator()(std::string_view name, Value& value) {
    const JsonValue& json = at_->at(name);
    if (json.is_null()) return;
    const std::optional<Value> read = value_of<Value>(json.text);
    if (read) value = *read;
    else complain(name, "has an unknown value");
  }
  void operator()(std::string_view name, std::optional<ReportKind>& value) {
    if (!at_->at(name).is_null()) (*this)(name, value.emplace());
  }
  void operator()(std::string_view name, std::optional<int64_t>& value) {
    if (!at_->at(name).is_null()) (*this)(name, value.emplace());
  }
  template <class Entry>
  void operator()(std::string_view name, std::vector<Entry>& entries) {
    const std::vector<JsonValue>& items = list_of(name);
    entries.resize(items.size());
    for (size_t i = 0; i < items.size(); ++i) object(items[i], entries[i]);
  }
  void operator()(std::string_view name, std::shared_ptr<const Document>& document) {
    if (at_->at(name).is_null()) return;
    std::shared_ptr<Document> read = std::make_shared<Document>();
    const std::string wrong = Reader(at_->at(name)).read(*read);
    if (error_.empty() && !wrong.empty()) error_ = fmt::format("`{}`: {}", name, wrong);
    document = std::move(read);
  }
  template <class Entry>
    requires std::is_class_v<Entry>
  void operator()(std::string_view name, Entry& entry) {
    object(at_->at(name), entry);
  }

 private:
  void complain(std::string_view name, std::string_view what) {
    if (error_.empty()) error_ = fmt::format("`{}` {}", name, what);
  }

  template <class Entry>
  void object(const JsonValue& json, Entry& entry) {
    const JsonValue* const before = std::exchange(at_, &json);
    state::fields(*this, entry);
    at_ = before;
  }

  const std::vector<JsonValue>& list_of(std::string_view name) {
    const JsonValue& value = at_->at(name);
    if (!value.is_null() && !value.is_list()) complain(name, "is no list");
    return value.items;
  }

  template <class Value>
  static std::optional<Value> value_of(std::string_view name) {
    if constexpr (std::same_as<Value, Upos>) {
      return upos_from(name);
    } else if constexpr (std::same_as<Value, Deprel>) {
      return deprel_from(name);
    } else if constexpr (state::kNames<Value>.empty()) {
      return value_from<Value>(name);
    } else {
      for (size_t i = 0; i < state::kNames<Value>.size(); ++i) {
        if (state::kNames<Value>[i] == name) return static_cast<Value>(i);
      }
      return std::nullopt;
    }
  }

  uint32_t byte_of(const JsonValue& place) {
    if (place.is_integer() && place.integer >= 0 && place.integer <= index_->code_points()) {
      return index_->to_bytes(static_cast<uint32_t>(place.integer));
    }
    complain("start", "or `end` is no place in the text");
    return 0;
  }

  Span span_of(std::string_view name, const JsonValue& json) {
    if (json.is_null()) return {};
    const Span span{byte_of(json.at("start")), byte_of(json.at("end"))};
    if (span.end < span.begin) complain(name, "ends before it starts");
    return span;
  }

  // A number of an entry, or of the end of a range (`beyond` 1).
  int32_t number_of(std::string_view name, const JsonValue& value, List list, int64_t beyond = 0) {
    if (!value.is_integer() || value.integer < 0 || value.integer > std::numeric_limits<int32_t>::max()) {
      complain(name, "is no number of an entry");
      return 0;
    }
    int64_t& most = most_[static_cast<size_t>(list)];
    most = std::max(most, value.integer + 1 - beyond);
    return static_cast<int32_t>(value.integer);
  }

  void check_numbers(const Document& document) {
    const std::array<size_t, state::kLists> sizes = {
        document.paragraphs.size(), document.sentences.size(), document.tokens.size(),
        document.words.size(),      document.mentions.size(),  document.actors.size(),
        document.statements.size()};
    constexpr std::array<std::string_view, state::kLists> kLists = {
        "paragraphs", "sentences", "tokens", "words", "mentions", "actors", "statements"};
    for (size_t list = 0; list < sizes.size(); ++list) {
      if (most_[list] > static_cast<int64_t>(sizes[list])) {
        complain(kLists[list], "has fewer entries than are named");
      }
    }
  }

  const JsonValue* at_;
  Document* document_ = nullptr;
  std::optional<CodePointIndex> index_;
  std::array<int64_t, state::kLists> most_{};  // by list: one more than the highest number named
  std::string error_;
};

}  // namespace

Result<DocumentState> state_from_json(std::string_view json, const std::string& file, size_t line) {
  const auto refuse = [&](const std::string& what) {
    return fail(file, fmt::format("line {}: {}", line, what),
                "give what `read --until STAGE` has written");
  };
  const std::optional<JsonValue> value = JsonValue::parse(json);
  if (!value || !value->is_object()) return refuse("no JSON object");
  DocumentState out;
  out.stage = value->at("stage").string();
  const std::string wrong = Reader(*value).read(out.document);
  if (!wrong.empty()) return refuse(wrong);
  return out;
}

}  // namespace verbale
