/// \file
/// What was heard, measured.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "display/sound/samples.hpp"
#include "display/voice/announcer.hpp"

namespace panggil::sound {

/// From silence to silence.
struct Stretch {
  std::size_t from;
  std::size_t to;  ///< the first sample behind it
};

/// Where something is heard; shorter silences than `rest` are within.
std::vector<Stretch> stretches(const Samples& heard, Micros rest);
Samples part(const Samples& heard, const Stretch& stretch);
double seconds(std::size_t samples);

/// Where a sound is heard in another.
struct Found {
  std::size_t at = 0;
  double likeness = 0;  ///< 1: the very same, sample by sample; 0: nothing in common
};
/// Where it is most likely to begin, within so many samples from `from` on.
Found find(const Samples& wanted, const Samples& heard, std::size_t from, std::size_t within);
/// That both are the same, give or take what is cut off at the ends.
double likeness(const Samples& one, const Samples& other);

/// As espeak-ng says it: the ticket and the counter, with the rest that is between them.
Samples reading(const protocol::Call& call, voice::Form form, voice::Language language,
                const std::filesystem::path& cache);

}  // namespace panggil::sound
