// Joint words: "the two leaders", "both sides", "they", "we".
#include <algorithm>

#include "actors/focus.h"

namespace verbale::actors {
namespace {

constexpr std::string_view kOwnWords[] = {"we", "us", "our", "ours", "ourselves"};
constexpr std::string_view kTheyWords[] = {"they", "them", "their", "theirs", "themselves"};

class JointResolver {
 public:
  JointResolver(Scene& scene, const Focus& focus, const Phrase& phrase)
      : scene_(scene), cast_(scene.document.cast), focus_(focus), phrase_(phrase) {}

  std::vector<int32_t> resolve() const {
    const std::string_view word = scene_.token(phrase_.head).lower;
    if (is_one_of(word, kOwnWords)) return cast_.authors;
    if (is_one_of(word, kTheyWords)) return focus_.group.size() > 1 ? focus_.group : talkers();
    const bool persons = (phrase_.classes & (kOffice | kPerson)) != 0;
    if (cast_.joint_statement && !persons) return cast_.states;
    std::vector<int32_t> chosen = persons ? of_office() : cast_.principals;
    if (phrase_.state.empty() && chosen.size() < 2) chosen = talkers();
    if (phrase_.number == 2 && chosen.size() > 2) return last_two(chosen);
    return chosen;
  }

 private:
  // The persons who lead the talks; where none are reported, the states.
  std::vector<int32_t> talkers() const {
    if (cast_.joint_statement && cast_.states.size() > 1) return cast_.states;
    return cast_.principals.size() > 1 || cast_.states.size() < 2 ? cast_.principals : cast_.states;
  }

  // Those of the principals who hold the office or are of the states that the words name.
  std::vector<int32_t> of_office() const {
    std::vector<int32_t> chosen;
    for (const int32_t actor : cast_.principals) {
      if (has_office_word(actor)) chosen.push_back(actor);
    }
    return chosen.size() < 2 ? cast_.principals : chosen;
  }

  bool has_office_word(int32_t actor) const {
    const std::string_view lemma = scene_.token(phrase_.head).lemma;
    for (const TitleUse& title : scene_.persons[static_cast<size_t>(actor)].titles) {
      for (int32_t t = title.tokens.first; t < title.tokens.last; ++t) {
        if (scene_.token(t).lower == lemma) return true;
      }
    }
    return false;
  }

  // The two of them that were named last, in the order of the list.
  std::vector<int32_t> last_two(const std::vector<int32_t>& list) const {
    std::vector<int32_t> two;
    for (size_t i = focus_.recent.size(); i-- > 0 && two.size() < 2;) {
      const int32_t actor = focus_.recent[i];
      if (std::find(list.begin(), list.end(), actor) != list.end()) two.push_back(actor);
    }
    if (two.size() < 2) return list;
    std::sort(two.begin(), two.end(), [&](int32_t a, int32_t b) {
      return std::find(list.begin(), list.end(), a) < std::find(list.begin(), list.end(), b);
    });
    return two;
  }

  Scene& scene_;
  const Cast& cast_;
  const Focus& focus_;
  const Phrase& phrase_;
};

}  // namespace

std::vector<int32_t> resolve_joint(Scene& scene, const Focus& focus, const Phrase& phrase) {
  return JointResolver(scene, focus, phrase).resolve();
}

}  // namespace verbale::actors
