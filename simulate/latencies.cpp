#include "simulate/latencies.hpp"

#include <algorithm>

namespace panggil::simulate {

LatencyFigures latency_figures(std::vector<Micros> samples) {
  if (samples.empty()) return {};
  std::sort(samples.begin(), samples.end());
  const auto rank = [&](std::size_t percent) { return samples[(samples.size() * percent + 99) / 100 - 1]; };
  return {samples.size(), rank(50), rank(99), samples.back()};
}

void CallLatency::heard(std::uint64_t call) {
  Call& entry = calls_[call];
  ++entry.heard;
  entry.last = std::chrono::steady_clock::now();
  settle(call);
}

void CallLatency::answered(std::uint64_t call, Micros took) {
  calls_[call].pressed = std::chrono::steady_clock::now() - took;
  settle(call);
}

void CallLatency::settle(std::uint64_t number) {
  const auto found = calls_.find(number);
  const Call& call = found->second;
  if (!call.pressed || call.heard < subscribers_) return;
  samples_.push_back(std::chrono::duration_cast<Micros>(call.last - *call.pressed));
  calls_.erase(found);
}

}  // namespace panggil::simulate
