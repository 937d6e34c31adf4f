// How well news stories come together by their words alone: what joining meetings must not rest on, measured.
//
//   story_clusters THRESHOLD DAYS FILE...
//
// Rows of the files (JSON Lines) are stories; `outlet` names the story that a text belongs to (scripts/story_clusters.py
// makes them so). Average linkage over TF-IDF of lemmas, pairs of lemmas and names; texts more than DAYS apart do not
// come together (0: dates do not count). Prints B-cubed precision, recall and F1, the F1 of pairs and the adjusted Rand index.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/pipeline.h"
#include "source/loader.h"
#include "base/days.h"

namespace verbale {
namespace {

struct Story {
  std::string label;
  int32_t day = kNoDay;
  std::vector<std::pair<int32_t, float>> terms;  // sorted, of unit length
};

bool is_content(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::VERB || token.upos == Upos::ADJ ||
         token.upos == Upos::NUM;
}

class Stories {
 public:
  void add(const Document& document) {
    Story& story = stories_.emplace_back();
    story.label = document.source.given.outlet;
    story.day = day_number(document.source.given.date);
    std::map<int32_t, int> counts;
    std::string_view before;
    for (const Token& token : document.tokens) {
      if (!is_content(token)) continue;
      const std::string_view lemma = token.lemma.empty() ? token.lower : token.lemma;
      ++counts[term(std::string(lemma))];
      if (!before.empty()) ++counts[term(fmt::format("{} {}", before, lemma))];
      before = lemma;
    }
    for (const Name& name : document.names) ++counts[term("= " + std::string(document.str(document.span_of(name.core))))];
    for (const auto& [number, count] : counts) {
      story.terms.emplace_back(number, 1.0F + std::log(static_cast<float>(count)));
      ++frequency_[static_cast<size_t>(number)];
    }
  }

  void weigh() {
    const float all = static_cast<float>(stories_.size());
    for (Story& story : stories_) {
      float length = 0;
      for (auto& [number, weight] : story.terms) {
        weight *= std::log((1 + all) / (1 + static_cast<float>(frequency_[static_cast<size_t>(number)]))) + 1;
        length += weight * weight;
      }
      for (auto& [number, weight] : story.terms) weight /= std::sqrt(length);
    }
  }

  const std::vector<Story>& all() const { return stories_; }

 private:
  int32_t term(std::string text) {
    const auto [at, added] = numbers_.try_emplace(std::move(text), static_cast<int32_t>(frequency_.size()));
    if (added) frequency_.push_back(0);
    return at->second;
  }

  std::vector<Story> stories_;
  std::unordered_map<std::string, int32_t> numbers_;
  std::vector<int32_t> frequency_;
};

float cosine(const Story& a, const Story& b) {
  float sum = 0;
  for (size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    if (a.terms[i].first == b.terms[j].first) sum += a.terms[i++].second * b.terms[j++].second;
    else if (a.terms[i].first < b.terms[j].first) ++i;
    else ++j;
  }
  return sum;
}

// Merges the two nearest clusters while they are at least that near; nearness is the mean over all pairs.
std::vector<int> average_link(const std::vector<Story>& stories, float threshold, int32_t days) {
  const size_t count = stories.size();
  std::vector<std::vector<float>> near(count, std::vector<float>(count, 0));
  for (size_t i = 0; i < count; ++i) {
    for (size_t j = 0; j < i; ++j) {
      const bool apart = days > 0 && std::abs(stories[i].day - stories[j].day) > days;
      near[i][j] = near[j][i] = apart ? -1.0F : cosine(stories[i], stories[j]);
    }
  }
  std::vector<int> cluster(count);
  std::vector<float> size(count, 1);
  std::vector<bool> alive(count, true);
  for (size_t i = 0; i < count; ++i) cluster[i] = static_cast<int>(i);
  std::vector<size_t> best(count, 0);
  const auto find_best = [&](size_t i) {
    best[i] = i;
    for (size_t j = 0; j < count; ++j) {
      if (j != i && alive[j] && (best[i] == i || near[i][j] > near[i][best[i]])) best[i] = j;
    }
  };
  for (size_t i = 0; i < count; ++i) find_best(i);
  for (;;) {
    size_t a = count;
    for (size_t i = 0; i < count; ++i) {
      if (alive[i] && best[i] != i && (a == count || near[i][best[i]] > near[a][best[a]])) a = i;
    }
    if (a == count || near[a][best[a]] < threshold) return cluster;
    const size_t b = best[a];
    for (size_t j = 0; j < count; ++j) {
      near[a][j] = near[j][a] = (near[a][j] * size[a] + near[b][j] * size[b]) / (size[a] + size[b]);
    }
    size[a] += size[b];
    alive[b] = false;
    for (int& of : cluster) of = of == static_cast<int>(b) ? static_cast<int>(a) : of;
    for (size_t i = 0; i < count; ++i) {
      if (alive[i] && (i == a || best[i] == a || best[i] == b)) find_best(i);
      else if (alive[i] && i != a && near[i][a] > near[i][best[i]]) best[i] = a;
    }
  }
}

double pairs(double n) { return n * (n - 1) / 2; }

void print_scores(const std::vector<Story>& stories, const std::vector<int>& cluster) {
  std::map<std::string, double> gold;
  std::map<int, double> found;
  std::map<std::pair<std::string, int>, double> both;
  for (size_t i = 0; i < stories.size(); ++i) {
    ++gold[stories[i].label];
    ++found[cluster[i]];
    ++both[{stories[i].label, cluster[i]}];
  }
  const double all = static_cast<double>(stories.size());
  double precision = 0;
  double recall = 0;
  double pairs_both = 0;
  double pairs_gold = 0;
  double pairs_found = 0;
  for (const auto& [key, n] : both) {
    precision += n * n / found[key.second] / all;
    recall += n * n / gold[key.first] / all;
    pairs_both += pairs(n);
  }
  for (const auto& [label, n] : gold) pairs_gold += pairs(n);
  for (const auto& [number, n] : found) pairs_found += pairs(n);
  const double by_chance = pairs_gold * pairs_found / pairs(all);
  fmt::print("{} stories in {} clusters, {} found: B3 P {:.3f} R {:.3f} F1 {:.3f}, pair F1 {:.3f}, ARI {:.3f}\n", stories.size(),
             gold.size(), found.size(), precision, recall, 2 * precision * recall / (precision + recall),
             2 * pairs_both / (pairs_gold + pairs_found),
             (pairs_both - by_chance) / ((pairs_gold + pairs_found) / 2 - by_chance));
}

int run(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "story_clusters THRESHOLD DAYS FILE...\n");
    return 2;
  }
  const Result<Reader> reader = load_reader();
  if (!reader) return 1;
  Stories stories;
  DocumentSink sink;
  sink.refused = [](Error&&) {};
  sink.document = [&](Document&& document) {
    read_document(document, *reader, "names");
    stories.add(document);
  };
  for (int i = 3; i < argc; ++i) {
    if (!for_each_document(argv[i], sink)) return 1;
  }
  stories.weigh();
  print_scores(stories.all(), average_link(stories.all(), std::strtof(argv[1], nullptr), std::atoi(argv[2])));
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) { return verbale::run(argc, argv); }
