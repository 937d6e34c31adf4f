// The files of the page as they were built into the program; written by scripts/embed_page.py.
#pragma once

#include <string_view>
#include <vector>

namespace verbale {

struct PageFile {
  std::string_view path;  // "/index.html", "/assets/main-1a2b3c.js"
  std::string_view type;
  const char* begin;
  const char* end;
  bool packed;  // gzip

  std::string_view bytes() const { return {begin, static_cast<size_t>(end - begin)}; }
};

// Empty where the page was not built.
const std::vector<PageFile>& page_files();

}  // namespace verbale
