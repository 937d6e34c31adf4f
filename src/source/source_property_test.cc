#include <gtest/gtest.h>

#include <random>

#include "source/loader.h"
#include "source/map_law.h"

namespace verbale {
namespace {

// ---- Whatever the bytes are: no crash, and the map holds

TEST(SourceProperty, DamagedInputNeverBreaksTheMap) {
  const std::vector<std::pair<std::string, std::string>> seeds = {
      {"a.txt", "date 2022-05-03 Title\n\nHANOI (VNA) - The two met “today”.\r\n"},
      {"a.md", "---\ntitle: x\n---\n# T\n- item\n"},
      {"a.jsonl", "{\"id\": 1, \"text\": \"a \\u00e9 \\\" b\"}\n{\"text\": \"Tô Lâm\"}\n"},
      {"a.csv", "id,text\n1,\"a \"\"b\"\" c\nd\"\n2,e\n"},
      {"a.html",
       "<html><head><title>T | S</title></head><body><nav><a href=x>y</a></nav><div><p>The two "
       "met &amp; spoke&nbsp;at &lt;length&gt; of <b>many</b> things<br>and "
       "agreed.</p><table><tr><td>x"
       "<td>y</table><!-- c --><p>&#8220;We &rsquo;ll see&rdquo;, he said to them all.</div>"},
      {"a.txt.gz", gzip("The two met.\n")},
      {"a.txt", utf16("Tô Lâm met 习近平.\n", true)},
  };
  std::mt19937 random(7);
  for (const auto& [path, seed] : seeds) {
    for (int round = 0; round < 3000; ++round) {
      std::string bytes = seed;
      const int changes = 1 + static_cast<int>(random() % 6);
      for (int i = 0; i < changes && !bytes.empty(); ++i) {
        const size_t at = random() % bytes.size();
        switch (random() % 5) {
          case 0:
            bytes[at] = static_cast<char>(random());
            break;
          case 1:
            bytes.erase(at, 1 + random() % 8);
            break;
          case 2:
            bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20));
            break;
          case 3:
            bytes[at] = "<>&;\"\\{}[],:\n\r/='#-"[random() % 20];
            break;
          default:
            bytes.insert(at, 1, static_cast<char>(random()));
            break;
        }
      }
      const Result<Loaded> loaded = load_bytes(bytes, path);
      if (!loaded || path.ends_with(".gz")) continue;
      for (const Document& document : loaded->documents) {
        expect_map_holds(document, bytes);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace verbale
