#include "common/mqtt/broker_address.hpp"

#include <gtest/gtest.h>

namespace panggil::mqtt {
namespace {

TEST(BrokerAddress, ReadsHostPortAndWhetherTls) {
  const auto plain = parse_broker_address("tcp://127.0.0.1:1883");
  EXPECT_FALSE(plain.tls);
  EXPECT_EQ("127.0.0.1", plain.host);
  EXPECT_EQ(1883, plain.port);
  const auto tls = parse_broker_address("ssl://broker.hospital.example:8883");
  EXPECT_TRUE(tls.tls);
  EXPECT_EQ("broker.hospital.example", tls.host);
  EXPECT_EQ(8883, tls.port);
  EXPECT_EQ("fe80::1", parse_broker_address("tcp://[fe80::1]:1").host);
}

TEST(BrokerAddress, SaysWhatWouldBeRightForAnythingElse) {
  for (const char* wrong : {"", "tcp", "tcp://", "tcp://:", "tcp://host", "tcp://host:", "tcp://:1883",
                            "tcp://host:0", "tcp://host:65536", "tcp://host:18x", "tcp://host:-1",
                            "mqtt://host:1883", "host:1883", "tcp://user@host:1883", "tcp://host:1883/path",
                            "tcp://ho st:1883", "tcp://fe80::1:1883", "tcp://[]:1883", "TCP://host:1883"}) {
    try {
      parse_broker_address(wrong);
      ADD_FAILURE() << "accepted: " << wrong;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string::npos, std::string(error.what()).find("tcp://host:port")) << error.what();
    }
  }
}

TEST(BrokerAddress, TellsAPortThatIsNoneFromTheRest) {
  for (const char* wrong : {"tcp://host:0", "tcp://host:65536", "tcp://host:18x", "ssl://host:"})
    EXPECT_THROW(parse_broker_address(wrong), BadBrokerPort) << wrong;
  for (const char* wrong : {"tcp://host", "mqtt://host:x", "tcp://user@host:x"}) try {
      parse_broker_address(wrong);
      ADD_FAILURE() << wrong;
    } catch (const BadBrokerPort&) {
      ADD_FAILURE() << wrong;
    } catch (const std::runtime_error&) {
    }
}

}  // namespace
}  // namespace panggil::mqtt
