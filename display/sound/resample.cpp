#include "display/sound/resample.hpp"

#include <cassert>
#include <numbers>

namespace panggil::sound {
namespace {
constexpr double kPi = std::numbers::pi;
constexpr int kReach = 16;      // zero crossings on each side
constexpr double kPass = 0.95;  // of what the lower rate can hold
constexpr int kFine = 256;      // steps between two of them in the table

/// The filter's half, from its middle outwards, in zero crossings: a Hann-windowed sinc.
std::vector<float> half_of_filter() {
  std::vector<float> half;
  for (int step = 0; step <= kReach * kFine; ++step) {
    const double x = static_cast<double>(step) / kFine;
    const double sinc = step == 0 ? 1.0 : std::sin(kPi * x) / (kPi * x);
    half.push_back(static_cast<float>(sinc * (0.5 + 0.5 * std::cos(kPi * x / kReach))));
  }
  return half;
}
}  // namespace

Samples resampled(const Samples& samples, unsigned rate) {
  assert(rate != 0);
  if (rate == kRate || samples.empty()) return samples;
  static const auto kHalf = half_of_filter();
  const double step = static_cast<double>(rate) / kRate;
  const double cutoff = kPass * std::min(1.0, 1.0 / step);  // in zero crossings a sample of the input
  const auto reach = static_cast<std::ptrdiff_t>(std::ceil(kReach / cutoff));
  const auto last = static_cast<std::ptrdiff_t>(samples.size()) - 1;
  Samples out(static_cast<std::size_t>(std::llround(static_cast<double>(samples.size()) / step)));
  for (std::size_t at = 0; at < out.size(); ++at) {
    const double middle = static_cast<double>(at) * step;
    const auto nearest = static_cast<std::ptrdiff_t>(middle);
    double sum = 0;
    for (auto from = std::max<std::ptrdiff_t>(0, nearest - reach); from <= std::min(last, nearest + reach);
         ++from) {
      const auto x = static_cast<std::size_t>(std::abs(static_cast<double>(from) - middle) * cutoff * kFine);
      if (x < kHalf.size())
        sum += static_cast<double>(samples[static_cast<std::size_t>(from)]) * static_cast<double>(kHalf[x]);
    }
    out[at] = static_cast<float>(sum * cutoff);
  }
  return out;
}

}  // namespace panggil::sound
