#include "store/statuses.h"

#include "store/guarded.h"

namespace verbale {

Result<std::vector<PersonMark>> read_marks(const Record& record) {
  return guarded<std::vector<PersonMark>>([&] {
    std::vector<PersonMark> marks;
    Query query = record.database().query(
        "SELECT entry, text_id, start, \"end\", words, value, scale, date, evidence FROM marks "
        "ORDER BY date, entry, row");
    while (query.step()) {
      PersonMark& mark = marks.emplace_back();
      mark.entry = query.text(0);
      mark.text = query.text(1);
      mark.start = static_cast<uint32_t>(query.number(2));
      mark.end = static_cast<uint32_t>(query.number(3));
      mark.words = query.text(4);
      mark.value = query.number(5);
      mark.scale =
          query.text(6) == "compliance" ? MarkScale::Compliance : MarkScale::Implementation;
      mark.date = query.text(7);
      mark.evidence = query.text(8);
    }
    return marks;
  });
}

}  // namespace verbale
