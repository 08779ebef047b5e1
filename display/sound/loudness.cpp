#include "display/sound/loudness.hpp"

#include <ebur128.h>

#include <deque>
#include <memory>
#include <new>

namespace panggil::sound {
namespace {
constexpr std::size_t kMeasured = 3 * kRate;         // a block is 0.4 s, and a word may be shorter
constexpr double kSilence = -70.0;                   // R 128's own
constexpr std::size_t kAhead = kRate / 200;          // 5 ms: how soon before a peak the gain goes down
constexpr float kRecovery = 1.0F / (0.08F * kRate);  // from silent to full in 80 ms

struct Close {
  void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};
using Meter = std::unique_ptr<ebur128_state, Close>;

Meter meter(const Samples& samples, int mode) {
  Meter meter(ebur128_init(1, kRate, mode));
  if (!meter) throw std::bad_alloc();
  ebur128_set_channel(meter.get(), 0, EBUR128_DUAL_MONO);  // it comes out of both loudspeakers
  if (ebur128_add_frames_float(meter.get(), samples.data(), samples.size()) != EBUR128_SUCCESS)
    throw std::bad_alloc();
  return meter;
}

float ratio(double decibels) {
  return static_cast<float>(std::pow(10.0, decibels / 20));
}

/// A gain that is low enough for every peak ahead, and recovers slowly behind it.
Samples limited(Samples samples, float ceiling) {
  std::deque<std::size_t> peaks;  // of the window ahead, falling
  float gain = 1.0F;
  for (std::size_t at = 0, next = 0; at < samples.size(); ++at) {
    for (; next < samples.size() && next <= at + kAhead; ++next) {
      while (!peaks.empty() && std::abs(samples[peaks.back()]) <= std::abs(samples[next])) peaks.pop_back();
      peaks.push_back(next);
    }
    const float peak = std::abs(samples[peaks.front()]);
    const float wanted = peak > ceiling ? ceiling / peak : 1.0F;
    // Down over the window, so that it is there when the peak is.
    gain =
        wanted < gain ? std::max(wanted, gain - (gain - wanted) / 20.0F) : std::min(wanted, gain + kRecovery);
    const float now = std::abs(samples[at]);
    samples[at] *= now * gain > ceiling ? ceiling / now : gain;
    if (peaks.front() == at) peaks.pop_front();
  }
  return samples;
}
}  // namespace

double loudness(const Samples& samples) {
  if (samples.empty()) return -HUGE_VAL;
  Samples measured = samples;
  while (measured.size() < kMeasured) append(measured, samples);
  double lufs = -HUGE_VAL;
  ebur128_loudness_global(meter(measured, EBUR128_MODE_I).get(), &lufs);
  return lufs;
}

double true_peak(const Samples& samples) {
  double peak = 0;
  ebur128_true_peak(meter(samples, EBUR128_MODE_TRUE_PEAK).get(), 0, &peak);
  return 20 * std::log10(std::max(peak, 1e-6));
}

Samples levelled(const Samples& samples, double target) {
  Samples level = samples;
  // Twice: bending the peaks down takes some of the loudness away.
  for (int round = 0; round < 2; ++round) {
    const double now = loudness(level);
    if (now < kSilence) return samples;
    for (auto& sample : level) sample *= ratio(target - now);
    level = limited(std::move(level), ratio(kMostPeak - 0.3));
  }
  if (const double over = true_peak(level) - kMostPeak; over > 0)
    for (auto& sample : level) sample *= ratio(-over);
  return level;
}

}  // namespace panggil::sound
