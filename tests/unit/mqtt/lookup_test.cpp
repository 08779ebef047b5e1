#include "common/mqtt/lookup.hpp"

#include <gtest/gtest.h>
#include <netdb.h>
#include <poll.h>

#include <algorithm>

namespace panggil::mqtt {
namespace {

using Addresses = std::vector<std::string>;

bool known(const Lookup& lookup) {
  pollfd ready{lookup.fd(), POLLIN, 0};
  return poll(&ready, 1, 100'000) == 1;
}

TEST(LookupTest, AnAddressIsFoundAtOnce) {
  for (const auto* address : {"127.0.0.1", "::1"}) {
    const Lookup lookup(address);
    EXPECT_EQ(Addresses{address}, lookup.found()) << address;
    EXPECT_TRUE(known(lookup));
  }
}

TEST(LookupTest, ANameIsFoundAndSaysSo) {
  addrinfo* known_here = nullptr;
  if (getaddrinfo("localhost", nullptr, nullptr, &known_here) != 0)
    GTEST_SKIP() << "this system knows no name at all";
  freeaddrinfo(known_here);
  const Lookup lookup("localhost");
  ASSERT_TRUE(known(lookup));
  const auto found = lookup.found().value_or(Addresses{});
  EXPECT_NE(found.end(), std::find(found.begin(), found.end(), "127.0.0.1"));
}

TEST(LookupTest, ANameThatNobodyBearsIsNot) {
  const Lookup lookup("nobody.invalid");
  ASSERT_TRUE(known(lookup));
  EXPECT_EQ(Addresses{}, lookup.found());
}

TEST(LookupTest, MayGoBeforeTheAnswerComes) {
  for (int i = 0; i < 20; ++i) const Lookup lookup("nobody.invalid");
}

}  // namespace
}  // namespace panggil::mqtt
