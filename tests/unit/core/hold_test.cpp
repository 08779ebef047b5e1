// hold and resume.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class HoldTest : public Hall {
 protected:
  HoldTest() {
    at("1", Open{});
    issued("cs");
    issued("cs");
    at("1", Next{});
    later(1min);
  }
};

TEST_F(HoldTest, PutsTheCurrentTicketAsideAndFreesTheCounter) {
  EXPECT_EQ(at("1", Hold{"photocopy"}), "held A001 at 1 for photocopy");
  EXPECT_EQ(state_of("A001"), "held");
  EXPECT_EQ(current("1"), "none");
  EXPECT_EQ(waiting("cs"), 1u);
  EXPECT_EQ(at("1", Next{}),
            "called A002 at 1, call 2 (alternate: regular, as nobody of another class waits)");
}

TEST_F(HoldTest, MayBreakAServiceOff) {
  at("1", Start{});
  EXPECT_EQ(at("1", Hold{}), "held A001 at 1");
}

TEST_F(HoldTest, NeedsATicket) {
  at("1", Complete{});
  EXPECT_EQ(at("1", Hold{}), "no: no_current_ticket");
}

TEST_F(HoldTest, ResumeCallsItBackToTheCounterThatResumesIt) {
  at("1", Hold{});
  at("2", Open{});
  EXPECT_EQ(at("2", Resume{TicketNumber("A001")}),
            "called A001 at 2, call 2 (chosen: a held ticket, by its number) out of order");
  EXPECT_EQ(state_of("A001"), "called");
  EXPECT_EQ(current("2"), "A001");
}

TEST_F(HoldTest, ResumeEndsNobodysService) {
  at("1", Hold{});
  at("1", Next{});
  EXPECT_EQ(at("1", Resume{TicketNumber("A001")}), "no: has_current_ticket");
  EXPECT_EQ(
      at("1", call("A001")),
      "completed A002 at 1; called A001 at 1, call 3 (chosen: a held ticket, by its number) out of order");
}

TEST_F(HoldTest, ResumeIsRefusedForWhatIsNotHeldHereOrAtAll) {
  EXPECT_EQ(at("3", Resume{TicketNumber("A001")}), "no: counter_closed");
  at("1", Hold{});
  at("3", Open{});
  EXPECT_EQ(at("3", Resume{TicketNumber("A001")}), "no: forbidden");
  EXPECT_EQ(at("1", Resume{TicketNumber("A002")}), "no: wrong_state");
  EXPECT_EQ(at("1", Resume{TicketNumber("A009")}), "no: unknown_ticket");
}

TEST_F(HoldTest, AHeldTicketCanBeCancelledAndIsNoNoShow) {
  at("1", Hold{});
  EXPECT_EQ(at("1", reinstate("A001")), "no: wrong_state");
  EXPECT_EQ(does(desk(), cancel("A001")), "cancelled A001");
  EXPECT_TRUE(state.queue(ServiceId("cs")).held.empty());
}

}  // namespace
}  // namespace panggil::core
