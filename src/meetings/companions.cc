#include "meetings/companions.h"

#include <algorithm>
#include <string_view>

#include "actors/resolve.h"
#include "meetings/cue_context.h"

namespace verbale {
namespace {

template <size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

class CompanionReader {
 public:
  CompanionReader(const Document& document, Occurrence& meeting) : document_(document), meeting_(meeting) {}

  void read() {
    constexpr size_t kAfter = 4;  // sentences after the one that tells of the meeting
    const size_t first = static_cast<size_t>(std::max(meeting_.sentence, 0));
    for (size_t i = 0; i < document_.sentences.size(); ++i) {
      const TokenRange tokens = document_.sentences[i].tokens;
      const bool near = i >= first && i <= first + kAfter;
      if (near) add_joining(tokens);
      const int32_t list = near ? joined_list(tokens) : -1;
      if (list >= 0) add(list, tokens.last);
      const int32_t members = list < 0 ? member_list(tokens) : -1;
      if (members >= 0) add(members, tokens.last);
    }
  }

 private:
  std::string_view lower(int32_t t) const { return document_.tokens[static_cast<size_t>(t)].lower; }

  // "X and Y also participated"
  void add_joining(TokenRange tokens) {
    static constexpr std::string_view kJoin[] = {"participated", "attended", "joined", "took", "present"};
    for (int32_t t = tokens.first + 1; t + 1 < tokens.last; ++t) {
      if (lower(t) != "also" || !is_one_of(lower(t + 1), kJoin)) continue;
      const bool were = lower(t - 1) == "were" || lower(t - 1) == "was";
      if (lower(t + 1) == "took" ? t + 2 < tokens.last && lower(t + 2) == "part" : true) add(tokens.first, were ? t - 1 : t);
    }
  }

  // Where the list starts after "joined by", "accompanied by", "also present were"; -1 if there is none.
  int32_t joined_list(TokenRange tokens) const {
    static constexpr std::string_view kJoined[] = {"joined", "accompanied"};
    static constexpr std::string_view kPresent[] = {"present", "attending", "participating", "attendance", "joining"};
    for (int32_t t = tokens.first; t + 1 < tokens.last; ++t) {
      if (is_one_of(lower(t), kJoined) && lower(t + 1) == "by") return t + 2;
      if (!is_one_of(lower(t), kPresent) || t > tokens.first + 3) continue;
      for (int32_t be = t + 1; be < tokens.last && be < t + 12; ++be) {
        if (lower(be) == "were" || lower(be) == "was") return be + 1;
      }
    }
    return -1;
  }

  // Where the list starts after "The X delegation included", "the members are", "participants were"; -1 if there is none.
  int32_t member_list(TokenRange tokens) const {
    static constexpr std::string_view kMembers[] = {"delegation", "members", "participants", "attendees", "delegations"};
    static constexpr std::string_view kAre[] = {"are", "were", "included", "include", "includes", "comprised", "comprises"};
    for (int32_t t = tokens.first; t + 2 < tokens.last && t < tokens.first + 8; ++t) {
      if (!is_one_of(lower(t), kMembers)) continue;
      for (int32_t be = t + 1; be < std::min(t + 6, tokens.last - 1); ++be) {
        if (is_one_of(lower(be), kAre)) return be + 1;
      }
    }
    return -1;
  }

  void add(int32_t first, int32_t end) {
    std::vector<int32_t> states;
    for (const int32_t index : resolve_subject(document_, {first, end})) {
      const ActorKind kind = document_.actors[static_cast<size_t>(index)].kind;
      if (kind == ActorKind::Person) add_once(meeting_.participants, {index});
      if (kind == ActorKind::State) states.push_back(index);
    }
    constexpr size_t kList = 3;  // states that make a list of members
    if (meeting_.group && states.size() >= kList) meeting_.bodies = states;
  }

  const Document& document_;
  Occurrence& meeting_;
};

}  // namespace

void add_companions(const Document& document, Occurrence& meeting) { CompanionReader(document, meeting).read(); }

}  // namespace verbale
