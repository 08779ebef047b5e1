#include "display/power.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "common/base/log.hpp"

namespace panggil::display {
namespace {
constexpr Micros kLookAgain = kSecond;  // after children

/// A television that is told to go on is also told to show this cable's picture.
std::vector<std::string> command(const std::string& device, bool on) {
  return {"cec-ctl", "-d", device, "--playback", "--to", "0", on ? "--image-view-on" : "--standby"};
}

/// Without the signals that our loop has blocked. What it prints comes out of `output`.
std::optional<pid_t> start(std::vector<std::string> words, int& output) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return std::nullopt;
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, pipe[1], 1);
  posix_spawn_file_actions_adddup2(&files, pipe[1], 2);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, arguments[0], &files, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  close(pipe[1]);
  output = pipe[0];
  if (error == 0) return pid;
  close(pipe[0]);
  return std::nullopt;
}

/// cec-ctl ends with 0 whatever came of it: only what it prints says so. It prints less than a pipe holds.
std::string answer_in(int output, bool good) {
  std::string text(4096, ' ');
  const auto size = read(output, text.data(), text.size());
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  close(output);
  if (text.find("unconfigured") != std::string::npos) return "no link";
  const bool refused = text.find("Not Acknowledged") != std::string::npos;
  return good && !refused ? "told" : "no answer";
}
}  // namespace

Power::Power(std::function<bool(bool on)> sleep, std::filesystem::path devices)
    : sleep_(std::move(sleep)), devices_(std::move(devices)) {}

Power::~Power() {
  for (const auto& [pid, child] : under_way_) {
    kill(pid, SIGTERM);
    waitpid(pid, nullptr, 0);
    close(child.output);
  }
}

void Power::turn(bool on, Micros now) {
  collect();
  if (!on_ && on) on_ = on;  // as it is at a start: whoever has switched it on has done so
  if (on_ == on && (on || now - told_at_ < kSayAgain)) return;
  if (on_ != on) log::info("the screen goes {}", on ? "on" : "off");
  on_ = on;
  told_at_ = now;
  tell(on);
}

void Power::tell(bool on) {
  screen_sleeps_ = sleep_(!on);
  tell_televisions(on);
}

void Power::tell_televisions(bool on) {
  if (!under_way_.empty()) return;  // said again in time
  answers_.clear();
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(devices_, error)) {
    if (!entry.path().filename().string().starts_with("cec")) continue;
    const auto device = entry.path().string();
    answers_[device] = "no answer";
    int output = -1;
    if (const auto pid = start(command(device, on), output)) under_way_[*pid] = Child{device, output};
  }
}

void Power::collect() {
  for (auto child = under_way_.begin(); child != under_way_.end();) {
    int status = 0;
    if (waitpid(child->first, &status, WNOHANG) == 0) {
      ++child;
      continue;
    }
    const bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    answers_[child->second.device] = answer_in(child->second.output, good);
    child = under_way_.erase(child);
  }
}

std::optional<Micros> Power::deadline(Micros now) const {
  if (!under_way_.empty()) return now + kLookAgain;
  return on_ == false ? std::optional(told_at_ + kSayAgain) : std::nullopt;
}

std::string Power::state() const {
  if (on_.value_or(true)) return "on";
  std::string text = "off (";
  text += screen_sleeps_ ? "dpms" : "dpms: none";
  if (answers_.empty()) text += "; cec: no adapter";
  for (const auto& [device, answer] : answers_)
    text += "; " + std::filesystem::path(device).filename().string() + ": " + answer;
  return text + ")";
}

}  // namespace panggil::display
