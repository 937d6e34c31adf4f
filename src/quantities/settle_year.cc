// A name with its title ("General Secretary and President To Lam") says which offices its bearer held on the day. Each
// year is tried: it fits if all of them were held then.
#include "quantities/settle_year.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/world_matches.h"

namespace verbale {
namespace {

constexpr int32_t kFirstYear = 1990;
constexpr int32_t kLastYear = 2040;

struct Claim {
  int32_t person = -1;
  OfficeKind office = OfficeKind::Other;
};

int32_t person_index(const World& world, std::string_view id) {
  const Person* person = world.person(id);
  return person == nullptr ? -1 : static_cast<int32_t>(person - world.persons().data());
}

bool has_term(const World& world, Claim claim) {
  const std::span<const int32_t> terms = world.terms_of(claim.person);
  return std::any_of(terms.begin(), terms.end(), [&](int32_t term) {
    return world.terms()[static_cast<size_t>(term)].kind == claim.office;
  });
}

// The offices that names of the document claim, where the packs know when they were held.
std::vector<Claim> claims_of(const Document& document, const Knowledge& knowledge) {
  std::vector<Claim> claims;
  for (const Name& name : document.names) {
    if (name.kind != NameKind::Person || name.id.empty() || name.core.first <= name.tokens.first) continue;
    const int32_t person = person_index(knowledge.world, name.id);
    if (person < 0) continue;
    const TokenRange words = words_of(document, {name.tokens.first, name.core.first});
    std::vector<std::string_view> part;
    for (int32_t i = words.first; i <= words.last; ++i) {
      const bool end = i == words.last;
      const std::string_view word = end ? "and" : document.words[static_cast<size_t>(i)].folded;
      if (word != "and") {
        part.push_back(word);
        continue;
      }
      const std::optional<OfficeKind> office = knowledge.titles.office_of(part);
      if (office && has_term(knowledge.world, {person, *office})) claims.push_back({person, *office});
      part.clear();
    }
  }
  return claims;
}

// Bounds may be a year or a month only.
bool covers(const Term& term, const std::string& day) {
  const bool begun = day.compare(0, term.from.size(), term.from) >= 0;
  const bool lasting = term.to.empty() || day.compare(0, term.to.size(), term.to) <= 0;
  return begun && lasting;
}

bool holds(const World& world, Claim claim, const std::string& day) {
  const std::span<const int32_t> terms = world.terms_of(claim.person);
  return std::any_of(terms.begin(), terms.end(), [&](int32_t index) {
    const Term& term = world.terms()[static_cast<size_t>(index)];
    return term.kind == claim.office && covers(term, day);
  });
}

}  // namespace

int32_t settle_year(const Document& document, const Knowledge& knowledge, Date day) {
  const std::vector<Claim> claims = claims_of(document, knowledge);
  if (claims.empty()) return 0;
  int32_t only = 0;
  for (int32_t year = kFirstYear; year <= kLastYear; ++year) {
    const std::string iso = to_iso({year, day.month, day.day});
    const bool fits = std::all_of(claims.begin(), claims.end(), [&](Claim claim) {
      return holds(knowledge.world, claim, iso);
    });
    if (!fits) continue;
    if (only != 0) return 0;
    only = year;
  }
  return only;
}

}  // namespace verbale
