#ifndef HERMETIC_PROFILES_UTF8_H_
#define HERMETIC_PROFILES_UTF8_H_

#include <string_view>

namespace hermetic {

// Well-formed UTF-8 as Unicode 15 table 3-7 has it: no overlong forms, no surrogates.
bool IsUtf8(std::string_view text);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_UTF8_H_
