/// \file
/// What the dispatcher tells the world, and what stands retained at the broker for it.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "common/mqtt/transport.hpp"
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
  };

  Publisher(const core::Office& office, mqtt::Transport& transport, Identity identity);

  /// The will to connect with: `offline` under this boot. `since` is the moment of the start.
  static mqtt::Message will(const protocol::Topics& topics, const Identity& identity, core::Seq seq,
                            Stamp since);

  const protocol::Topics& topics() const { return topics_; }

  /// A new connection: the status and every retained topic anew, and the broker is asked for what else it
  /// keeps of ours.
  void connected(const core::State& state, WallTime now);
  /// Anything not a command: clears retained topics of counters, services and areas that are no more.
  void received(const mqtt::Received& message, const protocol::Topic& topic);
  /// Publishes what has changed since the last time. \returns how many messages that made.
  std::size_t refresh(const core::State& state, WallTime now);
  /// Something a person should look at, though all goes on; empty: all is well again.
  void set_degraded(std::optional<std::string> reason, const core::State& state, WallTime now);

  void beat(core::Seq seq, MonoTime mono, WallTime now);
  void reply(const ClientId& client, std::string payload);
  void call(const protocol::Call& call);
  void event(const protocol::Event& event);
  /// Takes a message that should never have been retained off the broker.
  void clear_retained(const std::string& topic);
  void offline(const core::State& state, WallTime now);

  /// Ends the search for forgotten topics once it has had its time; when to ask again.
  std::optional<MonoTime> tidy(MonoTime now);

 private:
  void publish_status(std::string_view state, core::Seq seq, WallTime now);
  template <class Map, class Make>
  std::size_t publish_changed(const Map& now, const Map& before, bool all, const Make& make);
  std::size_t publish_picture(const core::State& state, WallTime now, bool all);

  const core::Office& office_;
  mqtt::Transport& transport_;
  protocol::Topics topics_;
  Identity identity_;
  std::optional<gateway::Picture> published_;
  std::optional<std::string> degraded_;
  std::optional<Stamp> online_since_;
  bool searching_ = false;
  std::optional<MonoTime> search_ends_;
};

}  // namespace panggil
