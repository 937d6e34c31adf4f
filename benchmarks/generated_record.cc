#include "generated_record.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/file.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "knowledge/tsv.h"
#include "store/store.h"

namespace verbale {
namespace {

constexpr size_t kWords = 40000;
constexpr size_t kPersonsOfState = 8;
constexpr int kFirstYear = 1995;
constexpr int kYears = 31;
constexpr int kLines = 12;

// The most frequent words of the prose; made-up ones follow.
constexpr std::string_view kFrequent =
    "the of and to in a for on with that as by between its their is at from has will this are an be two which it all "
    "cooperation countries development relations international economic both trade regional peace support bilateral "
    "security visit minister president meeting agreement people partnership investment strategic exchange efforts "
    "leaders sides ministry foreign defence energy projects progress issues stability dialogue mutual exchanges "
    "railway visa loans tourism fisheries climate technology education culture transport border ports farm produce "
    "market goods tariffs students scholarship health vaccine rice coffee steel semiconductor satellite nuclear sea "
    "law navigation court convention code conduct island waters coast guard hotline exercise training police crime "
    "extradition drugs fraud cyber data digital green hydrogen wind solar gas oil pipeline grid mine rare earth";

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kStates = {{
    {"CHN", "China"}, {"USA", "United States"}, {"VNM", "Vietnam"}, {"RUS", "Russia"}, {"JPN", "Japan"},
    {"IND", "India"}, {"FRA", "France"}, {"DEU", "Germany"}, {"GBR", "United Kingdom"}, {"KOR", "South Korea"},
    {"AUS", "Australia"}, {"IDN", "Indonesia"}, {"MYS", "Malaysia"}, {"THA", "Thailand"}, {"PHL", "Philippines"},
    {"LAO", "Laos"}, {"KHM", "Cambodia"}, {"SGP", "Singapore"}, {"BRA", "Brazil"}, {"ZAF", "South Africa"},
    {"EGY", "Egypt"}, {"TUR", "Turkey"}, {"CUB", "Cuba"}, {"MNG", "Mongolia"},
}};

constexpr std::string_view kSyllables = "ba be bo da de do fa fi ga go ha he ka ko la le li lo ma me mi mo na ne no pa pe po "
    "ra re ri ro sa se so ta te ti to va ve vi wa we ya yo za ze";

struct Cue {
  std::string_view word;
  Act act;
};
constexpr std::array<Cue, 6> kCues = {{{"said", Act::Assertive}, {"stressed", Act::Assertive},
                                       {"proposed", Act::Directive}, {"asked", Act::Directive},
                                       {"pledged", Act::Commissive}, {"welcomed", Act::Expressive}}};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string made_up(GeneratedChance& chance, size_t syllables) {
  static const std::vector<std::string> all = split(kSyllables);
  std::string word;
  for (size_t i = 0; i < syllables; ++i) word += all[chance.below(all.size())];
  return word;
}

std::string capital(std::string word) {
  if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

// One report, with what a reader would have made of it.
class ReportMaker {
 public:
  ReportMaker(const GeneratedWorld& world, GeneratedChance& chance) : world_(world), chance_(chance) {}

  Document make(int64_t number) {
    Document document;
    const size_t home = chance_.frequent(world_.states.size());
    size_t guest = chance_.frequent(world_.states.size());
    if (guest == home) guest = (home + 1) % world_.states.size();
    set_publication(document, number, home);
    document_ = &document;
    speakers_ = {add_person(home), add_person(guest)};
    for (const size_t state : {home, guest}) add_state(state);
    for (int line = 0; line < kLines; ++line) add_line();
    place_actors();
    document_ = nullptr;
    document.source.sha256 = sha256_hex(document.text);
    return document;
  }

 private:
  void set_publication(Document& document, int64_t number, size_t home) {
    // More reports of late years: the square root leans to the end.
    const int64_t day = static_cast<int64_t>(std::sqrt(chance_.part()) * kYears * 336);
    const std::string date = fmt::format("{:04}-{:02}-{:02}", kFirstYear + day / 336, day % 336 / 28 + 1, day % 28 + 1);
    document.source.name = fmt::format("report-{:07}", number);
    document.source.path = document.source.name + ".txt";
    document.source.media_type = "text/plain";
    document.source.given.date = date;
    document.publication.published.value = date;
    document.publication.outlet.value = world_.outlets[home * 2 + chance_.below(2)];
    document.publication.side.value = world_.states[home].code;
    document.publication.dateline.value = world_.places[home];
  }

  int32_t add_actor(const std::string& id, const std::string& name, const std::string& state, ActorKind kind) {
    Actor& actor = document_->actors.emplace_back();
    actor.id = id;
    actor.name = name;
    actor.state = state;
    actor.kind = kind;
    return static_cast<int32_t>(document_->actors.size()) - 1;
  }

  int32_t add_person(size_t state) {
    const GeneratedPerson& person = world_.persons[state * kPersonsOfState + chance_.frequent(kPersonsOfState)];
    return add_actor(person.id, person.name, world_.states[state].code, ActorKind::Person);
  }

  void add_state(size_t state) {
    add_actor(world_.states[state].code, world_.states[state].name, "", ActorKind::State);
  }

  Span append(std::string_view words) {
    const uint32_t begin = static_cast<uint32_t>(document_->text.size());
    document_->text += words;
    return {begin, static_cast<uint32_t>(document_->text.size())};
  }

  void add_line() {
    std::string& text = document_->text;
    for (size_t sentence = 0; sentence < 1 + chance_.below(2); ++sentence) {
      if (sentence == 0 || chance_.below(4) == 0) {
        add_statement();
      } else {
        add_words(12 + chance_.below(12));
      }
      text += ". ";
    }
    text.back() = '\n';
  }

  void add_statement() {
    const size_t speaker = chance_.below(2);
    const Cue& cue = kCues[chance_.frequent(kCues.size())];
    Statement& statement = document_->statements.emplace_back();
    statement.source = append(document_->actors[static_cast<size_t>(speakers_[speaker])].name);
    append(" ");
    statement.cue = append(cue.word);
    append(" that ");
    statement.act = cue.act;
    statement.form = chance_.below(5) == 0 ? Form::Mixed : Form::Indirect;
    statement.speaker = {speakers_[speaker]};
    statement.to = {speakers_[1 - speaker]};
    statement.made_by = "generated";
    statement.content = {add_words(14 + chance_.below(16))};
    if (cue.act != Act::Commissive && chance_.below(6) != 0) return;
    Commitment& commitment = document_->commitments.emplace_back();
    commitment.statement = static_cast<int32_t>(document_->statements.size()) - 1;
    commitment.kind = static_cast<CommitmentKind>(chance_.below(3));
    commitment.by = document_->statements.back().speaker;
    commitment.text = document_->statements.back().content.front();
    commitment.made_by = "generated";
  }

  Span add_words(size_t count) {
    Span all = append(world_.words[chance_.frequent(world_.words.size())]);
    for (size_t i = 1; i < count; ++i) {
      append(" ");
      if (chance_.below(60) == 0) {
        add_framework();
      } else if (chance_.below(60) == 0) {
        append(world_.places[chance_.frequent(world_.places.size())]);
      } else {
        append(world_.words[chance_.frequent(world_.words.size())]);
      }
    }
    all.end = static_cast<uint32_t>(document_->text.size());
    return all;
  }

  void add_framework() {
    Framework& framework = document_->frameworks.emplace_back();
    framework.name = world_.frameworks[chance_.frequent(world_.frameworks.size())];
    framework.text = append(framework.name);
    framework.kind = FrameworkKind::Initiative;
    framework.made_by = "generated";
  }

  // Each actor where his name first stands; one who is not named is not there.
  void place_actors() {
    for (size_t i = 0; i < document_->actors.size(); ++i) {
      const size_t at = document_->text.find(document_->actors[i].name);
      if (at == std::string::npos) continue;
      Mention& mention = document_->mentions.emplace_back();
      mention.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + document_->actors[i].name.size())};
      mention.actor = static_cast<int32_t>(i);
      mention.made_by = "generated";
      document_->actors[i].mentions = {static_cast<int32_t>(document_->mentions.size()) - 1};
    }
  }

