#include "kiosk/touch_file.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"

namespace panggil::kiosk {
namespace {

UnfinishedTouch touch() {
  UnfinishedTouch touch;
  touch.command.id = "abc";
  touch.command.service = "cs";
  touch.command.ticket_class = "priority";
  touch.command.lease = protocol::Lease{"k3f9", 12345};
  touch.at = WallTime(Millis(1795397400123));
  return touch;
}

TEST(TheTouchFile, KeepsATouchUntilItIsCleared) {
  const test::TemporaryDirectory folder;
  TouchFile(folder.path()).keep(touch());
  const auto kept = TouchFile(folder.path()).read();
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->command, touch().command);
  EXPECT_EQ(kept->at, touch().at);
  TouchFile(folder.path()).clear();
  EXPECT_FALSE(TouchFile(folder.path()).read());
}

TEST(TheTouchFile, RemovesWhatIsNoTouch) {
  const test::TemporaryDirectory folder;
  for (const auto* text : {"", "12", "x\n{}", "12\n{", "12\n{\"id\":\"a\"}"}) {
    folder.write("touch", text);
    EXPECT_FALSE(TouchFile(folder.path()).read()) << text;
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "touch")) << text;
  }
}

TEST(TheTouchFile, IsNoneWithoutAFolder) {
  const TouchFile none({});
  none.keep(touch());
  none.clear();
  EXPECT_FALSE(none.read());
}

}  // namespace
}  // namespace panggil::kiosk
