#include "store/actor_lists.h"

#include <fmt/format.h>

#include "store/guarded.h"

namespace verbale {

Result<SpeakerCounts> count_speakers(const Record& record) {
  return guarded<SpeakerCounts>([&] {
    SpeakerCounts counts;
    Query query = record.database().query(fmt::format(
        "SELECT e.text, a.actor, e.act, count(*) FROM entries e JOIN entry_actors a ON a.entry = e.row WHERE "
        "e.layer = {} AND a.relation = 'speaker' GROUP BY e.text, a.actor, e.act",
        static_cast<int>(Layer::Statement)));
    while (query.step()) {
      counts[{query.number(0), std::string(query.text(1))}][std::string(query.text(2))] = query.number(3);
    }
    return counts;
  });
}

}  // namespace verbale
