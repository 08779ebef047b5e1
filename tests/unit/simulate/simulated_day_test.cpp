#include "simulate/model/simulated_day.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "sample.hpp"
#include "theatre.hpp"

namespace panggil::simulate {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

using core::TicketState;
using sample::at;

class ADay : public ::testing::Test {
 protected:
  SimulatedDay day(std::uint64_t seed) { return {sample::habits(), theatre.office(), theatre.now(), seed}; }
  Theatre theatre{core_office(), at(7, 50)};
};

TEST_F(ADay, EndsWithEverybodyServedOrGoneAndAllCountersClosed) {
  SimulatedDay play = day(1);
  theatre.perform(play, at(14));
  const Tally& tally = play.tally();
  EXPECT_GT(tally.issued, 80U);
  EXPECT_EQ(tally.issued, tally.served + tally.no_show);
  EXPECT_EQ(theatre.tickets_in(TicketState::kCompleted), tally.served);
  EXPECT_EQ(theatre.tickets_in(TicketState::kNoShow), tally.no_show);
  EXPECT_EQ(theatre.refusals(), 0U);
  for (const auto& [id, counter] : theatre.state().counters)
    EXPECT_EQ(counter.state, core::CounterState::kClosed);
}

TEST_F(ADay, HasRecallsNoShowsBreaksAndASecondLeg) {
  SimulatedDay play = day(2);
  theatre.perform(play, at(14));
  const auto pressed = [&](const std::string& what) { return std::ranges::count(theatre.presses(), what); };
  EXPECT_GT(play.tally().recalled, 0U);
  EXPECT_GT(play.tally().no_show, 0U);
  EXPECT_GT(pressed("desk-1 issue"), 10);
  EXPECT_GT(pressed("counter-1 next"), 5);
  EXPECT_GT(pressed("counter-1 complete"), 5);
  EXPECT_EQ(pressed("counter-1 pause"), 1);
}

TEST_F(ADay, SendsVisitsOnUnderTheSameNumberWhereTheOfficeDoes) {
  auto office = core_office();
  office.services[0].then = ServiceId("interview");
  Theatre onward(office, at(7, 50));
  auto habits = sample::habits();
  habits.services[0].then->after.reset();
  SimulatedDay play(habits, onward.office(), onward.now(), 2);
  onward.perform(play, at(16));
  const auto pressed = [&](const std::string& what) { return std::ranges::count(onward.presses(), what); };
  EXPECT_EQ(pressed("desk-1 issue"), 0);
  const auto interviewed = std::ranges::count_if(onward.state().tickets, [](const auto& each) {
    return each.second.service == ServiceId("interview") && each.first.text().starts_with("A");
  });
  EXPECT_GT(interviewed, 20);
  EXPECT_LT(static_cast<std::uint64_t>(interviewed), play.tally().issued - 20);
  EXPECT_EQ(play.tally().issued, play.tally().served + play.tally().no_show);
  EXPECT_EQ(onward.tickets_in(TicketState::kCompleted), play.tally().served);
  for (const auto& [service, waiting] : play.waiting()) EXPECT_EQ(waiting, 0U) << service.text();
  EXPECT_EQ(onward.refusals(), 0U);
}

TEST_F(ADay, IsTheSameForTheSameSeed) {
  SimulatedDay one = day(3);
  theatre.perform(one, at(14));
  Theatre other(core_office(), at(7, 50));
  SimulatedDay same(sample::habits(), other.office(), other.now(), 3);
  other.perform(same, at(14));
  EXPECT_EQ(theatre.presses(), other.presses());
}

TEST_F(ADay, AnswersThatComeLateLoseNobody) {
  SimulatedDay play = day(4);
  for (std::size_t press = 5; press < 200; press += 7) theatre.swallow(press);
  theatre.perform(play, at(14));
  EXPECT_EQ(play.tally().unknown, 0U);
  EXPECT_EQ(play.tally().issued, play.tally().served + play.tally().no_show);
  EXPECT_EQ(theatre.tickets_in(TicketState::kCompleted), play.tally().served);
}

TEST_F(ADay, WhoComesWhileNumbersAreNotGivenOutComesAgainOrGoesHome) {
  auto office = core_office();
  core::WeekHours hours{};
  hours[1] = {{std::chrono::hours(9), std::chrono::hours(10)}};
  office.hours = hours;
  Theatre closed(office, at(7, 50));
  SimulatedDay play(sample::habits(), closed.office(), closed.now(), 5);
  closed.perform(play, at(14));
  EXPECT_GT(play.tally().again, 20U);       // before nine
  EXPECT_GT(play.tally().turned_away, 0U);  // second legs after ten
  EXPECT_EQ(play.tally().all_refused(), 0U);
  EXPECT_EQ(play.tally().issued, play.tally().served + play.tally().no_show);
}

TEST_F(ADay, WaitingTellsWhoHasANumberAndWasNotCalled) {
  auto habits = sample::habits();
  habits.officers.erase(habits.officers.begin() + 2);  // nobody for interviews
  habits.services[0].then.reset();
  habits.services[1].arrivals = {{std::chrono::hours(8), 10}, {std::chrono::hours(10), 0}};
  SimulatedDay play(habits, theatre.office(), theatre.now(), 6);
  theatre.perform(play, at(14));
  EXPECT_EQ(play.waiting().at(ServiceId("cs")), 0U);
  EXPECT_EQ(play.waiting().at(ServiceId("interview")), theatre.tickets_in(TicketState::kWaiting));
  EXPECT_GT(theatre.tickets_in(TicketState::kWaiting), 0U);
}

TEST_F(ADay, WoundUpItPressesNothingMore) {
  SimulatedDay play = day(7);
  EXPECT_FALSE(play.over(at(8)));
  play.wind_up();
  EXPECT_TRUE(play.due(at(9)).empty());
  EXPECT_TRUE(play.over(at(9)));
}

TEST_F(ADay, BegunAtNoonTheMorningsVisitorsStayAway) {
  Theatre late(core_office(), at(9, 45));
  SimulatedDay play(sample::habits(), late.office(), late.now(), 1);
  late.perform(play, at(14));
  EXPECT_LT(play.tally().issued, 40U);
}

TEST_F(ADay, SomebodyServedAtACounterWithAPersonAtItGoesOn) {
  auto habits = sample::habits();
  habits.officers.erase(habits.officers.begin(), habits.officers.begin() + 2);
  habits.services[0].no_show = 0;
  habits.services[0].then->share = 1;
  SimulatedDay play(habits, theatre.office(), theatre.now(), 8);
  const auto press = [&] {
    for (WallTime now = at(8);; now += Seconds(10))
      if (const auto presses = play.due(now); !presses.empty() && presses.front().action == "issue")
        return presses.front();
  }();
  play.settled(press, sample::yes(sample::issued("A001")), at(8, 30));
  play.happened({.kind = "ticket-called", .ticket = "A001"}, at(8, 31));
  EXPECT_EQ(play.waiting().at(ServiceId("cs")), 0U);
  play.happened({.kind = "ticket-completed", .ticket = "A001"}, at(8, 35));
  const auto presses = play.due(at(8, 37));
  EXPECT_TRUE(
      std::ranges::any_of(presses, [](const Press& each) { return each.client == ClientId("desk-1"); }));
}

TEST(Mismatches, NameWhatTheOfficeDoesNotHave) {
  auto habits = sample::habits();
  EXPECT_THAT(mismatches(habits, sample::office()), SizeIs(0));
  habits.services[0].classes[ClassId("royal")] = 0.1;
  habits.services[1].service = ServiceId("massage");
  habits.officers[0].counter = CounterId("9");
  const auto all = mismatches(habits, sample::office());
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_THAT(all[0], HasSubstr("royal"));
  EXPECT_THAT(all[1], HasSubstr("massage"));
  EXPECT_THAT(all[2], HasSubstr("\"9\""));
}

TEST(Mismatches, NameAServiceThatNobodyTakes) {
  auto habits = sample::habits();
  habits.officers.pop_back();
  const auto all = mismatches(habits, sample::office());
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_THAT(all[0], HasSubstr("interview"));
}

}  // namespace
}  // namespace panggil::simulate
