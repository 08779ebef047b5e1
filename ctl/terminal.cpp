#include "ctl/terminal.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>

#include "ctl/redraw.hpp"

namespace panggil::ctl {
namespace {

// Alternate screen, no cursor, no line wrap; and back.
constexpr std::string_view kEnter = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J";
constexpr std::string_view kLeave = "\x1b[?7h\x1b[?25h\x1b[?1049l";
bool write_all(std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

int watch_resizes() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGWINCH);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  const int fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
  return fd;
}

/// Keys one by one and unseen; Ctrl-C stays the signal that it is.
std::optional<termios> take_keys() {
  termios found{};
  if (tcgetattr(STDIN_FILENO, &found) != 0) return std::nullopt;
  termios ours = found;
  ours.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  ours.c_cc[VSUSP] = _POSIX_VDISABLE;  // stopped, it would leave the shell a strange screen
  ours.c_cc[VMIN] = 1;
  ours.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &ours);
  return found;
}

}  // namespace

bool Terminal::on_standard_output() {
  return isatty(STDOUT_FILENO) == 1;
}

std::size_t Terminal::width_of_output() {
  constexpr std::size_t kOfAPipe = 200;
  return on_standard_output() ? size().columns : kOfAPipe;
}

Size Terminal::size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
  return {size.ws_col, size.ws_row};
}

Terminal::Terminal() : resizes_(watch_resizes()) {}

Terminal::~Terminal() {
  if (taken_) write_all(kLeave);
  if (found_) tcsetattr(STDIN_FILENO, TCSANOW, &*found_);
  close(resizes_);
}

void Terminal::take_over() {
  found_ = take_keys();
  taken_ = true;
  write_all(kEnter);
}

void Terminal::resized() {
  signalfd_siginfo info{};
  while (read(resizes_, &info, sizeof info) == sizeof info) {
  }
  drawn_.clear();
  write_all("\x1b[0m\x1b[2J");
}

std::optional<std::string> Terminal::keys() {
  std::array<char, 64> buffer;
  const auto count = read(STDIN_FILENO, buffer.data(), buffer.size());
  if (count <= 0) return std::nullopt;
  return std::string(buffer.data(), static_cast<std::size_t>(count));
}

bool Terminal::draw(const Lines& lines) {
  const std::string text = redraw(drawn_, lines);
  drawn_ = lines;
  return text.empty() || write_all(text);
}

}  // namespace panggil::ctl
