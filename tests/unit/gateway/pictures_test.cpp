#include "dispatcher/gateway/pictures.hpp"

#include <gtest/gtest.h>

#include "tests/unit/gateway/sample_hall.hpp"

namespace panggil::gateway {
namespace {

using namespace std::chrono_literals;

const Run kRun{"epoch", "real"};

class Pictures : public testing::Test {
 protected:
  SampleHall hall;
  Picture whole() const { return picture(hall.office, hall.state, kRun, hall.now); }
  protocol::Board board(const char* area) const { return whole().boards.at(AreaId(area)); }
  protocol::Counter counter(const char* id) const { return whole().counters.at(CounterId(id)); }
  protocol::Queue queue(const char* id) const { return whole().queues.at(ServiceId(id)); }
  static std::vector<std::uint64_t> numbers(const protocol::Board& board) {
    std::vector<std::uint64_t> all;
    for (const auto& call : board.calls) all.push_back(call.call);
    return all;
  }
};

TEST_F(Pictures, HaveOneMessageForEverythingTheOfficeHas) {
  const auto all = whole();
  EXPECT_EQ(all.queues.size(), 2u);
  EXPECT_EQ(all.counters.size(), 2u);
  EXPECT_EQ(all.boards.size(), 2u);
  EXPECT_EQ(all.office.services.size(), 2u);
  EXPECT_EQ(all.office.timezone, "Asia/Jakarta");
}

TEST_F(Pictures, ShowACallInEveryAreaOfItsCounterAndInNoOther) {
  hall.happen(core::CounterOpened{CounterId("1"), {}});
  hall.happen(core::CounterOpened{CounterId("2"), {}});
  hall.issue("A001");
  hall.issue("B001", "photo");
  hall.call("A001", "1", 1);
  hall.call("B001", "2", 2);
  EXPECT_EQ(numbers(board("hall")), (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(numbers(board("gallery")), (std::vector<std::uint64_t>{2, 1}));
  EXPECT_EQ(board("hall").calls[0].area, "hall");
  EXPECT_EQ(board("gallery").calls[1].ticket, "A001");
  EXPECT_EQ(board("hall").counters.size(), 1u);
  EXPECT_EQ(board("gallery").counters[1].ticket, "B001");
}

TEST_F(Pictures, KeepTheLastTwelveCallsNewestFirst) {
  hall.happen(core::CounterOpened{CounterId("1"), {}});
  hall.issue("A001");
  hall.call("A001", "1", 1);
  for (core::CallNumber call = 2; call <= 15; ++call)
    hall.happen(core::TicketRecalled{call, TicketNumber("A001"), CounterId("1")});
  const auto calls = numbers(board("hall"));
  EXPECT_EQ(calls.size(), 12u);
  EXPECT_EQ(calls.front(), 15u);
  EXPECT_EQ(calls.back(), 4u);
}

TEST_F(Pictures, SayWhatAServiceStillTakes) {
  EXPECT_EQ(queue("cs").state, "open");
  EXPECT_EQ(queue("cs").quota_left, 2);
  hall.issue("A001");
  hall.issue("A002");
  EXPECT_EQ(queue("cs").state, "full");
  EXPECT_EQ(queue("cs").quota_left, 0);
  EXPECT_EQ(queue("cs").waiting, 2u);
  EXPECT_FALSE(queue("photo").quota_left);
  EXPECT_EQ(whole().office.services[0].state, "full");
  EXPECT_EQ(board("hall").services[0].state, "full");
}

TEST_F(Pictures, TellTheEstimateInSecondsWhereTicketsAreGivenOut) {
  const estimates::Outlook outlook{
      {ServiceId("cs"), {estimates::Minutes(15), estimates::Minutes(25)}},
      {ServiceId("photo"), {estimates::Minutes(0), estimates::Minutes(1)}},
  };
  hall.happen(core::ServiceSuspended{ServiceId("photo")});
  const auto all = picture(hall.office, hall.state, kRun, hall.now, outlook);
  EXPECT_EQ(all.queues.at(ServiceId("cs")).estimate, (protocol::Estimate{900, 1500}));
  EXPECT_EQ(all.boards.at(AreaId("hall")).services.at(0).estimate, (protocol::Estimate{900, 1500}));
  EXPECT_EQ(all.queues.at(ServiceId("photo")).estimate, std::nullopt);
  EXPECT_EQ(all.boards.at(AreaId("gallery")).services.at(1).estimate, std::nullopt);
  EXPECT_EQ(queue("cs").estimate, std::nullopt);
}

TEST_F(Pictures, FollowTheHours) {
  core::WeekHours hours;
  hours[1] = {{8h, 12h}};
  hall.office.hours = hours;
  EXPECT_EQ(whole().office.services[0].state, "open");
  EXPECT_TRUE(board("hall").open);
  EXPECT_EQ(to_text(*whole().office.services[0].closes_at), "2026-11-23T12:00:00.000+07:00");
  hall.now += 5h;
  EXPECT_EQ(whole().office.services[0].state, "closed");
  EXPECT_FALSE(board("hall").open);
  EXPECT_EQ(to_text(*whole().office.services[0].opens_at), "2026-11-30T08:00:00.000+07:00");
}

TEST_F(Pictures, TellACounterItsTicketAndItsNoShows) {
  hall.happen(core::CounterOpened{CounterId("1"), "Sari"});
  hall.issue("A001");
  hall.issue("A002");
  hall.now += 2min;
  hall.call("A001", "1", 1);
  hall.happen(core::TicketSkipped{TicketNumber("A001"), CounterId("1")});
  hall.call("A002", "1", 2);
  hall.happen(core::ServiceStarted{TicketNumber("A002"), CounterId("1")});
  const auto message = counter("1");
  EXPECT_EQ(message.state, "open");
  EXPECT_EQ(message.officer, "Sari");
  EXPECT_EQ(message.ticket->ticket, "A002");
  EXPECT_EQ(message.ticket->state, "serving");
  EXPECT_EQ(message.ticket->waited_s, 120);
  EXPECT_EQ(message.no_show, std::vector<std::string>{"A001"});
  EXPECT_EQ(message.last_call, 2u);
  EXPECT_EQ(message.next, std::vector<std::string>{});
  EXPECT_TRUE(counter("2").no_show.empty());
  EXPECT_FALSE(counter("2").since);
}

TEST_F(Pictures, MakeOneCallMessageForEachAreaOfTheCounter) {
  hall.happen(core::CounterOpened{CounterId("1"), {}});
  const auto issued = hall.issue("A001");
  const auto called = hall.call("A001", "1", 1);
  const auto messages = call_messages(hall.office, hall.state, called, kRun);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_EQ(messages[0].area, "hall");
  EXPECT_EQ(messages[1].area, "gallery");
  EXPECT_EQ(messages[0].call, 1u);
  EXPECT_EQ(messages[0].seq, called.seq);
  EXPECT_EQ(messages[0].kind, "call");
  EXPECT_TRUE(call_messages(hall.office, hall.state, issued, kRun).empty());
}

}  // namespace
}  // namespace panggil::gateway
