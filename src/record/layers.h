// The layers of a document's record with their lists of entries.
#pragma once

#include "record/document.h"

namespace verbale {

// Calls visit(layer, entries) for each layer, in their order. `AnyDocument` is Document or const Document.
template <class AnyDocument, class Visit>
void for_each_layer(AnyDocument& document, Visit visit) {
  visit(Layer::Statement, document.statements);
  visit(Layer::Topic, document.topics);
  visit(Layer::Commitment, document.commitments);
  visit(Layer::Meeting, document.meetings);
  visit(Layer::Instrument, document.instruments);
  visit(Layer::Framework, document.frameworks);
  visit(Layer::Quantity, document.quantities);
  visit(Layer::Actor, document.actors);
}

}  // namespace verbale
