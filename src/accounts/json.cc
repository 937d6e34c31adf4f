#include "accounts/json.h"

#include "base/json_writer.h"
#include "record/json.h"

namespace verbale {
namespace {

class ComparisonWriter {
 public:
  explicit ComparisonWriter(const Comparison& comparison) : comparison_(comparison), json_(3) {
    for (const Document* document : comparison.accounts) indices_.emplace_back(document->text);
  }

  std::string write(std::string_view meeting) {
    json_.begin_object().key("meeting").value(meeting);
    json_.key("accounts").begin_array();
    for (const Document* document : comparison_.accounts) json_.value(document->source.name);
    json_.end_array().key("points").begin_array();
    for (const Point& point : comparison_.points) write_point(point);
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  void write_point(const Point& point) {
    json_.begin_object().key("point").value(point.label).key("topic").value(point.topic);
    json_.key("in").begin_object();
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
      json_.key(comparison_.accounts[a]->source.name).begin_array();
      for (const PointPart& part : point.parts) {
        if (part.account != static_cast<int32_t>(a)) continue;
        for (const Span span : part.spans) {
          write_string(json_, *comparison_.accounts[a], indices_[a], span);
        }
      }
      json_.end_array();
    }
    json_.end_object();
    json_.key("wording").null();
    json_.end_object();
  }

  const Comparison& comparison_;
  JsonWriter json_;
  std::vector<CodePointIndex> indices_;
};

}  // namespace

std::string comparison_to_json(const Comparison& comparison, std::string_view meeting) {
  return ComparisonWriter(comparison).write(meeting);
}

}  // namespace verbale
