// What a session hears: state, another history, a retained beat.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/protocol/codec.hpp"
#include "tests/integration/session/hand.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using session::LinkState;

class Following : public testing::Test {
 protected:
  std::size_t heard(const std::string& topic) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        client_.received, [&](const auto& one) { return one.topic == "panggil/v1/trial/" + topic; }));
  }

  PrivateBroker broker_;
  Dispatcher dispatcher_{broker_};
  Client client_{broker_};
};

TEST_F(Following, HandsOverWhatIsRetainedAndWhatComes) {
  dispatcher_.retain("counter/3", R"({"seq":1})");
  client_.session().follow({.filter = client_.session().topics().counter(CounterId("3"))});
  ASSERT_TRUE(client_.run_until([this] { return heard("counter/3") == 1; }));
  EXPECT_TRUE(client_.received.back().retained);
  dispatcher_.retain("counter/3", "");
  ASSERT_TRUE(client_.run_until([this] { return heard("counter/3") == 2; }));
  EXPECT_EQ(client_.received.back().payload, "");
}

TEST_F(Following, RefreshBringsWhatIsRetainedOnceMore) {
  dispatcher_.retain("counter/3", R"({"seq":1})");
  client_.session().follow({.filter = client_.session().topics().counter(CounterId("3"))});
  ASSERT_TRUE(client_.run_until([this] { return heard("counter/3") == 1; }));
  client_.session().refresh();
  EXPECT_TRUE(client_.run_until([this] { return heard("counter/3") == 2; }));
}

TEST_F(Following, AnotherEpochIsToldAndBringsTheStateAnew) {
  dispatcher_.retain("counter/3", R"({"seq":1})");
  client_.session().follow({.filter = client_.session().topics().counter(CounterId("3"))});
  client_.meanwhile = [this] { dispatcher_.beat("e1"); };
  ASSERT_TRUE(client_.run_until([this] { return client_.session().link_state() == LinkState::kUp; }));
  client_.run_for(200ms);
  EXPECT_EQ(client_.forgotten, 0);
  client_.meanwhile = [this] { dispatcher_.beat("e2"); };
  EXPECT_TRUE(client_.run_until([this] { return heard("counter/3") == 2; }));
  EXPECT_EQ(client_.forgotten, 1);
}

TEST_F(Following, AfterABrokersRestartEverythingComesAnew) {
  client_.session().follow({.filter = client_.session().topics().counter(CounterId("3"))});
  client_.run_for(300ms);
  broker_.kill();
  client_.run_for(500ms);
  broker_.start();
  Dispatcher after(broker_, "dispatcher-after");  // the first one reconnects too
  after.retain("counter/3", R"({"seq":1})");
  client_.meanwhile = [&] { after.beat(); };
  EXPECT_TRUE(client_.run_until(
      [this] { return heard("counter/3") == 1 && client_.session().link_state() == LinkState::kUp; }, 15s));
}

TEST_F(Following, ABeatThatTheBrokerKeptDoesNotMakeADeadDispatcherAlive) {
  protocol::Beat beat;
  beat.epoch = "e1";
  dispatcher_.retain("beat", protocol::encode(beat));
  client_.run_for(1s);
  EXPECT_EQ(client_.session().link_state(), LinkState::kSilent);
}

TEST_F(Following, RubbishOnEveryTopicIsIgnored) {
  client_.meanwhile = [this] {
    for (const auto* topic : {"beat", "status", "reply/counter-3"}) {
      dispatcher_.client().publish(std::string("panggil/v1/trial/") + topic, "{\"epoch\":", 1);
    }
    dispatcher_.beat();
  };
  EXPECT_TRUE(client_.run_until([this] { return client_.session().link_state() == LinkState::kUp; }));
}

}  // namespace
}  // namespace panggil::test
