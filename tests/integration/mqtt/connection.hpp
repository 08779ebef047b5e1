/// \file
/// A transport with its inbox, driven as a program's loop drives it: asleep until something happens.
#pragma once

#include <gtest/gtest.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/mqtt/mosquitto_transport.hpp"
#include "common/mqtt/paho_transport.hpp"

namespace panggil::test {

/// How much longer things may take with a sanitizer in the program.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlower = 4;
#else
inline constexpr int kSlower = 1;
#endif
/// For what must come, but need not come soon: a busy machine is no fault.
inline constexpr std::chrono::seconds kPatience{20};

/// The same promises, whoever keeps them: every test here runs over each.
enum class Over { kPaho, kMosquitto };

inline std::unique_ptr<mqtt::Transport> make_transport(Over over, mqtt::Options options, mqtt::Inbox& inbox) {
  return over == Over::kPaho ? mqtt::make_paho_transport(std::move(options), inbox)
                             : mqtt::make_mosquitto_transport(std::move(options), inbox);
}

using OverEach = testing::TestWithParam<Over>;
inline const auto kEach = testing::Values(Over::kPaho, Over::kMosquitto);
inline std::string name_of(const testing::TestParamInfo<Over>& over) {
  return over.param == Over::kPaho ? "Paho" : "Mosquitto";
}

class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Connection(Over over, mqtt::Options options, std::size_t room = 20'000)
      : inbox_(room), transport_(make_transport(over, std::move(options), inbox_)) {}

  mqtt::Transport& operator*() { return *transport_; }
  mqtt::Transport* operator->() { return transport_.get(); }
  mqtt::Inbox& inbox() { return inbox_; }

  /// Runs until `done` or for as long as `patience`; whether it was done. Looks every few milliseconds, as
  /// what `done` asks for may happen elsewhere.
  bool run_until(const std::function<bool()>& done, std::chrono::milliseconds patience = kPatience) {
    return run(done, patience, std::chrono::milliseconds(5));
  }
  /// As a program does: asleep until something happens.
  void run_for(std::chrono::milliseconds time) {
    run([] { return false; }, time, time);
  }
  bool run_until_connected(std::chrono::milliseconds patience = kPatience) {
    const auto before = connected;
    return run_until([&] { return connected > before; }, patience);
  }
  bool run_until_disconnected(std::chrono::milliseconds patience = kPatience) {
    const auto before = reasons.size();
    return run_until([&] { return reasons.size() > before; }, patience);
  }
  /// Everything published is settled.
  bool run_until_delivered(std::chrono::milliseconds patience = kPatience) {
    return run_until([&] { return transport_->backlog() == 0; }, patience);
  }
  bool run_until_received(std::size_t count, std::chrono::milliseconds patience = kPatience) {
    return run_until([&] { return received.size() >= count; }, patience);
  }

  std::function<void(const mqtt::Incoming&)> each = [](const mqtt::Incoming&) {};
  std::size_t connected = 0;         ///< how often
  std::vector<std::string> reasons;  ///< of each Disconnected
  std::vector<mqtt::Received> received;
  std::size_t turns = 0;

 private:
  void turn() {
    ++turns;
    for (auto& incoming : inbox_.take(64)) {
      if (std::holds_alternative<mqtt::Connected>(incoming)) ++connected;
      if (const auto* lost = std::get_if<mqtt::Disconnected>(&incoming))
        reasons.push_back(to_text(lost->trouble));
      each(incoming);
      if (auto* message = std::get_if<mqtt::Received>(&incoming)) received.push_back(std::move(*message));
    }
    transport_->pump();
  }
  bool run(const std::function<bool()>& done, std::chrono::milliseconds patience,
           std::chrono::milliseconds nap) {
    const auto until = Clock::now() + patience;
    while (turn(), !done()) {
      if (Clock::now() >= until) return false;
      sleep(std::min({until, Clock::now() + nap, transport_->next_pump().value_or(until)}));
    }
    return true;
  }
  void sleep(Clock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    std::array<pollfd, 2> watched{{{inbox_.fd(), POLLIN, 0}, {transport_->fd(), POLLIN, 0}}};
    poll(watched.data(), watched.size(), static_cast<int>(std::max<std::int64_t>(0, left.count())));
  }

  mqtt::Inbox inbox_;
  std::unique_ptr<mqtt::Transport> transport_;
};

inline mqtt::Options options_for(const std::string& uri) {
  return {.broker = uri, .client = ClientId("counter-1")};
}

}  // namespace panggil::test
