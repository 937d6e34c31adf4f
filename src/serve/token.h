// Random strings that nobody can guess.
#pragma once

#include <string>
#include <string_view>

namespace verbale {

// 128 bits from the operating system as 32 hexadecimal digits.
std::string random_token();

// Takes as long for a wrong one as for the right one, however much of it is right.
bool is_same_token(std::string_view given, std::string_view token);

}  // namespace verbale
