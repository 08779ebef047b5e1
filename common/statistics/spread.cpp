#include "common/statistics/spread.hpp"

#include <algorithm>
#include <numeric>

namespace panggil::statistics {
namespace {

Millis percentile(const std::vector<Millis>& sorted, std::size_t percent) {
  return sorted[(sorted.size() * percent + 99) / 100 - 1];
}

}  // namespace

std::optional<Spread> spread_of(std::vector<Millis> durations) {
  if (durations.empty()) return std::nullopt;
  std::ranges::sort(durations);
  const Millis sum = std::accumulate(durations.begin(), durations.end(), Millis{});
  return Spread{durations.size(), sum / static_cast<std::int64_t>(durations.size()),
                percentile(durations, 50), percentile(durations, 90)};
}

}  // namespace panggil::statistics
