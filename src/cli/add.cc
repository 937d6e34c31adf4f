// verbale add: reads documents into the record.
#include <fmt/format.h>

#include <csignal>
#include <thread>

#include "changes/adder.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/store_path.h"
#include "cli/walk.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void note_interrupt(int signal) { interrupted = signal; }

// A first Ctrl-C ends the work after the document at hand, a second one at once.
void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

std::string summary(const AddedCounts& counts, int refused) {
  std::string out = fmt::format("{} added", counts.added);
  if (counts.renewed > 0) out += fmt::format(", {} read again", counts.renewed);
  return out + fmt::format(", {} known, {} refused\n", counts.known, refused);
}

}  // namespace

int run_add(const AddOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) {
    print_error(reader.error());
    return kRefused;
  }
  Result<Store> store = open_store(options.store);
  if (!store) {
    print_error(store.error());
    return kRefused;
  }
  catch_interrupts();
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const Walk walk = find_files(options.paths);
  uint64_t total = 0;
  for (const std::string& file : walk.files) total += size_of_file(file);
  Progress progress(total);
  int refused_files = 0;
  AddWatch watch;
  watch.refused = [&](const Error& error) {
    progress.clear();
    print_error(error);
    ++refused_files;
  };
  watch.progress = [&](uint64_t bytes, uint64_t documents, std::string_view file) {
    progress.move_to(bytes, documents, file);
  };
  watch.stop = [] { return interrupted != 0; };
  Adder adder(*store, *reader, options.flags, options.threads > 0 ? options.threads : cores, watch);
  for (const Error& error : walk.refused) watch.refused(error);
  const Result<void> done = adder.add_files(walk.files);
  progress.clear();
  if (!done) {
    print_error(done.error());
    return kRefused;
  }
  print(summary(adder.counts(), refused_files));
  if (interrupted != 0) {
    finish_output();
    print_note("interrupted: what was added is in the record; add again to go on");
    raise(interrupted);
  }
  return refused_files > 0 ? kRefused : kDone;
}

}  // namespace verbale
