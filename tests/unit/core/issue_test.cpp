// issue, and the numbers it gives.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class IssueTest : public Hall {
 protected:
  Service& cs() { return office.services[0]; }
  Service& interview() { return office.services[1]; }

  static WeekHours mondays(std::vector<Opening> openings) {
    WeekHours week;
    week[1] = std::move(openings);
    return week;
  }
};

TEST_F(IssueTest, GivesATicketThatWaits) {
  EXPECT_EQ(does(kiosk(), issue("cs", "priority")), "issued A001 for cs as priority by kiosk, 1 of A");
  EXPECT_EQ(state_of("A001"), "waiting");
  EXPECT_EQ(ticket("A001").arrived_at, now);
  EXPECT_EQ(ticket("A001").queued_at, now);
  EXPECT_EQ(waiting("cs"), 1u);
}

TEST_F(IssueTest, WhoComesAfterTheClockWentBackStillComesLast) {
  at("1", Open{});
  issued("cs");
  issued("cs", "priority");
  now -= 1h;
  issued("cs");
  EXPECT_EQ(ticket("A003").arrived_at, now);
  EXPECT_EQ(ticket("A003").queued_at, now + 1h);
  office.selection = {EarliestRule{}};
  for (const auto* number : {"A001", "A002", "A003"}) {
    at("1", Next{});
    EXPECT_EQ(current("1"), number);
  }
}

TEST_F(IssueTest, TakesTheFirstClassWhenNoneIsNamed) {
  EXPECT_EQ(does(kiosk(), Issue{ServiceId("cs"), std::nullopt, std::nullopt}),
            "issued A001 for cs as regular by kiosk, 1 of A");
}

TEST_F(IssueTest, NamesTheChannelAfterTheRoleUnlessOneIsGiven) {
  EXPECT_EQ(does(desk(), issue("cs")), "issued A001 for cs as regular by desk, 1 of A");
  EXPECT_EQ(does(desk(), Issue{ServiceId("cs"), std::nullopt, ChannelId("phone")}),
            "issued A002 for cs as regular by phone, 2 of A");
}

TEST_F(IssueTest, CountsEachPrefixByItself) {
  EXPECT_EQ(issued("cs"), "A001");
  EXPECT_EQ(issued("interview"), "B001");
  EXPECT_EQ(issued("cs"), "A002");
}

TEST_F(IssueTest, ServicesThatShareAPrefixShareItsNumbers) {
  interview().prefix = "A";
  EXPECT_EQ(issued("cs"), "A001");
  EXPECT_EQ(issued("interview"), "A002");
  EXPECT_EQ(issued("cs"), "A003");
  EXPECT_EQ(ticket("A002").service, ServiceId("interview"));
}

TEST_F(IssueTest, WritesAsManyDigitsAsTheLastNumberHas) {
  office.last_number = 9999;
  EXPECT_EQ(issued("cs"), "A0001");
  office.last_number = 9;
  EXPECT_EQ(issued("interview"), "B1");
}

TEST_F(IssueTest, BeginsAtTheOfficesFirstNumber) {
  office.first_number = 101;
  EXPECT_EQ(issued("cs"), "A101");
  EXPECT_EQ(issued("cs"), "A102");
}

TEST_F(IssueTest, GoesOnFromAFirstNumberThatWasRaisedDuringTheDay) {
  issued("cs");
  office.first_number = 500;
  EXPECT_EQ(issued("cs"), "A500");
  office.first_number = 1;
  EXPECT_EQ(issued("cs"), "A501");
}

TEST_F(IssueTest, IsRefusedOnceTheNumbersAreUsedUp) {
  office.last_number = 2;
  interview().prefix = "A";
  EXPECT_EQ(issued("cs"), "A1");
  EXPECT_EQ(issued("interview"), "A2");
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: series_exhausted");
  EXPECT_EQ(does(kiosk(), issue("interview")), "no: series_exhausted");
  EXPECT_EQ(issued("pickup"), "C1");
}

TEST_F(IssueTest, IsRefusedForAServiceThatTheOfficeLacks) {
  EXPECT_EQ(does(kiosk(), issue("visa")), "no: unknown_service");
}

TEST_F(IssueTest, IsRefusedForAClassThatTheOfficeLacks) {
  EXPECT_EQ(does(kiosk(), issue("cs", "vip")), "no: bad_request");
}

TEST_F(IssueTest, IsRefusedOutsideTheHoursAndTellsWhenTheyBegin) {
  office.hours = mondays({{9h, 12h}});
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_closed");
  const auto refused = ask({kiosk(), std::nullopt, std::nullopt, issue("cs")});
  EXPECT_EQ(refused.error().opens_at, monday(9h));
  now = monday(9h);
  EXPECT_EQ(issued("cs"), "A001");
  now = monday(12h);
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_closed");
}

TEST_F(IssueTest, GoesByTheServicesOwnHoursWhereItHasSome) {
  office.hours = mondays({{9h, 12h}});
  cs().hours = mondays({{7h, 8h + 30min}});
  EXPECT_EQ(issued("cs"), "A001");
  EXPECT_EQ(does(kiosk(), issue("interview")), "no: service_closed");
}

TEST_F(IssueTest, IsRefusedOnceTheQuotaOfTheDayIsGiven) {
  cs().quota = 2;
  issued("cs");
  issued("cs");
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: quota_full");
  EXPECT_EQ(issued("interview"), "B001");
}

TEST_F(IssueTest, ACancelledTicketGivesItsPlaceInTheQuotaToNobody) {
  cs().quota = 1;
  issued("cs");
  does(desk(), cancel("A001"));
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: quota_full");
}

TEST_F(IssueTest, TheServiceIsLookedAtBeforeTheClassAndTheHoursBeforeTheQuotaAndTheQuotaBeforeTheNumbers) {
  EXPECT_EQ(does(kiosk(), issue("visa", "vip")), "no: unknown_service");
  office.hours = mondays({{9h, 12h}});
  cs().quota = 0;
  office.last_number = 0;
  EXPECT_EQ(does(kiosk(), issue("cs", "vip")), "no: bad_request");
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_closed");
  office.hours.reset();
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: quota_full");
  cs().quota.reset();
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: series_exhausted");
}

}  // namespace
}  // namespace panggil::core
