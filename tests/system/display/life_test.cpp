// How a display begins, goes on and ends.
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <thread>

#include "common/protocol/codec.hpp"
#include "tests/system/display/close_button.hpp"
#include "tests/system/display/hall.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;

class ADisplay : public Hall {
 protected:
  std::optional<int> xdotool(const std::vector<std::string>& words) {
    std::vector<std::string> command = {"xdotool", "search", "--name", "^Panggil$"};
    command.insert(command.end(), words.begin(), words.end());
    Child child(command, (directory_.path() / "xdotool.log").string(), {{"DISPLAY", screen_.name()}});
    return child.wait(10s);
  }
  int times_logged(const std::string& text) const {
    const auto all = log();
    int times = 0;
    for (auto at = all.find(text); at != std::string::npos; at = all.find(text, at + 1)) ++times;
    return times;
  }
  bool await_log(const std::string& text, int times = 1) const {
    for (int tenth = 0; tenth < 100 && times_logged(text) < times; ++tenth)
      std::this_thread::sleep_for(100ms);
    return times_logged(text) >= times;
  }
  std::optional<int> without_screen(const std::string& name) {
    Child child({PANGGIL_DISPLAY, "--site", "test", "--area", "hall"},
                (directory_.path() / "display.log").string(), {{"DISPLAY", name}});
    return child.wait(20s);
  }
};

TEST_F(ADisplay, EndsCleanlyWithoutAScreen) {
  EXPECT_EQ(without_screen(""), 4);
  EXPECT_NE(log().find("DISPLAY is not set"), std::string::npos) << log();
  EXPECT_EQ(without_screen(":54321"), 4);
  EXPECT_NE(log().find("the X server :54321 does not answer"), std::string::npos) << log();
}

TEST_F(ADisplay, SaysWhatIsWrongWithItsCommandLine) {
  start_display({"--rotate", "45"});
  EXPECT_EQ(display_->wait(20s), 2);
  EXPECT_NE(log().find("--rotate"), std::string::npos) << log();
}

TEST_F(ADisplay, NamesAFontThatIsNone) {
  const auto file = directory_.write("display.yaml", "fonts: {bold: /etc/hostname}\n");
  start_display({"--config", file.string()});
  EXPECT_EQ(display_->wait(20s), 2);
  EXPECT_NE(log().find("display.yaml:1:15: /etc/hostname is no font"), std::string::npos) << log();
}

TEST_F(ADisplay, SaysThatItIsThereAndThatItGoes) {
  start_display();
  await_display();
  EXPECT_NE(last_of_device("state").find("\"program\":\"panggil-display\""), std::string::npos);
  ASSERT_TRUE(await_device("health", "\"screen\":\"1920x1080\""));
  display_->signal(SIGTERM);
  EXPECT_EQ(display_->wait(5s), 0);
  EXPECT_TRUE(await_device("state", "\"offline\""));
}

TEST_F(ADisplay, IsMissedWhenItDies) {
  start_display();
  await_display();
  display_->signal(SIGKILL);
  EXPECT_TRUE(await_device("state", "\"offline\"", 15s)) << "the will";
}

TEST_F(ADisplay, SaysThatItGoesWhenItCannotGoOn) {
  const auto folder = directory_.path() / "pictures";
  std::filesystem::create_directories(folder / "hall.png");
  start_display({"--screenshot", (folder / "hall.png").string(), "--after", "1"});
  await_display();
  EXPECT_EQ(display_->wait(20s), 1) << log();
  EXPECT_TRUE(await_device("state", "\"offline\""));
  EXPECT_NE(last_of_device("state").find("\"offline\""), std::string::npos);
}

TEST_F(ADisplay, LooksForThePicturesFolderBeforeItWaits) {
  start_display({"--screenshot", "/nope/x.png", "--after", "60"});
  EXPECT_EQ(display_->wait(10s), 2) << log();
  EXPECT_NE(log().find("nothing can be written into /nope"), std::string::npos) << log();
}

TEST_F(ADisplay, LogsEachLossAndEachReturnOnce) {
  start_display();
  await_display();
  EXPECT_TRUE(await_log("nothing is heard of the dispatcher of test")) << log();
  beat_for(1s);
  EXPECT_TRUE(await_log("the dispatcher of test is there")) << log();
  broker_.kill();
  EXPECT_TRUE(await_log("no connection to the broker: ")) << log();
  broker_.start();
  EXPECT_TRUE(await_log("connected to the broker", 2)) << log();
  EXPECT_EQ(times_logged("nothing is heard of the dispatcher"), 1) << log();
}

TEST_F(ADisplay, NamesTheAreasThatThereAre) {
  protocol::Office office;
  office.seq = seq_;
  office.site = "test";
  office.name = {{"id", "Kantor"}};
  office.areas = {{"gallery", {{"id", "Galeri"}}}, {"lobby", {{"id", "Lobi"}}}};
  client_->publish(std::string(kRoot) + "/office", protocol::encode(office), 1, true);
  start_display();
  await_display();
  EXPECT_TRUE(await_log("no area hall in test; there are: gallery, lobby")) << log();
}

