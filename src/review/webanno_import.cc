#include "review/webanno_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/json_value.h"
#include "base/utf8.h"
#include "decisions/reading_mark.h"
#include "record/decision_json.h"
#include "review/webanno_reader.h"
#include "review/wishes.h"
#include "store/decision_rows.h"
#include "store/guarded.h"

namespace verbale {
namespace {

// From UTF-16 code units to code points: where a character beyond U+FFFF stands, two units are one.
class CodePointsOfUtf16 {
 public:
  explicit CodePointsOfUtf16(std::string_view text) {
    uint32_t unit = 0;
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode_utf8(text, at);
      at += c.length;
      unit += c.value > 0xffff ? 2 : 1;
      if (c.value > 0xffff) wide_ends_.push_back(unit);
    }
    units_ = unit;
  }
  uint32_t at(uint32_t unit) const {
    const auto before = std::ranges::upper_bound(wide_ends_, unit);
    return std::min(unit, units_) - static_cast<uint32_t>(before - wide_ends_.begin());
  }

 private:
  std::vector<uint32_t> wide_ends_;
  uint32_t units_ = 0;
};

// A claim as the file has it: its annotations together.
struct AnnotatedClaim {
  std::vector<CodeRange> spans;
  std::string kind;
  std::string layer;
  std::string who;
  size_t line = 0;
};

// The same of an entry of the record.
struct StoredClaim {
  Layer layer = Layer::Statement;
  Correction fields;
  std::string statement;  // id of what an undertaking follows from
};

class WebAnnoImporter {
 public:
  WebAnnoImporter(const Record& record, const Knowledge& knowledge, const std::string& path,
                  const ImportAs& as)
      : record_(record), knowledge_(knowledge), path_(path), as_(as) {}

  Result<ImportedDecisions> run(std::string_view bytes) {
    Result<TsvFile> file = read_webanno_tsv(bytes, path_);
    if (!file) return std::unexpected(file.error());
    if (Result<void> found = find_document(); !found) return std::unexpected(found.error());
    const CodePointsOfUtf16 places(text_);
    if (Result<void> same = check_tokens(*file, places); !same)
      return std::unexpected(same.error());
    if (Result<void> loaded = load_claims(); !loaded) return std::unexpected(loaded.error());
    if (Result<void> whole = check_whole(*file, places); !whole)
      return std::unexpected(whole.error());
    std::map<std::string, AnnotatedClaim> annotated;
    std::vector<AnnotatedClaim> fresh;
    for (const TsvAnnotation& annotation : file->annotations) {
      const CodeRange span{places.at(annotation.start), places.at(annotation.end)};
      const size_t at = std::min(annotation.claim.find('@'), annotation.claim.size());
      const std::string id = annotation.claim.substr(0, at);
      if (!id.empty()) marks_.insert(annotation.claim.substr(std::min(at + 1, annotation.claim.size())));
      AnnotatedClaim* claim = id.empty() ? &fresh.emplace_back() : &annotated[id];
      if (claim->spans.empty())
        *claim = {{}, annotation.kind, annotation.layer, annotation.who, annotation.line};
      claim->spans.push_back(span);
    }
    compare(annotated, fresh);
    for (const AnnotatedClaim& claim : fresh) add(claim);
    return std::move(imported_);
  }

 private:
  void refuse(size_t line, const std::string& what, const std::string& remedy) {
    imported_.refused.push_back({path_, fmt::format("line {}: {}", line, what), remedy});
  }

  Result<void> find_document() {
    document_ = as_.document.empty() ? std::filesystem::path(path_).stem().string() : as_.document;
    Result<Document> document = record_.load_document(document_);
    if (!document) return std::unexpected(document.error());
    if (document->source.sha256.empty()) {
      return fail(path_, fmt::format("there is no document `{}` in the record", document_),
                  "name it with --document NAME");
    }
    text_ = std::move(document->text);
    return {};
  }

  Result<void> check_tokens(const TsvFile& file, const CodePointsOfUtf16& places) const {
    const CodePointIndex index(text_);
    for (const TsvToken& token : file.tokens) {
      const uint32_t begin = index.to_bytes(places.at(token.start));
      const uint32_t end = index.to_bytes(places.at(token.end));
      if (end > begin && text_.compare(begin, end - begin, token.text) == 0) continue;
      return fail(path_,
                  fmt::format("line {}: `{}` is not at {}-{} of `{}`", token.line, token.text,
                              token.start, token.end, document_),
                  "the file is of another text: name its document with --document NAME");
    }
    return {};
  }

