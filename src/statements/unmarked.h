// Statements without a cue in their sentence.
#pragma once

#include <optional>
#include <vector>

#include "statements/frame.h"
#include "statements/genre.h"
#include "statements/view.h"

namespace verbale {

struct Unmarked {
  TokenRange content;
  TokenRange source;  // of a headline ("...: To Lam")
  std::string_view made_by;
};

// Of a sentence that is somebody's own words: the sentence, or the clause before a cue with a subject of its
// own; nothing where the main verb is a cue, a topic, or narrates what the authors did ("We met").
std::optional<Unmarked> unmarked_in_own_words(const View& view, const std::vector<Frame>& frames);

// Of a report's sentence: "The two sides will ..." and sentences that go on with the words of the speaker
// before ("To that end, ..."). `after_statement`: the sentence before made a statement.
std::vector<Unmarked> unmarked_in_report(const View& view, const std::vector<Frame>& frames,
                                         bool after_statement);

// Of a title: "Neighbours to deepen trade: Minister".
std::optional<Unmarked> unmarked_headline(const View& view);

// An item of a list that a binding cue opened, without its bullet or number.
std::optional<Unmarked> unmarked_item(const View& view);

// The whole sentence, where it belongs to a speaker named later in its paragraph.
std::optional<Unmarked> unmarked_sentence(const View& view, std::string_view made_by);

}  // namespace verbale
