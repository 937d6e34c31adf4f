#include "decisions/reading_mark.h"

#include <algorithm>

#include "base/file.h"

namespace verbale {

bool is_made_by_person(std::span<const Decision> decisions, const std::string& entry) {
  return std::ranges::any_of(decisions, [&](const Decision& decision) {
    return decision.claim.id == entry && decision.verdict == Verdict::Correct && decision.body.empty();
  });
}

std::string reading_mark(std::set<std::string> entries, std::span<const Decision> decisions) {
  for (const Decision& decision : decisions) {
    const bool counts = !decision.claim.id.empty() && decision.layer != Layer::Commitment && decision.layer != Layer::Actor;
    if (counts) entries.insert(decision.claim.id);  // it may have been rejected
  }
  std::erase_if(entries, [&](const std::string& entry) { return is_made_by_person(decisions, entry); });
  std::string all;
  for (const std::string& entry : entries) all += entry + '\n';
  return sha256_hex(all).substr(0, 8);
}

}  // namespace verbale
