// The text of each refusal and the facts that go into it: the catalogues must have them by these names.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

using testing::ElementsAre;
using testing::Pair;

class RefusalsTest : public Hall {
 protected:
  RefusalsTest() { at("1", Open{}); }

  Rejection refused(const Actor& actor, Action action, std::optional<Expect> expect = std::nullopt) {
    const auto decision = ask({actor, std::nullopt, std::move(expect), std::move(action)});
    if (decision) throw std::logic_error("this was no refusal: " + narrate(decision));
    return decision.error();
  }
};

#define EXPECT_TEXT(rejection, key, ...)               \
  do {                                                 \
    const auto& said = rejection;                      \
    EXPECT_EQ(said.text, key);                         \
    EXPECT_THAT(said.facts, ElementsAre(__VA_ARGS__)); \
  } while (false)

TEST_F(RefusalsTest, OfWhoAsksAndWhere) {
  EXPECT_TEXT(refused(kiosk(), Next{}), "refused.forbidden", Pair("client", "kiosk-lobby"));
  EXPECT_TEXT(refused(supervisor(), Next{}), "refused.which_counter", Pair("client", "supervisor-1"));
  EXPECT_TEXT(refused(counter_client("99"), Next{}), "refused.unknown_counter", Pair("counter", "99"));
  const auto elsewhere = ask({counter_client("1"), CounterId("2"), std::nullopt, Next{}});
  EXPECT_TEXT(elsewhere.error(), "refused.not_at_counter", Pair("client", "counter-1"), Pair("counter", "2"));
}

TEST_F(RefusalsTest, OfWhatTheOfficeLacks) {
  EXPECT_TEXT(refused(kiosk(), issue("visa")), "refused.unknown_service", Pair("service", "visa"));
  EXPECT_TEXT(refused(kiosk(), issue("cs", "vip")), "refused.unknown_class", Pair("class", "vip"),
              Pair("classes", "regular, priority"));
  EXPECT_TEXT(refused(desk(), cancel("A001")), "refused.unknown_ticket", Pair("ticket", "A001"));
}

TEST_F(RefusalsTest, OfAConflict) {
  EXPECT_TEXT(refused(counter_client("1"), Next{}, Expect{TicketNumber("A007")}), "refused.conflict_none",
              Pair("counter", "1"), Pair("expected", "A007"));
  issued("cs");
  at("1", Next{});
  EXPECT_TEXT(refused(counter_client("1"), Next{}, Expect{TicketNumber("A007")}), "refused.conflict",
              Pair("counter", "1"), Pair("expected", "A007"), Pair("ticket", "A001"));
  EXPECT_TEXT(refused(counter_client("1"), Next{}, Expect{}), "refused.conflict_unexpected",
              Pair("counter", "1"), Pair("ticket", "A001"));
}

TEST_F(RefusalsTest, OfACounter) {
  EXPECT_TEXT(refused(counter_client("2"), Next{}), "refused.counter_closed", Pair("counter", "2"));
  at("2", Pause{});
  EXPECT_TEXT(refused(counter_client("2"), Next{}), "refused.counter_paused", Pair("counter", "2"));
  EXPECT_TEXT(refused(counter_client("1"), Recall{}), "refused.no_current_ticket", Pair("counter", "1"));
  issued("cs");
  at("1", Next{});
  EXPECT_TEXT(refused(counter_client("1"), Close{}), "refused.has_current_ticket", Pair("counter", "1"),
              Pair("ticket", "A001"));
}

TEST_F(RefusalsTest, OfATicketOfAServiceTakenElsewhere) {
  issued("interview");
  EXPECT_TEXT(refused(counter_client("1"), call("B001")), "refused.not_taken_here", Pair("counter", "1"),
              Pair("service", "interview"), Pair("ticket", "B001"));
}

TEST_F(RefusalsTest, OfATicketThatIsOverBeforeThatOfItsService) {
  issued("interview");
  does(desk(), cancel("B001"));
  EXPECT_TEXT(refused(counter_client("1"), call("B001")), "refused.is_cancelled", Pair("counter", "–"),
              Pair("ticket", "B001"));
}

TEST_F(RefusalsTest, OfATransferToACounterThatIsClosed) {
  issued("cs");
  at("1", Next{});
  EXPECT_TEXT(refused(counter_client("1"), Transfer{CounterId("2")}), "refused.transfer_closed",
              Pair("counter", "2"));
}

TEST_F(RefusalsTest, OfATicketsStateTellWhichItIs) {
  const auto ticket_at_1 = [&](std::string_view key) {
    EXPECT_TEXT(refused(desk(), cancel("A001")), key, Pair("counter", "1"), Pair("ticket", "A001"));
  };
  issued("cs");
  EXPECT_TEXT(refused(counter_client("1"), reinstate("A001")), "refused.is_waiting", Pair("counter", "–"),
              Pair("ticket", "A001"));
  at("1", Next{});
  ticket_at_1("refused.is_called");
  at("1", Skip{});
  ticket_at_1("refused.is_no_show");
  at("1", call("A001"));
  at("1", Start{});
  ticket_at_1("refused.is_serving");
  at("1", Complete{});
  ticket_at_1("refused.is_completed");
  issued("cs");
  does(desk(), cancel("A002"));
  EXPECT_TEXT(refused(desk(), cancel("A002")), "refused.is_cancelled", Pair("counter", "–"),
              Pair("ticket", "A002"));
}

TEST_F(RefusalsTest, OfATicketFromTheKiosk) {
  office.services[0].quota = 0;
  EXPECT_TEXT(refused(kiosk(), issue("cs")), "refused.quota_full", Pair("quota", "0"), Pair("service", "cs"));
  office.last_number = 0;
  EXPECT_TEXT(refused(kiosk(), issue("interview")), "refused.series_exhausted", Pair("prefix", "B"),
              Pair("service", "interview"));
  office.hours.emplace();
  const auto closed = refused(kiosk(), issue("cs"));
  EXPECT_TEXT(closed, "refused.service_closed", Pair("service", "cs"));
  EXPECT_EQ(closed.opens_at, std::nullopt);
  office.hours->fill({{std::chrono::hours(6), std::chrono::hours(7)}});
  const auto until = refused(kiosk(), issue("cs"));
  EXPECT_TEXT(until, "refused.service_closed.until", Pair("service", "cs"));
  EXPECT_NE(until.opens_at, std::nullopt);
}

}  // namespace
}  // namespace panggil::core
