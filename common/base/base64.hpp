/// \file
/// RFC 4648, with padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace panggil {

std::string to_base64(std::string_view bytes);
/// Nothing for a text that is none.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace panggil
