// A visit over several desks under one number; outcomes.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class PathTest : public Hall {
 protected:
  PathTest() {
    office.services[0].then = ServiceId("interview");
    at("1", Open{});
    at("2", Open{});
    at("3", Open{});
    issued("cs");
    later(1min);
    issued("interview");
    at("1", Next{});
    later(5min);
  }
};

TEST_F(PathTest, CompleteSendsTheTicketOnUnderTheSameNumber) {
  EXPECT_EQ(at("1", Complete{}), "completed A001 at 1, on to interview");
  EXPECT_EQ(state_of("A001"), "waiting");
  EXPECT_EQ(ticket("A001").service.text(), "interview");
  EXPECT_EQ(ticket("A001").joined_at, now);
  EXPECT_EQ(current("1"), "none");
  EXPECT_EQ(state.queue(ServiceId("interview")).issued, 1);
  at("3", Next{});
  EXPECT_EQ(current("3"), "B001") << "came to this desk before";
  at("3", Next{});
  EXPECT_EQ(current("3"), "A001");
  EXPECT_EQ(at("3", Complete{}), "completed A001 at 3");
  EXPECT_EQ(state_of("A001"), "completed");
}

TEST_F(PathTest, NextSendsItOnToo) {
  issued("cs");
  EXPECT_EQ(at("1", Next{}),
            "completed A001 at 1, on to interview; called A002 at 1, call 2 (alternate: regular, as nobody "
            "of another class waits)");
}

TEST_F(PathTest, WhoHasJustBeenServedIsNotCalledByTheSamePress) {
  at("1", Complete{});
  at("3", Next{});
  at("3", Complete{});
  issued("cs");
  at("2", call("A002"));
  EXPECT_EQ(at("2", Next{}),
            "completed A002 at 2, on to interview; called A001 at 2, call 4 (alternate: regular, as nobody "
            "of another class waits)");
}

TEST_F(PathTest, TheWaitOfALegDecidesWhoIsOverdueThere) {
  office.services[1].max_wait = 20min;
  later(40min);  // A001 was at counter 1 all the time, B001 has waited
  at("1", Complete{});
  later(1min);
  EXPECT_EQ(at("3", Next{}), "called B001 at 3, call 2 (overdue: waited 46 min, more than 20)");
  EXPECT_EQ(at("3", Next{}),
            "completed B001 at 3; called A001 at 3, call 3 (alternate: regular, as nobody of another class "
            "waits)");
}

TEST_F(PathTest, AFinalCompleteEndsTheVisit) {
  EXPECT_EQ(at("1", Complete{"papers missing", true}), "completed A001 at 1 with papers missing");
  EXPECT_EQ(state_of("A001"), "completed");
}

}  // namespace
}  // namespace panggil::core
