/// \file
/// A text in each language of the office, by the language's code.
#pragma once

#include <map>
#include <string>

namespace panggil::protocol {

using LocalText = std::map<std::string, std::string>;

}  // namespace panggil::protocol
