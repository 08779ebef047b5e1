// The rules together: their order, several services, and nobody left behind.
#include "dispatcher/core/selection.hpp"

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

const ClassId kRegular("regular");
const ClassId kPriority("priority");

/// Counter 2 takes cs and interview, in this order.
class SelectionTest : public Hall {
 protected:
  SelectionTest() { at("2", Open{}); }

  std::string chosen(std::string_view counter = "2") const {
    const auto choice = choose(office, state, *office.find(CounterId(counter)), now);
    return choice ? choice->ticket.text() + " by " + choice->why.rule : "nobody";
  }
  /// The tickets that counter 2 calls until nobody waits for it.
  std::vector<std::string> order() {
    std::vector<std::string> numbers;
    while (at("2", Next{}).find("called") != std::string::npos) numbers.push_back(current("2"));
    return numbers;
  }
  void minute_by_minute(std::initializer_list<std::pair<const char*, const char*>> arrivals) {
    for (const auto& [service, ticket_class] : arrivals) {
      issued(service, ticket_class);
      later(1min);
    }
  }
  /// B001 is put first.
  void given_one_put_first() {
    issued("interview");
    at("2", call("B001"));
    at("2", Skip{.call_next = false});
    at("2", reinstate("B001", Position::kFirst));
  }
};

TEST_F(SelectionTest, NobodyIsChosenWhereNobodyWaits) {
  EXPECT_EQ(chosen(), "nobody");
  issued("pickup");
  EXPECT_EQ(chosen(), "nobody");
}

TEST_F(SelectionTest, AlternatesTwoPriorityAndOneRegular) {
  minute_by_minute({{"cs", "regular"}, {"cs", "regular"}, {"cs", "regular"}});
  minute_by_minute({{"cs", "priority"}, {"cs", "priority"}, {"cs", "priority"}, {"cs", "priority"}});
  EXPECT_THAT(order(), testing::ElementsAre("A004", "A005", "A001", "A006", "A007", "A002", "A003"));
}

TEST_F(SelectionTest, TheAlternationIsCountedPerServiceNotPerCounter) {
  at("1", Open{});
  minute_by_minute({{"cs", "regular"}, {"cs", "priority"}, {"cs", "priority"}, {"cs", "priority"}});
  at("1", Next{});
  at("2", Next{});
  EXPECT_THAT(at("1", Next{}),
              testing::EndsWith("called A001 at 1, call 3 (alternate: regular's turn after 2 priority)"));
}

TEST_F(SelectionTest, EachServiceHasItsOwnAlternation) {
  minute_by_minute({{"cs", "priority"}, {"interview", "priority"}, {"interview", "regular"}});
  at("2", Next{});
  EXPECT_EQ(state.queue(ServiceId("cs")).turns, (Turns{kPriority, 1}));
  EXPECT_EQ(state.queue(ServiceId("interview")).turns, Turns{});
}

TEST_F(SelectionTest, ReservedComesBeforeOverdueAndOverdueBeforeTheTurns) {
  office.services[0].max_wait = 30min;
  issued("cs");
  later(31min);
  issued("cs", "priority");
  given_one_put_first();
  EXPECT_EQ(chosen(), "B001 by reserved");
  at("2", Next{});
  EXPECT_EQ(chosen(), "A001 by overdue");
  at("2", Next{});
  EXPECT_EQ(chosen(), "A002 by alternate");
}

TEST_F(SelectionTest, TheOfficesOrderOfRulesCounts) {
  office.services[0].max_wait = 30min;
  office.selection = {OverdueRule{}, ReservedRule{}, EarliestRule{}};
  issued("cs");
  later(31min);
  given_one_put_first();
  EXPECT_EQ(chosen(), "A001 by overdue");
}

