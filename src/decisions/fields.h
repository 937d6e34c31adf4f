// Puts what a person says of an entry into its fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decisions/cases.h"
#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Sets fields of the entries of one document; what is not given stays. An actor that the text's
// reading does not have is added without a mention, with the state behind it.
class FieldSetter {
 public:
  FieldSetter(Document& document, const Knowledge& knowledge, const CodePointIndex& index,
              const CaseBook& book)
      : document_(document), knowledge_(knowledge), index_(index), book_(book) {}

  // True: the entry is another now. `decided` tells whom ids mean.
  template <class Entry>
  bool set(Entry& entry, const Correction& fields, const ReviewCase& decided) {
    changed_ = false;
    decided_ = &decided;
    put(entry, fields);
    return changed_;
  }

 private:
  void put(Statement& statement, const Correction& fields);
  void put(Topic& topic, const Correction& fields);
  void put(Commitment& commitment, const Correction& fields);
  void put(Meeting& meeting, const Correction& fields);
  void put(Instrument& instrument, const Correction& fields);
  void put(Framework& framework, const Correction& fields);
  void put(Quantity& quantity, const Correction& fields);
  void put(Actor& actor, const Correction& fields);

  Span span(CodeRange range) const;
  std::vector<Span> spans(const std::vector<CodeRange>& ranges) const;
  int32_t actor(std::string_view id);
  int32_t add_actor(const NamedActor& named);
  void put_participants(Meeting& meeting, const std::vector<std::string>& ids);

  template <class Field, class Value>
  void put_value(Field& field, Value value) {
    if (field == value) return;
    field = std::move(value);
    changed_ = true;
  }
  template <class Field>
  void put_named(Field& field, const std::optional<std::string>& name) {
    if (!name) return;
    if (const std::optional<Field> value = value_from<Field>(*name)) put_value(field, *value);
  }
  void put_span(Span& field, const std::optional<CodeRange>& range) {
    if (range) put_value(field, span(*range));
  }
  void put_words(Span& field, const Correction& fields);
  void put_actors(std::vector<int32_t>& field, const std::optional<std::vector<std::string>>& ids);

  Document& document_;
  const Knowledge& knowledge_;
  const CodePointIndex& index_;
  const CaseBook& book_;
  const ReviewCase* decided_ = nullptr;
  bool changed_ = false;
};

}  // namespace verbale
