#include "tests/support/private_broker.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/support/free_port.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;

std::string configuration(std::uint16_t port, const std::string& settings) {
  std::string text = "listener " + std::to_string(port) + " 127.0.0.1\n";
  text += "allow_anonymous true\npersistence false\nset_tcp_nodelay true\nlog_type error\n";
  // As root Mosquitto would become another user, who may not read what the test has written.
  if (geteuid() == 0) text += "user root\n";
  return text + settings + "\n";
}

/// What runs between fork and exec: nothing that another thread's lock could hold up.
[[noreturn]] void become_broker(const char* file, const char* log) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);  // an EventLoop of the test blocks SIGTERM
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int out = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  for (const char* program : {"/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto"})
    execl(program, program, "-c", file, nullptr);
  _exit(127);
}

}  // namespace

PrivateBroker::PrivateBroker(std::string settings) : settings_(std::move(settings)) {
  for (int tries = 0; tries < 5; ++tries) {
    port_ = free_port();
    if (try_start()) return;
  }
  throw std::runtime_error("mosquitto does not start: " + log_text());
}

PrivateBroker::~PrivateBroker() {
  kill();
}

std::string PrivateBroker::uri() const {
  return "tcp://127.0.0.1:" + std::to_string(port_);
}

void PrivateBroker::start() {
  if (running()) return;
  // The port may take a moment to become free after kill().
  for (int tries = 0; tries < 20; ++tries, std::this_thread::sleep_for(100ms))
    if (try_start()) return;
  throw std::runtime_error("mosquitto does not start again: " + log_text());
}

void PrivateBroker::stop() {
  end(SIGTERM);
}

void PrivateBroker::kill() {
  end(SIGKILL);
}

void PrivateBroker::freeze() {
  if (running()) ::kill(pid_, SIGSTOP);
}

void PrivateBroker::thaw() {
  if (running()) ::kill(pid_, SIGCONT);
}

bool PrivateBroker::try_start() {
  const auto file = directory_.write("mosquitto.conf", configuration(port_, settings_)).string();
  const auto log = (directory_.path() / "mosquitto.log").string();
  pid_ = fork();
  if (pid_ == 0) become_broker(file.c_str(), log.c_str());
  if (pid_ < 0) throw std::runtime_error("fork failed");
  for (const auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
    if (has_exited()) return false;
    if (answers()) return true;
    std::this_thread::sleep_for(5ms);
  }
  kill();
  return false;
}

bool PrivateBroker::answers() const {
  return is_taken(port_);
}

bool PrivateBroker::has_exited() {
  if (waitpid(pid_, nullptr, WNOHANG) != pid_) return false;
  pid_ = -1;
  return true;
}

void PrivateBroker::end(int signal) {
  if (!running()) return;
  ::kill(pid_, signal);
  waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

std::string PrivateBroker::log_text() const {
  std::ifstream log(directory_.path() / "mosquitto.log");
  return {std::istreambuf_iterator<char>(log), {}};
}

}  // namespace panggil::test