  // A label that is gone is a rejection only where the file still has the words: a file that was cut
  // off says nothing of the rest.
  Result<void> check_whole(const TsvFile& file, const CodePointsOfUtf16& places) const {
    std::vector<bool> held(CodePointIndex(text_).code_points());
    for (const TsvToken& token : file.tokens) {
      std::fill(held.begin() + places.at(token.start), held.begin() + places.at(token.end), true);
    }
    size_t lost = 0;
    for (const auto& [id, claim] : claims_) {
      lost += std::ranges::any_of(*claim.fields.content, [&](const CodeRange& range) {
        return !range.empty() && range.end <= held.size() &&
               (!held[range.start] || !held[range.end - 1]);
      });
    }
    if (lost == 0) return {};
    return fail(path_,
                fmt::format("is not whole: the words of {} entries of `{}` are not in it", lost,
                            document_),
                "export the document again and annotate that file; nothing was taken from this one");
  }

  Result<void> load_claims() {
    return guarded<void>([&] {
      Query query = record_.database().query(
          "SELECT e.id, e.layer, e.body, e.key FROM entries e JOIN texts t ON t.row = e.text WHERE "
          "t.id = ? ORDER BY e.layer, e.ordinal");
      const std::string text = text_id(text_);
      if (const std::shared_ptr<ReviewedText> review = load_review(record_.database(), text))
        decisions_ = review->decisions;
      query.bind(1, text);
      while (query.step()) {
        const Layer layer = static_cast<Layer>(query.number(1));
        const JsonValue body = JsonValue::parse(query.text(2)).value_or(JsonValue());
        if (layer == Layer::Actor) {
          names_.emplace(query.text(3), body.at("name").text);
        } else {
          claims_.emplace(query.text(0), StoredClaim{layer, correction_from_body(layer, body),
                                                     body.at("statement_id").text});
        }
      }
    });
  }

  // As exports/ names those concerned.
  std::string who_of(const StoredClaim& claim) const {
    const std::optional<std::vector<std::string>>& ids =
        claim.layer == Layer::Statement ? claim.fields.speaker : claim.fields.by;
    std::string who;
    for (const std::string& id : ids.value_or(std::vector<std::string>())) {
      const std::map<std::string, std::string>::const_iterator name = names_.find(id);
      who += (who.empty() ? "" : "; ") + (name == names_.end() ? id : name->second);
    }
    return who;
  }

  Result<std::vector<std::string>> ids_of(std::string_view who, size_t line) {
    std::vector<std::string> ids;
    while (!who.empty()) {
      const size_t end = std::min(who.find(';'), who.size());
      std::string_view name = who.substr(0, end);
      who.remove_prefix(std::min(end + 1, who.size()));
      while (name.starts_with(' ')) name.remove_prefix(1);
      const std::string folded = fold(name);
      const auto known = std::ranges::find_if(
          names_, [&](const auto& one) { return one.first == name || fold(one.second) == folded; });
      if (!name.empty()) ids.push_back(known == names_.end() ? std::string(name) : known->first);
    }
    if (ids.empty())
      return fail(path_, fmt::format("line {}: nobody is named", line),
                  "write a name or id of the record");
    return ids;
  }

  void compare(const std::map<std::string, AnnotatedClaim>& annotated,
               const std::vector<AnnotatedClaim>& fresh) {
    std::vector<std::string> gone;
    for (const auto& [id, claim] : claims_) {
      const std::map<std::string, AnnotatedClaim>::const_iterator found = annotated.find(id);
      if (found != annotated.end()) {
        compare_claim(id, claim, found->second);
      } else if (!is_any_of(fresh, claim) && !came_later(id, claim)) {
        gone.push_back(id);
      }
    }
    reject(gone);
    for (const auto& [id, claim] : annotated) {
      if (claim.layer == "actor" || claims_.contains(id) || was_decided(id)) continue;
      refuse(claim.line, fmt::format("the record has no claim {} in this text", id),
             "leave the claim empty for a new one, and give its layer");
    }
  }

  // Not in the file since a person made it, or what it follows from, after the file was written.
  bool came_later(const std::string& id, const StoredClaim& claim) const {
    if (is_made_by_person(decisions_, id)) return true;
    return claim.layer == Layer::Commitment &&
           std::ranges::any_of(decisions_, [&](const Decision& decision) {
             return decision.stands() && decision.claim.id == claim.statement;
           });
  }

  // Labels that are gone are rejections where the file is of the reading that the record holds. Of
  // another, older or newer, nobody knows whether they were ever in it.
  void reject(const std::vector<std::string>& gone) {
    std::set<std::string> entries;
    for (const auto& [id, claim] : claims_) {
      if (claim.layer != Layer::Commitment) entries.insert(id);
    }
    const std::string mark = reading_mark(std::move(entries), decisions_);
    if (marks_.size() == 1 && *marks_.begin() == mark) {
      for (const std::string& id : gone) decide(id, "reject", {}, 0);
    } else if (!gone.empty()) {
      imported_.refused.push_back(
          {path_,
           fmt::format("{} entries of `{}` are not in the file, which is of another reading of it: "
                       "they were left as they are",
                       gone.size(), document_),
           "export the document again, and take their labels away there"});
    }
  }

