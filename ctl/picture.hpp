/// \file
/// All that has been heard of an office, put together. Pure: told what has come.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.hpp"
#include "common/protocol/message/board.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/device.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/queue.hpp"
#include "common/protocol/topics.hpp"
#include "common/session/link.hpp"

namespace panggil::ctl {

/// A payload, and the text that it was read from.
template <class Message>
struct Heard {
  Message message;
  std::string payload;
};

class Picture {
 public:
  static constexpr std::size_t kMostEvents = 100;

  /// What came on a topic; an empty payload is a retained one that is gone. False when it could not be read,
  /// is older than what is known, or of no interest here.
  bool take(const protocol::Topic& topic, const std::string& payload);
  /// The dispatcher has another history.
  void forget() { *this = Picture(); }

  const std::optional<Heard<protocol::Office>>& office() const { return office_; }
  /// By service, counter, client and area.
  const std::map<std::string, Heard<protocol::Queue>>& queues() const { return queues_; }
  const std::map<std::string, Heard<protocol::Counter>>& counters() const { return counters_; }
  const std::map<std::string, Heard<protocol::DeviceState>>& devices() const { return devices_; }
  /// Newest first.
  const std::deque<protocol::Event>& events() const { return events_; }
  /// Those that still stand on a board, of all areas, newest first, each once.
  std::vector<protocol::Call> calls() const;
  /// Those that stand on any board, the oldest first.
  struct Posted {
    protocol::Notice notice;
    std::vector<std::string> areas;
  };
  std::vector<Posted> notices() const;

  /// The queues and counters that the office should have are all there.
  bool complete() const;
  /// The number of the newest event that anything heard includes.
  std::uint64_t seq() const { return seq_; }

 private:
  bool hear(const protocol::OfficeTopic& topic, const std::string& payload);
  bool hear(const protocol::QueueTopic& topic, const std::string& payload);
  bool hear(const protocol::CounterTopic& topic, const std::string& payload);
  bool hear(const protocol::BoardTopic& topic, const std::string& payload);
  bool hear(const protocol::DeviceStateTopic& topic, const std::string& payload);
  bool hear(const protocol::EventTopic& topic, const std::string& payload);
  template <class Other>
  bool hear(const Other&, const std::string&) {
    return false;
  }
  template <class Message>
  bool keep(std::map<std::string, Heard<Message>>& where, const std::string& key, const std::string& payload);

  std::optional<Heard<protocol::Office>> office_;
  std::map<std::string, Heard<protocol::Queue>> queues_;
  std::map<std::string, Heard<protocol::Counter>> counters_;
  std::map<std::string, Heard<protocol::Board>> boards_;
  std::map<std::string, Heard<protocol::DeviceState>> devices_;
  std::deque<protocol::Event> events_;
  std::uint64_t seq_ = 0;
};

/// What a beat says of events that should have been heard by now. Pure.
class Gap {
 public:
  /// So long a message may be on its way.
  static constexpr Millis kPatience{1000};
  /// True when the retained state should be taken again; then not again before more is missing.
  bool missed(std::uint64_t said, std::uint64_t heard, MonoTime now);

 private:
  std::uint64_t forgiven_ = 0;
  std::optional<MonoTime> since_;
};

}  // namespace panggil::ctl
