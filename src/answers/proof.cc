#include "answers/proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "answers/documents_asked.h"
#include "ledger/ledger_json.h"
#include "ledger/meetings_of.h"
#include "phrases/names_json.h"
#include "phrases/phrases_json.h"
#include "store/meeting_lists.h"
#include "verify/places.h"

namespace verbale {
namespace {

class Prover {
 public:
  Prover(std::vector<Document> documents, const LedgerMaterials& materials,
         const FindingSink& report)
      : documents_(std::move(documents)),
        pointers_(pointers_to(documents_)),
        materials_(materials),
        report_(report) {
    for (const Document& document : documents_)
      texts_.emplace(document.source.name, document.text);
  }

  Result<size_t> run(const Record& record) {
    const Knowledge& knowledge = *materials_.reader.knowledge;
    check("names", names_to_json(find_named_things(pointers_, knowledge), pointers_));
    check("phrases", phrases_to_json(find_phrases(pointers_, knowledge), pointers_));
    check_ledgers();
    const Result<void> listed = each_meeting(
        record, {}, [&](const ListedMeeting& meeting) { check_comparison(meeting); });
    if (!listed) return std::unexpected(listed.error());
    return strings_;
  }

 private:
  void check(const std::string& what, const std::string& json) {
    const std::optional<JsonValue> value = JsonValue::parse(json);
    if (!value) {
      report_({"", "", what + ": what is written is no JSON"});
      return;
    }
    strings_ += check_places(*value, texts_, what, report_);
  }

  // Of each pair of states that met.
  void check_ledgers() {
    const std::vector<LedgerMeeting> meetings =
        ledger_meetings(documents_, MeetingReporter(*materials_.reader.knowledge));
    std::set<std::vector<std::string>> pairs;
    for (const LedgerMeeting& meeting : meetings) {
      for (size_t i = 0; i < meeting.states.size(); ++i) {
        for (size_t k = i + 1; k < meeting.states.size(); ++k)
          pairs.insert({meeting.states[i], meeting.states[k]});
      }
    }
    for (const std::vector<std::string>& pair : pairs) {
      std::vector<LedgerMeeting> theirs;
      std::ranges::copy_if(meetings, std::back_inserter(theirs),
                           [&](const LedgerMeeting& meeting) { return concerns(meeting, pair); });
      const Ledger ledger = make_ledger(documents_, std::move(theirs), materials_.tools());
      check(fmt::format("ledger {}", fmt::join(pair, " ")), ledger_json(ledger, documents_));
    }
  }

  void check_comparison(const ListedMeeting& meeting) {
    std::vector<const Document*> accounts;
    for (const Document& document : documents_) {
      const bool tells = std::ranges::any_of(meeting.accounts, [&](const ListedAccount& account) {
        return !account.mention && account.document == document.source.name;
      });
      if (tells) accounts.push_back(&document);
    }
    if (accounts.size() < 2) return;
    const Comparison comparison =
        compare(accounts, *materials_.reader.knowledge, materials_.meanings);
    check("compare " + meeting.id, comparison_to_json(comparison, meeting.id, {}));
  }

  std::vector<Document> documents_;
  std::vector<const Document*> pointers_;
  const LedgerMaterials& materials_;
  const FindingSink& report_;
  DocumentTexts texts_;
  size_t strings_ = 0;
};

}  // namespace

Result<size_t> prove_worked_out(const Record& record, const LedgerMaterials& materials, int threads,
                                const FindingSink& report) {
  Result<std::vector<Document>> documents =
      documents_of_record(record, {}, materials.reader, threads);
  if (!documents) return std::unexpected(documents.error());
  return Prover(std::move(*documents), materials, report).run(record);
}

}  // namespace verbale
