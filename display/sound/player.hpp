/// \file
/// The process that has the sound device: told what to play by lines on its standard input, until that ends.
///
/// `play GAIN STEP…`, with tabs between: each STEP is `~` and a rest in microseconds, or a WAV file; in one
/// go, after what is playing. `stop`: silence, at once. It answers `open` when the device is there, `fault
/// WHY` when it is not or is no more, and `unreadable FILE` for a file that it cannot play.
#pragma once

#include <string>

namespace panggil::sound {

/// What it ends with when there is no device, or none any more.
inline constexpr int kNoDevice = 3;

/// Opens the device of that name, empty for the machine's own choice, and plays until standard input ends.
/// \returns the exit code of the process
int run_player(const std::string& device_name);

}  // namespace panggil::sound
