/// \file
/// Several file descriptors behind one, which is readable when any of them is ready: for a loop that is given
/// one.
#pragma once

namespace panggil::mqtt {

/// One thread.
class Readiness {
 public:
  /// \throws std::system_error
  Readiness();
  ~Readiness();
  Readiness(const Readiness&) = delete;
  Readiness& operator=(const Readiness&) = delete;

  /// Ready when `fd` can be read, or is closed or broken; with `writable` also when it can be written. Again,
  /// to change that. One that was closed is forgotten. \throws std::system_error
  void watch(int fd, bool writable = false);
  void unwatch(int fd);
  int fd() const { return epoll_; }

 private:
  int epoll_;
};

}  // namespace panggil::mqtt
