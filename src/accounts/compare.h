// The accounts of one meeting side by side: what is the same across them although worded and
// ordered differently, what one account alone has, and how they differ where they say the same.
//
// A point is a proposition: clauses of any number of accounts that say the same, whoever says it.
// Each character of what the accounts tell (clauses/) is in exactly one point. Nothing here is
// written by the program but the names of the differences: everything else is the accounts' own
// characters.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauses/likeness.h"

namespace verbale {

// How the accounts differ in a point that they share.
enum class DifferenceKind : uint8_t {
  Speaker,
  Strength,
  Negation,
  Numbers,
  Names,
  Adjectives,
  Order,
  Length
};
std::string_view to_string(DifferenceKind kind);

// What one account has in that respect.
struct Version {
  int32_t account = -1;     // index into Comparison::accounts
  std::string value;        // "to-lam + xi-jinping", "stressed", "36"; empty: it has nothing there
  std::vector<Span> words;  // the evidence, where there are words for it
};

struct Difference {
  DifferenceKind kind = DifferenceKind::Speaker;
  // Of the accounts that have the point, in their order. An account that contradicts itself has
  // two.
  std::vector<Version> versions;
};

// Why a passage that comes near does not count as the same point.
enum class NotSame : uint8_t {
  LittleShared,
  Weak,
  OtherPoint,
  OtherParty,
  Direction,
  Negation,
  Perhaps  // it may well be the same: the nearest of both, with what tells most in common
};
std::string_view to_string(NotSame reason);

struct NearPassage {
  Span span;
  double score = 0;
  NotSame reason = NotSame::Weak;
  int32_t point = -1;               // the point that the passage belongs to
  std::vector<std::string> shared;  // words and names that stand in both
};

// One account does not have the point. What its silence weighs depends on what kind of report it
// is.
struct Absence {
  int32_t account = -1;
  // Whether the nearest passages were looked for; not where there are very many accounts.
  bool looked = true;
  std::vector<NearPassage> nearest;  // doubtful ones first, then by falling score, at most kNearest

  // The account may have the point in other words: its first passage is perhaps the same.
  bool perhaps() const { return !nearest.empty() && nearest.front().reason == NotSame::Perhaps; }
};
inline constexpr size_t kNearest = 3;

struct PointPart {
  int32_t account = -1;
  std::vector<Span> spans;            // in text order; neighbours within a unit are one
  std::vector<int32_t> statements;    // into Document::statements, that the spans stand in
  std::vector<int32_t> commitments;   // into Document::commitments, that stand in the spans
  std::vector<std::string> speakers;  // ids of actors; empty: the account's own words
};

struct Point {
  std::string id;
  std::string label;  // built from the record: who, how said, the clearest of its clauses
  std::string topic;  // the name or word that tells most
  std::vector<PointPart> parts;  // of the accounts that have it, in their order
  std::vector<Difference> differences;
  std::vector<Absence> absences;  // of the other accounts that could be read
  // Somebody binds himself or is asked to, by the account that goes furthest: agreed, pledged,
  // proposed. One undertaking, however many accounts tell it.
  bool undertaking = false;
  CommitmentKind undertaken = CommitmentKind::Proposed;
  // Accounts that have it, those that print another's words not counted beside it.
  int32_t witnesses = 0;

  bool shared() const { return witnesses > 1; }
  // In one account, but another may have it in other words.
  bool perhaps() const { return !shared() && std::ranges::any_of(absences, &Absence::perhaps); }
  bool alone() const { return !shared() && !perhaps(); }
  const PointPart* part_of(int32_t account) const;
  const Absence* absence_of(int32_t account) const;  // nullptr: it has the point, or was not read
};

// A document that prints an account again and has hardly anything of its own: no second account.
struct AccountCopy {
  const Document* document = nullptr;
  int32_t of = -1;        // index into Comparison::accounts
  double covered = 0;     // 0 to 1: share of its words that the account has
  std::vector<Span> own;  // what it changes or adds: sentences
};

// A document to compare, whole but for passages that tell of something else (accounts/scope.h), in
// text order and apart.
struct ScopedAccount {
  const Document* document = nullptr;
  std::vector<Span> outside;
};

struct Comparison {
  std::vector<const Document*> accounts;  // by date and name, whatever order they came in
  std::vector<bool> readable;             // of each account: its language is read
  // Of each account: the account whose words it prints again beside its own; else itself. The
  // words printed again belong to no point of it.
  std::vector<int32_t> witness;
  // Of each account: passages that tell of other meetings and were not compared.
  std::vector<std::vector<Span>> outside;
  std::vector<AccountCopy> copies;  // in the order of their accounts, then by date and name
  std::vector<Point> points;  // as the first account has them, then what the next one has beyond
};

// Points of the accounts of one meeting, 1 to some hundreds; copies among them are set apart. The
// documents have been read and outlive the result. A pure function: the same for any order of
// them.
Comparison compare(std::span<const ScopedAccount> texts, const Knowledge& knowledge,
                   const Meanings& meanings);
Comparison compare(std::span<const Document* const> documents, const Knowledge& knowledge,
                   const Meanings& meanings);

// How many of the accounts could be read, those that print another's words not counted beside it.
// With fewer than two nothing can be said to stand in one alone.
int32_t read_witnesses(const Comparison& comparison);

// "not read (zh)"; empty: the account was read.
std::string unread_note(const Comparison& comparison, size_t account);

// What the silence of a report of that kind says, in plain words ("names what was agreed, not all
// that was said").
std::string_view scope_of(const Document& document);

}  // namespace verbale
