#include "base/json_writer.h"
#include "base/utf8.h"
#include "record/json.h"
#include "record/state.h"
#include "record/state_fields.h"

namespace verbale {
namespace {

template <class Value>
concept Named = std::is_enum_v<Value>;

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document), index_(document.text) {}

  std::string write(std::string_view stage) {
    json_.begin_object();
    if (!stage.empty()) json_.key("stage").value(stage);
    state::fields(*this, document_);
    return json_.end_object().take();
  }

  // ---- What state::fields calls

  void place(Span span) {
    json_.key("start").value(index_.to_code_points(span.begin));
    json_.key("end").value(index_.to_code_points(span.end));
  }
  void form(Span span) {
    json_.key("form").value(document_.str(span));
    place(span);
  }
  void index(std::string_view name, int32_t number, state::List) {
    if (number >= 0) json_.key(name).value(number);
  }
  void indices(std::string_view name, const std::vector<int32_t>& numbers, state::List) {
    if (numbers.empty()) return;
    json_.key(name).begin_array();
    for (const int32_t number : numbers) json_.value(number);
    json_.end_array();
  }
  void range(std::string_view name, TokenRange range, state::List) {
    if (range.empty()) return;
    json_.key(name).begin_array().value(range.first).value(range.last).end_array();
  }

  void operator()(std::string_view name, std::string_view text) {
    if (!text.empty()) json_.key(name).value(text);
  }
  void operator()(std::string_view name, const std::string& text) {
    (*this)(name, std::string_view(text));
  }
  void operator()(std::string_view name, bool truth) {
    if (truth) json_.key(name).value(true);
  }
  void operator()(std::string_view name, std::integral auto number) {
    if (number != 0) json_.key(name).value(static_cast<int64_t>(number));
  }
  void operator()(std::string_view name, Span span) {
    if (span.empty()) return;
    json_.key(name);
    write_string(json_, document_, index_, span);
  }
  void operator()(std::string_view name, const std::vector<Span>& spans) {
    if (spans.empty()) return;
    json_.key(name).begin_array();
    for (const Span span : spans) write_string(json_, document_, index_, span);
    json_.end_array();
  }
  void operator()(std::string_view name, const Named auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (state::kNames<Value>.empty()) {
      (*this)(name, to_string(value));
    } else {
      (*this)(name, state::kNames<Value>[static_cast<size_t>(value)]);
    }
  }
  template <class Value>
  void operator()(std::string_view name, const std::optional<Value>& value) {
    if (!value) return;
    if constexpr (Named<Value>) {
      (*this)(name, *value);
    } else {
      json_.key(name).value(*value);
    }
  }
  template <class Entry>
  void operator()(std::string_view name, const std::vector<Entry>& entries) {
    if (entries.empty()) return;
    json_.key(name).begin_array();
    for (const Entry& entry : entries) object(entry);
    json_.end_array();
  }
  // A document within the document, with a text of its own.
  void operator()(std::string_view name, const std::shared_ptr<const Document>& document) {
    if (document) json_.key(name).raw(Writer(*document).write({}));
  }
  template <class Entry>
    requires std::is_class_v<Entry>
  void operator()(std::string_view name, const Entry& entry) {
    json_.key(name);
    object(entry);
  }

 private:
  template <class Entry>
  void object(const Entry& entry) {
    json_.begin_object();
    state::fields(*this, entry);
    json_.end_object();
  }

  const Document& document_;
  CodePointIndex index_;
  JsonWriter json_;
};

}  // namespace

std::string state_to_json(const Document& document, std::string_view stage) {
  return Writer(document).write(stage);
}

}  // namespace verbale
