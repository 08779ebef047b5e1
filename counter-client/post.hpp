/// \file
/// A counter at work: what comes over the wire goes into the model, what is pressed out over the wire. The
/// window and the number pad are two ways of using one.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "common/base/clock.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/session/resident.hpp"
#include "counter-client/model/model.hpp"
#include "counter-client/settings.hpp"

namespace panggil::counter {

/// Everything happens on the thread of the loop.
class Post {
 public:
  /// All of these must outlive it. \throws std::runtime_error for a broker that cannot be meant
  Post(const Settings& settings, EventLoop& loop, const Clock& clock);

  Model& model() { return model_; }
  /// Asks the dispatcher, if the press counts.
  void press(Key key, bool by_click);
  void press(Key key, const Order& order);
  /// Into the line that is to be typed, if one is.
  void type(std::string_view letter) { model_.type(letter); }
  /// To add to each health report what the window, or the number pad, knows of itself.
  void on_health(session::Resident::OnHealth fill) { resident_.on_health(std::move(fill)); }
  void report_health_anew() { resident_.report_health_anew(); }
  /// What was asked has come to an end; after the model was told.
  void on_settled(std::function<void(const session::Settled&)> handler) { on_settled_ = std::move(handler); }

  /// Once a turn of the loop; returns when it wants to be called next.
  std::optional<Deadline> turn();
  /// Says that it goes, and disconnects.
  void close();

 private:
  void ask(std::optional<Wish> wish);
  void take(const protocol::Topic& topic, const mqtt::Received& received);
  void look_at_link();
  /// All counters are listened to only while one of them may be chosen: in a large hall each ticket changes
  /// the state of many.
  void look_at_counters();
  void join(session::Session& session);

  const Clock& clock_;
  CounterId counter_;
  Model model_;
  session::Resident resident_;
  bool looks_at_counters_ = false;
  std::function<void(const session::Settled&)> on_settled_;
};

}  // namespace panggil::counter
