// What HTTP wraps content in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace verbale {

// Does a caller with this Accept-Encoding take gzip? "gzip;q=0" says that he does not.
bool accepts_gzip(std::string_view accepted);

// Nothing where it gains too little: short answers, and files that are packed already.
std::optional<std::string> gzip_if_smaller(std::string_view bytes);

// Of our own making (the page that is built in), so without a bound. Nothing: it is no gzip.
std::optional<std::string> gunzip(std::string_view bytes);

// Content-Disposition of a download. What is not plain in the name is left out and given coded
// (RFC 6266).
std::string disposition(std::string_view file_name);

}  // namespace verbale
