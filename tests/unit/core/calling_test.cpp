// next, call, recall, start, complete and skip.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class CallingTest : public Hall {
 protected:
  CallingTest() { at("1", Open{}); }
};

class NextTest : public CallingTest {};
class CallTest : public CallingTest {};
class RecallTest : public CallingTest {};
class StartTest : public CallingTest {};
class CompleteTest : public CallingTest {};
class SkipTest : public CallingTest {};

TEST_F(NextTest, CallsWhoeverIsWaiting) {
  issued("cs");
  later(3min);
  EXPECT_EQ(at("1", Next{}), "called A001 at 1, call 1 (alternate: regular's turn)");
  EXPECT_EQ(state_of("A001"), "called");
  EXPECT_EQ(current("1"), "A001");
  EXPECT_EQ(ticket("A001").counter, CounterId("1"));
  EXPECT_EQ(ticket("A001").called_at, now);
  EXPECT_EQ(ticket("A001").last_call, 1u);
  EXPECT_EQ(waiting("cs"), 0u);
  EXPECT_EQ(state.queue(ServiceId("cs")).last_called, TicketNumber("A001"));
}

TEST_F(NextTest, FinishesTheCurrentTicketBeforeItCalls) {
  issued("cs");
  issued("cs");
  at("1", Next{});
  EXPECT_THAT(at("1", Next{}), testing::StartsWith("completed A001 at 1; called A002 at 1, call 2"));
  EXPECT_EQ(state_of("A001"), "completed");
  EXPECT_EQ(ticket("A001").ended_at, now);
}

TEST_F(NextTest, FinishesATicketThatIsBeingServed) {
  issued("cs");
  at("1", Next{});
  at("1", Start{});
  EXPECT_EQ(at("1", Next{}), "completed A001 at 1");
}

TEST_F(NextTest, FinishesTheCurrentTicketAlsoWithNobodyWaiting) {
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(at("1", Next{}), "completed A001 at 1");
  EXPECT_EQ(current("1"), "none");
}

TEST_F(NextTest, IsAYesThatChangesNothingWithNobodyThere) {
  EXPECT_EQ(at("1", Next{}), "nothing");
}

TEST_F(NextTest, LeavesServicesThatTheCounterDoesNotTake) {
  issued("interview");
  EXPECT_EQ(at("1", Next{}), "nothing");
}

TEST_F(NextTest, IsRefusedAtAClosedCounter) {
  issued("cs");
  at("1", Close{});
  EXPECT_EQ(at("1", Next{}), "no: counter_closed");
}

TEST_F(NextTest, IsRefusedAtAPausedCounter) {
  issued("cs");
  at("1", Pause{});
  EXPECT_EQ(at("1", Next{}), "no: counter_closed");
}

TEST_F(CallTest, CallsThisOneOutOfOrder) {
  issued("cs");
  issued("cs");
  EXPECT_EQ(at("1", call("A002")),
            "called A002 at 1, call 1 (chosen: a waiting ticket, by its number) out of order");
  EXPECT_EQ(waiting("cs"), 1u);
}

TEST_F(CallTest, FinishesTheCurrentTicket) {
  issued("cs");
  issued("cs");
  at("1", Next{});
  EXPECT_THAT(at("1", call("A002")), testing::StartsWith("completed A001 at 1; called A002"));
}

TEST_F(CallTest, TakesNoTurnOfItsClass) {
  issued("cs", "priority");
  issued("cs", "priority");
  at("1", Next{});
  const auto turns = state.queue(ServiceId("cs")).turns;
  at("1", call("A002"));
  EXPECT_EQ(state.queue(ServiceId("cs")).turns, turns);
}

TEST_F(CallTest, BringsANoShowBack) {
  issued("cs");
  at("1", Next{});
  at("1", Skip{});
  EXPECT_EQ(at("1", call("A001")),
            "called A001 at 1, call 2 (chosen: a no-show, by its number) out of order");
  EXPECT_EQ(ticket("A001").ended_at, std::nullopt);
}

TEST_F(CallTest, IsRefusedForATicketNobodyHolds) {
  EXPECT_EQ(at("1", call("A001")), "no: unknown_ticket");
}

TEST_F(CallTest, IsForbiddenForAServiceThatTheCounterDoesNotTake) {
  issued("interview");
  EXPECT_EQ(at("1", call("B001")), "no: forbidden");
}

TEST_F(CallTest, IsRefusedForATicketThatIsCurrentHereOrElsewhere) {
  at("2", Open{});
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(at("1", call("A001")), "no: wrong_state");
  EXPECT_EQ(at("2", call("A001")), "no: wrong_state");
  at("1", Start{});
  EXPECT_EQ(at("2", call("A001")), "no: wrong_state");
}

TEST_F(CallTest, IsRefusedForATicketThatIsOver) {
  issued("cs");
  issued("cs");
  at("1", Next{});
  at("1", Complete{});
  does(desk(), cancel("A002"));
  EXPECT_EQ(at("1", call("A001")), "no: wrong_state");
  EXPECT_EQ(at("1", call("A002")), "no: wrong_state");
}

TEST_F(CallTest, IsRefusedAtAClosedOrPausedCounter) {
  issued("cs");
  at("1", Pause{});
  EXPECT_EQ(at("1", call("A001")), "no: counter_closed");
  at("1", Close{});
  EXPECT_EQ(at("1", call("A001")), "no: counter_closed");
}

