// The way of a sentence: cues, sources, complements, boundaries, selection, and what has no cue. Then the
// way of the document: quotations that run over sentences, what stands in what, and the form.
#include "statements/statements.h"

#include <algorithm>
#include <span>

#include "statements/boundaries.h"
#include "statements/complements.h"
#include "statements/cue_finder.h"
#include "statements/genre.h"
#include "statements/quotations.h"
#include "statements/selection.h"
#include "statements/sources.h"
#include "statements/unmarked.h"

namespace verbale {
namespace {

// A statement while its contents are still tokens.
struct Draft {
  Statement statement;
  std::vector<TokenRange> contents;
};

// What the next sentences need to know of one.
struct SentenceNotes {
  bool made_statement = false;
  bool told = false;      // a past cue of its own: no sentence to go on with
  bool unmarked = false;
  bool inverted = false;  // closed by "..., X said"
  bool opens_list = false;  // "... commit to:", the items follow in paragraphs of their own
  std::string_view list_mark;  // of a list's item: what its items open with
  int32_t quoted_by = -1;   // the draft whose quotation goes on in the next sentence
};

class DocumentReader {
 public:
  DocumentReader(Document& document, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge), quotations_(find_quotations(document)),
        names_(index_names(document)), genre_(genre_of(document)) {}

  void run() {
    notes_.resize(document_.sentences.size());
    for (size_t i = 0; i < document_.sentences.size(); ++i) read_sentence(static_cast<int32_t>(i));
    finish();
  }

 private:
  const Sentence& sentence(int32_t i) const { return document_.sentences[static_cast<size_t>(i)]; }
  const Paragraph& paragraph_of(int32_t i) const {
    return document_.paragraphs[static_cast<size_t>(sentence(i).paragraph)];
  }

  // A paragraph that opens with a quotation mark has the author of the quotation as its speaker.
  bool is_quoted(int32_t index) const {
    const Quotation* quotation = quotation_at(quotations_, sentence(index).tokens.last - 1);
    if (quotation == nullptr) quotation = quotation_at(quotations_, sentence(index).tokens.first + 1);
    return quotation != nullptr && quotation->opens_paragraph &&
           quotation->inner.first <= sentence(index).tokens.first + 1 &&
           quotation->inner.last + 2 >= sentence(index).tokens.last;
  }

  // The speaker's label of the sentence's paragraph; found once for each paragraph.
  TokenRange label_of(int32_t index) {
    if (sentence(index).paragraph != labelled_) {
      labelled_ = sentence(index).paragraph;
      label_ = paragraph_of(index).kind == ParagraphKind::Title ? TokenRange()
                                                                : speaker_label(document_, paragraph_of(index));
    }
    return label_;
  }

  // The sentence's words without the label and its colon.
  TokenRange after_label(int32_t index, TokenRange label) const {
    TokenRange tokens = sentence(index).tokens;
    if (!label.empty() && tokens.contains(label.last)) tokens.first = label.last + 1;
    if (!label.empty() && tokens.last <= label.last) tokens.first = tokens.last;
    return tokens;
  }

  void read_sentence(int32_t index) {
    const TokenRange label = genre_ == Genre::Report ? TokenRange() : label_of(index);
    tree_.build(document_, after_label(index, label));
    const View view(document_, knowledge_, tree_, names_, sentence(index).paragraph);
    if (view.first() >= view.last()) return;
    const ParagraphKind kind = paragraph_of(index).kind;
    const bool quoted = is_quoted(index);
    if (const int32_t draft = goes_on_quoting(index); draft >= 0) return continue_quotation(view, index, draft);
    const bool own_words = kind != ParagraphKind::Title && (genre_ != Genre::Report || quoted);
    if (is_list_item(index) && !speaks_for_itself(view)) return add_list_item(view, index);
    std::vector<Frame> frames = find_cues(view, own_words);
    find_sources(view, frames);
    for (Frame& frame : frames) {
      if (!frame.topic) find_complement(view, frame);
    }
    find_boundaries(view, frames);
    select_frames(view, own_words, frames);
    add_frames(view, index, frames);
    if (kind == ParagraphKind::Title) {
      if (!notes(index).made_statement) add_unmarked(index, unmarked_headline(view));
    } else if (own_words) {
      std::optional<Unmarked> unmarked = unmarked_in_own_words(view, frames);
      if (unmarked && genre_ == Genre::Report) unmarked->made_by = "unmarked.quoted-author";
      add_unmarked(index, unmarked);
    } else {
      const bool after = index > 0 && notes(index - 1).made_statement;
      for (const Unmarked& unmarked : unmarked_in_report(view, frames, after)) add_unmarked(index, unmarked);
    }
    if (notes(index).inverted) close_paragraph(index);
    notes(index).opens_list = view.is(view.last() - 1, ":") && binds(frames);
    if (notes(index).opens_list) list_act_ = act_of_list(frames);
  }

