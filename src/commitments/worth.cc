#include "commitments/worth.h"

#include <algorithm>

namespace verbale {

// The words that say what is done end where its circumstances begin: "in line with the Charter", "for the benefit of".
int32_t WorthJudge::end_of_core(const Undertaking& undertaking) const {
  for (int32_t i = undertaking.tokens.first + 1; i + 1 < undertaking.tokens.last; ++i) {
    const bool circumstance =
        (words_.is(i, "in") && words_.is_any(i + 1, {"line", "accordance", "conformity", "keeping", "view", "light",
                                                     "recognition", "order"})) ||
        (words_.is(i, "on") && words_.is(i + 1, "the") && words_.is_any(i + 2, {"basis", "foundation"})) ||
        (words_.is(i, "in") && words_.is(i + 1, "the") && words_.is_any(i + 2, {"spirit", "interest", "interests", "face"})) ||
        (words_.is(i, "for") && words_.is(i + 1, "the") && words_.is_any(i + 2, {"benefit", "benefits", "sake", "good"})) ||
        (words_.is_comma(i) && words_.is_gerund(i + 1) && !words_.is(i + 1, "including")) ||
        words_.is_any(i, {"thereby", "thus", "so", "because"});
    if (circumstance) return i;
  }
  return undertaking.tokens.last;
}

WorthJudge::Counts WorthJudge::count(TokenRange range, int32_t verb) const {
  Counts counts;
  const CommitmentWords& pack = knowledge_.commitment_words;
  for (int32_t i = range.first; i < range.last;) {
    const std::span<const std::string_view> lemmas = words_.lemmas(i, range.last);
    // "safeguard fairness": the verb of the deed is not the noun that the pack may mean.
    if (i == verb && pack.match(CommitmentClass::Verb, lemmas) == 1) {
      ++i;
      continue;
    }
    const int32_t concrete = pack.match(CommitmentClass::Concrete, lemmas);
    const int32_t goodwill = pack.match(CommitmentClass::Goodwill, lemmas);
    const int32_t general = pack.match(CommitmentClass::General, lemmas);
    const int32_t shared = pack.match(CommitmentClass::Shared, lemmas);
    const int32_t wide = pack.match(CommitmentClass::Wide, lemmas);
    const int32_t longest = std::max({concrete, goodwill, general, shared, wide});
    if (wide > 0) counts.wide = true;
    if (longest == 0) {
      counts.plain += words_.at(i).upos == Upos::NOUN && i != verb && !words_.is_hyphen(i - 1) && !words_.is_hyphen(i + 1) && !pack.has(CommitmentClass::Neutral, words_.lemma(i)) &&
                      !pack.has(CommitmentClass::Body, words_.lemma(i));
      ++i;
      continue;
    }
    // The longest phrase decides; of equal ones the more telling.
    if (general == longest) ++counts.general;
    else if (concrete == longest) ++counts.concrete;
    else if (shared == longest) ++(words_.is_any(i, {"effort", "efforts", "work"}) ? counts.efforts : counts.shared);
    else if (goodwill == longest) ++counts.goodwill;
    i += longest;
  }
  return counts;
}

// "support Ukraine", "stand by the people of X": the state or people as a whole.
bool WorthJudge::supports_whole(const Undertaking& undertaking) const {
  for (int32_t i = undertaking.tokens.first; i < undertaking.tokens.last && i < undertaking.tokens.first + 4; ++i) {
    const bool backs = words_.is_any(i, {"support", "supporting", "back", "backing", "by", "with"}) &&
                       (!words_.is_any(i, {"by", "with"}) || words_.is_any(i - 1, {"stand", "standing"}));
    if (!backs) continue;
    const int32_t head = words_.noun_head(i + 1, undertaking.tokens.last);
    if (head < 0 || words_.is_any(head + 1, {"in", "to", "on"})) return false;
    if (words_.lemma(head) == "people") return true;
    return std::any_of(document_.names.begin(), document_.names.end(), [&](const Name& name) {
      return name.kind == NameKind::State && name.tokens.contains(head);
    });
  }
  return false;
}

// "brief the leaders", "sign", "travel": an act that is seen to happen, whatever its object.
bool WorthJudge::acts(const Undertaking& undertaking) const {
  return undertaking.shape != Shape::Noun && undertaking.verb >= 0 &&
         knowledge_.commitment_words.has(CommitmentClass::Visible, words_.lemma(undertaking.verb));
}

Worth WorthJudge::judge(const Undertaking& undertaking) const {
  if (supports_whole(undertaking)) return Worth::General;
  const int32_t verb = undertaking.shape == Shape::Noun ? -1 : undertaking.verb;
  Counts core = count({undertaking.tokens.first, end_of_core(undertaking)}, verb);
  // "make efforts for peace" is as good a will as peace; "joint efforts" without more are work together.
  if (core.goodwill == 0) core.shared += core.efforts;
  if (core.wide && core.general + core.shared > 0) return Worth::General;
  if (core.concrete > 0) return Worth::Kept;
  if (core.general > 0) return Worth::General;
  if (core.shared > 0 && core.plain == 0) return Worth::General;
  if (core.goodwill > 0 && core.shared == 0 && core.plain == 0 && !acts(undertaking)) return Worth::Dropped;
  return Worth::Kept;
}

}  // namespace verbale
