// A command line beside a window of the same name, at a broker that lets everybody in and at one that does
// not.
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "common/session/one_shot.hpp"
#include "tests/integration/session/hand.hpp"
#include "tests/support/temporary_directory.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using session::LinkState;

void set_beside_a_window(mqtt::Options& options) {
  options = session::beside_a_window(std::move(options));
}

bool hears(PlainClient& window, Client& client) {
  client.session().ask("next", {});
  return client.run_until([&] { return !window.seen().empty(); });
}

TEST(BesideAWindow, TheWindowKeepsItsConnection) {
  PrivateBroker broker;
  Dispatcher dispatcher(broker);
  PlainClient window(broker.port(), "counter-3");
  window.subscribe("panggil/v1/trial/cmd/+/+");
  Client client(broker, set_beside_a_window);
  client.meanwhile = [&] { dispatcher.beat(); };
  ASSERT_TRUE(client.run_until([&] { return client.session().link_state() == LinkState::kUp; }));
  EXPECT_TRUE(hears(window, client)) << "the broker ended the window's connection";
}

TEST(BesideAWindow, UnderTheSameClientIdTheWindowWouldLoseIt) {
  PrivateBroker broker;
  Dispatcher dispatcher(broker);
  PlainClient window(broker.port(), "counter-3");
  window.subscribe("panggil/v1/trial/cmd/+/+");
  Client client(broker);
  client.meanwhile = [&] { dispatcher.beat(); };
  ASSERT_TRUE(client.run_until([&] { return client.session().link_state() == LinkState::kUp; }));
  client.session().ask("next", {});
  client.run_for(1s);
  EXPECT_TRUE(window.seen().empty());
}

TEST(BesideAWindow, TheUserNameStaysAndWithItTheAccessRights) {
  TemporaryDirectory directory;
  const auto passwords = directory.write("passwords", "counter-3:right\ndispatcher:right\n").string();
  ASSERT_EQ(std::system(("mosquitto_passwd -U " + passwords).c_str()), 0);
  const auto rights =
      directory.write("acl", "user dispatcher\ntopic readwrite #\n\npattern write panggil/v1/+/cmd/%u/+\n");
  PrivateBroker broker("allow_anonymous false\npassword_file " + passwords + "\nacl_file " + rights.string());
  PlainClient witness(broker.port(), "witness", PlainClient::Login{"dispatcher", "right"});
  witness.subscribe("panggil/v1/trial/cmd/+/+");
  auto options = session::beside_a_window({.client = ClientId("counter-3"), .password = Secret("right")});
  options.broker = broker.uri();
  mqtt::Inbox inbox{16};
  auto transport = mqtt::make_paho_transport(std::move(options), inbox);
  transport->start();
  for (int tries = 0; tries < 500 && !transport->connected(); ++tries) std::this_thread::sleep_for(10ms);
  transport->publish({.topic = "panggil/v1/trial/cmd/counter-4/next", .payload = "not ours"});
  transport->publish({.topic = "panggil/v1/trial/cmd/counter-3/next", .payload = "ours"});
  ASSERT_TRUE(witness.wait_for_count(1));
  EXPECT_EQ(witness.seen()[0].payload, "ours");
}

}  // namespace
}  // namespace panggil::test
