/// \file
/// Sound of another rate, made kRate.
#pragma once

#include "display/sound/samples.hpp"

namespace panggil::sound {

/// By a windowed sinc: what the lower of both rates cannot hold is left out instead of folded back.
/// \pre rate is not 0
Samples resampled(const Samples& samples, unsigned rate);

}  // namespace panggil::sound
