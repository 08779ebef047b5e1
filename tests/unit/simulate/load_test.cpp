#include "simulate/model/load.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sample.hpp"
#include "theatre.hpp"

namespace panggil::simulate {
namespace {

using sample::at;

TEST(ALoad, HasNoMoreUnderWayThanItMay) {
  Load load({.counters = 3, .kiosks = 4, .outstanding = 5}, sample::office());
  const auto first = load.due(at(8));
  EXPECT_EQ(first.size(), 5U);
  EXPECT_TRUE(load.due(at(8)).empty());
  load.settled(first[0], sample::yes(sample::issued("A001")), at(8));
  EXPECT_EQ(load.due(at(8)).size(), 1U);
}

TEST(ALoad, PausesBetweenAnAnswerAndTheNextPress) {
  Load load({.counters = 3, .kiosks = 4, .outstanding = 1, .pause = Seconds(2)}, sample::office());
  const auto first = load.due(at(8));
  ASSERT_EQ(first.size(), 1U);
  EXPECT_FALSE(load.next_due());
  load.settled(first[0], sample::yes(sample::issued("A001")), at(8));
  EXPECT_TRUE(load.due(at(8, 0, 1)).empty());
  EXPECT_EQ(load.next_due(), at(8, 0, 2));
  EXPECT_EQ(load.due(at(8, 0, 2)).size(), 1U);
}

TEST(ALoad, KeepsAsManyWaitingAsItIsTold) {
  Theatre theatre(core_office(), at(8));
  Load load({.counters = 3, .kiosks = 3, .outstanding = 1, .waiting = 12}, theatre.office());
  theatre.wind_up_after(300);
  theatre.perform(load, at(9));
  EXPECT_EQ(theatre.refusals(), 0U);
  EXPECT_TRUE(load.warm());
  EXPECT_NEAR(static_cast<double>(theatre.tickets_in(core::TicketState::kWaiting)), 12, 2);
  EXPECT_NEAR(static_cast<double>(load.tally().issued), static_cast<double>(load.tally().called), 14);
}

TEST(ALoad, OfEveryActionGoesEverywhere) {
  Theatre theatre(core_office(), at(8));
  Load load({.counters = 3, .kiosks = 2, .outstanding = 3, .every_action = true}, theatre.office());
  theatre.wind_up_after(3000);
  theatre.perform(load, at(9));
  for (const char* action : {"open", "pause", "close", "next", "call", "recall", "start", "complete", "skip",
                             "reinstate", "cancel"})
    EXPECT_TRUE(std::ranges::any_of(theatre.presses(), [&](const auto& each) {
      return each.ends_with(std::string(" ") + action);
    })) << action;
  for (const char* code : {"conflict", "unknown_service", "unknown_ticket", "counter_closed", "wrong_state"})
    EXPECT_TRUE(load.tally().refused.contains(code)) << code;
  EXPECT_GT(load.tally().called, 500U);
}

}  // namespace
}  // namespace panggil::simulate
