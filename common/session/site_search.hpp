/// \file
/// Which office there is at a broker, for who was not told: most brokers have one.
#pragma once

#include <vector>

#include "common/runtime/event_loop.hpp"
#include "common/session/session.hpp"

namespace panggil::session {

struct SiteSearch {
  bool reached = false;  ///< the broker
  std::string trouble;   ///< why not
  std::vector<SiteId> sites;
};

/// Runs `loop` until the broker has told all the offices that it knows: with a connection a few hundred
/// milliseconds. Leaves the connection standing for a Session.
SiteSearch search_sites(Connection& connection, EventLoop& loop, const Clock& clock);

}  // namespace panggil::session
