#include "source/page_metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/utf8.h"

namespace verbale {
namespace {

constexpr size_t kLongestValue = 2000;

// One value of many possible places: the place that stands first in the list wins.
class Choice {
 public:
  void offer(int rank, std::string_view value) {
    const size_t start = value.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || rank >= rank_ || value.size() > kLongestValue) return;
    value = value.substr(start, value.find_last_not_of(" \t\r\n") - start + 1);
    rank_ = rank;
    value_ = value;
  }
  std::string take() { return std::move(value_); }
  bool empty() const { return value_.empty(); }

 private:
  int rank_ = 1000;
  std::string value_;
};

template <size_t N>
int rank_in(const std::array<std::string_view, N>& list, std::string_view name) {
  const auto found = std::find(list.begin(), list.end(), name);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

// Names of meta tags, the surest first.
constexpr auto kTitles =
    std::to_array<std::string_view>({"og:title", "twitter:title", "dc.title", "dcterms.title",
                                     "citation_title", "title", "headline"});
constexpr auto kDates = std::to_array<std::string_view>({"article:published_time",
                                                         "og:article:published_time",
                                                         "datepublished",
                                                         "og:published_time",
                                                         "dcterms.created",
                                                         "dcterms.issued",
                                                         "dc.date.issued",
                                                         "dcterms.date",
                                                         "dc.date",
                                                         "dc.date.created",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "publish-date",
                                                         "publishdate",
                                                         "publish_date",
                                                         "pubdate",
                                                         "publication_date",
                                                         "publicationdate",
                                                         "article.published",
                                                         "cxenseparse:recs:publishtime",
                                                         "bt:pubdate",
                                                         "date",
                                                         "release_date",
                                                         "rnews:datepublished",
                                                         "displaydate",
                                                         "content_create_date"});
constexpr auto kOutlets = std::to_array<std::string_view>(
    {"og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name",
     "al:ios:app_name", "copyright-holder", "source"});

class MetadataReader {
 public:
  explicit MetadataReader(const HtmlTree& tree) : tree_(tree) {}

  GivenMetadata read() {
    const std::span<const HtmlNode> nodes = tree_.nodes();
    for (int32_t i = 0; i < static_cast<int32_t>(nodes.size()); ++i) {
      const HtmlNode& node = nodes[static_cast<size_t>(i)];
      if (!node.is_text) read_element(i, node);
    }
    GivenMetadata found;
    found.date = date_.take();
    found.url = url_.take();
    found.language = language_.take();
    // A headline that the title of the page does not hold is the name of a section.
    const bool same = page_title_.starts_with(headline_) || page_title_.ends_with(headline_);
    if (!page_title_.empty() && !same) title_.offer(55, page_title_);
    found.title = title_.take();
    found.outlet = outlet_.take();
    return found;
  }

 private:
  void read_element(int32_t i, const HtmlNode& node) {
    if (node.tag == "meta")
      read_meta(node);
    else if (node.tag == "html")
      language_.offer(0, tree_.attribute(node, "lang"));
    else if (node.tag == "link" && tree_.attribute(node, "rel") == "canonical")
      url_.offer(0, tree_.attribute(node, "href"));
    else if (node.tag == "title" && !has_title_)
      read_title(i);
    else if (node.tag == "h1")
      read_headline(i);
    else if (node.tag == "script" && tree_.attribute(node, "type") == "application/ld+json")
      read_linked_data(i);
    else
      read_visible(i, node);
  }

  void read_meta(const HtmlNode& node) {
    const std::string_view content = tree_.attribute(node, "content");
    for (const std::string_view which : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = to_lower(tree_.attribute(node, which));
      if (name.empty()) continue;
      if (const int rank = rank_in(kTitles, name); rank >= 0) title_.offer(10 + rank, content);
      if (const int rank = rank_in(kDates, name); rank >= 0) date_.offer(10 + rank, content);
      if (const int rank = rank_in(kOutlets, name); rank >= 0) outlet_.offer(10 + rank, content);
      if (name == "og:url") url_.offer(1, content);
      if (name == "og:locale") language_.offer(1, content);
      if (name == "content-language" || name == "dc.language") language_.offer(2, content);
    }
  }

  // "Leaders meet | The Daily": the site's name falls off. It is the last part, and the shorter
  // one.
  void read_title(int32_t i) {
    has_title_ = true;
    const std::string title = tree_.text_of(i);
    size_t cut = std::string::npos;
    for (const std::string_view mark : {" | ", " — ", " – ", " - ", " :: ", " « "}) {
      const size_t at = title.rfind(mark);
      if (at == std::string::npos || at < title.size() / 2) continue;
      cut = at;
      outlet_.offer(80, std::string_view(title).substr(at + mark.size()));
      break;
    }
    page_title_ = title.substr(0, cut);
    title_.offer(70, page_title_);
  }

  // Dates in the body: <time datetime>, microdata, and elements whose class says that they hold the
  // date.
  void read_visible(int32_t i, const HtmlNode& node) {
    const std::string_view itemprop = tree_.attribute(node, "itemprop");
    if (node.tag == "time") {
      const std::string_view when = tree_.attribute(node, "datetime");
      date_.offer(itemprop == "datePublished" ? 40 : 50, when);
      if (when.empty()) date_.offer(55, tree_.text_of(i));
      return;
    }
    if (itemprop == "datePublished") {
      const std::string_view content = tree_.attribute(node, "content");
      date_.offer(41, content.empty() ? std::string_view(tree_.text_of(i)) : content);
    }
    if (itemprop == "headline") title_.offer(50, tree_.text_of(i));
    const std::string name =
        to_lower(tree_.attribute(node, "class")) + " " + to_lower(tree_.attribute(node, "id"));
    const bool dated =
        name.find("date") != std::string::npos || name.find("time") != std::string::npos ||
        name.find("publish") != std::string::npos || name.find("posted") != std::string::npos;
    // Without such a class, the first short line with a date after the headline.
    if ((!dated && !has_headline_) || node.end - i > 30) return;
    const std::string text = tree_.text_of(i);
    if (text.size() < 100 && find_date(text)) date_.offer(dated ? 60 : 70, text);
  }

  void read_headline(int32_t i) {
    has_headline_ = true;
    if (headline_.empty()) headline_ = tree_.text_of(i);
    title_.offer(60, headline_);
  }

  // ---- JSON-LD: the first object with a headline or a date, wherever it is nested

  void read_linked_data(int32_t i) {
    std::string json;
    for (int32_t inner = i + 1; inner < tree_.nodes()[static_cast<size_t>(i)].end; ++inner) {
      json += tree_.nodes()[static_cast<size_t>(inner)].text;
    }
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(json).get(root) == simdjson::SUCCESS) read_value(root, 0);
  }

  void read_value(simdjson::dom::element value, int depth) {
    if (depth > 6) return;
    simdjson::dom::array list;
    simdjson::dom::object object;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const simdjson::dom::element item : list) read_value(item, depth + 1);
    } else if (value.get(object) == simdjson::SUCCESS) {
      read_object(object);
      simdjson::dom::element graph;
      if (object["@graph"].get(graph) == simdjson::SUCCESS) read_value(graph, depth + 1);
    }
  }

  void read_object(const simdjson::dom::object& object) {
    std::string_view text;
    const bool article = object["headline"].get(text) == simdjson::SUCCESS;
    if (article) title_.offer(5, text);
    if (object["datePublished"].get(text) == simdjson::SUCCESS) date_.offer(article ? 0 : 5, text);
    if (article && object["inLanguage"].get(text) == simdjson::SUCCESS) language_.offer(3, text);
    simdjson::dom::object publisher;
    if (article && object["publisher"].get(publisher) == simdjson::SUCCESS &&
        publisher["name"].get(text) == simdjson::SUCCESS) {
      outlet_.offer(20, text);
    }
  }

  const HtmlTree& tree_;
  Choice title_, date_, outlet_, url_, language_;
  bool has_title_ = false;
  bool has_headline_ = false;
  std::string headline_;    // of the first h1
  std::string page_title_;  // of <title>, without the site's name
};

}  // namespace

GivenMetadata read_page_metadata(const HtmlTree& tree) { return MetadataReader(tree).read(); }

}  // namespace verbale
