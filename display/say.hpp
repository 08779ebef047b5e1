/// \file
/// One announcement for whoever wants to hear how it will be.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "display/voice_settings.hpp"

namespace panggil::display {

/// Says `A017 3`, or `A017 Loket Pembayaran 12`, in full: into a WAV file, or else by the loudspeaker.
/// \returns the exit code of the program
int say(const VoiceSettings& settings, const std::string& what,
        const std::optional<std::filesystem::path>& wav);

}  // namespace panggil::display