  // A cue or "will" whose content is still to come: its items bind as it does.
  bool binds(const std::vector<Frame>& frames) const {
    return genre_ != Genre::Report && std::ranges::any_of(frames, [](const Frame& frame) {
             const CueClass kind = frame.cue->cue_class;
             return kind == CueClass::Commit || kind == CueClass::Agree || kind == CueClass::Order ||
                    kind == CueClass::Intend || kind == CueClass::Ask || kind == CueClass::Hope;
           });
  }

  // What the items under the cue do: ask, if it asks, else bind.
  static Act act_of_list(const std::vector<Frame>& frames) {
    const CueClass kind = frames.empty() ? CueClass::Commit : frames.back().cue->cue_class;
    return kind == CueClass::Ask || kind == CueClass::Hope ? Act::Directive : Act::Commissive;
  }

  bool is_list_item(int32_t index) const {
    if (index == 0 || genre_ == Genre::Report) return false;
    const int32_t paragraph = sentence(index).paragraph;
    if (sentence(index - 1).paragraph == paragraph) return false;
    const SentenceNotes& before = notes_[static_cast<size_t>(index) - 1];
    const std::string_view mark = list_mark(index);
    return !mark.empty() && (before.opens_list || before.list_mark == mark);
  }

  // "They expressed concern", "Reaffirmed the treaty" in a list: a sentence, and no thing that is agreed on.
  bool speaks_for_itself(const View& view) const {
    const int32_t first = view.first();
    if (view.is(first, "they") || view.is(first, "we")) return true;
    const std::vector<Frame> frames = find_cues(view, true);
    return !frames.empty() && frames.front().omitted && frames.front().cue_tokens.first == first;
  }

  // What an item opens with: its bullet, "1" for any number, "(" for "(a)"; "" if it is none.
  std::string_view list_mark(int32_t index) const {
    const Token& first = document_.tokens[static_cast<size_t>(sentence(index).tokens.first)];
    for (const std::string_view bullet : {"-", "•", "*", "·", "–", "—", "(", "", "o"}) {
      if (first.lower == bullet) return bullet;
    }
    if (first.upos == Upos::NUM) return "1";
    return paragraph_of(index).kind == ParagraphKind::ListItem ? "item" : "";
  }

  void add_list_item(const View& view, int32_t index) {
    add_unmarked(index, unmarked_item(view));
    notes(index).list_mark = list_mark(index);
  }

  // The draft of the sentence before whose quotation goes on here: "“...,” said X. “...”"
  int32_t goes_on_quoting(int32_t index) const {
    if (index == 0 || sentence(index - 1).paragraph != sentence(index).paragraph) return -1;
    const int32_t draft = notes_[static_cast<size_t>(index) - 1].quoted_by;
    if (draft < 0) return -1;
    const TokenRange tokens = sentence(index).tokens;
    const Quotation* quotation = quotation_at(quotations_, tokens.first + 1);
    const bool whole = quotation != nullptr && quotation->inner.first <= tokens.first + 1 &&
                       quotation->inner.last + 2 >= tokens.last;
    return whole ? draft : -1;
  }

