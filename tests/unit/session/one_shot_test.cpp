#include "common/session/one_shot.hpp"

#include <gtest/gtest.h>

namespace panggil::session {
namespace {

mqtt::Options options(std::string_view name) {
  return {.client = ClientId(name), .password = {}, .tls = {}, .will = {}};
}

TEST(OneShot, HasAClientIdOfItsOwnBesideAWindowOfTheSameName) {
  const auto one = beside_a_window(options("counter-3"));
  const auto other = beside_a_window(options("counter-3"));
  EXPECT_NE(one.client, ClientId("counter-3"));
  EXPECT_NE(one.client, other.client);
  EXPECT_TRUE(one.client.text().starts_with("counter-3-"));
}

TEST(OneShot, KeepsItsUserNameAndSoItsRights) {
  EXPECT_EQ(beside_a_window(options("counter-3")).user, ClientId("counter-3"));
}

TEST(OneShot, MakesALegalClientIdOfTheLongestName) {
  const std::string longest(32, 'a');
  EXPECT_EQ(beside_a_window(options(longest)).client.text().size(), 32u);
  EXPECT_EQ(beside_a_window(options(longest)).user, ClientId(longest));
}

}  // namespace
}  // namespace panggil::session
