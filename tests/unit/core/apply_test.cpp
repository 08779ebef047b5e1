// Events that cannot have happened, and what they are called.
#include "dispatcher/core/apply.hpp"

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

/// Counter 1 is open with A001, counter 2 is open, A002 waits, A003 is a no-show, A004 completed, A005
/// cancelled; three calls have been made.
class ApplyTest : public Hall {
 protected:
  ApplyTest() {
    at("1", Open{});
    at("2", Open{});
    for (int i = 0; i < 5; ++i) issued("cs");
    does(desk(), cancel("A005"));
    at("1", call("A003"));
    at("1", Skip{.call_next = false});
    at("1", call("A004"));
    at("1", call("A001"));
  }

  Event event(EventBody body) const { return {state.seq + 1, now, *state.day, "counter-1", std::move(body)}; }
  /// The complaint of apply(), or `applied`.
  std::string complaint(const Event& event) const {
    auto copy = state;
    try {
      apply(copy, event);
      return "applied";
    } catch (const std::logic_error& error) {
      return error.what();
    }
  }
  std::string complaint(EventBody body) const { return complaint(event(std::move(body))); }

  static constexpr auto kImpossible = "cannot have happened";
  const CounterId c1{"1"};
  const CounterId c2{"2"};
  const Why why{"earliest", "waited 1 min"};
  static TicketNumber t(std::string_view number) { return TicketNumber(number); }
};

TEST_F(ApplyTest, TakesTheSequenceNumberOver) {
  const auto before = state.seq;
  apply(state, event(CounterClosed{c2}));
  EXPECT_EQ(state.seq, before + 1);
}

TEST_F(ApplyTest, RefusesAGapOrARepetitionInTheSequence) {
  auto next = event(CounterClosed{c2});
  ++next.seq;
  EXPECT_THAT(complaint(next), testing::HasSubstr("does not follow"));
  next.seq -= 2;
  EXPECT_THAT(complaint(next), testing::HasSubstr("does not follow"));
}

TEST_F(ApplyTest, RefusesAnEventOfAnotherDay) {
  auto next = event(CounterClosed{c2});
  next.day = *parse_day("2026-11-24");
  EXPECT_THAT(complaint(next), testing::HasSubstr("another day"));
}

TEST_F(ApplyTest, RefusesAnythingBeforeTheFirstDay) {
  State empty;
  EXPECT_THROW(apply(empty, {1, now, *state.day, "counter-1", CounterClosed{c2}}), std::logic_error);
}

TEST_F(ApplyTest, SaysWhichEventItWasAndWhatIsWrongWithIt) {
  EXPECT_EQ(complaint(TicketCancelled{t("A001")}),
            "event " + std::to_string(state.seq + 1) +
                " (ticket-cancelled) cannot have happened: the ticket does not wait");
}

TEST_F(ApplyTest, RefusesADayThatIsNotLater) {
  EXPECT_THAT(complaint(DayStarted{*state.day}), testing::HasSubstr("not a later one"));
  auto earlier = event(DayStarted{*parse_day("2026-11-22")});
  earlier.day = *parse_day("2026-11-22");
  EXPECT_THAT(complaint(earlier), testing::HasSubstr("not a later one"));
  EXPECT_THAT(complaint(DayStarted{*parse_day("2026-11-24")}), testing::HasSubstr("not the event's own"));
}

TEST_F(ApplyTest, RefusesToPauseOrCloseACounterWithATicket) {
  EXPECT_THAT(complaint(CounterPaused{c1, std::nullopt}), testing::HasSubstr(kImpossible));
  EXPECT_THAT(complaint(CounterClosed{c1}), testing::HasSubstr(kImpossible));
}

TEST_F(ApplyTest, RefusesANumberThatWasGiven) {
  const TicketIssued again{t("A002"), ServiceId("cs"), ClassId("regular"), ChannelId("kiosk"), "A", 6};
  EXPECT_THAT(complaint(again), testing::HasSubstr("there already"));
  const TicketIssued lower{t("A906"), ServiceId("cs"), ClassId("regular"), ChannelId("kiosk"), "A", 5};
  EXPECT_THAT(complaint(lower), testing::HasSubstr("not above"));
}

TEST_F(ApplyTest, RefusesACallOfATicketThatCannotBeCalled) {
  for (const auto* number : {"A001", "A004", "A005", "A999"}) {
    EXPECT_THAT(complaint(TicketCalled{4, t(number), c2, why, false}), testing::HasSubstr(kImpossible))
        << number;
  }
  EXPECT_EQ(complaint(TicketCalled{4, t("A002"), c2, why, false}), "applied");
  EXPECT_EQ(complaint(TicketCalled{4, t("A003"), c2, why, false}), "applied");
}

