#include "counter-client/keypad/pad.hpp"

#include <fcntl.h>
#include <libevdev/libevdev.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "counter-client/keypad/key_reader.hpp"

namespace panggil::counter {
namespace {

constexpr auto kFolder = "/dev/input";

std::runtime_error trouble(const std::string& path, const std::string& what) {
  return std::runtime_error(path + ": " + what);
}

bool is_fifo(int fd) {
  struct stat state {};
  return fstat(fd, &state) == 0 && S_ISFIFO(state.st_mode);
}

/// A FIFO is opened for both, or it would end whenever its writer does.
int open_device(const std::string& path) {
  return ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
}

std::string name_of_device(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return {};
  libevdev* device = nullptr;
  std::string name;
  if (libevdev_new_from_fd(fd, &device) == 0) name = libevdev_get_name(device);
  libevdev_free(device);
  ::close(fd);
  return name;
}

}  // namespace

Pad::Pad(const std::string& path) : path_(path), fd_(open_device(path)), device_(nullptr, libevdev_free) {
  if (fd_ < 0)
    throw trouble(path, std::string("cannot be opened: ") + std::strerror(errno) +
                            "; is this user in the group input?");
  try {
    take_over();
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

Pad::~Pad() {
  device_.reset();
  ::close(fd_);
}

void Pad::take_over() {
  if (is_fifo(fd_)) return;
  libevdev* device = nullptr;
  if (libevdev_new_from_fd(fd_, &device) != 0) throw trouble(path_, "is no input device");
  device_.reset(device);
  if (libevdev_has_event_code(device, EV_KEY, KEY_KPENTER) == 0 &&
      libevdev_has_event_code(device, EV_KEY, KEY_ENTER) == 0)
    throw trouble(path_, "has no Enter key: it is no number pad");
  if (libevdev_grab(device, LIBEVDEV_GRAB) != 0)
    throw trouble(path_, "is used by another program alone; end that, or unplug and plug it in again");
}

std::vector<Key> Pad::pressed() {
  std::vector<Key> keys;
  std::array<input_event, 64> events{};
  while (true) {
    const auto size = ::read(fd_, events.data(), sizeof(events));
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && errno == EAGAIN) return keys;
    if (size <= 0) throw trouble(path_, "is unplugged");
    const auto count = static_cast<std::size_t>(size) / sizeof(input_event);
    for (std::size_t index = 0; index < count; ++index)
      if (const auto key = key_of(events[index])) keys.push_back(*key);
  }
}

void Pad::light(bool on) {
  if (device_ && libevdev_has_event_code(device_.get(), EV_LED, LED_NUML) != 0)
    libevdev_kernel_set_led_value(device_.get(), LED_NUML, on ? LIBEVDEV_LED_ON : LIBEVDEV_LED_OFF);
}

std::string find_pad(const std::string& name_or_path) {
  std::error_code ignored;
  if (name_or_path.starts_with('/'))
    return std::filesystem::exists(name_or_path, ignored) ? name_or_path : std::string();
  for (const auto& entry : std::filesystem::directory_iterator(kFolder, ignored)) {
    const auto path = entry.path().string();
    if (entry.path().filename().string().starts_with("event") && name_of_device(path) == name_or_path)
      return path;
  }
  return {};
}

}  // namespace panggil::counter
