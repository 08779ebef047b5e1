/// \file
/// What the dispatcher has said of a counter and what surrounds it. Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "common/base/ids.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "common/protocol/message/queue.hpp"

namespace panggil::counter {

class Truth {
 public:
  /// So many of the counter's last events are kept.
  static constexpr std::size_t kKept = 4;

  explicit Truth(CounterId counter) : id_(std::move(counter)) {}

  void take(const protocol::Office& office);
  /// State that is older than what is known is left alone. Of another counter its state is kept.
  void take(const protocol::Counter& counter);
  void take(const protocol::Queue& queue);
  /// Events at this counter are remembered.
  void take(const protocol::Event& event);
  void take(const protocol::Beat& beat) { time_ = beat.time; }
  /// Its topic is empty: there is no such counter any more.
  void counter_gone() { counter_.reset(); }
  /// The dispatcher has another history.
  void forget();

  const CounterId& id() const { return id_; }
  const std::optional<protocol::Office>& office() const { return office_; }
  const std::optional<protocol::Counter>& counter() const { return counter_; }
  /// Of any counter, while they are listened to; empty: not known.
  std::string state_of(const std::string& counter) const;
  /// What other counters do is not heard any more.
  void forget_others() { others_.clear(); }
  /// Of a service; 0 where nothing is known.
  std::uint64_t waiting(const std::string& service) const;
  /// The newest first.
  const std::deque<protocol::Event>& events() const { return events_; }
  /// By the dispatcher's clock, as of its last beat.
  const std::optional<Stamp>& time() const { return time_; }

  /// The counter's own line of the office's configuration; null: the office does not have it.
  const protocol::OfficeCounter* in_office() const;
  std::optional<std::string> current() const;

 private:
  CounterId id_;
  std::optional<protocol::Office> office_;
  std::optional<protocol::Counter> counter_;
  std::map<std::string, protocol::Counter> others_;
  std::map<std::string, protocol::Queue> queues_;
  std::deque<protocol::Event> events_;
  std::uint64_t last_event_ = 0;
  std::optional<Stamp> time_;
};

}  // namespace panggil::counter
