// Trees in CoNLL-U (https://universaldependencies.org/format.html).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "record/tags.h"

namespace verbale {

struct TreeWord {
  std::string form;
  std::string lower;
  std::string lemma;
  Upos upos = Upos::X;
  std::string penn;
  int32_t head = -1;  // index in the sentence, -1 at the root
  Deprel relation = Deprel::dep;
  bool space_after = true;
  std::string misc;
};

struct Tree {
  int32_t document = 0;   // number of the document in its file
  std::string genre;      // of a GUM document ("news"), else empty
  std::string text;
  std::vector<TreeWord> words;
};

// The trees of a file. Words of multiword tokens stand alone; empty nodes are left out.
Result<std::vector<Tree>> read_treebank(const std::string& path);

// Lifts crossing arcs to the head's head until none crosses (Nivre and Nilsson 2005, without marks).
void make_projective(Tree& tree);

// Joins each run of proper nouns that is one name (head with its flat and compound proper nouns, side
// by side, without other dependents inside) into one word, as the program does with names it knows.
// `kept` gets the index of each word that is left.
Tree join_names(const Tree& tree, std::vector<int32_t>& kept);

}  // namespace verbale
