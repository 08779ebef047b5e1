// What is on the screen when several things want to be: emergency, call, warning, information, and then the
// rest.
#include "display/model/notices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "display/model/model.hpp"
#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {
using ::testing::ElementsAre;
using ::testing::IsEmpty;

protocol::Notice notice(const std::string& level, const std::string& text, std::optional<double> until = {}) {
  return {text,
          level,
          {{"id", text}, {"en", "english " + text}},
          until ? std::optional(at(*until)) : std::nullopt};
}

class ANotice : public ::testing::Test {
 protected:
  static Micros mono(double seconds) { return static_cast<Micros>(seconds * 1e6); }

  ANotice() {
    model_.take(office(90));
    tell({}, 0);
  }
  void beat_at(double seconds) { model_.take(beat(100, seconds), mono(seconds)); }
  void tell(std::vector<protocol::Notice> notices, double seconds, std::vector<protocol::Call> calls = {}) {
    auto told = board(++seq_, seconds, std::move(calls));
    told.notices = std::move(notices);
    model_.take(told, Delivery::kLive, mono(seconds));
    beat_at(seconds);
  }
  void call_at(double seconds) { model_.take(call(++calls_, seconds), mono(seconds)); }
  Scene see(double seconds) {
    model_.advance(mono(seconds));
    model_.presented(mono(seconds));
    return model_.scene(mono(seconds));
  }
  std::vector<std::string> texts(double seconds) {
    std::vector<std::string> all;
    for (const auto& one : see(seconds).notices) all.push_back(one.text);
    return all;
  }

  Model model_{AreaId("hall"), "", 0};
  std::uint64_t seq_ = 200;
  std::uint64_t calls_ = 300;
};

TEST_F(ANotice, IsSeenInTheOrderOfItsLevelAndThenTheNewestFirst) {
  tell({notice("info", "a"), notice("warning", "b"), notice("info", "c"), notice("warning", "d")}, 1);
  EXPECT_THAT(texts(1), ElementsAre("d", "b", "c", "a"));
  EXPECT_EQ(see(1).stage, Stage::kWarning);
}

TEST_F(ANotice, GoesBeforeWhatIsShownWhenNothingElseIs) {
  EXPECT_EQ(see(0).stage, Stage::kIdle);
  tell({notice("info", "a")}, 1);
  EXPECT_EQ(see(1).stage, Stage::kInformation);
  tell({notice("warning", "a")}, 2);
  EXPECT_EQ(see(2).stage, Stage::kWarning);
  tell({notice("emergency", "a")}, 3);
  EXPECT_EQ(see(3).stage, Stage::kEmergency);
  tell({}, 4);
  EXPECT_EQ(see(4).stage, Stage::kIdle);
}

TEST_F(ANotice, OfInformationGivesWayToAWarningACallAndAnEmergency) {
  const auto information = notice("info", "a");
  tell({information, notice("warning", "b")}, 1);
  EXPECT_EQ(see(1).stage, Stage::kWarning);
  tell({information}, 2);
  call_at(2);
  EXPECT_EQ(see(2).stage, Stage::kCall);
  tell({information, notice("emergency", "c")}, 3);
  EXPECT_EQ(see(3).stage, Stage::kEmergency);
}

TEST_F(ANotice, OfWarningGivesWayToACallForItsTime) {
  tell({notice("warning", "a")}, 1);
  call_at(2);
  EXPECT_EQ(see(2).stage, Stage::kCall);
  EXPECT_THAT(texts(2), ElementsAre("a")) << "where there is room beside the call";
  EXPECT_EQ(see(2 + 60).stage, Stage::kWarning);
}

TEST_F(ANotice, OfEmergencyGoesBeforeEverything) {
  call_at(1);
  EXPECT_EQ(see(1).stage, Stage::kCall);
  tell({notice("warning", "a"), notice("emergency", "out"), notice("info", "b")}, 2);
  const auto scene = see(2);
  EXPECT_EQ(scene.stage, Stage::kEmergency);
  ASSERT_EQ(scene.emergencies.size(), 1u);
  EXPECT_EQ(scene.emergencies[0].text, "out");
  EXPECT_EQ(scene.emergencies[0].other, "english out");
  EXPECT_THAT(texts(2), ElementsAre("a", "b"));
}

