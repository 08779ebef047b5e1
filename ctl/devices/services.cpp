#include "ctl/devices/services.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

#include "ctl/devices/places.hpp"

namespace panggil::ctl {
namespace {

/// The process, or -1. \param output where its output goes; -1: where ours goes
::pid_t spawn(std::vector<std::string> words, int output) {
  std::vector<char*> raw;
  for (auto& word : words) raw.push_back(word.data());
  raw.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  for (const int ours : {STDOUT_FILENO, STDERR_FILENO})
    if (output >= 0) ::posix_spawn_file_actions_adddup2(&actions, output, ours);
  ::pid_t child = -1;
  const int error = ::posix_spawnp(&child, raw.front(), &actions, nullptr, raw.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

bool ended_well(::pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> bytes{};
  for (;;) {
    const auto count = ::read(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

bool run_command(const std::vector<std::string>& words) {
  const auto child = spawn(words, -1);
  return child > 0 && ended_well(child);
}

Output output_of(const std::vector<std::string>& words) {
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) return {};
  const auto child = spawn(words, pipe[1]);
  ::close(pipe[1]);
  Output output{.found = child > 0};
  if (output.found) output.text = read_all(pipe[0]);
  ::close(pipe[0]);
  output.ok = output.found && ended_well(child);
  while (output.text.ends_with('\n')) output.text.pop_back();
  return output;
}

std::string unit_here(const std::string& program) {
  const auto by_cage = Places::unit(program + "-cage");
  return output_of({"systemctl", "is-enabled", by_cage}).ok ? by_cage : Places::unit(program);
}

bool has_systemd() {
  return std::filesystem::is_directory("/run/systemd/system");
}

}  // namespace panggil::ctl
