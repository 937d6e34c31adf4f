// GraphML (graphml.graphdrawing.org): who met whom, and who addressed whom.
//
// The graph is directed, since addressing is; of those who met, the edge stands once, from the first id to the
// second (readers refuse a mixture of directed and undirected edges). A node is a person, state, party or organisation; an edge between two says in how many meetings the
// documents have them together, or how often the one addressed the other, with the documents.
#include <fmt/format.h>

#include <map>
#include <set>

#include "exports/exports.h"
#include "paper/page.h"

namespace verbale {
namespace {

struct Node {
  std::string name;
  std::string kind;
  std::string state;
};

struct Edge {
  int64_t weight = 0;
  std::set<std::string> documents;
};

struct EdgeKey {
  std::string from;
  std::string to;
  std::string relation;  // "met" (no direction) or "addressed"
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

class Network {
 public:
  explicit Network(const ExportOptions& options) : options_(options) {}

  void add(const Document& document) {
    for (const Meeting& meeting : document.meetings) add_meeting(document, meeting);
    for (const Statement& statement : document.statements) {
      for (const int32_t speaker : statement.speaker) {
        for (const int32_t hearer : statement.to) connect(document, speaker, hearer, "addressed");
      }
    }
  }

  const std::map<std::string, Node>& nodes() const { return nodes_; }
  const std::map<EdgeKey, Edge>& edges() const { return edges_; }

 private:
  void add_meeting(const Document& document, const Meeting& meeting) {
    for (size_t i = 0; i < meeting.participants.size(); ++i) {
      for (size_t j = i + 1; j < meeting.participants.size(); ++j) {
        connect(document, meeting.participants[i].actor, meeting.participants[j].actor, "met");
      }
    }
  }

  void connect(const Document& document, int32_t from, int32_t to, const std::string& relation) {
    if (from < 0 || to < 0 || from == to) return;
    std::string a = node(document, from);
    std::string b = node(document, to);
    if (relation == "met" && b < a) std::swap(a, b);
    Edge& edge = edges_[{a, b, relation}];
    ++edge.weight;
    edge.documents.insert(document.source.name);
  }

  std::string node(const Document& document, int32_t index) {
    const Actor& actor = document.actors[static_cast<size_t>(index)];
    Node& node = nodes_[actor.id];
    // The fullest name, and of two as long the first: the same whatever the order of the documents.
    const std::string& name = options_.positions_only ? actor.id : actor.name;
    const bool better = name.size() > node.name.size() || (name.size() == node.name.size() && name < node.name);
    if (better) node.name = name;
    node.kind = to_string(actor.kind);
    if (node.state.empty()) node.state = actor.state;
    return actor.id;
  }

  const ExportOptions& options_;
  std::map<std::string, Node> nodes_;
  std::map<EdgeKey, Edge> edges_;
};

void append_data(std::string& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out += fmt::format("<data key=\"{}\">{}</data>", key, escape_xml(value));
}

}  // namespace

Result<std::string> export_graphml(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  Network network(options);
  for (const ExportedDocument& exported : documents) network.add(*exported.document);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
      "<key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      "<key id=\"state\" for=\"node\" attr.name=\"state\" attr.type=\"string\"/>\n"
      "<key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
      "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>\n"
      "<key id=\"documents\" for=\"edge\" attr.name=\"documents\" attr.type=\"string\"/>\n"
      "<graph edgedefault=\"directed\">\n";
  for (const auto& [id, node] : network.nodes()) {
    out += fmt::format("<node id=\"{}\">", escape_xml(id));
    append_data(out, "name", node.name);
    append_data(out, "kind", node.kind);
    append_data(out, "state", node.state);
    out += "</node>\n";
  }
  size_t number = 0;
  for (const auto& [key, edge] : network.edges()) {
    out += fmt::format("<edge id=\"e{}\" source=\"{}\" target=\"{}\">", ++number, escape_xml(key.from),
                       escape_xml(key.to));
    append_data(out, "relation", key.relation);
    append_data(out, "weight", std::to_string(edge.weight));
    std::string names;
    for (const std::string& name : edge.documents) names += (names.empty() ? "" : "; ") + name;
    append_data(out, "documents", names);
    out += "</edge>\n";
  }
  return out + "</graph>\n</graphml>\n";
}

}  // namespace verbale
