#include "simulate/model/trace.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.hpp"

namespace panggil::simulate {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using ::testing::HasSubstr;

constexpr auto kTickets =
    "arrived_at,service,called_at\n08:00:24,A,08:02:00\n08:00:08,B,08:00:40\n\n08:05:00,A,\n";

TEST(ATrace, IsReadInOrderOfArrival) {
  const auto trace = parse_trace(kTickets, "");
  ASSERT_TRUE(trace) << trace.error();
  ASSERT_EQ(trace->tickets.size(), 3U);
  EXPECT_EQ(trace->tickets[0], (RecordedTicket{hours(8) + Seconds(8), "B", hours(8) + Seconds(40)}));
  EXPECT_EQ(trace->tickets[2], (RecordedTicket{hours(8) + minutes(5), "A", {}}));
  EXPECT_EQ(trace->services(), (std::vector<std::string>{"A", "B"}));
}

TEST(ATrace, MayHaveItsColumnsInAnyOrderAndTheLinesOfOtherSystems) {
  const auto trace = parse_trace("service,called_at,arrived_at,desk\r\nA,08:02:00,08:00:24,7\r\n", "");
  ASSERT_TRUE(trace) << trace.error();
  EXPECT_EQ(trace->tickets[0], (RecordedTicket{hours(8) + Seconds(24), "A", hours(8) + minutes(2)}));
}

TEST(ATrace, HasAsManyCountersAsWereOpenAtMost) {
  const auto trace = parse_trace(
      kTickets, "at,service,open_counters\n08:00:00,A,3\n09:00:00,A,5\n10:00:00,A,0\n08:00:00,B,0\n");
  ASSERT_TRUE(trace) << trace.error();
  EXPECT_EQ(trace->counters_of("A"), 5);
  EXPECT_EQ(trace->counters_of("B"), 1);
}

TEST(ATrace, WithoutItsCountersHasOneForEachService) {
  EXPECT_EQ(parse_trace(kTickets, "")->counters_of("A"), 1);
}

TEST(ATrace, SaysWhichLineIsWrong) {
  const auto what = [](const char* text, const char* counters = "") {
    return parse_trace(text, counters).error();
  };
  EXPECT_THAT(what("arrived_at,service\n08:00:00,A\n"), HasSubstr("called_at"));
  EXPECT_THAT(what("arrived_at,service,called_at\n08:00,A,\n"), HasSubstr("line 2"));
  EXPECT_THAT(what("arrived_at,service,called_at\n08:00:00,A,25:00:00\n"), HasSubstr("called_at"));
  EXPECT_THAT(what("arrived_at,service,called_at\n08:00:00,,\n"), HasSubstr("service"));
  EXPECT_THAT(what("arrived_at,service,called_at\n08:00:00,A,07:59:00\n"), HasSubstr("before"));
  EXPECT_THAT(what("arrived_at,service,called_at\n"), HasSubstr("no ticket"));
  EXPECT_THAT(what(""), HasSubstr("arrived_at"));
  EXPECT_THAT(what(kTickets, "at,service,open_counters\n08:00:00,A,many\n"), HasSubstr("many"));
}

TEST(ATrace, IsMatchedByPrefixOrIdWhateverTheCase) {
  const auto trace = parse_trace("arrived_at,service,called_at\n08:00:00,a,\n08:00:00,Interview,\n", "");
  const auto matched = match_services(*trace, sample::office());
  ASSERT_TRUE(matched) << matched.error();
  EXPECT_EQ(matched->at("a"), ServiceId("cs"));
  EXPECT_EQ(matched->at("Interview"), ServiceId("interview"));
}

TEST(ATrace, NamesAllServicesThatTheOfficeDoesNotHave) {
  const auto trace = parse_trace("arrived_at,service,called_at\n08:00:00,X,\n08:00:00,A,\n08:00:00,Y,\n", "");
  const auto matched = match_services(*trace, sample::office());
  ASSERT_FALSE(matched);
  EXPECT_THAT(matched.error(), HasSubstr("X, Y"));
}

}  // namespace
}  // namespace panggil::simulate
