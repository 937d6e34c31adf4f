// The fast tier: linear models over the mapped weights of models/en.fast.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "language/analysis.h"
#include "language/lemmatiser.h"
#include "language/model_file.h"
#include "language/parser.h"
#include "language/recogniser.h"
#include "language/repair.h"
#include "language/tagger.h"
#include "language/tagset.h"

namespace verbale {
namespace {

// The buffers of one document, so that no sentence allocates its own.
struct Workspace {
  std::vector<WordFeatures> words;
  std::vector<uint8_t> tags;
  std::vector<Node> nodes;
  std::vector<int32_t> node_tokens;  // of each node, the document token that heads it
  std::string lemma;
  std::vector<LabelScores> scores;
  std::vector<NameLabel> labels;
  NameDecoder decoder;
  SubjectJoiner joiner;
};

// A name that the packs do not know must be better than no name by this much a word, in steps of the
// weights: where names are scarce a false one costs more than a missed one (P 77, R 61 on UNER dev).
constexpr int32_t kLeastMargin = 2000;

class FastTier : public LanguageModel {
 public:
  static Result<std::unique_ptr<LanguageModel>> load(const std::string& path) {
    Result<ModelFile> file = ModelFile::open(path);
    if (!file) return std::unexpected(file.error());
    auto out = std::make_unique<FastTier>();
    out->file_ = std::move(*file);
    const std::optional<TagSet> tags = TagSet::parse(out->file_.section("tags"));
    const std::optional<Weights> tagger = Weights::read(out->file_.section("tagger"));
    const std::optional<Weights> parser = Weights::read(out->file_.section("parser"));
    const std::optional<Weights> names = Weights::read(out->file_.section("names"));
    const std::optional<Clusters> clusters = Clusters::read(out->file_.section("clusters"));
    std::optional<Lemmatiser> lemmatiser = Lemmatiser::parse(out->file_.section("lemmas"));
    if (!tags || !tagger || !parser || !names || !clusters || !lemmatiser || tagger->classes() > static_cast<int>(tags->size()) ||
        parser->classes() != kTransitions || names->classes() != kNameLabels || tags->find(Upos::PROPN, "NNP") < 0) {
      return fail(path, "a section is missing or malformed", "build it again with `make train`");
    }
    out->tags_ = *tags;
    out->tagger_ = *tagger;
    out->parser_ = *parser;
    out->set_names(*names);
    out->clusters_ = *clusters;
    out->lemmatiser_ = std::move(*lemmatiser);
    out->past_tag_ = tags->find(Upos::VERB, "VBD");
    out->name_tag_ = static_cast<uint8_t>(tags->find(Upos::PROPN, "NNP"));
    return out;
  }

  void tag(Document& document) const override {
    Workspace work;
    for (const Sentence& sentence : document.sentences) tag_sentence(document, sentence, work);
  }

  void parse(Document& document) const override {
    Workspace work;
    Parser parser(parser_);
    const std::vector<int32_t> name_at = index_names(document);
    for (const Sentence& sentence : document.sentences) {
      make_nodes(document, sentence, name_at, work);
      write_tree(document, parser.parse(work.nodes), work);
      work.joiner.mend(document, sentence);
    }
  }

  void recognise_names(Document& document) const override {
    Workspace work;
    for (const Sentence& sentence : document.sentences) recognise_sentence(document, sentence, work);
  }

 private:
  void set_names(const Weights& weights) {
    names_ = weights;
    FeatureList features;
    for (size_t p = 0; p < kNameLabels; ++p) {
      name_transition_features(static_cast<NameLabel>(p), features);
      transitions_[p].fill(0);
      names_.score(features, transitions_[p].data());
    }
  }

  // How much better the labels of [first, last) are than "outside", a word.
  static int32_t margin(const Workspace& work, size_t first, size_t last) {
    int32_t sum = 0;
    for (size_t i = first; i < last; ++i) {
      sum += work.scores[i][static_cast<size_t>(work.labels[i])] - work.scores[i][0];
    }
    return sum / static_cast<int32_t>(last - first);
  }

  void view_words(const Document& document, const Sentence& sentence, Workspace& work) const {
    work.words.clear();
    work.tags.clear();
    for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const Token& token = document.tokens[static_cast<size_t>(t)];
      work.words.push_back(make_word_features(document.form(t), token.lower, clusters_));
      work.tags.push_back(token.model_tag);
    }
  }

  void recognise_sentence(Document& document, const Sentence& sentence, Workspace& work) const {
    view_words(document, sentence, work);
    work.scores.resize(work.words.size());
    FeatureList features;
    for (size_t i = 0; i < work.words.size(); ++i) {
      name_features(work.words, work.tags, i, features);
      work.scores[i].fill(0);
      names_.score(features, work.scores[i].data());
    }
    work.decoder.decode(work.scores, transitions_, work.labels);
    for (size_t i = 0; i < work.labels.size();) {
      size_t end = i + 1;
      if (!opens_name(work.labels[i])) {
        i = end;
        continue;
      }
      while (end < work.labels.size() && work.labels[end] != NameLabel::O && !opens_name(work.labels[end])) ++end;
      Name name;
      name.tokens = {sentence.tokens.first + static_cast<int32_t>(i), sentence.tokens.first + static_cast<int32_t>(end)};
      name.core = name.tokens;
      name.made_by = "names.model";
      name.kind = kind_of(work.labels[i]);
      // "Allies", "National Security Advisors": groups of people, not names; those that are names are in the packs.
      const bool group = document.tokens[static_cast<size_t>(name.core.last) - 1].plural;
      if (!group && margin(work, i, end) >= kLeastMargin) document.names.push_back(name);
      i = end;
    }
  }

