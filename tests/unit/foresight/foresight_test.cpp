#include "dispatcher/foresight/foresight.hpp"

#include "tests/unit/foresight/watched_office.hpp"

namespace panggil::foresight {
namespace {

using namespace std::chrono_literals;

const ServiceId kCs("cs");

class TheForesight : public testing::Test {
 protected:
  Foresight foresight_{core::small_office().zone};
  WatchedOffice hall_{[this](const core::State& state, const core::Event& event) {
    foresight_.happened(hall_.office, state, event);
  }};

  void SetUp() override { hall_.wake(); }
  std::optional<estimates::Band> said() {
    const auto& outlook = foresight_.outlook(hall_.office, hall_.state, hall_.now);
    const auto found = outlook.find(kCs);
    return found == outlook.end() ? std::nullopt : std::optional(found->second);
  }
};

TEST_F(TheForesight, SaysNothingInANewOfficeUntilItsFirstDayHasTaughtEnough) {
  hall_.at("1", core::Open{});
  hall_.serve(30);
  EXPECT_FALSE(said());
  EXPECT_FALSE(foresight_.told(hall_.issue()));
  hall_.serve(30);
  ASSERT_TRUE(said());
  const auto told = foresight_.told(hall_.issue());
  ASSERT_TRUE(told);
  // Three or four people are ahead, and every two minutes one is called.
  EXPECT_TRUE(told->holds(estimates::Minutes(8))) << told->low.count() << "–" << told->high.count();
  EXPECT_LE(told->high, estimates::Minutes(25));
}

TEST_F(TheForesight, SaysNothingWhileNoCounterIsOpen) {
  hall_.at("1", core::Open{});
  hall_.serve(60);
  hall_.at("1", core::Complete{});
  ASSERT_TRUE(said());
  hall_.at("1", core::Pause{});
  EXPECT_FALSE(said());
  EXPECT_FALSE(foresight_.told(hall_.issue()));
  hall_.at("1", core::Open{});
  EXPECT_TRUE(said());
}

TEST_F(TheForesight, SaysNothingOfAServiceWhereNobodyHasBeenCalled) {
  hall_.at("1", core::Open{});
  hall_.at("2", core::Open{});
  hall_.serve(60);
  EXPECT_TRUE(said());
  EXPECT_FALSE(foresight_.told(hall_.issue("interview")));
}

TEST_F(TheForesight, ForgetsWhatItToldThoseWhoWaitNoLonger) {
  hall_.at("1", core::Open{});
  hall_.serve(60, 0);
  const auto number = hall_.issue();
  EXPECT_TRUE(foresight_.told(number));
  hall_.at("1", core::Next{});
  EXPECT_FALSE(foresight_.told(number));
}

TEST_F(TheForesight, LooksOverWhatOnlyTimeChangesNowAndThen) {
  hall_.at("1", core::Open{});
  hall_.serve(60);
  hall_.now += Foresight::kLookPeriod;
  const auto before = said();
  EXPECT_FALSE(foresight_.due(hall_.now));
  hall_.now += Foresight::kLookPeriod - 1s;
  EXPECT_FALSE(foresight_.due(hall_.now));
  EXPECT_EQ(said(), before);
  hall_.now += 1s;
  EXPECT_TRUE(foresight_.due(hall_.now));
  hall_.now += 3h;
  EXPECT_NE(said(), before) << "nobody has been called for three hours";
  hall_.now -= 1h;
  EXPECT_TRUE(foresight_.due(hall_.now)) << "the clock has gone back";
}

TEST_F(TheForesight, KnowsWhatItHasLearntOnTheNextDay) {
  hall_.at("1", core::Open{});
  hall_.serve(60);
  hall_.now += 24h;
  hall_.wake();
  EXPECT_TRUE(said()) << "the counter was left open";
  EXPECT_TRUE(foresight_.told(hall_.issue()));
}

TEST_F(TheForesight, TakesOverNewHours) {
  hall_.at("1", core::Open{});
  hall_.serve(60);
  const auto open_end = said();
  core::WeekHours week;
  const std::chrono::minutes soon = std::chrono::floor<std::chrono::minutes>(hall_.now - core::monday(0h));
  week[1] = {{8h, soon + 1min}, {soon + 3h, 20h}};
  hall_.office.hours = week;
  foresight_.reloaded(hall_.office, hall_.state, hall_.now);
  ASSERT_TRUE(said());
  EXPECT_GT(said()->high, open_end->high + 2h) << "a break lies in between";
}

TEST_F(TheForesight, JoinsADayOfWhichItKnowsNothing) {
  hall_.at("1", core::Open{});
  hall_.serve(60);
  auto other = Foresight::recalled(hall_.office.zone, foresight_.experience());
  ASSERT_TRUE(other);
  other->join(hall_.office, hall_.state, hall_.now);
  EXPECT_FALSE(other->told(hall_.state.queue(kCs).lines.begin()->second.begin()->number));
  Foresight fresh(hall_.office.zone);
  fresh.join(hall_.office, {}, hall_.now);
  EXPECT_TRUE(fresh.outlook(hall_.office, {}, hall_.now).empty());
}

TEST_F(TheForesight, IsNotMadeOfAnythingElse) {
  EXPECT_FALSE(Foresight::recalled(hall_.office.zone, "1 2 3 "));
  EXPECT_FALSE(Foresight::recalled(hall_.office.zone, ""));
}

}  // namespace
}  // namespace panggil::foresight
