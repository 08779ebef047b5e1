#include "display/sound/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace panggil::sound {
namespace {
/// Sockets, as writing to one that nobody reads any more need not end the program.
struct Line {
  int read = -1;
  int write = -1;
  Line() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      throw std::system_error(errno, std::generic_category(), "no socket");
    read = ends[0];
    write = ends[1];
  }
  ~Line() {
    if (read >= 0) ::close(read);
    if (write >= 0) ::close(write);
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
};

void never_block(int fd) {
  ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
}

/// Owns what posix_spawn wants to know.
struct Spawning {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
  Spawning(int in, int out) {
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    ::posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Spawning() {
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
  }
  Spawning(const Spawning&) = delete;
  Spawning& operator=(const Spawning&) = delete;
};
}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command) {
  Line in;
  Line out;
  const Spawning spawning(in.read, out.write);
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const int failed = ::posix_spawnp(&pid_, command.front().c_str(), &spawning.actions, &spawning.attributes,
                                    arguments.data(), environ);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), command.front());
  to_ = std::exchange(in.write, -1);
  from_ = std::exchange(out.read, -1);
  never_block(to_);
  never_block(from_);
}

ChildProcess::~ChildProcess() {
  close_to();
  ::close(from_);
  kill();
  wait();
}

bool ChildProcess::write(std::string_view text) {
  return ::send(to_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

void ChildProcess::close_to() {
  if (to_ >= 0) ::close(std::exchange(to_, -1));
}

int ChildProcess::wait() {
  if (pid_ < 0) return 0;
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void ChildProcess::kill() {
  if (pid_ >= 0) ::kill(pid_, SIGKILL);
}

}  // namespace panggil::sound
