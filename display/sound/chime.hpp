/// \file
/// The chime before a call: made here, a file of nobody's.
#pragma once

#include "display/sound/samples.hpp"
#include "display/voice/announcer.hpp"

namespace panggil::sound {

/// Three notes of a small bell going up; in short, one. Each fades by itself; levelled as speech is.
Samples chime(voice::Chime kind);

/// Changes with the sound of them: for what keeps copies.
inline constexpr int kChimeVersion = 2;

}  // namespace panggil::sound
