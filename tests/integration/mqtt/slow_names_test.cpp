// A name server that takes long. MosquittoTransport only: Paho has a thread that may wait.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>

#include <atomic>
#include <string_view>
#include <thread>

#include "tests/integration/mqtt/connection.hpp"
#include "tests/support/private_broker.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kSlow = "slow.invalid";
/// Longer than a try to connect may take.
constexpr auto kAnswersAfter = 4s;

const std::thread::id kOwner = std::this_thread::get_id();
std::atomic<bool> owner_waited = false;

TEST(SlowNames, ANameThatTakesLongerThanATryIsConnectedToAndNotWaitedFor) {
  const PrivateBroker broker;
  Connection connection(Over::kMosquitto,
                        options_for("tcp://" + std::string(kSlow) + ":" + std::to_string(broker.port())));
  connection->start();
  connection.run_for(3500ms);
  EXPECT_LT(connection.turns, 50U);
  ASSERT_TRUE(connection.run_until([&] { return connection.connected == 1; }));
  EXPECT_FALSE(owner_waited) << "who draws pictures stood still meanwhile";
}

/// The broker listens at one only, which is mostly the second.
TEST(SlowNames, OfSeveralAddressesEachIsTried) {
  PrivateBroker broker;
  Connection connection(Over::kMosquitto, options_for("tcp://localhost:" + std::to_string(broker.port())));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.kill();
  ASSERT_TRUE(connection.run_until_disconnected());
  broker.start();
  EXPECT_TRUE(connection.run_until_connected());
}

}  // namespace
}  // namespace panggil::test

/// In the place of the C library's, for this whole program.
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found) {
  using namespace panggil::test;
  static const auto theirs = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
  const bool is_slow = name != nullptr && name == kSlow;
  if (!is_slow) return theirs(name, service, hints, found);
  if (hints != nullptr && (hints->ai_flags & AI_NUMERICHOST) != 0) return EAI_NONAME;
  if (std::this_thread::get_id() == kOwner) owner_waited = true;
  std::this_thread::sleep_for(kAnswersAfter);
  return theirs("127.0.0.1", service, hints, found);
}
