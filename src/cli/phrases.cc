// verbale phrases, verbale phrase: set phrases and their lives.
#include <fmt/format.h>

#include <algorithm>

#include "answers/documents_asked.h"
#include "answers/phrases_asked.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/table.h"
#include "phrases/phrases_json.h"

namespace verbale {
namespace {

std::string day_of(const Document& document) {
  const std::string& day = document.publication.day().value;
  return day.empty() ? "?" : day;
}

class PhrasePrinter {
 public:
  explicit PhrasePrinter(const std::vector<const Document*>& documents) : documents_(documents) {}

  std::string table(const std::vector<PhraseLife>& lives) const {
    Table table({{"documents", Style::Plain, false, true},
                 {"uses", Style::Plain, false, true},
                 {"kind"},
                 {"phrase", Style::Bold, true},
                 {"first"},
                 {"said by", Style::Plain, true},
                 {"last"},
                 {"taken up", Style::Plain, true}});
    for (const PhraseLife& life : lives) {
      const std::vector<const PhraseUse*> own = own_uses(life);
      if (own.empty()) continue;
      table.add({fmt::format("{}", life.documents), fmt::format("{}", own.size()),
                 std::string(to_string(life.kind)), one_line(life.phrase),
                 day_of(document(*own.front())), counts(counts_by_voice(life)),
                 day_of(document(*own.back())), adoptions(life)});
    }
    return layout_for_output(table);
  }

  std::string life(const PhraseLife& life) const {
    std::string out = styled(one_line(life.phrase), Style::Bold) + "\n";
    const std::vector<const PhraseUse*> own = own_uses(life);
    out += fmt::format("{} phrase, {} uses in {} documents", to_string(life.kind), own.size(),
                       life.documents);
    if (const size_t copies = life.uses.size() - own.size(); copies > 0) {
      out += fmt::format(", {} more in sentences printed again", copies);
    }
    if (!life.carrier.empty()) out += "; carried by " + life.carrier;
    out += fmt::format("\noutlets of: {}\nsaid by:    {}\n",
                       counts(counts_by_side(life, documents_)), counts(counts_by_voice(life)));
    if (const std::string taken = adoptions(life); !taken.empty())
      out += "taken up:   " + taken + "\n";
    if (life.wordings.size() > 1) {
      out += "\nWordings\n";
      Table table(
          {{"uses", Style::Plain, false, true}, {"first"}, {"wording", Style::Plain, true}});
      for (const PhraseCount& count : counts_by_wording(life)) {
        table.add({fmt::format("{}", count.uses), day_of(document(life.uses[count.first])),
                   one_line(count.who)});
      }
      out += layout_for_output(table);
    }
    out += orders(life) + "\nLife\n" + uses(life);
    return out;
  }

 private:
  const Document& document(const PhraseUse& use) const {
    return *documents_[static_cast<size_t>(use.place.document)];
  }

  static std::vector<const PhraseUse*> own_uses(const PhraseLife& life) {
    std::vector<const PhraseUse*> own;
    for (const PhraseUse& use : life.uses) {
      if (!use.copy) own.push_back(&use);
    }
    return own;
  }

  // "CHN 3, VNM 1".
  static std::string counts(const std::vector<PhraseCount>& counts) {
    std::string out;
    for (const PhraseCount& count : counts) {
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count.who.empty() ? "?" : count.who,
                         count.uses);
    }
    return out;
  }

  std::string adoptions(const PhraseLife& life) const {
    std::string out;
    for (const PhraseAdoption& adoption : life.adoptions) {
      if (!adoption.alone) continue;
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", adoption.state,
                         day_of(document(life.uses[adoption.use])));
    }
    return out;
  }

  std::string orders(const PhraseLife& life) const {
    if (life.orders.empty()) return {};
    Table table({{"document", Style::Dim, true}, {"order", Style::Plain, true}});
    for (const PhraseOrder& order : life.orders) {
      std::string elements;
      for (const PhraseOrder::Element& element : order.elements) {
        elements += (elements.empty() ? "" : " > ") + element.element;
      }
      table.add({documents_[static_cast<size_t>(order.document)]->source.name,
                 (order.named ? "" : "(without the phrase) ") + one_line(elements)});
    }
    return "\nOrder of its elements\n" + layout_for_output(table);
  }

  std::string uses(const PhraseLife& life) const {
    Table table({{"date"},
                 {"side"},
                 {"speaker", Style::Plain, true},
                 {"in context", Style::Plain, true},
                 {"document", Style::Dim, true}});
    for (const PhraseUse& use : life.uses) {
      std::string speakers;
      for (const std::string& speaker : use.speakers)
        speakers += (speakers.empty() ? "" : ", ") + speaker;
      const std::string& side = document(use).publication.side.value;
      table.add({day_of(document(use)), side.empty() ? "?" : side, speakers,
                 (use.copy ? "(again) " : "") + context(document(use), use.place.span),
                 document(use).source.name});
    }
    return layout_for_output(table);
  }

  // The words with some around them, cut at blanks.
  static std::string context(const Document& document, Span span) {
    constexpr uint32_t kAround = 50;  // bytes
    const std::string& text = document.text;
    uint32_t first = span.begin > kAround ? span.begin - kAround : 0;
    uint32_t last = std::min<uint32_t>(static_cast<uint32_t>(text.size()), span.end + kAround);
    while (first > 0 && first < span.begin && text[first - 1] != ' ' && text[first - 1] != '\n')
      ++first;
    while (last < text.size() && last > span.end && text[last] != ' ' && text[last] != '\n') --last;
    const size_t line_start = text.rfind('\n', span.begin);
    if (line_start != std::string::npos)
      first = std::max(first, static_cast<uint32_t>(line_start) + 1);
    const size_t line_end = std::min(text.find('\n', span.end), text.size());
    last = std::min(last, static_cast<uint32_t>(line_end));
    return (first > 0 ? "… " : "") + one_line(std::string_view(text).substr(first, last - first)) +
           (last < text.size() ? " …" : "");
  }

  const std::vector<const Document*>& documents_;
};

}  // namespace

int run_phrases(const PhrasesOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  int code = kDone;
  const Result<std::vector<Document>> documents = chosen_documents(options.choice, *reader, code);
  if (!documents) return refused(documents.error());
  const std::vector<const Document*> chosen = pointers_to(*documents);
  const std::vector<PhraseLife> lives =
      phrases_asked(chosen, *reader->knowledge,
                    {options.kind, options.least_documents, options.choice.filter.limit,
                     options.choice.threads});
  print(options.json ? phrases_to_json(lives, chosen) + "\n" : PhrasePrinter(chosen).table(lives));
  return code;
}

int run_phrase(const PhraseOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  int code = kDone;
  const Result<std::vector<Document>> documents = chosen_documents(options.choice, *reader, code);
  if (!documents) return refused(documents.error());
  const std::vector<const Document*> chosen = pointers_to(*documents);
  const PhraseLife life = life_of(options.phrase, chosen, *reader->knowledge);
  if (life.uses.empty()) {
    return refused(
        {"",
         fmt::format("\"{}\" stands in none of the {} documents", options.phrase, chosen.size()),
         "`verbale phrases` lists what is there"});
  }
  print(options.json ? phrase_to_json(life, chosen) + "\n" : PhrasePrinter(chosen).life(life));
  return code;
}

}  // namespace verbale
