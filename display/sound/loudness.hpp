/// \file
/// All that is said is equally loud, whoever recorded it and however far from the microphone.
#pragma once

#include "display/sound/samples.hpp"

namespace panggil::sound {

inline constexpr double kTarget = -16.0;   ///< LUFS, as EBU R 128 measures it
inline constexpr double kMostPeak = -1.5;  ///< dBTP: between the samples too

/// In LUFS; below -70: nothing is heard. What is shorter than a measurement needs is measured as if it went
/// on.
double loudness(const Samples& samples);
/// In dBTP.
double true_peak(const Samples& samples);

/// As loud as `target`; peaks that would then be above kMostPeak are bent down, not clipped. Silence stays
/// silence.
Samples levelled(const Samples& samples, double target = kTarget);

}  // namespace panggil::sound
