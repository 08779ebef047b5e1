// Real H.264 on the screen: moves, stands still during a call, and is passed over where it cannot be played.
//
// The clips, of 6 and 3 s, were made with: ffmpeg -f lavfi -i color=c=0x2e8b57:s=320x180:r=10:d=6
// -f lavfi -i color=c=white:s=40x180:r=10:d=6 -filter_complex "overlay=x='mod(t*90,320)':y=0" -c:v libx264
// -preset veryslow -crf 30 -pix_fmt yuv420p -bitexact -an green.mp4; brown.mp4 is 0xa0522d.
#include <signal.h>

#include <filesystem>
#include <thread>

#include "common/base/base64.hpp"
#include "common/protocol/codec.hpp"
#include "tests/system/display/hall.hpp"
#include "tests/system/display/pixels.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;

constexpr Colour kGreen{0x2e, 0x8b, 0x57};
constexpr Colour kBrown{0xa0, 0x52, 0x2d};
constexpr Colour kWhite{255, 255, 255};
/// In the zone of pictures, also where it is smaller for a call.
constexpr Rect kZone{330, 590, 620, 250};

class AVideo : public Hall {
 protected:
  void show(const std::vector<std::string>& clips, const std::string& more = "") {
    const auto folder = directory_.path() / "media";
    std::filesystem::create_directory(folder);
    for (const auto& clip : clips) std::filesystem::copy(PANGGIL_CLIPS + ("/" + clip), folder);
    settings_ = "voice: {speaks: false}\nlayout: signage\nmedia: " + folder.string() + "\n" + more;
    open_office();
    start_display();
    await_display();
    beat();
  }
  /// What is on the screen now, as it is ordered and sent. The dispatcher's beats go on meanwhile.
  sf::Image ordered_picture() {
    const auto id = "p" + std::to_string(++ordered_);
    client_->publish(std::string(kRoot) + "/device/display-hall-1/order",
                     R"({"id":")" + id + R"(","order":"screenshot"})");
    std::string bytes;
    for (int half = 0; half < 120 && bytes.empty(); ++half) {
      beat();
      client_->wait_until([&](const auto& all) { return !(bytes = whole_picture(id, all)).empty(); }, 500ms);
    }
    sf::Image image;
    EXPECT_TRUE(image.loadFromMemory(bytes.data(), bytes.size())) << log();
    return image;
  }
  static std::string whole_picture(const std::string& id, const auto& all) {
    std::string bytes;
    std::uint64_t parts = 0;
    for (const auto& seen : all) {
      if (!seen.topic.ends_with("/picture")) continue;
      const auto part = protocol::decode<protocol::DevicePicture>(seen.payload);
      if (!part || part->id != id || !part->data) continue;
      bytes += from_base64(*part->data).value_or("");
      if (++parts == part->parts) return bytes;
    }
    return {};
  }
  /// How often the display says that it has begun to show that file.
  std::size_t times_shown(const std::string& file) const {
    const auto text = log();
    std::size_t times = 0;
    for (auto at = text.find("media: shows " + file); at != std::string::npos;
         at = text.find("media: shows " + file, at + 1))
      ++times;
    return times;
  }
  /// Beats on until that has happened so often, however long a busy machine takes.
  bool is_shown(const std::string& file, std::size_t times = 1) {
    for (int time = 0; time < 600 && times_shown(file) < times; ++time) beat_for(250ms);
    return times_shown(file) >= times;
  }
  static bool is_full_of(const sf::Image& picture, Colour colour) {
    return count(picture, kZone, colour) > static_cast<std::size_t>(kZone.width * kZone.height / 2);
  }
  /// Which of the pixels along its middle the bar covers.
  static std::vector<bool> bar(const sf::Image& picture) {
    std::vector<bool> covered;
    for (auto x = static_cast<unsigned>(kZone.x); x < static_cast<unsigned>(kZone.right()); ++x)
      covered.push_back(is_near(pixel(picture, x, static_cast<unsigned>(kZone.y)), kWhite));
    return covered;
  }
  bool moves() {
    const auto before = bar(ordered_picture());
    for (int time = 0; time < 60; ++time)
      if (bar(ordered_picture()) != before) return true;
    return false;
  }

