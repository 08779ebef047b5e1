#include "simulate/model/entrance.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace panggil::simulate {
namespace {

using sample::at;

class AtTheEntrance : public ::testing::Test {
 protected:
  void expect(WallTime time, const char* service = "cs") {
    entrance.expect({time, ServiceId(service), {}, {}, 0});
  }
  std::optional<Entrance::Ticketed> settle(const Press& press, const session::Outcome& outcome,
                                           WallTime now) {
    return entrance.settled(press, outcome, now);
  }

  Habits habits = sample::habits();
  Entrance entrance{habits};
};

TEST_F(AtTheEntrance, NobodyPressesBeforeComing) {
  expect(at(8, 10));
  EXPECT_TRUE(entrance.due(at(8)).empty());
  EXPECT_EQ(entrance.next_due(), at(8, 10));
  const auto presses = entrance.due(at(8, 10));
  ASSERT_EQ(presses.size(), 1U);
  EXPECT_EQ(presses[0].client, ClientId("kiosk-1"));
  EXPECT_EQ(presses[0].action, "issue");
  EXPECT_EQ(presses[0].command.service, "cs");
}

TEST_F(AtTheEntrance, OneAfterTheOtherAsksAtOneMachineAndAtAnotherAtTheSameTime) {
  expect(at(8));
  expect(at(8));
  expect(at(8), "interview");
  const auto presses = entrance.due(at(8));
  ASSERT_EQ(presses.size(), 2U);
  EXPECT_TRUE(entrance.due(at(8)).empty());
  const auto kiosk = presses[0].client == ClientId("kiosk-1") ? presses[0] : presses[1];
  const auto ticketed = settle(kiosk, sample::yes(sample::issued("A001")), at(8));
  ASSERT_TRUE(ticketed);
  EXPECT_EQ(ticketed->ticket, "A001");
  EXPECT_EQ(entrance.due(at(8)).size(), 1U);
}

TEST_F(AtTheEntrance, WhoComesBeforeTheOpeningWaitsForIt) {
  expect(at(7, 50));
  const auto press = entrance.due(at(7, 50)).at(0);
  EXPECT_FALSE(settle(press, sample::no("service_closed", at(8)), at(7, 50)));
  EXPECT_TRUE(entrance.expects_anybody_for(ServiceId("cs")));
  EXPECT_TRUE(entrance.due(at(7, 55)).empty());
  EXPECT_EQ(entrance.due(at(8)).size(), 1U);
}

TEST_F(AtTheEntrance, WhoIsToldToComeBackTomorrowGoesHome) {
  expect(at(15));
  const auto press = entrance.due(at(15)).at(0);
  EXPECT_FALSE(settle(press, sample::no("service_closed", at(32)), at(15)));
  EXPECT_FALSE(entrance.expects_anybody());
}

TEST_F(AtTheEntrance, WhoIsToldThatItIsBusyPressesAgain) {
  expect(at(8));
  EXPECT_FALSE(settle(entrance.due(at(8)).at(0), sample::no("busy"), at(8)));
  EXPECT_EQ(entrance.due(at(8, 1)).size(), 1U);
}

TEST_F(AtTheEntrance, ANumberThatWasUnknownIsGivenLate) {
  expect(at(8));
  auto press = entrance.due(at(8)).at(0);
  press.command.id = "c1";
  EXPECT_FALSE(settle(press, session::Unknown{}, at(8)));
  EXPECT_FALSE(entrance.expects_anybody());
  const auto late = entrance.settled_late(press, sample::yes(sample::issued("A005")));
  ASSERT_TRUE(late);
  EXPECT_EQ(late->ticket, "A005");
  EXPECT_FALSE(entrance.settled_late(press, sample::yes(sample::issued("A005"))));
}

TEST_F(AtTheEntrance, ShutNobodyMoreComesButWhoIsPressingStays) {
  expect(at(8));
  expect(at(8));
  expect(at(9));
  const auto press = entrance.due(at(8)).at(0);
  entrance.shut();
  EXPECT_TRUE(settle(press, sample::yes(sample::issued("A001")), at(8)));
  EXPECT_TRUE(entrance.due(at(10)).empty());
  EXPECT_FALSE(entrance.expects_anybody());
}

}  // namespace
}  // namespace panggil::simulate