  // A label that an earlier import of the file has made a claim of.
  static bool is_any_of(const std::vector<AnnotatedClaim>& fresh, const StoredClaim& claim) {
    return std::ranges::any_of(fresh, [&](const AnnotatedClaim& one) {
      return one.layer == layer_name(claim.layer) && one.spans == claim.fields.content;
    });
  }

  // A claim that was rejected since the file was written.
  bool was_decided(const std::string& id) const {
    const Result<bool> known = guarded<bool>([&] {
      DecisionFilter about;
      about.entry = id;
      return !load_decisions(record_.database(), about).empty();
    });
    return known && *known;
  }

  void compare_claim(const std::string& id, const StoredClaim& claim,
                     const AnnotatedClaim& annotated) {
    Correction change;
    if (annotated.spans != claim.fields.content) change.content = annotated.spans;
    if (!add_labels(change, claim.layer, annotated, claim)) return;
    if (change != Correction()) decide(id, "correct", change, annotated.line);
  }

  bool add_labels(Correction& change, Layer layer, const AnnotatedClaim& annotated,
                  const StoredClaim& claim) {
    std::optional<std::string> Correction::*kind =
        layer == Layer::Statement ? &Correction::act : &Correction::kind;
    if (layer != Layer::Topic && !annotated.kind.empty() && claim.fields.*kind != annotated.kind)
      change.*kind = annotated.kind;
    const bool named = layer != Layer::Framework && layer != Layer::Quantity;
    if (!named || annotated.who.empty() || annotated.who == who_of(claim)) return true;
    Result<std::vector<std::string>> ids = ids_of(annotated.who, annotated.line);
    if (!ids) {
      imported_.refused.push_back(ids.error());
      return false;
    }
    (layer == Layer::Statement ? change.speaker : change.by) = std::move(*ids);
    return true;
  }

  // A label that no claim had.
  void add(const AnnotatedClaim& annotated) {
    const std::optional<Layer> layer = layer_from(annotated.layer);
    if (!layer || *layer == Layer::Actor) {
      refuse(annotated.line, "the new label has no layer",
             "write statement, topic, commitment, meeting, instrument, framework or quantity");
      return;
    }
    const StoredClaim none{*layer, {}, {}};
    for (const auto& [id, claim] : claims_) {
      if (claim.layer == *layer && claim.fields.content == annotated.spans) return;
    }
    DecisionWish wish = wish_for("correct");
    if (!add_labels(wish.change, *layer, annotated, none)) return;
    wish.document = document_;
    wish.layer = layer;
    wish.place = {annotated.spans.front().start, annotated.spans.back().end};
    wish.change.content = annotated.spans;
    make(wish, annotated.line);
  }

  DecisionWish wish_for(const char* action) const {
    DecisionWish wish;
    wish.reviewer = as_.reviewer;
    wish.at = as_.at;
    wish.action = action;
    return wish;
  }

  void decide(const std::string& id, const char* action, const Correction& change, size_t line) {
    DecisionWish wish = wish_for(action);
    wish.entry = id;
    wish.change = change;
    make(wish, line);
  }

  void make(const DecisionWish& wish, size_t line) {
    Result<Decision> decision = make_decision(record_, knowledge_, wish);
    if (!decision) {
      refuse(line, fmt::format("{} {}", decision.error().file, decision.error().what),
             decision.error().remedy);
    } else if (already_said(*decision)) {
      ++imported_.known;
    } else {
      imported_.decisions.push_back(std::move(*decision));
    }
  }

  // By the same reviewer, and another has overruled it.
  bool already_said(const Decision& decision) const {
    const Result<bool> said = guarded<bool>([&] {
      DecisionFilter about;
      about.entry = decision.claim.id;
      about.reviewer = decision.reviewer;
      const std::vector<Decision> earlier = load_decisions(record_.database(), about);
      return std::ranges::any_of(earlier, [&](const Decision& one) {
        return one.stands() && one.verdict == decision.verdict && one.change == decision.change;
      });
    });
    return said && *said;
  }

  const Record& record_;
  const Knowledge& knowledge_;
  const std::string& path_;
  const ImportAs& as_;
  std::string document_;
  std::string text_;
  std::map<std::string, StoredClaim> claims_;
  std::vector<Decision> decisions_;  // about the text
  std::set<std::string> marks_;      // of the readings that the file's labels are of
  std::map<std::string, std::string> names_;  // of actors, by id
  ImportedDecisions imported_;
};

}  // namespace

Result<ImportedDecisions> import_webanno(const Record& record, const Knowledge& knowledge,
                                         std::string_view bytes, const std::string& path,
                                         const ImportAs& as) {
  return WebAnnoImporter(record, knowledge, path, as).run(bytes);
}

}  // namespace verbale
