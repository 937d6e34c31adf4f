// Why the record could not be written or read, for those who answer differently by it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"

namespace verbale {

// Locked: somebody else writes. ReadOnly: file or folder may not be written to. NoRoom: the disk is full, its quota is
// used up, or it failed. Other: anything else, a damaged record among them.
enum class Trouble : uint8_t { Locked, ReadOnly, NoRoom, Other };

// What describe_failure (store/database.h) says of each; the last with SQLite's own words behind it.
inline constexpr std::string_view kLocked = "the record is locked by another program that writes to it";
inline constexpr std::string_view kBeingWritten = "documents are being added to the record";  // by this program
inline constexpr std::string_view kReadOnly = "the record cannot be written: file or folder is read-only";
inline constexpr std::string_view kCannotOpen = "the record cannot be opened or created";
inline constexpr std::string_view kNoRoom = "no room left on the disk";
inline constexpr std::string_view kDiskFailed = "the disk failed";

inline Trouble trouble_of(const Error& error) {
  if (error.what == kLocked || error.what == kBeingWritten) return Trouble::Locked;
  if (error.what == kReadOnly || error.what == kCannotOpen) return Trouble::ReadOnly;
  const bool room = error.what == kNoRoom || error.what.starts_with(kDiskFailed);
  return room ? Trouble::NoRoom : Trouble::Other;
}

}  // namespace verbale
