// verbale names: different names used for one thing.
#include <fmt/format.h>

#include "answers/documents_asked.h"
#include "answers/phrases_asked.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/table.h"
#include "phrases/names_json.h"

namespace verbale {
namespace {

// "VNM 3, CHN 1".
std::string sides_of(const NameUse& use) {
  std::string out;
  for (const auto& [side, count] : use.sides) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", side.empty() ? "?" : side, count);
  }
  return out;
}

std::string readable(const std::vector<NamedThing>& things,
                     const std::vector<const Document*>& documents) {
  Table table({{"kind"},
               {"one thing", Style::Bold, true},
               {"called", Style::Plain, true},
               {"times", Style::Plain, false, true},
               {"by side", Style::Plain, true},
               {"first"},
               {"document", Style::Dim, true}});
  for (const NamedThing& thing : things) {
    bool first = true;
    for (const NameUse& use : thing.uses) {
      const Document& document = *documents[static_cast<size_t>(use.places[0].document)];
      const std::string& day = document.publication.day().value;
      table.add({first ? thing.kind : "", first ? one_line(thing.name) : "", one_line(use.name),
                 fmt::format("{}", use.places.size()), sides_of(use), day.empty() ? "?" : day,
                 document.source.name});
      first = false;
    }
  }
  return layout_for_output(table);
}

}  // namespace

int run_names(const NamesOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  int code = kDone;
  const Result<std::vector<Document>> documents = chosen_documents(options.choice, *reader, code);
  if (!documents) return refused(documents.error());
  const std::vector<const Document*> chosen = pointers_to(*documents);
  const std::vector<NamedThing> things =
      names_asked(chosen, *reader->knowledge, options.choice.filter.limit);
  print(options.json ? names_to_json(things, chosen) + "\n" : readable(things, chosen));
  return code;
}

}  // namespace verbale