TEST_F(SelectionTest, AcrossServicesTheEarliestOfTheirPicksWins) {
  minute_by_minute({{"interview", "regular"}, {"cs", "regular"}, {"interview", "priority"}});
  // It is priority's turn in both: B002 is what interview has to offer, A001 what cs has, and A001 came
  // first.
  EXPECT_EQ(chosen(), "A001 by alternate");
  EXPECT_EQ(chosen("3"), "B002 by alternate");
  EXPECT_EQ(chosen("1"), "A001 by alternate");
}

TEST_F(SelectionTest, AcrossServicesTheLongestOverdueWins) {
  office.services[0].max_wait = 10min;
  office.services[1].max_wait = 20min;
  issued("interview");
  later(1min);
  issued("cs");
  later(14min);
  EXPECT_EQ(chosen(), "A001 by overdue");
  later(10min);
  EXPECT_EQ(chosen(), "B001 by overdue");
}

TEST_F(SelectionTest, AcrossServicesHeadStartsCount) {
  office.selection = {EarliestRule{{{kPriority, 20min}}}};
  minute_by_minute({{"cs", "regular"}, {"interview", "priority"}});
  EXPECT_EQ(chosen(), "B001 by earliest");
}

TEST_F(SelectionTest, AcrossServicesTiesGoByNumber) {
  issued("interview");
  issued("cs");
  EXPECT_EQ(chosen(), "A001 by alternate");
}

TEST_F(SelectionTest, ServicesInOrderEmptiesTheFirstBeforeTheSecond) {
  office.services_in_order = true;
  minute_by_minute(
      {{"interview", "regular"}, {"interview", "priority"}, {"cs", "regular"}, {"cs", "priority"}});
  EXPECT_THAT(order(), testing::ElementsAre("A002", "A001", "B002", "B001"));
}

TEST_F(SelectionTest, ServicesInOrderAsksAllRulesAboutTheFirstService) {
  office.services_in_order = true;
  given_one_put_first();
  issued("cs");
  EXPECT_EQ(chosen(), "A001 by alternate");
}

TEST_F(SelectionTest, NobodyIsStuckWhenNoRulePicks) {
  office.selection = {OverdueRule{}, BookedRule{}};
  minute_by_minute({{"interview", "regular"}, {"cs", "priority"}});
  EXPECT_EQ(chosen(), "B001 by earliest");
  office.selection.clear();
  EXPECT_EQ(chosen(), "B001 by earliest");
}

TEST_F(SelectionTest, ThosePutFirstAreCalledFirstAlsoWhereReservedIsNotListed) {
  office.selection = {AlternateRule{{{kPriority, 2}, {kRegular, 1}}}};
  issued("cs", "priority");
  given_one_put_first();
  EXPECT_EQ(chosen(), "B001 by reserved");
}

TEST_F(SelectionTest, AClassWithoutATurnIsCalledInItsPlaceAmongTheOthers) {
  office.classes.emplace_back("staff");
  minute_by_minute(
      {{"cs", "staff"}, {"cs", "staff"}, {"cs", "regular"}, {"cs", "priority"}, {"cs", "priority"}});
  EXPECT_THAT(order(), testing::ElementsAre("A004", "A005", "A003", "A001", "A002"));
}

TEST_F(SelectionTest, OneWhoCameBackLastIsNotOverdueAtOnce) {
  office.services[0].max_wait = 30min;
  issued("cs");
  later(40min);
  issued("cs");
  at("2", Next{});
  at("2", Skip{.call_next = false});
  at("2", reinstate("A001"));
  later(1min);
  EXPECT_EQ(chosen(), "A002 by alternate");
}

TEST_F(SelectionTest, TheSameStateGivesTheSameChoice) {
  minute_by_minute({{"interview", "regular"}, {"cs", "regular"}, {"interview", "priority"}});
  const auto* counter = office.find(CounterId("2"));
  EXPECT_EQ(choose(office, state, *counter, now), choose(office, State(state), *counter, now));
}

}  // namespace
}  // namespace panggil::core
