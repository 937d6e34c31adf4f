#include "visits/reports.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/days.h"
#include "base/utf8.h"
#include "visits/persons.h"
#include "visits/places.h"
#include "visits/titles.h"

namespace verbale {
namespace {

constexpr int32_t kLead = 4;  // sentences of the body in which a report says what it reports
constexpr int32_t kOneOccasion =
    4;  // days from the main meeting within which a document still gives an account

bool is_encounter(MeetingKind kind) {
  return kind == MeetingKind::Talks || kind == MeetingKind::Call || kind == MeetingKind::Meeting;
}

int32_t days_between(std::string_view a, std::string_view b) {
  const int32_t first = day_number(a);
  const int32_t second = day_number(b);
  return first == kNoDay || second == kNoDay ? INT32_MAX : std::abs(first - second);
}

}  // namespace

struct MeetingReporter::Parts {
  explicit Parts(const Knowledge& of) : knowledge(of), persons(of), places(of.world) {}
  const Knowledge& knowledge;
  PersonFinder persons;
  PlaceFinder places;
};

namespace {

class DocumentReports {
 public:
  DocumentReports(const Document& document, const RecordIds& ids, const CodePointIndex& index,
                  const Knowledge& knowledge, const PersonFinder& persons,
                  const PlaceFinder& places)
      : document_(document),
        ids_(ids),
        index_(index),
        knowledge_(knowledge),
        persons_(persons),
        places_(places) {}

  std::vector<MeetingReport> make() {
    read_given_title();
    for (size_t i = 0; i < document_.meetings.size(); ++i) reports_.push_back(report_of(i));
    choose_main();
    if (main_ < 0 && given_title_ && title_.persons.size() >= 2) add_title_report();
    for (size_t i = 0; i < reports_.size(); ++i) settle(i);
    if (main_ >= 0 && is_called(reports_[static_cast<size_t>(main_)])) {
      MeetingReport& main = reports_[static_cast<size_t>(main_)];
      main.call_title = call_title(title_, title_words(), knowledge_.outlets.by_name(main.outlet));
    }
    return std::move(reports_);
  }

 private:
  const Publication& publication() const { return document_.publication; }
  const std::string& published() const { return publication().published.value; }

  void read_given_title() {
    // One that stands in the text alone was read with it.
    given_title_ = !document_.source.given.title.empty();
    const std::string_view words = title_words();
    if (words.empty()) return;
    title_ = read_title(words, document_, knowledge_, persons_, published());
    if (title_.meeting && !title_.subject && !title_.persons.empty()) add_own_side();
  }

  std::string_view title_words() const {
    return given_title_ ? std::string_view(document_.source.given.title)
                        : document_.str(publication().title);
  }

  // "Telephone conversation with X", on the page of an office: the other one is whose office it is.
  void add_own_side() {
    const std::string& side = publication().side.value;
    if (side.empty()) return;
    for (const TitlePerson& person : title_.persons) {
      if (person.state == side) return;
    }
    const auto add = [&](int32_t actor) {
      const Actor& person = document_.actors[static_cast<size_t>(actor)];
      title_.persons.insert(title_.persons.begin(), TitlePerson{actor, person.name, person.state});
    };
    for (const int32_t actor : document_.cast.principals) {
      if (document_.actors[static_cast<size_t>(actor)].state == side) return add(actor);
    }
    const Outlet* outlet = knowledge_.outlets.by_name(publication().outlet.value);
    if (outlet == nullptr || outlet->kind != OutletKind::Government) return;
    for (const OfficeKind kind : offices_of(*outlet)) {
      const std::string_view holder = persons_.holder(side, kind, published());
      if (holder.empty()) continue;
      title_.persons.insert(title_.persons.begin(), TitlePerson{-1, std::string(holder), side});
      return;
    }
  }

  // ---- One report

