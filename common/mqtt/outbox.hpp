/// \file
/// What waits to be sent while the broker's receive window is full. Pure; one thread.
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

#include "common/mqtt/transport.hpp"

namespace panggil::mqtt {

/// First in, first out, and bounded. A retained message takes the place of one that still waits for the same
/// topic, as only the latest would be kept: so a burst of state does not grow it. When it is full, the oldest
/// message of QoS 0 gives way; if there is none, the new message is refused.
class Outbox {
 public:
  explicit Outbox(std::size_t capacity) : capacity_(capacity) {}

  void push(Message message);
  /// The oldest. \pre !empty()
  Message pop();
  void clear();

  bool empty() const { return waiting_.empty(); }
  std::size_t size() const { return waiting_.size(); }
  /// How many gave way or were refused so far. Replaced ones are not counted: nothing is lost by them.
  std::size_t dropped() const { return dropped_; }

 private:
  using Place = std::list<Message>::iterator;
  bool make_room();
  Message take(Place place);

  std::size_t capacity_;
  std::list<Message> waiting_;
  std::unordered_map<std::string, Place> retained_;  ///< by topic
  std::size_t qos0_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace panggil::mqtt
