// The subcommands: what each is asked, as it was typed (bind.h), and the function that does it. Each
// returns an exit code of the contract and writes what it has to say itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/chosen_documents.h"
#include "ledger/ledger.h"
#include "record/document.h"
#include "record/ids.h"
#include "store/review_queue.h"
#include "store/decision_rows.h"
#include "store/lists.h"

namespace verbale {

struct ReadOptions {
  std::vector<std::string> files;
  bool json = false;
  std::string from;   // stage: the files hold what --until has written
  std::string until;  // stage: its state is printed instead of the record
  int threads = 1;
};
int run_read(const ReadOptions& options);

struct AddOptions {
  std::string store;
  std::vector<std::string> paths;
  GivenMetadata flags;
  int threads = 0;  // 0: as many as the machine has
};
int run_add(const AddOptions& options);

struct DocumentsOptions {
  std::string store;
  EntryFilter filter;
  bool json = false;
};
int run_documents(const DocumentsOptions& options);

struct SetOptions {
  std::string store;
  std::string document;
  std::vector<std::string> settings;  // KEY=VALUE
};
int run_set(const SetOptions& options);

struct DecideOptions {
  std::string store;
  std::string entry;
  std::vector<std::string> what;  // accept, reject, nothing-here, comment, or KEY=VALUE...
  std::string reviewer;
  std::string comment;
  std::string at;        // empty: now
  std::string document;  // instead of `entry`: words that no entry has
  std::string layer;
  uint32_t start = 0;    // code points
  uint32_t end = 0;
  bool adjudicates = false;
  std::string upholds;   // id of a decision
  std::string undo;      // id of a decision
  bool json = false;
};
int run_decide(const DecideOptions& options);

struct DecisionsOptions {
  std::string store;
  DecisionFilter filter;
  bool json = false;
};
int run_decisions(const DecisionsOptions& options);

struct ReviewOptions {
  std::string store;
  QueueFilter filter;
  std::string layer;
  bool json = false;
};
int run_review(const ReviewOptions& options);

struct AgreementOptions {
  std::string store;
  std::string a;  // reviewers
  std::string b;
  bool json = false;
};
int run_agreement(const AgreementOptions& options);

struct ImportOptions {
  std::string store;
  std::string what;      // "decisions"
  std::vector<std::string> files;
  std::string reviewer;  // of a WebAnno file
  std::string document;  // of a TSV file; empty: its name tells
  std::string exported;  // the WebAnno export that the annotator began with
  std::string at;        // empty: now
};
int run_import(const ImportOptions& options);

struct RemoveOptions {
  std::string store;
  std::vector<std::string> documents;
};
int run_remove(const RemoveOptions& options);

struct RefreshOptions {
  std::string store;
  bool all = false;
  int threads = 0;
};
int run_refresh(const RefreshOptions& options);

struct ListOptions {
  std::string store;
  Layer layer = Layer::Statement;
  EntryFilter filter;
  bool json = false;
};
int run_list(const ListOptions& options);
// Across documents: one line a meeting, a visit.
int run_meetings(const ListOptions& options);
int run_visits(const ListOptions& options);

struct TextsOptions {
  std::string store;
  std::vector<std::string> files;  // none: the store
  EntryFilter filter;              // of the store's documents; its limit counts pairs
  std::string relation;            // "copy" stands for all that are one account; empty: all
  bool json = false;
  int threads = 1;
};
int run_texts(const TextsOptions& options);

struct EntryOptions {
  std::string store;
  std::string id;
  bool json = false;
};
int run_show(const EntryOptions& options);
int run_explain(const EntryOptions& options);

struct CompareOptions {
  std::string store;
  std::vector<std::string> accounts;  // a meeting of the record, or files
  bool json = false;
  std::string output;     // FILE.md, FILE.html; empty: a table
  bool agree = false;     // only what all accounts have
  bool differs = false;   // only what is told differently
  std::string only;       // only what this side or document alone has
  int threads = 1;
};
int run_compare(const CompareOptions& options);

struct SearchOptions {
  std::string store;
  std::vector<std::string> words;  // joined with blanks; @NAME: one that was saved
  std::string sort;                // oldest, newest, closest
  std::string save;                // the name to save it under
  int64_t limit = -1;
  int64_t offset = 0;
  bool facets = false;             // with total and facets
  bool json = false;
};
int run_search(const SearchOptions& options);

struct SearchesOptions {
  std::string store;
  std::string drop;  // name or id
  bool json = false;
};
int run_searches(const SearchesOptions& options);

struct PeopleOptions {
  std::string store;
  std::string who;  // id or words of a name; empty: everybody
  EntryFilter filter;
  bool json = false;
};
int run_people(const PeopleOptions& options);

struct NetworkOptions {
  std::string store;
  EntryFilter filter;
  std::string of = "person";  // or "state"
  bool json = false;
};
int run_network(const NetworkOptions& options);

struct HeatOptions {
  std::string store;
  std::vector<std::string> states;
  std::string by = "framework";  // or "topic"
  std::string from;
  std::string to;
  int64_t limit = 40;
  bool json = false;
  int threads = 1;
};
int run_heat(const HeatOptions& options);

struct NamesOptions {
  DocumentChoice choice;
  bool json = false;
};
int run_names(const NamesOptions& options);

struct PhrasesOptions {
  DocumentChoice choice;
  int least_documents = 2;
  std::string kind;  // known, found, list; empty: all
  bool json = false;
};
int run_phrases(const PhrasesOptions& options);

struct PhraseOptions {
  DocumentChoice choice;
  std::string phrase;
  bool json = false;
};
int run_phrase(const PhraseOptions& options);
struct LedgerOptions {
  std::vector<std::string> names;  // states or files
  std::string store;
  LedgerFilter filter;
  std::string calendar;  // file for the due dates
  std::string output;    // file, its form by its ending
  bool json = false;
  int threads = 1;
};
int run_ledger(const LedgerOptions& options);

struct StatusOptions {
  std::string store;
  std::string id;
  std::string value;     // "-1", "0", "+1", "1" to "3", "none"; empty: list
  std::string scale;     // "compliance", "implementation"; empty: as the value tells
  std::string evidence;
  std::string date;
  bool json = false;
};
int run_status(const StatusOptions& options);

struct EvalOptions {
  std::string gold;
  std::vector<std::string> texts;
  int threads = 1;
  bool misses = false;
  bool documents = false;
  bool json = false;
};
int run_eval(const EvalOptions& options);

struct ExportOptionsGiven {
  std::string store;
  std::string format;
  std::string output;  // empty: standard output
  EntryFilter filter;
  std::string meeting;  // id of a meeting or visit; empty: all of the record
  std::string person;   // who took part
  std::string outlet;
  bool positions_only = false;
  int threads = 0;  // 0: as many as the machine has
};
int run_export(const ExportOptionsGiven& options);

struct BriefOptions {
  std::string store;
  std::vector<std::string> names;  // a meeting or visit, two or more states, or files
  std::string output;              // .md, .html or .docx; empty: Markdown on standard output
  int threads = 1;
};
int run_brief(const BriefOptions& options);

struct ServeOptions {
  std::string store;
  int port = 8420;
};
int run_serve(const ServeOptions& options);

struct VerifyOptions {
  std::string store;
  std::vector<std::string> files;  // RECORD.json TEXT..., or none for the store
  bool worked_out = false;         // what is worked out over documents too
  int threads = 0;
  bool json = false;
};
int run_verify(const VerifyOptions& options);

}  // namespace verbale
