#include "simulate/model/counter_view.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace panggil::simulate {
namespace {

using sample::at;

protocol::Answer answer(protocol::ActionResult result, std::uint64_t seq) {
  return std::get<session::Done>(sample::yes(std::move(result), seq)).answer;
}

class View : public ::testing::Test {
 protected:
  void take(protocol::ActionResult result, std::uint64_t seq) {
    view.take(answer(std::move(result), seq), Stamp{at(8, 30), {}});
  }
  CounterView view{CounterId("1")};
};

TEST_F(View, IsClosedAndEmptyAtFirst) {
  EXPECT_EQ(view.now().state, "closed");
  EXPECT_EQ(view.expect(), protocol::Expect{});
}

TEST_F(View, FollowsTheAnswersBeforeTheTopicComes) {
  take(protocol::CounterResult{.counter = "1", .state = "open", .waiting = 2}, 10);
  EXPECT_EQ(view.now().state, "open");
  take(sample::calling("1", "A001"), 11);
  EXPECT_EQ(view.expect(), protocol::Expect{"A001"});
  EXPECT_EQ(view.now().ticket->called_at.time, at(8, 30));
  take(protocol::RecallResult{"1", {.ticket = "A001", .call = 2}}, 12);
  EXPECT_EQ(view.now().ticket->recalls, 1);
  take(protocol::TicketResult{"1", "A001", "cs", "serving"}, 13);
  EXPECT_EQ(view.now().ticket->state, "serving");
  take(protocol::TicketResult{"1", "A001", "cs", "completed"}, 14);
  EXPECT_FALSE(view.now().ticket);
}

TEST_F(View, NextWithNobodyWaitingLeavesNobodyAtTheCounter) {
  take(sample::calling("1", "A001"), 11);
  protocol::CallResult nobody{.counter = "1"};
  nobody.completed = protocol::TicketRef{"A001"};
  take(nobody, 12);
  EXPECT_FALSE(view.now().ticket);
}

TEST_F(View, IgnoresATopicOlderThanAnAnswer) {
  take(sample::calling("1", "A001"), 11);
  auto old = sample::counter("1", "open");
  old.seq = 10;
  view.take(old);
  EXPECT_EQ(view.expect(), protocol::Expect{"A001"});
  old.seq = 11;
  old.waiting = 7;
  old.ticket = sample::called("A001", at(8, 29));
  view.take(old);
  EXPECT_EQ(view.now().waiting, 7U);
}

TEST_F(View, IgnoresAnAnswerOlderThanTheTopic) {
  auto seen = sample::counter("1", "open");
  seen.seq = 20;
  view.take(seen);
  take(sample::calling("1", "A001"), 11);
  EXPECT_FALSE(view.now().ticket);
}

TEST_F(View, IgnoresOtherCounters) {
  auto other = sample::counter("2", "open");
  other.seq = 99;
  view.take(other);
  EXPECT_EQ(view.now().state, "closed");
}

TEST_F(View, ACancelledTicketElsewhereDoesNotTouchTheCurrentOne) {
  take(sample::calling("1", "A001"), 11);
  take(protocol::TicketResult{{}, "A009", "cs", "cancelled"}, 12);
  EXPECT_EQ(view.expect(), protocol::Expect{"A001"});
}

}  // namespace
}  // namespace panggil::simulate
