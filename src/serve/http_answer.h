// A handler's response as it goes over the wire: safety headers, ETag, gzip. For http.cc.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>

#include "serve/http.h"

namespace verbale {

using Answer = boost::beast::http::response<boost::beast::http::string_body>;

// What of a request's head the answer depends on.
struct Wishes {
  unsigned version = 11;
  bool keep_alive = false;
  bool head_only = false;
  bool takes_gzip = false;
  std::string known_tag;
};

Answer make_answer(HttpResponse response, const Wishes& wishes);

}  // namespace verbale
