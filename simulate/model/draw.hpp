/// \file
/// Seeded random draws, the same on every machine: the standard engine is, the standard distributions are
/// not.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace panggil::simulate {

/// A length of time as people's doings vary: half take less than the median, and a few take very much longer
/// (lognormal).
struct Spread {
  std::chrono::seconds median{0};
  double sigma = 0;  ///< of the logarithm; 0.5: two in three lie between 0.6 and 1.65 times the median
  friend bool operator==(const Spread&, const Spread&) = default;
};

class Draw {
 public:
  /// Streams of different names do not disturb each other: one more draw here changes nothing there.
  Draw(std::uint64_t seed, std::string_view stream);

  double unit();  ///< from 0 up to but not including 1
  bool chance(double probability);
  std::size_t below(std::size_t count);  ///< \pre count > 0
  double exponential(double mean);
  std::chrono::milliseconds length(const Spread& spread);

 private:
  double normal();
  std::mt19937_64 engine_;
};

}  // namespace panggil::simulate
