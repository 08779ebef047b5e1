#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"
#include "dispatcher/gateway/pictures.hpp"
#include "tests/unit/gateway/sample_hall.hpp"

namespace panggil::gateway {
namespace {

/// What follows the fields that all events have.
std::string rest(const core::EventBody& body) {
  const core::Event event{7, WallTime{}, *parse_day("2026-11-23"), "counter-1", body};
  const std::string json = protocol::encode(event_message(event, Zone()));
  const auto at = json.find("\"by\":\"counter-1\"") + 16;
  return json.substr(json.find("\"kind\":"), at - json.find("\"kind\":") - 17) + json.substr(at);
}

TEST(AnEventMessage, HasWhatBelongsToItsKindAndNoMore) {
  const TicketNumber ticket("A017");
  const CounterId counter("3");
  EXPECT_EQ(rest(core::DayStarted{*parse_day("2026-11-23")}), R"("kind":"day-started"})");
  EXPECT_EQ(rest(core::CounterOpened{counter, "Sari"}), R"("kind":"counter-opened","counter":"3"})");
  EXPECT_EQ(rest(core::CounterPaused{counter, "istirahat"}),
            R"("kind":"counter-paused","counter":"3","reason":"istirahat"})");
  EXPECT_EQ(rest(core::CounterClosed{counter}), R"("kind":"counter-closed","counter":"3"})");
  EXPECT_EQ(
      rest(core::TicketIssued{ticket, ServiceId("cs"), ClassId("regular"), ChannelId("kiosk"), "A", 17}),
      R"("kind":"ticket-issued","ticket":"A017","service":"cs","class":"regular","channel":"kiosk"})");
  EXPECT_EQ(
      rest(core::TicketCalled{312, ticket, counter, {"earliest", "came first"}, false}),
      R"("kind":"ticket-called","ticket":"A017","counter":"3","call":312,"rule":"earliest","detail":"came first"})");
  EXPECT_EQ(rest(core::TicketRecalled{313, ticket, counter}),
            R"("kind":"ticket-recalled","ticket":"A017","counter":"3","call":313})");
  EXPECT_EQ(rest(core::ServiceStarted{ticket, counter}),
            R"("kind":"service-started","ticket":"A017","counter":"3"})");
  EXPECT_EQ(rest(core::TicketCompleted{ticket, counter}),
            R"("kind":"ticket-completed","ticket":"A017","counter":"3"})");
  EXPECT_EQ(rest(core::TicketSkipped{ticket, counter}),
            R"("kind":"ticket-skipped","ticket":"A017","counter":"3"})");
  EXPECT_EQ(rest(core::TicketReinstated{ticket, core::Position::kFirst}),
            R"("kind":"ticket-reinstated","ticket":"A017","position":"first"})");
  EXPECT_EQ(rest(core::TicketCancelled{ticket}), R"("kind":"ticket-cancelled","ticket":"A017"})");
}

}  // namespace
}  // namespace panggil::gateway
