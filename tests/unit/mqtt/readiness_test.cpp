#include "common/mqtt/readiness.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace panggil::mqtt {
namespace {

class ReadinessTest : public testing::Test {
 protected:
  ReadinessTest() { EXPECT_EQ(0, socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data())); }
  ~ReadinessTest() override {
    for (const int end : ends_)
      if (end >= 0) close(end);
  }
  bool is_ready() const {
    pollfd ready{readiness_.fd(), POLLIN, 0};
    return poll(&ready, 1, 0) == 1;
  }
  void say() { EXPECT_EQ(1, write(ends_[1], "x", 1)); }

  std::array<int, 2> ends_{};
  Readiness readiness_;
};

TEST_F(ReadinessTest, TellsWhatCanBeRead) {
  readiness_.watch(ends_[0]);
  EXPECT_FALSE(is_ready());
  say();
  EXPECT_TRUE(is_ready());
}

TEST_F(ReadinessTest, TellsWhatCanBeWrittenWhereThatIsAskedForAndNoLonger) {
  readiness_.watch(ends_[0], true);
  EXPECT_TRUE(is_ready());
  readiness_.watch(ends_[0], false);
  EXPECT_FALSE(is_ready());
}

TEST_F(ReadinessTest, TellsNothingOfWhatIsNotWatchedAnyMore) {
  readiness_.watch(ends_[0]);
  say();
  readiness_.unwatch(ends_[0]);
  EXPECT_FALSE(is_ready());
}

TEST_F(ReadinessTest, ForgetsWhatIsClosedAndWatchesWhatBearsItsNumberNext) {
  readiness_.watch(ends_[0]);
  close(ends_[0]);
  EXPECT_FALSE(is_ready());
  readiness_.unwatch(ends_[0]);
  ends_[0] = dup(ends_[1]);
  readiness_.watch(ends_[0], true);
  EXPECT_TRUE(is_ready());
}

}  // namespace
}  // namespace panggil::mqtt
