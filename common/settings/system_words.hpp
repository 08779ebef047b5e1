/// \file
/// Why the system has refused a file, in the language that is spoken.
#pragma once

#include <string>

namespace panggil::settings {

/// `error` as in errno; what is rare is told as the system tells it.
std::string system_words(int error);

}  // namespace panggil::settings