  void continue_quotation(const View& view, int32_t index, int32_t draft) {
    const Quotation* quotation = quotation_at(quotations_, sentence(index).tokens.first + 1);
    std::vector<TokenRange>& contents = drafts_[static_cast<size_t>(draft)].contents;
    if (contents.back().last <= quotation->inner.first) contents.push_back(trim_content(view, quotation->inner));
    notes(index).made_statement = true;
    notes(index).quoted_by = draft;
  }

  SentenceNotes& notes(int32_t i) { return notes_[static_cast<size_t>(i)]; }

  void add_frames(const View& view, int32_t index, const std::vector<Frame>& frames) {
    for (const Frame& frame : frames) {
      if (!frame.kept) continue;
      notes(index).made_statement = true;
      if (frame.outer < 0 && frame.form == VerbForm::Past && frame.complement != ComplementKind::Before) {
        notes(index).told = true;
      }
      if (frame.complement == ComplementKind::Before) notes(index).inverted = true;
      drafts_.push_back(draft_of(view, index, frame));
      const bool quoted = quotation_at(quotations_, drafts_.back().contents.front().first) != nullptr;
      if (frame.complement == ComplementKind::Before && quoted) {
        notes(index).quoted_by = static_cast<int32_t>(drafts_.size()) - 1;
      }
    }
  }

  Draft draft_of(const View& view, int32_t index, const Frame& frame) {
    Draft draft;
    Statement& statement = draft.statement;
    statement.sentence = index;
    statement.source_tokens = frame.source;
    statement.source = document_.span_of(frame.source);
    statement.cue_tokens = frame.cue_tokens;
    statement.cue = document_.span_of(frame.cue_tokens);
    statement.cue_head = frame.head;
    statement.cue_class = to_string(frame.cue->cue_class);
    statement.act = frame.cue->act;
    statement.negated = frame.negated;
    statement.to_tokens = frame.to;
    statement.made_by = frame.made_by;
    TokenRange content = frame.content;
    if (frame.complement == ComplementKind::Quote || frame.complement == ComplementKind::Before) {
      content = over_quotation(frame, content);
    }
    draft.contents.push_back(trim_content(view, content));
    if (!frame.content_rest.empty()) draft.contents.push_back(trim_content(view, frame.content_rest));
    return draft;
  }

  // A quotation with one cue is one content, however many sentences it has.
  TokenRange over_quotation(const Frame& frame, TokenRange content) const {
    if (frame.complement == ComplementKind::Quote) {
      const Quotation* quotation = quotation_at(quotations_, content.first);
      if (quotation != nullptr && quotation->inner.first == content.first &&
          (quotation->inner.last >= content.last - 2)) {
        return quotation->inner;
      }
      return content;
    }
    const Quotation* quotation = quotation_at(quotations_, content.last - 1);
    if (quotation == nullptr) return content;
    if (quotation->inner.first <= content.first + 1) return quotation->inner;
    return content;
  }

  void add_unmarked(int32_t index, const std::optional<Unmarked>& unmarked) {
    if (!unmarked || unmarked->content.empty()) return;
    Draft draft;
    draft.statement.sentence = index;
    draft.statement.form = Form::Unmarked;
    draft.statement.act = list_act_;  // acts/ reads it of a list's item only
    draft.statement.source_tokens = unmarked->source;
    draft.statement.source = document_.span_of(unmarked->source);
    if (genre_ != Genre::Report && draft.statement.source_tokens.empty()) {
      draft.statement.source_tokens = label_of(index);
    }
    draft.statement.made_by = unmarked->made_by;
    draft.contents.push_back(unmarked->content);
    drafts_.push_back(std::move(draft));
    notes(index).made_statement = true;
    notes(index).unmarked = true;
  }

  // The sentences before "..., X noted" in its paragraph are X's words too, back to the last one that tells
  // of somebody's act.
  void close_paragraph(int32_t index) {
    if (quotation_at(quotations_, sentence(index).tokens.first + 1) != nullptr) return;
    for (int32_t i = index - 1; i >= 0 && sentence(i).paragraph == sentence(index).paragraph; --i) {
      if (notes(i).told || notes(i).inverted || notes(i).unmarked || is_content(i)) return;
      tree_.build(document_, sentence(i).tokens);
      const View view(document_, knowledge_, tree_, names_, sentence(i).paragraph);
      if (!main_is_cue(i)) add_unmarked(i, unmarked_sentence(view, "unmarked.before-closing-cue"));
    }
  }