TEST_F(ANotice, OfEmergencyTakesNoCallItsTimeOnTheScreen) {
  call_at(1);
  see(1);
  tell({notice("emergency", "out")}, 2);
  see(2);
  call_at(3);
  see(15);
  EXPECT_THAT(model_.take_shown(mono(15)), IsEmpty()) << "nobody has seen it for long enough";
  tell({}, 20);
  EXPECT_EQ(see(20).stage, Stage::kCall);
  EXPECT_EQ(see(20).live->call, 301u);
  see(40);
  see(60);
  EXPECT_EQ(model_.take_shown(mono(60)).size(), 2u) << "both have had their time in the end";
}

TEST_F(ANotice, OfEmergencyThatLastedLeavesOldCallsToTheList) {
  tell({notice("emergency", "out")}, 1);
  see(1);
  call_at(2);
  see(2);
  tell({}, 600, {call(301, 2)});
  const auto scene = see(600);
  EXPECT_FALSE(scene.live);
  EXPECT_EQ(scene.recent.size(), 1u);
}

TEST_F(ANotice, EndsByTheDispatcherSTimeThoughNobodySaysSo) {
  tell({notice("warning", "a", 30), notice("info", "b")}, 1);
  EXPECT_THAT(texts(29), ElementsAre("a", "b"));
  EXPECT_LE(model_.deadline(mono(29)), mono(30));
  EXPECT_THAT(texts(30.001), ElementsAre("b")) << "the link is down: no beat has come since";
}

TEST_F(ANotice, IsShownWhileNobodyKnowsTheTime) {
  const auto all = notices_at({notice("info", "a", -3600)}, std::nullopt, "id");
  EXPECT_EQ(all.size(), 1u);
  EXPECT_THAT(notices_at({notice("info", "a", -3600)}, at(0), "id"), IsEmpty());
}

TEST_F(ANotice, OfAnUnknownLevelIsInformation) {
  tell({notice("gossip", "a")}, 1);
  EXPECT_EQ(see(1).stage, Stage::kInformation);
}

TEST_F(ANotice, WakesAScreenOnlyIfItIsAnEmergency) {
  model_.order_power(false);
  tell({notice("warning", "a")}, 1);
  EXPECT_TRUE(see(1).dark);
  tell({notice("emergency", "out")}, 2);
  EXPECT_FALSE(see(2).dark);
  tell({}, 3);
  EXPECT_TRUE(see(3).dark);
}

TEST(AScreenAboveADesk, ShowsItsCounterAndNobodyElseSCalls) {
  Model model(AreaId("hall"), "", 0);
  model.stand_above(CounterId("3"));
  auto told = board(200, 0, {call(2, -1, "B002", "3"), call(1, -2, "A001", "4")});
  told.counters = {{"3", {{"id", "Loket 3"}}, "open", "B002"}, {"4", {{"id", "Loket 4"}}, "closed", {}}};
  model.take(told, Delivery::kLive, 0);
  model.take(call(9, 0, "C009", "4"), 0);
  model.advance(0);
  const auto scene = model.scene(0);
  ASSERT_TRUE(scene.desk);
  EXPECT_EQ(*scene.desk, (CounterLine{{"Loket", "3"}, "open", "B002"}));
  ASSERT_TRUE(scene.live);
  EXPECT_EQ(scene.live->ticket, "B002");
  EXPECT_THAT(scene.recent, IsEmpty());
  EXPECT_EQ(scene.counters.size(), 1u) << "closed ones are not listed";
}

TEST(AScreenThatSleeps, IsWokenByACallForAWhile) {
  Model model(AreaId("hall"), "", 0);
  model.order_power(false);
  model.take(beat(100, 0), 0);
  EXPECT_TRUE(model.scene(0).dark);
  model.take(call(1, 0), 0);
  model.advance(0);
  model.presented(0);
  EXPECT_FALSE(model.scene(0).dark);
  model.take(beat(101, 60), kMinute);
  model.advance(kMinute);
  EXPECT_FALSE(model.scene(kMinute).dark);
  model.take(beat(101, 600), 10 * kMinute);
  model.advance(10 * kMinute);
  EXPECT_TRUE(model.scene(10 * kMinute).dark);
  model.order_power(std::nullopt);
  EXPECT_FALSE(model.scene(10 * kMinute).dark);
}

}  // namespace
}  // namespace panggil::display
