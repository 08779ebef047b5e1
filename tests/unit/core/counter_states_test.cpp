// open, pause and close.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class CounterStatesTest : public Hall {
 protected:
  const CounterStatus& status() const { return state.counter(CounterId("1")); }
};

TEST_F(CounterStatesTest, ACounterIsClosedBeforeAnybodyOpensIt) {
  EXPECT_EQ(status().state, CounterState::kClosed);
  EXPECT_EQ(at("1", Close{}), "nothing");
}

TEST_F(CounterStatesTest, OpenNamesTheOfficer) {
  EXPECT_EQ(at("1", Open{"dewi"}), "opened 1 by dewi");
  EXPECT_EQ(status().state, CounterState::kOpen);
  EXPECT_EQ(status().officer, "dewi");
  EXPECT_EQ(status().since, now);
}

TEST_F(CounterStatesTest, OpeningTwiceChangesNothing) {
  at("1", Open{"dewi"});
  EXPECT_EQ(at("1", Open{"dewi"}), "nothing");
  EXPECT_EQ(at("1", Open{}), "nothing");
}

TEST_F(CounterStatesTest, AnotherOfficerTakesOverAnOpenCounterWithItsTicket) {
  at("1", Open{"dewi"});
  const auto opened = now;
  issued("cs");
  at("1", Next{});
  later(1h);
  EXPECT_EQ(at("1", Open{"budi"}), "opened 1 by budi");
  EXPECT_EQ(current("1"), "A001");
  EXPECT_EQ(status().since, opened);
}

TEST_F(CounterStatesTest, PauseKeepsTheOfficerAndOpenBringsThemBack) {
  at("1", Open{"dewi"});
  later(1min);
  EXPECT_EQ(at("1", Pause{"prayer"}), "paused 1 for prayer");
  EXPECT_EQ(status().state, CounterState::kPaused);
  EXPECT_EQ(status().reason, "prayer");
  EXPECT_EQ(status().since, now);
  EXPECT_EQ(at("1", Open{}), "opened 1 by dewi");
  EXPECT_EQ(status().reason, std::nullopt);
}

TEST_F(CounterStatesTest, APauseMayChangeItsReason) {
  at("1", Pause{"prayer"});
  const auto paused = now;
  later(1min);
  EXPECT_EQ(at("1", Pause{"prayer"}), "nothing");
  EXPECT_EQ(at("1", Pause{"printer"}), "paused 1 for printer");
  EXPECT_EQ(status().since, paused);
  EXPECT_EQ(at("1", Pause{}), "paused 1");
}

TEST_F(CounterStatesTest, CloseForgetsTheOfficer) {
  at("1", Open{"dewi"});
  EXPECT_EQ(at("1", Close{}), "closed 1");
  EXPECT_EQ(status().state, CounterState::kClosed);
  EXPECT_EQ(status().officer, std::nullopt);
  EXPECT_EQ(at("1", Open{}), "opened 1");
}

TEST_F(CounterStatesTest, APausedCounterMayClose) {
  at("1", Pause{"prayer"});
  EXPECT_EQ(at("1", Close{}), "closed 1");
  EXPECT_EQ(status().reason, std::nullopt);
}

TEST_F(CounterStatesTest, PauseAndCloseAreRefusedWithACurrentTicket) {
  at("1", Open{});
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(at("1", Pause{}), "no: has_current_ticket");
  EXPECT_EQ(at("1", Close{}), "no: has_current_ticket");
  at("1", Start{});
  EXPECT_EQ(at("1", Pause{}), "no: has_current_ticket");
  EXPECT_EQ(at("1", Close{}), "no: has_current_ticket");
  at("1", Complete{});
  EXPECT_EQ(at("1", Pause{}), "paused 1");
}

}  // namespace
}  // namespace panggil::core
