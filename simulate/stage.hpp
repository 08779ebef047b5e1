/// \file
/// Where a play is played: learns the office, lets the crew act, and keeps the time.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "common/protocol/message/office.hpp"
#include "common/protocol/message/queue.hpp"
#include "simulate/crew.hpp"
#include "simulate/model/play.hpp"
#include "simulate/office_time.hpp"

namespace panggil::simulate {

/// Why there is nothing to play on, for people.
struct NoStage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Stage {
 public:
  enum class Hears { kEverything, kOffice };
  /// `audience` is enlisted, and asks for nothing. It hears all queues, calls and events, or nothing but what
  /// and when the office is; nor do counters then follow their own topics for long: what a load need not hear
  /// must not slow it down.
  Stage(EventLoop& loop, const Clock& clock, const protocol::Topics& topics, Crew& crew, ClientId audience,
        Hears hears);

  /// Waits for the office and its time. \throws NoStage
  const protocol::Office& learn();
  /// \pre learn() has returned
  WallTime now() { return time_.now(clock_.mono()); }
  double speed() const { return time_.speed(); }

  using OnSettled = std::function<void(const Press&, const session::Outcome&, Micros)>;
  using OnReceived = std::function<void(const ClientId&, const protocol::Topic&, const mqtt::Received&)>;
  /// Told besides the play.
  void on_settled(OnSettled handler) { on_settled_ = std::move(handler); }
  void on_received(OnReceived handler) { on_received_ = std::move(handler); }

  /// Brings the cast of a play together. \throws NoStage when somebody cannot be
  void gather(Play& play);
  /// Gathers the cast if that has not been done, and plays until it is over, or for `at_most`, or until a
  /// signal; what is under way then still ends, which takes up to 8 s, unless there is another signal.
  /// \throws NoStage as gather(), or when the dispatcher's database becomes another one
  void perform(Play& play, std::optional<Millis> at_most);

  /// How many tickets an answer said were given and that wait nowhere now. After perform().
  std::size_t lost(const Play& play);

 private:
  void received(const ClientId& client, const protocol::Topic& topic, const mqtt::Received& message);
  std::optional<std::string> counter_topic(const ClientId& client) const;
  bool wait_for(const std::function<bool()>& ready, Millis patience);
  std::optional<Deadline> turn(Play& play, std::optional<Deadline> until);
  void settled(const Press& press, const session::Outcome& outcome);

  EventLoop& loop_;
  const Clock& clock_;
  protocol::Topics topics_;
  Crew& crew_;
  ClientId audience_;
  Hears hears_;
  OfficeTime time_;
  std::optional<protocol::Office> office_;
  std::map<std::string, protocol::Queue> queues_;
  std::uint64_t seq_ = 0;  ///< of the last answer
  Play* play_ = nullptr;
  bool forgotten_ = false;
  OnSettled on_settled_;
  OnReceived on_received_;
};

}  // namespace panggil::simulate
