/// \file
/// A counter at work: what comes over the wire goes into the model, what is pressed out over the wire. The
/// window and the number pad are two ways of using one.
#pragma once

#include <functional>
#include <optional>

#include "common/base/clock.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/session/session.hpp"
#include "counter-client/model/model.hpp"
#include "counter-client/settings.hpp"

namespace panggil::counter {

/// Everything happens on the thread of the loop.
class Post {
 public:
  /// All of these must outlive it. \throws std::runtime_error for a broker that cannot be meant
  Post(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock);

  Model& model() { return model_; }
  /// Asks the dispatcher, if the press counts.
  void press(Key key, bool by_click);
  void press(Key key, const Order& order);
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
  bool hopeful() const;

  const Clock& clock_;
  session::Presence presence_;
  session::Connection connection_;
  session::Session session_;
  Model model_;
  MonoTime started_;
  bool was_up_ = false;
  std::function<void(const session::Settled&)> on_settled_;
};

}  // namespace panggil::counter
