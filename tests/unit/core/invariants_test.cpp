// Each thing that must never be, made on purpose: the check must see it.
#include "dispatcher/core/invariants.hpp"

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// A001 is called at counter 1; A002 (regular) and A003 (priority) wait; A004 is put first.
class InvariantsTest : public Hall {
 protected:
  InvariantsTest() {
    at("1", Open{});
    at("2", Open{});
    issued("cs");
    issued("cs");
    issued("cs", "priority");
    issued("cs");
    at("1", call("A004"));
    at("1", Skip{.call_next = false});
    at("1", reinstate("A004", Position::kFirst));
    at("1", call("A001"));
  }

  Ticket& ticket(std::string_view number) { return state.tickets.at(TicketNumber(number)); }
  Queue& cs() { return state.queues.at(ServiceId("cs")); }
  CounterStatus& counter(std::string_view id) { return state.counters[CounterId(id)]; }
  void expect_seen(std::string_view part) { EXPECT_THAT(violations(state), Contains(HasSubstr(part))); }
};

TEST_F(InvariantsTest, AllIsWell) {
  EXPECT_THAT(violations(state), IsEmpty());
  EXPECT_THAT(violations(State{}), IsEmpty());
}

TEST_F(InvariantsTest, SeesATicketAtTwoCounters) {
  counter("2").ticket = TicketNumber("A001");
  expect_seen("counter 2 has A001");
}

TEST_F(InvariantsTest, SeesACounterWithATicketThatIsNotThere) {
  counter("2").ticket = TicketNumber("A999");
  expect_seen("counter 2 has A999");
}

TEST_F(InvariantsTest, SeesACounterWithATicketThatIsNotCalled) {
  counter("2").ticket = TicketNumber("A002");
  expect_seen("counter 2 has A002");
}

TEST_F(InvariantsTest, SeesACurrentTicketThatItsCounterDoesNotHave) {
  counter("1").ticket.reset();
  expect_seen("ticket A001 and its counter disagree");
}

TEST_F(InvariantsTest, SeesAClosedCounterWithATicket) {
  counter("1").state = CounterState::kClosed;
  expect_seen("is not open");
}

TEST_F(InvariantsTest, SeesATicketThatLostItsLine) {
  cs().lines.erase(ClassId("priority"));
  expect_seen("ticket A003 waits and stands in no line");
}

TEST_F(InvariantsTest, SeesATicketThatStandsTwice) {
  cs().first.insert({ticket("A002").queued_at, TicketNumber("A002")});
  expect_seen("3 tickets wait and 4 places are taken");
}

TEST_F(InvariantsTest, SeesANoShowThatIsNotListed) {
  ticket("A002").state = TicketState::kNoShow;
  expect_seen("ticket A002 is a no-show and not listed as one");
}

TEST_F(InvariantsTest, SeesATicketInTheWrongLine) {
  cs().first.insert(*cs().lines.at(ClassId("priority")).begin());
  cs().lines.erase(ClassId("priority"));
  expect_seen("ticket A003 waits and stands in no line");
}

TEST_F(InvariantsTest, SeesAPlaceOfATicketThatDoesNotWait) {
  ticket("A002").state = TicketState::kCancelled;
  expect_seen("places are taken");
}

TEST_F(InvariantsTest, SeesALineThatIsKeptEmpty) {
  cs().lines[ClassId("staff")];
  expect_seen("an empty line of staff");
}

TEST_F(InvariantsTest, SeesATicketPutFirstThatDoesNotWait) {
  ticket("A001").first = true;
  expect_seen("ticket A001 is put first");
}

TEST_F(InvariantsTest, SeesATicketFiledUnderAnotherNumber) {
  ticket("A001").number = TicketNumber("A009");
  expect_seen("ticket A009 is filed as A001");
}

TEST_F(InvariantsTest, SeesATicketThatNobodyIssued) {
  cs().issued = 3;
  expect_seen("3 tickets were issued and 4 are there");
}

TEST_F(InvariantsTest, SeesTicketsWithoutADay) {
  state.day.reset();
  expect_seen("before the first day");
}

TEST_F(InvariantsTest, SeesMuddledTurns) {
  cs().turns = {std::nullopt, 2};
  expect_seen("turns of service cs");
}

TEST_F(InvariantsTest, SeesACallNumberGivenTwice) {
  counter("2").calls.push_front(counter("1").calls.front());
  expect_seen("given twice");
}

TEST_F(InvariantsTest, SeesACallBeyondTheLast) {
  state.calls = 1;
  expect_seen("call 2 is beyond the last one, 1");
}

TEST_F(InvariantsTest, SeesCallsOutOfOrder) {
  std::ranges::reverse(counter("1").calls);
  expect_seen("out of order");
}

TEST_F(InvariantsTest, SeesTooManyCallsKept) {
  for (CallNumber number = 3; number < 20; ++number) {
    counter("1").calls.push_front(counter("1").calls.front());
    counter("1").calls.front().number = number;
  }
  expect_seen("keeps 19 calls");
}

}  // namespace
}  // namespace panggil::core
