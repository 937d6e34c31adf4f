// The sections of a brief, one function each. A section with nothing to say is left out, unless its silence is
// itself a finding.
#pragma once

#include "brief/occasion.h"
#include "paper/page.h"

namespace verbale {

void add_meetings(Page& page, const Occasion& occasion, const World& world);
void add_accounts(Page& page, const Occasion& occasion, const World& world);
void add_undertakings(Page& page, const Occasion& occasion, const World& world);
void add_instruments(Page& page, const Occasion& occasion, const World& world);
void add_said(Page& page, const Occasion& occasion, const World& world);
void add_news(Page& page, const Occasion& occasion, const World& world);
void add_one_sided(Page& page, const Occasion& occasion, const World& world);
void add_differences(Page& page, const Occasion& occasion, const World& world);
void add_open(Page& page, const Occasion& occasion, const World& world);

}  // namespace verbale
