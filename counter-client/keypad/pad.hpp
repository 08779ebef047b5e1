/// \file
/// One number pad that is plugged in.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "counter-client/model/acts.hpp"

struct libevdev;

namespace panggil::counter {

/// Ours alone while this lives: its keys reach no console and no other program. A FIFO of recorded events is
/// taken for a pad too, so that one can be tried without the device.
class Pad {
 public:
  /// \throws std::runtime_error saying what to do, when it cannot be opened or is no such device
  explicit Pad(const std::string& path);
  ~Pad();
  Pad(const Pad&) = delete;
  Pad& operator=(const Pad&) = delete;

  int fd() const { return fd_; }
  const std::string& path() const { return path_; }
  /// What was pressed since the last time, in its order. \throws std::runtime_error once it is unplugged
  std::vector<Key> pressed();
  /// Its light for Num Lock, if it has one.
  void light(bool on);

 private:
  void take_over();

  std::string path_;
  int fd_;
  std::unique_ptr<libevdev, void (*)(libevdev*)> device_;
};

/// The path of the device of this name, as the kernel tells it; of a path: itself, if it is there. Empty when
/// there is none.
std::string find_pad(const std::string& name_or_path);

}  // namespace panggil::counter
