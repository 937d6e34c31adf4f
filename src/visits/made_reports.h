// Reports made by hand, for the tests of this folder.
#pragma once

#include <string>
#include <vector>

#include "visits/reports.h"

namespace verbale::testing_visits {

struct ReportedName {
  std::string key;
  std::string state;
};

// An account by an outlet of that side; `date` told by the text.
inline MeetingReport account(const std::string& document, const std::string& side,
                             const std::string& date, const std::vector<ReportedName>& persons,
                             MeetingKind kind = MeetingKind::Call) {
  MeetingReport report;
  report.id = "m-" + document;
  report.document = document;
  report.text = "x-" + document;
  report.entry = 0;
  report.kind = kind;
  report.date = date;
  report.basis = date.empty() ? DayBasis::None : DayBasis::Stated;
  report.published = date;
  report.side = side;
  report.outlet = side.empty() ? "" : "Office of " + side;
  for (const ReportedName& person : persons) {
    std::string id = person.key;
    for (char& c : id) c = c == ' ' ? '-' : c;
    report.participants.push_back({id, person.key, person.key, "", person.state});
  }
  report.made_by = "test";
  return report;
}

inline MeetingReport at(MeetingReport report, const std::string& name, const std::string& city,
                        const std::string& state) {
  report.place = {name, city, state};
  return report;
}

// The same, without a day in its text: that of publication stands for it.
inline MeetingReport published_only(MeetingReport report) {
  report.basis = DayBasis::Published;
  report.inferred = true;
  return report;
}

inline MeetingReport undated(MeetingReport report, const std::string& published = "") {
  report.date.clear();
  report.basis = DayBasis::None;
  report.published = published;
  return report;
}

}  // namespace verbale::testing_visits
