#include "dispatcher/publisher.hpp"

#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"

namespace panggil {
namespace {

/// Retained messages come at once after subscribing; three seconds are plenty on any network we serve.
constexpr Millis kSearchTime{3000};

mqtt::Message retained(std::string topic, std::string payload) {
  return {std::move(topic), std::move(payload), 1, true, std::nullopt};
}

protocol::Status status(const Publisher::Identity& identity, std::string_view state, core::Seq seq,
                        Stamp since) {
  return {std::string(state), identity.run.epoch, identity.boot, seq,
          identity.version,   identity.run.clock, std::nullopt,  since};
}

/// True for a topic of ours whose subject the office no longer has.
bool forgotten(const core::Office& office, const protocol::Topic& topic) {
  if (const auto* board = std::get_if<protocol::BoardTopic>(&topic))
    return office.find(board->area) == nullptr;
  if (const auto* queue = std::get_if<protocol::QueueTopic>(&topic))
    return office.find(queue->service) == nullptr;
  if (const auto* counter = std::get_if<protocol::CounterTopic>(&topic))
    return office.find(counter->counter) == nullptr;
  return false;
}

}  // namespace

Publisher::Publisher(const core::Office& office, mqtt::Transport& transport, Identity identity)
    : office_(office), transport_(transport), topics_(office.site), identity_(std::move(identity)) {}

mqtt::Message Publisher::will(const protocol::Topics& topics, const Identity& identity, core::Seq seq,
                              Stamp since) {
  return retained(topics.status(), protocol::encode(status(identity, "offline", seq, since)));
}

void Publisher::connected(const core::State& state, WallTime now) {
  if (!online_since_) online_since_ = stamp(office_.zone, now);
  publish_status(degraded_ ? "degraded" : "online", state.seq, now);
  publish_picture(state, now, true);
  for (const auto& filter : {topics_.every_board(), topics_.every_queue(), topics_.every_counter()})
    transport_.subscribe({filter, 1, false, 0});
  searching_ = true;
  search_ends_.reset();
}

void Publisher::received(const mqtt::Received& message, const protocol::Topic& topic) {
  if (!message.retained || message.payload.empty() || !forgotten(office_, topic)) return;
  log::info("clearing {}: the office has it no longer", message.topic);
  clear_retained(message.topic);
}

std::size_t Publisher::refresh(const core::State& state, WallTime now) {
  return transport_.connected() ? publish_picture(state, now, false) : 0;
}

void Publisher::set_degraded(std::optional<std::string> reason, const core::State& state, WallTime now) {
  if (reason == degraded_) return;
  degraded_ = std::move(reason);
  if (transport_.connected()) publish_status(degraded_ ? "degraded" : "online", state.seq, now);
}

void Publisher::beat(core::Seq seq, MonoTime mono, WallTime now) {
  const protocol::Beat beat{identity_.run.epoch, seq, mono.time_since_epoch().count(),
                            stamp(office_.zone, now)};
  transport_.publish({topics_.beat(), protocol::encode(beat), 0, false, kBeatExpiry});
}

void Publisher::reply(const ClientId& client, std::string payload) {
  transport_.publish({topics_.reply(client), std::move(payload), 1, false, kReplyExpiry});
}

void Publisher::call(const protocol::Call& call) {
  transport_.publish({topics_.call(AreaId(call.area)), protocol::encode(call), 1, false, kCallExpiry});
}

void Publisher::event(const protocol::Event& event) {
  transport_.publish({topics_.event(event.kind), protocol::encode(event), 1, false, kEventExpiry});
}

void Publisher::clear_retained(const std::string& topic) {
  transport_.publish(retained(topic, ""));
}

void Publisher::offline(const core::State& state, WallTime now) {
  publish_status("offline", state.seq, now);
}

std::optional<MonoTime> Publisher::tidy(MonoTime now) {
  if (!searching_) return std::nullopt;
  if (!search_ends_) search_ends_ = now + kSearchTime;
  if (now < *search_ends_) return search_ends_;
  for (const auto& filter : {topics_.every_board(), topics_.every_queue(), topics_.every_counter()})
    transport_.unsubscribe(filter);
  searching_ = false;
  return std::nullopt;
}

void Publisher::publish_status(std::string_view state, core::Seq seq, WallTime now) {
  auto message = status(identity_, state, seq, online_since_.value_or(stamp(office_.zone, now)));
  message.reason = degraded_;
  transport_.publish(retained(topics_.status(), protocol::encode(message)));
}

template <class Map, class Make>
std::size_t Publisher::publish_changed(const Map& now, const Map& before, bool all, const Make& make) {
  std::size_t count = 0;
  for (const auto& [id, message] : now) {
    const auto old = before.find(id);
    if (!all && old != before.end() && old->second == message) continue;
    const auto& [topic, payload] = make(id, message);
    transport_.publish(retained(topic, payload));
    ++count;
  }
  return count;
}

std::size_t Publisher::publish_picture(const core::State& state, WallTime now, bool all) {
  auto fresh = gateway::picture(office_, state, identity_.run, now);
  static const gateway::Picture kNothing;
  const auto& old = published_ ? *published_ : kNothing;
  // Compared without seq and time, which change with every event; those are put in only for what goes out.
  const auto numbered = [&](auto message) {
    message.seq = state.seq;
    if constexpr (requires { message.at; }) message.at = stamp(office_.zone, now);
    return protocol::encode(message);
  };
  std::size_t count = 0;
  if (all || fresh.office != old.office) {
    transport_.publish(retained(topics_.office(), numbered(fresh.office)));
    ++count;
  }
  count += publish_changed(fresh.queues, old.queues, all, [&](const auto& id, const auto& m) {
    return std::pair(topics_.queue(id), numbered(m));
  });
  count += publish_changed(fresh.counters, old.counters, all, [&](const auto& id, const auto& m) {
    return std::pair(topics_.counter(id), numbered(m));
  });
  count += publish_changed(fresh.boards, old.boards, all, [&](const auto& id, const auto& m) {
    return std::pair(topics_.board(id), numbered(m));
  });
  published_ = std::move(fresh);
  return count;
}

}  // namespace panggil
