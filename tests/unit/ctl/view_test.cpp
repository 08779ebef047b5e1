#include "ctl/view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"
#include "ctl/table.hpp"

namespace panggil::ctl {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

const MonoTime kNow{100s};

Stamp at(Seconds after_eight) {
  return {WallTime(std::chrono::sys_days(2026y / 11 / 23) + 1h + after_eight), 7h};
}

/// An office of two services and two counters, with a ticket at the first.
class View : public testing::Test {
 protected:
  View() {
    link_.broker_connected();
    protocol::Status status;
    status.state = "online";
    status.epoch = "k3f9";
    status.version = "0.1.0";
    status.since = at(0s);
    link_.status(status);
    beat(75s);
    take_office();
    take_counter();
  }

  void beat(Seconds after_eight) {
    protocol::Beat beat;
    beat.epoch = "k3f9";
    beat.time = at(after_eight);
    link_.beat(beat, kNow);
  }

  void take_office() {
    protocol::Office office;
    office.site = "cirebon";
    office.name = {{"id", "Imigrasi Cirebon"}, {"en", "Cirebon Immigration"}};
    office.services.resize(2);
    office.services[0].service = "cs";
    office.services[0].name = {{"en", "Customer service"}};
    office.services[1].service = "interview";
    office.counters.resize(2);
    office.counters[0].counter = "1";
    office.counters[0].label = {{"en", "Counter 1"}};
    office.counters[1].counter = "2";
    picture_.take(protocol::OfficeTopic{}, protocol::encode(office));
  }

  void take_counter() {
    protocol::Counter counter;
    counter.counter = "1";
    counter.state = "open";
    counter.officer = "o-12";
    counter.waiting = 11;
    counter.ticket.emplace();
    counter.ticket->ticket = "A017";
    counter.ticket->service = "cs";
    counter.ticket->state = "serving";
    counter.ticket->called_at = at(5s);
    counter.ticket->started_at = at(10s);
    picture_.take(protocol::CounterTopic{CounterId("1")}, protocol::encode(counter));
  }

  void take_events(std::uint64_t count) {
    for (std::uint64_t seq = 1; seq <= count; ++seq) {
      protocol::Event event;
      event.seq = seq;
      event.kind = "ticket-issued";
      event.ticket = "A017";
      event.by = "kiosk-1";
      picture_.take(protocol::EventTopic{"ticket-issued"}, protocol::encode(event));
    }
  }

  Scene scene(MonoTime now = kNow) const { return {picture_, link_, wording_, now}; }
  Lines screen(Size size, MonoTime now = kNow) const { return whole_screen(scene(now), size); }

  Picture picture_;
  session::Link link_;
  session::Wording wording_{"en"};
};

auto has_text(const std::string& text) {
  return Contains(Field(&Line::text, HasSubstr(text)));
}

TEST_F(View, BeginsWithTheOfficesNameAndItsClock) {
  const auto lines = heading(scene(), 100);
  EXPECT_EQ(lines[0].text, "Cirebon Immigration (cirebon)");
  EXPECT_THAT(lines[1].text, HasSubstr("08:01:15"));
  EXPECT_EQ(lines[1].style, Style::kPlain);
}

TEST_F(View, ASilentDispatcherIsAnAlarmThatCountsTheSeconds) {
  const auto line = heading(scene(kNow + 4200ms), 100)[1];
  EXPECT_EQ(line.style, Style::kAlarm);
  EXPECT_THAT(line.text, HasSubstr("for 4 s"));
}

TEST_F(View, ABrokerThatIsGoneIsAnAlarmWithItsReason) {
  link_.broker_lost({.kind = mqtt::Trouble::Kind::kEnded, .detail = "Server shutting down"});
  const auto line = heading(scene(), 100)[1];
  EXPECT_EQ(line.style, Style::kAlarm);
  EXPECT_THAT(line.text, HasSubstr("the broker ended the connection: Server shutting down"));
}

TEST_F(View, ShowsATicketAtItsCounterWithItsTimeThere) {
  const session::Wording wording("en", picture_.office()->message);
  const auto lines = counters({picture_, link_, wording, kNow}, 120);
  ASSERT_EQ(lines.size(), 3u);
  for (const auto* part : {"Counter 1", "serving", "A017", "Customer service", "1:05", "o-12", "11"}) {
    EXPECT_THAT(lines[1].text, HasSubstr(part));
  }
}

TEST_F(View, WhatIsNotKnownYetIsAQuestionMark) {
  EXPECT_THAT(services(scene(), 100)[1].text, HasSubstr("?"));
  EXPECT_THAT(counters(scene(), 100)[2].text, HasSubstr("?"));
}

TEST_F(View, AnOfflineDeviceStandsOutAndAnOnlineOneDoesNot) {
  for (const auto& [name, state] : {std::pair{"counter-3", "online"}, {"kiosk-1", "offline"}}) {
    protocol::DeviceState device;
    device.state = state;
    picture_.take(protocol::DeviceStateTopic{ClientId(name)}, protocol::encode(device));
  }
  const auto lines = devices(scene(), 100);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0].text, HasSubstr("counter-3"));
  EXPECT_EQ(lines[0].style, Style::kPlain);
  EXPECT_THAT(lines[1].text, HasSubstr("kiosk-1"));
  EXPECT_EQ(lines[1].style, Style::kAlarm);
}

