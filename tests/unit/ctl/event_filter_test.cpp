// Which events are asked for.
#include <gtest/gtest.h>

#include "ctl/events.hpp"

namespace panggil::ctl {
namespace {

TEST(EventFilter, OfATicketTakesItsOwnEventsAndTheUndoingsOfThem) {
  const EventFilter filter{.ticket = "A003"};
  protocol::Event event;
  EXPECT_FALSE(wanted(event, filter));
  event.ticket = "A003";
  EXPECT_TRUE(wanted(event, filter));
  protocol::Event undone;
  undone.kind = "action-undone";
  undone.counter = "1";
  undone.tickets = {{"A001", "waiting"}, {"A003", "serving"}};
  EXPECT_TRUE(wanted(undone, filter));
  EXPECT_FALSE(wanted(undone, {.ticket = "A002"}));
  EXPECT_FALSE(wanted(undone, {.ticket = "A003", .counter = "2"}));
  EXPECT_TRUE(wanted(undone, {}));
}

}  // namespace
}  // namespace panggil::ctl
