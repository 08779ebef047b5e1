/// \file
/// Which office there is at a broker, for who was not told: most brokers have one.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/runtime/event_loop.hpp"
#include "common/session/session.hpp"

namespace panggil::session {

struct SiteSearch {
  bool reached = false;                  ///< the broker, now
  std::optional<mqtt::Trouble> trouble;  ///< why not
  std::vector<SiteId> sites;             ///< in the order of their ids
  std::set<SiteId> at_work;              ///< whose dispatcher says that it is there
};

/// Looks for as long as it lives.
class SiteSeeker {
 public:
  /// Starts connecting. All of these must outlive it.
  SiteSeeker(Connection& connection, EventLoop& loop, const Clock& clock);
  ~SiteSeeker();
  SiteSeeker(const SiteSeeker&) = delete;
  SiteSeeker& operator=(const SiteSeeker&) = delete;

  /// To be called once a turn of the loop; returns when it wants to be called next.
  std::optional<Deadline> turn();
  const SiteSearch& found() const { return found_; }
  /// What is there has been told by now; only what changes is still to come.
  bool over() const { return clock_.mono() >= end_; }

 private:
  void take(const mqtt::Connected& connected);
  void take(const mqtt::Disconnected& lost);
  void take(const mqtt::Received& received);
  void take(const SiteId& site);

  Connection& connection_;
  EventLoop& loop_;
  const Clock& clock_;
  MonoTime end_;
  SiteSearch found_;
};

/// Runs `loop` until the broker has told all the offices that it knows: with a connection a few hundred
/// milliseconds, without one 3 s. Leaves the connection standing for a Session.
SiteSearch search_sites(Connection& connection, EventLoop& loop, const Clock& clock);

}  // namespace panggil::session
