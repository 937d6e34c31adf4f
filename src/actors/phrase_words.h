// Function words that decide what a noun phrase is. Internal to this folder.
#pragma once

#include <string_view>

namespace verbale::actors {

inline constexpr std::string_view kDefinite[] = {"the", "this", "that"};
inline constexpr std::string_view kOwners[] = {"his", "her", "its", "their", "our", "my"};
inline constexpr std::string_view kRefusing[] = {
    "a",       "an",   "no",  "each", "every",   "some",    "any",   "many", "several", "other",
    "another", "most", "few", "such", "various", "certain", "which", "what", "whose",   "all"};
inline constexpr std::string_view kJointWords[] = {"they", "them", "their", "theirs", "themselves"};
inline constexpr std::string_view kOwnWords[] = {"we", "us", "our", "ours", "ourselves"};
inline constexpr std::string_view kTitleLinks[] = {"of", "for", "to", "and", "the",
                                                   "&",  "at",  "in", "on"};
inline constexpr std::string_view kPlainModifiers[] = {
    "two", "both", "three", "four", "five", "respective", "same", "top", "joint"};
inline constexpr std::string_view kForeign[] = {
    "other",    "senior",  "former", "new",     "world",   "regional", "local",
    "european", "african", "arab",   "western", "foreign", "key"};

}  // namespace verbale::actors
