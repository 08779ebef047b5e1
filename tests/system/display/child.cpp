#include "tests/system/display/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace panggil::display {
namespace {

[[noreturn]] void become(std::vector<std::string> command, const std::string& log,
                         const std::map<std::string, std::string>& environment, int kept) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  dup2(file, STDOUT_FILENO);
  dup2(file, STDERR_FILENO);
  if (kept >= 0) fcntl(kept, F_SETFD, 0);
  for (const auto& [name, value] : environment) {
    if (value.empty()) unsetenv(name.c_str());
    if (!value.empty()) setenv(name.c_str(), value.c_str(), 1);
  }
  std::vector<char*> arguments;
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

std::string words_after_name(pid_t pid, const char* file) {
  std::ifstream stream("/proc/" + std::to_string(pid) + "/" + file);
  std::string text(std::istreambuf_iterator<char>(stream), {});
  return text.substr(text.rfind(')') + 1);
}
/// Without its end. To be read whole: the X server writes it in two parts, and gives up if the second fails.
std::string line_from(int fd) {
  std::string line;
  pollfd ready{fd, POLLIN, 0};
  char next = 0;
  while (poll(&ready, 1, 20000) == 1 && read(fd, &next, 1) == 1 && next != '\n') line += next;
  return next == '\n' ? line : std::string();
}
}  // namespace

Child::Child(const std::vector<std::string>& command, const std::string& log,
             const std::map<std::string, std::string>& environment, int kept)
    : pid_(fork()) {
  if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid_ == 0) become(command, log, environment, kept);
}

Child::~Child() {
  if (code_) return;
  signal(SIGKILL);
  wait(std::chrono::seconds(10));
}

void Child::signal(int number) const {
  if (!code_) kill(pid_, number);
}

std::optional<int> Child::wait(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!code_) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_)
      code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (!code_ && std::chrono::steady_clock::now() >= end) return std::nullopt;
    if (!code_) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return code_;
}

double Child::cpu_s() const {
  std::istringstream fields(words_after_name(pid_, "stat"));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

long Child::resident_kib() const {
  std::istringstream fields(words_after_name(pid_, "statm"));
  long total = 0;
  long resident = 0;
  fields >> total >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

VirtualScreen::VirtualScreen(const std::string& log) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  server_.emplace(std::vector<std::string>{"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0",
                                           "1920x1080x24", "-nolisten", "tcp", "-noreset"},
                  log, std::map<std::string, std::string>{}, ends[1]);
  close(ends[1]);
  const std::string line = line_from(ends[0]);
  close(ends[0]);
  if (line.empty()) throw std::runtime_error("Xvfb did not start; what it said is in " + log);
  name_ = ":" + line;
}

void VirtualScreen::freeze() {
  server_->signal(SIGSTOP);
}

VirtualScreen::~VirtualScreen() {
  // Killed, it would leave its socket and its lock behind.
  server_->signal(SIGCONT);
  server_->signal(SIGTERM);
  server_->wait(std::chrono::seconds(10));
}

}  // namespace panggil::display
