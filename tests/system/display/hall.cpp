#include "tests/system/display/hall.hpp"

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "common/base/clock.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;

constexpr auto kEverything = "topic readwrite #\n";
constexpr auto kAllButCallsAndBoards =
    "topic write #\ntopic read panggil/v1/test/beat\ntopic read panggil/v1/test/office\n"
    "topic read panggil/v1/test/device/#\n";

Stamp stamp_now() {
  return {RealClock().wall(), 7h};
}
}  // namespace

Hall::Hall()
    : screen_((directory_.path() / "xvfb.log").string()),
      broker_("acl_file " + directory_.write("rights", kEverything).string()),
      client_(std::make_unique<test::PlainClient>(broker_.port(), "dispatcher")) {
  client_->subscribe(std::string(kRoot) + "/device/#");
}

void Hall::start_display(const std::vector<std::string>& arguments, const std::string& site) {
  std::vector<std::string> command = {PANGGIL_DISPLAY, "--broker", broker_.uri(), "--site",    site,
                                      "--area",        "hall",     "--size",      "1920x1080", "--log-level",
                                      "debug"};
  if (std::find(arguments.begin(), arguments.end(), "--config") == arguments.end())
    command.insert(command.end(), {"--config", directory_.write("display.yaml", settings_)});
  command.insert(command.end(), arguments.begin(), arguments.end());
  auto environment = environment_;
  environment["DISPLAY"] = screen_.name();
  display_ = std::make_unique<Child>(command, (directory_.path() / "display.log").string(), environment);
}

void Hall::await_display() {
  ASSERT_TRUE(await_device("state", "\"online\"", 20s)) << log();
}

sf::Image Hall::picture() const {
  sf::Image image;
  EXPECT_TRUE(image.loadFromFile(picture_file()));
  return image;
}

void Hall::open_office() {
  protocol::Office office;
  office.seq = seq_;
  office.site = "test";
  office.name = {{"id", "Kantor Imigrasi Cirebon"}};
  office.languages = {"id", "en"};
  office.timezone = "Asia/Jakarta";
  office.clock = "real";
  office.areas = {{"hall", {{"id", "Ruang tunggu"}}}};
  client_->publish(std::string(kRoot) + "/office", protocol::encode(office), 1, true);
  board();
}

void Hall::beat() {
  client_->publish(std::string(kRoot) + "/beat",
                   protocol::encode(protocol::Beat{epoch_, seq_, 1, stamp_now()}), 0);
}

void Hall::beat_for(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
    beat();
    std::this_thread::sleep_for(
        std::min<std::chrono::nanoseconds>(500ms, end - std::chrono::steady_clock::now()));
  }
}

bool Hall::beat_until_device(const std::string& what, const std::string& part) {
  for (int half = 0; half < 120; ++half) {
    if (await_device(what, part, 0ms)) return true;
    beat_for(500ms);
  }
  return false;
}

void Hall::lose_calls_and_boards(bool on) {
  std::this_thread::sleep_for(300ms);  // what was published before must have gone by the old rights
  directory_.write("rights", on ? kAllButCallsAndBoards : kEverything);
  kill(broker_.pid(), SIGHUP);
  std::this_thread::sleep_for(300ms);
}

void Hall::call(const std::string& ticket, const std::string& counter, const std::string& label) {
  happen();
  protocol::Call call{epoch_,     seq_,        ++last_call_,
                      "call",     stamp_now(), "hall",
                      ticket,     counter,     {{"id", label.empty() ? "Loket " + counter : label}},
                      "interview"};
  calls_.push_front(call);
  if (calls_.size() > 12) calls_.pop_back();
  client_->publish(std::string(kRoot) + "/call/hall", protocol::encode(call));
  board();
}

void Hall::board(std::uint64_t waiting) {
  protocol::Board board;
  board.epoch = epoch_;
  board.seq = seq_;
  board.at = stamp_now();
  board.area = "hall";
  board.open = true;
  board.calls.assign(calls_.begin(), calls_.end());
  board.services = {{"cs", {{"id", "Layanan pelanggan"}}, "open", waiting, {}, {}},
                    {"interview", {{"id", "Wawancara dan foto"}}, "open", 24, {}, {}}};
  client_->publish(std::string(kRoot) + "/board/hall", protocol::encode(board), 1, true);
}

std::string Hall::last_of_device(const std::string& what) const {
  std::string last;
  for (const auto& seen : client_->seen())
    if (seen.topic == std::string(kRoot) + "/device/display-hall-1/" + what) last = seen.payload;
  return last;
}

bool Hall::await_device(const std::string& what, const std::string& part,
                        std::chrono::milliseconds patience) {
  return client_->wait_until(
      [&](const auto& all) {
        for (const auto& seen : all)
          if (seen.topic.ends_with("/display-hall-1/" + what) && seen.payload.find(part) != std::string::npos)
            return true;
        return false;
      },
      patience);
}

std::string Hall::log() const {
  std::string text;
  for (const auto* name : {"xvfb.log", "display.log"}) {
    std::ifstream file(directory_.path() / name);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  return text;
}

}  // namespace panggil::display
