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

protocol::Status status(const Publisher::Identity& identity, std::string_view state, core::Seq seq) {
  return {std::string(state), identity.run.epoch, identity.boot, seq,
          identity.version,   identity.run.clock, std::nullopt,  identity.since};
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

mqtt::Message Publisher::will(const protocol::Topics& topics, const Identity& identity) {
  return retained(topics.status(), protocol::encode(status(identity, "offline", 0)));
}

void Publisher::connected(const core::State& state, WallTime now, const estimates::Outlook& outlook) {
  publish_status(degraded_ ? "degraded" : "online", state.seq);
  untold_.clear();
  picture_ = {};
  note_changes(state, now, outlook);
  tell_all_state();
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

void Publisher::refresh(const core::State& state, WallTime now, const estimates::Outlook& outlook) {
  if (transport_.connected()) note_changes(state, now, outlook);
}

void Publisher::tell_state() {
  if (untold_.empty()) return;
  transport_.publish(state_message(untold_.front()));
  untold_.pop_front();
}

void Publisher::tell_all_state() {
  while (has_state_to_tell()) tell_state();
}

void Publisher::set_degraded(std::optional<std::string> reason, const core::State& state) {
  if (reason == degraded_) return;
  degraded_ = std::move(reason);
  if (transport_.connected()) publish_status(degraded_ ? "degraded" : "online", state.seq);
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

void Publisher::offline(const core::State& state) {
  publish_status("offline", state.seq);
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

void Publisher::publish_status(std::string_view state, core::Seq seq) {
  auto message = status(identity_, state, seq);
  message.reason = degraded_;
  transport_.publish(retained(topics_.status(), protocol::encode(message)));
}

void Publisher::note_changes(const core::State& state, WallTime now, const estimates::Outlook& outlook) {
  auto fresh = gateway::picture(office_, state, identity_.run, now, outlook);
  if (fresh.office != picture_.office) untold_.emplace_back(std::monostate());
  note_changed(picture_.boards, fresh.boards);
  note_changed(picture_.counters, fresh.counters);
  note_changed(picture_.queues, fresh.queues);
  picture_ = std::move(fresh);
  seq_ = state.seq;
  at_ = stamp(office_.zone, now);
}

template <class Map>
void Publisher::note_changed(const Map& before, const Map& now) {
  // The office's file may have lost some.
  for (const auto& [id, message] : before)
    if (!now.contains(id)) clear_retained(topic_of(id));
  for (const auto& [id, message] : now) {
    const auto old = before.find(id);
    if (old == before.end() || old->second != message) untold_.emplace_back(id);
  }
}

template <class Message>
mqtt::Message Publisher::state_message(std::string topic, Message message) const {
  // The picture is compared without seq and time, which change with every event.
  message.seq = seq_;
  if constexpr (requires { message.at; }) message.at = at_;
  return retained(std::move(topic), protocol::encode(message));
}

mqtt::Message Publisher::state_message(const Subject& subject) const {
  if (const auto* area = std::get_if<AreaId>(&subject))
    return state_message(topic_of(*area), picture_.boards.at(*area));
  if (const auto* counter = std::get_if<CounterId>(&subject))
    return state_message(topic_of(*counter), picture_.counters.at(*counter));
  if (const auto* service = std::get_if<ServiceId>(&subject))
    return state_message(topic_of(*service), picture_.queues.at(*service));
  return state_message(topics_.office(), picture_.office);
}

}  // namespace panggil
