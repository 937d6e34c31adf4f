#include "review/webanno_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/json_value.h"
#include "base/utf8.h"
#include "record/annotation.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "review/webanno_reader.h"
#include "review/wishes.h"
#include "store/review_rows.h"

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
  std::vector<std::pair<uint32_t, uint32_t>> units;  // the same places in UTF-16
  std::string kind;
  std::string layer;
  std::string who;
  size_t line = 0;
};

// The same of an entry of the record.
struct StoredClaim {
  Layer layer = Layer::Statement;
  TextEntry entry;
  Correction fields;
};

struct SpansOrder {
  bool operator()(const std::vector<CodeRange>& a, const std::vector<CodeRange>& b) const {
    return std::ranges::lexicographical_compare(a, b, [](CodeRange one, CodeRange other) {
      return std::pair(one.start, one.end) < std::pair(other.start, other.end);
    });
  }
};
using SpansOfLayer = std::map<std::string, std::set<std::vector<CodeRange>, SpansOrder>, std::less<>>;

class WebAnnoImporter {
 public:
  WebAnnoImporter(const Record& record, const Knowledge& knowledge, const std::string& path,
                  const ImportAs& as)
      : record_(record), knowledge_(knowledge), path_(path), as_(as) {}

  Result<ImportedDecisions> run(std::string_view bytes, const HeldByText& exported) {
    Result<TsvFile> file = read_webanno_tsv(bytes, path_);
    if (!file) return std::unexpected(file.error());
    if (Result<void> found = find_document(); !found) return std::unexpected(found.error());
    const CodePointsOfUtf16 places(text_->content);
    if (Result<void> same = check_tokens(*file, places); !same)
      return std::unexpected(same.error());
    if (Result<void> loaded = load_claims(); !loaded) return std::unexpected(loaded.error());
    const std::optional<HeldClaims> held = held_by(*file, exported);
    if (Result<void> whole = check_whole(*file, places, held); !whole)
      return std::unexpected(whole.error());
    gather(*file, places);
    compare(held);
    for (const AnnotatedClaim& claim : fresh_) add(claim);
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
    text_.emplace(std::move(document->text));
    return {};
  }

  Result<void> check_tokens(const TsvFile& file, const CodePointsOfUtf16& places) const {
    for (const TsvToken& token : file.tokens) {
      const uint32_t begin = text_->index.to_bytes(places.at(token.start));
      const uint32_t end = text_->index.to_bytes(places.at(token.end));
      if (end > begin && text_->content.compare(begin, end - begin, token.text) == 0) continue;
      return fail(path_,
                  fmt::format("line {}: `{}` is not at {}-{} of `{}`", token.line, token.text,
                              token.start, token.end, document_),
                  "the file is of another text: name its document with --document NAME");
    }
    return {};
  }

  // What the file or the export that it was made of says; annotation programs drop it from the file.
  std::optional<HeldClaims> held_by(const TsvFile& file, const HeldByText& exported) const {
    if (file.text_id == text_->id) return HeldClaims{file.held_tokens, {file.held.begin(), file.held.end()}};
    const HeldByText::const_iterator found = exported.find(text_->id);
    return found == exported.end() ? std::nullopt : std::optional(found->second);
  }

  // A file that was cut, in a download or by hand, says nothing of what is not in it.
  Result<void> check_whole(const TsvFile& file, const CodePointsOfUtf16& places,
                           const std::optional<HeldClaims>& held) const {
    const bool whole = held ? held->tokens == file.tokens.size() : covers_claims(file, places);
    if (whole) return {};
    return fail(path_, fmt::format("does not hold all words of `{}`", document_),
                "it was cut: give the whole file, as it was exported or annotated");
  }

  bool covers_claims(const TsvFile& file, const CodePointsOfUtf16& places) const {
    std::vector<bool> covered(text_->index.code_points(), false);
    for (const TsvToken& token : file.tokens) {
      for (uint32_t i = places.at(token.start); i < places.at(token.end); ++i) covered[i] = true;
    }
    return std::ranges::all_of(claims_, [&](const auto& one) {
      return std::ranges::all_of(*one.second.fields.content, [&](CodeRange range) {
        return covered[range.start] && covered[range.end - 1];
      });
    });
  }

  Result<void> load_claims() {
    Result<std::vector<TextEntry>> entries = entries_of_text(record_, text_->id);
    if (!entries) return std::unexpected(entries.error());
    for (TextEntry& entry : *entries) {
      const JsonValue body = JsonValue::parse(entry.body).value_or(JsonValue());
      if (entry.layer == Layer::Actor) {
        const std::string& name = body.at("name").text;
        names_.emplace(entry.key, name);
        ids_by_name_.emplace(fold(name), entry.key);
        continue;
      }
      Correction fields = correction_from_body(entry.layer, body);
      stored_spans_[std::string(layer_name(entry.layer))].insert(*fields.content);
      std::string id = entry.claim.id;
      claims_.emplace(std::move(id), StoredClaim{entry.layer, std::move(entry), std::move(fields)});
    }
    return {};
  }

