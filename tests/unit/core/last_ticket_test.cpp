// The last ticket of a day is taken some time before the day's last closing.
#include "common/base/zone.hpp"
#include "dispatcher/core/calendar.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

/// Monday to Friday 08:00–12:00 and 13:00–15:00, the last ticket half an hour before.
class LastTicketTest : public Hall {
 protected:
  LastTicketTest() {
    WeekHours week;
    for (const auto weekday : {1u, 2u, 3u, 4u, 5u}) week[weekday] = {{8h, 12h}, {13h, 15h}};
    office.hours = week;
    office.last_ticket = 30min;
  }
  Service& cs() { return office.services[0]; }
  Hours at(WallTime moment) const { return hours(office, office.services[0], moment); }
};

TEST_F(LastTicketTest, IsHeardOfInTheLastOpeningOnly) {
  EXPECT_EQ(at(monday(11h + 59min)), (Hours{true, std::nullopt, monday(12h)}));
  EXPECT_EQ(at(monday(12h)), (Hours{false, monday(13h), std::nullopt}));
  EXPECT_EQ(at(monday(13h)), (Hours{true, std::nullopt, monday(15h), monday(14h + 30min)}));
}

TEST_F(LastTicketTest, AfterItTheServiceWorksOnWithoutTickets) {
  const Hours ending{true, monday(24h + 8h), monday(15h), monday(14h + 30min)};
  EXPECT_TRUE(at(monday(14h + 30min) - 1ms).issues(monday(14h + 30min) - 1ms));
  EXPECT_EQ(at(monday(14h + 30min)), ending);
  EXPECT_FALSE(ending.issues(monday(14h + 30min)));
  EXPECT_EQ(at(monday(15h) - 1ms), ending);
  EXPECT_EQ(at(monday(15h)), (Hours{false, monday(24h + 8h), std::nullopt}));
}

TEST_F(LastTicketTest, IssueIsRefusedFromThenOnAndTellsWhenThereAreTicketsAgain) {
  at(monday(8h));
  now = monday(14h + 30min) - 1ms;
  EXPECT_EQ(issued("cs"), "A001");
  now = monday(14h + 30min);
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_closed");
  const auto refused = ask({kiosk(), std::nullopt, std::nullopt, issue("cs")}).error();
  EXPECT_EQ(refused.opens_at, monday(24h + 8h));
  EXPECT_EQ(refused.text, "refused.last_ticket_taken.until");
  Hall::at("1", Open{});
  EXPECT_THAT(Hall::at("1", Next{}), testing::HasSubstr("called A001")) << "who waits is served";
}

TEST_F(LastTicketTest, IsAChange) {
  EXPECT_EQ(next_change(office, monday(9h)), monday(12h));
  EXPECT_EQ(next_change(office, monday(13h)), monday(14h + 30min));
  EXPECT_EQ(next_change(office, monday(14h + 30min)), monday(15h));
  EXPECT_EQ(next_change(office, monday(15h)), monday(24h + 8h));
}

TEST_F(LastTicketTest, OfAServiceGoesOverTheOffices) {
  cs().last_ticket = 1h;
  EXPECT_EQ(at(monday(13h)).last_ticket_at, monday(14h));
  EXPECT_EQ(hours(office, office.services[1], monday(13h)).last_ticket_at, monday(14h + 30min));
  cs().last_ticket = 0min;
  EXPECT_EQ(at(monday(13h)).last_ticket_at, std::nullopt);
}

TEST_F(LastTicketTest, MayLieInTheBreakOrBeforeIt) {
  office.last_ticket = 150min;
  EXPECT_EQ(at(monday(9h)), (Hours{true, std::nullopt, monday(12h)}));
  EXPECT_EQ(at(monday(12h + 10min)), (Hours{false, monday(24h + 8h), std::nullopt}));
  EXPECT_EQ(at(monday(13h)), (Hours{true, monday(24h + 8h), monday(15h), monday(12h + 30min)}));
  office.last_ticket = 4h;
  EXPECT_EQ(at(monday(9h)), (Hours{true, std::nullopt, monday(12h), monday(11h)}));
  EXPECT_EQ(at(monday(11h)), (Hours{true, monday(24h + 8h), monday(12h), monday(11h)}));
  EXPECT_EQ(next_change(office, monday(12h)), monday(13h));
}

TEST_F(LastTicketTest, AnOpeningTooShortForATicketIsNotToldOf) {
  office.exceptional_days[*parse_day("2026-11-24")] = {{8h, 8h + 20min}};
  EXPECT_EQ(at(monday(15h)), (Hours{false, monday(48h + 8h), std::nullopt}));
}

TEST_F(LastTicketTest, CountsBeforeTheClosingOfTheServiceDayWhereItGoesOnOverMidnight) {
  WeekHours week;
  week[1] = {{20h, 24h}};
  week[2] = {{0h, 2h}, {20h, 24h}};
  week[3] = {{0h, 2h}};
  office.hours = week;
  office.day_starts = 4h;
  EXPECT_EQ(at(monday(21h)), (Hours{true, std::nullopt, monday(26h), monday(25h + 30min)}));
  EXPECT_EQ(at(monday(25h + 30min)).opens_at, monday(44h));
}

TEST_F(LastTicketTest, MeansNothingToWhatNeverCloses) {
  office.hours->fill({{0h, 24h}});
  EXPECT_EQ(at(monday(9h)), (Hours{true, std::nullopt, std::nullopt}));
  office.hours.reset();
  EXPECT_EQ(at(monday(9h)), (Hours{true, std::nullopt, std::nullopt}));
}

}  // namespace
}  // namespace panggil::core
