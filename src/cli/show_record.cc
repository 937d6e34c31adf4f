#include "cli/show_record.h"

#include <fmt/format.h>

#include "cli/terminal.h"

namespace verbale {
namespace {

class RecordText {
 public:
  explicit RecordText(const Document& document) : document_(document) {}

  std::string write() {
    write_head();
    write_layer("Meetings", document_.meetings);
    write_layer("Statements", document_.statements);
    write_layer("Topics", document_.topics);
    write_layer("Commitments", document_.commitments);
    write_layer("Instruments", document_.instruments);
    write_frameworks();
    return std::move(out_);
  }

 private:
  void write_head() {
    const Publication& publication = document_.publication;
    out_ += styled(document_.source.name, Style::Bold);
    for (const std::string* value :
         {&publication.published.value, &publication.outlet.value, &publication.side.value}) {
      if (!value->empty()) out_ += ", " + *value;
    }
    if (publication.report_kind) out_ += fmt::format(", {}", to_string(*publication.report_kind));
    out_ += '\n';
    if (!publication.title.empty()) out_ += one_line(document_.str(publication.title)) + '\n';
  }

  template <class Entry>
  void write_layer(std::string_view title, const std::vector<Entry>& entries) {
    if (entries.empty()) return;
    out_ += fmt::format("\n{} ({})\n", styled(title, Style::Bold), entries.size());
    for (const Entry& entry : entries) write(entry);
  }

  // A line: what stands in front, then the words.
  void line(std::string_view head, std::string_view words) {
    out_ += fmt::format("  {}  {}\n", styled(head, Style::Dim), one_line(words));
  }

  std::string names_of(const std::vector<int32_t>& actors) const {
    std::string names;
    for (const int32_t actor : actors) {
      if (!names.empty()) names += ", ";
      names += document_.actors[static_cast<size_t>(actor)].name;
    }
    return names;
  }

  std::string words_of(const std::vector<Span>& spans) const {
    std::string words;
    for (const Span span : spans) {
      if (!words.empty()) words += " ... ";
      words += document_.str(span);
    }
    return words;
  }

  void write(const Meeting& meeting) {
    std::string participants;
    for (const Participant& participant : meeting.participants) {
      if (!participants.empty()) participants += ", ";
      participants += participant.name;
      if (!participant.side.empty()) participants += fmt::format(" ({})", participant.side);
    }
    line(fmt::format("{} {} {}", to_string(meeting.kind), meeting.date.empty() ? "?" : meeting.date,
                     meeting.place), participants);
  }

  void write(const Statement& statement) {
    const std::string speaker = statement.speaker.empty() ? "?" : names_of(statement.speaker);
    line(fmt::format("{}, {}", speaker, to_string(statement.act)),
         fmt::format("{}{}{}", document_.str(statement.cue), statement.cue.empty() ? "" : ": ",
                     words_of(statement.content)));
  }

  void write(const Topic& topic) { line(names_of(topic.by), document_.str(topic.text)); }

  void write(const Commitment& commitment) {
    std::string head = fmt::format("{} by {}", to_string(commitment.kind), names_of(commitment.by));
    if (!commitment.of.empty()) head += " of " + names_of(commitment.of);
    if (!commitment.when.empty()) head += fmt::format(", {}", document_.str(commitment.when));
    line(head, document_.str(commitment.text));
  }

  void write(const Instrument& instrument) {
    line(to_string(instrument.kind), document_.str(instrument.text));
  }

  // Each name once, with how often it stands there.
  void write_frameworks() {
    if (document_.frameworks.empty()) return;
    out_ += fmt::format("\n{} ({})\n", styled("Frameworks", Style::Bold), document_.frameworks.size());
    std::vector<std::pair<const Framework*, int>> names;
    for (const Framework& framework : document_.frameworks) {
      bool found = false;
      for (auto& [first, count] : names) {
        if (first->name != framework.name) continue;
        ++count;
        found = true;
      }
      if (!found) names.emplace_back(&framework, 1);
    }
    for (const auto& [framework, count] : names) {
      line(to_string(framework->kind),
           count == 1 ? framework->name : fmt::format("{} ({} times)", framework->name, count));
    }
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string readable_record(const Document& document) { return RecordText(document).write() + "\n"; }

}  // namespace verbale
