// Prints the text that is read from each file named, for comparison with other extractors (main_text_peers.py).
#include <cstdio>

#include "source/loader.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const verbale::Result<verbale::Loaded> loaded = verbale::load_file(argv[i]);
    if (!loaded) {
      std::fprintf(stderr, "%s\n", loaded.error().message().c_str());
      return 1;
    }
    for (const verbale::Document& document : loaded->documents) std::puts(document.text.c_str());
  }
  return 0;
}
