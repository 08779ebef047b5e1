#include "common/mqtt/backoff.hpp"

#include <gtest/gtest.h>

#include <set>

namespace panggil::mqtt {
namespace {

using namespace std::chrono_literals;

TEST(Backoff, DoublesFromAFifthOfASecondToOneSecondGiveOrTakeAFifth) {
  for (unsigned seed = 1; seed < 200; ++seed) {
    Backoff backoff(seed);
    for (const auto base : {200ms, 400ms, 800ms, 1000ms, 1000ms, 1000ms}) {
      const auto wait = backoff.next();
      EXPECT_GE(wait, base * 4 / 5);
      EXPECT_LE(wait, base * 6 / 5);
    }
  }
}

TEST(Backoff, BeginsAgainAfterAReset) {
  Backoff backoff(1);
  for (int i = 0; i < 5; ++i) backoff.next();
  backoff.reset();
  EXPECT_LE(backoff.next(), 240ms);
}

TEST(Backoff, DevicesThatStartTogetherDoNotStayTogether) {
  std::set<std::chrono::milliseconds> waits;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    Backoff backoff(seed);
    for (int i = 0; i < 4; ++i) backoff.next();
    waits.insert(backoff.next());
  }
  EXPECT_GT(waits.size(), 50U);
}

}  // namespace
}  // namespace panggil::mqtt
