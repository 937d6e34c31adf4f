#include "accounts/json.h"

#include <algorithm>

#include "accounts/pages.h"
#include "accounts/undertakings.h"
#include "base/json_writer.h"
#include "record/ids.h"
#include "record/json.h"
#include "record/values.h"

namespace verbale {
namespace {

class ComparisonWriter {
 public:
  ComparisonWriter(const Comparison& comparison, const PointFilter& filter)
      : comparison_(comparison),
        chosen_(chosen_points(comparison, filter)),
        undertakings_(shared_undertakings(comparison)),
        json_(3) {
    for (const Document* document : comparison.accounts) {
      indices_.emplace_back(document->text);
      ids_.push_back(make_ids(*document, indices_.back()));
    }
  }

  std::string write(std::string_view meeting) {
    json_.begin_object().key("meeting").value(meeting);
    json_.key("accounts").begin_array();
    for (const Document* document : comparison_.accounts) json_.value(document->source.name);
    json_.end_array().key("points").begin_array();
    for (const int32_t p : chosen_) write_point(comparison_.points[static_cast<size_t>(p)]);
    json_.end_array();
    write_undertakings();
    write_scope();
    write_copies();
    write_counts();
    json_.end_object();
    return json_.take();
  }

 private:
  size_t at(int32_t account) const { return static_cast<size_t>(account); }
  const Document& document(int32_t account) const { return *comparison_.accounts[at(account)]; }
  void write_words(int32_t account, Span span) {
    write_string(json_, document(account), indices_[at(account)], span);
  }

  void text_or_null(std::string_view text) {
    if (text.empty())
      json_.null();
    else
      json_.value(text);
  }

  void write_point(const Point& point) {
    json_.begin_object().key("point").value(point.label).key("topic").value(point.topic);
    json_.key("in").begin_object();
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
      const int32_t account = static_cast<int32_t>(a);
      json_.key(comparison_.accounts[a]->source.name).begin_array();
      if (const PointPart* part = point.part_of(account)) {
        for (const Span span : part->spans) write_words(account, span);
      }
      json_.end_array();
    }
    json_.end_object().key("wording");
    text_or_null(point.shared() ? wording_of(comparison_, point) : std::string());
    json_.key("id").value(point.id);
    json_.key("undertaking");
    text_or_null(point.undertaking ? to_string(point.undertaken) : std::string_view());
    write_entries(point);
    json_.key("differences").begin_array();
    for (const Difference& difference : point.differences) write_difference(difference);
    json_.end_array().key("absent").begin_array();
    for (const Absence& absence : point.absences) write_absence(absence);
    json_.end_array().end_object();
  }

  // The entries of the record that the point is made from, by document.
  void write_entries(const Point& point) {
    json_.key("entries").begin_object();
    for (const PointPart& part : point.parts) {
      json_.key(document(part.account).source.name).begin_object();
      json_.key("speakers").begin_array();
      for (const std::string& speaker : part.speakers) json_.value(speaker);
      json_.end_array();
      const auto write = [&](const char* key, Layer layer, const std::vector<int32_t>& entries) {
        json_.key(key).begin_array();
        const std::vector<ClaimId>& ids = ids_[at(part.account)].of(layer);
        for (const int32_t entry : entries) json_.value(ids[static_cast<size_t>(entry)].id);
        json_.end_array();
      };
      write("statements", Layer::Statement, part.statements);
      write("commitments", Layer::Commitment, part.commitments);
      json_.end_object();
    }
    json_.end_object();
  }

  // All of them, whatever points are shown: each once, with the accounts that tell it.
  void write_undertakings() {
    json_.key("undertakings").begin_array();
    for (const SharedUndertaking& undertaking : undertakings_) write_undertaking(undertaking);
    json_.end_array();
  }

  void write_undertaking(const SharedUndertaking& undertaking) {
    const ToldCommitment& told = undertaking.told.front();
    const Commitment& commitment = document(told.account).commitments[at(told.commitment)];
    json_.begin_object().key("kind").value(to_string(undertaking.kind));
    json_.key("point").value(comparison_.points[at(undertaking.point)].id);
    write_parties("by", told.account, commitment.by);
    write_parties("of", told.account, commitment.of);
    json_.key("document").value(document(told.account).source.name).key("text");
    write_words(told.account, commitment.text);
    json_.key("told").begin_array();
    for (const ToldCommitment& each : undertaking.told) {
      json_.begin_object().key("document").value(document(each.account).source.name);
      json_.key("entry")
          .value(ids_[at(each.account)].of(Layer::Commitment)[at(each.commitment)].id)
          .end_object();
    }
    json_.end_array().end_object();
  }

