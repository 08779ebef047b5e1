#include "simulate/model/recorded_day.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sample.hpp"
#include "theatre.hpp"

namespace panggil::simulate {
namespace {

using core::TicketState;
using sample::at;

class ARecordedDay : public ::testing::Test {
 protected:
  RecordedDay day(const std::string& lines) {
    const auto trace = parse_trace("arrived_at,service,called_at\n" + lines, "");
    EXPECT_TRUE(trace);
    const auto services = match_services(*trace, theatre.office());
    EXPECT_TRUE(services);
    return {*trace, *services, theatre.office(), theatre.now()};
  }
  static std::optional<Seconds> waited(const RecordedDay& play, std::size_t ticket) {
    return play.played().at(ticket).waited_now;
  }
  Theatre theatre{core_office(), at(7, 50)};
};

TEST_F(ARecordedDay, EverybodyWaitsAsLongAsThen) {
  RecordedDay play =
      day("08:00:00,A,08:01:00\n08:00:30,A,08:04:00\n08:00:40,B,08:00:40\n08:02:00,A,08:04:30\n08:10:00,B,08:"
          "11:15\n");
  theatre.perform(play, at(9));
  for (const PlayedTicket& ticket : play.played()) EXPECT_EQ(ticket.waited_now, ticket.waited_then);
  const Comparison comparison = compare(play.played());
  EXPECT_EQ(comparison.recorded, 5U);
  EXPECT_EQ(comparison.issued, 5U);
  EXPECT_EQ(comparison.now, comparison.then);
  EXPECT_EQ(comparison.most_difference, Seconds(0));
  EXPECT_EQ(theatre.refusals(), 0U);
}

TEST_F(ARecordedDay, WhoWasNeverCalledIsStillWaiting) {
  RecordedDay play = day("08:00:00,A,08:01:00\n08:02:00,A,\n");
  theatre.perform(play, at(9));
  EXPECT_EQ(play.waiting().at(ServiceId("cs")), 1U);
  EXPECT_EQ(theatre.tickets_in(TicketState::kWaiting), 1U);
  EXPECT_EQ(theatre.tickets_in(TicketState::kCompleted), 1U);
  EXPECT_EQ(compare(play.played()).now.count, 1U);
}

TEST_F(ARecordedDay, CountersOpenAsTheyAreNeededAndCloseAtTheEnd) {
  RecordedDay play = day("08:00:00,A,08:01:00\n08:00:01,A,08:01:10\n08:30:00,B,08:31:00\n");
  theatre.perform(play, at(9));
  const auto pressed = [&](const std::string& what) { return std::ranges::count(theatre.presses(), what); };
  EXPECT_EQ(pressed("counter-1 open"), 1);
  EXPECT_EQ(pressed("counter-2 open"), 1);
  EXPECT_EQ(pressed("counter-3 open"), 1);
  for (const auto& [id, counter] : theatre.state().counters)
    EXPECT_EQ(counter.state, core::CounterState::kClosed);
}

TEST_F(ARecordedDay, AnAnswerThatComesLateCallsNobodyTwice) {
  RecordedDay play =
      day("08:00:00,A,08:01:00\n08:00:01,A,08:01:10\n08:00:02,A,08:02:00\n08:00:03,A,08:05:00\n");
  for (std::size_t press = 1; press < 30; press += 2) theatre.swallow(press);
  theatre.perform(play, at(9));
  EXPECT_EQ(play.tally().called, 4U);
  EXPECT_EQ(play.tally().unknown, 0U);
  EXPECT_EQ(theatre.tickets_in(TicketState::kCompleted), 4U);
}

TEST_F(ARecordedDay, NobodyIsCalledBeforeTheNumberIsGivenOut) {
  RecordedDay play = day("08:00:00,A,08:00:00\n");
  const auto presses = play.due(at(8));
  ASSERT_EQ(presses.size(), 1U);
  EXPECT_EQ(presses[0].action, "issue");
  EXPECT_TRUE(play.due(at(8, 0, 1)).empty());
  play.settled(presses[0], sample::yes(sample::issued("A001")), at(8, 0, 1));
  EXPECT_EQ(play.due(at(8, 0, 1)).at(0).action, "open");
}

TEST(AComparison, TakesTheDifferencesOfTheSameTickets) {
  const std::vector<PlayedTicket> tickets{{"A001", Seconds(60), Seconds(70)},
                                          {"A002", Seconds(100), Seconds(70)},
                                          {"A003", {}, Seconds(5)},
                                          {{}, Seconds(500), {}}};
  const Comparison comparison = compare(tickets);
  EXPECT_EQ(comparison.issued, 3U);
  EXPECT_EQ(comparison.then.count, 3U);
  EXPECT_EQ(comparison.now.count, 3U);
  EXPECT_EQ(comparison.mean_difference, Seconds(20));
  EXPECT_EQ(comparison.most_difference, Seconds(30));
}

TEST(WaitFigures, AreThoseOfTheMiddleAndTheTenth) {
  std::vector<Seconds> waits;
  for (int i = 100; i >= 1; --i) waits.emplace_back(i);
  EXPECT_EQ(figures(waits), (WaitFigures{100, Seconds(50), Seconds(50), Seconds(90)}));
  EXPECT_EQ(figures({}), WaitFigures{});
  EXPECT_EQ(figures({Seconds(7)}), (WaitFigures{1, Seconds(7), Seconds(7), Seconds(7)}));
}

}  // namespace
}  // namespace panggil::simulate
