// The commands as they are typed: each function adds one to the command line, with its options,
// help and examples. A new command: its options in commands.h, a function here and in the bind_*.cc
// of its kin, a line in cli.cc.
#pragma once

#include "cli/command_line.h"
#include "cli/commands.h"

namespace verbale {

// Documents in and out of the record, the record proved and shown (bind_record.cc).
void bind_read(CommandLine& line);
void bind_add(CommandLine& line);
void bind_documents(CommandLine& line);
void bind_set(CommandLine& line);
void bind_remove(CommandLine& line);
void bind_refresh(CommandLine& line);
void bind_texts(CommandLine& line);
void bind_export(CommandLine& line);
void bind_serve(CommandLine& line);
void bind_verify(CommandLine& line);
void bind_eval(CommandLine& line);

// What persons decide (bind_review.cc).
void bind_decide(CommandLine& line);
void bind_decisions(CommandLine& line);
void bind_review(CommandLine& line);
void bind_agreement(CommandLine& line);
void bind_import(CommandLine& line);
void bind_status(CommandLine& line);

// Entries of the record, found and counted (bind_entries.cc).
void bind_meetings(CommandLine& line);
void bind_visits(CommandLine& line);
void bind_lists(CommandLine& line);  // of each kind of entry
void bind_show(CommandLine& line);
void bind_explain(CommandLine& line);
void bind_search(CommandLine& line);
void bind_searches(CommandLine& line);
void bind_people(CommandLine& line);
void bind_network(CommandLine& line);
void bind_heat(CommandLine& line);

// Accounts beside each other and over time (bind_accounts.cc).
void bind_brief(CommandLine& line);
void bind_compare(CommandLine& line);
void bind_ledger(CommandLine& line);
void bind_names(CommandLine& line);
void bind_phrases(CommandLine& line);
void bind_phrase(CommandLine& line);

}  // namespace verbale
