/// \file
/// An eventfd: any thread signals, the loop's epoll sees it readable.
#pragma once

namespace panggil {

class Wakeup {
 public:
  /// \throws std::system_error
  Wakeup();
  ~Wakeup();
  Wakeup(const Wakeup&) = delete;
  Wakeup& operator=(const Wakeup&) = delete;

  void signal();  ///< any thread
  void clear();   ///< the reader's
  int fd() const { return fd_; }

 private:
  int fd_;
};

}  // namespace panggil
