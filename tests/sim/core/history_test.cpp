// Whatever anybody does, in whatever order, in whatever office: what must never be never is.
#include "tests/sim/core/history.hpp"

#include <gtest/gtest.h>
// RapidCheck wants GoogleTest before it.
#include <rapidcheck/gtest.h>

#include "tests/sim/core/offices.hpp"

namespace panggil::core {
namespace {

void classify(const History& history) {
  std::size_t days = 0;
  std::size_t called = 0;
  std::size_t undone = 0;
  for (const auto& event : history.events()) {
    days += std::holds_alternative<DayStarted>(event.body);
    undone += std::holds_alternative<ActionUndone>(event.body);
    called += std::holds_alternative<TicketCalled>(event.body);
  }
  RC_CLASSIFY(days > 1, "over several days");
  RC_CLASSIFY(called >= 10, "ten calls or more");
  RC_CLASSIFY(undone > 0, "with something undone");
  RC_CLASSIFY(history.events().size() >= 100, "a hundred events or more");
}

RC_GTEST_PROP(HistoryProperty, NothingThatMustNeverBeEverIs, ()) {
  History history(build_office(*any_office_plan()));
  for (const auto& move : *any_moves()) history.step(move);
  history.check_replay_of_all();
  classify(history);
}

// Found by the property above: 2 sends its ticket to counter 1, which closes while it waits there.
TEST(AKnownHistory, ACounterClosesForWhichSomebodyWaits) {
  enum { kOpen = 0, kClose = 2, kNext = 3, kIssue = 11, kTransfer = 14 };
  enum { kCounter1 = 0, kCounter2 = 1, kKiosk = 7 };
  OfficePlan plan;
  plan.rules = {};
  History history(build_office(plan));
  history.step({.who = kCounter1, .what = kOpen});
  history.step({.who = kCounter2, .what = kOpen});
  history.step({.who = kKiosk, .what = kIssue});
  history.step({.who = kCounter2, .what = kNext});
  history.step({.who = kCounter2, .what = kTransfer, .ticket = 35});
  history.step({.who = kCounter1, .what = kClose});
  EXPECT_TRUE(std::holds_alternative<TicketReleased>(history.events().back().body));
}

}  // namespace
}  // namespace panggil::core
