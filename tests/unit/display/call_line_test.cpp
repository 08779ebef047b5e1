#include "display/model/call_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A screen whose frames appear at once.
class TheLineOfCalls : public ::testing::Test {
 protected:
  std::uint64_t live_at(Micros now) {
    line_.advance(now);
    line_.presented(now);
    return line_.live() ? line_.live()->call : 0;
  }

  CallLine line_;
};

TEST_F(TheLineOfCalls, ShowsACallAtOnceAndKeepsItUntilAnotherComes) {
  EXPECT_EQ(live_at(0), 0u);
  line_.add(call(1, 0), 0);
  EXPECT_EQ(live_at(0), 1u);
  EXPECT_EQ(live_at(3600 * kSecond), 1u);
}

TEST_F(TheLineOfCalls, HoldsEachFourSecondsWhileOthersWait) {
  for (const auto number : {1u, 2u, 3u}) line_.add(call(number, 0), 0);
  EXPECT_EQ(live_at(0), 1u);
  EXPECT_EQ(line_.deadline(), 4 * kSecond);
  EXPECT_EQ(live_at(4 * kSecond - 1), 1u);
  EXPECT_EQ(live_at(4 * kSecond), 2u);
  EXPECT_EQ(live_at(8 * kSecond - 1), 2u);
  EXPECT_EQ(live_at(8 * kSecond), 3u);
}

TEST_F(TheLineOfCalls, ProvesACallAfterEightSecondsWhenNobodyWaits) {
  line_.add(call(1, 0), 0);
  live_at(0);
  EXPECT_EQ(line_.deadline(), 8 * kSecond);
  live_at(8 * kSecond - 1);
  EXPECT_THAT(line_.take_shown(), IsEmpty());
  live_at(8 * kSecond);
  EXPECT_THAT(line_.take_shown(), ElementsAre(1));
  EXPECT_THAT(line_.take_shown(), IsEmpty());
  EXPECT_FALSE(line_.deadline());
}

TEST_F(TheLineOfCalls, ShowsNoCallAgainThatHadItsTimeBeforeTheJournalWasRestored) {
  line_.add(call(1, 0), 0);
  line_.add(call(2, 1), 0);
  live_at(0);
  EXPECT_EQ(live_at(4 * kSecond), 2u);
  line_.forget();
  line_.add(call(1, 0), 5 * kSecond);
  EXPECT_EQ(live_at(5 * kSecond), 0u);
  line_.add(call(2, 1), 5 * kSecond);
  EXPECT_EQ(live_at(5 * kSecond), 2u) << "it was taken off the panel before its time was over";
}

TEST_F(TheLineOfCalls, ShowsACallOfANewJournalThatHasAnOldOnesNumber) {
  line_.add(call(1, 0), 0);
  live_at(0);
  live_at(8 * kSecond);
  line_.forget();
  line_.add(call(1, 20), 20 * kSecond);
  EXPECT_EQ(live_at(20 * kSecond), 1u);
}

TEST_F(TheLineOfCalls, ShortensTheHoldWhenAnotherComesInTheMeantime) {
  line_.add(call(1, 0), 0);
  live_at(0);
  line_.add(call(2, 6), 0);
  EXPECT_EQ(live_at(6 * kSecond), 2u);
  EXPECT_THAT(line_.take_shown(), ElementsAre(1));
}

TEST_F(TheLineOfCalls, CountsTheHoldFromTheFrameAndNotFromTheMessage) {
  line_.add(call(1, 0), 0);
  line_.add(call(2, 0), 0);
  line_.advance(0);
  EXPECT_FALSE(line_.deadline());
  line_.advance(5 * kSecond);
  EXPECT_EQ(line_.live()->call, 1u);
  line_.presented(5 * kSecond);
  EXPECT_EQ(live_at(9 * kSecond - 1), 1u);
  EXPECT_EQ(live_at(9 * kSecond), 2u);
}

TEST_F(TheLineOfCalls, KeepsACallThatIsStillBeingSaid) {
  line_.add(call(1, 0), 0);
  line_.add(call(2, 0), 0);
  live_at(0);
  line_.announcing(true);
  EXPECT_FALSE(line_.deadline());
  EXPECT_EQ(live_at(11 * kSecond), 1u);
  EXPECT_THAT(line_.take_shown(), IsEmpty());
  line_.announcing(false);
  EXPECT_EQ(live_at(11 * kSecond), 2u);
  EXPECT_THAT(line_.take_shown(), ElementsAre(1));
}

