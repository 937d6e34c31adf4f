// The page that is built into the program.
#pragma once

#include "serve/http.h"

namespace verbale {

// A file of the page; for the page's own addresses, its index. Without a page built in: a plain one
// that says so.
HttpResponse page_for(const HttpRequest& request);

}  // namespace verbale
