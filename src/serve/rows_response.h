// A list as a response: one array, a row a line, and in X-Total-Count how many there are in all.
#pragma once

#include <string>
#include <string_view>

#include "serve/routes.h"

namespace verbale {

class RowsResponse {
 public:
  void add(std::string_view row) {
    body_ += body_.empty() ? "[\n" : ",\n";
    body_ += row;
  }
  // `listed`: whether reading the rows went well.
  HttpResponse finish(const Result<void>& listed, const Result<int64_t>& total) {
    if (!listed) return failed(listed.error());
    if (!total) return failed(total.error());
    HttpResponse response = json_response(body_.empty() ? "[]" : body_ + "\n]");
    response.headers.emplace_back("X-Total-Count", std::to_string(*total));
    return response;
  }

 private:
  std::string body_;
};

}  // namespace verbale
