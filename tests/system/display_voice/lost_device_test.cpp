// A sound device that is not there, goes and comes back: a PulseAudio of the test's own.
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <thread>

#include "display/sound/wav.hpp"
#include "tests/system/display/hall.hpp"
#include "tests/system/display_voice/recording.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;
using sound::likeness;
using sound::part;
using sound::reading;

class ADisplayWithoutItsDevice : public Hall {
 protected:
  ADisplayWithoutItsDevice() {
    settings_ = "voice: {cache: cache, lead_in_ms: 500}\n";
    environment_ = {{"ALSOFT_DRIVERS", "pulse"},
                    {"PULSE_SERVER", server()},
                    {"XDG_RUNTIME_DIR", directory_.path().string()}};
  }
  std::string socket() const { return (directory_.path() / "pulse.socket").string(); }
  std::string server() const { return "unix:" + socket(); }
  std::string heard_file() const { return (directory_.path() / "heard.raw").string(); }

  void start_sound_server() {
    std::filesystem::remove(socket());
    pulse_ = std::make_unique<Child>(
        std::vector<std::string>{"pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
                                 "--use-pid-file=no", "--disable-shm=yes",
                                 "--load=module-null-sink sink_name=hall rate=44100",
                                 "--load=module-native-protocol-unix auth-anonymous=1 socket=" + socket()},
        (directory_.path() / "pulse.log").string(),
        std::map<std::string, std::string>{{"XDG_RUNTIME_DIR", directory_.path().string()},
                                           {"HOME", directory_.path().string()}});
    const auto until = std::chrono::steady_clock::now() + 20s;
    while (!std::filesystem::exists(socket()) && std::chrono::steady_clock::now() < until)
      std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(std::filesystem::exists(socket()));
  }
  void stop_sound_server() {
    pulse_->signal(SIGKILL);
    pulse_->wait(10s);
  }
  void listen() {
    listener_ = std::make_unique<Child>(
        std::vector<std::string>{"parec", "--server=" + server(), "--device=hall.monitor", "--format=s16le",
                                 "--rate=44100", "--channels=1", "--latency-msec=20", "--raw", heard_file()},
        (directory_.path() / "parec.log").string());
  }
  sound::Samples heard() const {
    std::ifstream file(heard_file(), std::ios::binary);
    sound::Samples samples;
    std::int16_t value = 0;
    while (file.read(reinterpret_cast<char*>(&value), sizeof value))
      samples.push_back(static_cast<float>(value) / 32768.0F);
    return samples;
  }
  /// Beats on, looking at what health has said last.
  bool beat_until_sound(const std::string& state) {
    for (int half = 0; half < 120; ++half) {
      if (last_of_device("health").find("\"sound\":\"" + state + "\"") != std::string::npos) return true;
      beat_for(500ms);
    }
    return false;
  }
  bool is_shown(std::uint64_t call) { return beat_until_device("shown", "\"call\":" + std::to_string(call)); }

  std::unique_ptr<Child> pulse_;
  std::unique_ptr<Child> listener_;
};

TEST_F(ADisplayWithoutItsDevice, GoesOnSilentlySaysSoAndSpeaksOnceItIsBack) {
  open_office();
  start_display();
  await_display();
  ASSERT_TRUE(beat_until_sound("failed")) << log();
  call("A016", "2");
  call("A017", "3");
  ASSERT_TRUE(is_shown(302)) << log();

  start_sound_server();
  listen();
  ASSERT_TRUE(beat_until_sound("ok")) << log();
  call("A018", "4");
  ASSERT_TRUE(is_shown(303)) << log();
  beat_for(2s);
  const auto all = heard();
  const auto parts = sound::stretches(all, 330 * kMillisecond);
  ASSERT_EQ(parts.size(), 3u) << "the chime and two readings";
  const auto wanted = reading(calls_.front(), voice::Form::kFull, voice::Language::kIndonesian,
                              directory_.path() / "expected");
  EXPECT_GT(likeness(part(all, parts[1]), wanted), 0.9);
  EXPECT_GT(likeness(part(all, parts[2]), wanted), 0.9);
}

TEST_F(ADisplayWithoutItsDevice, OutlivesALossInTheMiddleOfACall) {
  start_sound_server();
  open_office();
  start_display();
  await_display();
  ASSERT_TRUE(beat_until_sound("ok")) << log();
  listen();
  call("A016", "2");
  while (heard().size() < 100) beat_for(50ms);
  beat_for(3s);
  stop_sound_server();
  call("A017", "3");
  ASSERT_TRUE(is_shown(301)) << log();
  ASSERT_TRUE(is_shown(302)) << log();
  ASSERT_TRUE(beat_until_sound("failed")) << log();

  start_sound_server();
  ASSERT_TRUE(beat_until_sound("ok")) << log();
  std::filesystem::remove(heard_file());
  listen();
  call("A018", "4");
  ASSERT_TRUE(is_shown(303)) << log();
  EXPECT_FALSE(sound::stretches(heard(), 330 * kMillisecond).empty());
}

TEST_F(ADisplayWithoutItsDevice, IsNotHeldUpByOneThatHangs) {
  start_sound_server();
  open_office();
  start_display();
  await_display();
  ASSERT_TRUE(beat_until_sound("ok")) << log();
  pulse_->signal(SIGSTOP);
  call("A016", "2");
  call("A017", "3");
  ASSERT_TRUE(is_shown(302)) << log();
  ASSERT_TRUE(beat_until_sound("failed")) << log();
  pulse_->signal(SIGCONT);
  ASSERT_TRUE(beat_until_sound("ok")) << log();
}

}  // namespace
}  // namespace panggil::display
