#include "common/mqtt/lookup.hpp"

#include <gtest/gtest.h>
#include <poll.h>

namespace panggil::mqtt {
namespace {

bool known(const Lookup& lookup) {
  pollfd ready{lookup.fd(), POLLIN, 0};
  return poll(&ready, 1, 60'000) == 1;
}

TEST(LookupTest, AnAddressIsFoundAtOnce) {
  for (const auto* address : {"127.0.0.1", "::1"}) {
    const Lookup lookup(address);
    EXPECT_EQ(true, lookup.found()) << address;
    EXPECT_TRUE(known(lookup));
  }
}

TEST(LookupTest, ANameIsFoundAndSaysSo) {
  const Lookup lookup("localhost");
  ASSERT_TRUE(known(lookup));
  EXPECT_EQ(true, lookup.found());
}

TEST(LookupTest, ANameThatNobodyBearsIsNot) {
  const Lookup lookup("nobody.invalid");
  ASSERT_TRUE(known(lookup));
  EXPECT_EQ(false, lookup.found());
}

TEST(LookupTest, MayGoBeforeTheAnswerComes) {
  for (int i = 0; i < 20; ++i) const Lookup lookup("nobody.invalid");
}

}  // namespace
}  // namespace panggil::mqtt