  MeetingReport blank() const {
    MeetingReport report;
    report.document = document_.source.name;
    report.text = ids_.text;
    report.published = published();
    if (report.published.empty()) report.year = publication().reference.value.substr(0, 4);
    report.outlet = publication().outlet.value;
    report.side = publication().side.value;
    return report;
  }

  MeetingReport report_of(size_t entry) const {
    const Meeting& meeting = document_.meetings[entry];
    MeetingReport report = blank();
    report.id = ids_.of(Layer::Meeting)[entry].id;
    report.entry = static_cast<int32_t>(entry);
    report.kind = meeting.kind;
    if (meeting.kind != MeetingKind::Visit && is_past(meeting.date)) report.date = meeting.date;
    report.basis = report.date.empty() ? DayBasis::None : DayBasis::Stated;
    report.inferred = meeting.inferred && !report.date.empty();
    if (meeting.kind == MeetingKind::Visit) report.stay = read_stay(document_, meeting.text);
    report.place = places_.find(meeting.place);
    report.made_by = meeting.made_by;
    report.evidence = evidence(meeting.text);
    const std::string& day = report.date.empty() ? report.published : report.date;
    for (const Participant& one : meeting.participants) {
      const Actor& actor = document_.actors[static_cast<size_t>(one.actor)];
      const std::string& state = one.side.empty() ? actor.state : one.side;
      report.participants.push_back(
          person(actor.id, actor.name, std::string(document_.str(one.role)), state, day));
    }
    if (meeting.host >= 0) report.host = document_.actors[static_cast<size_t>(meeting.host)].id;
    return report;
  }

  // What is told has been: a day after the publication, but for the clocks of another side, is of
  // something else.
  bool is_past(const std::string& date) const {
    const int32_t day = day_number(date);
    const int32_t told = day_number(published());
    return day != kNoDay && (told == kNoDay || day <= told + 1);
  }

  Evidence evidence(Span span) const {
    return {std::string(document_.str(span)), index_.to_code_points(span.begin),
            index_.to_code_points(span.end)};
  }

  Span first_sentence() const {
    for (const Sentence& sentence : document_.sentences) {
      const Paragraph& paragraph = document_.paragraphs[static_cast<size_t>(sentence.paragraph)];
      if (paragraph.kind == ParagraphKind::Body) return sentence.span;
    }
    return document_.sentences.empty() ? Span{} : document_.sentences.front().span;
  }

  ReportedPerson person(const std::string& id, const std::string& name, const std::string& role,
                        const std::string& state, const std::string& day) const {
    KnownPerson known = persons_.find(name, state, day);
    return {id.empty() ? id_of(name) : id, name, std::move(known.key), role,
            state.empty() ? known.state : state};
  }

  static std::string id_of(const std::string& name) {
    std::string id = fold(name);
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
  }

  void add_title_report() {
    MeetingReport report = blank();
    report.id = claim_id(ids_.text, Layer::Meeting, kTitleAnchor, 0);
    report.kind = title_.kind;
    report.title = document_.source.given.title;
    report.evidence = evidence(first_sentence());
    report.made_by = "meeting.given-title";
    for (const TitlePerson& one : title_.persons) {
      const std::string id =
          one.actor >= 0 ? document_.actors[static_cast<size_t>(one.actor)].id : std::string();
      report.participants.push_back(person(id, one.name, "", one.state, report.published));
    }
    report.named = static_cast<int32_t>(report.participants.size());
    main_ = static_cast<int32_t>(reports_.size());
    reports_.push_back(std::move(report));
  }

  // ---- Which of them the document is about

  // Sentences of the body before the meeting's words; 0 within a title.
  int32_t sentence_of(size_t entry) const {
    const uint32_t at = document_.meetings[entry].text.begin;
    int32_t body = 0;
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.span.end > at) return body;
      const bool title = publication().title.overlaps(sentence.span);
      if (!title) ++body;
    }
    return body;
  }

