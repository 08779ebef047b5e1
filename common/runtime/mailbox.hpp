/// \file
/// The one crossing from foreign threads to ours.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

#include "common/runtime/wakeup.hpp"

namespace panggil {

/// Bounded queue, many writers, one reader. Writers never block: when it is full the item is dropped and
/// counted.
template <class T>
class Mailbox {
 public:
  explicit Mailbox(std::size_t capacity) : capacity_(capacity) {}

  /// Any thread. False when the item was dropped.
  bool post(T item) {
    {
      const std::lock_guard lock(mutex_);
      if (items_.size() >= capacity_) {
        ++dropped_;
        return false;
      }
      items_.push_back(std::move(item));
    }
    wakeup_.signal();
    return true;
  }
  /// As post(), but never dropped: for what must not be lost and is rare, such as the loss of a connection.
  void post_always(T item) {
    {
      const std::lock_guard lock(mutex_);
      items_.push_back(std::move(item));
    }
    wakeup_.signal();
  }

  /// Wakes the reader without an item. Any thread.
  void wake() { wakeup_.signal(); }

  /// The reader's thread: up to `most` items, oldest first. Signals again by itself when some are left.
  std::vector<T> take(std::size_t most) {
    std::vector<T> taken;
    wakeup_.clear();
    const std::lock_guard lock(mutex_);
    taken.reserve(std::min(most, items_.size()));
    while (!items_.empty() && taken.size() < most) {
      taken.push_back(std::move(items_.front()));
      items_.pop_front();
    }
    if (!items_.empty()) wakeup_.signal();
    return taken;
  }

  /// Readable while there is something to take: for epoll.
  int fd() const { return wakeup_.fd(); }
  /// How many were dropped so far.
  std::size_t dropped() const {
    const std::lock_guard lock(mutex_);
    return dropped_;
  }

 private:
  mutable std::mutex mutex_;
  std::deque<T> items_;
  std::size_t capacity_;
  std::size_t dropped_ = 0;
  Wakeup wakeup_;
};

}  // namespace panggil
