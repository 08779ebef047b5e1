/// \file
/// Names nobody else has chosen, from the kernel's random source.
#pragma once

#include <cstddef>
#include <string>

namespace panggil {

/// `length` characters of `[a-z0-9]` without look-alikes (no `0 o 1 l i`): about 5 bits each.
/// \throws std::system_error when the kernel gives none.
std::string random_text(std::size_t length);

}  // namespace panggil