  bool is_person(const TitlePerson& one, const ReportedPerson& person) const {
    if (one.actor >= 0) return person.id == document_.actors[static_cast<size_t>(one.actor)].id;
    return may_be_same_name(person.key, persons_.find(one.name, one.state, published()).key, false);
  }

  bool takes_part(const TitlePerson& one, const MeetingReport& report) const {
    return std::any_of(report.participants.begin(), report.participants.end(),
                       [&](const ReportedPerson& person) { return is_person(one, person); });
  }

  // The encounter that the title means; where it names nobody, the first that the lead tells of.
  // One of other days only where there is none of these: a communique may be published again.
  void choose_main() {
    for (const bool again : {false, true}) {
      for (size_t i = 0; i < reports_.size() && main_ < 0; ++i) {
        if (may_be_main(i, again)) main_ = static_cast<int32_t>(i);
      }
    }
    if (main_ >= 0) put_named_first(reports_[static_cast<size_t>(main_)]);
  }

  bool may_be_main(size_t i, bool again) const {
    const MeetingReport& report = reports_[i];
    if (!is_encounter(report.kind) || report.participants.empty() || !means(report)) return false;
    const bool lead = sentence_of(i) < kLead;
    if (again)
      return lead && narrates(report) && names_other(i) && !is_spoken(i) &&
             (!title_.meeting || is_called(report) == (title_.kind == MeetingKind::Call));
    const bool sought = !title_.persons.empty() && report.basis == DayBasis::Stated;
    return !far_from_published(report) && (lead || sought);
  }

  // "Held talks with X", not "the last time they met".
  bool names_other(size_t entry) const {
    const Meeting& meeting = document_.meetings[entry];
    return std::any_of(
        meeting.participants.begin(), meeting.participants.end(), [&](const Participant& one) {
          const std::vector<int32_t>& mentions =
              document_.actors[static_cast<size_t>(one.actor)].mentions;
          return std::any_of(mentions.begin(), mentions.end(), [&](int32_t index) {
            const Mention& mention = document_.mentions[static_cast<size_t>(index)];
            return mention.kind == MentionKind::Name && meeting.text.overlaps(mention.span);
          });
        });
  }

