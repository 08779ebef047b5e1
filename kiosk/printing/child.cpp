#include "kiosk/printing/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

namespace panggil::kiosk {
namespace {
using Clock = std::chrono::steady_clock;

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  int end(std::size_t which) const { return ends_[which]; }
  void close(std::size_t which) {
    const int fd = std::exchange(ends_[which], -1);
    if (fd >= 0) ::close(fd);
  }

 private:
  std::array<int, 2> ends_{};
};

/// Our own environment, but in the language that is read here.
std::vector<char*> environment_in_c() {
  static char c_locale[] = "LC_ALL=C";
  std::vector<char*> all;
  for (char** one = environ; *one != nullptr; ++one)
    if (std::string_view(*one).substr(0, 7) != "LC_ALL=") all.push_back(*one);
  all.push_back(c_locale);
  all.push_back(nullptr);
  return all;
}

std::optional<pid_t> start(std::vector<std::string> command, const Pipe& in, const Pipe& out) {
  std::vector<char*> words;
  for (auto& word : command) words.push_back(word.data());
  words.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in.end(0), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out.end(1), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&files, out.end(1), STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t pid = 0;
  auto environment = environment_in_c();
  const int error = posix_spawnp(&pid, words[0], &files, &attributes, words.data(), environment.data());
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  errno = error;
  return error == 0 ? std::optional(pid) : std::nullopt;
}

/// Feeds and listens until the child has closed its output. False: its time is over.
bool converse(Pipe& in, Pipe& out, std::string_view input, std::string& output, Clock::time_point until) {
  constexpr std::size_t kMost = 65536;
  ::fcntl(in.end(1), F_SETFL, O_NONBLOCK);
  if (input.empty()) in.close(1);
  while (true) {
    const auto left = std::chrono::duration_cast<Millis>(until - Clock::now()).count();
    std::array<pollfd, 2> waiting{{{out.end(0), POLLIN, 0}, {in.end(1), POLLOUT, 0}}};
    if (left <= 0 || ::poll(waiting.data(), waiting.size(), static_cast<int>(left)) <= 0) return false;
    if (waiting[1].revents != 0) {
      const auto written = ::write(in.end(1), input.data(), input.size());
      if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
      if (input.empty() || (written < 0 && errno != EAGAIN && errno != EINTR)) in.close(1);
    }
    if (waiting[0].revents == 0) continue;
    std::array<char, 4096> some{};
    const auto got = ::read(out.end(0), some.data(), some.size());
    if (got <= 0) return true;
    if (output.size() < kMost) output.append(some.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Ran run_child(const std::vector<std::string>& command, std::string_view input, Millis patience) {
  Pipe in;
  Pipe out;
  Ran ran;
  const auto pid = start(command, in, out);
  if (!pid) {
    ran.output = command.front() + ": " + std::strerror(errno);
    return ran;
  }
  in.close(0);
  out.close(1);
  const bool in_time = converse(in, out, input, ran.output, Clock::now() + patience);
  if (!in_time) ::kill(*pid, SIGKILL);
  int status = 0;
  while (::waitpid(*pid, &status, 0) < 0 && errno == EINTR) {
  }
  ran.well = in_time && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return ran;
}

}  // namespace panggil::kiosk