TEST_F(TheLineOfCalls, GivesARecallTheTurnOfACallThatStillWaits) {
  line_.add(call(1, 0, "A017", "3"), 0);
  line_.add(call(2, 0, "A018", "4"), 0);
  line_.add(call(3, 0, "A019", "5"), 0);
  live_at(0);
  line_.add(call(4, 0, "A018", "4"), 0);
  EXPECT_EQ(line_.waiting().size(), 2u);
  EXPECT_EQ(live_at(4 * kSecond), 4u);
  EXPECT_EQ(live_at(8 * kSecond), 3u);
  live_at(16 * kSecond);
  EXPECT_THAT(line_.take_shown(), ElementsAre(1, 2, 4, 3));
}

TEST_F(TheLineOfCalls, TellsWhoWaitsAndSinceTheFirstCallThatSharesTheTurn) {
  line_.add(call(1, 0), 0);
  live_at(0);
  line_.add(call(2, 0, "A018", "4"), kSecond);
  line_.add(call(3, 0, "A018", "4"), 2 * kSecond);
  const auto waiting = line_.waiting();
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0].call->call, 3u);
  EXPECT_EQ(waiting[0].came, kSecond);
}

TEST_F(TheLineOfCalls, CallsAgainWhatHasHadItsTurn) {
  line_.add(call(1, 0, "A017", "3"), 0);
  live_at(0);
  line_.add(call(2, 0, "A017", "3"), 0);
  EXPECT_EQ(live_at(4 * kSecond), 2u);
}

TEST_F(TheLineOfCalls, DoesNotMixUpOneTicketAtTwoCounters) {
  line_.add(call(1, 0, "A016", "1"), 0);
  line_.add(call(2, 0, "A017", "3"), 0);
  line_.add(call(3, 0, "A017", "4"), 0);
  EXPECT_EQ(line_.waiting().size(), 3u);
}

TEST_F(TheLineOfCalls, ShowsTenCallsMadeAtOnceInOrderWithin45Seconds) {
  for (std::uint64_t number = 10; number >= 1; --number) line_.add(call(number, 0), 0);
  std::vector<std::uint64_t> seen;
  for (Micros now = 0; now <= 45 * kSecond; now += 10 * kMillisecond) {
    const auto live = live_at(now);
    if (seen.empty() || seen.back() != live) seen.push_back(live);
  }
  EXPECT_THAT(seen, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  EXPECT_THAT(line_.take_shown(), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
}

TEST_F(TheLineOfCalls, ShowsANumberOnceHoweverOftenItComes) {
  line_.add(call(1, 0), 0);
  line_.add(call(1, 0), 0);
  live_at(0);
  line_.add(call(1, 0), 0);
  EXPECT_EQ(line_.waiting().size(), 0u);
}

TEST_F(TheLineOfCalls, RemembersTheNewestNumbersAndTakesLowerOnesForKnown) {
  for (std::uint64_t number = 1; number <= 5000; ++number) line_.skip(number);
  EXPECT_TRUE(line_.knows(1));
  EXPECT_TRUE(line_.knows(5000));
  EXPECT_FALSE(line_.knows(5001));
}

TEST_F(TheLineOfCalls, ClearsThePanelWhenNewerCallsWereMissedButNeverBeforeItsTime) {
  line_.add(call(1, 0), 0);
  live_at(0);
  line_.skip(2);
  EXPECT_EQ(live_at(8 * kSecond - 1), 1u);
  EXPECT_EQ(live_at(8 * kSecond), 0u);
  EXPECT_THAT(line_.take_shown(), ElementsAre(1));
}

TEST_F(TheLineOfCalls, KnowsNothingOfAnotherHistory) {
  line_.add(call(7, 0), 0);
  live_at(0);
  line_.forget();
  EXPECT_EQ(live_at(0), 0u);
  line_.add(call(1, 0), 0);
  EXPECT_EQ(live_at(0), 1u);
}

}  // namespace
}  // namespace panggil::display
