/// \file
/// Which Panggil this is. The number is stated once, in the top CMakeLists.txt.
#pragma once

#include <string_view>

namespace panggil {

inline constexpr std::string_view kVersion = PANGGIL_VERSION;

}  // namespace panggil
