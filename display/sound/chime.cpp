#include "display/sound/chime.hpp"

#include <numbers>

#include "display/sound/loudness.hpp"

namespace panggil::sound {
namespace {
using display::kMillisecond;

/// A struck bar: partials die the sooner the higher they are.
struct Partial {
  double ratio;
  double strength;
  double seconds;  ///< until a third of it is left
};
constexpr Partial kPartials[] = {{1.0, 1.0, 0.32}, {2.0, 0.35, 0.20}, {3.0, 0.12, 0.12}, {4.2, 0.06, 0.06}};
constexpr double kAttack = 0.006;  // seconds: soft, no click
constexpr double kLoudness = -18;  // below the voice, so that nobody starts

void strike(Samples& samples, Micros from, double hertz) {
  for (std::size_t at = samples_in(from); at < samples.size(); ++at) {
    const double time = static_cast<double>(at - samples_in(from)) / kRate;
    double sum = 0;
    for (const auto& partial : kPartials)
      sum += partial.strength * std::exp(-time / partial.seconds) *
             std::sin(2 * std::numbers::pi * hertz * partial.ratio * time);
    samples[at] += static_cast<float>(0.2 * sum * std::min(1.0, time / kAttack));
  }
}

void fade_out(Samples& samples, Micros over) {
  const auto fading = std::min(samples_in(over), samples.size());
  for (std::size_t left = 0; left < fading; ++left)
    samples[samples.size() - 1 - left] *= static_cast<float>(left) / static_cast<float>(fading);
}
}  // namespace

Samples chime(voice::Chime kind) {
  constexpr double kG4 = 392.0;
  constexpr double kC5 = 523.25;
  constexpr double kE5 = 659.26;
  Samples samples;
  if (kind == voice::Chime::kFull) {
    append_silence(samples, 1250 * kMillisecond);
    strike(samples, 0, kG4);
    strike(samples, 190 * kMillisecond, kC5);
    strike(samples, 380 * kMillisecond, kE5);
    fade_out(samples, 250 * kMillisecond);
  } else {
    append_silence(samples, 350 * kMillisecond);
    strike(samples, 0, kE5);
    fade_out(samples, 150 * kMillisecond);
  }
  return levelled(samples, kLoudness);
}

}  // namespace panggil::sound