  void tag_sentence(Document& document, const Sentence& sentence, Workspace& work) const {
    view_words(document, sentence, work);
    tag_words(work.words, tagger_, work.tags);
    mend_tags(document, sentence, work);
    for (size_t i = 0; i < work.tags.size(); ++i) {
      Token& token = document.tokens[static_cast<size_t>(sentence.tokens.first) + i];
      const Tag& tag = tags_[work.tags[i]];
      token.upos = tag.upos;
      token.verb = tag.verb;
      token.plural = tag.plural;
      token.model_tag = work.tags[i];
      const std::string_view lemma = lemmatiser_.lemma(token.lower, tag.penn, work.lemma);
      token.lemma = lemma == token.lower ? token.lower : document.strings.intern(lemma);
    }
  }

  // "spoke by phone": of a wheel only behind an article or an adjective.
  void mend_tags(const Document& document, const Sentence& sentence, Workspace& work) const {
    if (past_tag_ < 0) return;
    for (size_t i = 1; i < work.tags.size(); ++i) {
      const Token& token = document.tokens[static_cast<size_t>(sentence.tokens.first) + i];
      if (token.lower != "spoke" || tags_[work.tags[i]].upos != Upos::NOUN) continue;
      const Upos before = tags_[work.tags[i - 1]].upos;
      if (before != Upos::DET && before != Upos::ADJ) work.tags[i] = static_cast<uint8_t>(past_tag_);
    }
  }

  // For each token the name it belongs to, or -1. Names that leave their sentence count for nothing.
  static std::vector<int32_t> index_names(const Document& document) {
    std::vector<int32_t> out(document.tokens.size(), -1);
    for (size_t n = 0; n < document.names.size(); ++n) {
      const TokenRange range = document.names[n].tokens;
      const int32_t last = std::min(range.last, static_cast<int32_t>(out.size()));
      for (int32_t t = std::max(range.first, 0); t < last; ++t) {
        out[static_cast<size_t>(t)] = static_cast<int32_t>(n);
      }
    }
    return out;
  }

  static void write_tree(Document& document, const ParserState& tree, const Workspace& work) {
    for (size_t i = 0; i < work.nodes.size(); ++i) {
      const int32_t node = static_cast<int32_t>(i);
      Token& token = document.tokens[static_cast<size_t>(work.node_tokens[i])];
      const int32_t head = tree.head(node);
      token.head = head == tree.root() ? -1 : work.node_tokens[static_cast<size_t>(head)];
      token.deprel = tree.relation(node);
    }
  }

  // A node for each token, and one for each name: its head is the last token of the core.
  void make_nodes(Document& document, const Sentence& sentence, const std::vector<int32_t>& name_at,
                  Workspace& work) const {
    work.nodes.clear();
    work.node_tokens.clear();
    for (int32_t t = sentence.tokens.first; t < sentence.tokens.last;) {
      const int32_t n = name_at[static_cast<size_t>(t)];
      if (n < 0) {
        add_node(document, t, false, work);
        ++t;
        continue;
      }
      int32_t end = t;
      while (end < sentence.tokens.last && name_at[static_cast<size_t>(end)] == n) ++end;
      const Name& name = document.names[static_cast<size_t>(n)];
      const int32_t head = std::clamp(name.core.last - 1, t, end - 1);
      for (int32_t inner = t; inner < end; ++inner) {
        Token& token = document.tokens[static_cast<size_t>(inner)];
        token.head = head;
        token.deprel = name.core.contains(inner) ? Deprel::flat : Deprel::compound;
      }
      document.tokens[static_cast<size_t>(head)].upos = Upos::PROPN;
      add_node(document, head, true, work);
      t = end;
    }
  }

  void add_node(const Document& document, int32_t t, bool name, Workspace& work) const {
    const Token& token = document.tokens[static_cast<size_t>(t)];
    const uint64_t word = hash_bytes(token.lower);
    work.nodes.push_back(make_node(word, clusters_.find(word), name ? name_tag_ : token.model_tag));
    work.node_tokens.push_back(t);
  }

  ModelFile file_;
  TagSet tags_;
  Weights tagger_;
  Weights parser_;
  Weights names_;
  Clusters clusters_;
  std::array<LabelScores, kNameLabels> transitions_{};  // [previous][label]
  Lemmatiser lemmatiser_;
  uint8_t name_tag_ = 0;
  int past_tag_ = -1;  // of a verb in the past, -1 if the tagger has none
};

}  // namespace

Result<std::unique_ptr<LanguageModel>> load_language_model(const std::string& home) {
  return FastTier::load(home + "/models/en.fast");
}

}  // namespace verbale
