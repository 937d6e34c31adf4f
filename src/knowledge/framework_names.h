// Frameworks that are known by name, and the forms that names of others have (knowledge/world/frameworks.tsv,
// knowledge/en/framework_forms.tsv, bilateral_forms.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"
#include "record/values.h"

namespace verbale {

struct KnownFramework {
  std::string name;  // canonical, the same in all documents
  FrameworkKind kind = FrameworkKind::Mechanism;
};

// One way to write a known framework.
struct FrameworkVariant {
  int32_t framework = -1;
  std::string written;
  bool exact = false;      // counts only as written
  std::string needs;       // name of a framework that the document must name too ("@DOC" in the pack)
  uint64_t capitals = 0;   // bit i: word i must have a capital (never the last of several)
};

// A noun that ends names: "X Initiative". Several words for "working group".
struct FrameworkForm {
  FrameworkKind kind = FrameworkKind::Mechanism;
  bool none = false;                // ends no name ("press conference")
  bool lower = false;               // may be written small after a proper name
  std::vector<std::string> after;   // prepositions that lead on: "Treaty on X"
};

// A status or mechanism of two states in plain words: "strategic partnership".
enum class PairNaming : uint8_t { Always, Never, OnlyBeside };
struct BilateralForm {
  std::string name;  // "Strategic Partnership"
  FrameworkKind kind = FrameworkKind::Partnership;
  PairNaming states = PairNaming::Always;
};

class FrameworkNames {
 public:
  // Reads the packs below `home`.
  static Result<FrameworkNames> load(const std::string& home);

  const std::vector<KnownFramework>& frameworks() const { return frameworks_; }
  const std::vector<FrameworkVariant>& variants() const { return variants_; }
  const std::vector<FrameworkForm>& forms() const { return forms_; }
  const std::vector<BilateralForm>& bilateral() const { return bilateral_; }

  // Phrases of folded words (knowledge/words.h); values are indices into variants(), forms(), bilateral().
  const PhraseTable& names() const { return names_; }
  const PhraseTable& heads() const { return heads_; }
  const PhraseTable& statuses() const { return statuses_; }

 private:
  Result<void> load_frameworks(const std::string& path);
  Result<void> load_forms(const std::string& path);
  Result<void> load_bilateral(const std::string& path);
  void add_variant(int32_t framework, std::string_view written, bool exact);

  std::vector<KnownFramework> frameworks_;
  std::vector<FrameworkVariant> variants_;
  std::vector<FrameworkForm> forms_;
  std::vector<BilateralForm> bilateral_;
  PhraseTable names_;
  PhraseTable heads_;
  PhraseTable statuses_;
};

// "community with a shared future" -> "Community with a Shared Future": capitals as in a title; articles, prepositions and
// "and" stay small inside.
std::string title_case(std::string_view text);

}  // namespace verbale
