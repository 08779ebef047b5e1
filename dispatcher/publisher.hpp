/// \file
/// What the dispatcher tells the world, and what stands retained at the broker for it.
#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <variant>

#include "common/mqtt/transport.hpp"
#include "common/protocol/message/board.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/topics.hpp"
#include "dispatcher/gateway/pictures.hpp"

namespace panggil {

/// How long a message may wait at the broker.
inline constexpr std::chrono::seconds kReplyExpiry{30};
inline constexpr std::chrono::seconds kCallExpiry{15};
inline constexpr std::chrono::seconds kEventExpiry{60};
inline constexpr std::chrono::seconds kBeatExpiry{2};

/// The loop's thread only. Nothing here decides anything; what it is handed is already on disk.
class Publisher {
 public:
  struct Identity {
    gateway::Run run;
    std::uint64_t boot;
    std::string version;
    Stamp since;  ///< the start of this run
  };

  Publisher(const core::Office& office, mqtt::Transport& transport, Identity identity);

  /// The will to connect with: `offline` under this boot, and without a `seq`, as nobody knows yet how far
  /// this run will have come.
  static mqtt::Message will(const protocol::Topics& topics, const Identity& identity);

  const protocol::Topics& topics() const { return topics_; }

  /// A new connection: the status and every retained topic anew, and the broker is asked for what else it
  /// keeps of ours.
  void connected(const core::State& state, WallTime now, const estimates::Outlook& outlook);
  /// Anything not a command: clears retained topics of counters, services and areas that are no more.
  void received(const mqtt::Received& message, const protocol::Topic& topic);
  /// Notes what has changed since the last time, to be told one by one. \pre !has_state_to_tell()
  void refresh(const core::State& state, WallTime now, const estimates::Outlook& outlook);
  /// Publishes the next of what refresh() has noted, if there is any.
  void tell_state();
  /// All of it, however much that is.
  void tell_all_state();
  bool has_state_to_tell() const { return !untold_.empty(); }
  /// Something a person should look at, though all goes on; empty: all is well again.
  void set_degraded(std::optional<std::string> reason, const core::State& state);

  void beat(core::Seq seq, MonoTime mono, WallTime now);
  void reply(const ClientId& client, std::string payload);
  void call(const protocol::Call& call);
  void event(const protocol::Event& event);
  /// Takes a message that should never have been retained off the broker.
  void clear_retained(const std::string& topic);
  void offline(const core::State& state);

  /// Ends the search for forgotten topics once it has had its time; when to ask again.
  std::optional<MonoTime> tidy(MonoTime now);

 private:
  /// Whose state a topic tells; monostate: the office's.
  using Subject = std::variant<std::monostate, AreaId, CounterId, ServiceId>;

  void publish_status(std::string_view state, core::Seq seq);
  std::string topic_of(const AreaId& area) const { return topics_.board(area); }
  std::string topic_of(const CounterId& counter) const { return topics_.counter(counter); }
  std::string topic_of(const ServiceId& service) const { return topics_.queue(service); }
  void note_changes(const core::State& state, WallTime now, const estimates::Outlook& outlook);
  template <class Map>
  void note_changed(const Map& before, const Map& now);
  /// Encoded only when its turn comes: all at once would hold up an answer.
  template <class Message>
  mqtt::Message state_message(std::string topic, Message message) const;
  mqtt::Message state_message(const Subject& subject) const;

  const core::Office& office_;
  mqtt::Transport& transport_;
  protocol::Topics topics_;
  Identity identity_;
  gateway::Picture picture_;  ///< as of seq_ and at_; what of it is not told yet is in untold_
  core::Seq seq_ = 0;
  Stamp at_;
  std::deque<Subject> untold_;
  std::optional<std::string> degraded_;
  bool searching_ = false;
  std::optional<MonoTime> search_ends_;
};

}  // namespace panggil
