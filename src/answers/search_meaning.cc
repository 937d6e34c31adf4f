#include "answers/search_meaning.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/words.h"
#include "store/search_facts.h"
#include "store/search_words.h"

namespace verbale {
namespace {

bool is_actor(FactField field) {
  return field == FactField::Speaker || field == FactField::To || field == FactField::By || field == FactField::Of;
}
bool is_state(FactField field) { return field == FactField::State || field == FactField::Side; }

class NameReader {
 public:
  NameReader(const SearchNode& node, const Knowledge& knowledge) : knowledge_(knowledge), words_(split_words(node.text)) {
    std::erase_if(words_, [](const std::string& word) { return word.size() == 1 && !is_letter_or_figure(word.front()); });
    if (words_.size() > 1 && words_.front() == "the") words_.erase(words_.begin());
    phrase_ = ' ';
    for (const std::string& word : words_) phrase_ += word + ' ';
    if (node.prefix) phrase_.pop_back();
  }

  std::vector<std::string> values(FactField field, bool prefix) {
    if (words_.empty()) return {};
    if (field == FactField::Act) find_acts();
    if (field == FactField::Framework) find_frameworks();
    if (!prefix) find_entities(field);
    std::ranges::sort(values_);
    const auto same = std::ranges::unique(values_);
    values_.erase(same.begin(), same.end());
    return std::move(values_);
  }

 private:
  static bool is_letter_or_figure(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  }

  bool stands_in(std::string_view name) const {
    std::string all = " ";
    for (const std::string& word : split_words(name)) all += word + ' ';
    return all.find(phrase_) != std::string::npos;
  }

  // The page's plain verbs for the acts.
  void find_acts() {
    constexpr std::pair<std::string_view, std::string_view> kVerbs[] = {{"says", "assertive"}, {"asks", "directive"},
        {"commits", "commissive"}, {"feels", "expressive"}, {"declares", "declarative"}};
    for (const auto& [verb, act] : kVerbs) {
      if (words_.front() == verb) values_.emplace_back(act);
    }
  }

  // The words in a row within any of a framework's names.
  void find_frameworks() {
    const FrameworkNames& names = knowledge_.framework_names;
    for (const FrameworkVariant& variant : names.variants()) {
      if (stands_in(variant.written)) values_.push_back(names.frameworks()[static_cast<size_t>(variant.framework)].name);
    }
    for (const KnownFramework& framework : names.frameworks()) {
      if (stands_in(framework.name)) values_.push_back(framework.name);
    }
  }

  // Whole names of states, persons, organisations, places.
  void find_entities(FactField field) {
    const World& world = knowledge_.world;
    const std::vector<std::string_view> views(words_.begin(), words_.end());
    const PhraseTable::Match match = world.names().longest(views);
    if (static_cast<size_t>(match.length) != views.size()) return;
    for (const int32_t value : match.values) {
      const Entity& entity = world.entities()[static_cast<size_t>(value)];
      const size_t index = static_cast<size_t>(entity.index);
      const bool state = entity.kind == EntityKind::State || (entity.kind == EntityKind::Demonym && is_state(field));
      if (state && (is_state(field) || is_actor(field))) values_.push_back(world.states()[index].id);
      if (entity.kind == EntityKind::Person && is_actor(field)) values_.push_back(world.persons()[index].id);
      if (entity.kind == EntityKind::Organisation && is_actor(field)) values_.push_back(world.organisations()[index].id);
      if (entity.kind == EntityKind::Place && field == FactField::Place) add_place(world.places()[index]);
    }
  }

  void add_place(const Place& place) {
    values_.push_back(place.name);
    values_.insert(values_.end(), place.names.begin(), place.names.end());
  }

  const Knowledge& knowledge_;
  std::vector<std::string> words_;
  std::string phrase_;  // the words with blanks round them; the last one open where it is the beginning of a word
  std::vector<std::string> values_;
};

}  // namespace

bool asks_by_name(const SearchNode& query) {
  return query.kind == SearchNode::Kind::Field ? fact_field(query.field).has_value()
                                               : std::ranges::any_of(query.children, asks_by_name);
}

void add_names(SearchNode& query, const Knowledge& knowledge) {
  for (SearchNode& child : query.children) add_names(child, knowledge);
  if (query.kind != SearchNode::Kind::Field) return;
  const std::optional<FactField> field = fact_field(query.field);
  if (field) query.values = NameReader(query, knowledge).values(*field, query.prefix);
}

void add_forms(SearchNode& query, const WordForms& forms) {
  for (SearchNode& child : query.children) add_forms(child, forms);
  if (query.kind != SearchNode::Kind::Words || !query.bare) return;
  for (const SearchWord& word : search_words(query.text)) {
    std::vector<std::string> others = forms.others(word.folded);
    if (!others.empty()) query.forms[word.folded] = std::move(others);
  }
}

}  // namespace verbale
