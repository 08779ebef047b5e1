// How much a display does: as little as it can, and that at once.
#include <algorithm>
#include <cstdio>
#include <regex>
#include <thread>

#include "common/protocol/codec.hpp"
#include "tests/system/display/hall.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;

std::int64_t now_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

class AQuietDisplay : public Hall {
 protected:
  /// When each frame was on the screen, in microseconds of this machine's monotonic clock.
  std::vector<std::int64_t> frames() const {
    static const std::regex kFrame(R"(frame \d+ took \d+ us; on the screen at (\d+) us)");
    std::vector<std::int64_t> times;
    const auto text = log();
    for (std::sregex_iterator it(text.begin(), text.end(), kFrame), end; it != end; ++it)
      times.push_back(std::stoll((*it)[1]));
    return times;
  }
};

TEST_F(AQuietDisplay, SleepsWhileNothingChanges) {
  open_office();
  start_display();
  await_display();
  beat();
  call("A017", "3");
  beat_for(10s);  // over its hold, so that nothing is due
  const auto frames_before = frames().size();
  const double before = display_->cpu_s();
  const auto start = std::chrono::steady_clock::now();
  beat_for(10s);
  const double wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double share = (display_->cpu_s() - before) / wall_s;
  std::printf("idle: %.2f %% of a core, %zu frames in 10 s, %ld KiB resident\n", share * 100,
              frames().size() - frames_before, display_->resident_kib());
  EXPECT_LE(share, 0.005);
  EXPECT_LE(frames().size() - frames_before, 1u) << "the minute may have changed";
}

TEST_F(AQuietDisplay, SleepsAlsoWithoutAnybody) {
  broker_.stop();
  start_display();
  std::this_thread::sleep_for(5s);
  const auto frames_before = frames().size();
  const double before = display_->cpu_s();
  std::this_thread::sleep_for(10s);
  std::printf("alone: %.2f %% of a core\n", (display_->cpu_s() - before) * 10);
  EXPECT_LE(display_->cpu_s() - before, 0.05);
  EXPECT_LE(frames().size() - frames_before, 1u);
}

TEST_F(AQuietDisplay, DrawsWhatComesAtOnce) {
  open_office();
  start_display();
  await_display();
  beat();
  call("A017", "3");
  beat_for(2s);
  std::vector<double> late_ms;
  for (std::uint64_t waiting = 100; waiting < 200; ++waiting) {
    const auto count = frames().size();
    const auto sent = now_us();
    happen();
    board(waiting);
    while (frames().size() == count && now_us() - sent < 5'000'000) std::this_thread::sleep_for(2ms);
    ASSERT_GT(frames().size(), count) << "a board was not drawn";
    late_ms.push_back(static_cast<double>(frames().back() - sent) / 1000);
    if (waiting % 10 == 0) beat();
  }
  std::sort(late_ms.begin(), late_ms.end());
  std::printf("message to frame: p50 %.1f ms, p99 %.1f ms, worst %.1f ms\n", late_ms[49], late_ms[98],
              late_ms[99]);
  EXPECT_LE(late_ms[49], 100);
  EXPECT_LE(late_ms[98], 500);
}

}  // namespace
}  // namespace panggil::display
