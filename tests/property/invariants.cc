#include "invariants.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace verbale {
namespace {

class Checker {
 public:
  explicit Checker(const Document& document) : document_(document) {}

  std::vector<std::string> check() {
    check_language();
    check_actors();
    check_statements();
    check_commitments();
    for (const Topic& topic : document_.topics) {
      text("topic", topic.text);
      actors("topic", topic.by);
    }
    for (const Meeting& meeting : document_.meetings) check_meeting(meeting);
    for (const Instrument& instrument : document_.instruments) {
      text("instrument", instrument.text);
      actors("instrument", instrument.parties);
    }
    for (const Framework& framework : document_.frameworks) {
      text("framework", framework.text);
      expect(!framework.name.empty(), "a framework has no name");
    }
    for (const Quantity& quantity : document_.quantities) {
      text("quantity", quantity.text);
      expect(!quantity.value.empty() || quantity.kind == QuantityKind::Date,
             "a quantity that is no date has no value");
    }
    return std::move(broken_);
  }

 private:
  void expect(bool holds, std::string what) {
    if (!holds) broken_.push_back(std::move(what));
  }

  bool boundary(uint32_t at) const {
    return at == document_.text.size() ||
           (static_cast<unsigned char>(document_.text[at]) & 0xC0) != 0x80;
  }

  // A string of the record: inside the text, on code points, without blanks at its ends, on one line.
  void text(const char* where, Span span) {
    const bool inside = span.begin < span.end && span.end <= document_.text.size();
    expect(inside, fmt::format("{}: span {}..{}", where, span.begin, span.end));
    if (!inside) return;
    expect(boundary(span.begin) && boundary(span.end), fmt::format("{}: cuts a code point", where));
    const std::string_view str = document_.str(span);
    expect(str.find('\n') == std::string_view::npos, fmt::format("{}: crosses a line", where));
    expect(!is_space(decode_utf8(str, 0).value) &&
               !is_space(decode_utf8_before(str, str.size()).value),
           fmt::format("{}: blank at an end", where));
    for (const Span furniture : document_.publication.furniture) {
      expect(!span.overlaps(furniture), fmt::format("{}: inside furniture", where));
    }
  }

  void optional_text(const char* where, Span span) {
    if (!span.empty()) text(where, span);
  }

  void actors(const char* where, const std::vector<int32_t>& ids) {
    const std::set<int32_t> unique(ids.begin(), ids.end());
    expect(unique.size() == ids.size(), fmt::format("{}: an actor stands twice", where));
    for (const int32_t id : ids) {
      expect(id >= 0 && id < static_cast<int32_t>(document_.actors.size()),
             fmt::format("{}: actor {}", where, id));
    }
  }

  void check_language() {
    uint32_t at = 0;
    int32_t next = 0;
    for (const Sentence& sentence : document_.sentences) {
      expect(sentence.span.begin >= at, "sentences overlap");
      expect(sentence.tokens.first == next && !sentence.tokens.empty(), "a gap between sentences");
      next = sentence.tokens.last;
      at = sentence.span.end;
      for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const Token& token = document_.tokens[static_cast<size_t>(i)];
        expect(sentence.span.contains(token.span) && !token.span.empty(), "a token outside");
        expect(token.head == -1 || (sentence.tokens.contains(token.head) && token.head != i),
               "a head outside its sentence");
      }
    }
    expect(next == static_cast<int32_t>(document_.tokens.size()), "tokens outside sentences");
  }

  void check_actors() {
    std::set<std::string> ids;
    for (const Actor& actor : document_.actors) {
      expect(!actor.id.empty() && ids.insert(actor.id).second, "an actor's id stands twice");
      expect(!actor.mentions.empty() || speaks_for(actor) || document_.headline != nullptr,
             fmt::format("{} has no mention", actor.id));
      for (const int32_t mention : actor.mentions) {
        expect(mention >= 0 && mention < static_cast<int32_t>(document_.mentions.size()),
               "a mention that is not there");
      }
      for (const Role& role : actor.roles) text("role", role.from_text);
    }
    for (const Mention& mention : document_.mentions) {
      if (mention.actor >= 0) text("mention", mention.span);
    }
  }

  // A state without a mention: somebody named is of it.
  bool speaks_for(const Actor& state) const {
    return state.kind == ActorKind::State &&
           std::ranges::any_of(document_.actors, [&](const Actor& actor) {
             return actor.kind != ActorKind::State && actor.state == state.id;
           });
  }

  void check_statements() {
    uint32_t last = 0;
    for (const Statement& statement : document_.statements) {
      optional_text("source", statement.source);
      optional_text("cue", statement.cue);
      expect(!statement.content.empty(), "a statement without content");
      uint32_t at = 0;
      for (const Span span : statement.content) {
        text("content", span);
        expect(span.begin >= at, "contents out of order");
        at = span.end;
      }
      if (!statement.content.empty()) {
        expect(statement.content.front().begin >= last, "statements out of order");
        last = statement.content.front().begin;
      }
      actors("speaker", statement.speaker);
      actors("to", statement.to);
      expect(statement.parent < static_cast<int32_t>(document_.statements.size()), "a parent");
      expect(!statement.made_by.empty(), "a statement that nothing made");
    }
  }

  void check_commitments() {
    for (const Commitment& commitment : document_.commitments) {
      text("commitment", commitment.text);
      optional_text("when", commitment.when);
      optional_text("mechanism", commitment.mechanism);
      for (const Span also : commitment.also) text("also", also);
      actors("by", commitment.by);
      actors("of", commitment.of);
      expect(commitment.statement >= 0 &&
                 commitment.statement < static_cast<int32_t>(document_.statements.size()),
             "a commitment without its statement");
    }
  }

  void check_meeting(const Meeting& meeting) {
    text("meeting", meeting.text);
    expect(meeting.host < static_cast<int32_t>(document_.actors.size()), "a host");
    std::vector<int32_t> ids;
    for (const Participant& participant : meeting.participants) {
      ids.push_back(participant.actor);
      optional_text("role", participant.role);
    }
    actors("participant", ids);
  }

  const Document& document_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_invariants(const Document& document) {
  return Checker(document).check();
}

}  // namespace verbale
