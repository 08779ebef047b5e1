// Real pictures, read on the real thread.
#include "display/media/media.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <SFML/Graphics/Image.hpp>
#include <chrono>
#include <thread>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;
using ::testing::HasSubstr;

class TheMedia : public ::testing::Test {
 protected:
  void picture(const std::string& name, unsigned width, unsigned height) {
    sf::Image image;
    image.create(width, height, sf::Color(200, 10, 10));
    ASSERT_TRUE(image.saveToFile((folder_.path() / name).string()));
  }
  /// Turns until that picture is there, for as long as it takes; the display's time stands still meanwhile.
  bool comes(Media& media, unsigned width, Micros now, bool still = false) {
    for (int tenth = 0; tenth < 600; ++tenth) {
      media.turn(now, at(0), still);
      if (media.present() && media.present()->width == width) return true;
      std::this_thread::sleep_for(100ms);
    }
    return false;
  }

  test::TemporaryDirectory folder_;
};

TEST_F(TheMedia, AreNothingWithoutAFolder) {
  Media media({}, 1920, 1080);
  media.turn(0, at(0), false);
  EXPECT_EQ(media.present(), nullptr);
  EXPECT_EQ(media.state(), "");
  EXPECT_EQ(media.deadline(0), std::nullopt);
}

TEST_F(TheMedia, FollowEachOtherAfterTheirTimeAndNotBefore) {
  picture("a.png", 100, 50);
  picture("b.png", 200, 50);
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  media.turn(11 * kSecond, at(0), false);
  EXPECT_EQ(media.present()->width, 100u);
  ASSERT_TRUE(comes(media, 200, 12 * kSecond));
  ASSERT_TRUE(comes(media, 100, 24 * kSecond));
}

TEST_F(TheMedia, StandStillWhileSomebodyIsCalled) {
  picture("a.png", 100, 50);
  picture("b.png", 200, 50);
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  for (int turn = 0; turn < 5; ++turn) {
    media.turn(40 * kSecond, at(0), true);
    EXPECT_EQ(media.present()->width, 100u);
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_TRUE(comes(media, 200, 41 * kSecond));
}

TEST_F(TheMedia, AreNeverBlackInBetween) {
  picture("a.png", 100, 50);
  picture("b.png", 2000, 2000);
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  for (Micros now = 0; now < 120 * kSecond; now += kSecond) {
    media.turn(now, at(0), false);
    ASSERT_NE(media.present(), nullptr);
  }
}

TEST_F(TheMedia, PassOverWhatCannotBeReadAndSaySo) {
  picture("a.png", 100, 50);
  folder_.write("b.png", "no picture");
  picture("c.png", 300, 50);
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  ASSERT_TRUE(comes(media, 300, 13 * kSecond));
  EXPECT_EQ(media.state(), "3 items; unreadable: b.png");
}

TEST_F(TheMedia, AreNoLargerThanTheScreen) {
  picture("a.png", 5000, 1000);
  Media media(folder_.path(), 1920, 1080);
  EXPECT_TRUE(comes(media, 1920, 0));
  EXPECT_EQ(media.present()->height, 384u);
}

TEST_F(TheMedia, GoOnWithTheOldListWhenTheNewOneHasFaults) {
  picture("a.png", 100, 50);
  folder_.write("playlist.yaml", "items: [{file: a.png}]\n");
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  folder_.write("playlist.yaml", "items: [{fil: a.png}]\n");
  media.turn(2 * kMinute, at(0), false);
  EXPECT_NE(media.present(), nullptr);
  EXPECT_THAT(media.state(), HasSubstr("playlist.yaml:1:"));
}

TEST_F(TheMedia, TakeInWhatIsNewInTheFolder) {
  picture("a.png", 100, 50);
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  picture("b.png", 200, 50);
  std::filesystem::remove(folder_.path() / "a.png");
  EXPECT_TRUE(comes(media, 200, 2 * kMinute));
}

TEST_F(TheMedia, AreShownOnlyWhileTheyAreValid) {
  picture("a.png", 100, 50);
  folder_.write("playlist.yaml", "items: [{file: a.png, dates: 2026-11-23}]\n");
  Media media(folder_.path(), 1920, 1080);
  ASSERT_TRUE(comes(media, 100, 0));
  media.turn(kSecond, at(24 * 3600), false);
  EXPECT_EQ(media.present(), nullptr);
}

}  // namespace
}  // namespace panggil::display
