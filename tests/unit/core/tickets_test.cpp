// reinstate and cancel.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class TicketsTest : public Hall {
 protected:
  TicketsTest() { at("1", Open{}); }

  /// A001 is a no-show, A002 and A003 wait; a minute lies between any two things.
  void given_a_no_show() {
    for (int i = 0; i < 3; ++i) {
      issued("cs");
      later(1min);
    }
    at("1", Next{});
    later(1min);
    at("1", Skip{.call_next = false});
    later(1min);
  }

  std::string called_next() {
    at("1", Next{});
    return current("1");
  }
};

class ReinstateTest : public TicketsTest {};
class CancelTest : public TicketsTest {};

TEST_F(ReinstateTest, PutsANoShowLastByDefault) {
  given_a_no_show();
  EXPECT_EQ(at("1", reinstate("A001")), "reinstated A001 last");
  EXPECT_EQ(state_of("A001"), "waiting");
  EXPECT_EQ(ticket("A001").queued_at, now + 1ms);
  EXPECT_LT(ticket("A001").arrived_at, now);
  EXPECT_EQ(ticket("A001").ended_at, std::nullopt);
  later(1min);
  issued("cs");
  EXPECT_EQ(called_next(), "A002");
  EXPECT_EQ(called_next(), "A003");
  EXPECT_EQ(called_next(), "A001");
  EXPECT_EQ(called_next(), "A004");
}

TEST_F(ReinstateTest, LastIsBehindThoseWhoCameInTheSameMillisecond) {
  given_a_no_show();
  issued("cs");
  at("1", reinstate("A001"));
  issued("cs");
  for (const auto* number : {"A002", "A003", "A004", "A001", "A005"}) EXPECT_EQ(called_next(), number);
}

TEST_F(ReinstateTest, SortedGivesItItsOldPlaceBack) {
  given_a_no_show();
  EXPECT_EQ(at("1", reinstate("A001", Position::kSorted)), "reinstated A001 sorted");
  EXPECT_EQ(called_next(), "A001");
}

TEST_F(ReinstateTest, FirstPutsItBeforeEveryoneOfWhateverClass) {
  given_a_no_show();
  issued("cs", "priority");
  EXPECT_EQ(at("1", reinstate("A001", Position::kFirst)), "reinstated A001 first");
  EXPECT_TRUE(ticket("A001").first);
  EXPECT_EQ(waiting("cs"), 4u);
  EXPECT_EQ(called_next(), "A001");
  EXPECT_FALSE(ticket("A001").first);
  EXPECT_EQ(called_next(), "A004");
}

TEST_F(ReinstateTest, IsForASupervisorToo) {
  given_a_no_show();
  EXPECT_EQ(does(supervisor(), reinstate("A001")), "reinstated A001 last");
}

TEST_F(ReinstateTest, IsRefusedForATicketNobodyHolds) {
  EXPECT_EQ(at("1", reinstate("A001")), "no: unknown_ticket");
}

TEST_F(ReinstateTest, IsRefusedForATicketThatIsNoNoShow) {
  issued("cs");
  EXPECT_EQ(at("1", reinstate("A001")), "no: wrong_state");
  at("1", Next{});
  EXPECT_EQ(at("1", reinstate("A001")), "no: wrong_state");
  at("1", Start{});
  EXPECT_EQ(at("1", reinstate("A001")), "no: wrong_state");
  at("1", Complete{});
  EXPECT_EQ(at("1", reinstate("A001")), "no: wrong_state");
  issued("cs");
  at("1", cancel("A002"));
  EXPECT_EQ(at("1", reinstate("A002")), "no: wrong_state");
}

TEST_F(CancelTest, TakesATicketOutOfItsLine) {
  issued("cs");
  issued("cs");
  later(1min);
  EXPECT_EQ(does(desk(), cancel("A001")), "cancelled A001");
  EXPECT_EQ(state_of("A001"), "cancelled");
  EXPECT_EQ(ticket("A001").ended_at, now);
  EXPECT_EQ(waiting("cs"), 1u);
  EXPECT_EQ(called_next(), "A002");
}

TEST_F(CancelTest, TakesOutOneThatWasPutFirst) {
  given_a_no_show();
  at("1", reinstate("A001", Position::kFirst));
  EXPECT_EQ(does(supervisor(), cancel("A001")), "cancelled A001");
  EXPECT_FALSE(ticket("A001").first);
  EXPECT_EQ(waiting("cs"), 2u);
}

TEST_F(CancelTest, IsRefusedForATicketNobodyHolds) {
  EXPECT_EQ(does(desk(), cancel("A001")), "no: unknown_ticket");
}

TEST_F(CancelTest, IsRefusedForATicketThatDoesNotWait) {
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(does(desk(), cancel("A001")), "no: wrong_state");
  at("1", Start{});
  EXPECT_EQ(does(desk(), cancel("A001")), "no: wrong_state");
  at("1", Complete{});
  EXPECT_EQ(does(desk(), cancel("A001")), "no: wrong_state");
  issued("cs");
  at("1", Next{});
  at("1", Skip{});
  EXPECT_EQ(does(desk(), cancel("A002")), "no: wrong_state");
  issued("cs");
  does(desk(), cancel("A003"));
  EXPECT_EQ(does(desk(), cancel("A003")), "no: wrong_state");
}

}  // namespace
}  // namespace panggil::core
