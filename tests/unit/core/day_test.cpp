// The service day: when one begins, and what it sweeps away.
#include "dispatcher/core/apply.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class DayTest : public Hall {
 protected:
  std::string brought() { return narrate(due(office, state, now)); }
};

TEST_F(DayTest, TheFirstTurnEverStartsADay) {
  EXPECT_EQ(brought(), "day 2026-11-23");
}

TEST_F(DayTest, NothingIsDueWhileTheDayLasts) {
  at("1", Open{});
  EXPECT_EQ(brought(), "nothing");
  now = monday(24h) - 1ms;
  EXPECT_EQ(brought(), "nothing");
}

TEST_F(DayTest, TheNextDayIsDueWhenItBegins) {
  at("1", Open{});
  EXPECT_EQ(next_due(office, state, now), monday(24h));
  now = next_due(office, state, now);
  EXPECT_EQ(brought(), "day 2026-11-24");
}

TEST_F(DayTest, ADayMayBeginLaterThanMidnight) {
  office.day_starts = 4h;
  at("1", Open{});
  EXPECT_EQ(next_due(office, state, now), monday(28h));
  now = monday(28h) - 1ms;
  EXPECT_EQ(brought(), "nothing");
  now = monday(28h);
  EXPECT_EQ(brought(), "day 2026-11-24");
}

TEST_F(DayTest, DaysOnWhichNobodyAsksAreLeftOut) {
  at("1", Open{});
  now = monday(8h + 24h * 10);
  EXPECT_EQ(brought(), "day 2026-12-03");
}

TEST_F(DayTest, AClockThatGoesBackStartsNoDay) {
  at("1", Open{});
  now = monday(8h - 24h);
  EXPECT_EQ(brought(), "nothing");
  EXPECT_EQ(issued("cs"), "A001");
}

TEST_F(DayTest, TicketsLinesAndNumbersBeginAnew) {
  at("1", Open{});
  issued("cs");
  issued("cs", "priority");
  issued("interview");
  at("1", Next{});
  now = monday(32h);
  EXPECT_EQ(issued("cs"), "A001");
  EXPECT_EQ(state.tickets.size(), 1u);
  EXPECT_EQ(waiting("cs"), 1u);
  EXPECT_EQ(waiting("interview"), 0u);
  EXPECT_EQ(state.queue(ServiceId("cs")).issued, 1);
  EXPECT_EQ(state.queue(ServiceId("cs")).turns, Turns{});
  EXPECT_EQ(state.queue(ServiceId("cs")).last_called, std::nullopt);
  EXPECT_EQ(state.day, parse_day("2026-11-24"));
}

TEST_F(DayTest, CountersStayAsTheyAreButHaveNoTicketAndNoCalls) {
  at("1", Open{"dewi"});
  at("2", Pause{"prayer"});
  issued("cs");
  at("1", Next{});
  now = monday(32h);
  issued("cs");
  const auto& first = state.counter(CounterId("1"));
  EXPECT_EQ(first.state, CounterState::kOpen);
  EXPECT_EQ(first.officer, "dewi");
  EXPECT_EQ(first.ticket, std::nullopt);
  EXPECT_TRUE(first.calls.empty());
  EXPECT_EQ(state.counter(CounterId("2")).state, CounterState::kPaused);
}

TEST_F(DayTest, CallNumbersGoOnForEver) {
  at("1", Open{});
  issued("cs");
  at("1", Next{});
  now = monday(32h);
  issued("cs");
  EXPECT_THAT(at("1", Next{}), testing::StartsWith("called A001 at 1, call 2"));
}

TEST_F(DayTest, ATicketThatWasCurrentOverTheEndIsGoneForItsOfficer) {
  at("1", Open{});
  issued("cs");
  at("1", Next{});
  now = monday(32h);
  EXPECT_EQ(at("1", Complete{}, Expect{TicketNumber("A001")}), "no: conflict");
  EXPECT_EQ(at("1", Complete{}), "no: no_current_ticket");
}

TEST_F(DayTest, QuotasAreThereAgain) {
  office.services[0].quota = 1;
  issued("cs");
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: quota_full");
  now = monday(32h);
  EXPECT_EQ(issued("cs"), "A001");
}

}  // namespace
}  // namespace panggil::core
