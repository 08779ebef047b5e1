#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "dispatcher/estimates/estimator.hpp"
#include "waiting_room.hpp"

namespace panggil::estimates {
namespace {

/// A history that no office would have: anything may follow anything, at any time.
class Chaos {
 public:
  explicit Chaos(unsigned seed) : random_(seed) {}

  std::vector<std::optional<Estimate>> play() {
    for (int day = 1; day <= 4; ++day) {
      now_ = at(day, 6);
      estimator_.begin_day(november(day));
      for (int i = 0; i < 400; ++i) step(day);
    }
    return told_;
  }

 private:
  unsigned draw(unsigned below) { return static_cast<unsigned>(random_() % below); }
  ServiceId service() { return ServiceId(draw(2) == 0 ? "cs" : "interview"); }
  TicketNumber ticket() { return TicketNumber("A" + std::to_string(1 + draw(60))); }

  void step(int day) {
    // Now and then the clock leaps, and goes back.
    now_ += draw(50) == 0 ? Seconds(draw(7200)) : Seconds(draw(120));
    if (draw(40) == 0) now_ -= Seconds(draw(600));
    switch (draw(8)) {
      case 0:
        return estimator_.set_counters(service(), static_cast<int>(draw(4)), now_);
      case 1:
        return estimator_.leave(ticket(), now_);
      case 2:
        return estimator_.open_hours(
            service(), {{at(day, 8), at(day, 12)}, {at(day, 13), at(day, 13 + static_cast<int>(draw(4)))}});
      case 3:
      case 4:
        return estimator_.call(ticket(), now_);
      default:
        told_.push_back(estimator_.arrive(ticket(), service(), draw(10) == 0 ? 5000 : draw(20), now_));
        told_.push_back(estimator_.estimate(service(), draw(20), now_));
    }
  }

  std::minstd_rand random_;
  Estimator estimator_{Zone()};
  WallTime now_{};
  std::vector<std::optional<Estimate>> told_;
};

class AnyHistory : public ::testing::TestWithParam<unsigned> {};

TEST_P(AnyHistory, GivesTheSameEstimatesTwice) {
  EXPECT_EQ(Chaos(GetParam()).play(), Chaos(GetParam()).play());
}

TEST_P(AnyHistory, NeverGivesANegativeOrInvertedBand) {
  std::size_t told = 0;
  for (const auto& each : Chaos(GetParam()).play()) {
    if (!each) continue;
    ++told;
    ASSERT_GE(each->band.low, Minutes(0));
    ASSERT_LT(each->band.low, each->band.high);
    ASSERT_LT(each->band.high, Minutes(1e6));
    ASSERT_GE(each->middle, Minutes(0));
  }
  EXPECT_GT(told, 100U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyHistory, ::testing::Range(1U, 31U));

}  // namespace
}  // namespace panggil::estimates