TEST_F(RecallTest, RepeatsTheCallUnderANewNumber) {
  issued("cs");
  at("1", Next{});
  const auto called_at = now;
  later(20s);
  EXPECT_EQ(at("1", Recall{}), "recalled A001 at 1, call 2");
  EXPECT_EQ(ticket("A001").recalls, 1);
  EXPECT_EQ(ticket("A001").last_call, 2u);
  EXPECT_EQ(ticket("A001").called_at, called_at);
}

TEST_F(RecallTest, MayComeWhileTheTicketIsServed) {
  issued("cs");
  at("1", Next{});
  at("1", Start{});
  EXPECT_EQ(at("1", Recall{}), "recalled A001 at 1, call 2");
  EXPECT_EQ(state_of("A001"), "serving");
}

TEST_F(RecallTest, IsCountedAnewWhenTheTicketIsCalledAgain) {
  issued("cs");
  at("1", Next{});
  at("1", Recall{});
  at("1", Skip{});
  at("1", call("A001"));
  EXPECT_EQ(ticket("A001").recalls, 0);
}

TEST_F(RecallTest, IsRefusedWithoutACurrentTicket) {
  EXPECT_EQ(at("1", Recall{}), "no: no_current_ticket");
}

TEST_F(StartTest, BeginsTheService) {
  issued("cs");
  at("1", Next{});
  later(30s);
  EXPECT_EQ(at("1", Start{}), "started A001 at 1");
  EXPECT_EQ(state_of("A001"), "serving");
  EXPECT_EQ(ticket("A001").started_at, now);
}

TEST_F(StartTest, IsRefusedASecondTime) {
  issued("cs");
  at("1", Next{});
  at("1", Start{});
  EXPECT_EQ(at("1", Start{}), "no: wrong_state");
}

TEST_F(StartTest, IsRefusedWithoutACurrentTicket) {
  EXPECT_EQ(at("1", Start{}), "no: no_current_ticket");
}

TEST_F(CompleteTest, EndsTheVisitAndCallsNobody) {
  issued("cs");
  issued("cs");
  at("1", Next{});
  at("1", Start{});
  later(5min);
  EXPECT_EQ(at("1", Complete{}), "completed A001 at 1");
  EXPECT_EQ(state_of("A001"), "completed");
  EXPECT_EQ(ticket("A001").ended_at, now);
  EXPECT_EQ(current("1"), "none");
  EXPECT_EQ(waiting("cs"), 1u);
}

TEST_F(CompleteTest, WorksStraightFromTheCall) {
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(at("1", Complete{}), "completed A001 at 1");
}

TEST_F(CompleteTest, IsRefusedWithoutACurrentTicket) {
  EXPECT_EQ(at("1", Complete{}), "no: no_current_ticket");
  issued("cs");
  at("1", Next{});
  at("1", Complete{});
  EXPECT_EQ(at("1", Complete{}), "no: no_current_ticket");
}

TEST_F(SkipTest, MakesANoShowAndCallsTheNextOne) {
  issued("cs");
  issued("cs");
  at("1", Next{});
  EXPECT_THAT(at("1", Skip{}), testing::StartsWith("skipped A001 at 1; called A002 at 1, call 2"));
  EXPECT_EQ(state_of("A001"), "no_show");
  EXPECT_EQ(ticket("A001").ended_at, now);
  EXPECT_EQ(current("1"), "A002");
}

TEST_F(SkipTest, CallsNobodyWhenToldNotTo) {
  issued("cs");
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(at("1", Skip{.call_next = false}), "skipped A001 at 1");
  EXPECT_EQ(current("1"), "none");
}

TEST_F(SkipTest, CallsNobodyWhenNobodyWaits) {
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(at("1", Skip{}), "skipped A001 at 1");
}

TEST_F(SkipTest, IsRefusedOnceTheServiceHasBegun) {
  issued("cs");
  at("1", Next{});
  at("1", Start{});
  EXPECT_EQ(at("1", Skip{}), "no: wrong_state");
}

TEST_F(SkipTest, IsRefusedWithoutACurrentTicket) {
  EXPECT_EQ(at("1", Skip{}), "no: no_current_ticket");
}

TEST_F(CallingTest, CallNumbersCountUpOverAllCounters) {
  at("2", Open{});
  for (int i = 0; i < 3; ++i) issued("cs");
  at("1", Next{});
  at("2", Next{});
  at("1", Recall{});
  EXPECT_THAT(
      at("2", Next{}),
      testing::EndsWith("called A003 at 2, call 4 (alternate: regular, as nobody of another class waits)"));
  EXPECT_EQ(state.calls, 4u);
}

TEST_F(CallingTest, ACounterKeepsItsLastCallsNewestFirst) {
  for (std::size_t i = 0; i < kKeptCalls; ++i) issued("cs");
  for (std::size_t i = 0; i < kKeptCalls; ++i) at("1", Next{});
  at("1", Recall{});
  const auto& calls = state.counter(CounterId("1")).calls;
  ASSERT_EQ(calls.size(), kKeptCalls);
  const Call newest{13, true, state.seq, now, TicketNumber("A012"), CounterId("1"), ServiceId("cs")};
  EXPECT_EQ(calls.front(), newest);
  EXPECT_EQ(calls.back().number, 2u);
  EXPECT_FALSE(calls.back().recall);
}

}  // namespace
}  // namespace panggil::core
