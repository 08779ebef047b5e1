// Passwords, access rights, TLS: what a broker in earnest asks for.
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "tests/integration/mqtt/connection.hpp"
#include "tests/integration/mqtt/lulls.hpp"
#include "tests/integration/mqtt/names.hpp"
#include "tests/support/free_port.hpp"
#include "tests/support/plain_client.hpp"
#include "tests/support/private_broker.hpp"
#include "tests/support/tcp_proxy.hpp"
#include "tests/support/temporary_directory.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;

bool has_version_6() {
  const int probe = socket(AF_INET6, SOCK_STREAM, 0);
  sockaddr_in6 here{};
  here.sin6_family = AF_INET6;
  here.sin6_addr = in6addr_loopback;
  const bool has = bind(probe, reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0;
  close(probe);
  return has;
}

void run(const std::string& command) {
  if (std::system((command + " >/dev/null 2>&1").c_str()) != 0)
    throw std::runtime_error("failed: " + command);
}

class WithPasswords : public OverEach {
 protected:
  std::string settings() {
    const auto passwords = directory_.write("passwords", "counter-1:right\nwitness:seen\n").string();
    run("mosquitto_passwd -U " + passwords);
    const auto rights = directory_.write(
        "acl", "user witness\ntopic read #\n\npattern write cmd/%u/#\npattern read reply/%u\n");
    return "allow_anonymous false\npassword_file " + passwords + "\nacl_file " + rights.string();
  }

  TemporaryDirectory directory_;
  PrivateBroker broker_{settings()};
};

TEST_P(WithPasswords, TheClientsNameIsTheUserName) {
  PlainClient witness(broker_.port(), "witness", PlainClient::Login{"witness", "seen"});
  witness.subscribe("#");
  mqtt::Options options = options_for(broker_.uri());
  options.password = Secret("right");
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "cmd/counter-1/next", .payload = "mine"});
  EXPECT_TRUE(connection.run_until([&] { return witness.seen().size() >= 1; }));
}

TEST_P(WithPasswords, AWrongPasswordIsToldOnceAndTriedAgain) {
  mqtt::Options options = options_for(broker_.uri());
  options.password = Secret("wrong");
  Connection connection(GetParam(), options);
  connection->start();
  connection.run_for(2s);
  ASSERT_EQ(1U, connection.reasons.size());
  EXPECT_NE(std::string::npos, connection.reasons[0].find("refused counter-1")) << connection.reasons[0];
  EXPECT_EQ(std::string::npos, connection.reasons[0].find("wrong")) << "the password is shown";
}

TEST_P(WithPasswords, RefusedMessagesDoNotFillTheWindow) {
  PlainClient witness(broker_.port(), "witness", PlainClient::Login{"witness", "seen"});
  witness.subscribe("#");
  mqtt::Options options = options_for(broker_.uri());
  options.password = Secret("right");
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  for (int i = 0; i < 200; ++i) connection->publish({.topic = "cmd/counter-2/next", .payload = "not mine"});
  connection->publish({.topic = "cmd/counter-1/next", .payload = "mine"});
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 1; }));
  EXPECT_EQ("mine", witness.seen()[0].payload);
  EXPECT_TRUE(connection.run_until_delivered());
}