TEST_F(View, ListsTheStandingNoticesWithTheirIds) {
  EXPECT_TRUE(notices(scene(), 100).empty());
  for (const auto* area : {"hall", "gallery"}) {
    protocol::Board board;
    board.area = area;
    board.notices = {{"n3", "warning", {{"en", "The central system is slow"}}, {}}};
    picture_.take(protocol::BoardTopic{AreaId(area)}, protocol::encode(board));
  }
  const auto lines = notices(scene(), 100);
  ASSERT_EQ(lines.size(), 2u);
  for (const auto* part : {"n3", "warning", "gallery, hall", "The central system is slow"})
    EXPECT_THAT(lines[1].text, HasSubstr(part));
}

TEST_F(View, ListsTheOldestNoticeFirst) {
  protocol::Board board;
  board.area = "hall";
  board.notices = {{"n9", "info", {{"en", "one"}}, {}}, {"n10", "info", {{"en", "two"}}, {}}};
  picture_.take(protocol::BoardTopic{AreaId("hall")}, protocol::encode(board));
  const auto lines = notices(scene(), 100);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_THAT(lines[1].text, HasSubstr("n9"));
  EXPECT_THAT(lines[2].text, HasSubstr("n10"));
}

TEST_F(View, FitsEveryScreenFromNothingToLarge) {
  take_events(100);
  for (const std::size_t columns : {0u, 1u, 10u, 40u, 80u, 200u}) {
    for (const std::size_t rows : {0u, 1u, 5u, 24u, 60u}) {
      const auto lines = screen({columns, rows});
      EXPECT_LE(lines.size(), rows);
      for (const auto& line : lines) EXPECT_LE(width_of(line.text), columns);
    }
  }
}

TEST_F(View, FillsWhatIsLeftWithTheNewestEvents) {
  take_events(100);
  const auto lines = screen({80, 40});
  EXPECT_EQ(lines.size(), 40u);
  EXPECT_THAT(lines, has_text("seq=100"));
  EXPECT_THAT(lines, Not(has_text("seq=1 ")));
  EXPECT_EQ(lines.back().text, "q ends");
}

TEST_F(View, AnEventIsOneLineWithItsFacts) {
  protocol::Event event;
  event.seq = 8121;
  event.at = at(5s);
  event.kind = "ticket-called";
  event.by = "counter-3";
  event.ticket = "A017";
  event.counter = "3";
  event.call = 312;
  event.rule = "alternate";
  EXPECT_EQ(event_line(event),
            "08:00:05  ticket-called      A017  counter=3  rule=alternate  call=312  by=counter-3  seq=8121");
}

TEST_F(View, AnEventCannotSteerTheTerminal) {
  protocol::Event event;
  event.kind = "counter-paused";
  event.reason = "\x1b[2J";
  EXPECT_THAT(event_line(event), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace panggil::ctl
