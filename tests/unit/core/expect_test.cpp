// `expect`: what makes a double press harmless.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

Expect seeing(std::string_view ticket) {
  return {TicketNumber(ticket)};
}
const Expect kSeeingNone{};

class ExpectTest : public Hall {
 protected:
  ExpectTest() {
    at("1", Open{});
    for (int i = 0; i < 3; ++i) issued("cs");
  }
};

TEST_F(ExpectTest, LetsTheFirstOfTwoPressesThroughAndRefusesTheSecond) {
  EXPECT_THAT(at("1", Next{}, kSeeingNone), testing::StartsWith("called A001"));
  EXPECT_EQ(at("1", Next{}, kSeeingNone), "no: conflict");
  EXPECT_EQ(current("1"), "A001");
  EXPECT_THAT(at("1", Next{}, seeing("A001")), testing::StartsWith("completed A001 at 1; called A002"));
  EXPECT_EQ(at("1", Next{}, seeing("A001")), "no: conflict");
  EXPECT_EQ(waiting("cs"), 1u);
}

TEST_F(ExpectTest, HoldsForEveryActionAtACounter) {
  at("1", Next{});
  const std::vector<Action> actions{Open{"dewi"}, Pause{}, Close{},    Next{}, call("A002"),
                                    Recall{},     Start{}, Complete{}, Skip{}};
  for (const auto& action : actions) {
    EXPECT_EQ(at("1", action, seeing("A003")), "no: conflict") << "action " << action.index();
    EXPECT_EQ(at("1", action, kSeeingNone), "no: conflict") << "action " << action.index();
  }
}

TEST_F(ExpectTest, HoldsForCancelAndReinstateFromACounter) {
  at("1", Next{});
  EXPECT_EQ(at("1", cancel("A002"), kSeeingNone), "no: conflict");
  EXPECT_EQ(at("1", cancel("A002"), seeing("A001")), "cancelled A002");
  at("1", Skip{.call_next = false});
  EXPECT_EQ(at("1", reinstate("A001"), seeing("A001")), "no: conflict");
  EXPECT_EQ(at("1", reinstate("A001"), kSeeingNone), "reinstated A001 last");
}

TEST_F(ExpectTest, MeansNothingToADesk) {
  EXPECT_EQ(does({desk(), std::nullopt, seeing("A003"), cancel("A001")}), "cancelled A001");
}

TEST_F(ExpectTest, ComesBeforeWhatTheActionItselfNeeds) {
  at("1", Close{});
  EXPECT_EQ(at("1", Next{}, seeing("A001")), "no: conflict");
  EXPECT_EQ(at("1", Next{}, kSeeingNone), "no: counter_closed");
}

TEST_F(ExpectTest, ComesAfterTheQuestionWhoMayActThere) {
  EXPECT_EQ(does({counter_client("2"), CounterId("1"), seeing("A003"), Next{}}), "no: forbidden");
}

TEST_F(ExpectTest, AConflictTellsWhatTheCounterHas) {
  const Command next{counter_client("1"), std::nullopt, seeing("A003"), Next{}};
  const auto none = ask(next);
  ASSERT_FALSE(none);
  ASSERT_TRUE(none.error().current);
  EXPECT_EQ(none.error().current->ticket, std::nullopt);
  at("1", Next{});
  const auto other = ask(next);
  ASSERT_FALSE(other);
  ASSERT_TRUE(other.error().current);
  EXPECT_EQ(other.error().current->ticket, TicketNumber("A001"));
}

TEST_F(ExpectTest, IsOptional) {
  at("1", Next{});
  EXPECT_THAT(at("1", Next{}), testing::StartsWith("completed A001"));
}

}  // namespace
}  // namespace panggil::core
