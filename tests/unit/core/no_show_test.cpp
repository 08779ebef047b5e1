// No-shows that the dispatcher itself sees.
#include "dispatcher/core/no_show.hpp"

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class NoShowTest : public Hall {
 protected:
  NoShowTest() {
    at("1", Open{});
    issued("cs");
    at("1", Next{});
  }
  std::string brought() const {
    return narrate(Result<std::vector<EventBody>, Rejection>(due(office, state, now)));
  }
};

TEST_F(NoShowTest, AreNeverSeenWhereTheOfficeDoesNotAsk) {
  later(10h);
  EXPECT_EQ(brought(), "nothing");
}

TEST_F(NoShowTest, ComeSoLongAfterTheCall) {
  office.no_show.after_minutes = 5min;
  EXPECT_EQ(next_due(office, state, now), now + 5min);
  later(5min - 1ms);
  EXPECT_EQ(brought(), "nothing");
  later(1ms);
  EXPECT_EQ(brought(), "skipped A001 at 1");
}

TEST_F(NoShowTest, ComeHalfAMinuteAfterSoManyRecalls) {
  office.no_show.after_recalls = 2;
  at("1", Recall{});
  later(20min);
  EXPECT_EQ(brought(), "nothing");
  at("1", Recall{});
  later(kLastChance - 1ms);
  EXPECT_EQ(brought(), "nothing");
  later(1ms);
  EXPECT_EQ(brought(), "skipped A001 at 1");
}

TEST_F(NoShowTest, LeaveTimeAfterTheLastAnnouncement) {
  office.no_show.after_minutes = 5min;
  later(5min - 1s);
  at("1", Recall{});
  later(1s);
  EXPECT_EQ(brought(), "nothing");
  later(kLastChance - 1s);
  EXPECT_EQ(brought(), "skipped A001 at 1");
}

TEST_F(NoShowTest, AreNotThoseWhoseServiceHasBegun) {
  office.no_show.after_minutes = 5min;
  at("1", Start{});
  later(1h);
  EXPECT_EQ(brought(), "nothing");
}

TEST_F(NoShowTest, LeaveTheCounterWithoutATicketAndNothingToUndo) {
  office.no_show.after_minutes = 5min;
  issued("cs");
  later(5min);
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
  EXPECT_EQ(state_of("A001"), "no_show");
  EXPECT_EQ(current("1"), "none");
  EXPECT_EQ(state_of("A002"), "waiting");
}

}  // namespace
}  // namespace panggil::core
