#include "common/runtime/service_notify.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace panggil {
namespace {

/// Listens where systemd would.
class ServiceNotify : public testing::Test {
 protected:
  ServiceNotify() : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    // An abstract address: nothing is left in the file system.
    const std::string name = "@panggil-notify-" + std::to_string(getpid());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path);
    address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    EXPECT_EQ(0, bind(socket_, reinterpret_cast<const sockaddr*>(&address), size));
    setenv("NOTIFY_SOCKET", name.c_str(), 1);
  }
  ~ServiceNotify() override {
    close(socket_);
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) unsetenv(name);
  }
  std::string told() {
    char text[256];
    const auto size = recv(socket_, text, sizeof text, 0);
    return size < 0 ? "" : std::string(text, static_cast<std::size_t>(size));
  }
  int socket_;
};

TEST_F(ServiceNotify, TellsReadyStoppingAndAlive) {
  notify_ready();
  EXPECT_EQ("READY=1", told());
  notify_watchdog();
  EXPECT_EQ("WATCHDOG=1", told());
  notify_stopping();
  EXPECT_EQ("STOPPING=1", told());
}

TEST_F(ServiceNotify, AStatusStaysOneAssignment) {
  notify_status("12 waiting\nREADY=1");
  EXPECT_EQ("STATUS=12 waiting READY=1", told());
}

TEST_F(ServiceNotify, TheWatchdogIntervalIsTheUnits) {
  EXPECT_EQ(std::nullopt, watchdog_interval());
  setenv("WATCHDOG_USEC", "15000000", 1);
  setenv("WATCHDOG_PID", std::to_string(getpid()).c_str(), 1);
  EXPECT_EQ(std::chrono::seconds(15), watchdog_interval());
}

TEST(ServiceNotifyAlone, WithoutSystemdNothingHappens) {
  unsetenv("NOTIFY_SOCKET");
  notify_ready();
  notify_status("x");
  EXPECT_EQ(std::nullopt, watchdog_interval());
}

}  // namespace
}  // namespace panggil
