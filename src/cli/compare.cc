// verbale compare: the accounts of a meeting side by side.
#include <fmt/format.h>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "store/read_accounts.h"

namespace verbale {

int run_compare(const CompareOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) {
    print_error(reader.error());
    return kRefused;
  }
  const Result<Meanings> meanings = Meanings::load(reader->knowledge->home);
  if (!meanings) {
    print_error(meanings.error());
    return kRefused;
  }
  int code = kDone;
  const std::vector<Document> documents =
      read_files(options.accounts, *reader, options.threads, [&](const Error& error) {
        print_error(error);
        code = kRefused;
      });
  std::vector<const Document*> accounts;
  for (const Document& document : documents) accounts.push_back(&document);
  const Comparison comparison = compare(accounts, *reader->knowledge, *meanings);
  print(comparison_to_json(comparison, "meeting") + "\n");
  return code;
}

}  // namespace verbale
