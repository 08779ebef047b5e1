/// \file
/// What goes out over the present connection: what waits, what is under way, and whose turn it is to send.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>

#include "common/mqtt/outbox.hpp"

namespace panggil::mqtt {

/// Thread-safe. The owner's thread puts messages in; any thread that learns that one is settled sends the
/// next ones. Only one of them sends at a time, so that the order is kept, and none waits for another: who
/// finds one at it goes its way, and the one at it looks again before it ends. As in Link, each connection
/// has a number.
class Outflow {
 public:
  explicit Outflow(std::size_t capacity) : waiting_(capacity) {}

  /// The connection stands, and takes so many unsettled messages.
  void open(std::uintptr_t attempt, std::size_t window);
  /// It is lost, and what waits with it.
  void shut();

  void push(Message message);
  /// One message of that connection is acknowledged or refused, or never will be. True when messages wait of
  /// which nobody will hear unless the owner looks: none is under way any more.
  bool settled(std::uintptr_t attempt);
  /// Hands waiting messages to `send(Message)` while fewer than `most` are under way and the window allows,
  /// as long as this is the present connection. `send` says whether it was sent, and throws nothing. True as
  /// with settled(): a thread that is late with an old connection was at it while the owner put in for the
  /// new one.
  template <class Send>
  bool advance(std::uintptr_t attempt, std::size_t most, Send send);

  /// Waiting and under way.
  std::size_t backlog() const;
  std::size_t dropped() const;

 private:
  bool may_send(std::uintptr_t attempt, std::size_t most) const;
  bool stands_still() const { return !waiting_.empty() && under_way_ == 0 && window_ > 0; }

  mutable std::mutex mutex_;
  Outbox waiting_;
  std::uintptr_t attempt_ = 0;
  std::size_t window_ = 0;  ///< 0: there is no connection
  std::size_t under_way_ = 0;
  bool sending_ = false;  ///< a thread is at it
};

template <class Send>
bool Outflow::advance(std::uintptr_t attempt, std::size_t most, Send send) {
  std::unique_lock lock(mutex_);
  if (sending_) return false;
  while (may_send(attempt, most)) {
    sending_ = true;
    ++under_way_;
    Message message = waiting_.pop();
    lock.unlock();
    const bool sent = send(std::move(message));
    lock.lock();
    sending_ = false;
    if (!sent && attempt == attempt_ && under_way_ > 0) --under_way_;
  }
  return attempt != attempt_ && stands_still();
}

}  // namespace panggil::mqtt
