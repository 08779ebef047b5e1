#include "common/mqtt/link.hpp"

#include <gtest/gtest.h>
#include <poll.h>

namespace panggil::mqtt {
namespace {

class LinkTest : public testing::Test {
 protected:
  /// What has been told, in one word each.
  std::vector<std::string> told() {
    std::vector<std::string> words;
    for (const auto& incoming : inbox_.take(100)) {
      if (std::holds_alternative<Connected>(incoming)) words.emplace_back("connected");
      if (const auto* lost = std::get_if<Disconnected>(&incoming)) words.push_back(to_text(lost->trouble));
      if (const auto* message = std::get_if<Received>(&incoming)) words.push_back(message->payload);
    }
    return words;
  }
  bool woken() {
    pollfd watched{inbox_.fd(), POLLIN, 0};
    return poll(&watched, 1, 0) == 1;
  }
  using Words = std::vector<std::string>;

  Inbox inbox_{10};
  Link link_{inbox_};
};

TEST_F(LinkTest, TellsWhatHappensInOrder) {
  const auto attempt = link_.begin_attempt();
  EXPECT_EQ(Link::Phase::kConnecting, link_.phase());
  link_.came_up(attempt, 20);
  EXPECT_EQ(Link::Phase::kUp, link_.phase());
  EXPECT_EQ(20U, link_.receive_maximum());
  link_.received({.topic = "a", .payload = "x"});
  link_.went_down(attempt, as_said("lost"));
  EXPECT_EQ(Link::Phase::kDown, link_.phase());
  EXPECT_EQ((Words{"connected", "x", "lost"}), told());
}

TEST_F(LinkTest, TheSameReasonIsToldOnceUntilThereHasBeenAConnection) {
  for (int i = 0; i < 5; ++i) link_.went_down(link_.begin_attempt(), as_said("nobody there"));
  link_.went_down(link_.begin_attempt(), as_said("refused"));
  EXPECT_EQ((Words{"nobody there", "refused"}), told());
  const auto attempt = link_.begin_attempt();
  link_.came_up(attempt, 20);
  link_.went_down(attempt, as_said("refused"));
  EXPECT_EQ((Words{"connected", "refused"}), told());
}

TEST_F(LinkTest, AnUntoldFailureStillWakesTheOwnerSoThatItTriesAgain) {
  link_.went_down(link_.begin_attempt(), as_said("nobody there"));
  told();
  ASSERT_FALSE(woken());
  link_.went_down(link_.begin_attempt(), as_said("nobody there"));
  EXPECT_TRUE(woken());
}

TEST_F(LinkTest, OneConnectionIsLostOnlyOnce) {
  const auto attempt = link_.begin_attempt();
  link_.came_up(attempt, 20);
  link_.went_down(attempt, as_said("the broker ended it"));
  link_.went_down(attempt, as_said("lost"));
  EXPECT_EQ((Words{"connected", "the broker ended it"}), told());
}

TEST_F(LinkTest, WhatAnEarlierConnectionSaysLateIsIgnored) {
  const auto old = link_.begin_attempt();
  link_.came_up(old, 20);
  link_.went_down(old, as_said("lost"));
  const auto present = link_.begin_attempt();
  link_.came_up(old, 7);
  EXPECT_EQ(Link::Phase::kConnecting, link_.phase());
  link_.came_up(present, 20);
  link_.went_down(old, as_said("lost again"));
  EXPECT_EQ(Link::Phase::kUp, link_.phase());
}

TEST_F(LinkTest, ALossIsToldEvenThroughAFullInbox) {
  const auto attempt = link_.begin_attempt();
  link_.came_up(attempt, 20);
  for (int i = 0; i < 50; ++i) link_.received({.topic = "a", .payload = "x"});
  link_.went_down(attempt, as_said("lost"));
  EXPECT_EQ("lost", told().back());
}

TEST_F(LinkTest, KeepsTheFirstComplaintsOfEachConnection) {
  link_.begin_attempt();
  for (int i = 0; i < 100; ++i) link_.complain(std::to_string(i));
  const auto complaints = link_.take_complaints();
  ASSERT_EQ(8U, complaints.size());
  EXPECT_EQ("0", complaints.front());
  link_.complain("one more");
  EXPECT_TRUE(link_.take_complaints().empty());
  link_.begin_attempt();
  link_.complain("again");
  EXPECT_EQ(std::vector<std::string>{"again"}, link_.take_complaints());
}

}  // namespace
}  // namespace panggil::mqtt
