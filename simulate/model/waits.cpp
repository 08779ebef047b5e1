#include "simulate/model/waits.hpp"

#include <algorithm>
#include <numeric>

namespace panggil::simulate {

WaitFigures figures(std::vector<Seconds> waits) {
  if (waits.empty()) return {};
  std::sort(waits.begin(), waits.end());
  const auto rank = [&](std::size_t percent) { return waits[(waits.size() * percent + 99) / 100 - 1]; };
  const auto sum = std::accumulate(waits.begin(), waits.end(), Seconds(0));
  return {waits.size(), sum / static_cast<Seconds::rep>(waits.size()), rank(50), rank(90)};
}

}  // namespace panggil::simulate