  // Whether the sentence stands in a content already: the former part of a quotation over sentences.
  bool is_content(int32_t index) const {
    constexpr size_t kLookBack = 40;  // drafts of one paragraph, mostly
    const int32_t middle = (sentence(index).tokens.first + sentence(index).tokens.last) / 2;
    const size_t first = drafts_.size() < kLookBack ? 0 : drafts_.size() - kLookBack;
    return std::ranges::any_of(std::span(drafts_).subspan(first), [&](const Draft& draft) {
      return std::ranges::any_of(draft.contents, [&](TokenRange range) { return range.contains(middle); });
    });
  }

  bool main_is_cue(int32_t index) const {
    return std::ranges::any_of(drafts_, [&](const Draft& draft) {
      const Statement& statement = draft.statement;
      if (statement.sentence != index || statement.cue_head < 0) return false;
      return document_.tokens[static_cast<size_t>(statement.cue_head)].head < 0;
    });
  }

  bool is_first_person(const Statement& statement) const {
    if (statement.source_tokens.empty()) return false;
    const std::string_view word =
        document_.tokens[static_cast<size_t>(statement.source_tokens.first)].lower;
    return word == "i" || word == "we";
  }

  // A paragraph in quotation marks is read as its author's words, until "..., said X" at its end tells that
  // all of it is one content.
  void drop_quoted_twice() {
    std::vector<TokenRange> quoted;
    for (const Draft& draft : drafts_) {
      if (!draft.statement.cue_tokens.empty() && draft.contents.front().size() > 1) quoted.push_back(draft.contents.front());
    }
    std::ranges::sort(quoted, {}, &TokenRange::first);
    std::erase_if(drafts_, [&](const Draft& draft) {
      if (draft.statement.made_by != "unmarked.quoted-author") return false;
      const TokenRange own = draft.contents.front();
      auto next = std::ranges::upper_bound(quoted, own.first, {}, &TokenRange::first);
      return next != quoted.begin() && (--next)->last >= own.last;
    });
  }

  void finish() {
    drop_quoted_twice();
    std::ranges::stable_sort(drafts_, {}, [](const Draft& draft) {
      const Statement& statement = draft.statement;
      const int32_t anchor = statement.cue_tokens.empty() ? draft.contents[0].first : statement.cue_tokens.first;
      return std::pair(statement.sentence, anchor);
    });
    for (Draft& draft : drafts_) {
      Statement& statement = draft.statement;
      for (const TokenRange content : draft.contents) {
        if (!content.empty()) statement.content.push_back(document_.span_of(content));
      }
      if (statement.content.empty()) continue;
      if (statement.form != Form::Unmarked) {
        statement.form = form_of(document_, quotations_, draft.contents);
        if (statement.form == Form::Indirect && is_first_person(statement) &&
            quotation_at(quotations_, statement.cue_tokens.first) != nullptr) {
          statement.form = Form::Direct;
        }
      }
      document_.statements.push_back(std::move(statement));
    }
    std::ranges::stable_sort(document_.statements, {}, [](const Statement& statement) {
      return statement.content.front().begin;
    });
    find_parents(document_.statements);
  }

  Document& document_;
  const Knowledge& knowledge_;
  std::vector<Quotation> quotations_;
  std::vector<int32_t> names_;
  Genre genre_;
  Act list_act_ = Act::Commissive;  // of the items of the list last opened
  int32_t labelled_ = -1;  // the paragraph that label_ is of
  TokenRange label_;
  Tree tree_;
  std::vector<SentenceNotes> notes_;
  std::vector<Draft> drafts_;
};

}  // namespace

void find_statements(Document& document, const Knowledge& knowledge) {
  DocumentReader(document, knowledge).run();
}

}  // namespace verbale