  void write_parties(const char* key, int32_t account, const std::vector<int32_t>& actors) {
    json_.key(key).begin_array();
    for (const int32_t actor : actors) json_.value(document(account).actors[at(actor)].id);
    json_.end_array();
  }

  void write_difference(const Difference& difference) {
    json_.begin_object().key("kind").value(to_string(difference.kind));
    json_.key("versions").begin_array();
    for (const Version& version : difference.versions) {
      json_.begin_object().key("document").value(document(version.account).source.name);
      json_.key("value");
      text_or_null(version.value);
      json_.key("words").begin_array();
      for (const Span span : version.words) write_words(version.account, span);
      json_.end_array().end_object();
    }
    json_.end_array().end_object();
  }

  void write_absence(const Absence& absence) {
    json_.begin_object().key("document").value(document(absence.account).source.name);
    json_.key("looked").value(absence.looked).key("nearest").begin_array();
    for (const NearPassage& near : absence.nearest) {
      json_.begin_object().key("text");
      write_words(absence.account, near.span);
      json_.key("score").value(near.score).key("reason").value(to_string(near.reason));
      json_.key("point");
      text_or_null(near.point < 0 ? std::string()
                                  : comparison_.points[static_cast<size_t>(near.point)].id);
      json_.key("shared").begin_array();
      for (const std::string& word : near.shared) json_.value(word);
      json_.end_array().end_object();
    }
    json_.end_array().end_object();
  }

  // Where points were looked for: what the silence of each account is worth.
  void write_scope() {
    json_.key("scope").begin_array();
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
      const Document& account = *comparison_.accounts[a];
      const Publication& publication = account.publication;
      json_.begin_object().key("document").value(account.source.name);
      json_.key("side");
      text_or_null(publication.side.value);
      json_.key("outlet");
      text_or_null(publication.outlet.value);
      json_.key("published");
      text_or_null(publication.published.value);
      json_.key("report_kind");
      text_or_null(publication.report_kind ? to_string(*publication.report_kind)
                                           : std::string_view());
      json_.key("language").value(publication.language);
      json_.key("read").value(static_cast<bool>(comparison_.readable[a]));
      json_.key("silence").value(silence_of(comparison_, a));
      json_.key("prints");
      const int32_t witness = comparison_.witness[a];
      text_or_null(witness == static_cast<int32_t>(a) ? std::string()
                                                      : document(witness).source.name);
      if (!comparison_.outside[a].empty()) {
        json_.key("outside").begin_array();
        for (const Span span : comparison_.outside[a]) write_words(static_cast<int32_t>(a), span);
        json_.end_array();
      }
      json_.key("sentences").value(static_cast<int64_t>(account.sentences.size()));
      json_.end_object();
    }
    json_.end_array();
  }

  // Documents that print an account again: named, and no accounts.
  void write_copies() {
    json_.key("copies").begin_array();
    for (const AccountCopy& copy : comparison_.copies) {
      const CodePointIndex index(copy.document->text);
      json_.begin_object().key("document").value(copy.document->source.name);
      json_.key("prints").value(document(copy.of).source.name);
      json_.key("covered").value(copy.covered).key("own").begin_array();
      for (const Span span : copy.own) write_string(json_, *copy.document, index, span);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_counts() {
    int64_t shared = 0;
    int64_t perhaps = 0;
    std::vector<int64_t> alone(comparison_.accounts.size(), 0);
    for (const Point& point : comparison_.points) {
      shared += point.shared() ? 1 : 0;
      if (point.alone()) ++alone[at(point.parts.front().account)];
      perhaps += point.perhaps() ? 1 : 0;
    }
    json_.key("counts").begin_object();
    json_.key("points").value(static_cast<int64_t>(comparison_.points.size()));
    json_.key("shared").value(shared);
    json_.key("undertakings").value(static_cast<int64_t>(undertakings_.size()));
    json_.key("perhaps_shared").value(perhaps);
    json_.key("only").begin_object();  // empty where no second account was read
    const bool several = read_witnesses(comparison_) > 1;
    for (size_t a = 0; a < alone.size() && several; ++a) {
      if (!comparison_.readable[a]) continue;
      json_.key(comparison_.accounts[a]->source.name).value(alone[a]);
    }
    json_.end_object().end_object();
  }

  const Comparison& comparison_;
  const std::vector<int32_t> chosen_;
  const std::vector<SharedUndertaking> undertakings_;
  JsonWriter json_;
  std::vector<CodePointIndex> indices_;
  std::vector<RecordIds> ids_;
};

}  // namespace

std::string comparison_to_json(const Comparison& comparison, std::string_view meeting,
                               const PointFilter& filter) {
  return ComparisonWriter(comparison, filter).write(meeting);
}

}  // namespace verbale