  // A label is widened to whole words, as a decision will be.
  void gather(const TsvFile& file, const CodePointsOfUtf16& places) {
    for (const TsvAnnotation& annotation : file.annotations) {
      const CodeRange span{places.at(annotation.start), places.at(annotation.end)};
      AnnotatedClaim* claim =
          annotation.claim.empty() ? &fresh_.emplace_back() : &annotated_[annotation.claim];
      if (claim->spans.empty())
        *claim = {{}, {}, annotation.kind, annotation.layer, annotation.who, annotation.line};
      claim->units.emplace_back(annotation.start, annotation.end);
      claim->spans.push_back(annotation.claim.empty() ? whole_words(span, text_->content, text_->index) : span);
    }
    for (const AnnotatedClaim& claim : fresh_) fresh_spans_[claim.layer].insert(claim.spans);
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
      const std::map<std::string, std::string>::const_iterator known = ids_by_name_.find(fold(name));
      const bool id = names_.contains(std::string(name)) || known == ids_by_name_.end();
      if (!name.empty()) ids.push_back(id ? std::string(name) : known->second);
    }
    if (ids.empty())
      return fail(path_, fmt::format("line {}: nobody is named", line),
                  "write a name or id of the record");
    return ids;
  }

  // A claim that is not in the file was taken out of it only if the file once held it.
  void compare(const std::optional<HeldClaims>& held) {
    for (const auto& [id, claim] : claims_) {
      const std::map<std::string, AnnotatedClaim>::const_iterator found = annotated_.find(id);
      if (found != annotated_.end()) {
        if (!untouched(held, id, found->second)) compare_claim(claim, found->second);
      } else if (!is_any_of_fresh(claim)) {
        if (held && held->claims.contains(id)) {
          decide(claim, "reject", {}, 0);
        } else {
          ++imported_.left_alone;
        }
      }
    }
    for (const auto& [id, claim] : annotated_) {
      const bool here = claim.layer == "actor" || claims_.contains(id);
      if (here || untouched(held, id, claim) || was_decided(id)) continue;
      refuse(claim.line, fmt::format("the record has no claim {} in this text", id),
             "leave the claim empty for a new one, and give its layer");
    }
  }

  // As the file was written: whatever the record says of the claim by now, the annotator did not.
  static bool untouched(const std::optional<HeldClaims>& held, const std::string& id, AnnotatedClaim claim) {
    if (!held) return false;
    const auto before = held->claims.find(id);
    std::ranges::sort(claim.units);
    return before != held->claims.end() &&
           before->second == annotation_digest(claim.units, claim.kind, claim.who);
  }

  // A label that an earlier import of the file has made a claim of.
  bool is_any_of_fresh(const StoredClaim& claim) const {
    const SpansOfLayer::const_iterator spans = fresh_spans_.find(layer_name(claim.layer));
    return spans != fresh_spans_.end() && spans->second.contains(*claim.fields.content);
  }

  // A claim that was rejected since the file was written.
  bool was_decided(const std::string& id) const {
    const Result<std::vector<Decision>> known = find_decisions(record_, {.entry = id});
    return known && !known->empty();
  }

  void compare_claim(const StoredClaim& claim, const AnnotatedClaim& annotated) {
    Correction change;
    if (annotated.spans != claim.fields.content) change.content = annotated.spans;
    if (!add_labels(change, claim.layer, annotated, claim)) return;
    if (change != Correction()) decide(claim, "correct", change, annotated.line);
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
    const SpansOfLayer::const_iterator stored = stored_spans_.find(annotated.layer);
    if (stored != stored_spans_.end() && stored->second.contains(annotated.spans)) return;
    const StoredClaim none{*layer, {}, {}};
    DecisionWish wish = wish_for("correct");
    if (!add_labels(wish.change, *layer, annotated, none)) return;
    wish.document = document_;
    wish.layer = layer;
    wish.place = {annotated.spans.front().start, annotated.spans.back().end};
    wish.change.content = annotated.spans;
    make(wish, nullptr, annotated.line);
  }

  DecisionWish wish_for(const char* action) const {
    DecisionWish wish;
    wish.reviewer = as_.reviewer;
    wish.at = as_.at;
    wish.action = action;
    return wish;
  }

  void decide(const StoredClaim& claim, const char* action, const Correction& change, size_t line) {
    DecisionWish wish = wish_for(action);
    wish.entry = claim.entry.claim.id;
    wish.change = change;
    make(wish, &claim.entry, line);
  }

  void make(const DecisionWish& wish, const TextEntry* entry, size_t line) {
    Result<Decision> decision = make_decision(record_, knowledge_, wish, *text_, entry);
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
    const Result<std::vector<Decision>> earlier =
        find_decisions(record_, {.reviewer = decision.reviewer, .entry = decision.claim.id});
    return earlier && std::ranges::any_of(*earlier, [&](const Decision& one) {
             return one.stands() && one.verdict == decision.verdict && one.change == decision.change;
           });
  }

  const Record& record_;
  const Knowledge& knowledge_;
  const std::string& path_;
  const ImportAs& as_;
  std::string document_;
  std::optional<DecidedText> text_;
  std::map<std::string, StoredClaim> claims_;
  SpansOfLayer stored_spans_;
  std::map<std::string, AnnotatedClaim> annotated_;  // by the claim that they name
  std::vector<AnnotatedClaim> fresh_;                // labels that name none
  SpansOfLayer fresh_spans_;
  std::map<std::string, std::string> names_;        // of actors, by id
  std::map<std::string, std::string> ids_by_name_;  // folded
  ImportedDecisions imported_;
};

}  // namespace

Result<void> note_held(HeldByText& held, std::string_view bytes, const std::string& path) {
  const Result<TsvFile> file = read_webanno_tsv(bytes, path);
  if (!file) return std::unexpected(file.error());
  if (file->text_id.empty())
    return fail(path, "does not say what it holds", "give what `verbale export webanno` has written");
  held[file->text_id] = {file->held_tokens, {file->held.begin(), file->held.end()}};
  return {};
}

Result<ImportedDecisions> import_webanno(const Record& record, const Knowledge& knowledge,
                                         std::string_view bytes, const std::string& path,
                                         const ImportAs& as, const HeldByText& held) {
  return WebAnnoImporter(record, knowledge, path, as).run(bytes, held);
}

}  // namespace verbale
