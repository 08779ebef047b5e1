#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"
#include "dispatcher/gateway/history.hpp"
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
  // Not the officer: anybody may hear it.
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

/// As many events as are asked for, each with the longest text there may be.
std::vector<core::Event> long_notices(std::size_t count) {
  std::vector<core::Event> events;
  const core::LocalText text{{"en", std::string(280, 'x')}, {"id", std::string(280, '"')}};
  for (core::Seq seq = 1; seq <= count; ++seq) {
    events.push_back({seq, WallTime{}, *parse_day("2026-11-23"), "supervisor-1",
                      core::NoticePosted{NoticeId("n1"), {}, core::NoticeLevel::kInfo, text, {}}});
  }
  return events;
}

TEST(APageOfHistory, TellsSupervisorsTheOfficerToo) {
  const core::Event opened{1, WallTime{}, *parse_day("2026-11-23"), "counter-3",
                           core::CounterOpened{CounterId("3"), "Sari"}};
  const auto page = history_result({"2026-11-23", {}, {}, std::nullopt}, {opened}, Zone());
  ASSERT_EQ(page.events.size(), 1U);
  EXPECT_EQ(page.events.front().officer, "Sari");
}

TEST(APageOfHistory, FitsIntoOnePayloadWhateverItHolds) {
  const auto events = long_notices(kMostEvents);
  core::Seq after = 0;
  std::size_t told = 0;
  while (told < events.size()) {
    const std::vector<core::Event> left(events.begin() + static_cast<std::ptrdiff_t>(after), events.end());
    const auto page = history_result({"2026-11-23", {}, {{150, 150}}, std::nullopt}, left, Zone());
    EXPECT_LE(protocol::encode(protocol::Answer{"x", "events", 1, page, {}}).size(),
              protocol::kMaxPayloadBytes);
    ASSERT_FALSE(page.events.empty());
    EXPECT_EQ(page.events.front().seq, after + 1);
    told += page.events.size();
    after = page.events.back().seq;
    EXPECT_EQ(page.next, told < events.size() ? std::optional(after) : std::nullopt);
    EXPECT_EQ(page.lost.empty(), after < 150 && page.next) << "what is lost further on is told there";
  }
}

}  // namespace
}  // namespace panggil::gateway
