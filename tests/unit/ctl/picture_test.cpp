#include "ctl/picture.hpp"

#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"

namespace panggil::ctl {
namespace {

using namespace std::chrono_literals;

const protocol::Topic kCs = protocol::QueueTopic{ServiceId("cs")};
const protocol::Topic kOne = protocol::CounterTopic{CounterId("1")};

std::string queue(std::uint64_t seq, std::uint64_t waiting, std::string state = "open") {
  protocol::Queue queue;
  queue.seq = seq;
  queue.service = "cs";
  queue.state = std::move(state);
  queue.waiting = waiting;
  return protocol::encode(queue);
}

std::string counter(std::uint64_t seq) {
  protocol::Counter counter;
  counter.seq = seq;
  counter.counter = "1";
  counter.state = "open";
  return protocol::encode(counter);
}

std::string office() {
  protocol::Office office;
  office.site = "cirebon";
  office.services.resize(1);
  office.services[0].service = "cs";
  office.counters.resize(1);
  office.counters[0].counter = "1";
  return protocol::encode(office);
}

std::string event(std::uint64_t seq) {
  protocol::Event event;
  event.seq = seq;
  event.kind = "ticket-issued";
  return protocol::encode(event);
}

std::string device(std::string state, std::int64_t boot) {
  protocol::DeviceState device;
  device.state = std::move(state);
  device.boot = boot;
  return protocol::encode(device);
}

std::string board(std::string area, std::vector<std::uint64_t> calls) {
  protocol::Board board;
  board.area = std::move(area);
  for (const auto number : calls) {
    board.calls.emplace_back();
    board.calls.back().call = number;
  }
  return protocol::encode(board);
}

std::uint64_t waiting(const Picture& picture) {
  return picture.queues().at("cs").message.waiting;
}

TEST(Picture, KeepsTheNewestOfEachTopic) {
  Picture picture;
  EXPECT_TRUE(picture.take(kCs, queue(5, 3)));
  EXPECT_TRUE(picture.take(kCs, queue(6, 4)));
  EXPECT_EQ(waiting(picture), 4u);
}

TEST(Picture, IgnoresWhatIsOlderThanWhatItKnows) {
  Picture picture;
  picture.take(kCs, queue(6, 4));
  EXPECT_FALSE(picture.take(kCs, queue(5, 3)));
  EXPECT_EQ(waiting(picture), 4u);
}

TEST(Picture, TakesTheSameNumberAgainBecauseTheClockChangesThingsToo) {
  Picture picture;
  picture.take(kCs, queue(6, 4, "open"));
  EXPECT_TRUE(picture.take(kCs, queue(6, 4, "closed")));
  EXPECT_EQ(picture.queues().at("cs").message.state, "closed");
}

TEST(Picture, AnEmptyPayloadTakesAwayWhatWasThere) {
  Picture picture;
  picture.take(kCs, queue(6, 4));
  EXPECT_TRUE(picture.take(kCs, ""));
  EXPECT_TRUE(picture.queues().empty());
}

TEST(Picture, NothingThatCannotBeReadChangesIt) {
  Picture picture;
  picture.take(kCs, queue(6, 4));
  EXPECT_FALSE(picture.take(kCs, "{"));
  EXPECT_FALSE(picture.take(protocol::OfficeTopic{}, "[]"));
  EXPECT_EQ(waiting(picture), 4u);
}

TEST(Picture, IsCompleteWithTheOfficeAndAllItsQueuesAndCounters) {
  Picture picture;
  picture.take(kCs, queue(6, 4));
  picture.take(protocol::OfficeTopic{}, office());
  EXPECT_FALSE(picture.complete());
  picture.take(kOne, counter(6));
  EXPECT_TRUE(picture.complete());
}

TEST(Picture, OrdersEventsByNumberAndTakesEachOnce) {
  Picture picture;
  for (const auto seq : {5u, 7u, 6u, 7u}) picture.take(protocol::EventTopic{"ticket-issued"}, event(seq));
  ASSERT_EQ(picture.events().size(), 3u);
  EXPECT_EQ(picture.events()[0].seq, 7u);
  EXPECT_EQ(picture.events()[1].seq, 6u);
  EXPECT_EQ(picture.events()[2].seq, 5u);
  EXPECT_EQ(picture.seq(), 7u);
}

TEST(Picture, ForgetsTheOldestEvents) {
  Picture picture;
  for (std::uint64_t seq = 1; seq <= 150; ++seq) picture.take(protocol::EventTopic{"x"}, event(seq));
  EXPECT_EQ(picture.events().size(), Picture::kMostEvents);
  EXPECT_EQ(picture.events().front().seq, 150u);
}

TEST(Picture, ShowsACallOfTwoAreasOnce) {
  Picture picture;
  picture.take(protocol::BoardTopic{AreaId("hall")}, board("hall", {3, 1}));
  picture.take(protocol::BoardTopic{AreaId("yard")}, board("yard", {3, 2}));
  const auto calls = picture.calls();
  ASSERT_EQ(calls.size(), 3u);
  EXPECT_EQ(calls[0].call, 3u);
  EXPECT_EQ(calls[1].call, 2u);
  EXPECT_EQ(calls[2].call, 1u);
}

TEST(Picture, ALateWillOfADevicesEarlierRunIsIgnored) {
  const protocol::Topic topic = protocol::DeviceStateTopic{ClientId("counter-3")};
  Picture picture;
  picture.take(topic, device("online", 2000));
  EXPECT_FALSE(picture.take(topic, device("offline", 1000)));
  EXPECT_EQ(picture.devices().at("counter-3").message.state, "online");
  EXPECT_TRUE(picture.take(topic, device("offline", 2000)));
}

TEST(Picture, TheWindowThatStaysOfTwoUnderOneNameIsMissedWhenItGoesToo) {
  const protocol::Topic topic = protocol::DeviceStateTopic{ClientId("counter-3")};
  Picture picture;
  picture.take(topic, device("online", 1000));
  picture.take(topic, device("online", 2000));  // a second window
  picture.take(topic, device("offline", 2000));
  EXPECT_TRUE(picture.take(topic, device("online", 1000))) << "the first one is still there";
  EXPECT_TRUE(picture.take(topic, device("offline", 1000))) << "its will";
  EXPECT_EQ(picture.devices().at("counter-3").message.state, "offline");
}

TEST(Gap, IsOneOnlyWhenItStaysForASecond) {
  const MonoTime now{100s};
  Gap gap;
  EXPECT_FALSE(gap.missed(8, 7, now));
  EXPECT_FALSE(gap.missed(8, 8, now + 500ms));
  EXPECT_FALSE(gap.missed(9, 8, now + 600ms));
  EXPECT_FALSE(gap.missed(9, 8, now + 1500ms));
  EXPECT_TRUE(gap.missed(9, 8, now + 1600ms));
}

TEST(Gap, IsToldOnceAndAgainOnlyWhenMoreIsMissing) {
  const MonoTime now{100s};
  Gap gap;
  gap.missed(9, 8, now);
  EXPECT_TRUE(gap.missed(9, 8, now + 1s));
  EXPECT_FALSE(gap.missed(9, 8, now + 60s));
  EXPECT_FALSE(gap.missed(10, 8, now + 61s));
  EXPECT_TRUE(gap.missed(10, 8, now + 62s));
}

}  // namespace
}  // namespace panggil::ctl
