// What a web page says of itself: meta tags, Open Graph, schema.org (JSON-LD and microdata), time
// elements.
#pragma once

#include "record/document.h"
#include "source/html_tree.h"

namespace verbale {

// Title, date, outlet, url and language as the page gives them; empty where it does not.
GivenMetadata read_page_metadata(const HtmlTree& tree);

}  // namespace verbale
