#include "accounts/undertakings.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/utf8.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

const Commitment& commitment_of(const Comparison& comparison, const ToldCommitment& told) {
  const Document& document = *comparison.accounts[static_cast<size_t>(told.account)];
  return document.commitments[static_cast<size_t>(told.commitment)];
}

// Words of four bytes and more: enough to tell which of two undertakings of one point is meant.
std::set<std::string> words_of(const Comparison& comparison, const ToldCommitment& told) {
  constexpr size_t kShortest = 4;
  const Document& document = *comparison.accounts[static_cast<size_t>(told.account)];
  std::set<std::string> words;
  for (std::string& word : split_words(fold(document.str(commitment_of(comparison, told).text)))) {
    if (word.size() >= kShortest) words.insert(std::move(word));
  }
  return words;
}

int64_t common_words(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); });
}

// The undertakings of one point: those of the account that tells most of them, to which each other
// account's are put, one to one and within their kind; what finds no partner stands for itself.
class PointUndertakings {
 public:
  PointUndertakings(const Comparison& comparison, int32_t point)
      : comparison_(comparison), point_(point) {}

  std::vector<SharedUndertaking> find() {
    const Point& point = comparison_.points[static_cast<size_t>(point_)];
    std::vector<const PointPart*> parts;
    for (const PointPart& part : point.parts) {
      if (!part.commitments.empty()) parts.push_back(&part);
    }
    std::ranges::stable_sort(parts, std::greater<>(),
                             [](const PointPart* part) { return part->commitments.size(); });
    if (parts.empty()) return {};
    const bool one = parts.front()->commitments.size() == 1;
    for (const PointPart* part : parts) {
      if (one) {
        add_only(part->account, part->commitments.front());
      } else {
        add_part(*part);
      }
    }
    return std::move(found_);
  }

 private:
  void start(ToldCommitment told) {
    found_.push_back({commitment_of(comparison_, told).kind, point_, {told}});
  }

  // Each account tells one: it is the same, whatever kind each makes of it. The one that goes
  // furthest is quoted.
  void add_only(int32_t account, int32_t commitment) {
    const ToldCommitment told{account, commitment};
    if (found_.empty()) return start(told);
    SharedUndertaking& undertaking = found_.front();
    const CommitmentKind kind = commitment_of(comparison_, told).kind;
    const bool further = kind < undertaking.kind;
    undertaking.told.insert(further ? undertaking.told.begin() : undertaking.told.end(), told);
    if (further) undertaking.kind = kind;
  }

  void add_part(const PointPart& part) {
    std::set<size_t> taken;
    for (const int32_t commitment : part.commitments) {
      const ToldCommitment told{part.account, commitment};
      const size_t partner = nearest(told, taken);
      if (partner == found_.size()) {
        start(told);
      } else {
        found_[partner].told.push_back(told);
      }
      taken.insert(partner);
    }
  }

  // Of the same kind, not of this account and not taken by it; found_.size() where there is none.
  size_t nearest(const ToldCommitment& told, const std::set<size_t>& taken) const {
    const std::set<std::string> words = words_of(comparison_, told);
    size_t best = found_.size();
    int64_t most = -1;
    for (size_t i = 0; i < found_.size(); ++i) {
      const bool own = found_[i].told.front().account == told.account;
      if (own || taken.contains(i) || found_[i].kind != commitment_of(comparison_, told).kind)
        continue;
      const int64_t common = common_words(words, words_of(comparison_, found_[i].told.front()));
      if (common <= most) continue;
      best = i;
      most = common;
    }
    return best;
  }

  const Comparison& comparison_;
  const int32_t point_;
  std::vector<SharedUndertaking> found_;
};

}  // namespace

std::vector<SharedUndertaking> shared_undertakings(const Comparison& comparison) {
  std::vector<SharedUndertaking> found;
  for (size_t p = 0; p < comparison.points.size(); ++p) {
    for (SharedUndertaking& each : PointUndertakings(comparison, static_cast<int32_t>(p)).find()) {
      found.push_back(std::move(each));
    }
  }
  return found;
}

}  // namespace verbale