TEST_F(ADisplay, ProvesEachOfFiveCallsMadeAtOnce) {
  open_office();
  start_display();
  await_display();
  beat();
  const auto first = last_call_ + 1;
  for (int number = 1; number <= 5; ++number)
    call("A" + std::to_string(100 + number), std::to_string(number));
  ASSERT_TRUE(beat_until_device("shown", "\"call\":" + std::to_string(last_call_)));
  std::vector<std::uint64_t> shown;
  for (const auto& seen : client_->seen()) {
    if (!seen.topic.ends_with("/shown")) continue;
    const auto proof = protocol::decode<protocol::Shown>(seen.payload);
    ASSERT_TRUE(proof) << seen.payload;
    shown.push_back(proof->call);
  }
  ASSERT_EQ(shown.size(), 5u);
  for (std::size_t index = 0; index < shown.size(); ++index) EXPECT_EQ(shown[index], first + index);
}

TEST_F(ADisplay, ComesBackWithTheBroker) {
  open_office();
  start_display();
  await_display();
  broker_.kill();
  std::this_thread::sleep_for(1s);
  broker_.start();
  client_ = std::make_unique<test::PlainClient>(broker_.port(), "dispatcher");
  client_->subscribe(std::string(kRoot) + "/device/#");
  ASSERT_TRUE(await_device("state", "\"online\"", 20s)) << log();
  open_office();
  beat();
  call("A017", "3");
  EXPECT_TRUE(beat_until_device("shown", std::to_string(last_call_))) << log();
}

TEST_F(ADisplay, StartsAnewWithAnotherHistory) {
  open_office();
  start_display();
  await_display();
  beat();
  call("A017", "3");
  beat_for(1s);
  epoch_ = "e2";
  seq_ = 1;
  last_call_ = 0;
  calls_.clear();
  open_office();
  beat_for(500ms);
  call("A001", "1");
  EXPECT_TRUE(beat_until_device("shown", "\"call\":1,")) << log();
}

TEST_F(ADisplay, FollowsItsWindow) {
  open_office();
  start_display();
  await_display();
  ASSERT_EQ(xdotool({"windowsize", "1280", "720"}), 0);
  EXPECT_TRUE(await_device("health", "\"screen\":\"1280x720\"", 15s)) << last_of_device("health");
  EXPECT_FALSE(display_->wait(0ms));
}

TEST_F(ADisplay, EndsWithItsWindow) {
  start_display();
  await_display();
  ASSERT_TRUE(ask_to_close(screen_.name(), "Panggil"));
  beat_for(1s);
  EXPECT_EQ(display_->wait(5s), 0) << log();
  EXPECT_TRUE(await_device("state", "\"offline\""));
}

TEST_F(ADisplay, TakesWhatIsRetainedAgainWhenSomethingWasLost) {
  open_office();
  start_display();
  await_display();
  beat_for(1s);
  lose_calls_and_boards(true);
  call("A017", "3");
  lose_calls_and_boards(false);
  EXPECT_TRUE(beat_until_device("shown", "\"call\":" + std::to_string(last_call_))) << log();
  EXPECT_NE(log().find("asking for what is retained"), std::string::npos) << log();
}

TEST_F(ADisplay, GoesOnWhenAPictureOfItCannotBeWritten) {
  // A folder that is none for everybody, root too.
  environment_["TMPDIR"] = directory_.write("full", "").string();
  open_office();
  start_display();
  await_display();
  beat();
  const auto order = std::string(kRoot) + "/device/display-hall-1/order";
  client_->publish(order, R"({"id":"s1","order":"screenshot"})");
  ASSERT_TRUE(beat_until_device("picture", "\"parts\":0")) << log();
  EXPECT_NE(last_of_device("picture").find("could not be written"), std::string::npos);
  call("A017", "3");
  EXPECT_TRUE(beat_until_device("shown", std::to_string(last_call_))) << log();
  EXPECT_FALSE(display_->wait(0ms));
}

/// A service manager's side of the conversation.
class AWatchedDisplay : public ADisplay {
 protected:
  AWatchedDisplay() : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = (directory_.path() / "notify").string();
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    environment_ = {{"NOTIFY_SOCKET", path}, {"WATCHDOG_USEC", "1000000"}};
  }
  ~AWatchedDisplay() override { close(socket_); }

  /// How often it was said since this was last asked.
  int heard(std::string_view what) const {
    std::array<char, 512> text{};
    int count = 0;
    for (ssize_t size = 0; (size = recv(socket_, text.data(), text.size(), 0)) > 0;)
      if (std::string_view(text.data(), static_cast<std::size_t>(size)).find(what) != std::string_view::npos)
        ++count;
    return count;
  }

  int socket_;
};

TEST_F(AWatchedDisplay, SaysThatItIsReadyOnceThereIsAPicture) {
  start_display();
  int ready = 0;
  for (int half = 0; half < 120 && ready == 0; ++half) {
    std::this_thread::sleep_for(500ms);
    ready = heard("READY=1");
  }
  EXPECT_EQ(ready, 1);
  EXPECT_GE(times_logged("on the screen at"), 1);
}

TEST_F(AWatchedDisplay, FeedsItsWatchdogWithFramesThoughNothingChanges) {
  open_office();
  start_display();
  await_display();
  beat_for(1s);
  heard("");
  const int frames = times_logged("on the screen at");
  for (int half = 0, fed = 0; half < 120 && fed < 4; ++half) {
    beat_for(500ms);
    fed += heard("WATCHDOG=1");
  }
  EXPECT_GE(times_logged("on the screen at"), frames + 4);
}

TEST_F(AWatchedDisplay, LetsItsWatchdogStarveWhenItCannotDrawThoughThereIsNothingNew) {
  open_office();
  start_display();
  await_display();
  beat_for(1s);
  screen_.freeze();
  beat_for(1s);
  heard("");
  beat_for(2s);
  EXPECT_EQ(heard("WATCHDOG=1"), 0);
}

}  // namespace
}  // namespace panggil::display
