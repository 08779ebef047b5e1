/// \file
/// The clients of a run: each has its own connection and behaves as docs/protocol.md asks of a client. All
/// live on the thread of one loop.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.hpp"
#include "common/session/session.hpp"
#include "simulate/history.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate {

using Micros = std::chrono::microseconds;

class Crew {
 public:
  /// How to reach the broker as a client of this name.
  using Reach = std::function<mqtt::Options(const ClientId&)>;

  /// `loop`, `clock` and `history` must outlive it.
  Crew(EventLoop& loop, const Clock& clock, SiteId site, Reach reach, History& history);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  struct Handlers {
    /// The end of a press, and how long it took.
    std::function<void(const Press&, const session::Outcome&, Micros)> settled;
    std::function<void(const Press&, const session::Outcome&)> settled_late;
    /// What came on a topic that this client follows.
    std::function<void(const ClientId&, const protocol::Topic&, const mqtt::Received&)> message;
    /// The dispatcher has another database than before.
    std::function<void()> forget;
  };
  void handle(Handlers handlers) { handlers_ = std::move(handlers); }

  void enlist(const ClientId& client, const std::vector<std::string>& follows);
  /// What comes on `filter` concerns this client no more.
  void unfollow(const ClientId& client, const std::string& filter);
  bool has(const ClientId& client) const { return members_.contains(client); }
  /// Everybody hears the dispatcher's beats.
  bool all_up() const;
  /// Why somebody is not up, for people; empty if all are.
  std::string trouble() const;

  /// Sends it, at the latest when the client's link is up. \pre the client is enlisted and has no press under
  /// way
  void press(Press press);
  std::size_t under_way() const { return under_way_; }

  /// To be called once a turn of the loop; returns when it wants to be called next.
  std::optional<Deadline> turn();
  void close(Millis patience);

 private:
  struct Member;
  void look_at(Member& member);
  void ask(Member& member);
  void settled(Member& member, const session::Settled& settled);

  EventLoop& loop_;
  const Clock& clock_;
  SiteId site_;
  Reach reach_;
  History& history_;
  Handlers handlers_;
  std::map<ClientId, std::unique_ptr<Member>> members_;
  std::size_t under_way_ = 0;
};

}  // namespace panggil::simulate
