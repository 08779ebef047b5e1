#include "display/orders.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "display/power.hpp"
#include "tests/support/temporary_directory.hpp"

namespace panggil::display {
namespace {

mqtt::Received order(const std::string& payload, bool retained = false) {
  mqtt::Received received;
  received.payload = payload;
  received.retained = retained;
  return received;
}

TEST(AnOrder, IsTakenOnceAndNeverFromTheBrokersMemory) {
  Orders orders;
  const std::string screenshot = R"({"id":"o1","order":"screenshot"})";
  EXPECT_FALSE(orders.take(order(screenshot, true)));
  ASSERT_TRUE(orders.take(order(screenshot)));
  EXPECT_FALSE(orders.take(order(screenshot))) << "delivered twice";
  EXPECT_EQ(orders.take(order(R"({"id":"o2","order":"power","power":"off"})"))->power, "off");
}

TEST(AnOrder, ThatMakesNoSenseIsLeftAlone) {
  Orders orders;
  for (const auto* payload : {"", "{", "[]", R"({"order":"screenshot"})", R"({"id":"","order":"screenshot"})",
                              R"({"id":"a","order":"reboot"})", R"({"id":"a","order":"power"})",
                              R"({"id":"a","order":"power","power":"maybe"})"})
    EXPECT_FALSE(orders.take(order(payload))) << payload;
  EXPECT_FALSE(orders.take(order(R"({"id":")" + std::string(65, 'a') + R"(","order":"screenshot"})")));
}

TEST(APicture, IsSentInPartsThatFitIntoAMessage) {
  const test::TemporaryDirectory directory;
  const std::string end("\0\0\0\0IEND\xAE\x42\x60\x82", 12);
  const auto file = directory.write("p.png", std::string(99'989, 'x') + end);
  const auto parts = picture_parts("o1", file);
  ASSERT_EQ(parts.size(), 3u);
  std::size_t bytes = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    EXPECT_EQ(parts[part].part, part + 1);
    EXPECT_EQ(parts[part].parts, 3u);
    EXPECT_LT(parts[part].data->size(), 61'000u);
    bytes += parts[part].data->size() / 4 * 3;
  }
  EXPECT_NEAR(static_cast<double>(bytes), 100'001, 2);
}

TEST(APicture, ThatIsNotWholeIsNotSent) {
  const test::TemporaryDirectory directory;
  const auto file = directory.write("p.png", std::string(100'001, 'x'));
  for (const auto& path : {file, directory.path() / "none"}) {
    const auto parts = picture_parts("o1", path);
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].parts, 0u);
    EXPECT_TRUE(parts[0].error);
  }
}

TEST(ThePower, IsSwitchedWhenItChangesAndSaidAgainWhileOff) {
  const test::TemporaryDirectory devices;
  std::vector<bool> sleeps;
  Power power(
      [&](bool on) {
        sleeps.push_back(on);
        return false;
      },
      devices.path());
  power.turn(true, 0);
  EXPECT_TRUE(sleeps.empty()) << "it is on at a start";
  EXPECT_EQ(power.state(), "on");
  power.turn(false, kSecond);
  EXPECT_EQ(sleeps, std::vector<bool>{true});
  EXPECT_EQ(power.state(), "off (dpms: none; cec: no adapter)");
  power.turn(false, kMinute);
  EXPECT_EQ(sleeps.size(), 1u);
  power.turn(false, kSecond + Power::kSayAgain);
  EXPECT_EQ(sleeps.size(), 2u);
  power.turn(true, kMinute + Power::kSayAgain);
  EXPECT_EQ(sleeps.back(), false);
  EXPECT_EQ(power.state(), "on");
}

TEST(ThePower, TellsOfATelevisionThatDoesNotAnswer) {
  const test::TemporaryDirectory devices;
  devices.write("cec0", "no adapter at all");
  Power power([](bool) { return true; }, devices.path());
  power.turn(true, 0);
  power.turn(false, 1);
  for (int tenth = 0; tenth < 300 && power.deadline(2) != 1 + Power::kSayAgain; ++tenth) {
    power.turn(false, 2);
    usleep(100'000);
  }
  // Where cec-ctl is not installed there is nobody to ask.
  EXPECT_TRUE(power.state() == "off (dpms; cec0: no link)" || power.state() == "off (dpms; cec0: no answer)")
      << power.state();
}

}  // namespace
}  // namespace panggil::display
