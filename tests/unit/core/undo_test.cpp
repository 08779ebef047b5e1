// undo: everything as before this counter's last action.
#include "dispatcher/core/undo.hpp"

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class UndoTest : public Hall {
 protected:
  UndoTest() {
    for (const auto* counter : {"1", "2", "3"}) at(counter, Open{});
    for (int i = 0; i < 4; ++i) {
      issued("cs");
      later(1min);
    }
    before = state;
  }

  /// What is left of the action once it is undone: its numbers, and nothing else.
  void expect_as_before() {
    EXPECT_EQ(state.tickets, before.tickets);
    for (const auto& service : office.services) EXPECT_EQ(state.queue(service.id), before.queue(service.id));
    EXPECT_EQ(state.reserved, before.reserved);
    EXPECT_EQ(state.counter(CounterId("1")), before.counter(CounterId("1")));
  }
  /// The action, and its undoing three seconds later.
  void expect_undone(const Action& action) {
    before = state;
    const auto told = at("1", action);
    ASSERT_FALSE(told.starts_with("no: ")) << told;
    later(3s);
    const auto undone = at("1", Undo{});
    EXPECT_TRUE(undone.starts_with("undid ")) << told << ": " << undone;
    expect_as_before();
  }

  State before;
};

TEST_F(UndoTest, PutsACalledTicketBackWhereItStood) {
  EXPECT_EQ(at("1", Next{}), "called A001 at 1, call 1 (alternate: regular's turn)");
  EXPECT_EQ(at("1", Undo{}), "undid 9 to 9 at 1, A001 waiting");
  expect_as_before();
  EXPECT_EQ(current("1"), "none");
}

TEST_F(UndoTest, TakesBackBothHalvesOfANext) {
  at("1", Next{});
  at("1", Start{});
  before = state;
  at("1", Next{});
  EXPECT_EQ(at("1", Undo{}), "undid 11 to 12 at 1, A001 serving, A002 waiting");
  expect_as_before();
}

TEST_F(UndoTest, SaysWhatItTakesBack) {
  at("1", Next{});
  at("1", Next{});
  const auto decision = ask({counter_client("1"), std::nullopt, std::nullopt, Undo{}});
  const auto& undone = std::get<ActionUndone>(decision->front());
  const std::vector<Undone> both{{"ticket-completed", TicketNumber("A001")},
                                 {"ticket-called", TicketNumber("A002")}};
  EXPECT_EQ(undone.events, both);
  at("1", Undo{});
  at("2", Close{});
  const auto closing = ask({counter_client("2"), std::nullopt, std::nullopt, Undo{}});
  EXPECT_EQ(std::get<ActionUndone>(closing->front()).events,
            (std::vector<Undone>{{"counter-closed", std::nullopt}}));
}

TEST_F(UndoTest, TakesBackEachActionOfACounter) {
  expect_undone(Pause{"lunch"});
  expect_undone(Open{"o-12"});
  expect_undone(Next{});
  at("1", Next{});
  for (const Action& action : {Action(Recall{}), Action(Start{}), Action(Complete{}), Action(Skip{}),
                               Action(Skip{.call_next = false}), Action(Hold{"x"}), Action(Next{}),
                               Action(call("A003")), Action(Transfer{ServiceId("interview")}),
                               Action(Transfer{CounterId("3"), Position::kFirst}), Action(cancel("A004"))}) {
    expect_undone(action);
  }
  at("1", Skip{.call_next = false});
  expect_undone(reinstate("A001", Position::kFirst));
  at("1", call("A002"));
  at("1", Hold{});
  expect_undone(Resume{TicketNumber("A002")});
}

TEST_F(UndoTest, TakesBackTheStepOnToTheNextDesk) {
  office.services[0].then = ServiceId("interview");
  at("1", Next{});
  expect_undone(Complete{});
  EXPECT_EQ(waiting("interview"), 0u);
}

TEST_F(UndoTest, GivesNoNumberOutAgain) {
  at("1", Next{});
  at("1", Undo{});
  EXPECT_EQ(at("1", Next{}), "called A001 at 1, call 2 (alternate: regular's turn)");
}

TEST_F(UndoTest, IsForThirtySeconds) {
  at("1", Next{});
  later(kUndoPatience + 1ms);
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
  later(-1ms);
  EXPECT_EQ(at("1", Undo{}), "undid 9 to 9 at 1, A001 waiting");
}

TEST_F(UndoTest, TakesBackOneActionOnly) {
  at("1", Next{});
  at("1", Start{});
  EXPECT_EQ(at("1", Undo{}), "undid 10 to 10 at 1, A001 called");
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
}

TEST_F(UndoTest, IsEachCountersOwn) {
  at("1", Next{});
  EXPECT_EQ(at("3", Pause{}), "paused 3");
  EXPECT_EQ(at("1", Undo{}), "undid 9 to 9 at 1, A001 waiting");
  EXPECT_EQ(at("3", Undo{}), "undid 10 to 10 at 3");
}

TEST_F(UndoTest, IsRefusedOnceTheTicketIsElsewhere) {
  office.services[0].then = ServiceId("interview");
  at("1", Next{});
  at("1", Complete{});
  at("3", Next{});
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
  EXPECT_EQ(current("3"), "A001");
}

TEST_F(UndoTest, IsRefusedOnceSomebodyElseWasCalledInItsPlace) {
  at("1", Next{});
  at("2", Next{});
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
  EXPECT_EQ(at("2", Undo{}), "undid 10 to 10 at 2, A002 waiting");
}

TEST_F(UndoTest, IsRefusedOnceADeskHasDealtWithTheTicket) {
  at("1", Next{});
  at("1", Hold{});
  does(desk(), cancel("A001"));
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
}

TEST_F(UndoTest, DoesNotReachIntoAnotherDay) {
  now = monday(24h) - 1s;
  at("1", Next{});
  later(2s);
  EXPECT_EQ(at("1", Undo{}), "no: nothing_to_undo");
}

TEST_F(UndoTest, HeedsWhatItsSenderExpects) {
  at("1", Next{});
  EXPECT_EQ(at("1", Undo{}, Expect{}), "no: conflict");
}

}  // namespace
}  // namespace panggil::core
