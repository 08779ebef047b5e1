// What a press becomes, told what comes over the wire and what time it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "open_counter.hpp"

namespace panggil::counter {
namespace {
using namespace std::chrono_literals;
using testing::HasSubstr;

class CounterModel : public OpenCounter {};

TEST_F(CounterModel, AsksForTheNextWithWhatTheOfficerSees) {
  show_counter("A016");
  const auto wish = press(kNext);
  ASSERT_TRUE(wish);
  EXPECT_EQ(wish->action, "next");
  EXPECT_EQ(wish->command.counter, "3");
  EXPECT_EQ(wish->command.expect, protocol::Expect{"A016"});
}

TEST_F(CounterModel, ShowsThatAPressIsUnderWayUntilItsAnswer) {
  press(kNext);
  EXPECT_TRUE(button(Act::kNext).under_way);
  EXPECT_EQ(model.message().tone, Tone::kBusy);
  EXPECT_FALSE(button(Act::kRecall).possible);
  call_is_answered("A017");
  EXPECT_FALSE(button(Act::kNext).under_way);
  EXPECT_THAT(model.message().text, HasSubstr("A017 is called"));
}

TEST_F(CounterModel, TenPressesInASecondOnASlowLinkAreOne) {
  int asked = 0;
  for (int i = 0; i < 10; ++i) {
    if (press(kNext, 100ms)) ++asked;
    if (i == 5) {  // the answer has taken 600 ms
      call_is_answered("A017");
      show_counter("A017");
    }
  }
  EXPECT_EQ(asked, 1);
}

TEST_F(CounterModel, APressJustAfterAnAnswerIsNotMeantForTheNewOne) {
  ASSERT_TRUE(press(kNext));
  now += 3s;
  call_is_answered("A017");
  show_counter("A017");
  EXPECT_FALSE(press(kNext, 300ms));
  EXPECT_TRUE(press(kNext, 1s));
}

TEST_F(CounterModel, AnotherKeyRightAfterTheAnswerCounts) {
  ASSERT_TRUE(press(kNext));
  call_is_answered("A017");
  show_counter("A017");
  EXPECT_TRUE(press('1', 100ms));
}

TEST_F(CounterModel, NoOtherActionStartsWhileOneIsUnderWay) {
  show_counter("A016");
  ASSERT_TRUE(press(kNext));
  EXPECT_FALSE(press('1'));
  EXPECT_FALSE(press('3'));
}

TEST_F(CounterModel, NothingCanBePressedOfflineAndNothingIsKeptForLater) {
  show_counter("A016");
  model.link(session::LinkState::kSilent);
  ASSERT_TRUE(model.down());
  for (const auto& each : model.scene().buttons) EXPECT_FALSE(each.possible);
  EXPECT_FALSE(press(kNext));
  model.link(session::LinkState::kUp);
  EXPECT_FALSE(button(Act::kNext).under_way);
  EXPECT_TRUE(button(Act::kNext).possible);
}

TEST_F(CounterModel, ALostLinkClosesAListWithoutADeed) {
  show_counter("A016");
  press('6');
  model.link(session::LinkState::kNoBroker);
  EXPECT_FALSE(press('1'));
  model.link(session::LinkState::kUp);
  EXPECT_FALSE(model.scene().list);
}

TEST_F(CounterModel, AnotherEpochForgetsEverything) {
  show_counter("A016");
  model.forget();
  EXPECT_TRUE(model.down());
  EXPECT_FALSE(press(kNext));
  seq = 0;
  model.take(an_office());
  show_counter("A001");
  EXPECT_EQ(model.scene().current->ticket, "A001");
  EXPECT_EQ(press(kNext)->command.expect, protocol::Expect{"A001"});
}

TEST_F(CounterModel, OlderStateIsIgnored) {
  show_counter("A016");
  auto old = shown;
  old.seq = 5;
  old.ticket.reset();
  model.take(old);
  EXPECT_EQ(model.scene().current->ticket, "A016");
}

TEST_F(CounterModel, DoesNothingOnAPressSoSoonAfterAnotherWindowHasActedThatNobodyCanHaveSeenIt) {
  show_counter(std::nullopt);
  protocol::Counter changed = *model.truth().counter();
  changed.seq += 1;
  changed.ticket = protocol::CurrentTicket{"A017", "cs", "regular", "kiosk", "called", {}, {}, 1, 840, 0};
  model.take(changed, now);
  EXPECT_FALSE(press(kEnterKey, 300ms));
  EXPECT_EQ(model.message().tone, Tone::kTrouble);
  EXPECT_TRUE(press(kEnterKey, 1s));
}

TEST_F(CounterModel, ShowsWhatAnotherWindowHasDoneHere) {
  press(kNext);
  call_is_answered("A017");
  show_counter("A017");
  EXPECT_THAT(model.message().text, HasSubstr("A017"));
  press('6');
  ASSERT_TRUE(model.scene().list);
  show_counter("A018");  // the other window has called
  scene = model.scene();
  EXPECT_EQ(scene.current->ticket, "A018");
  EXPECT_FALSE(scene.list);
  EXPECT_EQ(scene.message.text, "");
}

TEST_F(CounterModel, TransfersToAServiceOrACounterThatIsChosen) {
  show_counter("A016");
  EXPECT_FALSE(press('6'));
  scene = model.scene();
  ASSERT_TRUE(scene.list);
  ASSERT_EQ(scene.list->items.size(), 4u);
  EXPECT_EQ(scene.list->items[0].label, "Service");
  EXPECT_EQ(scene.list->items[1].label, "Photo");
  const auto wish = press('2');
  EXPECT_EQ(wish->action, "transfer");
  EXPECT_EQ(wish->command.service, "photo");
  EXPECT_EQ(wish->command.expect, protocol::Expect{"A016"});
  EXPECT_TRUE(button(Act::kTransfer).under_way);
}

TEST_F(CounterModel, TheSecondHalfOfADoubleClickChoosesNothing) {
  show_counter("A016");
  click('6', 1s);
  EXPECT_FALSE(click('2', 150ms));
  EXPECT_TRUE(model.scene().list);
  EXPECT_TRUE(click('2', 1s));
}

TEST_F(CounterModel, GoesBackFromAListWithoutADeed) {
  show_counter("A016");
  press('6');
  EXPECT_FALSE(press('0'));
  EXPECT_FALSE(model.scene().list);
  EXPECT_EQ(model.message().text, "");
}

TEST_F(CounterModel, ANoShowIsCalledOrPutBackInLine) {
  shown.no_show = {"A012", "A009"};
  show_counter({});
  press('8');
  EXPECT_FALSE(press('2'));
  EXPECT_THAT(model.scene().list->items[1].label, HasSubstr("A009 to the end"));
  const auto wish = press('2');
  ASSERT_TRUE(wish);
  EXPECT_EQ(wish->action, "reinstate");
  EXPECT_EQ(wish->command.ticket, "A009");
  EXPECT_EQ(wish->command.position, "last");
}

TEST_F(CounterModel, TurnsThePagesOfALongList) {
  for (int i = 1; i <= 11; ++i) shown.held.push_back("A0" + std::to_string(10 + i));
  show_counter({});
  press('7');
  EXPECT_EQ(model.scene().list->items.size(), 10u);
  press('9');
  EXPECT_EQ(model.scene().list->items.size(), 5u);
  const auto wish = press('3');
  EXPECT_EQ(wish->action, "resume");
  EXPECT_EQ(wish->command.ticket, "A021");
}

TEST_F(CounterModel, SaysThatNobodyHasChosenAnOffice) {
  model.choose_office({SiteId("cirebon"), SiteId("batam")});
  EXPECT_THAT(*model.down(), HasSubstr("cirebon, batam"));
  EXPECT_FALSE(press(kNext));
}

TEST_F(CounterModel, PausesForAReasonAndGoesOn) {
  Model asking{{CounterId("3"), "en", {}, {"Lunch", "Prayer"}}};
  asking.link(session::LinkState::kUp);
  asking.take(an_office());
  asking.take(shown);
  asking.press('9', false, now);
  const auto wish = asking.press('2', false, now + 1s);
  EXPECT_EQ(wish->action, "pause");
  EXPECT_EQ(wish->command.reason, "Prayer");
  asking.settled({"id1", "pause", session::Unknown{}}, now + 2s);
  shown.state = "paused";
  shown.seq = ++seq;
  asking.take(shown);
  EXPECT_EQ(asking.press('9', false, now + 9s)->action, "open");
}

TEST_F(CounterModel, TellsTheTimeAtTheCounterByTheDispatchersClock) {
  show_counter("A016");
  model.take(protocol::Beat{"e", seq, 1, at(4)});
  EXPECT_THAT(model.scene().current->state, HasSubstr("called 4 min ago"));
  EXPECT_EQ(model.scene().time, "07:04");
}

TEST_F(CounterModel, UndoesForHalfAMinuteOnly) {
  protocol::Event event{
      .seq = ++seq, .at = at(1), .day = "2026-11-23", .kind = "ticket-completed", .by = "counter-3"};
  event.counter = "3";
  event.ticket = "A016";
  model.take(event);
  model.take(protocol::Beat{"e", seq, 1, at(1)});
  EXPECT_TRUE(button(Act::kUndo).possible);
  EXPECT_THAT(scene.events.front(), HasSubstr("A016"));
  model.take(protocol::Beat{"e", seq, 1, at(2)});
  EXPECT_FALSE(button(Act::kUndo).possible);
  event.counter = "4";
  event.seq = ++seq;
  model.take(event);
  EXPECT_EQ(model.scene().events.size(), 1u);
}

TEST_F(CounterModel, SaysWhichCountersThereAreInsteadOfAWrongOne) {
  Model wrong{{CounterId("9"), "en", {}, {}}};
  wrong.link(session::LinkState::kUp);
  wrong.take(an_office());
  EXPECT_THAT(*wrong.down(), HasSubstr("no counter 9; there are: 3, 4"));
}

TEST_F(CounterModel, APadWithoutAScreenTakesTheLatestHeldAndTransfersAsItIsTold) {
  shown.held = {"A011", "A008"};
  show_counter({});
  EXPECT_EQ(model.press('7', Order{Act::kHeld, {}, {}}, now)->command.ticket, "A011");
  answer("resume", protocol::CallResult{});
  show_counter("A011");
  const auto wish = model.press('6', Order{Act::kTransfer, "photo", {}}, now + 2s);
  EXPECT_EQ(wish->command.service, "photo");
}

TEST_F(CounterModel, SaysWhichKeyOpensIt) {
  shown.state = "closed";
  show_counter({});
  EXPECT_FALSE(press(kNext));
  EXPECT_THAT(model.scene().message.text, HasSubstr("key 0"));
  shown.state = "paused";
  show_counter({});
  EXPECT_FALSE(press(kNext));
  EXPECT_THAT(model.scene().message.text, HasSubstr("key 9"));
}

}  // namespace
}  // namespace panggil::counter
