#include "common/protocol/topics.hpp"

#include <gtest/gtest.h>

namespace panggil::protocol {
namespace {

const Topics kTopics{SiteId("cirebon")};

template <class Which>
const Which* parsed(std::optional<Topic>& holder, std::string_view topic) {
  holder = parse_topic(kTopics, topic);
  return holder ? std::get_if<Which>(&*holder) : nullptr;
}

TEST(Topics, AreMadeAsTheProtocolSays) {
  EXPECT_EQ(kTopics.status(), "panggil/v1/cirebon/status");
  EXPECT_EQ(kTopics.beat(), "panggil/v1/cirebon/beat");
  EXPECT_EQ(kTopics.office(), "panggil/v1/cirebon/office");
  EXPECT_EQ(kTopics.board(AreaId("hall")), "panggil/v1/cirebon/board/hall");
  EXPECT_EQ(kTopics.queue(ServiceId("cs")), "panggil/v1/cirebon/queue/cs");
  EXPECT_EQ(kTopics.counter(CounterId("3")), "panggil/v1/cirebon/counter/3");
  EXPECT_EQ(kTopics.call(AreaId("hall")), "panggil/v1/cirebon/call/hall");
  EXPECT_EQ(kTopics.event("ticket-called"), "panggil/v1/cirebon/event/ticket-called");
  EXPECT_EQ(kTopics.command(ClientId("counter-3"), "next"), "panggil/v1/cirebon/cmd/counter-3/next");
  EXPECT_EQ(kTopics.reply(ClientId("counter-3")), "panggil/v1/cirebon/reply/counter-3");
  EXPECT_EQ(kTopics.device_state(ClientId("display-1")), "panggil/v1/cirebon/device/display-1/state");
  EXPECT_EQ(kTopics.device_health(ClientId("display-1")), "panggil/v1/cirebon/device/display-1/health");
  EXPECT_EQ(kTopics.device_shown(ClientId("display-1")), "panggil/v1/cirebon/device/display-1/shown");
}

TEST(Topics, AreReadBack) {
  std::optional<Topic> holder;
  EXPECT_TRUE(parsed<StatusTopic>(holder, kTopics.status()));
  EXPECT_TRUE(parsed<BeatTopic>(holder, kTopics.beat()));
  EXPECT_TRUE(parsed<OfficeTopic>(holder, kTopics.office()));
  EXPECT_EQ(parsed<BoardTopic>(holder, kTopics.board(AreaId("hall")))->area.text(), "hall");
  EXPECT_EQ(parsed<QueueTopic>(holder, kTopics.queue(ServiceId("cs")))->service.text(), "cs");
  EXPECT_EQ(parsed<CounterTopic>(holder, kTopics.counter(CounterId("3")))->counter.text(), "3");
  EXPECT_EQ(parsed<CallTopic>(holder, kTopics.call(AreaId("hall")))->area.text(), "hall");
  EXPECT_EQ(parsed<EventTopic>(holder, kTopics.event("day-started"))->kind, "day-started");
  EXPECT_EQ(parsed<ReplyTopic>(holder, kTopics.reply(ClientId("kiosk-1")))->client.text(), "kiosk-1");
  EXPECT_EQ(parsed<DeviceStateTopic>(holder, kTopics.device_state(ClientId("d")))->client.text(), "d");
  EXPECT_EQ(parsed<DeviceHealthTopic>(holder, kTopics.device_health(ClientId("d")))->client.text(), "d");
  EXPECT_EQ(parsed<DeviceOrderTopic>(holder, kTopics.device_order(ClientId("d")))->client.text(), "d");
  EXPECT_EQ(parsed<DeviceContentTopic>(holder, kTopics.device_content(ClientId("d")))->client.text(), "d");
  EXPECT_EQ(parsed<DevicePictureTopic>(holder, kTopics.device_picture(ClientId("d")))->client.text(), "d");
  EXPECT_EQ(parsed<DeviceShownTopic>(holder, kTopics.device_shown(ClientId("d")))->client.text(), "d");
  const auto* command = parsed<CommandTopic>(holder, kTopics.command(ClientId("counter-3"), "clear-notice"));
  ASSERT_TRUE(command);
  EXPECT_EQ(command->client.text(), "counter-3");
  EXPECT_EQ(command->action, "clear-notice");
}

TEST(Topics, OfOthersOrMalformedAreNone) {
  for (const char* topic :
       {"", "panggil/v1/cirebon", "panggil/v1/cirebon/", "panggil/v1/cirebonx/status",
        "panggil/v1/melawi/status", "panggil/v2/cirebon/status", "panggil/v1/cirebon/nothing",
        "panggil/v1/cirebon/board/", "panggil/v1/cirebon/board/Hall", "panggil/v1/cirebon/cmd/counter-3",
        "panggil/v1/cirebon/cmd/counter-3/next/more", "panggil/v1/cirebon/cmd/COUNTER/next",
        "panggil/v1/cirebon/cmd//next", "panggil/v1/cirebon/cmd/counter-3/NEXT",
        "panggil/v1/cirebon/device/d/nothing", "panggil/v1/cirebon/status/x"})
    EXPECT_FALSE(parse_topic(kTopics, topic)) << topic;
}

}  // namespace
}  // namespace panggil::protocol
