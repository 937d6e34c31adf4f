// verbale network: who met whom how often.
#include <fmt/format.h>

#include <map>

#include "answers/overviews.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

std::string table_of(const MeetingNetwork& network) {
  std::map<std::string, const NetworkNode*> nodes;
  for (const NetworkNode& node : network.nodes) nodes[node.id] = &node;
  const auto name = [&](const std::string& id) {
    const NetworkNode& node = *nodes[id];
    return one_line(node.name) + (node.state.empty() || node.state == id ? "" : " (" + node.state + ")");
  };
  Table table({{"met", Style::Bold, true}, {"with", Style::Bold, true}, {"meetings", Style::Plain, false, true},
               {"first"}, {"last"}});
  for (const NetworkEdge& edge : network.edges) {
    table.add({name(edge.a), name(edge.b), fmt::format("{}", edge.meetings.size()), edge.first.empty() ? "?" : edge.first,
               edge.last.empty() ? "?" : edge.last});
  }
  return layout_for_output(table);
}

}  // namespace

int run_network(const NetworkOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<MeetingNetwork> network =
      network_of_record(*record, options.filter, options.of == "state", *reader->knowledge);
  if (!network) return refused(network.error());
  print(options.json ? network_json(*network) + "\n" : table_of(*network));
  return kDone;
}

}  // namespace verbale