TEST_F(ApplyTest, RefusesACallToACounterThatCannotTakeIt) {
  EXPECT_THAT(complaint(TicketCalled{4, t("A002"), c1, why, false}),
              testing::HasSubstr("has a current ticket"));
  EXPECT_THAT(complaint(TicketCalled{4, t("A002"), CounterId("3"), why, false}),
              testing::HasSubstr("is not open"));
}

TEST_F(ApplyTest, RefusesACallNumberOutOfTurn) {
  EXPECT_THAT(complaint(TicketCalled{3, t("A002"), c2, why, false}), testing::HasSubstr("not the next one"));
  EXPECT_THAT(complaint(TicketCalled{5, t("A002"), c2, why, false}), testing::HasSubstr("not the next one"));
  EXPECT_THAT(complaint(TicketRecalled{5, t("A001"), c1}), testing::HasSubstr("not the next one"));
}

TEST_F(ApplyTest, RefusesWhatHappensToATicketThatIsNotCurrentThere) {
  EXPECT_THAT(complaint(TicketRecalled{4, t("A001"), c2}), testing::HasSubstr(kImpossible));
  EXPECT_THAT(complaint(ServiceStarted{t("A002"), c1}), testing::HasSubstr(kImpossible));
  EXPECT_THAT(complaint(TicketCompleted{t("A002"), c1}), testing::HasSubstr(kImpossible));
  EXPECT_THAT(complaint(TicketSkipped{t("A001"), c2}), testing::HasSubstr(kImpossible));
}

TEST_F(ApplyTest, RefusesToStartOrSkipWhatIsBeingServed) {
  at("1", Start{});
  EXPECT_THAT(complaint(ServiceStarted{t("A001"), c1}), testing::HasSubstr("not just called"));
  EXPECT_THAT(complaint(TicketSkipped{t("A001"), c1}), testing::HasSubstr("not just called"));
}

TEST_F(ApplyTest, RefusesToReinstateWhatIsNoNoShowAndToCancelWhatDoesNotWait) {
  EXPECT_THAT(complaint(TicketReinstated{t("A002"), Position::kLast}), testing::HasSubstr(kImpossible));
  EXPECT_THAT(complaint(TicketReinstated{t("A999"), Position::kLast}), testing::HasSubstr("no such ticket"));
  EXPECT_THAT(complaint(TicketCancelled{t("A003")}), testing::HasSubstr(kImpossible));
}

TEST_F(ApplyTest, RefusesATicketThatHasLostItsPlace) {
  state.queues[ServiceId("cs")].lines.clear();
  EXPECT_THAT(complaint(TicketCancelled{t("A002")}), testing::HasSubstr("does not stand in its line"));
}

TEST_F(ApplyTest, NeedsNoConfiguration) {
  const TicketIssued foreign{t("Z01"), ServiceId("gone"), ClassId("gone"), ChannelId("kiosk"), "Z", 1};
  EXPECT_EQ(complaint(foreign), "applied");
}

TEST(EventKind, IsTheNameForTopicsAndTheJournal) {
  const CounterId c("1");
  const TicketNumber t("A001");
  const Day day(*parse_day("2026-11-23"));
  EXPECT_EQ(kind(DayStarted{day}), "day-started");
  EXPECT_EQ(kind(CounterOpened{c, std::nullopt}), "counter-opened");
  EXPECT_EQ(kind(CounterPaused{c, std::nullopt}), "counter-paused");
  EXPECT_EQ(kind(CounterClosed{c}), "counter-closed");
  EXPECT_EQ(kind(TicketIssued{t, ServiceId("cs"), ClassId("regular"), ChannelId("kiosk"), "A", 1}),
            "ticket-issued");
  EXPECT_EQ(kind(TicketCalled{1, t, c, {}, false}), "ticket-called");
  EXPECT_EQ(kind(TicketRecalled{1, t, c}), "ticket-recalled");
  EXPECT_EQ(kind(ServiceStarted{t, c}), "service-started");
  EXPECT_EQ(kind(TicketCompleted{t, c}), "ticket-completed");
  EXPECT_EQ(kind(TicketSkipped{t, c}), "ticket-skipped");
  EXPECT_EQ(kind(TicketReinstated{t, Position::kLast}), "ticket-reinstated");
  EXPECT_EQ(kind(TicketCancelled{t}), "ticket-cancelled");
}

}  // namespace
}  // namespace panggil::core
