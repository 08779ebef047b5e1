/// \file
/// A broker connection that only remembers what was sent over it, so that order and content can be looked at.
/// What the real one does is tested in tests/integration/mqtt.
#pragma once

#include <string>
#include <vector>

#include "common/mqtt/transport.hpp"

namespace panggil::test {

class RecordingTransport : public mqtt::Transport {
 public:
  std::vector<mqtt::Message> sent;
  std::vector<std::string> subscribed;
  std::vector<std::string> unsubscribed;
  std::size_t waiting = 0;
  bool up = true;

  void start() override {}
  void subscribe(const mqtt::Subscription& subscription) override {
    subscribed.push_back(subscription.filter);
  }
  void unsubscribe(const std::string& filter) override { unsubscribed.push_back(filter); }
  void publish(mqtt::Message message) override { sent.push_back(std::move(message)); }
  std::size_t backlog() const override { return waiting; }
  bool connected() const override { return up; }
  void close(std::chrono::milliseconds) override {}
  void pump() override {}
  std::optional<std::chrono::steady_clock::time_point> next_pump() const override { return std::nullopt; }

  /// The payloads sent on a topic, below the site's root, since the last time this was asked for any topic.
  std::vector<std::string> on(const std::string& topic) const {
    std::vector<std::string> payloads;
    for (const auto& message : sent)
      if (message.topic == "panggil/v1/cirebon/" + topic) payloads.push_back(message.payload);
    return payloads;
  }
  std::vector<std::string> topics() const {
    std::vector<std::string> all;
    for (const auto& message : sent)
      all.push_back(message.topic.substr(std::string("panggil/v1/cirebon/").size()));
    return all;
  }
};

}  // namespace panggil::test
