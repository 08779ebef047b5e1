#include "display/model/turns.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/display/scenes.hpp"

namespace panggil::display {
namespace {

Scene calling(std::uint64_t call) {
  Scene scene = busy_scene();
  scene.live->call = call;
  scene.calling = true;
  scene.stage = Stage::kCall;
  return scene;
}

TEST(Turns, AreTakenEveryTwelveSeconds) {
  Turns turns;
  EXPECT_EQ(turns.at(busy_scene(), 0), 0U);
  EXPECT_EQ(turns.next(0), Turns::kTurn);
  EXPECT_EQ(turns.at(busy_scene(), Turns::kTurn - 1), 0U);
  EXPECT_EQ(turns.at(busy_scene(), Turns::kTurn), 1U);
  EXPECT_EQ(turns.next(Turns::kTurn), 2 * Turns::kTurn);
}

TEST(Turns, WaitWhilePeopleReadACall) {
  Turns turns;
  EXPECT_EQ(turns.at(calling(1), Turns::kTurn - 1), 0U);
  EXPECT_EQ(turns.at(calling(1), Turns::kTurn + 1), 0U);
  EXPECT_EQ(turns.at(busy_scene(), Turns::kTurn + 2), 1U);
}

TEST(Turns, AreTakenWhenOneCallFollowsTheOther) {
  Turns turns;
  EXPECT_EQ(turns.at(calling(1), 0), 0U);
  EXPECT_EQ(turns.at(calling(1), 13 * kSecond), 0U);
  EXPECT_EQ(turns.at(calling(2), 14 * kSecond), 1U) << "nobody would see the other pages in a busy hall";
  EXPECT_EQ(turns.at(calling(2), 25 * kSecond), 1U);
}

TEST(Turns, BeginAnewWithANewEmergency) {
  Turns turns;
  turns.at(busy_scene(), 0);
  Scene emergency = emergency_scene();
  emergency.calling = true;
  EXPECT_EQ(turns.at(emergency, 30 * kSecond), 0U);
  EXPECT_EQ(turns.at(emergency, 42 * kSecond), 1U);
  emergency.emergencies.front().text += " !";
  EXPECT_EQ(turns.at(emergency, 43 * kSecond), 0U);
}

}  // namespace
}  // namespace panggil::display
