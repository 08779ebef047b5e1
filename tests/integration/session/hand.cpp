#include "tests/integration/session/hand.hpp"

#include <algorithm>

#include "common/protocol/codec.hpp"

namespace panggil::test {
namespace {
const std::string kRoot = "panggil/v1/trial/";
}

Dispatcher::Dispatcher(const PrivateBroker& broker, const std::string& client_id)
    : client_(broker.port(), client_id) {
  client_.subscribe(kRoot + "cmd/+/+");
}

void Dispatcher::beat(const std::string& epoch) {
  protocol::Beat beat;
  beat.epoch = epoch;
  beat.mono_ms = mono_ms_ += 100;
  client_.publish(kRoot + "beat", protocol::encode(beat), 0);
}

void Dispatcher::retain(const std::string& topic_below_site, const std::string& payload) {
  client_.publish(kRoot + topic_below_site, payload, 1, true);
}

std::vector<std::string> Dispatcher::commands() const {
  std::vector<std::string> payloads;
  for (const auto& seen : client_.seen()) {
    if (seen.topic.starts_with(kRoot + "cmd/")) payloads.push_back(seen.payload);
  }
  return payloads;
}

void Dispatcher::say_yes(const std::string& command_payload) {
  protocol::Answer answer;
  answer.id = protocol::decode_command(command_payload).value().id;
  answer.action = "next";
  answer.result = protocol::CallResult{};
  client_.publish(kRoot + "reply/counter-3", protocol::encode(answer));
}

mqtt::Options Client::options(const TcpProxy& wire, const std::function<void(mqtt::Options&)>& change) {
  mqtt::Options options{.broker = wire.uri(), .client = ClientId("counter-3")};
  if (change) change(options);
  return options;
}

Client::Client(const PrivateBroker& broker, const std::function<void(mqtt::Options&)>& change)
    : wire_(broker.port()),
      connection_(options(wire_, change)),
      session_(connection_, loop_, clock_, SiteId("trial"), ClientId("counter-3")) {
  session_.on_settled([this](const auto& one) { settled.push_back(one); });
  session_.on_message([this](const auto&, const auto& one) { received.push_back(one); });
  session_.on_link([this] { links.push_back(session_.link_state()); });
  session_.on_forget([this] { ++forgotten; });
}

bool Client::run_until(const std::function<bool()>& holds, Millis patience) {
  const MonoTime end = clock_.mono() + patience;
  MonoTime next_tick = clock_.mono();
  bool held = false;
  loop_.on_turn([&]() -> std::optional<Deadline> {
    const auto next = session_.turn();
    if (clock_.mono() >= next_tick) {
      if (meanwhile) meanwhile();
      next_tick += Millis(100);
    }
    held = holds();
    if (held || clock_.mono() >= end) loop_.stop();
    return next ? std::min<Deadline>(*next, next_tick) : Deadline(next_tick);
  });
  loop_.run();
  return held;
}

void Client::run_for(Millis time) {
  run_until([] { return false; }, time);
}

}  // namespace panggil::test
