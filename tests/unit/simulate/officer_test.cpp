#include "simulate/model/officer.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace panggil::simulate {
namespace {

using sample::at;

class Officer : public ::testing::Test {
 protected:
  Officer() {
    sight.person.walk = Seconds(10);
    sight.person.service_time = std::chrono::minutes(3);
  }
  Move move(WallTime now) const { return officer_move(sample::habits().manners, working_day, sight, now); }
  std::string action(WallTime now) const { return move(now).action.value_or("-"); }

  Shift working_day = shift(sample::habits().officers.front(), *Zone::find("Asia/Jakarta"), sample::day());
  Sight sight{sample::counter("1", "open", 3), {}, at(8), true};
};

TEST_F(Officer, OpensWhenTheShiftBeginsAndNotBefore) {
  sight.counter.state = "closed";
  EXPECT_EQ(action(at(7, 59)), "-");
  EXPECT_EQ(move(at(7, 59)).look_again, at(8));
  EXPECT_EQ(action(at(8)), "open");
}

TEST_F(Officer, CallsTheNextWhenFreeAndSomebodyWaits) {
  EXPECT_EQ(action(at(8, 5)), "next");
  sight.counter.waiting = 0;
  EXPECT_EQ(action(at(8, 5)), "-");
}

TEST_F(Officer, TidiesUpBeforeCallingTheNext) {
  sight.ready_at = at(8, 5, 20);
  EXPECT_EQ(action(at(8, 5)), "-");
  EXPECT_EQ(move(at(8, 5)).look_again, at(8, 5, 20));
  EXPECT_EQ(action(at(8, 5, 20)), "next");
}

TEST_F(Officer, StartsWhenThePersonHasWalkedUp) {
  sight.counter.ticket = sample::called("A001", at(8, 5));
  EXPECT_EQ(action(at(8, 5, 9)), "-");
  EXPECT_EQ(move(at(8, 5, 9)).look_again, at(8, 5, 10));
  EXPECT_EQ(action(at(8, 5, 10)), "start");
}

TEST_F(Officer, RecallsWhoIsLateAndStartsWhenTheyComeAfterAll) {
  sight.person.walk = Seconds(40);
  sight.counter.ticket = sample::called("A001", at(8, 5));
  EXPECT_EQ(action(at(8, 5, 30)), "recall");
  sight.counter.ticket->recalls = 1;
  EXPECT_EQ(action(at(8, 5, 31)), "-");
  EXPECT_EQ(action(at(8, 5, 40)), "start");
}

TEST_F(Officer, SkipsWhoDoesNotComeAfterAllRecalls) {
  sight.person.comes = false;
  sight.counter.ticket = sample::called("A001", at(8, 5));
  sight.counter.ticket->recalls = 2;
  EXPECT_EQ(action(at(8, 6, 29)), "-");
  const Move skip = move(at(8, 6, 30));
  EXPECT_EQ(skip.action, "skip");
  EXPECT_TRUE(skip.call_next);
}

TEST_F(Officer, SkipsWithoutCallingTheNextBeforeABreak) {
  sight.person.comes = false;
  sight.counter.ticket = sample::called("A001", at(8, 59));
  sight.counter.ticket->recalls = 2;
  const Move skip = move(at(9, 1));
  EXPECT_EQ(skip.action, "skip");
  EXPECT_FALSE(skip.call_next);
}

TEST_F(Officer, GoesOnToTheNextAtTheEndOfTheService) {
  sight.counter.ticket = sample::serving("A001", at(8, 5), at(8, 6));
  EXPECT_EQ(action(at(8, 8, 59)), "-");
  EXPECT_EQ(action(at(8, 9)), "next");
}

TEST_F(Officer, CompletesWhereNobodyWaitsOrThereIsTidyingToDo) {
  sight.counter.ticket = sample::serving("A001", at(8, 5), at(8, 6));
  sight.counter.waiting = 0;
  EXPECT_EQ(action(at(8, 9)), "complete");
  sight.counter.waiting = 3;
  sight.person.tidied_after = true;
  EXPECT_EQ(action(at(8, 9)), "complete");
}

TEST_F(Officer, CompletesAsFinalForWhoGoesHomeThoughTheVisitWouldGoOn) {
  sight.counter.ticket = sample::serving("A001", at(8, 5), at(8, 6));
  EXPECT_FALSE(move(at(8, 9)).ends_visit);
  sight.person.ends_visit = true;
  EXPECT_EQ(action(at(8, 9)), "complete");
  EXPECT_TRUE(move(at(8, 9)).ends_visit);
}

TEST_F(Officer, FinishesThePersonThenPausesForTheBreakThenOpensAgain) {
  sight.counter.ticket = sample::serving("A001", at(8, 57), at(8, 58));
  EXPECT_EQ(action(at(9, 0)), "-");
  EXPECT_EQ(action(at(9, 1)), "complete");
  sight.counter.ticket.reset();
  EXPECT_EQ(action(at(9, 1)), "pause");
  sight.counter.state = "paused";
  EXPECT_EQ(action(at(9, 29)), "-");
  EXPECT_EQ(move(at(9, 29)).look_again, at(9, 30));
  EXPECT_EQ(action(at(9, 30)), "open");
}

TEST_F(Officer, StaysWhileSomebodyWaitsOrWillComeAndThenCloses) {
  EXPECT_EQ(action(at(11, 5)), "next");
  sight.counter.waiting = 0;
  EXPECT_EQ(action(at(11, 5)), "-");
  sight.more_to_come = false;
  EXPECT_EQ(action(at(11, 5)), "close");
}

TEST_F(Officer, ComesBackForWhoWasLeft) {
  sight.counter = sample::counter("1", "closed", 1);
  sight.more_to_come = false;
  EXPECT_EQ(action(at(11, 20)), "open");
  sight.counter.waiting = 0;
  EXPECT_EQ(action(at(11, 20)), "-");
}

}  // namespace
}  // namespace panggil::simulate
