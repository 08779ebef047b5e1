#include "ctl/doctor/refusals.hpp"

#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {

TEST(Refusals, AreCountedByNameWithThoseThatWereNotListed) {
  const auto refusals = refusals_in(
      "Warning: something else\n"
      "refused: counter-1 may not publish on panggil/v1/x/cmd/counter-2/open\n"
      "refused: kiosk-1 may not publish retained on $SYS/x\n"
      "refused: counter-1, 997 more in that minute\n"
      "refused: counter-1 may not publish on panggil/v1/x/beat\n");
  ASSERT_EQ(refusals.size(), 2U);
  EXPECT_EQ(refusals.at("counter-1").times, 999);
  EXPECT_EQ(refusals.at("counter-1").last_topic, "panggil/v1/x/beat");
  EXPECT_EQ(refusals.at("kiosk-1").times, 1);
  EXPECT_EQ(refusals.at("kiosk-1").last_topic, "$SYS/x");
}

TEST(Refusals, AreNoneInALogWithout) {
  EXPECT_TRUE(refusals_in("").empty());
  EXPECT_TRUE(
      refusals_in("-- No entries --\nClient refused: counter-1 may not publish on x disconnected.").empty());
}

}  // namespace
}  // namespace panggil::ctl