  int ordered_ = 0;
};

TEST_F(AVideo, MovesInItsZoneAndStandsStillDuringACall) {
  show({"green.mp4"});
  ASSERT_TRUE(is_shown("green.mp4")) << log();
  EXPECT_TRUE(is_full_of(ordered_picture(), kGreen)) << log();
  EXPECT_TRUE(moves()) << log();
  EXPECT_TRUE(beat_until_device("health", "\"video\":\"software (no graphics card)\""))
      << last_of_device("health");
  for (int number = 1; number <= 8; ++number) call("A01" + std::to_string(number), "3");
  while (log().find("call " + std::to_string(last_call_ - 7)) == std::string::npos) beat_for(50ms);
  const auto before = bar(ordered_picture());
  const auto after = bar(ordered_picture());
  if (await_device("shown", std::to_string(last_call_), 0ms))
    GTEST_SKIP() << "too slow to look twice while eight calls are shown";
  EXPECT_EQ(before, after);
  ASSERT_TRUE(beat_until_device("shown", std::to_string(last_call_)));
  EXPECT_TRUE(moves()) << "once the calls are over";
}

TEST_F(AVideo, IsDrawnByOpenGlWhereThatIsWanted) {
  show({"green.mp4"}, "video: opengl\n");
  ASSERT_TRUE(is_shown("green.mp4")) << log();
  const auto picture = ordered_picture();
  EXPECT_TRUE(is_full_of(picture, kGreen)) << log();
  EXPECT_GT(count(picture, {0, 0, 1920, 1080}, kWhite), 1000U) << "what stands around it is as it should be";
  EXPECT_TRUE(moves()) << log();
  EXPECT_TRUE(beat_until_device("health", "\"video\":\"opengl (")) << last_of_device("health");
}

/// The display is kept busy for longer than the player waits for a frame to be fetched.
TEST_F(AVideo, BeginsOnAMachineThatIsTooSlowForIt) {
  show({"green.mp4"});
  for (int time = 0; time < 600 && times_shown("green.mp4") == 0; ++time) {
    display_->signal(SIGSTOP);
    std::this_thread::sleep_for(40ms);
    display_->signal(SIGCONT);
    ordered_picture();
  }
  EXPECT_EQ(times_shown("green.mp4"), 1u) << log();
  EXPECT_TRUE(is_full_of(ordered_picture(), kGreen)) << log();
}

TEST_F(AVideo, IsFollowedByTheNextWithNothingInBetween) {
  show({"green.mp4", "brown.mp4"});
  ASSERT_TRUE(is_shown("brown.mp4")) << log();
  ASSERT_TRUE(is_shown("green.mp4")) << log();
  int green = 0;
  int brown = 0;
  for (int time = 0; time < 240 && (green == 0 || brown == 0); ++time) {
    const auto picture = ordered_picture();
    const bool is_green = is_full_of(picture, kGreen);
    const bool is_brown = is_full_of(picture, kBrown);
    ASSERT_TRUE(is_green || is_brown);
    green += is_green ? 1 : 0;
    brown += is_brown ? 1 : 0;
  }
  EXPECT_GT(brown, 0);
  EXPECT_GT(green, 0);
  EXPECT_TRUE(is_shown("green.mp4", 2)) << "it begins anew";
}

TEST_F(AVideo, ThatCannotBePlayedIsPassedOverAndNamed) {
  std::filesystem::create_directory(directory_.path() / "media");
  directory_.write("media/a-broken.mp4", std::string(20'000, 'x'));
  std::filesystem::copy(std::string(PANGGIL_CLIPS) + "/green.mp4", directory_.path() / "media");
  settings_ =
      "voice: {speaks: false}\nlayout: signage\nmedia: " + (directory_.path() / "media").string() + "\n";
  open_office();
  start_display();
  await_display();
  ASSERT_TRUE(is_shown("green.mp4")) << log();
  EXPECT_TRUE(is_full_of(ordered_picture(), kGreen));
  EXPECT_TRUE(beat_until_device("health", "2 items; unreadable: a-broken.mp4")) << last_of_device("health");
}

}  // namespace
}  // namespace panggil::display
