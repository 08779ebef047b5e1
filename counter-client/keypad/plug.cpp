#include "counter-client/keypad/plug.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/base/log.hpp"

namespace panggil::counter {
namespace {

/// Of a path as `/dev/input/by-id/…` the folder itself may come and go with the device.
std::string folder_to_watch(const std::string& device) {
  if (!device.starts_with('/')) return "/dev/input";
  auto folder = std::filesystem::path(device).parent_path();
  std::error_code ignored;
  while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored))
    folder = folder.parent_path();
  return folder.string();
}

int watch_folder(const std::string& folder) {
  const int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), "inotify_init1");
  // Rights are given a moment after a device is made: IN_ATTRIB.
  const auto what = IN_CREATE | IN_ATTRIB | IN_DELETE | IN_MOVED_TO;
  if (inotify_add_watch(fd, folder.c_str(), static_cast<std::uint32_t>(what)) < 0)
    log::warn("{} cannot be watched; a number pad that is plugged in later will not be noticed", folder);
  return fd;
}

}  // namespace

Plug::Plug(std::string device, EventLoop& loop, OnKey on_key)
    : device_(std::move(device)),
      loop_(loop),
      on_key_(std::move(on_key)),
      watch_(watch_folder(folder_to_watch(device_))) {
  loop_.watch(watch_, [this] { something_was_plugged(); });
  look();
  if (!pad_ && complaint_.empty()) log::warn("no number pad {}; waiting for it to be plugged in", device_);
}

Plug::~Plug() {
  if (pad_) loop_.unwatch(pad_->fd());
  loop_.unwatch(watch_);
  ::close(watch_);
}

void Plug::light(bool on) {
  if (pad_) pad_->light(on);
}

void Plug::something_was_plugged() {
  std::array<char, 4096> ignored{};
  while (::read(watch_, ignored.data(), ignored.size()) > 0) continue;
  look();
}

void Plug::look() {
  const auto path = find_pad(device_);
  // A FIFO that is gone is not told by reading it.
  if (pad_ && path.empty()) return let_go(pad_->path() + " is unplugged");
  if (!pad_ && !path.empty()) open(path);
}

void Plug::open(const std::string& path) {
  try {
    pad_ = std::make_unique<Pad>(path);
  } catch (const std::runtime_error& error) {
    if (complaint_ != error.what()) log::error("{}", error.what());
    complaint_ = error.what();
    return;
  }
  complaint_.clear();
  log::info("the number pad is {}", path);
  loop_.watch(pad_->fd(), [this] { read_keys(); });
}

void Plug::let_go(const std::string& why) {
  log::warn("{}; waiting for it to be plugged in", why);
  loop_.unwatch(pad_->fd());
  pad_.reset();
}

void Plug::read_keys() {
  try {
    for (const Key key : pad_->pressed()) on_key_(key);
  } catch (const std::runtime_error& error) {
    let_go(error.what());
    look();
  }
}

}  // namespace panggil::counter
