// Universal Dependencies tags, and the Penn tags of the English treebanks.
// https://universaldependencies.org/u/pos/ and /u/dep/ (version 2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace verbale {

// X-macro lists, so that an enumerator and its name cannot drift apart.
#define VERBALE_UPOS(M) \
  M(ADJ) M(ADP) M(ADV) M(AUX) M(CCONJ) M(DET) M(INTJ) M(NOUN) M(NUM) M(PART) M(PRON) M(PROPN) \
  M(PUNCT) M(SCONJ) M(SYM) M(VERB) M(X)

enum class Upos : uint8_t {
#define VERBALE_ENUMERATOR(name) name,
  VERBALE_UPOS(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
};

// Form of the verb, from the treebank's own tag (Penn: VB, VBD, VBG, VBN, VBP, VBZ, MD).
enum class VerbForm : uint8_t { None, Base, Past, Gerund, PastParticiple, Present, Present3, Modal };

// Universal relations; subtypes that the frames tell apart are relations of their own.
// `Root` is the relation of a sentence's root, whose head is -1.
#define VERBALE_DEPREL(M) \
  M(root, "root") M(nsubj, "nsubj") M(nsubj_pass, "nsubj:pass") M(csubj, "csubj") \
  M(csubj_pass, "csubj:pass") M(obj, "obj") M(iobj, "iobj") M(ccomp, "ccomp") M(xcomp, "xcomp") \
  M(obl, "obl") M(obl_agent, "obl:agent") M(vocative, "vocative") M(expl, "expl") \
  M(dislocated, "dislocated") M(advcl, "advcl") M(advmod, "advmod") M(discourse, "discourse") \
  M(aux, "aux") M(aux_pass, "aux:pass") M(cop, "cop") M(mark, "mark") M(nmod, "nmod") \
  M(nmod_poss, "nmod:poss") M(appos, "appos") M(nummod, "nummod") M(acl, "acl") \
  M(acl_relcl, "acl:relcl") M(amod, "amod") M(det, "det") M(clf, "clf") M(case_, "case") \
  M(conj, "conj") M(cc, "cc") M(fixed, "fixed") M(flat, "flat") M(list, "list") \
  M(parataxis, "parataxis") M(compound, "compound") M(compound_prt, "compound:prt") \
  M(orphan, "orphan") M(goeswith, "goeswith") M(reparandum, "reparandum") M(punct, "punct") \
  M(dep, "dep")

enum class Deprel : uint8_t {
#define VERBALE_ENUMERATOR(name, text) name,
  VERBALE_DEPREL(VERBALE_ENUMERATOR)
#undef VERBALE_ENUMERATOR
};

std::string_view to_string(Upos tag);
std::string_view to_string(Deprel relation);
// A subtype that is no relation of its own here becomes its main relation ("obl:tmod" -> obl);
// what is unknown altogether becomes `dep`.
Deprel deprel_from(std::string_view name);
std::optional<Upos> upos_from(std::string_view name);

}  // namespace verbale
