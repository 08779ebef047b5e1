// transfer.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class TransferTest : public Hall {
 protected:
  TransferTest() {
    for (const auto* counter : {"1", "2", "3"}) at(counter, Open{});
    issued("cs");
    later(1min);
    at("1", Next{});
    later(1min);
    issued("interview");
    later(1min);
  }
  static Transfer to(std::string_view service, Position position = Position::kSorted) {
    return {ServiceId(service), position};
  }
  static Transfer to_counter(std::string_view counter, Position position = Position::kSorted) {
    return {CounterId(counter), position};
  }
};

TEST_F(TransferTest, HasTheTicketWaitAtTheOtherServiceByItsArrival) {
  EXPECT_EQ(at("1", to("interview")), "transferred A001 from 1 to interview sorted");
  EXPECT_EQ(current("1"), "none");
  EXPECT_EQ(waiting("interview"), 2u);
  EXPECT_EQ(ticket("A001").joined_at, now);
  at("3", Next{});
  EXPECT_EQ(current("3"), "A001");
}

TEST_F(TransferTest, LastIsBehindEverybodyAndFirstBeforeThem) {
  at("1", to("interview", Position::kLast));
  at("3", Next{});
  EXPECT_EQ(current("3"), "B001");
  at("3", Next{});
  EXPECT_EQ(current("3"), "A001");
  issued("interview", "priority");
  at("3", to("interview", Position::kFirst));
  EXPECT_EQ(at("3", Next{}), "called A001 at 3, call 4 (reserved: put first)");
}

TEST_F(TransferTest, ToACounterItWaitsForThatOneAlone) {
  issued("interview");
  EXPECT_EQ(at("1", to_counter("3")), "transferred A001 from 1 to cs at 3 sorted");
  EXPECT_EQ(waiting("cs"), 0u);
  at("2", Next{});
  EXPECT_EQ(current("2"), "B001");
  EXPECT_EQ(at("3", Next{}), "called A001 at 3, call 3 (reserved: for this counter alone)");
  EXPECT_EQ(ticket("A001").reserved_for, std::nullopt);
}

TEST_F(TransferTest, ToACounterThatClosesItWaitsForItsServiceInItsPlace) {
  issued("cs");
  at("1", to_counter("3"));
  EXPECT_EQ(at("3", Pause{}), "paused 3") << "a break is over some day";
  EXPECT_EQ(waiting("cs"), 1u);
  EXPECT_EQ(at("3", Close{}), "closed 3; released A001 from 3");
  EXPECT_EQ(waiting("cs"), 2u);
  at("1", Next{});
  EXPECT_EQ(current("1"), "A001") << "it came before the other";
}

TEST_F(TransferTest, ToAClosedCounterIsRefusedAndToOneOnABreakIsNot) {
  at("3", Close{});
  EXPECT_EQ(at("1", to_counter("3")), "no: counter_closed");
  EXPECT_EQ(current("1"), "A001");
  at("3", Open{});
  at("3", Pause{});
  EXPECT_EQ(at("1", to_counter("3")), "transferred A001 from 1 to cs at 3 sorted");
}

TEST_F(TransferTest, AClosingThatWasUndoneHasItWaitForThatCounterAgain) {
  at("1", to_counter("3"));
  at("3", Close{});
  at("3", Undo{});
  EXPECT_EQ(ticket("A001").reserved_for, CounterId("3"));
  EXPECT_EQ(waiting("cs"), 0u);
}

TEST_F(TransferTest, ThoseForOneCounterHaveAnOrderOfTheirOwn) {
  at("1", to_counter("3"));
  for (const auto position : {Position::kFirst, Position::kLast}) {
    issued("cs");
    at("1", Next{});
    at("1", to_counter("3", position));
  }
  for (const auto* number : {"A002", "A001", "A003"}) {
    at("3", Next{});
    EXPECT_EQ(current("3"), number);
  }
}

TEST_F(TransferTest, ARuleListWithoutReservedStrandsNobody) {
  office.selection = {EarliestRule{}};
  at("1", to_counter("3"));
  at("3", Next{});
  EXPECT_EQ(current("3"), "A001");
}

TEST_F(TransferTest, WhoTakesTheServiceMayCallAReservedTicketByItsNumber) {
  at("1", to_counter("3"));
  EXPECT_EQ(at("1", call("A001")),
            "called A001 at 1, call 2 (chosen: a waiting ticket, by its number) out of order");
}

TEST_F(TransferTest, IsRefusedWithoutATicketAndToWhatIsNotThere) {
  EXPECT_EQ(at("1", to("visa")), "no: unknown_service");
  EXPECT_EQ(at("1", to_counter("9")), "no: unknown_counter");
  EXPECT_EQ(at("3", to("cs")), "no: no_current_ticket");
}

TEST_F(TransferTest, AReservedTicketCanBeCancelled) {
  at("1", to_counter("3", Position::kFirst));
  does(desk(), cancel("A001"));
  EXPECT_TRUE(state.reserved.empty());
}

}  // namespace
}  // namespace panggil::core
