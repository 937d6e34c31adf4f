// Persons' marks on undertakings.
#include <algorithm>
#include <array>

#include "answers/marks.h"
#include "answers/rows.h"
#include "base/dates.h"
#include "serve/changes.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {
namespace {

std::expected<MarkWish, HttpResponse> read_wish(const JsonValue& body) {
  MarkWish wish;
  const StringMember members[] = {{"entry", &wish.id, kLongestParameter},
                                  {"scale", &wish.scale, kLongestParameter},
                                  {"date", &wish.date, kLongestParameter},
                                  {"evidence", &wish.evidence, kLongestParameter},
                                  {"value", &wish.value, kLongestParameter}};
  const bool number = body.at("value").is_integer();
  if (std::optional<HttpResponse> problem = read_strings(body, std::span(members).first(number ? 4 : 5)))
    return std::unexpected(std::move(*problem));
  if (number) wish.value = std::to_string(body.at("value").integer);
  constexpr std::array<std::string_view, 7> kValues = {"-1", "0", "1", "+1", "2", "3", "none"};
  if (wish.id.empty() || std::ranges::find(kValues, wish.value) == kValues.end()) {
    return std::unexpected(
        http_error(400, "a mark needs entry and value", "value is -1, 0, +1, 1 to 3, or none"));
  }
  if (wish.value != "none" && wish.evidence.empty()) {
    return std::unexpected(
        http_error(400, "a status needs its evidence", "the id of an entry or a document"));
  }
  if (!wish.scale.empty() && wish.scale != "compliance" && wish.scale != "implementation") {
    return std::unexpected(http_error(400, "scale is compliance or implementation"));
  }
  if (!body.at("date").is_null() && iso_date(wish.date).empty()) {
    return std::unexpected(http_error(400, "date is no date", "YYYY-MM-DD"));
  }
  return wish;
}

}  // namespace

HttpResponse post_mark(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const std::expected<JsonValue, HttpResponse> body = json_body(question.request);
  if (!body) return body.error();
  const std::expected<MarkWish, HttpResponse> wish = read_wish(*body);
  if (!wish) return wish.error();
  Result<PersonMark> mark = fail("", "");
  {
    const Result<RecordReaders::Lent> record = question.service.readers->lend();
    if (!record) return failed(record.error());
    mark = make_mark(**record, *wish, &question.service.materials);
  }
  if (!mark) return not_found(mark.error());
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  if (wish->value == "none") {
    const Result<bool> taken = (*store)->take_mark_back(*mark);
    if (!taken) return failed_change(taken.error());
    if (!*taken) return http_error(404, "there is no mark of that day on these words");
  } else if (const Result<void> set = (*store)->set_mark(*mark); !set) {
    return failed_change(set.error());
  }
  JsonWriter json;
  write_mark(json, *mark);
  return json_response(json.take());
}

}  // namespace verbale
