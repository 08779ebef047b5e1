/// \file
/// A client's conversation with the dispatcher over one connection: follows topics, knows whether anybody is
/// there, asks and is answered. Everything happens, and every handler is called, on the thread of the event
/// loop.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.hpp"
#include "common/mqtt/paho_transport.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/device.hpp"
#include "common/protocol/topics.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/session/asks.hpp"
#include "common/session/link.hpp"
#include "common/session/link_log.hpp"
#include "common/session/presence.hpp"

namespace panggil::session {

/// The one connection of a process, and where what comes over it waits.
struct Connection {
  using Maker = std::function<std::unique_ptr<mqtt::Transport>(mqtt::Options, mqtt::Inbox&)>;
  /// \throws as `make`
  explicit Connection(mqtt::Options options, const Maker& make = mqtt::make_paho_transport);
  /// For another transport, which its maker puts here and which posts into `inbox`.
  Connection() = default;

  /// Has `loop` call `ready` when something has come, or the transport wants to be pumped: instead of what
  /// was to be called before.
  void watch(EventLoop& loop, const std::function<void()>& ready);
  void unwatch(EventLoop& loop) const;

  mqtt::Inbox inbox{4096};
  std::unique_ptr<mqtt::Transport> transport;
};

class Session {
 public:
  /// What came on a topic that is followed, and beats, but none that the broker kept. An empty payload: what
  /// was retained there is no more.
  using OnMessage = std::function<void(const protocol::Topic&, const mqtt::Received&)>;
  using OnSettled = std::function<void(const Settled&)>;
  using OnChange = std::function<void()>;

  /// `name` is the `{client}` in topics. Starts connecting if that has not happened. `connection`, `loop` and
  /// `clock` must outlive it.
  Session(Connection& connection, EventLoop& loop, const Clock& clock, SiteId site, ClientId name);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void on_message(OnMessage handler) { on_message_ = std::move(handler); }
  /// The end of an ask(): once, or, where it was Unknown and the truth comes later, twice.
  void on_settled(OnSettled handler) { on_settled_ = std::move(handler); }
  /// link() has changed.
  void on_link(OnChange handler) { on_link_ = std::move(handler); }
  /// The dispatcher's database is another one: forget all; what is retained comes anew right after.
  void on_forget(OnChange handler) { on_forget_ = std::move(handler); }

  /// Says `online` at each connection from now on, and whenever somebody says `offline` in our name; and in
  /// the log what becomes of the link. For what stays, never for one-shots: they would end the presence of a
  /// window that runs under the same name. The will has to be given to the Connection: offline(presence).
  void announce(Presence presence);
  /// Every message on `filter` goes to on_message().
  void follow(mqtt::Subscription subscription);
  /// No more of what follow() asked for with this filter.
  void unfollow(const std::string& filter);
  /// Has the broker send everything retained once more.
  void refresh();

  /// Sends a command with a new id and the last beat's lease, and again while no answer comes; on_settled()
  /// tells the end, at once with NotSent where the link is not up. False, and nothing happens, while the same
  /// action is under way. A command that has an id, or a lease, keeps it: whoever asks across a restart.
  bool ask(std::string_view action, protocol::Command command);
  /// Sends all without an answer once more, also what was given up as Unknown: its id brings the truth and,
  /// its lease having run out, nothing else.
  void ask_again() { asks_.ask_again(); }
  /// How this client is, on its `…/device/{client}/health`.
  void report(const protocol::Health& health);
  bool under_way(std::string_view action) const { return asks_.under_way(action); }

  const Link& link() const { return link_; }
  LinkState link_state() const { return link_.state(clock_.mono()); }
  const protocol::Topics& topics() const { return topics_; }
  const SiteId& site() const { return site_; }
  const ClientId& name() const { return name_; }
  /// Items that came faster than they could be taken, and were lost. refresh() repairs what they did.
  std::size_t dropped() const { return connection_.inbox.dropped(); }

  /// To be called once a turn of the loop; returns when it wants to be called next.
  std::optional<Deadline> turn();
  /// Says `offline` where announce() said online, and disconnects. Blocks up to `patience`.
  void close(Millis patience);

 private:
  void take(const mqtt::Connected&);
  void take(const mqtt::Disconnected& lost);
  void take(const mqtt::Received& received);
  void take_answer(const mqtt::Received& received);
  void take_beat(const mqtt::Received& received);
  void take_status(const mqtt::Received& received);
  void take_own_state(const mqtt::Received& received);
  void forget();
  void send_what_is_due();
  void tell_link();
  std::optional<Deadline> next() const;

  Connection& connection_;
  EventLoop& loop_;
  const Clock& clock_;
  SiteId site_;
  protocol::Topics topics_;
  ClientId name_;
  Link link_;
  LinkState told_ = LinkState::kNoBroker;
  Asks asks_;
  std::optional<Presence> presence_;
  std::optional<LinkLog> log_;  ///< of what stays; a one-shot says it in its own words
  std::vector<mqtt::Subscription> followed_;
  OnMessage on_message_;
  OnSettled on_settled_;
  OnChange on_link_;
  OnChange on_forget_;
};

}  // namespace panggil::session
