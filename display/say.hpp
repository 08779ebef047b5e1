/// \file
/// One announcement for whoever wants to hear how it will be.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/protocol/message/board.hpp"
#include "display/voice_settings.hpp"

namespace panggil::display {

/// Of `A017 3`, or `A017 Loket Pembayaran 12`. \throws std::invalid_argument saying what is expected
protocol::Call call_to_say(const std::string& what);

/// Says it in full: into a WAV file, or else by the loudspeaker. \returns the exit code of the program
int say(const VoiceSettings& settings, const protocol::Call& call,
        const std::optional<std::filesystem::path>& wav);

}  // namespace panggil::display
