// How many files and sockets the system lets the program have open.
#pragma once

namespace verbale {

// So many connections that the record's files, too, can be opened: `wanted`, or fewer. Raises the soft limit as far as
// the system grants.
int connections_that_fit(int wanted);

}  // namespace verbale
