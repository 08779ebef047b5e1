#include "ctl/devices/host_name.hpp"

#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {

TEST(HostName, IsANameOrAnAddress) {
  for (const char* host : {"server", "server.example", "SERVER.example", "panggil_1.lan", "3com.example",
                           "xn--bcher-kva.example", "192.168.1.2", "fd00::2", "::1"})
    EXPECT_TRUE(is_host(host)) << host;
}

TEST(HostName, IsNotWhatElsePeopleTypeThere) {
  for (const char* host : {"", ".", "server.", "https://server.example", "server.example:8883",
                           "192.168.1.2/24", "192.168.1.300", "192.168.1", "fe80::1%eth0", "server example",
                           "*", "@x", "-x", "a,URI:x", "a\nb", "a\"b", "[fd00::2]"})
    EXPECT_FALSE(is_host(host)) << host;
  EXPECT_FALSE(is_host(std::string(64, 'a')));
}

}  // namespace
}  // namespace panggil::ctl
