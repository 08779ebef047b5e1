#include "dispatcher/complaints.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr MonoTime kStart{Millis(5000)};
const ClientId kCounter("counter-1");

TEST(Complaints, AreToldTenTimesAMinuteAndThenCounted) {
  Complaints complaints;
  int told = 0;
  for (int i = 0; i < 25; ++i) told += complaints.may_tell(kCounter, kStart + Millis(i)) ? 1 : 0;
  EXPECT_EQ(told, 10);
  EXPECT_TRUE(complaints.may_tell(ClientId("kiosk-lobby"), kStart)) << "another's";
  EXPECT_THAT(complaints.untold(kStart + Millis(59'999)), IsEmpty());
  EXPECT_THAT(complaints.untold(kStart + Millis(60'000)),
              ElementsAre("counter-1 did 15 more of what it may not, or of what is no command, in a minute"));
  EXPECT_THAT(complaints.untold(kStart + Millis(200'000)), IsEmpty());
  EXPECT_TRUE(complaints.may_tell(kCounter, kStart + Millis(200'000)));
}

TEST(Complaints, OfWhichAllWereToldAreNotCounted) {
  Complaints complaints;
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(complaints.may_tell(kCounter, kStart));
  EXPECT_THAT(complaints.untold(kStart + Millis(60'000)), IsEmpty());
}

}  // namespace
}  // namespace panggil
