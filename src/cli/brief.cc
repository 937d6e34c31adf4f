// verbale brief: pages to send on, of a meeting, a visit, or a relationship.
#include <algorithm>

#include "answers/briefs.h"
#include "answers/state_names.h"
#include "base/file.h"
#include "brief/brief.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/walk.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

Result<Page> brief_from_record(const BriefOptions& options, const std::vector<std::string>& states,
                               const LedgerMaterials& materials) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return std::unexpected(record.error());
  if (states.empty()) {
    return brief_of_meeting(*record, options.names.front(), materials, options.threads);
  }
  return brief_of_states(*record, states, materials, options.threads);
}

Page brief_from_files(const BriefOptions& options, const LedgerMaterials& materials, int& code) {
  const std::vector<Document> documents =
      read_files(options.names, materials.reader, options.threads, [&](const Error& error) { code = refused(error); });
  if (documents.empty()) return {};
  return brief_of_last(documents, materials.tools());
}

// Two names and more that are no files are states.
Result<std::vector<std::string>> find_states(const std::vector<std::string>& names, const World& world) {
  std::vector<std::string> states;
  for (const std::string& name : names) {
    const Result<std::string> state = find_state(world, name);
    if (!state) return std::unexpected(state.error());
    states.push_back(*state);
  }
  return states;
}

}  // namespace

int run_brief(const BriefOptions& options) {
  const Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return refused(materials.error());
  int code = kDone;
  Page page;
  if (std::ranges::all_of(options.names, names_file)) {
    page = brief_from_files(options, *materials, code);
    if (page.blocks.empty()) return kRefused;
  } else {
    std::vector<std::string> states;
    if (options.names.size() > 1) {
      Result<std::vector<std::string>> found = find_states(options.names, materials->reader.knowledge->world);
      if (!found) {
        print_error(found.error());
        return kUsage;
      }
      states = std::move(*found);
    }
    Result<Page> made = brief_from_record(options, states, *materials);
    if (!made) return refused(made.error());
    page = std::move(*made);
  }
  if (options.output.empty()) {
    print(page_to_markdown(page));
    return code;
  }
  const Result<std::string> bytes = page_to_file_form(page, options.output);
  if (!bytes) {
    print_error(bytes.error());
    return kUsage;
  }
  const Result<void> written = write_file(options.output, *bytes);
  return written ? code : refused(written.error());
}

}  // namespace verbale