  // In somebody's own words ("when we met in May") a meeting is recalled.
  bool is_spoken(size_t entry) const {
    static constexpr std::string_view kOwn[] = {"i", "we", "us", "our", "my", "me"};
    const uint32_t at = document_.meetings[entry].text.begin;
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.span.end <= at) continue;
      const auto first = document_.tokens.begin() + sentence.tokens.first;
      return std::any_of(first, first + sentence.tokens.size(), [](const Token& token) {
        return std::find(std::begin(kOwn), std::end(kOwn), token.lower) != std::end(kOwn);
      });
    }
    return false;
  }

  static bool is_called(const MeetingReport& report) { return report.kind == MeetingKind::Call; }

  void put_named_first(MeetingReport& report) const {
    const auto rest = std::stable_partition(
        report.participants.begin(), report.participants.end(), [&](const ReportedPerson& person) {
          return std::any_of(title_.persons.begin(), title_.persons.end(),
                             [&](const TitlePerson& one) { return is_person(one, person); });
        });
    report.named = static_cast<int32_t>(rest - report.participants.begin());
  }

  bool far_from_published(const MeetingReport& report) const {
    const int32_t days = days_between(report.date, published());
    return days != INT32_MAX && days > kOneOccasion;
  }

  // Whether the title, if it tells of a meeting, tells of this one.
  bool means(const MeetingReport& report) const {
    if (!title_.meeting) return true;
    // Of groups and descriptions: the meeting that the report itself tells in a clause.
    if (title_.persons.empty()) return narrates(report);
    if (!narrates(report) && is_called(report) != (title_.kind == MeetingKind::Call)) return false;
    return std::all_of(title_.persons.begin(), title_.persons.end(),
                       [&](const TitlePerson& one) { return takes_part(one, report); });
  }

  // A clause tells that they met ("held talks"); a noun phrase may refer to any meeting of theirs
  // ("their talks").
  static bool narrates(const MeetingReport& report) {
    return report.made_by == "meeting.clause" || report.made_by == "meeting.light-verb";
  }

  // ---- Standing and day

  void settle(size_t i) {
    MeetingReport& report = reports_[i];
    if (static_cast<int32_t>(i) == main_) {
      if (report.basis == DayBasis::None) take_published_day(report);
      return;
    }
    report.standing = gives_account(i) ? Standing::Account : Standing::Mention;
    const bool occasion = !is_encounter(report.kind) && report.kind != MeetingKind::Visit;
    if (occasion && report.standing == Standing::Account && report.basis == DayBasis::None &&
        main_ >= 0 && reports_[static_cast<size_t>(main_)].basis == DayBasis::Published) {
      take_published_day(report);
    }
  }

  static void take_published_day(MeetingReport& report) {
    if (day_number(report.published) == kNoDay) return;
    report.date = report.published;
    report.basis = DayBasis::Published;
    report.inferred = true;
  }

  bool gives_account(size_t i) const {
    const MeetingReport& report = reports_[i];
    if (report.kind == MeetingKind::Visit) return gives_account_of_visit(report);
    if (report.basis == DayBasis::None)
      return !is_encounter(report.kind) || (main_ < 0 && published().empty());
    if (far_from_published(report)) return false;
    if (is_encounter(report.kind) && !narrates(report)) return false;
    if (main_ < 0) return tells_of_many();
    const MeetingReport& main = reports_[static_cast<size_t>(main_)];
    const std::string& day = main.date.empty() ? main.published : main.date;
    // The other meetings of a visit are of the same two states.
    return days_between(report.date, day) <= kOneOccasion && shares_person(report, main) &&
           sides_within(report, main);
  }

  // A summary of days, or a text of which not even the day is known, may tell of meetings anywhere.
  bool tells_of_many() const {
    return publication().report_kind == ReportKind::WrapUp || published().empty();
  }

  static bool sides_within(const MeetingReport& report, const MeetingReport& main) {
    return std::all_of(
        report.participants.begin(), report.participants.end(), [&](const ReportedPerson& one) {
          return one.state.empty() ||
                 std::any_of(main.participants.begin(), main.participants.end(),
                             [&](const ReportedPerson& other) { return other.state == one.state; });
        });
  }

  // Those who speak on the telephone are not there: their visit is planned or past.
  bool gives_account_of_visit(const MeetingReport& report) const {
    if (main_ < 0) return true;
    const MeetingReport& main = reports_[static_cast<size_t>(main_)];
    return main.kind != MeetingKind::Call && shares_person(report, main);
  }

  static bool shares_person(const MeetingReport& a, const MeetingReport& b) {
    return std::any_of(
        a.participants.begin(), a.participants.end(), [&](const ReportedPerson& one) {
          return std::any_of(b.participants.begin(), b.participants.end(),
                             [&](const ReportedPerson& other) { return other.id == one.id; });
        });
  }

  const Document& document_;
  const RecordIds& ids_;
  const CodePointIndex& index_;
  const Knowledge& knowledge_;
  const PersonFinder& persons_;
  const PlaceFinder& places_;
  TitleTells title_;
  bool given_title_ = false;
  std::vector<MeetingReport> reports_;
  int32_t main_ = -1;
};

}  // namespace

MeetingReporter::MeetingReporter(const Knowledge& knowledge)
    : parts_(std::make_unique<const Parts>(knowledge)) {}
MeetingReporter::MeetingReporter(MeetingReporter&&) noexcept = default;
MeetingReporter::~MeetingReporter() = default;

std::vector<MeetingReport> MeetingReporter::reports(const Document& document, const RecordIds& ids,
                                                    const CodePointIndex& index) const {
  return DocumentReports(document, ids, index, parts_->knowledge, parts_->persons, parts_->places)
      .make();
}

}  // namespace verbale
