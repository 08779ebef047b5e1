#include "display/proofs.hpp"

#include <gtest/gtest.h>

namespace panggil::display {
namespace {

std::vector<std::uint64_t> calls(const std::vector<protocol::Shown>& due) {
  std::vector<std::uint64_t> calls;
  for (const auto& shown : due) calls.push_back(shown.call);
  return calls;
}
using Calls = std::vector<std::uint64_t>;

TEST(ProofsTest, AreSentOnceInAConnection) {
  Proofs proofs;
  proofs.add({.call = 1});
  proofs.add({.call = 2});
  EXPECT_EQ((Calls{1, 2}), calls(proofs.due(true, true)));
  EXPECT_EQ(Calls{}, calls(proofs.due(true, false)));
  proofs.add({.call = 3});
  EXPECT_EQ(Calls{3}, calls(proofs.due(true, false)));
}

TEST(ProofsTest, WaitForAConnection) {
  Proofs proofs;
  proofs.add({.call = 1});
  EXPECT_EQ(Calls{}, calls(proofs.due(false, true)));
  EXPECT_EQ(Calls{1}, calls(proofs.due(true, true)));
}

TEST(ProofsTest, GoOutAgainWhenTheLineWasLostBeforeTheBrokersWord) {
  Proofs proofs;
  proofs.add({.call = 1});
  proofs.due(true, true);
  proofs.add({.call = 2});
  EXPECT_EQ(Calls{}, calls(proofs.due(false, true)))
      << "what was queued is gone with the line, not acknowledged";
  EXPECT_EQ((Calls{1, 2}), calls(proofs.due(true, true)));
}

TEST(ProofsTest, DoNotGoOutAgainOnceTheBrokerHasThem) {
  Proofs proofs;
  proofs.add({.call = 1});
  proofs.due(true, true);
  proofs.due(true, true);
  proofs.due(false, true);
  EXPECT_EQ(Calls{}, calls(proofs.due(true, true)));
}

TEST(ProofsTest, OfTooManyTheOldestAreForgotten) {
  Proofs proofs;
  proofs.add({.call = 0});
  proofs.due(true, true);
  for (std::uint64_t call = 1; call <= Proofs::kMost; ++call) proofs.add({.call = call});
  EXPECT_EQ(Proofs::kMost, proofs.due(true, false).size());
  proofs.due(false, true);
  const auto again = calls(proofs.due(true, true));
  ASSERT_EQ(Proofs::kMost, again.size());
  EXPECT_EQ(1U, again.front());
}

}  // namespace
}  // namespace panggil::display
