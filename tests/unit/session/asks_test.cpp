#include "common/session/asks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::session {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

const MonoTime kPressed{100s};

protocol::Command command(std::string id) {
  protocol::Command command;
  command.id = std::move(id);
  command.lease = protocol::Lease{"k3f9", 5123400};
  return command;
}

protocol::Answer yes(std::string id) {
  protocol::Answer answer;
  answer.id = std::move(id);
  answer.result = protocol::CounterResult{};
  return answer;
}

protocol::Answer no(std::string id, std::string code) {
  protocol::Answer answer;
  answer.id = std::move(id);
  answer.error = protocol::Error{.code = std::move(code), .message = {}, .current = {}, .opens_at = {}};
  return answer;
}

std::vector<std::string> ids(const std::vector<Asks::Sending>& sendings) {
  std::vector<std::string> ids;
  for (const auto& sending : sendings) ids.push_back(sending.command.id);
  return ids;
}

/// Turns a clock by 100 ms steps and writes down when something is sent.
std::vector<Millis> sent_at(Asks& asks, Millis until) {
  std::vector<Millis> moments;
  for (Millis after{0}; after <= until; after += 100ms) {
    if (!asks.due(kPressed + after).empty()) moments.push_back(after);
    asks.given_up(kPressed + after);
  }
  return moments;
}

TEST(Asks, ACommandIsSentAtOnceAndAgainAfterOneTwoAndFourSeconds) {
  Asks asks;
  ASSERT_TRUE(asks.ask("next", command("a"), kPressed));
  EXPECT_THAT(sent_at(asks, 20s), ElementsAre(0ms, 1000ms, 2000ms, 4000ms));
}

TEST(Asks, AResendIsTheSameCommandToTheLetter) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  const auto first = asks.due(kPressed);
  const auto second = asks.due(kPressed + 1s);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(second[0].action, "next");
  EXPECT_EQ(second[0].command, first[0].command);
}

TEST(Asks, ALoopThatSleptSendsOnceAndNotForEachTimeItMissed) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  EXPECT_THAT(ids(asks.due(kPressed + 3s)), ElementsAre("a"));
  EXPECT_THAT(asks.due(kPressed + 3900ms), IsEmpty());
  EXPECT_THAT(ids(asks.due(kPressed + 4s)), ElementsAre("a"));
}

TEST(Asks, NothingIsSentAfterTheAnswer) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  asks.due(kPressed);
  const auto settled = asks.answered(yes("a"), "{…}");
  ASSERT_TRUE(settled);
  EXPECT_EQ(settled->action, "next");
  EXPECT_EQ(std::get<Done>(settled->outcome).payload, "{…}");
  EXPECT_THAT(sent_at(asks, 20s), IsEmpty());
  EXPECT_FALSE(asks.next());
}

TEST(Asks, ARefusalIsAnOutcomeOfItsOwn) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  const auto settled = asks.answered(no("a", "conflict"), "{}");
  ASSERT_TRUE(settled);
  EXPECT_EQ(std::get<Refused>(settled->outcome).answer.error->code, "conflict");
}

TEST(Asks, AnAnswerToSomebodyElsesCommandIsNotOurs) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  EXPECT_FALSE(asks.answered(yes("b"), "{}"));
  EXPECT_FALSE(asks.answered(protocol::Answer{}, "{}"));
  EXPECT_TRUE(asks.under_way("next"));
}

TEST(Asks, TheSecondAnswerToOneCommandIsNotTold) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  EXPECT_TRUE(asks.answered(yes("a"), "{}"));
  EXPECT_FALSE(asks.answered(yes("a"), "{}"));
}

TEST(Asks, TheSameActionIsNotSentAgainWhileItIsUnderWay) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  EXPECT_FALSE(asks.ask("next", command("b"), kPressed + 100ms));
  EXPECT_THAT(ids(asks.due(kPressed + 100ms)), ElementsAre("a"));
}

TEST(Asks, AnotherActionMayBeUnderWayBesideIt) {
  Asks asks;
  asks.ask("recall", command("a"), kPressed);
  EXPECT_TRUE(asks.ask("next", command("b"), kPressed));
  EXPECT_THAT(ids(asks.due(kPressed)), ElementsAre("a", "b"));
}

TEST(Asks, TheSameActionMayBeAskedAgainOnceItIsSettled) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  asks.answered(no("a", "busy"), "{}");
  EXPECT_TRUE(asks.ask("next", command("b"), kPressed + 1s));
}

TEST(Asks, WithoutAnAnswerTheOutcomeIsUnknownAfterEightSecondsAndOnce) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  EXPECT_THAT(asks.given_up(kPressed + 7999ms), IsEmpty());
  const auto settled = asks.given_up(kPressed + 8s);
  ASSERT_EQ(settled.size(), 1u);
  EXPECT_EQ(settled[0].id, "a");
  EXPECT_TRUE(std::holds_alternative<Unknown>(settled[0].outcome));
  EXPECT_THAT(asks.given_up(kPressed + 9s), IsEmpty());
  EXPECT_FALSE(asks.under_way("next"));
}

TEST(Asks, ALateAnswerSettlesWhatWasUnknown) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  asks.given_up(kPressed + 8s);
  const auto settled = asks.answered(yes("a"), "{}");
  ASSERT_TRUE(settled);
  EXPECT_TRUE(std::holds_alternative<Done>(settled->outcome));
}

TEST(Asks, WhenTheLinkIsBackWhatWasUnknownIsAskedOnceMoreUnderTheSameIdAndLease) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  asks.due(kPressed);
  asks.given_up(kPressed + 8s);
  asks.ask_again();
  const auto sendings = asks.due(kPressed + 60s);
  ASSERT_EQ(sendings.size(), 1u);
  EXPECT_EQ(sendings[0].command, command("a"));
  EXPECT_THAT(asks.due(kPressed + 61s), IsEmpty());
}

TEST(Asks, WhenTheLinkIsBackWhatIsUnderWayGoesOutAtOnceAndKeepsItsTimes) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  asks.due(kPressed);
  asks.ask_again();
  EXPECT_EQ(asks.due(kPressed + 300ms).size(), 1u);
  EXPECT_THAT(asks.due(kPressed + 900ms), IsEmpty());
  EXPECT_EQ(asks.due(kPressed + 1s).size(), 1u);
}

TEST(Asks, WhatNobodyCouldTellForTenMinutesIsForgotten) {
  Asks asks;
  asks.ask("next", command("a"), kPressed);
  asks.given_up(kPressed + 8s);
  asks.given_up(kPressed + 10min);
  EXPECT_FALSE(asks.answered(yes("a"), "{}"));
  EXPECT_FALSE(asks.next());
}

TEST(Asks, TellsWhenItWantsToBeLookedAtNext) {
  Asks asks;
  EXPECT_FALSE(asks.next());
  asks.ask("next", command("a"), kPressed);
  EXPECT_LE(*asks.next(), kPressed);
  asks.due(kPressed);
  EXPECT_EQ(*asks.next(), kPressed + 1s);
  asks.due(kPressed + 4s);
  EXPECT_EQ(*asks.next(), kPressed + 8s);
  asks.given_up(kPressed + 8s);
  EXPECT_EQ(*asks.next(), kPressed + 10min);
}

}  // namespace
}  // namespace panggil::session
