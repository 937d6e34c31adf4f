#include "phrases/phrases_json.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/json_writer.h"
#include "knowledge/tsv.h"
#include "phrases/places_json.h"

namespace verbale {
namespace {

std::vector<PhraseCount> count_by(
    const PhraseLife& life,
    const std::function<std::vector<std::string>(const PhraseUse&)>& who_of) {
  std::map<std::string, PhraseCount> counts;
  std::map<std::string, std::set<int32_t>> documents;
  for (size_t i = 0; i < life.uses.size(); ++i) {
    if (life.uses[i].copy) continue;
    for (const std::string& who : who_of(life.uses[i])) {
      PhraseCount& count = counts.try_emplace(who, PhraseCount{who, 0, 0, i}).first->second;
      ++count.uses;
      documents[who].insert(life.uses[i].place.document);
    }
  }
  std::vector<PhraseCount> out;
  for (auto& [who, count] : counts) {
    count.documents = static_cast<int64_t>(documents[who].size());
    out.push_back(std::move(count));
  }
  std::ranges::stable_sort(
      out, [](const PhraseCount& a, const PhraseCount& b) { return a.first < b.first; });
  return out;
}

class LifeWriter {
 public:
  LifeWriter(std::span<const Document* const> documents, int pretty_depth)
      : documents_(documents), places_(documents), json_(pretty_depth) {}

  void write_all(std::span<const PhraseLife> lives) {
    json_.begin_array();
    for (const PhraseLife& life : lives) write(life, false);
    json_.end_array();
  }

  void write(const PhraseLife& life, bool every_use) {
    json_.begin_object().key("id").value(life.id).key("phrase").value(life.phrase);
    json_.key("kind").value(to_string(life.kind));
    write_strings("carrier", split_cell(life.carrier, ' '));
    json_.key("documents").value(life.documents);
    const int64_t copies = std::ranges::count_if(life.uses, &PhraseUse::copy);
    json_.key("uses")
        .value(static_cast<int64_t>(life.uses.size()) - copies)
        .key("copies")
        .value(copies);
    write_ends(life);
    write_counts("wordings", "text", counts_by_wording(life), life);
    write_counts("sides", "side", counts_by_side(life, documents_), life);
    write_counts("said_by", "state", counts_by_voice(life), life);
    write_counts("speakers", "id", counts_by_speaker(life), life);
    json_.key("taken_up").begin_array();
    for (const PhraseAdoption& adoption : life.adoptions) {
      json_.begin_object()
          .key("state")
          .value(adoption.state)
          .key("alone")
          .value(adoption.alone)
          .key("first");
      places_.write_dated(json_, life.uses[adoption.use].place);
      json_.end_object();
    }
    json_.end_array();
    write_orders(life);
    write_strings("within", life.within);
    write_used_by(life);
    if (every_use) write_uses(life);
    json_.end_object();
  }

  std::string take() { return json_.take(); }

 private:
  template <class Strings>
  void write_strings(std::string_view key, const Strings& strings) {
    json_.key(key).begin_array();
    for (const auto& string : strings) json_.value(std::string_view(string));
    json_.end_array();
  }

  void write_ends(const PhraseLife& life) {
    std::vector<const PhraseUse*> own;
    for (const PhraseUse& use : life.uses) {
      if (!use.copy) own.push_back(&use);
    }
    for (const std::string_view key : {"first", "last"}) {
      json_.key(key);
      if (own.empty())
        json_.null();
      else
        places_.write_dated(json_, (key == "first" ? own.front() : own.back())->place);
    }
  }

  void write_counts(std::string_view key, std::string_view name,
                    const std::vector<PhraseCount>& counts, const PhraseLife& life) {
    json_.key(key).begin_array();
    for (const PhraseCount& count : counts) {
      json_.begin_object().key(name);
      if (count.who.empty())
        json_.null();
      else
        json_.value(count.who);
      json_.key("documents").value(count.documents).key("uses").value(count.uses).key("first");
      places_.write_dated(json_, life.uses[count.first].place);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_orders(const PhraseLife& life) {
    json_.key("orders").begin_array();
    for (const PhraseOrder& order : life.orders) {
      json_.begin_object().key("document").value(places_.document(order.document).source.name);
      json_.key("named").value(order.named).key("elements").begin_array();
      for (const PhraseOrder::Element& element : order.elements) {
        json_.begin_object().key("element").value(element.element);
        places_.write_keys(json_, {order.document, element.span});
        json_.end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  // As in `names`: the places in each document.
  void write_used_by(const PhraseLife& life) {
    std::map<std::string_view, std::vector<DocumentPlace>> by_document;
    for (const PhraseUse& use : life.uses) {
      by_document[places_.document(use.place.document).source.name].push_back(use.place);
    }
    json_.key("used_by").begin_object();
    for (const auto& [document, uses] : by_document) {
      json_.key(document).begin_array();
      for (const DocumentPlace place : uses) places_.write(json_, place);
      json_.end_array();
    }
    json_.end_object();
  }

  void write_uses(const PhraseLife& life) {
    json_.key("life").begin_array();
    for (const PhraseUse& use : life.uses) {
      const Publication& publication = places_.document(use.place.document).publication;
      json_.begin_object().key("document").value(places_.document(use.place.document).source.name);
      write_or_null(json_, "date", publication.day().value);
      write_or_null(json_, "side", publication.side.value);
      write_or_null(json_, "outlet", publication.outlet.value);
      write_strings("speakers", use.speakers);
      write_strings("said_by", use.voices);
      json_.key("copy").value(use.copy);
      places_.write_keys(json_, use.place);
      json_.end_object();
    }
    json_.end_array();
  }

  std::span<const Document* const> documents_;
  PlaceWriter places_;
  JsonWriter json_;
};

}  // namespace

std::vector<PhraseCount> counts_by_side(const PhraseLife& life,
                                        std::span<const Document* const> documents) {
  return count_by(life, [&](const PhraseUse& use) {
    return std::vector{documents[static_cast<size_t>(use.place.document)]->publication.side.value};
  });
}
std::vector<PhraseCount> counts_by_speaker(const PhraseLife& life) {
  return count_by(life, [](const PhraseUse& use) { return use.speakers; });
}
std::vector<PhraseCount> counts_by_voice(const PhraseLife& life) {
  return count_by(life, [](const PhraseUse& use) { return use.voices; });
}
std::vector<PhraseCount> counts_by_wording(const PhraseLife& life) {
  return count_by(life, [&](const PhraseUse& use) {
    return std::vector{life.wordings[static_cast<size_t>(use.wording)]};
  });
}

std::string phrases_to_json(std::span<const PhraseLife> lives,
                            std::span<const Document* const> documents) {
  LifeWriter writer(documents, 2);
  writer.write_all(lives);
  return writer.take();
}

std::string phrase_to_json(const PhraseLife& life, std::span<const Document* const> documents) {
  LifeWriter writer(documents, 3);
  writer.write(life, true);
  return writer.take();
}

}  // namespace verbale
