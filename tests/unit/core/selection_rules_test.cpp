// Each rule of selection by itself, on the lines of one service.
#include "dispatcher/core/selection_rules.hpp"

#include <gtest/gtest.h>

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

const ClassId kRegular("regular");
const ClassId kPriority("priority");
const ClassId kStaff("staff");
const AlternateRule kTwoToOne{{{kPriority, 2}, {kRegular, 1}}};

/// One service and the people in its lines, by the minute at which they came.
class RuleTest : public testing::Test {
 protected:
  Service service{ServiceId("cs"), {}, "A", std::nullopt, std::nullopt, std::nullopt};
  Queue queue;

  static WallTime minute(int of_the_hour) { return monday(8h + std::chrono::minutes(of_the_hour)); }
  void waits(std::string_view number, const ClassId& ticket_class, int since) {
    queue.lines[ticket_class].insert({minute(since), TicketNumber(number)});
  }
  void put_first(std::string_view number, int since) {
    queue.first.insert({minute(since), TicketNumber(number)});
  }
  void had_turns(const ClassId& ticket_class, int in_a_row) { queue.turns = {ticket_class, in_a_row}; }

  /// `A001: detail`, or `nobody`.
  template <class Rule>
  std::string picked(const Rule& rule, int at = 0) const {
    const Heads heads(queue);
    const auto found = pick(rule, service, heads, minute(at));
    if (!found) return "nobody";
    return found->place().number.text() + ": " + detail(rule, service, heads, *found, minute(at));
  }
};

class ReservedTest : public RuleTest {};
class OverdueTest : public RuleTest {};
class BookedTest : public RuleTest {};
class AlternateTest : public RuleTest {};
class EarliestTest : public RuleTest {};

TEST_F(ReservedTest, PicksWhoeverWasPutFirstEarliestArrivalBeforeLater) {
  waits("A001", kPriority, 0);
  put_first("A003", 5);
  put_first("A002", 6);
  EXPECT_EQ(picked(ReservedRule{}), "A003: put first");
}

TEST_F(ReservedTest, PicksNobodyElse) {
  waits("A001", kPriority, 0);
  EXPECT_EQ(picked(ReservedRule{}), "nobody");
}

TEST_F(OverdueTest, PicksTheOneWhoHasWaitedLongestBeyondTheLimit) {
  service.max_wait = 30min;
  waits("A002", kRegular, 1);
  waits("A003", kPriority, 0);
  EXPECT_EQ(picked(OverdueRule{}, 32), "A003: waited 32 min, more than 30");
}

TEST_F(OverdueTest, PicksNobodyAtTheLimitItself) {
  service.max_wait = 30min;
  waits("A001", kRegular, 0);
  EXPECT_EQ(picked(OverdueRule{}, 30), "nobody");
  EXPECT_EQ(picked(OverdueRule{}, 31), "A001: waited 31 min, more than 30");
}

TEST_F(OverdueTest, LooksAtThosePutFirstToo) {
  service.max_wait = 30min;
  put_first("A002", 0);
  waits("A001", kRegular, 1);
  EXPECT_EQ(picked(OverdueRule{}, 40), "A002: waited 40 min, more than 30");
}

TEST_F(OverdueTest, PicksNobodyWithoutALimitOrWithoutPeople) {
  EXPECT_EQ(picked(OverdueRule{}), "nobody");
  waits("A001", kRegular, 0);
  EXPECT_EQ(picked(OverdueRule{}, 600), "nobody");
  queue.lines.clear();
  service.max_wait = 30min;
  EXPECT_EQ(picked(OverdueRule{}, 600), "nobody");
}

TEST_F(BookedTest, PicksNobodyWhileThereAreNoBookings) {
  waits("A001", kRegular, 0);
  EXPECT_EQ(picked(BookedRule{}, 600), "nobody");
}

TEST_F(AlternateTest, BeginsWithTheFirstClassOfTheRule) {
  waits("A001", kRegular, 0);
  waits("A002", kPriority, 1);
  EXPECT_EQ(picked(kTwoToOne), "A002: priority's turn");
}

TEST_F(AlternateTest, GivesAClassAllItsTurnsInARow) {
  waits("A001", kRegular, 0);
  waits("A002", kPriority, 1);
  had_turns(kPriority, 1);
  EXPECT_EQ(picked(kTwoToOne), "A002: priority's turn, 2 of 2");
}

TEST_F(AlternateTest, MovesOnWhenAClassHasHadItsTurns) {
  waits("A001", kRegular, 0);
  waits("A002", kPriority, 1);
  had_turns(kPriority, 2);
  EXPECT_EQ(picked(kTwoToOne), "A001: regular's turn after 2 priority");
  had_turns(kRegular, 1);
  EXPECT_EQ(picked(kTwoToOne), "A002: priority's turn after 1 regular");
}

