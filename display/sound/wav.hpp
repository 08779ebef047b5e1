/// \file
/// WAV files: those that people record, those that espeak-ng says, and ours.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.hpp"
#include "display/sound/samples.hpp"

namespace panggil::sound {

/// Any WAV of 8, 16, 24 or 32 bits or of floats, 8 to 96 kHz, one or two channels, at most ten minutes;
/// made one channel at kRate. A data part that claims to be longer than what is there, as of a file that was
/// written into a pipe, ends where the bytes do. Without an answer: what is wrong, and what would be right.
Result<Samples, std::string> read_wav(std::string_view bytes);
/// As read_wav(); also for a file that cannot be read.
Result<Samples, std::string> read_wav_file(const std::filesystem::path& file);

/// 16 bits, one channel, kRate. With `mark` in a part of its own before the sound, where it is not 0.
std::string to_wav(const Samples& samples, std::uint64_t mark = 0);
/// The mark of one of our own; 0 if it has none.
std::uint64_t mark_of(std::string_view wav);

/// The bytes; throws std::runtime_error, also for more than 64 MiB.
std::string read_bytes(const std::filesystem::path& file);

}  // namespace panggil::sound
