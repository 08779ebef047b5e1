/// \file
/// What this machine can tell of itself.
#pragma once

#include <cstdint>
#include <optional>

namespace panggil {

std::int64_t resident_kib();
/// Of the processor; nothing where the machine does not say.
std::optional<double> temperature_c();
/// Whether the machine's own clock follows a better one; nothing where that may not be asked. Calls are shown
/// either way.
std::optional<bool> clock_synchronised();

}  // namespace panggil