/// A certificate authority, a server certificate for one host, and a device's.
class WithTls : public OverEach {
 protected:
  void make_authority(const std::string& name) {
    run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name +
        " -keyout " + file(name + ".key") + " -out " + file(name + ".pem"));
  }
  void make_certificate(const std::string& name, const std::string& host, int days = 2) {
    const auto extension = directory_.write(name + ".ext", "subjectAltName=" + host + "\n").string();
    run("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name + " -keyout " +
        file(name + ".key") + " -out " + file(name + ".csr"));
    run("openssl x509 -req -days " + std::to_string(days) + " -in " + file(name + ".csr") + " -CA " +
        file("ca.pem") + " -CAkey " + file("ca.key") + " -CAcreateserial -extfile " + extension + " -out " +
        file(name + ".pem"));
  }
  std::string file(const std::string& name) const { return (directory_.path() / name).string(); }
  std::string settings(const std::string& host) {
    make_authority("ca");
    make_authority("stranger");
    make_certificate("server", host);
    make_certificate("counter-1", "DNS:counter-1");
    return "cafile " + file("ca.pem") + "\ncertfile " + file("server.pem") + "\nkeyfile " +
           file("server.key") +
           "\nrequire_certificate true\nuse_identity_as_username true\ntls_version tlsv1.3";
  }
  mqtt::Options tls_options(const PrivateBroker& broker) const {
    mqtt::Options options = options_for("ssl://127.0.0.1:" + std::to_string(broker.port()));
    options.tls = {.ca = file("ca.pem"), .certificate = file("counter-1.pem"), .key = file("counter-1.key")};
    return options;
  }

  TemporaryDirectory directory_;
};

TEST_P(WithTls, MessagesPassAndTheSocketHasItsOptionsBothTimes) {
  PrivateBroker broker(settings("IP:127.0.0.1"));
  Connection connection(GetParam(), tls_options(broker));
  connection->subscribe({.filter = "echo"});
  connection->start();
  for (std::size_t round = 1; round <= 2; ++round) {
    ASSERT_TRUE(connection.run_until_connected()) << testing::PrintToString(connection.reasons);
    connection->publish({.topic = "echo", .payload = "x"});
    ASSERT_TRUE(connection.run_until_received(round));
    if (round == 2) break;
    broker.kill();
    ASSERT_TRUE(connection.run_until_disconnected());
    broker.start();
  }
}

TEST_P(WithTls, BeatsAloneWakeEverySecondTimeAndACallAtOnce) {
  if (GetParam() == Over::kPaho) GTEST_SKIP() << "it heeds nothing of that";
  PrivateBroker broker(settings("IP:127.0.0.1"));
  expect_lulls(tls_options(broker));
}

TEST_P(WithTls, BeginsThoughTheOtherMachineTakesItsTimeToAnswer) {
  if (!TcpProxy::can_drop_packets()) GTEST_SKIP() << "this system lets nobody drop packets";
  PrivateBroker broker(settings("IP:127.0.0.1"));
  TcpProxy wire(broker.port());
  wire.go_silent();
  auto options = tls_options(broker);
  options.broker = "ssl://127.0.0.1:" + std::to_string(wire.port());
  Connection connection(GetParam(), options);
  connection->start();
  connection.run_for(500ms);
  wire.speak_again();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_NE("", wire.sent_by_client(0)) << "not even the first connection that came about";
}

TEST_P(WithTls, ABrokerThatIsNotThereIsNotWaitedForBusily) {
  PrivateBroker broker(settings("IP:127.0.0.1"));
  broker.stop();
  Connection connection(GetParam(), tls_options(broker));
  connection->start();
  connection.run_for(1s);
  EXPECT_LT(connection.turns, 50U);
  EXPECT_TRUE(connection.run_until([&] { return !connection.reasons.empty(); }));
}

TEST_P(WithTls, ACertificateOfAnotherAuthorityIsNotTrusted) {
  PrivateBroker broker(settings("IP:127.0.0.1"));
  mqtt::Options options = tls_options(broker);
  options.tls.ca = file("stranger.pem");
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_NE(std::string::npos, connection.reasons[0].find("CA")) << connection.reasons[0];
  EXPECT_FALSE(connection.run_until_connected(1s));
}

TEST_P(WithTls, ACertificateForAnotherHostIsNotTrusted) {
  PrivateBroker broker(settings("DNS:elsewhere.example"));
  Connection connection(GetParam(), tls_options(broker));
  connection->start();
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_FALSE(connection.run_until_connected(1s));
}

