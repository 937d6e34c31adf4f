// The language of a text, told from its letters and its commonest words.
#pragma once

#include <string>
#include <string_view>

namespace verbale {

// "en", "vi", "zh", "ja", "ko", "ru", "uk", "ar", "fr", "es", "de", "pt", "it", "id"; "en" where
// nothing speaks for another. Reads at most the first 20,000 bytes.
std::string guess_language(std::string_view text);

// "en" of "en-US", "EN_gb", "English"; empty where it is no language.
std::string language_code(std::string_view given);

}  // namespace verbale