  const GeneratedWorld& world_;
  GeneratedChance& chance_;
  Document* document_ = nullptr;
  std::array<int32_t, 2> speakers_{};
};

Result<void> add_report(Store& store, const MeetingReporter& reporter, Document document) {
  if (Result<void> kept = store.keep_source(document.source.sha256, document.text); !kept) return kept;
  Result<Admission> admission = store.admit(document, {});
  if (!admission) return std::unexpected(admission.error());
  const Result<Outcome> added = store.add(make_reading(std::move(document), std::move(*admission), reporter));
  if (!added) return std::unexpected(added.error());
  return {};
}

}  // namespace

uint64_t GeneratedChance::next() {
  state_ += 0x9e3779b97f4a7c15;
  uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

// By the integral of 1 / x.
size_t GeneratedChance::frequent(size_t size) {
  const double place = 3 * std::pow((static_cast<double>(size) + 3) / 3, part()) - 3;
  return std::min(static_cast<size_t>(place), size - 1);
}

GeneratedWorld::GeneratedWorld(uint64_t seed) : words(split(kFrequent)) {
  GeneratedChance chance(seed);
  while (words.size() < kWords) words.push_back(made_up(chance, 2 + chance.below(3)));
  for (const auto& [code, name] : kStates) {
    const int32_t state = static_cast<int32_t>(states.size());
    states.push_back({std::string(code), std::string(name)});
    for (int i = 0; i < 2; ++i) outlets.push_back(capital(made_up(chance, 2)) + (i == 0 ? " News Agency" : " Daily"));
    places.push_back(capital(made_up(chance, 2)) + " City");
    for (size_t i = 0; i < kPersonsOfState; ++i) {
      const std::string name_of_person = capital(made_up(chance, 2)) + ' ' + capital(made_up(chance, 2));
      std::string id = fold(name_of_person);
      id[id.find(' ')] = '-';
      persons.push_back({std::move(id), name_of_person, state});
    }
  }
  for (int i = 0; i < 200; ++i) places.push_back(capital(made_up(chance, 3)));
  for (int i = 0; i < 400; ++i) {
    frameworks.push_back(capital(words[chance.below(300)]) + ' ' + capital(made_up(chance, 2)) +
                         (i % 2 == 0 ? " Initiative" : " Partnership"));
  }
}

Result<GeneratedCounts> write_generated_record(const std::string& path, const GeneratedWorld& world, int64_t documents,
                                               uint64_t seed) {
  constexpr int64_t kBatch = 1000;
  const Result<std::string> home = find_home();
  if (!home) return std::unexpected(home.error());
  const Result<std::unique_ptr<const Knowledge>> knowledge = load_knowledge(*home);
  if (!knowledge) return std::unexpected(knowledge.error());
  const MeetingReporter reporter(**knowledge);
  Result<Store> store = Store::open(path, "generated");
  if (!store) return std::unexpected(store.error());
  GeneratedChance chance(seed);
  ReportMaker maker(world, chance);
  GeneratedCounts counts;
  for (int64_t i = 0; i < documents; ++i) {
    if (i % kBatch == 0) {
      if (Result<void> begun = store->begin(); !begun) return std::unexpected(begun.error());
    }
    Document document = maker.make(i);
    ++counts.documents;
    counts.statements += static_cast<int64_t>(document.statements.size());
    counts.passages += kLines;
    if (Result<void> added = add_report(*store, reporter, std::move(document)); !added) return std::unexpected(added.error());
    if (i % kBatch == kBatch - 1 || i + 1 == documents) {
      if (Result<void> done = store->commit(); !done) return std::unexpected(done.error());
    }
  }
  return counts;
}

}  // namespace verbale