/// At the first try.
bool connects_at(Over over, mqtt::Options options, std::uint16_t port) {
  options.broker = "ssl://[::1]:" + std::to_string(port);
  Connection connection(over, options);
  connection->start();
  return connection.run_until([&] { return connection.connected + connection.reasons.size() > 0; }) &&
         connection.connected == 1;
}

TEST_P(WithTls, AnAddressOfVersion6IsConnectedToAndCompared) {
  if (GetParam() == Over::kPaho) GTEST_SKIP() << "it takes no certificate for such an address";
  if (!has_version_6()) GTEST_SKIP() << "this system has no IPv6";
  for (const auto* address : {"IP:::1", "IP:::2"}) {
    const auto port = free_port();
    PrivateBroker broker("listener " + std::to_string(port) + " ::1\n" + settings(address));
    EXPECT_EQ(std::string_view(address) == "IP:::1", connects_at(GetParam(), tls_options(broker), port))
        << address;
  }
}

TEST_P(WithTls, ACertificateThatIsOverIsNotTrusted) {
  const auto text = settings("IP:127.0.0.1");
  make_certificate("server", "IP:127.0.0.1", -1);
  PrivateBroker broker(text);
  Connection connection(GetParam(), tls_options(broker));
  connection->start();
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_FALSE(connection.run_until_connected(1s));
}

TEST_P(WithTls, TheNameIsComparedThoughItIsAnAddressThatIsConnectedTo) {
  PrivateBroker broker(settings(std::string("DNS:") + kDoubleName));
  auto options = tls_options(broker);
  options.broker = std::string("ssl://") + kDoubleName + ":" + std::to_string(broker.port());
  Connection connection(GetParam(), options);
  connection->start();
  EXPECT_TRUE(connection.run_until_connected()) << testing::PrintToString(connection.reasons);
}

TEST_P(WithTls, ACertificateForTheAddressIsNoneForTheName) {
  PrivateBroker broker(settings("IP:127.0.0.1"));
  auto options = tls_options(broker);
  options.broker = std::string("ssl://") + kDoubleName + ":" + std::to_string(broker.port());
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_FALSE(connection.run_until_connected(1s));
}

TEST_P(WithTls, AFileOfSomethingElseIsNamed) {
  if (GetParam() == Over::kPaho) GTEST_SKIP() << "it tells of all that has to do with certificates alike";
  PrivateBroker broker(settings("IP:127.0.0.1"));
  auto options = tls_options(broker);
  options.tls.certificate = directory_.write("poem.pem", "roses are red\n");
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_NE(std::string::npos, connection.reasons[0].find("poem.pem")) << connection.reasons[0];
}

TEST_P(WithTls, AKeyThatBelongsToAnotherCertificateIsNamed) {
  if (GetParam() == Over::kPaho) GTEST_SKIP() << "it tells of all that has to do with certificates alike";
  PrivateBroker broker(settings("IP:127.0.0.1"));
  run("openssl genrsa -out " + file("other-kind.key") + " 2048");
  for (const auto* key : {"server.key", "other-kind.key"}) {
    auto options = tls_options(broker);
    options.tls.key = file(key);
    Connection connection(GetParam(), options);
    connection->start();
    ASSERT_TRUE(connection.run_until_disconnected()) << key;
    EXPECT_NE(std::string::npos, connection.reasons[0].find(key)) << connection.reasons[0];
  }
}

TEST_P(WithTls, AFileThatCannotBeReadIsNamedAtOnce) {
  mqtt::Options options = options_for("ssl://127.0.0.1:8883");
  options.tls.ca = file("missing.pem");
  try {
    Connection connection(GetParam(), options);
    FAIL() << "accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string::npos, std::string(error.what()).find("missing.pem")) << error.what();
  }
}

INSTANTIATE_TEST_SUITE_P(Over, WithPasswords, kEach, name_of);
INSTANTIATE_TEST_SUITE_P(Over, WithTls, kEach, name_of);

}  // namespace
}  // namespace panggil::test
