#include "common/mqtt/lull.hpp"

#include <gtest/gtest.h>

namespace panggil::mqtt {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBeatPayload = 100;
constexpr std::size_t kBeat = 5 + 4 + kBeatPayload + 5;  // header, topic, payload, expiry

class LullTest : public testing::Test {
 protected:
  Received message(const std::string& topic, std::size_t payload = kBeatPayload) {
    return {.topic = topic, .payload = std::string(payload, 'x'), .at = now_};
  }
  bool look(std::size_t beats, std::size_t bytes) {
    lull_.look(now_);
    bool kept = true;
    for (std::size_t i = 0; i < beats; ++i) {
      auto beat = message("beat");
      kept = kept && lull_.keeps(beat);
    }
    lull_.looked(bytes, now_);
    return kept;
  }

  Lull::Time now_{100s};
  Lull lull_{{.topic = "beat", .wait = 1300ms}, false};
};

TEST_F(LullTest, BeginsByLookingAtEverything) {
  EXPECT_EQ(1U, lull_.low_water());
  EXPECT_EQ(std::nullopt, lull_.until());
}

TEST_F(LullTest, AfterABeatAloneOneMoreDoesNotWakeAndTwoDo) {
  EXPECT_TRUE(look(1, kBeat));
  EXPECT_GT(lull_.low_water(), kBeat);
  EXPECT_LE(lull_.low_water(), 2 * kBeat);
  EXPECT_EQ(now_ + 1300ms, lull_.until());
}

TEST_F(LullTest, TwoBeatsGoOnLikeOneAndTheNewerCounts) {
  lull_.look(now_);
  auto older = message("beat");
  older.payload.replace(0, 5, "older");
  auto newer = message("beat");
  newer.payload.replace(0, 5, "newer");
  EXPECT_TRUE(lull_.keeps(older));
  EXPECT_TRUE(lull_.keeps(newer));
  lull_.looked(2 * kBeat, now_);
  EXPECT_GT(lull_.low_water(), kBeat);
  EXPECT_LE(lull_.low_water(), 2 * kBeat);
  const auto kept = lull_.take();
  ASSERT_TRUE(kept);
  EXPECT_EQ("newer", kept->payload.substr(0, 5));
  EXPECT_FALSE(lull_.take());
}

TEST_F(LullTest, ABeatSomewhatLongerStillDoesNotWake) {
  look(1, kBeat);
  EXPECT_GT(lull_.low_water(), kBeat + 3) << "a number in it has a digit more";
}

TEST_F(LullTest, WhatAnswersAPingDoesNotEndIt) {
  look(1, kBeat + 2);
  EXPECT_GT(lull_.low_water(), kBeat);
  EXPECT_LE(lull_.low_water(), 2 * kBeat);
}

TEST_F(LullTest, AnyOtherMessageEndsIt) {
  look(1, kBeat);
  lull_.look(now_);
  auto beat = message("beat");
  auto call = message("call", 200);
  EXPECT_TRUE(lull_.keeps(beat));
  EXPECT_FALSE(lull_.keeps(call));
  EXPECT_TRUE(lull_.take()) << "the beat came before";
  lull_.looked(kBeat + 210, now_);
  EXPECT_EQ(1U, lull_.low_water());
}

TEST_F(LullTest, TheBeginningOfAnotherMessageEndsItAsItsEndMustNotWait) {
  look(1, kBeat + 200);
  EXPECT_EQ(1U, lull_.low_water());
}

TEST_F(LullTest, AFewBytesOfAnotherMessageDoNotDelayTheRestOfIt) {
  for (std::size_t few = 1; few < 100; ++few) {
    look(1, kBeat + few);
    const std::size_t larger_by_half = kBeat + kBeat / 2;
    EXPECT_LE(lull_.low_water(), larger_by_half - few) << few;
  }
}

TEST_F(LullTest, WhatIsNoMessageEndsIt) {
  look(1, kBeat);
  look(0, 4);
  EXPECT_EQ(1U, lull_.low_water());
}

TEST_F(LullTest, ALookThatFindsNothingChangesNothing) {
  look(1, kBeat);
  const auto before = lull_.low_water();
  now_ += 500ms;
  look(0, 0);
  EXPECT_EQ(before, lull_.low_water());
  EXPECT_EQ(now_ + 800ms, lull_.until());
}

TEST_F(LullTest, WhenTheSecondDoesNotComeTheFirstIsTakenForOldAndTheNextWakes) {
  look(1, kBeat);
  const auto before = now_;
  now_ += 1300ms;
  lull_.look(now_);
  EXPECT_EQ(1U, lull_.low_water());
  auto beat = message("beat");
  EXPECT_TRUE(lull_.keeps(beat));
  lull_.looked(kBeat, now_);
  EXPECT_EQ(before, lull_.take()->at);
  EXPECT_EQ(1U, lull_.low_water());
  EXPECT_EQ(std::nullopt, lull_.until());
}

TEST_F(LullTest, OneThatTheBrokerKeptTakesNoOthersPlace) {
  lull_.look(now_);
  auto beat = message("beat");
  auto old = message("beat");
  old.retained = true;
  EXPECT_TRUE(lull_.keeps(beat));
  EXPECT_FALSE(lull_.keeps(old));
  EXPECT_TRUE(lull_.take());
}

TEST_F(LullTest, ABeatThatWaitedUntilAnotherMessageCameIsNotTakenForFresh) {
  look(1, kBeat);
  const auto before = now_;
  now_ += 1200ms;
  lull_.look(now_);
  auto beat = message("beat");
  ASSERT_TRUE(lull_.keeps(beat));
  auto call = message("call", 200);
  ASSERT_FALSE(lull_.keeps(call));
  EXPECT_EQ(before, lull_.take()->at);
}

TEST_F(LullTest, TheSecondBeatIsFresh) {
  look(1, kBeat);
  now_ += 1s;
  look(2, 2 * kBeat);
  EXPECT_EQ(now_, lull_.take()->at);
}

TEST(LullOverTls, ARecordsOverheadIsNoBeginningOfAnotherMessage) {
  Lull lull({.topic = "beat", .wait = 1300ms}, true);
  lull.look({});
  Received beat{.topic = "beat", .payload = std::string(kBeatPayload, 'x')};
  ASSERT_TRUE(lull.keeps(beat));
  lull.looked(kBeat + 22 + 24, {});  // and a ping's answer in a record of its own
  EXPECT_GT(lull.low_water(), kBeat + 22);
}

}  // namespace
}  // namespace panggil::mqtt