TEST_F(AlternateTest, AClassThatHadMoreThanItsTurnsHasHadThem) {
  waits("A001", kRegular, 0);
  waits("A002", kPriority, 1);
  had_turns(kPriority, 7);
  EXPECT_EQ(picked(kTwoToOne), "A001: regular's turn after 7 priority");
}

TEST_F(AlternateTest, AClassWithNobodyWaitingYieldsItsTurn) {
  waits("A001", kRegular, 0);
  EXPECT_EQ(picked(kTwoToOne), "A001: regular's turn");
  had_turns(kPriority, 1);
  EXPECT_EQ(picked(kTwoToOne), "A001: regular's turn after 1 priority");
  had_turns(kRegular, 1);
  EXPECT_EQ(picked(kTwoToOne), "A001: regular, as nobody of another class waits");
}

TEST_F(AlternateTest, AClassThatTheRuleDoesNotListComesAfterThoseItLists) {
  waits("A001", kStaff, 0);
  waits("A002", kRegular, 1);
  waits("A003", kPriority, 2);
  EXPECT_EQ(picked(kTwoToOne), "A003: priority's turn");
  had_turns(kPriority, 2);
  EXPECT_EQ(picked(kTwoToOne), "A002: regular's turn after 2 priority");
  had_turns(kRegular, 1);
  EXPECT_EQ(picked(kTwoToOne), "A001: staff's turn after 1 regular");
  had_turns(kStaff, 1);
  EXPECT_EQ(picked(kTwoToOne), "A003: priority's turn after 1 staff");
}

TEST_F(AlternateTest, AClassThatNobodyKnowsAnyMoreEndsItsTurns) {
  waits("A001", kRegular, 0);
  waits("A002", kPriority, 1);
  had_turns(ClassId("gone"), 1);
  EXPECT_EQ(picked(kTwoToOne), "A002: priority's turn after 1 gone");
}

TEST_F(AlternateTest, TakesTheHeadOfTheLine) {
  waits("A005", kRegular, 3);
  waits("A007", kRegular, 2);
  EXPECT_EQ(picked(kTwoToOne), "A007: regular's turn");
}

TEST_F(AlternateTest, PicksNobodyWhereNobodyWaitsButThosePutFirst) {
  EXPECT_EQ(picked(kTwoToOne), "nobody");
  put_first("A001", 0);
  EXPECT_EQ(picked(kTwoToOne), "nobody");
  EXPECT_EQ(picked(AlternateRule{}), "nobody");
}

TEST_F(EarliestTest, PicksTheSmallestArrivalOfAllClasses) {
  waits("A002", kRegular, 1);
  waits("A001", kPriority, 2);
  EXPECT_EQ(picked(EarliestRule{}, 12), "A002: waited 11 min");
}

TEST_F(EarliestTest, AHeadStartMakesUpForAsMuch) {
  const EarliestRule rule{{{kPriority, 20min}}};
  waits("A001", kRegular, 0);
  waits("A002", kPriority, 19);
  EXPECT_EQ(picked(rule, 25), "A002: waited 6 min, with a head start of 20 min");
  queue.lines.erase(kPriority);
  waits("A003", kPriority, 21);
  EXPECT_EQ(picked(rule, 25), "A001: waited 25 min");
}

TEST_F(EarliestTest, TiesGoByArrivalThenByNumber) {
  waits("A002", kRegular, 0);
  waits("A001", kPriority, 0);
  EXPECT_EQ(picked(EarliestRule{}), "A001: waited 0 min");
  const EarliestRule rule{{{kPriority, 20min}}};
  queue.lines.erase(kPriority);
  waits("A000", kPriority, 20);
  EXPECT_EQ(picked(rule, 20), "A002: waited 20 min");
}

TEST_F(EarliestTest, GivesThosePutFirstTheirPlainPlace) {
  put_first("A009", 1);
  waits("A001", kRegular, 2);
  EXPECT_EQ(picked(EarliestRule{}, 2), "A009: waited 1 min");
}

TEST_F(EarliestTest, AClockThatWentBackMakesNobodyWaitLessThanNothing) {
  waits("A001", kRegular, 10);
  EXPECT_EQ(picked(EarliestRule{}, 0), "A001: waited 0 min");
}

TEST(RuleName, IsThatOfTheConfiguration) {
  EXPECT_EQ(name(ReservedRule{}), "reserved");
  EXPECT_EQ(name(OverdueRule{}), "overdue");
  EXPECT_EQ(name(BookedRule{}), "booked");
  EXPECT_EQ(name(AlternateRule{}), "alternate");
  EXPECT_EQ(name(EarliestRule{}), "earliest");
}

}  // namespace
}  // namespace panggil::core
