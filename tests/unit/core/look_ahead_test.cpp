// How many come before a ticket.
#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/selection.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class LookAheadTest : public Hall {
 protected:
  LookAheadTest() { at("1", Open{}); }

  std::size_t ahead(std::string_view number) const {
    return ahead_of(office, state, TicketNumber(number), now);
  }
  /// Every waiting ticket of cs is called, one after the other, exactly when ahead_of() said.
  void expect_foretold() {
    std::map<std::string, std::size_t> foretold;
    for (const auto& [number, ticket] : state.tickets) {
      if (ticket.state == TicketState::kWaiting) foretold[number.text()] = ahead(number.text());
    }
    for (std::size_t called = 0; called < foretold.size(); ++called) {
      at("1", Next{});
      EXPECT_EQ(foretold.at(current("1")), called) << current("1");
    }
  }
};

TEST_F(LookAheadTest, NobodyIsAheadOfTheOnlyOne) {
  issued("cs");
  issued("interview");
  EXPECT_EQ(ahead("A001"), 0u);
  EXPECT_EQ(ahead("B001"), 0u);
}

TEST_F(LookAheadTest, CountsThoseWhoComeLaterAndAreCalledEarlier) {
  issued("cs");
  issued("cs");
  EXPECT_EQ(ahead("A002"), 1u);
  issued("cs", "priority");
  EXPECT_EQ(ahead("A001"), 1u);
  EXPECT_EQ(ahead("A002"), 2u);
  EXPECT_EQ(ahead("A003"), 0u);
}

TEST_F(LookAheadTest, GoesOnFromTheTurnsThatWereTaken) {
  for (int i = 0; i < 3; ++i) issued("cs", "priority");
  issued("cs");
  at("1", Next{});
  EXPECT_EQ(ahead("A004"), 1u);
  at("1", Next{});
  EXPECT_EQ(ahead("A004"), 0u);
  EXPECT_EQ(ahead("A003"), 1u);
}

TEST_F(LookAheadTest, ForetellsTheOrderOfAMixedLine) {
  office.services[0].max_wait = 30min;
  for (int i = 0; i < 9; ++i) {
    issued("cs", i % 3 == 1 ? "priority" : "regular");
    later(4min);
  }
  at("1", call("A009"));
  at("1", Skip{.call_next = false});
  at("1", reinstate("A009", Position::kFirst));
  at("1", call("A002"));
  at("1", Skip{.call_next = false});
  at("1", reinstate("A002", Position::kSorted));
  at("1", call("A003"));
  expect_foretold();
}

TEST_F(LookAheadTest, ForetellsTheOrderUnderAnyRule) {
  const std::vector<SelectionRule> rules{OverdueRule{}, EarliestRule{{{ClassId("priority"), 10min}}},
                                         BookedRule{}};
  for (const auto& rule : rules) {
    office.selection = {rule};
    for (int i = 0; i < 7; ++i) {
      issued("cs", i % 2 == 1 ? "priority" : "regular");
      later(3min);
    }
    expect_foretold();
  }
}

TEST_F(LookAheadTest, ForetellsWhomACounterCallsOverAllItsServices) {
  for (int i = 0; i < 6; ++i) {
    issued(i % 2 == 0 ? "cs" : "interview", i % 3 == 0 ? "priority" : "regular");
    later(1min);
  }
  at("2", Open{});
  const auto foretold = line_up(office, state, *office.find(CounterId("2")), now, 4);
  ASSERT_EQ(foretold.size(), 4u);
  for (const auto& number : foretold) {
    at("2", Next{});
    EXPECT_EQ(current("2"), number.text());
  }
}

TEST_F(LookAheadTest, BeginsWithThoseWhoWaitForTheCounterAlone) {
  for (int i = 0; i < 3; ++i) issued("cs");
  at("2", Open{});
  at("1", Next{});
  at("1", Transfer{.to = CounterId("2")});
  const auto foretold = line_up(office, state, *office.find(CounterId("2")), now, 9);
  ASSERT_EQ(foretold.size(), 3u);
  EXPECT_EQ(foretold.front(), TicketNumber("A001"));
  EXPECT_EQ(line_up(office, state, *office.find(CounterId("1")), now, 9).size(), 2u);
}

TEST_F(LookAheadTest, LeavesTheStateAlone) {
  issued("cs");
  issued("cs", "priority");
  const auto before = state;
  ahead("A001");
  line_up(office, state, *office.find(CounterId("1")), now, 3);
  EXPECT_EQ(state, before);
}

TEST_F(LookAheadTest, CopesWithAFullHall) {
  for (int number = 1; number <= 5000; ++number) {
    const ClassId ticket_class(number % 5 == 0 ? "priority" : "regular");
    const TicketIssued body{TicketNumber("A" + std::to_string(10000 + number)),
                            ServiceId("cs"),
                            ticket_class,
                            ChannelId("kiosk"),
                            "A",
                            number};
    apply(state, {state.seq + 1, now, *state.day, "kiosk-lobby", body});
    later(1s);
  }
  EXPECT_EQ(ahead("A14999"), 4999u);
  EXPECT_EQ(ahead("A15000"), 1498u);
}

}  // namespace
}  // namespace panggil::core
