// What an officer is told of a press: what came of it, and for how long that is news.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "open_counter.hpp"

namespace panggil::counter {
namespace {
using namespace std::chrono_literals;
using testing::HasSubstr;

class CounterMessage : public OpenCounter {};

TEST_F(CounterMessage, TellsARefusalInOneSentence) {
  press(kNext);
  refuse("conflict", "Loket 3 sedang memegang A018.");
  EXPECT_EQ(model.message().tone, Tone::kTrouble);
  EXPECT_THAT(model.message().text, HasSubstr("another ticket than expected"));
  EXPECT_TRUE(press(kNext));
}

TEST_F(CounterMessage, SaysThatItIsNotCertainAndThenTheTruth) {
  press(kNext);
  now += 8s;
  model.settled({"id1", "next", session::Unknown{}}, now);
  EXPECT_THAT(model.message().text, HasSubstr("Not certain"));
  call_is_answered("A017");
  EXPECT_THAT(model.message().text, HasSubstr("It was done after all: A017"));
}

TEST_F(CounterMessage, SaysThatWhatWasNotCertainWasNotDone) {
  press(kNext);
  now += 8s;
  model.settled({"id1", "next", session::Unknown{}}, now);
  refuse("stale", "terlambat");
  EXPECT_THAT(model.message().text, HasSubstr("It was not done"));
}

TEST_F(CounterMessage, IsNotTalkedOutOfWhatIsNotCertain) {
  press(kNext);
  now += 8s;
  model.settled({"id1", "next", session::Unknown{}}, now);
  model.link(session::LinkState::kNoBroker);
  EXPECT_FALSE(press(kNext));
  EXPECT_THAT(model.scene().message.text, HasSubstr("Not certain"));
  model.link(session::LinkState::kUp);
  EXPECT_THAT(model.scene().message.text, HasSubstr("Not certain"));
}

TEST_F(CounterMessage, TheTruthAboutAnOldPressDoesNotEndANewOne) {
  press(kNext);
  now += 8s;
  model.settled({"old", "next", session::Unknown{}}, now);
  ASSERT_TRUE(press(kNext));
  call_is_answered("A017", "old");
  EXPECT_TRUE(button(Act::kNext).under_way);
}

TEST_F(CounterMessage, NoLongerTellsWhatWasDoneOnceAnotherWindowHasPaused) {
  press(kNext);
  answer("complete", protocol::TicketResult{"3", "A017", "cs", "completed"});
  show_counter({});
  EXPECT_THAT(model.scene().message.text, HasSubstr("A017"));
  shown.state = "paused";
  show_counter({});
  EXPECT_EQ(model.scene().message.text, "");
}

TEST_F(CounterMessage, TellsOfItsOwnPauseUntilItIsOver) {
  press('9');
  answer("pause", protocol::CounterResult{"3", "paused", {}, {}, 0});
  const auto said = model.scene().message.text;
  EXPECT_NE(said, "");
  shown.state = "paused";
  show_counter({});
  EXPECT_EQ(model.scene().message.text, said);
  shown.state = "open";
  show_counter({});
  EXPECT_EQ(model.scene().message.text, "");
}

TEST_F(CounterMessage, SaysWhyAKeyDoesNothing) {
  EXPECT_FALSE(press('1'));
  EXPECT_THAT(model.message().text, HasSubstr("no current ticket"));
  show_counter("A016", "serving");
  EXPECT_FALSE(press('4'));
  EXPECT_THAT(model.message().text, HasSubstr("being served already"));
  EXPECT_FALSE(press('0'));
  EXPECT_THAT(model.message().text, HasSubstr("still has a ticket"));
}

TEST_F(CounterMessage, NoLongerSaysThatThereIsNoLinkWhenThereIs) {
  model.link(session::LinkState::kNoBroker);
  EXPECT_FALSE(press(kNext));
  EXPECT_THAT(model.scene().message.text, HasSubstr("No connection"));
  model.link(session::LinkState::kSilent);
  EXPECT_FALSE(press(kNext));
  model.link(session::LinkState::kUp);
  EXPECT_EQ(model.scene().message.text, "");
}

}  // namespace
}  // namespace panggil::counter
