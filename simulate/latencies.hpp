/// \file
/// How long answers took.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "simulate/crew.hpp"

namespace panggil::simulate {

/// Sorted out of many samples.
struct LatencyFigures {
  std::size_t count = 0;
  Micros p50{0};
  Micros p99{0};
  Micros most{0};
};
LatencyFigures latency_figures(std::vector<Micros> samples);

/// From sending `next` to the moment at which the last of several subscribers has its call.
class CallLatency {
 public:
  explicit CallLatency(std::size_t subscribers) : subscribers_(subscribers) {}

  /// A subscriber has this call, now.
  void heard(std::uint64_t call);
  /// The press that made the call was answered after `took`.
  void answered(std::uint64_t call, Micros took);
  const std::vector<Micros>& samples() const { return samples_; }

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Call {
    std::optional<Moment> pressed;
    std::size_t heard = 0;
    Moment last;
  };
  void settle(std::uint64_t number);

  std::size_t subscribers_;
  std::map<std::uint64_t, Call> calls_;  ///< not complete yet
  std::vector<Micros> samples_;
};

}  // namespace panggil::simulate
